"""The missions of the orders: who is sent where, and what it brings."""

from __future__ import annotations

from typing import Final

from game.core.orders import MissionKind, Sheet
from game.core.relations import interop, trust
from game.reports.grammar import figure, signed
from game.reports.words import name_bare, rp
from game.ui import theme
from game.ui.kit import STRONG, Caption, Column, Label, Row, Segmented, Widget
from game.ui.scenes.orders_parts import Change, with_mission
from game.ui.session import Session

MISSIONS: Final[tuple[tuple[str, str], ...]] = (
    ("", "None"),
    ("staff_talks", "Staff talks"),
    ("attache", "Attaché"),
    ("visit", "Visit"),
)


def missions_tab(session: Session, sheet: Sheet, change: Change) -> Widget:
    """Whom to send where; what a mission brings."""
    world, me = session.world, session.nation
    rules = world.rules
    left = session.me.initiatives - len(sheet.missions)
    rows: list[Widget] = []
    for other in sorted(world.nations, key=lambda who: name_bare(world, who)):
        if other == me:
            continue
        now = next((mission.form for mission in sheet.missions if mission.to == other), "")
        known = session.me.known.get(other, 0)
        seen = f"figures known to turn {figure(known)}" if known >= world.turn else "figures estimated"
        rows.append(
            Row(
                Column(
                    Label(name_bare(world, other), face=STRONG),
                    Caption(
                        f"Trust in you {signed(trust(world, other, me))}, working together "
                        f"{figure(interop(world, me, other))}; {seen}."
                    ),
                    gap=0,
                    grow=1,
                ),
                Segmented(
                    MISSIONS,
                    now,
                    lambda v, other=other: change(with_mission(sheet, other, _form_of(v))),  # type: ignore[misc]
                    label=f"Mission to {name_bare(world, other)}",
                    key=f"mission-{other}",
                ),
            )
        )
    return Column(
        Label(
            f"A mission takes an initiative ({figure(left)} left) and {rp(rules.price_mission)}. "
            f"Staff talks raise how well forces work together by {rules.interop_staff_talks}, an attaché brings home "
            f"exact figures for {rules.known_turns} turns, a visit raises its trust in you by {rules.trust_visit}; "
            "each makes you more familiar with each other, so that less is misread."
        ),
        *rows,
        gap=theme.PADDING,
    )


def _form_of(value: str) -> MissionKind | None:
    forms: dict[str, MissionKind] = {"staff_talks": "staff_talks", "attache": "attache", "visit": "visit"}
    return forms.get(value)
