"""The numbers of one seat's world, patched on those of what everybody sees.

Most of what a seat reckons is what every other reckons: it is worked out once a state. Only what involves the seat
itself, or a nation it knows better than others do, is worked out anew.
"""

from game.core.appraisal import Appraisal
from game.core.councils import with_text
from game.core.duties import Guard
from game.core.fears import sorted_threats
from game.core.ground import Ground
from game.core.record import replace
from game.core.relations import Part
from game.core.world import State


def as_if_bound(world: State) -> State:
    """A world in which what was signed this turn is in force, new texts too: nobody signs the same promise twice."""
    fresh = {
        name: replace(treaty, signed=world.turn - 1) if treaty.coming is None else with_text(treaty, treaty.coming)
        for name, treaty in world.treaties.items()
        if (treaty.signed == world.turn or treaty.coming is not None) and not treaty.ended
    }
    return replace(world, treaties={**world.treaties, **fresh}) if fresh else world


def appraisal_of(world: State, ground: Ground, public: Appraisal | None) -> Appraisal:
    """The appraisal of a seat's world, from `public`, that of what everybody sees, where both hold the same treaties.

    Equal to `Appraisal(world, ground)`.
    """
    if public is not None and ground.known and public.world.treaties == world.treaties:
        return Seen(world, ground, public)
    return Appraisal(world, ground)


class Seen(Appraisal):
    """The appraisal of the world of a seat: `ground.known` holds it and those it knows better than others do."""

    _base: Appraisal

    def __init__(self, world: State, ground: Ground, public: Appraisal) -> None:
        self._prepare(world, ground)
        self._base = public
        self._seat = ground.known[0]
        self._known = dict.fromkeys(ground.known)
        self.duties, self.guards = public.duties, public.guards
        self.eased, self.commands = public.eased, public.commands
        self.bases, self.abstains, self.warned = public.bases, public.abstains, public.warned
        seat, least, raw, public_raw = self._seat, self.rules.opportunity_hostility, ground.raw, public.ground.raw
        others = [name for name in world.nations if name != seat]
        self._turned_on = {k: None for k in others if (raw(k, seat) >= least) != (public_raw(k, seat) >= least)}
        """Those whose hostility to the seat its own record puts on the other side of what makes one feel meant."""
        self._turned_by = {i: None for i in others if (raw(seat, i) >= least) != (public_raw(seat, i) >= least)}
        """Those of whom the seat's own hostility is so."""
        self._reaimed: dict[str, dict[str, None]] = {}
        """By party of a treaty that the seat and the public think aimed at others: those they differ about."""
        for guard in public.open_guards():
            mine, theirs = self._meant_by(guard), public._meant_by(guard)
            if mine is not theirs:
                differ = [k for k in (*mine, *theirs) if (k in mine) != (k in theirs)]
                for party in (guard.by, *guard.wards):
                    self._reaimed.setdefault(party, {}).update(dict.fromkeys(differ))

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
        return self._cohesion_here(treaty_id)

    def _doubted(self, treaty_id: str) -> bool:
        """Whether this seat takes an alliance for more or less of one mind than everybody does."""
        return self.cohesion(treaty_id) != self._base.cohesion(treaty_id)

    def coverage(self, guarantor: str) -> int:
        """What is promised is open to all."""
        return self._base.coverage(guarantor)

    def _belief_in(self, guard: Guard, ward: str) -> int:
        if guard.by in self._known or ward == self._seat or self._doubted(guard.treaty):
            return self._belief_here(guard, ward)
        return self._base._belief_in(guard, ward)

    def _gathers_as_before(self, ward: str) -> bool:
        return not any(guard.by in self._known for guard in self.guards[ward])
