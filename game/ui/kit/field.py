"""A field to type one line in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.button import Control
from game.ui.kit.editing import CLIPBOARD, Editor
from game.ui.kit.metrics import CONTROL, Metrics
from game.ui.kit.widget import combo_of

_BLINK = 0.53


class TextField(Control):
    """One line of text, with selection, clipboard and undo. ``on_change`` hears every change, ``on_enter``
    Enter.

    ``icon`` stands inside at the left (``search``). Esc clears a field with ``clears=True``, else it is not
    used here.
    """

    shrinks = True

    def __init__(
        self,
        text: str = "",
        on_change: Callable[[str], object] | None = None,
        *,
        on_enter: Callable[[str], object] | None = None,
        label: str = "",
        placeholder: str = "",
        most: int = 200,
        icon: str = "",
        clears: bool = False,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self._editor = Editor(most=most)
        self._editor.set(text)
        self.on_change = on_change
        self.on_enter = on_enter
        self.label = label
        self.placeholder = placeholder
        self.icon = icon
        self.clears = clears
        self._left = 0
        self._time = 0.0

    @property
    def name(self) -> str:
        return self.label or self.placeholder

    @property
    def text(self) -> str:
        return self._editor.text

    @text.setter
    def text(self, text: str) -> None:
        self._editor.set(text)

    @property
    def editor(self) -> Editor:
        """The line with its cursor and selection."""
        return self._editor

    # --- time
    @property
    def animating(self) -> bool:
        """Whether the cursor blinks."""
        return self.focused and self.works

    def update(self, dt: float, reduced_motion: bool) -> None:
        if self.animating:
            before = self._lit
            self._time = 0.0 if reduced_motion else self._time + dt
            if before != self._lit:
                self.touch(layout=False)

    @property
    def _lit(self) -> bool:
        return int(self._time / _BLINK) % 2 == 0

    # --- places
    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return min(width, m.px(240)), m.px(theme.CONTROL_HEIGHT)

    def _inner(self, m: Metrics) -> pygame.Rect:
        inner = self.rect.inflate(-2 * m.px(10), -2 * m.px(4))
        side = m.px(theme.ICON + 8) if self.icon else 0
        return pygame.Rect(inner.left + side, inner.top, max(1, inner.width - side), inner.height)

    def _follow(self) -> None:
        """Keep the cursor in sight."""
        ui = self.ui
        if ui is None:
            return
        room = self._inner(ui.m).width - 2
        x = ui.m.width(self.text[: self._editor.cursor], CONTROL)
        whole = ui.m.width(self.text, CONTROL)
        self._left = max(0, min(max(x - room, min(self._left, x)), max(0, whole - room)))
        self._time = 0.0
        self.touch(layout=False)

    def _index(self, pos: tuple[int, int]) -> int:
        ui = self.ui
        if ui is None:
            return 0
        x = pos[0] - self._inner(ui.m).left + self._left
        edges = [ui.m.width(self.text[:i], CONTROL) for i in range(len(self.text) + 1)]
        return min(range(len(edges)), key=lambda i: abs(edges[i] - x))

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        thick = max(1, int(m.scale))
        line = theme.LINE if not self.works else theme.ACCENT if self.focused else theme.EDGE
        if self.hovered and self.works and not self.focused:
            line = theme.QUIET
        paint.box(surface, self.rect, theme.PRESSED if self.works else None, line, m.px(theme.CORNER), thick)
        inner = self._inner(m)
        if self.icon:
            size = m.px(theme.ICON)
            icons.draw(surface, self.icon, (inner.left - m.px(8) - size // 2, inner.centery), size, theme.QUIET)
        old = surface.get_clip()
        surface.set_clip(inner.clip(old))
        if not self.text:
            m.draw(surface, self.placeholder, CONTROL, theme.FAINT, inner)
        else:
            low, high = self._editor.selection
            if self.focused and low != high:
                a, b = (m.width(self.text[:i], CONTROL) - self._left for i in (low, high))
                surface.fill(theme.MARKED, (inner.left + a, inner.top, b - a, inner.height))
            picture = m.text(self.text, CONTROL, theme.TEXT if self.works else theme.FAINT)
            surface.blit(picture, picture.get_rect(left=inner.left - self._left, centery=inner.centery))
        if self.focused and self.works and self._lit:
            x = inner.left - self._left + m.width(self.text[: self._editor.cursor], CONTROL)
            surface.fill(theme.TEXT, (x, inner.top + m.px(2), max(1, m.px(1)), inner.height - m.px(4)))
        surface.set_clip(old)

    # --- the pointer
    def press(self, pos: tuple[int, int], clicks: int = 1) -> None:
        if not self.works:
            return
        if clicks >= 3:
            self._editor.select_all()
        elif clicks == 2:
            self._editor.select_word(self._index(pos))
        else:
            self._editor.move(self._index(pos))
        self._follow()

    def drag(self, pos: tuple[int, int]) -> None:
        if self.works:
            self._editor.move(self._index(pos), keep=True)
            self._follow()

    # --- the keyboard
    def typed(self, text: str) -> bool:
        return self.works and self._changed(self._editor.insert(text))

    def _changed(self, changed: bool) -> bool:
        self._follow()
        if changed:
            self.touch()
            if self.on_change is not None:
                self.on_change(self.text)
        return True

    def pressed_key(self, event: pygame.event.Event) -> bool:
        if not self.works:
            return False
        combo, e = combo_of(event), self._editor
        keep = combo.startswith("shift+") or "+shift+" in combo
        bare = combo.replace("shift+", "")
        moves = {
            "left": e.selection[0] if e.selected and not keep else e.cursor - 1,
            "right": e.selection[1] if e.selected and not keep else e.cursor + 1,
            "ctrl+left": e.word(-1),
            "ctrl+right": e.word(1),
            "home": 0,
            "end": len(e.text),
        }
        cuts = {
            "backspace": e.cursor - 1,
            "delete": e.cursor + 1,
            "ctrl+backspace": e.word(-1),
            "ctrl+delete": e.word(1),
        }
        if bare in moves:
            e.move(moves[bare], keep)
            self._follow()
        elif bare in cuts:
            self._changed(e.delete(cuts[bare]))
        elif combo == "ctrl+a":
            e.select_all()
            self._follow()
        elif combo in ("ctrl+c", "ctrl+x"):
            if e.selected:
                CLIPBOARD.put(e.selected)
                if combo == "ctrl+x":
                    self._changed(e.delete(e.cursor))
        elif combo == "ctrl+v":
            self._changed(e.insert(CLIPBOARD.get()))
        elif combo == "ctrl+z":
            self._changed(e.undo())
        elif combo == "return" and self.on_enter is not None:
            self.on_enter(self.text)
        elif combo == "escape" and self.clears and self.text:
            self.text = ""
            self._changed(True)
        else:
            return len(bare) == 1 or bare == "space"
        return True

    def memory(self) -> Any:
        return self._editor

    def recall(self, memory: Any) -> None:
        self._editor = memory
