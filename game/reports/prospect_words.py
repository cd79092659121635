"""What a draft contradicts, in words."""

from typing import assert_never

from game.core.prospects import Contradiction
from game.core.world import State
from game.reports.grammar import sentence_of
from game.reports.words import name, names, title_in_sentence


def contradiction_text(world: State, found: Contradiction) -> str:
    """A promise that a draft goes against, as a sentence."""
    known = world.treaties.get(found.treaty)
    title = title_in_sentence(known.title) if known is not None else "this draft"
    who = name(world, found.party)
    about = [name(world, nation) for nation in found.about]
    match found.kind:
        case "other_side":
            said = f"it is aimed at {about[0]}, whom {who} must aid under {title}"
        case "new_ally":
            said = f"{title} has {who} aid {about[0]} against {names(world, found.about[1:])}, its new ally"
        case "neutral":
            said = f"{title} keeps {who} from joining others against {about[0]}"
        case "unallied":
            said = f"{title} keeps {who} out of alliances against {about[0]}"
        case "neutral_guard":
            said = f"{title} may call {who} against {about[0]}, and this forbids it"
        case "ceiling":
            said = f"{who} pledges to spend on forces that a ceiling keeps it from raising; {title} has the other half"
        case "keep_away":
            said = f"{who} promises exercises near {names(world, found.about)}, and to keep them away; see {title}"
        case "two_commands":
            said = f"{who} would hold more forces for commands than may leave home, beside {title}"
        case "claim":
            said = f"{who} would back {about[0]} in a claim on {about[1]}, whom it must aid under {title}"
        case _:
            assert_never(found.kind)
    return sentence_of(said)
