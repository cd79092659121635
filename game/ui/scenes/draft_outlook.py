"""What a draft would do, beside the drafting table: who is drawn in, what overlaps, what it costs, who would sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from game.ai.estimate import Estimate, Likely, estimate
from game.ai.outlook import Outlook
from game.ai.weights import WEIGHTS
from game.core.clauses import MutualDefence
from game.core.drafts import Draft
from game.core.prospects import Contradiction, Drawn, Prospects, Stake, after_rival, before_signing
from game.core.ratification import odds_of_draft
from game.core.relations import Measure
from game.core.terms import Term
from game.core.view import View
from game.core.world import State
from game.reports.grammar import capital, figure, listing, sentence_of, signed, signed_tenths
from game.reports.reasons import term_label
from game.reports.words import name, name_bare, names, whose
from game.ui import theme
from game.ui.kit import STRONG, Bar, Caption, Column, Figure, Grid, Icon, Label, Panel, Quiet, Row, Spacer, Tip, Widget
from game.ui.scenes.draft_overlaps import overlaps
from game.ui.scenes.parts import ReasonLine
from game.ui.scenes.speaking import odds_figure

LIKELY: Final[dict[Likely, str]] = {
    "accept": "would sign",
    "lean accept": "leans to signing",
    "open": "could go either way",
    "lean refuse": "leans to refusing",
    "refuse": "would refuse",
}
_SPAN = 250
"""Tenths of a point at each end of the bar of an answer."""
_REASONS = 3
_STAFF: Final = replace(WEIGHTS, temper=0.0)
"""A staff's weights: the humour of an AI government is no person's."""


class Prospect:
    """A view's outlook on drafts, kept while the view lasts."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.outlook = Outlook(view, _STAFF)
        self._known: dict[Draft, Prospects] = {}
        self._odds: tuple[Draft, dict[str, Measure]] | None = None
        self._rivals: dict[tuple[Draft, Draft], tuple[State, tuple[Contradiction, ...]]] = {}

    def prospects(self, draft: Draft) -> Prospects:
        """Who is drawn in, what contradicts it, and what each party pays and gains, from one's own knowledge."""
        known = self._known.get(draft)
        if known is None:
            known = self._known[draft] = before_signing(self.outlook.table, draft, self.outlook.whatif(draft))
        return known

    def after_rival(self, rival: Draft, draft: Draft) -> tuple[State, tuple[Contradiction, ...]]:
        """The world in which a rival draft is signed first, and what of it this draft would contradict there."""
        known = self._rivals.get((rival, draft))
        if known is None:
            known = self._rivals[rival, draft] = after_rival(self.outlook.table, rival, draft)
        return known

    def stake(self, draft: Draft, nation: str) -> Stake:
        """What the draft would change for one of its parties."""
        return next(one for one in self.prospects(draft).stakes if one.nation == nation)

    def odds(self, draft: Draft, nation: str) -> Measure:
        """The odds that a party ratifies it, from one's own knowledge."""
        if self._odds is None or self._odds[0] is not draft:
            self._odds = (draft, odds_of_draft(self.outlook.unbound, draft))
        return self._odds[1][nation]

    def answer(self, draft: Draft, nation: str) -> Estimate:
        """How a party would probably answer."""
        return estimate(self.view, draft, nation, self.outlook)


def has_agreed(world: State, draft: Draft, nation: str) -> bool:
    """Whether a nation's word stands on this very text, on a table where it lies: then nothing is left to estimate."""
    return any(
        thread.status == "open" and nation in thread.latest.agreed and thread.latest.draft == draft
        for thread in world.threads.values()
    )


def newly_drawn(prospect: Prospect, draft: Draft) -> list[Drawn]:
    """Who would guard whom by a draft; by a new text, what its old one did not ask."""
    old = prospect.view.world.treaties.get(draft.amends)
    drawn = prospect.prospects(draft).drawn
    if old is None or not any(isinstance(had, MutualDefence) for had in old.clauses):
        return list(drawn)
    return [one for one in drawn if one.by not in old.parties or one.ward not in old.parties]


def drawn_text(world: State, drawn: Iterable[Drawn]) -> str:
    """Whose quarrels a party would be drawn into, as a sentence; empty when it would guard nobody."""
    together: dict[tuple[str, ...], list[str]] = {}
    quiet: list[str] = []
    for one in drawn:
        if one.foes:
            together.setdefault(one.foes, []).append(one.ward)
        else:
            quiet.append(name(world, one.ward))
    quarrels = [
        f"{whose(world, wards[0])} quarrel with {names(world, foes)}"
        if len(wards) == 1
        else f"the quarrels of {names(world, wards)} with {names(world, foes)}"
        for foes, wards in together.items()
    ]
    if quarrels:
        return sentence_of(f"drawn into {listing(quarrels)}")
    return sentence_of(f"guards {listing(quiet)}, whom nobody threatens there today") if quiet else ""


# --- as widgets


def outlook_column(prospect: Prospect, draft: Draft, me: str) -> Widget:
    """Everything beside the paper."""
    world = prospect.view.world
    if len(draft.parties) < 2:
        return Quiet("Choose with whom it is to be signed. What it would do for each of you stands here then.")
    if not draft.clauses and not draft.payments:
        return Quiet("Add a clause from the cards. Whom it binds, what it costs and who would sign it stand here then.")
    order = [me, *(name for name in draft.parties if name != me)] if me in draft.parties else list(draft.parties)
    parts: list[Widget] = []
    lines = overlaps(world, draft, prospect.prospects(draft).contradictions)
    if lines:
        parts.append(
            Column(
                Label("Beside the treaties that stand", face=STRONG),
                *[
                    Row(
                        Icon("clash" if one.clash else "treaty", colour=theme.WORSE if one.clash else theme.QUIET),
                        Label(one.text, grow=1, colour=theme.TEXT if one.clash else theme.QUIET),
                        each="start",
                        gap=theme.INSIDE,
                    )
                    for one in lines
                ],
                gap=theme.GRID,
            )
        )
    for nation in order:
        parts.append(_party(prospect, draft, nation, me))
    return Column(*parts, gap=theme.BETWEEN)


def _party(prospect: Prospect, draft: Draft, nation: str, me: str) -> Widget:
    world = prospect.view.world
    found, likely = prospect.stake(draft, nation), prospect.answer(draft, nation)
    mine = nation == me
    agreed = not mine and has_agreed(world, draft, nation)
    drawn = drawn_text(world, [one for one in newly_drawn(prospect, draft) if one.by == nation])
    thin = f"Its promises would be covered to {figure(found.coverage)} %." if found.coverage < 100 else ""
    head = Row(
        Label("You" if mine else name_bare(world, nation), face=STRONG),
        Spacer(grow=1),
        Caption("your staff's reading" if mine else "its word" if agreed else "your estimate"),
    )
    return Panel(
        Column(
            head,
            Label("It has agreed to this text.") if agreed else answer_bar(likely, mine),
            None if agreed else Column(*reason_lines(world, likely.terms), gap=0),
            Grid(
                *_figures(world, found),
                odds_figure(world, prospect.odds(draft, nation), nation),
                columns=2,
                gap=theme.PADDING,
            ),
            Label(drawn) if drawn else None,
            Label(thin, colour=theme.WORSE) if thin else None,
            gap=theme.INSIDE,
        ),
        pad=theme.BETWEEN,
    )


def answer_bar(found: Estimate, mine: bool) -> Widget:
    """A likely answer on a scale from refusing to signing."""
    words = LIKELY[found.likely]
    label = ("Worth signing" if found.middle > 0 else "Not worth signing") if mine else capital(words)
    shown = (
        signed_tenths(found.middle)
        if found.low == found.high
        else f"{signed_tenths(found.low)} … {signed_tenths(found.high)}"
    )
    tip = Tip(
        title="Above zero, it would be signed",
        text="Points of advantage, less what it would hold out for."
        + ("" if mine else " The band is what you do not know: its humour, its figures, its trust in others."),
    )
    return Bar(
        label,
        found.middle,
        most=_SPAN,
        signed=True,
        band=None if found.low == found.high else (found.low, found.high),
        colour=theme.BETTER if found.middle > 0 else theme.SIGNED[0],
        shown=shown,
        tooltip=tip,
    )


def reason_lines(world: State, terms: tuple[Term, ...], most: int = _REASONS) -> list[Widget]:
    """The weightiest terms of an answer, each with its figure."""
    order = sorted((term for term in terms if term.tenths), key=lambda term: -abs(term.tenths))
    return [
        ReasonLine(capital(term_label(world, term)), signed_tenths(term.tenths), term.tenths > 0)
        for term in order[:most]
    ]


def _figures(world: State, found: Stake) -> list[Widget]:
    def moved(label: str, had: int, has: int, tail: str = "", bad: bool = False) -> Widget:
        better = has > had
        colour = theme.WORSE if bad or has < had else theme.BETTER if better else theme.TEXT
        return Figure(label, f"{figure(had)} → {figure(has)}{tail}", colour=colour)

    short = found.autonomy[1] < found.wanted
    cost = f"{signed_tenths(-found.points)} RP" if found.points else "0 RP"
    tip = f"{signed(found.once)} RP once, on signature." if found.once else "What it would cost each turn."
    return [
        moved("Security", *found.security),
        moved("Autonomy", *found.autonomy, f" {'<' if short else '≥'} {figure(found.wanted)}", short),
        Figure(
            "A turn" if not found.once else f"Once {signed(found.once)}, a turn",
            cost,
            colour=theme.WORSE if found.points > 0 else theme.TEXT,
            tooltip=tip,
        ),
    ]
