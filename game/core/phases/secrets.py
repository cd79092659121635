"""Secret treaties come out: to one nation that keeps it to itself, or to everybody."""

from game.core.dice import dice
from game.core.ratification import needs_consent
from game.core.secrets import aimed_at, kept_in_the_dark, leak_chance, outsiders
from game.core.turn import Turn


def secrets_leak(turn: Turn) -> None:
    """One keyed draw a secret treaty in force; half the time the best informed outsider alone learns of it."""
    for treaty_id, treaty in list(turn.treaties.items()):
        if not treaty.secret or not treaty.in_force(turn.turn):
            continue
        world = turn.world()
        drawn = dice(turn.state.seed, turn.turn, "leak", treaty_id)
        chance = leak_chance(world, treaty)
        if drawn >= chance:
            continue
        meant = aimed_at(turn.table(), treaty_id)
        finder = outsiders(world, treaty)[0]
        if drawn * 2 < chance:
            turn.find_out(treaty_id, finder)
            if finder in meant:
                for party in treaty.parties:
                    turn.shift_trust(finder, party, turn.rules.trust_secret, "secret", treaty_id)
        else:
            _in_the_open(turn, treaty_id, meant)


def _in_the_open(turn: Turn, treaty_id: str, meant: tuple[str, ...]) -> None:
    """Those it is aimed at take offence; partners of the parties learn that they were not told."""
    rules, treaty, world = turn.rules, turn.treaties[treaty_id], turn.world()
    bound = [
        name
        for name in treaty.parties
        if world.nations[name].regime >= 0 and needs_consent(turn.table(), treaty_id, name)
    ]
    turn.make_known(treaty_id)
    for name in bound:
        turn.shift_support(name, rules.support_secret, "secret", treaty_id)
    for party in treaty.parties:
        for name in meant:
            turn.shift_trust(name, party, rules.trust_secret, "secret", treaty_id)
            turn.provoke(name, party, rules.provoked_secret, "secret", treaty_id)
        for name in kept_in_the_dark(world, treaty, party):
            if name not in meant:
                turn.shift_trust(name, party, rules.trust_secret_partner, "secret", treaty_id)
