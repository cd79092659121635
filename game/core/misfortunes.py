"""Misfortunes: harm that no nation answers for in a sealed call. Some fall from the sky, some have a hidden hand."""

from dataclasses import field
from typing import Literal, TypeAlias

from game.core.arith import divide
from game.core.record import record
from game.core.rules import Rules

MisfortuneOutcome: TypeAlias = Literal["", "met", "partly", "unmet", "attributed", "unattributed"]


@record(kw_only=True)
class MisfortuneKind:
    """A kind of misfortune: data from a scenario."""

    id: str
    name: str
    """As in a sentence: "flood"."""
    severity: int
    """1-5."""
    hidden_hand: bool = False
    """Somebody did it and does not say so."""
    since: int = 0
    """First year in which it is possible; 0: always was."""
    drawn: bool = True
    """Whether it may strike by chance; otherwise only where the scenario deals it or a nation does it."""
    readiness: int = 0
    """Points of readiness a hidden hand's work takes of its victim."""
    support: int = 0
    """Points of support it takes."""
    purse: int = 0
    """RP it takes."""
    skill: int = 0
    """Least intelligence of one that can do it."""
    technology: int = 0
    """Least technology of one that can do it."""
    opens: str = ""
    """The kind of case an accusation opens; empty for none."""
    after_war: bool = False
    """What a war leaves behind: asked for in each of the turns that follow one."""
    flight: bool = False
    """What follows wars and revolts to a neighbour of them."""
    spreads: int = 0
    """Permille chance that, badly met, it reaches a nation a step away next turn; half if met in part."""
    lingers: bool = False
    """Not met, it strikes again next turn, a step lighter."""
    returns: int = 0
    """Turns after which it comes back, a step lighter if it was met; 0 never."""
    costs: int = 0
    """RP a step of severity it costs at once."""
    slump: int = 0
    """Permille of income a step of severity takes, until it recovers."""
    passes: int = 0
    """Permille of what is still lost next turn that treaty partners lose with it, each by the other's weight."""
    wears: int = 0
    """Resilience a step of severity it wears down when it is not met."""
    stories: tuple[str, ...]
    """Sentences for the chronicle, with {target} and {theatre}."""


@record(kw_only=True)
class Misfortune:
    """One misfortune, from the day it strikes until it is met or its author is found or never found."""

    kind: str
    target: str
    theatre: str
    severity: int
    since: int
    """Turn in which it struck."""
    culprit: str = ""
    """Who did it; empty where nobody did. Others learn it only when it is attributed."""
    attributed: bool = False
    given: dict[str, int] = field(default_factory=dict)
    """RP of relief by nation."""
    accused: str = ""
    """Whom its victim has accused of it, rightly or not."""
    case: str = ""
    """The war it follows; empty for any other."""
    ended: int = 0
    outcome: MisfortuneOutcome = ""

    @property
    def live(self) -> bool:
        """Whether it can still be met, or its author still be found."""
        return not self.ended


@record(kw_only=True)
class ScheduledMisfortune:
    """A misfortune the scenario deals: known to nobody before its turn."""

    id: str
    turn: int
    kind: str
    target: str
    severity: int


def toll(rules: Rules, resilience: int, points: int) -> int:
    """What a shock of so many points takes of a nation of this resilience; at 50 all of it."""
    return divide(points * (rules.resilience_base - resilience), 100)
