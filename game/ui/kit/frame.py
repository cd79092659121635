"""Frames of whole screens: bars at the edges around a centre, parts over one another, two parts side by
side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit.layout import Container
from game.ui.kit.metrics import Metrics
from game.ui.kit.widget import Widget

_EDGES = {"left": 0.0, "right": 1.0, "top": 0.0, "bottom": 1.0}


class Dock(Widget):
    """Bars at the edges (sized by their own ``height`` or ``width``) and a centre that has the rest.

    Reading order: top, left, centre, bottom, right. Below ``overlay_below`` units of width the right part
    lies over
    the centre instead of beside it, so the centre (a map) keeps its room.
    """

    def __init__(
        self,
        centre: Widget,
        *,
        top: Widget | None = None,
        bottom: Widget | None = None,
        left: Widget | None = None,
        right: Widget | None = None,
        overlay_below: float = 0,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.centre = centre
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
        self.overlay_below = overlay_below
        self.adopt(*self.children)

    @property
    def children(self) -> Sequence[Widget]:
        # The right part last, since it may lie over the centre.
        parts = (self.top, self.left, self.centre, self.bottom, self.right)
        return [part for part in parts if part is not None]

    @property
    def overlaid(self) -> bool:
        """Whether the right part lies over the centre now."""
        return self._overlaid

    _overlaid = False

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, sum(part.measure(m, width)[1] for part in (self.top, self.centre, self.bottom) if part)

    def arrange(self, m: Metrics) -> None:
        self.adopt(*self.children)
        room = self.rect.copy()
        self._overlaid = self.rect.width < m.px(self.overlay_below)
        for part, at_top in ((self.top, True), (self.bottom, False)):
            if part is None or not part.visible:
                continue
            tall = min(room.height, part.measure(m, room.width)[1])
            y = room.top if at_top else room.bottom - tall
            part.place(m, pygame.Rect(room.left, y, room.width, tall))
            room = pygame.Rect(room.left, room.top + (tall if at_top else 0), room.width, room.height - tall)
        whole = room.copy()
        for part, at_left in ((self.left, True), (self.right, False)):
            if part is None or not part.visible:
                continue
            wide = min(room.width, part.measure(m, room.width)[0])
            x = room.left if at_left else room.right - wide
            part.place(m, pygame.Rect(x, room.top, wide, room.height))
            if at_left or not self._overlaid:
                room = pygame.Rect(room.left + (wide if at_left else 0), room.top, room.width - wide, room.height)
        self.centre.place(m, room if not self._overlaid else whole if self.left is None else room)


class Pinned(Widget):
    """A child kept at a place of an ``Over``: ``where`` is like ``bottom-left``, ``top``, ``center``;
    ``margin`` in units."""

    def __init__(self, child: Widget, where: str, margin: float = theme.PADDING, **common: Any) -> None:
        super().__init__(**common)
        self.child = child
        self.where = where
        self.margin = margin
        self.adopt(child)

    @property
    def children(self) -> Sequence[Widget]:
        return (self.child,)

    def at(self, pos: tuple[int, int]) -> Widget | None:
        return self.child.at(pos) if self.visible else None

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return self.child.measure(m, width)

    def arrange(self, m: Metrics) -> None:
        self.adopt(self.child)
        inner = self.rect.inflate(-2 * m.px(self.margin), -2 * m.px(self.margin))
        w, h = self.child.measure(m, max(1, inner.width))
        w, h = min(w, inner.width), min(h, inner.height)
        words = self.where.split("-")
        across = next((_EDGES[word] for word in words if word in ("left", "right")), 0.5)
        down = next((_EDGES[word] for word in words if word in ("top", "bottom")), 0.5)
        x = inner.left + round((inner.width - w) * across)
        y = inner.top + round((inner.height - h) * down)
        self.child.place(m, pygame.Rect(x, y, w, h))


class Over(Container):
    """Children over one another, all of the full size; put small ones in a ``Pinned``."""

    def __init__(self, *children: Widget | None, **common: Any) -> None:
        super().__init__(children, **common)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        sizes = [kid.measure(m, width) for kid in self.shown()]
        return max((w for w, _ in sizes), default=0), max((h for _, h in sizes), default=0)

    def arrange(self, m: Metrics) -> None:
        for kid in self.shown():
            kid.place(m, self.rect)

    def at(self, pos: tuple[int, int]) -> Widget | None:
        if not self.visible or not self.rect.collidepoint(pos):
            return None
        return next((found for kid in reversed(self._children) if (found := kid.at(pos)) is not None), self)


class Split(Container):
    """Two parts side by side: ``share`` (0..1) of the width for the first. Under ``stack_below`` units, one
    over the other."""

    def __init__(
        self,
        first: Widget,
        second: Widget,
        *,
        share: float = 0.5,
        gap: float = theme.GROUPS,
        stack_below: float = 0,
        **common: Any,
    ) -> None:
        super().__init__((first, second), **common)
        self.share = share
        self.gap = gap
        self.stack_below = stack_below

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        gap = m.px(self.gap)
        first, second = self._children
        if width < m.px(self.stack_below):
            return width, first.measure(m, width)[1] + gap + second.measure(m, width)[1]
        a = round((width - gap) * self.share)
        return width, max(first.measure(m, a)[1], second.measure(m, width - gap - a)[1])

    def arrange(self, m: Metrics) -> None:
        gap, r = m.px(self.gap), self.rect
        first, second = self._children
        if r.width < m.px(self.stack_below):
            a = min(first.measure(m, r.width)[1], max(0, r.height - gap))
            first.place(m, pygame.Rect(r.left, r.top, r.width, a))
            second.place(m, pygame.Rect(r.left, r.top + a + gap, r.width, max(0, r.height - a - gap)))
            return
        a = round((r.width - gap) * self.share)
        first.place(m, pygame.Rect(r.left, r.top, a, r.height))
        second.place(m, pygame.Rect(r.left + a + gap, r.top, r.width - gap - a, r.height))


class Centred(Widget):
    """One child in the middle, at most ``widest`` units wide: the body of a reading or choosing screen.

    ``sides`` is the room left and right of it where that differs from ``pad``."""

    def __init__(
        self,
        child: Widget,
        *,
        widest: float = 960,
        pad: float = theme.GROUPS,
        sides: float | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.child = child
        self.widest = widest
        self.pad = pad
        self.sides = pad if sides is None else sides
        self.adopt(child)

    @property
    def children(self) -> Sequence[Widget]:
        return (self.child,)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        inner = min(m.px(self.widest), width - 2 * m.px(self.sides))
        return width, self.child.measure(m, max(1, inner))[1] + 2 * m.px(self.pad)

    def arrange(self, m: Metrics) -> None:
        pad = m.px(self.pad)
        wide = max(1, min(m.px(self.widest), self.rect.width - 2 * m.px(self.sides)))
        spot = pygame.Rect(0, self.rect.top + pad, wide, max(0, self.rect.height - 2 * pad))
        spot.centerx = self.rect.centerx
        self.child.place(m, spot)


class Canvas(Widget):
    """A place for a picture of one's own: ``paint(surface, rect, metrics)``. ``height`` or ``grow`` gives
    its size."""

    def __init__(self, paint: Callable[[pygame.Surface, pygame.Rect, Metrics], None], **common: Any) -> None:
        super().__init__(**common)
        self._paint = paint

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, m.px(self.height or 0)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        old = surface.get_clip()
        surface.set_clip(self.rect.clip(old))
        self._paint(surface, self.rect, m)
        surface.set_clip(old)


class Picture(Widget):
    """A picture scaled to fit, centred, in its own proportions; ``None`` shows nothing."""

    def __init__(self, surface: pygame.Surface | None, **common: Any) -> None:
        super().__init__(**common)
        self.surface = surface
        self._scaled: tuple[tuple[int, int], pygame.Surface] | None = None

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        if self.surface is None:
            return 0, 0
        w, h = self.surface.get_size()
        return width, round(h * width / w)

    def arrange(self, m: Metrics) -> None:
        self._scaled = None
        if self.surface is not None and self.rect.width > 0 and self.rect.height > 0:
            w, h = self.surface.get_size()
            k = min(self.rect.width / w, self.rect.height / h)
            size = (max(1, round(w * k)), max(1, round(h * k)))
            self._scaled = (size, pygame.transform.smoothscale(self.surface, size))

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        if self._scaled is not None:
            surface.blit(self._scaled[1], self._scaled[1].get_rect(center=self.rect.center))
