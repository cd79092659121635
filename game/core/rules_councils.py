"""The numbers of alliances: cohesion, councils, plans. Part of `Rules`, kept apart for length alone."""

from game.core.record import record
from game.core.rules_talks import TalkRules


@record(kw_only=True)
class CouncilRules(TalkRules):
    """Tunable numbers of alliances; a scenario may override any of them in its `[rules]` table."""

    # Autonomy: what others can decide over a member's head, index points
    autonomy_silence: int = 1
    """What a council that decides by silence costs each member; consensus costs nothing."""
    autonomy_qualified: int = 4
    """Two thirds can decide over its head."""
    autonomy_majority: int = 8
    """The same for a majority, by heads or by weight."""
    autonomy_leader: int = 14
    """One member decides for the others, whom it costs this; itself nothing."""

    # Cohesion of an alliance, index points around 50
    cohesion_trust: int = 15
    """Most that mean trust among the members moves it."""
    cohesion_trust_step: int = 4
    """Points of mean trust that move it by one."""
    cohesion_aim: int = 15
    """Most that the common purpose moves it."""
    cohesion_quiet: int = 20
    """Hostility felt on average below which a common threat no longer holds members together."""
    cohesion_burden: int = 10
    """Most that an unfair burden takes off it; one fairly borne brings half as much (Olson & Zeckhauser 1966)."""
    cohesion_fair: int = 75
    """Fairness of the burden from which it no longer divides."""
    cohesion_kept: int = 10
    """Brought by a last call that all kept; fades."""
    cohesion_broken: int = 20
    """Taken off by one that none kept."""
    cohesion_memory: int = 8
    """Turns of the ledger that are looked at."""
    cohesion_outvoted: int = 3
    """Taken off by each member outvoted lately; the leader's word costs more."""
    cohesion_led: int = 6
    cohesion_forgets: int = 800
    """Permille of that left after each turn."""
    cohesion_opt_out: int = 2
    """Taken off by each national caveat."""
    cohesion_suspended: int = 8
    cohesion_procedure: int = 20
    """Most that procedure, or members beneath the creed, can take off."""
    cohesion_creed: int = 5
    """Brought by a creed that all meet; taken off by each member that does not."""

    # Councils and plans
    support_outvoted: int = -2
    """Domestic support of a member bound by what it voted against."""
    trust_expelled: int = -12
    """What a suspended or expelled member thinks of each that voted for it."""
    settled_turns: int = 10
    """Turns since it was signed from which a treaty may take several in at once, as NATO did in 2004."""
    joint_words_cost: int = 4
    """Points a joint statement adds to the cost of challenging a member of those who made it."""
    joint_words_turns: int = 2
    """Turns after its own for which a statement stands."""
    joint_words_audience: int = -4
    """Support lost besides by a member that breaks a call while such words stand (Fearon 1994)."""
    provoked_joint_words: int = 2
    """How much the nation spoken to is provoked by each member."""
    fund_most: int = 6
    """Most RP a council can make each member pay at a time."""
    seat_turns: int = 6
    """The host of a council earns one influence every so many turns."""
    plan_rehearsed: int = 40
    """Rehearsal from which a plan answers in the first round."""
    plan_per_scale: int = 20
    """What an exercise in its theatre adds to a plan a step of scale, before diminishing returns."""
    plan_keeps: int = 950
    """Permille of a plan's rehearsal left after each turn."""
    plan_bonus: int = 20
    """Points a wholly rehearsed plan adds to the interoperability of members fighting by it."""
