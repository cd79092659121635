"""Dispatches: drafts, calls and letters, what awaits an answer first; each read and answered beside the list."""

from __future__ import annotations

from typing import Final, Literal

from game.core.acts import Accept, Act, AskPrice, Message, Recall, Refuse
from game.core.charters import Choice
from game.core.drafts import Draft
from game.core.events import Event
from game.core.problems import ActError
from game.core.terms import Term, Tone
from game.reports.words import name_bare, names, title_in_sentence, treaty_name
from game.ui import theme
from game.ui.kit import (
    Button,
    Caption,
    Centred,
    Column,
    Dock,
    Dropdown,
    Heading,
    ListView,
    Panel,
    Quiet,
    Row,
    ScrollView,
    Segmented,
    TextField,
    Widget,
    ask,
)
from game.ui.scene import Scene
from game.ui.scenes.bids import BIDS, bids_detail
from game.ui.scenes.council_motions import ask_vote, motion_card
from game.ui.scenes.dispatches_list import Box, call_detail, letters_detail, rows
from game.ui.scenes.dispatches_thread import buttons, decline_dialog, thread_detail
from game.ui.scenes.draft import DraftScene, reply_text
from game.ui.scenes.draft_outlook import Prospect
from game.ui.scenes.frame import page
from game.ui.scenes.inbox import awaiting
from game.ui.scenes.pricing import price_dialog
from game.ui.scenes.speaking import tone_choice
from game.ui.scenes.thread_verbs import Verbs
from game.ui.session import Selection, Session

_LIST = 400
_READ = 880
"""Most width of what is read, so that lines stay short enough."""
_WIDE = 1400
"""The same for drafts side by side."""
LONGEST = 2000
BOXES: Final[tuple[tuple[Box, str], ...]] = (
    ("all", "All"),
    ("yours", "Yours"),
    ("open", "Open"),
    ("ended", "Ended"),
    ("letters", "Letters"),
)
Kind = Literal["thread", "crisis", "letters", "motion", "bids", ""]


class DispatchesScene(Scene):
    """The desk on which everything lies that others have sent. ``thread`` is opened to begin with."""

    title = "Dispatches"

    def __init__(self, session: Session, thread: str | None = None) -> None:
        super().__init__()
        self.session = session
        self.box: Box = "all"
        self.sought = ""
        self.chosen = f"thread:{thread}" if thread else ""
        self._to = ""
        self._letter = ""
        self._tone: Tone = "plain"
        self._letters = 0
        self._prospect: Prospect | None = None
        self.shortcuts = {"ctrl+f": self._search}

    # --- what is shown
    @property
    def prospect(self) -> Prospect:
        """What the seat can work out now."""
        view = self.session.view
        if self._prospect is None or self._prospect.view is not view:
            self._prospect = Prospect(view)
        return self._prospect

    def _what(self) -> tuple[Kind, str]:
        kind, _, ident = self.chosen.partition(":")
        if self.chosen == BIDS and len(awaiting(self.session)) > 1:
            return "bids", ""
        if kind == "thread" and ident in self.session.world.threads:
            return "thread", ident
        if kind == "crisis" and ident in self.session.world.crises:
            return "crisis", ident
        if kind == "motion" and ident in self.session.world.motions:
            return "motion", ident
        if kind == "letters" and ident in self.session.world.nations:
            return "letters", ident
        return "", ""

    def choose(self, ident: str) -> None:
        """Read this one."""
        if ident != self.chosen:
            self._to = ""
        self.chosen = ident
        self.refresh()

    def _filter(self, box: Box) -> None:
        self.box = box
        self.refresh()

    def _seek(self, text: str) -> None:
        self.sought = text
        self.refresh()

    def _search(self) -> None:
        self.ui.set_focus(self.ui.find("search"), ring=True)

    # --- acts
    def do(self, act: Act, said: str) -> None:
        """Act, and say what came of it at once."""
        try:
            events: tuple[Event, ...] = self.session.act(act)
        except ActError as error:
            self.ui.notice(" ".join(problem.text for problem in error.problems), "worse")
            self.refresh()
            return
        self.refresh()
        self.ui.notice(said, "better")
        reply = reply_text(self.session, events)
        if reply:
            self.ui.notice(reply)

    def verbs(self, key: str) -> Verbs:
        """What can be done with a negotiation."""
        return Verbs(
            accept=lambda: self.accept(key),
            counter=lambda start: self.stage.push(DraftScene(self.session, thread=key, start=start)),
            decline=lambda: self.decline(key),
            recall=lambda: self.recall(key),
            ask=lambda nation: self.ask_price(key, nation),
            propose=self._propose,
            name=lambda nation: self.name_price(key, nation),
            read=lambda other: self.choose(f"thread:{other}"),
        )

    def _propose(self, start: Draft) -> None:
        self.stage.push(DraftScene(self.session, start.parties, start=start))

    def accept(self, key: str) -> None:
        """Ask, then agree to the draft on the table."""
        world = self.session.world
        thread = world.threads[key]
        titled, number = title_in_sentence(thread.latest.draft.title), len(thread.revisions)
        missing = [who for who in thread.parties if who not in (*thread.latest.agreed, self.session.nation)]
        if missing:
            agree = "agrees" if len(missing) == 1 else "agree"
            what = f"You agree to exactly this draft. It is signed once {names(world, missing)} {agree} too."
        else:
            what = "Everyone else agrees to it: with your word it is signed, and binds from the end of this turn."
        ask(
            self.ui,
            f"Accept {titled}?",
            f"{what} This is final once sent.",
            yes="Accept it",
            no="Not yet",
            on_yes=lambda: self.do(Accept(thread=key, revision=number), f"You agreed to {titled}."),
        )

    def recall(self, key: str) -> None:
        """Ask, then take one's own draft off the table."""
        title = self.session.world.threads[key].latest.draft.title
        ask(
            self.ui,
            f"Recall {title}?",
            "The negotiation ends. What was read cannot be unread, and the initiative is spent. This is final.",
            yes="Recall it",
            no="Leave it there",
            on_yes=lambda: self.do(Recall(thread=key), f"{title} was recalled."),
        )

    def vote(self, key: str, choice: Choice) -> None:
        """Ask, then vote on a motion of a council."""
        ask_vote(self.ui, self.session, key, choice, self.do)

    def ask_price(self, key: str, nation: str) -> None:
        """Ask a nation what exactly it would sign instead."""
        who = names(self.session.world, [nation])
        self.do(AskPrice(thread=key, nation=nation), f"{who[:1].upper()}{who[1:]} was asked its price.")

    def name_price(self, key: str, nation: str) -> None:
        """Answer what one would sign: of what one's staff would, or a draft of one's own."""
        price_dialog(
            self.ui,
            self.session,
            (key, nation),
            self.prospect,
            lambda act, said: self.do(act, said),
            lambda: self.stage.push(DraftScene(self.session, thread=key, price_to=nation)),
        )

    def decline(self, key: str) -> None:
        """Ask for what reason, if one is to be given, then decline the draft on the table."""
        thread = self.session.world.threads[key]
        draft, number = thread.latest.draft, len(thread.revisions)
        terms = self.prospect.answer(draft, self.session.nation).terms

        def go(because: tuple[Term, ...], tone: Tone) -> None:
            said = f"You declined {title_in_sentence(draft.title)}."
            self.do(Refuse(thread=key, revision=number, because=because, tone=tone), said)

        decline_dialog(self.ui, self.session, draft, terms, go)

    # --- letters
    def addressees(self) -> tuple[str, ...]:
        """To whom a letter written now would go."""
        if self._to:
            return (self._to,)
        kind, ident = self._what()
        if kind == "thread":
            return tuple(who for who in self.session.world.threads[ident].parties if who != self.session.nation)
        if kind == "letters":
            return (ident,)
        return ()

    def _write(self, text: str) -> None:
        self._letter = text
        send = self.ui.find("send-letter")
        if isinstance(send, Button):
            send.problem = self._letter_problem()

    def _letter_problem(self) -> str:
        to = self.addressees()
        if not to:
            return "Choose to whom it goes."
        return " ".join(p.text for p in self.session.problems(Message(to=to, text=self._letter)))

    def _address(self, nation: str) -> None:
        self._to = nation
        self.refresh()

    def _speak(self, tone: Tone) -> None:
        self._tone = tone

    def send_letter(self) -> None:
        """Send what is written."""
        to, text = self.addressees(), self._letter.strip()
        if not to or self._letter_problem():
            return
        self._letter = ""
        self._letters += 1
        if len(to) == 1:
            self.chosen = f"letters:{to[0]}" if self._what()[0] != "thread" or self._to else self.chosen
            self._to = ""
        tone, self._tone = self._tone, "plain"
        self.do(Message(to=to, text=text, tone=tone), f"Your letter has gone to {names(self.session.world, to)}.")

    # --- the screen
    def build(self) -> Widget:
        found = rows(self.session, self.box, self.sought)
        if not self._what()[0]:
            self.chosen = next((item.id for item in found if not item.id.startswith("head")), "")
        listing = ListView(
            found,
            notes=True,
            label="Dispatches",
            selected=self.chosen or None,
            on_select=self.choose,
            empty="Nothing here." if self.sought or self.box != "all" else "Nothing has been laid before you.",
            grow=1,
            key="dispatches",
        )
        left = Panel(
            Column(
                Segmented(BOXES, self.box, self._filter, label="Show", align="stretch", key="boxes"),
                TextField(
                    self.sought,
                    self._seek,
                    label="search",
                    placeholder="Search dispatches",
                    icon="search",
                    clears=True,
                    key="search",
                ),
                listing,
            ),
            pad=theme.BETWEEN,
            edge="right",
            width=_LIST,
        )
        right = Dock(
            ScrollView(
                Centred(self._detail(), widest=_WIDE if self._what()[0] == "bids" else _READ),
                key=f"detail-{self.chosen}",
            ),
            bottom=Column(self._answers(), self._composer(), gap=0),
        )
        return page("Dispatches", self.back, Dock(right, left=left))

    def _detail(self) -> Widget:
        kind, ident = self._what()
        if kind == "thread":
            return thread_detail(self.session, ident, self.prospect, self.verbs(ident))
        if kind == "crisis":
            return call_detail(self.session, ident, self._showdown, lambda: self._show_case(ident))
        if kind == "motion":
            council = treaty_name(self.session.world, self.session.world.motions[ident].treaty)
            card = motion_card(self.session, ident, self.prospect.outlook, self.vote)
            return Column(Heading(f"The council of {council}"), card)
        if kind == "bids":
            return bids_detail(self.session, self.prospect, lambda key: self.choose(f"thread:{key}"))
        if kind == "letters":
            return letters_detail(self.session, ident)
        return Quiet("Drafts, calls and letters are read here. You may write to any nation below.")

    def _answers(self) -> Widget | None:
        """What can be done with the negotiation that is read, always in sight."""
        kind, ident = self._what()
        if kind != "thread" or self.session.world.threads[ident].status != "open":
            return None
        return Panel(buttons(self.session, ident, self.verbs(ident)), pad=theme.BETWEEN, edge="top")

    def _showdown(self) -> None:
        from game.ui.scenes.showdown import ShowdownScene

        self.stage.push(ShowdownScene(self.session))

    def _show_case(self, key: str) -> None:
        """Back to the map, with the case in the panel beside it."""
        self.session.selection = Selection("crisis", key)
        self.back()

    def _composer(self) -> Widget:
        world, to = self.session.world, self.addressees()
        known = sorted(
            (who for who in world.nations if who != self.session.nation), key=lambda who: name_bare(world, who)
        )
        others = [(who, name_bare(world, who)) for who in known]
        several = len(to) > 1
        first = [("", "All parties" if several else "To whom")]
        chooser: Dropdown[str] = Dropdown(
            [*first, *others] if several or not to else others,
            "" if several or not to else to[0],
            self._address,
            label="Letter to",
            width=176,
            key="letter-to",
        )
        return Panel(
            Column(
                Row(
                    chooser,
                    TextField(
                        self._letter,
                        self._write,
                        on_enter=lambda _: self.send_letter(),
                        label="Letter",
                        placeholder="Write a letter",
                        most=LONGEST,
                        grow=1,
                        key=f"letter-{self._letters}",
                    ),
                    tone_choice(self._tone, self._speak, "letter-tone"),
                    Button("Send", self.send_letter, icon="pen", problem=self._letter_problem(), key="send-letter"),
                ),
                Caption(
                    "Words are free and bind nobody; their tone is felt. AI governments answer drafts, not letters."
                ),
                gap=theme.GRID,
            ),
            pad=theme.BETWEEN,
            edge="top",
        )
