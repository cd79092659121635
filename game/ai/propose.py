"""Proposing: a few promising partners, the drafts that could hold between them, and the best of those."""

from dataclasses import replace

from game.ai.aims import drawn_to
from game.ai.coalition import coalition
from game.ai.council import accession, entry, recast
from game.ai.courting import binds, wooing
from game.ai.ideas import Idea, best_form, best_of, first_bond, fresh, rebuffed
from game.ai.memory import moved_since
from game.ai.outlook import Outlook
from game.ai.partners import guard_in, leaning
from game.ai.patrons import NEEDY, failed_by
from game.ai.search import priced, weigh
from game.ai.shapes import feared_neighbour, in_common, restraints
from game.ai.titles import retitled, title_for
from game.ai.valuation import liking, value
from game.ai.weights import WEIGHTS, Weights
from game.core import acts
from game.core.councils import text_of
from game.core.drafts import Draft
from game.core.geography import steps_known
from game.core.legality import problems
from game.core.options import initiatives_to_spend

UNEASY = 40
"""Security below which a nation looks for help every turn; above it, every other turn."""
FIRST_TURNS = 4
TENDED = 3
"""Treaty partners that keep a ministry busy for one more turn."""
SETTLED = 3
"""Kinds of promises from which two nations have little to add to what binds them."""


def promise(outlook: Outlook, other: str, weights: Weights = WEIGHTS) -> float:
    """A cheap first look at a partner, in points: what an alliance would be to both, humour, known aims."""
    me = outlook.seat
    mine, drawn = leaning(outlook, me, other, weights), drawn_to(outlook, me, other, weights)
    if mine + weights.temper + drawn <= 0:
        return mine  # whom one would not have in the best of humours need not be asked what he thinks
    mine += weights.temper * liking(outlook, other)
    theirs = leaning(outlook, other, me, outlook.weights_of(other))
    return min(mine, theirs) + max(0.0, max(mine, theirs)) * weights.eager_side + drawn


def ranked(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[str, ...]:
    """Every partner that promises anything, the most promising first."""
    looked = [(promise(outlook, other, weights), other) for other in outlook.world.nations if other != outlook.seat]
    good = sorted(
        (pair for pair in looked if pair[0] > weights.promising), key=lambda pair: (-pair[0], outlook.tie(pair[1]))
    )
    return tuple(other for _, other in good)


def proposals(outlook: Outlook, spare: int, weights: Weights = WEIGHTS) -> tuple[acts.Propose, ...]:
    """The proposals this seat opens now: the best ideas, as many as initiatives and good manners allow.

    `spare` is the number of initiatives wanted for other things this turn.
    """
    world, me = outlook.world, outlook.seat
    opened = sum(1 for thread in world.threads.values() if thread.by == me and thread.opened == world.turn)
    room = min(weights.threads_a_turn - opened, world.nations[me].initiatives - spare)
    if room <= 0 or initiatives_to_spend(world.rules, world.nations[me]) < 1:
        return ()
    if _has_signed(outlook):
        return ()
    content = _content(outlook)
    open_to_talk = tuple(
        name for name in ranked(outlook, weights) if not _said_no(outlook, name) and not _engaged(outlook, name)
    )
    strangers = tuple(name for name in open_to_talk if name not in outlook.allies(me))
    ideas: list[Idea] = []
    together = coalition(outlook, open_to_talk[: 2 * weights.shortlist], weights) if not content else None
    if together is not None:
        ideas.append(together)
    if not content or (world.turn + world.seed) % 2:
        ideas += courtship(outlook, strangers[: weights.shortlist], weights)
    if not ideas and not content:
        ideas += tending(outlook, tuple(name for name in open_to_talk if name not in strangers), weights)
    wooed = wooing(outlook, weights)
    if wooed is not None and not any(one.draft.parties == wooed.draft.parties and binds(one.draft) for one in ideas):
        # Whoever can be had for what he fears or lacks is not first given it for nothing.
        ideas = [one for one in ideas if one.draft.parties != wooed.draft.parties] + [wooed]
    feared = feared_neighbour(outlook)
    if wooed is not None and feared in wooed.draft.parties:
        feared = ""
    if feared and not content and not _engaged(outlook, feared) and not _said_no(outlook, feared):
        parties = (me, feared) if me < feared else (feared, me)
        if not rebuffed(outlook, parties):
            found = best_of(outlook, parties, restraints(outlook, feared), weights)
            if found is not None:
                ideas.append(found)
    ideas = [text for one in ideas if (text := recast(outlook, one, weights)) is not None]
    ideas.sort(key=lambda one: (-one.merit, [outlook.tie(name) for name in one.draft.parties]))
    made: list[acts.Propose] = []
    courted: list[str] = []
    for one in ideas:
        if len(made) >= room or any(name in courted for name in one.draft.parties if name != me):
            continue
        titled = one.draft
        had = world.treaties.get(titled.amends)
        if had is None:
            titled = replace(titled, title=title_for(world, titled.parties, titled.clauses))
        else:
            titled = retitled(titled, text_of(titled.amends, had))
        act = acts.Propose(draft=titled, turns=1, because=one.own.terms)
        paid = at_a_price(outlook, titled, weights)
        if paid is not None:
            because = value(outlook, me, paid, weights).terms
            act = acts.Propose(draft=paid, turns=1, because=because)
        if not problems(outlook.view, act):
            made.append(act)
            courted += [name for name in one.draft.parties if name != me]
    return tuple(made)


def at_a_price(outlook: Outlook, draft: Draft, weights: Weights) -> Draft | None:
    """The same draft with a payment, where one side seems to gain so much more than the other that it should pay."""
    if len(draft.parties) != 2 or draft.amends:
        return None
    found = priced(outlook, weigh(outlook, draft, weights, {}), weights, {})
    return found.draft if found.draft.payments and fresh(outlook, found.draft) else None


def courtship(outlook: Outlook, strangers: tuple[str, ...], weights: Weights) -> list[Idea]:
    """Whom this seat would bind itself to next, and how: the most promising with whom it has no pact come first.

    A pact that one of the two belongs to is joined rather than doubled.
    """
    own = entry(outlook, weights)
    found = [own] if own is not None else []
    for partner in strangers:
        if len(found) >= weights.threads_a_turn:
            break
        parties = _two(outlook, partner)
        if not rebuffed(outlook, parties):
            idea = accession(outlook, partner, weights) or first_bond(outlook, parties, weights)
            if idea is not None and (guard_in(idea.draft) is not None or in_reach(outlook, partner)):
                found.append(idea)
    return found


def in_reach(outlook: Outlook, partner: str) -> bool:
    """Whether the two have something to talk of: a great power has it everywhere, others in their own quarter of
    the world and where their aims send them."""
    world, me = outlook.world, outlook.seat
    one, other = world.nations[me], world.nations[partner]
    if "great" in (one.rank, other.rank) or steps_known(world, one.home, other.home, outlook.ground.steps) <= 1:
        return True
    return any(
        aim.kind == "alliance_with" and aim.nation == whom
        for nation, whom in ((one, partner), (other, me))
        for aim in nation.objectives
    )


def tending(outlook: Outlook, allies: tuple[str, ...], weights: Weights) -> list[Idea]:
    """What may be added to what binds this seat to one of its allies: one of them a turn."""
    for partner in agenda(outlook, allies)[: weights.agenda]:
        parties = _two(outlook, partner)
        if not rebuffed(outlook, parties):
            # An ally outside one's pact, or oneself outside an ally's, is taken in before anything else is added.
            found = accession(outlook, partner, weights) or best_form(outlook, parties, weights)
            return [found] if found is not None else []
    return []


def _two(outlook: Outlook, partner: str) -> tuple[str, ...]:
    return (outlook.seat, partner) if outlook.seat < partner else (partner, outlook.seat)


def agenda(outlook: Outlook, partners: tuple[str, ...]) -> tuple[str, ...]:
    """Partners in the order in which new ideas are weighed with them: those with whom nothing is agreed come first,
    and those with whom little is left to add come last."""
    me = outlook.seat
    kinds = {p: len(in_common(outlook, (me, p))) for p in partners}
    if failed_by(outlook, me):
        # Those who guard it already can add little, and least of all the one who failed it.
        return tuple(sorted(partners, key=lambda p: "mutual_defence" in outlook.bound_kinds(me, p)))
    return tuple(sorted(partners, key=lambda p: 0 if not kinds[p] else 2 if kinds[p] >= SETTLED else 1))


def _content(outlook: Outlook) -> bool:
    """Whether this seat lets a turn pass without asking for anything new.

    The first turns are for everybody to say what they want. Later a ministry with many treaties to tend opens new
    matters the more seldom, half as seldom where it is unsafe, and at once where it is pressed.
    """
    world, me = outlook.world, outlook.seat
    if failed_by(outlook, me) and outlook.table.secure(me) < NEEDY:
        return False  # left without its guarantor, it looks for another at once
    if world.turn <= FIRST_TURNS or any(crisis.live and crisis.target == me for crisis in world.crises.values()):
        return False
    every = 2 + len(outlook.linked(me)) // TENDED
    if outlook.table.secure(me) < UNEASY:
        every = (every + 1) // 2
    return (world.turn + world.seed) % every != 0


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
