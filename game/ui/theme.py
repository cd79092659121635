"""The look of the window: every colour, type size, gap and frame size in one place.

Colours are plain ``(r, g, b)`` tuples. Lengths are in *units*: pixels at an interface scale of 1.0. Nothing
in
this file knows pygame or the display; ``game.ui.kit.metrics`` turns units into pixels and names into fonts.

``contrast`` and ``delta_e`` are here so that tests (and anyone who changes a value) can judge a colour by
number.
"""

from __future__ import annotations

from typing import Final

Colour = tuple[int, int, int]


def rgb(text: str) -> Colour:
    """Turn ``"#0E1A2B"`` into ``(14, 26, 43)``; ``ValueError`` when it is not six hex digits after a
    ``#``."""
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"{text!r} is not a colour of the form #RRGGBB")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


# --- grounds and lines
SEA: Final[Colour] = rgb("#0E1A2B")
PANEL: Final[Colour] = rgb("#15233A")
RAISED: Final[Colour] = rgb("#1D2F4B")
PRESSED: Final[Colour] = rgb("#121E32")
LINE: Final[Colour] = rgb("#33496B")
EDGE: Final[Colour] = rgb("#5B7399")
"""The outline of things that can be operated: 3:1 against panel and sea, where LINE only divides."""
LAND: Final[Colour] = rgb("#46566E")
COAST: Final[Colour] = rgb("#26384F")

# --- words
TEXT: Final[Colour] = rgb("#E8ECF2")
QUIET: Final[Colour] = rgb("#A9B6C8")
FAINT: Final[Colour] = rgb("#8494AA")
"""Large text, and the words of a disabled control, only."""

# --- meaning
ACCENT: Final[Colour] = rgb("#E0B354")
ACCENT_HOVER: Final[Colour] = rgb("#EBC677")
ACCENT_PRESSED: Final[Colour] = rgb("#C4983E")
ON_ACCENT: Final[Colour] = rgb("#0E1A2B")
BETTER: Final[Colour] = rgb("#6FBF8B")
WORSE: Final[Colour] = rgb("#E07A6B")
LINK: Final[Colour] = rgb("#8FBCE6")
SELECTED: Final[Colour] = RAISED
"""The ground of the chosen row, which also has an accent bar at its left: no lighter, or WORSE falls under
4.5:1."""
HOVER: Final[Colour] = rgb("#192941")
"""The ground of the row under the pointer."""
MARKED: Final[Colour] = rgb("#2B4A7A")
"""Behind selected text in a field; TEXT only stands on it."""
SCRIM: Final = (6, 11, 20, 170)
"""What lies over everything under a dialog, with alpha."""

BLOCS: Final[tuple[Colour, ...]] = (
    rgb("#BAD9E8"),  # sky
    rgb("#B8732E"),  # ochre
    rgb("#A670DB"),  # violet
    rgb("#509567"),  # green
    rgb("#D1D147"),  # yellow
    rgb("#70DB94"),  # mint
)
HATCHES: Final[tuple[str, ...]] = ("diagonal", "cross", "dots")
"""The second cue, in the order in which further blocs use them."""


def bloc(index: int) -> tuple[Colour, str | None]:
    """Colour and hatching (``None`` for plain) of the bloc with this place, from 0, in the order of
    founding."""
    if index < 0:
        raise ValueError("a bloc's place is counted from 0")
    again = index // len(BLOCS)
    return BLOCS[index % len(BLOCS)], None if again == 0 else HATCHES[(again - 1) % len(HATCHES)]


# --- scales for maps and bars; seven steps, low to high
SIGNED: Final[tuple[Colour, ...]] = (
    rgb("#E0853A"),
    rgb("#B97A4B"),
    rgb("#8A7262"),
    rgb("#667284"),
    rgb("#5E88AE"),
    rgb("#6FA6D8"),
    rgb("#9ACBF5"),
)
"""Orange (hostile, worse) through grey to blue (trusted, better)."""
UNSIGNED: Final[tuple[Colour, ...]] = (
    rgb("#22344F"),
    rgb("#2E4A6B"),
    rgb("#3F6286"),
    rgb("#567D9F"),
    rgb("#7299B6"),
    rgb("#95B8CE"),
    rgb("#BAD9E8"),
)
"""Dark (little) to sky (much)."""


def signed_step(value: int, limit: int = 100) -> Colour:
    """Colour of a value in -limit..limit (clamped)."""
    return _step(SIGNED, value + limit, 2 * limit)


def unsigned_step(value: int, limit: int = 100) -> Colour:
    """Colour of a value in 0..limit (clamped)."""
    return _step(UNSIGNED, value, limit)


def _step(scale: tuple[Colour, ...], value: int, whole: int) -> Colour:
    return scale[max(0, min(len(scale) - 1, value * len(scale) // (whole + 1)))]


# --- type, in units
SMALL: Final = 12
BODY: Final = 13
CONTROL: Final = 15
HEADING: Final = 18
SCREEN: Final = 24
TITLE: Final = 40
LEAST_TEXT: Final = 12
LINE_HEIGHT: Final = 1.4

# --- space, in units; all on the 4-pixel grid
GRID: Final = 4
INSIDE: Final = 8
"""Inside controls."""
BETWEEN: Final = 12
"""Between controls."""
PADDING: Final = 16
"""From a panel's edge to its content."""
GROUPS: Final = 24
"""Between groups."""
CORNER: Final = 4
CONTROL_HEIGHT: Final = 32
ROW_HEIGHT: Final = 28
ICON: Final = 16
STROKE: Final = 1.5
FOCUS_RING: Final = 2

# --- frame, in units
LEAST_SIZE: Final = (1024, 640)
START_SIZE: Final = (1280, 800)
TOP_BAR: Final = 44
SIDE_PANEL: Final = 372
DISPATCHES: Final = 148
OVERLAY_BELOW: Final = 1100
"""Narrower than this (in units) the right panel lies over the map."""

SCALE_LEAST: Final = 1.0
SCALE_MOST: Final = 2.0

# --- motion, in seconds
QUICK: Final = 0.12
CALM: Final = 0.20
STEP: Final = 0.60
TOOLTIP_DELAY: Final = 0.35
TOAST_STAYS: Final = 4.0


def ease_out(t: float) -> float:
    """Progress 0..1 of a movement after the share ``t`` (clamped) of its time."""
    t = max(0.0, min(1.0, t))
    return 1.0 - (1.0 - t) ** 3


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """The colour ``share`` (0..1) of the way from ``a`` to ``b``."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


# --- judging a colour by number
def _linear(channel: float) -> float:
    c = channel / 255
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def luminance(colour: Colour) -> float:
    """Relative luminance 0..1 (WCAG 2.1)."""
    r, g, b = (_linear(c) for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Colour, b: Colour) -> float:
    """Contrast ratio 1..21 (WCAG 2.1)."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: Colour) -> tuple[float, float, float]:
    """CIE L*a*b* under D65."""
    r, g, b = (_linear(c) for c in colour)
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def delta_e(a: Colour, b: Colour) -> float:
    """CIE76 colour difference: 2 is barely visible, 24 is told apart at a glance."""
    return float(sum((p - q) ** 2 for p, q in zip(lab(a), lab(b), strict=True)) ** 0.5)


_SIGHT: Final = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes 2009, severity 1.0, applied in linear light."""

SIGHTS: Final = ("normal", *_SIGHT)


def as_seen(colour: Colour, sight: str) -> Colour:
    """The colour as it looks with the given sight, one of ``SIGHTS`` (``KeyError`` otherwise)."""
    if sight == "normal":
        return colour
    light = [_linear(c) for c in colour]
    seen = []
    for row in _SIGHT[sight]:
        c = max(0.0, min(1.0, sum(k * v for k, v in zip(row, light, strict=True))))
        seen.append(round(255 * (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055)))
    return seen[0], seen[1], seen[2]
