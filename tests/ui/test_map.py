"""The world map: its asset, its picture, what lies under the pointer and how it moves."""

from __future__ import annotations

import json
import os
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import numpy as np
import pygame
import pytest

from game.ui import theme
from game.ui.map import Arc, Fill, MapModel, Marker, Ring, WorldMap, world
from game.ui.map.model import HATCH_KINDS
from game.ui.map.paint import Painter, Window, palette

ASSET = Path(__file__).resolve().parents[2] / "assets" / "map" / "world.json"
_SOVIET = "RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ UZB TKM KGZ TJK"
SOVIET = tuple(_SOVIET.split())
YUGOSLAV = ("SVN", "HRV", "BIH", "SRB", "MNE", "MKD", "XKX")
_THIRTY = """
USA CAN MEX BRA ARG GBR FRA NOR ITA ESP PRT BEL NLD LUX DNK ISL SWE FIN POL CZE AUT CHE GRC TUR EGY IND
CHN JPN AUS ZAF
"""
THIRTY = _THIRTY.split()
_MEMBERS = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR
BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU
EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND
IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS
MDV MLI MLT MHL MRT MUS MEX FSM MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK
PLW PAN PNG PRY PER PHL POL PRT QAT KOR MDA ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP
SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR
ARE GBR USA URY UZB VUT VEN VNM YEM ZMB ZWE
"""
MEMBERS = _MEMBERS.split()


@pytest.fixture(scope="module", autouse=True)
def display() -> None:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((320, 200))


def cold_war() -> MapModel:
    west = ["USA", "GBR", "FRA", "ITA", "NOR", "DNK", "BEL", "NLD", "LUX", "PRT", "CAN", "ISL"]
    fills = [Fill((code,), code, theme.BLOCS[0], label=world().territories[code].name) for code in west]
    fills.append(Fill(SOVIET, "USSR", theme.BLOCS[1], label="Soviet Union", importance=9, great=True))
    fills.append(Fill(YUGOSLAV, "YUG", theme.BLOCS[5], label="Yugoslavia", capital="SRB"))
    fills.append(Fill(("DEU-W",), "FRG", theme.BLOCS[0], label="West Germany"))
    fills.append(Fill(("DEU-E",), "GDR", theme.BLOCS[1], label="East Germany"))
    arcs = (Arc("FRA", "GBR", 3), Arc("FRA", "ITA", 1, dashed=True), Arc("USA", "NOR", 2))
    markers = (Marker("GDR", 3, "Berlin blockade"), Marker("YUG", 1))
    return MapModel(tuple(fills), arcs, markers, (Ring("NOR"),), selected="FRA")


def shown(
    model: MapModel, owners: tuple[str, ...] = (), size: tuple[int, int] = (1280, 800), scale: float = 1.0
) -> WorldMap:
    widget = WorldMap(size, scale)
    widget.set_model(model)
    widget.focus(owners)
    return widget


def picture(widget: WorldMap) -> pygame.Surface:
    surface = pygame.Surface(widget.size, 0, 32)
    widget.draw(surface)
    return surface


def raw(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


# --- the asset
def test_asset_has_every_member_of_the_united_nations_and_the_unnumbered() -> None:
    known = world().territories
    assert [code for code in [*MEMBERS, "XKX", "XSO", "XNC", "TWN", "DEU-W", "DEU-E", "GRL"] if code not in known] == []
    assert "ATA" not in known


def test_asset_is_small_and_names_its_source() -> None:
    assert ASSET.stat().st_size < 470_000
    assert "public domain" in json.loads(ASSET.read_text(encoding="utf-8"))["source"]


def test_rings_close_and_none_is_wider_than_half_the_world() -> None:
    data = json.loads(ASSET.read_text(encoding="utf-8"))
    arcs = []
    for flat in data["arcs"]:
        arcs.append(np.cumsum(np.array(flat).reshape(-1, 2), axis=0))
    west, _, east, _ = world().box
    for code, entry in data["territories"].items():
        for ring in (ring for polygon in entry["polygons"] for ring in polygon):
            walked = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
            for one, following in zip(walked, walked[1:] + walked[:1], strict=True):
                assert np.abs(one[-1] - following[0]).max() <= 2, f"a ring of {code} is open"
            points = np.concatenate(walked)
            assert np.ptp(points[:, 0]) < (east - west) / 2, f"a ring of {code} is smeared across the map"


def test_projection_agrees_with_the_asset() -> None:
    for code, lat, lon in (
        ("FRA", 48.86, 2.35),
        ("JPN", 35.68, 139.69),
        ("USA", 38.90, -77.04),
        ("NZL", -41.29, 174.78),
    ):
        capital = world().territories[code].capital
        assert capital is not None
        assert world().project(lat, lon) == pytest.approx(capital[1:], abs=8)


def test_labels_and_capitals_lie_on_their_own_land() -> None:
    atlas = world()
    for code, territory in atlas.territories.items():
        assert atlas.cell_at(*territory.label) in territory.cells, code
        if territory.capital and code not in ("DEU", "VAT"):  # the union's; smaller than the grid
            assert atlas.cell_at(*territory.capital[1:]) in territory.cells, code


def test_germany_is_two_schematic_parts_and_one_whole() -> None:
    known = world().territories
    assert set(known["DEU"].cells) == {*known["DEU-W"].cells, *known["DEU-E"].cells}
    assert known["DEU-W"].schematic
    assert known["DEU-E"].schematic
    assert not known["FRA"].schematic
    places = {
        "DEU-W": [(53.55, 10.0), (48.14, 11.58), (52.37, 9.73)],
        "DEU-E": [(51.05, 13.74), (54.09, 12.13), (50.98, 11.03)],
    }
    for code, spots in places.items():
        for spot in spots:
            assert world().cell_at(*world().project(*spot)) in known[code].cells, (code, spot)


# --- the pointer
@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1920, 1080), 1.5)])
def test_capital_of_each_of_thirty_nations_is_picked(size: tuple[int, int], scale: float) -> None:
    widget = shown(MapModel(tuple(Fill((code,), code, theme.BLOCS[0], label=code) for code in THIRTY)), (), size, scale)
    picture(widget)
    missed = [code for code in THIRTY if widget.pick(widget.position_of(code)) != code]
    assert missed == []


def test_small_states_are_picked_from_beside_them_and_open_sea_is_nobody() -> None:
    widget = shown(MapModel((Fill(("LUX",), "LUX", theme.BLOCS[0]), Fill(("MLT",), "MLT", theme.BLOCS[1]))))
    x, y = widget.position_of("MLT")
    assert widget.pick((x + 8, y + 6)) == "MLT"
    assert widget.pick((x + 40, y)) is None
    assert widget.pick(widget.position_of("LUX")) == "LUX"
    assert widget.pick(widget.position_of((45.0, -40.0))) is None


def test_unowned_land_is_nobodys_but_has_a_code() -> None:
    widget = shown(MapModel())
    at = widget.position_of((46.5, 2.5))
    assert widget.pick(at) is None
    assert widget.territory_at(at) == "FRA"


# --- the picture
def between(code_a: str, code_b: str, fills: tuple[Fill, ...]) -> set[tuple[int, int, int]]:
    """All colours within two pixels of the land border of two territories, close by."""
    atlas = world()
    a, b = atlas.cells[code_a], atlas.cells[code_b]
    shared = np.flatnonzero(((atlas.left == a) & (atlas.right == b)) | ((atlas.left == b) & (atlas.right == a)))
    lines = atlas.lines(0)
    chunk = int(np.flatnonzero(np.isin(lines.arc, shared) & (lines.length > 8))[0])
    middle = int(lines.start[chunk] + lines.length[chunk] // 2)
    zoom = 0.6
    x, y = round(float(lines.x[middle]) * zoom), round(float(lines.y[middle]) * zoom)
    image = Painter(atlas, palette(atlas, fills), (), 1.0).paint(Window(x - 2, y - 2, 5, 5, zoom))
    return {(int(v) >> 16, int(v) >> 8 & 255, int(v) & 255) for v in image.reshape(-1)}


def test_a_union_has_no_inner_border_and_neighbours_have_one() -> None:
    colour = theme.BLOCS[1]
    assert between("RUS", "KAZ", (Fill(SOVIET, "USSR", colour),)) == {colour}
    assert between("HRV", "BIH", (Fill(YUGOSLAV, "YUG", colour),)) == {colour}
    assert between("DEU-W", "DEU-E", (Fill(("DEU",), "DEU", colour),)) == {colour}
    apart = between("RUS", "KAZ", (Fill(("RUS",), "RUS", colour), Fill(("KAZ",), "KAZ", colour)))
    assert colour in apart
    assert min(sum(c) for c in apart) < sum(colour) * 0.75


def test_undivided_unowned_germany_shows_no_inner_line() -> None:
    inside = between("DEU-W", "DEU-E", ())
    assert len(inside) == 1
    assert len(between("FRA", "ESP", ())) > 1


def test_neighbours_leave_no_gap() -> None:
    """Painted in one colour with no borders between them, the union's inside shows that colour alone."""
    atlas = world()
    painter = Painter(atlas, palette(atlas, (Fill(tuple(atlas.cells), "ALL", (200, 100, 50)),)), (), 1.0)
    x, y = atlas.project(50.0, 20.0)
    image = painter.paint(Window(round(x * 0.1) - 40, round(y * 0.1) - 20, 80, 40, 0.1))
    assert set(np.unique(image)) == {200 << 16 | 100 << 8 | 50}


def test_owner_colours_are_where_the_owners_are() -> None:
    widget = shown(MapModel((Fill(("FRA",), "FRA", theme.BLOCS[2]), Fill(SOVIET, "USSR", theme.BLOCS[1]))))
    surface = picture(widget)
    for spot, colour in (
        ((46.0, 3.0), theme.BLOCS[2]),
        ((60.0, 90.0), theme.BLOCS[1]),
        ((40.0, -35.0), theme.SEA),
    ):
        x, y = widget.position_of(spot)
        assert surface.get_at((round(x), round(y)))[:3] == colour


@pytest.mark.parametrize("kind", HATCH_KINDS)
def test_hatching_shows_both_colours_and_a_border_stays_clean(kind: str) -> None:
    plain, hatch = theme.BLOCS[0], theme.BLOCS[2]
    widget = shown(MapModel((Fill(("FRA",), "FRA", plain, hatch, kind),), name_others=False), ("FRA", "ESP"))
    surface = picture(widget)
    x, y = widget.position_of((45.5, 3.0))
    seen = {surface.get_at((round(x) + i, round(y) + j))[:3] for i in range(24) for j in range(24)}
    assert plain in seen
    assert hatch in seen
    x, y = widget.position_of((42.0, -4.0))
    assert hatch not in {surface.get_at((round(x) + i, round(y)))[:3] for i in range(24)}


def test_strips_painted_apart_meet_without_a_seam() -> None:
    atlas = world()
    fills = (
        Fill(("FRA",), "FRA", theme.BLOCS[0], theme.BLOCS[1], "cross"),
        Fill(("DEU-W",), "W", theme.BLOCS[4]),
    )
    painter = Painter(atlas, palette(atlas, fills), (), 1.0)
    x, y = (round(v * 0.2) for v in atlas.project(49.0, 5.0))
    whole = painter.paint(Window(x - 100, y - 80, 200, 160, 0.2))
    parts = [painter.paint(Window(x - 100 + 50 * n, y - 80, 50, 160, 0.2)) for n in range(4)]
    step = np.abs(np.hstack(parts).view(np.uint8).astype(int) - np.ascontiguousarray(whole).view(np.uint8))
    assert step.max() <= 2


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1920, 1080), 1.5), ((1024, 640), 1.0)])
@pytest.mark.parametrize("owners", [(), ("FRA", "GBR", "USSR", "NOR"), ("BEL", "NLD", "LUX", "FRG")])
def test_labels_never_overlap_nor_leave_the_map(owners: tuple[str, ...], size: tuple[int, int], scale: float) -> None:
    widget = shown(cold_war(), owners, size, scale)
    panel = pygame.Rect(size[0] - 300, 0, 300, size[1])
    widget.set_covered((panel,))
    picture(widget)
    rects = [rect for _, _, rect in widget.labels()]
    assert len(rects) >= 5
    for number, rect in enumerate(rects):
        assert pygame.Rect((0, 0), size).contains(rect)
        assert not rect.colliderect(panel)
        assert rect.collidelist(rects[number + 1 :]) < 0


def test_the_important_are_named_first() -> None:
    fills = (
        Fill(("BEL",), "BEL", theme.BLOCS[0], label="Kingdom of Belgium", importance=1),
        Fill(("LUX",), "LUX", theme.BLOCS[0], label="Grand Duchy of Luxembourg", importance=9),
        Fill(("NLD",), "NLD", theme.BLOCS[0], label="Kingdom of the Netherlands", importance=5),
    )
    widget = shown(MapModel(fills, name_others=False))
    picture(widget)
    assert [owner for owner, _, _ in widget.labels()][:1] == ["LUX"]


def test_drawing_twice_gives_the_same_picture_and_time_passes_only_in_update() -> None:
    widget = shown(cold_war(), ("FRA", "NOR"))
    first = raw(picture(widget))
    assert raw(picture(widget)) == first
    widget.update(0.7)
    assert raw(picture(widget)) != first, "an exercise ring grows"
    widget.reduced_motion = True
    still = raw(picture(widget))
    widget.update(0.7)
    assert raw(picture(widget)) == still


def test_selection_outlines_the_owner_in_the_accent() -> None:
    model = MapModel((Fill(("ITA",), "ITA", theme.BLOCS[0]),))
    widget = shown(model, ("ITA",))
    accent = np.array(theme.ACCENT)

    def near_accent() -> int:
        pixels = pygame.surfarray.array3d(picture(widget)).astype(int)
        return int((np.abs(pixels - accent).max(axis=2) < 12).sum())

    assert near_accent() == 0
    widget.select("ITA")
    assert near_accent() > 500


def test_an_arc_is_drawn_between_capitals_and_dashes_leave_gaps() -> None:
    fills = (Fill(("PRT",), "PRT", theme.BLOCS[0]), Fill(("USA",), "USA", theme.BLOCS[0]))
    counts = []
    for arcs in ((), (Arc("PRT", "USA", 3, dashed=True),), (Arc("PRT", "USA", 3),)):
        pixels = pygame.surfarray.array3d(picture(shown(MapModel(fills, arcs)))).astype(int)
        counts.append(int((np.abs(pixels - np.array(theme.ACCENT)).max(axis=2) < 40).sum()))
    assert counts[0] == 0 < counts[1] < counts[2] * 0.8


# --- moving
def test_pan_there_and_back_is_the_same_view() -> None:
    widget = shown(cold_war(), ("FRA",))
    before, camera = raw(picture(widget)), widget.camera
    for dx, dy in ((37, -21), (300, 260), (-500, 10)):
        widget.pan(dx, dy)
        picture(widget)
    widget.pan(163, -249)
    assert widget.camera == camera
    assert differing(before, raw(picture(widget))) < 0.001


def test_panned_picture_equals_one_painted_afresh() -> None:
    widget, fresh = shown(cold_war(), ("FRA",)), shown(cold_war(), ("FRA",))
    picture(widget)
    for _ in range(9):
        widget.pan(41, 17)
        panned = picture(widget)
    fresh.pan(9 * 41, 9 * 17)
    assert fresh.camera == widget.camera
    assert differing(raw(panned), raw(picture(fresh))) < 0.001


def differing(a: bytes, b: bytes) -> float:
    """Share of channels more than two steps apart."""
    steps = np.abs(np.frombuffer(a, np.uint8).astype(int) - np.frombuffer(b, np.uint8).astype(int))
    return float((steps > 2).mean())


def test_zoom_there_and_back_keeps_the_place_under_the_pointer() -> None:
    widget = shown(cold_war(), ("FRA", "ITA", "NOR"))
    place = widget.camera.to_units(400, 300)
    before = widget.camera
    widget.zoom(1.5, (400, 300))
    assert widget.camera.to_units(400, 300) == pytest.approx(place, abs=1 / widget.camera.zoom)
    widget.zoom(1 / 1.5, (400, 300))
    assert (widget.camera.left, widget.camera.top, widget.camera.zoom) == pytest.approx(
        (before.left, before.top, before.zoom)
    )


def test_zoom_is_stretched_first_and_sharp_after_some_updates() -> None:
    widget, sharp = shown(cold_war(), ("FRA",)), shown(cold_war(), ("FRA",))
    picture(widget)
    widget.zoom(1 / 1.4)
    sharp.zoom(1 / 1.4)
    sharp.settle()
    goal = raw(picture(sharp))
    assert differing(raw(picture(widget)), goal) > 0.01
    for _ in range(12):
        picture(widget)
        widget.update(0.0)
    assert differing(raw(picture(widget)), goal) < 0.001


def test_zoom_has_limits() -> None:
    widget = shown(cold_war())
    widget.zoom(1e-6)
    west, _north, east, _south = widget.shown()
    box = widget.atlas.box
    assert west <= box[0] + 50
    assert east >= box[2] - 50
    widget.zoom(1e6)
    assert widget.camera.zoom < 1.0


def test_focus_keeps_the_owners_clear_of_the_margins() -> None:
    widget = WorldMap((1280, 800))
    widget.set_model(cold_war())
    widget.focus(("FRA", "NOR", "ITA", "USSR", "USA"), margins=(20, 60, 392, 168), reach_km=1500)
    for owner in ("FRA", "NOR", "ITA", "USSR", "USA"):
        x, y = widget.position_of(owner)
        assert 20 <= x <= 1280 - 392, owner
        assert 0 <= y <= 800 - 168, owner


def test_glide_arrives_where_focus_would_be() -> None:
    widget, there = shown(cold_war()), shown(cold_war(), ("ITA",))
    widget.focus(("ITA",), glide=0.2)
    for _ in range(30):
        widget.update(1 / 60)
        picture(widget)
    assert widget.camera == there.camera


def test_keys_and_wheel_move_the_map_and_clicks_pass() -> None:
    widget = shown(cold_war(), ("FRA", "NOR"))
    for key in (pygame.K_LEFT, pygame.K_DOWN, pygame.K_PLUS, pygame.K_MINUS, pygame.K_HOME):
        before = widget.camera
        assert widget.process_event(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0)) is None
        assert widget.camera != before
    assert widget.process_event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a, mod=0)) is not None
    widget.focus(("FRA",))
    before = widget.camera
    press = pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(300, 300))
    release = pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=(300, 300))
    assert widget.process_event(press) is press
    assert widget.process_event(release) is release
    assert widget.camera == before
    widget.process_event(press)
    move = pygame.event.Event(pygame.MOUSEMOTION, pos=(340, 310), rel=(40, 10), buttons=(1, 0, 0))
    assert widget.process_event(move) is None
    assert widget.camera.origin == (
        before.origin[0] - 40,
        before.origin[1] - 10,
    )
    assert widget.process_event(release) is None, "a drag is not a click"


def test_the_wheel_zooms_about_the_pointer() -> None:
    widget = shown(cold_war(), ("FRA", "NOR"))
    at = (350, 420)
    widget.process_event(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    place, zoom = widget.camera.to_units(*at), widget.camera.zoom
    assert widget.process_event(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1)) is None
    assert widget.camera.zoom > zoom
    assert widget.camera.to_units(*at) == pytest.approx(place, abs=1 / zoom)


def test_hovering_changes_the_picture_and_back() -> None:
    widget = shown(cold_war(), ("FRA", "ITA"))
    widget.reduced_motion = True
    plain = raw(picture(widget))
    widget.hover("ITA")
    assert raw(picture(widget)) != plain
    widget.hover(None)
    assert raw(picture(widget)) == plain


def test_mistakes_are_named() -> None:
    widget = WorldMap((400, 300))
    fill = Fill(("FRA",), "FRA", theme.BLOCS[0])
    with pytest.raises(ValueError, match="'XYZ'"):
        widget.set_model(MapModel((Fill(("XYZ",), "A", theme.BLOCS[0]),)))
    with pytest.raises(ValueError, match="more than one fill"):
        MapModel((fill, fill))
    with pytest.raises(ValueError, match="'GBR'"):
        widget.set_model(MapModel((fill,), (Arc("FRA", "GBR"),)))
    with pytest.raises(ValueError, match="'nowhere'"):
        widget.set_model(MapModel((fill,), markers=(Marker("nowhere"),)))
    with pytest.raises(ValueError, match="1 to 3"):
        Marker("FRA", 4)
    assert widget.model == MapModel(), "a refused model leaves the map as it was"
    picture(widget)
