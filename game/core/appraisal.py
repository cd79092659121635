"""Threat, credibility, protection, security, autonomy: numbers everyone reads, each from its own world.

Forces are in hundredths of an FP, indices 0-100. Models: threat after Walt (1987); the credibility of
pledges and the price of being drawn in after Snyder (1984); security against autonomy after Morrow (1991).
"""

from game.core.arith import clamp, divide
from game.core.beliefs import Beliefs
from game.core.councils import rule_price
from game.core.duties import (
    Abstain,
    Back,
    Consult,
    Contribute,
    Duty,
    Guard,
    Notify,
    Pay,
    Provide,
    Relieve,
    Standardise,
    Train,
)
from game.core.geography import may_leave, ready
from game.core.ground import Ground
from game.core.relations import Measure, Part
from game.core.triggers import duties_of
from game.core.world import State, Treaty


class Appraisal(Beliefs):
    """Every computed number about one world. Reads only; remembers what it has worked out."""

    _base: "Appraisal | None"

    def under(self, treaty_id: str, treaty: Treaty, world: State) -> "Appraisal":
        """The appraisal of `world`: this one's, but for one more treaty, in force, and the interoperability of its
        parties with one another.

        Equal to `Appraisal(world)`; but what does not touch a party is looked up here instead of worked out again.
        """
        after = Appraisal.__new__(Appraisal)
        after._prepare(world, self.ground)
        after._base, after._added = self, treaty_id
        # Practice together changes nothing but how far these nations believe each other's Guards.
        after._inert = world.pairs is self.world.pairs or not any(
            guard.by in treaty.parties for name in treaty.parties for guard in self.guards[name]
        )
        after.duties, after.guards = dict(self.duties), dict(self.guards)
        after.eased, after.commands = dict(self.eased), dict(self.commands)
        after.bases, after.abstains, after.warned = dict(self.bases), dict(self.abstains), self.warned
        for name in treaty.parties:
            after.duties[name] = list(self.duties[name])
            after.guards[name] = list(self.guards[name])
        guard: Guard | None = None
        for duty in duties_of(treaty_id, treaty):
            after._enter(duty)
            lends = isinstance(duty, Provide) and duty.what == "base"
            if lends or isinstance(duty, Guard | Abstain | Notify | Contribute):
                after._inert = False
            if isinstance(duty, Guard):
                guard = duty if duty.armed else guard
            elif isinstance(duty, Abstain | Notify):
                after._calmed = True
            elif isinstance(duty, Provide) and duty.what == "base":
                after._lent = (duty.to, self.world.nations[duty.by].home)
        after._bound = dict.fromkeys(treaty.parties)
        if guard is not None:
            after._armed = after._bound
            near = dict.fromkeys(k for party in treaty.parties for k in self.ground.related(party))
            after._meant = dict.fromkeys(k for k in near if after.aimed_at(guard, k))
        return after

    def later(self, world: State, ground: Ground) -> "Appraisal":
        """The appraisal of a later moment of the same turn, on a ground that has not changed and under the same
        treaties: who threatens whom stands, what is believed is worked out again."""
        after = Appraisal.__new__(Appraisal)
        after._prepare(world, ground)
        after.duties, after.guards, after.bases = self.duties, self.guards, self.bases
        after.abstains, after.eased, after.commands = self.abstains, self.eased, self.commands
        after.warned = self.warned
        after._reaching, after._threat, after._threats = self._reaching, self._threat, self._threats
        after._feared, after._spoken, after._reinforced = self._feared, self._spoken, self._reinforced
        after._aimed, after._against, after._coverage = self._aimed, self._against, self._coverage
        return after

    # -- security -------------------------------------------------------------------------------------------

    def _share_covered(self, guard: Guard, ward: str) -> int:
        """Permille of the threats to a ward that a Guard speaks to; all of them when there are none."""
        total = self.feared(ward)
        if not total:
            area = guard.area
            return 0 if area and self.world.nations[ward].home not in area else 1000
        return divide(self.spoken_to(guard, ward) * 1000, total)

    def best_guards(self, ward: str) -> tuple[tuple[Guard, int, int], ...]:
        """For each guarantor of a ward: its most useful Guard, its credibility, the share of threats covered."""
        best: dict[str, tuple[Guard, int, int]] = {}
        shares: dict[str, int] = {}
        for guard in self.guards[ward]:
            credibility = self.believed(guard, ward)
            share = shares.get(guard.treaty, -1)
            if share < 0:
                share = shares[guard.treaty] = self._share_covered(guard, ward)
            held = best.get(guard.by)
            if held is None or credibility * share > held[1] * held[2]:
                best[guard.by] = (guard, credibility, share)
        return tuple(best.values())

    def protection(self, i: str) -> Measure:
        """What stands between `i` and its fears, in hundredths of an FP."""
        if self._inert and self._base is not None:
            return self._base.protection(i)
        known = self._protection.get(i)
        if known is not None:
            return known
        rules, nation = self.rules, self.world.nations[i]
        parts = [
            Part("base", rules.protection_base * 100),
            Part("own_forces", divide(ready(rules, nation) * rules.protection_own, 1000)),
        ]
        for guard, credibility, share in self.best_guards(i):
            force = self.reaching(guard.by, nation.home)
            amount = divide(divide(force * rules.protection_guard, 1000) * credibility * share, 100_000)
            if amount:
                parts.append(Part("guarantor", amount, guard.by))
        known = self._protection[i] = Measure(sum(part.amount for part in parts), tuple(parts))
        return known

    def exposure(self, i: str) -> Measure:
        """What `i` has to fear: threats to itself, and being drawn into the quarrels of those it guards."""
        if self._inert and self._base is not None:
            return self._base.exposure(i)
        known = self._exposure.get(i)
        if known is not None:
            return known
        parts = [*self.threats(i)]
        drawn: dict[str, tuple[Guard, int]] = {}
        for duty in self.duties[i]:
            if isinstance(duty, Guard) and duty.armed:
                for ward in duty.wards:
                    if ward in self.guards:
                        credibility = self.believed(duty, ward)
                        if ward not in drawn or credibility > drawn[ward][1]:
                            drawn[ward] = (duty, credibility)
        for ward, (guard, credibility) in drawn.items():
            amount = divide(self._quarrel(guard, ward) * credibility, 100)
            if amount:
                parts.append(Part("entrapment", amount, ward))
        known = self._exposure[i] = Measure(sum(part.amount for part in parts), tuple(parts))
        return known

    def _quarrel(self, guard: Guard, ward: str) -> int:
        """A guarantor's part in what a ward fears, were its pledge believed in full, in hundredths of an FP."""
        home = self.world.nations[ward].home
        mine, everyone = self.reaching(guard.by, home), self._gathered(ward)
        if not mine or not everyone:
            return 0
        return divide(divide(self.spoken_to(guard, ward) * self.rules.entrapment, 1000) * mine, everyone)

    def _gathered(self, ward: str) -> int:
        """Forces of all that guard a ward, as far as they reach it, in hundredths of an FP."""
        known = self._reinforced.get(ward)
        if known is None:
            if self._gathers_as_before(ward):
                assert self._base is not None
                known = self._base._gathered(ward)
            else:
                home = self.world.nations[ward].home
                by_all = dict.fromkeys([other.by for other in self.guards[ward]])
                known = sum([self.reaching(name, home) for name in by_all])
            self._reinforced[ward] = known
        return known

    def _gathers_as_before(self, ward: str) -> bool:
        """Whether neither the guarantors of a ward nor what they bring can have changed."""
        base = self._base
        return base is not None and self.guards[ward] is base.guards[ward] and not self._lent[0]

    def security(self, i: str) -> Measure:
        """Security of `i`, 0-100. Its parts, in FP/100: protection (positive) and exposure (negative)."""
        known = self._security.get(i)
        if known is not None:
            return known
        protection, exposure = self.protection(i), self.exposure(i)
        value = divide(100 * protection.value, max(1, protection.value + exposure.value))
        feared = tuple(Part(part.name, -part.amount, part.about) for part in exposure.parts)
        known = self._security[i] = Measure(value, (*protection.parts, *feared))
        return known

    # -- sovereignty ----------------------------------------------------------------------------------------

    def duty_price(self, duty: Duty) -> int:
        """Autonomy one duty costs."""
        rules = self.rules
        match duty:
            case Guard() if not duty.armed:
                return rules.autonomy_answer[duty.answer == "retaliate"]
            case Guard():
                return {
                    "automatic": rules.autonomy_guard_automatic,
                    "consulted": rules.autonomy_guard_consulted,
                    "own_way": rules.autonomy_guard_own_way,
                }[duty.automaticity]
            case Consult():
                return rules.autonomy_consult
            case Train():
                return rules.autonomy_train
            case Pay():
                return rules.autonomy_pay if duty.target else 0
            case Abstain():
                return rules.autonomy_arm if "arm" in duty.acts else rules.autonomy_abstain * len(duty.acts)
            case Provide():
                return {
                    "base": rules.autonomy_base,
                    "intelligence": rules.autonomy_intelligence * duty.level,
                    "familiarity": duty.level,
                    "cyber": rules.autonomy_cyber,
                    "technology": 0,
                    "training": 0,
                }[duty.what]
            case Standardise():
                return rules.autonomy_standardise
            case Notify():
                return rules.autonomy_notify + duty.observers
            case Relieve():
                return rules.autonomy_relieve
            case Contribute():
                return rules.autonomy_command if duty.to == "command" else rules.autonomy_peace
            case Back():
                return rules.autonomy_back

    def autonomy(self, i: str) -> Measure:
        """Freedom of action left, 0-100, with the price of each treaty."""
        known = self._autonomy.get(i)
        if known is None:
            known = self._autonomy[i] = self._freedom(i)
        return known

    def _freedom(self, i: str) -> Measure:
        prices: dict[str, int] = {}
        promised: list[str] = []
        # The dearest Guard first: to promise one ward again under another treaty gives nothing more away.
        priced = [(-self.duty_price(duty), duty.treaty, place) for place, duty in enumerate(self.duties[i])]
        for cost, _, place in sorted(priced):
            duty, price = self.duties[i][place], -cost
            if isinstance(duty, Guard) and duty.armed:
                fresh = [ward for ward in duty.wards if ward not in promised]
                price = divide(price * len(fresh), len(duty.wards))
                promised += fresh
            prices[duty.treaty] = prices.get(duty.treaty, 0) + price
        for treaty_id in prices:
            treaty = self.world.treaties.get(treaty_id)
            if treaty is not None and treaty.charter is not None:
                prices[treaty_id] += rule_price(self.rules, treaty.charter, i)
        parts = [Part("free", 100), *(Part("treaty", -price, treaty) for treaty, price in prices.items() if price)]
        protection = self.protection(i)
        strongest = max(
            (part for part in protection.parts if part.name == "guarantor"),
            key=lambda p: p.amount,
            default=None,
        )
        if strongest is not None:
            leaning = divide(self.rules.autonomy_asymmetry * strongest.amount, protection.value)
            if leaning:
                parts.append(Part("dependence", -leaning, strongest.about))
        return Measure(clamp(sum(part.amount for part in parts), 0, 100), tuple(parts))

    def autonomy_wanted(self, i: str) -> int:
        """The autonomy a nation wants today: insecurity lowers it."""
        short = max(0, 50 - self.security(i).value)
        return max(0, self.world.nations[i].autonomy_wanted - short // self.rules.autonomy_wanted_step)

    def earmarked(self, guard: Guard) -> int:
        """FP a Guard promises today; at least 1 where anything may leave home, none where it promises no forces."""
        half = may_leave(self.world.nations[guard.by]) if guard.armed else 0
        return max(1, divide(half * guard.earmark, 100)) if half else 0
