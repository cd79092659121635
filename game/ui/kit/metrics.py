"""Units to pixels, faces to fonts: everything that depends on the interface scale.

A :class:`Face` names a type size in units, a weight and a family. :class:`Metrics` holds one scale (1.0 to
2.0) and
answers how many pixels a length is, how wide a text is, and gives the rendered text; both are cached, so
drawing the
same words each frame costs a blit. The words are Noto Sans; Fira Code sets figures and lends the arrows and
comparison signs that Noto Sans lacks.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from typing import Final, NamedTuple

import pygame

from game.paths import assets_dir
from game.ui import theme
from game.ui.theme import Colour

assert getattr(pygame, "IS_CE", False), "the window needs pygame-ce; the package named pygame hides it"

_KEPT_TEXTS: Final = 4096
_LIFT: Final = 0.05
"""Share of the size by which letters stand above the middle of their line, since few have descenders."""


class Face(NamedTuple):
    """A typeface at a size in units."""

    size: int
    bold: bool = False
    mono: bool = False


SMALL: Final = Face(theme.SMALL)
BODY: Final = Face(theme.BODY)
BOLD: Final = Face(theme.BODY, bold=True)
CONTROL: Final = Face(theme.CONTROL)
STRONG: Final = Face(theme.CONTROL, bold=True)
HEADING: Final = Face(theme.HEADING, bold=True)
SCREEN: Final = Face(theme.SCREEN, bold=True)
TITLE: Final = Face(theme.TITLE, bold=True)
FIGURE: Final = Face(theme.BODY, mono=True)
BIG_FIGURE: Final = Face(theme.CONTROL, mono=True)


@lru_cache(maxsize=128)
def _font(size: int, bold: bool, mono: bool) -> pygame.font.Font:
    if not pygame.font.get_init():
        pygame.font.init()
    name = "FiraCode-Regular.ttf" if mono else "NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf"
    return pygame.font.Font(str(assets_dir() / "fonts" / name), size)


def lent(ch: str) -> bool:
    """Whether Noto Sans lacks this sign, so that Fira Code must lend it: arrows, comparison, shapes."""
    return "\u2190" <= ch <= "\u27bf" and ch != "\u2212"


def _spans(text: str, mono: bool) -> list[tuple[str, bool]]:
    """The text cut where the family changes: ``(part, set in Fira Code)``."""
    if mono or text.isascii():
        return [(text, mono)]
    parts: list[tuple[str, bool]] = []
    for ch in text:
        own = lent(ch)
        if parts and parts[-1][1] == own:
            parts[-1] = (parts[-1][0] + ch, own)
        else:
            parts.append((ch, own))
    return parts


class Metrics:
    """Lengths and letters at one interface scale."""

    def __init__(self, scale: float = 1.0) -> None:
        if not theme.SCALE_LEAST <= scale <= theme.SCALE_MOST:
            raise ValueError(f"an interface scale lies between 1.0 and 2.0, not at {scale}")
        self.scale = scale
        self._widths: dict[Face, dict[str, int]] = {}
        self._texts: OrderedDict[tuple[str, Face, Colour], pygame.Surface] = OrderedDict()

    def px(self, units: float) -> int:
        """Units to whole pixels."""
        return round(units * self.scale)

    def font(self, face: Face) -> pygame.font.Font:
        return _font(self.px(face.size), face.bold, face.mono)

    def line(self, face: Face) -> int:
        """Height of a line of text in pixels, at 1.4 of the size."""
        return round(face.size * self.scale * theme.LINE_HEIGHT)

    def width(self, text: str, face: Face) -> int:
        """Width of one line of text in pixels."""
        known = self._widths.setdefault(face, {})
        found = known.get(text)
        if found is None:
            if len(known) > 20_000:
                known.clear()
            found = known[text] = self.fresh_width(text, face)
        return found

    def fresh_width(self, text: str, face: Face) -> int:
        """``width`` of a text seen once only, which is not worth remembering."""
        size = self.px(face.size)
        return sum(_font(size, face.bold, mono).size(part)[0] for part, mono in _spans(text, face.mono))

    def text(self, text: str, face: Face, colour: Colour) -> pygame.Surface:
        """One line of text as a picture of the height of ``line(face)``, its letters centred on it. Do not
        alter it."""
        key = (text, face, colour)
        picture = self._texts.get(key)
        if picture is not None:
            self._texts.move_to_end(key)
            return picture
        size = self.px(face.size)
        height = self.line(face)
        picture = pygame.Surface((max(1, self.width(text, face)), height), pygame.SRCALPHA)
        picture.fill((*colour, 0))
        main = self.font(face)
        baseline = (height - main.get_ascent() + main.get_descent()) // 2 + main.get_ascent()
        baseline -= round(size * _LIFT)
        x = 0
        for part, mono in _spans(text, face.mono):
            font = _font(size, face.bold, mono)
            if part:
                picture.blit(font.render(part, True, colour), (x, baseline - font.get_ascent()))
            x += font.size(part)[0]
        self._texts[key] = picture
        while len(self._texts) > _KEPT_TEXTS:
            self._texts.popitem(last=False)
        return picture

    def draw(
        self,
        surface: pygame.Surface,
        text: str,
        face: Face,
        colour: Colour,
        rect: pygame.Rect,
        align: str = "left",
    ) -> pygame.Rect:
        """Draw one line within ``rect``, centred in height, ``left``, ``center`` or ``right``; too long a
        text is cut."""
        shown = self.cut(text, face, rect.width)
        picture = self.text(shown, face, colour)
        spot = picture.get_rect(centery=rect.centery)
        if align == "right":
            spot.right = rect.right
        elif align == "center":
            spot.centerx = rect.centerx
        else:
            spot.left = rect.left
        surface.blit(picture, spot)
        return spot

    def cut(self, text: str, face: Face, width: int) -> str:
        """The text, or as much of it as fits ``width`` pixels with an ellipsis."""
        if self.width(text, face) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + "…", face) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + "…" if low else ("…" if self.width("…", face) <= width else "")
