"""What a draft is worth to a nation: named terms, in tenths of a point, that sum to the decision value.

The same valuation serves one's own decision and, from one's own world, the estimate of what others will say.
"""

from functools import lru_cache

from game.ai.aims import aims
from game.ai.lesser import lesser
from game.ai.outlook import Outlook
from game.ai.partners import added, partnership, strength, votes_on_newcomer
from game.ai.patrons import forsaken
from game.ai.price import money, sovereignty
from game.ai.promises import promises
from game.ai.ratify import doubts
from game.ai.safety import denial, safety
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core.councils import text_of
from game.core.dice import dice
from game.core.drafts import Draft
from game.core.record import record, replace
from game.core.terms import Term, TermName


@record
class Valuation:
    """A decision value and the terms it is the sum of, the weightiest first."""

    terms: tuple[Term, ...]
    total: int
    """Tenths of a point; positive speaks for it."""

    @property
    def decisive(self) -> Term | None:
        """The term that speaks most against; None when nothing does."""
        against = [term for term in self.terms if term.tenths < 0]
        return min(against, key=lambda term: (term.tenths, term.name, term.about), default=None)


def valuation(terms: list[Term]) -> Valuation:
    """Terms of one name about one thing added up, empty ones dropped, weightiest first; and their exact sum."""
    added: dict[tuple[TermName, str], int] = {}
    for term in terms:
        key = (term.name, term.about)
        added[key] = added.get(key, 0) + term.tenths
    whole = [Term(name, amount, about) for (name, about), amount in added.items() if amount]
    kept = sorted(whole, key=lambda term: (-abs(term.tenths), term.name, term.about))
    return Valuation(tuple(kept), sum(term.tenths for term in kept))


def value(outlook: Outlook, nation: str, draft: Draft, weights: Weights = WEIGHTS) -> Valuation:
    """What a draft is worth to one of its parties as this outlook sees it, before what it would hold out for.

    `weights` are this seat's own; another party is judged by its own character.
    """
    own = outlook.weights_of(nation)
    if nation != outlook.seat:
        weights = own
    key = (nation, draft.parties, draft.clauses, draft.charter, draft.amends, draft.payments, draft.secret)
    known = outlook.judgements.get(key)
    if isinstance(known, Valuation) and weights is own:
        return known
    promised = outlook.promised.get(key[:5]) if weights is own else None
    if promised is None:
        promised = _promised(outlook, nation, draft, weights)
    terms = [*promised, *money(outlook, nation, draft, weights)]
    replaced = outlook.bound.treaties.get(draft.amends)
    if replaced is not None and nation in replaced.parties:
        # What the text in force costs and brings is paid already.
        paid = money(outlook, nation, text_of(draft.amends, replaced), weights)
        terms += [replace(term, tenths=-term.tenths) for term in paid]
    terms += doubts(outlook, outlook.whatif(draft), nation, draft, sum(term.tenths for term in terms), weights)
    found = valuation(terms)
    if weights is own:
        outlook.promised[key[:5]] = promised
        outlook.judgements[key] = found
    return found


def _promised(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> list[Term]:
    """What the clauses of a draft are worth, whatever changes hands on signature."""
    after = outlook.whatif(draft)
    terms: list[Term] = [
        *safety(outlook, after, nation, weights),
        *denial(outlook, after, nation, draft, weights),
        *partnership(outlook, nation, draft, weights),
        *sovereignty(outlook, after, nation, weights),
        *promises(outlook, after, nation, draft, weights),
        *lesser(outlook, nation, draft, weights),
        *forsaken(outlook, nation, draft, weights),
        *aims(outlook, after, nation, weights),
    ]
    if nation == outlook.seat:
        terms.append(Term("temper", humour(outlook, draft, weights)))
    return terms


def humour(outlook: Outlook, draft: Draft, weights: Weights = WEIGHTS) -> int:
    """Private noise of this seat toward these parties, in tenths: the same every turn, less for a lesser draft.

    Whom one likes is no reason to sign the same thing with him twice.
    """
    others = [name for name in draft.parties if name != outlook.seat]
    adds = added(outlook, outlook.seat, draft)
    toward = sum(liking(outlook, name) * part for name, part in zip(others, adds, strict=True))
    return tenths(temper_range(outlook, outlook.seat, draft, weights) * toward)


def liking(outlook: Outlook, other: str) -> float:
    """-1 to 1: half of it how this seat's government is minded toward alliances at all, half how toward one nation."""
    return _inclined(outlook.world.seed, outlook.profile(other))


@lru_cache(maxsize=4096)
def _inclined(temper: int, profile: str) -> float:
    """`liking` by private temper and by what the other is. Remembered: it is the same every turn."""
    return (dice(temper, 0, "temper", "") + dice(temper, 0, "temper", profile) - 1000) / 1000


def temper_range(outlook: Outlook, nation: str, draft: Draft, weights: Weights = WEIGHTS) -> float:
    """Most that a nation's humour can add to a draft or take from it, in points.

    Over who may join what it shares with others it indulges its humour less: that is not its own affair alone.
    """
    most = weights.temper * max(0.25, strength(draft, weights))
    return most * weights.temper_voting if votes_on_newcomer(outlook, nation, draft) else most
