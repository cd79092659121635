"""What a mind says in public: it stands by a ward where being believed is worth more than being held to it."""

from dataclasses import replace

from game.ai.ally import scruple, sealed, stake_in
from game.ai.outlook import Outlook
from game.ai.valuation import Valuation, valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.crises import Crisis
from game.core.duties import Guard
from game.core.geography import away, may_leave
from game.core.legality import problems
from game.core.options import earmark_to, live_crises
from game.core.statements import word_price
from game.core.terms import Term
from game.core.triggers import covers
from game.core.world import Statement

UNSAFE = 40
"""Security of a ward below which its guarantor thinks of a warning."""


def public_words(outlook: Outlook, spare: int, weights: Weights = WEIGHTS) -> tuple[acts.StatePublicly, ...]:
    """At most one statement: for a ward in a case; before there is one, a warning to whom an unsafe ward fears most."""
    if spare < 1:
        return ()
    world, me = outlook.world, outlook.seat
    for crisis_id, crisis in live_crises(world):
        if me in (crisis.target, crisis.challenger) or crisis.stage == "showdown" or not _guards(outlook, crisis):
            continue
        why = word_worth(outlook, crisis, weights)
        act = acts.StatePublicly(what="support", nation=crisis.target, because=why.terms)
        if why.total > 0 and not problems(outlook.view, act) and _means_it(outlook, crisis_id, weights):
            return (act,)
    return _warnings(outlook, weights) if spare > world.rules.initiatives_kept else ()


def _means_it(outlook: Outlook, crisis_id: str, weights: Weights) -> bool:
    """Whether it would stand by the ward, having said so, if letters were sealed today: a word ties hands, but not all
    hands. What has not been pressed yet is far off."""
    world, crisis = outlook.world, outlook.world.crises[crisis_id]
    if crisis.stage != "open":
        return True
    nation = world.nations[outlook.seat]
    there = nation.standing.get(crisis.theatre, 0)
    most = there + max(0, may_leave(nation) - away(nation))
    # By the time letters are sealed what was promised has been sent ahead, as orders have it.
    sent = min(most, max(there, earmark_to(outlook.table, outlook.seat, crisis)))
    bound = replace(
        nation,
        standing={**nation.standing, crisis.theatre: sent},
        statements=(*nation.statements, Statement("support", world.turn, crisis.target)),
    )
    asked = {**world.crises, crisis_id: replace(crisis, stage="showdown")}
    nations = {**world.nations, outlook.seat: bound}
    today = replace(world, stage="showdown", round=1, crises=asked, nations=nations)
    said = sealed(Outlook(replace(outlook.view, world=today), outlook.base), crisis_id, most, weights)
    return said.stance in ("come", "support")


def _warnings(outlook: Outlook, weights: Weights) -> tuple[acts.StatePublicly, ...]:
    """A warning to a nation hostile to this seat anyway, whom a ward fears more than it can bear."""
    world, me, table = outlook.world, outlook.seat, outlook.table
    wards = dict.fromkeys(ward for duty in table.duties[me] if isinstance(duty, Guard) for ward in duty.wards)
    for ward in wards:
        feared = next((part.about for part in table.threats(ward)), "") if ward in world.nations else ""
        if not feared or outlook.hostility(feared, me) * 100 < world.rules.opportunity_hostility:
            continue
        short = UNSAFE - table.secure(ward)
        if short <= 0:
            continue
        why = valuation([
            Term("denial", tenths(short * outlook.hostility(feared, me) * weights.word_holds), ward),
            *_held_to_it(outlook, weights),
        ])  # fmt: skip
        act = acts.StatePublicly(what="warning", nation=feared, because=why.terms)
        if why.total > 0 and not problems(outlook.view, act):
            return (act,)
    return ()


def word_worth(outlook: Outlook, crisis: Crisis, weights: Weights = WEIGHTS) -> Valuation:
    """What a public word in a case is worth: the ward held better, against what it costs should it not be kept."""
    gain = sum(stake_in(outlook, crisis, weights).values()) * weights.word_holds
    return valuation([Term("denial", tenths(gain), crisis.target), *_held_to_it(outlook, weights)])


def _held_to_it(outlook: Outlook, weights: Weights) -> tuple[Term, Term]:
    """What speaking up costs: the initiative, and the price at home should it not be kept, by how likely that is."""
    unkept = 1 - scruple(outlook, weights)
    price = -word_price(outlook.world, outlook.seat) * weights.word_support * unkept
    return Term("audience", -tenths(price)), Term("home", -tenths(weights.word_effort))


def _guards(outlook: Outlook, crisis: Crisis) -> bool:
    """Whether this seat has promised to guard the target in such a case."""
    threat = outlook.world.kinds[crisis.kind].threat
    return any(
        isinstance(duty, Guard)
        and crisis.target in duty.wards
        and covers(duty, crisis.theatre, threat, crisis.challenger) == "case"
        for duty in outlook.table.duties[outlook.seat]
    )
