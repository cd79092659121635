"""Scenes and the stage they stand on.

A scene is one screen. Its contract:

- ``process_event(event)`` returns ``None`` when it used the event, else the event;
- ``update(dt)`` is the only place where time changes anything;
- ``draw(surface)`` changes nothing: it is a function of the scene.

The stage holds a stack of scenes and the settings, and needs neither a window nor a display: tests and
``foedus shot``
use it as it is, the window (``game.ui.app``) gives it events and a surface.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.ui import theme
from game.ui.kit.ui import Ui
from game.ui.kit.widget import Widget, combo_of


@dataclass
class Settings:
    """What a person may set about the window. ``ui_scale`` is 1.0 to 2.0."""

    ui_scale: float = 1.0
    reduced_motion: bool = False
    hatching: bool = False
    fullscreen: bool = False


class Scene:
    """One screen. Override ``build`` to return its widgets; call ``refresh`` when what they show has
    changed."""

    title = ""

    def __init__(self) -> None:
        self.ui = Ui()
        self.shortcuts: dict[str, Callable[[], object]] = {}
        """Keys of the scene itself, such as ``{"1": show_blocs, "ctrl+s": save}``."""
        self._stage: Stage | None = None

    @property
    def stage(self) -> Stage:
        """The stage it stands on; ``RuntimeError`` before it was entered."""
        if self._stage is None:
            raise RuntimeError("this scene is on no stage yet")
        return self._stage

    # --- to override
    def build(self) -> Widget:
        """The widgets of this screen."""
        return Widget()

    def entered(self) -> None:
        """It was put on the stage."""

    def resumed(self) -> None:
        """The scene above it went; it is seen again. Shows anew by default, since the world may have
        moved."""
        self.refresh()

    def left(self) -> None:
        """It was taken off the stage."""

    def back(self) -> bool:
        """Esc, when nothing else used it: leave for the scene below. True when used."""
        if self._stage is not None and len(self._stage.scenes) > 1:
            self._stage.pop()
            return True
        return False

    # --- the contract
    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """Offer the event to the widgets, then to the scene's own keys, then take Esc as the way back."""
        if self.ui.process_event(event) is None:
            return None
        if event.type == pygame.KEYDOWN:
            combo = combo_of(event)
            if combo in self.shortcuts:
                self.shortcuts[combo]()
                self.ui.dirty = True
                return None
            if combo == "escape" and self.back():
                return None
        return event

    def update(self, dt: float) -> None:
        """Let ``dt`` seconds pass."""
        self.ui.update(dt)

    def draw(self, surface: pygame.Surface) -> None:
        """Paint the whole screen."""
        surface.fill(theme.SEA)
        self.ui.draw(surface)

    # --- what the stage asks
    @property
    def animating(self) -> bool:
        """Whether time alone will change the picture; override for one's own movement."""
        return self.ui.animating

    @property
    def dirty(self) -> bool:
        """Whether the picture is older than the scene."""
        return self.ui.dirty

    def refresh(self) -> None:
        """Build the widgets anew; keyed ones keep focus and scroll place."""
        self.ui.set_root(self.build())


class Stage:
    """A stack of scenes of which the top one is seen, and the settings they share.

    The *wanted* scale is ``settings.ui_scale``. The one in use, ``scale``, is no larger than lets a layout
    of the
    least window size (1024 × 640 units) fit, so that a large interface on a small window stays whole.
    """

    def __init__(self, size: tuple[int, int] = theme.START_SIZE, settings: Settings | None = None) -> None:
        self.size = size
        self.settings = settings or Settings()
        self.scenes: list[Scene] = []
        self.running = True
        self.on_settings: Callable[[Settings], object] | None = None
        """Called after ``change`` with the settings, to keep them and to switch full screen."""
        self._redraw = True

    @property
    def top(self) -> Scene:
        """The scene that is seen; ``IndexError`` when there is none."""
        return self.scenes[-1]

    @property
    def scale(self) -> float:
        """The interface scale in use."""
        fits = min(self.size[0] / theme.LEAST_SIZE[0], self.size[1] / theme.LEAST_SIZE[1])
        return max(theme.SCALE_LEAST, min(self.settings.ui_scale, fits, theme.SCALE_MOST))

    # --- the stack
    def push(self, scene: Scene) -> None:
        """Put a scene on top."""
        scene._stage = self
        self.scenes.append(scene)
        self._fit(scene)
        scene.refresh()
        scene.entered()
        scene.ui.settle()
        self._redraw = True

    def pop(self) -> None:
        """Take the top scene off; the stage closes with its last one."""
        gone = self.scenes.pop()
        gone.left()
        self._redraw = True
        if self.scenes:
            self._fit(self.top)
            self.top.resumed()
        else:
            self.running = False

    def replace(self, scene: Scene) -> None:
        """Put a scene in the place of the top one."""
        if self.scenes:
            self.scenes.pop().left()
        self.push(scene)

    def reset(self, scene: Scene) -> None:
        """Leave every scene and begin again with this one."""
        while self.scenes:
            self.scenes.pop().left()
        self.push(scene)

    def quit(self) -> None:
        """Close the window at the end of this frame."""
        self.running = False

    def _fit(self, scene: Scene) -> None:
        scene.ui.reduced_motion = self.settings.reduced_motion
        scene.ui.resize(self.size, self.scale)

    # --- size and settings
    def resize(self, size: tuple[int, int]) -> None:
        """The window has this many pixels now."""
        self.size = size
        self._redraw = True
        for scene in self.scenes:
            self._fit(scene)

    def change(
        self,
        *,
        ui_scale: float | None = None,
        reduced_motion: bool | None = None,
        hatching: bool | None = None,
        fullscreen: bool | None = None,
    ) -> None:
        """Change settings (what is not named stays) and lay every scene out again. The scale is clamped to
        1.0–2.0."""
        s = self.settings
        if ui_scale is not None:
            s.ui_scale = max(theme.SCALE_LEAST, min(theme.SCALE_MOST, round(ui_scale, 2)))
        s.reduced_motion = s.reduced_motion if reduced_motion is None else reduced_motion
        s.hatching = s.hatching if hatching is None else hatching
        s.fullscreen = s.fullscreen if fullscreen is None else fullscreen
        if self.on_settings is not None:
            self.on_settings(s)
        self.resize(self.size)

    # --- the contract, for the window
    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """Hand the event to the top scene; then take the keys of the window itself (F11, Ctrl with + − 0)."""
        if not self.scenes or self.top.process_event(event) is None:
            return None
        if event.type == pygame.KEYDOWN:
            combo = combo_of(event)
            step = {"ctrl+=": 0.25, "ctrl++": 0.25, "ctrl+shift+=": 0.25, "ctrl+-": -0.25}.get(combo)
            if combo == "f11":
                self.change(fullscreen=not self.settings.fullscreen)
                return None
            if step is not None:
                self.change(ui_scale=self.settings.ui_scale + step)
                return None
            if combo == "ctrl+0":
                self.change(ui_scale=1.0)
                return None
        return event

    def update(self, dt: float) -> None:
        """Let ``dt`` seconds pass for the top scene."""
        if self.scenes:
            self.top.update(dt)

    @property
    def animating(self) -> bool:
        return bool(self.scenes) and self.top.animating

    @property
    def dirty(self) -> bool:
        """Whether a new picture is due."""
        return self._redraw or (bool(self.scenes) and self.top.dirty)

    def draw(self, surface: pygame.Surface) -> None:
        """Paint the top scene."""
        if self.scenes:
            self.top.draw(surface)

    def drawn(self) -> None:
        """The picture is up to date: the window has shown it."""
        self._redraw = False
        if self.scenes:
            self.top.ui.dirty = False


def render_scene(
    scene: Scene,
    size: tuple[int, int] = theme.START_SIZE,
    ui_scale: float = 1.0,
    *,
    settings: Settings | None = None,
) -> pygame.Surface:
    """A picture of a scene, off-screen, with no display needed. Reduced motion unless ``settings`` says
    otherwise."""
    if not pygame.font.get_init():
        pygame.font.init()
    wanted = settings or Settings(reduced_motion=True)
    wanted.ui_scale = ui_scale
    stage = Stage(size, wanted)
    stage.push(scene)
    stage.update(0.0)
    surface = pygame.Surface(size)
    stage.draw(surface)
    return surface
