"""Whether this is the case the treaty meant, read from the clause and said in words a key stands for."""

from functools import lru_cache
from typing import Literal, TypeAlias

from game.core.clauses import Clause
from game.core.crises import Crisis
from game.core.duties import Duty, Guard, ThreatKind
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


def duties_of(treaty_id: str, treaty: Treaty) -> tuple[Duty, ...]:
    """Every duty a treaty yields."""
    return clause_duties(treaty_id, treaty.parties, treaty.clauses)


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
