"""The greedy mind: signs what pays today, and keeps no promise that costs anything."""

from dataclasses import replace

from game.ai.mind import Move, honest_mind
from game.ai.outlook import Outlook
from game.ai.valuation import Valuation, valuation, value
from game.core import acts
from game.core.acts import Act
from game.core.checks.sheets import sheet_problems
from game.core.checks.talks import REFUSALS_A_TURN
from game.core.crises import Answer
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.options import gifts_due
from game.core.orders import Sheet
from game.core.terms import TermName
from game.core.view import View

TODAY: tuple[TermName, ...] = (
    *("security", "autonomy", "receipts", "cost", "knowledge", "provocation"),
    *("objective", "aim_autonomy", "aim_security"),
)
"""Terms of a draft's value that are felt at once. What a promise may one day ask, and what it does to one's name,
are not among them."""


def greedy(view: View) -> Move:
    """Takes what pays now: a pure function of its view, like every mind."""
    move = honest_mind(view)
    if isinstance(move, Sheet):
        return unkept(view, move)
    if isinstance(move, dict):
        return staying_away(view, move)
    return _talk(view, move)


def today(outlook: Outlook, draft: Draft) -> Valuation:
    """What a draft is worth to this seat today."""
    found = value(outlook, outlook.seat, draft, outlook.weights_of(outlook.seat))
    return valuation([term for term in found.terms if term.name in TODAY])


def unkept(view: View, sheet: Sheet) -> Sheet:
    """A sheet without what treaties ask of it: no exercise under one, no gift, no share of a burden."""
    due = tuple(dict.fromkeys(gift.treaty for gift in gifts_due(view.world, view.seat)))
    free = tuple(exercise for exercise in sheet.exercises if not exercise.treaty)
    tried = replace(sheet, exercises=free, withheld=due, relief=_own(view, sheet))
    return tried if not sheet_problems(view, tried) else sheet


def staying_away(view: View, answers: dict[str, Answer]) -> dict[str, Answer]:
    """Sealed answers in which nobody comes to another's aid: words of support at most."""
    world, me = view.world, view.seat
    made: dict[str, Answer] = {}
    for case, answer in answers.items():
        crisis = world.crises[case]
        ally = me not in (crisis.target, crisis.challenger)
        made[case] = Answer("support") if ally and answer.stance == "come" else answer
    return made


def _own(view: View, sheet: Sheet) -> dict[str, int]:
    return {key: rp for key, rp in sheet.relief.items() if view.world.misfortunes[key].target == view.seat}


def _talk(view: View, move: tuple[Act, ...]) -> tuple[Act, ...]:
    outlook = Outlook(view)
    answers: list[Act] = []
    for thread_id, thread in view.world.threads.items():
        latest = thread.latest
        if thread.status != "open" or view.seat not in thread.parties or view.seat in latest.agreed:
            continue
        worth = today(outlook, latest.draft)
        number = len(thread.revisions)
        if worth.total > 0:
            act: Act = acts.Accept(thread=thread_id, revision=number, because=worth.terms)
        elif thread.refused_drafts < REFUSALS_A_TURN:
            act = acts.Refuse(thread=thread_id, revision=number, because=worth.terms)
        else:
            continue
        if not problems(view, act):
            answers.append(act)
            if act.kind == "accept":
                # The next draft is judged in a world that holds this one.
                break
    kept = tuple(
        act
        for act in move
        if act.kind not in ("accept", "refuse", "counter") and not (answers and act.kind == "propose")
    )
    return (*kept, *answers)
