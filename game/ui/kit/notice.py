"""Notices: lines that say what just happened, stand a few seconds at the lower edge and go."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.metrics import BODY, Metrics
from game.ui.kit.text import line_width, wrap

_MOST = 3
_WIDEST = 760
"""A notice is read at a glance: longer words stand on more lines, not on a wider one."""
_KINDS = {"plain": (theme.EDGE, ""), "better": (theme.BETTER, "check"), "worse": (theme.WORSE, "triangle")}


@dataclass
class _Notice:
    text: str
    kind: str
    age: float = 0.0


class Notices:
    """The last few notices. ``kind`` is ``plain``, ``better`` or ``worse`` (``KeyError`` otherwise)."""

    def __init__(self) -> None:
        self._standing: list[_Notice] = []

    def __bool__(self) -> bool:
        return bool(self._standing)

    @property
    def texts(self) -> list[str]:
        """What stands now, oldest first."""
        return [notice.text for notice in self._standing]

    def add(self, text: str, kind: str = "plain") -> None:
        _ = _KINDS[kind]
        self._standing = [*self._standing[1 - _MOST :], _Notice(text, kind)]

    def update(self, dt: float) -> bool:
        """Age by ``dt`` seconds; True when one went."""
        before = len(self._standing)
        for notice in self._standing:
            notice.age += dt
        self._standing = [n for n in self._standing if n.age < theme.TOAST_STAYS]
        return len(self._standing) != before

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        """Stack them over the lower edge, the newest lowest."""
        bottom = surface.get_height() - m.px(theme.GROUPS)
        for notice in reversed(self._standing):
            colour, icon = _KINDS[notice.kind]
            pad, side = m.px(theme.BETWEEN), m.px(theme.ICON) + m.px(8) if icon else 0
            lines = wrap(m, notice.text, min(surface.get_width() - m.px(96), m.px(_WIDEST)) - side, BODY)
            wide = max(line_width(line) for line in lines)
            rect = pygame.Rect(0, 0, wide + side + 2 * pad, len(lines) * m.line(BODY) + m.px(16))
            rect.midbottom = (surface.get_width() // 2, bottom)
            paint.box(surface, rect, theme.RAISED, colour, m.px(theme.CORNER))
            if icon:
                icons.draw(surface, icon, (rect.left + pad + m.px(8), rect.centery), m.px(theme.ICON), colour)
            room = pygame.Rect(rect.left + pad + side, rect.top + m.px(8), wide, m.line(BODY))
            for line in lines:
                m.draw(surface, "".join(fragment.text for fragment in line), BODY, theme.TEXT, room)
                room.top += m.line(BODY)
            bottom = rect.top - m.px(8)
