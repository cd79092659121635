"""Cards to choose from, and the sealed envelope."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.button import Control
from game.ui.kit.metrics import STRONG, Face, Metrics
from game.ui.kit.text import Text, wrap
from game.ui.kit.widget import Widget, combo_of
from game.ui.theme import Colour


class Card(Control):
    """A panel to choose: a child of any make inside, framed by the accent when ``selected``."""

    shrinks = True

    def __init__(
        self,
        child: Widget,
        on_press: Callable[[], object] | None = None,
        *,
        title: str = "",
        selected: bool = False,
        pad: float = theme.PADDING,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.child = child
        self.on_press = on_press
        self.title = title
        self.selected = selected
        self.pad = pad
        self.adopt(child)

    @property
    def name(self) -> str:
        return self.title

    @property
    def children(self) -> Sequence[Widget]:
        return (self.child,)

    @property
    def clips(self) -> bool:
        return True

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        pad = 2 * m.px(self.pad)
        w, h = self.child.measure(m, max(1, width - pad))
        return w + pad, h + pad

    def arrange(self, m: Metrics) -> None:
        self.child.place(m, self.rect.inflate(-2 * m.px(self.pad), -2 * m.px(self.pad)))

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        fill = theme.PRESSED if self.pressed else theme.RAISED if self.hovered or self.selected else theme.PANEL
        line = theme.ACCENT if self.selected else theme.EDGE if self.hovered else theme.LINE
        if not self.works:
            fill, line = theme.PANEL, theme.LINE
        paint.box(surface, self.rect, fill, line, m.px(theme.CORNER), max(1, int(m.scale)))
        self.draw_children(surface, m)

    def activate(self) -> None:
        """Choose it, if it works."""
        if self.works and self.on_press is not None:
            self.on_press()

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        if inside:
            self.activate()

    def pressed_key(self, event: pygame.event.Event) -> bool:
        if combo_of(event) in ("return", "space"):
            self.activate()
            return True
        return False


_PAPER: Colour = (222, 214, 196)
_PAPER_DARK: Colour = (196, 187, 168)
_PAPER_EDGE: Colour = (143, 135, 118)
_PAPER_FOLD: Colour = (198, 190, 172)
_PAPER_WHITE: Colour = (242, 238, 228)
_INK: Colour = (38, 42, 54)
_WAX: Colour = (148, 52, 44)
_WAX_LIGHT: Colour = (176, 76, 64)


class Envelope(Control):
    """A sealed answer. ``openness`` runs from 0 (closed, sealed) to 1 (the letter drawn out).

    ``open()`` starts the opening, which takes 0.6 seconds (none under reduced motion). ``to`` is written on
    the front;
    ``letter`` is read when open, in ``tone``. ``on_press`` makes it a thing to press.
    """

    stretches = False

    def __init__(
        self,
        to: str,
        letter: Text = "",
        *,
        tone: Colour = _INK,
        openness: float = 0.0,
        on_press: Callable[[], object] | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.to = to
        self.letter = letter
        self.tone = tone
        self.openness = openness
        self.on_press = on_press
        self._opening = False

    @property
    def name(self) -> str:
        return self.to

    @property
    def interactive(self) -> bool:  # type: ignore[override]
        return self.on_press is not None

    @property
    def focusable(self) -> bool:
        return self.on_press is not None and super().focusable

    @property
    def animating(self) -> bool:
        """Whether it is being opened."""
        return self._opening

    def open(self) -> None:
        """Begin to open it."""
        if self.openness < 1.0:
            self._opening = True
            self.touch()

    def update(self, dt: float, reduced_motion: bool) -> None:
        if self._opening:
            self.openness = 1.0 if reduced_motion else min(1.0, self.openness + dt / theme.STEP)
            self._opening = self.openness < 1.0

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        wide = min(width, m.px(200))
        return wide, round(wide * 0.62) + round(wide * 0.46)

    def activate(self) -> None:
        """Press it, if it works."""
        if self.works and self.on_press is not None:
            self.on_press()

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        if inside:
            self.activate()

    def pressed_key(self, event: pygame.event.Event) -> bool:
        if combo_of(event) in ("return", "space") and self.on_press is not None:
            self.activate()
            return True
        return False

    # --- drawing
    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        wide = self.rect.width
        body = pygame.Rect(self.rect.left, 0, wide, round(wide * 0.62))
        body.bottom = self.rect.bottom
        flap = theme.ease_out(min(1.0, self.openness / 0.45))
        drawn = theme.ease_out(max(0.0, (self.openness - 0.4) / 0.6))
        paint.box(surface, body, _PAPER_DARK, None, m.px(3))
        fold = round(body.height * 0.56)
        peak = body.top + round(fold * math.cos(math.pi * flap))
        if flap > 0.5:
            self._flap(surface, body, peak, behind=True)
        if drawn > 0:
            self._letter(surface, m, body, drawn)
        self._front(surface, m, body)
        if flap <= 0.5:
            self._flap(surface, body, peak, behind=False)
        if self.openness < 0.12:
            self._seal(surface, m, (body.centerx, body.top + fold))
        if self.hovered and self.works:
            paint.box(surface, body.inflate(m.px(4), m.px(4)), None, theme.ACCENT, m.px(5), max(1, int(m.scale)))

    @staticmethod
    def _flap(surface: pygame.Surface, body: pygame.Rect, peak: int, behind: bool) -> None:
        shape = [(body.left + 2, body.top + 1), (body.right - 3, body.top + 1), (body.centerx, peak)]
        pygame.draw.polygon(surface, _PAPER_DARK if behind else _PAPER, shape)
        pygame.draw.aalines(surface, _PAPER_EDGE, False, [shape[0], shape[2], shape[1]])

    def _front(self, surface: pygame.Surface, m: Metrics, body: pygame.Rect) -> None:
        """The pocket: two side folds, the lower fold, and for whom it is."""
        middle = (body.centerx, body.top + round(body.height * 0.5))
        pocket = [
            (body.left, body.top + 2),
            middle,
            (body.right - 1, body.top + 2),
            (body.right - 1, body.bottom - 3),
        ]
        pygame.draw.polygon(surface, _PAPER, [*pocket, (body.left, body.bottom - 3)])
        low = pygame.Rect(body.left, body.bottom - m.px(6), body.width, m.px(6))
        paint.box(surface, low, _PAPER, None, m.px(3))
        for corner in (body.bottomleft, (body.right - 1, body.bottom)):
            pygame.draw.aaline(surface, _PAPER_FOLD, (corner[0], corner[1] - 2), (middle[0], middle[1]))
        surface.fill(_PAPER_EDGE, (body.left, body.top + 2, 1, body.height - 4))
        surface.fill(_PAPER_EDGE, (body.right - 1, body.top + 2, 1, body.height - 4))
        surface.fill(_PAPER_EDGE, (body.left + 2, body.bottom - 1, body.width - 4, 1))
        row = pygame.Rect(body.left + m.px(8), 0, body.width - m.px(16), m.line(STRONG))
        row.bottom = body.bottom - m.px(6)
        m.draw(surface, self.to, STRONG, _INK, row, "center")

    def _letter(self, surface: pygame.Surface, m: Metrics, body: pygame.Rect, drawn: float) -> None:
        rise = round((body.top - self.rect.top) * drawn)
        top = body.top + m.px(4) - rise
        sheet = pygame.Rect(0, top, round(body.width * 0.88), body.bottom - m.px(4) - top)
        sheet.centerx = body.centerx
        paint.box(surface, sheet, _PAPER_WHITE, _PAPER_EDGE, m.px(2))
        face: Face = STRONG
        lines = wrap(m, self.letter, sheet.width - m.px(16), face)
        seen = body.top - self.rect.top + round(body.height * 0.06)
        room = max(1, (seen - m.px(8)) // m.line(face))
        y = sheet.top + max(m.px(6), (seen - min(room, len(lines)) * m.line(face)) // 2)
        for line in lines[:room]:
            wide = line[-1].x + line[-1].width if line else 0
            for f in line:
                surface.blit(m.text(f.text, f.face, f.colour or self.tone), (sheet.centerx - wide // 2 + f.x, y))
            y += m.line(face)

    @staticmethod
    def _seal(surface: pygame.Surface, m: Metrics, centre: tuple[int, int]) -> None:
        paint.disc(surface, centre, m.px(14), _WAX)
        paint.disc(surface, centre, m.px(10), None, _WAX_LIGHT, 1.5 * m.scale)
        icons.draw(surface, "treaty", centre, m.px(12), (226, 168, 150))
