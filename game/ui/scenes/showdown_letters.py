"""Envelopes on the table: one for each nation that was asked, opened one after the other, and what they come to."""

from __future__ import annotations

from dataclasses import replace

from game.core.arith import divide
from game.core.challenge import local_balance
from game.core.crises import Crisis
from game.core.events import Event
from game.core.options import is_called, stances
from game.reports.grammar import capital, figure
from game.reports.words import crisis_name, fp, name_bare, name_first, names
from game.ui import theme
from game.ui.kit import (
    Bar,
    Caption,
    Centred,
    Column,
    Envelope,
    Heading,
    Label,
    Panel,
    Quiet,
    Row,
    ScrollView,
    Spacer,
    Widget,
)
from game.ui.scenes.showdown_steps import Opening
from game.ui.scenes.strike import CLOSED, TALL, letter_of, tone_of
from game.ui.session import Session

_FEW, _WIDE, _LESS_WIDE = 4, 240, 196
_IN_A_ROW = 5
_MANY = 2 * _IN_A_ROW
_SEALED = 148
_TABLE = 1120
_BALANCE = 36
_LINES = 40
"""Room under an envelope for what was promised and whether it was kept."""


def opening_table(session: Session, step: Opening, opened: int) -> tuple[Widget, list[Envelope]]:
    """The table with the letters of a round, the first ``opened`` of them open, and the envelopes in order."""
    world = session.world
    crisis = world.crises[step.crisis]
    order, apart = laid(session, step)
    wide = _WIDE if len(order) <= _FEW else _LESS_WIDE
    letters = [
        Envelope(
            name_bare(world, event.who),
            letter_of(event.stance or "stay_out", event.amount),
            tone=tone_of(event.stance or "stay_out"),
            openness=1.0 if place < opened else 0.0,
            width=wide,
            height=wide * TALL,
            key=f"letter-{event.who}",
        )
        for place, event in enumerate(order)
    ]
    done = opened >= len(order)
    cells = [
        Column(letter, Column(_under(session, crisis, event, done), height=_LINES), gap=theme.INSIDE, width=wide)
        for letter, event in zip(letters, order, strict=True)
    ]
    rows = [
        Row(Spacer(grow=1), *cells[start : start + _IN_A_ROW], Spacer(grow=1), gap=theme.GROUPS, each="start")
        for start in range(0, len(cells), _IN_A_ROW)
    ]
    head = Column(
        Heading(capital(crisis_name(world, step.crisis)), justify="center"),
        Quiet(
            f"{name_first(world, crisis.challenger)} against {names(world, [crisis.target])}: "
            f"{figure(crisis.stakes)} points are at stake.",
            justify="center",
        ),
        gap=theme.GRID,
    )
    # The place of the balance is kept from the beginning, so that nothing moves when it is shown.
    if apart:
        staying = f"not called, and staying out: {names(world, [event.who for event in apart])}."
        rows.append(Row(Spacer(grow=1), Quiet(capital(staying) if done else "", justify="center"), Spacer(grow=1)))
    body = Column(Spacer(grow=1), head, *rows, _balance(session, step, crisis, done), Spacer(grow=1), gap=theme.GROUPS)
    return ScrollView(Centred(body, widest=_TABLE, pad=theme.GROUPS), key=f"table-{step.crisis}-{step.round}"), letters


def sealed_row(session: Session, key: str) -> Widget | None:
    """The letters that lie sealed while one's own is written; nothing where they are too many for a row."""
    world, crisis = session.world, session.world.crises[key]
    who = [name for name in world.nations if stances(world, name, key)]
    who.sort(key=lambda name: (name != crisis.target, not is_called(crisis, name)))
    if not who or len(who) > _IN_A_ROW:
        return None
    letters = [
        Envelope(
            name_bare(world, name),
            width=_SEALED,
            height=_SEALED * CLOSED,
            tooltip="Your letter, not sealed yet." if name == session.nation else "Sealed until all are in.",
            key=f"sealed-{name}",
        )
        for name in who
    ]
    return Panel(Row(*letters, gap=theme.PADDING), pad=theme.PADDING, fill=None, edge="top")


def laid(session: Session, step: Opening) -> tuple[list[Event], list[Event]]:
    """The letters laid on the table, the target's first, then those called; and those told in a line below them.

    Where many were asked, nobody is to read through the envelopes of onlookers who were never called and stay out.
    """
    crisis = session.world.crises[step.crisis]
    order = sorted(step.letters, key=lambda event: (event.who != crisis.target, not is_called(crisis, event.who)))
    if len(order) <= _MANY:
        return order, []
    apart = [
        event
        for event in order
        if event.stance in (None, "stay_out")
        and event.who not in (crisis.target, session.nation)
        and not is_called(crisis, event.who)
    ]
    return [event for event in order if event not in apart], apart


def _under(session: Session, crisis: Crisis, event: Event, done: bool) -> Widget:
    """What stands under an envelope: what the writer had promised, and, once all are open, whether it came."""
    who = event.who
    if who == crisis.target:
        return Caption("the target" if who != session.nation else "you, the target", justify="center")
    promised = max((call.earmark for call in crisis.calls if call.ally == who), default=0)
    called = is_called(crisis, who)
    you = "you, " if who == session.nation else ""
    words = f"{you}called, {fp(promised)} promised" if called else f"{you}not called"
    if not done or not called:
        return Caption(words, justify="center")
    came = event.stance == "come" and event.amount >= promised
    spoke = event.stance in ("come", "support")
    verdict, colour = (
        ("as promised", theme.BETTER)
        if came
        else ("less than promised", theme.ACCENT)
        if spoke
        else ("did not come", theme.WORSE)
    )
    return Column(
        Caption(words, justify="center"),
        Label(verdict, colour=colour, justify="center"),
        gap=0,
    )


def _balance(session: Session, step: Opening, crisis: Crisis, done: bool) -> Widget:
    """The balance as it stood after this round; empty until all its letters are open."""
    if not done:
        return Spacer(height=_BALANCE)
    then = replace(crisis, answers=crisis.answers[: step.round])
    share = divide(local_balance(session.appraisal, then), 10)
    return Row(
        Spacer(grow=1),
        Bar(
            f"{name_first(session.world, crisis.challenger)} in the local balance",
            share,
            shown=f"{figure(share)} %",
            colour=theme.SIGNED[0] if share > 50 else theme.LINK,
            tooltip="Its share of the forces that would meet, as far as you know them.",
            width=440,
        ),
        Spacer(grow=1),
        height=_BALANCE,
    )
