"""The challenger of a case: pressing or letting lapse, raising a demand unprompted, and the last decision."""

from game.ai.leaving import worth_of
from game.ai.outlook import Outlook
from game.ai.valuation import Valuation, valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.ai.word import judged
from game.core import acts
from game.core.arith import divide
from game.core.challenge import (
    Challenge,
    back_down_cost,
    challenge,
    defenders,
    strike_cost,
    strike_worth,
)
from game.core.crises import Answer, Blow, Crisis, CrisisKind, Grade, Stance
from game.core.duties import Abstain
from game.core.legality import problems
from game.core.occasions import demand_kind
from game.core.options import ties
from game.core.terms import Term


def sums(
    found: Challenge,
    resolve: int,
    target: str,
    boldness: float = 0.0,
    word: float = 0.0,
    tie: float = 0.0,
    blow: Blow = "clash",
) -> Valuation:
    """The challenger's sum before it presses, told apart into terms; a bold or timid government adds its own.

    `word` is what pressing would cost its name: more than the rules' own sum holds, for it is remembered. `tie` is
    what a rupture would cost it, should the other not give way.
    """
    stakes = divide(found.stakes * 10 * (1000 - found.held), 1000)
    balance = divide(found.stakes * found.balance * found.held, 100_000)
    losses = -divide(found.cost * 10 * found.held, 1000)
    about = found.guarantor if found.guarantor else target
    return valuation([
        Term("stakes", stakes, target), Term("balance", balance, target), _dear(losses, about, target, blow),
        Term("tie", -tenths(tie * found.held / 1000), target),
        Term("slip", -divide(found.slip * found.held, 1000), target), Term("resolve", resolve * 10),
        Term("temper", tenths(boldness)), Term("reputation", -tenths(word), target),
    ])  # fmt: skip


def _dear(tenths_lost: int, about: str, target: str, blow: Blow) -> Term:
    """What a blow costs whoever deals it: forces where forces meet, else what going through with it does to it."""
    return Term("losses", tenths_lost, about) if blow == "clash" else Term("price", tenths_lost, target)


def grade_for(total: int, weights: Weights) -> Grade:
    """How sharply a demand is pressed, by what it promises."""
    if total >= tenths(weights.ultimatum_from):
        return "ultimatum"
    return "warning" if total >= tenths(weights.warning_from) else "request"


def demands(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.Press, ...]:
    """Demands this seat presses now: brewing cases of its own that pay, or one raised unprompted that pays well."""
    world, me = outlook.world, outlook.seat
    if world.nations[me].forces <= 1:
        return ()  # a demand with nothing behind it is an invitation to be laughed at
    brewing = [
        (crisis_id, crisis)
        for crisis_id, crisis in world.crises.items()
        if crisis.challenger == me and crisis.stage == "brewing"
    ]
    for crisis_id, crisis in brewing:
        word = _word(outlook, crisis.target, weights)
        if word and world.turn >= world.turns:
            continue  # what a case pressed now may bring is felt after the last turn, and no word is broken for that
        kind = world.kinds[crisis.kind]
        found = challenge(outlook.table, me, crisis.target, crisis.theatre, crisis.stakes, kind, crisis)
        tie = _tie(outlook, kind, crisis.target, weights)
        why = sums(found, crisis.resolve, crisis.target, weights.boldness, word, tie, kind.blow)
        if why.total > 0:
            act = acts.Press(
                target=crisis.target, grade=grade_for(why.total, weights), crisis=crisis_id, because=why.terms
            )
            if not problems(outlook.view, act):
                return (act,)
    return () if brewing else _unprompted(outlook, weights)


def _unprompted(outlook: Outlook, weights: Weights) -> tuple[acts.Press, ...]:
    """A fresh demand on the nation that would most likely give way, where rivalry and advantage both are plain."""
    world, me = outlook.world, outlook.seat
    busy = any(crisis.challenger == me and _recent(world.turn, crisis) for crisis in world.crises.values())
    if busy or not world.kinds:
        return ()
    best: tuple[int, tuple[int, str]] | None = None
    for target, nation in world.nations.items():
        if target == me or outlook.table.hostile(me, target) < world.rules.opportunity_hostility:
            continue
        if _bound_together(outlook, target):
            continue
        kind = demand_kind(world, me, target)
        found = challenge(outlook.table, me, target, nation.home, kind.stakes, kind)
        total = sums(found, 0, target, weights.boldness, blow=kind.blow).total
        if total >= tenths(weights.raise_least):
            rank = (-total, outlook.tie(target))
            if best is None or rank < best:
                best = rank
    if best is None:
        return ()
    target = best[1][1]
    kind = demand_kind(world, me, target)
    found = challenge(outlook.table, me, target, world.nations[target].home, kind.stakes, kind)
    act = acts.Press(
        target=target, grade="request", because=sums(found, 0, target, weights.boldness, blow=kind.blow).terms
    )
    return () if problems(outlook.view, act) else (act,)


def _word(outlook: Outlook, target: str, weights: Weights) -> float:
    """Points that pressing a nation one has promised to leave alone costs beside what the rules make of it."""
    promised = any(
        isinstance(duty, Abstain) and target in duty.toward and "press" in duty.acts
        for duty in outlook.table.duties[outlook.seat]
    )
    if not promised:
        return 0.0
    return weights.press_word + judged(outlook, outlook.world.rules.trust_broke_abstain, weights)


def _tie(outlook: Outlook, kind: CrisisKind, target: str, weights: Weights) -> float:
    """Points that the treaties are worth to this seat which a blow of such a case would cut."""
    if kind.blow != "rupture":
        return 0.0
    worth = (worth_of(outlook, treaty, weights).total for treaty in ties(outlook.world, outlook.seat, target))
    return sum(max(0, tenths_worth) / 10 for tenths_worth in worth)


def _bound_together(outlook: Outlook, other: str) -> bool:
    """Whether this seat and another are parties to the same treaty."""
    return any(
        outlook.seat in treaty.parties and other in treaty.parties and not treaty.ended
        for treaty in outlook.world.treaties.values()
    )


def _recent(turn: int, crisis: Crisis) -> bool:
    """Whether a case is still before the world, or was lately."""
    return crisis.live or crisis.ended >= turn - 2


def decision(outlook: Outlook, crisis_id: str, weights: Weights = WEIGHTS) -> Answer:
    """The challenger's last word: strike when its sum says so, otherwise settle or step back.

    The terms are those of striking: above zero it strikes. Short of that it settles with a target that offers to
    negotiate, or where somebody mediates; it steps back where the target was seen to be helped; else it lets the
    case freeze.
    """
    crisis = outlook.world.crises[crisis_id]
    tie = _tie(outlook, outlook.world.kinds[crisis.kind], crisis.target, weights)
    why = strike_sums(outlook, crisis, _unbroken(outlook, crisis_id, crisis.target, weights), tie)
    return Answer(_last_word(crisis, why.total), because=why.terms)


def _unbroken(outlook: Outlook, crisis_id: str, target: str, weights: Weights) -> float:
    """Points that a strike costs one's word where no demand of one's own has broken it in this case yet."""
    ledger = outlook.world.nations[outlook.seat].ledger
    broken = any((entry.duty, entry.about) == ("abstain", crisis_id) for entry in ledger)
    return 0.0 if broken else _word(outlook, target, weights)


def _last_word(crisis: Crisis, worth: int) -> Stance:
    if worth > 0:
        return "strike"
    came, _, mediators = defenders(crisis)
    offered = bool(crisis.answers) and crisis.answers[-1].get(crisis.target, Answer("stand_firm")).stance == "negotiate"
    if offered or mediators:
        return "settle"
    return "back_down" if came else "settle"


def strike_sums(outlook: Outlook, crisis: Crisis, word: float = 0.0, tie: float = 0.0) -> Valuation:
    """What striking is worth rather than stepping back, as terms that sum to it.

    `word` is what it costs one's own, `tie` what the treaties are worth that it would cut.
    """
    table = outlook.table
    came, _, _ = defenders(crisis)
    cost = strike_cost(table, crisis) * 10
    resolve, going_back = (
        crisis.resolve * 10,
        back_down_cost(table, crisis.grade, len(crisis.answers), crisis.tone) * 10,
    )
    # What the rules' own sum holds beside these is what the balance of forces lets one expect of the stakes.
    win = strike_worth(table, crisis) + cost - resolve - going_back
    # Told by whoever makes a blow dearest: who has nuclear weapons, then who sent most.
    nations = outlook.world.nations
    dearest = max(came, key=lambda name: (nations[name].nuclear > 0, came[name], name), default=crisis.target)
    return valuation([
        Term("balance", win, crisis.target),
        _dear(-cost, dearest, crisis.target, outlook.world.kinds[crisis.kind].blow),
        Term("tie", -tenths(tie), crisis.target),
        Term("resolve", resolve),
        Term("audience", going_back),
        Term("reputation", -tenths(word), crisis.target),
    ])  # fmt: skip
