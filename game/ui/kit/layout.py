"""Containers: rows, columns, flows, grids. Screens are composed of these and never of pixel places.

All gaps and paddings are in units, on the 4-pixel grid of ``theme``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit.metrics import Metrics
from game.ui.kit.widget import Widget, memories, recall


class Container(Widget):
    """A widget with a list of children."""

    def __init__(self, children: Iterable[Widget | None] = (), **common: Any) -> None:
        super().__init__(**common)
        self._children = [child for child in children if child is not None]
        self.adopt(*self._children)

    @property
    def children(self) -> Sequence[Widget]:
        return self._children

    def replace(self, children: Iterable[Widget | None]) -> None:
        """Show these children instead; keyed ones keep scroll place and focus."""
        kept = memories(self._children)
        self._children = [child for child in children if child is not None]
        recall(self._children, kept)
        self.adopt(*self._children)
        self.touch()

    def shown(self) -> list[Widget]:
        return [child for child in self._children if child.visible]


class Column(Container):
    """Children under one another. ``gap`` between them; ``align`` of those that do not say themselves."""

    shrinks = True

    def __init__(
        self,
        *children: Widget | None,
        gap: float = theme.BETWEEN,
        pad: float = 0,
        each: str = "",
        **common: Any,
    ) -> None:
        super().__init__(children, **common)
        self.gap = gap
        self.pad = pad
        self.each = each

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        kids, pad = self.shown(), m.px(self.pad)
        sizes = [kid.measure(m, max(1, width - 2 * pad)) for kid in kids]
        gaps = m.px(self.gap) * max(0, len(kids) - 1)
        return max((w for w, _ in sizes), default=0) + 2 * pad, sum(h for _, h in sizes) + gaps + 2 * pad

    def arrange(self, m: Metrics) -> None:
        kids, gap, pad = self.shown(), m.px(self.gap), m.px(self.pad)
        inner = self.rect.inflate(-2 * pad, -2 * pad)
        sizes = [kid.measure(m, max(1, inner.width)) for kid in kids]
        room = inner.height - gap * max(0, len(kids) - 1)
        free = room - sum(h for kid, (_, h) in zip(kids, sizes, strict=True) if not kid.grow)
        heights = _shared(kids, [h for _, h in sizes], free)
        y = inner.top
        for kid, (w, _), h in zip(kids, sizes, heights, strict=True):
            loose = kid.stretches and kid.width is None
            how = kid.align or self.each or ("stretch" if loose else "start")
            x, w = _across(how, inner.left, inner.width, w)
            kid.place(m, pygame.Rect(x, y, w, h))
            y += h + gap


class Row(Container):
    """Children side by side, centred in height unless ``each`` (or their own ``align``) says otherwise."""

    shrinks = True

    def __init__(
        self,
        *children: Widget | None,
        gap: float = theme.BETWEEN,
        pad: float = 0,
        each: str = "center",
        **common: Any,
    ) -> None:
        super().__init__(children, **common)
        self.gap = gap
        self.pad = pad
        self.each = each

    def _widths(self, m: Metrics, width: int) -> list[int]:
        kids = self.shown()
        room = width - m.px(self.gap) * max(0, len(kids) - 1)
        widths = [0 if kid.grow else kid.measure(m, max(1, room))[0] for kid in kids]
        givers = [i for i, kid in enumerate(kids) if kid.shrinks and not kid.grow]
        cap = _cap([widths[i] for i in givers], sum(widths) - room)
        widths = [min(w, cap) if i in givers else w for i, w in enumerate(widths)]
        return _shared(kids, widths, room - sum(widths))

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        kids, pad = self.shown(), m.px(self.pad)
        widths = self._widths(m, max(1, width - 2 * pad))
        sizes = [kid.measure(m, max(1, w)) for kid, w in zip(kids, widths, strict=True)]
        wide = sum(min(w, s[0]) if kid.grow else w for kid, w, s in zip(kids, widths, sizes, strict=True)) + m.px(
            self.gap
        ) * max(0, len(kids) - 1)
        return wide + 2 * pad, max((h for _, h in sizes), default=0) + 2 * pad

    def arrange(self, m: Metrics) -> None:
        kids, pad, x = self.shown(), m.px(self.pad), self.rect.left + m.px(self.pad)
        inner = self.rect.inflate(-2 * pad, -2 * pad)
        for kid, w in zip(kids, self._widths(m, max(1, inner.width)), strict=True):
            how = kid.align or self.each
            y, h = _across(how, inner.top, inner.height, kid.measure(m, max(1, w))[1])
            kid.place(m, pygame.Rect(x, y, w, h))
            x += w + m.px(self.gap)


def _cap(lengths: list[int], over: int) -> int:
    """The length to cut the longest of these down to, so that together they give up ``over`` pixels."""
    left = sorted(lengths, reverse=True)
    cap = left[0] if left else 0
    for count, length in enumerate([*left[1:], 0], start=1):
        if over <= 0:
            break
        step = min(cap - length, -(-over // count))
        cap -= step
        over -= step * count
    return max(1, cap)


def _shared(kids: Sequence[Widget], lengths: list[int], free: int) -> list[int]:
    """Give growing children their shares of the free pixels, the last one the remainder."""
    whole = sum(kid.grow for kid in kids)
    if not whole:
        return lengths
    out, left, weight = [], max(0, free), whole
    for kid, length in zip(kids, lengths, strict=True):
        if kid.grow:
            share = left * kid.grow // weight
            left, weight = left - share, weight - kid.grow
            length = share
        out.append(length)
    return out


def _across(how: str, start: int, room: int, wanted: int) -> tuple[int, int]:
    """Place and length across the direction of a container."""
    if how == "stretch":
        return start, room
    length = min(wanted, room)
    if how == "center":
        return start + (room - length) // 2, length
    return (start + room - length if how == "end" else start), length


class Flow(Container):
    """Children side by side, going on in a new line where the width ends: chips, small buttons."""

    shrinks = True

    def __init__(self, *children: Widget | None, gap: float = theme.INSIDE, **common: Any) -> None:
        super().__init__(children, **common)
        self.gap = gap

    def _spots(self, m: Metrics, width: int) -> tuple[list[pygame.Rect], int, int]:
        gap, x, y, tall, widest = m.px(self.gap), 0, 0, 0, 0
        spots = []
        for kid in self.shown():
            w, h = kid.measure(m, max(1, width))
            w = min(w, width)
            if x and x + w > width:
                x, y, tall = 0, y + tall + gap, 0
            spots.append(pygame.Rect(x, y, w, h))
            x, tall, widest = x + w + gap, max(tall, h), max(widest, x + w)
        return spots, widest, y + tall

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        _, wide, tall = self._spots(m, width)
        return wide, tall

    def arrange(self, m: Metrics) -> None:
        for kid, spot in zip(self.shown(), self._spots(m, self.rect.width)[0], strict=True):
            kid.place(m, spot.move(self.rect.topleft))


class Grid(Container):
    """Equal columns: ``columns`` of them, or as many of at least ``least`` units as fit. Rows are as tall
    as their tallest."""

    shrinks = True

    def __init__(
        self,
        *children: Widget | None,
        columns: int = 0,
        least: float = 220,
        gap: float = theme.BETWEEN,
        **common: Any,
    ) -> None:
        super().__init__(children, **common)
        self.columns = columns
        self.least = least
        self.gap = gap

    def _plan(self, m: Metrics, width: int) -> tuple[int, int, list[int]]:
        gap, kids = m.px(self.gap), self.shown()
        count = self.columns or max(1, min(len(kids) or 1, (width + gap) // (m.px(self.least) + gap)))
        wide = max(1, (width - gap * (count - 1)) // count)
        heights = [kid.measure(m, wide)[1] for kid in kids]
        return count, wide, [max(heights[i : i + count]) for i in range(0, len(heights), count)]

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        _, _, tall = self._plan(m, width)
        return width, sum(tall) + m.px(self.gap) * max(0, len(tall) - 1)

    def arrange(self, m: Metrics) -> None:
        count, wide, tall = self._plan(m, self.rect.width)
        gap = m.px(self.gap)
        for place, kid in enumerate(self.shown()):
            row, column = divmod(place, count)
            y = self.rect.top + sum(tall[:row]) + gap * row
            kid.place(m, pygame.Rect(self.rect.left + column * (wide + gap), y, wide, tall[row]))
