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
class InfluenceAtLeast:
    """Influence at or above a level, 0-10."""

    kind: Literal["influence_at_least"] = "influence_at_least"
    level: int
    points: int
    secret: bool = False


@record(kw_only=True)
class StabilityAtLeast:
    """World stability at or above a level."""

    kind: Literal["stability_at_least"] = "stability_at_least"
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
class KeepOut:
    """A nation kept out of alliance with another, or out of its bases."""

    kind: Literal["keep_out"] = "keep_out"
    nation: str
    """The one to be kept out."""
    partner: str
    """With whom it is to have no alliance, or on whose ground no base."""
    of: Literal["alliance", "bases"] = "alliance"
    points: int
    secret: bool = False


@record(kw_only=True)
class InteroperabilityWith:
    """Forces that work together with a nation's at or above a level."""

    kind: Literal["interoperability_with"] = "interoperability_with"
    nation: str
    level: int
    points: int
    secret: bool = False


@record(kw_only=True)
class ClauseInForce:
    """A treaty in force that holds a kind of clause."""

    kind: Literal["clause_in_force"] = "clause_in_force"
    clause: str
    """A kind of clause, such as joint_exercises."""
    nation: str = ""
    """Another party it must bind; empty for anybody."""
    points: int
    secret: bool = False


@record(kw_only=True)
class BurdenFair:
    """In every pact of one's own the burden borne to at least so many per cent."""

    kind: Literal["burden_fair"] = "burden_fair"
    level: int
    points: int
    secret: bool = False


@record(kw_only=True)
class NoWar:
    """No war anywhere."""

    kind: Literal["no_war"] = "no_war"
    points: int
    secret: bool = False


@record(kw_only=True)
class SettleCrisis:
    """A case, or any case of a kind, ended by agreement."""

    kind: Literal["settle_crisis"] = "settle_crisis"
    crisis: str
    """The id of a case the scenario deals, or a kind of crisis."""
    points: int
    secret: bool = False


@record(kw_only=True)
class BeBroker:
    """Cases settled with one's own mediation."""

    kind: Literal["be_broker"] = "be_broker"
    times: int = 1
    points: int
    secret: bool = False


Objective: TypeAlias = Annotated[
    SecurityAtLeast
    | AutonomyAtLeast
    | InfluenceAtLeast
    | StabilityAtLeast
    | AllianceWith
    | KeepOut
    | InteroperabilityWith
    | ClauseInForce
    | BurdenFair
    | NoWar
    | SettleCrisis
    | BeBroker,
    Discriminator("kind"),
]
