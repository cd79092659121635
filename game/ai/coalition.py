"""Coalitions: who is gathered to a treaty among more than two, who calls them together, who is left out."""

from game.ai.ideas import Idea, best_form, rebuffed
from game.ai.judging import judged
from game.ai.memory import talking
from game.ai.outlook import Outlook
from game.ai.shapes import GUARANTEES
from game.ai.weights import Weights, tenths
from game.core.drafts import Draft
from game.core.geography import steps


def coalition(outlook: Outlook, partners: tuple[str, ...], weights: Weights) -> Idea | None:
    """A treaty among more than two: everybody promising is gathered, then cut to those who all gain by it.

    What few would find too thin many may find worth signing. One who is neither the strongest nor the most
    threatened of the group leaves calling it together to those who are.
    """
    group: tuple[str, ...] = (outlook.seat,)
    if outlook.world.nations[outlook.seat].forces <= 1:
        return None  # one that can bring nothing waits to be asked
    for partner in partners:
        if len(group) == 1 or _neighbourly(outlook, group, partner):
            group = tuple(sorted((*group, partner)))
    if len(group) < 3 or not _convenes(outlook, group) or _mostly_guarded(outlook, group):
        return None
    found = _pruned(outlook, group, weights)
    if found is None or talking(outlook.world, found) or rebuffed(outlook, found):
        return None
    return best_form(outlook, found, weights)


def _mostly_guarded(outlook: Outlook, group: tuple[str, ...]) -> bool:
    """Whether most of a group guard each other already: what is missing is for those two to settle, not for all."""
    pairs = [(a, b) for index, a in enumerate(group) for b in group[index + 1 :]]
    return 2 * sum(1 for a, b in pairs if "mutual_defence" in outlook.bound_kinds(a, b)) > len(pairs)


def _convenes(outlook: Outlook, group: tuple[str, ...]) -> bool:
    """Whether this seat is the strongest of a group, or the one most in fear."""
    strongest = max(group, key=lambda name: (outlook.power(name), outlook.tie(name)))
    if strongest == outlook.seat:
        return True
    own = outlook.table.security(outlook.seat).value
    return all(outlook.table.security(name).value > own for name in group if name != outlook.seat)


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
