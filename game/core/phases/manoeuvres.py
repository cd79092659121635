"""What comes of an exercise beside skill: guests who see, a host's name, an incident."""

from game.core.crises import Scheduled
from game.core.dice import dice
from game.core.orders import Exercise
from game.core.turn import Turn

INCIDENT = "armed_incident"
"""The kind of case an incident becomes, where the scenario knows it."""
LARGE = 3
"""Scale from which an unannounced exercise near a rival may go wrong."""


def host(turn: Turn, exercise: Exercise, names: list[str]) -> None:
    """Who is no great power and receives the forces of others is looked to: it gains influence, up to a point."""
    if exercise.scale < 2 or len(names) < 3:
        return
    for name in names:
        nation = turn.nations[name]
        if nation.home == exercise.theatre and nation.rank != "great":
            if nation.influence < turn.rules.influence_high:
                turn.shift_influence(name, turn.rules.influence_host, "hosted", exercise.theatre)
            return


def received(turn: Turn, exercise: Exercise, names: list[str], rivals: list[tuple[str, str]]) -> None:
    """Guests who were invited look at what they were shown; where nobody was told, a large exercise may go wrong."""
    if exercise.observers:
        for rival in dict.fromkeys(rival for rival, _ in rivals):
            turn.learn(rival, names[0])
    elif exercise.scale >= LARGE and not exercise.notified and rivals:
        subject = f"{exercise.theatre}|{'+'.join(names)}"
        if dice(turn.state.seed, turn.turn, "incident", subject) < turn.rules.incident:
            _incident(turn, exercise, *max(rivals, key=lambda pair: (turn.table().hostile(*pair), pair)))


def _incident(turn: Turn, exercise: Exercise, rival: str, name: str) -> None:
    """Shots, a collision, an aircraft lost: the rival has a case, or at least a grievance."""
    turn.note_incident(name, rival, exercise.theatre)
    kind = turn.state.kinds.get(INCIDENT)
    if kind is None or turn.turn >= turn.state.turns:
        turn.provoke(rival, name, turn.rules.provoked_incident, "incident", exercise.theatre)
        return
    turn.plan_case(
        Scheduled(
            id=f"{rival}-{turn.turn}-incident-{name}", turn=turn.turn + 1, kind=kind.id, theatre=exercise.theatre,
            target=name, challenger=rival, stakes=kind.stakes, severity=kind.severity, pace=kind.pace, stage="open",
        )
    )  # fmt: skip
