"""Estimates for the drafting table: how a nation would probably answer a draft, as far as the reader can know."""

from typing import Literal, TypeAlias

from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.ai.price import worth_of_autonomy
from game.ai.valuation import temper_range
from game.ai.weights import tenths
from game.core.drafts import Draft
from game.core.record import record
from game.core.terms import Term
from game.core.view import View

Likely: TypeAlias = Literal["accept", "lean accept", "open", "lean refuse", "refuse"]


@record(kw_only=True)
class Estimate:
    """A nation's probable answer, from the reader's own knowledge. Tenths of a point; above zero it would sign."""

    low: int
    middle: int
    high: int
    likely: Likely
    terms: tuple[Term, ...]
    """What the reader thinks would decide it; they sum to `middle`."""


def estimate(view: View, draft: Draft, nation: str, outlook: Outlook | None = None) -> Estimate:
    """How `nation`, a party of `draft`, would answer it today, from `view` alone.

    `outlook` may be one already made for the same view. One's own answer is known: its band has no width. Raises
    ValueError for a nation that is not a party.
    """
    if nation not in draft.parties:
        raise ValueError(f"{nation} is not a party to the draft.")
    looking = outlook if outlook is not None else Outlook(view)
    found = judged(looking, nation, draft, looking.weights_of(nation))
    doubt = 0 if nation == view.seat else doubt_about(looking, draft, nation)
    low, high = found.total - doubt, found.total + doubt
    return Estimate(low=low, middle=found.total, high=high, likely=_likely(low, found.total, high), terms=found.terms)


def _likely(low: int, middle: int, high: int) -> Likely:
    if low > 0:
        return "accept"
    if high <= 0:
        return "refuse"
    width = high - low
    if middle * 4 > width:
        return "lean accept"
    if middle * 4 < -width:
        return "lean refuse"
    return "open"


def doubt_about(outlook: Outlook, draft: Draft, nation: str) -> int:
    """Half the width of the band: the humour nobody sees, the fog on its figures, its trust in third parties."""
    key = ("doubt", nation, draft.parties, draft.clauses, draft.charter, draft.amends)
    known = outlook.judgements.get(key)
    if not isinstance(known, int):
        known = outlook.judgements[key] = _doubt_about(outlook, draft, nation)
    return known


def _doubt_about(outlook: Outlook, draft: Draft, nation: str) -> int:
    fog = outlook.view.fog
    weights = outlook.weights_of(nation)
    points = temper_range(outlook, nation, draft, weights)
    wanted = fog.get(f"nations.{nation}.autonomy_wanted")
    if wanted is not None:
        before, after = outlook.table.autonomy(nation).value, outlook.whatif(draft).autonomy(nation).value
        ends = [worth_of_autonomy(after, end, weights) - worth_of_autonomy(before, end, weights) for end in wanted]
        points += abs(ends[1] - ends[0]) / 2
    ready = fog.get(f"nations.{nation}.readiness")
    if ready is not None:
        points += (ready[1] - ready[0]) * 0.05
    strangers = [name for name in draft.parties if name not in (nation, outlook.seat)]
    points += len(strangers) * outlook.world.rules.band_trust * weights.trust / (2 * max(1, len(draft.parties) - 1))
    return tenths(points)
