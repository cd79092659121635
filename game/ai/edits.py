"""Drafts one edit away from a draft, nearest first: what a refusal may name instead and a counter may try.

The published distance: 1 for one step of a term, 2 for a clause dropped, narrowed or added, 3 for a payment.
"""

from collections.abc import Iterator
from dataclasses import replace

from game.ai.joint_edits import joint_steps, one_step
from game.core.clauses import (
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.drafts import Draft, Payment
from game.core.duties import FORMULAS, Automaticity
from game.core.record import record
from game.core.world import State

AUTOMATICITY: tuple[Automaticity, ...] = ("own_way", "consulted", "automatic")
PAYMENTS = (1, 2, 4)
TALK = ("consultation", "non_aggression", "neutrality", "confidence_building", "joint_exercises", "personnel_exchange")
"""Kinds of clause by which nobody gives another more than words, time and staff."""
"""RP that a side payment may try."""
ORDER: tuple[str, ...] = (
    *("mutual_defence", "consultation", "non_aggression", "neutrality", "confidence_building", "arms_limits"),
    *("joint_exercises", "standardisation", "integrated_command", "personnel_exchange", "intelligence_sharing"),
    *("cyber_defence", "cyber_deterrence", "capacity_building", "technology_transfer", "basing", "burden_sharing"),
    *("resilience", "disaster_response", "peacekeeping", "reconstruction", "mutual_support"),
)
"""Kinds of clauses in the order in which a treaty lists them."""


@record
class Edit:
    """A neighbouring draft and how far away it is."""

    distance: int
    draft: Draft


def neighbours(world: State, draft: Draft) -> tuple[Edit, ...]:
    """Every draft one edit away, nearest first; the parties stay the same."""
    found: list[Edit] = []
    for index, clause in enumerate(draft.clauses):
        for changed in steps(clause):
            found.append(Edit(1, with_clause(draft, index, changed)))
        for changed in narrowed(world, draft, clause):
            found.append(Edit(2, with_clause(draft, index, changed)))
        if len(draft.clauses) > 1:
            found.append(Edit(2, replace(draft, clauses=draft.clauses[:index] + draft.clauses[index + 1 :])))
    found += (Edit(2, added) for added in _added(draft))
    found += (Edit(3, paid) for paid in payments(draft))
    # Python's sort keeps the order of equals, so that the list is the same for the same draft.
    return tuple(sorted(found, key=lambda edit: edit.distance))


def with_clause(draft: Draft, index: int, clause: Clause) -> Draft:
    """A draft with one clause replaced."""
    return replace(draft, clauses=(*draft.clauses[:index], clause, *draft.clauses[index + 1 :]))


def steps(clause: Clause) -> Iterator[Clause]:
    """The clause with one term moved one step."""
    match clause:
        case MutualDefence():
            at = AUTOMATICITY.index(clause.automaticity)
            for other in (at - 1, at + 1):
                if 0 <= other < len(AUTOMATICITY):
                    yield replace(clause, automaticity=AUTOMATICITY[other])
            for earmark in one_step(clause.kind, "earmark", clause.earmark):
                yield replace(clause, earmark=earmark)
        case JointExercises():
            for scale in one_step(clause.kind, "scale", clause.scale):
                yield replace(clause, scale=scale)
            for per_year in one_step(clause.kind, "per_year", clause.per_year):
                yield replace(clause, per_year=per_year)
            yield replace(clause, costs="equal" if clause.costs == "by_income" else "by_income")
        case BurdenSharing():
            for target in one_step(clause.kind, "target", clause.target):
                yield replace(clause, target=target)
            for formula in FORMULAS:
                if formula != clause.formula:
                    yield replace(clause, formula=formula)
        case IntelligenceSharing():
            for level in one_step(clause.kind, "level", clause.level):
                yield replace(clause, level=level)
        case CapacityBuilding():
            for amount in one_step(clause.kind, "amount", clause.amount):
                yield replace(clause, amount=amount)
            for training in one_step(clause.kind, "training", clause.training):
                yield replace(clause, training=training)
        case NonAggression() | Neutrality() | Basing() | Consultation():
            pass  # nothing in them is a matter of degree
        case _:
            yield from joint_steps(clause)


def homes(world: State, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Home theatres of the parties, each once, in the order of their ids."""
    return tuple(sorted(dict.fromkeys(world.nations[name].home for name in parties)))


def narrowed(world: State, draft: Draft, clause: Clause) -> Iterator[Clause]:
    """The clause with another area: that of the parties' homes, one theatre less, or none; or another giver."""
    if isinstance(clause, Basing) and len(draft.parties) == 2:
        yield replace(clause, host=next(name for name in draft.parties if name != clause.host))
    if not isinstance(clause, MutualDefence | Consultation):
        return
    if clause.area:
        yield replace(clause, area=())
        if len(clause.area) > 1:
            for theatre in clause.area:
                yield replace(clause, area=tuple(other for other in clause.area if other != theatre))
    else:
        around = homes(world, draft.parties)
        yield replace(clause, area=around)
        if len(around) > 1:
            for theatre in around:
                yield replace(clause, area=tuple(other for other in around if other != theatre))
    if isinstance(clause, MutualDefence) and clause.against:
        yield replace(clause, against=())


def in_order(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Clauses in the order in which a treaty lists them."""
    return tuple(sorted(clauses, key=lambda clause: ORDER.index(clause.kind)))


def _added(draft: Draft) -> Iterator[Draft]:
    """The draft with one light clause more, and where one side lends a base, with help for the host.

    Nobody offers to stand aside from those it promises to defend, nor to defend those it only means to leave alone.
    """
    kinds = [clause.kind for clause in draft.clauses]
    aloof = "non_aggression" in kinds or "neutrality" in kinds
    fresh: list[Clause] = [Consultation()]
    if not aloof:
        fresh += [JointExercises(), MutualDefence(automaticity="own_way", earmark=20)]
    if "non_aggression" in kinds:
        yield _swapped(draft, "non_aggression", Neutrality())
    if "neutrality" in kinds:
        yield _swapped(draft, "neutrality", NonAggression())
    for clause in draft.clauses:
        if isinstance(clause, Basing) and len(draft.parties) == 2:
            fresh.append(CapacityBuilding(donor=next(name for name in draft.parties if name != clause.host)))
    for clause in fresh:
        if clause.kind not in kinds:
            yield replace(draft, clauses=in_order((*draft.clauses, clause)))


def _swapped(draft: Draft, kind: str, clause: Clause) -> Draft:
    """The draft with the clause of one kind replaced by another."""
    rest = tuple(had for had in draft.clauses if had.kind not in (kind, clause.kind))
    return replace(draft, clauses=in_order((*rest, clause)))


def payments(draft: Draft) -> Iterator[Draft]:
    """The draft with a payment more, changed or dropped, between two parties, either way; for mere talk no government
    pays."""
    if len(draft.parties) != 2:
        return
    first, second = draft.parties
    if draft.payments:
        yield replace(draft, payments=())
    if all(clause.kind in TALK for clause in draft.clauses):
        return
    for payer, payee in ((first, second), (second, first)):
        for amount in PAYMENTS:
            paid = (Payment(payer, payee, amount),)
            if paid != draft.payments:
                yield replace(draft, payments=paid)
