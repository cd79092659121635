"""Numbers taken apart: the named parts of security, autonomy, trust, credibility, income and stability, for people."""

from game.core.appraisal import Appraisal
from game.core.duties import Guard
from game.core.familiarity import familiarity, misreading
from game.core.options import home_need, upkeep
from game.core.record import record
from game.core.relations import Measure, Part, reason_now, trust
from game.core.slumps import income_lost
from game.core.stability import stability
from game.core.world import State, pair_of
from game.reports.grammar import capital, figure, signed, signed_hundredths, signed_tenths
from game.reports.reasons import reason_cause, subject
from game.reports.words import date_text, name, rp

PART_LABELS: dict[str, tuple[str, str]] = {
    # protection and exposure, in FP
    "base": ("ground of its own", "ground of its own"),
    "own_forces": ("own ready forces", "own ready forces"),
    "guarantor": ("a guarantor", "guarantee of {about}"),
    "threat": ("threat", "threat from {about}"),
    "entrapment": ("being drawn in", "being drawn in for {about}"),
    # credibility
    "automatic": ("automatic guarantee", "automatic guarantee"),
    "consulted": ("guarantee after consultation", "guarantee after consultation"),
    "own_way": ("guarantee in its own way", "guarantee in its own way"),
    "ledger": ("promises kept and broken", "promises kept and broken"),
    "trust": ("trust", "trust"),
    "interoperability": ("forces that work together", "forces that work together"),
    "support": ("support at home", "support at home"),
    "stated": ("said in public", "said in public"),
    "cohesion": ("cohesion of the alliance", "cohesion of the alliance"),
    "on_the_spot": ("on the spot, by forces or a base", "on the spot, by forces or a base"),
    "coverage": ("promises beyond its forces", "promises beyond its forces"),
    # autonomy
    "free": ("bound by nothing", "bound by nothing"),
    "treaty": ("a treaty", "{about}"),
    "dependence": ("leaning on one partner", "leaning on {about}"),
    # cohesion
    "start": ("where every treaty starts", "where every treaty starts"),
    "shared_threat": ("a threat all feel", "a threat all feel: {about}"),
    "shared_aim": ("the common aim", "the common aim"),
    "burden": ("how fairly the burden is borne", "how fairly the burden is borne"),
    "promise": ("how the last call was answered", "how the last call was answered"),
    "procedure": ("votes lost, caveats, suspensions", "votes lost, caveats, suspensions"),
    "creed": ("the creed", "the creed"),
    # hostility
    "rivalry": ("rivalry", "rivalry"),
    "claim": ("a live claim", "a live claim"),
    "regime": ("opposed regimes in a divided world", "opposed regimes in a divided world"),
    "provocation": ("provocation", "provocation"),
    "guards_against": ("guarded against it", "guarded against it"),
    "opposed_guards": ("guards on both sides", "guards on both sides"),
    "eased": ("what it tells, keeps away or does not build", "what it tells, keeps away or does not build"),
    "abstains": ("its promise to press nothing", "its promise to press nothing"),
    # ratification
    "executive": ("no consent needed: nothing in it binds to war or lets in foreign forces",) * 2,
    "given": ("no consent needed: nothing in it is weightier than what it consented to before",) * 2,
    "secret": ("kept secret: nobody is asked", "kept secret: nobody is asked"),
    "closed": ("a government that asks few", "a government that asks few"),
    "consent": ("what a government can count on", "what a government can count on"),
    "security_gained": ("security gained", "security gained"),
    "autonomy_short": ("autonomy short of what is wanted", "autonomy short of what is wanted"),
    "lobbied": ("lobbying", "lobbying"),
    # familiarity
    "treaties": ("treaties shared", "treaties shared"),
    "practice": ("forces that train together", "forces that train together"),
    "visit": ("visits", "visits"),
    "attache": ("attachés", "attachés"),
    "staff_talks": ("staff talks", "staff talks"),
    "exchange": ("officers exchanged", "officers exchanged"),
    # stability
    "practised": ("exercises held of late", "exercises held of late"),
    "peace": ("a world at peace", "a world at peace"),
    "open_crisis": ("an open case", "{about}"),
    "war": ("war", "war: {about}"),
    "hardship": ("a misfortune not yet met", "{about}, not yet met"),
    "general_war": ("a general war", "a general war"),
    "insecurity": ("fear among nations", "fear among nations"),
}
"""Label of every part the rules name: alone, and when it is about something. A test holds it to the rules."""


@record
class Entry:
    """One line of a breakdown."""

    label: str
    figure: str
    """With its sign and, where it has one, its unit."""
    good: bool
    """Whether it speaks for the nation whose number it is."""


def part_label(world: State, part: Part) -> str:
    """What a part is called, at the beginning of a line: "Guarantee of the United States"."""
    return capital(part_words(world, part))


def part_words(world: State, part: Part) -> str:
    """What a part is called, as in a sentence: "guarantee of the United States"."""
    alone, about = PART_LABELS.get(part.name, (part.name.replace("_", " "), ""))
    named = subject(world, part.about)
    return about.replace("{about}", named) if named and about else alone


def measure_lines(world: State, measure: Measure, hundredths: bool = False) -> tuple[Entry, ...]:
    """The parts of a measure, the greatest first; in FP when they are kept in hundredths of an FP."""
    order = sorted(measure.parts, key=lambda part: -abs(part.amount))
    return tuple(
        Entry(
            part_label(world, part),
            f"{signed_hundredths(part.amount)} FP" if hundredths else signed(part.amount),
            part.amount >= 0,
        )
        for part in order
    )


def security_lines(table: Appraisal, nation: str) -> tuple[Entry, ...]:
    """Security: protection against exposure, in FP, and what it comes to."""
    measure = table.security(nation)
    lines = measure_lines(table.world, measure, hundredths=True)
    return (*lines, Entry("Security", f"{figure(measure.value)} of 100", True))


def familiarity_lines(world: State, a: str, b: str) -> tuple[Entry, ...]:
    """Familiarity: who has met whom, what is shared, and how often the two would misread each other."""
    found, odds = familiarity(world, a, b), misreading(world, a, b)
    total = Entry("Familiarity", f"{figure(found.value)} of 100", True)
    risk = Entry("Chance of a misreading a turn", f"{figure(odds // 10)} %", odds < 50)
    return (*measure_lines(world, found), total, risk)


def autonomy_lines(table: Appraisal, nation: str) -> tuple[Entry, ...]:
    """Autonomy: the price of each treaty, and what is wanted today."""
    measure, wanted = table.autonomy(nation), table.autonomy_wanted(nation)
    lines = measure_lines(table.world, measure)
    return (
        *lines,
        Entry("Autonomy", f"{figure(measure.value)} of 100", measure.value >= wanted),
        Entry("Wanted today", figure(wanted), True),
    )


def credibility_lines(table: Appraisal, guard: Guard, ward: str) -> tuple[Entry, ...]:
    """How far a pledge is believed."""
    measure = table.credibility(guard, ward)
    lines = measure_lines(table.world, measure)
    return (*lines, Entry("Credibility", f"{figure(measure.value)} of 100", True))


def hostility_lines(table: Appraisal, holder: str, toward: str) -> tuple[Entry, ...]:
    """Hostility of one nation toward another; every part that adds to it speaks against peace."""
    measure = table.hostility(holder, toward)
    order = sorted(measure.parts, key=lambda part: -abs(part.amount))
    lines = tuple(Entry(part_label(table.world, part), signed(part.amount), part.amount <= 0) for part in order)
    return (*lines, Entry("Hostility", f"{figure(measure.value)} of 100", measure.value < 20))


def trust_lines(world: State, holder: str, other: str) -> tuple[Entry, ...]:
    """Trust of one nation in another: every reason with its date, how it fades, and the sum."""
    lines: list[Entry] = []
    reasons = pair_of(world, holder, other).trust.get(holder, ())
    for reason in sorted(reasons, key=lambda reason: -abs(reason_now(world, reason))):
        now = reason_now(world, reason)
        cause = capital(reason_cause(world, reason.kind, reason.about))
        if reason.kind in ("standing", "ruled"):
            label = f"{cause}, standing"
        elif reason.kind == "reputed":
            label = cause
        else:
            when = date_text(world, reason.since) if reason.since > 0 else "before the game"
            label = f"{cause} ({when}), fading"
        lines.append(Entry(label, signed_tenths(now), now >= 0))
    total = trust(world, holder, other)
    return (*lines, Entry(f"Trust in {name(world, other)}", signed(total), total >= 0))


def income_lines(world: State, nation: str) -> tuple[Entry, ...]:
    """What a turn's income leaves free: upkeep is taken at the Opening, needs at home at the Resolution."""
    known = world.nations[nation]
    kept, home = upkeep(world.rules, known), home_need(world.rules, known)
    lost = income_lost(known)
    free = known.income - lost - kept - home
    return (
        Entry("Income a usual turn", f"{signed(known.income)} RP", True),
        *((Entry("Lost to a shock", f"{signed(-lost)} RP", False),) if lost else ()),
        Entry("Upkeep of forces", f"{signed(-kept)} RP", False),
        Entry("Needs at home", f"{signed(-home)} RP", False),
        Entry("Free each turn", f"{signed(free)} RP", free >= 0),
        Entry("In the treasury", rp(known.treasury), known.treasury >= home),
    )


def stability_lines(table: Appraisal) -> tuple[Entry, ...]:
    """World stability, with its named parts."""
    measure = stability(table)
    lines = measure_lines(table.world, measure)
    return (*lines, Entry("World stability", f"{figure(measure.value)} of 100", measure.value >= 50))
