"""Causes: the short words for why a stored number moved, by the key an event carries."""

from game.core.events import Event
from game.core.world import State
from game.reports.hardship_words import fate_cause
from game.reports.reasons import REASON_WORDS, reason_cause
from game.reports.words import crisis_name, name, theatre, treaty_name

CAUSES: dict[str, str] = {
    # support
    "drift": "back toward its usual level",
    "security": "fear for its safety",
    "autonomy": "freedom of action given up",
    "home": "needs at home unmet",
    "won": "won its case",
    "lost": "lost its case",
    "accusation": "its accusation",
    "worn": "was worn down",
    "war": "the war",
    "bluff": "warned and did nothing",
    "frozen": "a quarrel left as it stands",
    "warned": "warned it in public",
    "held": "held its ground",
    "compromise": "a compromise",
    "audience": "stepped back in public",
    "broke_duty": "broke its word in public",
    "broke_word": "did not act on its public word",
    "tone": "how it spoke to others",
    "secret": "a secret treaty that came out",
    "outvoted": "outvoted in a council",
    "statement": "broke its word after speaking in public",
    "toll": "another's quarrel taken up",
    # influence
    "seat": "hosting a council",
    "initiative": "bought an initiative",
    "mediated_in_vain": "mediated in vain",
    "stakes": "the stakes moved",
    "shock": "what a misfortune cost",
    "conduct": "its conduct",
    "hosted": "hosting an exercise",
    "incident": "an incident at an exercise",
    "burden": "its share of the common burden",
    "brokered": "brokered",
    "lobbied": "lobbying",
    "asked_price": "asked a price",
    "not_ratified": "did not ratify",
    # readiness, money and forces
    "upkeep": "upkeep",
    "bought": "training bought",
    "forces": "new forces",
    "deployment": "sending forces",
    "supplies": "supplies and trade forgone",
    "readiness": "readiness",
    "influence": "its standing in the world",
    # provocation
    "came": "came against it",
    "warning": "a public warning",
    # misfortunes
    "relief": "relief",
    "covert": "covert means",
    "sabotage": "sabotage",
    "help": "help after a hidden hand",
    "answer": "the answer to a hidden hand",
    "retaliate": "answering a hidden hand in kind",
    # joint work
    "technology": "technology for its partners",
    "training": "instructors",
    "standards": "one standard",
    "resilience": "resilience",
}
"""Words for the causes that are not reasons of trust."""


def cause(world: State, event: Event) -> str:
    """Why, in a few words: "kept its pledge in the Soviet–British border clash"."""
    why, about = event.why, event.about
    if event.kind == "trust":
        return reason_cause(world, why, about)
    if why in ("relief", "covert", "sabotage"):
        return fate_cause(world, event.kind, why, about, event.amount)
    if why == "exercise":
        return f"an exercise in {theatre(world, about)}" if about in world.theatres else "an exercise"
    if why == "mission":
        return f"a mission to {name(world, about)}" if about in world.nations else "a mission"
    if why == "audience" and about in world.crises and world.crises[about].outcome == "frozen":
        return "let its case freeze"
    words = CAUSES.get(why) or next((said for key, said in REASON_WORDS.items() if key == why), why.replace("_", " "))
    if about in world.crises and why in ("came", "supported", "stakes"):
        return f"{words}, {crisis_name(world, about)}"
    if about in world.treaties and why in ("signed", "left", "not_ratified"):
        return f"{words} {treaty_name(world, about)}"
    return words
