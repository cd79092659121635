"""A nation's objectives as its mind weighs them: in drafts, in whom it seeks, in whether it mediates."""

from collections.abc import Iterator

from game.ai.outlook import Outlook
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core.aims import met
from game.core.appraisal import Appraisal
from game.core.crises import Crisis
from game.core.objectives import Objective
from game.core.terms import Term

UNTOUCHED = ("no_war", "influence_at_least", "stability_at_least", "settle_crisis", "be_broker")
"""Objectives that signing a draft does not move by itself."""


def aims(outlook: Outlook, after: Appraisal, nation: str, weights: Weights) -> Iterator[Term]:
    """How far the draft serves the objectives a nation is known to have, each by its share of all known points."""
    known = outlook.world.nations[nation].objectives
    points = sum(aim.points for aim in known)
    for aim in known:
        if aim.kind not in UNTOUCHED and points:
            step = met(after, nation, aim) - _met_now(outlook, nation, aim)
            about = aim.nation if aim.kind in ("alliance_with", "interoperability_with") else ""
            yield Term("objective", tenths(weights.objective * aim.points * step / (1000 * points)), about)


def _met_now(outlook: Outlook, nation: str, aim: Objective) -> int:
    """`met` before any draft, worked out once."""
    key = ("met", nation, aim)
    known = outlook.judgements.get(key)
    if not isinstance(known, int):
        known = outlook.judgements[key] = met(outlook.table, nation, aim)
    return known


def drawn_to(outlook: Outlook, me: str, other: str, weights: Weights = WEIGHTS) -> float:
    """Points by which a nation's objectives draw it to a partner, before any draft is thought of."""
    drawn = 0.0
    for aim in outlook.world.nations[me].objectives:
        if _names(aim, other) and met(outlook.table, me, aim) < 1000:
            drawn += weights.objective / 3
        elif aim.kind == "keep_out" and other == aim.partner:
            # Whoever is bound to oneself has less need of the one that is to be kept out.
            drawn += weights.objective / 6
    return drawn


def _names(aim: Objective, other: str) -> bool:
    """Whether an objective can be had with a nation, or with nobody else."""
    if aim.kind in ("alliance_with", "interoperability_with"):
        return aim.nation == other
    return aim.kind == "clause_in_force" and aim.nation == other


def brokerage(outlook: Outlook, crisis_id: str, crisis: Crisis, weights: Weights = WEIGHTS) -> float:
    """Points that this seat's objectives give to settling a case, and to having brokered it."""
    known = outlook.world.nations[outlook.seat].objectives
    points = sum(aim.points for aim in known)
    gain = 0.0
    for aim in known:
        wanted = aim.kind == "settle_crisis" and aim.crisis in (crisis_id, crisis.kind)
        if (aim.kind == "be_broker" and met(outlook.table, outlook.seat, aim) < 1000) or wanted:
            gain += weights.objective * aim.points / points
    return gain
