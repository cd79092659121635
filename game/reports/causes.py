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
    "worn": "worn down",
    "war": "the war",
    "bluff": "warned and did nothing",
    "frozen": "a quarrel left as it stands",
    "warned": "warned it",
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
    "warning": "warned it in public",
    # familiarity and practice
    "visit": "a visit of ministers",
    "staff_talks": "staff talks",
    "attache": "an attaché",
    # misfortunes
    "relief": "relief",
    "covert": "a covert act",
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
        return _of_trust(world, event) or reason_cause(world, why, about)
    if why in ("relief", "covert", "sabotage"):
        return fate_cause(world, event.kind, why, about, event.amount)
    if why == "exercise":
        return f"an exercise in {theatre(world, about)}" if about in world.theatres else "an exercise"
    if why == "mission":
        return f"a mission to {name(world, about)}" if about in world.nations else "a mission"
    case = world.crises.get(about)
    if why == "audience" and case is not None and case.outcome == "frozen":
        return "let its case freeze"
    if event.kind == "readiness" and why == "stakes":
        return "what its case took"
    if event.kind == "provoked" and why == "statement":
        return f"spoke to it with one voice under {treaty_name(world, about)}"
    words = CAUSES.get(why) or next((said for key, said in REASON_WORDS.items() if key == why), why.replace("_", " "))
    if case is not None and why in ("came", "supported", "stakes"):
        return f"{words}, {crisis_name(world, about)}"
    if case is not None and why in ("worn", "warned"):
        return f"{words} {'by' if why == 'worn' else 'in'} {crisis_name(world, about)}"
    if why == "brokered":
        return reason_cause(world, why, about)
    if about in world.treaties and why in ("signed", "left", "not_ratified"):
        return f"{words} {treaty_name(world, about)}"
    return words


def _of_trust(world: State, event: Event) -> str:
    """What the reason's own name would tell wrongly; empty where it tells it right."""
    why, about = event.why, event.about
    case = world.crises.get(about)
    if why == "stood_by" and event.amount < 0:
        return "a misunderstanding of what it said in public"
    if why == "supported" and case is not None and event.amount < world.rules.trust_support:
        return f"warned on its behalf in {crisis_name(world, about)}"
    # Met half way, each trusts the other for that; whatever else a case of friendship brings is what it took.
    met = case is not None and case.outcome == "compromise" and event.amount == world.rules.trust_settled
    if why == "settled" and case is not None and world.kinds[case.kind].takes == "friendship" and not met:
        return f"won over in {crisis_name(world, about)}"
    if why == "left":
        for motion in world.motions.values():
            voted = motion.treaty == about and motion.nation == event.who and motion.closed == event.turn
            if (
                voted
                and motion.kind in ("suspend", "expel")
                and event.whom
                and motion.votes.get(event.whom[0]) == "for"
            ):
                return f"voted to {motion.kind} it from {treaty_name(world, about)}"
    return ""
