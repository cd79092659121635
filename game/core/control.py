"""What the instructor may do: give something to a game, set a number right, hold or end a stage, go back a turn.

The instructor is no nation: these acts have no view and cost nothing. They stand in the log like any other act.
"""

from dataclasses import field
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator

from game.core.crises import Outcome, Scheduled
from game.core.misfortunes import ScheduledMisfortune
from game.core.record import record

NationFigure: TypeAlias = Literal["income", "treasury", "forces", "readiness", "support", "influence", "initiatives"]
PairFigure: TypeAlias = Literal["trust", "interop", "rivalry"]
Figure: TypeAlias = NationFigure | PairFigure | Literal["turns"]
Index: TypeAlias = Literal[
    "security", "autonomy", "treasury", "forces", "readiness", "support", "influence"
]  # fmt: skip


# -- what is given ------------------------------------------------------------------------------------------


@record(kw_only=True)
class GiveCase:
    """A crisis, brewing or open."""

    kind: Literal["case"] = "case"
    case: Scheduled
    """Its `turn` is 0: it begins when it is given."""


@record(kw_only=True)
class GiveMisfortune:
    """A misfortune that nobody did."""

    kind: Literal["misfortune"] = "misfortune"
    fate: ScheduledMisfortune
    """Its `turn` is 0: it strikes when it is given."""


@record(kw_only=True)
class GiveNews:
    """Words from outside the game."""

    kind: Literal["news"] = "news"
    text: str
    """At most 2000 characters."""
    to: tuple[str, ...] = ()
    """Nations that hear it; empty for everybody."""


@record(kw_only=True)
class GiveResources:
    """More or less of a figure of one nation, within its range."""

    kind: Literal["resources"] = "resources"
    nation: str
    figure: NationFigure
    amount: int
    text: str = ""
    """What those who see it are told of the cause."""


Matter: TypeAlias = Annotated[GiveCase | GiveMisfortune | GiveNews | GiveResources, Discriminator("kind")]


# -- when ---------------------------------------------------------------------------------------------------


@record(kw_only=True)
class AtOnce:
    """As soon as negotiation is open; news at any time."""

    kind: Literal["at_once"] = "at_once"


@record(kw_only=True)
class OnTurn:
    """At the Opening of a turn."""

    kind: Literal["turn"] = "turn"
    turn: int


@record(kw_only=True)
class OnSigned:
    """When a treaty is signed to which all these nations are party."""

    kind: Literal["signed"] = "signed"
    parties: tuple[str, ...]


@record(kw_only=True)
class OnOutcome:
    """When a crisis ends in a certain way."""

    kind: Literal["outcome"] = "outcome"
    crisis: str
    outcome: Outcome
    """Empty for any."""


@record(kw_only=True)
class OnIndex:
    """When an index of a nation crosses a value."""

    kind: Literal["index"] = "index"
    nation: str
    index: Index
    side: Literal["at_least", "at_most"]
    value: int


Moment: TypeAlias = Annotated[AtOnce | OnTurn | OnSigned | OnOutcome | OnIndex, Discriminator("kind")]


# -- the acts -----------------------------------------------------------------------------------------------


@record(kw_only=True)
class Inject:
    """Give something to the game, now or when a condition holds."""

    kind: Literal["inject"] = "inject"
    what: Matter
    when: Moment = field(default_factory=AtOnce)


@record(kw_only=True)
class Cancel:
    """Take back what has been planned and not yet given."""

    kind: Literal["cancel"] = "cancel"
    inject: str
    """Its id: "inject-1" for the first of the game."""


@record(kw_only=True)
class Override:
    """Set a number, for a reason that those who see the number are told."""

    kind: Literal["override"] = "override"
    figure: Figure
    """Of a nation, of a pair, or `turns`: the announced length of the game."""
    value: int
    reason: str
    nation: str = ""
    """Empty for `turns`. For `trust` the nation that trusts."""
    other: str = ""
    """The second of a pair."""


@record(kw_only=True)
class Extend:
    """Hold the stage open: more rounds of talk, commitments and sealed answers given back."""

    kind: Literal["extend"] = "extend"
    rounds: int = 1
    """Rounds of talk after the usual ones: 1-3. In a showdown 1, and nothing but the answers is given back."""


@record(kw_only=True)
class End:
    """End the stage, or the whole turn, with what has been handed in."""

    kind: Literal["end"] = "end"
    what: Literal["stage", "turn"] = "stage"


@record(kw_only=True)
class RollBack:
    """Go back to the opening of a turn, as it was. What had been planned since is gone with it."""

    kind: Literal["roll_back"] = "roll_back"
    turn: int
    reason: str = ""


Control: TypeAlias = Annotated[Inject | Cancel | Override | Extend | End | RollBack, Discriminator("kind")]


@record(kw_only=True)
class Desk:
    """What the instructor has set up. No nation sees it."""

    planned: dict[str, Inject] = field(default_factory=dict)
    """Not yet given, by id."""
    made: int = 0
    """Injects made so far, for their ids."""
    rounds: int = 0
    """Rounds of talk granted this turn beyond the usual ones."""
    ended: Literal["", "stage", "turn"] = ""
    """What is being ended without waiting for anybody."""


CLEAR = Desk()

RANGES: dict[Figure, tuple[int, int]] = {
    "income": (1, 999),
    "treasury": (0, 999),
    "forces": (0, 999),
    "readiness": (0, 100),
    "support": (0, 100),
    "influence": (0, 10),
    "initiatives": (0, 9),
    "trust": (-100, 100),
    "interop": (0, 100),
    "rivalry": (0, 100),
    "turns": (1, 100),
}
"""Least and most to which each number may be set. Influence is held to the cap of the rules besides."""
PAIRED: tuple[Figure, ...] = ("trust", "interop", "rivalry")
MOST_ROUNDS = 3
"""Rounds of talk that may be granted at a time."""
