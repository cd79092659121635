"""One nation's outlook: its own world, appraised once, and what that world would be with a draft in force."""

from dataclasses import replace

from game.core.appraisal import Appraisal
from game.core.arith import divide
from game.core.clauses import Clause, JointExercises
from game.core.drafts import Draft
from game.core.options import home_need, upkeep
from game.core.relations import cultural_distance, interop, trust
from game.core.view import View
from game.core.world import Pair, State, Treaty, pair_key, pair_of

DRAFT = "~draft"
"""Key under which a draft stands in a what-if world; no treaty's id holds a tilde."""
FORESIGHT = 4
"""Turns of exercises whose familiarity is counted when a draft is valued."""


class Outlook:
    """What a view lets one work out, remembered for as long as the view is looked at."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.seat = view.seat
        self.world = as_if_bound(view.world)
        """The world as this nation believes it, with what was signed this turn counted as if it bound already."""
        self.table = Appraisal(self.world)
        self.ground = self.table.ground
        self._whatif: dict[tuple[tuple[str, ...], tuple[Clause, ...]], Appraisal] = {}
        self._shared: dict[tuple[str, str, tuple[str, ...]], float] = {}

    def whatif(self, draft: Draft) -> Appraisal:
        """The same world with the draft in force now, and its exercises held for the turns to come."""
        key = (draft.parties, draft.clauses)
        known = self._whatif.get(key)
        if known is None:
            known = self._whatif[key] = Appraisal(with_draft(self.world, draft), self.ground)
        return known

    def hostility(self, k: str, i: str) -> float:
        """Hostility of `k` toward `i` apart from treaties, 0-1."""
        return max(0, min(100, self.ground.raw(k, i)[0])) / 100

    def power(self, k: str) -> float:
        """Share of world capability, 0-1."""
        return self.world.nations[k].potential / 1000

    def weight_against(self, name: str, rival: str) -> float:
        """Weight of a nation beside a rival's, 0-1: small nations do not think of holding a great one down."""
        mine, its = self.world.nations[name].potential, self.world.nations[rival].potential
        return mine / (mine + its) if mine + its else 0.5

    def shared_threat(self, a: str, b: str, against: tuple[str, ...] = ()) -> float:
        """Common enemies of two nations: the sum of share x hostility to one x hostility to the other."""
        key = (a, b, against) if a < b else (b, a, against)
        known = self._shared.get(key)
        if known is None:
            known = 0.0
            for k in self.world.nations:
                if k not in (a, b) and (not against or k in against):
                    known += self.power(k) * self.hostility(k, a) * self.hostility(k, b)
            self._shared[key] = known
        return known

    def trust(self, holder: str, other: str) -> int:
        """Trust of `holder` in `other`, -100..100, as this nation knows it."""
        return trust(self.world, holder, other)

    def spare_points(self, name: str) -> int:
        """RP a turn a nation has left after upkeep and home, from what its figures show."""
        nation = self.world.nations[name]
        return max(0, nation.income - upkeep(self.world.rules, nation) - home_need(self.world.rules, nation))


def as_if_bound(world: State) -> State:
    """A world in which treaties signed this turn are in force: nobody signs the same promise twice in a turn."""
    fresh = {
        name: replace(treaty, signed=world.turn - 1)
        for name, treaty in world.treaties.items()
        if treaty.signed == world.turn and not treaty.ended
    }
    return replace(world, treaties={**world.treaties, **fresh}) if fresh else world


def with_draft(world: State, draft: Draft) -> State:
    """The world as it would be with the draft in force this turn and its exercises held for `FORESIGHT` turns."""
    treaty = Treaty(
        title=draft.title,
        parties=draft.parties,
        clauses=draft.clauses,
        signed=world.turn - 1,
        duration=draft.duration,
        notice=draft.notice,
        secret=draft.secret,
    )
    pairs = world.pairs
    for clause in draft.clauses:
        if isinstance(clause, JointExercises):
            pairs = _trained(world, draft.parties, clause)
    return replace(world, treaties={**world.treaties, DRAFT: treaty}, pairs=pairs)


def _trained(world: State, parties: tuple[str, ...], clause: JointExercises) -> dict[str, Pair]:
    """Pairs with the familiarity that the exercises of the coming turns would bring."""
    pairs = dict(world.pairs)
    held = clause.per_year * world.months * FORESIGHT // 12
    for index, a in enumerate(parties):
        for b in parties[index + 1 :]:
            have = interop(world, a, b)
            culture = cultural_distance(world.nations[a], world.nations[b])
            for _ in range(held):
                have += divide(world.rules.interop_per_scale * clause.scale * (100 - have) * (200 - culture), 20_000)
            pairs[pair_key(a, b)] = replace(pair_of(world, a, b), interop=have, interop_turn=world.turn)
    return pairs
