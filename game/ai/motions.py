"""Motions as a mind weighs them: what each is worth to a member, and which it puts to a council itself, rarely.

A change of membership is worth what the alliance is worth with the one circle of members less what it is worth with
the other: both appraised as drafts are, in a world without it.
"""

from collections.abc import Iterator

from game.ai.grievance import among, less, weighed
from game.ai.leaving import worth_of
from game.ai.outlook import Outlook
from game.ai.partners import leaning
from game.ai.valuation import valuation, value
from game.ai.weights import Weights, tenths
from game.core import acts
from game.core.beliefs import broken_calls
from game.core.charters import Motion, MotionKind
from game.core.clauses import CapacityBuilding
from game.core.councils import alliances_of, beneath_creed, chartered, decided, plan_for, voters
from game.core.crises import Crisis
from game.core.drafts import Draft
from game.core.duties import Guard
from game.core.legality import problems
from game.core.options import home_need, in_case_of, live_crises
from game.core.record import replace
from game.core.terms import Term
from game.core.triggers import duties_of, reading
from game.core.world import Treaty

FEARED = 0.25
"""Hostility from which an alliance names whom it is against, and from which words toward it are worth the offence."""
WORTH_MOVING = 20
"""Tenths of a point a motion must bring its mover: an initiative has other uses."""
SMALL: tuple[MotionKind, ...] = ("plan", "fund")
"""Motions that ask little of anybody: to bring anything is enough."""
REMEMBERED = 4
"""Turns for which a matter that was before the council is not put to it again, and a suspension is let stand."""
REVIEWED = 8
"""Turns after which the first among the members asks whether an alliance still serves anybody."""
FRESH = 2
"""Turns, this one included, in which a broken call is still answered by a suspension."""
UNFORGOTTEN = 12
"""Turns within which a second broken call costs a member its place."""


def own_motion(outlook: Outlook, weights: Weights) -> acts.CallVote | None:
    """The motion this seat puts to a council now: the first that is allowed and worth an initiative; mostly none."""
    if outlook.world.nations[outlook.seat].initiatives < 2:
        return None
    for treaty_id, treaty, _ in alliances_of(outlook.world, outlook.seat):
        for motion in _occasions(outlook, treaty_id, treaty, weights):
            if _lately(outlook, motion):
                continue
            found = valuation(appraised(outlook, motion, weights))
            if found.total < (1 if motion.kind in SMALL else WORTH_MOVING):
                continue
            if motion.kind not in SMALL and not _may_carry(outlook, motion):
                continue
            act = acts.CallVote(
                treaty=treaty_id,
                motion=motion.kind,
                nation=motion.nation,
                crisis=motion.crisis,
                theatre=motion.theatre,
                threat=motion.threat,
                amount=motion.amount,
                because=found.terms,
            )
            if not problems(outlook.view, act):
                return act
    return None


def _may_carry(outlook: Outlook, motion: Motion) -> bool:
    """Whether the other members would let a motion pass, as far as this seat can tell: nobody moves what is lost."""
    world = outlook.world
    found = chartered(world, motion.treaty)
    if found is None:
        return False
    members = tuple(name for name in voters(world, motion) if name in world.nations)
    yes: list[str] = [outlook.seat]
    no: list[str] = []
    for name in members:
        if name != outlook.seat:
            worth = valuation(appraised(outlook, motion, outlook.weights_of(name), name)).total
            (yes if worth > 0 else no if worth < 0 else []).append(name)
    said = decided(world, found[1], members, yes, no, last=True)
    return bool(said) if found[1].rule != "consensus" else not no


def _lately(outlook: Outlook, motion: Motion) -> bool:
    """Whether the same has been before the council of late: nobody nags."""
    about = (motion.treaty, motion.kind, motion.nation, motion.crisis, motion.theatre)
    return any(
        (had.treaty, had.kind, had.nation, had.crisis, had.theatre) == about
        and had.opened > outlook.world.turn - REMEMBERED
        for had in outlook.world.motions.values()
    )


# -- what calls for a motion --------------------------------------------------------------------------------


def _occasions(outlook: Outlook, treaty_id: str, treaty: Treaty, weights: Weights) -> Iterator[Motion]:
    """Motions that something that happened calls for, the most pressing first."""
    world, me = outlook.world, outlook.seat
    members = [name for name in treaty.active if name in world.nations]
    first = max(members, key=lambda name: (outlook.power(name), outlook.tie(name)))

    def motion(kind: MotionKind, nation: str = "", theatre: str = "", amount: int = 0, crisis: str = "") -> Motion:
        return Motion(
            kind=kind, treaty=treaty_id, by=me, opened=world.turn, nation=nation, crisis=crisis, theatre=theatre,
            amount=amount,
        )  # fmt: skip

    for crisis_id, crisis in live_crises(world):
        pressed = crisis.stage == "open" and crisis.target in members and crisis.challenger not in treaty.parties
        if pressed and me in (crisis.target, first) and _beyond_the_letter(outlook, treaty_id, treaty, crisis):
            yield motion("invoke", crisis=crisis_id)
        spoken = treaty.statements.get(crisis.challenger, -1) >= max(0, world.turn - world.rules.joint_words_turns)
        if pressed and not spoken and me in (crisis.target, first):
            yield motion("statement", crisis.challenger)
    for name in treaty.active:
        # It is for the one left alone to ask what is to become of the other, or for the first among them.
        if name != me and name in members and broken_calls(world, treaty_id, name, FRESH, "" if me == first else me):
            again = broken_calls(world, treaty_id, name, UNFORGOTTEN) > 1
            yield motion("expel" if again else "suspend", name)
    if _short(outlook):
        # What others have in their treasuries nobody sees: who is short asks.
        yield motion("fund", me, amount=1)
    for name in treaty.suspended:
        if name != me and name in world.nations and not _suspended_lately(outlook, treaty_id, name):
            # One or the other brings something: it is wanted back, or better gone.
            yield motion("lift", name)
            yield motion("expel", name)
    if me == first and world.turn % REVIEWED == 0 and _serves_nobody(outlook, treaty_id, members, weights):
        yield motion("dissolve")
    wanted = _barred(outlook, treaty_id, treaty, weights)
    if wanted:
        yield motion("waive", wanted)
    guards = any(clause.kind == "mutual_defence" for clause in treaty.clauses)
    if guards and me == first:
        weakest = min(members, key=lambda name: (outlook.table.secure(name), outlook.tie(name)))
        theatre = world.nations[weakest].home
        if outlook.table.feared(weakest) and plan_for(world, treaty_id, theatre, "armed_attack") is None:
            yield motion("plan", theatre=theatre)


def _beyond_the_letter(outlook: Outlook, treaty_id: str, treaty: Treaty, crisis: Crisis) -> bool:
    """Whether a case is none of those the treaty's pledges name, though it promises aid to the one that is pressed."""
    if any(call.treaty == treaty_id for call in crisis.calls):
        return False
    return in_case_of(treaty_id, treaty, crisis.target) and not any(
        isinstance(duty, Guard) and reading(outlook.world, duty, crisis).holds for duty in duties_of(treaty_id, treaty)
    )


def _serves_nobody(outlook: Outlook, treaty_id: str, members: list[str], weights: Weights) -> bool:
    """Whether an alliance brings none of its members anything that they would not have without it.

    One at a time: of two that each make the other superfluous, one is needed.
    """
    open_now = any(had.kind == "dissolve" and had.status == "open" for had in outlook.world.motions.values())
    return not open_now and all(worth_of(outlook, treaty_id, weights, name).total <= 0 for name in members)


def _suspended_lately(outlook: Outlook, treaty_id: str, name: str) -> bool:
    return any(
        had.treaty == treaty_id and had.kind == "suspend" and had.nation == name and had.status == "carried"
        for had in outlook.world.motions.values()
        if had.closed > outlook.world.turn - REMEMBERED
    )


def _short(outlook: Outlook) -> bool:
    """Whether this seat cannot meet its needs at home this turn, while it has something to fear."""
    nation = outlook.world.nations[outlook.seat]
    return nation.treasury < home_need(outlook.world.rules, nation) and bool(outlook.table.feared(outlook.seat))


def _barred(outlook: Outlook, treaty_id: str, treaty: Treaty, weights: Weights) -> str:
    """The nation this seat would most like beside it that only the creed keeps out, if it would come; else nobody."""
    world, me = outlook.world, outlook.seat
    outside = tuple(name for name in world.nations if name not in treaty.parties and name not in treaty.waived)
    barred = [name for name in beneath_creed(world, replace(treaty, parties=outside)) if name not in treaty.parties]
    wanted = max(barred, key=lambda name: (leaning(outlook, me, name, weights), outlook.tie(name)), default="")
    if not wanted or leaning(outlook, me, wanted, weights) <= 0:
        return ""
    theirs = value(outlook, wanted, among(treaty_id, treaty, (*treaty.parties, wanted)), outlook.weights_of(wanted))
    return wanted if theirs.total > 0 else ""


# -- what a motion is worth ---------------------------------------------------------------------------------


def appraised(outlook: Outlook, motion: Motion, weights: Weights, member: str = "") -> list[Term]:
    """What a motion is worth to this seat, or by its estimate to another member, as terms: whoever moved it."""
    me, who, treaty = member or outlook.seat, motion.nation, outlook.world.treaties[motion.treaty]
    match motion.kind:
        case "expel" if who in treaty.suspended:
            # What its coming back would bring is given up for good.
            back = _other_circle(outlook, motion, me, (*treaty.active, who), weights)
            return [replace(term, tenths=-term.tenths) for term in back]
        case "suspend" | "expel":
            return _other_circle(outlook, motion, me, tuple(one for one in treaty.active if one != who), weights)
        case "waive" | "lift":
            return _other_circle(outlook, motion, me, (*treaty.active, who), weights)
        case "dissolve":
            worth = worth_of(outlook, motion.treaty, weights, me).terms
            return [replace(term, tenths=-term.tenths) for term in worth]
        case "fund":
            if who == me:
                return [Term("receipts", tenths(motion.amount * (len(treaty.active) - 1) * weights.resource_once))]
            # A gift of one turn, weighed as a treaty of gifts between the two would be for its every turn.
            clause = CapacityBuilding(donor=me, amount=motion.amount)
            gift = Draft(title="-", parties=tuple(sorted((me, who))), clauses=(clause,))
            once = weights.resource_once / weights.resource
            return [
                replace(term, tenths=int(term.tenths * once * (weights.levy if term.name == "cost" else 1)))
                for term in value(outlook, me, gift, weights).terms
            ]
        case "statement":
            felt = outlook.hostility(who, me) - FEARED
            liked = max(0, outlook.trust(me, who)) / 10
            pressed = any(one.target == me and one.challenger == who for _, one in live_crises(outlook.world))
            return [
                Term("shared_threat", tenths(felt * 20 * (weights.denounce if felt > 0 else 1)), who),
                Term("trust", -tenths(liked), who),
                Term("security", 20 if pressed else 0),
            ]
        case "plan":
            fear = max(outlook.table.feared(name) for name in treaty.active if name in outlook.world.nations)
            return [Term("security", 10 if fear else 0)]
        case "invoke":
            crisis = outlook.world.crises[motion.crisis]
            if crisis.target == me:
                return [Term("security", 50)]
            rival = outlook.hostility(crisis.challenger, me) * outlook.weight_against(me, crisis.challenger)
            stake = rival * weights.crisis_denial * crisis.stakes / 40
            return [
                Term("denial", tenths(stake), crisis.target),
                Term("trust", tenths(outlook.trust(me, crisis.target) * weights.crisis_trust), crisis.target),
                Term("losses", -tenths(weights.crisis_losses / 10)),
            ]


def _other_circle(
    outlook: Outlook, motion: Motion, member: str, parties: tuple[str, ...], weights: Weights
) -> list[Term]:
    """What an alliance would be worth to a member among these, less what it is worth among those it has."""
    if len(parties) < 2:
        return []
    treaty = outlook.world.treaties[motion.treaty]
    then = weighed(outlook, motion.treaty, among(motion.treaty, treaty, parties), member, weights)
    now = weighed(outlook, motion.treaty, among(motion.treaty, treaty, treaty.active), member, weights)
    return less(then, now)
