"""How much pledges are believed: credibility, coverage and the weighed ledger."""

from typing import NamedTuple

from game.core.arith import clamp, divide, faded
from game.core.cohesion import PLAIN, cohesion, cohesion_points
from game.core.duties import Guard
from game.core.fears import Fears
from game.core.ground import Ground
from game.core.practice import practice_now
from game.core.relations import Measure, Part, interop
from game.core.statements import stated
from game.core.world import State


class Held(NamedTuple):
    """A Guard as its ward may count on it."""

    guard: Guard
    belief: int
    """How much it is believed before coverage: what its guarantor has promised elsewhere does not change it."""
    force: int
    """What its guarantor can bring to the ward's home, in hundredths of an FP."""
    credibility: int
    """How much it is believed."""


class Beliefs(Fears):
    """Credibility of every Guard, beside the threats."""

    _base: "Beliefs | None"

    def _prepare(self, world: State, ground: Ground) -> None:
        super()._prepare(world, ground)
        self._coverage: dict[str, int] = {}
        self._earmarked: dict[str, int] = {}
        self._forget_beliefs()

    def _forget_beliefs(self) -> None:
        """Forget what depends on more than who threatens whom and what is promised."""
        self._credibility: dict[tuple[str, str, str, str], Measure] = {}
        self._believed: dict[tuple[str, str], int] = {}
        """By guarantor and automaticity: what of a Guard's credibility is the same for all wards and treaties."""
        self._beliefs: dict[tuple[str, str, str, str], int] = {}
        self._holds: dict[str, list[Held]] = {}
        self._pledged: dict[str, list[tuple[Guard, str, int]]] = {}
        self._ledger: dict[str, int] = {}
        self._cohesion: dict[str, int] = {}

    def coverage(self, guarantor: str) -> int:
        """Per cent of its earmarked forces a guarantor could really send: promises to everyone are thin."""
        if self._base is not None and guarantor not in self._armed:
            return self._base.coverage(guarantor)
        known = self._coverage.get(guarantor)
        if known is None:
            promised = self._earmarks(guarantor)
            known = self._coverage[guarantor] = min(100, divide(10_000, promised)) if promised else 100
        return known

    def _earmarks(self, guarantor: str) -> int:
        """Per cent of what may leave home that a guarantor has earmarked, once a treaty."""
        known = self._earmarked.get(guarantor)
        if known is None:
            before = 0
            duties = self.duties[guarantor]
            if self._base is not None:
                before = self._base._earmarks(guarantor)
                duties = duties[len(self._base.duties[guarantor]) :]
            earmarks: dict[str, int] = {}
            for duty in duties:
                if isinstance(duty, Guard):
                    earmarks[duty.treaty] = max(duty.earmark, earmarks.get(duty.treaty, 0))
            known = self._earmarked[guarantor] = before + sum(earmarks.values())
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
        return self._covered(self._belief_in(guard, ward), guard.by)

    def _covered(self, belief: int, by: str) -> int:
        """How much a Guard is believed, given what its guarantor has promised elsewhere."""
        coverage = self.coverage(by)
        if coverage < 100 and belief > 0:
            belief = divide(belief * coverage, 100)
        return clamp(belief, self.rules.credibility_floor, self.rules.credibility_ceiling)

    def _belief_in(self, guard: Guard, ward: str) -> int:
        """Credibility before coverage."""
        known = self._beliefs.get((guard.by, guard.treaty, guard.automaticity, ward))
        if known is None:
            known = self._belief_anew(guard, ward)
            self._beliefs[guard.by, guard.treaty, guard.automaticity, ward] = known
        return known

    def _belief_anew(self, guard: Guard, ward: str) -> int:
        by = guard.by
        lent = by in self._lent[0] and self.world.nations[ward].home == self._lent[1]
        if self._base is None or guard.treaty == self._added or lent or (by in self._trained and ward in self._trained):
            return self._belief_here(guard, ward)
        return self._base._belief_in(guard, ward)

    def _belief_here(self, guard: Guard, ward: str) -> int:
        """The sum of `_belief_parts`, worked out faster."""
        by, treaty = guard.by, guard.treaty
        own = self._believed.get((by, guard.automaticity))
        if own is None:
            own = self._base_belief(guard) + self.ledger_value(by) + divide(self.world.nations[by].support - 50, 5)
            self._believed[by, guard.automaticity] = own
        belief = own + cohesion_points(self.cohesion(treaty))
        if self._trained or (by, ward) in self.commands:
            fresh = practice_now(self.world, by, ward, "field")
            belief += divide(self.ground.trust(by, ward), 5) + divide(self.joined(by, ward), 5) + fresh
        else:
            belief += self.ground.close(by, ward)
        if self._on_the_spot(by, ward):
            belief += self.rules.credibility_on_the_spot
        return belief + stated(self.world, by, treaty, ward)

    def _base_belief(self, guard: Guard) -> int:
        rules = self.rules
        return {
            "automatic": rules.credibility_automatic,
            "consulted": rules.credibility_consulted,
            "own_way": rules.credibility_own_way,
        }[guard.automaticity]

    def _on_the_spot(self, by: str, ward: str) -> bool:
        """Whether forces of a guarantor are where its ward is at home, or under one command with it."""
        nation, there = self.world.nations[by], self.world.nations[ward].home
        here = nation.home == there or there in nation.standing or (by, there) in self.bases
        return here or (by, ward) in self.commands

    def _held(self, ward: str) -> list[Held]:
        """Every Guard of a ward, in the order of `guards`."""
        known = self._holds.get(ward)
        if known is None:
            known = self._holds[ward] = self._hold(ward)
        return known

    def _hold(self, ward: str) -> list[Held]:
        if self._base is None:
            return [self._afresh(guard, ward) for guard in self.guards[ward]]
        before = self._base._held(ward)
        fresh = self.guards[ward][len(before) :]
        lent = self._lent[0] if self.world.nations[ward].home == self._lent[1] else ()
        trained = self._trained if ward in self._trained else ()
        if not fresh and not lent and not trained and not self._redrawn(before):
            return before
        rows: list[Held] = []
        for held in before:
            by = held[0].by
            if by in lent or by in trained:
                held = self._afresh(held[0], ward)
            elif by in self._armed:
                held = Held(held[0], held[1], held[2], self._covered(held[1], by))
            rows.append(held)
        return rows + [self._afresh(guard, ward) for guard in fresh]

    def _redrawn(self, before: list[Held]) -> bool:
        """Whether the added treaty makes the promises of any guarantor thinner."""
        return bool(self._armed) and any(held[0].by in self._armed for held in before)

    def _afresh(self, guard: Guard, ward: str) -> Held:
        belief = self._belief_in(guard, ward)
        force = self.reaching(guard.by, self.world.nations[ward].home)
        return Held(guard, belief, force, self._covered(belief, guard.by))

    def _pledges(self, i: str) -> list[tuple[Guard, str, int]]:
        """Every ward `i` guards by arms, by which Guard, and how much that is believed before coverage."""
        known = self._pledged.get(i)
        if known is None:
            before: list[tuple[Guard, str, int]] = []
            duties = self.duties[i]
            if self._base is not None and i not in self._trained and i not in self._lent[0] and self._added:
                before = self._base._pledges(i)
                duties = duties[len(self._base.duties[i]) :]
            made = [
                (duty, ward, self._belief_in(duty, ward))
                for duty in duties
                if isinstance(duty, Guard) and duty.armed
                for ward in duty.wards
                if ward in self.guards
            ]
            known = self._pledged[i] = before + made if made else before
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
        return (
            (guard.automaticity, self._base_belief(guard)),
            ("ledger", self.ledger_value(by)),
            ("trust", divide(self.ground.trust(by, ward), 5)),
            ("interoperability", divide(self.joined(by, ward), 5)),
            ("practised", practice_now(world, by, ward, "field")),
            ("cohesion", cohesion_points(self.cohesion(guard.treaty))),
            ("support", divide(nation.support - 50, 5)),
            ("on_the_spot", rules.credibility_on_the_spot if self._on_the_spot(by, ward) else 0),
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
