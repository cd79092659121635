"""Threats between nations under the treaties in force, and what one more treaty would change about them."""

from typing import TypeAlias

from game.core.arith import clamp, divide
from game.core.duties import Abstain, Consult, Contribute, Duty, Guard, Notify, Pay, Provide, Train
from game.core.geography import projected
from game.core.ground import Ground
from game.core.relations import Measure, Part
from game.core.rules import Rules
from game.core.triggers import duties_of
from game.core.world import State


def sorted_threats(parts: list[Part]) -> tuple[Part, ...]:
    """Threats, the greatest first."""
    return tuple(sorted(parts, key=lambda part: (-part.amount, part.about)))


Aroused: TypeAlias = tuple[
    dict[str, None],
    dict[str, dict[str, None]],
    dict[tuple[str, str], int],
    dict[str, tuple[Part, ...]],
    dict[str, int],
    dict[tuple[str, str], int],
]
"""What Guards change about threats, the same for every treaty of the same parties that names the same: whom they
are meant for, whom each treaty's are aimed at, single threats, all to one, their sums, and what Guards speak to."""


class Fears:
    """Duties by nation, and who threatens whom by how much. Reads only; remembers what it has worked out."""

    def __init__(self, world: State, ground: Ground | None = None) -> None:
        self._prepare(world, ground if ground is not None else Ground(world))
        self.of_treaties: dict[str, object] = {}
        """What readers have made of these treaties and need not make again."""
        self.duties: dict[str, list[Duty]] = {name: [] for name in world.nations}
        self.guards: dict[str, list[Guard]] = {name: [] for name in world.nations}
        """Guards by ward."""
        self.bases: dict[tuple[str, str], None] = {}
        """Who may use a base in which theatre."""
        self.abstains: dict[tuple[str, str], None] = {}
        """Who has promised whom to press nothing."""
        self.eased: dict[tuple[str, str], int] = {}
        """How much less is to be feared from one by another for what it tells, keeps away or does not build."""
        self.commands: dict[tuple[str, str], None] = {}
        """Who has forces under one command with whom."""
        self.warned: dict[tuple[str, str], None] = {}
        """Whom an alliance has warned off which of its members, with one voice."""
        for treaty_id, treaty in world.treaties.items():
            if treaty.in_force(world.turn):
                for other, spoken in treaty.statements.items():
                    if spoken >= world.turn - world.rules.joint_words_turns:
                        self.warned.update(((other, member), None) for member in treaty.active)
                for duty in duties_of(treaty_id, treaty):
                    self._enter(duty)

    def _prepare(self, world: State, ground: Ground) -> None:
        self.world = world
        self.rules: Rules = world.rules
        self.ground = ground
        self._base: Fears | None = None
        self._added = ""
        """Id of the added treaty."""
        self._inert = False
        """Whether the added treaty changes nothing about threats and protection: no Guard, no restraint, no base."""
        self._armed: dict[str, None] = {}
        """Parties of the added treaty, if it holds a Guard."""
        self._meant: dict[str, None] = {}
        """Nations that Guard is aimed at."""
        self._bound: dict[str, None] = {}
        """Parties of the added treaty."""
        self._trained: dict[str, None] = {}
        """The same, where it changes how well their forces fight together."""
        self._lent: tuple[tuple[str, ...], str] = ((), "")
        """Whom the added treaty lends a base, and where."""
        self._calmed = False
        """Whether the added treaty makes its parties abstain."""
        self._reaching: dict[tuple[str, str], int] = {}
        self._threat: dict[tuple[str, str], int] = {}
        self._aimed: dict[str, dict[str, None]] = {}
        """By treaty: those its Guards point at."""
        self._open: tuple[Guard, ...] | None = None
        self._against: dict[str, dict[str, None]] = {}
        """By guarantor: those any of its Guards points at."""
        self._threats: dict[str, tuple[Part, ...]] = {}
        self._feared: dict[str, int] = {}
        self._spoken: dict[tuple[str, str], int] = {}
        self._aroused: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Aroused] = {}
        """What Guards of some parties would change about threats, by their treaty's id, parties and whom they name."""

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
            kind = type(duty)
            if kind is Consult or kind is Train or kind is Pay:
                return
            if isinstance(duty, Guard):
                # A declared answer to hidden hands takes no forces: it protects nobody's soil.
                for ward in duty.wards if duty.armed else ():
                    if ward in self.guards:
                        self.guards[ward].append(duty)
            elif isinstance(duty, Provide) and duty.what == "base":
                for guest in duty.to:
                    self.bases[guest, self.world.nations[duty.by].home] = None
            elif isinstance(duty, Abstain):
                points = self.rules.hostility_eased * sum(act in ("exercise_near", "arm") for act in duty.acts)
                for other in duty.toward:
                    if "press" in duty.acts:
                        self.abstains[duty.by, other] = None
                    if points:
                        self.eased[duty.by, other] = self.eased.get((duty.by, other), 0) + points
            elif isinstance(duty, Notify):
                for other in duty.among:
                    self.eased[duty.by, other] = self.eased.get((duty.by, other), 0) + self.rules.hostility_eased
            elif isinstance(duty, Contribute) and duty.to == "command":
                self.commands.update(((duty.by, other), None) for other in duty.among)

    def reaching(self, nation: str, theatre: str) -> int:
        """Ready forces of a nation that count at a theatre, in hundredths of an FP, bases lent to it included."""
        if (nation, theatre) not in self.bases:
            return self.ground.projected(nation, theatre)
        if self._base is not None and self._added and (nation, theatre) in self._base.bases:
            return self._base.reaching(nation, theatre)
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
        return k in self._meant_by(guard)

    def _meant_by(self, guard: Guard) -> dict[str, None]:
        """Everyone hostile enough to a party of a Guard that names nobody to feel meant by it."""
        if self._base is not None and guard.treaty != self._added:
            return self._base._meant_by(guard)
        known = self._aimed.get(guard.treaty)
        if known is None:
            known = self._aimed[guard.treaty] = self._hostile_to((guard.by, *guard.wards))
        return known

    def _hostile_to(self, inside: tuple[str, ...]) -> dict[str, None]:
        least = self.rules.opportunity_hostility
        rows = [self.ground.felt(name) for name in inside]
        most = zip(self.world.nations, zip(*rows, strict=True), strict=True)
        return {k: None for k, felt in most if max(felt) >= least and k not in inside}

    def open_guards(self) -> tuple[Guard, ...]:
        """A Guard of every treaty whose Guards name nobody they are aimed at."""
        if self._open is None:
            found: dict[str, Guard] = {}
            for duties in self.duties.values():
                for duty in duties:
                    if isinstance(duty, Guard) and duty.armed and not duty.against:
                        found.setdefault(duty.treaty, duty)
            self._open = tuple(found.values())
        return self._open

    def _opposed(self, i: str) -> dict[str, None]:
        """Everyone a Guard of `i` points at, the added treaty aside."""
        if self._base is not None:
            return self._base._opposed(i)
        return self._opposed_here(i)

    def _opposed_here(self, i: str) -> dict[str, None]:
        known = self._against.get(i)
        if known is None:
            known = self._against[i] = {}
            for duty in self.duties[i]:
                if isinstance(duty, Guard) and duty.armed:
                    known.update(dict.fromkeys(duty.against) if duty.against else self._meant_by(duty))
        return known

    def _guards_against(self, i: str, k: str) -> bool:
        return (i in self._armed and k in self._meant) or k in self._opposed(i)

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
        if (k, i) in self.eased:
            total -= self.eased[k, i]
            parts = (*parts, Part("eased", -self.eased[k, i]))
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
        if self.eased:
            total -= self.eased.get((k, i), 0)
        return clamp(total, 0, 100)

    def threat(self, k: str, i: str) -> int:
        """Threat of `k` to `i`, in hundredths of an FP: ready forces x reach x hostility."""
        if self._base is not None and not self._moved(k, i):
            return self._base.threat(k, i)
        known = self._threat.get((k, i))
        if known is None and k not in self.ground.related(i):
            known = self._threat[k, i] = 0
        if known is None:
            force = self.reaching(k, self.world.nations[i].home)
            known = divide(force * self.hostile(k, i) * self.rules.threat_permille, 100_000)
            self._threat[k, i] = known
        return known

    def threats(self, i: str) -> tuple[Part, ...]:
        """Every nation that threatens `i`, the greatest first."""
        known = self._threats.get(i)
        if known is None:
            if self._base is None:
                known = sorted_threats(self._threats_to(i))
            elif not self._touches(i):
                known = self._base.threats(i)
            else:
                near = self.ground.related(i)
                known = self._put_right(i, [k for k in self._movers(i) if k in near])
            self._threats[i] = known
        return known

    def _movers(self, i: str) -> dict[str, None]:
        """Everyone whose hostility to `i` the added treaty can have changed: `_moved` the other way round."""
        found: dict[str, None] = {}
        if i in self._armed:
            found.update(self._meant)
        if i in self._meant:
            found.update(self._armed)
        if self._calmed and i in self._bound:
            found.update(self._bound)
        if self.world.nations[i].home == self._lent[1]:
            found.update(dict.fromkeys(self._lent[0]))
        return found

    def _put_right(self, i: str, moved: list[str]) -> tuple[Part, ...]:
        """The threats to one that were known before, those of `moved` worked out again."""
        assert self._base is not None
        before = self._base.threats(i)
        fresh = {k: self.threat(k, i) for k in moved}
        had = {part[2]: part[1] for part in before if part[2] in fresh}
        if all(amount == had.get(k, 0) for k, amount in fresh.items()):
            return before
        parts = [part for part in before if part[2] not in fresh]
        parts += [Part("threat", amount, k) for k, amount in fresh.items() if amount]
        return sorted_threats(parts)

    def _threats_to(self, i: str) -> list[Part]:
        """`threat` of everyone to one, where no treaty is added to the world's own: the same sums in one go."""
        rules, home, parts = self.rules, self.world.nations[i].home, []
        opposed, within, bases, eased = self._opposed(i), self.ground.within(i), self.bases, self.eased
        for k, total in self.ground.toward(i).items():
            force = self.reaching(k, home) if bases and (k, home) in bases else within[k]
            if not force:
                continue
            if k in opposed:
                total += rules.hostility_guarding
                if i in self._opposed(k):
                    total += rules.hostility_guards
            if (k, i) in self.abstains:
                total -= rules.hostility_abstain
            if eased:
                total -= eased.get((k, i), 0)
            if total <= 0:
                continue
            amount = divide(force * min(100, total) * rules.threat_permille, 100_000)
            if amount:
                parts.append(Part("threat", amount, k))
        return parts

    def feared(self, i: str) -> int:
        """Sum of all threats to `i`."""
        known = self._feared.get(i)
        if known is None:
            if self._base is not None and not self._touches(i):
                known = self._base.feared(i)
            else:
                known = sum([part[1] for part in self.threats(i)])
            self._feared[i] = known
        return known

    def spoken_to(self, guard: Guard, ward: str) -> int:
        """The part of the threats to a ward that a Guard speaks to: the same for every guarantor of one treaty."""
        if self._added and guard.treaty == self._added:
            return self._spoken_to(guard, ward)
        known = self._spoken.get((guard.treaty, ward))
        if known is None:
            if self._base is not None and not self._touches(ward):
                known = self._base.spoken_to(guard, ward)
            else:
                known = self._spoken_to(guard, ward)
            self._spoken[guard.treaty, ward] = known
        return known

    def _spoken_to(self, guard: Guard, ward: str) -> int:
        theatre = self.world.nations[ward].home
        if (guard.area and theatre not in guard.area) or "armed_attack" not in guard.threats:
            return 0
        inside = (guard.by, *guard.wards)
        if guard.against:
            meant = guard.against
            return sum([part[1] for part in self.threats(ward) if part[2] in meant and part[2] not in inside])
        return sum([part[1] for part in self.threats(ward) if part[2] not in inside])
