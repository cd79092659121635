"""What is known of a nation: its means, its aims, and the promises that fell due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.core.aims import met
from game.core.duties import Provide
from game.core.geography import ready
from game.core.objectives import Objective
from game.core.options import treaties_of, upkeep
from game.core.score import score
from game.core.slumps import income_lost
from game.core.triggers import duties_of
from game.core.view import shared_levels, sharpness
from game.core.world import LedgerEntry, Nation, State
from game.reports.breakdown import autonomy_lines, security_lines
from game.reports.clause_words import AS_WIDE, SHARED
from game.reports.conduct_words import PRINCIPLE_WORDS, conduct_lines
from game.reports.duty_words import purse_duty
from game.reports.grammar import figure, listing, signed_hundredths
from game.reports.reasons import objective_text
from game.reports.words import date_text, fp, name, name_first, names, rp, theatre, title_in_sentence
from game.ui import theme
from game.ui.kit import Bar, Caption, Column, Figure, Quiet, Run, Widget
from game.ui.scenes.parts import ReasonLine, breakdown_tip, linked, section, treaty_link

if TYPE_CHECKING:
    from game.ui.scenes.actions import Actions
    from game.ui.session import Session

DUTY_WORDS: Final = {
    "guard": "Pledge of aid",
    "consult": "Counsel",
    "train": "Joint exercise",
    "pay": "Share of the burden",
    "gift": "Aid promised",
    "both": "Aid and share of the burden",
    "abstain": "Promise of restraint",
    "provide": "Help promised",
    "standardise": "Common standard",
    "notify": "Notice of exercises",
    "relieve": "Relief promised",
    "contribute": "Forces in common",
    "back": "Backing promised",
    "invest": "Investment in resilience",
    "answer": "Declared answer",
}
LATEST: Final = 12
"""Entries of a ledger shown."""

# --- means


def _band(session: Session, nation: str, field: str) -> tuple[int, int] | None:
    return session.view.fog.get(f"nations.{nation}.{field}")


def _ranged(session: Session, nation: str, field: str, value: int, unit: str = "") -> str:
    band = _band(session, nation, field)
    words = f"{figure(band[0])}–{figure(band[1])}" if band is not None else figure(value)
    return f"{words} {unit}" if unit else words


def profile(session: Session, nation: str, known: Nation) -> Widget | None:
    """Forces, purse, standing at home and abroad; ranges where the seat's services know no more."""
    world, table = session.world, session.appraisal
    band = _band(session, nation, "readiness")
    estimate = "" if nation == session.nation else ", as you see it"
    lost = income_lost(known)
    lines: list[Widget] = [
        Figure("Forces in being", fp(known.forces), icon="forces"),
        Bar(
            "Readiness",
            None if band is not None else known.readiness,
            band=band,
            tooltip="Your services know only the range. A mission brings the figure home." if band else None,
        ),
        Figure(
            "Ready forces, about" if band else "Ready forces",
            f"{signed_hundredths(ready(world.rules, known)).lstrip('+')} FP",
        ),
        Figure(
            "Technology",
            f"{figure(known.technology)} of 100",
            tooltip="What its forces are equipped with: from a quarter less to a quarter more for each FP.",
        ),
        Figure(
            "Resilience",
            f"{figure(known.resilience)} of 100",
            tooltip="How it takes a shock: at 50 the whole toll, at 100 half of it.",
        ),
        Figure(
            "Income a turn",
            rp(known.income - lost) + (f" of {rp(known.income)}" if lost else ""),
            icon="burden",
            tooltip="A shock has brought it down; a fifth of what is missing comes back each turn." if lost else "",
        ),
        Figure("Upkeep of its forces", rp(upkeep(world.rules, known))),
        Figure("Treasury", _ranged(session, nation, "treasury", known.treasury, "RP")),
        Figure("Support at home", _ranged(session, nation, "support", known.support), icon="support"),
        Figure("Influence", f"{figure(known.influence)} of {world.rules.influence_cap}", icon="influence"),
        Figure("Intelligence", f"{figure(known.intelligence)} of 100", icon="eye", tooltip=_services(world, known)),
        Figure(
            f"Security{estimate}",
            figure(table.secure(nation)),
            icon="security",
            tooltip=lambda: breakdown_tip("Security", security_lines(table, nation)),
        ),
        Figure(
            f"Autonomy{estimate}",
            f"{figure(table.autonomy(nation).value)}",
            icon="autonomy",
            tooltip=lambda: breakdown_tip("Autonomy", autonomy_lines(table, nation), sums=2),
        ),
    ]
    if known.nuclear:
        lines.append(Figure("Nuclear weapons", "a few" if known.nuclear == 1 else "an arsenal"))
    lines += [Figure(f"Standing in {theatre(world, where)}", fp(amount)) for where, amount in known.standing.items()]
    lines += [Caption(words) for words in knowledge(session, nation)]
    return section("Profile", *lines, gap=theme.GRID)


def _services(world: State, known: Nation) -> str:
    """What a nation's services are worth to it."""
    first, second = world.rules.sharp_from
    return (
        f"Its services know others to ranges {AS_WIDE[sharpness(world.rules, known)]}. At {figure(first)} all ranges "
        f"halve, at {figure(second)} they halve again."
    )


def knowledge(session: Session, nation: str) -> tuple[str, ...]:
    """What narrows the ranges in which the seat knows a nation, a sentence each; of itself, what it shows others."""
    world, me, view = session.world, session.nation, session.view
    if nation == me:
        shown = [
            f"{names(world, duty.to)} {SHARED[duty.level]}"
            for key, treaty in treaties_of(world, me)
            for duty in duties_of(key, treaty)
            if isinstance(duty, Provide) and duty.what == "intelligence" and duty.by == me
        ]
        return (f"You share intelligence with {listing(shown)}.",) if shown else ()
    until = session.me.known.get(nation, 0)
    if until >= world.turn:
        return (f"Its figures are exact through turn {figure(until)}: a mission of yours brought them home.",)
    own = sharpness(world.rules, session.me)
    level = shared_levels(world, me).get(nation, 0)
    by = []
    if own:
        by.append(f"your own services, {figure(session.me.intelligence)} of 100 {_times(own)}")
    if level:
        titles = [title_in_sentence(world.treaties[key].title) for key in _sharing(world, nation, me)]
        by.append(f"intelligence shared {SHARED[level]} under {listing(titles)} {_times(level)}")
    fogged = any(field.startswith(f"nations.{nation}.") for field in view.fog)
    if by:
        return (f"Ranges narrowed by {listing(by)}.{'' if fogged else ' Its figures are exact.'}",)
    return ("Ranges as wide as they come: nothing narrows them. A mission, or a treaty sharing intelligence, would.",)


def _times(halvings: int) -> str:
    return f"(halved {('', 'once', 'twice', 'three times')[halvings]})"


def _sharing(world: State, by: str, to: str) -> list[str]:
    """Treaties under which one nation lets another see it."""
    return [
        key
        for key, treaty in treaties_of(world, to)
        if any(
            isinstance(duty, Provide) and duty.what == "intelligence" and duty.by == by and to in duty.to
            for duty in duties_of(key, treaty)
        )
    ]


# --- aims and the ledger


def aims(session: Session, nation: str, known: Nation) -> Widget | None:
    """What a nation is after, as far as the seat knows, and how far it is met today."""
    world, mine = session.world, nation == session.nation
    if not known.objectives:
        return None
    lines: list[Widget] = [_aim(session, nation, aim) for aim in known.objectives]
    if mine and known.marks:
        lines.append(
            Caption(f"Judged on the last third of the turns; so far {_percent(score(world, nation))} of the points.")
        )
        if world.uncertain_end and world.turn >= world.turns - 1:
            lines.append(Caption("The end is not certain: affairs may go on for a turn or two."))
    elif not mine:
        lines.append(Caption("Secret aims are not shown."))
    return section("Your aims" if mine else "Its public aims", *lines)


def _aim(session: Session, nation: str, aim: Objective) -> Widget:
    permille = met(session.appraisal, nation, aim)
    secret = ", secret" if aim.secret else ""
    done = permille >= 1000
    return Column(
        ReasonLine(
            f"{objective_text(session.world, aim)}{secret}",
            f"{_percent(permille)} of {aim.points}",
            True if done else None,
            room=104,
        ),
        Bar("", permille // 10, colour=theme.BETTER if done else theme.LINK),
        gap=2,
        tooltip=f"Worth {aim.points} points; met to {_percent(permille)} today.",
    )


def _percent(permille: int) -> str:
    return f"{figure(round(permille / 10))} %"


def conduct_part(world: State, nation: str) -> Widget | None:
    """The five principles, each with the deeds behind it, as far as the seat knows them."""
    bars = [
        Bar(
            PRINCIPLE_WORDS[principle],
            value,
            shown=figure(value),
            tooltip=" ".join(done[-4:]) or "Nothing yet speaks for or against it.",
        )
        for principle, value, done in conduct_lines(world, nation)
    ]
    return section(
        "Conduct", *bars, Caption("For the debrief, and for influence: the best conduct of four turns earns 1.")
    )


def record(world: State, nation: str, known: Nation, acts: Actions) -> Widget | None:
    """The latest promises that fell due, and how they were met."""
    if not known.ledger:
        return section("Promises that fell due", Quiet("None so far."))
    lines = [ledger_line(world, entry, acts, owner=nation) for entry in reversed(known.ledger[-LATEST:])]
    return section("Promises that fell due", *lines)


def _duty_key(world: State, entry: LedgerEntry, owner: str) -> str:
    """Which duty an entry is about: the ledger has one word for aid and for a share of the burden."""
    asked = purse_duty(world, entry.treaty, owner) if entry.duty == "pay" else ""
    return asked if asked in ("gift", "both", "share") else entry.duty


def ledger_line(world: State, entry: LedgerEntry, acts: Actions, by: str = "", owner: str = "") -> Widget:
    """One duty that fell due: when, which, to whom, and how it was met.

    ``by`` names whose it is where a list holds many nations'; ``owner`` where it is known and need not be named.
    """
    what = DUTY_WORDS[_duty_key(world, entry, by or owner)]
    who = f"{name_first(world, by)}: {what.lower()}" if by else what
    toward = f" to {name(world, entry.toward)}" if entry.toward in world.nations else ""
    text: list[str | Run] = [f"{who}{toward}"]
    if entry.treaty in world.treaties and not by:
        text += [" under ", treaty_link(world, entry.treaty)]
    tone = {"kept": theme.BETTER, "broken": theme.WORSE, "excused": theme.QUIET}[entry.result]
    sign = {"kept": "+ ", "broken": "− ", "excused": ""}[entry.result]
    text += [", ", Run(f"{sign}{entry.result}", colour=tone)]
    weight = f", weight {entry.weight} of 10" if entry.weight else ""
    return Column(
        linked(text, acts.follow, tooltip="A promise that was never tempting weighs nothing in its reputation."),
        Caption(f"{date_text(world, entry.turn)}{weight}"),
        gap=0,
    )
