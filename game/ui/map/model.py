"""What a scene tells the map to show: plain frozen records, compared by value.

An *owner* is any string the caller likes (a nation's code); a *territory* is a code of the atlas (ISO A3,
`DEU-W`, `DEU-E`, or a union such as `DEU`). A *place* is an owner, a territory or a (latitude, longitude).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Colour = tuple[int, int, int]
Place = str | tuple[float, float]

Sign = Literal["crisis", "relief", "search"]

HATCH_KINDS = ("diagonal", "cross", "dots")


@dataclass(frozen=True, slots=True)
class Fill:
    """One owner's land: no border is drawn between its territories."""

    territories: tuple[str, ...]
    owner: str
    colour: Colour
    hatch_colour: Colour | None = None
    hatch_kind: str = "diagonal"
    """One of `HATCH_KINDS`; without effect while `hatch_colour` is None."""
    label: str = ""
    """Empty: no label."""
    importance: int = 0
    """Higher is labelled first."""
    great: bool = False
    """A great power: ringed capital, bold label."""
    capital: Place | None = None
    """None: the capital of the first territory that has one."""

    def __post_init__(self) -> None:
        if self.hatch_kind not in HATCH_KINDS:
            raise ValueError(f"{self.hatch_kind!r} is not a hatching; one of {', '.join(HATCH_KINDS)}")


@dataclass(frozen=True, slots=True)
class Arc:
    """A treaty between two owners, drawn as a curve between their capitals."""

    a: str
    b: str
    weight: int = 1
    """1 consultation to 3 automatic defence: the thickness."""
    dashed: bool = False
    """A secret treaty, as seen by those who know."""
    colour: Colour | None = None
    """None: the accent colour."""

    def __post_init__(self) -> None:
        if not 1 <= self.weight <= 3:
            raise ValueError(f"an arc's weight is 1 to 3, not {self.weight}")


@dataclass(frozen=True, slots=True)
class Marker:
    """A crisis: a triangle over its stage in bars. Or a misfortune, without bars: a cross where relief is asked for,
    a lens where somebody is sought."""

    place: Place
    bars: int = 1
    label: str = ""
    sign: Sign = "crisis"

    def __post_init__(self) -> None:
        if not 1 <= self.bars <= 3:
            raise ValueError(f"a marker has 1 to 3 bars, not {self.bars}")


@dataclass(frozen=True, slots=True)
class Ring:
    """An exercise: a ring that grows and fades about a place."""

    place: Place
    colour: Colour | None = None
    """None: the accent colour."""


@dataclass(frozen=True, slots=True)
class MapModel:
    """Everything the map shows; the widget repaints the land only when fills or arcs change."""

    fills: tuple[Fill, ...] = ()
    arcs: tuple[Arc, ...] = ()
    markers: tuple[Marker, ...] = ()
    rings: tuple[Ring, ...] = ()
    selected: str | None = None
    hovered: str | None = None
    name_others: bool = True
    """Whether land without an owner gets a quiet name where there is room for it."""

    def __post_init__(self) -> None:
        owners = [fill.owner for fill in self.fills]
        for owner in owners:
            if owners.count(owner) > 1:
                raise ValueError(f"owner {owner!r} has more than one fill")
