"""What a game came to, as records: aims met, promises called and kept, treaties made, challenges not made."""

from collections.abc import Iterable, Sequence
from typing import Literal

from game.core.appraisal import Appraisal
from game.core.conduct import conduct
from game.core.events import Event
from game.core.record import record
from game.core.score import objective_marks, score, standing, words_broken
from game.core.stability import stability
from game.core.world import State
from game.reports.breakdown import Entry, measure_lines
from game.reports.conduct_words import PRINCIPLE_WORDS
from game.reports.grammar import listing
from game.reports.reasons import objective_text
from game.reports.sentences import sentence
from game.reports.treaties import clauses_short
from game.reports.words import (
    capital_crisis,
    name_bare,
    outcome_text,
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
    standing: int | None = None
    """Place of the score in what AI nations got from the seat, 0-100; None where no par is shipped."""
    conduct: str = ""
    """The five principles with their values: "transparency 53, mutual respect 45 and norms 50"."""
    breaches: int = 0
    """Permille of the score lost by words broken."""
    toll: int = 0
    """Permille of it that standing by others in their quarrels has cost."""


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
        security=table.secure(nation),
        autonomy=table.autonomy(nation).value,
        support=known.support,
        influence=known.influence,
        standing=standing(world, nation),
        conduct=listing([f"{PRINCIPLE_WORDS[one].lower()} {value}" for one, value in conduct(world, nation).items()]),
        breaches=words_broken(world, nation),
        toll=known.toll,
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
            outcome=outcome_text(world, crisis),
            war=crisis.stage == "war",
        )
        for crisis_id, crisis in world.crises.items()
        if crisis.opened
    ]
    return tuple(sorted(found, key=lambda case: (case.turn, case.text)))
