"""Clauses of restraint between those who may be rivals: one class a clause, as in `clauses`."""

from collections.abc import Iterator
from typing import Literal

from game.core.duties import Abstain, Duty, Notify
from game.core.joint_work import others
from game.core.record import record


@record(kw_only=True)
class ConfidenceBuilding:
    """Parties tell each other of their exercises (Helsinki 1975; Stockholm 1986)."""

    kind: Literal["confidence_building"] = "confidence_building"
    observers: bool = True
    """Whether each lets the others send observers."""
    keep_away: bool = False
    """Whether large exercises are kept away from the others' homes."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """A Notify for every party, and an Abstain from exercises near the others where it says so."""
        for by in parties:
            yield Notify(by, others(parties, by), treaty, self.observers)
            if self.keep_away:
                yield Abstain(by, others(parties, by), treaty, ("exercise_near",))


@record(kw_only=True)
class ArmsLimits:
    """No party raises forces beyond a ceiling (Washington 1922; Conventional Forces in Europe 1990)."""

    kind: Literal["arms_limits"] = "arms_limits"
    ceiling: int = 40
    """FP; a party that has more keeps what it has and raises none: 0-300."""

    def duties(self, treaty: str, parties: tuple[str, ...]) -> Iterator[Duty]:
        """An Abstain from arming for every party."""
        for by in parties:
            yield Abstain(by, others(parties, by), treaty, ("arm",), self.ceiling)
