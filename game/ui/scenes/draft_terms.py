"""The paper on the drafting table: parties, clauses and their terms, as widgets that hand back a changed draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from game.core.clauses import (
    CLAUSES,
    TERM_RANGES,
    BurdenSharing,
    Clause,
    Consultation,
    JointExercises,
    MutualDefence,
)
from game.core.drafts import Draft, Payment
from game.core.duties import Automaticity, Costs
from game.core.rules import Rules
from game.core.world import State
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
    Flow,
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

Change = Callable[[Draft], object]
"""Takes the draft as it is to be from now on."""

ICONS: Final[dict[str, str]] = {
    "mutual_defence": "shield",
    "consultation": "consult",
    "joint_exercises": "exercise",
    "burden_sharing": "burden",
}
PURPOSES: Final[dict[str, str]] = {
    "mutual_defence": "An attack on one is answered by the others.",
    "consultation": "When one is challenged, the others take counsel with it.",
    "joint_exercises": "Forces that train together learn to fight together.",
    "burden_sharing": "Each pledges a share of its income to its own forces.",
}
HOW: Final[tuple[tuple[Automaticity, str], ...]] = (
    ("automatic", "Automatic"),
    ("consulted", "After consultation"),
    ("own_way", "Each in its own way"),
)
WHO_PAYS: Final[tuple[tuple[Costs, str], ...]] = (("equal", "Equal shares"), ("by_income", "By income"))
_LABEL = 112
_MANY = 12
"""Nations from which on they are chosen from a list instead of being all in sight."""
LONGEST_TERM = 40
LONGEST_NOTICE = 6


def field(label: str, *parts: Widget, grow: bool = False) -> Widget:
    """A name at the left and what is set at the right; ``grow`` for parts that take all the width there is."""
    if grow:
        return Row(Caption(label, width=_LABEL), Column(*parts, grow=1), each="start")
    return Row(Caption(label, width=_LABEL), *parts, Spacer(grow=1))


def toggled(chosen: Sequence[str], name: str, on: bool, order: Iterable[str]) -> tuple[str, ...]:
    """The chosen with one more or one less of them, in the given order."""
    return tuple(known for known in order if (known in chosen and known != name) or (known == name and on))


def default_clause(kind: str) -> Clause:
    """A clause of this kind with its usual terms."""
    return next(made() for made in CLAUSES if made().kind == kind)


def with_clause(draft: Draft, clause: Clause) -> Draft:
    """The draft with this clause, in place of the one of its kind if it holds one."""
    rest = {had.kind: had for had in draft.clauses}
    rest[clause.kind] = clause
    kinds = [made().kind for made in CLAUSES]
    return replace(draft, clauses=tuple(rest[kind] for kind in kinds if kind in rest))


def without_clause(draft: Draft, kind: str) -> Draft:
    """The draft without the clause of this kind."""
    return replace(draft, clauses=tuple(had for had in draft.clauses if had.kind != kind))


def with_parties(draft: Draft, parties: Iterable[str]) -> Draft:
    """The draft between these nations; what no longer stands between parties is dropped."""
    kept = tuple(sorted(dict.fromkeys(parties)))
    clauses = tuple(
        replace(had, against=tuple(name for name in had.against if name not in kept))
        if isinstance(had, MutualDefence)
        else had
        for had in draft.clauses
    )
    payments = tuple(one for one in draft.payments if one.payer in kept and one.payee in kept)
    return replace(draft, parties=kept, clauses=clauses, payments=payments)


# --- parties


def party_chooser(world: State, draft: Draft, me: str, change: Change, locked: str = "") -> Widget:
    """Who is party to it. One's own nation always is; ``locked`` says why nobody can be added."""
    if len(world.nations) <= _MANY:
        return Flow(
            *[
                Check(
                    name_bare(world, name),
                    name in draft.parties,
                    lambda on, name=name: change(  # type: ignore[misc]
                        with_parties(draft, toggled(draft.parties, name, on, world.nations))
                    ),
                    problem="What you propose, you are party to." if name == me else locked,
                    key=f"party-{name}",
                )
                for name in world.nations
            ],
            gap=theme.PADDING,
        )
    rest = sorted((name for name in world.nations if name not in draft.parties), key=lambda n: name_bare(world, n))
    chosen = [
        Button(
            name_bare(world, name),
            lambda name=name: change(  # type: ignore[misc]
                with_parties(draft, [party for party in draft.parties if party != name])
            ),
            icon="cross",
            problem="What you propose, you are party to." if name == me else locked,
            tooltip="Leave it out",
            key=f"party-{name}",
        )
        for name in draft.parties
    ]
    more: Dropdown[str] = Dropdown(
        [("", "Add a party"), *((name, name_bare(world, name)) for name in rest)],
        "",
        lambda name: change(with_parties(draft, [*draft.parties, name])),
        label="Add a party",
        problem=locked,
        key="add-party",
    )
    return Flow(*chosen, more)


# --- clauses


def clause_panel(world: State, draft: Draft, clause: Clause, change: Change) -> Widget:
    """One clause of the draft: what it says, and its terms to set."""
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
        Column(head, Label(clause_text(world, clause)), *_terms(world, draft, clause, to), gap=theme.INSIDE),
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
            return [field("Pledged", _number(clause, "target", "%", to), Caption("of income, upkeep included"))]


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
            capital(theatre(world, where)),
            where in area,
            lambda on, where=where: to(area=toggled(area, where, on, world.theatres)),  # type: ignore[misc]
            key=f"{key}-area-{where}",
        )
        for where in world.theatres
    ]
    return Column(Flow(*checks, gap=theme.BETWEEN), Caption("None ticked: anywhere.") if not area else None, gap=0)


def _foes(world: State, draft: Draft, clause: MutualDefence, to: Callable[..., None]) -> Widget:
    known = [name for name in (*world.nations, *world.others) if name not in draft.parties]
    shown = known if len(known) <= _MANY else list(clause.against)
    checks: list[Widget] = [
        Check(
            name_bare(world, name),
            name in clause.against,
            lambda on, name=name: to(against=toggled(clause.against, name, on, known)),  # type: ignore[misc]
            key=f"against-{name}",
        )
        for name in shown
    ]
    if len(known) > _MANY:
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
    return Column(Flow(*checks, gap=theme.BETWEEN), said, gap=0)


def clause_cards(rules: Rules, draft: Draft, change: Change) -> Widget | None:
    """The clauses that can still be added, a card each; nothing when all are in."""
    held = [had.kind for had in draft.clauses]
    cards = []
    for made in CLAUSES:
        clause = made()
        if clause.kind in held:
            continue
        title = clause_title(clause)
        cards.append(
            Card(
                Column(
                    Row(Icon(ICONS[clause.kind]), Label(title, face=STRONG), gap=theme.INSIDE),
                    Quiet(PURPOSES[clause.kind]),
                    Caption(f"Autonomy {figure(-autonomy_price(rules, clause))} for each party"),
                    gap=theme.GRID,
                ),
                lambda clause=clause: change(with_clause(draft, clause)),  # type: ignore[misc]
                title=f"Add {title.lower()}",
                pad=theme.BETWEEN,
                key=f"add-{clause.kind}",
            )
        )
    return Grid(*cards, columns=2) if cards else None


def autonomy_price(rules: Rules, clause: Clause) -> int:
    """Index points of autonomy a clause takes from each party."""
    match clause:
        case MutualDefence():
            return {
                "automatic": rules.autonomy_guard_automatic,
                "consulted": rules.autonomy_guard_consulted,
                "own_way": rules.autonomy_guard_own_way,
            }[clause.automaticity]
        case Consultation():
            return rules.autonomy_consult
        case JointExercises():
            return rules.autonomy_train
        case BurdenSharing():
            return rules.autonomy_pay


# --- what frames them


def frame_terms(world: State, draft: Draft, change: Change) -> Widget:
    """How long it lasts, how one leaves it, whether it is secret."""
    return Column(
        field(
            "Lasts",
            Stepper(
                draft.duration,
                lambda v: change(replace(draft, duration=v)),
                most=LONGEST_TERM,
                unit="turns",
                label="Lasts",
                key="duration",
            ),
            Caption("0: no fixed term"),
        ),
        field(
            "Notice to leave",
            Stepper(
                draft.notice,
                lambda v: change(replace(draft, notice=v)),
                most=LONGEST_NOTICE,
                unit="turns",
                label="Notice to leave",
                key="notice",
            ),
        ),
        field(
            "Openness",
            Check(
                "Secret: known to its parties alone",
                draft.secret,
                lambda on: change(replace(draft, secret=on)),
                key="secret",
            ),
        ),
        gap=theme.INSIDE,
    )


def payment_rows(world: State, draft: Draft, me: str, change: Change) -> Widget:
    """Resource points that change hands on signature."""
    rows: list[Widget] = []
    names = [(name, name_bare(world, name)) for name in draft.parties]

    def put(place: int, payment: Payment | None) -> None:
        found = list(draft.payments)
        found[place : place + 1] = [payment] if payment is not None else []
        change(replace(draft, payments=tuple(found)))

    for place, payment in enumerate(draft.payments):
        rows.append(
            Row(
                Dropdown(
                    names,
                    payment.payer,
                    lambda v, p=payment, i=place: put(i, replace(p, payer=v)),  # type: ignore[misc]
                    label="Who pays on signature",
                    key=f"payer-{place}",
                ),
                Quiet("pays"),
                Dropdown(
                    names,
                    payment.payee,
                    lambda v, p=payment, i=place: put(i, replace(p, payee=v)),  # type: ignore[misc]
                    label="Who is paid",
                    key=f"payee-{place}",
                ),
                Stepper(
                    payment.amount,
                    lambda v, p=payment, i=place: put(i, replace(p, amount=v)),  # type: ignore[misc]
                    least=1,
                    most=max(1, max(nation.income for nation in world.nations.values())),
                    unit="RP",
                    label="Amount",
                    key=f"amount-{place}",
                ),
                Button(
                    "Strike this payment",
                    lambda i=place: put(i, None),  # type: ignore[misc]
                    kind="bare",
                    icon="cross",
                    icon_only=True,
                    key=f"strike-{place}",
                ),
                gap=theme.INSIDE,
            )
        )
    other = next((name for name in draft.parties if name != me), None)
    rows.append(
        Row(
            Button(
                "Add a payment",
                lambda: change(replace(draft, payments=(*draft.payments, Payment(me, other or "", 1)))),
                icon="plus",
                problem="" if other else "Choose the other party first.",
                tooltip="Resource points that change hands once, on signature",
                key="add-payment",
            ),
            Spacer(grow=1),
        )
    )
    return Column(*rows, gap=theme.INSIDE)
