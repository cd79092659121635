"""Crises: their kinds, their stages, the calls they raise and the sealed answers that settle them."""

from typing import Literal, TypeAlias

from game.core.duties import ThreatKind
from game.core.record import record
from game.core.terms import Term

CrisisStage: TypeAlias = Literal["brewing", "open", "showdown", "settled", "frozen", "war", "lapsed"]
Grade: TypeAlias = Literal["request", "warning", "ultimatum"]
Pace: TypeAlias = Literal["acute", "slow"]
Stance: TypeAlias = Literal[
    # the target
    "stand_firm",
    "negotiate",
    "concede",
    "invoke",
    # allies
    "come",
    "support",
    "mediate",
    "stay_out",
    "refuse",
    # the challenger, after the second round
    "back_down",
    "settle",
    "strike",
]
Outcome: TypeAlias = Literal[
    "", "conceded", "backed_down", "compromise", "frozen", "struck_won", "struck_lost", "lapsed"
]
GRADES: tuple[Grade, ...] = ("request", "warning", "ultimatum")
TARGET_STANCES: tuple[Stance, ...] = ("stand_firm", "negotiate", "concede", "invoke")
ALLY_STANCES: tuple[Stance, ...] = ("come", "support", "mediate", "stay_out", "refuse")
CHALLENGER_STANCES: tuple[Stance, ...] = ("back_down", "settle", "strike")
ENDED: tuple[CrisisStage, ...] = ("settled", "frozen", "war", "lapsed")


@record(kw_only=True)
class CrisisKind:
    """A kind of crisis: data from `assets/crises/*.toml` or a scenario."""

    id: str
    name: str
    """As in a sentence: "border clash"."""
    threat: ThreatKind
    """What a treaty's trigger reads it as."""
    stakes: int
    """Worth to the challenger, in points: 10, 20 or 40."""
    severity: int
    """1-5."""
    pace: Pace
    drawn: bool
    """Whether Openings may draw it."""
    neighbours: bool = False
    """Drawn only between nations at most one step apart, or where a claim is live."""
    stories: tuple[str, ...]
    """Sentences for the chronicle, with {challenger}, {target} and {theatre}."""


@record
class Answer:
    """One nation's sealed answer in one crisis."""

    stance: Stance
    forces: int = 0
    """FP sent, when the stance is `come`."""
    treaties: tuple[str, ...] = ()
    """Treaties invoked, when the stance is `invoke`."""
    because: tuple[Term, ...] = ()


@record
class Call:
    """A Guard that fell due: who was called, under what, and from which sealed round it counts."""

    treaty: str
    ally: str
    invoked: int
    """Turn of the invocation."""
    due_round: int
    """1 if invoked in negotiation, 2 if invoked as the target's first answer."""
    automaticity: Literal["automatic", "consulted", "own_way"]
    earmark: int
    """FP promised."""


@record(kw_only=True)
class Crisis:
    """A crisis from its first signs to its end."""

    kind: str
    theatre: str
    target: str
    challenger: str
    stakes: int
    """Points; 10, 20 or 40."""
    severity: int
    pace: Pace
    stage: CrisisStage
    since: int
    """Turn in which it began to brew or opened."""
    opened: int = 0
    """Turn in which it became open; 0 while brewing."""
    opened_live: bool = False
    """Opened by a demand during negotiation, so that nobody had its Opening to consult in."""
    grade: Grade = "request"
    resolve: int = 0
    """The challenger's private readiness, in points of expected utility. Known to the challenger alone."""
    scheduled: bool = False
    calls: tuple[Call, ...] = ()
    answers: tuple[dict[str, Answer], ...] = ()
    """Opened answers, one map a sealed round."""
    outcome: Outcome = ""
    losses: int = 0
    """FP lost by both sides together."""
    ended: int = 0

    @property
    def live(self) -> bool:
        """Whether it still asks anything of anybody."""
        return self.stage not in ENDED


@record(kw_only=True)
class Scheduled:
    """A crisis the scenario deals: known to nobody before its turn."""

    id: str
    turn: int
    kind: str
    theatre: str
    target: str
    challenger: str
    stakes: int
    severity: int
    pace: Pace
    stage: Literal["brewing", "open"]
    grade: Grade = "warning"
    resolve: int | None = None
    """Fixed resolve in points; drawn when absent."""
