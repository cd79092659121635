"""Coalitions: who is gathered to a treaty among more than two, who calls them together, who is left out."""

from game.ai.ideas import Idea, first_bond, rebuffed
from game.ai.judging import judged
from game.ai.memory import talking
from game.ai.outlook import Outlook
from game.ai.partners import leaning
from game.ai.shapes import GUARANTEES
from game.ai.weights import Weights, tenths
from game.core.drafts import Draft
from game.core.geography import steps

GREAT_FIRST = 2
"""Turns in which only great powers gather others round themselves."""


def coalition(outlook: Outlook, partners: tuple[str, ...], weights: Weights) -> Idea | None:
    """A treaty among more than two: everybody promising is gathered, then cut to those who all gain by it.

    What few would find too thin many may find worth signing. One who is neither the strongest nor the most
    threatened of the group leaves calling it together to those who are.
    """
    group: tuple[str, ...] = (outlook.seat,)
    if _waits(outlook):
        return None
    for partner in partners:
        near = len(group) == 1 or _neighbourly(outlook, group, partner)
        if near and all(_bearable(outlook, name, partner, weights) for name in group):
            group = tuple(sorted((*group, partner)))
    if len(group) < 3 or not _convenes(outlook, group):
        return None
    found = _pruned(outlook, group, weights)
    if found is None or talking(outlook.world, found) or rebuffed(outlook, found):
        return None
    return first_bond(outlook, found, weights)


def _waits(outlook: Outlook) -> bool:
    """Whether this seat gathers nobody: it can bring nothing and waits to be asked, it has a pact and opens that, or
    it is too small to speak before the great have spoken."""
    seat = outlook.world.nations[outlook.seat]
    early = seat.rank != "great" and outlook.world.turn <= GREAT_FIRST
    return seat.forces <= 1 or early or bool(outlook.pacts(outlook.seat))


def _bearable(outlook: Outlook, one: str, other: str, weights: Weights) -> bool:
    """Whether, at a first look, two could be in one pact: neither is far from willing to be allied to the other."""
    return all(
        leaning(outlook, a, b, weights if a == outlook.seat else outlook.weights_of(a)) >= -weights.far_from_willing
        for a, b in ((one, other), (other, one))
    )


def _convenes(outlook: Outlook, group: tuple[str, ...]) -> bool:
    """Whether this seat is the strongest of a group, or, where a great power is among it, the one most in fear."""
    strongest = max(group, key=lambda name: (outlook.power(name), outlook.tie(name)))
    if strongest == outlook.seat:
        return True
    if outlook.world.nations[strongest].rank != "great":
        return False
    own = outlook.table.secure(outlook.seat)
    return all(outlook.table.secure(name) > own for name in group if name != outlook.seat)


def _neighbourly(outlook: Outlook, group: tuple[str, ...], partner: str) -> bool:
    """Whether a nation lies next to some member: a pact holds a region together."""
    home = outlook.world.nations[partner].home
    return any(steps(outlook.world, outlook.world.nations[name].home, home) <= 1 for name in group)


def _alone(outlook: Outlook, group: tuple[str, ...]) -> str:
    """A member that lies next to no other, the most powerful aside (it can be everybody's patron); empty if none."""
    patron = max(group, key=lambda name: (outlook.power(name), outlook.tie(name)))
    for name in sorted(group, key=outlook.tie):
        rest = tuple(other for other in group if other != name)
        if name not in (patron, outlook.seat) and not _neighbourly(outlook, rest, name):
            return name
    return ""


def _pruned(outlook: Outlook, group: tuple[str, ...], weights: Weights) -> tuple[str, ...] | None:
    """A group without those who would not gain by a plain guarantee among it; None when too few are left."""
    while len(group) > 2:
        draft = Draft(title="-", parties=group, clauses=GUARANTEES[1])
        least = [(judged(outlook, name, draft, weights).total, outlook.tie(name)) for name in group]
        unwilling = [one for one in least if one[1][1] != outlook.seat and one[0] < tenths(weights.propose_others)]
        # Those far from willing go together; of those who nearly are, one, for it may win the others over.
        out = [one[1][1] for one in unwilling if one[0] < tenths(weights.propose_others - weights.far_from_willing)]
        if not out:
            last = min(unwilling)[1][1] if unwilling else _alone(outlook, group)
            if not last:
                return group
            out = [last]
        group = tuple(name for name in group if name not in out)
    return None
