"""The stage and the window: scenes on a stack, sizes and scales, no display, a picture only when one is due."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pygame
import pytest

from game.ui import theme
from game.ui.app import App, NoDisplay, open_display
from game.ui.kit import Button, Column, Dock, Embed, Label, TextField, Widget
from game.ui.scene import Scene, Settings, Stage, render_scene

Drive = Callable[[Any], Any]


class Page(Scene):
    """A scene that notes what befalls it."""

    def __init__(self, name: str, notes: list[str]) -> None:
        super().__init__()
        self.name = name
        self.notes = notes
        self.shortcuts = {"x": lambda: self.notes.append(f"{self.name} x")}

    def build(self) -> Widget:
        return Column(Label(self.name), Button("Go on", lambda: self.stage.push(Page(self.name + "+", self.notes))))

    def entered(self) -> None:
        self.notes.append(f"{self.name} entered")

    def resumed(self) -> None:
        self.notes.append(f"{self.name} resumed")

    def left(self) -> None:
        self.notes.append(f"{self.name} left")


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def app(notes: list[str]) -> Iterator[App]:
    app = App(Page("a", notes), size=(1280, 800))
    yield app
    if pygame.display.get_init():
        app.close()


def test_scenes_are_pushed_and_esc_leads_back_but_not_out(drive: Drive, notes: list[str]) -> None:
    hand = drive(Page("a", notes))
    hand.click("Go on")
    assert hand.sees("a+")
    hand.key("x", "escape")
    assert not hand.key("escape"), "the last scene does not leave by Esc"
    assert notes == ["a entered", "a+ entered", "a+ x", "a+ left", "a resumed"]
    hand.stage.replace(Page("b", notes))
    hand.stage.push(Page("c", notes))
    hand.stage.reset(Page("d", notes))
    assert [scene.name for scene in hand.stage.scenes] == ["d"]
    hand.stage.pop()
    assert not hand.stage.running
    assert notes[5:] == ["a left", "b entered", "c entered", "c left", "b left", "d entered", "d left"]


def test_the_scale_changes_by_key_and_fits_the_window(drive: Drive, notes: list[str]) -> None:
    hand = drive(Page("a", notes))
    hand.stage.resize((2048, 1280))
    hand.key("ctrl+=", "ctrl+=")
    assert hand.stage.scale == hand.ui.m.scale == 1.5
    hand.key("ctrl+-")
    assert hand.stage.scale == 1.25
    hand.stage.change(ui_scale=9.0)
    assert hand.stage.settings.ui_scale == 2.0
    hand.stage.resize((1280, 800))
    assert hand.ui.m.scale == 1.25, "no larger than lets the least layout fit"
    assert hand.stage.settings.ui_scale == 2.0, "what was wished is kept"
    hand.key("ctrl+0")
    assert hand.ui.m.scale == 1.0


def test_a_picture_is_due_only_when_something_changed(app: App) -> None:
    assert app.frame(0.02)
    assert not app.frame(0.02)
    label = app.stage.top.ui.find("a")
    assert isinstance(label, Label)
    label.text = "now"
    assert app.frame(0.02)
    assert not app.frame(0.02)
    app.handle(pygame.event.Event(pygame.WINDOWEXPOSED))
    assert app.frame(0.02)


def test_the_window_is_driven_by_real_events(app: App, drive: Drive, notes: list[str]) -> None:
    hand = drive(app)
    hand.click("Go on")
    assert notes[-1] == "a+ entered"
    app.window.size = (1400, 900)
    for event in pygame.event.get():
        app.handle(event)
    assert app.stage.size == app.window.get_surface().get_size() == (1400, 900)
    app.handle(pygame.event.Event(pygame.QUIT))
    app.run()
    assert not pygame.display.get_init(), "the window is closed"


def test_full_screen_is_switched_by_f11_and_back(app: App, drive: Drive) -> None:
    hand = drive(app)
    hand.key("f11")
    assert app.stage.settings.fullscreen
    assert app.stage.size == app.window.get_surface().get_size()
    hand.key("f11")
    assert app.stage.size == (1280, 800)


def test_no_window_is_smaller_than_a_layout_needs(notes: list[str]) -> None:
    app = App(Page("a", notes), size=(300, 200))
    assert app.window.size == app.stage.size == theme.LEAST_SIZE
    app.close()


def test_a_hidden_driver_counts_as_a_display_only_when_asked_for() -> None:
    pygame.display.quit()
    with pytest.raises(NoDisplay, match="no display to open a window on"):
        open_display({})
    assert not pygame.display.get_init()
    open_display({"SDL_VIDEODRIVER": "dummy"})
    assert pygame.display.get_init()
    pygame.display.quit()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_a_machine_without_a_display_is_told_so() -> None:
    hidden = {"SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"}
    environ = {name: value for name, value in os.environ.items() if name not in hidden}
    code = (
        "from game.ui.app import NoDisplay, open_display\n"
        "try: open_display()\n"
        "except NoDisplay as error: print('told:', error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, timeout=60)
    assert "told: no display" in done.stdout, done.stderr
    assert done.stderr == "", "nobody but the program speaks"


def test_a_scene_is_drawn_without_any_display(notes: list[str]) -> None:
    pygame.display.quit()
    picture = render_scene(Page("a", notes), (1920, 1200), 1.5)
    assert picture.get_size() == (1920, 1200)
    assert not pygame.display.get_init()
    inks = pygame.mask.from_threshold(picture, theme.TEXT, (40, 40, 40, 255))
    assert inks.count() > 20, "words are on it"


def test_sound_and_the_rest_of_pygame_are_never_started() -> None:
    code = "import game.ui.app, pygame; game.ui.app.open_display(); print(pygame.get_init(), pygame.mixer.get_init())"
    environ = {**os.environ, "SDL_VIDEODRIVER": "dummy"}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["False", "None"], done.stderr


class Sea:
    """A thing to embed: notes sizes and events, uses only what happens in its left half."""

    def __init__(self) -> None:
        self.size = (0, 0)
        self.seen: list[tuple[int, tuple[int, int]]] = []
        self.wheels = 0
        self.animating = False

    def resize(self, size: tuple[int, int], scale: float) -> None:
        self.size = size

    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        if event.type == pygame.MOUSEWHEEL:
            self.wheels += 1
            return None
        if not hasattr(event, "pos"):
            return event
        self.seen.append((event.type, event.pos))
        return None if event.pos[0] < self.size[0] // 2 else event

    def update(self, dt: float) -> None:
        pass

    def draw(self, surface: pygame.Surface) -> None:
        surface.fill(theme.LAND)


def test_an_embedded_map_gets_its_own_events_and_no_others(drive: Drive) -> None:
    sea, left = Sea(), []
    rest: list[tuple[int, int]] = []

    def other(event: pygame.event.Event) -> bool:
        rest.append(event.pos)
        return False

    class Game(Scene):
        def build(self) -> Widget:
            shown = Embed(sea, label="map", on_event=other, on_leave=lambda: left.append("left"))
            return Dock(shown, top=Button("Back", height=44), right=Column(TextField(label="name"), width=300))

    hand = drive(Game())
    assert sea.size == (980, 756)
    assert hand.picture().get_at((5, 100))[:3] == theme.LAND
    hand.click_at((100, 144))
    assert sea.seen[-2:] == [(pygame.MOUSEBUTTONDOWN, (100, 100)), (pygame.MOUSEBUTTONUP, (100, 100))]
    assert rest == []
    hand.click_at((900, 144))
    assert (900, 100) in rest, "what it does not use is offered to the scene"
    count = len(sea.seen)
    hand.click("name")
    assert len(sea.seen) == count, "a click on the panel beside it is not its own"
    assert left == ["left"]
    hand.drag((100, 100), (1200, 100))
    assert sea.seen[-1] == (pygame.MOUSEBUTTONUP, (1200, 56)), "a drag is followed beyond its edge"
    hand.wheel("map", -1)
    assert sea.wheels == 1


def test_settings_are_heard_of_when_they_change(drive: Drive, notes: list[str]) -> None:
    hand = drive(Page("a", notes))
    heard: list[Settings] = []
    hand.stage.on_settings = heard.append
    hand.stage.change(hatching=True, reduced_motion=True)
    assert heard == [Settings(hatching=True, reduced_motion=True)]
    assert hand.ui.reduced_motion


def test_a_scene_that_is_on_no_stage_says_so(notes: list[str]) -> None:
    with pytest.raises(RuntimeError, match="no stage"):
        _ = Page("a", notes).stage
    assert Stage().scenes == []
