"""Settings: the scale of the interface, motion, hatching, full screen. Each is kept as it is changed."""

from __future__ import annotations

from dataclasses import replace

from game.ui import theme
from game.ui.kit import Centred, Check, Column, Heading, Label, Panel, Quiet, Row, ScrollView, Segmented, Spacer, Widget
from game.ui.scene import Scene, Settings
from game.ui.scenes.frame import page

SCALES = (100, 125, 150, 175, 200)


class SettingsScene(Scene):
    """The settings of the window. They take effect at once; `stage.on_settings` keeps them."""

    title = "Settings"

    def entered(self) -> None:
        """The scale has the keyboard."""
        self.ui.settle()
        self.ui.set_focus(self.ui.find("scale"), ring=False)

    def update(self, dt: float) -> None:
        """Let time pass; what a key of the window itself has changed is shown as it is."""
        if self._shown != (self.stage.settings, self.stage.scale):
            self.refresh()
        super().update(dt)

    _shown: tuple[Settings, float] | None = None

    def build(self) -> Widget:
        settings = self.stage.settings
        self._shown = (replace(settings), self.stage.scale)
        body = Column(
            Panel(
                Column(
                    Heading("Size"),
                    Label("Scale of everything on the screen"),
                    Segmented(
                        [(percent, f"{percent} %") for percent in SCALES],
                        min(SCALES, key=lambda percent: abs(percent - 100 * settings.ui_scale)),
                        lambda percent: self._change(ui_scale=percent / 100),
                        label="Interface scale",
                        key="scale",
                    ),
                    Quiet(self._scale_words()),
                    self._switch("Full screen", "fullscreen", "F11 at any time."),
                )
            ),
            Panel(
                Column(
                    Heading("Seeing"),
                    self._switch("Hatching", "hatching", "Blocs on the map differ by pattern as well as by colour."),
                    self._switch(
                        "Reduced motion",
                        "reduced_motion",
                        "Nothing glides, pulses or unfolds; what happened is shown at once.",
                    ),
                )
            ),
            Panel(
                Column(
                    Heading("Keys"),
                    *[
                        Label(words)
                        for words in (
                            "Tab and Shift+Tab move between controls; arrows move within one.",
                            "Enter or Space presses; Esc goes back or closes what lies on top.",
                            "Ctrl with + and − changes the scale, Ctrl+0 resets it; F11 switches full screen.",
                            "On the map: arrows pan, + and − zoom, Home shows the whole.",
                        )
                    ],
                    gap=theme.INSIDE,
                )
            ),
            gap=theme.PADDING,
        )
        return page("Settings", self.back, ScrollView(Centred(body, widest=720), key="settings"))

    def _switch(self, words: str, name: str, note: str) -> Widget:
        """A setting that is on or off, and under it what it does."""
        on = getattr(self.stage.settings, name)
        switch = Check(words, on, lambda value: self._change(**{name: value}), kind="switch", key=name)
        return Column(switch, Row(Spacer(width=46), Quiet(note, grow=1), gap=0), gap=0)

    def _scale_words(self) -> str:
        wanted, used = round(100 * self.stage.settings.ui_scale), round(100 * self.stage.scale)
        if used < wanted:
            return f"This window has room for {used} %; make it larger for the rest."
        return "Ctrl with + and − at any time."

    def _change(self, **given: float | bool) -> None:
        self.stage.change(**given)
        self.refresh()
