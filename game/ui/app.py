"""The window: opens a display, feeds events and time to a stage, shows its pictures.

A picture is drawn only when something changed or moves; at rest the program sleeps until the next event.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

import pygame

from game.ui import theme
from game.ui.scene import Scene, Settings, Stage, render_scene

__all__ = ["App", "NoDisplay", "render_scene"]

FRAMES: Final = 60
_IDLE: Final = 0.1
"""Seconds between looks at the scene when nothing moves: short enough for an answer from a thread at work."""
_UNSEEN: Final = frozenset({"offscreen", "dummy"})


class NoDisplay(RuntimeError):
    """There is no display to open a window on."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(f"no display to open a window on{f' ({reason})' if reason else ''}")


def open_display(environ: Mapping[str, str] = os.environ) -> None:
    """Start the display and the fonts; ``NoDisplay`` where nobody could see a window.

    Without a display SDL may settle for a driver that shows nothing; that counts as a display only for a
    caller who
    asked for it by ``SDL_VIDEODRIVER``.
    """
    try:
        with _runtime_dir():
            pygame.display.init()
    except pygame.error as error:
        raise NoDisplay(str(error)) from error
    driver = pygame.display.get_driver().casefold()
    asked = environ.get("SDL_VIDEODRIVER") or environ.get("SDL_VIDEO_DRIVER")
    if driver in _UNSEEN and not asked:
        pygame.display.quit()
        raise NoDisplay("the system offers none")
    pygame.font.init()


@contextmanager
def _runtime_dir() -> Iterator[None]:
    """Name a runtime directory while the display starts, where the system names none.

    One of the display's libraries otherwise complains on stderr, before it has looked whether it is wanted at all.
    """
    if "XDG_RUNTIME_DIR" in os.environ or not sys.platform.startswith("linux"):
        yield
        return
    os.environ["XDG_RUNTIME_DIR"] = tempfile.gettempdir()
    try:
        yield
    finally:
        del os.environ["XDG_RUNTIME_DIR"]


class App:
    """The window around a stage. ``App(scene).run()`` returns when it is closed."""

    def __init__(
        self,
        scene: Scene,
        *,
        size: tuple[int, int] = theme.START_SIZE,
        settings: Settings | None = None,
        title: str = "Foedus",
    ) -> None:
        open_display()
        least_w, least_h = theme.LEAST_SIZE
        self.stage = Stage((max(size[0], least_w), max(size[1], least_h)), settings)
        self.window = pygame.Window(title, self.stage.size, resizable=True)
        self.window.minimum_size = theme.LEAST_SIZE
        self._full = False
        pygame.key.set_repeat(380, 34)
        pygame.key.start_text_input()
        self.stage.on_settings = self._settings_changed
        self._settings_changed(self.stage.settings)
        self.stage.push(scene)

    def _settings_changed(self, settings: Settings) -> None:
        if settings.fullscreen != self._full:
            self._full = settings.fullscreen
            if self._full:
                self.window.set_fullscreen(desktop=True)
            else:
                self.window.set_windowed()
            self.stage.resize(self.window.size)

    def frame(self, dt: float) -> bool:
        """Let ``dt`` seconds pass and show a new picture if one is due; True when it was."""
        self.stage.update(dt)
        if not (self.stage.dirty or self.stage.animating):
            return False
        self.stage.draw(self.window.get_surface())
        self.window.flip()
        self.stage.drawn()
        return True

    def handle(self, event: pygame.event.Event) -> None:
        """Take one event from the system."""
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self.stage.quit()
        elif event.type in (pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
            self.stage.resize(self.window.size)
        else:
            self.stage.process_event(event)

    def close(self) -> None:
        """Close the window and leave the display."""
        self.window.destroy()
        pygame.display.quit()

    def run(self) -> None:
        """Show the window until it is closed."""
        clock = pygame.time.Clock()
        last = time.perf_counter()
        try:
            while self.stage.running:
                if not (self.stage.animating or self.stage.dirty):
                    first = pygame.event.wait(round(_IDLE * 1000))
                    if first.type != pygame.NOEVENT:
                        self.handle(first)
                for event in pygame.event.get():
                    self.handle(event)
                now = time.perf_counter()
                dt, last = min(now - last, 0.25), now
                if self.stage.running and self.frame(dt):
                    clock.tick(FRAMES)
        finally:
            self.close()
