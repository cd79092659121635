"""War: abstract, short and dear. Every turn costs forces and patience; it ends by agreement, exhaustion or collapse.

What follows it asks for help for some turns; where none comes, the quarrel returns, a step lighter.
"""

from game.core.arith import divide
from game.core.challenge import local_balance
from game.core.crises import Crisis, Outcome, Scheduled
from game.core.deeds.endings import battle, hand_over, stakes_move
from game.core.deeds.speaking import decline
from game.core.dice import dice
from game.core.mediation import parties_of
from game.core.misfortunes import Misfortune
from game.core.phases.cases import LIGHTER, begin
from game.core.turn import Turn

NEGLECTED = ("unmet", "partly")


def wars(turn: Turn) -> None:
    """At Resolution: one more turn of every war that was not ended by words."""
    for crisis_id, crisis in list(turn.crises.items()):
        # The strike that began it was this turn's fighting.
        if crisis.stage == "fighting" and crisis.fighting_since < turn.turn:
            _fight(turn, crisis_id, crisis)


def _fight(turn: Turn, crisis_id: str, crisis: Crisis) -> None:
    rules = turn.rules
    if crisis.terms_by:
        silent = next(side for side in parties_of(crisis) if side not in crisis.offers)
        decline(turn, crisis_id, silent, "silence")
    won = dice(turn.state.seed, turn.turn, "war", crisis_id) < local_balance(turn.table(), crisis)
    losses = battle(turn, crisis_id, crisis, won)
    turn.fight(crisis_id, won, losses)
    crisis = turn.crises[crisis_id]
    for name in (crisis.target, crisis.challenger, *crisis.in_arms, *crisis.beside):
        closed = turn.nations[name].regime < 0
        turn.shift_support(name, -divide(rules.war_support, 2) if closed else -rules.war_support, "war", crisis_id)
    for side, other in ((crisis.challenger, crisis.target), (crisis.target, crisis.challenger)):
        nation = turn.nations[side]
        if nation.forces <= divide(crisis.began_with.get(side, 0), 4) or nation.support < rules.war_collapse:
            _end(turn, crisis_id, "struck_won" if other == crisis.challenger else "struck_lost")
            return
    if turn.turn - crisis.fighting_since >= rules.war_turns:
        _end(turn, crisis_id, "struck_won" if crisis.ahead > 0 else "struck_lost" if crisis.ahead < 0 else "frozen")


def _end(turn: Turn, crisis_id: str, outcome: Outcome) -> None:
    """Collapse or exhaustion: whoever stands better has the stakes; where nobody does, the line stays where it is."""
    crisis = turn.crises[crisis_id]
    turn.close_crisis(crisis_id, outcome)
    if outcome == "frozen":
        return
    won = outcome == "struck_won"
    winner, loser = (crisis.challenger, crisis.target) if won else (crisis.target, crisis.challenger)
    stakes_move(turn, winner, loser, crisis_id)
    if won:
        hand_over(turn, crisis_id)


def aftermath(turn: Turn) -> None:
    """At the Opening: a war that is over asks for help, a turn at a time; left alone, its quarrel comes back."""
    kinds = [name for name, kind in sorted(turn.state.misfortune_kinds.items()) if kind.after_war]
    if not kinds:
        return
    for crisis_id, crisis in list(turn.crises.items()):
        if crisis.stage != "war" or not crisis.fighting_since:
            continue
        age = turn.turn - crisis.ended
        if 1 <= age <= turn.rules.aftermath_turns:
            fate = Misfortune(
                kind=kinds[0], target=crisis.target, theatre=crisis.theatre,
                severity=turn.state.misfortune_kinds[kinds[0]].severity, since=turn.turn, case=crisis_id,
            )  # fmt: skip
            turn.strike_misfortune(f"{crisis_id}-aftermath{age}", fate)
        elif age == turn.rules.aftermath_turns + 1:
            _returns(turn, crisis_id, crisis)


def _returns(turn: Turn, crisis_id: str, crisis: Crisis) -> None:
    asked = [fate for fate in turn.misfortunes.values() if fate.case == crisis_id]
    neglected = sum(1 for fate in asked if fate.outcome in NEGLECTED)
    again = f"{crisis_id}-again"
    if 2 * neglected <= len(asked) or crisis.severity <= 1 or again in turn.crises:
        return
    case = Scheduled(
        id=again, turn=turn.turn, kind=crisis.kind, theatre=crisis.theatre, target=crisis.target,
        challenger=crisis.challenger, stakes=LIGHTER[crisis.stakes], severity=crisis.severity - 1, pace="slow",
        stage="brewing",
    )  # fmt: skip
    turn.rekindle(again, crisis_id)
    begin(turn, case)
