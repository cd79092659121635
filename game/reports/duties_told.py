"""Duties of joint work and restraint that fell due, as the ledger took them down."""

from game.core.events import Event
from game.core.orders import Exercise
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import State
from game.reports.words import misfortune_name, theatre, title_in_sentence

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


DID: dict[tuple[str, str], str] = {
    ("train", "kept"): "held the exercise",
    ("train", "broken"): "stayed away from the exercise",
    ("train", "excused"): "appeared for the exercise and met nobody",
    ("pay", "kept"): "spent on {their} forces what was pledged",
    ("pay", "broken"): "spent less on {their} forces than was pledged",
    ("pay", "excused"): "{were} excused from the spending pledged",
    ("gift", "kept"): "gave what was promised",
    ("gift", "broken"): "withheld what was promised",
    ("gift", "excused"): "had not the means to give what was promised",
    ("share", "kept"): "bore {their} share of the burden",
    ("share", "broken"): "bore less than {their} share of the burden",
    ("share", "excused"): "{were} excused from {their} share of the burden",
    ("both", "kept"): "met what was asked of {their} purse",
    ("both", "broken"): "did not meet what was asked of {their} purse",
    ("both", "excused"): "{were} excused from what was asked of {their} purse",
    ("guard", "kept"): "kept {their} pledge of aid",
    ("guard", "broken"): "broke {their} pledge of aid",
    ("guard", "excused"): "{were} excused from {their} pledge of aid",
    ("abstain", "kept"): "kept {their} promise to leave the other alone",
    ("abstain", "broken"): "broke {their} promise to leave the other alone",
    ("abstain", "excused"): "{were} excused from {their} promise to leave the other alone",
    ("standardise", "kept"): "kept to the common standard",
    ("standardise", "broken"): "did not keep to the common standard",
    ("standardise", "excused"): "{were} excused from the common standard",
    ("notify", "kept"): "announced {their} exercises",
    ("notify", "broken"): "held exercises unannounced",
    ("notify", "excused"): "{were} excused from announcing {their} exercises",
    ("relieve", "kept"): "gave the help promised",
    ("relieve", "broken"): "did not give the help promised",
    ("relieve", "excused"): "{were} excused from the help promised",
    ("contribute", "kept"): "had {their} forces where they were promised",
    ("contribute", "broken"): "did not have {their} forces where they were promised",
    ("contribute", "excused"): "{were} excused from having {their} forces where they were promised",
    ("back", "kept"): "stood behind {their} partner as promised",
    ("back", "broken"): "did not stand behind {their} partner as promised",
    ("back", "excused"): "{were} excused from standing behind {their} partner",
    ("answer", "kept"): "answered a hidden hand as declared",
    ("answer", "broken"): "left a hidden hand unanswered",
    ("answer", "excused"): "{were} excused from answering a hidden hand",
    ("provide", "kept"): "lent the help promised",
    ("provide", "broken"): "withheld the help promised",
    ("provide", "excused"): "{were} excused from the help promised",
    ("invest", "kept"): "put into {their} resilience what was pledged",
    ("invest", "broken"): "put less into {their} resilience than was pledged",
    ("invest", "excused"): "{were} excused from {their} pledge of resilience",
    ("restraint", "kept"): "kept {their} promise of restraint",
    ("restraint", "broken"): "broke {their} promise of restraint",
    ("restraint", "excused"): "{were} excused from {their} promise of restraint",
    ("consult", "kept"): "took counsel",
    ("consult", "broken"): "took no counsel",
    ("consult", "excused"): "{were} excused from counsel",
}
"""What nations did, by duty and result. A gift, a share of a burden, both, and restraint no case tried stand apart."""
SOMEHOW = {"kept": "kept {their} word", "broken": "did not keep {their} word", "excused": "{were} excused"}
"""The same of a duty that is not in the table."""


def other_duty(world: State, why: str, about: str, toward: str) -> dict[str, str]:
    """The words for a duty by its result, with whom and what it was about."""
    where = f" in {theatre(world, about)}" if about in world.theatres else ""
    fate = misfortune_name(world, about) if about in world.misfortunes else "the hidden hand"
    return {result: said.format(where=where, toward=toward, fate=fate) for result, said in OTHER_DUTIES[why].items()}


def drilled_elsewhere(world: State, event: Event, treaty: str) -> str:
    """What a nation did that exercised elsewhere, or otherwise, than a treaty asks; empty of any other event."""
    if event.why != "train" or event.about not in world.theatres:
        return ""
    drilled = next((where for where in event.whom if where in world.theatres), event.about)
    if drilled == event.about:
        return f"went on an exercise in {theatre(world, drilled)} other than the one {treaty} asks for there"
    return (
        f"went on exercise in {theatre(world, drilled)}, while {treaty} asks for one in {theatre(world, event.about)}"
    )


def does_not_count(world: State, ordered: Exercise, asked: Exercise) -> str:
    """Why an exercise ordered does not keep the promise of another, and what would."""
    where, there = theatre(world, ordered.theatre), theatre(world, asked.theatre)
    title = title_in_sentence(world.treaties[asked.treaty].title)
    if where == there:
        return f"The exercise ordered in {where} is not the one {title} asks for there, and does not keep your word."
    return f"The exercise ordered in {where} does not keep your word under {title}, which asks for {there}."


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
