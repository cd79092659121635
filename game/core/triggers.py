"""Whether this is the case the treaty meant, read from the clause and said in words a key stands for."""

from functools import lru_cache
from typing import Literal, TypeAlias

from game.core.charters import DutyKind, OptOut
from game.core.clauses import Clause
from game.core.crises import Crisis
from game.core.duties import Consult, Duty, Guard, Pay, ThreatKind, Train
from game.core.record import record
from game.core.world import State, Treaty

ReadingWhy: TypeAlias = Literal["case", "not_in_force", "not_a_ward", "party_itself", "area", "kind", "against"]


@record
class Reading:
    """How one clause reads one case."""

    holds: bool
    why: ReadingWhy


@lru_cache(maxsize=4096)
def clause_duties(treaty_id: str, parties: tuple[str, ...], clauses: tuple[Clause, ...]) -> tuple[Duty, ...]:
    """Every duty that clauses between these parties yield, in the order of the clauses.

    Remembered: treaties are asked for their duties far more often than they change.
    """
    return tuple(duty for clause in clauses for duty in clause.duties(treaty_id, parties))


DUTY_NAMES: tuple[tuple[type[Duty], DutyKind], ...] = (
    (Guard, "guard"),
    (Consult, "consult"),
    (Train, "train"),
    (Pay, "pay"),
)
"""What opt-outs call the kinds of duties they may be from."""


@lru_cache(maxsize=1024)
def _without(
    treaty_id: str, parties: tuple[str, ...], clauses: tuple[Clause, ...], opt_outs: tuple[OptOut, ...]
) -> tuple[Duty, ...]:
    """Every duty but those from which a caveat exempts the one who would owe it."""
    exempt = tuple((out.party, kind) for out in opt_outs for kind, name in DUTY_NAMES if name == out.duty)
    return tuple(
        duty
        for duty in clause_duties(treaty_id, parties, clauses)
        if not any(duty.by == party and isinstance(duty, kind) for party, kind in exempt)
    )


def duties_of(treaty_id: str, treaty: Treaty) -> tuple[Duty, ...]:
    """Every duty a treaty yields: none to or from a suspended party, none a caveat exempts its owner from."""
    opt_outs = treaty.charter.opt_outs if treaty.charter is not None else ()
    if len(treaty.active) < 2:
        return ()
    if opt_outs:
        return _without(treaty_id, treaty.active, treaty.clauses, opt_outs)
    return clause_duties(treaty_id, treaty.active, treaty.clauses)


def covers(guard: Guard, theatre: str, threat: ThreatKind, challenger: str) -> ReadingWhy:
    """What a Guard says of a threat of this kind, here, from this nation."""
    if challenger == guard.by or challenger in guard.wards:
        return "party_itself"
    if guard.against and challenger not in guard.against:
        return "against"
    if guard.area and theatre not in guard.area:
        return "area"
    if threat not in guard.threats:
        return "kind"
    return "case"


def reading(world: State, guard: Guard, crisis: Crisis) -> Reading:
    """How a Guard reads a crisis today."""
    treaty = world.treaties.get(guard.treaty)
    if treaty is None or not treaty.in_force(world.turn):
        return Reading(False, "not_in_force")
    if crisis.target not in guard.wards:
        return Reading(False, "not_a_ward")
    why = covers(guard, crisis.theatre, world.kinds[crisis.kind].threat, crisis.challenger)
    return Reading(why == "case", why)
