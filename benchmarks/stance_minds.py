"""Stances somebody might take for a best one: each the normal mind but for one fixed habit.

What a habit does not touch is the normal mind's own, so what differs in a score is the habit's doing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from game.ai.edits import in_order
from game.ai.greedy import staying_away, unkept
from game.ai.mind import Move
from game.ai.minds import MINDS, Mind
from game.ai.titles import title_for
from game.core import acts
from game.core.acts import Act
from game.core.appraisal import Appraisal
from game.core.checks.answers import answer_problems
from game.core.checks.sheets import sheet_problems
from game.core.clauses import Clause, Consultation, IntelligenceSharing, NonAggression
from game.core.crises import Answer
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.options import available, consults_due, initiatives_to_spend, most_new_forces
from game.core.orders import Budget, Sheet
from game.core.view import View
from game.core.world import State

HARMLESS = 20
"""Hostility below which the ledger farmer thinks a nation no danger to anybody's word."""


def normal(view: View) -> Move:
    """What all stances start from."""
    return MINDS["normal"](view)


# -- what is signed -------------------------------------------------------------------------------------------


def always_sign(view: View) -> Move:
    """Signs everything."""
    return MINDS["accept"](view)


def never_sign(view: View) -> Move:
    """Signs nothing, and proposes nothing."""
    return MINDS["refuse"](view)


def serial_consulter(view: View) -> Move:
    """Offers counsel and an exchange of intelligence to everybody, and signs nothing that binds more."""
    return _collecting(view, (Consultation(), IntelligenceSharing(level=1)), lambda other: True)


def ledger_farmer(view: View) -> Move:
    """Offers non-aggression to all it has nothing to fear from, for the promises that are easily kept."""
    me, table = view.seat, Appraisal(view.world, view.ground)

    def harmless(other: str) -> bool:
        return table.hostility(other, me).value < HARMLESS > table.hostility(me, other).value

    return _collecting(view, (NonAggression(),), harmless)


def _collecting(view: View, clauses: tuple[Clause, ...], whom: Callable[[str], bool]) -> Move:
    move = normal(view)
    if view.stage != "negotiation" or not isinstance(move, tuple):
        return move
    kinds = {clause.kind for clause in clauses}
    kept: list[Act] = []
    for act in move:
        if isinstance(act, acts.Accept | acts.Counter):
            draft = act.draft if isinstance(act, acts.Counter) else view.world.threads[act.thread].latest.draft
            light = all(clause.kind in kinds for clause in draft.clauses)
            kept.append(act if light else acts.Refuse(thread=act.thread, revision=act.revision, because=act.because))
        elif not isinstance(act, acts.Propose):
            kept.append(act)
    used = sum(act.kind in ("press", "consult", "mediate", "warn") for act in kept)
    spare = initiatives_to_spend(view.world.rules, view.world.nations[view.seat]) - used
    return (*kept, *_offers(view, clauses, whom, spare))


def _offers(view: View, clauses: tuple[Clause, ...], whom: Callable[[str], bool], most: int) -> Iterable[Act]:
    world, me = view.world, view.seat
    made: list[Act] = []
    for other in world.nations:
        if len(made) >= most:
            break
        if other == me or not whom(other) or all(_promised(world, me, other, clause) for clause in clauses):
            continue
        parties = tuple(sorted((me, other)))
        draft = Draft(title=title_for(world, parties, clauses), parties=parties, clauses=in_order(clauses))
        act = acts.Propose(draft=draft, turns=0)
        if not problems(view, act):
            made.append(act)
    return made


def _promised(world: State, me: str, other: str, clause: Clause) -> bool:
    return any(
        not treaty.ended and me in treaty.parties and other in treaty.parties
        and any(had.kind == clause.kind for had in treaty.clauses)
        for treaty in world.treaties.values()
    )  # fmt: skip


# -- what is kept ---------------------------------------------------------------------------------------------


def always_honour(view: View) -> Move:
    """Comes with all it promised whenever it is called, takes every counsel, pays every gift."""
    move = normal(view)
    world, me = view.world, view.seat
    if isinstance(move, Sheet):
        tried = replace(move, withheld=())
        return tried if not sheet_problems(view, tried) else move
    if isinstance(move, tuple):
        wanted = [acts.ConsultAct(treaty=treaty, crisis=crisis) for treaty, crisis in consults_due(world, me)]
        more = [act for act in wanted if act.crisis not in [a.crisis for a in move if isinstance(a, acts.ConsultAct)]]
        return (*move, *(act for act in more if not problems(view, act)))
    made = dict(move)
    for name, answer in move.items():
        crisis = world.crises[name]
        earmarks = [call.earmark for call in crisis.calls if call.ally == me]
        fp = min(max(earmarks, default=0), available(world, me, crisis))
        if fp and (answer.stance != "come" or answer.forces < fp):
            tried_all = {**made, name: Answer("come", fp)}
            if not answer_problems(view, tried_all):
                made = tried_all
    return made


def never_honour(view: View) -> Move:
    """Signs like anybody and keeps nothing: no exercise, no gift, no counsel, nobody's aid."""
    move = normal(view)
    if isinstance(move, Sheet):
        return unkept(view, move)
    if isinstance(move, tuple):
        return tuple(act for act in move if not isinstance(act, acts.ConsultAct))
    return staying_away(view, move)


def last_turn_traitor(view: View) -> Move:
    """Honest until the last turn; then it keeps nothing and presses whoever may be pressed."""
    if view.world.turn < view.world.turns:
        return normal(view)
    move = never_honour(view)
    if isinstance(move, tuple) and not any(isinstance(act, acts.Press) for act in move):
        tried = [acts.Press(target=other, grade="ultimatum") for other in view.world.nations if other != view.seat]
        weakest = sorted(tried, key=lambda act: (view.world.nations[act.target].forces, act.target))
        return (*move, *[act for act in weakest if not problems(view, act)][:1])
    return move


# -- what is bought -------------------------------------------------------------------------------------------


def all_forces(view: View) -> Move:
    """Every free RP goes into forces."""
    return _bought(view, True)


def no_forces(view: View) -> Move:
    """Raises nothing, readies nothing."""
    return _bought(view, False)


def _bought(view: View, arm: bool) -> Move:
    move = normal(view)
    if not isinstance(move, Sheet):
        return move
    bare = replace(move, budget=Budget())
    if not arm:
        return bare if not sheet_problems(view, bare) else move
    bare = replace(bare, missions=())
    best = move
    for fp in range(most_new_forces(view.world.rules, view.world.nations[view.seat]) + 1):
        tried = replace(bare, budget=Budget(forces=fp))
        if not sheet_problems(view, tried):
            best = tried
    return best


def hoarder(view: View) -> Move:
    """Spends nothing it is not made to spend, whoever asks."""
    move = normal(view)
    if not isinstance(move, Sheet):
        return move
    spent = replace(unkept(view, move), budget=Budget(), missions=(), relief={}, exercises=(), covert=())
    return spent if not sheet_problems(view, spent) else move


STANCES: dict[str, Mind] = {
    "always sign": always_sign,
    "never sign": never_sign,
    "always honour": always_honour,
    "never honour": never_honour,
    "all forces": all_forces,
    "no forces": no_forces,
    "serial consulter": serial_consulter,
    "ledger farmer": ledger_farmer,
    "hoarder": hoarder,
    "last-turn traitor": last_turn_traitor,
}
"""Every stance by its name."""
