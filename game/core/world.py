"""The state of a game: frozen records of integers, words and maps, nothing computed, nothing shared by accident."""

from dataclasses import field
from typing import Literal, TypeAlias

from game.core.charters import Charter, Motion, Outvoted, Plan
from game.core.clauses import Clause
from game.core.control import Desk
from game.core.crises import Crisis, CrisisKind, Scheduled
from game.core.drafts import Draft, Thread
from game.core.misfortunes import Misfortune, MisfortuneKind, ScheduledMisfortune
from game.core.objectives import Objective
from game.core.orders import Sheet
from game.core.par import Par
from game.core.personalities import Personality
from game.core.record import record
from game.core.rules import Rules

Rank: TypeAlias = Literal["great", "middle", "small"]
Stage: TypeAlias = Literal["negotiation", "showdown", "strike", "over"]
ReasonKind: TypeAlias = Literal[
    "standing",  # authored by the scenario; does not fade
    "history",  # authored; fades
    "signed",
    "left",
    "kept_guard",
    "broke_guard",
    "onlooker",
    "kept_duty",
    "broke_duty",
    "exercise",
    "provoked",
    "threatened",
    "struck",
    "settled",
    "mediated",
    "spurned",
    "supported",
    "mission",
    "relieved",
    "sabotaged",
    "ruled",  # set by the instructor; does not fade
    "accused",
    "wronged",
    "empty_words",
    "abandoned",
    "entrapped",
    "peacekept",
    "tone",
    "misread",
    "not_ratified",
    "stood_by",
    "broke_word",
    "brokered",
    "secret",
    "reputed",  # all that a third party knows: a banded sum
]


@record
class Reason:
    """One named, dated cause of trust or of provocation."""

    kind: ReasonKind
    tenths: int
    """Size when it was last added to, in tenths of a point."""
    since: int
    """Turn in which it was last added to; it fades from there."""
    about: str = ""
    """The treaty, crisis or matter it is about."""


ContactKind: TypeAlias = Literal["visit", "attache", "staff_talks"]


@record
class Contact:
    """People of two nations who have met: what makes one understand how the other speaks."""

    kind: ContactKind
    tenths: int
    """Size when it was last added to, in tenths of a point of familiarity."""
    since: int
    """Turn in which it was last added to; it fades from there."""


@record
class Statement:
    """What a nation has said in public, and will be held to by its own people."""

    kind: Literal["support", "warning", "commitment"]
    turn: int
    nation: str = ""
    """Whom it speaks for, or warns."""
    treaty: str = ""
    """What it commits itself to."""


@record
class Question:
    """A price asked of a nation, not yet answered."""

    by: str
    thread: str
    revision: int


@record
class Price:
    """What another nation said it would sign today instead of a draft it did not want."""

    of: str
    thread: str
    revision: int
    turn: int
    drafts: tuple[Draft, ...]


@record(kw_only=True)
class Pair:
    """What stands between two nations. Only pairs that matter to each other carry one."""

    trust: dict[str, tuple[Reason, ...]] = field(default_factory=dict)
    """By the nation that trusts or does not: its reasons about the other."""
    provocation: dict[str, tuple[Reason, ...]] = field(default_factory=dict)
    """By the nation provoked."""
    interop: int = 0
    """Interoperability 0-100 as of `interop_turn`; it fades from there."""
    interop_turn: int = 0
    practice: dict[str, Reason] = field(default_factory=dict)
    """What the two have practised together, by kind: "field", "relief", "cyber"; it fades."""
    rivalry: int = 0
    """0-100."""
    disputes: int = 0
    """0-100: how much force, shown or used, stands between them in the record, the older the less."""
    claims: tuple[str, ...] = ()
    """Nations of the pair that hold a live claim against the other."""
    contacts: tuple[Contact, ...] = ()
    """Missions between the two, one entry a kind."""


LedgerDuty: TypeAlias = Literal[
    "guard",
    "consult",
    "train",
    "pay",
    "abstain",
    "provide",
    "standardise",
    "notify",
    "relieve",
    "contribute",
    "back",
    "invest",
    "answer",  # what was declared against hidden hands
]


@record
class LedgerEntry:
    """A duty that fell due, and how it was met."""

    turn: int
    treaty: str
    duty: LedgerDuty
    toward: str
    """The nation it was owed to, or the treaty's id when it was owed to all."""
    result: Literal["kept", "broken", "excused"]
    weight: int
    """0-10: what keeping it cost, or breaking it gained, at that moment. A promise never tempting weighs nothing."""
    about: str = ""
    """The crisis that called it, if one did."""


@record(kw_only=True)
class Nation:
    """One nation."""

    name: str
    """As in a sentence: "the United Kingdom"."""
    adjective: str
    territories: tuple[str, ...] = ()
    """ISO A3 codes or ids of the map's own schematic parts."""
    brief: str = ""
    """What a person in its seat should know, two or three sentences."""
    home: str
    """Its home theatre."""
    rank: Rank
    sea_power: bool = False
    regime: int = 0
    """-10 (autocracy) to 10 (democracy), Polity."""
    doctrine: str = ""
    """What it is ruled by, in a word: "democracy", "communism"; empty: its regime score tells enough."""
    culture: tuple[str, ...] = ()
    """Tags of language, faith and tradition; likeness is their overlap."""
    potential: int
    """1000 x share of world capability (CINC)."""
    nuclear: int = 0
    """0 none, 1 a few, 2 an arsenal."""
    intelligence: int = 30
    """0-100: how well it sees others."""
    technology: int = 50
    """0-100: what its forces are equipped with, and how able it is against hidden hands."""
    resilience: int = 50
    """0-100: how well its society and economy take a shock."""
    income: int
    """RP a usual turn."""
    slump: int = 0
    """Permille by which its income is down; it recovers."""
    treasury: int
    """RP; at most one turn's usual income."""
    forces: int
    """FP in being."""
    readiness: int
    """0-100."""
    support: int
    """Domestic support, 0-100."""
    influence: int
    """0-10."""
    autonomy_wanted: int
    """0-100."""
    objectives: tuple[Objective, ...] = ()
    marks: tuple[tuple[int, ...], ...] = ()
    """One tuple a finished turn: permille by which each objective was met."""
    personality: str = ""
    """Id of its personality; empty for a government like any other."""
    temper: int = 0
    """0-999, drawn from the seed: the source of a mind's private noise."""
    initiatives: int = 0
    standing: dict[str, int] = field(default_factory=dict)
    """FP standing away from home, by theatre."""
    sheet: Sheet | None = None
    """Orders between commit and Resolution."""
    ledger: tuple[LedgerEntry, ...] = ()
    toll: int = 0
    """Permille of its score that standing by others in their quarrels has cost it."""
    known: dict[str, int] = field(default_factory=dict)
    """Nations whose exact figures a mission brought home: last turn for which they hold."""
    made: int = 0
    """Threads and cases this nation has opened this turn, for their ids."""
    statements: tuple[Statement, ...] = ()
    """What it has said in public of late."""
    questions: tuple[Question, ...] = ()
    """Prices it has been asked this turn."""
    prices: tuple[Price, ...] = ()
    """Prices it has been told this turn."""


@record(kw_only=True)
class Treaty:
    """A treaty that was signed."""

    title: str
    parties: tuple[str, ...]
    """Sorted; a party that has left is gone from here."""
    clauses: tuple[Clause, ...]
    signed: int
    """Turn of signature; in force from the end of its Resolution. 0 or less: before the game."""
    duration: int = 0
    """Turns; 0 for open end."""
    notice: int = 1
    secret: bool = False
    leaving: dict[str, int] = field(default_factory=dict)
    """Parties that have announced withdrawal, and the turn from which they are free."""
    ended: int = 0
    """Turn in which it ended; 0 while it lasts."""
    fund: int = 0
    """RP in the parties' common fund."""
    paid: dict[str, int] = field(default_factory=dict)
    """RP each party put into its own forces or the fund in the last turn of which a burden table was published."""
    lobbied: dict[str, int] = field(default_factory=dict)
    """Until it is ratified: points by which influence has moved the odds at home, by nation."""
    finders: tuple[str, ...] = ()
    """Nations that have found out about a secret treaty."""
    charter: Charter | None = None
    """What makes it an alliance with a council; None for a plain treaty."""
    suspended: tuple[str, ...] = ()
    """Parties toward whom its duties rest, and whose own rest."""
    waived: tuple[str, ...] = ()
    """Nations for whom the council has waived the creed."""
    statements: dict[str, int] = field(default_factory=dict)
    """Nations the members have spoken to with one voice, and the turn in which they last did."""
    outvoted: tuple[Outvoted, ...] = ()
    """Who was bound by what it voted against, as long as that is remembered."""
    coming: Draft | None = None
    """An amendment or accession signed this turn, which becomes its text at the end of the Resolution."""

    @property
    def active(self) -> tuple[str, ...]:
        """Its parties without those that are suspended."""
        return tuple(name for name in self.parties if name not in self.suspended) if self.suspended else self.parties

    def in_force(self, turn: int) -> bool:
        """Whether its duties bind in `turn`."""
        return not self.ended and self.signed < turn


@record
class Theatre:
    """A part of the world: distance is counted in steps between theatres."""

    name: str
    adjoins: tuple[str, ...] = ()


@record(kw_only=True)
class State:
    """Everything there is to know about a game at one moment."""

    scenario: str
    title: str
    seed: int
    turn: int
    """The turn now open, from 1."""
    turns: int
    """Announced number of turns."""
    stage: Stage = "negotiation"
    round: int = 0
    """Sealed round now open: 1 or 2 in a showdown, otherwise 0."""
    start_year: int
    start_month: int
    months: int
    """Months a turn."""
    nations: dict[str, Nation]
    pairs: dict[str, Pair]
    """Keyed "FRA-GBR", ids sorted."""
    theatres: dict[str, Theatre]
    treaties: dict[str, Treaty]
    threads: dict[str, Thread] = field(default_factory=dict)
    crises: dict[str, Crisis] = field(default_factory=dict)
    motions: dict[str, Motion] = field(default_factory=dict)
    """What has been put to councils."""
    plans: dict[str, dict[str, Plan]] = field(default_factory=dict)
    """Contingency plans, by treaty, then by theatre and kind of threat. Its members alone know an alliance's."""
    kinds: dict[str, CrisisKind] = field(default_factory=dict)
    misfortunes: dict[str, Misfortune] = field(default_factory=dict)
    misfortune_kinds: dict[str, MisfortuneKind] = field(default_factory=dict)
    fates: tuple[ScheduledMisfortune, ...] = ()
    """Misfortunes the scenario deals."""
    personalities: dict[str, Personality] = field(default_factory=dict)
    """Those its nations have, by id."""
    others: dict[str, str] = field(default_factory=dict)
    """Names of nations that treaties mention but nobody plays."""
    schedule: tuple[Scheduled, ...] = ()
    uncertain_end: bool = False
    """Whether the game may go on a turn or two beyond its announced end."""
    par: dict[str, Par] = field(default_factory=dict)
    """What AI nations got from each seat over many games; empty until a scenario ships it."""
    desk: Desk = field(default_factory=Desk)
    """What the instructor has set up."""
    rules: Rules = field(default_factory=Rules)


NO_PAIR = Pair()


def pair_key(a: str, b: str) -> str:
    """The key of the pair of two different nations."""
    return f"{a}-{b}" if a < b else f"{b}-{a}"


def pair_of(world: State, a: str, b: str) -> Pair:
    """What stands between two nations; a neutral default for those who hardly know each other."""
    return world.pairs.get(pair_key(a, b), NO_PAIR)


def same_treaties(world: State, before: State) -> bool:
    """Whether two states of a game hold the very same treaties."""
    return world.treaties is before.treaties or (
        len(world.treaties) == len(before.treaties)
        and all(before.treaties.get(name) is treaty for name, treaty in world.treaties.items())
    )


_NETWORKS_SINCE = 1988
"""The year from which the shipped kinds of cyber attack are possible."""


def in_its_time(world: State, since: int) -> bool:
    """Whether something that is possible from a year on is possible by now."""
    return since <= date_of(world, world.turn)[0]


def networked(world: State) -> bool:
    """Whether there are networks to attack and to defend by now: none before the worm of 2 November 1988."""
    return in_its_time(world, _NETWORKS_SINCE)


def date_of(world: State, turn: int) -> tuple[int, int]:
    """Year and month in which a turn begins."""
    months = world.start_month - 1 + (turn - 1) * world.months
    return world.start_year + months // 12, months % 12 + 1
