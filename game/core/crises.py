"""Crises: their kinds, their stages, the calls they raise and the sealed answers that settle them."""

from dataclasses import field
from typing import Literal, TypeAlias

from game.core.duties import ThreatKind
from game.core.record import record
from game.core.terms import Term, Tone

CrisisStage: TypeAlias = Literal["brewing", "open", "showdown", "fighting", "settled", "frozen", "war", "lapsed"]
OfferTerms: TypeAlias = Literal["compromise", "decline", "give_way"]
Grade: TypeAlias = Literal["request", "warning", "ultimatum"]
Pace: TypeAlias = Literal["acute", "slow"]
Among: TypeAlias = Literal["any", "neighbours", "claim", "rivals", "allies", "host", "nuclear"]
Means: TypeAlias = Literal["forces", "ties", "society"]
Blow: TypeAlias = Literal["clash", "rupture", "harm"]
Takes: TypeAlias = Literal["", "claim", "base", "readiness", "purse", "friendship"]
Settles: TypeAlias = Literal["", "consultation", "non_aggression", "neutrality", "confidence_building", "arms_limits"]
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
    # the challenger's allies
    "join",
    # the challenger, after the second round
    "back_down",
    "settle",
    "strike",
]
Outcome: TypeAlias = Literal[
    "", "conceded", "backed_down", "compromise", "frozen", "struck_won", "struck_lost", "lapsed", "mediated"
]
GRADES: tuple[Grade, ...] = ("request", "warning", "ultimatum")
TARGET_STANCES: tuple[Stance, ...] = ("stand_firm", "negotiate", "concede", "invoke")
ALLY_STANCES: tuple[Stance, ...] = ("come", "support", "mediate", "stay_out", "refuse")
JOINER_STANCES: tuple[Stance, ...] = ("join", "stay_out")
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
    since: int = 0
    """First year in which it is possible; 0: always was."""
    among: Among = "any"
    """Between whom it may arise: any two who are hostile; neighbours (a step apart at most, or a live claim); claim
    (the challenger has one); rivals; allies (bound by a guarantee); host (the challenger lends the target a base);
    nuclear (the challenger has such weapons, and so has the target or one that guards it)."""
    weak: int = 100
    """Drawn only where the target's support is at most this."""
    needs: int = 0
    """Least intelligence of a challenger that may raise it: a hidden hand needs one."""
    means: Means = "forces"
    """What the challenger's weight is measured in: forces that would meet, ties (influence), or the other's society
    (its support, and what each side's intelligence can do)."""
    blow: Blow = "clash"
    """What striking is: a clash of forces, a rupture (the tie between the two is cut), or harm short of force."""
    cost: int = 0
    """Points added to what pressing and striking cost a challenger; negative where it is cheap."""
    takes: Takes = "claim"
    """What a target that gives way or loses hands over, beside influence."""
    taken: int = 0
    """How much of it: points of readiness or of trust, RP."""
    wears: int = 0
    """Support the target loses each turn while it lasts."""
    slips: int = 0
    """Permille chance, in each sealed round without an end, that it comes to blows though nobody chose it."""
    spreads: int = 0
    """Permille chance a turn that a case still live catches in a neighbour that is no steadier."""
    settles: Settles = "non_aggression"
    """The clause two nations sign when they meet half way; empty where none fits. Arms limits are the strength the
    stronger has, with notice and observers."""
    stories: tuple[str, ...]
    """Sentences for the chronicle, with {challenger}, {target} and {theatre}."""


FORCE = CrisisKind(
    id="force", name="threat of force", threat="armed_attack", stakes=20, severity=3, pace="slow", drawn=False,
    stories=(),
)  # fmt: skip
"""A plain threat of force: what sums are done on where no case is named."""


@record
class Answer:
    """One nation's sealed answer in one crisis."""

    stance: Stance
    forces: int = 0
    """FP sent, when the stance is `come` or `join`."""
    treaties: tuple[str, ...] = ()
    """Treaties invoked, when the stance is `invoke`."""
    because: tuple[Term, ...] = ()


@record
class Call:
    """A Guard that fell due: who was called, under what; it is judged after the second sealed round."""

    treaty: str
    ally: str
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
    tone: Tone = "plain"
    """How the demand was put."""
    resolve: int = 0
    """The challenger's private readiness, in points of expected utility. Known to the challenger alone."""
    calls: tuple[Call, ...] = ()
    answers: tuple[dict[str, Answer], ...] = ()
    """Opened answers, one map a sealed round."""
    outcome: Outcome = ""
    losses: int = 0
    """FP lost by both sides together."""
    mediated: tuple[str, ...] = ()
    """Nations that have tried to mediate."""
    offers: tuple[str, ...] = ()
    """Sides that have offered to meet half way, or taken the terms that lie before both."""
    terms_by: str = ""
    """The mediator whose terms lie before both sides, or closed the case; empty where there are none."""
    warned: tuple[str, ...] = ()
    """Third nations that have warned the challenger in public."""
    fighting_since: int = 0
    """Turn in which it became a war; 0 if it never did."""
    ahead: int = 0
    """Turns of war the challenger has won, less those it has lost."""
    began_with: dict[str, int] = field(default_factory=dict)
    """FP each side had when the war began."""
    ended: int = 0

    @property
    def in_arms(self) -> dict[str, int]:
        """Forces others sent to the target's side, as the last opened round shows."""
        last = self.answers[-1] if self.answers else {}
        return {name: answer.forces for name, answer in last.items() if answer.stance == "come" and answer.forces}

    @property
    def beside(self) -> dict[str, int]:
        """Forces others sent to the challenger's side, as the last opened round shows."""
        last = self.answers[-1] if self.answers else {}
        return {name: answer.forces for name, answer in last.items() if answer.stance == "join" and answer.forces}

    def ripe(self, turn: int) -> bool:
        """Whether a brewing case may be pressed in a turn: an acute one at once, a slow one from the turn after.

        What brews when the game opens has been brewing before it.
        """
        return self.pace == "acute" or self.since < max(2, turn)

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
