"""A thing with a life of its own inside a screen: the map, a chart that can be dragged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import pygame

from game.ui.kit.metrics import Metrics
from game.ui.kit.widget import Widget


class Inset(Protocol):
    """What can be embedded. Positions are relative to its own top left corner; ``animating`` may be left
    out."""

    def resize(self, size: tuple[int, int], scale: float) -> None: ...

    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None: ...

    def update(self, dt: float) -> None: ...

    def draw(self, surface: pygame.Surface) -> None: ...


class Embed(Widget):
    """Gives an ``Inset`` a place, the pointer events that fall there, and keys while it has the focus.

    ``on_event`` is offered (in the inset's positions) what the inset itself did not use, and returns
    whether it did;
    ``on_leave`` hears that the pointer went elsewhere.
    """

    interactive = True
    raw = True

    def __init__(
        self,
        inset: Inset,
        *,
        label: str = "",
        on_event: Callable[[pygame.event.Event], bool] | None = None,
        on_leave: Callable[[], object] | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.inset = inset
        self.label = label
        self.on_event = on_event
        self.on_leave = on_leave
        self._fitted: tuple[tuple[int, int], float] | None = None

    @property
    def name(self) -> str:
        return self.label

    @property
    def focusable(self) -> bool:
        return True

    @property
    def ring_rect(self) -> pygame.Rect:
        """The ring lies just inside: the embedded thing often fills the window."""
        return self.rect.inflate(-12, -12)

    def arrange(self, m: Metrics) -> None:
        wanted = (self.rect.size, m.scale)
        if wanted != self._fitted and self.rect.width > 0 and self.rect.height > 0:
            self._fitted = wanted
            self.inset.resize(*wanted)

    def raw_event(self, event: pygame.event.Event) -> bool:
        if hasattr(event, "pos"):
            x, y = event.pos
            event = pygame.event.Event(event.type, {**event.dict, "pos": (x - self.rect.x, y - self.rect.y)})
        return self._offer(event)

    def _offer(self, event: pygame.event.Event) -> bool:
        used = self.inset.process_event(event) is None
        if not used and self.on_event is not None:
            used = self.on_event(event)
        self.touch(layout=False)
        return used

    def pressed_key(self, event: pygame.event.Event) -> bool:
        return self._offer(event)

    def hover(self, pos: tuple[int, int] | None) -> None:
        if pos is None and self.on_leave is not None:
            self.on_leave()

    @property
    def animating(self) -> bool:
        """Whether the inset moves by itself."""
        return bool(getattr(self.inset, "animating", False))

    def update(self, dt: float, reduced_motion: bool) -> None:
        if getattr(self.inset, "reduced_motion", reduced_motion) != reduced_motion:
            self.inset.reduced_motion = reduced_motion  # type: ignore[attr-defined]
        self.inset.update(dt)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        window = self.rect.clip(surface.get_rect())
        if window.size == self.rect.size and window.width > 0 and window.height > 0:
            self.inset.draw(surface.subsurface(window))
