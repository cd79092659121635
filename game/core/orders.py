"""What one sealed sheet may hold: a nation's orders for a turn, changed freely until commit."""

from dataclasses import field
from typing import Literal, TypeAlias

from game.core.record import record
from game.core.terms import Term

Form: TypeAlias = Literal["staff", "field", "relief"]
Emphasis: TypeAlias = Literal["combined", "naval", "air", "cyber", "peacekeeping"]
MissionKind: TypeAlias = Literal["staff_talks", "attache", "visit"]


@record(kw_only=True)
class Budget:
    """Where this turn's resource points go, beyond upkeep."""

    forces: int = 0
    """FP to raise."""
    readiness: int = 0
    """Steps of readiness to buy."""
    home_cut: int = 0
    """RP withheld from the needs at home."""


@record(kw_only=True)
class Exercise:
    """A joint exercise. It is held by those nations whose sheets hold the same one."""

    participants: tuple[str, ...]
    """Sorted, the nation itself included."""
    theatre: str
    form: Form = "field"
    scale: int = 1
    """1-3."""
    notified: bool = True
    """Announced beforehand to those it might alarm."""
    emphasis: Emphasis = "combined"
    """What it is about: ships, aircraft, networks, keeping a peace, or all arms together."""
    observers: bool = False
    """Rivals near are invited to look on; only to what was announced."""
    treaty: str = ""
    """The treaty whose Train it performs; empty for one agreed freely."""


@record(kw_only=True)
class Mission:
    """Officers or ministers sent abroad for a turn: familiarity, and one nation's estimate refreshed."""

    to: str
    form: MissionKind = "staff_talks"


@record
class Covert:
    """Harm ordered against another nation, unseen."""

    target: str
    kind: str = "sabotage"
    """The kind of misfortune it is to be."""


@record(kw_only=True)
class Sheet:
    """One nation's orders for one turn."""

    budget: Budget = field(default_factory=Budget)
    standing: dict[str, int] = field(default_factory=dict)
    """FP standing away from home, by theatre. What is not named is at home."""
    exercises: tuple[Exercise, ...] = ()
    missions: tuple[Mission, ...] = ()
    relief: dict[str, int] = field(default_factory=dict)
    """RP given to meet a misfortune, by its id."""
    covert: tuple[Covert, ...] = ()
    """At most one act of covert work."""
    withheld: tuple[str, ...] = ()
    """Treaties whose promised gifts, or payments to a fund, are not made this turn."""
    because: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    """Why a share of a common burden is not borne, by treaty: the decisive term is told to the partners."""
