"""The closed vocabulary of duties: what clauses yield and what enforcement, appraisal and words read.

A duty is always owed by one nation. Adding a kind here makes mypy point at every `match` that must learn it.
"""

from typing import Literal, TypeAlias

from game.core.record import record

Automaticity: TypeAlias = Literal["automatic", "consulted", "own_way"]
ThreatKind: TypeAlias = Literal["armed_attack", "blockade", "sabotage", "disaster", "subversion", "cyber", "pressure"]
AbstainFrom: TypeAlias = Literal["press", "join", "ally_with", "exercise_near", "arm"]
Provided: TypeAlias = Literal["intelligence", "base", "technology", "training", "familiarity", "cyber"]
AnswerKind: TypeAlias = Literal["forces", "denounce", "retaliate"]
Relieved: TypeAlias = Literal["disaster", "war"]
Purpose: TypeAlias = Literal["command", "peace"]
Matter: TypeAlias = Literal["case", "claim", "motion"]
Costs: TypeAlias = Literal["equal", "by_income"]
Formula: TypeAlias = Literal["pledged", "equal", "by_income", "by_capability", "fund"]
FORMULAS: tuple[Formula, ...] = ("pledged", "equal", "by_income", "by_capability", "fund")
THREAT_WORDS: dict[ThreatKind, str] = {
    "armed_attack": "an armed attack",
    "blockade": "a blockade",
    "sabotage": "sabotage",
    "disaster": "a disaster",
    "subversion": "subversion",
    "cyber": "a cyber attack",
    "pressure": "pressure by friends",
}
"""Kinds of threat, each with the article it takes."""


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
    answer: AnswerKind = "forces"
    """forces; denounce or retaliate: the declared answer to a hidden hand, which takes no forces."""

    @property
    def armed(self) -> bool:
        """Whether it promises forces."""
        return self.answer == "forces"


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
    """Bear one's share of a common burden, as `formula` says; give `amount` RP a turn to each; or put `resilience` RP a
    turn into one's own resilience."""

    by: str
    among: tuple[str, ...]
    treaty: str
    target: int
    """Per cent of income, own or of all parties together; 0 for a gift."""
    amount: int = 0
    """RP a turn to each of `among`; 0 for a share of a burden."""
    formula: Formula = "pledged"
    """How the share is worked out; a gift has none."""
    resilience: int = 0
    """RP a turn into one's own resilience."""


@record
class Abstain:
    """Keep from something against the other parties: pressing a demand on them, joining others against them, an
    alliance aimed at them, large exercises near them, or forces beyond a ceiling."""

    by: str
    toward: tuple[str, ...]
    treaty: str
    acts: tuple[AbstainFrom, ...]
    ceiling: int = 0
    """FP beyond which no new forces are raised, where `acts` holds `arm`."""


@record
class Provide:
    """Let the other parties have something: intelligence at a level, the use of one's bases, technology, instructors,
    officers on exchange, or help against hidden hands."""

    by: str
    to: tuple[str, ...]
    treaty: str
    what: Provided
    level: int = 1
    """1-3 for intelligence and training, 1-2 for familiarity, RP a turn to each for technology; otherwise 1."""


@record
class Standardise:
    """Bring one's own equipment and procedures to the standard shared with the other parties."""

    by: str
    among: tuple[str, ...]
    treaty: str


@record
class Notify:
    """Announce field exercises near another party beforehand."""

    by: str
    among: tuple[str, ...]
    treaty: str
    observers: bool
    """Whether the others may send observers."""


@record
class Relieve:
    """Give relief when another party is struck: by a disaster, or by a war it must rebuild after."""

    by: str
    among: tuple[str, ...]
    treaty: str
    after: Relieved
    amount: int
    """RP: once for a disaster, a turn for as long as one rebuilds after a war."""


@record
class Contribute:
    """Put forces at the disposal of the parties together: under a common command, or to keep a peace."""

    by: str
    among: tuple[str, ...]
    treaty: str
    to: Purpose
    amount: int
    """Per cent of the half that may leave home for a command; FP for keeping a peace."""
    area: tuple[str, ...] = ()
    """Theatres in which a peace is kept; empty means anywhere."""


@record
class Back:
    """Stand behind another party when a named matter comes up: its case, its claim, or its motion in council."""

    by: str
    whom: str
    treaty: str
    matter: Matter
    about: str = ""
    """The nation or the kind of motion it is about; empty for any."""


Duty: TypeAlias = Guard | Consult | Train | Pay | Abstain | Provide | Standardise | Notify | Relieve | Contribute | Back
