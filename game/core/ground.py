"""What no treaty changes about a world, computed once and shared by every what-if on it.

The views of one state share most of it too: only what involves the seat itself, or a nation it knows better than
others do, differs from what everybody sees.
"""

from operator import attrgetter
from typing import TypeAlias

from game.core.arith import divide
from game.core.geography import Steps, projected
from game.core.practice import practice_now
from game.core.relations import (
    Part,
    interop,
    polarity,
    pole_creeds,
    raw_hostility,
    raw_hostility_parts,
    strange_hostility,
    told_of,
    trust,
)
from game.core.world import Pair, State, pair_key, pair_of

Met: TypeAlias = dict[tuple[str, str], tuple[Pair, int, int]]
"""Two nations' record, and what one feels toward the other by it: trust, and hostility without treaties."""


class Ground:
    """Trust and raw hostility between any two nations, and how much of a force reaches a theatre."""

    def __init__(
        self,
        world: State,
        public: "Ground | None" = None,
        known: tuple[str, ...] = (),
        steps: Steps | None = None,
        met: Met | None = None,
    ) -> None:
        """`public`: the ground of what everybody sees of the same state; `known`: nations this world knows better,
        the seat first; `steps`: distances between these theatres worked out before; `met`: what the same seat has
        worked out this turn of records that may stand unchanged."""
        self.world = world
        self._polar: int | None = public.polar if public is not None else None
        self._creeds: tuple[str, str] | None = public.creeds if public is not None else None
        self.steps: Steps = steps if steps is not None else public.steps if public is not None else {}
        self._public = public
        self._seat = known[0] if known else ""
        self._places: dict[str, int] = {}
        self._strange: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
        self.known = known
        """Nations this world knows better than others do, the seat first; none where it is everybody's."""
        self._related: dict[str, dict[str, None]] | None = None
        self._raw: dict[tuple[str, str], int] = {}
        self._trust: dict[tuple[str, str], int] = {}
        self._met: Met = met if met is not None else {}
        self._felt: dict[str, list[int]] = {}
        self._toward: dict[str, dict[str, int]] = {}
        self._within: dict[str, dict[str, int]] = {}
        self._shared: dict[str, tuple[int, int]] = {}
        self._close: dict[tuple[str, str], int] = {}
        self._projected: dict[tuple[str, str], int] = {}
        self.changed: tuple[str, ...] = ()
        """Records of pairs in which it differs from the ground it was made from."""

    @property
    def polar(self) -> int:
        """Permille by which the world is divided in two."""
        if self._polar is None:
            self._polar = polarity(self.world)
        return self._polar

    @property
    def creeds(self) -> tuple[str, str]:
        """Doctrines of the two greatest nations."""
        if self._creeds is None:
            self._creeds = pole_creeds(self.world)
        return self._creeds

    @property
    def common(self) -> "Ground":
        """The ground of what everybody sees; this one where there is no other."""
        return self._public if self._public is not None else self

    def raw(self, k: str, i: str) -> int:
        """Hostility of `k` toward `i` without treaties."""
        if self._public is not None and k != self._seat and i != self._seat:
            return self._public.raw(k, i)
        found = self._raw.get((k, i))
        return found if found is not None else self._meet(k, i)[2]

    def trust(self, k: str, i: str) -> int:
        """Trust of `k` in `i`, -100..100."""
        if self._public is not None and k != self._seat and i != self._seat:
            return self._public.trust(k, i)
        found = self._trust.get((k, i))
        return found if found is not None else self._meet(k, i)[1]

    def _meet(self, k: str, i: str, strange: int | None = None) -> tuple[Pair, int, int]:
        pair = pair_of(self.world, k, i)
        had = self._met.get((k, i))
        if had is None or had[0] is not pair:
            trusted = trust(self.world, k, i) if k in pair.trust else 0
            if strange is None:
                strange = self._strangers(i)[0][self._placed()[k]]
            had = self._met[k, i] = (pair, trusted, raw_hostility(self.world, pair, k, i, strange, trusted))
        _, self._trust[k, i], self._raw[k, i] = had
        return had

    def toward(self, i: str) -> dict[str, int]:
        """`raw` of everyone related to one. Not to be changed by the reader."""
        found = self._toward.get(i)
        if found is None:
            if self._public is None or i == self._seat:
                places, row = self._placed(), self._strangers(i)[0]
                found = {k: self._meet(k, i, row[places[k]])[2] for k in self.related(i)}
            else:
                found = self._public.toward(i)
                if self._seat in found and (mine := self.raw(self._seat, i)) != found[self._seat]:
                    found = {**found, self._seat: mine}
            self._toward[i] = found
        return found

    def within(self, i: str) -> dict[str, int]:
        """`projected` to the home of one, of everyone related to it. Not to be changed by the reader."""
        found = self._within.get(i)
        if found is None:
            home = self.world.nations[i].home
            if self._public is None:
                found = {k: self.projected(k, home) for k in self.related(i)}
            else:
                found = self._public.within(i)
                better = {k: mine for k in self.known if k in found and (mine := self.projected(k, home)) != found[k]}
                found = {**found, **better} if better else found
            self._within[i] = found
        return found

    def practised(self, a: str, b: str) -> tuple[int, int]:
        """How well the forces of two nations fight together by their own practice, and what of it is fresh."""
        if self._public is not None and self._seat not in (a, b):
            return self._public.practised(a, b)
        key = pair_key(a, b)
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = (interop(self.world, a, b), practice_now(self.world, a, b, "field"))
        return found

    def close(self, a: str, b: str) -> int:
        """Points by which trust and practice together make a pledge of one nation to another believed."""
        if self._public is not None and a != self._seat and b != self._seat:
            return self._public.close(a, b)
        found = self._close.get((a, b))
        if found is None:
            joined, fresh = self.practised(a, b)
            found = self._close[a, b] = divide(self.trust(a, b), 5) + divide(joined, 5) + fresh
        return found

    def felt(self, i: str) -> list[int]:
        """`raw` of every nation toward one, within 0-100, in the order of the nations; 0 for its own. Not to be
        changed by the reader."""
        found = self._felt.get(i)
        if found is None:
            if self._public is not None and i != self._seat:
                found = list(self._public.felt(i))
                found[self._placed()[self._seat]] = max(0, min(100, self.raw(self._seat, i)))
            else:
                found = list(self._strangers(i)[1])
                places = self._placed()
                for k, raw in self.toward(i).items():
                    found[places[k]] = max(0, min(100, raw))
                found[places[i]] = 0
            self._felt[i] = found
        return found

    def _strangers(self, i: str) -> tuple[list[int], list[int]]:
        """`raw` and `felt` as they would be if no nation had a record with another: the same for all of one doctrine
        and regime."""
        if self._public is not None:
            return self._public._strangers(i)
        nations = self.world.nations
        kind = (nations[i].doctrine, nations[i].regime)
        known = self._strange.get(kind)
        if known is None:
            by_kind: dict[tuple[str, int], int] = {}
            raw: list[int] = []
            for nation in nations.values():
                its = (nation.doctrine, nation.regime)
                if its not in by_kind:
                    by_kind[its] = strange_hostility(self.world, nation, nations[i], self.polar, self.creeds)
                raw.append(by_kind[its])
            known = self._strange[kind] = (raw, [max(0, min(100, felt)) for felt in raw])
        return known

    def _placed(self) -> dict[str, int]:
        """Place of every nation in the order of the nations."""
        if self._public is not None:
            return self._public._placed()
        if not self._places:
            self._places = {name: at for at, name in enumerate(self.world.nations)}
        return self._places

    def related(self, i: str) -> dict[str, None]:
        """Nations politically relevant to one: those with whom it is seen to have a record, and the great powers.

        Nobody else threatens it. So work grows with the pairs that matter, not with all there could be.
        """
        if self._public is not None:
            return self._public.related(i)
        if self._related is None:
            names = self.world.nations
            great = [name for name, nation in names.items() if nation.rank == "great"]
            self._related = {name: dict.fromkeys(other for other in great if other != name) for name in names}
            for name in great:
                self._related[name] = dict.fromkeys(other for other in names if other != name)
            for key in sorted(self.world.pairs):
                if told_of(self.world, key):
                    a, _, b = key.partition("-")
                    self._related[a][b] = None
                    self._related[b][a] = None
        return self._related[i]

    def raw_parts(self, k: str, i: str) -> tuple[Part, ...]:
        """The named parts of `raw`."""
        return raw_hostility_parts(self.world, k, i, self.polar, self.creeds)

    def projected(self, nation: str, theatre: str) -> int:
        """Ready forces of a nation that count at a theatre, in hundredths of an FP."""
        if self._public is not None and nation not in self.known:
            return self._public.projected(nation, theatre)
        found = self._projected.get((nation, theatre))
        if found is None:
            found = projected(self.world, self.world.nations[nation], theatre, self.steps)
            self._projected[nation, theatre] = found
        return found

    def later(self, world: State) -> "Ground":
        """The ground of a later state of the same turn: this one where nothing it stands on has changed."""
        old = self.world
        pairs = tuple(key for key, pair in world.pairs.items() if old.pairs.get(key) is not pair)
        if world.pairs.keys() != old.pairs.keys():
            # What third parties see of two nations may fade to nothing.
            pairs = (*pairs, *(key for key in old.pairs if key not in world.pairs))
        nations = tuple(
            name
            for name, nation in world.nations.items()
            if (then := old.nations[name]) is not nation and _forces(then) != _forces(nation)
        )
        return self.moved_to(world, pairs, nations) if pairs or nations else self

    def _tells_as_before(self, world: State, pairs: tuple[str, ...]) -> bool:
        """Whether third parties see something of the same pairs as before, where only these have changed."""
        return all(told_of(world, key) == told_of(self.world, key) for key in pairs)

    def stands(self, world: State, public: "Ground", known: tuple[str, ...]) -> bool:
        """Whether this ground of a seat is that of a later world of the same seat too."""
        return public is self._public and known == self.known and self.later(world) is self

    def moved_to(self, world: State, pairs: tuple[str, ...], nations: tuple[str, ...]) -> "Ground":
        """The ground of a later state of the same turn, in which only these pairs and nations have changed.

        Nothing of a nation but its forces, their readiness, technology and where they stand may have changed.
        """
        after = Ground.__new__(Ground)
        after.world, after._polar, after.steps = world, self._polar, self.steps
        after._creeds, after.changed = self._creeds, pairs
        after._public, after._seat, after.known = None, "", ()
        after._related = self._related if self._tells_as_before(world, pairs) else None
        after._raw, after._trust, after._met = dict(self._raw), dict(self._trust), self._met
        after._felt, after._projected = dict(self._felt), self._projected
        after._toward, after._within, after._shared = dict(self._toward), self._within, dict(self._shared)
        after._close = dict(self._close)
        after._places, after._strange = self._places, self._strange
        for key in pairs:
            a, _, b = key.partition("-")
            after._shared.pop(key, None)
            after._close.pop((a, b), None)
            after._close.pop((b, a), None)
            for name in (a, b):
                after._felt.pop(name, None)
                after._toward.pop(name, None)
            after._raw.pop((a, b), None)
            after._raw.pop((b, a), None)
            after._trust.pop((a, b), None)
            after._trust.pop((b, a), None)
        if after._related is None:
            after._toward, after._within = {}, {}
        if nations:
            after._projected = {key: amount for key, amount in self._projected.items() if key[0] not in nations}
            after._within = {i: row for i, row in after._within.items() if not any(k in row for k in nations)}
        return after


_forces = attrgetter("forces", "readiness", "technology", "standing")
"""What of a nation may change within a turn that its ground stands on."""
