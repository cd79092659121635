"""The frame that the screens outside a game share: a bar with the way back and a title, and what is under it."""

from __future__ import annotations

from collections.abc import Callable

from game.ui import theme
from game.ui.kit import Button, Dock, Heading, Panel, Quiet, Row, Spacer, Widget


def page(
    title: str,
    on_back: Callable[[], object],
    body: Widget,
    *,
    note: str = "",
    tools: tuple[Widget, ...] = (),
    bottom: Widget | None = None,
    left: Widget | None = None,
    right: Widget | None = None,
    overlay_below: float = 0,
) -> Dock:
    """A screen with its bar. `note` stands quietly beside the title, `tools` at the bar's right end."""
    bar = Row(
        Button("Back", on_back, kind="bare", icon="back", tooltip="Back to the screen before (Esc)"),
        Heading(title),
        Quiet(note) if note else None,
        Spacer(grow=1),
        *tools,
        gap=theme.PADDING,
    )
    top = Panel(bar, pad=6, edge="bottom", height=theme.TOP_BAR)
    return Dock(body, top=top, bottom=bottom, left=left, right=right, overlay_below=overlay_below)


def foot(*parts: Widget | None) -> Panel:
    """A bar at the lower edge, for what a screen is left with."""
    return Panel(Row(*parts, gap=theme.PADDING), pad=theme.BETWEEN, edge="top")
