"""Standing between others: a draft both would sign, or, where there is none nearby, what stands in the way of each."""

from game.ai.edits import neighbours
from game.ai.ideas import fresh
from game.ai.judging import judged
from game.ai.memory import talking
from game.ai.outlook import Outlook
from game.ai.titles import title_for
from game.ai.valuation import Valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.checks.drafts import draft_problems
from game.core.clauses import Clause, Consultation, JointExercises, MutualDefence, NonAggression
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.record import record
from game.core.terms import Term
from game.core.world import State

SHAPES: tuple[tuple[Clause, ...], ...] = (
    (MutualDefence(automaticity="own_way", earmark=20), Consultation()),
    (Consultation(),),
    (Consultation(), JointExercises()),
    (NonAggression(),),
)
"""What a broker tries first between two nations."""


@record(kw_only=True)
class Between:
    """What a broker found between two nations: the draft that comes nearest, and what each weighs in it."""

    draft: Draft
    possible: bool
    """Whether both would sign it, by the broker's estimate."""
    values: tuple[Valuation, Valuation]
    """In the order of the draft's parties."""

    @property
    def in_the_way(self) -> tuple[Term | None, Term | None]:
        """The decisive term of each side: why it is impossible, where it is."""
        return self.values[0].decisive, self.values[1].decisive


def between(outlook: Outlook, a: str, b: str, weights: Weights = WEIGHTS) -> Between:
    """The draft nearest to being good for both of two nations, among the usual shapes and what is one edit away."""
    parties = (a, b) if a < b else (b, a)
    best: Between | None = None
    for clauses in SHAPES:
        draft = Draft(title=title_for(outlook.world, parties, clauses), parties=parties, clauses=clauses)
        best = _better(best, _looked(outlook, draft, weights))
    assert best is not None, "SHAPES is not empty"
    if not best.possible:
        for edit in neighbours(outlook.world, best.draft):
            if not draft_problems(outlook.world, edit.draft):
                best = _better(best, _looked(outlook, edit.draft, weights))
    return best


def _looked(outlook: Outlook, draft: Draft, weights: Weights) -> Between:
    first, second = (judged(outlook, name, draft, weights) for name in draft.parties)
    return Between(draft=draft, possible=min(first.total, second.total) > 0, values=(first, second))


def _better(had: Between | None, found: Between) -> Between:
    if had is None:
        return found
    least = [min(one.total for one in both.values) for both in (had, found)]
    return found if least[1] > least[0] else had


def brokering(outlook: Outlook, spare: int, weights: Weights = WEIGHTS) -> tuple[acts.Broker, ...]:
    """A draft put between the two nations that trust this seat most and have nothing between them, now and then.

    Nations with little influence do it for the standing; nobody helps two to what is aimed at itself.
    """
    world, me = outlook.world, outlook.seat
    if (
        spare < 1
        or world.nations[me].influence >= weights.broker_content
        or (world.turn + world.seed) % weights.broker_every
    ):
        return ()
    least = max(world.rules.broker_trust, weights.broker_trust)
    friends = [name for name in world.nations if name != me and outlook.trust(name, me) >= least]
    friends = sorted(friends, key=lambda name: (-outlook.trust(name, me), outlook.tie(name)))[: weights.broker_friends]
    for index, a in enumerate(friends):
        for b in friends[index + 1 :]:
            parties = (a, b) if a < b else (b, a)
            if outlook.bound_kinds(a, b) or talking(world, parties) or _at_one_table(world, parties):
                continue
            found = between(outlook, a, b, weights)
            if not found.possible or not fresh(outlook, found.draft):
                continue
            because = (Term("receipts", tenths(weights.influence_point)), Term("trust", outlook.trust(a, me), a))
            act = acts.Broker(draft=found.draft, turns=1, tone="cordial", because=because)
            if not problems(outlook.view, act):
                return (act,)
    return ()


def _at_one_table(world: State, parties: tuple[str, ...]) -> bool:
    """Whether a draft that would bind the two, alone or among others, lies open already."""
    return any(
        thread.status == "open" and set(parties) <= set(thread.latest.draft.parties)
        for thread in world.threads.values()
    )
