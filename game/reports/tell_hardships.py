"""Misfortunes in words: what struck whom, who gave relief, and whose hidden hand was found."""

from game.core.events import EventKind
from game.reports.hardship_words import given_of_need, income_moved
from game.reports.tell_cases import story
from game.reports.told import Teller, Told
from game.reports.words import misfortune_name, rp, theatre


def _named(told: Told) -> str:
    return misfortune_name(told.world, told.event.about)


def misfortune(told: Told) -> str:
    """Harm befalls a nation, told by one of the stories of its kind."""
    fate = told.world.misfortunes.get(told.event.about)
    if fate is None or not told.event.who:
        return "a misfortune struck"
    kind = told.world.misfortune_kinds.get(fate.kind)
    if kind is None or not kind.stories:
        return f"{_named(told)} struck in {theatre(told.world, fate.theatre)}"
    return story(told.world, told.pick(kind.stories), "", fate.target, fate.theatre)


def contagion(told: Told) -> str:
    """A misfortune reaches another nation."""
    if told.crisis is not None:
        return f"people fleeing {told.case} crossed into {told.who}"
    return f"{_named(told)}, not met in time, reached {told.who}"


def relief(told: Told) -> str:
    """RP given to meet a misfortune."""
    toward = "its own people" if told.event.whom == (told.event.who,) else told.one
    return f"{told.who} gave {toward} {rp(told.event.amount)} of relief" + ("" if told.brief else f" in {_named(told)}")


def met(told: Told) -> str:
    """How far a disaster was met."""
    said = {
        "met": "all that was needed came in time",
        "partly": "part of what was needed came",
        "unmet": "too little help came",
    }.get(told.event.why, "it passed")
    of_need = given_of_need(told.world, told.event.about)
    return f"after {_named(told)} {said}" + (f": {of_need}" if of_need else "")


def slump(told: Told) -> str:
    """Income fell, or comes back."""
    moved = income_moved(told.world, told.event.who, told.event.amount)
    why = told.event.why
    if why == "recovery":
        return f"{told.whose} income recovers by {moved}"
    if why == "relief":
        return f"with the help that came {told.whose} income came back by {moved}"
    if why == "passed":
        return f"{told.whose} income fell by {moved} with {_named(told)}, to which it is bound by treaty"
    return f"{told.whose} income fell by {moved}" + ("" if told.brief else f" with {_named(told)}")


def accused(told: Told) -> str:
    """A victim names a nation."""
    what = misfortune_name(told.world, told.event.about)
    if told.event.why == "proved":
        return f"{told.who} called {told.one} to account for {what}"
    return f"{told.who} accused {told.one} of {what}, without proof so far"


def verdict(told: Told) -> str:
    """What came of an accusation."""
    what = misfortune_name(told.world, told.event.about)
    return {
        "right": f"the accusation of {told.who} over {what} was borne out: it was {told.one}",
        "wrong": f"{told.who} had accused the wrong nation over {what}: it was not {told.one}",
    }.get(told.event.why, f"what {told.who} laid to {told.one} over {what} was never proved")


def sabotage(told: Told) -> str:
    """What the hidden hand knows it did."""
    return f"in secret, {told.who} had its hand in {_named(told)}"


def attributed(told: Told) -> str:
    """The hidden hand is found."""
    return f"{told.who} laid {_named(told)} at the door of {told.one}, with proof"


def unattributed(told: Told) -> str:
    """Nobody looks any more."""
    return f"who was behind {_named(told)} was never established"


HARDSHIPS: dict[EventKind, Teller] = {
    "misfortune": misfortune,
    "contagion": contagion,
    "relief": relief,
    "met": met,
    "slump": slump,
    "sabotage": sabotage,
    "accused": accused,
    "verdict": verdict,
    "attributed": attributed,
    "unattributed": unattributed,
}
"""Words for every kind of event that belongs to a misfortune."""
