"""What every widget is: a rectangle that knows its natural size, draws itself and may take pointer and keys.

Widgets form a tree. A container places its children in pixels; every length a widget is *given* is in units.
Setting any public attribute of a widget (``label.text = "…"``) asks its ``Ui`` for a new layout and picture,
so a screen never shows what is no longer true. ``draw`` changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, Protocol

import pygame

from game.ui.kit.metrics import Metrics

_SILENT = frozenset({"parent", "rect", "drawn"})
"""What is worked out while placing and drawing: a record of the picture, no reason for another."""
_PAINT_ONLY = frozenset({"hovered", "pressed", "focused"})


class Shows(Protocol):
    """What a widget asks of the ``Ui`` it is shown in."""

    m: Metrics
    ring: bool
    """Whether the focus ring is drawn: the keyboard was used last."""

    def popup(self, widget: Widget, beside: pygame.Rect) -> None:
        """Lay a menu beside a rectangle."""

    def close(self, widget: Widget) -> None:
        """Take away what was laid over the screen."""

    def settle(self) -> None:
        """Place everything now."""


class Widget:
    """The base of the kit.

    Keywords that every widget takes: ``key`` (a name that keeps focus and scroll place over a rebuild),
    ``width`` and
    ``height`` (fixed, in units), ``grow`` (share of the free room along the container's direction), ``align``
    (``start``, ``center``, ``end``, ``stretch``: across that direction), ``visible``, and
    ``tooltip``: a sentence, a ``Tip``, or a function without arguments that returns one (or ``None``) when
    it is needed.
    """

    interactive: ClassVar[bool] = False
    """Takes the pointer."""
    stretches: ClassVar[bool] = True
    """Fills the width of a column unless told otherwise."""
    raw: ClassVar[bool] = False
    """Takes pointer events as they come, of every button (a map)."""
    shrinks: ClassVar[bool] = False
    """Gives way when a row is too narrow."""

    def __init__(
        self,
        *,
        key: str | None = None,
        width: float | None = None,
        height: float | None = None,
        grow: int = 0,
        align: str | None = None,
        tooltip: Any = None,
        visible: bool = True,
    ) -> None:
        self.parent: Widget | None = None
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.key = key
        self.width = width
        self.height = height
        self.grow = grow
        self.align = align
        self.tooltip = tooltip
        self.visible = visible
        self.hovered = False
        self.pressed = False
        self.focused = False

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name[0] != "_" and name not in _SILENT:
            self.touch(layout=name not in _PAINT_ONLY)

    # --- the tree
    @property
    def children(self) -> Sequence[Widget]:
        """The widgets inside, in reading order."""
        return ()

    @property
    def name(self) -> str:
        """What a person would call it: the words on it."""
        return self.key or ""

    def adopt(self, *children: Widget) -> None:
        for child in children:
            child.parent = self

    def touch(self, layout: bool = True) -> None:
        """Ask for a new picture and, unless told otherwise, a new layout."""
        parent = self.__dict__.get("parent")
        if parent is not None:
            parent.touch(layout)

    @property
    def ui(self) -> Shows | None:
        """The ``Ui`` this widget is shown in, if any."""
        return self.parent.ui if self.parent is not None else None

    def walk(self) -> Iterator[Widget]:
        """This widget and all visible ones inside, in reading order."""
        if not self.visible:
            return
        yield self
        for child in self.children:
            yield from child.walk()

    def within(self, other: Widget) -> bool:
        """Whether this widget is ``other`` or lies inside it."""
        at: Widget | None = self
        while at is not None:
            if at is other:
                return True
            at = at.parent
        return False

    @property
    def focusable(self) -> bool:
        """Whether Tab stops here."""
        return False

    # --- size and place
    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        """Wanted size in pixels when at most ``width`` pixels wide."""
        return 0, 0

    def measure(self, m: Metrics, width: int) -> tuple[int, int]:
        """Wanted size in pixels, fixed lengths respected."""
        if not self.visible:
            return 0, 0
        fixed = None if self.width is None else m.px(self.width)
        w, h = self.natural(m, width if fixed is None else fixed)
        return (w if fixed is None else fixed), (h if self.height is None else m.px(self.height))

    def place(self, m: Metrics, rect: pygame.Rect) -> None:
        """Take this rectangle and place the children in it."""
        self.rect = rect
        self.arrange(m)

    def arrange(self, m: Metrics) -> None:
        """Place the children within ``self.rect``."""

    @property
    def view(self) -> pygame.Rect:
        """The part of the screen through which the children are seen (a scroll view's window)."""
        return self.rect

    @property
    def clips(self) -> bool:
        """Whether nothing of the children is seen outside ``view``."""
        return False

    def at(self, pos: tuple[int, int]) -> Widget | None:
        """The innermost visible widget at this point."""
        if not self.visible:
            return None
        if not self.clips or self.view.collidepoint(pos):
            for child in reversed(self.children):
                found = child.at(pos)
                if found is not None:
                    return found
        return self if self.rect.collidepoint(pos) else None

    def seen(self) -> pygame.Rect:
        """The part of ``rect`` that clipping ancestors leave visible."""
        rect = self.rect
        above = self.parent
        while above is not None:
            if above.clips:
                rect = rect.clip(above.view)
            above = above.parent
        return rect

    # --- drawing
    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        """Draw this widget and what is inside."""
        self.draw_children(surface, m)

    def draw_children(self, surface: pygame.Surface, m: Metrics) -> None:
        if not self.children:
            return
        old = surface.get_clip()
        window = self.view.clip(old) if self.clips else old
        if window.width <= 0 or window.height <= 0:
            return
        if self.clips:
            surface.set_clip(window)
        for child in self.children:
            if child.visible and (not self.clips or child.rect.colliderect(window)):
                child.draw(surface, m)
        if self.clips:
            surface.set_clip(old)

    # --- the pointer; positions in pixels of the window
    def press(self, pos: tuple[int, int], clicks: int = 1) -> None:
        """The left button went down here."""

    def drag(self, pos: tuple[int, int]) -> None:
        """The pointer moved while the button pressed here is held."""

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        """The button was let go; ``inside`` when still over this widget."""

    def hover(self, pos: tuple[int, int] | None) -> None:
        """The pointer moved over this widget, or left it (``None``)."""

    def raw_event(self, event: pygame.event.Event) -> bool:
        """A pointer event as it came, for ``raw`` widgets. True when used."""
        return False

    def wheel(self, dx: float, dy: float) -> bool:
        """The wheel turned (positive ``dy`` = up). True when used; else the parent is asked."""
        return False

    # --- the keyboard, while focused
    def pressed_key(self, event: pygame.event.Event) -> bool:
        """A key went down. True when used."""
        return False

    def typed(self, text: str) -> bool:
        """Text was entered. True when used."""
        return False

    def shortcut_pressed(self, combo: str) -> bool:
        """A key no one used went down somewhere in this window, e.g. ``ctrl+s`` or ``f5``. True when used."""
        return False

    # --- over a rebuild
    def memory(self) -> Any:
        """What to hand to a widget of the same key that takes this one's place; ``None`` for nothing."""
        return None

    def recall(self, memory: Any) -> None:
        """Take over what the widget of the same key remembered."""


Memories = dict[tuple[type[Widget], str], Any]


def memories(widgets: Iterable[Widget]) -> Memories:
    """What the keyed widgets in these trees remember."""
    return {(type(w), w.key): w.memory() for top in widgets for w in top.walk() if w.key}


def recall(widgets: Iterable[Widget], kept: Memories) -> None:
    """Hand memories to the widgets of the same key and kind in these trees."""
    for top in widgets:
        for widget in top.walk():
            memory = kept.get((type(widget), widget.key)) if widget.key else None
            if memory is not None:
                widget.recall(memory)


def carry_over(old: Widget, new: Widget) -> None:
    """Let keyed widgets in ``new`` go on where those of the same key in ``old`` stopped."""
    recall([new], memories([old]))


def combo_of(event: pygame.event.Event) -> str:
    """The name of a pressed key with its modifiers: ``s``, ``ctrl+s``, ``ctrl+shift+z``, ``f5``,
    ``return``."""
    mod = getattr(event, "mod", 0)
    name = _KEYS.get(event.key, "")
    if not name and 0 < event.key < 0x110000:
        name = chr(event.key).lower()
    parts = [
        word for word, bit in (("ctrl", CTRL), ("alt", pygame.KMOD_ALT), ("shift", pygame.KMOD_SHIFT)) if mod & bit
    ]
    return "+".join([*parts, name])


CTRL = pygame.KMOD_CTRL | pygame.KMOD_META
_KEYS = {
    pygame.K_RETURN: "return",
    pygame.K_KP_ENTER: "return",
    pygame.K_ESCAPE: "escape",
    pygame.K_SPACE: "space",
    pygame.K_TAB: "tab",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    **{getattr(pygame, f"K_F{n}"): f"f{n}" for n in range(1, 13)},
}


def shown_combo(combo: str) -> str:
    """A shortcut as people write it: ``Ctrl+S``."""
    return "+".join(part.upper() if len(part) == 1 else part.capitalize() for part in combo.split("+"))
