"""Threat, credibility, protection, security, autonomy: numbers everyone reads, each from its own world.

Forces are in hundredths of an FP, indices 0-100. Models: threat after Walt (1987); the credibility of
pledges and the price of being drawn in after Snyder (1984); security against autonomy after Morrow (1991).
"""

from game.core.arith import clamp, divide, faded
from game.core.duties import Abstain, Consult, Duty, Guard, Pay, Provide, Train
from game.core.geography import may_leave, projected, ready
from game.core.ground import Ground
from game.core.relations import Measure, Part, interop, trust
from game.core.rules import Rules
from game.core.triggers import duties_of
from game.core.world import State, Treaty


class Appraisal:
    """Every computed number about one world. Reads only; remembers what it has computed."""

    def __init__(self, world: State, ground: Ground | None = None) -> None:
        self._prepare(world, ground if ground is not None else Ground(world))
        self.duties: dict[str, list[Duty]] = {name: [] for name in world.nations}
        self.guards: dict[str, list[Guard]] = {name: [] for name in world.nations}
        """Guards by ward."""
        self.bases: dict[tuple[str, str], None] = {}
        """Who may use a base in which theatre."""
        self.abstains: dict[tuple[str, str], None] = {}
        """Who has promised whom to press nothing."""
        for treaty_id, treaty in world.treaties.items():
            if treaty.in_force(world.turn):
                for duty in duties_of(treaty_id, treaty):
                    self._enter(duty)

    def _prepare(self, world: State, ground: Ground) -> None:
        self.world = world
        self.rules: Rules = world.rules
        self.ground = ground
        self._base: Appraisal | None = None
        self._armed: dict[str, None] = {}
        """Parties of the added treaty, if it holds a Guard."""
        self._meant: dict[str, None] = {}
        """Nations that Guard is aimed at."""
        self._bound: dict[str, None] = {}
        """Parties of the added treaty."""
        self._lent: tuple[tuple[str, ...], str] = ((), "")
        """Whom the added treaty lends a base, and where."""
        self._calmed = False
        """Whether the added treaty makes its parties abstain."""
        self._reaching: dict[tuple[str, str], int] = {}
        self._threat: dict[tuple[str, str], int] = {}
        self._aimed: dict[tuple[str, str], bool] = {}
        self._against: dict[tuple[str, str], bool] = {}
        self._credibility: dict[tuple[str, str, str], Measure] = {}
        self._belief: dict[tuple[str, str, str], int] = {}
        self._threats: dict[str, tuple[Part, ...]] = {}
        self._feared: dict[str, int] = {}
        self._protection: dict[str, Measure] = {}
        self._exposure: dict[str, Measure] = {}
        self._coverage: dict[str, int] = {}
        self._ledger: dict[str, int] = {}

    def under(self, treaty_id: str, treaty: Treaty, world: State) -> "Appraisal":
        """The appraisal of `world`: this one's, but for one more treaty, in force, and the interoperability of its
        parties with one another.

        Equal to `Appraisal(world)`; but what does not touch a party is looked up here instead of worked out again.
        """
        after = Appraisal.__new__(Appraisal)
        after._prepare(world, self.ground)
        after._base = self
        after._aimed = self._aimed
        after.duties, after.guards = dict(self.duties), dict(self.guards)
        after.bases, after.abstains = dict(self.bases), dict(self.abstains)
        for name in treaty.parties:
            after.duties[name] = list(self.duties[name])
            after.guards[name] = list(self.guards[name])
        guard: Guard | None = None
        for duty in duties_of(treaty_id, treaty):
            after._enter(duty)
            if isinstance(duty, Guard):
                guard = duty
            elif isinstance(duty, Abstain):
                after._calmed = True
            elif isinstance(duty, Provide) and duty.what == "base":
                after._lent = (duty.to, self.world.nations[duty.by].home)
        after._bound = dict.fromkeys(treaty.parties)
        if guard is not None:
            after._armed = after._bound
            after._aimed = {}
            after._meant = dict.fromkeys(k for k in world.nations if after.aimed_at(guard, k))
        return after

    def _touches(self, i: str) -> bool:
        """Whether the added treaty can have changed any threat to `i`."""
        if i in self._armed or i in self._meant or (self._calmed and i in self._bound):
            return True
        return bool(self._lent[0]) and self.world.nations[i].home == self._lent[1]

    def _moved(self, k: str, i: str) -> bool:
        """Whether the added treaty can have changed how hostile `k` is to `i`."""
        return (
            (i in self._armed and k in self._meant)
            or (k in self._armed and i in self._meant)
            or (self._calmed and i in self._bound and k in self._bound)
            or (k in self._lent[0] and self.world.nations[i].home == self._lent[1])
        )

    def _enter(self, duty: Duty) -> None:
        if duty.by in self.duties:
            self.duties[duty.by].append(duty)
            if isinstance(duty, Guard):
                for ward in duty.wards:
                    if ward in self.guards:
                        self.guards[ward].append(duty)
            elif isinstance(duty, Provide) and duty.what == "base":
                for guest in duty.to:
                    self.bases[guest, self.world.nations[duty.by].home] = None
            elif isinstance(duty, Abstain) and "press" in duty.acts:
                for other in duty.toward:
                    self.abstains[duty.by, other] = None

    def reaching(self, nation: str, theatre: str) -> int:
        """Ready forces of a nation that count at a theatre, in hundredths of an FP, bases lent to it included."""
        if (nation, theatre) not in self.bases:
            return self.ground.projected(nation, theatre)
        known = self._reaching.get((nation, theatre))
        if known is None:
            known = projected(self.world, self.world.nations[nation], theatre, self.ground.steps, base=True)
            self._reaching[nation, theatre] = known
        return known

    # -- threat ---------------------------------------------------------------------------------------------

    def aimed_at(self, guard: Guard, k: str) -> bool:
        """Whether a Guard points at `k`: named in it, or hostile enough to one it protects to feel meant."""
        if k == guard.by or k in guard.wards:
            return False
        if guard.against:
            return k in guard.against
        known = self._aimed.get((guard.treaty, k))
        if known is None:
            least = self.rules.opportunity_hostility
            known = any(self.ground.raw(k, ward) >= least for ward in (*guard.wards, guard.by) if ward != k)
            self._aimed[guard.treaty, k] = known
        return known

    def _guards_against(self, i: str, k: str) -> bool:
        if self._base is not None:
            return (i in self._armed and k in self._meant) or self._base._guards_against(i, k)
        known = self._against.get((i, k))
        if known is None:
            known = any(isinstance(duty, Guard) and self.aimed_at(duty, k) for duty in self.duties[i])
            self._against[i, k] = known
        return known

    def hostility(self, k: str, i: str) -> Measure:
        """Hostility of `k` toward `i`, 0-100, with its parts."""
        parts = self.ground.raw_parts(k, i)
        total = sum(part.amount for part in parts)
        if self._guards_against(i, k):
            total += self.rules.hostility_guarding
            parts = (*parts, Part("guards_against", self.rules.hostility_guarding))
            if self._guards_against(k, i):
                total += self.rules.hostility_guards
                parts = (*parts, Part("opposed_guards", self.rules.hostility_guards))
        if (k, i) in self.abstains:
            total -= self.rules.hostility_abstain
            parts = (*parts, Part("abstains", -self.rules.hostility_abstain))
        return Measure(clamp(total, 0, 100), parts)

    def hostile(self, k: str, i: str) -> int:
        """The value of `hostility`, without its parts."""
        total = self.ground.raw(k, i)
        if self._guards_against(i, k):
            total += self.rules.hostility_guarding
            if self._guards_against(k, i):
                total += self.rules.hostility_guards
        if (k, i) in self.abstains:
            total -= self.rules.hostility_abstain
        return clamp(total, 0, 100)

    def threat(self, k: str, i: str) -> int:
        """Threat of `k` to `i`, in hundredths of an FP: ready forces x reach x hostility."""
        if self._base is not None and not self._moved(k, i):
            return self._base.threat(k, i)
        known = self._threat.get((k, i))
        if known is None:
            force = self.reaching(k, self.world.nations[i].home)
            known = divide(force * self.hostile(k, i) * self.rules.threat_permille, 100_000)
            self._threat[k, i] = known
        return known

    def threats(self, i: str) -> tuple[Part, ...]:
        """Every nation that threatens `i`, the greatest first."""
        if self._base is not None and not self._touches(i):
            return self._base.threats(i)
        known = self._threats.get(i)
        if known is None:
            if self._base is not None:
                before = self._base.threats(i)
                moved = [k for k in self.world.nations if k != i and self._moved(k, i)]
                parts = [part for part in before if part.about not in moved]
                parts += [Part("threat", amount, k) for k in moved if (amount := self.threat(k, i))]
            else:
                names = self.world.nations
                parts = [Part("threat", amount, k) for k in names if k != i and (amount := self.threat(k, i))]
            parts.sort(key=lambda part: (-part.amount, part.about))
            known = self._threats[i] = tuple(parts)
        return known

    def feared(self, i: str) -> int:
        """Sum of all threats to `i`."""
        known = self._feared.get(i)
        if known is None:
            known = self._feared[i] = sum(part.amount for part in self.threats(i))
        return known

    def spoken_to(self, guard: Guard, ward: str) -> int:
        """The part of the threats to a ward that a Guard speaks to."""
        theatre = self.world.nations[ward].home
        if (guard.area and theatre not in guard.area) or "armed_attack" not in guard.threats:
            return 0
        inside = (guard.by, *guard.wards)
        if guard.against:
            return sum(self.threat(k, ward) for k in guard.against if k in self.world.nations and k not in inside)
        return self.feared(ward) - sum(self.threat(k, ward) for k in inside if k != ward)

    # -- credibility ----------------------------------------------------------------------------------------

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
        key = (by, guard.treaty, ward)
        known = self._belief.get(key)
        if known is None:
            known = self._belief[key] = sum(part.amount for part in self._belief_parts(guard, ward))
        return known

    def credibility(self, guard: Guard, ward: str) -> Measure:
        """How much a pledge is believed, 5-95, with its parts."""
        key = (guard.by, guard.treaty, ward)
        known = self._credibility.get(key)
        if known is not None:
            return known
        parts = [*self._belief_parts(guard, ward)]
        total = sum(part.amount for part in parts)
        coverage = self.coverage(guard.by)
        if coverage < 100 and total > 0:
            parts.append(Part("coverage", divide(total * coverage, 100) - total))
        known = self._credibility[key] = Measure(self.believed(guard, ward), tuple(p for p in parts if p.amount))
        return known

    def _belief_parts(self, guard: Guard, ward: str) -> tuple[Part, ...]:
        world, rules, by = self.world, self.rules, guard.by
        nation = world.nations[by]
        base = {
            "automatic": rules.credibility_automatic,
            "consulted": rules.credibility_consulted,
            "own_way": rules.credibility_own_way,
        }[guard.automaticity]
        there = world.nations[ward].home
        on_the_spot = nation.home == there or there in nation.standing or (by, there) in self.bases
        return (
            Part(guard.automaticity, base),
            Part("ledger", self.ledger_value(by)),
            Part("trust", divide(trust(world, by, ward), 5)),
            Part("interoperability", divide(interop(world, by, ward), 5)),
            Part("support", divide(nation.support - 50, 5)),
            Part("on_the_spot", rules.credibility_on_the_spot if on_the_spot else 0),
        )

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
        for guard in self.guards[ward]:
            credibility = self.believed(guard, ward)
            share = self._share_covered(guard, ward)
            held = best.get(guard.by)
            if held is None or credibility * share > held[1] * held[2]:
                best[guard.by] = (guard, credibility, share)
        return tuple(best.values())

    def protection(self, i: str) -> Measure:
        """What stands between `i` and its fears, in hundredths of an FP."""
        known = self._protection.get(i)
        if known is not None:
            return known
        rules, nation = self.rules, self.world.nations[i]
        parts = [
            Part("base", rules.protection_base * 100),
            Part("own_forces", divide(ready(nation) * rules.protection_own, 1000)),
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
        known = self._exposure.get(i)
        if known is not None:
            return known
        parts = [*self.threats(i)]
        drawn: dict[str, tuple[Guard, int]] = {}
        for duty in self.duties[i]:
            if isinstance(duty, Guard):
                for ward in duty.wards:
                    if ward in self.guards:
                        credibility = self.believed(duty, ward)
                        if ward not in drawn or credibility > drawn[ward][1]:
                            drawn[ward] = (duty, credibility)
        for ward, (guard, credibility) in drawn.items():
            home = self.world.nations[ward].home
            mine = self.reaching(i, home)
            by_all = dict.fromkeys(other.by for other in self.guards[ward])
            everyone = sum(self.reaching(name, home) for name in by_all)
            if not mine or not everyone:
                continue
            feared = self.spoken_to(guard, ward)
            amount = divide(divide(feared * self.rules.entrapment, 1000) * mine, everyone)
            amount = divide(amount * credibility, 100)
            if amount:
                parts.append(Part("entrapment", amount, ward))
        known = self._exposure[i] = Measure(sum(part.amount for part in parts), tuple(parts))
        return known

    def security(self, i: str) -> Measure:
        """Security of `i`, 0-100. Its parts, in FP/100: protection (positive) and exposure (negative)."""
        protection, exposure = self.protection(i), self.exposure(i)
        value = divide(100 * protection.value, max(1, protection.value + exposure.value))
        feared = tuple(Part(part.name, -part.amount, part.about) for part in exposure.parts)
        return Measure(value, (*protection.parts, *feared))

    # -- sovereignty ----------------------------------------------------------------------------------------

    def duty_price(self, duty: Duty) -> int:
        """Autonomy one duty costs."""
        match duty:
            case Guard():
                return {
                    "automatic": self.rules.autonomy_guard_automatic,
                    "consulted": self.rules.autonomy_guard_consulted,
                    "own_way": self.rules.autonomy_guard_own_way,
                }[duty.automaticity]
            case Consult():
                return self.rules.autonomy_consult
            case Train():
                return self.rules.autonomy_train
            case Pay():
                return self.rules.autonomy_pay if duty.target else 0
            case Abstain():
                return self.rules.autonomy_abstain * len(duty.acts)
            case Provide():
                if duty.what == "base":
                    return self.rules.autonomy_base
                return self.rules.autonomy_intelligence * duty.level

    def autonomy(self, i: str) -> Measure:
        """Freedom of action left, 0-100, with the price of each treaty."""
        prices: dict[str, int] = {}
        promised: list[str] = []
        # The dearest Guard first: to promise one ward again under another treaty gives nothing more away.
        for duty in sorted(self.duties[i], key=lambda duty: (-self.duty_price(duty), duty.treaty)):
            price = self.duty_price(duty)
            if isinstance(duty, Guard):
                fresh = [ward for ward in duty.wards if ward not in promised]
                price = divide(price * len(fresh), len(duty.wards))
                promised += fresh
            prices[duty.treaty] = prices.get(duty.treaty, 0) + price
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
        """FP a Guard promises today; at least 1 where anything may leave home."""
        half = may_leave(self.world.nations[guard.by])
        return max(1, divide(half * guard.earmark, 100)) if half else 0
