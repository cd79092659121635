"""The end of a game in words: who came, who paid, what was not dared, then aims met, cases and treaties."""

from collections.abc import Iterable
from dataclasses import replace

from game.core.arith import divide
from game.core.events import Event
from game.core.stability import general_war
from game.core.world import State
from game.reports.grammar import capital, counted, figure, listing, plural, sentence_of, tenths
from game.reports.hardship_words import hidden_hands_text, relief_given_text
from game.reports.lines import wrapped
from game.reports.results import Aim, Called, Seat, Signed, Summary, summary
from game.reports.words import date_text, name, names, rp, stillborn, title_in_sentence, treaty_name

__all__ = ["Summary", "summary", "summary_lines", "summary_text"]


def percent(permille: int) -> str:
    """Permille as whole per cent: "64 %"."""
    return f"{figure(divide(permille, 10))} %"


def aim_text(aim: Aim) -> str:
    """An aim with its mark: "met: No war anywhere (10 points, 100 %)"."""
    how = "met" if aim.met else "missed" if aim.mark < 100 else "met in part"
    secret = ", secret" if aim.secret else ""
    return f"{how}: {aim.text} ({aim.points} {plural(aim.points, 'point')}, {percent(aim.mark)}{secret})"


def call_text(world: State, call: Called) -> str:
    """A call and its answer, as a sentence."""
    did = {"kept": "kept its word", "broken": "did not", "excused": "was excused"}[call.result]
    weight = f", at a price of {call.weight} in 10" if call.weight and call.result == "kept" else ""
    spared = f", and spared itself {call.weight} in 10" if call.weight and call.result == "broken" else ""
    return sentence_of(
        f"{date_text(world, call.turn)}: {name(world, call.ally)}, called to the aid of {name(world, call.target)} "
        f"under {treaty_name(world, call.treaty)}, {did}{weight}{spared}"
    )


def summary_lines(found: Summary, world: State) -> tuple[str, ...]:
    """The summary as lines of text; an empty line between its parts."""
    lines = [f"{found.title}, after {counted(found.turns, 'turn')}", ""]
    lines += who_came(found, world)
    if found.paid:
        lines.append("Who paid for whom:")
        lines += [
            f"  {capital(name(world, paid.payer))} paid {name(world, paid.payee)} {rp(paid.amount)}"
            for paid in found.paid
        ]
    else:
        lines.append("Who paid for whom: nobody paid another")
    lines += relief_and_sabotage(world)
    lines += challenges_not_made(found, world)
    lines += stability_lines(found, world)
    for seat in found.seats:
        lines += ["", seat_heading(seat), *at_the_end(seat)]
    lines += ["", "Cases that came before the world"]
    lines += [f"  {date_text(world, case.turn)}: {case.text}: {case.outcome}" for case in found.cases] or ["  None"]
    lines += ["", "Treaties made and ended"]
    lines += [f"  {treaty_line(treaty, world)}" for treaty in found.treaties] or ["  None"]
    return tuple(lines)


def summary_text(world: State, events: Iterable[Event], nation: str | None = None, width: int = 100) -> str:
    """The summary of a finished game, wrapped; `nation`'s own seat comes first among the seats."""
    found = summary(events, world)
    if nation is not None:
        own = sorted(found.seats, key=lambda seat: seat.nation != nation)
        found = replace(found, seats=tuple(own))
    return "\n".join(wrapped(line, width) for line in summary_lines(found, world))


def seat_heading(seat: Seat) -> str:
    """A nation and its score: "Norway: 66 % of its aims"."""
    place = "" if seat.standing is None else f", as good as in {figure(seat.standing)} of 100 AI games"
    return f"{seat.name}: {percent(seat.score)} of its aims{place}"


def at_the_end(seat: Seat) -> list[str]:
    """Every aim of a nation with its mark, and how it stood when the game ended."""
    lost = [f"  Words broken: {percent(-seat.breaches)}"] if seat.breaches else []
    if seat.toll:
        lost.append(f"  Others' quarrels: {tenths(-seat.toll)} %")
    stood = f"security {seat.security}, autonomy {seat.autonomy}, support {seat.support}, influence {seat.influence}"
    return [
        *lost,
        *(f"  {capital(aim_text(aim))}" for aim in seat.aims),
        f"  At the end: {stood}",
        f"  Conduct: {seat.conduct}",
    ]


def stability_lines(found: Summary, world: State) -> list[str]:
    """World stability by its parts."""
    lines = ["", f"World stability {found.stability} of 100"]
    lines += [f"  {entry.label} {entry.figure}" for entry in found.stability_parts]
    if general_war(world):
        lines.append("  It came to a general war: what every seat scored is halved")
    return lines


def who_came(found: Summary, world: State) -> list[str]:
    """The first figure of a debrief: who was called, and who of them came."""
    if not found.called:
        return ["Who was called, and came: nobody was called"]
    came = f"{figure(found.kept)} of {figure(found.due)}" if found.due else "all were excused"
    return [f"Who was called, and came: {came}", *(f"  {call_text(world, call)}" for call in found.called)]


def relief_and_sabotage(world: State) -> list[str]:
    """Relief given to others, and every hidden hand."""
    given, hands = relief_given_text(world), hidden_hands_text(world)
    lines = [f"Relief given to others: {given}"] if given else []
    if hands:
        lines += [f"Sabotage: {figure(len(hands))}", *(f"  {line}" for line in hands)]
    return lines


def challenges_not_made(found: Summary, world: State) -> list[str]:
    """Challenges not made, and the pledges that stood behind their targets."""
    if found.not_made:
        lines = [f"Challenges not made: {figure(len(found.not_made))}"]
        lines += [f"  {date_text(world, challenge.turn)}: {challenge.text}" for challenge in found.not_made]
        by_pledge: dict[str, int] = {}
        for challenge in found.not_made:
            if challenge.pledge:
                by_pledge[challenge.pledge] = by_pledge.get(challenge.pledge, 0) + 1
        if by_pledge:
            words = listing([f"{treaty_name(world, pledge)} {figure(times)}" for pledge, times in by_pledge.items()])
            lines.append(f"  Pledges that stood behind the target: {words}")
    else:
        lines = ["Challenges not made: none"]
    return lines


def treaty_line(treaty: Signed, world: State) -> str:
    """A treaty made or ended, as a sentence with its date, parties and contents."""
    when = date_text(world, treaty.signed) if treaty.signed > 0 else "Before the game"
    title = title_in_sentence(treaty.title)
    fate = treaty_fate(treaty, world)
    return sentence_of(f"{when}: {title} between {names(world, treaty.parties)} ({treaty.holds}){fate}")


def treaty_fate(treaty: Signed, world: State) -> str:
    """What became of a treaty, each after a semicolon: who joined it, that it ended; nothing while it is as it was."""
    if stillborn(world, treaty.treaty):
        return "; came to nothing"
    fresh = [name for name in world.treaties[treaty.treaty].parties if name not in treaty.parties]
    joined = f"; joined later by {names(world, fresh)}" if fresh else ""
    return joined + (f"; ended {date_text(world, treaty.ended)}" if treaty.ended else "")
