"""What a draft would do, beside the drafting table: who is drawn in, what overlaps, what it costs, who would sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.ai.estimate import Estimate, Likely, estimate
from game.ai.outlook import Outlook, exercise_burden, pledge_gap
from game.core.appraisal import Appraisal
from game.core.clauses import BurdenSharing, CapacityBuilding, JointExercises
from game.core.drafts import Draft
from game.core.duties import Guard
from game.core.terms import Term
from game.core.triggers import clause_duties, covers
from game.core.view import View
from game.core.world import State
from game.reports.grammar import capital, figure, listing, sentence_of, signed, signed_tenths
from game.reports.reasons import term_label
from game.reports.words import name, name_bare, names, whose
from game.ui import theme
from game.ui.kit import STRONG, Bar, Caption, Column, Figure, Flow, Icon, Label, Panel, Quiet, Row, Spacer, Tip, Widget
from game.ui.scenes.draft_overlaps import overlaps
from game.ui.scenes.parts import ReasonLine

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


@dataclass(frozen=True)
class Standing:
    """What a draft would change for one of its parties."""

    nation: str
    security: tuple[int, int]
    """Now and under it."""
    autonomy: tuple[int, int]
    wanted: int
    """Autonomy it would want under it."""
    points: int
    """Tenths of an RP a turn it would cost."""
    once: int
    """RP it would receive on signature; negative when it pays."""
    drawn_in: tuple[tuple[str, tuple[str, ...]], ...]
    """Nations it would newly have to aid, each with those that threaten it and count."""
    coverage: int
    """Per cent of what it would then have promised that its forces cover."""


class Prospect:
    """A view's outlook on drafts, kept while the view lasts."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.outlook = Outlook(view)

    def standing(self, draft: Draft, nation: str) -> Standing:
        """What the draft would change for one of its parties, from one's own knowledge."""
        before, after = self.outlook.table, self.outlook.whatif(draft)
        world = self.view.world
        points = 0.0
        for clause in draft.clauses:
            if isinstance(clause, JointExercises):
                points += exercise_burden(world, nation, draft.parties, clause)
            elif isinstance(clause, BurdenSharing):
                points += pledge_gap(world, nation, draft.parties, clause)
            elif isinstance(clause, CapacityBuilding):
                gives = clause.donor == nation
                points += clause.amount * (len(draft.parties) - 1) if gives else -clause.amount
        once = sum(one.amount for one in draft.payments if one.payee == nation)
        once -= sum(one.amount for one in draft.payments if one.payer == nation)
        return Standing(
            nation,
            (before.security(nation).value, after.security(nation).value),
            (before.autonomy(nation).value, after.autonomy(nation).value),
            after.autonomy_wanted(nation),
            round(points * 10),
            once,
            drawn_in(before, draft, nation),
            after.coverage(nation),
        )

    def answer(self, draft: Draft, nation: str) -> Estimate:
        """How a party would probably answer."""
        return estimate(self.view, draft, nation, self.outlook)


def drawn_in(table: Appraisal, draft: Draft, nation: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Whose quarrels a draft would draw a party into: each ward, and the nations hostile to it that would count."""
    world, found = table.world, list[tuple[str, tuple[str, ...]]]()
    for duty in clause_duties("", draft.parties, draft.clauses):
        if not isinstance(duty, Guard) or duty.by != nation:
            continue
        for ward in duty.wards:
            home = world.nations[ward].home
            foes = [
                k
                for k in world.nations
                if k not in (ward, nation)
                and covers(duty, home, "armed_attack", k) == "case"
                and table.hostility(k, ward).value >= table.rules.opportunity_hostility
            ]
            foes.sort(key=lambda k: -table.threat(k, ward))
            found.append((ward, tuple(foes)))
    return tuple(found)


def drawn_text(world: State, found: Standing) -> str:
    """Whose quarrels a party would be drawn into, as a sentence; empty when it would guard nobody."""
    together: dict[tuple[str, ...], list[str]] = {}
    for ward, foes in found.drawn_in:
        if foes:
            together.setdefault(foes, []).append(ward)
    quarrels = [
        f"{whose(world, wards[0])} quarrel with {names(world, foes)}"
        if len(wards) == 1
        else f"the quarrels of {names(world, wards)} with {names(world, foes)}"
        for foes, wards in together.items()
    ]
    quiet = [name(world, ward) for ward, foes in found.drawn_in if not foes]
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
    lines = overlaps(world, draft)
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
    found, likely = prospect.standing(draft, nation), prospect.answer(draft, nation)
    mine = nation == me
    drawn = drawn_text(world, found)
    thin = f"Its promises would be covered to {figure(found.coverage)} %." if found.coverage < 100 else ""
    head = Row(
        Label("You" if mine else name_bare(world, nation), face=STRONG),
        Spacer(grow=1),
        Caption("your staff's reading" if mine else "your estimate"),
    )
    return Panel(
        Column(
            head,
            answer_bar(likely, mine),
            Column(*reason_lines(world, likely.terms), gap=0),
            Flow(*_figures(world, found), gap=theme.PADDING),
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


def _figures(world: State, found: Standing) -> list[Widget]:
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
