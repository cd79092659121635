"""Notices: lines that say what just happened, stand a few seconds at the lower edge and go."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.metrics import BODY, Metrics

_MOST = 3
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
            text = m.cut(notice.text, BODY, surface.get_width() - m.px(96))
            rect = pygame.Rect(0, 0, m.width(text, BODY) + side + 2 * pad, m.px(36))
            rect.midbottom = (surface.get_width() // 2, bottom)
            paint.box(surface, rect, theme.RAISED, colour, m.px(theme.CORNER))
            if icon:
                icons.draw(surface, icon, (rect.left + pad + m.px(8), rect.centery), m.px(theme.ICON), colour)
            m.draw(surface, text, BODY, theme.TEXT, rect.inflate(-2 * pad, 0).move(side, 0))
            bottom = rect.top - m.px(8)
