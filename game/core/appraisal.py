"""Threat, credibility, protection, security, autonomy: numbers everyone reads, each from its own world.

Forces are in hundredths of an FP, indices 0-100. Models: threat after Walt (1987); the credibility of
pledges and the price of being drawn in after Snyder (1984); security against autonomy after Morrow (1991).
"""

from copy import copy

from game.core.arith import clamp, divide
from game.core.beliefs import Beliefs, Held
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
from game.core.record import replace
from game.core.relations import Measure, Part
from game.core.triggers import duties_of
from game.core.world import State, Treaty, same_treaties


class Appraisal(Beliefs):
    """Every computed number about one world. Reads only; remembers what it has worked out."""

    _base: "Appraisal | None"

    def _prepare(self, world: State, ground: Ground) -> None:
        super()._prepare(world, ground)
        self._shared: dict[str, dict[str, int]] = {}
        self._quarrels: dict[tuple[str, str, str], int] = {}
        self._reinforced: dict[str, int] = {}
        self._priced: dict[str, list[tuple[int, str, int]]] = {}

    def _forget_beliefs(self) -> None:
        super()._forget_beliefs()
        self._protection: dict[str, Measure] = {}
        self._exposure: dict[str, Measure] = {}
        self._secure: dict[str, int] = {}
        self._autonomy: dict[str, Measure] = {}
        self._lacking: dict[tuple[str, ...], Appraisal] = {}

    def under(self, treaty_id: str, treaty: Treaty, world: State) -> "Appraisal":
        """The appraisal of `world`: this one's, but for one more treaty, in force, and the interoperability of its
        parties with one another.

        Equal to `Appraisal(world)`; but what does not touch a party is looked up here instead of worked out again.
        """
        after = Appraisal.__new__(Appraisal)
        after._prepare(world, self.ground)
        after._base, after._added = self, treaty_id
        # Practice together changes nothing but how far these nations believe each other's Guards.
        trained = world.pairs is not self.world.pairs
        after._inert = not trained or not any(
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
            trained = trained or isinstance(duty, Contribute)
        after._bound = dict.fromkeys(treaty.parties)
        if trained:
            after._trained = after._bound
        if guard is not None:
            after._armed = after._bound
            if after._calmed or after._lent[0]:
                after._meant = after._all_meant(guard)
            else:
                after._arouse(self, guard)
        return after

    def _arouse(self, base: "Appraisal", guard: Guard) -> None:
        """Take what a Guard changes about threats from what was worked out for another of the same parties."""
        key = (self._added, (guard.by, *guard.wards), guard.against)
        known = base._aroused.get(key)
        if known is None:
            meant = self._all_meant(guard)
            known = (meant, self._aimed, self._threat, self._threats, self._feared, self._spoken)
            base._aroused[key] = known
        self._meant, self._aimed, self._threat, self._threats, self._feared, self._spoken = known

    def _all_meant(self, guard: Guard) -> dict[str, None]:
        """Everyone the added Guard points at."""
        near = dict.fromkeys(k for party in (guard.by, *guard.wards) for k in self.ground.related(party))
        return dict.fromkeys(k for k in near if self.aimed_at(guard, k))

    def lacking(self, gone: tuple[str, ...]) -> "Appraisal":
        """The appraisal of this world without some of its treaties, made once for all who ask."""
        known = self._lacking.get(gone)
        if known is None:
            rest = {name: treaty for name, treaty in self.world.treaties.items() if name not in gone}
            known = self._lacking[gone] = self._apart(gone, replace(self.world, treaties=rest))
        return known

    def _apart(self, gone: tuple[str, ...], world: State) -> "Appraisal":
        lost = [duty for name in gone for duty in duties_of(name, self.world.treaties[name])]
        if any(isinstance(duty, Provide | Abstain | Notify | Contribute) for duty in lost) or self.warned:
            return Appraisal(world, self.ground)
        # What such duties bring is brought by nothing else: all but the parties' lists stands.
        after = copy(self)
        after._prepare(world, self.ground)
        after.of_treaties, after.duties, after.guards = {}, dict(self.duties), dict(self.guards)
        for name in dict.fromkeys(duty.by for duty in lost if duty.by in self.duties):
            after.duties[name] = [duty for duty in self.duties[name] if duty.treaty not in gone]
        wards = [ward for duty in lost if isinstance(duty, Guard) for ward in duty.wards if ward in self.guards]
        for ward in dict.fromkeys(wards):
            after.guards[ward] = [guard for guard in self.guards[ward] if guard.treaty not in gone]
        return after

    def later(self, world: State, ground: Ground) -> "Appraisal | None":
        """The appraisal of a later moment of the same turn, on the later ground; None where treaties have changed.

        On a ground that has not changed, who threatens whom stands; what is believed stands while nations do.
        """
        if world.turn != self.world.turn or not same_treaties(world, self.world):
            return None
        after = copy(self)
        after.world = world
        if ground is not self.ground:
            after._prepare(world, ground)
        elif not self._same_nations(world):
            after._forget_beliefs()
        return after

    def stands(self, world: State, ground: Ground) -> bool:
        """Whether nothing it says would be said otherwise of a later moment of the same turn."""
        same_turn = world.turn == self.world.turn and ground is self.ground
        return same_turn and same_treaties(world, self.world) and self._same_nations(world)

    def _same_nations(self, world: State) -> bool:
        """Whether nations, and what befell them, are as they were."""
        return world.nations == self.world.nations and world.misfortunes == self.world.misfortunes

    # -- security -------------------------------------------------------------------------------------------

    def _share_covered(self, guard: Guard, ward: str) -> int:
        """Permille of the threats to a ward that a Guard speaks to; all of them when there are none."""
        total = self.feared(ward)
        if not total:
            area = guard.area
            return 0 if area and self.world.nations[ward].home not in area else 1000
        return divide(self.spoken_to(guard, ward) * 1000, total)

    def _shares(self, ward: str) -> dict[str, int]:
        """`_share_covered` by treaty."""
        known = self._shared.get(ward)
        if known is None:
            guards = self.guards[ward]
            if self._base is not None and not self._touches(ward):
                known, guards = self._base._shares(ward), guards[len(self._base.guards[ward]) :]
                known = dict(known) if guards else known
            else:
                known = {}
            for guard in guards:
                if guard.treaty not in known:
                    known[guard.treaty] = self._share_covered(guard, ward)
            self._shared[ward] = known
        return known

    def protection(self, i: str) -> Measure:
        """What stands between `i` and its fears, in hundredths of an FP."""
        if self._inert and self._base is not None:
            return self._base.protection(i)
        known = self._protection.get(i)
        if known is not None:
            return known
        held, shares = self._held(i), self._shares(i)
        if self._base is not None and self._stands(i, held, shares):
            known = self._base.protection(i)
        else:
            known = self._protected(i, held, shares)
        self._protection[i] = known
        return known

    def _stands(self, i: str, held: list[Held], shares: dict[str, int]) -> bool:
        """Whether what protects a nation is what protected it before."""
        return self._base is not None and held is self._base._held(i) and shares is self._base._shares(i)

    def _protected(self, i: str, held: list[Held], shares: dict[str, int]) -> Measure:
        rules = self.rules
        # For each guarantor its most useful Guard: how much it is believed, the share of threats it covers, its force.
        best: dict[str, tuple[int, int, int]] = {}
        for guard, _, force, credibility in held:
            share = shares[guard.treaty]
            had = best.get(guard.by)
            if had is None or credibility * share > had[0] * had[1]:
                best[guard.by] = (credibility, share, force)
        own = divide(ready(rules, self.world.nations[i]) * rules.protection_own, 1000)
        whole = rules.protection_base * 100 + own
        parts = [Part("base", rules.protection_base * 100), Part("own_forces", own)]
        for by, (credibility, share, force) in best.items():
            amount = divide(divide(force * rules.protection_guard, 1000) * credibility * share, 100_000)
            if amount:
                parts.append(Part("guarantor", amount, by))
                whole += amount
        return Measure(whole, tuple(parts))

    def exposure(self, i: str) -> Measure:
        """What `i` has to fear: threats to itself, and being drawn into the quarrels of those it guards."""
        if self._inert and self._base is not None:
            return self._base.exposure(i)
        known = self._exposure.get(i)
        if known is not None:
            return known
        parts, whole = [*self.threats(i)], self.feared(i)
        drawn: dict[str, tuple[Guard, int]] = {}
        for guard, ward, belief in self._pledges(i):
            credibility = self._covered(belief, i)
            if ward not in drawn or credibility > drawn[ward][1]:
                drawn[ward] = (guard, credibility)
        for ward, (guard, credibility) in drawn.items():
            amount = divide(self._quarrel(guard, ward) * credibility, 100)
            if amount:
                parts.append(Part("entrapment", amount, ward))
                whole += amount
        known = self._exposure[i] = Measure(whole, tuple(parts))
        return known

    def _quarrel(self, guard: Guard, ward: str) -> int:
        """A guarantor's part in what a ward fears, were its pledge believed in full, in hundredths of an FP."""
        key = (guard.treaty, guard.by, ward)
        known = self._quarrels.get(key)
        if known is None:
            base = self._base
            if base is not None and self._quarrels_as_before(guard, ward):
                known = base._quarrel(guard, ward)
            else:
                home = self.world.nations[ward].home
                mine, everyone = self.reaching(guard.by, home), self._gathered(ward)
                part = self.spoken_to(guard, ward) if mine and everyone else 0
                known = divide(divide(part * self.rules.entrapment, 1000) * mine, everyone) if part else 0
            self._quarrels[key] = known
        return known

    def _quarrels_as_before(self, guard: Guard, ward: str) -> bool:
        """Whether neither what a ward fears nor who brings what to it can have changed."""
        return guard.treaty != self._added and self._gathers_as_before(ward) and not self._touches(ward)

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

    def secure(self, i: str) -> int:
        """The value of `security`, without its parts."""
        known = self._secure.get(i)
        if known is None:
            protection, exposure = self.protection(i).value, self.exposure(i).value
            known = self._secure[i] = divide(100 * protection, max(1, protection + exposure))
        return known

    def security(self, i: str) -> Measure:
        """Security of `i`, 0-100. Its parts, in FP/100: protection (positive) and exposure (negative)."""
        feared = tuple(Part(part.name, -part.amount, part.about) for part in self.exposure(i).parts)
        return Measure(self.secure(i), (*self.protection(i).parts, *feared))

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

    def _prices(self, i: str) -> list[tuple[int, str, int]]:
        """The price of each duty of a nation, below zero, its treaty, its place among them; the dearest first."""
        known = self._priced.get(i)
        if known is None:
            before = self._base._prices(i) if self._base is not None else []
            made = [
                (-self.duty_price(duty), duty.treaty, place)
                for place, duty in enumerate(self.duties[i][len(before) :], start=len(before))
            ]
            known = self._priced[i] = sorted(before + made) if made else before
        return known

    def _freedom(self, i: str) -> Measure:
        prices: dict[str, int] = {}
        promised: list[str] = []
        # The dearest Guard first: to promise one ward again under another treaty gives nothing more away.
        for cost, _, place in self._prices(i):
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
        short = max(0, 50 - self.secure(i))
        return max(0, self.world.nations[i].autonomy_wanted - short // self.rules.autonomy_wanted_step)

    def earmarked(self, guard: Guard) -> int:
        """FP a Guard promises today; at least 1 where anything may leave home, none where it promises no forces."""
        half = may_leave(self.world.nations[guard.by]) if guard.armed else 0
        return max(1, divide(half * guard.earmark, 100)) if half else 0
