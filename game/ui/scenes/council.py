"""The council chamber: an alliance's charter, members, cohesion and plans; the motions before it, and those decided."""

from __future__ import annotations

from collections.abc import Callable

from game.ai.outlook import Outlook
from game.core.acts import Act, CallVote
from game.core.charters import Choice
from game.core.councils import alliances_of, chartered, text_of
from game.core.problems import ActError
from game.core.world import State
from game.reports.differences import new_text
from game.reports.grammar import capital, figure
from game.reports.sentences import importance, sentence
from game.reports.words import name
from game.ui import theme
from game.ui.kit import Button, Caption, Column, Dropdown, Heading, Label, Quiet, Run, ScrollView, Split, Widget
from game.ui.scene import Scene
from game.ui.scenes.council_call import CallVoteDialog
from game.ui.scenes.council_motions import ask_vote, motion_card, motions_of, past_line
from game.ui.scenes.council_parts import charter_section, cohesion_section, members_section, plans_section
from game.ui.scenes.frame import foot, page
from game.ui.scenes.parts import linked, section
from game.ui.session import Session

NEWS = 3
"""What follows at once from a vote and is told at once."""
PAST = 20
"""Decided motions that are shown."""


def councils_known(world: State, me: str) -> list[str]:
    """Alliances with a council that this world knows, one's own first."""
    own = [key for key, _, _ in alliances_of(world, me)]
    return own + [key for key in world.treaties if key not in own and chartered(world, key) is not None]


class CouncilScene(Scene):
    """The council of one alliance. `follow` shows a link in the game screen below, once this one has gone."""

    title = "The council chamber"

    def __init__(self, session: Session, treaty: str = "", follow: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self.session = session
        known = councils_known(session.world, session.nation)
        self.treaty = treaty if treaty in known else known[0] if known else ""
        self._follow = follow
        self._outlook: Outlook | None = None
        self.shortcuts = {"v": self.call}

    # --- doing

    def choose(self, treaty: str) -> None:
        """Go to another council."""
        self.treaty = treaty
        self.refresh()

    def call(self) -> None:
        """Choose a motion and put it to the council."""
        if self.treaty and not self._may_not_call():
            CallVoteDialog(self.ui, self.session, self.treaty, self.do)

    def vote(self, motion: str, choice: Choice) -> None:
        """Ask, then vote: the other members see it."""
        ask_vote(self.ui, self.session, motion, choice, self.do)

    def do(self, act: Act, said: str) -> None:
        """Act, and tell what comes of it at once."""
        try:
            events = self.session.act(act)
        except ActError as error:
            self.ui.notice(" ".join(problem.text for problem in error.problems), "worse")
            self.refresh()
            return
        self.refresh()
        self.ui.notice(said, "better")
        world = self.session.world
        heard = [one for one in events if one.kind != "moved" and importance(one, world) in ("headline", "ordinary")]
        for event in heard[:NEWS]:
            self.ui.notice(sentence(event, world))

    def amend(self) -> None:
        """Open the drafting table on the text in force."""
        from game.ui.scenes.draft import DraftScene

        start = text_of(self.treaty, self.session.world.treaties[self.treaty])
        self.stage.push(DraftScene(self.session, start=start))

    def follow(self, link: str) -> None:
        """Leave, and show in the game what a link names."""
        if self._follow is not None:
            self.stage.pop()
            self._follow(link)

    def resumed(self) -> None:
        """The drafting table went."""
        self.refresh()

    def _may_not_call(self) -> str:
        """Why no vote can be called at all; empty when one can."""
        # A dissolution names nothing: what speaks against it speaks against every motion, unless it is moved already.
        session, me = self.session, self.session.nation
        if not self.treaty:
            return "There is no council."
        moved = [one for _, one in motions_of(session.world, self.treaty, open_=True) if one.kind == "dissolve"]
        if moved and me in session.world.treaties[self.treaty].active:
            return ""
        return " ".join(p.text for p in session.problems(CallVote(treaty=self.treaty, motion="dissolve")))

    # --- what is shown

    @property
    def outlook(self) -> Outlook:
        """What the seat's own staff reckons with; made anew when the world has moved."""
        view = self.session.view
        if self._outlook is None or self._outlook.view is not view:
            self._outlook = Outlook(view)
        return self._outlook

    def build(self) -> Widget:
        session, world = self.session, self.session.world
        found = chartered(world, self.treaty)
        if found is None:
            return page("Council chamber", self.back, self._none())
        known = councils_known(world, session.nation)
        chooser = Dropdown(
            [(key, world.treaties[key].title) for key in known],
            self.treaty,
            self.choose,
            label="Council",
            key="council",
            problem="" if len(known) > 1 else "It is the only council that you know of.",
        )
        treaty, charter = found
        left = Column(
            Heading(treaty.title),
            charter_section(world, charter),
            cohesion_section(session, self.treaty, treaty),
            members_section(world, treaty, charter, session.nation, self.follow),
            plans_section(world, self.treaty),
            gap=theme.GROUPS,
        )
        return page(
            "Council chamber",
            self.back,
            Split(
                ScrollView(left, pad=theme.PADDING, key=f"alliance-{self.treaty}"),
                ScrollView(self._business(), pad=theme.PADDING, key=f"business-{self.treaty}"),
                share=0.42,
                gap=0,
            ),
            tools=(chooser,),
            bottom=self._foot(),
        )

    def _none(self) -> Widget:
        return ScrollView(
            Column(
                Heading("You know of no council"),
                Label(
                    "A treaty becomes an alliance with a council by its charter: what its members are together for, "
                    "who may belong, and how they decide. A charter is added on the drafting table."
                ),
                gap=theme.BETWEEN,
            ),
            pad=theme.PADDING,
        )

    def _business(self) -> Widget:
        """What is before the council, what texts are on the table, what was decided."""
        world, inside = self.session.world, self.session.nation in self.session.world.treaties[self.treaty].parties
        cards = [
            motion_card(self.session, key, self.outlook, self.vote)
            for key, _ in motions_of(world, self.treaty, open_=True)
        ]
        nothing = "Nothing is before the council." if inside else "What is before a council only its members know."
        texts = [
            linked(
                (
                    Run(capital(new_text(world, thread.latest.draft)), link=f"thread:{key}"),
                    Run(f": {name(world, thread.latest.by)} asks for it."),
                ),
                self.follow,
                key=f"text-{key}",
            )
            for key, thread in world.threads.items()
            if thread.status == "open" and thread.latest.draft.amends == self.treaty
        ]
        past = motions_of(world, self.treaty, open_=False)
        return Column(
            section("Before the council", *(cards or [Quiet(nothing)]), gap=theme.BETWEEN),
            section("New texts under negotiation", *texts),
            section("Decided", *[past_line(world, motion) for _, motion in past[:PAST]], gap=theme.BETWEEN)
            if past
            else None,
            Caption(f"And {figure(len(past) - PAST)} before them.") if len(past) > PAST else None,
            gap=theme.GROUPS,
        )

    def _foot(self) -> Widget:
        session, problem = self.session, self._may_not_call()
        inside = session.nation in session.world.treaties[self.treaty].parties
        note = f"Initiatives left: {figure(session.me.initiatives)}. Calling a vote takes one; voting is free."
        said = Label(problem or note, colour=theme.QUIET, lines=2, grow=1)
        return foot(
            said,
            Button(
                "Amend the text…",
                self.amend,
                problem="" if inside else "Only a member can propose a new text.",
                key="amend",
                tooltip="Open the drafting table on the text in force. A new text is agreed by the council's rule.",
            ),
            Button(
                "Call a vote…", self.call, kind="primary", icon="initiative", shortcut="v", problem=problem, key="call"
            ),
        )
