"""Words on the screen: labels that wrap, headings, name–figure pairs, icons and chips."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.metrics import BODY, FIGURE, HEADING, SCREEN, SMALL, TITLE, Face, Metrics
from game.ui.kit.text import Line, Text, line_width, plain, runs_of, widest, wrap
from game.ui.kit.widget import Widget, combo_of
from game.ui.theme import Colour


class Label(Widget):
    """Text that wraps. Links in it are operated by click, or with arrows and Enter; ``on_link`` gets their
    target.

    ``justify`` is ``left``, ``center`` or ``right``; ``lines`` caps their number (the last then ends in an
    ellipsis).
    """

    shrinks = True

    def __init__(
        self,
        text: Text = "",
        *,
        face: Face = BODY,
        colour: Colour = theme.TEXT,
        justify: str = "left",
        lines: int = 0,
        on_link: Callable[[str], None] | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.text = text
        self.face = face
        self.colour = colour
        self.justify = justify
        self.lines = lines
        self.on_link = on_link
        self._over: str | None = None
        self._link = 0
        self._wrapped: tuple[Any, list[Line]] = (None, [])

    @property
    def name(self) -> str:
        return plain(self.text)

    @property
    def interactive(self) -> bool:  # type: ignore[override]
        return self.on_link is not None and bool(self.links)

    @property
    def focusable(self) -> bool:
        return self.interactive

    @property
    def links(self) -> list[str]:
        """Targets of the links in the text, in reading order."""
        return [run.link for run in runs_of(self.text) if run.link]

    def broken(self, m: Metrics, width: int) -> list[Line]:
        """The lines at this width, kept until text, width or scale change."""
        key = (
            width,
            m.scale,
            self.text if isinstance(self.text, str) else tuple(self.text),
            self.face,
            self.lines,
        )
        if self._wrapped[0] != key:
            lines = wrap(m, self.text, width, self.face)
            if self.lines and len(lines) > self.lines:
                lines = lines[: self.lines]
                *before, last = lines[-1] or (None,)
                if last is not None:
                    room = width - last.x
                    ended = m.cut(last.text + " …………", last.face, room).rstrip("… ") + "…"
                    lines[-1] = (
                        *(f for f in before if f),
                        last._replace(text=ended, width=m.width(ended, last.face)),
                    )
            self._wrapped = (key, lines)
        return self._wrapped[1]

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        lines = self.broken(m, width)
        return widest(lines), m.line(self.face) * len(lines)

    def _spots(self, m: Metrics) -> list[tuple[int, int, Line]]:
        out = []
        for place, line in enumerate(self.broken(m, max(1, self.rect.width))):
            spare = self.rect.width - line_width(line)
            x = spare if self.justify == "right" else spare // 2 if self.justify == "center" else 0
            out.append((self.rect.left + x, self.rect.top + place * m.line(self.face), line))
        return out

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        links = self.links
        current = links[self._link % len(links)] if links and self.focused else None
        for x, y, line in self._spots(m):
            for f in line:
                live = f.link is not None and self.on_link is not None
                colour = f.colour or (theme.LINK if live else self.colour)
                surface.blit(m.text(f.text, f.face, colour), (x + f.x, y))
                if live and (f.link == self._over or (f.link == current and self.ui and self.ui.ring)):
                    low = y + m.line(self.face) - max(2, m.px(2))
                    surface.fill(colour, (x + f.x, low, f.width, max(1, int(m.scale))))

    def link_at(self, m: Metrics, pos: tuple[int, int]) -> str | None:
        """Target of the link at this point."""
        for x, y, line in self._spots(m):
            if y <= pos[1] < y + m.line(self.face):
                return next((f.link for f in line if f.link and x + f.x <= pos[0] < x + f.x + f.width), None)
        return None

    def hover(self, pos: tuple[int, int] | None) -> None:
        ui = self.ui
        over = self.link_at(ui.m, pos) if ui and pos else None
        if over != self._over:
            self._over = over
            self.touch(layout=False)

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        ui = self.ui
        link = self.link_at(ui.m, pos) if ui and inside else None
        if link and self.on_link:
            self.on_link(link)

    def pressed_key(self, event: pygame.event.Event) -> bool:
        links, combo = self.links, combo_of(event)
        if not links or not self.on_link:
            return False
        if combo in ("left", "right"):
            self._link = (self._link + (1 if combo == "right" else -1)) % len(links)
            self.touch(layout=False)
            return True
        if combo in ("return", "space"):
            self.on_link(links[self._link % len(links)])
            return True
        return False


class Title(Label):
    """The game's name."""

    def __init__(self, text: Text = "", **common: Any) -> None:
        super().__init__(text, **{"face": TITLE, **common})


class ScreenTitle(Label):
    """What this screen is."""

    def __init__(self, text: Text = "", **common: Any) -> None:
        super().__init__(text, **{"face": SCREEN, **common})


class Heading(Label):
    """What this group is."""

    def __init__(self, text: Text = "", **common: Any) -> None:
        super().__init__(text, **{"face": HEADING, **common})


class Quiet(Label):
    """Words of less weight."""

    def __init__(self, text: Text = "", **common: Any) -> None:
        super().__init__(text, **{"colour": theme.QUIET, **common})


class Caption(Label):
    """The smallest text: names over fields, sources under charts."""

    def __init__(self, text: Text = "", **common: Any) -> None:
        super().__init__(text, **{"face": SMALL, "colour": theme.QUIET, **common})


class Figure(Widget):
    """A name at the left and its figure, in Fira Code, at the right. The width does not follow the value."""

    def __init__(
        self,
        label: str,
        value: str,
        *,
        colour: Colour = theme.TEXT,
        icon: str = "",
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.label = label
        self.value = value
        self.colour = colour
        self.icon = icon

    @property
    def name(self) -> str:
        return self.label

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        side = m.px(theme.ICON + 8) if self.icon else 0
        wide = side + m.width(self.label, BODY) + m.px(24) + m.width(self.value, FIGURE)
        return min(width, wide), m.line(BODY) + m.px(2)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        rest = self.rect.copy()
        if self.icon:
            size = m.px(theme.ICON)
            icons.draw(surface, self.icon, (rest.left + size // 2, rest.centery), size, theme.QUIET)
            rest.left, rest.width = rest.left + m.px(theme.ICON + 8), rest.width - m.px(theme.ICON + 8)
        right = m.draw(surface, self.value, FIGURE, self.colour, rest, "right")
        rest.width = max(0, right.left - rest.left - m.px(8))
        m.draw(surface, self.label, BODY, theme.QUIET, rest)


class Icon(Widget):
    """An icon by name, ``size`` units wide; give it a tooltip when no words stand beside it."""

    stretches = False

    def __init__(self, icon: str, *, size: float = theme.ICON, colour: Colour = theme.QUIET, **common: Any) -> None:
        super().__init__(**common)
        self.icon = icon
        self.size = size
        self.colour = colour

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return m.px(self.size), m.px(self.size)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        icons.draw(surface, self.icon, self.rect.center, m.px(self.size), self.colour)


class Swatch(Widget):
    """A square of a bloc's colour, hatched when the bloc is."""

    stretches = False

    def __init__(self, colour: Colour, *, hatch: str | None = None, size: float = 12, **common: Any) -> None:
        super().__init__(**common)
        self.colour = colour
        self.hatch = hatch
        self.size = size

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return m.px(self.size), m.px(self.size)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        paint.box(surface, self.rect, self.colour, None, m.px(2))
        if self.hatch:
            paint.hatch(surface, self.rect, theme.SEA, self.hatch, m.px(4))


class Chip(Widget):
    """A short word in a small frame, with an icon or a swatch of colour before it; one with ``on_press`` leads
    somewhere."""

    stretches = False

    def __init__(
        self,
        text: str,
        on_press: Callable[[], object] | None = None,
        *,
        icon: str = "",
        colour: Colour = theme.QUIET,
        swatch: Colour | None = None,
        hatch: str | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.text = text
        self.on_press = on_press
        self.icon = icon
        self.colour = colour
        self.swatch = swatch
        self.hatch = hatch

    @property
    def name(self) -> str:
        return self.text

    @property
    def interactive(self) -> bool:  # type: ignore[override]
        return self.on_press is not None

    @property
    def focusable(self) -> bool:
        return self.interactive

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        if inside and self.on_press is not None:
            self.on_press()

    def pressed_key(self, event: pygame.event.Event) -> bool:
        if self.on_press is None or combo_of(event) not in ("return", "space"):
            return False
        self.on_press()
        return True

    def _side(self, m: Metrics) -> int:
        return m.px(20) if self.icon or self.swatch else 0

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return min(width, m.width(self.text, BODY) + self._side(m) + 2 * m.px(theme.INSIDE)), m.px(24)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        line = theme.EDGE if self.interactive and self.hovered else theme.LINE
        paint.box(surface, self.rect, theme.PRESSED, line, m.px(theme.CORNER), max(1, int(m.scale)))
        left, mid = self.rect.left + m.px(theme.INSIDE), self.rect.centery
        if self.swatch is not None:
            spot = pygame.Rect(left, 0, m.px(12), m.px(12))
            spot.centery = mid
            paint.box(surface, spot, self.swatch, None, m.px(2))
            if self.hatch:
                paint.hatch(surface, spot, theme.SEA, self.hatch, m.px(4))
        elif self.icon:
            icons.draw(surface, self.icon, (left + m.px(7), mid), m.px(14), self.colour)
        room = pygame.Rect(left + self._side(m), self.rect.top, 0, self.rect.height)
        room.width = self.rect.right - m.px(theme.INSIDE) - room.left
        m.draw(surface, self.text, BODY, self.colour if self.colour != theme.QUIET else theme.TEXT, room)
