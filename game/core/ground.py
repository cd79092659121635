"""What no treaty changes about a world, computed once and shared by every what-if on it.

The views of one state share most of it too: only what involves the seat itself, or a nation it knows better than
others do, differs from what everybody sees.
"""

from typing import TypeAlias

from game.core.geography import Steps, projected
from game.core.relations import (
    Part,
    polarity,
    pole_creeds,
    raw_hostility,
    raw_hostility_parts,
    strange_hostility,
    trust,
)
from game.core.world import Pair, State, pair_of

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
        self._strange: dict[tuple[str, int], list[int]] = {}
        self.known = known
        """Nations this world knows better than others do, the seat first; none where it is everybody's."""
        self._related: dict[str, dict[str, None]] | None = None
        self._raw: dict[tuple[str, str], int] = {}
        self._trust: dict[tuple[str, str], int] = {}
        self._met: Met = met if met is not None else {}
        self._felt: dict[str, list[int]] = {}
        self._projected: dict[tuple[str, str], int] = {}
        self.worked_out: dict[str, object] = {}
        """What readers have made of this ground and need not make again."""

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

    def _meet(self, k: str, i: str) -> tuple[Pair, int, int]:
        pair = pair_of(self.world, k, i)
        had = self._met.get((k, i))
        if had is None or had[0] is not pair:
            trusted = trust(self.world, k, i) if k in pair.trust else 0
            strange = strange_hostility(
                self.world, self.world.nations[k], self.world.nations[i], self.polar, self.creeds
            )
            had = self._met[k, i] = (pair, trusted, raw_hostility(self.world, pair, k, i, strange, trusted))
        _, self._trust[k, i], self._raw[k, i] = had
        return had

    def felt(self, i: str) -> list[int]:
        """`raw` of every nation toward one, within 0-100, in the order of the nations; 0 for its own. Not to be
        changed by the reader."""
        found = self._felt.get(i)
        if found is None:
            if self._public is not None and i != self._seat:
                found = list(self._public.felt(i))
                found[self._placed()[self._seat]] = max(0, min(100, self.raw(self._seat, i)))
            else:
                found = self._felt_by_strangers(i)
                places = self._placed()
                for k in self.related(i):
                    found[places[k]] = max(0, min(100, self.raw(k, i)))
                found[places[i]] = 0
            self._felt[i] = found
        return found

    def _felt_by_strangers(self, i: str) -> list[int]:
        """`felt` as it would be if no nation had a record with another: the same for all of one doctrine and regime."""
        nations = self.world.nations
        kind = (nations[i].doctrine, nations[i].regime)
        known = self._strange.get(kind)
        if known is None:
            by_kind: dict[tuple[str, int], int] = {}
            known = self._strange[kind] = []
            for nation in nations.values():
                its = (nation.doctrine, nation.regime)
                if its not in by_kind:
                    felt = strange_hostility(self.world, nation, nations[i], self.polar, self.creeds)
                    by_kind[its] = max(0, min(100, felt))
                known.append(by_kind[its])
        return list(known)

    def _placed(self) -> dict[str, int]:
        """Place of every nation in the order of the nations."""
        if self._public is not None:
            return self._public._placed()
        if not self._places:
            self._places = {name: at for at, name in enumerate(self.world.nations)}
        return self._places

    def related(self, i: str) -> dict[str, None]:
        """Nations politically relevant to one: those with whom it has a record, and the great powers.

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
            for key in self.world.pairs:
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

    def moved_to(self, world: State, pairs: tuple[str, ...], nations: tuple[str, ...]) -> "Ground":
        """The ground of a later state of the same turn, in which only these pairs and nations have changed.

        Nothing of a nation but its forces, their readiness, technology and where they stand may have changed.
        """
        after = Ground.__new__(Ground)
        after.world, after._polar, after.steps = world, self._polar, self.steps
        after._creeds, after.worked_out = self._creeds, {}
        after._public, after._seat, after.known = None, "", ()
        after._related = self._related if len(world.pairs) == len(self.world.pairs) else None
        after._raw, after._trust, after._met = dict(self._raw), dict(self._trust), self._met
        after._felt, after._projected = dict(self._felt), self._projected
        after._places, after._strange = self._places, self._strange
        for key in pairs:
            a, _, b = key.partition("-")
            after._felt.pop(a, None)
            after._felt.pop(b, None)
            after._raw.pop((a, b), None)
            after._raw.pop((b, a), None)
            after._trust.pop((a, b), None)
            after._trust.pop((b, a), None)
        if nations:
            after._projected = {key: amount for key, amount in self._projected.items() if key[0] not in nations}
        return after
