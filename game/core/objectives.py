"""What a nation is judged by: typed aims, public or secret."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator

from game.core.record import record


@record(kw_only=True)
class SecurityAtLeast:
    """Security at or above a level."""

    kind: Literal["security_at_least"] = "security_at_least"
    level: int
    points: int
    secret: bool = False


@record(kw_only=True)
class AutonomyAtLeast:
    """Autonomy at or above a level."""

    kind: Literal["autonomy_at_least"] = "autonomy_at_least"
    level: int
    points: int
    secret: bool = False


@record(kw_only=True)
class AllianceWith:
    """A mutual defence or consultation treaty in force with a nation."""

    kind: Literal["alliance_with"] = "alliance_with"
    nation: str
    points: int
    secret: bool = False


@record(kw_only=True)
class NoWar:
    """No war anywhere."""

    kind: Literal["no_war"] = "no_war"
    points: int
    secret: bool = False


Objective: TypeAlias = Annotated[SecurityAtLeast | AutonomyAtLeast | AllianceWith | NoWar, Discriminator("kind")]
