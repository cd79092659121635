"""Misfortunes in words: what they are called, what was given, how they ended, and who did it where that is known."""

from collections.abc import Sequence

from game.core.arith import divide
from game.core.attribution import relief_need
from game.core.misfortunes import MisfortuneOutcome
from game.core.practice import effective_relief
from game.core.world import State
from game.reports.grammar import figure, listing, sentence_of
from game.reports.words import date_text, misfortune_name, name, names, rp

OUTCOMES: dict[MisfortuneOutcome, str] = {
    "": "not judged so far",
    "met": "met in full",
    "partly": "met in part",
    "unmet": "left without enough help",
    "attributed": "laid at somebody's door",
    "unattributed": "never laid at anybody's door",
}
"""How a misfortune ended."""


def given_of_need(world: State, fate_id: str) -> str:
    """What has been given of what is needed: "6 of the 8 RP needed"; empty where this world knows no such thing."""
    fate = world.misfortunes.get(fate_id)
    if fate is None:
        return ""
    given, need = sum(fate.given.values()), relief_need(world, fate_id)
    if not given:
        return f"none of the {rp(need)} needed"
    if given > need:
        return f"{rp(given)}, more than the {figure(need)} needed"
    worth = effective_relief(world, fate) // 100
    if given == need:
        return f"all {rp(need)} needed"
    ordered = f", well ordered and so worth {figure(worth)}" if worth > given else ""
    return f"{figure(given)} of the {rp(need)} needed{ordered}"


def givers(world: State, fate_id: str) -> tuple[str, ...]:
    """Who gave, the most generous first."""
    given = world.misfortunes[fate_id].given
    return tuple(sorted(given, key=lambda who: (-given[who], who)))


def given_text(world: State, fate_id: str) -> str:
    """Who gave how much: "Norway 3 RP and France 2 RP"; empty while nobody has."""
    given = world.misfortunes[fate_id].given
    return listing([f"{name(world, who)} {rp(given[who])}" for who in givers(world, fate_id)])


def relief_sentence(world: State, fate_id: str, outcome: str, who: Sequence[str] = ()) -> str:
    """A turn's relief and what came of it: "Norway gave 6 of the 8 RP needed after the Dutch flood, which was met
    in part". `who` are the givers where this world does not know them."""
    said = next((words for known, words in OUTCOMES.items() if known and known == outcome), "")
    known = world.misfortunes.get(fate_id)
    gave = givers(world, fate_id) if known is not None else tuple(dict.fromkeys(who))
    named = misfortune_name(world, fate_id)
    if not gave:
        return f"nobody gave relief after {named}" + (f", which was {said}" if said else "")
    what = given_of_need(world, fate_id) if known is not None else "relief"
    return f"{names(world, gave)} gave {what} after {named}" + (f", which was {said}" if said else "")


def relief_sum(world: State, fates: Sequence[str], outcome: str) -> str:
    """Several misfortunes that ended alike: "the Belgian flood and the Dutch flood were met in full, with 8 RP from
    the United States and 2 RP from Belgium"."""
    gave: dict[str, int] = {}
    for fate_id in fates:
        for who, amount in world.misfortunes[fate_id].given.items():
            gave[who] = gave.get(who, 0) + amount
    said = next(words for known, words in OUTCOMES.items() if known == outcome)
    parts = [f"{rp(gave[who])} from {name(world, who)}" for who in sorted(gave, key=lambda who: (-gave[who], who))]
    given = f", with {listing(parts)}" if parts else ""
    return f"{listing([misfortune_name(world, fate_id) for fate_id in fates])} were {said}{given}"


def income_moved(world: State, who: str, permille: int) -> str:
    """By how much an income fell or came back: "a tenth" is said as "10 %", with the points it is."""
    points = abs(divide(world.nations[who].income * permille, 1000)) if who in world.nations else 0
    share = f"{figure(max(1, abs(divide(permille, 10))))} %"
    return f"{share} ({rp(points)} a turn)" if points else share


def fate_cause(world: State, kind: str, why: str, about: str, amount: int) -> str:
    """Why a number moved by a misfortune; empty where another cause is meant."""
    known = about in world.misfortunes
    if why == "relief":
        if kind == "spent":
            return f"relief after {misfortune_name(world, about)}" if known else "relief"
        if kind == "support":
            held = "relief that came in full" if amount > 0 else "relief that did not suffice"
            return f"{held}, after {misfortune_name(world, about)}" if known else held
        return f"gave the most relief after {misfortune_name(world, about)}" if known else "gave relief"
    if why == "covert":
        return f"a covert act in {name(world, about)}" if about in world.nations else "a covert act"
    if why == "sabotage":
        if kind == "influence":
            return "was found behind sabotage"
        return misfortune_name(world, about) if known else "sabotage"
    return ""


def relief_given(world: State) -> tuple[tuple[str, int, int], ...]:
    """Who gave others relief over the game, how many RP, and in how many misfortunes; the most generous first."""
    sums: dict[str, tuple[int, int]] = {}
    for fate in world.misfortunes.values():
        for who, amount in fate.given.items():
            if who != fate.target:
                total, times = sums.get(who, (0, 0))
                sums[who] = (total + amount, times + 1)
    order = sorted(sums.items(), key=lambda item: (-item[1][0], item[0]))
    return tuple((who, total, times) for who, (total, times) in order)


def relief_given_text(world: State) -> str:
    """Relief over the game: "Norway 6 RP and France 2 RP"; empty where nobody gave any."""
    return listing([f"{name(world, who)} {rp(total)}" for who, total, _ in relief_given(world)])


def hidden_hands_text(world: State) -> tuple[str, ...]:
    """Every act of sabotage with its author where this world knows it: the referee's knows all."""
    found: list[str] = []
    for fate_id, fate in sorted(world.misfortunes.items(), key=lambda item: (item[1].since, item[0])):
        if not hidden_hand(world, fate_id):
            continue
        when, what = date_text(world, fate.since), misfortune_name(world, fate_id, dated=False)
        if fate.attributed:
            said = f"laid at the door of {name(world, fate.culprit)}"
        elif fate.culprit:
            found_out = "never laid at its door" if fate.ended else "not found out so far"
            said = f"the work of {name(world, fate.culprit)}, {found_out}"
        else:
            said = "never laid at anybody's door" if fate.ended else "nobody found so far"
        found.append(sentence_of(f"{when}: {what}, {said}"))
    return tuple(found)


def hidden_hand(world: State, fate_id: str) -> bool:
    """Whether somebody did it, known or not."""
    kind = world.misfortune_kinds.get(world.misfortunes[fate_id].kind)
    return kind is not None and kind.hidden_hand
