"""Where a nation stands in the world: its quarrels, what it lives in fear of, and what others could do about that.

Worked out once for a world as everybody sees it, from capability, distance, rivalries, disputes and doctrines, and
shared by all who look at it. Alliances answer threats (Walt 1987) that a nation cannot meet alone (Morrow 1991), and
those who have no quarrels stay out of those of others.
"""

from collections.abc import Hashable
from typing import NamedTuple

from game.ai.curves import ln, root, waning
from game.core.geography import REACH, steps_known
from game.core.ground import Ground
from game.core.relations import ideological_gap, provocation
from game.core.workings import Workings
from game.core.world import State

RIVALRY = 0.7
"""What a rivalry of 100 counts as a quarrel; disputes of 100 count 1."""
WARY = 0.07
"""Hostility between two who both live in quarrels, whoever these are with."""
LEAST_FEAR = 0.025
"""Hostility below which nobody is feared."""
FREE = 8
"""Regime score from which a government answers to voters in all."""
HALF_FREE = 3
"""Regime score above which it begins to: Polity's own line lies between."""
LEAST_SHARE = 0.0005
"""Share of world capability of those too small to be counted."""


class Ties(NamedTuple):
    """What another nation is to one, before anybody weighs it."""

    relief: float
    """Logarithm of the part of one's fears it ties down, beside what one is oneself."""
    enemy: str
    """The nation both have most to do with."""
    fear: float
    """The same of the threat it is itself."""
    contest: float
    """-1 to 1.2: likeness of doctrine in a world divided in two; 0 where it is not divided."""
    fellowship: float
    """0-1: both answer to voters, in a world where most of the power does."""
    quarrels: float
    """Logarithm of the rivals it has that are not one's own, beside its size."""
    weight: float
    """Logarithm of its capability beside that of a nation of no account."""


class Situation:
    """Quarrels, fears and ties of all nations of one world, worked out as they are asked for."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.world: State = ground.world
        names = self.world.nations
        self.share = {name: max(LEAST_SHARE, nation.potential / 1000) for name, nation in names.items()}
        self.contest = min(1.2, ground.polar / 1000)
        answers = {name: (nation.regime - HALF_FREE) / (FREE - HALF_FREE) for name, nation in names.items()}
        self.freedom = {name: min(1.0, max(0.0, part)) for name, part in answers.items()}
        """0-1 by nation: how far its government answers to voters."""
        free = sum(self.share[name] * part for name, part in self.freedom.items())
        whole = sum(self.share.values())
        self.free_world = (free / whole) * (free / whole) * (free / whole)
        """Cube of the part of world capability that answers to voters: it counts where it is preponderant."""
        quarrels = dict.fromkeys(names, 0.0)
        self._rivals: dict[str, dict[str, float]] = {name: {} for name in names}
        for key, pair in self.world.pairs.items():
            a, _, b = key.partition("-")
            felt = RIVALRY * pair.rivalry / 100 + pair.disputes / 100
            for holder, other in ((a, b), (b, a)):
                if holder in pair.provocation:
                    felt += provocation(self.world, holder, other) / 100
            if felt:
                quarrels[a] += min(1.0, felt)
                quarrels[b] += min(1.0, felt)
            if pair.rivalry:
                self._rivals[a][b] = self._rivals[b][a] = RIVALRY * pair.rivalry / 100
        self.entangled = {name: 1 - waning(felt) for name, felt in quarrels.items()}
        """0-1 by nation: how much of its life is quarrels."""
        self._place = {name: at for at, name in enumerate(names)}
        self._live: dict[str, dict[str, float]] = {}
        self._fears: dict[str, dict[str, float]] = {}
        self._holds: dict[str, dict[str, float]] = {}
        self._need: dict[str, float] = {}
        self._ties: dict[tuple[str, str], Ties] = {}
        self.profiles: dict[str, str] = {}
        """What a nation is apart from its name, by name."""
        self.judged: dict[Hashable, object] = {}
        """What governments make of it, kept by whoever worked it out."""

    def holds_for(self, later: "Situation", changed: tuple[str, ...]) -> bool:
        """Whether all it says is true of a later moment of the same turn, in which only these records have changed."""
        if later.entangled != self.entangled or later._rivals != self._rivals:
            return False
        for key in changed:
            a, _, b = key.partition("-")
            for one, other in ((a, b), (b, a)):
                at = self._place[one]
                if self.ground.felt(other)[at] != later.ground.felt(other)[at]:
                    return False
                if other not in self.ground.related(one):
                    return False  # who had no record with another did not count
        return True

    def live(self, i: str) -> dict[str, float]:
        """Live hostility, 0-1, between a nation and all who count."""
        known = self._live.get(i)
        if known is None:
            felt, mine = self.ground.felt(i), WARY * self.entangled[i]
            known = self._live[i] = {}
            for k in self.ground.related(i):
                heat = felt[self._place[k]] / 100 + mine * self.entangled[k]
                if heat >= LEAST_FEAR:
                    known[k] = min(1.0, heat)
        return known

    def fears(self, i: str) -> dict[str, float]:
        """Share of world capability, by reach and hostility, that threatens a nation, by the one it is of."""
        known = self._fears.get(i)
        if known is None:
            known = {k: self.share[k] * self.reach(k, i) * heat for k, heat in self.live(i).items()}
            self._fears[i] = known
        return known

    def holds(self, j: str) -> dict[str, float]:
        """Share of world capability, by reach and hostility, that a nation brings against each of its enemies."""
        known = self._holds.get(j)
        if known is None:
            own = self.share[j]
            known = self._holds[j] = {k: own * self.reach(j, k) * heat for k, heat in self.live(j).items() if k != j}
        return known

    def need(self, i: str) -> float:
        """What a nation measures help by: its own size, and its size together with its fears."""
        known = self._need.get(i)
        if known is None:
            known = self._need[i] = root(self.share[i] * (self.share[i] + sum(self.fears(i).values())))
        return known

    def reach(self, a: str, b: str) -> float:
        """Part, 0-1, of the forces of `a` that reaches the home of `b`."""
        one, other = self.world.nations[a], self.world.nations[b]
        steps = steps_known(self.world, one.home, other.home, self.ground.steps)
        return REACH[max(0, steps - 1) if one.sea_power else steps] / 1000

    def relief(self, i: str, j: str, against: tuple[str, ...] = ()) -> tuple[float, str]:
        """Part of a nation's fears another ties down, as a logarithm, and whom that is most about."""
        total, most, enemy, holds = 0.0, 0.0, "", self.holds(j)
        for k, threat in self.fears(i).items():
            held = holds.get(k)
            if held is not None and (not against or k in against):
                tied = threat * held / (self.share[k] + held)
                total += tied
                if tied > most:
                    most, enemy = tied, k
        return (ln(1 + 10 * total / self.need(i)), enemy) if total else (0.0, "")

    def ties(self, i: str, j: str) -> Ties:
        """What `j` is to `i`."""
        known = self._ties.get((i, j))
        if known is None:
            one, other = self.world.nations[i], self.world.nations[j]
            relief, enemy = self.relief(i, j)
            fear = self.fears(i).get(j, 0.0)
            # Whoever is one's own rival already is no new quarrel, by as much.
            mine = self._rivals[i]
            new = [
                felt * (1 - mine.get(k, 0.0) / RIVALRY) * self.share[k] for k, felt in self._rivals[j].items() if k != i
            ]
            rivals = sum(new) / (self.share[j] + 0.01)
            known = self._ties[i, j] = Ties(
                relief=relief,
                enemy=enemy,
                fear=ln(1 + 10 * fear / self.need(i)) if fear else 0.0,
                contest=self.contest * (1 - ideological_gap(one, other, self.ground.creeds) / 500),
                fellowship=self.free_world * self.freedom[i] * self.freedom[j],
                quarrels=ln(1 + rivals) if rivals else 0.0,
                weight=ln(1 + self.share[j] / 0.003),
            )
        return known


def situation_on(ground: Ground, workings: Workings) -> Situation:
    """The situation on a ground, made once for all who look at it; that of an earlier moment where it still holds."""
    known = workings.made.get("situation")
    if not isinstance(known, Situation):
        made, had = Situation(ground), workings.earlier.get("situation")
        known = had if isinstance(had, Situation) and had.holds_for(made, workings.changed) else made
        workings.made["situation"] = known
    return known
