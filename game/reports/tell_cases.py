"""Cases in words: demands, calls, sealed answers and decisions."""

from typing import get_args

from game.core.crises import GRADES
from game.core.events import EventKind
from game.core.occasions import BETWEEN_FRIENDS
from game.core.triggers import ReadingWhy
from game.core.world import State
from game.reports.grammar import article, capital, possessive, signed
from game.reports.reasons import because, terms_text, weightiest
from game.reports.tell_duties import duty
from game.reports.told import Teller, Told
from game.reports.treaties import reading_phrase
from game.reports.words import (
    BLOW_OUTCOMES,
    STANCE_PAST,
    demand,
    fp,
    kind_name,
    name,
    theatre,
    treaty_name,
)

READINGS: dict[str, ReadingWhy] = {why: why for why in get_args(ReadingWhy)}

NO_DEMAND = "No demand has been made so far"
"""How the first signs of a case end, while they are nothing more."""


def brewing(told: Told) -> str:
    """The first signs of a case, told by one of the stories of its kind."""
    crisis = told.crisis
    if crisis is None or not told.event.who:
        return "a case came before the world"
    kind = told.world.kinds.get(crisis.kind)
    if kind is None or not kind.stories:
        return f"{told.case} began to brew in {theatre(told.world, crisis.theatre)}"
    said = story(told.world, told.pick(kind.stories), crisis.challenger, crisis.target, crisis.theatre)
    if crisis.opened == told.event.turn:
        return said
    return f"{said.rstrip('.')}. {NO_DEMAND}"


def story(world: State, words: str, challenger: str, target: str, where: str) -> str:
    """A story of a crisis kind with its blanks filled, possessives made right."""
    blanks = {
        "challenger": name(world, challenger),
        "target": name(world, target),
        "theatre": theatre(world, where),
    }
    for blank, value in blanks.items():
        for sign in ("'", "’"):
            words = words.replace(f"{{{blank}}}{sign}s", possessive(value))
        words = words.replace(f"{{{blank}}}", value)
    return ". ".join(capital(part) for part in words.split(". "))


def resolve(told: Told) -> str:
    """The challenger's private resolve."""
    return f"in private, {told.who} put its resolve in {told.case} at {signed(told.event.amount)} points"


def pressed(told: Told) -> str:
    """A demand is pressed."""
    grade = told.event.why
    where = f" in {theatre(told.world, told.crisis.theatre)}" if told.crisis is not None else ""
    if told.brief and grade in GRADES:
        return f"{told.who} pressed {told.one} with {demand(grade)}"
    ways = {
        "request": f"{told.who} put a request to {told.one} in {told.case}{where}",
        "warning": f"{told.who} addressed a warning to {told.one} in {told.case}{where}",
        "ultimatum": f"{told.who} served an ultimatum on {told.one} in {told.case}{where}",
    }
    return ways.get(grade, f"{told.who} pressed a demand on {told.one} in {told.case}{where}")


def crisis_open(told: Told) -> str:
    """A case stands open before the world."""
    return f"{told.case} is open" if told.crisis is not None else "a case came before the world"


def consulted(told: Told) -> str:
    """Counsel was taken as promised."""
    under = f" under {treaty_name(told.world, told.event.text)}" if told.event.text else ""
    where = "" if told.brief else f" in {told.case}"
    return f"{told.who} took counsel with {told.one}{under}{where}"


def invoked(told: Told) -> str:
    """The target calls on a treaty."""
    treaty = treaty_name(told.world, told.event.why) + ("" if told.brief else f" in {told.case}")
    if not told.event.whom:
        return f"{told.who} invoked {treaty}, which calls nobody here"
    return f"{told.who} invoked {treaty} and called on {told.whom}"


def called(told: Told) -> str:
    """An ally's Guard fell due."""
    how = {
        "automatic": "to come at once",
        "consulted": "to come, after consultation",
        "own_way": "to come or give support, in its own way",
    }.get(told.event.why, "to come")
    promised = f" ({fp(told.event.amount)} promised)" if told.event.amount else ""
    return f"{told.who} was called to the aid of {told.one}: {how}{promised}"


def not_the_case(told: Told) -> str:
    """A treaty was read, and this is not the case it meant."""
    treaty = told.event.whom[-1] if told.event.whom else ""
    why = READINGS.get(told.event.why, "kind")
    return f"read for {told.who}: {reading_phrase(told.world, treaty, why, told.event.about)}"


def showdown(told: Told) -> str:
    """A case comes to its sealed rounds."""
    where = f" in {theatre(told.world, told.crisis.theatre)}" if told.crisis is not None else ""
    return f"{told.case}{where} came to a head; answers were sealed"


def round_opened(told: Told) -> str:
    """Sealed answers are asked for."""
    return {
        1: "the first sealed answers were asked for",
        2: "a second round of sealed answers was asked for",
        3: "the challenger was left to decide",
    }.get(told.event.amount, "sealed answers were asked for")


def answered(told: Told) -> str:
    """One opened envelope."""
    stance = told.event.stance
    if stance is None:
        return f"{told.who} sent no answer"
    if stance == "come":
        return f"{told.who} came with {fp(told.event.amount)}"
    if stance == "join":
        beside = name(told.world, told.crisis.challenger) if told.crisis is not None else "the challenger"
        return f"{told.who} came in beside {beside} with {fp(told.event.amount)}"
    called_on = told.crisis is not None and any(call.ally == told.event.who for call in told.crisis.calls)
    if stance == "stay_out" and called_on:
        return f"{told.who}, though called, stayed out"
    return f"{told.who} {STANCE_PAST[stance]}"


def backed_down(told: Told) -> str:
    """The challenger steps back."""
    return f"{told.who} backed down before {told.one}"


def settled(told: Told) -> str:
    """A compromise, or a case that a mediator ended before it was pressed."""
    if told.event.why == "mediated":
        return f"{told.case} was ended by mediation before any demand was made"
    return f"{told.who} and {told.one} settled {told.case} by compromise"


def conceded(told: Told) -> str:
    """The target gives way."""
    return f"{told.one} gave way to {told.who}"


def frozen(told: Told) -> str:
    """Neither side moved."""
    return f"{told.who} offered to settle, {told.one} would not negotiate, and {told.case} stays as it is"


def struck(told: Told) -> str:
    """The challenger struck; who prevailed and at what cost."""
    lost = f", at a cost of {fp(told.event.amount)} to both sides together" if told.event.amount else ""
    won = told.event.why == "struck_won"
    if told.crisis is not None and (blow := told.world.kinds[told.crisis.kind].blow) != "clash":
        case = "it" if told.brief else told.case
        said = BLOW_OUTCOMES[blow][won].replace("{challenger}", told.who).replace("{case}", case)
        return said.replace("{target}", told.one)
    prevailed = "prevailed" if won else "was thrown back"
    war = ". It was war" if told.crisis is not None and told.crisis.stage == "war" else ""
    return f"{told.who} struck at {told.one} and {prevailed}{lost}{war}"


def mediated(told: Told) -> str:
    """A third nation carried words between the two."""
    if told.event.why == "terms":
        return f"{told.who} went between {told.whom} and laid terms before both"
    return f"{told.who} went between {told.whom} and came back with nothing{IN_VAIN.get(told.event.why, '')}"


IN_VAIN: dict[str, str] = {
    "ultimatum": ": an ultimatum leaves no room for terms",
    "warning": ": the demand had been put too sharply",
    "war": ": in a war neither listens easily",
    "tried": ", as had others before",
    "no_offer": ": neither side had an offer on the table",
    "distrust": ": it was not trusted enough on both sides",
}
"""What stood most in the way of a mediator."""


def offered(told: Told) -> str:
    """A side offers to meet half way, or takes what a mediator brought."""
    if told.event.why == "terms":
        return f"{told.who} took {_terms(told)}"
    return f"{told.who} offered to meet {told.one} half way{'' if told.brief else f' in {told.case}'}"


def _terms(told: Told) -> str:
    """What lay before both sides, and whose work it was."""
    return f"the terms {name(told.world, told.event.whom[1])} had brought" if len(told.event.whom) > 1 else "the terms"


def declined(told: Told) -> str:
    """A mediator's terms come to nothing."""
    terms = _terms(told)
    if told.event.why == "silence":
        return f"{told.who} gave no answer to {terms}, and they fell"
    if told.event.why == "pressed":
        return f"{told.who} made its demand over {terms}"
    return f"{told.who} refused {terms}"


def warned(told: Told) -> str:
    """A third nation warns in public."""
    over = f" over {told.case}" if told.crisis is not None and not told.brief else ""
    return f"{told.who} warned {told.one} in public that it would not stand by{over}"


def war_began(told: Told) -> str:
    """A strike that did not end with the day."""
    lost = f", at a cost of {fp(told.event.amount)} to both sides together" if told.event.amount else ""
    return f"{told.who} struck at {told.one}, and the fighting goes on{lost}. It is war"


def battle(told: Told) -> str:
    """A turn of war."""
    had = "had the better of" if told.event.why == "won" else "was driven back by"
    lost = f", at a cost of {fp(told.event.amount)} to both sides together" if told.event.amount else ""
    return f"in another season of war {told.who} {had} {told.one}{lost}"


def entrapped(told: Told) -> str:
    """An ally fights in a quarrel its ward would not settle."""
    clash = told.crisis is None or told.world.kinds[told.crisis.kind].blow == "clash"
    drawn = "fighting" if clash else "taking sides"
    return f"{told.who} found itself {drawn} in a quarrel that {told.one} would not settle"


def abandoned(told: Told) -> str:
    """Of all who were called nobody came."""
    return f"{told.who} called on {told.whom or 'its allies'} and was left alone"


def rekindled(told: Told) -> str:
    """A quarrel that a war left behind comes back."""
    return f"what the war between {told.who} and {told.one} left behind was left alone, and the quarrel is back"


def spread(told: Told) -> str:
    """A case caught next door."""
    return f"{told.case} did not stop at the frontier: it has reached {told.one}"


def slipped(told: Told) -> str:
    """A confrontation came to blows though nobody chose it."""
    return f"{told.case} slipped out of hand: shots were fired that neither {told.who} nor {told.one} had ordered"


def lapsed(told: Told) -> str:
    """A brewing case came to nothing."""
    return f"{told.who} let its case against {told.one} rest"


def not_made(told: Told) -> str:
    """A challenge not made: what spoke against it, and which pledge stood behind the target.

    Whose seat it was is not asked: a person may never have thought of it, so nobody is said to have weighed it.
    """
    event, world = told.event, told.world
    against = weightiest(event.terms, speaking_for=False)
    held, sums = "", ""
    if against is not None:
        held, sums = _HELD_BACK.get(against.name, because(world, against)), f" ({terms_text(world, event.terms, 2)})"
    if told.crisis is not None and world.kinds[told.crisis.kind].among in BETWEEN_FRIENDS:
        # No pledge stands behind a friend against a friend.
        said = f"{told.who} let {article(kind_name(world, told.crisis.kind))} with {told.one} be"
        return f"{said}: {held}{sums}" if held else said
    said = f"{told.who} had a case against {told.one} and did not press it"
    if event.why in world.treaties:
        behind, joint = f"{treaty_name(world, event.why)} stood behind {told.one}", "and"
    else:
        behind, joint = f"no pledge stood behind {told.one}", "but"
    return f"{said}: {behind}, {joint} {held}{sums}" if held else f"{said}: {behind}"


_HELD_BACK = {
    "losses": "the likely losses outweighed the prize",
    "price": "it would have cost more than the prize",
    "resolve": "there was too little resolve behind it",
}


CASES: dict[EventKind, Teller] = {
    "brewing": brewing,
    "resolve": resolve,
    "pressed": pressed,
    "crisis_open": crisis_open,
    "consulted": consulted,
    "invoked": invoked,
    "called": called,
    "not_the_case": not_the_case,
    "showdown": showdown,
    "round_opened": round_opened,
    "answered": answered,
    "backed_down": backed_down,
    "settled": settled,
    "conceded": conceded,
    "frozen": frozen,
    "struck": struck,
    "mediated": mediated,
    "offered": offered,
    "declined": declined,
    "warned": warned,
    "war_began": war_began,
    "battle": battle,
    "entrapped": entrapped,
    "abandoned": abandoned,
    "rekindled": rekindled,
    "spread": spread,
    "slipped": slipped,
    "lapsed": lapsed,
    "not_made": not_made,
    "duty_kept": duty,
    "duty_broken": duty,
    "duty_excused": duty,
}
"""Words for every kind of event that belongs to a case or to the ledger."""
