"""Public words put to the test by a case that was decided this turn (audience costs, Fearon 1994)."""

from game.core.statements import tested, word_price
from game.core.turn import Turn

LOST = ("conceded", "struck_won", "struck_lost")
"""Outcomes at which it is asked who stood by: the target gave way, or was attacked."""
STOOD = ("come", "support", "mediate")


def words_tested(turn: Turn) -> None:
    """Whoever had spoken up and was asked, and did not stand by when it mattered, pays at home and with the target."""
    world = turn.world()
    for crisis_id, crisis in world.crises.items():
        if crisis.ended != turn.turn or crisis.outcome not in LOST or not crisis.answers:
            continue
        for name in crisis.answers[-1]:
            if crisis.answers[-1][name].stance in STOOD:
                continue
            for statement in tested(world, name, crisis):
                turn.break_word(name, statement, crisis.target, crisis_id)
                turn.shift_support(name, word_price(world, name), "broke_word", crisis_id)
                turn.shift_trust(crisis.target, name, turn.rules.trust_broke_word, "broke_word", crisis_id)
