"""What a draft must be before it can be put on a table."""

from game.core.checks.common import unseen_problems
from game.core.checks.councils import amendment_problems, charter_problems
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
)
from game.core.drafts import Draft
from game.core.joint_work import (
    DisasterResponse,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    TechnologyTransfer,
)
from game.core.problems import Problem, illegal, invalid
from game.core.restraints import ArmsLimits
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
    found += unseen_problems(draft.title, "The title")
    if not draft.clauses and not draft.payments:
        found.append(illegal("A draft needs at least one clause or payment."))
    kinds = [clause.kind for clause in draft.clauses]
    if len(dict.fromkeys(kinds)) != len(kinds):
        found.append(illegal("A draft holds at most one clause of each kind."))
    replaced = world.treaties.get(draft.amends)
    # A new text may keep the term of the old one, whatever it is.
    kept = replaced is not None and draft.duration == replaced.duration
    if not (0 <= draft.duration <= 40 or kept):
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
    found += charter_problems(world, draft)
    found += amendment_problems(world, draft)
    return found


def clause_problems(world: State, parties: tuple[str, ...], clause: Clause) -> list[Problem]:
    """Every reason why the terms of a clause do not stand."""
    found = _out_of_range(clause)
    match clause:
        case MutualDefence():
            found += _area(world, clause.area)
            if not clause.threats:
                found.append(invalid("Mutual defence names at least one kind of threat."))
            for name in clause.against:
                if name in parties:
                    found.append(illegal("A guarantee cannot be aimed at one of its own parties."))
                elif name not in world.nations and name not in world.others:
                    found.append(invalid(f'There is no nation "{name}".'))
        case Consultation() | Peacekeeping():
            found += _area(world, clause.area)
        case CapacityBuilding() | TechnologyTransfer():
            if clause.donor not in parties:
                found.append(illegal(f"{_name(clause)}: the donor is one of the parties."))
        case Basing():
            if clause.host not in parties:
                found.append(illegal("Basing: the host is one of the parties."))
        case MutualSupport():
            found += _favours(world, parties, clause)
        case _:
            pass  # their terms are numbers and choices alone
    return found


def _name(clause: Clause) -> str:
    return clause.kind.replace("_", " ").capitalize()


def numbers_of(clause: Clause) -> dict[str, int]:
    """The terms of a clause that are numbers."""
    match clause:
        case MutualDefence():
            return {"earmark": clause.earmark}
        case JointExercises():
            return {"per_year": clause.per_year, "scale": clause.scale}
        case BurdenSharing():
            return {"target": clause.target}
        case IntelligenceSharing() | PersonnelExchange():
            return {"level": clause.level}
        case CapacityBuilding():
            return {"amount": clause.amount, "training": clause.training}
        case TechnologyTransfer() | Resilience() | DisasterResponse() | Reconstruction():
            return {"amount": clause.amount}
        case IntegratedCommand():
            return {"share": clause.share}
        case Peacekeeping():
            return {"forces": clause.forces}
        case ArmsLimits():
            return {"ceiling": clause.ceiling}
        case _:
            return {}


def _out_of_range(clause: Clause) -> list[Problem]:
    """Terms that are numbers, beyond their least and most; RP that would buy half a point of resilience."""
    found: list[Problem] = []
    for term, value in numbers_of(clause).items():
        low, high, step = TERM_RANGES[clause.kind, term]
        said = f"{clause.kind.replace('_', ' ')}: {term.replace('_', ' ')} is {low} to {high}"
        if not low <= value <= high:
            found.append(invalid(f"{said}."))
        elif isinstance(clause, Resilience) and (value - low) % step:
            found.append(invalid(f"{said}, in steps of {step}."))
    return found


def _favours(world: State, parties: tuple[str, ...], clause: MutualSupport) -> list[Problem]:
    found: list[Problem] = []
    if not clause.favours:
        found.append(illegal("Mutual support names at least one favour."))
    if len(clause.favours) != len(dict.fromkeys((one.by, one.whom, one.matter, one.about) for one in clause.favours)):
        found.append(illegal("Mutual support names each favour once."))
    for one in clause.favours:
        if one.by not in parties or one.whom not in parties or one.by == one.whom:
            found.append(illegal("Mutual support: one party stands behind another."))
        elif one.matter != "motion" and one.about:
            if one.about in parties:
                found.append(illegal("Mutual support: a case or claim is against a nation that is no party."))
            elif one.about not in world.nations:
                found.append(invalid(f'There is no nation "{one.about}".'))
    return found


def _area(world: State, area: tuple[str, ...]) -> list[Problem]:
    return [invalid(f'There is no theatre "{theatre}".') for theatre in area if theatre not in world.theatres]
