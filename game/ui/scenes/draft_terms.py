"""The paper on the drafting table: parties, term, openness and payments, as widgets that hand back a changed draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from game.core.charters import Charter
from game.core.clauses import CLAUSES, Basing, CapacityBuilding, Clause, MutualDefence
from game.core.drafts import Draft, Payment
from game.core.duties import THREAT_WORDS, ThreatKind
from game.core.joint_work import MutualSupport, TechnologyTransfer
from game.core.world import State, networked
from game.reports.grammar import plural
from game.reports.words import name_bare
from game.ui import theme
from game.ui.kit import Button, Caption, Check, Column, Dropdown, Flow, Grid, Quiet, Row, Spacer, Stepper, Widget

Change = Callable[[Draft], object]
"""Takes the draft as it is to be from now on."""

_LABEL = 96
_DROP = 6
"""What lets a name stand level with the first line of what is set."""
NARROW = 150
"""Least width of a column of nations."""
MANY = 12
"""Nations from which on they are chosen from a list instead of being all in sight."""
LONGEST_TERM = 40
LONGEST_NOTICE = 6


def field(label: str, *parts: Widget, grow: bool = False) -> Widget:
    """A name at the left and what is set at the right; ``grow`` for parts that take all the width there is."""
    if grow:
        name = Column(Spacer(height=_DROP), Caption(label), gap=0, width=_LABEL)
        return Row(name, Column(*parts, grow=1), each="start")
    return Row(Caption(label, width=_LABEL), *parts, Spacer(grow=1))


def toggled(chosen: Sequence[str], name: str, on: bool, order: Iterable[str]) -> tuple[str, ...]:
    """The chosen with one more or one less of them, in the given order."""
    return tuple(known for known in order if (known in chosen and known != name) or (known == name and on))


def threats_known(world: State) -> dict[ThreatKind, str]:
    """The kinds of threat there are by now, in words."""
    return {kind: words for kind, words in THREAT_WORDS.items() if kind != "cyber" or networked(world)}


def with_clause(draft: Draft, clause: Clause) -> Draft:
    """The draft with this clause, in place of the one of its kind if it holds one."""
    rest = {had.kind: had for had in draft.clauses}
    rest[clause.kind] = clause
    kinds = [made.__dataclass_fields__["kind"].default for made in CLAUSES]
    return replace(draft, clauses=tuple(rest[kind] for kind in kinds if kind in rest))


def without_clause(draft: Draft, kind: str) -> Draft:
    """The draft without the clause of this kind."""
    return replace(draft, clauses=tuple(had for had in draft.clauses if had.kind != kind))


def with_parties(draft: Draft, parties: Iterable[str]) -> Draft:
    """The draft between these nations; what no longer stands between parties is dropped."""
    kept = tuple(sorted(dict.fromkeys(parties)))
    clauses = tuple(_between(had, kept) for had in draft.clauses)
    payments = tuple(one for one in draft.payments if one.payer in kept and one.payee in kept)
    charter = _charter_among(draft.charter, kept) if draft.charter is not None else None
    return replace(draft, parties=kept, clauses=clauses, payments=payments, charter=charter)


def _charter_among(charter: Charter, parties: tuple[str, ...]) -> Charter:
    """A charter that names no offices for, and no aim against, those it cannot."""
    led = charter.rule == "leader" and charter.leader not in parties
    return replace(
        charter,
        against="" if charter.against in parties else charter.against,
        rule="majority" if led else charter.rule,
        leader="" if led else charter.leader,
        seat=charter.seat if charter.seat in parties else "",
        opt_outs=tuple(out for out in charter.opt_outs if out.party in parties),
    )


def _between(clause: Clause, parties: tuple[str, ...]) -> Clause:
    """A clause as it can stand between these parties."""
    match clause:
        case MutualDefence():
            return replace(clause, against=tuple(name for name in clause.against if name not in parties))
        case CapacityBuilding() | TechnologyTransfer():
            return clause if clause.donor in parties else replace(clause, donor=parties[0])
        case MutualSupport():
            kept = tuple(one for one in clause.favours if one.by in parties and one.whom in parties)
            return replace(clause, favours=kept)
        case Basing():
            return clause if clause.host in parties else replace(clause, host=parties[0])
        case _:
            return clause


# --- parties


def party_chooser(world: State, draft: Draft, me: str, change: Change, locked: str = "") -> Widget:
    """Who is party to it. One's own nation always is, and who is bound by the text it would replace; ``locked`` says
    why nobody can be added."""
    bound = world.treaties[draft.amends].parties if draft.amends in world.treaties else ()

    def stays(name: str) -> str:
        if name == me:
            return "What you propose, you are party to."
        return "A new text keeps the parties there are." if name in bound else locked

    if len(world.nations) <= MANY:
        return Grid(
            *[
                Check(
                    name_bare(world, name),
                    name in draft.parties,
                    lambda on, name=name: change(  # type: ignore[misc]
                        with_parties(draft, toggled(draft.parties, name, on, world.nations))
                    ),
                    problem=stays(name),
                    key=f"party-{name}",
                )
                for name in world.nations
            ],
            least=NARROW,
            gap=theme.GRID,
        )
    rest = sorted((name for name in world.nations if name not in draft.parties), key=lambda n: name_bare(world, n))
    chosen = [
        Button(
            name_bare(world, name),
            lambda name=name: change(  # type: ignore[misc]
                with_parties(draft, [party for party in draft.parties if party != name])
            ),
            icon="cross",
            problem=stays(name),
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


# --- what frames them


def frame_terms(world: State, draft: Draft, change: Change) -> Widget:
    """How long it lasts, how one leaves it, whether it is secret."""
    return Column(
        field(
            "Lasts",
            Stepper(
                draft.duration,
                lambda v: change(replace(draft, duration=v)),
                most=max(LONGEST_TERM, draft.duration),
                label="Lasts",
                key="duration",
            ),
            Caption(plural(draft.duration, "turn") if draft.duration else "no fixed term"),
        ),
        field(
            "Notice to leave",
            Stepper(
                draft.notice,
                lambda v: change(replace(draft, notice=v)),
                most=LONGEST_NOTICE,
                label="Notice to leave",
                key="notice",
            ),
            Caption(plural(draft.notice, "turn") if draft.notice else "at once"),
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
