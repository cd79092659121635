"""Duties of joint work and restraint that fell due, as the ledger took them down."""

from game.core.events import Event
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import State
from game.reports.words import misfortune_name, theatre

OTHER_DUTIES: dict[str, dict[str, str]] = {
    "standardise": {
        "kept": "kept to the common standard",
        "broken": "did not keep to the common standard",
        "excused": "had not the means for the common standard, and was excused",
    },
    "notify": {
        "kept": "announced its exercise{where} beforehand",
        "broken": "held an exercise{where} it had not announced",
        "excused": "was excused from announcing its exercise",
    },
    "relieve": {
        "kept": "gave {toward} the help it had promised",
        "broken": "did not give {toward} the help it had promised",
        "excused": "was excused from helping {toward}",
    },
    "contribute": {
        "kept": "had its forces where they were promised",
        "broken": "did not have its forces where they were promised",
        "excused": "had no forces to contribute, and was excused",
    },
    "back": {
        "kept": "stood behind {toward} as promised",
        "broken": "did not stand behind {toward} as promised",
        "excused": "was not asked to stand behind {toward}",
    },
    "answer": {
        "kept": "answered {fate} as declared",
        "broken": "left {fate} unanswered, against what was declared",
        "excused": "had not the means to answer {fate}, and was excused",
    },
    "invest": {
        "kept": "put into its resilience what was pledged",
        "broken": "put less into its resilience than was pledged",
        "excused": "had not the means to invest in its resilience, and was excused",
    },
    "provide": {
        "kept": "lent the help promised",
        "broken": "withheld the help promised",
        "excused": "had not the means for the help promised, and was excused",
    },
}
"""What a nation did, by duty and result; what follows is the treaty."""


def other_duty(world: State, why: str, about: str, toward: str) -> dict[str, str]:
    """The words for a duty by its result, with whom and what it was about."""
    where = f" in {theatre(world, about)}" if about in world.theatres else ""
    fate = misfortune_name(world, about) if about in world.misfortunes else "the hidden hand"
    return {result: said.format(where=where, toward=toward, fate=fate) for result, said in OTHER_DUTIES[why].items()}


def kept_from(world: State, event: Event, toward: str) -> str:
    """What a promise to abstain was about, after "to": told by where it fell due."""
    treaty = world.treaties.get(event.text)
    kinds = [type(clause) for clause in treaty.clauses] if treaty is not None else []
    if event.about in world.theatres and ConfidenceBuilding in kinds:
        return f"hold no large exercise near {toward}"
    if event.about in world.crises:
        return f"press nothing on {toward}"
    if event.about in world.treaties and event.about != event.text:
        return f"enter no alliance against {toward}"
    if ArmsLimits in kinds and not any(name in world.nations for name in event.whom):
        return "raise no forces beyond the ceiling"
    return f"press nothing on {toward}"
