"""Names and small words: nations, treaties, cases, dates, amounts, answers, as they stand in a sentence."""

from collections.abc import Iterable

from game.core.crises import Blow, Crisis, CrisisStage, Grade, Outcome, Stance
from game.core.duties import Automaticity, Costs
from game.core.orders import MissionKind
from game.core.world import Rank, State, date_of
from game.reports.grammar import article, capital, figure, listing, possessive

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {3: "Spring", 6: "Summer", 9: "Autumn", 12: "Winter"}
TREATY_NOUNS = (
    "accord", "act", "agreement", "aid", "alliance", "arrangement", "assistance", "board", "charter", "compact",
    "concert", "convention", "conversations", "cooperation", "covenant", "declaration", "defence", "deal", "entente",
    "exchange", "exercises", "guarantee", "league", "lease", "memorandum", "occupation", "organisation", "pact",
    "paper", "partnership", "plan", "pledge", "program", "programme", "protocol", "settlement", "stay", "stones",
    "talks", "treaty", "understanding", "union",
)  # fmt: skip

GRADE_WORDS: dict[Grade, str] = {"request": "request", "warning": "warning", "ultimatum": "ultimatum"}
RANK_WORDS: dict[Rank, str] = {"great": "great power", "middle": "middle power", "small": "small nation"}
STAGE_WORDS: dict[CrisisStage, str] = {
    "brewing": "brewing",
    "open": "open",
    "fighting": "a war",
    "showdown": "at a showdown",
    "settled": "settled",
    "frozen": "frozen",
    "war": "come to war",
    "lapsed": "lapsed",
}
BLOW_OUTCOMES: dict[Blow, dict[bool, str]] = {
    "clash": {True: "{challenger} struck and prevailed", False: "{challenger} struck and was thrown back"},
    "rupture": {
        True: "{challenger} broke with {target} over {case} and carried its point",
        False: "{challenger} broke with {target} over {case} and gained nothing",
    },
    "harm": {
        True: "{challenger} carried {case} through and had its way",
        False: "{challenger} carried {case} through and failed",
    },
}
"""How a case ended that came to a blow, by what a blow is in it and whether it served the challenger. Where the case
was named just before, `{case}` is "it"."""
OUTCOME_WORDS: dict[Outcome, str] = {
    "": "undecided so far",
    "conceded": "{target} gave way",
    "backed_down": "{challenger} backed down",
    "compromise": "settled by compromise",
    "frozen": "left as it stands",
    "struck_won": BLOW_OUTCOMES["clash"][True],
    "struck_lost": BLOW_OUTCOMES["clash"][False],
    "lapsed": "{challenger} let it rest",
    "mediated": "ended by mediation",
}
"""How a case ended, with blanks for its two nations."""
STANCE_VERBS: dict[Stance, str] = {
    "stand_firm": "stand firm",
    "negotiate": "negotiate",
    "concede": "concede",
    "invoke": "invoke a treaty",
    "come": "come with forces",
    "support": "give support",
    "mediate": "mediate",
    "stay_out": "stay out",
    "refuse": "refuse the call",
    "join": "join the challenger with forces",
    "back_down": "back down",
    "settle": "settle",
    "strike": "strike",
}
STANCE_PAST: dict[Stance, str] = {
    "stand_firm": "stood firm",
    "negotiate": "offered to negotiate",
    "concede": "gave way",
    "invoke": "called for aid",
    "come": "came",
    "support": "gave its support short of forces",
    "mediate": "offered to mediate",
    "stay_out": "stayed out",
    "refuse": "refused the call",
    "join": "came in beside the challenger",
    "back_down": "backed down",
    "settle": "settled",
    "strike": "struck",
}
AUTOMATICITY_WORDS: dict[Automaticity, str] = {
    "automatic": "automatically",
    "consulted": "after consultation",
    "own_way": "each in its own way",
}
COSTS_WORDS: dict[Costs, str] = {"equal": "costs shared equally", "by_income": "costs shared by income"}
MISSION_WORDS: dict[MissionKind, str] = {
    "staff_talks": "officers for staff talks",
    "attache": "a military attaché",
    "visit": "a visiting minister",
}


def name(world: State, nation: str) -> str:
    """A nation's name within a sentence: "the United Kingdom". An id nobody knows stands for itself."""
    known = world.nations.get(nation)
    return known.name if known is not None else world.others.get(nation, nation)


def name_first(world: State, nation: str) -> str:
    """A nation's name at the start of a sentence: "The United Kingdom"."""
    return capital(name(world, nation))


def name_bare(world: State, nation: str) -> str:
    """A nation's name for a heading or a column: "United Kingdom"."""
    return capital(name(world, nation).removeprefix("the "))


def whose(world: State, nation: str) -> str:
    """A nation's possessive: "the United States'"."""
    return possessive(name(world, nation))


def adjective(world: State, nation: str) -> str:
    """A nation's adjective: "British"; the name where nobody plays it."""
    known = world.nations.get(nation)
    return known.adjective if known is not None else name_bare(world, nation)


def names(world: State, nations: Iterable[str], last: str = "and") -> str:
    """Nations as a list within a sentence, in the order given."""
    return listing([name(world, nation) for nation in nations], last)


def theatre(world: State, where: str) -> str:
    """The name of a theatre."""
    known = world.theatres.get(where)
    return known.name if known is not None else where


def places(world: State, area: Iterable[str]) -> str:
    """Where a clause holds: "in Western Europe and Scandinavia", or "anywhere"."""
    found = [theatre(world, where) for where in area]
    missing = [known.name for where, known in world.theatres.items() if where not in area]
    if found and len(missing) <= 2 and len(found) >= 4:
        return f"anywhere outside {listing(missing)}" if missing else "anywhere"
    return f"in {listing(found)}" if found else "anywhere"


def title_in_sentence(title: str) -> str:
    """A treaty's title with the article it takes: "the Treaty of Dunkirk", "NATO", or in quotation marks."""
    first, _, rest = title.partition(" ")
    if first.lower() == "the":
        return f"the {rest}"
    plain = title.lower().replace("-", " ").split()
    if any(noun in plain or f"{noun}s" in plain for noun in TREATY_NOUNS):
        return title if first.lower() in ("a", "an") else f"the {title}"
    return title if not rest and title.isupper() else f"“{title}”"


def stillborn(world: State, treaty: str) -> bool:
    """Whether a treaty was signed and never came into force."""
    known = world.treaties.get(treaty)
    return known is not None and bool(known.ended) and known.ended == known.signed


def treaty_name(world: State, treaty: str) -> str:
    """A treaty as in a sentence: "the North Atlantic Treaty"."""
    known = world.treaties.get(treaty)
    return title_in_sentence(known.title) if known is not None else "a treaty"


def crisis_name(world: State, crisis: str) -> str:
    """A case as in a sentence: "the Soviet–British border clash"."""
    known = world.crises.get(crisis)
    return crisis_words(world, known) if known is not None else "a case"


def crisis_words(world: State, crisis: Crisis) -> str:
    """A case as in a sentence, from its record."""
    return (
        f"the {adjective(world, crisis.challenger)}–{adjective(world, crisis.target)} {kind_name(world, crisis.kind)}"
    )


def capital_crisis(world: State, crisis: Crisis) -> str:
    """A case for the start of a line: "The Soviet–British border clash"."""
    return capital(crisis_words(world, crisis))


_AGAIN = ("second", "third", "fourth", "further")
"""What befell the same nation for the second time in one turn, and so on."""


def misfortune_name(world: State, misfortune: str, dated: bool = True) -> str:
    """A misfortune as in a sentence: "the Dutch flood"; "the sabotage in France", which France did not do.

    Where the same nation has met with the same more than once its time is said, unless it stands beside it already
    (`dated` false): "the sabotage of July–December 1949 in France".
    """
    known = world.misfortunes.get(misfortune)
    if known is None:
        return "a misfortune"
    kind = world.misfortune_kinds.get(known.kind)
    what = kind.name if kind is not None else known.kind.replace("_", " ")
    alike = [key for key, one in world.misfortunes.items() if (one.kind, one.target) == (known.kind, known.target)]
    together = [key for key in alike if world.misfortunes[key].since == known.since]
    place = together.index(misfortune)
    if place:
        what = f"{_AGAIN[min(place, len(_AGAIN)) - 1]} {what}"
    when = f" of {date_text(world, known.since)}" if dated and len(alike) > len(together) else ""
    if kind is not None and kind.hidden_hand:
        return f"the {what}{when} in {name(world, known.target)}"
    return f"the {adjective(world, known.target)} {what}{when}"


def outcome_text(world: State, crisis: Crisis) -> str:
    """How a case ended: "the Soviet Union backed down"."""
    words = OUTCOME_WORDS[crisis.outcome]
    if crisis.outcome in ("struck_won", "struck_lost"):
        words = BLOW_OUTCOMES[world.kinds[crisis.kind].blow][crisis.outcome == "struck_won"]
    said = words.replace("{challenger}", name(world, crisis.challenger)).replace("{case}", "it")
    return said.replace("{target}", name(world, crisis.target))


def kind_name(world: State, kind: str) -> str:
    """The name of a kind of crisis: "border clash"."""
    known = world.kinds.get(kind)
    return known.name if known is not None else kind.replace("_", " ")


def demand(grade: str) -> str:
    """A graded demand with its article: "an ultimatum"."""
    return article(grade)


def rp(amount: int) -> str:
    """Resource points: "3 RP"."""
    return f"{figure(amount)} RP"


def fp(amount: int) -> str:
    """Force points: "12 FP"."""
    return f"{figure(amount)} FP"


def month(world: State, turn: int) -> str:
    """The month in which a turn begins: "July 1948". Turns before the first count backwards."""
    year, index = date_of(world, turn)
    return f"{MONTHS[index - 1]} {year}"


def date_text(world: State, turn: int) -> str:
    """The time a turn covers: "July–December 1948", "Spring 1949", "March 1949", "1949"."""
    year, first = date_of(world, turn)
    months = world.months
    if months == 1:
        return f"{MONTHS[first - 1]} {year}"
    if months == 3 and first in SEASONS:
        return f"Winter {year}–{(year + 1) % 100:02d}" if first == 12 else f"{SEASONS[first]} {year}"
    last = first + months - 2
    end_year, end = year + last // 12, last % 12
    if first == 1 and end == 11:
        return str(year) if year == end_year else f"{year}–{end_year}"
    if year == end_year:
        return f"{MONTHS[first - 1]}–{MONTHS[end]} {year}"
    return f"{MONTHS[first - 1]} {year} – {MONTHS[end]} {end_year}"


def heading(world: State, turn: int) -> str:
    """The heading of a turn: "Turn 2 · January–June 1949"."""
    return f"Turn {turn} · {date_text(world, turn)}"
