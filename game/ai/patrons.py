"""A nation whose guarantor failed it looks for another: what its need adds to a pledge of aid from anybody else."""

from collections.abc import Iterator

from game.ai.outlook import Outlook
from game.ai.partners import guard_in
from game.ai.weights import Weights, tenths
from game.core.beliefs import HELD_AGAINST, breakers
from game.core.drafts import Draft
from game.core.terms import Term
from game.core.world import State, pair_of

NEEDY = 60
"""Security from which nobody looks for a patron."""


def failed_by(outlook: Outlook, nation: str) -> str:
    """The guarantor that left a nation alone when it was called, gives notice of leaving it, or whose pledge has just
    run out; empty where nobody did, and where the nation itself walked away."""
    key = ("failed", nation)
    known = outlook.judgements.get(key)
    if not isinstance(known, str):
        known = outlook.judgements[key] = _failed_by(outlook, nation)
    return known


def _failed_by(outlook: Outlook, nation: str) -> str:
    world, gone = outlook.world, list[str]()
    for treaty_id, treaty in world.treaties.items():
        if nation not in treaty.parties or not any(clause.kind == "mutual_defence" for clause in treaty.clauses):
            continue
        gone += [name for name in breakers(world, treaty_id, nation) if name != nation]
        run_out = treaty.duration and treaty.ended > max(0, treaty.signed) + treaty.duration
        if run_out and treaty.ended > world.turn - HELD_AGAINST:
            gone += [name for name in treaty.parties if "mutual_defence" not in outlook.bound_kinds(nation, name)]
        gone += [name for name in treaty.parties if _walked_out(world, treaty_id, name, nation)]
    found = [name for name in dict.fromkeys(gone) if name in world.nations and name != nation]
    return max(found, key=lambda name: (outlook.power(name), outlook.tie(name)), default="")


def _walked_out(world: State, treaty_id: str, name: str, nation: str) -> bool:
    """Whether one gave another notice of leaving a treaty lately, or put it out."""
    return any(
        reason.kind == "left" and reason.about == treaty_id and reason.since > world.turn - HELD_AGAINST
        for reason in pair_of(world, nation, name).trust.get(nation, ())
    )


def forsaken(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """What a pledge of aid is worth beyond its forces to one that has just been left without: the more, the less safe
    it is. Who failed it is no remedy."""
    if guard_in(draft) is None:
        return
    short = NEEDY - outlook.table.secure(nation)
    if short > 0:
        who = failed_by(outlook, nation)
        if who and who not in draft.parties:
            yield Term("forsaken", tenths(weights.forsaken * min(1.0, short / 30)), who)
