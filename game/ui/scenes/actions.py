"""What the game screen lets a person do: acts with their confirmations, the ways to other screens, the menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from game.core.accession import opened_to
from game.core.acts import Act, ConsultAct, Invoke, Withdraw
from game.core.councils import text_of
from game.core.options import consults_due, exercises_due, initiatives_to_spend
from game.core.orders import Mission, Sheet
from game.core.practice import in_its_place
from game.core.problems import ActError
from game.reports.duties_told import does_not_count
from game.reports.grammar import capital, counted, listing, number, plural
from game.reports.sentences import importance, sentence
from game.reports.words import crisis_name, names, title_in_sentence
from game.ui.kit import Dialog, Ui, ask, tell
from game.ui.scene import Stage
from game.ui.scenes.accusing import accuse_dialog
from game.ui.scenes.council_motions import awaiting_vote
from game.ui.scenes.dialogs import demand_dialog, invite_dialog, menu_dialog, message_dialog
from game.ui.scenes.inbox import awaiting
from game.ui.scenes.speaking import broker_dialog, statement_dialog
from game.ui.session import Session

if TYPE_CHECKING:
    from game.ui.scenes.orders import Tab

FINAL = "This is final once sent."
NEWS = 2
"""Replies to an act that are told at once; the rest stands in the dispatches."""


class Screen(Protocol):
    """The game screen, as far as its verbs go."""

    session: Session
    ui: Ui
    stage: Stage

    def refresh(self) -> None:
        """Show things as they stand."""

    def follow(self, link: str) -> None:
        """Show what a link names."""

    def moved_on(self, turn: int) -> None:
        """Tell what came of the orders of a turn."""


class Actions:
    """The verbs of one game screen."""

    def __init__(self, scene: Screen) -> None:
        self._scene = scene
        self.session = scene.session

    # --- what may be done

    def closed(self) -> str:
        """Why nothing can be negotiated now; empty while it can."""
        if self.session.over:
            return "The game has ended."
        if self.session.world.stage != "negotiation":
            return "Negotiation is closed while sealed answers are given."
        return ""

    def proposing(self) -> str:
        """Why no treaty can be proposed now; empty when one can."""
        if self.closed() or initiatives_to_spend(self.session.world.rules, self.session.me) >= 1:
            return self.closed()
        price = self.session.world.rules.initiative_price
        return f"Opening a negotiation takes an initiative: none is left, and buying one takes {price} influence."

    def committing(self) -> str:
        """Why the orders cannot be committed now; empty when they can."""
        if self.closed():
            return self.closed()
        return " ".join(problem.text for problem in self.session.problems(self.session.seat.sheet))

    def talks_state(self, nation: str) -> tuple[bool, str]:
        """Whether staff talks with a nation are in the orders, and why they cannot be changed, if they cannot."""
        if self.closed():
            return False, self.closed()
        sheet = self.session.seat.sheet
        ordered = any(mission.to == nation for mission in sheet.missions)
        problems = self.session.problems(_with_talks(sheet, nation))
        return ordered, " ".join(problem.text for problem in problems)

    # --- acts

    def do(self, act: Act, said: str) -> bool:
        """Act, say so, and tell the first replies. What is not allowed is said, and nothing happens."""
        scene = self._scene
        try:
            self.session.act(act)
        except ActError as error:
            tell(scene.ui, "This cannot be done", " ".join(problem.text for problem in error.problems))
            scene.refresh()
            return False
        events, world = self.session.untold(), self.session.world
        self.session.mark_told()
        scene.refresh()
        scene.ui.notice(said, "better")
        replies = [event for event in events if event.who and event.who != self.session.nation]
        told = [event for event in replies if importance(event, world) in ("headline", "ordinary")]
        for event in told[:NEWS]:
            scene.ui.notice(sentence(event, world))
        return True

    def propose(self, parties: tuple[str, ...] = ()) -> None:
        """Open the drafting table, with these nations beside one's own."""
        from game.ui.scenes.draft import DraftScene

        with_me = tuple(sorted({self.session.nation, *parties})) if parties else ()
        self._scene.stage.push(DraftScene(self.session, with_me))

    def amend(self, treaty: str) -> None:
        """Open the drafting table on the text of a treaty in force, to change it."""
        from game.ui.scenes.draft import DraftScene

        start = text_of(treaty, self.session.world.treaties[treaty])
        self._scene.stage.push(DraftScene(self.session, start=start))

    def invite(self, treaty: str) -> None:
        """Choose one more party for a treaty, and open the drafting table on its text with it."""
        from game.ui.scenes.draft import DraftScene

        invite_dialog(
            self._scene.ui,
            self.session,
            treaty,
            lambda start: self._scene.stage.push(DraftScene(self.session, start=start)),
        )

    def join(self, treaty: str) -> None:
        """Open the drafting table on the text of somebody else's treaty, with one's own nation in it."""
        from game.ui.scenes.draft import DraftScene

        me, world = self.session.nation, self.session.world
        start = opened_to(treaty, world.treaties[treaty], me, world.nations[me].home)
        self._scene.stage.push(DraftScene(self.session, start=start))

    def message(self, nation: str) -> None:
        """Write to a nation."""
        message_dialog(self._scene.ui, self.session, nation, self.do)

    def declare(self, nation: str) -> None:
        """Say something about a nation before everybody."""
        statement_dialog(self._scene.ui, self.session, nation, self.do)

    def broker(self, nation: str) -> None:
        """Look for a draft between a nation and another."""
        broker_dialog(self._scene.ui, self.session, nation, self.do)

    def accuse(self, misfortune: str) -> None:
        """Choose whom to name for a hidden hand's work."""
        accuse_dialog(self._scene.ui, self.session, misfortune, self.do)

    def press(self, nation: str, crisis: str = "") -> None:
        """Choose how sharply to press a demand, and press it."""
        demand_dialog(self._scene.ui, self.session, nation, crisis, self.do)

    def staff_talks(self, nation: str) -> None:
        """Put staff talks with a nation into the orders, or take them out."""
        sheet = _with_talks(self.session.seat.sheet, nation)
        try:
            self.session.draft(sheet)
        except ActError as error:
            tell(self._scene.ui, "This cannot be ordered", " ".join(problem.text for problem in error.problems))
            return
        self._scene.refresh()

    def withdraw(self, treaty: str) -> None:
        """Ask, then announce that one leaves a treaty."""
        world, rules = self.session.world, self.session.world.rules
        known = world.treaties[treaty]
        title = title_in_sentence(known.title)
        rest = [party for party in known.parties if party != self.session.nation and party in world.nations]
        when = f"in {counted(known.notice, 'turn')}" if known.notice else "at once"
        ask(
            self._scene.ui,
            f"Leave {title}?",
            f"{capital(names(world, rest))} will be told at once, and trust falls by {number(-rules.trust_left)} with "
            f"each. Your duties under it end {when}; until then they bind you. {FINAL}",
            yes="Announce withdrawal",
            no="Stay in it",
            on_yes=lambda: self.do(Withdraw(treaty=treaty), f"Withdrawal from {title} has been announced."),
            final=True,
        )

    def consult(self, treaties: Sequence[str], crisis: str) -> None:
        """Ask, then take the counsel on a case that some treaties promise."""
        world = self.session.world
        titles = listing([title_in_sentence(world.treaties[treaty].title) for treaty in treaties])
        case = crisis_name(world, crisis)
        ask(
            self._scene.ui,
            "Take counsel",
            f"You take counsel on {case} with the other parties to {titles}. It takes an initiative, and keeps your "
            f"word. {FINAL}",
            yes="Take counsel",
            no="Not yet",
            on_yes=lambda: self.do(ConsultAct(treaty=treaties[0], crisis=crisis), f"Counsel was taken on {case}."),
            final=True,
        )

    def invoke(self, treaty: str, crisis: str) -> None:
        """Ask, then call on a treaty's guarantors."""
        world = self.session.world
        title, case = title_in_sentence(world.treaties[treaty].title), crisis_name(world, crisis)
        allies = [party for party in world.treaties[treaty].parties if party != self.session.nation]
        ask(
            self._scene.ui,
            f"Invoke {title}?",
            f"{capital(names(world, allies))} will be called to your aid in {case}, before all the world. Who stays "
            f"away breaks its word, and everyone sees who came. {FINAL}",
            yes=f"Invoke {title}",
            no="Not yet",
            on_yes=lambda: self.do(Invoke(treaty=treaty, crisis=crisis), f"{capital(title)} has been invoked."),
            final=True,
        )

    def sure(self, question: str, act: Act, said: str) -> None:
        """Ask before an act that all the world will see, then do it."""
        ask(
            self._scene.ui,
            question,
            f"All the world will see it. {FINAL}",
            yes="Do it",
            no="Not yet",
            on_yes=lambda: self.do(act, said),
            final=True,
        )

    # --- screens

    def orders(self, tab: Tab = "budget") -> None:
        """Open the orders, at one of their pages."""
        from game.ui.scenes.orders import OrdersScene

        self._scene.stage.push(OrdersScene(self.session, tab))

    def dispatches(self, thread: str | None = None) -> None:
        """Open the dispatches, at a thread if one is named."""
        from game.ui.scenes.dispatches import DispatchesScene

        self._scene.stage.push(DispatchesScene(self.session, thread))

    def council(self, treaty: str = "") -> None:
        """Enter the council chamber: of this alliance, else of one's own."""
        from game.ui.scenes.council import CouncilScene

        self._scene.stage.push(CouncilScene(self.session, treaty, self.follow))

    def showdown(self) -> None:
        """Go to the sealed call."""
        from game.ui.scenes.showdown import ShowdownScene

        self._scene.stage.push(ShowdownScene(self.session))

    def summary(self) -> None:
        """Read how the game ended."""
        from game.ui.scenes.summary import SummaryScene

        self._scene.stage.push(SummaryScene(self.session))

    def menu(self) -> None:
        """Saving, settings, the codex, and the way out."""
        menu_dialog(
            self._scene.ui,
            [
                ("Resume", lambda: None),
                ("Save as…", self.save_as),
                ("Settings", self.settings),
                ("Codex", self.codex),
                ("Leave to the title", self.leave),
            ],
        )

    def save_as(self) -> None:
        """Save under a name."""
        from game.ui.scenes.saves import save_as

        save_as(self._scene.stage, self.session)

    def settings(self) -> None:
        """Open the settings."""
        from game.ui.scenes.settings import SettingsScene

        self._scene.stage.push(SettingsScene())

    def codex(self) -> None:
        """Open the codex, with this game's numbers."""
        from game.ui.scenes.codex import CodexScene

        self._scene.stage.push(CodexScene(self.session.world.rules))

    def leave(self) -> None:
        """Ask, then go back to the screen below."""
        kept = self.session.table.path is not None
        ask(
            self._scene.ui,
            "Leave this game?",
            "Everything up to now is saved, and you can take the game up again where it stands."
            if kept
            else "This game has not been saved under any name: what happened in it will be lost.",
            yes="Leave",
            no="Stay",
            on_yes=self._scene.stage.pop,
            final=not kept,
        )

    def follow(self, link: str) -> None:
        """Show what a link names."""
        self._scene.follow(link)

    # --- the end of the turn

    def commit(self) -> None:
        """Commit, after asking where drafts still await an answer or duties stand undone."""
        scene, session = self._scene, self.session
        problem = self.committing()
        if problem:
            scene.ui.notice(problem, "worse")
            return
        if session.seat.committed:
            session.seat.retract()
            scene.refresh()
            return
        waiting, owed = len(awaiting(session)), len(consults_due(session.world, session.nation))
        votes = len(awaiting_vote(session))
        undone: list[str] = []
        if waiting:
            verb = plural(waiting, "awaits", "await")
            undone.append(
                f"{capital(counted(waiting, 'draft'))} {verb} your answer; what is not answered lapses with its term."
            )
        if votes:
            undone.append(f"{capital(counted(votes, 'motion'))} {plural(votes, 'awaits', 'await')} your vote.")
        if owed:
            cost = number(-session.world.rules.trust_broke_duty)
            undone.append(f"Your counsel is owed under {counted(owed, 'treaty', 'treaties')}: left undone, your word "
                          f"is broken, and trust falls by {cost}.")  # fmt: skip
        due = exercises_due(session.world, session.nation)
        ordered = session.seat.sheet.exercises
        left = [(one, in_its_place(ordered, one, due)) for one in due if one not in ordered]
        undone += [does_not_count(session.world, other, one) for one, other in left if other is not None]
        forgotten = [one.treaty for one, other in left if other is None]
        if forgotten:
            titles = [title_in_sentence(session.world.treaties[key].title) for key in dict.fromkeys(forgotten)]
            undone.append(f"An exercise falls due under {listing(titles)} and is not in your orders: left out, your "
                          "word is broken.")  # fmt: skip
        if undone:
            self._ask_commit(" ".join(undone))
        else:
            self._commit()

    def _ask_commit(self, why: str) -> Dialog:
        return ask(
            self._scene.ui,
            "Commit anyway?",
            why,
            yes="Commit",
            no="Go back",
            on_yes=self._commit,
        )

    def _commit(self) -> None:
        turn = self.session.world.turn
        try:
            self.session.commit()
        except ActError as error:
            tell(self._scene.ui, "The orders cannot be committed", " ".join(p.text for p in error.problems))
            return
        self._scene.moved_on(turn)


def _with_talks(sheet: Sheet, nation: str) -> Sheet:
    """The sheet with staff talks with a nation, or without its mission there if it has one."""
    rest = tuple(mission for mission in sheet.missions if mission.to != nation)
    if len(rest) < len(sheet.missions):
        return replace(sheet, missions=rest)
    return replace(sheet, missions=(*rest, Mission(to=nation)))
