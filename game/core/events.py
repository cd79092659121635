"""Events: what happened, to whom, by how much and why. Reports, animation, debrief and memory read nothing else."""

from typing import Literal, TypeAlias

from game.core.burden import BurdenRow
from game.core.crises import Stance
from game.core.drafts import Draft
from game.core.record import record
from game.core.terms import Term

EventKind: TypeAlias = Literal[
    "turn_opened",
    "income",
    "upkeep",
    "home_need",
    "spent",
    "paid",  # who -> whom, a transfer
    "fund_paid",  # who pays into a treaty's common fund
    "fund_drawn",  # the fund pays for something, or is shared out at the end
    "pleaded",  # why a share of a burden was not borne: the decisive reason, truthfully
    "burden",  # who bears what of a treaty's burden: the table of a turn
    "earned",
    "excess_home",  # treasury above its cap goes home
    "influence",
    "initiatives",
    "message",
    "proposed",
    "countered",
    "accepted",
    "refused",
    "reasoned",  # the full terms of a decision, for the actor (and the referee)
    "recalled",
    "thread_lapsed",
    "thread_closed",
    "signed",
    "expires",  # an open draft lapses with this turn
    "asked_price",
    "named_price",
    "brokered",
    "lobbied",
    "ratified",
    "not_ratified",
    "narrowed",  # a treaty enters into force among its ratifiers alone
    "found_out",  # a secret treaty became known to one nation
    "leaked",  # a secret treaty became known to all
    "stated",
    "word_broken",  # a public statement was not acted on
    "misread",
    "in_force",
    "withdrawal_announced",
    "left_treaty",
    "treaty_ended",
    "clause_ended",  # a clause was struck from a treaty
    "moved",  # a motion was put to a council
    "voted",
    "carried",
    "motion_failed",
    "outvoted",  # bound by what it voted against
    "amended",  # a new text binds the same parties
    "joined",  # a treaty has new parties
    "suspended",
    "restored",
    "expelled",
    "waived",
    "declared",  # a joint statement
    "planned",
    "rehearsed",
    "plan_followed",  # a rehearsed plan answers before anybody is asked
    "brewing",
    "pressed",
    "crisis_open",
    "resolve",  # the challenger's private resolve was drawn
    "consulted",
    "invoked",
    "called",
    "not_the_case",  # a treaty was read and this is not the case it meant
    "showdown",
    "answered",
    "round_opened",
    "backed_down",
    "settled",
    "conceded",
    "frozen",
    "struck",
    "mediated",  # somebody carried words between the two; `why` says whether terms came of it
    "offered",  # a side offered to meet half way, or took a mediator's (`why`: "terms")
    "declined",  # a side refused a mediator's terms, or said nothing to them (`why`: "refused", "silence", "pressed")
    "warned",  # a third nation warned the challenger in public
    "war_began",
    "battle",  # a turn of war; `why` says who had the better of it
    "entrapped",  # an ally fights in a quarrel its ward would not settle
    "abandoned",  # of all who were called, nobody came
    "rekindled",  # a quarrel that a war left behind comes back
    "spread",  # a case caught next door
    "slipped",  # a confrontation came to blows though nobody chose it
    "lapsed",  # a brewing case came to nothing
    "not_made",  # a challenge considered and not made, and why (secret)
    "duty_kept",
    "duty_broken",
    "duty_excused",
    "sheet_committed",
    "forces_raised",
    "forces_lost",
    "readiness",
    "toll",
    "technology",
    "resilience",
    "standing",  # where forces stand changed
    "exercise_held",
    "exercise_missed",
    "incident",  # an exercise near a rival went wrong
    "mission",
    "known",
    "familiarity",
    "trust",
    "provoked",
    "interop",
    "support",
    "claim_ended",
    "misfortune",  # it struck
    "contagion",  # a misfortune, or what people flee, reaches another
    "relief",  # who gave RP
    "met",  # how far a misfortune was met
    "slump",  # income fell below its usual level, or recovers
    "sabotage",  # the hidden hand's own knowledge of what it did
    "attributed",
    "accused",  # a victim names a nation for what a hidden hand did
    "verdict",  # what came of an accusation
    "unattributed",
    "mark",
    "stability",
    "turn_closed",
    "played_on",  # beyond the announced end
    "game_over",
    "injected",  # the instructor planned, gave or took back something (the referee's own)
    "news",
    "ruled",  # the instructor set a figure
    "clock",  # a stage was extended or ended by the instructor
    "rolled_back",
]


@record
class Event:
    """One thing that happened. It is seen whole or not at all: a half-secret happening is two events."""

    kind: EventKind
    turn: int
    who: str = ""
    whom: tuple[str, ...] = ()
    amount: int = 0
    why: str = ""
    """Key of the typed reason: a ReasonKind, a duty kind, a budget item or an Outcome."""
    about: str = ""
    """Id of the treaty, thread, crisis or theatre."""
    stance: Stance | None = None
    terms: tuple[Term, ...] = ()
    draft: Draft | None = None
    rows: tuple[BurdenRow, ...] = ()
    """The lines of a burden table."""
    drafts: tuple[Draft, ...] = ()
    """Prices named; where a new text of a treaty is proposed or agreed, the old one."""
    text: str = ""
    """Words a nation chose itself; everything else is worded in reports."""
    audience: tuple[str, ...] | None = None
    """Nations that may know it; None for everybody, empty for the referee alone."""
