"""What a misfortune costs at once, and what it does to a nation's resilience."""

from game.core.arith import divide, scale
from game.core.misfortunes import toll
from game.core.options import treaties_of
from game.core.slumps import fall, given_back
from game.core.turn import Turn


def shock(turn: Turn, fate_id: str) -> None:
    """What a misfortune costs at once: RP, less for the resilient, and less by what a common fund bears of it."""
    fate = turn.misfortunes[fate_id]
    kind = turn.state.misfortune_kinds[fate.kind]
    nation = turn.nations[fate.target]
    lost = min(max(0, nation.treasury), toll(turn.rules, nation.resilience, kind.costs * fate.severity))
    for treaty_id, treaty in treaties_of(turn.world(), fate.target):
        borne = min(lost, treaty.fund)
        if borne:
            turn.draw_fund(treaty_id, borne, "shock")
            lost -= borne
    if lost:
        turn.spend(fate.target, lost, "shock", fate_id)
    if kind.slump:
        turn.shift_slump(fate.target, fall(turn.world(), fate), "shock", fate_id)


def recover(turn: Turn, name: str) -> None:
    """At the Opening: a fall in income fades; the last thousandths of it at once."""
    slump = turn.nations[name].slump
    if slump:
        left = scale(slump, turn.rules.slump_keeps)
        turn.shift_slump(name, (left if left >= 10 else 0) - slump, "recovery")


def relieved(turn: Turn, fate_id: str) -> None:
    """Credit in time: what a shock took comes back at once, by half where all that was asked for came."""
    fate = turn.misfortunes[fate_id]
    if turn.state.misfortune_kinds[fate.kind].slump:
        turn.shift_slump(fate.target, -given_back(turn.world(), fate, fate.outcome), "relief", fate_id)


def wear(turn: Turn, fate_id: str) -> None:
    """What a misfortune does to resilience once it is judged: met well, people have learnt; badly, they are worn."""
    fate = turn.misfortunes[fate_id]
    kind = turn.state.misfortune_kinds[fate.kind]
    if not kind.wears:
        return
    if fate.outcome == "met":
        turn.shift_resilience(fate.target, turn.rules.resilience_met, fate_id)
    else:
        points = toll(turn.rules, turn.nations[fate.target].resilience, kind.wears * fate.severity)
        turn.shift_resilience(fate.target, -points if fate.outcome == "unmet" else -divide(points, 2), fate_id)
