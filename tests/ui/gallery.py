"""Every widget of the kit on one screen, for looking at and for tests. Not part of the game.

``python -m tests.ui.gallery OUT.png [WIDTHxHEIGHT] [SCALE] [PAGE]`` draws it.
"""

from __future__ import annotations

import sys

import pygame

from game.ui import icons, theme
from game.ui.kit import (
    Bar, Button, Caption, Card, Centred, Check, Chip, Column, Dock, Dropdown, Entry, Envelope, Figure, Flow, Grid,
    Head, Heading, Icon, Item, Label, ListView, Panel, Picture, Quiet, Radio, RichLog, Row, Rule, Run, ScreenTitle,
    ScrollView, Segmented, Slider, Spacer, Split, Stepper, Table, TableRow, Tabs, TextField, Tip, Title, Widget, ask,
    change, rich,
)  # fmt: skip
from game.ui.kit.metrics import STRONG
from game.ui.scene import Scene, render_scene

SECURITY = Tip(
    title="Security",
    lines=[("Own forces in Europe", 21), ("Brussels pact, credible at 62", 14), ("Soviet forces within reach", -27)],
    total=("Security", "38"),
    note="Half of what you may count on stands in the United States.",
)

NATIONS = [
    ("FRA", "France", 62, 38, 11), ("GBR", "United Kingdom", 71, 55, 17), ("USA", "United States", 66, 81, 120),
    ("NOR", "Norway", 58, 22, 2), ("ITA", "Italy", 47, 19, 8), ("SOV", "Soviet Union", 12, 64, 51),
]  # fmt: skip


class Gallery(Scene):
    """The gallery; ``page`` is ``controls``, ``frame`` or ``call``."""

    title = "Gallery"

    def __init__(self, page: str = "controls") -> None:
        super().__init__()
        self.page = page
        self.said: list[str] = []

    def say(self, what: object) -> None:
        """Remember what was done, for tests to read."""
        self.said.append(str(what))

    def build(self) -> Widget:
        return {"controls": self._controls, "frame": self._frame, "call": self._call, "title": self._title}[self.page]()

    # --- pages
    def _top(self) -> Widget:
        figures = [
            ("burden", "RP", "14"), ("security", "Security", "38"), ("autonomy", "Autonomy", "71"),
            ("support", "Support", "56"), ("influence", "Influence", "9"),
        ]  # fmt: skip
        return Panel(
            Row(
                Button("Back", lambda: self.say("Back"), kind="bare", icon="back", icon_only=True),
                Label("France", face=STRONG),
                Quiet("1949, first half · turn 1 of 5"),
                Spacer(grow=1),
                *[Row(Icon(i), Quiet(n), Label(Run(v, mono=True)), gap=6, tooltip=SECURITY) for i, n, v in figures],
                Button("Settings", lambda: self.say("Settings"), kind="bare", icon="gear", icon_only=True),
                gap=16,
            ),
            pad=6,
            edge="bottom",
            height=theme.TOP_BAR,
        )

    def _controls(self) -> Widget:
        left = Column(
            Heading("Buttons"),
            Flow(
                Button("Propose", lambda: self.say("Propose"), kind="primary", icon="treaty", shortcut="ctrl+p"),
                Button("Counter", lambda: self.say("Counter"), tooltip="Send back other terms"),
                Button("Recall", lambda: self.say("Recall"), icon="undo"),
                Button("Commit", lambda: self.say("Commit"), problem="Two dispatches await your answer."),
                Button("Dispatches", lambda: self.say("Dispatches"), kind="bare", icon="envelope", badge="2"),
            ),
            Row(
                Check("Secret treaty", True, lambda v: self.say(f"secret {v}")),
                Check("Hatching", False, lambda v: self.say(f"hatching {v}"), kind="switch"),
                Check("Reduced motion", True, kind="switch"),
                gap=20,
            ),
            Segmented(
                [("consult", "Consult"), ("auto", "Automatic"), ("cap", "As capable")], "auto",
                lambda v: self.say(f"automaticity {v}"), label="Automaticity",
            ),
            Radio(
                [("off", "Attaché"), ("on", "Ambassador")], "off", lambda v: self.say(f"level {v}"), label="Level",
                notes=["Estimates are generous, neighbours patient.", "Every nation bargains as well as it can."],
            ),
            Heading("Numbers"),
            Row(
                Caption("Corps in Norway"),
                Stepper(3, lambda v: self.say(f"corps {v}"), least=0, most=8, unit="corps", label="Corps in Norway"),
                Stepper(0, least=0, most=20, unit="RP", label="Aid"),
            ),
            Slider(35, lambda v: self.say(f"share {v}"), label="Share", unit="%", width=320),
            Row(
                Dropdown(
                    [(n[0], n[1]) for n in NATIONS], "FRA", lambda v: self.say(f"seat {v}"), label="Seat", width=200
                ),
                TextField("", lambda v: self.say(f"name {v}"), label="Treaty name", placeholder="Name of the treaty"),
                TextField("", label="Search", placeholder="Search dispatches", icon="search", width=180),
            ),
            Heading("Bars"),
            Bar("Credibility of the United Kingdom", None, band=(48, 71), wanted=60, tooltip=SECURITY),
            Bar("Cohesion", 62, wanted=50),
            Bar("Trust towards Italy", -23, signed=True, colour=theme.signed_step(-23)),
            Bar("Interoperability", 40, band=(30, 55), colour=theme.BETTER),
            gap=14,
        )
        return Dock(
            ScrollView(Split(left, self._right(), stack_below=900), pad=24, key="page"), top=self._top()
        )

    def _right(self) -> Widget:
        return Column(
            Heading("Words"),
            Label(
                rich(
                    "The **Treaty of Dunkirk** binds [France](nation:FRA) and the [United Kingdom](nation:GBR) against "
                    "Germany alone; it says nothing of the [Soviet Union](nation:SOV)."
                ),
                on_link=lambda v: self.say(v),
            ),
            Label(["Autonomy ", change(-14), ", trust ", change(6), ", support ", change(0), ". Threat 38 → 44, ≥ 40."]),
            Flow(
                Chip("Signed", icon="check", colour=theme.BETTER),
                Chip("Crisis, stage 2", icon="triangle", colour=theme.ACCENT),
                Chip("Withdrawing", icon="cross", colour=theme.WORSE),
                *[Chip(f"Bloc {i + 1}", swatch=theme.bloc(i)[0], hatch=theme.bloc(i)[1]) for i in range(8)],
            ),
            Figure("Forces uncommitted", "4 corps", icon="forces"),
            Figure("Promises earmarked", "2 corps", icon="shield"),
            Rule(),
            Tabs(
                [
                    ("Relations", self._table()),
                    ("Treaties", Column(Quiet("Nothing signed yet."))),
                    ("Ledger", Column(Quiet("No entries."))),
                ],
                badges={"Treaties": "1"},
                key="tabs",
            ),
            Heading("Icons"),
            Flow(*[Icon(name, colour=theme.TEXT, tooltip=name) for name in icons.NAMES], gap=12),
            Flow(*[Icon(name, size=32, colour=theme.ACCENT, tooltip=name) for name in icons.NAMES[:12]], gap=12),
            gap=14,
        )

    def _table(self) -> Widget:
        rows = [
            TableRow(
                code,
                (name, Run(str(trust), colour=theme.BETTER if trust > 50 else theme.WORSE), str(threat), str(corps)),
                (name, trust, threat, corps),
                swatch=theme.BLOCS[i % 6],
            )
            for i, (code, name, trust, threat, corps) in enumerate(NATIONS)
        ]
        heads = [Head("Nation"), Head("Trust", 70, True), Head("Security", 80, True), Head("Corps", 70, True)]
        return Table(
            heads, rows, label="Relations", selected="GBR", on_select=lambda v: self.say(f"row {v}"), height=200
        )

    def log(self, turns: int = 3) -> list[Entry]:
        out = []
        for turn in range(1, turns + 1):
            out.append(Entry(f"{1948 + turn}, first half", heading=True))
            out.append(
                Entry(
                    rich("[Norway](nation:NOR) asks [France](nation:FRA) for consultation on the Soviet note of 5 February."),
                    icon="consult", tags=frozenset({"message"}), marked=turn == turns,
                )
            )
            out.append(
                Entry(
                    rich(
                        "[Italy](nation:ITA) declines your draft: autonomy **−14**, no shared threat. It would accept if "
                        "consultation replaced the automatic guarantee."
                    ),
                    details=("Autonomy −14: an automatic guarantee.", "Security +6: French corps in reach.",
                             "Influence ±0."),
                    icon="treaty", colour=theme.WORSE, tags=frozenset({"proposal"}),
                )
            )
            out.append(
                Entry(
                    rich("[France](nation:FRA) and the [United Kingdom](nation:GBR) exercise together; interoperability **+4**."),
                    icon="exercise", colour=theme.BETTER, tags=frozenset({"event"}),
                )
            )
        return out

    def _frame(self) -> Widget:
        items = [
            Item("a", "Draft of Brussels", "United Kingdom · awaits your answer", icon="treaty", end="t 1", marked=True),
            Item("b", "Call under Dunkirk", "United Kingdom · sealed", icon="envelope", end="t 1", marked=True),
            Item("c", "Note on Berlin", "Soviet Union", icon="consult", end="t 1"),
        ]
        side = Panel(
            ScrollView(
                Column(
                    Row(Chip("", swatch=theme.BLOCS[0], width=28), ScreenTitle("United Kingdom")),
                    Quiet("Great power · Atlantic, northern Europe"),
                    Tabs(
                        [
                            (
                                "Profile",
                                Column(
                                    Bar("Trust towards you", 71),
                                    Bar("Credibility", None, band=(55, 71)),
                                    Bar("Threat felt", 44, colour=theme.SIGNED[1]),
                                    Rule(4),
                                    Figure("Corps", "17", icon="forces"),
                                    Figure("Income", "31 RP", icon="burden"),
                                    Rule(4),
                                    Heading("Reasons for trust"),
                                    *[Figure(n, v) for n, v in [("Stood by you, 1940", "+22"), ("Treaty of Dunkirk", "+18"),
                                      ("Palestine vote", "−4")]],
                                    Rule(4),
                                    ListView(items, notes=True, label="dispatches", height=170),
                                    gap=10,
                                ),
                            ),
                            ("Treaties", Column()),
                            ("Ledger", Column()),
                        ],
                        key="nation-tabs",
                    ),
                    Row(
                        Button("Propose", kind="primary", icon="treaty"),
                        Button("Consult", icon="consult"),
                        Button("Press", problem="You have no initiatives left this turn."),
                    ),
                ),
                pad=16, key="side",
            ),
            pad=0, edge="left", width=theme.SIDE_PANEL,
        )  # fmt: skip
        strip = Panel(
            Dock(
                RichLog(self.log(), on_link=self.say, on_select=lambda e: self.say("entry"), key="log"),
                left=Column(
                    Heading("Dispatches"),
                    TextField(placeholder="Search", icon="search", width=170),
                    Segmented([("all", "All"), ("open", "Unanswered")], "all", label="Filter"),
                    gap=10, width=220,
                ),
            ),
            pad=12, edge="top", height=theme.DISPATCHES,
        )  # fmt: skip
        sea = Panel(Widget(), fill=theme.SEA, line=None)
        return Dock(Dock(sea, bottom=strip), top=self._top(), right=side, overlay_below=theme.OVERLAY_BELOW)

    def _call(self) -> Widget:
        letters = [
            ("United Kingdom", "Comes, with 2 corps", 1.0), ("Norway", "Will not come", 1.0), ("Italy", "", 0.55),
            ("France", "", 0.3), ("United States", "", 0.0),
        ]  # fmt: skip
        return Centred(
            Column(
                Row(Icon("triangle", size=24, colour=theme.ACCENT), ScreenTitle("The call of the United Kingdom")),
                Quiet("Border clash with the Soviet Union, stage 2. Answers are opened together."),
                Spacer(height=12),
                Grid(
                    *[Envelope(to, letter, openness=o, on_press=lambda: self.say("env"), align="center")
                      for to, letter, o in letters], columns=5,
                ),
                Spacer(height=12),
                Grid(
                    *[
                        Card(
                            Column(Picture(thumbnail()), Label(n[1], face=STRONG), Quiet("Strong in Europe, few "
                                   "corps to spare. Par: hard."), Row(Chip("5 turns", icon="clock"), Chip("6 nations"))),
                            lambda: self.say("card"), title=n[1], selected=n[0] == "FRA",
                        )
                        for n in NATIONS[:3]
                    ],
                    columns=3,
                ),
                Row(Spacer(grow=1), Button("Stand firm", kind="primary"), Button("Decline")),
            )
        )  # fmt: skip

    def _title(self) -> Widget:
        verbs = ["Play the tutorial", "New game", "Load", "Class at one table", "Codex", "Settings"]
        return Centred(
            Column(
                Spacer(height=80),
                Title("Foedus", justify="center"),
                Quiet("Promises between nations, and what becomes of them", justify="center"),
                Spacer(height=24),
                *[Button(v, kind="primary" if i == 0 else "quiet", width=260, align="center") for i, v in enumerate(verbs)],
            )
        )


def thumbnail() -> pygame.Surface:
    """A stand-in for a picture of the map."""
    picture = pygame.Surface((320, 120))
    picture.fill(theme.SEA)
    pygame.draw.polygon(picture, theme.LAND, [(30, 80), (80, 20), (180, 30), (240, 70), (200, 110), (90, 100)])
    return picture


def main(out: str, size: str = "1280x800", scale: str = "1.0", page: str = "controls", extra: str = "") -> None:
    scene = Gallery(page)
    w, h = (int(part) for part in size.split("x"))
    picture = render_scene(scene, (w, h), float(scale))
    if extra == "dialog":
        ask(scene.ui, "Send the draft", "The United Kingdom will see it. A draft that another has seen cannot be undone; "
            "it can only be recalled.", yes="Propose", no="Not yet", on_yes=lambda: None, final=True)  # fmt: skip
        scene.ui.ring = True
    if extra == "menu":
        scene.ui.find("Seat").open()  # type: ignore[union-attr]
    if extra == "tip":
        bar = scene.ui.find("Credibility of the United Kingdom")
        assert bar is not None
        scene.process_event(pygame.event.Event(pygame.MOUSEMOTION, pos=bar.rect.center, rel=(0, 0), buttons=(0, 0, 0)))
        scene.ui.notice("Saved: Norway before the storm", "better")
        scene.ui.notice("The draft was recalled")
    if extra:
        scene.update(0.0)
        scene.update(1.0)
        scene.draw(picture)
    pygame.image.save(picture, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
