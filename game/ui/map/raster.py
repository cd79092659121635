"""Exact-area antialiased painting of filled regions and strokes with numpy.

Regions are given by their edges alone, each with the colour step met when crossing it from west to east.
Every edge is cut at pixel borders; each piece tells how much of its pixel lies east of it. The running sum
along a row is then the exact mix of colours in each pixel, so neighbours meet without gaps or fringes, and
the cost depends on the length of the edges more than on the area painted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Pixels = npt.NDArray[np.uint32]

_INDEX_BITS = 24  # at most 16 million pieces a painting, sorted together with their pixel's number


@dataclass(frozen=True, slots=True)
class Edges:
    """Directed straight edges in pixels; y grows downwards."""

    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats


@dataclass(frozen=True, slots=True)
class Pieces:
    """What the edges add at single pixels, in pixel order. Rows are `stride_of` the width apart."""

    pixel: Ints
    share: Floats
    edge: Ints


def stride_of(width: int) -> int:
    return width + 2


def cut(edges: Edges, width: int, height: int) -> Pieces:
    """Cut edges at pixel borders inside a `width` x `height` window and sort the pieces by pixel.

    What lies west of the window counts at its first column, what lies east of it at a spare column.
    """
    down = edges.y1 > edges.y0
    top, bottom = np.where(down, edges.y0, edges.y1), np.where(down, edges.y1, edges.y0)
    live = np.flatnonzero((bottom > 0) & (top < height) & (bottom > top) & (np.minimum(edges.x0, edges.x1) < width))
    down, top, bottom = down[live], top[live], bottom[live]
    x_top = np.where(down, edges.x0[live], edges.x1[live])
    x_bottom = np.where(down, edges.x1[live], edges.x0[live])
    slope = (x_bottom - x_top) / (bottom - top)
    sign = np.where(down, 1.0, -1.0)

    upper, lower = np.maximum(top, 0.0), np.minimum(bottom, float(height))
    first = upper.astype(np.int64)
    rows = np.maximum(np.ceil(lower).astype(np.int64) - first, 1)
    of, nth = _repeated(rows)
    row = first[of] + nth
    start = np.maximum(upper[of], row)
    stop = np.minimum(lower[of], row + 1)
    base = x_top[of] - top[of] * slope[of]
    xa = np.clip(base + start * slope[of], 0.0, float(width))
    xb = np.clip(base + stop * slope[of], 0.0, float(width))
    rise = (stop - start) * sign[of]

    west, east = np.minimum(xa, xb), np.maximum(xa, xb)
    column = west.astype(np.int64)
    columns = np.maximum(np.ceil(east).astype(np.int64) - column, 1)
    if int(columns.sum()) != len(columns):
        over, nth = _repeated(columns)
        column = column[over] + nth
        left, right = np.maximum(west[over], column), np.minimum(east[over], column + 1)
        span = (east - west)[over]
        rise = rise[over] * np.where(span > 1e-9, (right - left) / np.maximum(span, 1e-9), 1.0)
        middle = (left + right) / 2 - column
        row, of = row[over], of[over]
    else:
        middle = (west + east) / 2 - column
    pixel = row * stride_of(width) + column
    here = rise * (1.0 - middle)
    return _sorted(np.concatenate((pixel, pixel + 1)), np.concatenate((here, rise - here)), np.tile(live[of], 2))


def _repeated(counts: Ints) -> tuple[Ints, Ints]:
    """For counts (2, 1): (0, 0, 1) and the place within each run, (0, 1, 0)."""
    of = np.repeat(np.arange(len(counts)), counts)
    return of, np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)


def _sorted(pixel: Ints, share: Floats, edge: Ints) -> Pieces:
    # Sorting plain integers is several times faster than an indirect sort.
    packed = np.sort((pixel << _INDEX_BITS) | np.arange(len(pixel)))
    order = packed & ((1 << _INDEX_BITS) - 1)
    return Pieces(packed >> _INDEX_BITS, share[order], edge[order])


def runs(pieces: Pieces, steps: Floats, ground: Floats, width: int, height: int) -> tuple[Ints, Floats]:
    """First pixel and value (a column; one row a channel) of all runs of equal value in the window.

    `steps` has a column for each edge: the value east of a downward edge less that west of it. `ground` is
    the value west of everything. Each of the `height` rows of pixels begins a run of its own.
    """
    starts = np.arange(height, dtype=np.int64) * stride_of(width)
    # Every row gets an empty piece at its start, so that a run begins there.
    at = np.searchsorted(pieces.pixel, starts)
    pixel = np.insert(pieces.pixel, at, starts)
    share = np.insert(pieces.share, at, 0.0)
    edge = np.insert(pieces.edge, at, 0)
    begin = at + np.arange(height)
    last = np.flatnonzero(pixel[1:] != pixel[:-1])
    last = np.append(last, len(pixel) - 1)
    pixel = pixel[last]
    row = pixel // stride_of(width)
    value = np.empty((len(steps), len(last)))
    if not steps.shape[1]:
        steps = np.zeros((len(steps), 1))  # no edge at all: for the empty pieces to point at
    for channel, step in enumerate(steps):
        sums = np.cumsum(share * step[edge])
        before = np.where(begin > 0, sums[begin - 1], 0.0) - ground[channel]
        value[channel] = sums[last] - before[row]
    return pixel, value


def spread(first: Ints, values: npt.NDArray[np.generic], width: int, height: int) -> npt.NDArray[np.generic]:
    """Write runs out as an image of `height` rows; each has the spare columns of `stride_of(width)`."""
    stride = stride_of(width)
    lengths = np.diff(np.concatenate((first, [height * stride])))
    return np.repeat(values, lengths).reshape(height, stride)


def pack(colours: Floats) -> Pixels:
    """Three rows, red, green and blue (0..255, may stray by rounding), as 0xRRGGBB."""
    red, green, blue = np.clip(colours[:3] + 0.5, 0.0, 255.0).astype(np.uint32)
    return (red << 16) | (green << 8) | blue


def outline(x0: Floats, y0: Floats, x1: Floats, y1: Floats, width: float | Floats) -> Edges:
    """The edges of a ribbon along segments; one that begins where the last ended, as wide, is joined to it.

    `width`, in pixels, is one number or one for each segment.
    """
    dx, dy = x1 - x0, y1 - y0
    long = np.maximum(np.hypot(dx, dy), 1e-9)
    nx, ny = -dy / long, dx / long
    half = np.broadcast_to(np.asarray(width) / 2, x0.shape)
    joined = (x0[1:] == x1[:-1]) & (y0[1:] == y1[:-1]) & (half[1:] == half[:-1])
    # At a joint both ribbons end on the mitre; a cap for sharp turns keeps it from shooting out.
    mx, my = nx[1:] + nx[:-1], ny[1:] + ny[:-1]
    stretch = 2.0 / np.maximum(mx * mx + my * my, 1.0)
    joint = np.flatnonzero(joined)
    ax, ay, bx, by = nx.copy(), ny.copy(), nx.copy(), ny.copy()
    ax[joint + 1] = bx[joint] = (mx * stretch)[joint]
    ay[joint + 1] = by[joint] = (my * stretch)[joint]
    left = (x0 + ax * half, y0 + ay * half, x1 + bx * half, y1 + by * half)
    right = (x1 - bx * half, y1 - by * half, x0 - ax * half, y0 - ay * half)
    tail = np.flatnonzero(np.append(~joined, True)) if len(x0) else joint
    head = np.flatnonzero(np.append(True, ~joined)) if len(x0) else joint
    return Edges(
        np.concatenate((left[0], right[0], left[2][tail], right[2][head])),
        np.concatenate((left[1], right[1], left[3][tail], right[3][head])),
        np.concatenate((left[2], right[2], right[0][tail], left[0][head])),
        np.concatenate((left[3], right[3], right[1][tail], left[1][head])),
    )


def coverage(edges: Edges, width: int, height: int, pitch: int) -> tuple[Ints, Floats]:
    """Numbers of the pixels the shapes cover, in an image with rows `pitch` apart, and their shares 0..1."""
    pieces = cut(edges, width, height)
    if not len(pieces.pixel):
        return np.zeros(0, np.int64), np.zeros(0)
    stride = stride_of(width)
    sums = np.concatenate(([0.0], np.cumsum(pieces.share)))
    before = sums[np.searchsorted(pieces.pixel, np.arange(height + 1, dtype=np.int64) * stride)]
    last = np.flatnonzero(np.concatenate((pieces.pixel[1:] != pieces.pixel[:-1], [True])))
    pixel = pieces.pixel[last]
    row, column = pixel // stride, pixel % stride
    # What lies east of the window is not cut, so a row need not end at zero: begin each anew.
    value = np.abs(sums[last + 1] - before[row])
    end = np.minimum(np.append(pixel[1:], pixel[-1] + 1), (row + 1) * stride)
    shown = (value > 0.004) & (row < height) & (column < width)
    row, column, value = row[shown], column[shown], np.minimum(value[shown], 1.0)
    over, nth = _repeated(np.minimum(end[shown] - pixel[shown], width - column))
    return row[over] * pitch + column[over] + nth, value[over]


def blend(image: Pixels, pixel: Ints, share: Floats, colour: tuple[int, int, int]) -> None:
    """Mix `colour` into the flat 0xRRGGBB image at distinct pixels, by shares 0..1."""
    mix = (share * 256).astype(np.uint32)
    old = image[pixel]
    keep = np.uint32(256) - mix
    new = np.zeros_like(old)
    for shift, channel in zip((16, 8, 0), colour, strict=True):
        new |= ((((old >> shift) & 255) * keep + np.uint32(channel) * mix) >> 8) << np.uint32(shift)
    image[pixel] = new
