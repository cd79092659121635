"""The end: who came, who paid, what was not dared; what each nation made of its aims; what the game turned on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.core.events import Event
from game.core.world import State
from game.reports.grammar import capital, figure, plural, tenths
from game.reports.hardship_words import hidden_hands_text, relief_given_text
from game.reports.results import Called, Seat, Summary
from game.reports.summary import call_text, percent, summary, treaty_fate
from game.reports.summary_brief import CROWDED, calls_by_case, lesser_treaties, weighty
from game.reports.turning import turning_points
from game.reports.words import date_text, names, rp, title_in_sentence, treaty_name
from game.ui import theme
from game.ui.kit import (
    BIG_FIGURE,
    STRONG,
    Bar,
    Button,
    Caption,
    Column,
    Figure,
    Grid,
    Heading,
    Icon,
    Label,
    Panel,
    Quiet,
    Row,
    Run,
    ScreenTitle,
    ScrollView,
    Spacer,
    Split,
    Widget,
)
from game.ui.scene import Scene
from game.ui.scenes.frame import foot, page
from game.ui.scenes.summary_chronicle import ChronicleScene
from game.ui.session import Session

DUTIES: Final[dict[str, str]] = {
    "guard": "aid",
    "consult": "counsel",
    "train": "exercises",
    "pay": "what was to be paid",
    "abstain": "restraint",
    "provide": "help",
    "standardise": "the common standard",
    "notify": "notice of exercises",
    "relieve": "relief",
    "contribute": "forces in common",
    "back": "backing",
    "invest": "investment in resilience",
    "answer": "a declared answer",
}
_RESULTS: Final = {"kept": ("check", theme.BETTER), "broken": ("cross", theme.WORSE), "excused": ("right", theme.QUIET)}
_LEDGER = 12


class SummaryScene(Scene):
    """How it ended. Before the end it shows how things stand, as the seat may know them."""

    title = "The end"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        if session.over:
            # The game is over: the referee's papers are open to everyone.
            self.world: State = session.table.state
            self.events: tuple[Event, ...] = session.table.events
        else:
            self.world, self.events = session.world, session.seat.events
        self.found: Summary = summary(self.events, self.world)
        self.shortcuts = {"l": self.read}

    def read(self) -> None:
        """Read the chronicle of the whole game."""
        self.stage.push(ChronicleScene(self.world, self.events))

    def leave(self) -> None:
        """Go back to the title, the lowest scene of the stage."""
        stage = self.stage
        while len(stage.scenes) > 1:
            stage.pop()

    def build(self) -> Widget:
        found, over = self.found, self.session.over
        body = ScrollView(
            Column(
                Column(
                    ScreenTitle(found.title),
                    Quiet(f"{'After' if over else 'In'} {figure(found.turns)} {plural(found.turns, 'turn')}."),
                    gap=0,
                ),
                Grid(*self._figures(), columns=3, gap=theme.PADDING),
                Split(
                    Column(
                        Heading("What each nation made of its aims"),
                        *[seat_panel(seat, seat.nation == self.session.nation) for seat in self._seats()],
                        gap=theme.BETWEEN,
                    ),
                    Column(
                        self._stability(),
                        _part("Who was called, and came", self._calls()),
                        _part("Cases that came before the world", self._cases()),
                        _part("Relief and sabotage", self._hardships()) if self.world.misfortunes else None,
                        _part("Treaties made and ended", self._treaties()),
                        _part("Challenges not made", [Label(one.text) for one in found.not_made]),
                        _part("What the game turned on", self._turning()),
                        _part("Your ledger", self._ledger()),
                        gap=theme.GROUPS,
                    ),
                    stack_below=900,
                ),
                gap=theme.GROUPS,
            ),
            pad=theme.GROUPS,
            key="summary",
        )
        buttons = (
            Spacer(grow=1),
            Button("Read the chronicle", self.read, icon="book", shortcut="l", key="chronicle"),
            Button("Back to title", self.leave, kind="primary", key="title") if over else None,
        )
        return page("The end" if over else "How things stand", self.back, body, bottom=foot(*buttons))

    # --- the three figures
    def _figures(self) -> list[Widget]:
        found, world = self.found, self.world
        due, kept = found.due, found.kept
        came = "Nobody was called." if not due else f"of {figure(due)} called came as promised."
        paid = sum(one.amount for one in found.paid)
        who = [f"{names(world, [one.payer])} to {names(world, [one.payee])} {rp(one.amount)}" for one in found.paid[:2]]
        dared = len(found.not_made)
        pledged = sum(1 for one in found.not_made if one.pledge)
        return [
            _three("Who was called and came", figure(kept) if due else "–", came),
            _three("Who paid for whom", rp(paid), capital("; ".join(who)) + "." if who else "Nobody paid another."),
            _three(
                "Challenges not made",
                figure(dared),
                f"{figure(pledged)} of them before a pledge." if dared else "None that is known.",
            ),
        ]

    # --- the parts
    @property
    def _crowded(self) -> bool:
        """Whether so many sat at the table that calls and treaties are told in sum."""
        return len(self.found.seats) > CROWDED

    def _calls(self) -> list[Widget]:
        if not self._crowded:
            return [call_row(self.world, call) for call in self.found.called]
        return [
            Column(
                Quiet(capital(when)),
                *[_answer_row(result, f"{capital(text)}.") for result, text in lines],
                gap=theme.GRID,
            )
            for when, lines in calls_by_case(self.found, self.world)
        ]

    def _seats(self) -> list[Seat]:
        """One's own seat first, then the others by what they reached."""
        return sorted(self.found.seats, key=lambda seat: seat.nation != self.session.nation)

    def _stability(self) -> Widget:
        found = self.found
        return Column(
            Bar("World stability", found.stability, shown=f"{figure(found.stability)} of 100"),
            *[
                Figure(entry.label, entry.figure, colour=theme.BETTER if entry.good else theme.WORSE)
                for entry in found.stability_parts
            ],
            gap=theme.GRID,
        )

    def _cases(self) -> list[Widget]:
        return [
            Column(
                Quiet(f"{capital(case.text)}, {date_text(self.world, case.turn)}"),
                Label(
                    [capital(case.outcome), ". ", Run("War.", bold=True, colour=theme.WORSE) if case.war else ""],
                ),
                gap=0,
            )
            for case in self.found.cases
        ]

    def _hardships(self) -> list[Widget]:
        given = relief_given_text(self.world)
        lines = [f"Relief given to others: {given}."] if given else []
        return [Label(text) for text in (*lines, *hidden_hands_text(self.world))]

    def _treaties(self) -> list[Widget]:
        lines: list[Widget] = []
        told = [one for one in self.found.treaties if not self._crowded or weighty(one, self.world)]
        for treaty in told:
            when = date_text(self.world, treaty.signed) if treaty.signed > 0 else "before the game"
            fate = treaty_fate(treaty, self.world)
            lines.append(
                Column(
                    Quiet(f"{capital(title_in_sentence(treaty.title))}, {when}{fate}"),
                    Label(f"{capital(names(self.world, treaty.parties))}: {treaty.holds}."),
                    gap=0,
                )
            )
        return [*lines, *(Label(text) for text in lesser_treaties(self.found, self.world) if self._crowded)]

    def _turning(self) -> list[Widget]:
        """The weightiest events of the game, in their order."""
        return [
            Row(Caption(f"Turn {figure(turn)}", width=52), Label(text, grow=1), gap=theme.INSIDE, each="start")
            for turn, text in turning_points(self.events, self.world, self.session.nation)
        ]

    def _ledger(self) -> list[Widget]:
        world, ledger = self.world, self.world.nations[self.session.nation].ledger
        rows: list[Widget] = []
        for entry in [one for one in ledger if one.turn > 0][-_LEDGER:]:
            icon, colour = _RESULTS[entry.result]
            weight = f", weight {figure(entry.weight)}" if entry.weight else ""
            rows.append(
                Row(
                    Icon(icon, size=13, colour=colour),
                    Label(
                        f"Turn {figure(entry.turn)}: {DUTIES[entry.duty]} under {treaty_name(world, entry.treaty)}, "
                        f"{entry.result}{weight}.",
                        grow=1,
                    ),
                    gap=theme.INSIDE,
                    each="start",
                )
            )
        return rows


def _three(title: str, value: str, words: str) -> Widget:
    return Panel(
        Column(Quiet(title), Label(value, face=BIG_FIGURE._replace(size=theme.SCREEN)), Label(words), gap=theme.GRID),
        pad=theme.PADDING,
    )


def _part(title: str, lines: Sequence[Widget]) -> Widget:
    return Column(Label(title, face=STRONG), *(lines or [Quiet("None.")]), gap=theme.INSIDE)


def call_row(world: State, call: Called) -> Widget:
    """A promise that fell due, and whether it was kept."""
    return _answer_row(call.result, call_text(world, call))


def _answer_row(result: str, text: str) -> Widget:
    icon, colour = _RESULTS[result]
    return Row(Icon(icon, size=13, colour=colour), Label(text, grow=1), gap=theme.INSIDE, each="start")


def seat_panel(seat: Seat, mine: bool) -> Widget:
    """One nation at the end: its score, its aims with their marks, its numbers."""
    aims = [
        Row(
            Icon(
                "check" if aim.met else "cross" if aim.mark < 100 else "right",
                size=13,
                colour=theme.BETTER if aim.met else theme.WORSE if aim.mark < 100 else theme.ACCENT,
            ),
            Label(f"{aim.text}{' (secret)' if aim.secret else ''}", grow=1),
            Label(
                f"{percent(aim.mark)} of {figure(aim.points)}",
                colour=theme.QUIET,
                tooltip="How far it was met over the last third of the turns, and the points it is worth.",
            ),
            gap=theme.INSIDE,
            each="start",
        )
        for aim in seat.aims
    ]
    you = ", your seat" if mine else ""
    return Panel(
        Column(
            Bar(
                f"{seat.name}{you}",
                seat.score // 10,
                shown=percent(seat.score),
                colour=theme.ACCENT if mine else theme.LINK,
                tooltip="Its objective points met.",
            ),
            *aims,
            Caption(
                f"Security {figure(seat.security)}, autonomy {figure(seat.autonomy)}, support {figure(seat.support)}, "
                f"influence {figure(seat.influence)}."
                f" Conduct: {seat.conduct}."
                + (f" As good as in {figure(seat.standing)} of 100 AI games." if seat.standing is not None else "")
                + (f" Words broken cost {percent(seat.breaches)}." if seat.breaches else "")
                + (f" Others' quarrels cost {tenths(seat.toll)} %." if seat.toll else "")
            ),
            gap=theme.GRID,
        ),
        pad=theme.BETWEEN,
        line=theme.ACCENT if mine else theme.LINE,
    )
