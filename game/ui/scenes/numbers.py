"""The numbers of the turn as the orders stand: what is left of resources, initiatives and forces, and their parts."""

from __future__ import annotations

from game.core.duties import Guard
from game.core.geography import away, may_leave
from game.core.options import exercise_forces, free_points, sheet_cost
from game.reports.breakdown import income_lines
from game.reports.causes import cause
from game.reports.grammar import capital, counted, figure, plural, signed
from game.reports.words import fp, rp, title_in_sentence
from game.ui.kit import Tip
from game.ui.scenes.parts import breakdown_tip
from game.ui.session import Session


def resources_left(session: Session) -> int:
    """RP still free under the orders as drafted."""
    sheet = session.seat.sheet
    return free_points(session.world, session.nation, sheet.budget.home_cut) - sheet_cost(
        session.world, session.nation, sheet
    )


def initiatives_left(session: Session) -> int:
    """Initiatives left once the drafted missions have taken theirs; below zero when influence must buy some."""
    return session.me.initiatives - len(session.seat.sheet.missions)


def forces_left(session: Session) -> tuple[int, int, int]:
    """FP that nothing claims yet of those that may leave home, FP earmarked by promises, and those that may leave."""
    me, sheet = session.me, session.seat.sheet
    half = may_leave(me)
    busy = sum(sheet.standing.values()) + sum(exercise_forces(me, exercise) for exercise in sheet.exercises)
    return half - busy, sum(amount for _, amount in earmarks(session)), half


def earmarks(session: Session) -> tuple[tuple[str, int], ...]:
    """Treaty and FP of every promise that reserves forces, the largest Guard of each treaty."""
    table, found = session.appraisal, dict[str, int]()
    for duty in table.duties[session.nation]:
        if isinstance(duty, Guard):
            found[duty.treaty] = max(found.get(duty.treaty, 0), table.earmarked(duty))
    return tuple(found.items())


# --- tooltips


def resources_tip(session: Session) -> Tip:
    """Income, what takes it, and what the orders spend."""
    spent = sheet_cost(session.world, session.nation, session.seat.sheet)
    tip = breakdown_tip("Resource points", income_lines(session.world, session.nation), sums=2)
    note = f"Your orders spend {rp(spent)}; {rp(resources_left(session))} of the treasury stay free of them."
    return Tip(title=tip.title, lines=tip.lines, total=tip.total, note=f"{tip.note} {note}")


def moves_tip(session: Session, kind: str) -> Tip:
    """What moved support or influence in this turn and the last."""
    world, found = session.world, list[tuple[str, int | str]]()
    for event in session.seat.events:
        if event.kind == kind and event.who == session.nation and event.turn >= world.turn - 1:
            found.append((f"{capital(cause(world, event))} (turn {event.turn})", event.amount))
    if kind == "support":
        total, note = ("Support at home", f"{figure(session.me.support)} of 100"), "Support carries every pledge."
    else:
        price = world.rules.initiative_price
        total = ("Influence", f"{figure(session.me.influence)} of {world.rules.influence_cap}")
        note = f"{price} influence buy one more initiative."
    return Tip(title=total[0], lines=found, total=total, note=note if found else f"Nothing moved it lately. {note}")


def initiatives_tip(session: Session) -> Tip:
    """Initiatives left, and what takes them."""
    sheet, rules = session.seat.sheet, session.world.rules
    lines: list[tuple[str, int | str]] = [("Left this turn", figure(session.me.initiatives))]
    if sheet.missions:
        lines.append((f"{counted(len(sheet.missions), 'mission').capitalize()} in your orders", -len(sheet.missions)))
    note = (
        f"A new negotiation, a demand, counsel under a treaty and a mission take one each. "
        f"At most {counted(rules.initiatives_kept, 'initiative')} may be kept for the next turn."
    )
    return Tip(title="Initiatives", lines=lines, total=("Free to use", figure(initiatives_left(session))), note=note)


def forces_tip(session: Session) -> Tip:
    """Which forces may leave, where they are ordered, and which treaties reserve them."""
    me, sheet, table = session.me, session.seat.sheet, session.appraisal
    home, promised, half = forces_left(session)
    lines: list[tuple[str, int | str]] = [("Forces in being", fp(me.forces)), ("Half may leave home", fp(half))]
    standing, moved = sum(sheet.standing.values()), away(me)
    if standing or moved:
        lines.append(("Ordered abroad", signed(-standing)))
    busy = sum(exercise_forces(me, exercise) for exercise in sheet.exercises)
    if busy:
        lines.append((f"On {plural(len(sheet.exercises), 'exercise')}", signed(-busy)))
    for treaty, amount in earmarks(session):
        lines.append((f"Promised by {title_in_sentence(session.world.treaties[treaty].title)}", fp(amount)))
    note = f"Promises are covered to {table.coverage(session.nation)} %. Forces on the spot may serve a promise there."
    return Tip(title="Forces", lines=lines, total=("Uncommitted", f"{fp(home)}, {fp(promised)} owed"), note=note)
