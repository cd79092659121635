"""Treaties in plain words: clauses, drafts, duties, and how one reads a case."""

from collections.abc import Sequence

from game.core.clauses import BurdenSharing, Clause, Consultation, JointExercises, MutualDefence
from game.core.crises import Crisis
from game.core.drafts import Draft, Payment
from game.core.duties import Consult, Duty, Guard, Pay, Train
from game.core.triggers import ReadingWhy
from game.core.world import State, Treaty
from game.reports.grammar import TIMES, capital, counted, listing, number, sentence_of
from game.reports.words import (
    AUTOMATICITY_WORDS,
    COSTS_WORDS,
    THREAT_WORDS,
    crisis_name,
    date_text,
    name,
    names,
    places,
    rp,
    theatre,
    title_in_sentence,
    treaty_name,
    whose,
)

SCALES = ("", "small", "middling", "large")


def often(per_year: int) -> str:
    """How often in a year: "once a year"."""
    return f"{TIMES[per_year] if per_year < len(TIMES) else f'{number(per_year)} times'} a year"


def clause_title(clause: Clause) -> str:
    """The heading of a clause: "Mutual defence"."""
    return capital(clause.kind.replace("_", " "))


def clause_text(world: State, clause: Clause) -> str:
    """What a clause asks, as one sentence."""
    match clause:
        case MutualDefence():
            threats = listing([f"an {THREAT_WORDS[kind]}" for kind in clause.threats], "or")
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
        case JointExercises():
            size = SCALES[clause.scale]
            return (
                f"The parties hold a {size} joint exercise {often(clause.per_year)}, each hosting in turn, "
                f"{COSTS_WORDS[clause.costs]}."
            )
        case BurdenSharing():
            return f"Each party spends at least {clause.target} % of its income on its own forces."


def clause_short(world: State, clause: Clause) -> str:
    """A clause in a few words, for a list within a sentence."""
    match clause:
        case MutualDefence():
            against = f" against {names(world, clause.against)}" if clause.against else ""
            where = f" {places(world, clause.area)}" if clause.area else ""
            return f"mutual defence{against}{where}, {AUTOMATICITY_WORDS[clause.automaticity]}"
        case Consultation():
            return "consultation" + (f" {places(world, clause.area)}" if clause.area else "")
        case JointExercises():
            size = "" if clause.scale == 1 else f"{SCALES[clause.scale]} "
            return f"{size}joint exercises {often(clause.per_year)}"
        case BurdenSharing():
            return f"{clause.target} % of income for defence"


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
        case JointExercises():
            return "the joint exercises"
        case BurdenSharing():
            return "the pledge on spending"


def payment_text(world: State, payment: Payment) -> str:
    """A payment on signature: "France pays Norway 3 RP"."""
    return f"{name(world, payment.payer)} pays {name(world, payment.payee)} {rp(payment.amount)}"


def clauses_short(world: State, clauses: Sequence[Clause], payments: Sequence[Payment] = ()) -> str:
    """The contents of a draft or treaty within a sentence."""
    items = [clause_short(world, clause) for clause in clauses]
    items += [payment_text(world, payment) for payment in payments]
    if any("," in item or " and " in item for item in items) and len(items) > 1:
        return "; ".join(items)
    return listing(items)


def draft_short(world: State, draft: Draft) -> str:
    """A draft in one phrase: its title, then what it holds."""
    secret = "secret, " if draft.secret else ""
    return f"{title_in_sentence(draft.title)} ({secret}{clauses_short(world, draft.clauses, draft.payments)})"


def lasting(duration: int) -> str:
    """How long it lasts, as a sentence."""
    return f"It lasts {counted(duration, 'turn')}." if duration else "It has no term."


def leaving(notice: int) -> str:
    """How one leaves it, as a sentence."""
    if not notice:
        return "A party may leave it at once."
    return f"A party may leave {counted(notice, 'turn')} after saying so."


def draft_lines(world: State, draft: Draft) -> tuple[str, ...]:
    """A draft in full, one sentence a line: parties, clauses, payments, term, notice, openness."""
    lines = [f"Between {names(world, draft.parties)}."]
    lines += [f"{clause_title(clause)}: {clause_text(world, clause)}" for clause in draft.clauses]
    lines += [sentence_of(f"{payment_text(world, payment)} on signature") for payment in draft.payments]
    if draft.clauses:
        lines += [lasting(draft.duration), leaving(draft.notice)]
    if draft.secret:
        lines.append("It is secret: known to its parties alone.")
    return tuple(lines)


def treaty_lines(world: State, treaty: Treaty) -> tuple[str, ...]:
    """A treaty in full, one sentence a line, with its state today."""
    lines = [f"Between {names(world, treaty.parties)}."]
    lines += [f"{clause_title(clause)}: {clause_text(world, clause)}" for clause in treaty.clauses]
    lines += [lasting(treaty.duration), leaving(treaty.notice)]
    if treaty.signed > 0:
        lines.append(f"Signed in turn {treaty.signed}, {date_text(world, treaty.signed)}.")
    else:
        lines.append("It stood before the game began.")
    if treaty.secret:
        lines.append("It is secret: known to its parties alone.")
    for party, free in treaty.leaving.items():
        lines.append(sentence_of(f"{name(world, party)} has announced that it leaves, and is free from turn {free}"))
    if treaty.ended:
        lines.append(f"It ended in turn {treaty.ended}.")
    return tuple(lines)


def duty_text(world: State, duty: Duty) -> str:
    """A duty as a sentence about the nation that owes it."""
    by = name(world, duty.by)
    match duty:
        case Guard():
            against = f" by {names(world, duty.against, 'or')}" if duty.against else ""
            threats = listing([f"an {THREAT_WORDS[kind]}" for kind in duty.threats], "or")
            how = "in its own way" if duty.automaticity == "own_way" else AUTOMATICITY_WORDS[duty.automaticity]
            said = (
                f"{by} comes to the aid of {names(world, duty.wards, 'or')} against {threats}{against} "
                f"{places(world, duty.area)}, {how}, with {duty.earmark} % of the forces it can send"
            )
        case Consult():
            said = (
                f"{by} takes counsel with {names(world, duty.among)} when one of them is challenged "
                f"{places(world, duty.area)}"
            )
        case Train():
            said = f"{by} holds joint exercises with {names(world, duty.among)} {often(duty.per_year)}"
        case Pay():
            said = f"{by} spends at least {duty.target} % of its income on its own forces"
    return sentence_of(said)


def guard_of(treaty: Treaty) -> MutualDefence | None:
    """The guarantee in a treaty, if it holds one."""
    return next((clause for clause in treaty.clauses if isinstance(clause, MutualDefence)), None)


def reading_phrase(world: State, treaty_id: str, why: ReadingWhy, crisis_id: str = "") -> str:
    """How a treaty reads a case, as a clause: "the Treaty of Dunkirk names Germany alone; this is not its case"."""
    title = treaty_name(world, treaty_id)
    treaty, crisis = world.treaties.get(treaty_id), world.crises.get(crisis_id)
    guard = guard_of(treaty) if treaty is not None else None
    match why:
        case "case":
            case = crisis_name(world, crisis_id) if crisis is not None else "this"
            return f"{title} reads {case} as the case it meant"
        case "not_in_force":
            return f"{title} is not in force"
        case "not_a_ward":
            target = name(world, crisis.target) if crisis is not None else "the nation challenged"
            return f"{title} does not protect {target}"
        case "party_itself":
            other = name(world, crisis.challenger) if crisis is not None else "the challenger"
            return f"{title} binds {other} too; it does not answer a quarrel among its own parties"
        case "area":
            covered = places(world, guard.area) if guard is not None else "elsewhere"
            here = f"this case lies in {theatre(world, crisis.theatre)}" if crisis is not None else "this is outside it"
            return f"{title} holds {covered}; {here}"
        case "kind":
            kinds = (
                listing([THREAT_WORDS[kind] for kind in guard.threats], "or") if guard is not None else "other threats"
            )
            return f"{title} answers {kinds}; this is not its case"
        case "against":
            named = names(world, guard.against) if guard is not None and guard.against else "another"
            return f"{title} names {named} alone; this is not its case"


def reading_text(world: State, treaty_id: str, why: ReadingWhy, crisis_id: str = "") -> str:
    """How a treaty reads a case, as a sentence."""
    return sentence_of(reading_phrase(world, treaty_id, why, crisis_id))


def case_text(world: State, crisis: Crisis) -> str:
    """A case as a phrase with its place: what, who, whom, where."""
    kind = world.kinds[crisis.kind].name if crisis.kind in world.kinds else crisis.kind.replace("_", " ")
    return (
        f"{whose(world, crisis.challenger)} {kind} with {name(world, crisis.target)} in "
        f"{theatre(world, crisis.theatre)}"
    )
