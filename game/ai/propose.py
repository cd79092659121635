"""Proposing: a few promising partners, the drafts that could hold between them, and the best of those."""

from dataclasses import replace

from game.ai.answer import judged
from game.ai.memory import failed, moved_since, refusals_of, talking
from game.ai.outlook import Outlook
from game.ai.shapes import (
    CONSULT,
    GUARANTEES,
    Shape,
    feared_neighbour,
    guarantees,
    guarded,
    in_common,
    regional,
    restraints,
    understandings,
)
from game.ai.titles import title_for
from game.ai.valuation import Valuation, value
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.drafts import Draft
from game.core.geography import steps
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


UNEASY = 40
"""Security below which a nation looks for help every turn; above it, every other turn."""
SETTLED = 3
"""Kinds of promises from which two nations have little to add to what binds them."""


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


def ranked(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[str, ...]:
    """Every partner that promises anything, the most promising first."""
    looked = [(promise(outlook, other, weights), other) for other in outlook.world.nations if other != outlook.seat]
    good = sorted((pair for pair in looked if pair[0] > 0), key=lambda pair: (-pair[0], outlook.tie(pair[1])))
    return tuple(other for _, other in good)


def shortlist(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[str, ...]:
    """At most six partners worth valuing drafts with, the most promising first."""
    return ranked(outlook, weights)[: weights.shortlist]


def idea(outlook: Outlook, parties: tuple[str, ...], clauses: Shape, weights: Weights) -> Idea | None:
    """A draft of these clauses between these parties, if its maker gains by it and all others seem to."""
    draft = Draft(title="-", parties=parties, clauses=clauses)
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
    wished = tuple(
        refusal.instead.clauses
        for _, refusal in refusals_of(outlook.world, parties)
        if refusal.instead is not None and not refusal.instead.payments and refusal.nation != outlook.seat
    )
    light = understandings(outlook, parties)
    if (CONSULT,) in light and _hopeless(outlook, parties, (CONSULT,), 2.0, weights):
        light = ()  # with whom one would not even talk
    best = _best_of(outlook, parties, tuple(dict.fromkeys((*wished[-2:], *light))), weights)
    if not guarded(outlook, parties):
        offered = guarantees(outlook, parties)
        # What is too much even in the loosest form needs no look in the stricter ones.
        too_much = _hopeless(outlook, parties, offered[0], 4.0, weights)
        pledge = None if too_much else _best_of(outlook, parties, offered, weights)
        if pledge is not None:
            narrow = _best_of(outlook, parties, (regional(outlook, parties, pledge.draft.clauses),), weights)
            for found in (pledge, narrow):
                if found is not None and (best is None or found.merit > best.merit):
                    best = found
    return best


def _hopeless(outlook: Outlook, parties: tuple[str, ...], lightest: Shape, margin: float, weights: Weights) -> bool:
    """Whether even the lightest draft of its kind is so far from one's liking that its variants need no look."""
    draft = Draft(title="-", parties=parties, clauses=lightest)
    return value(outlook, outlook.seat, draft, weights).total < tenths(weights.propose_own - margin)


def _best_of(outlook: Outlook, parties: tuple[str, ...], shapes: tuple[Shape, ...], weights: Weights) -> Idea | None:
    best: Idea | None = None
    for clauses in shapes:
        found = idea(outlook, parties, clauses, weights)
        if found is not None and (best is None or found.merit > best.merit) and fresh(outlook, found.draft):
            best = found
    return best


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


def proposals(outlook: Outlook, spare: int, weights: Weights = WEIGHTS) -> tuple[acts.Propose, ...]:
    """The proposals this seat opens now: the best ideas, as many as initiatives and good manners allow.

    `spare` is the number of initiatives wanted for other things this turn.
    """
    world, me = outlook.world, outlook.seat
    opened = sum(1 for thread in world.threads.values() if thread.by == me and thread.opened == world.turn)
    room = min(weights.threads_a_turn - opened, world.nations[me].initiatives - spare)
    if room <= 0 or initiatives_to_spend(world.rules, world.nations[me]) < 1:
        return ()
    if _has_signed(outlook) or _content(outlook):
        return ()
    open_to_talk = tuple(
        name for name in ranked(outlook, weights) if not _said_no(outlook, name) and not _engaged(outlook, name)
    )
    partners = open_to_talk[: weights.shortlist]
    ideas: list[Idea] = []
    # Those one guards already need no second pact; those left outside may be worth one promise to all of them.
    outside = tuple(name for name in open_to_talk if "mutual_defence" not in outlook.bound_kinds(me, name))
    together = coalition(outlook, outside[: weights.shortlist], weights)
    if together is not None:
        ideas.append(together)
    for partner in agenda(outlook, partners, weights):
        parties = (me, partner) if me < partner else (partner, me)
        if not rebuffed(outlook, parties):
            found = best_form(outlook, parties, weights)
            if found is not None:
                ideas.append(found)
    feared = feared_neighbour(outlook)
    if feared and not _engaged(outlook, feared) and not _said_no(outlook, feared):
        parties = (me, feared) if me < feared else (feared, me)
        if not rebuffed(outlook, parties):
            found = _best_of(outlook, parties, restraints(outlook, feared), weights)
            if found is not None:
                ideas.append(found)
    ideas.sort(key=lambda one: (-one.merit, [outlook.tie(name) for name in one.draft.parties]))
    made: list[acts.Propose] = []
    courted: list[str] = []
    for one in ideas:
        if len(made) >= room or any(name in courted for name in one.draft.parties if name != me):
            continue
        titled = replace(one.draft, title=title_for(world, one.draft.parties, one.draft.clauses))
        act = acts.Propose(draft=titled, turns=1, because=one.own.terms)
        if not problems(outlook.view, act):
            made.append(act)
            courted += [name for name in one.draft.parties if name != me]
    return tuple(made)


def agenda(outlook: Outlook, partners: tuple[str, ...], weights: Weights = WEIGHTS) -> tuple[str, ...]:
    """The partners new ideas are weighed with this turn: the most promising, and one of the others in its turn.

    A guarantee and what goes with it once agreed, there is little to add; whoever has no promise yet comes first.
    """
    me = outlook.seat
    done = [p for p in partners if len(in_common(outlook, (me, p))) >= SETTLED]
    open_still = [p for p in partners if p not in done]
    order = (*open_still, *done)
    if len(order) <= weights.agenda:
        return order
    rest = order[weights.agenda - 1 :]
    return (*order[: weights.agenda - 1], rest[(outlook.world.turn + outlook.world.seed) % len(rest)])


def _content(outlook: Outlook) -> bool:
    """Whether this seat lets a turn pass without asking for anything: safe, unpressed, and it spoke a turn ago.

    The first turns are for everybody to say what they want.
    """
    world, me = outlook.world, outlook.seat
    if world.turn <= 2 or (world.turn + world.seed) % 2 == 0:
        return False
    pressed = any(crisis.live and crisis.target == me for crisis in world.crises.values())
    return not pressed and outlook.table.security(me).value >= UNEASY


def _has_signed(outlook: Outlook) -> bool:
    """Whether this seat has put its name to something this turn: one thing at a time, and what is new must settle."""
    world, me = outlook.world, outlook.seat
    return any(treaty.signed == world.turn and me in treaty.parties for treaty in world.treaties.values())


def _said_no(outlook: Outlook, partner: str) -> bool:
    """Whether a partner refused a draft of this seat this turn or last, and nothing has happened to either since."""
    world, me = outlook.world, outlook.seat
    last = 0
    for thread in world.threads.values():
        if me in thread.parties and partner in thread.parties and thread.status != "signed":
            for revision in thread.revisions:
                if revision.by == me:
                    last = max([last, *(had.turn for had in revision.refusals if had.nation == partner)])
    return bool(last) and last >= world.turn - 1 and not moved_since(world, tuple(sorted((me, partner))), last)


def _engaged(outlook: Outlook, partner: str) -> bool:
    """Whether this seat and a partner have a draft between them on any table, or signed one this turn or last.

    One matter at a time; and what was signed is let stand for a while before more is asked.
    """
    world, me = outlook.world, outlook.seat
    talking_now = any(
        thread.status == "open" and me in thread.parties and partner in thread.parties
        for thread in world.threads.values()
    )
    return talking_now or any(
        treaty.signed >= max(1, world.turn - 1) and me in treaty.parties and partner in treaty.parties
        for treaty in world.treaties.values()
    )
