"""Frame times of the world map at 1280 x 800: uncached, cached, panning and zooming; and of the whole game screen.

    python benchmarks/map_frames.py

Prints median, 99th percentile and worst in milliseconds. A frame is one `update` and one `draw`. The game screen is
NATO 1949 on its third turn, panned and zoomed with everything around the map shown, and with the pointer moving.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pygame

from game.scenario import load
from game.table import Table
from game.ui import theme
from game.ui.map import Arc, Fill, MapModel, Marker, Ring, WorldMap
from game.ui.scene import Settings, Stage
from game.ui.scenes.game import GameScene
from game.ui.shot import SCREENS

SIZE = (1280, 800)
_UNION = "RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ UZB TKM KGZ TJK"
UNION = tuple(_UNION.split())
_WEST = "USA GBR FRA ITA NOR DNK BEL NLD LUX PRT CAN ISL"
WEST = _WEST.split()
_OTHERS = "POL ESP SWE FIN AUT CHE GRC TUR HUN ROU"
OTHERS = _OTHERS.split()


def sample_model() -> MapModel:
    """Twenty-four nations, two blocs, a hatched member, arcs, crises and an exercise."""
    fills = [
        Fill((code,), code, theme.BLOCS[0], label=code, importance=50, great=code in "USA GBR FRA") for code in WEST
    ]
    fills += [Fill((code,), code, theme.BLOCS[2 + n % 4], label=code) for n, code in enumerate(OTHERS)]
    fills.append(Fill(UNION, "USSR", theme.BLOCS[1], label="Soviet Union", importance=90, great=True))
    fills.append(Fill(("DEU-W",), "FRG", theme.BLOCS[0], theme.BLOCS[3], "diagonal", "West Germany", 40))
    arcs = [Arc("FRA", code, 1 + n % 3, n % 4 == 0) for n, code in enumerate(WEST) if code != "FRA"]
    arcs += [Arc("USSR", code, 2, colour=theme.LINK) for code in OTHERS[:5]]
    markers = (Marker("FRG", 2, "Berlin"), Marker("GRC", 3))
    return MapModel(tuple(fills), tuple(arcs), markers, (Ring("NOR"),), selected="FRA", hovered="ITA")


def measure(frame: Callable[[int], None], count: int) -> list[float]:
    times = []
    for number in range(count):
        start = time.perf_counter()
        frame(number)
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def report(name: str, times: list[float]) -> None:
    late = times[min(len(times) - 1, math.ceil(len(times) * 0.99) - 1)]
    print(f"{name:<24} median {times[len(times) // 2]:7.2f}   p99 {late:7.2f}   worst {times[-1]:7.2f} ms")


def whole_screen(screen: pygame.Surface) -> None:
    """Frames of the game screen, with its bars, its panel and its dispatches."""
    stage = Stage(SIZE, Settings(ui_scale=1.0, reduced_motion=False))
    SCREENS["nation"](stage, Table.new(load("nato-1949"), 1, keep_log=False), 2, "FRA", "GBR")
    scene = stage.top
    assert isinstance(scene, GameScene)
    shown = scene.desk.shown

    def frame(change: Callable[[int], None]) -> Callable[[int], None]:
        def made(number: int) -> None:
            change(number)
            stage.update(1 / 60)
            stage.draw(screen)
            stage.drawn()

        return made

    def pan(number: int) -> None:
        turn = number / 90
        shown.pan(11 * math.cos(turn), 7 * math.sin(turn * 1.3))

    def zoom(number: int) -> None:
        if number % 18 < 12:
            shown.zoom(1.06 if number % 36 < 18 else 1 / 1.06, (500, 300))

    def point(number: int) -> None:
        place = (200 + 5 * number % 600, 150 + 3 * number % 300)
        stage.process_event(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(5, 3), buttons=(0, 0, 0)))

    changes: dict[str, Callable[[int], None]] = {"panning": pan, "zooming": zoom, "pointing": point}
    for name, change in changes.items():
        scene.frame_all()
        measure(frame(lambda _: None), 90)
        report(f"game screen, {name}", measure(frame(change), 600))


def main() -> None:
    pygame.display.init()
    pygame.font.init()
    screen = pygame.display.set_mode(SIZE)
    shown = WorldMap(SIZE)
    model = sample_model()
    shown.set_model(model)
    europe = [fill.owner for fill in model.fills if fill.owner not in ("USA", "CAN")]

    def fresh(_: int) -> None:
        shown._sheet.use(shown._painter)
        shown._still = None
        shown.draw(screen)

    def still(_: int) -> None:
        shown.draw(screen)

    def pan(number: int) -> None:
        shown.update(1 / 60)
        turn = number / 90
        shown.pan(11 * math.cos(turn), 7 * math.sin(turn * 1.3))
        shown.draw(screen)

    def zoom(number: int) -> None:
        shown.update(1 / 60)
        if number % 18 < 12:
            shown.zoom(1.06 if number % 36 < 18 else 1 / 1.06, (500, 300))
        shown.draw(screen)

    for name, owners in (
        ("Europe", europe),
        ("Atlantic", [fill.owner for fill in model.fills]),
        ("world", []),
    ):
        shown.focus(owners, reach_km=1800)
        shown.draw(screen)
        report(f"{name}, uncached", measure(fresh, 15))
        report(f"{name}, cached", measure(still, 200))
        report(f"{name}, panning", measure(pan, 600))
        shown.focus(owners, reach_km=1800)
        shown.draw(screen)
        report(f"{name}, zooming", measure(zoom, 400))
    whole_screen(screen)


if __name__ == "__main__":
    main()
