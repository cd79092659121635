"""What a mind expects of a case: who will come, how the balance would stand, how likely a strike is."""

from dataclasses import replace

from game.ai.outlook import Outlook
from game.ai.valuation import Valuation, valuation
from game.ai.weights import Weights, tenths
from game.core.arith import divide, logistic
from game.core.challenge import challenge, local_balance, slips, strike_worth
from game.core.crises import Answer, Crisis, Stance
from game.core.duties import Guard
from game.core.record import record
from game.core.resolve import resolve_spread, told_by_pressing
from game.core.score import aims_met
from game.core.stability import belligerents, general, general_war
from game.core.terms import Term, TermName
from game.core.triggers import reading


@record
class Prospect:
    """How a case would go if it came to the challenger's last decision as here supposed."""

    balance: float
    """The challenger's share of the forces that would meet, 0-1."""
    strike: float
    """Chance that the challenger strikes, 0-1."""


def guards_reading(outlook: Outlook, crisis: Crisis) -> tuple[Guard, ...]:
    """Every Guard of the target that reads this as its case, the most credible first."""
    table = outlook.table
    found = [guard for guard in table.guards[crisis.target] if reading(outlook.world, guard, crisis).holds]
    return tuple(sorted(found, key=lambda g: (-table.credibility(g, crisis.target).value, g.by, g.treaty)))


def expected(outlook: Outlook, crisis: Crisis, without: str = "") -> dict[str, Answer]:
    """The answers of those called who have not come yet, each sending what its credibility lets one count on."""
    supposed: dict[str, Answer] = {}
    last = crisis.answers[-1] if crisis.answers else {}
    for call in crisis.calls:
        if call.ally == without or call.ally in supposed:
            continue
        said = last.get(call.ally)
        if said is not None and said.stance == "come":
            continue
        guard = next(
            (g for g in outlook.table.guards[crisis.target] if g.by == call.ally and g.treaty == call.treaty), None
        )
        chance = outlook.table.credibility(guard, crisis.target).value if guard is not None else 30
        if said is not None:
            chance //= 3
        forces = divide(call.earmark * chance, 100)
        if forces:
            supposed[call.ally] = Answer("come", forces)
    return supposed


def prospect(outlook: Outlook, crisis: Crisis, supposed: dict[str, Answer]) -> Prospect:
    """Balance and chance of a strike once the supposed answers are added to those already opened."""
    last = {**(crisis.answers[-1] if crisis.answers else {}), **supposed}
    rounds = (*crisis.answers, last) if len(crisis.answers) < 2 else (*crisis.answers[:-1], last)
    thought = replace(crisis, answers=rounds)
    balance = local_balance(outlook.table, thought)
    worth = strike_worth(outlook.table, thought)
    spread = resolve_spread(outlook.world.rules, crisis.stakes)
    if crisis.opened_live and outlook.world.kinds[crisis.kind].means == "forces":
        # Its own demand, pressed by its own choice. Accusations and what a scenario deals tell nothing of resolve.
        chance = told_by_pressing(_pressed(outlook, crisis), worth, spread)
    else:
        chance = logistic(worth, spread * 10)
    return Prospect(balance / 1000, chance / 1000)


def _pressed(outlook: Outlook, crisis: Crisis) -> int:
    """What the demand was worth to its challenger without its resolve, in tenths of a point, worked out once."""
    key = ("pressed", crisis.challenger, crisis.target, crisis.kind, crisis.since)
    known = outlook.judgements.get(key)
    if not isinstance(known, int):
        kind = outlook.world.kinds[crisis.kind]
        found = challenge(outlook.table, crisis.challenger, crisis.target, crisis.theatre, crisis.stakes, kind, crisis)
        known = outlook.judgements[key] = found.worth
    return known


def slipping(outlook: Outlook, crisis: Crisis, ahead: Prospect) -> float:
    """Chance that it comes to blows in the sealed rounds though nobody chose it, where the challenger would not."""
    return (1 - ahead.strike) * slips(outlook.world.kinds[crisis.kind]) / 1000


def wider(outlook: Outlook, crisis: Crisis, beside: bool, weights: Weights) -> float:
    """Points this seat would lose were a blow to make a general war which without it there it would not be.

    A general war halves every score: half of what this seat has of its aims. `beside` the challenger, or against it.
    """
    world, me = outlook.world, outlook.seat
    one, other = belligerents(crisis)
    mine, theirs = (one, other) if beside else (other, one)
    without = tuple(name for name in mine if name != me)
    if general_war(world) or general(world, without, theirs) or not general(world, (*without, me), theirs):
        return 0.0
    return weights.objective * aims_met(world, me) / 2000


Reasons = dict[tuple[TermName, str], float]
"""What speaks for or against a stance, in points, by term and what it is about."""


def chosen(options: dict[Stance, Reasons], tie: int = 0) -> tuple[Stance, Valuation]:
    """The best stance, and what speaks for it beside the next best: terms that sum to the margin between them.

    `tie` (0-999, the chooser's temper) decides between equals. With one option there is nothing to weigh against,
    and the terms are its own.
    """
    rounded = {stance: {key: tenths(points) for key, points in reasons.items()} for stance, reasons in options.items()}
    totals = {stance: sum(reasons.values()) for stance, reasons in rounded.items()}
    names = list(rounded)
    turned = names[tie % len(names) :] + names[: tie % len(names)]
    best = max(turned, key=lambda stance: totals[stance])
    rest = [stance for stance in turned if stance != best]
    if not rest:
        return best, valuation([Term(name, amount, about) for (name, about), amount in rounded[best].items()])
    second = max(rest, key=lambda stance: totals[stance])
    keys = list(dict.fromkeys((*rounded[best], *rounded[second])))
    return best, valuation(
        [Term(name, rounded[best].get((name, about), 0) - rounded[second].get((name, about), 0), about)
         for name, about in keys]
    )  # fmt: skip
