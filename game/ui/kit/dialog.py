"""Dialogs: a question over the screen that must be answered before anything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit.button import Button
from game.ui.kit.label import Caption, Heading, Label
from game.ui.kit.layout import Column, Row
from game.ui.kit.panel import Panel
from game.ui.kit.scroll import ScrollView
from game.ui.kit.text import Text, plain
from game.ui.kit.ui import Ui
from game.ui.kit.widget import Widget, combo_of


class Dialog(Panel):
    """A titled panel with buttons at its lower right. Esc runs ``on_cancel``, Enter presses ``confirm``.

    Lay it over a screen with ``dialog.open(ui)``; every button should end in ``dialog.close()``.
    """

    def __init__(
        self,
        title: str,
        body: Widget,
        buttons: Sequence[Button],
        *,
        confirm: Button | None = None,
        on_cancel: Callable[[], object] | None = None,
        widest: float = 480,
        **common: Any,
    ) -> None:
        self.title = title
        self.confirm = confirm
        self.on_cancel = on_cancel
        self.widest = widest
        self._why = Caption("", colour=theme.WORSE, grow=1)
        content = Column(
            Heading(title),
            ScrollView(body, grow=1),
            Row(self._why, *buttons),
            gap=theme.PADDING,
        )
        super().__init__(content, pad=theme.GROUPS, line=theme.EDGE, **common)
        self._body = body

    @property
    def name(self) -> str:
        return self.title

    def natural(self, m: Any, width: int) -> tuple[int, int]:
        problem = self.confirm.problem if self.confirm is not None else ""
        if plain(self._why.text) != problem:
            # What cannot be confirmed says why in so many words: a tooltip alone is not looked for here.
            self._why.text = problem
        wide = min(width, m.px(self.widest))
        pad = 2 * m.px(self.pad)
        inner = wide - pad
        parts = [kid.measure(m, inner)[1] for kid in self._child.children]
        return wide, sum(parts) + 2 * m.px(theme.PADDING) + pad

    def open(self, ui: Ui, focus: Widget | None = None) -> None:
        """Lay it over everything in ``ui``."""
        ui.open(self, focus or self.confirm)

    def close(self) -> None:
        """Take it away."""
        ui = self.ui
        if ui is not None:
            ui.close(self)

    def cancel(self) -> None:
        """Close it and run ``on_cancel``."""
        self.close()
        if self.on_cancel is not None:
            self.on_cancel()

    def pressed_key(self, event: pygame.event.Event) -> bool:
        combo = combo_of(event)
        if combo == "escape":
            self.cancel()
            return True
        if combo == "return" and self.confirm is not None:
            self.confirm.activate()
            return True
        return False


def ask(
    ui: Ui,
    title: str,
    text: Text,
    *,
    yes: str,
    no: str,
    on_yes: Callable[[], object],
    on_no: Callable[[], object] | None = None,
    final: bool = False,
) -> Dialog:
    """Ask before something is done. ``final`` acts (another will see it) have the focus on ``no``."""
    dialog: Dialog

    def agree() -> None:
        dialog.close()
        on_yes()

    confirm = Button(yes, agree, kind="primary")
    refuse = Button(no, lambda: dialog.cancel())
    dialog = Dialog(title, Label(text), [refuse, confirm], confirm=confirm, on_cancel=on_no)
    dialog.open(ui, refuse if final else confirm)
    return dialog


def tell(ui: Ui, title: str, text: Text, *, done: str = "Close") -> Dialog:
    """Say something that must be read."""
    dialog: Dialog
    button = Button(done, lambda: dialog.cancel(), kind="primary")
    dialog = Dialog(title, Label(text), [button], confirm=button)
    dialog.open(ui, button)
    return dialog
