"""Alliances as a mind meets them: votes and motions, and new texts of old treaties rather than one more treaty."""

from game.ai.edits import in_order
from game.ai.ideas import Idea, fresh, rebuffed, weighed
from game.ai.memory import settled_on
from game.ai.motions import FEARED, appraised, own_motion
from game.ai.outlook import Outlook
from game.ai.partners import detached, guard_in, leaning
from game.ai.valuation import valuation
from game.ai.weights import Weights
from game.core import acts
from game.core.accession import opened_to, takes_several
from game.core.acts import Act
from game.core.charters import NO_CREED, Charter, Choice
from game.core.checks.councils import amendment_problems
from game.core.clauses import MutualDefence
from game.core.councils import text_of, voters
from game.core.drafts import Draft
from game.core.geography import steps_known
from game.core.legality import problems
from game.core.record import replace
from game.core.world import Treaty

DEMOCRACY = 6
"""Regime score that all must have for a creed to be written down."""
OVERBEARING = 700
"""Permille of a group's capability in one member from which a closed government wants to lead it alone."""
PACTS = 2
"""Pacts whose opening to one more is thought of at a time."""
MANY = 8
"""Members from which waiting for everybody's word is too slow, and silence is agreement."""


def council_acts(outlook: Outlook, weights: Weights) -> tuple[Act, ...]:
    """Votes owed, then at most one motion of this seat's own."""
    made: list[Act] = []
    for motion_id, motion in outlook.world.motions.items():
        if motion.status != "open" or outlook.seat in motion.votes:
            continue
        if outlook.seat in voters(outlook.world, motion):
            found = valuation(appraised(outlook, motion, weights))
            choice: Choice = "for" if found.total > 0 else "against" if found.total < 0 else "abstain"
            made.append(acts.Vote(motion=motion_id, choice=choice, because=found.terms))
    moved = own_motion(outlook, weights) if not made else None
    if moved is not None:
        made.append(moved)
    return tuple(act for act in made if not problems(outlook.view, act))


def recast(outlook: Outlook, idea: Idea, weights: Weights) -> Idea | None:
    """An idea as a new text of a treaty there is, where that does as much: nobody needs two pacts for one matter.

    Between the parties of a treaty it amends it; a guarantee to one outside opens an alliance to it. What stays a new
    treaty among several is given a council, where all would have it so. None where the text it would change is still
    young: what was settled last year is not haggled over again.
    """
    if _young(outlook, idea.draft, weights):
        return None
    for treaty_id, treaty in outlook.world.treaties.items():
        found = _new_text(outlook, treaty_id, treaty, idea, weights)
        if found is not None:
            return found
    if len(idea.draft.parties) > 2 and guard_in(idea.draft) is not None and not idea.draft.amends:
        return weighed(outlook, replace(idea.draft, charter=charter_for(outlook, idea.draft)), weights) or idea
    return idea


def _young(outlook: Outlook, draft: Draft, weights: Weights) -> bool:
    """Whether the very parties of a draft have lately settled on the text of a treaty between them.

    What was agreed before the game is nobody's fresh word; and to stand by each other is always worth asking for.
    """
    world = outlook.world
    return guard_in(draft) is None and any(
        treaty.parties == draft.parties
        and treaty.in_force(world.turn)
        and (settled := settled_on(world, treaty_id)) > 0
        and world.turn - settled < weights.text_rests
        for treaty_id, treaty in world.treaties.items()
    )


def _new_text(outlook: Outlook, treaty_id: str, treaty: Treaty, idea: Idea, weights: Weights) -> Idea | None:
    me, draft = outlook.seat, idea.draft
    if me not in treaty.parties or treaty.secret or not treaty.in_force(outlook.world.turn) or draft.payments:
        return None
    same = treaty.parties == draft.parties
    # What two agreed before the game stays between those two: nobody joins a treaty of another century.
    of_today = len(treaty.parties) > 2 or treaty.signed > 0
    guards = any(clause.kind == "mutual_defence" for clause in treaty.clauses)
    opens = of_today and guards and guard_in(draft) is not None
    outside = [name for name in draft.parties if name not in treaty.parties]
    if not same and not (opens and len(outside) == 1):
        return None
    if same:
        asked = {clause.kind: clause for clause in draft.clauses}
        kept = [clause for clause in treaty.clauses if clause.kind not in asked]
        text = replace(text_of(treaty_id, treaty), clauses=in_order((*kept, *asked.values())))
    elif within_call(outlook, treaty, outside[0]) and not _guarded_by_most(outlook, treaty, outside[0]):
        text = opened_to(treaty_id, treaty, outside[0], outlook.world.nations[outside[0]].home)
    else:
        return None
    if rebuffed(outlook, text.parties) or amendment_problems(outlook.world, text) or not fresh(outlook, text):
        return None
    return weighed(outlook, text, weights)


def accession(outlook: Outlook, other: str, weights: Weights) -> Idea | None:
    """One of this seat and another joining the pact the other belongs to: the weightiest pact on either side first.

    Who wants in asks; who leads a pact invites. None where neither has one that is open, or where somebody would be
    against it.
    """
    world, me = outlook.world, outlook.seat
    found: list[tuple[float, str, str]] = []
    for treaty_id, treaty in world.treaties.items():
        inside = [name for name in (me, other) if name in treaty.parties]
        if len(inside) == 1:
            newcomer = other if inside[0] == me else me
            if not _takes_members(outlook, treaty) or not within_call(outlook, treaty, newcomer):
                continue
            if _guarded_by_most(outlook, treaty, newcomer):
                continue
            powers = _powers(outlook, treaty)
            if newcomer == me or outlook.power(me) >= max(powers):
                found.append((sum(powers), treaty_id, newcomer))
    weightiest = sorted(found, reverse=True)[:PACTS]
    return _opened(outlook, [one for one in weightiest if _welcome(outlook, one[1], one[2], weights)], weights)


def entry(outlook: Outlook, weights: Weights) -> Idea | None:
    """This seat's own entry into the weightiest of the pacts near it that have long stood, if that would have it.

    Such a pact is known to all as a whole: who wants in asks, whatever it thinks of one member or another; but not who
    is guarded by a member already.
    """
    world, me = outlook.world, outlook.seat
    found = [
        (sum(_powers(outlook, treaty)), treaty_id, me)
        for treaty_id, treaty in world.treaties.items()
        if takes_several(world, treaty) and me not in treaty.parties
        if not any("mutual_defence" in outlook.bound_kinds(me, name) for name in treaty.parties)
        if _takes_members(outlook, treaty) and within_call(outlook, treaty, me)
    ]
    weightiest = sorted(found, reverse=True)[:1]
    return _opened(outlook, [one for one in weightiest if _would_be_of(outlook, one[1], weights)], weights)


def _would_be_of(outlook: Outlook, treaty_id: str, weights: Weights) -> bool:
    """Whether, at a first look, this seat is not far from willing to be one of those in a pact that has long stood."""
    me, felt = outlook.seat, 0.0
    members = [name for name in outlook.world.treaties[treaty_id].active if name in outlook.world.nations]
    for name in members:
        apart = (1 - weights.of_an_order) * detached(outlook, me, name, weights)
        felt += leaning(outlook, me, name, weights) + apart
    return felt >= -weights.far_from_willing * len(members)


def _takes_members(outlook: Outlook, treaty: Treaty) -> bool:
    """Whether a treaty is a pact of several that others may join."""
    return len(treaty.parties) > 2 and not treaty.secret and treaty.in_force(outlook.world.turn)


def _guarded_by_most(outlook: Outlook, treaty: Treaty, newcomer: str) -> bool:
    """Whether those who make up most of a pact's power guard the newcomer already, and it is in a pact as weighty:
    nobody needs two for one matter."""
    members = [name for name in treaty.active if name in outlook.world.nations]
    whole = sum(outlook.power(name) for name in members)
    allied = sum(outlook.power(name) for name in members if "mutual_defence" in outlook.bound_kinds(newcomer, name))
    if allied * 3 < 2 * whole:
        return False
    return any(sum(outlook.power(name) for name in pact) >= whole for pact in outlook.pacts(newcomer))


def _powers(outlook: Outlook, treaty: Treaty) -> list[float]:
    return [outlook.power(name) for name in treaty.active if name in outlook.world.nations]


def _opened(outlook: Outlook, doors: list[tuple[float, str, str]], weights: Weights) -> Idea | None:
    """The first of some pacts opened to a newcomer each, if all would sign it: nobody is asked twice without cause."""
    world = outlook.world
    for _, treaty_id, newcomer in doors:
        text = opened_to(treaty_id, world.treaties[treaty_id], newcomer, world.nations[newcomer].home)
        if not rebuffed(outlook, text.parties) and not amendment_problems(world, text) and fresh(outlook, text):
            idea = weighed(outlook, text, weights)
            if idea is not None:
                return idea
    return None


def within_call(outlook: Outlook, treaty: Treaty, newcomer: str) -> bool:
    """Whether a pact guards something near the newcomer: nobody is taken in to fight where it has nothing to look for.

    A guarantee that holds anywhere is near to all. A pact without a great power is one of neighbours: who is near to
    less than a third of its members is none.
    """
    world = outlook.world
    home = world.nations[newcomer].home

    def near(place: str) -> bool:
        return steps_known(world, home, place, outlook.ground.steps) <= 1

    members = [world.nations[name] for name in treaty.active if name in world.nations]
    led = any(member.rank == "great" for member in members)
    if not led and sum(1 for member in members if near(member.home)) * 3 < len(members):
        return False
    return any(
        isinstance(clause, MutualDefence) and (not clause.area or any(near(place) for place in clause.area))
        for clause in treaty.clauses
    )


def _welcome(outlook: Outlook, treaty_id: str, newcomer: str, weights: Weights) -> bool:
    """Whether, at a first look, members and newcomer would have each other all in all, and no member is far from
    willing: who joins takes the pact as a whole, who is in it may refuse one it cannot bear."""
    least, inward, outward = -weights.far_from_willing, 0.0, 0.0
    for name in outlook.world.treaties[treaty_id].active:
        if name in outlook.world.nations:
            felt = leaning(outlook, name, newcomer, weights if name == outlook.seat else outlook.weights_of(name))
            back = leaning(
                outlook, newcomer, name, weights if newcomer == outlook.seat else outlook.weights_of(newcomer)
            )
            if felt < least:
                return False
            inward, outward = inward + felt, outward + back
    return min(inward, outward) > 0


def charter_for(outlook: Outlook, draft: Draft) -> Charter:
    """A charter that fits these members: a creed only if all meet it, a rule by how equal they are."""
    world, parties = outlook.world, draft.parties
    whole = sum(world.nations[name].potential for name in parties)
    first = max(parties, key=lambda name: (outlook.power(name), outlook.tie(name)))
    others = tuple(name for name in parties if name != first)
    outside = [k for k in world.nations if k not in parties and all(outlook.hostility(k, n) >= FEARED for n in parties)]
    enemy = max(outside, key=lambda k: (outlook.power(k), outlook.tie(k)), default="")
    alike = all(world.nations[name].regime >= DEMOCRACY for name in parties)
    leads = world.nations[first].regime < 0 and 1000 * world.nations[first].potential >= OVERBEARING * whole
    return Charter(
        against=enemy,
        creed=DEMOCRACY if alike else NO_CREED,
        # Who answers to voters lets nothing be decided over their heads.
        rule="leader" if leads else "silence" if len(parties) >= MANY and not alike else "consensus",
        leader=first if leads else "",
        seat=min(others, key=lambda name: (-world.nations[name].potential, outlook.tie(name))),
    )
