"""Proposing: a few promising partners, the drafts that could hold between them, and the best of those."""

from dataclasses import replace

from game.ai.answer import judged
from game.ai.edits import homes, in_order
from game.ai.memory import failed, moved_since, refusals_of, talking
from game.ai.outlook import Outlook
from game.ai.titles import title_for
from game.ai.valuation import Valuation, value
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.clauses import Clause, Consultation, JointExercises, MutualDefence
from game.core.draft_checks import draft_problems
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.options import initiatives_to_spend
from game.core.record import record
from game.core.relations import regime_gap


@record
class Idea:
    """A draft worth putting on a table, what it is worth to its maker, and to the least eager of the others."""

    draft: Draft
    own: Valuation
    theirs: int
    merit: int
    """What ideas are compared by, in tenths."""


def promise(outlook: Outlook, other: str, weights: Weights = WEIGHTS) -> float:
    """A cheap first look at a partner, in points: what is feared together, trust, likeness, known aims."""
    me = outlook.seat
    trust = outlook.trust(me, other) + outlook.trust(other, me)
    looked = weights.shared_threat * outlook.shared_threat(me, other) + trust * weights.trust
    gap = regime_gap(outlook.world.nations[me], outlook.world.nations[other]) / 1000
    looked += (1 - 2 * gap) * min(1.2, outlook.ground.polar / 1000) * weights.affinity
    looked -= (outlook.hostility(other, me) + outlook.hostility(me, other)) * 50 * weights.partner_hostility
    looked += min(3.0, outlook.ground.projected(other, outlook.world.nations[me].home) / 2000)
    for aim in outlook.world.nations[me].objectives:
        if aim.kind == "alliance_with" and aim.nation == other:
            looked += weights.objective / 3
    return looked


def shortlist(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[str, ...]:
    """At most six partners worth valuing drafts with, the most promising first."""
    looked = [(promise(outlook, other, weights), other) for other in outlook.world.nations if other != outlook.seat]
    good = sorted((pair for pair in looked if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))
    return tuple(other for _, other in good[: weights.shortlist])


def forms(outlook: Outlook, parties: tuple[str, ...]) -> tuple[tuple[Clause, ...], ...]:
    """Sets of clauses that could hold between some parties: the usual shapes of alliances, lightest last."""
    around = homes(outlook.world, parties)
    made: list[tuple[Clause, ...]] = []
    consult, train = Consultation(), JointExercises(costs="by_income")
    for automaticity in ("automatic", "consulted", "own_way"):
        plain = MutualDefence(automaticity=automaticity, earmark=30)
        made.append(in_order((plain, consult)))
        made.append(in_order((replace(plain, area=around), consult, train)))
    made.append((consult, train))
    made.append((consult,))
    return tuple(made)


def idea(outlook: Outlook, parties: tuple[str, ...], clauses: tuple[Clause, ...], weights: Weights) -> Idea | None:
    """A draft of these clauses between these parties, if its maker gains by it and all others seem to."""
    draft = Draft(title=title_for(outlook.world, parties, clauses), parties=parties, clauses=clauses)
    own = value(outlook, outlook.seat, draft, weights)
    if own.total < tenths(weights.propose_own):
        return None
    theirs: int | None = None
    for name in parties:
        if name != outlook.seat:
            found = judged(outlook, name, draft, weights).total
            if found < tenths(weights.propose_others):
                return None
            theirs = found if theirs is None else min(theirs, found)
    least = theirs or 0
    return Idea(draft, own, least, own.total + int(least * weights.propose_others_share))


def best_form(outlook: Outlook, parties: tuple[str, ...], weights: Weights) -> Idea | None:
    """The best draft between these parties that is not on a table, in force, or refused and unchanged since."""
    best: Idea | None = None
    for clauses in _candidates(outlook, parties):
        found = idea(outlook, parties, clauses, weights)
        if found is None or draft_problems(outlook.world, found.draft) or not fresh(outlook, found.draft):
            continue
        if best is None or found.merit > best.merit:
            best = found
    return best


def _candidates(outlook: Outlook, parties: tuple[str, ...]) -> tuple[tuple[Clause, ...], ...]:
    """The usual shapes, and what these very parties said they would sign."""
    wished = [
        refusal.instead.clauses
        for _, refusal in refusals_of(outlook.world, parties)
        if refusal.instead is not None and not refusal.instead.payments and refusal.nation != outlook.seat
    ]
    return tuple(dict.fromkeys((*wished[-2:], *forms(outlook, parties))))


def fresh(outlook: Outlook, draft: Draft) -> bool:
    """Whether a draft is worth saying: not in force already, and not refused unless the world has moved since."""
    world = outlook.world
    for treaty in world.treaties.values():
        if treaty.parties == draft.parties and treaty.clauses == draft.clauses and not treaty.ended:
            return False
    turn = failed(world, draft)
    return not turn or moved_since(world, draft.parties, turn)


def rebuffed(outlook: Outlook, parties: tuple[str, ...]) -> bool:
    """Whether these nations talked this turn or last, without signing, and nothing has happened since: nobody nags."""
    last = 0
    for thread in outlook.world.threads.values():
        if thread.parties == parties and thread.status != "signed":
            last = max(last, thread.revisions[-1].turn)
    return bool(last) and last >= outlook.world.turn - 1 and not moved_since(outlook.world, parties, last)


def coalition(outlook: Outlook, partners: tuple[str, ...], weights: Weights) -> Idea | None:
    """A treaty among more than two: grown from the best pair, a partner at a time, while all of them gain."""
    best: Idea | None = None
    group: tuple[str, ...] = (outlook.seat,)
    for partner in partners:
        wider = tuple(sorted((*group, partner)))
        found = _sketch(outlook, wider, weights)
        if found is None:
            continue
        if best is None or found.merit >= best.merit or len(group) == 1:
            group, best = wider, found
    if len(group) < 3 or talking(outlook.world, group) or rebuffed(outlook, group):
        return None
    return best_form(outlook, group, weights)


def _sketch(outlook: Outlook, parties: tuple[str, ...], weights: Weights) -> Idea | None:
    """The best of the plain guarantees between some parties, for comparing groups."""
    best: Idea | None = None
    for automaticity in ("consulted", "own_way"):
        clauses: tuple[Clause, ...] = (MutualDefence(automaticity=automaticity, earmark=30), Consultation())
        found = idea(outlook, parties, clauses, weights)
        if found is not None and (best is None or found.merit > best.merit):
            best = found
    return best


def proposals(outlook: Outlook, spare: int, weights: Weights = WEIGHTS) -> tuple[acts.Propose, ...]:
    """The proposals this seat opens now: the best ideas, as many as initiatives and good manners allow.

    `spare` is the number of initiatives wanted for other things this turn.
    """
    world, me = outlook.world, outlook.seat
    opened = sum(1 for thread in world.threads.values() if thread.by == me and thread.opened == world.turn)
    most = weights.threads_great if world.nations[me].rank == "great" else 1
    room = min(most - opened, world.nations[me].initiatives - spare)
    if room <= 0 or initiatives_to_spend(world.rules, world.nations[me]) < 1:
        return ()
    partners = shortlist(outlook, weights)
    ideas: list[Idea] = []
    together = coalition(outlook, partners, weights)
    if together is not None:
        ideas.append(together)
    for partner in partners:
        parties = (me, partner) if me < partner else (partner, me)
        if not _engaged(outlook, partner) and not rebuffed(outlook, parties):
            found = best_form(outlook, parties, weights)
            if found is not None:
                ideas.append(found)
    ideas.sort(key=lambda one: (-one.merit, one.draft.parties))
    made: list[acts.Propose] = []
    courted: list[str] = []
    for one in ideas:
        if len(made) >= room or any(name in courted for name in one.draft.parties if name != me):
            continue
        act = acts.Propose(draft=one.draft, turns=1, because=one.own.terms)
        if not problems(outlook.view, act):
            made.append(act)
            courted += [name for name in one.draft.parties if name != me]
    return tuple(made)


def _engaged(outlook: Outlook, partner: str) -> bool:
    """Whether this seat and a partner have a draft between them on any table: one matter at a time."""
    return any(
        thread.status == "open" and outlook.seat in thread.parties and partner in thread.parties
        for thread in outlook.world.threads.values()
    )
