"""Every widget of the kit on a few screens, for looking at and for tests. Not part of the game.

``python -m tests.ui.gallery OUT.png [WIDTHxHEIGHT] [SCALE] [PAGE] [EXTRA]`` draws one; PAGE is ``controls``, ``frame``,
``call`` or ``title``, EXTRA is ``dialog``, ``menu`` or ``tip``.
"""

from __future__ import annotations

import sys

import pygame

from game.ui import icons, theme
from game.ui.kit import (
    STRONG,
    Bar,
    Button,
    Caption,
    Card,
    Centred,
    Check,
    Chip,
    Column,
    Dock,
    Dropdown,
    Entry,
    Envelope,
    Figure,
    Flow,
    Grid,
    Head,
    Heading,
    Icon,
    Item,
    Label,
    ListView,
    Panel,
    Picture,
    Quiet,
    Radio,
    RichLog,
    Row,
    Rule,
    Run,
    ScreenTitle,
    ScrollView,
    Segmented,
    Slider,
    Spacer,
    Split,
    Stepper,
    Swatch,
    Table,
    TableRow,
    Tabs,
    TextField,
    Tip,
    Title,
    Widget,
    ask,
    change,
    rich,
)
from game.ui.scene import Scene, render_scene

SECURITY = Tip(
    title="Security",
    lines=[
        ("Own forces in Europe", 21),
        ("Brussels pact, credible at 62", 14),
        ("Soviet forces in reach", -27),
    ],
    total=("Security", "38"),
    note="Half of what you may count on stands in the United States.",
)

NATIONS = [
    ("FRA", "France", 62, 38, 11),
    ("GBR", "United Kingdom", 71, 55, 17),
    ("USA", "United States", 66, 81, 120),
    ("NOR", "Norway", 58, 22, 2),
    ("ITA", "Italy", 47, 19, 8),
    ("SOV", "Soviet Union", 12, 64, 51),
]


class Gallery(Scene):
    """The gallery. ``said`` collects what its widgets reported, for tests to read."""

    title = "Gallery"

    def __init__(self, page: str = "controls") -> None:
        super().__init__()
        self.page = page
        self.said: list[str] = []

    def say(self, what: object) -> None:
        self.said.append(str(what))

    def build(self) -> Widget:
        pages = {"controls": self._controls, "frame": self._frame, "call": self._call, "title": self._title}
        return pages[self.page]()

    # --- the bar over both
    def _top(self) -> Widget:
        figures = [
            ("burden", "RP", "14"),
            ("security", "Security", "38"),
            ("autonomy", "Autonomy", "71"),
            ("support", "Support", "56"),
            ("influence", "Influence", "9"),
        ]
        return Panel(
            Row(
                Button("Back", lambda: self.say("Back"), kind="bare", icon="back", icon_only=True),
                Label("France", face=STRONG),
                Quiet("1949, first half · turn 1 of 5"),
                Spacer(grow=1),
                *[
                    Row(Icon(icon), Quiet(name), Label(Run(value, mono=True)), gap=6, tooltip=SECURITY)
                    for icon, name, value in figures
                ],
                Button("Settings", lambda: self.say("Settings"), kind="bare", icon="gear", icon_only=True),
                gap=16,
            ),
            pad=6,
            edge="bottom",
            height=theme.TOP_BAR,
        )

    # --- controls
    def _controls(self) -> Widget:
        page = Split(Column(*self._pressed(), *self._numbers(), gap=14), self._words(), stack_below=900)
        return Dock(ScrollView(page, pad=24, key="page"), top=self._top())

    def _pressed(self) -> list[Widget]:
        automaticity = [("consult", "Consult"), ("auto", "Automatic"), ("cap", "As capable")]
        levels = [("attache", "Attaché"), ("ambassador", "Ambassador")]
        return [
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
            Segmented(automaticity, "auto", lambda v: self.say(f"automaticity {v}"), label="Automaticity"),
            Radio(
                levels,
                "attache",
                lambda v: self.say(f"level {v}"),
                label="Level",
                notes=[
                    "Estimates are generous, neighbours patient.",
                    "Every nation bargains as well as it can.",
                ],
            ),
        ]

    def _numbers(self) -> list[Widget]:
        seats = [(code, name) for code, name, *_ in NATIONS]
        return [
            Heading("Numbers"),
            Row(
                Caption("Corps in Norway"),
                Stepper(3, lambda v: self.say(f"corps {v}"), most=8, unit="corps", label="Corps in Norway"),
                Stepper(0, most=20, unit="RP", label="Aid"),
            ),
            Slider(35, lambda v: self.say(f"share {v}"), label="Share", unit="%"),
            Row(
                Dropdown(seats, "FRA", lambda v: self.say(f"seat {v}"), label="Seat", width=200),
                TextField("", lambda v: self.say(f"name {v}"), label="Treaty name", placeholder="Name of the treaty"),
                TextField(label="Search", placeholder="Search dispatches", icon="search", clears=True, width=180),
            ),
            Heading("Bars"),
            Bar("Credibility of the United Kingdom", None, band=(48, 71), wanted=60, tooltip=SECURITY),
            Bar("Cohesion", 62, wanted=50),
            Bar("Trust towards Italy", -23, signed=True, colour=theme.signed_step(-23)),
            Bar("Interoperability", 40, band=(30, 55), colour=theme.BETTER),
        ]

    def _words(self) -> Widget:
        treaty = (
            "The **Treaty of Dunkirk** binds [France](nation:FRA) and the [United Kingdom](nation:GBR) against "
            "Germany alone; it says nothing of the [Soviet Union](nation:SOV)."
        )
        blocs = [Chip(f"Bloc {i + 1}", swatch=theme.bloc(i)[0], hatch=theme.bloc(i)[1]) for i in range(8)]
        return Column(
            Heading("Words"),
            Label(rich(treaty), on_link=self.say, key="treaty"),
            Label(
                [
                    "Autonomy ",
                    change(-14),
                    ", trust ",
                    change(6),
                    ", support ",
                    change(0),
                    ". Threat 38 → 44, ≥ 40.",
                ]
            ),
            Flow(
                Chip("Signed", icon="check", colour=theme.BETTER),
                Chip("Crisis, stage 2", icon="triangle", colour=theme.ACCENT),
                Chip("Withdrawing", icon="cross", colour=theme.WORSE),
                *blocs,
            ),
            Column(
                Figure("Forces uncommitted", "4 corps", icon="forces"),
                Figure("Promises earmarked", "2 corps", icon="shield"),
                gap=4,
            ),
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
                (
                    name,
                    Run(str(trust), colour=theme.BETTER if trust > 50 else theme.WORSE),
                    str(threat),
                    str(corps),
                ),
                (name, trust, threat, corps),
                swatch=theme.BLOCS[i % 6],
            )
            for i, (code, name, trust, threat, corps) in enumerate(NATIONS)
        ]
        heads = [Head("Nation"), Head("Trust", 70, True), Head("Security", 80, True), Head("Corps", 70, True)]
        return Table(
            heads,
            rows,
            label="Relations",
            selected="GBR",
            on_select=lambda v: self.say(f"row {v}"),
            height=200,
        )

    # --- the frame of the game
    def log(self, turns: int = 3) -> list[Entry]:
        """A log of so many turns, three entries each."""
        asks = "[Norway](nation:NOR) asks [France](nation:FRA) for consultation on the Soviet note of 5 February."
        declines = (
            "[Italy](nation:ITA) declines your draft: autonomy **−14**, no shared threat. It would accept if "
            "consultation replaced the automatic guarantee."
        )
        reasons = (
            "Autonomy −14: an automatic guarantee.",
            "Security +6: French corps in reach.",
            "Influence ±0.",
        )
        drills = "[France](nation:FRA) and the [United Kingdom](nation:GBR) exercise together; interoperability **+4**."
        out = []
        for turn in range(1, turns + 1):
            last = turn == turns
            out += [
                Entry(f"{1948 + turn}, first half", heading=True),
                Entry(rich(asks), icon="consult", tags=frozenset({"message"}), marked=last),
                Entry(rich(declines), reasons, "treaty", theme.WORSE, frozenset({"proposal"})),
                Entry(rich(drills), icon="exercise", colour=theme.BETTER, tags=frozenset({"event"})),
            ]
        return out

    def _frame(self) -> Widget:
        strip = Panel(
            Dock(
                RichLog(self.log(), on_link=self.say, on_select=lambda e: self.say("entry"), key="log"),
                left=Column(
                    Heading("Dispatches"),
                    TextField(placeholder="Search", icon="search", width=196),
                    Segmented([("all", "All"), ("open", "Unanswered")], "all", label="Filter"),
                    gap=10,
                    width=212,
                ),
            ),
            pad=12,
            edge="top",
            height=theme.DISPATCHES,
        )
        sea = Panel(Widget(), fill=theme.SEA, line=None)
        return Dock(Dock(sea, bottom=strip), top=self._top(), right=self._side(), overlay_below=theme.OVERLAY_BELOW)

    def _side(self) -> Widget:
        items = [
            Item(
                "a",
                "Draft of Brussels",
                "United Kingdom · awaits your answer",
                "treaty",
                end="t 1",
                marked=True,
            ),
            Item("b", "Call under Dunkirk", "United Kingdom · sealed", "envelope", end="t 1", marked=True),
            Item("c", "Note on Berlin", "Soviet Union", "consult", end="t 1"),
        ]
        trust = [("Stood by you, 1940", "+22"), ("Treaty of Dunkirk", "+18"), ("Palestine vote", "−4")]
        profile = Column(
            Bar("Trust towards you", 71),
            Bar("Credibility", None, band=(55, 71)),
            Bar("Threat felt", 44, colour=theme.SIGNED[1]),
            Rule(4),
            Column(Figure("Corps", "17", icon="forces"), Figure("Income", "31 RP", icon="burden"), gap=4),
            Rule(4),
            Heading("Reasons for trust"),
            Column(*[Figure(name, value) for name, value in trust], gap=2),
            Rule(4),
            ListView(items, notes=True, label="Inbox", height=160),
            gap=10,
        )
        return Panel(
            ScrollView(
                Column(
                    Row(Swatch(theme.BLOCS[0], size=16), ScreenTitle("United Kingdom"), gap=10),
                    Quiet("Great power · Atlantic, northern Europe"),
                    Tabs(
                        [("Profile", profile), ("Treaties", Column()), ("Ledger", Column())],
                        key="nation-tabs",
                    ),
                    Row(
                        Button("Propose", kind="primary", icon="treaty"),
                        Button("Consult", icon="consult"),
                        Button("Press", problem="You have no initiatives left this turn."),
                    ),
                ),
                pad=16,
                key="side",
            ),
            pad=0,
            edge="left",
            width=theme.SIDE_PANEL,
        )

    # --- envelopes and cards
    def _call(self) -> Widget:
        letters = [
            ("United Kingdom", "Comes, with 2 corps", 1.0),
            ("Norway", "Will not come", 1.0),
            ("Italy", "", 0.55),
            ("France", "", 0.3),
            ("United States", "", 0.0),
        ]
        return ScrollView(
            Centred(
                Column(
                    Row(
                        Icon("triangle", size=24, colour=theme.ACCENT),
                        ScreenTitle("The call of the United Kingdom"),
                    ),
                    Quiet("Border clash with the Soviet Union, stage 2. Answers are opened together."),
                    Spacer(height=12),
                    Grid(
                        *[
                            Envelope(to, letter, openness=share, on_press=lambda: self.say("envelope"), align="center")
                            for to, letter, share in letters
                        ],
                        columns=5,
                    ),
                    Spacer(height=12),
                    Grid(*[self._seat_card(code, name) for code, name, *_ in NATIONS[:3]], columns=3),
                    Row(Spacer(grow=1), Button("Decline"), Button("Stand firm", kind="primary")),
                )
            )
        )

    def _seat_card(self, code: str, name: str) -> Card:
        return Card(
            Column(
                Picture(thumbnail()),
                Label(name, face=STRONG),
                Quiet("Strong in Europe, few corps to spare. Par: hard."),
                Row(Chip("5 turns", icon="clock"), Chip("6 nations")),
            ),
            lambda: self.say(f"card {name}"),
            title=name,
            selected=code == "FRA",
        )

    def _title(self) -> Widget:
        verbs = ["Play the tutorial", "New game", "Load", "Class at one table", "Codex", "Settings"]
        buttons = [
            Button(verb, kind="quiet" if i else "primary", width=260, align="center") for i, verb in enumerate(verbs)
        ]
        return Centred(
            Column(
                Spacer(height=80),
                Title("Foedus", justify="center"),
                Quiet("Promises between nations, and what becomes of them", justify="center"),
                Spacer(height=24),
                *buttons,
            )
        )


def thumbnail() -> pygame.Surface:
    """A stand-in for a picture of the map."""
    picture = pygame.Surface((320, 120))
    picture.fill(theme.SEA)
    pygame.draw.polygon(picture, theme.LAND, [(30, 80), (80, 20), (180, 30), (240, 70), (200, 110), (90, 100)])
    return picture


def shoot(page: str, size: tuple[int, int], scale: float, extra: str = "") -> pygame.Surface:
    """A picture of a page of the gallery."""
    scene = Gallery(page)
    picture = render_scene(scene, size, scale)
    if extra == "dialog":
        text = "The United Kingdom will see it. What another has seen cannot be undone; it can only be recalled."
        ask(scene.ui, "Send the draft", text, yes="Propose", no="Not yet", on_yes=lambda: None, final=True)
        scene.ui.ring = True
    elif extra == "menu":
        menu = scene.ui.find("Seat")
        assert isinstance(menu, Dropdown)
        menu.open()
    elif extra == "tip":
        bar = scene.ui.find("Credibility of the United Kingdom")
        assert bar is not None
        over = pygame.event.Event(pygame.MOUSEMOTION, pos=bar.rect.center, rel=(0, 0), buttons=(0, 0, 0))
        scene.process_event(over)
        scene.ui.notice("Saved: Norway before the storm", "better")
        scene.ui.notice("The draft was recalled")
    if extra:
        scene.update(0.0)
        scene.update(1.0)
        scene.draw(picture)
    return picture


def main(out: str, size: str = "1280x800", scale: str = "1.0", page: str = "controls", extra: str = "") -> None:
    width, height = (int(part) for part in size.split("x"))
    pygame.image.save(shoot(page, (width, height), float(scale), extra), out)


if __name__ == "__main__":
    main(*sys.argv[1:])
