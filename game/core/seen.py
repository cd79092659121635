"""The numbers of one seat's world, patched on those of what everybody sees.

Most of what a seat reckons is what every other reckons: it is worked out once a state. Only what involves the seat
itself, or a nation it knows better than others do, is worked out anew.
"""

from game.core.appraisal import Appraisal
from game.core.beliefs import Held
from game.core.cohesion import cohesion_points
from game.core.councils import with_text
from game.core.duties import Guard
from game.core.fears import sorted_threats
from game.core.ground import Ground
from game.core.record import replace
from game.core.relations import Part
from game.core.workings import Workings
from game.core.world import State, same_treaties


def as_if_bound(world: State, like: State | None = None) -> State:
    """A world in which what was signed this turn is in force, new texts too: nobody signs the same promise twice.

    `like`: one made so before, of much the same moment; what is equal in both is taken from it.
    """
    fresh = {
        name: replace(treaty, signed=world.turn - 1) if treaty.coming is None else with_text(treaty, treaty.coming)
        for name, treaty in world.treaties.items()
        if (treaty.signed == world.turn or treaty.coming is not None) and not treaty.ended
    }
    if not fresh:
        return world
    had = like.treaties if like is not None else {}
    bound = replace(world, treaties={
        **world.treaties, **{name: had[name] if had.get(name) == one else one for name, one in fresh.items()}
    })  # fmt: skip
    return replace(bound, treaties=had) if like is not None and same_treaties(bound, like) else bound


def appraisal_of(world: State, ground: Ground, public: Appraisal | None, workings: Workings) -> Appraisal:
    """The appraisal of a seat's world, from `public`, that of what everybody sees, where this holds the same treaties
    or more; `workings` are those on `ground`.

    Equal to `Appraisal(world, ground)`.
    """
    if public is not None and ground.known:
        gone = tuple(name for name in public.world.treaties if name not in world.treaties)
        open_to_all = public.lacking(gone) if gone else public
        if open_to_all.world.treaties == world.treaties:
            return Seen(world, ground, open_to_all) if gone else _seen(world, ground, open_to_all, workings)
    return Appraisal(world, ground)


def _seen(world: State, ground: Ground, public: Appraisal, workings: Workings) -> Appraisal:
    """`Seen`, kept from an earlier moment where this seat saw the same of everybody."""
    had = workings.made.get("seen")
    kept = had.later(world, ground) if isinstance(had, Seen) and had.stands_on(public) else None
    made = kept if kept is not None else Seen(world, ground, public)
    workings.made["seen"] = made
    return made


class Seen(Appraisal):
    """The appraisal of the world of a seat: `ground.known` holds it and those it knows better than others do."""

    _base: Appraisal

    def __init__(self, world: State, ground: Ground, public: Appraisal) -> None:
        self._prepare(world, ground)
        self._base = public
        self._seat = ground.known[0]
        self._known = dict.fromkeys(ground.known)
        self.of_treaties = public.of_treaties
        self.duties, self.guards = public.duties, public.guards
        self.eased, self.commands = public.eased, public.commands
        self.bases, self.abstains, self.warned = public.bases, public.abstains, public.warned
        self._turned_on, self._turned_by = _turned(ground, public.ground, self._seat, self.rules.opportunity_hostility)
        """Those whose hostility to the seat its own record puts on the other side of what makes one feel meant; and
        those toward whom the seat's own hostility is so."""
        self._reaimed: dict[str, dict[str, None]] = {}
        """By party of a treaty that the seat and the public think aimed at others: those they differ about."""
        for guard in public.open_guards() if self._turned_on or self._turned_by else ():
            mine, theirs = self._meant_by(guard), public._meant_by(guard)
            if mine is not theirs:
                differ = [k for k in (*mine, *theirs) if (k in mine) != (k in theirs)]
                for party in (guard.by, *guard.wards):
                    self._reaimed.setdefault(party, {}).update(dict.fromkeys(differ))

    def _apart(self, gone: tuple[str, ...], world: State) -> Appraisal:
        """Worked out afresh: what everybody sees, on which this is patched, holds what is gone."""
        return Appraisal(world, self.ground)

    def stands_on(self, public: Appraisal) -> bool:
        """Whether it was patched on this appraisal."""
        return self._base is public

    def _meant_by(self, guard: Guard) -> dict[str, None]:
        known = self._aimed.get(guard.treaty)
        if known is None:
            known = self._aimed[guard.treaty] = self._meant_here(guard)
        return known

    def _meant_here(self, guard: Guard) -> dict[str, None]:
        public, inside = self._base._meant_by(guard), (guard.by, *guard.wards)
        if self._seat in inside:
            if not self._turned_on:
                return public
            found = self._hostile_to(inside)
            return public if found.keys() == public.keys() else found
        if not self._turned_by:
            return public
        least = self.rules.opportunity_hostility
        if any(self.ground.raw(self._seat, name) >= least for name in inside):
            return public if self._seat in public else {**public, self._seat: None}
        return {k: None for k in public if k != self._seat} if self._seat in public else public

    def _opposed(self, i: str) -> dict[str, None]:
        return self._opposed_here(i) if i in self._reaimed else self._base._opposed(i)

    def reaching(self, nation: str, theatre: str) -> int:
        """As everybody reckons it, but for the seat and those it knows better."""
        return super().reaching(nation, theatre) if nation in self._known else self._base.reaching(nation, theatre)

    def _moved(self, k: str, i: str) -> bool:
        if k in self._known or i == self._seat:
            return True
        return k in self._reaimed.get(i, ()) or i in self._reaimed.get(k, ())

    def _touches(self, i: str) -> bool:
        return self.threats(i) is not self._base.threats(i)

    def threats(self, i: str) -> tuple[Part, ...]:
        """As everybody sees them, the seat's own and those of nations it knows better put right."""
        known = self._threats.get(i)
        if known is None:
            if i == self._seat:
                known = sorted_threats(self._threats_to(i))
            else:
                near = self.ground.related(i)
                known = self._put_right(i, [k for k in self._movers(i) if k in near])
            self._threats[i] = known
        return known

    def _movers(self, i: str) -> dict[str, None]:
        found = {**self._known, **self._reaimed.get(i, {})}
        found.update(dict.fromkeys(k for k, others in self._reaimed.items() if i in others))
        return found

    def cohesion(self, treaty_id: str) -> int:
        """From this world: what its members feel is what this seat knows of it."""
        known = self._cohesion.get(treaty_id)
        if known is None:
            treaty = self.world.treaties.get(treaty_id)
            charter = treaty.charter if treaty is not None else None
            if treaty is None or charter is None:
                known = self._base.cohesion(treaty_id)
            elif self._seat in treaty.parties or charter.against == self._seat or charter.against not in self.guards:
                known = self._cohesion_here(treaty_id)
            else:
                # What its members think of each other and of their enemy is what everybody thinks they do.
                known = self._base.cohesion(treaty_id)
            self._cohesion[treaty_id] = known
        return known

    def _doubt(self, treaty_id: str) -> int:
        """Points by which this seat's opinion of how far an alliance is of one mind moves belief in its Guards."""
        known = self._doubts.get(treaty_id)
        if known is None:
            points = cohesion_points(self.cohesion(treaty_id)) - cohesion_points(self._base.cohesion(treaty_id))
            known = self._doubts[treaty_id] = points
        return known

    def _forget_beliefs(self) -> None:
        super()._forget_beliefs()
        self._doubts: dict[str, int] = {}

    def coverage(self, guarantor: str) -> int:
        """What is promised is open to all."""
        return self._base.coverage(guarantor)

    def _hold(self, ward: str) -> list[Held]:
        before = self._base._held(ward)
        if ward == self._seat:
            return [self._afresh(guard, ward) for guard in self.guards[ward]]
        rows: list[Held] = []
        same = True
        for held in before:
            guard = held[0]
            if guard.by in self._known:
                held, same = self._afresh(guard, ward), False
            elif points := self._doubt(guard.treaty):
                belief = held[1] + points
                held, same = Held(guard, belief, held[2], self._covered(belief, guard.by)), False
            rows.append(held)
        return before if same else rows

    def _belief_anew(self, guard: Guard, ward: str) -> int:
        if guard.by in self._known or ward == self._seat:
            return self._belief_here(guard, ward)
        return self._base._belief_in(guard, ward) + self._doubt(guard.treaty)

    def _stands(self, i: str, held: list[Held], shares: dict[str, int]) -> bool:
        """Whether what protects a nation is what everybody thinks protects it."""
        return i not in self._known and super()._stands(i, held, shares)

    def _quarrels_as_before(self, guard: Guard, ward: str) -> bool:
        return guard.by not in self._known and super()._quarrels_as_before(guard, ward)

    def _gathers_as_before(self, ward: str) -> bool:
        return not any(guard.by in self._known for guard in self.guards[ward])


def _turned(mine: Ground, public: Ground, seat: str, least: int) -> tuple[dict[str, None], dict[str, None]]:
    """Those whose hostility to a seat, and those its own hostility to whom, lies on the other side of `least` by its
    own record than by what everybody sees."""
    on: dict[str, None] = {}
    by: dict[str, None] = {}
    for name in mine.related(seat):
        if (mine.raw(name, seat) >= least) != (public.raw(name, seat) >= least):
            on[name] = None
        if (mine.raw(seat, name) >= least) != (public.raw(seat, name) >= least):
            by[name] = None
    return on, by
