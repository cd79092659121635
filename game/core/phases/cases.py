"""What cases do by themselves: they wear a nation down while they last, and some catch next door."""

from game.core.crises import Crisis, Scheduled
from game.core.deeds.cases import promised
from game.core.dice import dice
from game.core.geography import steps
from game.core.occasions import fits
from game.core.resolve import drawn_resolve
from game.core.turn import Turn

LIGHTER = {40: 20, 20: 10, 10: 10}
"""Stakes one step lighter."""
CAUGHT = ("", "conceded", "struck_won", "frozen")
"""Outcomes of a case that others may follow: it lasts, it paid, or nobody put an end to it."""


def cases_wear(turn: Turn) -> None:
    """At Resolution: a case that is still before the world wears its target down, where its kind says so."""
    kinds = turn.state.kinds
    for crisis_id, crisis in turn.crises.items():
        if crisis.live and kinds[crisis.kind].wears:
            turn.shift_support(crisis.target, -kinds[crisis.kind].wears, "worn", crisis_id)


def begin(turn: Turn, case: Scheduled, live: bool = False) -> None:
    """A case begins, brewing or open; `live` when negotiation is open already."""
    resolve = case.resolve if case.resolve is not None else drawn_resolve(turn.world(), case.id, case.stakes)
    turn.brew(case, resolve)
    # Nobody's word is broken for it: where it has promised to press nothing, the case waits for it to choose.
    if case.stage == "open" and not promised(turn.world(), case.challenger, case.target, "press"):
        turn.open_crisis(case.id, case.grade, live=live)
        turn.shift_trust(case.target, case.challenger, turn.rules.trust_threat, "threatened", case.id)


def cases_spread(turn: Turn) -> None:
    """At the Opening: a case of a kind that catches may begin in a neighbour of its target, one step lighter."""
    kinds = turn.state.kinds
    for crisis_id, crisis in list(turn.crises.items()):
        recent = crisis.stage == "open" or (crisis.ended and crisis.ended == turn.turn - 1)
        if recent and kinds[crisis.kind].spreads and crisis.outcome in CAUGHT and crisis.severity > 1:
            _spread(turn, crisis_id, crisis)


def _spread(turn: Turn, crisis_id: str, crisis: Crisis) -> None:
    world, table = turn.world(), turn.table()
    kind, home = world.kinds[crisis.kind], world.nations[crisis.target].home
    for name in sorted(world.nations):
        nation = world.nations[name]
        next_id = f"{crisis_id}-{name}"
        if name in (crisis.target, crisis.challenger) or next_id in turn.crises:
            continue
        if not fits(world, kind, crisis.challenger, name):
            continue
        if steps(world, home, nation.home) > 1:
            continue
        if table.hostile(crisis.challenger, name) * 2 < turn.rules.opportunity_hostility:
            continue
        if dice(turn.state.seed, turn.turn, "spread", next_id) < kind.spreads:
            turn.spread(crisis_id, name)
            case = Scheduled(
                id=next_id, turn=turn.turn, kind=crisis.kind, theatre=nation.home, target=name,
                challenger=crisis.challenger, stakes=LIGHTER[crisis.stakes], severity=crisis.severity - 1,
                pace=crisis.pace, stage="brewing",
            )  # fmt: skip
            begin(turn, case)
            return
