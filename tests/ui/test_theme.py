"""The look by numbers: contrast, blocs told apart by every eye, sizes, fonts that hold our signs."""

from __future__ import annotations

import itertools

import pygame
import pytest

from game.paths import assets_dir
from game.ui import icons, theme
from game.ui.kit import metrics
from game.ui.kit.metrics import Face, Metrics

GROUNDS = {"sea": theme.SEA, "panel": theme.PANEL, "raised": theme.RAISED, "hover": theme.HOVER}
INKS = {
    "text": theme.TEXT,
    "quiet": theme.QUIET,
    "accent": theme.ACCENT,
    "better": theme.BETTER,
    "worse": theme.WORSE,
    "link": theme.LINK,
}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_words_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert theme.contrast(INKS[ink], GROUNDS[ground]) >= 4.5


def test_words_can_be_read_on_filled_controls_and_selections() -> None:
    for fill in (theme.ACCENT, theme.ACCENT_HOVER, theme.ACCENT_PRESSED):
        assert theme.contrast(theme.ON_ACCENT, fill) >= 4.5
    assert theme.contrast(theme.TEXT, theme.MARKED) >= 4.5
    assert theme.contrast(theme.TEXT, theme.mix(theme.RAISED, theme.EDGE, 0.25)) >= 4.5, "a hovered button"
    assert theme.contrast(theme.FAINT, theme.PRESSED) >= 4.5, "a placeholder in a field"


def test_the_edge_of_a_control_stands_out_from_where_it_lies() -> None:
    assert theme.contrast(theme.EDGE, theme.SEA) >= 3
    assert theme.contrast(theme.EDGE, theme.PANEL) >= 3


@pytest.mark.parametrize("sight", theme.SIGHTS)
def test_blocs_and_unaligned_land_are_told_apart_by_every_eye(sight: str) -> None:
    seen = [theme.as_seen(colour, sight) for colour in (*theme.BLOCS, theme.LAND)]
    for a, b in itertools.combinations(seen, 2):
        assert round(theme.delta_e(a, b)) >= 24


@pytest.mark.parametrize("sight", theme.SIGHTS)
@pytest.mark.parametrize("scale", [theme.SIGNED, theme.UNSIGNED], ids=["signed", "unsigned"])
def test_neighbouring_steps_of_a_scale_differ(scale: tuple[theme.Colour, ...], sight: str) -> None:
    assert len(scale) == 7
    for a, b in itertools.pairwise(scale):
        assert theme.delta_e(theme.as_seen(a, sight), theme.as_seen(b, sight)) >= 9


def test_judgements_agree_with_published_values() -> None:
    assert theme.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert theme.contrast(theme.TEXT, theme.SEA) == pytest.approx(14.7, abs=0.1)
    assert theme.lab((255, 0, 0)) == pytest.approx((53.24, 80.09, 67.20), abs=0.1)
    assert theme.as_seen((90, 90, 90), "protanopia") == (90, 90, 90), "grey is grey to every eye"


def test_blocs_beyond_the_sixth_repeat_with_hatching() -> None:
    assert theme.bloc(0) == (theme.BLOCS[0], None)
    assert theme.bloc(6) == (theme.BLOCS[0], "diagonal")
    assert theme.bloc(13) == (theme.BLOCS[1], "cross")
    first = [theme.bloc(i) for i in range(24)]
    assert len(set(first)) == 24, "twenty-four blocs look different"
    with pytest.raises(ValueError, match="from 0"):
        theme.bloc(-1)


def test_steps_of_a_scale_cover_it_evenly_and_clamp() -> None:
    assert theme.signed_step(-100) == theme.signed_step(-500) == theme.SIGNED[0]
    assert theme.signed_step(0) == theme.SIGNED[3]
    assert theme.signed_step(100) == theme.signed_step(500) == theme.SIGNED[6]
    assert {theme.unsigned_step(value) for value in range(101)} == set(theme.UNSIGNED)


def test_a_colour_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="#RRGGBB"):
        theme.rgb("navy")


def test_no_type_is_smaller_than_twelve_and_space_keeps_to_the_grid() -> None:
    faces = [face for face in vars(metrics).values() if isinstance(face, Face)]
    assert len(faces) >= 8
    assert min(face.size for face in faces) >= theme.LEAST_TEXT == 12
    lengths = (theme.INSIDE, theme.BETWEEN, theme.PADDING, theme.GROUPS, theme.CONTROL_HEIGHT, theme.ROW_HEIGHT)
    assert all(length % theme.GRID == 0 for length in lengths)


def test_lengths_and_letters_follow_the_scale() -> None:
    one, two = Metrics(1.0), Metrics(2.0)
    assert two.px(theme.TOP_BAR) == 2 * one.px(theme.TOP_BAR)
    words = "Treaty of mutual defence"
    assert two.width(words, metrics.BODY) == pytest.approx(2 * one.width(words, metrics.BODY), rel=0.04)
    for scale in (0.5, 2.5):
        with pytest.raises(ValueError, match="between"):
            Metrics(scale)


def test_every_sign_we_write_is_in_a_font_that_holds_it() -> None:
    pygame.font.init()
    words = pygame.font.Font(str(assets_dir() / "fonts" / "NotoSans-Regular.ttf"), 40)
    figures = pygame.font.Font(str(assets_dir() / "fonts" / "FiraCode-Regular.ttf"), 40)

    def drawn(font: pygame.font.Font, ch: str) -> bytes:
        return pygame.image.tobytes(font.render(ch, True, "white", "black"), "RGB")

    for ch in "AZaz09éøåßñçğřЖΔ€£−–—·…“”‘’«»×±§°→←↑↓▲▼≥≤≈≠✓":
        font = figures if metrics.lent(ch) else words
        assert drawn(font, ch) != drawn(font, "\ue0ff"), f"{ch} shows as an empty box"


def test_typefaces_come_with_their_licences() -> None:
    for name in ("OFL-NotoSans.txt", "OFL-FiraCode.txt"):
        assert "SIL OPEN FONT LICENSE" in (assets_dir() / "fonts" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", icons.NAMES)
def test_icons_are_drawn_within_their_square_with_smooth_edges(name: str) -> None:
    picture = icons.picture(name, 32, theme.TEXT)
    assert picture.get_size() == (32, 32)
    mask = pygame.mask.from_surface(picture, 127)
    assert 20 < mask.count() < 32 * 32 // 2, "it is neither empty nor a blot"
    alphas = {picture.get_at((x, y)).a for x in range(32) for y in range(32)}
    assert len(alphas) > 4, "its edges are smooth"
    border = [(x, y) for x in range(32) for y in range(32) if x in (0, 31) or y in (0, 31)]
    assert all(picture.get_at(at).a < 128 for at in border), "it is not cut off"


def test_icons_are_all_different() -> None:
    pictures = {pygame.image.tobytes(icons.picture(name, 24, theme.TEXT), "RGBA") for name in icons.NAMES}
    assert len(pictures) == len(icons.NAMES)
