"""What a game's log holds: every act, sheet and answer in order, with a digest at each stage's end.

One class a kind of entry; the log file stores them as JSON objects with their `kind`.
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, TypeAdapter

from game.core.acts import Act
from game.core.control import Control
from game.core.crises import Answer
from game.core.orders import Sheet
from game.core.record import record
from game.core.world import State


@record(kw_only=True)
class Sat:
    """A person or a bot takes a seat, or gives it back to the AI."""

    kind: Literal["sat"] = "sat"
    nation: str
    who: Literal["person", "bot", "ai"]
    mind: str = ""
    """Name of a bot's mind; "custom" for a program that no name finds again."""


@record(kw_only=True)
class Acted:
    """A live act that was carried out."""

    kind: Literal["acted"] = "acted"
    nation: str
    act: Act


@record(kw_only=True)
class Controlled:
    """An act of the instructor that was carried out, and the digest of the state it reached."""

    kind: Literal["controlled"] = "controlled"
    act: Control
    digest: str


@record(kw_only=True)
class Asked:
    """An AI nation has been asked in a round of talk (from 1), or for its reply to a person (0)."""

    kind: Literal["asked"] = "asked"
    nation: str
    round: int


@record(kw_only=True)
class Drafted:
    """A person's sheet as it now stands."""

    kind: Literal["drafted"] = "drafted"
    nation: str
    sheet: Sheet


@record(kw_only=True)
class Committed:
    """A person commits."""

    kind: Literal["committed"] = "committed"
    nation: str


@record(kw_only=True)
class Retracted:
    """A person takes a commitment back, or a late telegram reopened the turn."""

    kind: Literal["retracted"] = "retracted"
    nation: str


@record(kw_only=True)
class Answered:
    """A person's sealed answers, before they are opened."""

    kind: Literal["answered"] = "answered"
    nation: str
    answers: dict[str, Answer]


@record(kw_only=True)
class StageEnded:
    """The engine moved on: what it was given, and the digest of the state it reached."""

    kind: Literal["stage_ended"] = "stage_ended"
    turn: int
    """Turn before the move."""
    stage: str
    """Stage that ended; "opening" for the first Opening."""
    sheets: dict[str, Sheet]
    answers: dict[str, dict[str, Answer]]
    digest: str


@record(kw_only=True)
class Snapshot:
    """The whole state, so that a log whose rules have changed can go on from here."""

    kind: Literal["snapshot"] = "snapshot"
    turn: int
    name: str
    state: State


@record(kw_only=True)
class Carried:
    """A game carried on under these rules from a snapshot of others; what came before is in its old file."""

    kind: Literal["carried"] = "carried"
    rules_version: str
    """The rules it was played under before."""
    state: State


Entry: TypeAlias = Annotated[
    Sat | Acted | Controlled | Asked | Drafted | Committed | Retracted | Answered | StageEnded | Snapshot | Carried,
    Discriminator("kind"),
]

ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


def dump_entry(entry: Entry) -> dict[str, Any]:
    """An entry as JSON values."""
    made: dict[str, Any] = ENTRY.dump_python(entry, mode="json")
    return made


def load_entry(value: str) -> Entry:
    """An entry from its JSON text. Raises pydantic's ValidationError where it is not one."""
    return ENTRY.validate_json(value, strict=True)
