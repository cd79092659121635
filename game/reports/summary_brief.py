"""The end of a crowded game in a page or two: what the whole summary tells, its smaller sums put together."""

from collections.abc import Iterable

from game.core.events import Event
from game.core.world import State
from game.reports.grammar import capital, counted, figure, listing, sentence_of
from game.reports.lines import wrapped
from game.reports.results import Paid, Seat, Signed, Summary, summary
from game.reports.summary import (
    at_the_end,
    challenges_not_made,
    percent,
    relief_and_sabotage,
    seat_heading,
    stability_lines,
    treaty_line,
    who_came,
)
from game.reports.turning import turning_points
from game.reports.words import date_text, name, names, rp

CROWDED = 8
"""Seats above which a game is told so."""
PAYEES = 4
"""Takers of one payer that are named."""
SMALL_CHANGE = 5
"""RP over a whole game below which a payer is one among others."""

_DID = (("kept", "came", "came"), ("broken", "did not", "did not"), ("excused", "was excused", "were excused"))
"""What became of a call, of one and of several."""


def brief_lines(
    found: Summary, world: State, nation: str | None, turned: tuple[tuple[int, str], ...] = ()
) -> tuple[str, ...]:
    """The summary as lines of text, an empty line between its parts; `nation`'s own seat is told whole.

    `turned` is what the game turned on, each with its turn."""
    lines = [f"{found.title}, after {counted(found.turns, 'turn')}", ""]
    lines += _calls(found, world)
    lines += _payers(found.paid, world)
    lines += relief_and_sabotage(world)
    lines += [
        line.split(" (")[0] + "." if line.startswith("  ") else line for line in challenges_not_made(found, world)
    ]
    lines += stability_lines(found, world)
    if turned:
        lines += ["", "What the game turned on", *(f"  {date_text(world, turn)}: {text}" for turn, text in turned)]
    lines += ["", "Aims"]
    for seat in found.seats:
        lines.append(f"  {_seat(seat)}" if seat.nation != nation else "")
        if seat.nation == nation:
            lines += [seat_heading(seat), *at_the_end(seat), ""]
    lines += ["", "Cases that came before the world"]
    lines += [f"  {date_text(world, case.turn)}: {case.text}: {case.outcome}" for case in found.cases] or ["  None"]
    told = [treaty for treaty in found.treaties if weighty(treaty, world)]
    lines += ["", "Treaties that bind to fight, and those of three or more, made and ended"]
    lines += [f"  {treaty_line(treaty, world)}" for treaty in told] or ["  None"]
    lines += [f"  {text}" for text in lesser_treaties(found, world)]
    lines += ["", "--full tells every aim, payment and treaty."]
    return tuple(lines)


def brief_text(world: State, events: Iterable[Event], nation: str | None = None, width: int = 100) -> str:
    """The brief summary of a finished game, wrapped."""
    told = list(events)
    found, turned = summary(told, world), turning_points(told, world, nation or "")
    return "\n".join(wrapped(line, width) for line in brief_lines(found, world, nation, turned))


def weighty(treaty: Signed, world: State) -> bool:
    """Whether a treaty binds to fight, or holds among three or more: the others are told in sum."""
    clauses = world.treaties[treaty.treaty].clauses
    return len(treaty.parties) > 2 or any(clause.kind == "mutual_defence" for clause in clauses)


def lesser_treaties(found: Summary, world: State) -> list[str]:
    """How many treaties were made that are not weighty, as a sentence; nothing where there is none."""
    lesser = [treaty for treaty in found.treaties if not weighty(treaty, world)]
    if not lesser:
        return []
    ended = sum(1 for treaty in lesser if treaty.ended)
    lapsed = f", {figure(ended)} of them ended since" if ended else ""
    return [f"Beside them {counted(len(lesser), 'lesser treaty', 'lesser treaties')} between two{lapsed}."]


def _seat(seat: Seat) -> str:
    """One nation in a line: its score, and the aims it did not meet."""
    unmet = [f"{aim.text[:1].lower()}{aim.text[1:]} ({percent(aim.mark)})" for aim in seat.aims if not aim.met]
    short = f"; short of {listing(unmet)}" if unmet else ""
    return f"{seat_heading(seat)}{short}"


def calls_by_case(found: Summary, world: State) -> list[tuple[str, list[tuple[str, str]]]]:
    """Who came to whose aid: a heading for each time somebody was to be helped ("1953, to the aid of Italy"), and under
    it a line for each result ("kept", "broken", "excused") with those it is true of."""
    told: list[tuple[str, list[tuple[str, str]]]] = []
    for turn, target in dict.fromkeys((call.turn, call.target) for call in found.called):
        lines: list[tuple[str, str]] = []
        for result, said, all_said in _DID:
            allies = dict.fromkeys(
                call.ally for call in found.called if (call.turn, call.target, call.result) == (turn, target, result)
            )
            if allies:
                lines.append((result, f"{names(world, tuple(allies))} {said if len(allies) == 1 else all_said}"))
        told.append((f"{date_text(world, turn)}, to the aid of {name(world, target)}", lines))
    return told


def _calls(found: Summary, world: State) -> list[str]:
    if not found.due:
        return who_came(found, world)
    return [
        f"Who was called, and came: {figure(found.kept)} of {figure(found.due)}",
        *(f"  {when}: {'; '.join(line for _, line in lines)}." for when, lines in calls_by_case(found, world)),
    ]


def _payers(paid: tuple[Paid, ...], world: State) -> list[str]:
    if not paid:
        return ["Who paid for whom: nobody paid another"]
    by_payer: dict[str, list[Paid]] = {}
    for one in sorted(paid, key=lambda one: -one.amount):
        by_payer.setdefault(one.payer, []).append(one)
    totals = {payer: sum(one.amount for one in gifts) for payer, gifts in by_payer.items()}
    lines, small = ["Who paid for whom:"], []
    for payer, total in sorted(totals.items(), key=lambda item: -item[1]):
        if total < SMALL_CHANGE:
            small.append(payer)
            continue
        gifts = by_payer[payer]
        takers = [f"{name(world, one.payee)} {figure(one.amount)}" for one in gifts[:PAYEES]]
        if len(gifts) > PAYEES:
            takers.append(
                f"{counted(len(gifts) - PAYEES, 'other')} {figure(sum(one.amount for one in gifts[PAYEES:]))}"
            )
        lines.append(f"  {capital(name(world, payer))} paid {rp(total)}: {listing(takers)}")
    if small:
        least = max(totals[payer] for payer in small)
        lines.append("  " + sentence_of(f"{counted(len(small), 'other')} paid {rp(least)} or less each"))
    return lines
