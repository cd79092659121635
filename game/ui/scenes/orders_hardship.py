"""Relief and covert acts of the orders: who is helped, and what is done unseen, with its price and its risk."""

from __future__ import annotations

from dataclasses import replace

from game.core.arith import divide
from game.core.attribution import attribution_chance, attribution_over_time, covert_kinds, relief_asked, relief_need
from game.core.options import free_points, sheet_cost
from game.core.orders import Covert, Sheet
from game.core.world import State
from game.reports.grammar import capital, counted, figure, listing, signed
from game.reports.words import misfortune_name, name, name_bare, rp
from game.ui import theme
from game.ui.kit import STRONG, Bar, Caption, Column, Dropdown, Label, Panel, Quiet, Row, Stepper, Widget
from game.ui.scenes.orders_parts import Change, line
from game.ui.session import Session


def with_relief(sheet: Sheet, fate_id: str, amount: int) -> Sheet:
    """The sheet with so many RP of relief for a misfortune."""
    rest = {key: given for key, given in sheet.relief.items() if key != fate_id}
    return replace(sheet, relief=dict(sorted({**rest, fate_id: amount}.items())) if amount else rest)


def with_covert(sheet: Sheet, target: str, kind: str) -> Sheet:
    """The sheet with one act of covert work, or none for an empty target."""
    return replace(sheet, covert=(Covert(target, kind),) if target else ())


def hardship_cost(world: State, sheet: Sheet) -> list[tuple[str, int]]:
    """What relief and covert acts take from the account of the turn; nothing for what is not ordered."""
    found = [("Relief", sum(sheet.relief.values())), ("Covert", len(sheet.covert) * world.rules.price_covert)]
    return [(label, amount) for label, amount in found if amount]


def hardship_tab(session: Session, sheet: Sheet, change: Change) -> Widget:
    """Relief for each disaster that asks for it, and sabotage where the scenario knows any."""
    world = session.world
    rows = [_relief(session, sheet, change, fate_id) for fate_id in relief_asked(world)]
    return Column(
        Label("Relief", face=STRONG),
        *(rows or [Quiet("Nobody asks for relief this turn.")]),
        _covert(session, sheet, change) if covert_kinds(world, session.nation) else None,
        gap=theme.PADDING,
    )


def _relief(session: Session, sheet: Sheet, change: Change, fate_id: str) -> Widget:
    world, rules, now = session.world, session.world.rules, sheet.relief.get(fate_id, 0)
    fate, need = world.misfortunes[fate_id], relief_need(session.world, fate_id)
    left = free_points(world, session.nation, sheet.budget.home_cut) - sheet_cost(world, session.nation, sheet)
    if fate.target == session.nation:
        lost = -rules.relief_support_unmet * fate.severity
        brings = (
            f"It struck you. {rp(need)} meet it, from whomever they come: support {signed(rules.relief_support_met)}. "
            f"With less than half of that it falls by {figure(lost)}, with less than all by {figure(divide(lost, 2))}."
        )
    else:
        brings = (
            f"{rp(need)} meet it, from whomever they come. In full, {name(world, fate.target)} trusts each giver by "
            f"{signed(rules.trust_relief)}, from half on by {signed(rules.trust_relief // 2)}; it fades fast. Below "
            "half, help earns nothing."
        )
    control = Stepper(
        now,
        lambda v: change(with_relief(sheet, fate_id, v)),
        most=max(now, min(need, now + max(0, left))),
        unit="RP",
        label=f"Relief after {misfortune_name(world, fate_id)}",
        key=f"relief-{fate_id}",
    )
    return line(capital(misfortune_name(world, fate_id).removeprefix("the ")), control, f"of {rp(need)}", brings)


def _covert(session: Session, sheet: Sheet, change: Change) -> Widget:
    world, rules = session.world, session.world.rules
    others = sorted((key for key in world.nations if key != session.nation), key=lambda key: name_bare(world, key))
    target = sheet.covert[0].target if sheet.covert else ""
    kinds = covert_kinds(world, session.nation)
    kind = sheet.covert[0].kind if sheet.covert else kinds[0]
    choice = Dropdown(
        [("", "Nobody"), *[(key, name_bare(world, key)) for key in others]],
        target,
        lambda v: change(with_covert(sheet, v, kind)),
        label="Covert work against",
        key="covert",
    )
    means = Dropdown(
        [(key, capital(world.misfortune_kinds[key].name)) for key in kinds],
        kind,
        lambda v: change(with_covert(sheet, target, v)),
        label="Means",
        key="covert-kind",
    )
    head = Row(
        Label("Against", face=STRONG, grow=1),
        Label(rp(rules.price_covert if target else 0), colour=theme.QUIET),
        choice,
        *((means,) if target and len(kinds) > 1 else ()),
        gap=theme.PADDING,
    )
    return Column(
        Label("Covert", face=STRONG),
        Panel(
            Column(head, *(_risk(session, target, kind) if target else _says(session)), gap=theme.GRID),
            pad=theme.BETWEEN,
        ),
        gap=theme.PADDING,
    )


def _says(session: Session) -> list[Widget]:
    rules = session.world.rules
    return [
        Caption(
            f"At most one act a turn, for {rp(rules.price_covert)}. It harms another nation unseen. People are hurt by "
            "it, and it may be found out. Choose whom, to see what it does and the risk."
        )
    ]


def _harm(world: State, kind: str) -> str:
    """What a kind of covert work takes of its victim, in words."""
    made = world.misfortune_kinds[kind]
    parts = [
        f"{words} {signed(-amount)}{unit}"
        for words, amount, unit in (
            ("readiness", made.readiness, ""),
            ("support", made.support, ""),
            ("treasury", made.purse, " RP"),
        )
        if amount
    ]
    return listing(parts)


def _risk(session: Session, target: str, kind: str) -> list[Widget]:
    """What it does, how likely it is found out, and what that would cost, without flattery."""
    world, me, rules = session.world, session.nation, session.world.rules
    chance, over = attribution_chance(world, target, me), attribution_over_time(world, target, me)
    whom = name(world, target)
    return [
        Caption(f"What it does to {whom}: {_harm(world, kind)}. Nothing is gained for you but that."),
        Bar("Chance of being found out", over, shown=f"{figure(over)} %", colour=theme.SIGNED[0]),
        Caption(
            f"{figure(chance)} % a turn for {counted(rules.attribution_turns, 'turn')}, as far as you know; a secret "
            f"treaty that lets {whom} see more would raise it."
        ),
        Caption(
            f"Found out, before all the world: its trust in you {signed(rules.trust_attributed)}, that of each of its "
            f"treaty partners {signed(rules.trust_attributed_onlooker)}, it is provoked by "
            f"{figure(rules.provoked_attributed)}, and you lose 1 influence.",
            colour=theme.WORSE,
        ),
    ]
