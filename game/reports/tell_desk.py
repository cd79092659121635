"""The instructor's hand in words: news, figures that were moved, stages held open or ended, turns taken back."""

from game.core.events import EventKind
from game.reports.grammar import figure, plural, signed
from game.reports.told import Teller, Told
from game.reports.words import names

_FIGURES: dict[str, str] = {
    "income": "income",
    "treasury": "treasury",
    "forces": "forces",
    "readiness": "readiness",
    "support": "support at home",
    "influence": "influence",
    "initiatives": "initiatives",
}
_UNITS: dict[str, str] = {"income": " RP", "treasury": " RP", "forces": " FP"}
_INJECTS: dict[str, str] = {
    "planned": "something was planned",
    "given": "what was planned was given",
    "cancelled": "what was planned was taken back",
    "void": "what was planned could not be given any more",
}


def _for(told: Told) -> str:
    """The reason, as it was written; empty when none is given."""
    words = " ".join(told.event.text.split()).rstrip(".")
    return f": “{words}”" if words else ""


def injected(told: Told) -> str:
    """What the instructor's desk did; for the referee."""
    return "at the instructor's desk " + _INJECTS.get(told.event.why, "something was moved")


def news(told: Told) -> str:
    """Words from outside the game."""
    to = f" for {names(told.world, told.event.whom)}" if told.event.whom else ""
    return f"news{to}: “{' '.join(told.event.text.split())}”"


def ruled(told: Told) -> str:
    """A figure was moved, by how much and why."""
    event = told.event
    why = _for(told)
    if event.why == "turns":
        longer = "longer" if event.amount >= 0 else "shorter"
        return f"the game was made {plural(abs(event.amount), 'turn')} {longer}{why}"
    by = signed(event.amount) + _UNITS.get(event.why, "")
    if event.why == "trust":
        return f"{told.whose} trust in {told.one} moved by {by}{why}"
    if event.why in ("interop", "rivalry"):
        what = "the interoperability" if event.why == "interop" else "the rivalry"
        return f"{what} of {told.everyone} moved by {by}{why}"
    return f"{told.whose} {_FIGURES.get(event.why, 'figures')} moved by {by}{why}"


def clock(told: Told) -> str:
    """A stage held open, or ended before everybody had handed in."""
    if told.event.why == "extended":
        return f"the stage was extended by {plural(told.event.amount, 'round')}"
    what = "turn" if told.event.why == "turn" else "stage"
    return f"the {what} was ended with what had been handed in"


def rolled_back(told: Told) -> str:
    """The game went back to an earlier opening."""
    was = f" from turn {figure(told.event.amount)}" if told.event.amount > told.event.turn else ""
    return f"the game was taken back{was} to the opening of turn {figure(told.event.turn)}{_for(told)}"


DESK: dict[EventKind, Teller] = {
    "injected": injected,
    "news": news,
    "ruled": ruled,
    "clock": clock,
    "rolled_back": rolled_back,
}
"""Words for every kind of event that the instructor makes."""
