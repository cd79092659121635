"""The bar at the top: when it is, who one is, and the numbers of the turn, each with its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal

import pygame

from game.core.stability import stability
from game.reports.accounts import change_text
from game.reports.breakdown import autonomy_lines, security_lines, stability_lines
from game.reports.grammar import figure
from game.reports.words import date_text, fp, name_bare, rp
from game.ui import icons, theme
from game.ui.kit import Button, Metrics, Panel, Row, Spacer, Tip, Widget, paint
from game.ui.kit.button import Control
from game.ui.kit.metrics import BOLD, FIGURE, SMALL
from game.ui.kit.widget import combo_of
from game.ui.scenes.mapmodel import blocs, blocs_of
from game.ui.scenes.numbers import (
    forces_left,
    forces_tip,
    initiatives_left,
    initiatives_tip,
    moves_tip,
    resources_left,
    resources_tip,
)
from game.ui.scenes.parts import breakdown_tip
from game.ui.session import Session
from game.ui.theme import Colour


class Stat(Control):
    """A name over its figure, of a fixed width so that nothing moves; its tooltip takes the number apart."""

    stretches = False

    def __init__(
        self,
        label: str,
        value: str,
        *,
        icon: str = "",
        colour: Colour = theme.TEXT,
        swatch: Colour | None = None,
        words: bool = False,
        meter: tuple[int, int, int] | None = None,
        on_press: Callable[[], object] | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.label = label
        self.value = value
        self.icon = icon
        self.colour = colour
        self.swatch = swatch
        self.words = words
        self.meter = meter
        """Used, promised and whole, for a bar under the figure."""
        self.on_press = on_press

    @property
    def name(self) -> str:
        return self.label

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return m.px(80), m.px(40)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        if self.hovered:
            paint.box(surface, self.rect, theme.HOVER, None, m.px(theme.CORNER))
        inner = self.rect.inflate(-m.px(8), 0)
        if self.swatch is not None:
            bar = pygame.Rect(inner.left, inner.top + m.px(5), m.px(4), inner.height - m.px(10))
            paint.box(surface, bar, self.swatch, None, m.px(1))
            inner.left, inner.width = inner.left + m.px(10), inner.width - m.px(10)
        top = pygame.Rect(inner.left, inner.top + m.px(2), inner.width, m.line(SMALL))
        if self.icon:
            size = m.px(13)
            icons.draw(surface, self.icon, (top.left + size // 2, top.centery), size, theme.QUIET)
            top.left, top.width = top.left + m.px(17), top.width - m.px(17)
        m.draw(surface, self.label, SMALL, theme.QUIET, top)
        face = BOLD if self.words else FIGURE
        low = pygame.Rect(inner.left, top.bottom, inner.width, m.line(face))
        m.draw(surface, self.value, face, self.colour, low)
        if self.meter is not None:
            self._draw_meter(surface, m, inner)

    def _draw_meter(self, surface: pygame.Surface, m: Metrics, inner: pygame.Rect) -> None:
        used, promised, whole = self.meter or (0, 0, 1)
        rail = pygame.Rect(inner.left, self.rect.bottom - m.px(4), inner.width, m.px(3))
        surface.fill(theme.LINE, rail)
        whole = max(1, whole)
        wide = round(rail.width * min(whole, promised) / whole)
        surface.fill(theme.ACCENT, (rail.left, rail.top, wide, rail.height))
        wide = round(rail.width * min(whole, used) / whole)
        surface.fill(theme.LINK, (rail.right - wide, rail.top, wide, rail.height))

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        if inside and self.on_press is not None:
            self.on_press()

    def pressed_key(self, event: pygame.event.Event) -> bool:
        if combo_of(event) in ("return", "space") and self.on_press is not None:
            self.on_press()
            return True
        return False


def top_bar(session: Session, on_menu: Callable[[], object], on_self: Callable[[], object], narrow: bool) -> Widget:
    """The whole bar. ``narrow``: the window has little room, so the nation's name stands in its tooltip alone."""
    world = session.world
    menu = Button("Menu", on_menu, kind="bare", icon="more", icon_only=True, shortcut="f10", key="menu")
    date = Stat(
        date_text(world, world.turn),
        f"Ended, turn {world.turn}" if session.over else f"Turn {world.turn} of {max(world.turn, world.turns)}",
        words=True,
        width=136 if narrow else 160,
        key="date",
        tooltip="The turn now open.",
    )
    mine = blocs_of(blocs(world), session.nation)
    own = Stat(
        "Your seat",
        name_bare(world, session.nation),
        words=True,
        swatch=mine[0].colour if mine else theme.ACCENT,
        width=100 if narrow else 136,
        key="own",
        tooltip=f"{name_bare(world, session.nation)}: your seat, its aims and its promises.",
        on_press=on_self,
    )
    stats = _stats(session, on_self, narrow)
    gap = theme.GRID if narrow else theme.INSIDE
    return Panel(
        Row(menu, date, own, Spacer(grow=1), *stats, gap=gap),
        pad=2,
        edge="bottom",
        height=theme.TOP_BAR,
        key="topbar",
    )


WIDTHS: Final = {
    "rp": (84, 64),
    "security": (84, 68),
    "autonomy": (104, 80),
    "support": (84, 66),
    "influence": (88, 72),
    "initiatives": (92, 74),
    "forces": (112, 96),
    "earmarked": (104, 96),
    "stability": (88, 68),
}
"""Units: with an icon, and without one in a narrow window."""


def _stats(session: Session, on_self: Callable[[], object], narrow: bool) -> list[Stat]:
    world, me, table = session.world, session.me, session.appraisal
    security, autonomy = table.secure(session.nation), table.autonomy(session.nation).value
    wanted, steady = table.autonomy_wanted(session.nation), stability(table).value
    free, left = resources_left(session), initiatives_left(session)
    home, promised, half = forces_left(session)

    def stat(key: str, label: str, value: str, icon: str, tip: Callable[[], Tip], bad: bool, **more: Any) -> Stat:
        return Stat(
            label,
            value,
            icon="" if narrow else icon,
            colour=theme.WORSE if bad else theme.TEXT,
            width=WIDTHS[key][narrow],
            key=f"stat-{key}",
            tooltip=tip,
            on_press=on_self,
            **more,
        )

    return [
        stat("rp", "Free", rp(free), "burden", lambda: resources_tip(session), free < 0),
        stat(
            "security",
            "Security",
            figure(security),
            "security",
            lambda: breakdown_tip(
                "Security", security_lines(table, session.nation), f"{_SECURITY}{_moved(session, 'security')}"
            ),
            security < 35,
        ),
        stat(
            "autonomy",
            "Autonomy",
            f"{figure(autonomy)} {'≥' if autonomy >= wanted else '<'} {figure(wanted)}",
            "autonomy",
            lambda: breakdown_tip(
                "Autonomy",
                autonomy_lines(table, session.nation),
                f"{_AUTONOMY}{_moved(session, 'autonomy')}",
                sums=2,
            ),
            autonomy < wanted,
        ),
        stat(
            "support",
            "Support",
            figure(me.support),
            "support",
            lambda: moves_tip(session, "support"),
            me.support < 30,
        ),
        stat(
            "influence",
            "Influence",
            f"{figure(me.influence)}/{world.rules.influence_cap}",
            "influence",
            lambda: moves_tip(session, "influence"),
            False,
        ),
        stat("initiatives", "Initiatives", figure(left), "initiative", lambda: initiatives_tip(session), left <= 0),
        stat(
            "forces",
            "Uncommitted",
            fp(home),
            "forces",
            lambda: forces_tip(session),
            home < 0,
            meter=(half - home, promised, half),
        ),
        stat(
            "earmarked",
            "Earmarked",
            f"{figure(promised)} of {fp(half)}",
            "lock",
            lambda: forces_tip(session),
            promised > half,
        ),
        stat(
            "stability",
            "Stability",
            figure(steady),
            "globe",
            lambda: breakdown_tip(
                "World stability", stability_lines(table), f"It is everybody's.{_moved(session, 'stability')}"
            ),
            steady < 40,
        ),
    ]


def _moved(session: Session, what: Literal["security", "autonomy", "stability"]) -> str:
    """How a number moved since the last turn opened, and by what; empty when it stands."""
    before, now, me = session.at_opening(max(1, session.world.turn - 1)), session.appraisal, session.nation
    if before is None:
        return ""
    if what == "security":
        said = change_text(session.world, before.security(me), now.security(me), hundredths=True)
    elif what == "autonomy":
        said = change_text(session.world, before.autonomy(me), now.autonomy(me))
    else:
        said = change_text(session.world, stability(before), stability(now))
    return f" Since the last turn opened: {said}." if said else ""


_SECURITY: Final = "Protection over protection and exposure."
_AUTONOMY: Final = "Below the level wanted, support at home erodes."
