"""Duties in words, and how a treaty reads a case."""

from typing import assert_never

from game.core.burden import formula_of
from game.core.clauses import BurdenSharing, CapacityBuilding, MutualDefence
from game.core.duties import (
    THREAT_WORDS,
    Abstain,
    Back,
    Consult,
    Contribute,
    Duty,
    Guard,
    Notify,
    Pay,
    Provide,
    Relieve,
    Standardise,
    Train,
)
from game.core.events import Event
from game.core.joint_work import Favour
from game.core.triggers import ReadingWhy
from game.core.world import State, Treaty
from game.reports.clause_words import AS_WIDE, FORMULA_WORDS, SHARED, TRAINING, often
from game.reports.grammar import listing, sentence_of
from game.reports.joint_words import favour_text
from game.reports.words import (
    AUTOMATICITY_WORDS,
    crisis_name,
    fp,
    name,
    names,
    places,
    rp,
    theatre,
    treaty_name,
)


def duty_text(world: State, duty: Duty) -> str:
    """A duty as a sentence about the nation that owes it."""
    by = name(world, duty.by)
    match duty:
        case Guard() if not duty.armed:
            how = "denounces" if duty.answer == "denounce" else "answers in kind"
            said = f"{by} {how} whoever is found to have had a hidden hand against {names(world, duty.wards, 'or')}"
        case Guard():
            against = f" by {names(world, duty.against, 'or')}" if duty.against else ""
            threats = listing([THREAT_WORDS[kind] for kind in duty.threats], "or")
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
        case Pay() if duty.amount:
            each = " each" if len(duty.among) > 1 else ""
            said = f"{by} gives {names(world, duty.among)} {rp(duty.amount)}{each} a turn"
        case Pay() if duty.resilience:
            said = f"{by} puts {rp(duty.resilience)} a turn into its own resilience"
        case Pay():
            said = {
                "pledged": f"{by} spends at least {duty.target} % of its income on its own forces",
                "fund": f"{by} pays {duty.target} % of its income, at least 1 RP, into the common fund",
            }.get(
                duty.formula,
                f"{by} bears its part of {duty.target} % of the parties' income, {FORMULA_WORDS[duty.formula]}",
            )
        case Abstain() if "arm" in duty.acts:
            said = f"{by} raises no forces beyond {fp(duty.ceiling)}" if duty.ceiling else f"{by} raises no new forces"
        case Abstain() if "exercise_near" in duty.acts:
            said = f"{by} holds no large exercise near {names(world, duty.toward, 'or')}"
        case Abstain():
            said = f"{by} presses no demand on {names(world, duty.toward, 'or')}"
            if "join" in duty.acts:
                said = f"{said}, and neither comes nor gives support against {'them' if duty.toward[1:] else 'it'}"
            if "ally_with" in duty.acts:
                said = f"{said}, nor enters an alliance against {'them' if duty.toward[1:] else 'it'}"
        case Provide() if duty.what == "base":
            known = world.nations.get(duty.by)
            where = f" in {theatre(world, known.home)}" if known is not None else ""
            said = f"{by} opens its bases{where} to {names(world, duty.to)}"
        case Provide() if duty.what == "technology":
            said = f"{by} spends {rp(duty.level)} a turn on the technology of each of {names(world, duty.to)} behind it"
        case Provide() if duty.what == "training":
            said = f"{by} sends {names(world, duty.to)} {TRAINING[duty.level]}"
        case Provide() if duty.what == "familiarity":
            said = f"{by} sends officers to serve with {names(world, duty.to)}"
        case Provide() if duty.what == "cyber":
            said = f"{by} looks for hidden hands with {names(world, duty.to)}, and helps whoever is hit"
        case Provide():
            said = (
                f"{by} shares intelligence {SHARED[duty.level]} with {names(world, duty.to)}: its figures are known "
                f"there to ranges {AS_WIDE[duty.level]}"
            )
        case Standardise():
            said = f"{by} brings its arms and procedures to one standard with {names(world, duty.among)}"
        case Notify():
            seen = " and lets them send observers" if duty.observers else ""
            said = f"{by} announces field exercises near {names(world, duty.among, 'or')} beforehand{seen}"
        case Relieve():
            when = "a disaster strikes it" if duty.after == "disaster" else "it rebuilds after a war"
            how = "" if duty.after == "disaster" else " a turn"
            said = f"{by} gives {names(world, duty.among, 'or')} {rp(duty.amount)}{how} when {when}"
        case Contribute() if duty.to == "command":
            said = (
                f"{by} holds {duty.amount} % of the forces it can send under one command with "
                f"{names(world, duty.among)}"
            )
        case Contribute():
            said = f"{by} stands {fp(duty.amount)} where a peace is to be kept {places(world, duty.area)}"
        case Back():
            said = favour_text(world, Favour(duty.by, duty.whom, duty.matter, duty.about))
        case _:
            assert_never(duty)
    return sentence_of(said)


def purse_duty(world: State, treaty: str, nation: str) -> str:
    """What a treaty asks of a nation's purse: "gift", "pledge" on own forces, "share" of a burden borne otherwise,
    "both" a gift and one of these, or empty when it is unknown.

    The ledger has one word for all.
    """
    known = world.treaties.get(treaty)
    if known is None:
        return ""
    gift = any(isinstance(clause, CapacityBuilding) and clause.donor == nation for clause in known.clauses)
    pledge = any(isinstance(clause, BurdenSharing) for clause in known.clauses)
    if gift and pledge:
        return "both"
    return "gift" if gift else "pledge" if formula_of(known) == "pledged" else "share" if pledge else ""


def is_gift(event: Event, world: State) -> bool:
    """Whether a transfer is a gift a treaty asks for each turn, not a payment on signature."""
    treaty = world.treaties.get(event.about)
    return event.kind == "paid" and treaty is not None and treaty.signed < event.turn


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
