"""One clause in words: its heading, what it asks as a sentence, and what it is called within one."""

from game.core.clauses import (
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.duties import THREAT_WORDS, Formula
from game.core.world import State
from game.reports.grammar import TIMES, capital, listing, number
from game.reports.joint_words import THE, joint_short, joint_text
from game.reports.words import (
    AUTOMATICITY_WORDS,
    COSTS_WORDS,
    adjective,
    name,
    names,
    places,
    rp,
    theatre,
    whose,
)

SCALES = ("", "small", "middling", "large")
TRAINING = ("", "a few instructors", "instructors", "whole schools of instructors")
"""Instructors sent, by level."""
SHARED = ("", "in summaries", "in reports", "in full")
"""How intelligence is shared, by level."""
FORMULA_WORDS: dict[Formula, str] = {
    "pledged": "each its own pledge",
    "equal": "in equal parts",
    "by_income": "by income",
    "by_capability": "by capability",
    "fund": "through a common fund",
}
"""How a burden is shared."""
AS_WIDE = ("as wide", "half as wide", "a quarter as wide", "an eighth as wide")
"""How wide the ranges of others' figures are, by the halvings."""


def often(per_year: int) -> str:
    """How often in a year: "once a year"."""
    return f"{TIMES[per_year] if per_year < len(TIMES) else f'{number(per_year)} times'} a year"


def clause_title(clause: Clause) -> str:
    """The heading of a clause: "Mutual defence"."""
    return "Non-aggression" if isinstance(clause, NonAggression) else capital(clause.kind.replace("_", " "))


def clause_text(world: State, clause: Clause) -> str:
    """What a clause asks, as one sentence."""
    match clause:
        case MutualDefence():
            threats = listing([THREAT_WORDS[kind] for kind in clause.threats], "or")
            by = f" by {names(world, clause.against, 'or')}" if clause.against else ""
            where = f" {places(world, clause.area)}"
            how = {
                "automatic": "the others come to its aid at once",
                "consulted": "the others consult, then come to its aid",
                "own_way": "each of the others comes or gives support, in its own way",
            }[clause.automaticity]
            return (
                f"If {threats}{by} befalls one party{where}, {how}; each earmarks {clause.earmark} % of the forces "
                "it can send."
            )
        case Consultation():
            return f"When one party is challenged {places(world, clause.area)}, the others take counsel with it."
        case NonAggression():
            return "No party presses a demand on another."
        case Neutrality():
            said = "No party presses a demand on another, or sides with those on whom another presses one"
            return f"{said}; nor does it ally itself against another." if clause.unallied else f"{said}."
        case JointExercises():
            size = SCALES[clause.scale]
            return (
                f"The parties hold a {size} joint exercise {often(clause.per_year)}, each hosting in turn, "
                f"{COSTS_WORDS[clause.costs]}."
            )
        case IntelligenceSharing():
            return (
                f"The parties share intelligence {SHARED[clause.level]}: each knows the others' figures to ranges "
                f"{AS_WIDE[clause.level]}."
            )
        case CapacityBuilding():
            taught = f", and sends them {TRAINING[clause.training]}" if clause.training else ""
            return capital(f"{name(world, clause.donor)} gives each other party {rp(clause.amount)} a turn{taught}.")
        case Basing():
            return (
                f"{capital(whose(world, clause.host))} bases are open to the others: their forces reach "
                f"{_home(world, clause.host)} a step sooner and count as on the spot there."
            )
        case BurdenSharing():
            return {
                "pledged": f"Each party spends at least {clause.target} % of its income on its own forces.",
                "fund": f"Each party pays {clause.target} % of its income, at least 1 RP, into a common fund, which "
                "pays for the exercises of all.",
            }.get(
                clause.formula,
                f"The parties bear a common burden of {clause.target} % of their income together, "
                f"{FORMULA_WORDS[clause.formula]}; forces, bases, intelligence, sea lift and relief all count.",
            )
        case _:
            return joint_text(world, clause)


def _home(world: State, nation: str) -> str:
    known = world.nations.get(nation)
    return theatre(world, known.home) if known is not None else "its ground"


def clause_short(world: State, clause: Clause) -> str:
    """A clause in a few words, for a list within a sentence."""
    match clause:
        case MutualDefence():
            against = f" against {names(world, clause.against)}" if clause.against else ""
            where = f" {places(world, clause.area)}" if clause.area else ""
            return f"mutual defence{against}{where}, {AUTOMATICITY_WORDS[clause.automaticity]}"
        case Consultation():
            return "consultation" + (f" {places(world, clause.area)}" if clause.area else "")
        case NonAggression():
            return "non-aggression"
        case Neutrality():
            return "neutrality without hostile alliances" if clause.unallied else "neutrality"
        case JointExercises():
            size = "" if clause.scale == 1 else f"{SCALES[clause.scale]} "
            return f"{size}joint exercises {often(clause.per_year)}"
        case IntelligenceSharing():
            return f"intelligence shared {SHARED[clause.level]}"
        case CapacityBuilding():
            taught = f" and {TRAINING[clause.training]}" if clause.training else ""
            return f"aid of {rp(clause.amount)} a turn{taught} from {name(world, clause.donor)}"
        case Basing():
            return f"{adjective(world, clause.host)} bases open to the others"
        case BurdenSharing():
            return {
                "pledged": f"{clause.target} % of income for defence",
                "fund": f"{clause.target} % of income for a common fund",
            }.get(clause.formula, f"a burden of {clause.target} %, {FORMULA_WORDS[clause.formula]}")
        case _:
            return joint_short(world, clause)


def the_clause(clause: Clause) -> str:
    """A clause one already speaks of: "the automatic guarantee"."""
    match clause:
        case MutualDefence():
            return {
                "automatic": "the automatic guarantee",
                "consulted": "the guarantee after consultation",
                "own_way": "the guarantee in each one's own way",
            }[clause.automaticity]
        case Consultation():
            return "consultation"
        case NonAggression():
            return "the pledge of non-aggression"
        case Neutrality():
            return "the pledge of neutrality"
        case JointExercises():
            return "the joint exercises"
        case IntelligenceSharing():
            return "the sharing of intelligence"
        case CapacityBuilding():
            return "the aid"
        case Basing():
            return "the bases"
        case BurdenSharing():
            return "the common fund" if clause.formula == "fund" else "the pledge on spending"
        case _:
            return THE[clause.kind]
