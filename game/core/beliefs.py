"""How much pledges are believed: credibility, coverage and the weighed ledger."""

from game.core.arith import clamp, divide, faded
from game.core.cohesion import PLAIN, cohesion, cohesion_points
from game.core.duties import Guard
from game.core.fears import Fears
from game.core.practice import practice_now
from game.core.relations import Measure, Part, interop
from game.core.statements import stated
from game.core.world import State


class Beliefs(Fears):
    """Credibility of every Guard, beside the threats."""

    _base: "Beliefs | None"

    def coverage(self, guarantor: str) -> int:
        """Per cent of its earmarked forces a guarantor could really send: promises to everyone are thin."""
        if self._base is not None and guarantor not in self._armed:
            return self._base.coverage(guarantor)
        known = self._coverage.get(guarantor)
        if known is None:
            earmarks: dict[str, int] = {}
            for duty in self.duties[guarantor]:
                if isinstance(duty, Guard):
                    earmarks[duty.treaty] = max(duty.earmark, earmarks.get(duty.treaty, 0))
            promised = sum(earmarks.values())
            known = self._coverage[guarantor] = min(100, divide(10_000, promised)) if promised else 100
        return known

    def cohesion(self, treaty_id: str) -> int:
        """Cohesion of a treaty, 0-100."""
        if self._base is not None and treaty_id != self._added:
            return self._base.cohesion(treaty_id)
        return self._cohesion_here(treaty_id)

    def _cohesion_here(self, treaty_id: str) -> int:
        known = self._cohesion.get(treaty_id)
        if known is None:
            treaty = self.world.treaties.get(treaty_id)
            plain = treaty is None or treaty.charter is None
            known = PLAIN if plain or treaty is None else cohesion(self.world, self.ground, treaty_id, treaty).value
            self._cohesion[treaty_id] = known
        return known

    def ledger_value(self, nation: str) -> int:
        """The ledger's part in credibility: weighed promises kept, less twice those broken, faded by age."""
        if self._base is not None:
            return self._base.ledger_value(nation)
        known = self._ledger.get(nation)
        if known is None:
            known = self._ledger[nation] = self._weighed(nation)
        return known

    def _weighed(self, nation: str) -> int:
        tenths = 0
        for entry in self.world.nations[nation].ledger:
            weight = {"kept": 10, "broken": -20, "excused": 0}[entry.result] * entry.weight
            if weight:
                tenths += faded(weight, self.world.turn - entry.turn, self.rules.ledger_keeps)
        return clamp(divide(tenths, 10), self.rules.ledger_low, self.rules.ledger_high)

    def joined(self, a: str, b: str) -> int:
        """How well two nations' forces fight together, 0-100: what they have practised, or one command at least."""
        practised = interop(self.world, a, b)
        return max(practised, self.rules.interop_command) if (a, b) in self.commands else practised

    def believed(self, guard: Guard, ward: str) -> int:
        """The value of `credibility`, without its parts."""
        belief = self._belief_in(guard, ward)
        coverage = self.coverage(guard.by)
        if coverage < 100 and belief > 0:
            belief = divide(belief * coverage, 100)
        return clamp(belief, self.rules.credibility_floor, self.rules.credibility_ceiling)

    def _belief_in(self, guard: Guard, ward: str) -> int:
        """Credibility before coverage: what the guarantor has promised elsewhere does not change it."""
        by = guard.by
        lent = by in self._lent[0] and self.world.nations[ward].home == self._lent[1]
        if self._base is not None and not lent and not (by in self._bound and ward in self._bound):
            return self._base._belief_in(guard, ward)
        return self._belief_here(guard, ward)

    def _belief_here(self, guard: Guard, ward: str) -> int:
        key = (guard.by, guard.treaty, guard.automaticity, ward)
        known = self._belief.get(key)
        if known is None:
            known = self._belief[key] = sum([amount for _, amount in self._belief_parts(guard, ward)])
        return known

    def credibility(self, guard: Guard, ward: str) -> Measure:
        """How much a pledge is believed, 5-95, with its parts."""
        key = (guard.by, guard.treaty, guard.automaticity, ward)
        known = self._credibility.get(key)
        if known is not None:
            return known
        parts = [Part(name, amount) for name, amount in self._belief_parts(guard, ward)]
        total = sum(part.amount for part in parts)
        coverage = self.coverage(guard.by)
        if coverage < 100 and total > 0:
            parts.append(Part("coverage", divide(total * coverage, 100) - total))
        known = self._credibility[key] = Measure(self.believed(guard, ward), tuple(p for p in parts if p.amount))
        return known

    def _belief_parts(self, guard: Guard, ward: str) -> tuple[tuple[str, int], ...]:
        world, rules, by = self.world, self.rules, guard.by
        nation = world.nations[by]
        base = {
            "automatic": rules.credibility_automatic,
            "consulted": rules.credibility_consulted,
            "own_way": rules.credibility_own_way,
        }[guard.automaticity]
        there = world.nations[ward].home
        on_the_spot = nation.home == there or there in nation.standing or (by, there) in self.bases
        on_the_spot = on_the_spot or (by, ward) in self.commands
        return (
            (guard.automaticity, base),
            ("ledger", self.ledger_value(by)),
            ("trust", divide(self.ground.trust(by, ward), 5)),
            ("interoperability", divide(self.joined(by, ward), 5)),
            ("practised", practice_now(world, by, ward, "field")),
            ("cohesion", cohesion_points(self.cohesion(guard.treaty))),
            ("support", divide(nation.support - 50, 5)),
            ("on_the_spot", rules.credibility_on_the_spot if on_the_spot else 0),
            ("stated", stated(world, by, guard.treaty, ward)),
        )


HELD_AGAINST = 3
"""Turns for which a broken call makes a treaty's other parties ask what it still gives them."""


def breakers(world: State, treaty_id: str, toward: str = "", now: int = 0) -> tuple[str, ...]:
    """Parties that broke a call under a treaty lately, as of turn `now`; with `toward`, a call by that nation."""
    return tuple(
        name
        for name in world.treaties[treaty_id].parties
        if name in world.nations and broken_calls(world, treaty_id, name, HELD_AGAINST, toward, now)
    )


def broken_calls(world: State, treaty_id: str, name: str, turns: int, toward: str = "", now: int = 0) -> int:
    """Calls under a treaty that a nation broke in the last turns; with `toward`, calls by that nation."""
    found, now = 0, now or world.turn
    for entry in reversed(world.nations[name].ledger):
        if entry.turn <= now - turns:
            break
        if entry.duty == "guard" and entry.treaty == treaty_id and entry.result == "broken" and entry.turn <= now:
            found += 1 if toward in ("", entry.toward) else 0
    return found
