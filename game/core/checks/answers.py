"""Reasons against sealed answers."""

from typing import TypeAlias

from game.core.crises import Answer
from game.core.options import at_hand, available, invocable, stances
from game.core.problems import Problem, illegal, invalid, stale
from game.core.view import View

Answers: TypeAlias = dict[str, Answer]
_NONE_TO_SEND = (
    "No forces can be sent: all that may leave home are at exercises, earmarked for another case or elsewhere."
)
_STANCE_WORDS: dict[str, str] = {
    "stand_firm": "stand firm",
    "negotiate": "negotiate",
    "concede": "concede",
    "invoke": "invoke a treaty",
    "come": "come",
    "join": "join the challenger",
    "support": "support",
    "mediate": "mediate",
    "stay_out": "stay out",
    "refuse": "refuse",
    "back_down": "back down",
    "settle": "settle",
    "strike": "strike",
}


def answer_problems(view: View, answers: Answers) -> tuple[Problem, ...]:
    """Every reason against a nation's sealed answers in the round now open."""
    world, me = view.world, view.seat
    if world.stage not in ("showdown", "strike"):
        return (stale("No sealed answers are asked for now."),)
    found: list[Problem] = []
    sent: dict[str, int] = {}
    for crisis_id, answer in answers.items():
        crisis = world.crises.get(crisis_id)
        if crisis is None:
            found.append(invalid(f'There is no case "{crisis_id}".'))
            continue
        open_to = stances(world, me, crisis_id)
        if not open_to:
            found.append(illegal("This nation is not asked for an answer in that case now."))
            continue
        if answer.stance not in open_to:
            choices = ", ".join(_STANCE_WORDS[stance] for stance in open_to)
            found.append(illegal(f"The answers open here are: {choices}."))
        if answer.stance in ("come", "join"):
            most = available(world, me, crisis)
            if not 1 <= answer.forces <= most:
                found.append(illegal(f"Between 1 and {most} FP can be sent." if most else _NONE_TO_SEND))
            sent[crisis.theatre] = sent.get(crisis.theatre, 0) + answer.forces
        elif answer.forces:
            found.append(invalid("Forces are named only when a nation comes or joins."))
        if answer.stance == "invoke":
            can = invocable(world, me, crisis_id)
            if not answer.treaties or any(treaty not in can for treaty in answer.treaties):
                found.append(illegal("Name the treaties to invoke, each of which reads this as its case."))
        elif answer.treaties:
            found.append(invalid("Treaties are named only when they are invoked."))
    standing = world.nations[me].standing
    from_home = sum(max(0, fp - standing.get(theatre, 0)) for theatre, fp in sent.items())
    if not found and from_home > max(0, at_hand(world, me)):
        found.append(illegal("The same forces cannot go to two crises."))
    return tuple(found)
