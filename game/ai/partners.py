"""What the partners are: the fears shared with them, trust in them, likeness to them, and what binds them already."""

from collections.abc import Iterator
from typing import NamedTuple

from game.ai.outlook import Outlook
from game.ai.weights import Weights, tenths
from game.core.accession import takes_several
from game.core.clauses import MutualDefence
from game.core.drafts import Draft
from game.core.terms import Term, TermName
from game.core.triggers import covers

WELCOME = 10
"""Tenths of a point left to a newcomer to one's own pact to whom one is bound by as much in any case: nobody stands in
the way of a third who would guard no more than he guards already."""


def strength(draft: Draft, weights: Weights) -> float:
    """How much of an alliance a draft is, 0-1: that of its weightiest clause."""
    kinds = [clause.kind for clause in draft.clauses]
    return max((share for kind, share in weights.strength if kind in kinds), default=0.0)


def guard_in(draft: Draft) -> MutualDefence | None:
    """The mutual defence clause of a draft, if it holds one."""
    return next((clause for clause in draft.clauses if isinstance(clause, MutualDefence)), None)


def votes_on_newcomer(outlook: Outlook, nation: str, draft: Draft) -> bool:
    """Whether a draft only opens a treaty of this nation to others: who votes on that bargains for nothing."""
    had = outlook.bound.treaties.get(draft.amends)
    return had is not None and nation in had.parties and had.parties != draft.parties


class Bonds(NamedTuple):
    """What another nation is to one as a partner, in points of a full alliance."""

    shared: float
    enemy: str
    wary: float
    like: float
    fellow: float
    quarrels: float
    weight: float

    @property
    def total(self) -> float:
        """All of it together."""
        return self.shared + self.wary + self.like + self.fellow + self.quarrels + self.weight


def bonds(outlook: Outlook, nation: str, other: str, weights: Weights) -> Bonds:
    """What `other` is to `nation`: the fears it relieves and those it is, its doctrine, its quarrels, its weight."""
    aloof = max(1.0, aloofness(outlook, nation, weights))
    # What freedom is worth to a nation it knows itself better than others do: that is no part of what all share.
    key = (weights, nation, other, aloof)
    known = outlook.situation.judged.get(key)
    if isinstance(known, Bonds):
        return known
    ties = outlook.situation.ties(nation, other)
    found = Bonds(
        shared=weights.shared_threat * ties.relief / aloof,
        enemy=ties.enemy,
        wary=-weights.wary * ties.fear,
        like=weights.affinity * ties.contest,
        fellow=weights.fellowship * ties.fellowship,
        quarrels=-weights.quarrels * ties.quarrels,
        weight=weights.weight * ties.weight,
    )
    outlook.situation.judged[key] = found
    return found


def aloofness(outlook: Outlook, nation: str, weights: Weights) -> float:
    """How dear its freedom is to a nation, 1 where as to most; beyond by its square: a neutral counts on itself."""
    wanted = outlook.world.nations[nation].autonomy_wanted / weights.detachment_at
    return wanted * max(1.0, wanted)


def detached(
    outlook: Outlook, nation: str, other: str, weights: Weights, beside: tuple[str, ...] = (), inside: bool = False
) -> float:
    """What staying out of others' quarrels is worth to a nation that has none of its own, in points.

    The more the more freedom it wants to keep, and the more the other lives in quarrels; less toward one with whom it
    shares an ally: that side is taken; and less, in a world divided in two, toward those of its own creed: there is no
    outside to stay in, but for those to whom freedom is dear. `beside` are those who would be allies of both: who joins
    a pact takes its side once. Who is `inside` already, and only lets another in, minds what quarrels that one brings.
    """
    wanted = aloofness(outlook, nation, weights)
    drawn = min(1.0, max(0.0, outlook.situation.ties(nation, other).contest)) / max(1.0, wanted)
    entangled = outlook.situation.entangled
    nothing = weights.nothing_brought if inside else weights.nothing_there
    there = 1 - nothing * (1 - entangled[other])
    apart = weights.detachment * wanted * (1 - entangled[nation]) * there * (1 - drawn)
    theirs = outlook.allies(other)
    shared = any(ally in theirs or ally in beside for ally in outlook.allies(nation))
    shared = shared or any(ally in beside for ally in theirs if ally != nation)
    return apart * (1 - weights.side_taken) if shared else apart


def partnership(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """Terms about the partners rather than the duties, each weighed by how much of an alliance the draft is.

    What counts is whom it adds: those already bound by as much are no reason for it, nor against it.
    """
    others = tuple(name for name in draft.parties if name != nation)
    share = strength(draft, weights)
    only = others[0] if len(others) == 1 else ""
    found = [bonds(outlook, nation, other, weights) for other in others]
    adds = added(outlook, nation, draft)
    nothing_new = not any(adds)
    new = [share / len(others) if nothing_new else share * part for part in adds]

    guard = guard_in(draft)
    shared = [bond.shared for bond in found]
    enemy = max(found, key=lambda bond: bond.shared).enemy
    if guard is not None and guard.against:
        answered = [outlook.situation.relief(nation, other, guard.against) for other in others]
        felt = weights.shared_threat / max(1.0, aloofness(outlook, nation, weights))
        shared, enemy = [felt * part for part, _ in answered], max(answered)[1]
        if not any(shared):
            yield Term("no_shared_threat", -tenths(weights.no_shared_threat * share), only)
    met = others if nothing_new else tuple(name for name, part in zip(others, adds, strict=True) if part)
    faith, doubted = faith_in(outlook, nation, met, weights)
    feared = min(zip(found, others, strict=True), key=lambda one: one[0].wary)[1]
    burdened = min(zip(found, others, strict=True), key=lambda one: one[0].quarrels)[1]

    def together(parts: list[float]) -> float:
        return sum(points * part for points, part in zip(parts, new, strict=True))

    parts: tuple[tuple[TermName, float, str], ...] = (
        ("shared_threat", together(shared), enemy),
        ("trust", faith * max(share, 0.15), doubted or only),
        ("wary", together([bond.wary for bond in found]), feared),
        ("affinity", together([bond.like for bond in found]), only),
        ("fellowship", together([bond.fellow for bond in found]), only),
        ("entrapment", together([bond.quarrels for bond in found]), burdened),
        ("weight", together([bond.weight for bond in found]), only),
    )
    told = [Term(name, tenths(points), about) for name, points, about in parts]
    yield from told
    if guard is not None:
        yield Term("redundant", -tenths(weights.second_pact * _left_behind(outlook, nation, draft)))
    else:
        # Whoever talks to many has less time for one more.
        yield Term("overstretch", -tenths(weights.attention * share * len(outlook.allies(nation))))
    if nothing_new:
        # Neither what speaks for such a partner nor what speaks against it is news.
        spoken_for = sum(term.tenths for term in told) - (WELCOME if _newcomer(outlook, nation, draft) else 0)
        yield Term("redundant", -max(0, spoken_for), only)
    else:
        inside = votes_on_newcomer(outlook, nation, draft)
        apart = [detached(outlook, nation, other, weights, draft.parties, inside) for other in others]
        yield Term("detachment", -tenths(together(apart) * _of_it(outlook, nation, draft, weights)))


def _of_it(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> float:
    """How much of its detachment, 0-1, a nation keeps toward a draft: less where somebody comes into a pact of several
    that has long stood. To be in such a one is to be of an order, not of a side, and its burdens are spread."""
    had = outlook.bound.treaties.get(draft.amends)
    if had is None or len(had.parties) < 3 or not takes_several(outlook.bound, had):
        return 1.0
    return weights.of_an_order


def _left_behind(outlook: Outlook, nation: str, draft: Draft) -> float:
    """Largest part, 0-1, of a nation's partners in a pact of several that a new pact of several would leave out.

    Nobody serves two councils; a wider pact that takes in the old one is no second.
    """
    if len(draft.parties) < 3 or _own_pact(outlook, nation, draft):
        return 0.0
    most = 0.0
    for parties in outlook.pacts(nation):
        out = sum(1 for name in parties if name not in draft.parties)
        most = max(most, out / (len(parties) - 1))
    return most


def _own_pact(outlook: Outlook, nation: str, draft: Draft) -> bool:
    """Whether a draft is a new text of a treaty the nation is in."""
    replaced = outlook.bound.treaties.get(draft.amends)
    return replaced is not None and nation in replaced.parties


def _newcomer(outlook: Outlook, nation: str, draft: Draft) -> bool:
    """Whether a draft takes another into a treaty the nation is in."""
    replaced = outlook.bound.treaties.get(draft.amends)
    return _own_pact(outlook, nation, draft) and replaced is not None and len(draft.parties) > len(replaced.parties)


def leaning(outlook: Outlook, nation: str, other: str, weights: Weights) -> float:
    """What a nation would think of an alliance with another, before any draft: a cheap first look, in points."""
    faith, _ = faith_in(outlook, nation, (other,), weights)
    return bonds(outlook, nation, other, weights).total + faith - detached(outlook, nation, other, weights)


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


def added(outlook: Outlook, nation: str, draft: Draft) -> list[float]:
    """How much of the partner that a draft adds each of the other parties is, 0-1: together one where it adds any.

    Less than one where each of them has promised part of it already.
    """
    fresh = [1 - already(outlook, nation, other, draft) for other in draft.parties if other != nation]
    spread = max(1.0, sum(fresh))
    return [part / spread for part in fresh]


def already(outlook: Outlook, nation: str, other: str, draft: Draft) -> float:
    """Part, 0-1, of what a draft promises a nation from another that treaties in force promise it already.

    Those who guard each other need no promise to talk.
    """
    if guard_in(draft) is not None:
        home = outlook.world.nations[nation].home
        feared = next((part.about for part in outlook.table.threats(nation) if part.about not in draft.parties), "")
        held = any(
            had.by == other and covers(had, home, "armed_attack", feared) == "case"
            for had in outlook.table.guards[nation]
        )
        return 1.0 if held else 0.0
    bound = outlook.bound_kinds(nation, other)
    guarded = "mutual_defence" in bound
    asked = [clause.kind for clause in draft.clauses]
    held_now = sum(1 for kind in asked if kind in bound or (guarded and kind == "consultation"))
    return held_now / len(asked) if asked else 0.0
