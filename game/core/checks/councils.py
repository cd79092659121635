"""Reasons against charters, new texts of treaties, motions and votes."""

from game.core import acts
from game.core.accession import only_opens, takes_several
from game.core.charters import ABOUT_NATION, DUTY_KINDS, MOTION_KINDS, RULES_OF_DECISION, TASKS
from game.core.checks.common import initiative_problems
from game.core.councils import ABOUT_A_MEMBER, newcomers, plan_for, text_of, voters
from game.core.drafts import Draft
from game.core.options import in_case_of
from game.core.problems import Problem, illegal, invalid, stale
from game.core.record import replace
from game.core.world import State, Treaty


def charter_problems(world: State, draft: Draft) -> list[Problem]:
    """Every reason why a draft's charter does not stand."""
    charter = draft.charter
    if charter is None:
        return []
    found: list[Problem] = []
    if charter.rule not in RULES_OF_DECISION or charter.task not in TASKS:
        found.append(invalid("A charter names one of the known rules of decision and one of the known tasks."))
    if not -10 <= charter.creed <= 10:
        found.append(invalid("A creed is a regime score of -10 (none) to 10."))
    if charter.against in draft.parties:
        found.append(illegal("An alliance cannot be aimed at one of its own members."))
    elif charter.against and charter.against not in world.nations and charter.against not in world.others:
        found.append(invalid(f'There is no nation "{charter.against}".'))
    if charter.rule == "leader" and not charter.leader:
        found.append(illegal("A council that a leader decides names its leader."))
    if charter.rule != "leader" and charter.leader:
        found.append(illegal("A leader is named only where the leader decides."))
    for name, what in ((charter.leader, "leader"), (charter.seat, "seat")):
        if name and name not in draft.parties:
            found.append(illegal(f"The {what} of an alliance is one of its members."))
    for index, out in enumerate(charter.opt_outs):
        if out.party not in draft.parties:
            found.append(illegal("A caveat exempts one of the members."))
        if out.duty not in DUTY_KINDS:
            found.append(invalid("A caveat is from guard, consult, train or pay."))
        if out in charter.opt_outs[:index]:
            found.append(illegal("The same caveat stands twice."))
    return found


def amendment_problems(world: State, draft: Draft) -> list[Problem]:
    """Every reason why a draft cannot become the text of the treaty it amends."""
    if not draft.amends:
        return []
    treaty = world.treaties.get(draft.amends)
    if treaty is None:
        return [invalid(f'There is no treaty "{draft.amends}".')]
    if treaty.ended:
        return [stale(f"{treaty.title} ended in turn {treaty.ended}.")]
    if not treaty.in_force(world.turn):
        return [illegal(f"{treaty.title} is not in force yet.")]
    if treaty.coming is not None:
        opens = only_opens(world, treaty.coming) and only_opens(world, draft)
        if not opens or not takes_several(world, treaty):
            return [illegal(f"A new text of {treaty.title} has been signed this turn; it binds from the next.")]
        if any(name in treaty.coming.parties for name in newcomers(treaty, draft)):
            return [illegal(f"That {treaty.title} takes it in has been signed this turn; it binds from the next.")]
    found: list[Problem] = []
    if treaty.secret and draft.parties != treaty.parties:
        found.append(illegal("Nobody joins a secret treaty; a new text can first make it known."))
    if draft.secret and not treaty.secret:
        found.append(illegal("What is known cannot be made secret."))
    if any(name not in draft.parties for name in treaty.parties):
        found.append(illegal("A new text keeps the parties there are; one leaves by withdrawing, or is expelled."))
    if not draft.clauses:
        found.append(illegal("A new text needs at least one clause."))
    if treaty.charter is not None:
        if draft.charter is None:
            found.append(illegal("An alliance keeps a charter; its council can dissolve it."))
        if any(out.party not in draft.parties for out in treaty.charter.opt_outs):
            found.append(illegal("A caveat exempts one of the members."))
        for name in newcomers(treaty, draft):
            if not _meets_creed(world, treaty, name):
                found.append(illegal(f"{_name(world, name)} does not meet the creed; the council can waive it."))
    if replace(draft, payments=()) == text_of(draft.amends, treaty):
        found.append(illegal("The new text is the one in force."))
    return found


def _meets_creed(world: State, treaty: Treaty, name: str) -> bool:
    if treaty.charter is None or name not in world.nations or name in treaty.waived:
        return True
    return world.nations[name].regime >= treaty.charter.creed


def _name(world: State, name: str) -> str:
    words = world.nations[name].name
    return words[:1].upper() + words[1:]


def call_vote_problems(world: State, me: str, act: acts.CallVote) -> list[Problem]:
    """Reasons against putting a motion to a council."""
    treaty = world.treaties.get(act.treaty)
    if treaty is None:
        return [invalid(f'There is no treaty "{act.treaty}".')]
    if act.motion not in MOTION_KINDS:
        return [invalid("That is no kind of motion.")]
    if treaty.ended:
        return [stale(f"{treaty.title} ended in turn {treaty.ended}.")]
    if treaty.charter is None:
        return [illegal(f"{treaty.title} has no council: it is a treaty without a charter.")]
    if not treaty.in_force(world.turn):
        return [illegal(f"{treaty.title} is not in force yet.")]
    if me not in treaty.parties:
        return [illegal(f"This nation is not a party to {treaty.title}.")]
    if me in treaty.suspended:
        return [illegal("A suspended member moves nothing.")]
    if act.nation and act.nation not in world.nations:
        return [invalid(f'There is no nation "{act.nation}".')]
    found = _about(world, me, act, treaty)
    same = (act.treaty, act.motion, act.nation, act.crisis, act.theatre, act.threat)
    for motion in world.motions.values():
        if (motion.treaty, motion.kind, motion.nation, motion.crisis, motion.theatre, motion.threat) == same:
            if motion.status == "open":
                found.append(illegal("That motion is before the council already."))
            elif motion.status == "failed" and motion.closed == world.turn:
                found.append(illegal("The council has refused that this turn."))
    return found + initiative_problems(world, me, "Calling a vote")


def _about(world: State, me: str, act: acts.CallVote, treaty: Treaty) -> list[Problem]:
    """Reasons against what a motion is about."""
    found: list[Problem] = []
    if act.motion in ABOUT_NATION and not act.nation:
        return [invalid("The motion names the nation it is about.")]
    match act.motion:
        case "suspend" | "expel" | "lift":
            if act.nation not in treaty.parties:
                found.append(illegal("The motion is about a member."))
            elif act.nation == me:
                found.append(illegal("Nobody moves this about itself."))
            elif act.motion == "suspend" and act.nation in treaty.suspended:
                found.append(illegal("That member is suspended already."))
            elif act.motion == "lift" and act.nation not in treaty.suspended:
                found.append(illegal("That member is not suspended."))
            elif act.motion != "lift" and len([name for name in treaty.active if name != act.nation]) < 2:
                found.append(illegal("Of two members neither can put the other out; one can withdraw."))
        case "fund":
            if act.nation not in treaty.active:
                found.append(illegal("What members pay goes to a member."))
            if not 1 <= act.amount <= world.rules.fund_most:
                found.append(invalid(f"Each member pays 1 to {world.rules.fund_most} RP."))
        case "statement":
            if act.nation in treaty.parties:
                found.append(illegal("A joint statement is made toward a nation outside."))
            elif treaty.secret:
                found.append(illegal("A secret alliance does not speak in public."))
            elif treaty.statements.get(act.nation, -1) == world.turn:
                found.append(illegal("The members have spoken to that nation this turn."))
        case "waive":
            if act.nation in treaty.parties or _meets_creed(world, treaty, act.nation):
                found.append(illegal("There is nothing to waive for that nation."))
        case "plan":
            if act.theatre not in world.theatres:
                found.append(invalid(f'There is no theatre "{act.theatre}".'))
            elif plan_for(world, act.treaty, act.theatre, act.threat) is not None:
                found.append(illegal("There is a plan for that already."))
        case "invoke":
            crisis = world.crises.get(act.crisis)
            if crisis is None:
                return [invalid(f'There is no case "{act.crisis}".')]
            if crisis.stage != "open":
                found.append(stale("That case is not open."))
            elif crisis.target not in treaty.active or crisis.challenger in treaty.parties:
                found.append(illegal("The council judges cases pressed on a member from outside."))
            elif any(call.treaty == act.treaty for call in crisis.calls):
                found.append(illegal(f"{treaty.title} has been invoked already."))
            elif not in_case_of(act.treaty, treaty, crisis.target):
                found.append(illegal(f"{treaty.title} promises no aid to that member."))
        case "dissolve":
            pass  # it needs nothing named
    return found


def vote_problems(world: State, me: str, act: acts.Vote) -> list[Problem]:
    """Reasons against a vote."""
    motion = world.motions.get(act.motion)
    if motion is None:
        return [invalid(f'There is no motion "{act.motion}".')]
    if act.choice not in ("for", "against", "abstain"):
        return [invalid("A vote is for, against, or an abstention.")]
    if motion.status != "open":
        return [stale(f"That motion has been {'carried' if motion.status == 'carried' else 'lost'}.")]
    if me not in voters(world, motion):
        about = motion.kind in ABOUT_A_MEMBER and motion.nation == me
        return [illegal("A member has no vote about itself." if about else "This nation has no vote in that council.")]
    if motion.by == me:
        return [illegal("Who moves a motion has voted for it.")]
    if me in motion.votes:
        return [illegal("This nation has voted on that motion.")]
    return []
