"""One class a clause: its fields are its terms, `duties()` says what it obliges each party to do."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator

from game.core.duties import Automaticity, Consult, Costs, Duty, Guard, Pay, ThreatKind, Train
from game.core.record import record


def others(parties: tuple[str, ...], nation: str) -> tuple[str, ...]:
    """The parties without one of them."""
    return tuple(party for party in parties if party != nation)


@record(kw_only=True)
class MutualDefence:
    """An attack on one is answered by all (North Atlantic Treaty Art. 5; Triple Alliance 1882)."""

    kind: Literal["mutual_defence"] = "mutual_defence"
    area: tuple[str, ...] = ()
    """Theatres in which the guarantee holds; empty means anywhere."""
    threats: tuple[ThreatKind, ...] = ("armed_attack",)
    """Kinds of threat that count as the case the treaty means."""
    against: tuple[str, ...] = ()
    """Nations whose attack counts; empty means any (Dunkirk 1947 named Germany alone)."""
    automaticity: Automaticity = "consulted"
    """automatic; consulted (after consultation); own_way (by each one's constitutional processes)."""
    earmark: int = 40
    """Per cent of the half of each party's forces that may leave home, reserved for this treaty: 10-100."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Guard for every party toward all others."""
        for by in parties:
            yield Guard(
                by,
                others(parties, by),
                treaty,
                self.area,
                self.threats,
                self.against,
                self.automaticity,
                self.earmark,
            )


@record(kw_only=True)
class Consultation:
    """Parties take counsel when one is threatened (North Atlantic Treaty Art. 4; ANZUS Art. III)."""

    kind: Literal["consultation"] = "consultation"
    area: tuple[str, ...] = ()
    """Theatres in which it holds; empty means anywhere."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Consult for every party."""
        for by in parties:
            yield Consult(by, others(parties, by), treaty, self.area)


@record(kw_only=True)
class JointExercises:
    """Parties train together, at each party's home in rotation."""

    kind: Literal["joint_exercises"] = "joint_exercises"
    per_year: int = 1
    """Exercises a year: 1-4."""
    scale: int = 1
    """Size of each: 1 (staff and a few units) to 3 (the great autumn manoeuvres)."""
    costs: Costs = "equal"
    """Who pays: equal shares, or by income."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Train for every party."""
        for by in parties:
            yield Train(by, others(parties, by), treaty, self.per_year, self.scale, self.costs)


@record(kw_only=True)
class BurdenSharing:
    """Parties pledge a share of their income to their own forces (the two per cent of later years)."""

    kind: Literal["burden_sharing"] = "burden_sharing"
    target: int = 25
    """Per cent of income spent on upkeep, new forces, readiness and exercises: 5-60."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Pay for every party."""
        for by in parties:
            yield Pay(by, others(parties, by), treaty, self.target)


Clause: TypeAlias = Annotated[
    MutualDefence | Consultation | JointExercises | BurdenSharing,
    Discriminator("kind"),
]

CLAUSES: tuple[type[MutualDefence] | type[Consultation] | type[JointExercises] | type[BurdenSharing], ...] = (
    MutualDefence,
    Consultation,
    JointExercises,
    BurdenSharing,
)
"""Every clause there is, in the order in which a treaty lists them."""

TERM_RANGES: dict[tuple[str, str], tuple[int, int, int]] = {
    ("mutual_defence", "earmark"): (10, 100, 10),
    ("joint_exercises", "per_year"): (1, 4, 1),
    ("joint_exercises", "scale"): (1, 3, 1),
    ("burden_sharing", "target"): (5, 60, 5),
}
"""Least, most and step of every term that is a number."""
