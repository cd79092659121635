"""Clauses of joint work and restraint with one term moved one step, for `edits`."""

from collections.abc import Iterator
from dataclasses import replace

from game.core.clauses import TERM_RANGES, Clause
from game.core.joint_work import (
    CyberDeterrence,
    DisasterResponse,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    TechnologyTransfer,
)
from game.core.restraints import ArmsLimits, ConfidenceBuilding


def one_step(kind: str, term: str, now: int) -> Iterator[int]:
    """A term one step lower and one step higher, as far as it goes."""
    low, high, size = TERM_RANGES[kind, term]
    for value in (now - size, now + size):
        if low <= value <= high:
            yield value


def joint_steps(clause: Clause) -> Iterator[Clause]:
    """The clause with one term moved one step."""
    match clause:
        case ConfidenceBuilding():
            yield replace(clause, observers=not clause.observers)
            yield replace(clause, keep_away=not clause.keep_away)
        case ArmsLimits():
            for ceiling in one_step(clause.kind, "ceiling", clause.ceiling):
                yield replace(clause, ceiling=ceiling)
        case IntegratedCommand():
            for share in one_step(clause.kind, "share", clause.share):
                yield replace(clause, share=share)
        case PersonnelExchange():
            yield replace(clause, level=3 - clause.level)
        case CyberDeterrence():
            yield replace(clause, answer="offensive" if clause.answer == "defensive" else "defensive")
        case TechnologyTransfer() | Resilience() | DisasterResponse() | Reconstruction():
            for amount in one_step(clause.kind, "amount", clause.amount):
                yield replace(clause, amount=amount)
        case Peacekeeping():
            for forces in one_step(clause.kind, "forces", clause.forces):
                yield replace(clause, forces=forces)
        case MutualSupport():
            # One favour less: what is asked for nothing is the first to go.
            for index in range(len(clause.favours) if len(clause.favours) > 1 else 0):
                yield replace(clause, favours=clause.favours[:index] + clause.favours[index + 1 :])
        case _:
            pass  # nothing in the others is a matter of degree
