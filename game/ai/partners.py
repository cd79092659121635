"""What the partners are: the fears shared with them, trust in them, likeness to them, and what binds them already."""

from collections.abc import Iterator

from game.ai.outlook import Outlook
from game.ai.weights import Weights, tenths
from game.core.clauses import MutualDefence
from game.core.drafts import Draft
from game.core.relations import regime_gap
from game.core.terms import Term
from game.core.triggers import covers


def strength(draft: Draft, weights: Weights) -> float:
    """How much of an alliance a draft is, 0-1: that of its weightiest clause."""
    kinds = [clause.kind for clause in draft.clauses]
    return max((share for kind, share in weights.strength if kind in kinds), default=0.0)


def guard_in(draft: Draft) -> MutualDefence | None:
    """The mutual defence clause of a draft, if it holds one."""
    return next((clause for clause in draft.clauses if isinstance(clause, MutualDefence)), None)


def partnership(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """Terms about the partners rather than the duties, each weighed by how much of an alliance the draft is."""
    others = tuple(name for name in draft.parties if name != nation)
    share = strength(draft, weights)
    guard = guard_in(draft)
    only = others[0] if len(others) == 1 else ""

    against = guard.against if guard is not None else ()
    common = sum(outlook.shared_threat(nation, other, against) for other in others) / len(others)
    bond = 0.0
    if common >= weights.shared_floor:
        bond = min(weights.shared_most, weights.shared_threat * common) * share
        yield Term("shared_threat", tenths(bond), common_enemy(outlook, nation, others, against))
    elif guard is not None:
        missing = (weights.shared_floor - common) / weights.shared_floor
        yield Term("no_shared_threat", -tenths(weights.no_shared_threat * missing), only)

    faith, doubted = faith_in(outlook, nation, others, weights)
    faith *= max(share, 0.15)
    yield Term("trust", tenths(faith), doubted or only)

    divided = min(1.2, outlook.ground.polar / 1000)
    like = 0.0
    for other in others:
        gap = regime_gap(outlook.world.nations[nation], outlook.world.nations[other]) / 1000
        like += (1 - 2 * gap) * divided * weights.affinity * share / len(others)
    yield Term("affinity", tenths(like), only)

    have = held_already(outlook, nation, draft)
    yield Term("redundant", -tenths((bond + max(0.0, faith) + max(0.0, like)) * have), only)


def faith_in(outlook: Outlook, nation: str, others: tuple[str, ...], weights: Weights) -> tuple[float, str]:
    """Points of trust in partners together, and the one who is doubted most.

    Distrust of one outweighs trust in others: a treaty is as trusted as its least trusted party.
    """
    mean, least, doubted = 0.0, 0.0, ""
    for other in others:
        points = outlook.trust(nation, other)
        # Distrust weighs more the deeper it goes: nobody signs away his safety to one he takes for a liar.
        felt = points * (weights.trust if points > 0 else weights.distrust * (1 - points / weights.distrust_doubles))
        wary = outlook.hostility(other, nation) * 100 - weights.partner_wary
        felt -= max(0.0, wary) * weights.partner_hostility
        mean += felt / len(others)
        if felt < least:
            least, doubted = felt, other
    return (min(mean, least) if least < 0 else mean), doubted


def common_enemy(outlook: Outlook, nation: str, others: tuple[str, ...], against: tuple[str, ...]) -> str:
    """Whom a nation and its partners have most reason to fear together."""
    best, most = "", 0.0
    mine = outlook.felt(nation)
    theirs = [outlook.felt(other) for other in others]
    for place, k in enumerate(outlook.world.nations):
        if mine[place] and k not in others and (not against or k in against):
            felt = outlook.power(k) * mine[place] * sum([row[place] for row in theirs])
            if felt > most:
                best, most = k, felt
    return best


def held_already(outlook: Outlook, nation: str, draft: Draft) -> float:
    """`already`, as the mean over all partners."""
    others = [name for name in draft.parties if name != nation]
    return sum(already(outlook, nation, other, draft) for other in others) / len(others)


def already(outlook: Outlook, nation: str, other: str, draft: Draft) -> float:
    """Part, 0-1, of what a draft promises a nation from another that treaties in force promise it already."""
    if guard_in(draft) is not None:
        home = outlook.world.nations[nation].home
        feared = next((part.about for part in outlook.table.threats(nation) if part.about not in draft.parties), "")
        held = any(
            had.by == other and covers(had, home, "armed_attack", feared) == "case"
            for had in outlook.table.guards[nation]
        )
        return 1.0 if held else 0.0
    bound = outlook.bound_kinds(nation, other)
    asked = [clause.kind for clause in draft.clauses]
    return sum(1 for kind in asked if kind in bound) / len(asked) if asked else 0.0
