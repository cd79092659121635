"""The end of a game: aims met, promises called and kept, treaties made and ended, challenges weighed and not made."""

from collections.abc import Iterable, Sequence
from typing import Literal

from game.core.appraisal import Appraisal
from game.core.arith import divide
from game.core.events import Event
from game.core.record import record
from game.core.score import objective_marks, score, stability
from game.core.world import State
from game.reports.breakdown import Entry, measure_lines
from game.reports.grammar import capital, counted, figure, listing, plural, sentence_of
from game.reports.reasons import objective_text
from game.reports.sentences import sentence
from game.reports.treaties import clauses_short
from game.reports.words import (
    OUTCOME_WORDS,
    capital_crisis,
    date_text,
    name,
    name_bare,
    names,
    rp,
    title_in_sentence,
    treaty_name,
)


@record(kw_only=True)
class Aim:
    """One objective, and how far it was met."""

    text: str
    points: int
    mark: int
    """Permille, over the last third of the turns."""
    secret: bool

    @property
    def met(self) -> bool:
        """Whether it was met in nearly all of that time."""
        return self.mark >= 900


@record(kw_only=True)
class Seat:
    """One nation at the end."""

    nation: str
    name: str
    score: int
    """Permille of authored objective points met."""
    aims: tuple[Aim, ...]
    security: int
    autonomy: int
    support: int
    influence: int


@record(kw_only=True)
class Called:
    """A promise of aid that fell due."""

    turn: int
    ally: str
    target: str
    treaty: str
    crisis: str
    result: Literal["kept", "broken", "excused"]
    weight: int


@record(kw_only=True)
class Signed:
    """A treaty made or ended during the game."""

    treaty: str
    title: str
    parties: tuple[str, ...]
    holds: str
    signed: int
    ended: int
    """0 while it lasts."""


@record(kw_only=True)
class NotMade:
    """A challenge weighed and not made."""

    turn: int
    challenger: str
    target: str
    pledge: str
    """Id of the treaty that stood behind the target; empty when none did."""
    text: str


@record(kw_only=True)
class Case:
    """A case that came before the world, and how it ended."""

    crisis: str
    text: str
    turn: int
    outcome: str
    war: bool


@record(kw_only=True)
class Paid:
    """What one nation paid another over the game."""

    payer: str
    payee: str
    amount: int


@record(kw_only=True)
class Summary:
    """A finished game, or one so far."""

    title: str
    turns: int
    """Turns played."""
    seats: tuple[Seat, ...]
    """By score, the highest first."""
    stability: int
    stability_parts: tuple[Entry, ...]
    called: tuple[Called, ...]
    paid: tuple[Paid, ...]
    not_made: tuple[NotMade, ...]
    treaties: tuple[Signed, ...]
    """Made during the game, in order, and those older ones that ended in it."""
    cases: tuple[Case, ...]

    @property
    def kept(self) -> int:
        """Calls answered as promised."""
        return sum(1 for call in self.called if call.result == "kept")

    @property
    def due(self) -> int:
        """Calls that had to be answered."""
        return sum(1 for call in self.called if call.result != "excused")


def summary(events: Iterable[Event], world: State) -> Summary:
    """The summary of a game from all its events and the referee's state."""
    told = tuple(events)
    table = Appraisal(world)
    calm = stability(table)
    seats = sorted((_seat(table, nation) for nation in world.nations), key=lambda seat: (-seat.score, seat.name))
    return Summary(
        title=world.title,
        turns=max((event.turn for event in told), default=world.turn),
        seats=tuple(seats),
        stability=calm.value,
        stability_parts=measure_lines(world, calm),
        called=called(world),
        paid=_paid(told),
        not_made=tuple(
            NotMade(
                turn=event.turn,
                challenger=event.who,
                target=event.whom[0] if event.whom else "",
                pledge=event.why if event.why in world.treaties else "",
                text=sentence(event, world),
            )
            for event in told
            if event.kind == "not_made"
        ),
        treaties=_treaties(told, world),
        cases=_cases(world),
    )


def _seat(table: Appraisal, nation: str) -> Seat:
    world = table.world
    known = world.nations[nation]
    marks = objective_marks(known, max(1, world.turns))
    return Seat(
        nation=nation,
        name=name_bare(world, nation),
        score=score(world, nation),
        aims=tuple(
            Aim(text=objective_text(world, aim), points=aim.points, mark=mark, secret=aim.secret)
            for aim, mark in zip(known.objectives, marks, strict=True)
        ),
        security=table.security(nation).value,
        autonomy=table.autonomy(nation).value,
        support=known.support,
        influence=known.influence,
    )


def called(world: State) -> tuple[Called, ...]:
    """Every promise of aid that fell due, from the ledgers, in order of turns."""
    found = [
        Called(
            turn=entry.turn,
            ally=nation,
            target=entry.toward,
            treaty=entry.treaty,
            crisis=entry.about,
            result=entry.result,
            weight=entry.weight,
        )
        for nation, known in world.nations.items()
        for entry in known.ledger
        if entry.duty == "guard" and entry.turn > 0
    ]
    return tuple(sorted(found, key=lambda call: (call.turn, call.crisis, call.ally)))


def _paid(events: Sequence[Event]) -> tuple[Paid, ...]:
    sums: dict[tuple[str, str], int] = {}
    for event in events:
        if event.kind == "paid" and event.whom:
            key = (event.who, event.whom[0])
            sums[key] = sums.get(key, 0) + event.amount
    order = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Paid(payer=payer, payee=payee, amount=amount) for (payer, payee), amount in order)


def _treaties(events: Sequence[Event], world: State) -> tuple[Signed, ...]:
    at_signature = {event.about: tuple(sorted((event.who, *event.whom))) for event in events if event.kind == "signed"}
    found = [
        Signed(
            treaty=treaty_id,
            title=treaty.title,
            parties=at_signature.get(treaty_id, treaty.parties),
            holds=clauses_short(world, treaty.clauses),
            signed=treaty.signed,
            ended=treaty.ended,
        )
        for treaty_id, treaty in world.treaties.items()
        if treaty.signed > 0 or treaty.ended
    ]
    return tuple(sorted(found, key=lambda treaty: (treaty.signed, treaty.title)))


def _cases(world: State) -> tuple[Case, ...]:
    found = [
        Case(
            crisis=crisis_id,
            text=capital_crisis(world, crisis),
            turn=crisis.opened,
            outcome=OUTCOME_WORDS[crisis.outcome],
            war=crisis.stage == "war",
        )
        for crisis_id, crisis in world.crises.items()
        if crisis.opened
    ]
    return tuple(sorted(found, key=lambda case: (case.turn, case.text)))


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
    did = {"kept": "came", "broken": "did not come", "excused": "was excused"}[call.result]
    weight = f", at a price of {call.weight} in 10" if call.weight and call.result == "kept" else ""
    spared = f", and spared itself {call.weight} in 10" if call.weight and call.result == "broken" else ""
    return sentence_of(
        f"{date_text(world, call.turn)}: {name(world, call.ally)}, called to the aid of {name(world, call.target)} "
        f"under {treaty_name(world, call.treaty)}, {did}{weight}{spared}"
    )


def summary_lines(found: Summary, world: State) -> tuple[str, ...]:
    """The summary as lines of text; an empty line between its parts."""
    lines = [f"{found.title}, after {counted(found.turns, 'turn')}", ""]
    lines += _three_figures(found, world)
    lines += ["", f"World stability {found.stability} of 100"]
    lines += [f"  {entry.label} {entry.figure}" for entry in found.stability_parts]
    for seat in found.seats:
        lines += ["", f"{seat.name}: {percent(seat.score)} of its aims"]
        lines += [f"  {capital(aim_text(aim))}" for aim in seat.aims]
        lines.append(
            f"  At the end: security {seat.security}, autonomy {seat.autonomy}, support {seat.support}, "
            f"influence {seat.influence}"
        )
    lines += ["", "Cases that came before the world"]
    lines += [f"  {date_text(world, case.turn)}: {case.text}: {case.outcome}" for case in found.cases] or ["  None"]
    lines += ["", "Treaties made and ended"]
    lines += [f"  {_treaty_line(treaty, world)}" for treaty in found.treaties] or ["  None"]
    return tuple(lines)


def _three_figures(found: Summary, world: State) -> list[str]:
    """The three figures a debrief begins with: who came, who paid, which challenges were not made."""
    if found.called:
        came = f"{figure(found.kept)} of {figure(found.due)}" if found.due else "all were excused"
        lines = [f"Who was called, and came: {came}"]
        lines += [f"  {call_text(world, call)}" for call in found.called]
    else:
        lines = ["Who was called, and came: nobody was called"]
    if found.paid:
        lines.append("Who paid for whom:")
        lines += [
            f"  {capital(name(world, paid.payer))} paid {name(world, paid.payee)} {rp(paid.amount)}"
            for paid in found.paid
        ]
    else:
        lines.append("Who paid for whom: nobody paid another")
    if found.not_made:
        lines.append(f"Challenges weighed and not made: {figure(len(found.not_made))}")
        lines += [f"  {date_text(world, challenge.turn)}: {challenge.text}" for challenge in found.not_made]
        by_pledge: dict[str, int] = {}
        for challenge in found.not_made:
            if challenge.pledge:
                by_pledge[challenge.pledge] = by_pledge.get(challenge.pledge, 0) + 1
        if by_pledge:
            words = listing([f"{treaty_name(world, pledge)} {figure(times)}" for pledge, times in by_pledge.items()])
            lines.append(f"  Pledges that stood behind the target: {words}")
    else:
        lines.append("Challenges weighed and not made: none")
    return lines


def _treaty_line(treaty: Signed, world: State) -> str:
    when = date_text(world, treaty.signed) if treaty.signed > 0 else "Before the game"
    ended = f"; ended {date_text(world, treaty.ended)}" if treaty.ended else ""
    title = title_in_sentence(treaty.title)
    return sentence_of(f"{when}: {title} between {names(world, treaty.parties)} ({treaty.holds}){ended}")
