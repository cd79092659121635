"""The orders: one sealed sheet a turn, changed freely until it is committed."""

from __future__ import annotations

from typing import Final, Literal

from game.core.burden import payment_due
from game.core.geography import may_leave
from game.core.options import exercise_share, free_points, gifts_due, home_need, readiness_price, sheet_cost
from game.core.orders import Sheet
from game.core.outlays import outlay_cost
from game.core.problems import ActError
from game.reports.grammar import counted, figure
from game.reports.words import fp, rp
from game.ui import theme
from game.ui.kit import (
    STRONG,
    Button,
    Caption,
    Centred,
    Column,
    Dock,
    Figure,
    Label,
    Panel,
    Rule,
    ScrollView,
    TabBar,
    Widget,
    ask,
)
from game.ui.scene import Scene
from game.ui.scenes.frame import page
from game.ui.scenes.orders_budget import budget_tab, forces_tab
from game.ui.scenes.orders_exercises import Planned, exercises_tab
from game.ui.scenes.orders_hardship import hardship_cost, hardship_tab
from game.ui.scenes.orders_missions import missions_tab
from game.ui.scenes.orders_parts import away_in
from game.ui.session import Session

Tab = Literal["budget", "forces", "exercises", "missions", "hardship"]
TABS: Final[tuple[tuple[Tab, str], ...]] = (
    ("budget", "Budget"),
    ("forces", "Forces"),
    ("exercises", "Exercises"),
    ("missions", "Missions"),
    ("hardship", "Relief and covert"),
)
_SIDE = 340
_BODY = 800


class OrdersScene(Scene):
    """The sheet of orders. What is allowed is kept at once; what is not stands here with its reasons until mended."""

    title = "Orders"

    def __init__(self, session: Session, tab: Tab = "budget") -> None:
        super().__init__()
        self.session = session
        # A scenario without misfortunes has nothing to order about them.
        self.tabs = TABS if session.world.misfortune_kinds else TABS[:-1]
        self.tab: Tab = tab
        self.sheet: Sheet = session.seat.sheet
        self.planned = Planned()
        self._undo: list[Sheet] = []
        self.shortcuts = {
            "ctrl+z": self.undo,
            **{str(place + 1): lambda name=name: self.turn_to(name) for place, (name, _) in enumerate(self.tabs)},
        }

    # --- the sheet
    @property
    def closed(self) -> str:
        """Why nothing can be ordered now; empty while it can."""
        if self.session.world.stage != "negotiation":
            return "Orders are written while negotiation is open; it is closed now."
        if self.session.seat.committed:
            return "The orders are committed. Withdraw the commitment to change them."
        return ""

    @property
    def problems(self) -> str:
        """Every reason against the sheet as it stands here."""
        return " ".join(problem.text for problem in self.session.problems(self.sheet))

    def change(self, sheet: Sheet) -> None:
        """Take this sheet from now on; keep it where it is allowed."""
        if sheet == self.sheet or self.closed:
            self.refresh()
            return
        self._undo.append(self.sheet)
        self._take(sheet)

    def undo(self) -> None:
        """Take back the last change made here."""
        if self._undo and not self.closed:
            self._take(self._undo.pop())

    def _take(self, sheet: Sheet) -> None:
        self.sheet = sheet
        if not self.problems:
            try:
                self.session.draft(sheet)
            except ActError as error:
                self.ui.notice(" ".join(problem.text for problem in error.problems), "worse")
        self.refresh()

    def turn_to(self, tab: Tab) -> None:
        """Show this page."""
        self.tab = tab
        self.refresh()

    def back(self) -> bool:
        """Leave; orders that are not allowed are not kept, and the window says so first."""
        if self.problems and not self.closed and self.sheet != self.session.seat.sheet:
            ask(
                self.ui,
                "Leave the orders as they were?",
                f"{self.problems} The last orders that were allowed stand.",
                yes="Leave",
                no="Mend them",
                on_yes=self.stage.pop,
            )
            return True
        return super().back()

    # --- the screen
    def build(self) -> Widget:
        bar: TabBar[Tab] = TabBar(self.tabs, self.tab, self.turn_to, label="Pages", badges=self._badges(), key="tabs")
        # Room on both sides, in which the bar of a long page stands: the tabs and what is under them keep one edge.
        inner = Centred(self._page(), widest=_BODY, pad=0)
        body = Dock(
            ScrollView(inner, pad=theme.GROUPS, key=f"page-{self.tab}", grow=1),
            top=Centred(bar, widest=_BODY, pad=theme.INSIDE, sides=theme.GROUPS),
        )
        tools = (
            Button(
                "Undo",
                self.undo,
                kind="bare",
                icon="undo",
                shortcut="ctrl+z",
                enabled=bool(self._undo) and not self.closed,
                key="undo",
            ),
            Button("Done", self.back, key="done"),
        )
        return page("Orders", self.back, Dock(body, right=self._side()), tools=tools)

    def _badges(self) -> dict[str, str]:
        hard = len(self.sheet.relief) + len(self.sheet.covert)
        counts = {"hardship": hard, "exercises": len(self.sheet.exercises), "missions": len(self.sheet.missions)}
        return {tab: str(count) for tab, count in counts.items() if count}

    def _page(self) -> Widget:
        match self.tab:
            case "budget":
                return budget_tab(self.session, self.sheet, self.change)
            case "forces":
                return forces_tab(self.session, self.sheet, self.change)
            case "exercises":
                return exercises_tab(self.session, self.sheet, self.change, self.planned, self.refresh)
            case "missions":
                return missions_tab(self.session, self.sheet, self.change)
            case "hardship":
                return hardship_tab(self.session, self.sheet, self.change)

    def _side(self) -> Widget:
        """The account of the turn: what there is, what the orders spend, what is left."""
        world, me, sheet = self.session.world, self.session.me, self.sheet
        rules, budget = world.rules, sheet.budget
        free = free_points(world, self.session.nation, budget.home_cut)
        left = free - sheet_cost(world, self.session.nation, sheet)
        exercises = sum(exercise_share(world, self.session.nation, one) for one in sheet.exercises)
        spent = [
            ("New forces", budget.forces * rules.price_force),
            ("Readiness", budget.readiness * readiness_price(rules, me)),
            ("Exercises", exercises),
            ("Missions", len(sheet.missions) * rules.price_mission),
        ]
        spent += hardship_cost(world, sheet)
        gifts = sum(
            payment_due(world, gift)
            for gift in gifts_due(world, self.session.nation)
            if gift.treaty not in sheet.withheld
        )
        gifts += outlay_cost(world, self.session.nation, sheet.withheld)
        if gifts:
            spent.append(("Promised to others", gifts))
        need = home_need(rules, me) - budget.home_cut
        initiatives = me.initiatives - len(sheet.missions)
        why = self.problems if not self.closed else self.closed
        return Panel(
            Column(
                Label("This turn's account", face=STRONG),
                Column(
                    Figure("In the treasury, upkeep paid", rp(me.treasury)),
                    Figure("Needs at home", rp(-need)),
                    *[Figure(name, rp(-amount)) for name, amount in spent],
                    Rule(room=theme.GRID),
                    Figure("Left free", rp(left), colour=theme.WORSE if left < 0 else theme.BETTER),
                    gap=theme.GRID,
                ),
                Caption(f"At most {rp(me.income)}, a turn's income, stay in the treasury; the rest goes home."),
                Rule(),
                Figure("Away from home", f"{figure(away_in(me, sheet))} of {fp(may_leave(me))}", icon="forces"),
                Figure(
                    "Initiatives left",
                    figure(initiatives),
                    icon="initiative",
                    colour=theme.WORSE if initiatives < 0 else theme.TEXT,
                ),
                Caption(
                    f"{counted(-initiatives, 'initiative').capitalize()} would be bought, at {rules.initiative_price} "
                    "influence each."
                )
                if initiatives < 0
                else None,
                Rule(),
                Label(why, colour=theme.WORSE if why else theme.QUIET, key="why")
                if why
                else Caption("These orders are kept, and can be changed until you commit."),
            ),
            edge="left",
            width=_SIDE,
        )
