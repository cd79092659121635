"""The closed vocabulary of duties: what clauses yield and what enforcement, appraisal and words read.

A duty is always owed by one nation. Adding a kind here makes mypy point at every `match` that must learn it.
"""

from typing import Literal, TypeAlias

from game.core.record import record

Automaticity: TypeAlias = Literal["automatic", "consulted", "own_way"]
ThreatKind: TypeAlias = Literal["armed_attack", "blockade", "sabotage", "disaster", "subversion", "cyber", "pressure"]
AbstainFrom: TypeAlias = Literal["press", "join"]
Provided: TypeAlias = Literal["intelligence", "base"]
Costs: TypeAlias = Literal["equal", "by_income"]
Formula: TypeAlias = Literal["pledged", "equal", "by_income", "by_capability", "fund"]
FORMULAS: tuple[Formula, ...] = ("pledged", "equal", "by_income", "by_capability", "fund")


@record
class Guard:
    """Come to the aid of any of `wards` when the trigger reads true."""

    by: str
    wards: tuple[str, ...]
    treaty: str
    area: tuple[str, ...]
    """Theatres in which it holds; empty means anywhere."""
    threats: tuple[ThreatKind, ...]
    against: tuple[str, ...]
    """Nations it is aimed at; empty means any."""
    automaticity: Automaticity
    earmark: int
    """Per cent of the half of its forces that may leave home, reserved once a treaty."""


@record
class Consult:
    """Take counsel with the other parties when one of them is challenged in the area."""

    by: str
    among: tuple[str, ...]
    treaty: str
    area: tuple[str, ...]


@record
class Train:
    """Hold joint exercises with the other parties."""

    by: str
    among: tuple[str, ...]
    treaty: str
    per_year: int
    scale: int
    costs: Costs


@record
class Pay:
    """Bear one's share of a common burden, as `formula` says, or give `amount` RP a turn to each."""

    by: str
    among: tuple[str, ...]
    treaty: str
    target: int
    """Per cent of income, own or of all parties together; 0 for a gift."""
    amount: int = 0
    """RP a turn to each of `among`; 0 for a share of a burden."""
    formula: Formula = "pledged"
    """How the share is worked out; a gift has none."""


@record
class Abstain:
    """Keep from something against the other parties: pressing a demand on them, or joining others against them."""

    by: str
    toward: tuple[str, ...]
    treaty: str
    acts: tuple[AbstainFrom, ...]


@record
class Provide:
    """Let the other parties have something: intelligence at a level, or the use of one's bases."""

    by: str
    to: tuple[str, ...]
    treaty: str
    what: Provided
    level: int = 1
    """1-3 for intelligence; 1 for a base."""


Duty: TypeAlias = Guard | Consult | Train | Pay | Abstain | Provide
