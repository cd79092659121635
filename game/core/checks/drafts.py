"""What a draft must be before it can be put on a table."""

from game.core.clauses import (
    TERM_RANGES,
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
from game.core.drafts import Draft
from game.core.problems import Problem, illegal, invalid
from game.core.world import State


def draft_problems(world: State, draft: Draft) -> list[Problem]:
    """Every reason why a draft is not a treaty anyone could sign."""
    found: list[Problem] = []
    if len(draft.parties) < 2:
        found.append(invalid("A treaty needs at least two parties."))
    if tuple(sorted(dict.fromkeys(draft.parties))) != draft.parties:
        found.append(invalid("A draft names each party once, in alphabetical order of their ids."))
    for name in draft.parties:
        if name not in world.nations:
            found.append(invalid(f'There is no nation "{name}".'))
    if not draft.title.strip() or len(draft.title) > 80:
        found.append(invalid("A draft needs a title of at most 80 characters."))
    if not draft.clauses and not draft.payments:
        found.append(illegal("A draft needs at least one clause or payment."))
    kinds = [clause.kind for clause in draft.clauses]
    if len(dict.fromkeys(kinds)) != len(kinds):
        found.append(illegal("A draft holds at most one clause of each kind."))
    if not 0 <= draft.duration <= 40:
        found.append(invalid("A treaty lasts 1 to 40 turns, or 0 for an open end."))
    if not 0 <= draft.notice <= 6:
        found.append(invalid("Notice is 0 to 6 turns."))
    for clause in draft.clauses:
        found += clause_problems(world, draft.parties, clause)
    for payment in draft.payments:
        if payment.payer == payment.payee or payment.payer not in draft.parties or payment.payee not in draft.parties:
            found.append(illegal("A payment goes from one party to another."))
        if payment.amount < 1:
            found.append(invalid("A payment is at least 1 RP."))
    return found


def _in_range(kind: str, term: str, value: int) -> list[Problem]:
    low, high, _ = TERM_RANGES[kind, term]
    if low <= value <= high:
        return []
    return [invalid(f"{kind.replace('_', ' ')}: {term.replace('_', ' ')} is {low} to {high}.")]


def clause_problems(world: State, parties: tuple[str, ...], clause: Clause) -> list[Problem]:
    """Every reason why the terms of a clause do not stand."""
    found: list[Problem] = []
    match clause:
        case MutualDefence():
            found += _area(world, clause.area)
            found += _in_range(clause.kind, "earmark", clause.earmark)
            if not clause.threats:
                found.append(invalid("Mutual defence names at least one kind of threat."))
            for name in clause.against:
                if name in parties:
                    found.append(illegal("A guarantee cannot be aimed at one of its own parties."))
                elif name not in world.nations and name not in world.others:
                    found.append(invalid(f'There is no nation "{name}".'))
        case Consultation():
            found += _area(world, clause.area)
        case JointExercises():
            found += _in_range(clause.kind, "per_year", clause.per_year)
            found += _in_range(clause.kind, "scale", clause.scale)
        case BurdenSharing():
            found += _in_range(clause.kind, "target", clause.target)
        case IntelligenceSharing():
            found += _in_range(clause.kind, "level", clause.level)
        case CapacityBuilding():
            found += _in_range(clause.kind, "amount", clause.amount)
            if clause.donor not in parties:
                found.append(illegal("Capacity building: the donor is one of the parties."))
        case Basing():
            if clause.host not in parties:
                found.append(illegal("Basing: the host is one of the parties."))
        case NonAggression() | Neutrality():
            pass  # they have no terms
    return found


def _area(world: State, area: tuple[str, ...]) -> list[Problem]:
    return [invalid(f'There is no theatre "{theatre}".') for theatre in area if theatre not in world.theatres]
