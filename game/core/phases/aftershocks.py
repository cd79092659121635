"""What a misfortune leaves behind: those badly met spread and linger, some return, wars and revolts send people off."""

from game.core.arith import divide
from game.core.dice import dice
from game.core.geography import steps
from game.core.misfortunes import Misfortune, MisfortuneKind, toll
from game.core.phases.hardship import strike
from game.core.slumps import partners_struck, passed_on
from game.core.turn import Turn


def aftershocks(turn: Turn) -> None:
    """At the Opening, after what is dealt and drawn: what last turn's misfortunes and wars bring."""
    for fate_id, fate in list(turn.misfortunes.items()):
        kind = turn.state.misfortune_kinds[fate.kind]
        if kind.hidden_hand or not fate.ended:
            continue
        if fate.ended == turn.turn - 1:
            _pass_on(turn, fate_id, fate, kind)
            if fate.outcome != "met":
                _linger(turn, fate, kind)
                _spread(turn, fate_id, fate, kind)
        if kind.returns and fate.since + kind.returns == turn.turn:
            # What was met was built against: it comes back lighter.
            lighter = 1 if fate.outcome == "met" else 0
            _strike_again(turn, fate, fate.target, fate.severity - lighter)
    _flight(turn)


def _pass_on(turn: Turn, fate_id: str, fate: Misfortune, kind: MisfortuneKind) -> None:
    """What is still lost reaches treaty partners; so a debt called in one capital is felt in the next."""
    world = turn.world()
    for name in partners_struck(world, fate) if kind.passes else ():
        turn.shift_slump(name, passed_on(world, fate, name, fate.outcome), "passed", fate_id)


def _linger(turn: Turn, fate: Misfortune, kind: MisfortuneKind) -> None:
    if kind.lingers:
        _strike_again(turn, fate, fate.target, fate.severity - 1)


def _spread(turn: Turn, fate_id: str, fate: Misfortune, kind: MisfortuneKind) -> None:
    """To those near it, one step lighter, likelier the less they withstand; half as often if in part."""
    if not kind.spreads or fate.severity < 2:
        return
    world = turn.world()
    home = world.nations[fate.target].home
    for name in sorted(world.nations):
        near = steps(world, home, world.nations[name].home) <= 1
        hit = any(one.kind == fate.kind and one.target == name and (one.live or one.ended >= turn.turn - 2)
                  for one in turn.misfortunes.values())  # fmt: skip
        if name == fate.target or not near or hit:
            continue
        chance = toll(world.rules, world.nations[name].resilience, kind.spreads)
        chance = chance if fate.outcome == "unmet" else divide(chance, 2)
        if dice(turn.state.seed, turn.turn, "contagion", f"{fate_id}>{name}") < chance:
            turn.note_contagion(fate_id, name)
            _strike_again(turn, fate, name, fate.severity - 1)


def _strike_again(turn: Turn, fate: Misfortune, target: str, severity: int) -> None:
    fate_id = f"{target}-{turn.turn}-{fate.kind}"
    if severity >= 1 and fate_id not in turn.misfortunes:
        strike(turn, fate_id, fate.kind, target, severity)


def _flight(turn: Turn) -> None:
    """People flee a war or a revolt to the nearest of those who would not send them back: the freest neighbour."""
    kinds = [kind for _, kind in sorted(turn.state.misfortune_kinds.items()) if kind.flight]
    if not kinds:
        return
    world = turn.world()
    for crisis_id, crisis in list(turn.crises.items()):
        fought = crisis.stage == "war" and (not crisis.ended or crisis.ended == turn.turn - 1)
        revolt = world.kinds[crisis.kind].id in REVOLTS and crisis.stage == "open" and crisis.opened == turn.turn - 1
        if not fought and not revolt:
            continue
        near = [
            name
            for name, nation in sorted(world.nations.items())
            if name not in (crisis.target, crisis.challenger) and steps(world, crisis.theatre, nation.home) <= 1
        ]
        if near:
            name = max(near, key=lambda who: (world.nations[who].regime, who))
            fate_id = f"{name}-{turn.turn}-{kinds[0].id}"
            if fate_id not in turn.misfortunes:
                turn.note_contagion(crisis_id, name)
                strike(turn, fate_id, kinds[0].id, name, min(kinds[0].severity, max(1, crisis.severity - 1)))


REVOLTS = ("insurgency", "coup")
"""Kinds of case from which people flee without a war."""
