"""What a scenario file may say: its tables as records, on the rules' own clauses, objectives and numbers."""

from dataclasses import field
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, TypeAdapter

from game.core.charters import Charter
from game.core.clauses import Clause
from game.core.crises import CrisisKind, Grade, Pace
from game.core.drafts import Payment
from game.core.duties import ThreatKind
from game.core.misfortunes import MisfortuneKind
from game.core.objectives import Objective
from game.core.par import Par
from game.core.personalities import Personality
from game.core.record import record
from game.core.rules import Rules
from game.core.world import Rank, Theatre

NATION_PATTERN = r"^[A-Z][A-Z0-9]{1,7}$"
WORD_PATTERN = r"^[a-z][a-z0-9_]*$"
SLUG_PATTERN = r"^[a-z][a-z0-9_-]*$"
MONTH_PATTERN = r"^-?[0-9]{1,4}-(0[1-9]|1[0-2])$"
DATE_PATTERN = r"^(-?[0-9]{1,4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$"

NationId: TypeAlias = Annotated[str, Field(pattern=NATION_PATTERN)]
TheatreId: TypeAlias = Annotated[str, Field(pattern=WORD_PATTERN)]
Slug: TypeAlias = Annotated[str, Field(pattern=SLUG_PATTERN)]
SEEN_PATTERN = r"^[^\p{Cc}\p{Cf}]*$"
Words: TypeAlias = Annotated[str, Field(min_length=1, pattern=SEEN_PATTERN)]
Index: TypeAlias = Annotated[int, Field(ge=0, le=100)]
Signed: TypeAlias = Annotated[int, Field(ge=-100, le=100)]
Amount: TypeAlias = Annotated[int, Field(ge=0, le=10_000)]
Turns: TypeAlias = Annotated[int, Field(ge=0, le=1000)]
Notice: TypeAlias = Annotated[int, Field(ge=0, le=6)]


@record(kw_only=True)
class NationEntry:
    """A nation that can be played."""

    name: Words
    """As in a sentence: "the United Kingdom"."""
    adjective: Words
    """As in "the French draft": "French"."""
    brief: str = ""
    """What a person in its seat should know: two or three sentences."""
    sources: str = ""
    """Where its figures come from, and which are estimates."""
    territories: tuple[str, ...] = ()
    """ISO A3 codes or ids of the map's own parts (DEU-W). A vanished country is several of them."""
    home: str
    """Its home theatre."""
    rank: Rank
    """great, middle or small: sets initiatives and starting influence."""
    sea_power: bool = False
    """Whether its navy saves one step of distance."""
    regime: Annotated[int, Field(ge=-10, le=10)] = 0
    """-10 (autocracy) to 10 (democracy), Polity."""
    doctrine: str = ""
    """What it is ruled by, in a word, as "communism"; between two without one the regime score tells how unlike
    they are."""
    culture: tuple[str, ...] = ()
    """Tags of language, faith and tradition; likeness is their overlap."""
    potential: Annotated[int, Field(ge=0, le=1000)]
    """1000 x its share of world capability (CINC)."""
    nuclear: Annotated[int, Field(ge=0, le=2)] = 0
    """0 none, 1 a few, 2 an arsenal."""
    intelligence: Index = 30
    """0-100: how well it sees others; from 45 its estimates are half as wide, from 70 a quarter."""
    technology: Index | None = None
    """0-100: equipment and cyber skill; by rank when absent: great 60, middle 50, small 40."""
    resilience: Index | None = None
    """0-100: how it takes a shock; 50 and half its regime score when absent."""
    income: Amount
    """Resource points a turn."""
    treasury: Amount | None = None
    """Resource points in hand; half a turn's income unless given, at most one turn's income."""
    forces: Amount
    """Force points in being, from men and equipment."""
    standing: dict[str, Amount] = field(default_factory=dict)
    """Force points standing away from home, by theatre; together at most half its forces."""
    readiness: Index
    """0-100."""
    support: Index
    """Domestic support, 0-100."""
    influence: Annotated[int, Field(ge=0, le=10)] | None = None
    """0-10; unless given 4 for a great power, 2 for a middle one, 1 for a small one."""
    autonomy_wanted: Index
    """The freedom of action it wants to keep, 0-100."""
    personality: str = ""
    """A personality from the shipped collection or of the scenario's own; empty for a government like any other."""
    objectives: tuple[Objective, ...] = ()
    """What it is scored by, public or secret."""


@record(kw_only=True)
class TrustEntry:
    """One named reason for trust or distrust when the game begins."""

    by: str
    """The nation that trusts, or "both"."""
    points: Signed
    """-100 to 100."""
    kind: Literal["standing", "history"] = "history"
    """standing lasts; history fades."""
    about: Words
    """What it is about, in a few words."""


@record(kw_only=True)
class PairEntry:
    """What stands between two nations when the game begins."""

    between: tuple[str, str]
    """The two nations."""
    trust: tuple[TrustEntry, ...] = ()
    """Named reasons for trust or distrust."""
    interoperability: Index = 0
    """How well their forces work together, 0-100."""
    rivalry: Index = 0
    """0-100."""
    disputes: Index = 0
    """How much force, shown or used, stands between them in the record, 0-100, the older the less."""
    claims: tuple[str, ...] = ()
    """Which of the two holds a live claim against the other."""


@record(kw_only=True)
class PlanEntry:
    """A contingency plan an alliance has agreed on before the game begins."""

    theatre: str
    """Where the threat it is for would come."""
    threat: ThreatKind = "armed_attack"
    """The kind of threat it is for."""
    rehearsal: Index = 0
    """How well it is rehearsed, 0-100; from 40 on it answers by itself."""


@record(kw_only=True)
class TreatyEntry:
    """A treaty in force when the game begins."""

    id: Slug
    """Its name in files and links: "dunkirk-1947"."""
    title: Words
    """As people call it."""
    parties: Annotated[tuple[str, ...], Field(min_length=1)]
    """The nations bound by it, at least two."""
    signed: Annotated[str, Field(pattern=DATE_PATTERN)] = ""
    """Date of signature: 1947-03-04, 1947-03 or 1947; the eve of the game unless given."""
    duration: Turns = 0
    """Turns it still lasts, counted from turn 1; 0 until it is left or ended."""
    notice: Notice = 1
    """Turns between announcing withdrawal and being free, 0-6."""
    secret: bool = False
    """Known to its parties alone."""
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]
    """What it obliges its parties to; at most one clause of each kind."""
    charter: Charter | None = None
    """What makes it an alliance with a council: aim, creed, rule of decision, seat, caveats."""
    plans: tuple[PlanEntry, ...] = ()
    """What its council has agreed to do if a threat comes: at most one plan for a theatre and a kind of threat."""


@record(kw_only=True)
class DraftEntry:
    """A draft on the table when the game begins, agreed to by the nation that made it."""

    by: str
    """The nation that proposes it, one of the parties."""
    title: Annotated[str, Field(min_length=1, max_length=80, pattern=SEEN_PATTERN)]
    """As it is to be called."""
    parties: Annotated[tuple[str, ...], Field(min_length=1)]
    """All parties, the proposer included."""
    deadline: Annotated[int, Field(ge=1, le=1000)] = 1
    """Last turn in which it can be accepted."""
    duration: Annotated[int, Field(ge=0, le=40)] = 0
    """Turns it would last; 0 until it is left or ended."""
    notice: Notice = 1
    """Turns between announcing withdrawal and being free, 0-6."""
    secret: bool = False
    """Known to its parties alone."""
    clauses: tuple[Clause, ...] = ()
    """What it would oblige its parties to; at most one clause of each kind."""
    payments: tuple[Payment, ...] = ()
    """Resource points that would change hands on signature."""
    charter: Charter | None = None
    """What would make it an alliance with a council."""


@record(kw_only=True)
class CrisisEntry:
    """A crisis dealt by the scenario, known to nobody before its turn."""

    id: Slug
    """Its name in files and links."""
    turn: Annotated[int, Field(ge=1, le=1000)]
    """The turn in which it begins."""
    kind: str
    """A kind named in `uses` or defined in `kinds`."""
    theatre: str
    """Where it happens."""
    target: str
    """The nation challenged."""
    challenger: str
    """The nation that challenges."""
    stage: Literal["brewing", "open"] = "open"
    """brewing: the challenger may still let it lapse; open: it has come."""
    grade: Grade = "warning"
    """How the demand is put: request, warning or ultimatum."""
    stakes: int | None = None
    """Worth to the challenger: 10, 20 or 40; the kind's own unless given."""
    severity: int | None = None
    """1-5; the kind's own unless given."""
    pace: Pace | None = None
    """acute: decided this turn; slow: next turn; the kind's own unless given."""
    resolve: Annotated[int, Field(ge=-60, le=60)] | None = None
    """The challenger's private readiness in points; drawn unless given."""


@record(kw_only=True)
class MisfortuneEntry:
    """A misfortune dealt by the scenario, known to nobody before its turn."""

    id: Slug
    """Its name in files and links."""
    turn: Annotated[int, Field(ge=1, le=1000)]
    """The turn in which it strikes."""
    kind: str
    """A kind named in `misfortunes_used` or defined in `misfortune_kinds`, without a hidden hand."""
    target: str
    """The nation it strikes."""
    severity: int | None = None
    """1-5; the kind's own unless given."""


@record(kw_only=True)
class ScenarioFile:
    """A Foedus scenario: the world as it stands when the first turn opens."""

    id: Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9_-]*)?$")] = ""
    """Its short name; the file's name unless given. Class forms end in -class."""
    title: Words
    """As on the title card."""
    years: str = ""
    """The years it covers, as on the title card."""
    teaches: str = ""
    """What it teaches, in a sentence or two."""
    notes: str = ""
    """What was simplified or left out, for whoever teaches with it."""
    sources: tuple[str, ...] = ()
    """Where its facts and figures come from."""
    start: Annotated[str, Field(pattern=MONTH_PATTERN)]
    """Year and month in which turn 1 begins: "1948-07"."""
    months: Annotated[int, Field(ge=1, le=1200)]
    """Months a turn."""
    turns: Annotated[int, Field(ge=1, le=200)]
    """Announced number of turns."""
    uncertain_end: bool = False
    """Whether the game may go on one or two turns beyond them; a class form ends when it says."""
    theatres: Annotated[dict[TheatreId, Theatre], Field(min_length=1)]
    """The parts of the world. Writing a neighbour on one side is enough."""
    nations: Annotated[dict[NationId, NationEntry], Field(min_length=2)]
    """The nations that can be played, by id: two to eight capitals and digits, a letter first."""
    others: dict[NationId, str] = field(default_factory=dict)
    """Names of nations that treaties mention but nobody plays."""
    pairs: tuple[PairEntry, ...] = ()
    """What stands between nations."""
    treaties: tuple[TreatyEntry, ...] = ()
    """Treaties in force."""
    drafts: tuple[DraftEntry, ...] = ()
    """Drafts on the table in turn 1: the opening hand."""
    crises: tuple[CrisisEntry, ...] = ()
    """Crises dealt by the scenario."""
    uses: tuple[str, ...] = ("border_clash",)
    """Kinds of crisis from the shipped collection that may happen here."""
    kinds: tuple[CrisisKind, ...] = ()
    """Kinds of crisis of the scenario's own."""
    misfortunes: tuple[MisfortuneEntry, ...] = ()
    """Misfortunes dealt by the scenario."""
    misfortunes_used: tuple[str, ...] = ()
    """Kinds of misfortune from the shipped collection that may happen here; with none, none happens."""
    misfortune_kinds: tuple[MisfortuneKind, ...] = ()
    """Kinds of misfortune of the scenario's own."""
    personalities: tuple[Personality, ...] = ()
    """Personalities of the scenario's own."""
    par: dict[NationId, Par] = field(default_factory=dict)
    """What AI nations got from each seat over many games, in permille, as `foedus simulate` finds it."""
    rules: Rules = field(default_factory=Rules)
    """Changes to the numbers that tune play."""


SCENARIO: TypeAdapter[ScenarioFile] = TypeAdapter(ScenarioFile)
"""Reads and writes scenario files; input is validated as JSON in strict mode."""

CRISIS_KIND: TypeAdapter[CrisisKind] = TypeAdapter(CrisisKind)
"""Reads the shipped crisis kinds."""

PERSONALITY: TypeAdapter[Personality] = TypeAdapter(Personality)
"""Reads the shipped personalities."""

MISFORTUNE_KIND: TypeAdapter[MisfortuneKind] = TypeAdapter(MisfortuneKind)
"""Reads the shipped kinds of misfortune."""
