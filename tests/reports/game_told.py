"""One real game of the small world, played by rote: talks, a call answered, a challenge not made, the end."""

from dataclasses import replace
from functools import cache

from game.core.acts import Accept, Act, ConsultAct, Counter, Message, Propose, Refuse
from game.core.checks.answers import Answers
from game.core.clauses import Consultation, JointExercises, MutualDefence
from game.core.crises import Answer
from game.core.engine import act, advance, open_game
from game.core.events import Event
from game.core.orders import Exercise, Mission, Sheet
from game.core.rules import Rules
from game.core.terms import Term
from game.core.world import State
from tests.worlds import DEFENCE, PACT, clash_on, small_world

THREE = replace(
    DEFENCE,
    title="Treaty of Three",
    parties=("ARD", "BOR", "CAS"),
    clauses=(MutualDefence(automaticity="automatic", against=("DOR",)), JointExercises()),
)
SOFT = replace(THREE, clauses=(Consultation(area=("north",)),))
DRILL = Exercise(participants=("ARD", "BOR"), theatre="west", treaty="pact")


@cache
def told_game() -> tuple[State, tuple[Event, ...]]:
    """The last state and every event."""
    world = small_world(
        ("pact", PACT), schedule=(clash_on("BOR", 2, grade="ultimatum"), clash_on("ARD", 3, "brewing", id="second"))
    )
    state, found = open_game(replace(world, rules=Rules(opportunity=0)))
    events = [*found]

    def do(who: str, what: Act) -> None:
        nonlocal state
        state, more = act(state, who, what)
        events.extend(more)

    def step(sheets: dict[str, Sheet] | None = None, answers: dict[str, Answers] | None = None) -> None:
        nonlocal state
        state, more = advance(state, sheets, answers)
        events.extend(more)

    do("ARD", Propose(draft=THREE, because=(Term("security", 120, "CAS"), Term("entrapment", -30, "BOR"))))
    do("BOR", Refuse(thread="ARD-1-1", revision=1, because=(Term("autonomy", -140), Term("trust", 60)), instead=SOFT))
    do("CAS", Counter(thread="ARD-1-1", revision=1, draft=SOFT, because=(Term("objective", 200, "BOR"),)))
    do("ARD", Accept(thread="ARD-1-1", revision=2, because=(Term("trust", 20, "BOR"),)))
    do("BOR", Accept(thread="ARD-1-1", revision=2, because=(Term("shared_threat", 20, "CAS"),)))
    do("BOR", Message(to=("ARD",), text="Between the two of us only."))
    step(
        {
            "ARD": Sheet(standing={"north": 3}, exercises=(DRILL,), missions=(Mission(to="CAS", form="visit"),)),
            "BOR": Sheet(exercises=(DRILL,)),
        }
    )
    do("ARD", ConsultAct(treaty="pact", crisis="clash"))
    step()
    step(
        None,
        {
            "ARD": {"clash": Answer("support", because=(Term("reputation", 60, "pact"),))},
            "BOR": {"clash": Answer("invoke", treaties=("pact",), because=(Term("stakes", 50),))},
        },
    )
    step(
        None,
        {
            "ARD": {"clash": Answer("come", 4, because=(Term("reputation", 90, "pact"), Term("losses", -20)))},
            "BOR": {"clash": Answer("stand_firm")},
        },
    )
    step(None, {"CAS": {"clash": Answer("back_down", because=(Term("balance", -90, "BOR"),))}})
    while state.stage != "over":
        step()
    return state, tuple(events)
