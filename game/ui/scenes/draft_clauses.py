"""The clauses on the drafting table: each with its terms to set, and cards for those not yet in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from game.core.appraisal import Appraisal
from game.core.clauses import (
    CLAUSES,
    TERM_RANGES,
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    ClauseType,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.drafts import Draft
from game.core.duties import THREAT_WORDS, Automaticity, Costs
from game.core.world import State, networked
from game.reports.clause_words import FORMULA_WORDS
from game.reports.grammar import capital, figure
from game.reports.treaties import SCALES, clause_text, clause_title
from game.reports.words import name_bare, theatre
from game.ui import theme
from game.ui.kit import (
    STRONG,
    Button,
    Caption,
    Card,
    Check,
    Column,
    Dropdown,
    Grid,
    Icon,
    Label,
    Panel,
    Quiet,
    Row,
    Segmented,
    Spacer,
    Stepper,
    Widget,
)
from game.ui.scenes import draft_joint
from game.ui.scenes.draft_explained import explained
from game.ui.scenes.draft_terms import MANY, NARROW, Change, field, threats_known, toggled, with_clause, without_clause

ICONS: Final[dict[str, str]] = {
    "mutual_defence": "shield",
    "consultation": "consult",
    "joint_exercises": "exercise",
    "burden_sharing": "burden",
    "non_aggression": "trust",
    "neutrality": "autonomy",
    "intelligence_sharing": "eye",
    "capacity_building": "support",
    "basing": "pin",
    **draft_joint.ICONS,
}
PURPOSES: Final[dict[str, str]] = {
    "mutual_defence": "An attack on one is answered by the others.",
    "consultation": "When one is challenged, the others take counsel with it.",
    "joint_exercises": "Forces that train together learn to fight together.",
    "burden_sharing": "What security costs is shared: by pledge, in parts, or through a fund.",
    "non_aggression": "The parties press no demands on each other.",
    "neutrality": "Nor do they join others against each other.",
    "intelligence_sharing": "Each lets the others see more of it, and of the world.",
    "capacity_building": "One gives to the others, turn by turn.",
    "basing": "One opens its ground, so that the others reach farther.",
    **draft_joint.PURPOSES,
}
HOW: Final[tuple[tuple[Automaticity, str], ...]] = (
    ("automatic", "Automatic"),
    ("consulted", "After consultation"),
    ("own_way", "Each in its own way"),
)
LEVELS: Final[tuple[tuple[int, str], ...]] = ((1, "Summaries"), (2, "Reports"), (3, "In full"))
WHO_PAYS: Final[tuple[tuple[Costs, str], ...]] = (("equal", "Equal shares"), ("by_income", "By income"))
_CARD = 196
_WIDE = 236
"""Least width of a column of theatres."""


def clause_panel(world: State, draft: Draft, clause: Clause, change: Change, me: str) -> Widget:
    """One clause of the draft: what it says, its terms to set, and what they come to."""
    title = clause_title(clause)
    head = Row(
        Icon(ICONS[clause.kind], colour=theme.ACCENT),
        Label(title, face=STRONG),
        Spacer(grow=1),
        Button(
            f"Remove {title.lower()}",
            lambda: change(without_clause(draft, clause.kind)),
            kind="bare",
            icon="cross",
            icon_only=True,
            key=f"remove-{clause.kind}",
        ),
    )

    def to(**terms: Any) -> None:
        change(with_clause(draft, replace(clause, **terms)))

    return Panel(
        Column(
            head,
            Label(clause_text(world, clause)),
            *_terms(world, draft, clause, to),
            *[Caption(words) for words in explained(world, draft, clause, me)],
            gap=theme.INSIDE,
        ),
        pad=theme.BETWEEN,
        fill=theme.PANEL,
    )


def _terms(world: State, draft: Draft, clause: Clause, to: Callable[..., None]) -> list[Widget]:
    key = clause.kind
    match clause:
        case MutualDefence():
            return [
                field(
                    "How it binds",
                    Segmented(
                        HOW,
                        clause.automaticity,
                        lambda v: to(automaticity=v),
                        label="How it binds",
                        key=f"{key}-how",
                    ),
                ),
                field("Where it holds", _areas(world, key, clause.area, to), grow=True),
                field("Against what", _threats(world, clause, to), grow=True),
                field("Against whom", _foes(world, draft, clause, to), grow=True),
                field("Forces reserved", _number(clause, "earmark", "%", to), Caption("of those that may leave home")),
            ]
        case Consultation():
            return [field("Where it holds", _areas(world, key, clause.area, to), grow=True)]
        case JointExercises():
            return [
                field("How many", _number(clause, "per_year", "a year", to)),
                field(
                    "How large",
                    Segmented(
                        [(size, capital(words)) for size, words in enumerate(SCALES) if words],
                        clause.scale,
                        lambda v: to(scale=v),
                        label="How large",
                        key=f"{key}-scale",
                    ),
                ),
                field(
                    "Who pays",
                    Segmented(WHO_PAYS, clause.costs, lambda v: to(costs=v), label="Who pays", key=f"{key}-costs"),
                ),
            ]
        case BurdenSharing():
            return [
                field(
                    "How it is shared",
                    Dropdown(
                        [(formula, capital(words)) for formula, words in FORMULA_WORDS.items()],
                        clause.formula,
                        lambda v: to(formula=v),
                        label="How it is shared",
                        key=f"{key}-formula",
                    ),
                ),
                field("How much", _number(clause, "target", "%", to), Caption(BURDEN_OF[clause.formula])),
            ]
        case IntelligenceSharing():
            return [
                field(
                    "How much",
                    Segmented(LEVELS, clause.level, lambda v: to(level=v), label="How much", key=f"{key}-level"),
                )
            ]
        case CapacityBuilding():
            return [
                field("Who gives", _one_of(world, draft, key, "donor", clause.donor, to)),
                field("How much", _number(clause, "amount", "RP", to), Caption("a turn to each of the others")),
                field("Instructors", _number(clause, "training", "of 3", to), Caption("they make the others readier")),
            ]
        case Basing():
            return [field("Whose ground", _one_of(world, draft, key, "host", clause.host, to))]
        case NonAggression():
            return []
        case Neutrality():
            kept = Check("nor enters alliances aimed at another", clause.unallied, lambda on: to(unallied=on))
            return [field("Alliances", kept)]
        case _:
            return draft_joint.joint_terms(
                world,
                draft,
                clause,
                to,
                lambda term, unit: _number(clause, term, unit, to),
                lambda: _areas(world, key, clause.area, to),  # type: ignore[union-attr]
            )


BURDEN_OF = {
    "pledged": "of income, upkeep included",
    "fund": "of income, each turn",
    "equal": "of all parties' income together",
    "by_income": "of all parties' income together",
    "by_capability": "of all parties' income together",
}


def _threats(world: State, clause: MutualDefence, to: Callable[..., None]) -> Widget:
    """Kinds of threat that count as the case it means: at least one stays ticked."""
    known = threats_known(world)
    checks = [
        Check(
            capital(words),
            kind in clause.threats,
            lambda on, kind=kind: to(threats=toggled(clause.threats, kind, on, THREAT_WORDS) or clause.threats),  # type: ignore[misc]
            key=f"threat-{kind}",
        )
        for kind, words in THREAT_WORDS.items()
        if kind in known or kind in clause.threats
    ]
    return Grid(*checks, least=NARROW, gap=0)


def _one_of(world: State, draft: Draft, key: str, term: str, value: str, to: Callable[..., None]) -> Widget:
    """A party that has a part of its own in a clause."""
    return Dropdown(
        [(name, name_bare(world, name)) for name in draft.parties],
        value,
        lambda name: to(**{term: name}),
        label=term.capitalize(),
        key=f"{key}-{term}",
    )


def _number(clause: Clause, term: str, unit: str, to: Callable[..., None]) -> Widget:
    least, most, step = TERM_RANGES[clause.kind, term]
    return Stepper(
        getattr(clause, term),
        lambda v: to(**{term: v}),
        least=least,
        most=most,
        step=step,
        unit=unit,
        label=term.replace("_", " ").capitalize(),
        key=f"{clause.kind}-{term}",
    )


def _areas(world: State, key: str, area: tuple[str, ...], to: Callable[..., None]) -> Widget:
    checks = [
        Check(
            capital(theatre(world, where).removeprefix("the ")),
            where in area,
            lambda on, where=where: to(area=toggled(area, where, on, world.theatres)),  # type: ignore[misc]
            key=f"{key}-area-{where}",
        )
        for where in world.theatres
    ]
    said = Caption("None ticked: anywhere.") if not area else None
    return Column(Grid(*checks, least=_WIDE, gap=0), said, gap=0)


def _foes(world: State, draft: Draft, clause: MutualDefence, to: Callable[..., None]) -> Widget:
    known = [name for name in (*world.nations, *world.others) if name not in draft.parties]
    shown = known if len(known) <= MANY else list(clause.against)
    checks: list[Widget] = [
        Check(
            name_bare(world, name),
            name in clause.against,
            lambda on, name=name: to(against=toggled(clause.against, name, on, known)),  # type: ignore[misc]
            key=f"against-{name}",
        )
        for name in shown
    ]
    if len(known) > MANY:
        rest = sorted((name for name in known if name not in clause.against), key=lambda n: name_bare(world, n))
        checks.append(
            Dropdown(
                [("", "Name a nation"), *((name, name_bare(world, name)) for name in rest)],
                "",
                lambda name: to(against=toggled(clause.against, name, True, known)),
                label="Name a nation",
                key="add-against",
            )
        )
    said = Caption("None ticked: an attack by anyone.") if not clause.against else None
    return Column(Grid(*checks, least=NARROW, gap=0), said, gap=0)


def default_clause(world: State, made: ClauseType, draft: Draft, me: str) -> Clause:
    """A clause with its usual terms: the richest party gives, the weakest opens its bases."""
    parties = [name for name in draft.parties if name in world.nations] or [me]
    if made is CapacityBuilding:
        return CapacityBuilding(donor=max(parties, key=lambda name: world.nations[name].income))
    if made is Basing:
        return Basing(host=min(parties, key=lambda name: world.nations[name].potential))
    return draft_joint.default_joint(made, draft, world) or made()  # type: ignore[call-arg]


_OF_NETWORKS = ("cyber_defence", "cyber_deterrence")


def clause_cards(table: Appraisal, draft: Draft, me: str, change: Change) -> Widget | None:
    """The clauses that can still be added, a card each; nothing when all are in."""
    held = [had.kind for had in draft.clauses]
    cards = []
    for made in CLAUSES:
        clause = default_clause(table.world, made, draft, me)
        if clause.kind in held or (clause.kind in _OF_NETWORKS and not networked(table.world)):
            continue
        title = clause_title(clause)
        cards.append(
            Card(
                Column(
                    Row(Icon(ICONS[clause.kind]), Label(title, face=STRONG), gap=theme.INSIDE),
                    Quiet(PURPOSES[clause.kind]),
                    Caption(_price(table, draft, clause, me)),
                    gap=theme.GRID,
                ),
                lambda clause=clause: change(with_clause(draft, clause)),  # type: ignore[misc]
                title=f"Add {title.lower()}",
                pad=theme.BETWEEN,
                key=f"add-{clause.kind}",
            )
        )
    return Grid(*cards, least=_CARD) if cards else None


def _price(table: Appraisal, draft: Draft, clause: Clause, me: str) -> str:
    """What a clause takes of one's freedom of action; or of a partner's, where the burden is not one's own."""
    mine = autonomy_price(table, clause, me)
    if mine or isinstance(clause, CapacityBuilding):
        return f"Autonomy {figure(-mine)}"
    theirs = max((autonomy_price(table, clause, name) for name in draft.parties), default=0)
    return f"Autonomy 0; {figure(-theirs)} for the host" if theirs else "Autonomy 0"


def autonomy_price(table: Appraisal, clause: Clause, me: str) -> int:
    """Index points of autonomy a clause takes from a party at most, whatever it has promised already."""
    return sum(table.duty_price(duty) for duty in clause.duties("", (me, "")) if duty.by == me)
