"""Influence spent where a treaty of one's own may fail at home."""

from game.ai.leaving import worth_of
from game.ai.outlook import Outlook
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.councils import signatories
from game.core.legality import problems
from game.core.ratification import awaiting, odds_of_treaty
from game.core.terms import Term

SURE = 85
"""Odds from which nobody spends influence on a ratification."""


def lobbying(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.Lobby, ...]:
    """Influence for a treaty of one's own that may fail, one act a turn, where the odds are worst."""
    world, me = outlook.world, outlook.seat
    spare = world.nations[me].influence - weights.influence_kept
    if spare < 1:
        return ()
    for treaty_id in awaiting(world):
        treaty = world.treaties[treaty_id]
        if me not in signatories(treaty) or treaty.secret or treaty.lobbied or treaty.coming is not None:
            continue
        found = odds_of_treaty(outlook.unbound, treaty_id)
        weakest = min(found, key=lambda name: (found[name].value, outlook.tie(name)))
        if found[weakest].value >= SURE:
            continue
        worth = worth_of(outlook, treaty_id, weights)
        gained = worth.total * world.rules.lobby_points // 100
        price = tenths(weights.influence_point)
        if gained > price:
            because = (Term("ratification", gained, weakest), Term("cost", -price))
            act = acts.Lobby(treaty=treaty_id, nation=weakest, influence=1, because=because)
            if not problems(outlook.view, act):
                return (act,)
    return ()
