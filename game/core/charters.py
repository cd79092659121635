"""Charters: what makes a treaty an alliance with a council, its plans, and the motions put to it."""

from dataclasses import field
from typing import Literal, TypeAlias

from game.core.duties import ThreatKind
from game.core.record import record

DecisionRule: TypeAlias = Literal["consensus", "silence", "qualified", "majority", "weighted", "leader"]
Task: TypeAlias = Literal["defence", "order", "relief"]
DutyKind: TypeAlias = Literal["guard", "consult", "train", "pay"]
Choice: TypeAlias = Literal["for", "against", "abstain"]
MotionKind: TypeAlias = Literal[
    "invoke",  # this is our case, though the letter does not read so
    "fund",  # every member pays so much to one of them
    "plan",  # a contingency plan for a theatre and a kind of threat
    "statement",  # words of all toward one outside
    "suspend",  # the treaty's duties rest toward a member, and its own (ANZUS 1986)
    "lift",  # they bind again
    "expel",
    "waive",  # the creed, for one nation
    "dissolve",
]
MotionStatus: TypeAlias = Literal["open", "carried", "failed"]

RULES_OF_DECISION: tuple[DecisionRule, ...] = ("consensus", "silence", "qualified", "majority", "weighted", "leader")
TASKS: tuple[Task, ...] = ("defence", "order", "relief")
DUTY_KINDS: tuple[DutyKind, ...] = ("guard", "consult", "train", "pay")
"""Kinds of duties from which a charter may exempt a party."""
MOTION_KINDS: tuple[MotionKind, ...] = (
    "invoke", "fund", "plan", "statement", "suspend", "lift", "expel", "waive", "dissolve",
)  # fmt: skip
ABOUT_NATION: tuple[MotionKind, ...] = ("fund", "statement", "suspend", "lift", "expel", "waive")
"""Motions that name a nation."""
NO_CREED = -10
"""A creed that asks for nothing."""


@record
class OptOut:
    """A national caveat: a party on whom one kind of duty does not fall."""

    party: str
    duty: DutyKind


@record(kw_only=True)
class Charter:
    """What the members are together for, who may belong, and how they decide."""

    against: str = ""
    """The threat the alliance is aimed at, a nation; empty for a task without a named enemy."""
    task: Task = "defence"
    """defence against whom the members fear most; order among themselves; relief of each other."""
    creed: int = NO_CREED
    """Least regime score of a member, -10 to 10; -10 asks for nothing."""
    rule: DecisionRule = "consensus"
    leader: str = ""
    """The member whose vote decides, where the rule is `leader`."""
    seat: str = ""
    """The member that hosts the council; empty when it has no seat of its own."""
    opt_outs: tuple[OptOut, ...] = ()


@record
class Plan:
    """A contingency plan: what the members will do if a threat of this kind comes in this theatre."""

    theatre: str
    threat: ThreatKind
    agreed: int
    """Turn in which the council agreed on it."""
    rehearsal: int = 0
    """0-100 as of `practised`; it fades from there."""
    practised: int = 0
    """Turn in which `rehearsal` last changed."""


@record
class Outvoted:
    """A member bound by what it voted against."""

    nation: str
    turn: int


@record(kw_only=True)
class Motion:
    """What has been put to a council, and how the members have voted."""

    kind: MotionKind
    treaty: str
    by: str
    opened: int
    """Turn in which it was moved."""
    nation: str = ""
    """Whom it is about: the member to suspend, restore or expel, the one paid, admitted or spoken to."""
    crisis: str = ""
    theatre: str = ""
    threat: ThreatKind = "armed_attack"
    amount: int = 0
    """RP that each member is to pay."""
    votes: dict[str, Choice] = field(default_factory=dict)
    status: MotionStatus = "open"
    closed: int = 0
    """Turn in which it was carried or failed."""


def plan_key(theatre: str, threat: ThreatKind) -> str:
    """Under what a treaty keeps its plan for a theatre and a kind of threat."""
    return f"{theatre}/{threat}"
