"""The budget and the forces of the orders: what points buy, and where forces stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.core.arith import divide
from game.core.burden import burden_table, payment_due
from game.core.duties import Pay
from game.core.geography import may_leave, steps
from game.core.options import (
    gifts_due,
    home_need,
    most_new_forces,
    own_spending,
    readiness_price,
    upkeep,
)
from game.core.orders import Sheet
from game.core.outlays import Outlay, OutlayKind, outlays_due
from game.core.world import State
from game.reports.clause_words import FORMULA_WORDS
from game.reports.grammar import capital, counted, figure, signed
from game.reports.words import fp, name, name_bare, names, rp, theatre, title_in_sentence
from game.ui import theme
from game.ui.kit import STRONG, Bar, Caption, Check, Column, Figure, Label, Panel, Quiet, Row, Stepper, Widget
from game.ui.scenes.numbers import earmarks
from game.ui.scenes.orders_parts import Change, away_in, line, may_still_leave, with_budget, with_standing
from game.ui.session import Session


def budget_tab(session: Session, sheet: Sheet, change: Change) -> Widget:
    """Forces raised, readiness bought, needs at home cut; and the shares pledged by treaty."""
    world, me = session.world, session.me
    rules, budget = world.rules, sheet.budget
    price = readiness_price(rules, me)
    most_steps = max(0, -(-(100 - me.readiness) // rules.readiness_step))
    ready = min(100, me.readiness + budget.readiness * rules.readiness_step)
    grown = replace(me, forces=me.forces + budget.forces)
    drift = max(-rules.readiness_drift, min(rules.readiness_drift, 50 - me.readiness))
    idle = (
        f"Readiness {figure(me.readiness)}; left alone it moves to {figure(me.readiness + drift)}."
        if drift
        else f"Readiness stays {figure(me.readiness)}."
    )
    need = home_need(rules, me)
    lost = divide(100 * budget.home_cut, need) // rules.support_home_step if need else 0
    parts: list[Widget] = [
        line(
            "Raise forces",
            Stepper(
                budget.forces,
                lambda v: change(with_budget(sheet, replace(budget, forces=v))),
                most=most_new_forces(rules, me),
                unit="FP",
                label="Raise forces",
                key="forces",
            ),
            f"{rp(budget.forces * rules.price_force)}",
            f"Forces {figure(me.forces)} → {figure(grown.forces)} at the end of the turn; upkeep "
            f"{figure(upkeep(rules, me))} → {rp(upkeep(rules, grown))} a turn."
            if budget.forces
            else f"{rp(rules.price_force)} each, then an RP of upkeep a turn for every {figure(rules.upkeep_fp)} FP.",
        ),
        line(
            "Readiness",
            Stepper(
                budget.readiness,
                lambda v: change(with_budget(sheet, replace(budget, readiness=v))),
                most=most_steps,
                unit="steps",
                label="Readiness",
                key="readiness",
            ),
            rp(budget.readiness * price),
            f"Readiness {figure(me.readiness)} → {figure(ready)}; {rp(price)} a step of {figure(rules.readiness_step)}."
            if budget.readiness
            else f"{idle} {rp(price)} a step of {figure(rules.readiness_step)}.",
        ),
        line(
            "Withhold from home",
            Stepper(
                budget.home_cut,
                lambda v: change(with_budget(sheet, replace(budget, home_cut=v))),
                most=need,
                unit="RP",
                label="Withhold from home",
                key="home-cut",
            ),
            f"+{rp(budget.home_cut)}" if budget.home_cut else rp(0),
            f"{rp(need - budget.home_cut)} of {rp(need)} needed at home are paid; support falls by {figure(lost)}."
            if budget.home_cut
            else f"{rp(need)} are needed at home. Each tenth of it left unpaid costs a point of support.",
            bad=lost > 0,
        ),
    ]
    gifts = _gifts(session, sheet, change)
    if gifts is not None:
        parts.append(gifts)
    pledges = _pledges(session, sheet)
    if pledges is not None:
        parts.append(pledges)
    return Column(*parts)


def _gifts(session: Session, sheet: Sheet, change: Change) -> Widget | None:
    """What treaties have one give this turn; left unticked it is withheld, and the word given is broken."""
    world = session.world
    rows: list[Widget] = []
    for gift in gifts_due(world, session.nation):
        paid = gift.treaty not in sheet.withheld
        title = title_in_sentence(world.treaties[gift.treaty].title)
        rest = tuple(treaty for treaty in sheet.withheld if treaty != gift.treaty)
        each = " each" if len(gift.among) > 1 else ""
        rows.append(
            Row(
                Check(
                    capital(title),
                    paid,
                    lambda on, gift=gift, rest=rest: change(  # type: ignore[misc]
                        replace(sheet, withheld=rest if on else tuple(sorted((*rest, gift.treaty))))
                    ),
                    key=f"gift-{gift.treaty}",
                    grow=1,
                ),
                Quiet(rp(payment_due(world, gift) if paid else 0)),
            )
        )
        rows += [Caption(f"{rp(gift.amount)}{each} to {names(world, gift.among)}."), _gift_price(world, gift, paid)]
    for outlay in outlays_due(world, session.nation):
        rows += _outlay(session, sheet, change, outlay)
    if not rows:
        return None
    said = Caption("Paid at the Resolution unless the tick is taken off; counted in the account beside.")
    return Panel(Column(Label("Promised to others", face=STRONG), *rows, said, gap=theme.GRID), pad=theme.BETWEEN)


def _outlay(session: Session, sheet: Sheet, change: Change, outlay: Outlay) -> list[Widget]:
    """Something else a treaty has one spend on: kept back, it goes with all that treaty asks."""
    world, kept = session.world, outlay.treaty not in sheet.withheld
    rest = tuple(treaty for treaty in sheet.withheld if treaty != outlay.treaty)

    def pick(on: bool) -> None:
        change(replace(sheet, withheld=rest if on else tuple(sorted((*rest, outlay.treaty)))))

    key = f"outlay-{outlay.treaty}-{outlay.kind}-{outlay.about}"
    whom = f" for {names(world, outlay.whom)}" if outlay.whom else ""
    title = title_in_sentence(world.treaties[outlay.treaty].title)
    head = Row(
        Check(f"{OUTLAY_WORDS[outlay.kind]}{whom}", kept, pick, key=key, grow=1),
        Quiet(rp(outlay.points if kept else 0)),
    )
    return [head, Caption(f"Under {title}.")]


OUTLAY_WORDS: Final[dict[OutlayKind, str]] = {
    "technology": "Technology",
    "training": "Instructors",
    "standards": "The common standard",
    "resilience": "Own resilience",
    "reconstruction": "Help to rebuild",
    "help": "Help after a hidden hand",
    "denounce": "The declared denunciation",
    "retaliate": "The declared answer in kind",
}
"""What an outlay is called among the orders."""


def _gift_price(world: State, gift: Pay, paid: bool) -> Widget:
    """What paying a gift earns, or withholding it costs."""
    rules = world.rules
    weight = min(10, gift.amount * len(gift.among))
    whom = "each of them" if len(gift.among) > 1 else name(world, gift.among[0])
    if paid:
        return Caption(f"Kept: {signed(rules.trust_kept_duty)} trust of {whom}; the ledger weighs it {weight} of 10.")
    return Caption(
        f"Withheld: {signed(rules.trust_broke_duty)} trust of {whom}; the ledger takes a broken promise down, weight "
        f"{weight} of 10, and every pledge of yours is believed less.",
        colour=theme.WORSE,
    )


def _pledges(session: Session, sheet: Sheet) -> Widget | None:
    """Shares of income that treaties pledge to one's own forces, and how far these orders meet them."""
    world, me = session.world, session.me
    owed = [
        duty
        for duty in session.appraisal.duties[session.nation]
        if isinstance(duty, Pay) and duty.target and duty.formula != "fund" and duty.treaty in world.treaties
    ]
    if not owed:
        return None
    spent = own_spending(world, session.nation, sheet)
    bars: list[Widget] = []
    for duty in owed:
        treaty = world.treaties[duty.treaty]
        rows = burden_table(world, duty.treaty, treaty, {session.nation: spent})
        row = next(row for row in rows if row.nation == session.nation)
        bars.append(
            Bar(
                f"Asked by {title_in_sentence(treaty.title)}: {duty.target} %, {FORMULA_WORDS[duty.formula]}",
                row.borne,
                most=max(me.income, row.due, row.borne),
                wanted=row.due,
                shown=f"{figure(row.borne)} of {rp(row.due)}",
                colour=theme.WORSE if row.gap > 0 else theme.BETTER,
                tooltip="Upkeep, new forces, readiness and exercises count"
                + ("." if duty.formula == "pledged" else ", and so do bases, forces abroad, intelligence and relief.")
                + " Short of the mark the share is left to others: what is saved is kept, and the partners see it.",
            )
        )
    return Column(Label("Shares pledged by treaty", face=STRONG), *bars, gap=theme.INSIDE)


# --- forces


def forces_tab(session: Session, sheet: Sheet, change: Change) -> Widget:
    """Where forces stand, what may still leave, what is promised, and who else stands there."""
    world, me = session.world, session.me
    half, left = may_leave(me), may_still_leave(me, sheet)
    rows: list[Widget] = []
    for where in world.theatres:
        if where == me.home:
            continue
        here = sheet.standing.get(where, 0)
        had = me.standing.get(where, 0)
        moved = f" (now {figure(had)})" if had != here else ""
        rows.append(
            Column(
                Row(
                    Label(capital(theatre(world, where)), grow=1, face=STRONG),
                    Stepper(
                        here,
                        lambda v, where=where: change(with_standing(sheet, where, v)),  # type: ignore[misc]
                        most=max(here, here + left),
                        unit="FP",
                        label=f"Forces in {theatre(world, where)}",
                        key=f"stand-{where}",
                    ),
                ),
                Caption(f"{_away(world, me.home, where)}{moved}. {_others(session, where)}"),
                gap=theme.GRID,
            )
        )
    return Column(
        Bar(
            "Away from home",
            away_in(me, sheet),
            most=max(1, half),
            shown=f"{figure(away_in(me, sheet))} of {fp(half)}",
            colour=theme.LINK if left >= 0 else theme.WORSE,
            tooltip="At most half of the forces may leave home: standing abroad, on exercise, or sent to a case.",
        ),
        Caption(f"{fp(me.forces)} in being; {fp(max(0, left))} may still leave, for a call or an exercise."),
        _earmarks(session),
        *rows,
        gap=theme.PADDING,
    )


def _away(world: State, home: str, where: str) -> str:
    distance = steps(world, home, where)
    return f"{capital(counted(distance, 'step'))} from home" if distance < 3 else "Far from home"


def _others(session: Session, where: str) -> str:
    """Who else stands in a theatre, or is at home there."""
    world = session.world
    said = []
    for who, nation in world.nations.items():
        if who == session.nation:
            continue
        if nation.home == where:
            said.append(f"{name_bare(world, who)} at home")
        elif nation.standing.get(where):
            said.append(f"{name_bare(world, who)} {fp(nation.standing[where])}")
    return f"There: {', '.join(said)}." if said else "Nobody else stands there."


def _earmarks(session: Session) -> Widget:
    world, me = session.world, session.me
    found = earmarks(session)
    if not found:
        return Quiet("No treaty reserves forces of yours.")
    promised = sum(amount for _, amount in found)
    thin = promised > may_leave(me)
    return Panel(
        Column(
            Label("Promised, should a call come", face=STRONG),
            *[Figure(capital(title_in_sentence(world.treaties[treaty].title)), fp(amount)) for treaty, amount in found],
            Caption(
                f"{fp(promised)} are promised, {fp(may_leave(me))} may leave: every pledge is believed that much less."
                if thin
                else "Forces that stand where the call comes count for it.",
                colour=theme.WORSE if thin else theme.QUIET,
            ),
            gap=theme.GRID,
        ),
        pad=theme.BETWEEN,
    )
