"""Saved games: the list of them to load from, and the dialog that saves under a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pygame

from game.paths import saves_dir
from game.reports.grammar import counted
from game.saves import LogFile, SaveError
from game.saves.errors import SaveExists
from game.table import Table
from game.ui import theme
from game.ui.kit import (
    Button,
    Centred,
    Column,
    Dialog,
    Figure,
    Heading,
    Item,
    Label,
    ListView,
    Panel,
    Picture,
    Quiet,
    Rule,
    ScrollView,
    Spacer,
    Split,
    TextField,
    Widget,
    ask,
    tell,
)
from game.ui.scene import Scene, Stage
from game.ui.scenes.eve import eve, thumbnail
from game.ui.scenes.frame import foot, page
from game.ui.scenes.shelf import Kept, shelf
from game.ui.scenes.starting import SUFFIX
from game.ui.session import Session

LONGEST_NAME = 60


class SavesScene(Scene):
    """The list. `play` is called with the table of the game that was loaded."""

    title = "Load"

    def __init__(self, play: Callable[[Table], object]) -> None:
        super().__init__()
        self._play = play
        self.games: list[Kept] = []
        self.chosen = ""
        """File name of the game that is looked at."""
        self._loading = 0
        self._pictures: dict[str, pygame.Surface] = {}
        self.shortcuts = {"delete": self.delete}

    # --- choosing
    def entered(self) -> None:
        """Read the folder; the newest game is chosen and has the keyboard."""
        self.look()
        self.ui.settle()
        self.ui.set_focus(self.ui.find("games"), ring=False)

    def look(self) -> None:
        """Read the folder anew."""
        self.games, self._pictures = shelf(), {}
        names = [kept.path.name for kept in self.games]
        if self.chosen not in names:
            sound = [kept.path.name for kept in self.games if kept.sound]
            self.chosen = next(iter([*sound, *names]), "")
        self.refresh()

    @property
    def kept(self) -> Kept | None:
        """The game that is looked at."""
        return next((kept for kept in self.games if kept.path.name == self.chosen), None)

    def choose(self, name: str) -> None:
        """Look at a game, by the name of its file."""
        self.chosen = name
        self.refresh()

    # --- doing
    def load(self) -> None:
        """Load the chosen game, or say why not."""
        kept = self.kept
        if kept is not None and kept.sound and not self._loading:
            self._loading = 1
            self.refresh()

    def update(self, dt: float) -> None:
        """Let time pass. A game is loaded one picture after its button, so that its notice is seen."""
        super().update(dt)
        if self._loading:
            self._loading += 1
            if self._loading > 2:
                self._loading = 0
                self._load()

    @property
    def animating(self) -> bool:
        """Whether the next picture comes by itself."""
        return bool(self._loading) or super().animating

    def _load(self) -> None:
        kept = self.kept
        if kept is None:
            return
        try:
            table = Table.load(kept.path)
        except SaveError as error:
            self.look()
            tell(self.ui, "This game cannot be loaded", str(error))
            return
        stage, recovered = self.stage, table.recovered
        self._play(table)
        if recovered and stage.scenes:
            stage.top.ui.notice(recovered, "worse")

    def delete(self) -> None:
        """Delete the chosen game, once confirmed."""
        kept = self.kept
        if kept is None:
            return
        ask(
            self.ui,
            "Delete this game",
            f"{kept.heading}, written {_when(kept)}, is deleted for good: {kept.path.name}.",
            yes="Delete",
            no="Keep it",
            on_yes=lambda: self._delete(kept),
            final=True,
        )

    def _delete(self, kept: Kept) -> None:
        try:
            kept.path.unlink(missing_ok=True)
        except OSError as error:
            tell(self.ui, "Not deleted", f"{kept.path} cannot be deleted: {(error.strerror or 'refused').lower()}.")
        self.look()

    def recover(self) -> None:
        """Cut the chosen game at its damage, once confirmed; the damaged file is kept beside it."""
        kept = self.kept
        if kept is None or not kept.recoverable:
            return
        ask(
            self.ui,
            "Recover this game",
            f"{kept.sentence} The game goes on from there. The damaged file is kept beside it under another name.",
            yes="Recover",
            no="Leave it",
            on_yes=lambda: self._recover(kept),
        )

    def _recover(self, kept: Kept) -> None:
        try:
            LogFile.open_append(kept.path, mend=True).close()
        except SaveError as error:
            tell(self.ui, "Not recovered", str(error))
        self.look()

    # --- what is shown
    def build(self) -> Widget:
        if not self.games:
            words = Column(
                Heading("No saved games yet"),
                Quiet("Every game saves itself with each act, from its first turn on, and stands here afterwards."),
            )
            return page("Load", self.back, Centred(Panel(words, align="start"), widest=640))
        items = [
            Item(
                kept.path.name,
                kept.heading,
                note=_note(kept),
                icon="save" if kept.sound else "triangle",
                colour=theme.QUIET if kept.sound else theme.WORSE,
                end=f"{kept.written:%Y-%m-%d %H:%M}",
            )
            for kept in self.games
        ]
        games = ListView(
            items,
            notes=True,
            label="Saved games",
            key="games",
            selected=self.chosen or None,
            on_select=self.choose,
            on_activate=lambda _: self.load(),
        )
        body = Split(
            Panel(games, pad=0, line=None, fill=None),
            Panel(ScrollView(self._detail(), pad=theme.PADDING), pad=0, edge="left"),
            share=0.56,
            gap=0,
        )
        return page("Load", self.back, body, note=counted(len(self.games), "game"), bottom=self._foot())

    def _detail(self) -> Widget:
        kept = self.kept
        if kept is None:
            return Spacer()
        rows: list[Widget | None] = [Heading(kept.heading)]
        if kept.scenario is not None:
            rows += [
                Picture(self._picture(kept), height=200),
                Quiet(kept.title) if kept.name else None,
                Rule(),
                Figure("Turn", f"{kept.turn} of {kept.turns}"),
                Figure("Date", kept.date),
                Figure("Seat", kept.seat_name or "nobody's"),
                Figure("Acts taken", str(kept.acts)),
            ]
        rows += [Figure("Written", _when(kept)), Rule()]
        if kept.sentence:
            rows.append(Label(kept.sentence, colour=theme.TEXT if kept.sound else theme.WORSE))
        rows.append(Quiet(kept.path.name))
        return Column(*rows)

    def _picture(self, kept: Kept) -> pygame.Surface:
        """Where it is played, drawn once for each file."""
        assert kept.scenario is not None
        if kept.path.name not in self._pictures:
            self._pictures[kept.path.name] = thumbnail(eve(kept.scenario), kept.seat)
        return self._pictures[kept.path.name]

    def _foot(self) -> Widget:
        kept = self.kept
        if self._loading:
            return foot(Spacer(grow=1), Quiet("The game is taken up again.", height=theme.CONTROL_HEIGHT))
        whole = kept is not None and kept.sound
        return foot(
            Button("Delete", self.delete, icon="cross", tooltip="Delete this game (Delete)"),
            Spacer(grow=1),
            Button("Recover", self.recover, icon="undo") if kept is not None and kept.recoverable else None,
            Button(
                "Load",
                self.load,
                kind="primary",
                icon="arrow",
                problem="" if whole or kept is None else kept.sentence,
            ),
        )


def _note(kept: Kept) -> str:
    if not kept.title:
        return kept.sentence
    seat = kept.seat_name or "nobody's seat"
    return f"{seat} · turn {kept.turn} of {kept.turns} · {kept.date}" + ("" if kept.sound else " · damaged")


def _when(kept: Kept) -> str:
    return f"{kept.written:%Y-%m-%d %H:%M}"


# --- saving under a name


def file_stem(name: str) -> str:
    """A name a person gave, as every system takes it for a file: letters, figures and hyphens; may be empty."""
    plain = unicodedata.normalize("NFKC", name).strip().lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_")[:LONGEST_NAME]


def save_as(stage: Stage, session: Session, done: Callable[[], object] | None = None) -> Dialog:
    """Ask for a name over the top scene and save the game under it; from then on it is kept there.

    `done` is called once it is saved. Nothing happens when the person thinks better of it.
    """
    ui = stage.top.ui
    trouble = Label("", colour=theme.WORSE, visible=False)

    def save() -> None:
        name = field.text.strip()
        stem = file_stem(name)
        if not stem:
            say("A name needs at least one letter or figure.")
            return
        try:
            session.save(saves_dir() / f"{stem}{SUFFIX}", name)
        except SaveExists:
            say("There is a saved game of that name; give another.")
        except SaveError as error:
            say(str(error))
        else:
            dialog.close()
            ui.notice(f"Saved as {name}; the game is kept there from now on.", "better")
            if done is not None:
                done()

    def say(sentence: str) -> None:
        trouble.text = sentence
        trouble.visible = True

    given = f"{session.table.scenario.title}, turn {session.world.turn}"
    field = TextField(given, on_enter=lambda _: save(), label="Name", most=LONGEST_NAME)
    confirm = Button("Save", save, kind="primary")
    cancel = Button("Cancel", lambda: dialog.cancel())
    body = Column(
        Label("Under which name? The game goes on in the new file; the old one stays as it is now."), field, trouble
    )
    dialog = Dialog("Save the game", body, [cancel, confirm], confirm=confirm)
    dialog.open(ui, field)
    return dialog
