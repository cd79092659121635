"""One nation's outlook: its own world, appraised once, and what that world would be with a draft in force."""

from collections.abc import Hashable

from game.ai.characters import in_character
from game.ai.situation import situation_on
from game.ai.web import web_of
from game.ai.weights import WEIGHTS, Weights
from game.core.appraisal import Appraisal
from game.core.arith import divide, faded
from game.core.burden import share_due
from game.core.charters import Charter
from game.core.clauses import BurdenSharing, CapacityBuilding, Clause, JointExercises
from game.core.dice import dice
from game.core.drafts import Draft
from game.core.exchange import estrangement
from game.core.geography import reach
from game.core.ground import Ground
from game.core.joint_work import Standardisation, TechnologyTransfer
from game.core.options import home_need, upkeep
from game.core.prospects import DRAFT, standing_key
from game.core.record import replace
from game.core.relations import interop
from game.core.seen import Seen, appraisal_of, as_if_bound
from game.core.slumps import income_lost
from game.core.terms import Term
from game.core.view import View
from game.core.world import Nation, Pair, State, Treaty, pair_key, pair_of

FORESIGHT = 4
"""Turns of exercises whose familiarity is counted when a draft is valued."""


class Outlook:
    """What a view lets one work out, remembered for as long as the view is looked at."""

    def __init__(self, view: View, base: Weights = WEIGHTS) -> None:
        """`base` are the weights of a government without a personality of its own."""
        self.view = view
        self.base = base
        self._weights: dict[str, Weights] = {}
        self.seat = view.seat
        self.world = view.world
        """The world as this nation believes it: what the rules go by."""
        self.bound = as_if_bound(view.world, view.public.world if view.public is not None else None)
        """The same with what was signed this turn counted as if it bound already: what drafts are valued in."""
        self.table = appraisal_of(self.bound, view.ground, view.public, view.workings)
        self.ground = self.table.ground
        self.web = web_of(self.table)
        """Who is bound to whom, signed this turn included."""
        self.situation = situation_on(self.ground.common, view.workings.common)
        """Quarrels, fears and ties of all nations, as everybody sees them."""
        self._wished: dict[tuple[str, tuple[str, ...]], list[Draft]] | None = None
        self.judgements: dict[Hashable, object] = {}
        """What drafts have been found to be worth, kept by whoever worked it out."""
        self.promised: dict[Hashable, list[Term]] = {}
        """What the clauses of drafts have been found to be worth, payments aside."""
        self.shocks = tuple(
            fate
            for fate in self.world.misfortunes.values()
            if fate.live and self.world.misfortune_kinds[fate.kind].passes
        )
        """Shocks to an income, not judged so far: they reach whoever is bound to it."""
        self._unbound: Appraisal | None = None
        self._pacts: dict[str, list[tuple[str, ...]]] = {}
        self._whatif: dict[tuple[tuple[str, ...], tuple[Clause, ...], Charter | None, str], Appraisal] = {}
        self._apart: dict[str, Appraisal] = {}
        self._felt: dict[str, list[float]] = {}
        self._spare: dict[str, float] = {}
        self._ties: dict[str, tuple[int, str]] = {}

    def weights_of(self, name: str) -> Weights:
        """The weights of a nation's government: its personality is known to all."""
        known = self._weights.get(name)
        if known is None:
            one = self.world.personalities.get(self.world.nations[name].personality)
            # A level is how far this seat looks itself; others are judged as governments like any other.
            base = self.base if name == self.seat else WEIGHTS
            known = self._weights[name] = in_character(base, one) if one is not None else base
        return known

    @property
    def unbound(self) -> Appraisal:
        """The world without what was signed this turn and still awaits its ratification."""
        if self._unbound is None:
            self._unbound = self.table if self.bound is self.world else Appraisal(self.world, self.ground)
        return self._unbound

    def whatif(self, draft: Draft) -> Appraisal:
        """The same world with the draft in force now, and its exercises held for the turns to come."""
        key = (draft.parties, draft.clauses, draft.charter, draft.amends)
        known = self._whatif.get(key)
        if known is None and draft.amends in self.bound.treaties:
            # A new text takes the place of the old one: the world without that, and then with the new.
            apart = self._without(draft.amends)
            world = replace(with_draft(apart.world, draft), nations=self.bound.nations)
            known = apart.under(standing_key(draft), world.treaties[standing_key(draft)], world)
            self._whatif[key] = known
        if known is None:
            world = with_draft(self.bound, draft)
            if world.nations is self.bound.nations:
                known = self.table.under(DRAFT, world.treaties[DRAFT], world)
            else:
                # A pledge that raises forces changes the ground everything else stands on.
                armed = tuple(name for name, one in world.nations.items() if one is not self.bound.nations[name])
                grown = replace(self.bound, nations=world.nations)
                known = Seen(grown, Ground(grown, self.ground, armed), self.table).under(
                    DRAFT, world.treaties[DRAFT], world
                )
            self._whatif[key] = known
        return known

    def _without(self, treaty_id: str) -> Appraisal:
        """The world without one of its treaties, made once for all texts that would take its place."""
        known = self._apart.get(treaty_id)
        if known is None:
            rest = {name: treaty for name, treaty in self.bound.treaties.items() if name != treaty_id}
            known = appraisal_of(replace(self.bound, treaties=rest), self.ground, self.view.public, self.view.workings)
            self._apart[treaty_id] = known
        return known

    def profile(self, name: str) -> str:
        """What a nation is apart from its name, as a key for draws: to minds, names mean nothing."""
        known = self.situation.profiles.get(name)
        if known is None:
            nation = self.world.nations[name]
            known = f"{nation.potential}|{nation.regime}|{nation.rank}|{nation.nuclear}|{len(nation.culture)}"
            self.situation.profiles[name] = known
        return known

    def tie(self, name: str) -> tuple[int, str]:
        """What decides between nations that are otherwise equal: this seat's temper, and the name last of all."""
        known = self._ties.get(name)
        if known is None:
            known = self._ties[name] = (dice(self.world.seed, 0, "tie", self.profile(name)), name)
        return known

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

    def felt(self, i: str) -> list[float]:
        """Hostility of every nation toward one, 0-1, in the order of the world's nations; none toward itself."""
        known = self._felt.get(i)
        if known is None:
            known = self._felt[i] = [points / 100 for points in self.ground.felt(i)]
        return known

    def within_reach(self, a: str, b: str) -> float:
        """Part, 0-1, of a force that reaches from one nation's home to the other's, whichever reaches farther."""
        one, other, known = self.world.nations[a], self.world.nations[b], self.ground.steps
        there = reach(self.world, one, one.home, other.home, known)
        return max(there, reach(self.world, other, other.home, one.home, known)) / 1000

    def trust(self, holder: str, other: str) -> int:
        """Trust of `holder` in `other`, -100..100, as this nation knows it."""
        return self.ground.trust(holder, other)

    def spare_points(self, name: str) -> float:
        """RP a turn a nation has left after upkeep, home, and what its treaties make it pay or give, at least 0.

        Gifts it is promised count toward it.
        """
        known = self._spare.get(name)
        if known is not None:
            return known
        nation, rules = self.world.nations[name], self.world.rules
        spare = float(nation.income - income_lost(nation) - upkeep(rules, nation) - home_need(rules, nation))
        for _, treaty in self.web.treaties(name):
            for clause in treaty.clauses:
                if isinstance(clause, JointExercises):
                    spare -= exercise_burden(self.world, name, treaty.parties, clause)
                elif isinstance(clause, CapacityBuilding):
                    spare += received(name, treaty.parties, clause)
        known = self._spare[name] = max(0.0, spare)
        return known

    def wished(self, nation: str, parties: tuple[str, ...]) -> list[Draft]:
        """What a nation has told these parties, this turn or last, that it would sign instead."""
        if self._wished is None:
            self._wished = {}
            for thread in self.world.threads.values():
                for refusal in thread.latest.refusals if thread.latest.turn >= self.world.turn - 1 else ():
                    if refusal.instead is not None and refusal.turn >= self.world.turn - 1:
                        told = self._wished.setdefault((refusal.nation, refusal.instead.parties), [])
                        told.append(refusal.instead)
        return self._wished.get((nation, parties), [])

    def bound_kinds(self, a: str, b: str) -> list[str]:
        """Kinds of clauses that bind two nations to each other already, signed this turn included."""
        return self.web.kinds(a, b)

    def linked(self, nation: str) -> list[str]:
        """Nations with which one has a treaty, signed this turn included, each once."""
        return self.web.linked(nation)

    def allies(self, nation: str) -> list[str]:
        """Nations bound to one by a guarantee or a promise to consult, signed this turn included."""
        return self.web.allies(nation)

    def pacts(self, nation: str) -> list[tuple[str, ...]]:
        """Parties of each pact of mutual defence among more than two a nation is in, signed this turn included."""
        known = self._pacts.get(nation)
        if known is None:
            known = self._pacts[nation] = [
                treaty.parties
                for treaty in self.bound.treaties.values()
                if nation in treaty.parties
                and len(treaty.parties) > 2
                and treaty.in_force(self.world.turn)
                and any(clause.kind == "mutual_defence" for clause in treaty.clauses)
            ]
        return known

    def helped(self, name: str, draft: Draft) -> int:
        """What the gifts of a draft would add to a nation's protection by its own forces, in hundredths of an FP."""
        rules, nation = self.world.rules, self.world.nations[name]
        given = sum(
            max(0, received(name, draft.parties, clause))
            for clause in draft.clauses
            if isinstance(clause, CapacityBuilding)
        )
        for clause in draft.clauses:
            if isinstance(clause, TechnologyTransfer) and clause.donor != name:
                # As much as it would take to buy the same strength.
                given += divide(clause.amount * nation.forces, 20)
        return divide(given * FORESIGHT * max(50, nation.readiness) * rules.protection_own, rules.price_force * 1000)


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
        charter=draft.charter,
    )
    pairs, nations = world.pairs, world.nations
    for clause in draft.clauses:
        if isinstance(clause, JointExercises):
            pairs = _trained(world, pairs, draft.parties, clause)
        elif isinstance(clause, Standardisation):
            pairs = _standardised(world, pairs, draft.parties)
        elif isinstance(clause, BurdenSharing):
            nations = _armed(world, draft.parties, clause)
    return replace(world, treaties={**world.treaties, standing_key(draft): treaty}, pairs=pairs, nations=nations)


def received(name: str, parties: tuple[str, ...], clause: CapacityBuilding) -> int:
    """RP a turn that a promise of gifts brings a party; below zero for the giver."""
    return -clause.amount * (len(parties) - 1) if name == clause.donor else clause.amount


def exercise_burden(world: State, nation: str, parties: tuple[str, ...], clause: JointExercises) -> float:
    """RP a turn that a clause's exercises cost a nation: each is paid in whole points, rounded up."""
    price = world.rules.price_exercise[clause.scale - 1]
    if clause.costs == "by_income":
        incomes = sum(world.nations[name].income for name in parties)
        share = -(-price * world.nations[nation].income // max(1, incomes))
    else:
        share = -(-price // len(parties))
    return share * clause.per_year * world.months / 12


def pledge_gap(world: State, nation: str, parties: tuple[str, ...], clause: BurdenSharing) -> float:
    """RP a turn by which a share of a burden goes beyond what upkeep takes anyway; all of what a fund takes."""
    due = share_due(world, parties, clause.formula, clause.target, nation)
    return float(due if clause.formula == "fund" else max(0, due - upkeep(world.rules, world.nations[nation])))


def _armed(world: State, parties: tuple[str, ...], clause: BurdenSharing) -> dict[str, Nation]:
    """Nations with the forces that keeping a pledge would raise in the turns to come."""
    if clause.formula == "fund":
        return world.nations
    nations, changed = dict(world.nations), False
    for name in parties:
        raised = int(pledge_gap(world, name, parties, clause) * FORESIGHT / world.rules.price_force)
        if raised:
            nations[name] = replace(nations[name], forces=nations[name].forces + raised)
            changed = True
    return nations if changed else world.nations


def _standardised(world: State, before: dict[str, Pair], parties: tuple[str, ...]) -> dict[str, Pair]:
    """Pairs with what keeping to one standard for the coming turns would save and add."""
    pairs = dict(before)
    for index, a in enumerate(parties):
        for b in parties[index + 1 :]:
            key = pair_key(a, b)
            pair = pairs.get(key, pair_of(world, a, b))
            have = faded(pair.interop, world.turn - pair.interop_turn, world.rules.interop_keeps)
            saved = divide(have * (1000 - world.rules.interop_keeps), 2000) + world.rules.interop_standard
            pairs[key] = replace(pair, interop=min(100, have + FORESIGHT * saved), interop_turn=world.turn)
    return pairs


def _trained(
    world: State, before: dict[str, Pair], parties: tuple[str, ...], clause: JointExercises
) -> dict[str, Pair]:
    """Pairs with the familiarity that the exercises of the coming turns would bring."""
    pairs = dict(before)
    held = clause.per_year * world.months * FORESIGHT // 12
    for index, a in enumerate(parties):
        for b in parties[index + 1 :]:
            have = interop(world, a, b)
            culture = estrangement(world, a, b)
            for _ in range(held):
                have += divide(world.rules.interop_per_scale * clause.scale * (100 - have) * (200 - culture), 20_000)
            pairs[pair_key(a, b)] = replace(pair_of(world, a, b), interop=have, interop_turn=world.turn)
    return pairs
