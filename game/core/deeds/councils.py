"""What motions do when they are carried, and how new texts of treaties are agreed."""

from game.core import acts
from game.core.charters import Motion, Plan
from game.core.checks.councils import amendment_problems
from game.core.councils import dissenters, motion_decided, plan_for, rehearsal, text_decided, voters
from game.core.crises import Call
from game.core.deeds.backing import enter_backing
from game.core.drafts import Draft
from game.core.duties import Guard
from game.core.triggers import duties_of, reading
from game.core.turn import Turn
from game.core.world import State


def call_vote(turn: Turn, who: str, act: acts.CallVote) -> None:
    """Put a motion to a council; a leader's or a majority's word may decide it at once."""
    turn.use_initiative(who, "call_vote")
    motion = Motion(
        kind=act.motion, treaty=act.treaty, by=who, opened=turn.turn, nation=act.nation, crisis=act.crisis,
        theatre=act.theatre, threat=act.threat, amount=act.amount,
    )  # fmt: skip
    motion_id = turn.call_vote(who, motion)
    turn.explain(who, act.because, motion_id, "call_vote")
    settle_motion(turn, motion_id)


def cast(turn: Turn, who: str, act: acts.Vote) -> None:
    """A member votes, which may settle the matter."""
    turn.vote(who, act.motion, act.choice)
    turn.explain(who, act.because, act.motion, f"vote_{act.choice}")
    settle_motion(turn, act.motion)


def councils_close(turn: Turn) -> None:
    """The turn's talks close: silence is agreement, consensus is found or waited for, the rest falls."""
    for motion_id, motion in list(turn.motions.items()):
        if motion.status == "open":
            settle_motion(turn, motion_id, last=True)
    for thread_id, thread in list(turn.threads.items()):
        if thread.status == "open" and thread.latest.draft.amends:
            agree_text(turn, thread_id, last=True)


def settle_motion(turn: Turn, motion_id: str, last: bool = False) -> None:
    """Close a motion that its council has decided, and do what it says."""
    motion, world = turn.motions[motion_id], turn.world()
    found = motion_decided(world, motion, last)
    if found is None:
        return
    # Who was entitled and said nothing until the end has not voted for it; who was not waited for is excused.
    stood = {name: motion.votes.get(name) == "for" for name in voters(world, motion) if last or name in motion.votes}
    enter_backing(turn, "motion", motion.by, motion.kind, stood, motion_id)
    if not found or moot(world, motion):
        turn.close_motion(motion_id, "failed")
        return
    against = tuple(name for name in voters(world, motion) if motion.votes.get(name) == "against")
    turn.close_motion(motion_id, "carried")
    overrule(turn, motion.treaty, against, motion_id)
    carry_out(turn, motion)


def moot(world: State, motion: Motion) -> bool:
    """Whether what a motion is about is no longer so."""
    treaty = world.treaties[motion.treaty]
    left = [name for name in treaty.active if name != motion.nation]
    match motion.kind:
        case "suspend":
            return motion.nation not in treaty.active or len(left) < 2
        case "lift":
            return motion.nation not in treaty.suspended
        case "expel":
            return motion.nation not in treaty.parties or len(left) < 2
        case "fund":
            return motion.nation not in treaty.active
        case "statement" | "waive":
            return motion.nation in treaty.parties
        case "invoke":
            crisis = world.crises[motion.crisis]
            called = any(call.treaty == motion.treaty for call in crisis.calls)
            return crisis.stage != "open" or crisis.target not in treaty.active or called
        case "plan":
            return plan_for(world, motion.treaty, motion.theatre, motion.threat) is not None
        case "dissolve":
            return False


def overrule(turn: Turn, treaty_id: str, against: tuple[str, ...], about: str) -> None:
    """Members bound by what they voted against: it is remembered, and felt at home."""
    if against:
        turn.note_outvoted(treaty_id, against, about)
        for name in against:
            turn.shift_support(name, turn.rules.support_outvoted, "outvoted", treaty_id)


def carry_out(turn: Turn, motion: Motion) -> None:
    """Do what a carried motion says. What it makes members pay falls due next turn."""
    treaty = motion.treaty
    match motion.kind:
        case "invoke":
            invoke_by_vote(turn, motion.crisis, treaty)
        case "plan":
            turn.agree_plan(treaty, Plan(motion.theatre, motion.threat, turn.turn))
        case "statement":
            turn.speak_jointly(treaty, motion.nation)
            for name in turn.treaties[treaty].active:
                turn.provoke(motion.nation, name, turn.rules.provoked_joint_words, "statement", treaty)
        case "suspend" | "expel":
            for name, choice in motion.votes.items():
                if choice == "for":
                    turn.shift_trust(motion.nation, name, turn.rules.trust_expelled, "left", treaty)
            if motion.kind == "suspend":
                turn.suspend(treaty, motion.nation)
            else:
                turn.expel(treaty, motion.nation)
        case "lift":
            turn.restore(treaty, motion.nation)
        case "waive":
            turn.waive_creed(treaty, motion.nation)
        case "dissolve":
            turn.end_treaty(treaty, "dissolved")
        case "fund":
            pass  # it falls due with next turn's other payments


def invoke_by_vote(turn: Turn, crisis_id: str, treaty_id: str) -> None:
    """The council has found that this is the case it meant, whatever the letter says: every Guard is due."""
    table, crisis = turn.table(), turn.crises[crisis_id]
    calls = tuple(
        Call(treaty_id, duty.by, duty.automaticity, table.earmarked(duty))
        for duty in duties_of(treaty_id, turn.treaties[treaty_id])
        if isinstance(duty, Guard) and crisis.target in duty.wards
    )
    turn.invoke(crisis_id, treaty_id, calls)
    try_plan(turn, crisis_id, treaty_id)


def try_plan(turn: Turn, crisis_id: str, treaty_id: str) -> None:
    """A plan that was never practised is found wanting when it is needed: half of it must be thrown away."""
    world, crisis = turn.world(), turn.crises[crisis_id]
    plan = plan_for(world, treaty_id, crisis.theatre, world.kinds[crisis.kind].threat)
    if plan is not None and rehearsal(world, plan) < turn.rules.plan_rehearsed:
        turn.rehearse(treaty_id, f"{plan.theatre}/{plan.threat}", rehearsal(world, plan) // 2, "found_wanting")


def plans_ready(turn: Turn, crisis_id: str) -> tuple[str, ...]:
    """Alliances whose rehearsed plan is for this case, and which have not been called yet."""
    world, crisis = turn.world(), turn.crises[crisis_id]
    called = [call.treaty for call in crisis.calls]
    found: list[str] = []
    for treaty_id in world.plans:
        treaty = world.treaties[treaty_id]
        if treaty_id in called or not treaty.in_force(world.turn):
            continue
        plan = plan_for(world, treaty_id, crisis.theatre, world.kinds[crisis.kind].threat)
        if plan is None or rehearsal(world, plan) < turn.rules.plan_rehearsed:
            continue
        if any(isinstance(duty, Guard) and reading(world, duty, crisis).holds for duty in duties_of(treaty_id, treaty)):
            found.append(treaty_id)
    return tuple(found)


def can_pay(turn: Turn, draft: Draft) -> bool:
    """Whether every payer of a draft could pay it today."""
    owed: dict[str, int] = {}
    for payment in draft.payments:
        owed[payment.payer] = owed.get(payment.payer, 0) + payment.amount
    return all(turn.nations[name].treasury >= amount for name, amount in owed.items())


def agree_text(turn: Turn, thread_id: str, last: bool = False) -> None:
    """Sign a new text of a treaty once everybody it needs has agreed to it."""
    world, thread = turn.world(), turn.threads[thread_id]
    draft = thread.latest.draft
    if amendment_problems(world, draft) or not text_decided(world, thread, last):
        return
    if not can_pay(turn, draft):
        turn.close_thread(thread_id, "lapsed")
        return
    before = turn.treaties[draft.amends].parties
    turn.sign_text(thread_id, draft)
    for payment in draft.payments:
        turn.pay(payment.payer, payment.payee, payment.amount, thread_id, draft.parties if draft.secret else None)
    refused = dissenters(thread)
    overrule(turn, draft.amends, tuple(name for name in before if name in refused), thread_id)
    for holder in thread.latest.agreed:
        for other in thread.latest.agreed:
            if other != holder and not (holder in before and other in before):
                turn.shift_trust(holder, other, turn.rules.trust_signed, "signed", thread_id)
