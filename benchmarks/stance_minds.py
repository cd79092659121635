"""Stances somebody might take for a best one: each the normal mind but for one fixed habit.

What a habit does not touch is the normal mind's own, so what differs in a score is the habit's doing. A habit that pays
is sought in its shrewdest form: who keeps nothing spends what it saved, who hoards breaks no word by it, who farms the
ledger signs the rest like anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from game.ai.arming import armed, reserve_of
from game.ai.burden import share_gap, shares
from game.ai.edits import in_order
from game.ai.keeping import promised_relief
from game.ai.mind import Move
from game.ai.minds import MINDS, Mind
from game.ai.outlook import Outlook
from game.ai.titles import title_for
from game.core import acts
from game.core.acts import Act
from game.core.appraisal import Appraisal
from game.core.checks.answers import answer_problems
from game.core.checks.sheets import sheet_problems
from game.core.clauses import Clause, Consultation, IntelligenceSharing, MutualDefence, NonAggression
from game.core.crises import Answer, Stance
from game.core.drafts import Draft
from game.core.duties import Abstain
from game.core.legality import problems
from game.core.options import available, consults_due, initiatives_to_spend, may_withhold, most_new_forces, stances
from game.core.orders import Budget, Sheet
from game.core.view import View
from game.core.world import State

HARMLESS = 20
"""Hostility below which the ledger farmer thinks a nation no danger to anybody's word."""
COSTLY = ("press", "consult", "mediate", "warn", "propose", "broker", "state_publicly", "call_vote", "accuse")
"""Acts that take an initiative."""


def normal(view: View) -> Move:
    """What all stances start from."""
    return MINDS["normal"](view)


def allowed(view: View, move: tuple[Act, ...]) -> tuple[Act, ...]:
    """Those acts that the rules allow as things stand."""
    return tuple(act for act in move if not problems(view, act))


def spare(view: View, move: tuple[Act, ...]) -> int:
    """Initiatives left beside some acts, with those influence would buy."""
    return initiatives_to_spend(view.world.rules, view.world.nations[view.seat]) - sum(
        act.kind in COSTLY for act in move
    )


# -- what is signed -------------------------------------------------------------------------------------------


def always_sign(view: View) -> Move:
    """Signs everything that is put to it, and votes for every motion."""
    return _for_all(MINDS["accept"](view))


def never_sign(view: View) -> Move:
    """Signs nothing, and proposes nothing."""
    return MINDS["refuse"](view)


def ally_of_all(view: View) -> Move:
    """Signs everything, and offers everybody its guarantee with what initiatives it has."""
    return _offering(view, always_sign(view), (MutualDefence(automaticity="own_way"), Consultation()), _anybody)


def serial_consulter(view: View) -> Move:
    """Offers counsel and an exchange of intelligence to everybody, and signs nothing that binds more."""
    clauses: tuple[Clause, ...] = (Consultation(), IntelligenceSharing(level=1))
    return _offering(view, _lightly(view, normal(view), {clause.kind for clause in clauses}), clauses, _anybody)


def ledger_farmer(view: View) -> Move:
    """Offers non-aggression to all it has nothing to fear from before it offers anything else: promises easily kept."""
    me, table = view.seat, Appraisal(view.world, view.ground)

    def harmless(other: str) -> bool:
        return table.hostility(other, me).value < HARMLESS > table.hostility(me, other).value

    return _offering(view, normal(view), (NonAggression(),), harmless, first=True)


def _anybody(_: str) -> bool:
    return True


def _for_all(move: Move) -> Move:
    if not isinstance(move, tuple):
        return move
    return tuple(replace(act, choice="for") if isinstance(act, acts.Vote) else act for act in move)


def _lightly(view: View, move: Move, kinds: set[str]) -> Move:
    """A move that opens nothing, signs drafts of these kinds of clause alone, and refuses the others."""
    if view.stage != "negotiation" or not isinstance(move, tuple):
        return move
    kept: list[Act] = []
    for act in move:
        if isinstance(act, acts.Accept | acts.Counter | acts.Refuse):
            latest = view.world.threads[act.thread].latest.draft
            if all(clause.kind in kinds for clause in latest.clauses):
                kept.append(acts.Accept(thread=act.thread, revision=act.revision))
            else:
                kept.append(acts.Refuse(thread=act.thread, revision=act.revision, because=act.because))
        elif not isinstance(act, acts.Propose):
            kept.append(act)
    return allowed(view, tuple(kept))


def _offering(
    view: View, move: Move, clauses: tuple[Clause, ...], whom: Callable[[str], bool], first: bool = False
) -> Move:
    """A move with offers of these clauses to all that are meant: with what is left over, or before offers of another
    kind."""
    if view.stage != "negotiation" or not isinstance(move, tuple):
        return move
    rest = tuple(act for act in move if not isinstance(act, acts.Propose)) if first else move
    made = tuple(_offers(view, clauses, whom, spare(view, rest)))
    if not first:
        return (*move, *made)
    kept = [act for act in move if isinstance(act, acts.Propose)][: max(0, spare(view, (*rest, *made)))]
    return (*rest, *made, *kept)


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
    """Keeps every promise that can be kept: comes when called, takes counsel, pays, bears its share, presses nobody it
    is to leave alone."""
    move = normal(view)
    world, me = view.world, view.seat
    if isinstance(move, Sheet):
        tried = replace(move, withheld=())
        return _share_borne(view, tried if not sheet_problems(view, tried) else move)
    if isinstance(move, tuple):
        had = [act.crisis for act in move if isinstance(act, acts.ConsultAct)]
        wanted = [acts.ConsultAct(treaty=t, crisis=c) for t, c in consults_due(world, me) if c not in had]
        kept = [act for act in move if not (isinstance(act, acts.Press) and act.target in left_alone(view, "press"))]
        return (*kept, *allowed(view, tuple(wanted)))
    made = dict(move)
    for name, answer in move.items():
        made = _came(view, made, name, answer)
    return made


def left_alone(view: View, what: str) -> set[str]:
    """Nations toward which a seat has promised to keep from something."""
    table = Appraisal(view.world, view.ground)
    mine = [duty for duty in table.duties[view.seat] if isinstance(duty, Abstain) and what in duty.acts]
    return {name for duty in mine for name in duty.toward}


def _came(view: View, made: dict[str, Answer], name: str, answer: Answer) -> dict[str, Answer]:
    """Answers with this one as promised: with the forces earmarked where called, in words with none to send."""
    world, me = view.world, view.seat
    crisis = world.crises[name]
    joins: tuple[Stance, ...] = ("come", "support")
    tried: list[Answer] = []
    if crisis.challenger in left_alone(view, "join") and answer.stance in joins:
        tried = [Answer("stay_out")]
    elif any(call.ally == me for call in crisis.calls):
        fp = min(max(call.earmark for call in crisis.calls if call.ally == me), available(world, me, crisis))
        if fp and (answer.stance != "come" or answer.forces < fp):
            tried = [Answer("come", fp), Answer("support")]
        elif not fp and answer.stance not in joins:
            tried = [Answer("support")]
    for one in tried:
        if not answer_problems(view, {**made, name: one}):
            return {**made, name: one}
    return made


def _share_borne(view: View, sheet: Sheet) -> Sheet:
    """A sheet that finds what shares of a burden still ask, in readiness first, as far as the treasury goes."""
    outlook = Outlook(view)
    while any(share_gap(outlook, duty, sheet) > 0 for duty in shares(outlook) if duty.formula != "fund"):
        budget = sheet.budget
        more = (replace(budget, readiness=budget.readiness + 1), replace(budget, forces=budget.forces + 1))
        found = [tried for each in more for tried in [replace(sheet, budget=each)] if not sheet_problems(view, tried)]
        if not found:
            break
        sheet = found[0]
    return sheet


def never_honour(view: View) -> Move:
    """Signs like anybody and keeps nothing: no exercise, no payment, no counsel, nobody's aid, nobody left alone. What
    that saves goes into arms."""
    move = normal(view)
    world, me = view.world, view.seat
    if isinstance(move, Sheet):
        return unkept(view, move)
    if isinstance(move, tuple):
        kept: list[Act] = [act for act in move if not isinstance(act, acts.ConsultAct)]
        if not any(isinstance(act, acts.Press) for act in kept):
            spared = left_alone(view, "press")
            tried = [
                acts.Press(target=crisis.target, grade="warning", crisis=name)
                for name, crisis in world.crises.items()
                if crisis.challenger == me and crisis.stage == "brewing" and crisis.target in spared
            ]
            kept.extend(allowed(view, tuple(tried))[:1])
        return tuple(kept)
    return {
        name: Answer("stay_out") if "stay_out" in stances(world, me, name) else answer for name, answer in move.items()
    }


def unkept(view: View, sheet: Sheet) -> Sheet:
    """A sheet without anything treaties ask, and arms for what is saved."""
    free = tuple(exercise for exercise in sheet.exercises if not exercise.treaty)
    own = {key: rp for key, rp in sheet.relief.items() if view.world.misfortunes[key].target == view.seat}
    tried = replace(sheet, exercises=free, withheld=may_withhold(view.world, view.seat), relief=own)
    if sheet_problems(view, tried):
        return sheet
    outlook = Outlook(view)
    return armed(outlook, tried, reserve_of(outlook), outlook.weights_of(view.seat))


def last_turn_traitor(view: View) -> Move:
    """Honest until the last turn it knows of; then it keeps nothing."""
    return normal(view) if view.world.turn < view.world.turns else never_honour(view)


def last_turn_raider(view: View) -> Move:
    """Honest until the last turn it knows of; then it keeps nothing and presses the weakest it may press."""
    move = last_turn_traitor(view)
    if view.world.turn < view.world.turns or not isinstance(move, tuple):
        return move
    if any(isinstance(act, acts.Press) for act in move):
        return move
    tried = [acts.Press(target=other, grade="ultimatum") for other in view.world.nations if other != view.seat]
    weakest = sorted(tried, key=lambda act: (view.world.nations[act.target].forces, act.target))
    return (*move, *allowed(view, tuple(weakest))[:1])


# -- what is bought -------------------------------------------------------------------------------------------


def all_forces(view: View) -> Move:
    """Every free RP goes into forces: none into readiness, missions or relief that is not owed."""
    move = normal(view)
    if not isinstance(move, Sheet):
        return move
    bare = _bare(view, move)
    best = bare if not sheet_problems(view, bare) else move
    for fp in range(most_new_forces(view.world.rules, view.world.nations[view.seat]) + 1):
        tried = replace(bare, budget=replace(bare.budget, forces=fp))
        if not sheet_problems(view, tried):
            best = tried
    return best


def no_forces(view: View) -> Move:
    """Raises nothing, readies nothing."""
    move = normal(view)
    if not isinstance(move, Sheet):
        return move
    bare = replace(move, budget=Budget(home_cut=move.budget.home_cut))
    return bare if not sheet_problems(view, bare) else move


def hoarder(view: View) -> Move:
    """Keeps what it has promised and spends nothing else, neither points nor influence: no arms, no mission, no relief
    that is not owed, no lobbying, no price asked, no initiative bought, no word in public."""
    move = normal(view)
    if isinstance(move, Sheet):
        bare = replace(_bare(view, move), covert=())
        return bare if not sheet_problems(view, bare) else move
    if not isinstance(move, tuple):
        return move
    kept: list[Act] = []
    own = view.world.nations[view.seat].initiatives
    for act in move:
        if act.kind in ("lobby", "ask_price", "state_publicly"):
            continue
        if act.kind in COSTLY and act.kind != "consult" and sum(a.kind in COSTLY for a in kept) >= own:
            continue
        kept.append(act)
    return tuple(kept)


def _bare(view: View, sheet: Sheet) -> Sheet:
    """A sheet with what is promised alone: exercises, payments, relief that is owed or one's own."""
    outlook = Outlook(view)
    relief: dict[str, int] = {}
    for key, rp in sheet.relief.items():
        target = view.world.misfortunes[key].target
        owed = rp if target == view.seat else min(rp, promised_relief(outlook, target))
        if owed:
            relief[key] = owed
    return replace(sheet, budget=Budget(home_cut=sheet.budget.home_cut), missions=(), relief=relief)


STANCES: dict[str, Mind] = {
    "always sign": always_sign,
    "ally of all": ally_of_all,
    "never sign": never_sign,
    "always honour": always_honour,
    "never honour": never_honour,
    "all forces": all_forces,
    "no forces": no_forces,
    "serial consulter": serial_consulter,
    "ledger farmer": ledger_farmer,
    "hoarder": hoarder,
    "last-turn traitor": last_turn_traitor,
    "last-turn raider": last_turn_raider,
}
"""Every stance by its name."""
