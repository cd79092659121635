"""Acting on attribution: whom a victim suspects, and whether to say so before it is proved."""

from game.ai.outlook import Outlook
from game.ai.valuation import Valuation, valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.attribution import suspicion
from game.core.legality import problems
from game.core.misfortunes import Misfortune
from game.core.terms import Term


def accusations(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.Accuse, ...]:
    """The accusation this seat makes now, if one is worth it."""
    world, me = outlook.world, outlook.seat
    for fate_id, fate in world.misfortunes.items():
        if fate.target != me or fate.accused or not world.misfortune_kinds[fate.kind].hidden_hand:
            continue
        suspect, chance = likeliest(outlook, fate_id, fate)
        if not suspect:
            continue
        why = worth(outlook, suspect, chance, weights)
        act = acts.Accuse(misfortune=fate_id, suspect=suspect, because=why.terms)
        if why.total > 0 and not problems(outlook.view, act):
            return (act,)
    return ()


def likeliest(outlook: Outlook, fate_id: str, fate: Misfortune) -> tuple[str, float]:
    """Whom this seat suspects most, and the chance, 0-1, that it is right."""
    if fate.attributed:
        return fate.culprit, 1.0
    shares = suspicion(outlook.table, fate.target)
    if not shares:
        return "", 0.0
    best = max(shares, key=lambda name: (shares[name], outlook.tie(name)))
    return best, shares[best] / 1000


def worth(outlook: Outlook, suspect: str, chance: float, weights: Weights) -> Valuation:
    """What accusing is worth: standing and firmness where it is borne out, wrong done and standing lost where not."""
    rules = outlook.world.rules
    wrong = (1 - chance) * -(rules.trust_wronged + rules.trust_accused) * weights.crisis_trust
    return valuation(
        [
            Term("standing", tenths((2 * chance - 1) * weights.accuse_standing)),
            Term("trust", -tenths(wrong), suspect),
            Term("trust", -tenths(max(0, outlook.trust(outlook.seat, suspect)) * weights.crisis_trust), suspect),
            Term("cost", -tenths(weights.word_cost)),
        ]
    )
