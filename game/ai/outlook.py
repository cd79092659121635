"""One nation's outlook: its own world, appraised once, and what that world would be with a draft in force."""

from dataclasses import replace

from game.core.appraisal import Appraisal
from game.core.arith import divide
from game.core.clauses import BurdenSharing, Clause, JointExercises
from game.core.dice import dice
from game.core.drafts import Draft
from game.core.geography import reach
from game.core.options import home_need, upkeep
from game.core.relations import cultural_distance, interop, trust
from game.core.view import View
from game.core.world import Nation, Pair, State, Treaty, pair_key, pair_of

DRAFT = "~draft"
"""Key under which a draft stands in a what-if world; no treaty's id holds a tilde."""
FORESIGHT = 4
"""Turns of exercises whose familiarity is counted when a draft is valued."""


class Outlook:
    """What a view lets one work out, remembered for as long as the view is looked at."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.seat = view.seat
        self.world = view.world
        """The world as this nation believes it: what the rules go by."""
        self.bound = as_if_bound(view.world)
        """The same with what was signed this turn counted as if it bound already: what drafts are valued in."""
        self.table = Appraisal(self.bound, view.ground)
        self.ground = self.table.ground
        self._whatif: dict[tuple[tuple[str, ...], tuple[Clause, ...]], Appraisal] = {}
        self._shared: dict[tuple[str, str, tuple[str, ...]], float] = {}

    def whatif(self, draft: Draft) -> Appraisal:
        """The same world with the draft in force now, and its exercises held for the turns to come."""
        key = (draft.parties, draft.clauses)
        known = self._whatif.get(key)
        if known is None:
            world = with_draft(self.bound, draft)
            if world.nations is self.bound.nations:
                known = self.table.under(DRAFT, world.treaties[DRAFT], world)
            else:
                # A pledge that raises forces changes the ground everything else stands on.
                known = Appraisal(world)
            self._whatif[key] = known
        return known

    def profile(self, name: str) -> str:
        """What a nation is apart from its name, as a key for draws: to minds, names mean nothing."""
        nation = self.world.nations[name]
        return f"{nation.potential}|{nation.regime}|{nation.rank}|{nation.nuclear}|{len(nation.culture)}"

    def tie(self, name: str) -> tuple[int, str]:
        """What decides between nations that are otherwise equal: this seat's temper, and the name last of all."""
        return dice(self.world.seed, 0, "tie", self.profile(name)), name

    def hostility(self, k: str, i: str) -> float:
        """Hostility of `k` toward `i` apart from treaties, 0-1."""
        return max(0, min(100, self.ground.raw(k, i))) / 100

    def power(self, k: str) -> float:
        """Share of world capability, 0-1."""
        return self.world.nations[k].potential / 1000

    def weight_against(self, name: str, rival: str) -> float:
        """Weight of a nation beside a rival's, 0-1: small nations do not think of holding a great one down."""
        mine, its = self.world.nations[name].potential, self.world.nations[rival].potential
        return mine / (mine + its) if mine + its else 0.5

    def shared_threat(self, a: str, b: str, against: tuple[str, ...] = ()) -> float:
        """Common enemies of two nations, as far as either can reach the other to help.

        The sum of the enemies' share x hostility to one x hostility to the other, times the better reach.
        """
        key = (a, b, against) if a < b else (b, a, against)
        known = self._shared.get(key)
        if known is None:
            known = 0.0
            for k in self.world.nations:
                if k not in (a, b) and (not against or k in against):
                    known += self.power(k) * self.hostility(k, a) * self.hostility(k, b)
            known *= self.within_reach(a, b)
            self._shared[key] = known
        return known

    def within_reach(self, a: str, b: str) -> float:
        """Part, 0-1, of a force that reaches from one nation's home to the other's, whichever reaches farther."""
        one, other = self.world.nations[a], self.world.nations[b]
        return max(reach(self.world, one, one.home, other.home), reach(self.world, other, other.home, one.home)) / 1000

    def trust(self, holder: str, other: str) -> int:
        """Trust of `holder` in `other`, -100..100, as this nation knows it."""
        return trust(self.world, holder, other)

    def spare_points(self, name: str) -> float:
        """RP a turn a nation has left after upkeep, home and the exercises its treaties ask, at least 0."""
        nation, rules = self.world.nations[name], self.world.rules
        spare = float(nation.income - upkeep(rules, nation) - home_need(rules, nation))
        for treaty in self.bound.treaties.values():
            if name in treaty.parties and treaty.in_force(self.world.turn):
                for clause in treaty.clauses:
                    if isinstance(clause, JointExercises):
                        spare -= exercise_burden(self.world, name, treaty.parties, clause)
        return max(0.0, spare)


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
    pairs, nations = world.pairs, world.nations
    for clause in draft.clauses:
        if isinstance(clause, JointExercises):
            pairs = _trained(world, draft.parties, clause)
        elif isinstance(clause, BurdenSharing):
            nations = _armed(world, draft.parties, clause)
    return replace(world, treaties={**world.treaties, DRAFT: treaty}, pairs=pairs, nations=nations)


def exercise_burden(world: State, nation: str, parties: tuple[str, ...], clause: JointExercises) -> float:
    """RP a turn that a clause's exercises cost a nation: each is paid in whole points, rounded up."""
    price = world.rules.price_exercise[clause.scale - 1]
    if clause.costs == "by_income":
        incomes = sum(world.nations[name].income for name in parties)
        share = -(-price * world.nations[nation].income // max(1, incomes))
    else:
        share = -(-price // len(parties))
    return share * clause.per_year * world.months / 12


def pledge_gap(world: State, nation: str, clause: BurdenSharing) -> float:
    """RP a turn by which a pledge goes beyond what upkeep takes anyway."""
    one = world.nations[nation]
    return max(0.0, one.income * clause.target / 100 - upkeep(world.rules, one))


def _armed(world: State, parties: tuple[str, ...], clause: BurdenSharing) -> dict[str, Nation]:
    """Nations with the forces that keeping a pledge would raise in the turns to come."""
    nations, changed = dict(world.nations), False
    for name in parties:
        raised = int(pledge_gap(world, name, clause) * FORESIGHT / world.rules.price_force)
        if raised:
            nations[name] = replace(nations[name], forces=nations[name].forces + raised)
            changed = True
    return nations if changed else world.nations


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
