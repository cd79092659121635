"""A driver for window tests, so that they read as sentences.

``drive(stage_or_app)`` gives a ``Driver``: ``click("Propose")``, ``key("tab")``, ``type("Dunkirk")``,
``find("Seat")``.
Widgets are named by the words on them (or their ``key``), as a person would name them.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from game.ui.app import App
from game.ui.kit import Ui, Widget, plain
from game.ui.scene import Scene, Stage

_NAMED = {
    "return": pygame.K_RETURN,
    "escape": pygame.K_ESCAPE,
    "space": pygame.K_SPACE,
    "tab": pygame.K_TAB,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "pageup": pygame.K_PAGEUP,
    "pagedown": pygame.K_PAGEDOWN,
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
    **{f"f{n}": getattr(pygame, f"K_F{n}") for n in range(1, 13)},
}
_MODS = {"ctrl": pygame.KMOD_LCTRL, "shift": pygame.KMOD_LSHIFT, "alt": pygame.KMOD_LALT}


class Driver:
    """Hands of a person at the window."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.step()

    @property
    def scene(self) -> Scene:
        return self.stage.top

    @property
    def ui(self) -> Ui:
        return self.stage.top.ui

    def step(self, seconds: float = 0.02) -> None:
        """Let time pass in frames of 20 ms, drawing each."""
        while seconds > 0:
            self.stage.update(min(0.02, seconds))
            seconds -= 0.02
            if self.stage.scenes:
                self.picture()
                self.stage.drawn()

    def picture(self) -> pygame.Surface:
        """What the window shows."""
        surface = pygame.Surface(self.stage.size)
        self.stage.draw(surface)
        return surface

    # --- looking
    def find(self, name: str) -> Widget:
        """The widget with these words (or this key) in the top layer; fails saying what there is."""
        widget = self.ui.find(name)
        if widget is None:
            there = sorted({w.name for w in self.ui.top.walk() if w.name})
            raise AssertionError(f"nothing is called {name!r} here; there are {there}")
        return widget

    def sees(self, words: str) -> bool:
        """Whether these words stand anywhere in the top layer."""
        return any(words in plain(w.name) for w in self.ui.top.walk())

    @property
    def focused(self) -> str:
        """The name of the widget that has the keyboard."""
        return self.ui.focus.name if self.ui.focus is not None else ""

    # --- acting
    def send(self, kind: int, **fields: object) -> bool:
        """Send an event and let a frame pass; True when something used it."""
        used = self.stage.process_event(pygame.event.Event(kind, **fields)) is None
        self.step()
        return used

    def move(self, pos: tuple[int, int]) -> None:
        self.send(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))

    def click_at(self, pos: tuple[int, int], clicks: int = 1, button: int = 1) -> None:
        self.step(0.5)  # so that two clicks of a test are not taken for a double click
        self.move(pos)
        for _ in range(clicks):
            self.send(pygame.MOUSEBUTTONDOWN, pos=pos, button=button, touch=False)
            self.send(pygame.MOUSEBUTTONUP, pos=pos, button=button, touch=False)

    def click(self, name: str, part: str = "", clicks: int = 1) -> None:
        """Click a widget by its words; ``part`` is an option, a row, ``+`` or ``-`` of it. Scrolls to it first."""
        widget = self.find(name)
        self.ui.reveal(widget)
        self.step()
        rect = widget.spot_of(part) if part else widget.rect  # type: ignore[attr-defined]
        seen = rect.clip(widget.seen())
        assert seen.width > 0 and seen.height > 0, f"{name!r} cannot be seen, so it cannot be clicked"  # noqa: PT018
        self.click_at(seen.center, clicks)

    def hover(self, name: str, seconds: float = 0.5) -> None:
        self.move(self.find(name).seen().center)
        self.step(seconds)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.send(pygame.MOUSEBUTTONDOWN, pos=start, button=1, touch=False)
        self.send(pygame.MOUSEMOTION, pos=end, rel=(end[0] - start[0], end[1] - start[1]), buttons=(1, 0, 0))
        self.send(pygame.MOUSEBUTTONUP, pos=end, button=1, touch=False)

    def wheel(self, name: str, turns: float) -> None:
        """Turn the wheel over a widget; positive is up."""
        self.move(self.find(name).seen().center)
        self.send(pygame.MOUSEWHEEL, x=0, y=int(turns), precise_x=0.0, precise_y=float(turns))

    def key(self, *combos: str) -> bool:
        """Press keys such as ``tab``, ``ctrl+s``, ``x``; True when the last was used."""
        used = False
        for combo in combos:
            *mods, name = combo.split("+") if combo != "+" else ["+"]
            code = _NAMED[name] if name in _NAMED else ord(name)
            mod = sum(_MODS[word] for word in mods)
            used = self.send(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0)
            self.stage.process_event(pygame.event.Event(pygame.KEYUP, key=code, mod=mod))
        return used

    def type(self, text: str) -> None:
        for ch in text:
            self.send(pygame.TEXTINPUT, text=ch)

    def tab_to(self, name: str) -> None:
        """Press Tab until this widget has the focus; fails when it is never reached."""
        for _ in range(200):
            if self.focused == name:
                return
            self.key("tab")
        raise AssertionError(f"Tab never reaches {name!r}")


@pytest.fixture
def drive() -> Callable[[App | Stage | Scene], Driver]:
    """``drive(scene)``, ``drive(stage)`` or ``drive(app)``: hands for it."""

    def hands(what: App | Stage | Scene) -> Driver:
        if isinstance(what, Scene):
            stage = Stage()
            stage.push(what)
            return Driver(stage)
        return Driver(what if isinstance(what, Stage) else what.stage)

    return hands
