"""Affairs in words: the calendar, the books, forces, exercises, missions, what nations think of each other."""

from game.core.events import EventKind
from game.reports.causes import cause
from game.reports.grammar import article, figure, plural, signed, tenths
from game.reports.told import Teller, Told
from game.reports.treaties import SCALES, is_gift
from game.reports.words import MISSION_WORDS, crisis_name, fp, heading, misfortune_name, places, rp, theatre

_MISSIONS: dict[str, str] = dict(MISSION_WORDS.items())


HOW_OPEN = {"notified": ", announced beforehand", "observed": ", announced beforehand and before invited observers"}
EXERCISE_WORDS = {
    "combined": "exercise",
    "staff": "staff exercise",
    "relief": "relief exercise",
    "naval": "naval exercise",
    "air": "air exercise",
    "cyber": "cyber exercise",
    "peacekeeping": "peacekeeping exercise",
}
"""What an exercise is called, by its emphasis or its form."""


def _why(told: Told) -> str:
    """The cause in brackets, after a space; empty when none is given."""
    words = cause(told.world, told.event)
    return f" ({words})" if words else ""


def turn_opened(told: Told) -> str:
    """A turn begins."""
    return f"{heading(told.world, told.event.turn)} opens"


def turn_closed(told: Told) -> str:
    """A Resolution ends."""
    return f"turn {told.event.turn} closes"


def game_over(told: Told) -> str:
    """No turn follows."""
    return f"the game ends after turn {figure(told.event.amount or told.event.turn)}"


def income(told: Told) -> str:
    """A turn's income."""
    return f"{told.who} received an income of {rp(told.event.amount)}"


def upkeep(told: Told) -> str:
    """Upkeep of the forces in being."""
    return f"{told.who} paid {rp(-told.event.amount)} to keep up its forces"


def home_need(told: Told) -> str:
    """The needs at home."""
    return f"{told.who} spent {rp(-told.event.amount)} on needs at home"


def spent(told: Told) -> str:
    """RP bought something."""
    return f"{told.who} spent {rp(-told.event.amount)} on {cause(told.world, told.event) or 'its affairs'}"


def paid(told: Told) -> str:
    """RP changed hands."""
    if is_gift(told.event, told.world):
        return f"{told.who} gave {told.one} {rp(told.event.amount)} under {told.treaty}"
    return f"{told.who} paid {told.one} {rp(told.event.amount)}"


def earned(told: Told) -> str:
    """Opportunity brought RP."""
    return f"{told.who} earned {rp(told.event.amount)} by {cause(told.world, told.event) or 'its trade'}"


def excess_home(told: Told) -> str:
    """A full treasury."""
    return f"{told.who} sent {rp(-told.event.amount)} home: its treasury was full"


def influence(told: Told) -> str:
    """Influence moved."""
    return f"{told.whose} influence moved by {signed(told.event.amount)}{_why(told)}"


def initiatives(told: Told) -> str:
    """Initiatives granted or used."""
    amount = told.event.amount
    if amount < 0:
        on = {
            "propose": "a proposal",
            "consult": "counsel",
            "press": "a demand",
            "call_vote": "a motion",
            "mission": "a mission",
            "broker": "brokering",
            "state_publicly": "a public statement",
        }
        return f"{told.who} used an initiative on {on.get(told.event.why, 'its affairs')}"
    if not amount:
        return f"{told.who} numbered its papers"
    return f"{told.who} has {figure(amount)} {plural(amount, 'initiative')} this turn"


def sheet_committed(told: Told) -> str:
    """A sealed sheet became orders."""
    if told.event.why in _CUT:
        return f"{told.whose} orders could no longer be met as written: {_CUT[told.event.why]}"
    if told.event.why == "done":
        return f"{told.whose} orders were carried out"
    return f"{told.who} sealed its orders"


_CUT = {
    "cut": "its forces abroad and its exercises were ordered as before, and all else was left out",
    "bare": "its forces stayed where they stood, and all else was left out",
    "recalled": "its forces abroad were called home, and all else was left out",
}


def forces_raised(told: Told) -> str:
    """New forces."""
    return f"{told.who} raised {fp(told.event.amount)}"


def forces_lost(told: Told) -> str:
    """Losses."""
    return f"{told.who} lost {fp(-told.event.amount)}"


def readiness(told: Told) -> str:
    """Readiness moved."""
    return f"{told.whose} readiness moved by {signed(told.event.amount)}{_why(told)}"


def toll(told: Told) -> str:
    """What taking up another's quarrel costs a government."""
    case = crisis_name(told.world, told.event.about)
    return f"standing by another in {case} costs {told.who} {tenths(told.event.amount)} % of its score"


def technology(told: Told) -> str:
    """Technology moved."""
    return f"{told.whose} technology moved by {signed(told.event.amount)}{_under(told)}"


def resilience(told: Told) -> str:
    """Resilience moved."""
    return f"{told.whose} resilience moved by {signed(told.event.amount)}{_under(told)}"


def _under(told: Told) -> str:
    if told.event.about in told.world.misfortunes:
        return f" after {misfortune_name(told.world, told.event.about)}"
    return f" under {told.treaty}" if told.event.about in told.world.treaties else ""


def standing(told: Told) -> str:
    """Forces moved to or from a theatre."""
    where = theatre(told.world, told.event.about)
    if told.event.amount < 0:
        return f"{told.who} brought {fp(-told.event.amount)} home from {where}"
    return f"{told.who} sent {fp(told.event.amount)} to stand in {where}"


def exercise_held(told: Told) -> str:
    """A joint exercise."""
    size = SCALES[told.event.amount] if 0 < told.event.amount < len(SCALES) else ""
    known = HOW_OPEN.get(told.event.why, ", unannounced")
    where = f" {places(told.world, (told.event.about,))}" if told.event.about else ""
    kind = EXERCISE_WORDS.get(told.event.text, "exercise")
    return f"{told.everyone} held {article(f'{size} {kind}'.strip())}{where}{known}"


def exercise_missed(told: Told) -> str:
    """Nobody met a nation on its exercise."""
    under = f" under {told.treaty}" if told.event.about else ""
    return f"{told.who} appeared for an exercise{under} and found nobody there"


def mission(told: Told) -> str:
    """A mission abroad."""
    return f"{told.who} sent {_MISSIONS.get(told.event.why, 'a mission')} to {told.one}"


def known(told: Told) -> str:
    """What a mission brought home."""
    return f"{told.who} knows the exact figures of {told.one} through turn {figure(told.event.amount)}"


def trust(told: Told) -> str:
    """Trust moved."""
    return f"{told.whose} trust in {told.one} moved by {signed(told.event.amount)}{_why(told)}"


def provoked(told: Told) -> str:
    """Provocation."""
    return f"{told.who} was provoked by {told.one}, {signed(told.event.amount)}{_why(told)}"


def interop(told: Told) -> str:
    """Forces learned to work together."""
    return f"the forces of {told.who} and {told.one} work better together, {signed(told.event.amount)}{_why(told)}"


def support(told: Told) -> str:
    """Domestic support moved."""
    return f"support at home in {told.who} moved by {signed(told.event.amount)}{_why(told)}"


def claim_ended(told: Told) -> str:
    """A claim is settled for good."""
    return f"{told.whose} claim against {told.one} is settled"


def mark(told: Told) -> str:
    """How far a nation's aims are met today."""
    return f"{told.who} meets {figure(round(told.event.amount / 10))} % of its aims today"


def stability(told: Told) -> str:
    """The state of the world's peace."""
    return f"world stability stands at {figure(told.event.amount)} of 100"


AFFAIRS: dict[EventKind, Teller] = {
    "turn_opened": turn_opened,
    "turn_closed": turn_closed,
    "game_over": game_over,
    "income": income,
    "upkeep": upkeep,
    "home_need": home_need,
    "spent": spent,
    "paid": paid,
    "earned": earned,
    "excess_home": excess_home,
    "influence": influence,
    "initiatives": initiatives,
    "sheet_committed": sheet_committed,
    "forces_raised": forces_raised,
    "forces_lost": forces_lost,
    "readiness": readiness,
    "toll": toll,
    "technology": technology,
    "resilience": resilience,
    "standing": standing,
    "exercise_held": exercise_held,
    "exercise_missed": exercise_missed,
    "mission": mission,
    "known": known,
    "trust": trust,
    "provoked": provoked,
    "interop": interop,
    "support": support,
    "claim_ended": claim_ended,
    "mark": mark,
    "stability": stability,
}
"""Words for every kind of event that belongs to neither talks nor a case."""
