"""The drafting table: a treaty is put together, looked at from every side, and sent."""

from __future__ import annotations

from dataclasses import replace

from game.ai.titles import retitled, title_for
from game.core.acts import Act, Counter, NamePrice, Propose
from game.core.councils import text_of
from game.core.drafts import Draft
from game.core.events import Event, EventKind
from game.core.problems import ActError
from game.core.terms import TONES, Tone
from game.reports.differences import difference
from game.reports.grammar import capital, counted, figure, plural, sentence_of, signed
from game.reports.sentences import sentence
from game.reports.words import names, title_in_sentence
from game.ui import theme
from game.ui.kit import (
    STRONG,
    Button,
    Caption,
    Column,
    Label,
    Panel,
    Quiet,
    ScrollView,
    Split,
    Stepper,
    TextField,
    Widget,
    ask,
)
from game.ui.scene import Scene
from game.ui.scenes.draft_charter import charter_panel
from game.ui.scenes.draft_clauses import clause_cards, clause_panel
from game.ui.scenes.draft_outlook import Prospect, outlook_column
from game.ui.scenes.draft_terms import field, frame_terms, party_chooser, payment_rows
from game.ui.scenes.frame import foot, page
from game.ui.scenes.speaking import tone_choice
from game.ui.session import Session

MOST_TURNS = 4
"""Turns for which a proposal may stand after the one in which it is made."""
_WEIGHTY: tuple[EventKind, ...] = ("signed", "refused", "countered", "accepted")


class DraftScene(Scene):
    """A draft on the table: a new proposal, or a counter in an open negotiation.

    ``parties`` are chosen to begin with. ``thread`` names the negotiation to counter in; ``start`` is a draft to go
    on from (a refuser's wish), otherwise the one on that thread's table. ``price_to`` names a nation that has asked
    what this seat would sign there: the draft is then the answer to it, and is put on no table.
    """

    title = "The drafting table"

    def __init__(
        self,
        session: Session,
        parties: tuple[str, ...] = (),
        thread: str | None = None,
        start: Draft | None = None,
        price_to: str = "",
    ) -> None:
        super().__init__()
        self.session = session
        self.thread = thread
        self.price_to = price_to
        self.turns = 1
        self.tone: Tone = "plain"
        me = session.nation
        if start is None and thread is not None:
            start = session.world.threads[thread].latest.draft
        if start is None:
            chosen = tuple(sorted(dict.fromkeys((me, *parties))))
            start = Draft(title="", parties=chosen, clauses=())
            start = replace(start, title=self._suggested(start))
            self.named = False
        else:
            self.named = True
        self.draft = start
        self._first = start
        self._undo: list[Draft] = []
        self._titles = 0
        self._prospect: Prospect | None = None
        self.shortcuts = {"ctrl+z": self.undo}

    # --- the draft
    def _suggested(self, draft: Draft) -> str:
        return title_for(self.session.world, draft.parties, draft.clauses) if len(draft.parties) > 1 else ""

    def change(self, draft: Draft) -> None:
        """Take this draft from now on; a title nobody chose follows what it holds."""
        if self.named and self.thread is not None:
            # A title that speaks of what the draft held speaks of what it holds now.
            fresh = retitled(draft, self.draft)
            self._titles += fresh.title != draft.title
            draft = fresh
        if not self.named:
            title = self._suggested(draft)
            if title != draft.title:
                draft = replace(draft, title=title)
                self._titles += 1
        if draft != self.draft:
            self._undo.append(self.draft)
            self.draft = draft
        self.refresh()

    def undo(self) -> None:
        """Take back the last change."""
        if self._undo:
            self.draft = self._undo.pop()
            self._titles += 1
            self.refresh()

    def _title(self, text: str) -> None:
        self.named = bool(text.strip())
        self.draft = replace(self.draft, title=text)
        self.refresh()

    def _stands(self, turns: int) -> None:
        self.turns = turns
        self.refresh()

    def _speak(self, tone: Tone) -> None:
        self.tone = tone
        self.refresh()

    @property
    def prospect(self) -> Prospect:
        """What the seat can work out now; made anew when the world has moved."""
        view = self.session.view
        if self._prospect is None or self._prospect.view is not view:
            self._prospect = Prospect(view)
        return self._prospect

    # --- sending
    @property
    def act(self) -> Act:
        """What would be sent now."""
        if self.price_to and self.thread is not None:
            return NamePrice(thread=self.thread, to=self.price_to, drafts=(self.draft,))
        if self.thread is None:
            return Propose(draft=self.draft, turns=self.turns, tone=self.tone)
        number = len(self.session.world.threads[self.thread].revisions)
        return Counter(thread=self.thread, revision=number, draft=self.draft, tone=self.tone)

    @property
    def verb(self) -> str:
        """What sending it is called."""
        return "Name" if self.price_to else "Propose" if self.thread is None else "Counter"

    def send(self) -> None:
        """Ask once more, since others will have read it, then send it."""
        if self.session.problems(self.act):
            return
        world = self.session.world
        to = names(world, [name for name in self.draft.parties if name != self.session.nation])
        titled = title_in_sentence(self.draft.title)
        if self.thread is None:
            left = self.session.me.initiatives
            until = world.turn + self.turns
            cost = "It takes the last initiative." if left == 1 else f"It takes one of {figure(left)} initiatives."
            if left < 1:
                cost = f"It takes an initiative, which costs {figure(world.rules.initiative_price)} influence."
            text = (
                f"{capital(titled)} goes to {to} and stands until the end of turn {figure(until)}. {cost} "
                "It is final once sent: it can be recalled, but not unread."
            )
        elif self.price_to:
            text = (
                f"{capital(names(world, (self.price_to,)))} learns, alone, that you would sign this draft today. It is "
                "put on no table, and binds you to nothing until it is proposed and you agree. It is final once sent."
            )
        else:
            text = (
                f"Your draft takes the place of the one on the table, and goes to {to}. It costs no initiative: one "
                "counter a turn is free in a negotiation. It is final once sent."
            )
        if self.tone != "plain" and not self.price_to:
            text += f" It is put in a {self.tone} tone."
        question = f"{self.verb} {titled}?"
        ask(self.ui, question, text, yes=f"{self.verb} it", no="Not yet", on_yes=self._send, final=False)

    def _send(self) -> None:
        try:
            events = self.session.act(self.act)
        except ActError as error:
            self.ui.notice(" ".join(problem.text for problem in error.problems), "worse")
            self.refresh()
            return
        said = reply_text(self.session, events)
        stage = self.stage
        stage.pop()
        if stage.scenes:
            stage.top.ui.notice(said or "Sent. No answer so far.")

    def back(self) -> bool:
        """Leave; a draft that was worked on is not thrown away without a question."""
        if self.draft != self._first and self._undo:
            ask(
                self.ui,
                "Leave the drafting table?",
                "The draft has not been sent and is not kept.",
                yes="Leave",
                no="Go on drafting",
                on_yes=self.stage.pop,
            )
            return True
        return super().back()

    # --- the screen
    def build(self) -> Widget:
        return page(
            "New text of a treaty"
            if self.verb == "Propose" and self.draft.amends
            else {"Propose": "Drafting table", "Counter": "Counter-proposal"}.get(self.verb, "What you would sign"),
            self.back,
            Split(
                ScrollView(self._paper(), pad=theme.PADDING, key="paper"),
                ScrollView(
                    outlook_column(self.prospect, self.draft, self.session.nation), pad=theme.PADDING, key="outlook"
                ),
                share=0.56,
                gap=0,
            ),
            tools=(
                Button(
                    "Undo",
                    self.undo,
                    kind="bare",
                    icon="undo",
                    shortcut="ctrl+z",
                    enabled=bool(self._undo),
                    key="undo",
                ),
            ),
            bottom=self._foot(),
        )

    def _paper(self) -> Widget:
        world, draft, me = self.session.world, self.draft, self.session.nation
        locked = "A counter keeps the parties of its negotiation." if self.thread is not None else ""
        parts: list[Widget | None] = [
            field(
                "Title",
                TextField(draft.title, self._title, label="Title", most=80, key=f"title-{self._titles}"),
                grow=True,
            ),
            field("Between", party_chooser(world, draft, me, self.change, locked), grow=True),
        ]
        if self.thread is not None or draft.amends:
            parts.append(self._changed())
        parts += [clause_panel(world, draft, clause, self.change, me) for clause in draft.clauses]
        cards = clause_cards(self.session.appraisal, draft, me, self.change)
        if cards is not None:
            parts.append(Column(Label("Clauses to add", face=STRONG), cards, gap=theme.INSIDE))
        parts.append(charter_panel(world, draft, me, self.change))
        parts.append(
            Panel(
                Column(
                    Label("Term, openness, payments", face=STRONG),
                    frame_terms(world, draft, self.change),
                    self._stands_field() if self.thread is None else None,
                    self._tone_field() if not self.price_to else None,
                    field("On signature", payment_rows(world, draft, me, self.change), grow=True),
                    gap=theme.INSIDE,
                ),
                pad=theme.BETWEEN,
            )
        )
        return Column(*parts)

    def _changed(self) -> Widget:
        world = self.session.world
        if self.thread is not None:
            before, nothing = world.threads[self.thread].latest.draft, "Nothing yet: it is the draft on the table."
        else:
            before = text_of(self.draft.amends, world.treaties[self.draft.amends])
            nothing = "Nothing yet: it is the text in force. Change its terms, or add a party."
        words = difference(world, before, self.draft)
        return field("Changes", Quiet(capital(words) + "." if words else nothing), grow=True)

    def _stands_field(self) -> Widget:
        return field(
            "Offer stands",
            Stepper(self.turns, self._stands, most=MOST_TURNS, label="Offer stands", key="stands"),
            Caption(f"{plural(self.turns, 'turn')} after this one" if self.turns else "this turn alone"),
        )

    def _tone_field(self) -> Widget:
        points = self.session.world.rules.trust_tone[TONES.index(self.tone)]
        felt = f"their trust in you {signed(points)}" if points else "it does nothing to trust"
        return field("Tone", tone_choice(self.tone, self._speak, "draft-tone"), Caption(felt))

    def _foot(self) -> Widget:
        found = self.session.problems(self.act)
        words = " ".join(problem.text for problem in found)
        left = self.session.me.initiatives
        note = (
            f"Initiatives left: {figure(left)}. A proposal takes one."
            if self.thread is None
            else "A counter is free, once a turn in a negotiation."
        )
        if self.price_to:
            note = "A price named is free, and told to the one that asked alone."
        begun = self.draft != self._first
        said = Label(words or note, colour=theme.WORSE if words and begun else theme.QUIET, lines=2, grow=1)
        return foot(
            said,
            Button("Leave", self.back, key="leave"),
            Button(
                f"{self.verb}…",
                self.send,
                kind="primary",
                icon="treaty",
                shortcut="ctrl+return",
                problem=words,
                key="send",
            ),
        )


def reply_text(session: Session, events: tuple[Event, ...]) -> str:
    """What came back at once, in a sentence: the weightiest of the answers others gave."""
    world = session.world
    for kind in _WEIGHTY:
        heard = [event for event in events if event.kind == kind]
        said = [sentence(event, world) for event in heard if kind == "signed" or event.who != session.nation]
        if said:
            return sentence_of(said[0]) if len(said) == 1 else f"{said[0]} And {counted(len(said) - 1, 'more answer')}."
    return ""
