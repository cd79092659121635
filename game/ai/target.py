"""The target of a case: whether to call its treaties, and whether to stand firm, negotiate or give way."""

from game.ai.edits import AUTOMATICITY
from game.ai.outlook import Outlook
from game.ai.settling import calmer, eased, signed
from game.ai.showdown import Prospect, Reasons, chosen, expected, guards_reading, prospect, slipping
from game.ai.valuation import Valuation, valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.arith import divide
from game.core.crises import Answer, Crisis, Stance
from game.core.legality import problems
from game.core.options import invocable, stances
from game.core.terms import Term


def losses_of(outlook: Outlook, ahead: Prospect, weights: Weights) -> float:
    """Points a target expects to lose in forces by the strike that may come."""
    rules = outlook.world.rules
    share = (ahead.balance * rules.clash_loser + (1 - ahead.balance) * rules.clash_winner) / 1000
    return ahead.strike * share * weights.crisis_losses


def firm(outlook: Outlook, crisis: Crisis, ahead: Prospect, weights: Weights) -> Reasons:
    """Reasons for and against standing firm with these prospects."""
    return {
        ("stakes", crisis.challenger): -ahead.strike * ahead.balance * crisis.stakes,
        ("losses", ""): -losses_of(outlook, ahead, weights),
        ("audience", ""): (1 - ahead.strike) * weights.firm_face,
        ("provocation", crisis.challenger): (1 - ahead.strike)
        * calmer(outlook, crisis.challenger, -outlook.world.rules.provoked_frozen, weights),
        ("slip", crisis.challenger): -unchosen(outlook, crisis, ahead, weights),
    }


def unchosen(outlook: Outlook, crisis: Crisis, ahead: Prospect, weights: Weights) -> float:
    """Points that a blow nobody chose would cost a target: the stakes, its losses, and what such weapons do."""
    chance = slipping(outlook, crisis, ahead)
    if not chance:
        return 0.0
    nuclear = outlook.world.nations[crisis.challenger].nuclear > 0
    dread = outlook.world.rules.challenge_nuclear if nuclear else 0
    blow = Prospect(ahead.balance, 1.0)
    return chance * (ahead.balance * crisis.stakes + losses_of(outlook, blow, weights) + dread)


def helped(outlook: Outlook, crisis: Crisis, treaty: str) -> dict[str, Answer]:
    """Those a treaty would call, each with what its credibility lets the target count on."""
    table = outlook.table
    coming: dict[str, Answer] = {}
    for guard in guards_reading(outlook, crisis):
        if guard.treaty == treaty:
            chance = table.credibility(guard, crisis.target).value
            forces = divide(table.earmarked(guard) * chance, 100)
            if forces:
                coming[guard.by] = Answer("come", forces)
    return coming


def sealed(outlook: Outlook, crisis_id: str, weights: Weights = WEIGHTS) -> Answer:
    """The target's sealed answer in the round now open."""
    world, me = outlook.world, outlook.seat
    crisis = world.crises[crisis_id]
    called = expected(outlook, crisis)
    ahead = prospect(outlook, crisis, called)
    calmed = Prospect(ahead.balance, ahead.strike * weights.compromise_calms)
    given = weights.compromise_share * (1 - calmed.strike) + calmed.strike * calmed.balance
    options: dict[Stance, Reasons] = {
        "stand_firm": firm(outlook, crisis, ahead, weights),
        "negotiate": {
            ("stakes", crisis.challenger): -given * crisis.stakes,
            ("security", ""): (1 - calmed.strike) * calmer(outlook, crisis.challenger, eased(outlook, crisis), weights),
            ("losses", ""): -losses_of(outlook, calmed, weights),
            ("slip", crisis.challenger): -unchosen(outlook, crisis, calmed, weights),
        },
        "concede": {
            ("stakes", crisis.challenger): -float(crisis.stakes),
            ("audience", ""): -weights.concession_face,
        },
    }
    for term in signed(outlook, crisis, weights):
        key = (term.name, term.about)
        options["negotiate"][key] = options["negotiate"].get(key, 0.0) + (1 - calmed.strike) * term.tenths / 10
    to_call: tuple[str, ...] = ()
    if "invoke" in stances(world, me, crisis_id):
        to_call = worth_calling(outlook, crisis_id, weights)
        if to_call:
            coming = dict(called)
            for treaty in to_call:
                coming.update(helped(outlook, crisis, treaty))
            options["invoke"] = firm(outlook, crisis, prospect(outlook, crisis, coming), weights)
            options["invoke"]["trust", ""] = 0.5
    stance, why = chosen(options, outlook.world.seed)
    return Answer(stance, treaties=to_call if stance == "invoke" else (), because=why.terms)


def call_worth(outlook: Outlook, crisis: Crisis, treaty: str, weights: Weights) -> Valuation:
    """What calling a treaty's parties is worth before the sealed rounds: terms that sum to the decision."""
    coming = helped(outlook, crisis, treaty)
    called = expected(outlook, crisis)
    alone = prospect(outlook, crisis, called)
    joined = prospect(outlook, crisis, {**called, **coming})
    terms = [
        Term("balance", tenths((alone.balance - joined.balance) * crisis.stakes), crisis.challenger),
        Term("stakes", tenths((alone.strike * alone.balance - joined.strike * joined.balance) * crisis.stakes)),
        Term("losses", tenths(losses_of(outlook, alone, weights) - losses_of(outlook, joined, weights))),
    ]
    for name in coming:
        terms.append(Term("trust", tenths(outlook.trust(crisis.target, name) * weights.crisis_trust / 2), name))
    return valuation(terms)


def worth_calling(outlook: Outlook, crisis_id: str, weights: Weights = WEIGHTS) -> tuple[str, ...]:
    """Treaties worth calling: those that call somebody who has not been, or more strictly; the most helpful first."""
    crisis = outlook.world.crises[crisis_id]
    called: dict[str, int] = {}
    for call in crisis.calls:
        called[call.ally] = max(called.get(call.ally, -1), AUTOMATICITY.index(call.automaticity))
    offers: list[tuple[int, str]] = []
    for treaty in invocable(outlook.world, outlook.seat, crisis_id):
        total = call_worth(outlook, crisis, treaty, weights).total
        if total > 0:
            offers.append((total, treaty))
    chosen_now: list[str] = []
    for _, treaty in sorted(offers, key=lambda offer: (-offer[0], offer[1])):
        fresh = {
            guard.by: AUTOMATICITY.index(guard.automaticity)
            for guard in guards_reading(outlook, crisis)
            if guard.treaty == treaty and called.get(guard.by, -1) < AUTOMATICITY.index(guard.automaticity)
        }
        if fresh:
            chosen_now.append(treaty)
            called.update(fresh)
    return tuple(chosen_now)


def invocations(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.Invoke, ...]:
    """Treaties this seat calls now, in open negotiation, so that its allies' promises fall due in the first round."""
    made: list[acts.Invoke] = []
    for crisis_id, crisis in outlook.world.crises.items():
        if crisis.target == outlook.seat and crisis.stage == "open":
            for treaty in worth_calling(outlook, crisis_id, weights):
                why = call_worth(outlook, crisis, treaty, weights)
                act = acts.Invoke(treaty=treaty, crisis=crisis_id, because=why.terms)
                if not problems(outlook.view, act):
                    made.append(act)
    return tuple(made)
