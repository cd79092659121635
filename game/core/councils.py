"""How councils decide: who votes, with what weight, and when a motion or a new text is carried or fails."""

from collections.abc import Iterable

from game.core.arith import divide, faded
from game.core.charters import Charter, Motion, Plan, plan_key
from game.core.drafts import Draft, Thread
from game.core.duties import ThreatKind
from game.core.record import replace
from game.core.rules import Rules
from game.core.world import State, Treaty

ABOUT_A_MEMBER = ("suspend", "lift", "expel")
"""Motions on which the member they are about has no vote."""


def chartered(world: State, treaty_id: str) -> tuple[Treaty, Charter] | None:
    """A treaty in force with its charter; None when there is no such alliance."""
    treaty = world.treaties.get(treaty_id)
    if treaty is None or treaty.charter is None or not treaty.in_force(world.turn):
        return None
    return treaty, treaty.charter


def alliances_of(world: State, nation: str) -> tuple[tuple[str, Treaty, Charter], ...]:
    """Chartered treaties in force to which a nation is party."""
    return tuple(
        (name, treaty, treaty.charter)
        for name, treaty in world.treaties.items()
        if treaty.charter is not None and nation in treaty.parties and treaty.in_force(world.turn)
    )


def voters(world: State, motion: Motion) -> tuple[str, ...]:
    """Members that vote on a motion: neither the suspended nor the one it would suspend, restore or expel."""
    treaty = world.treaties[motion.treaty]
    apart = motion.nation if motion.kind in ABOUT_A_MEMBER else ""
    return tuple(name for name in treaty.active if name != apart)


def decided(
    world: State, charter: Charter, members: Iterable[str], yes: Iterable[str], no: Iterable[str], last: bool
) -> bool | None:
    """What a council's rule makes of votes: carried, failed, or None while that is open.

    `last` at the moment when the turn's talks close. Consensus is left to the caller's patience: it asks for
    everybody's word, and a word against is the end of it.
    """
    entitled, against = tuple(members), tuple(no)
    agreed = tuple(name for name in yes if name in entitled)
    match charter.rule:
        case "consensus" | "silence":
            if against:
                return False
            if len(agreed) == len(entitled):
                return True
            return True if last and agreed and charter.rule == "silence" else None
        case "leader" if charter.leader in entitled:
            if charter.leader in agreed:
                return True
            return False if last or charter.leader in against else None
        case "qualified":
            parts, of = 2, 3
        case "majority" | "weighted" | "leader":
            parts, of = 1, 2
    weigh = charter.rule == "weighted"

    def heft(names: Iterable[str]) -> int:
        return sum(max(1, world.nations[name].potential) if weigh else 1 for name in names)

    whole, more = heft(entitled), heft(agreed)
    # Two thirds will do for a qualified majority; half is not a majority.
    enough = more * of >= whole * parts if of == 3 else more * of > whole * parts
    if enough:
        return True
    left = whole - heft(against)
    possible = left * of >= whole * parts if of == 3 else left * of > whole * parts
    return False if last or not possible else None


def motion_decided(world: State, motion: Motion, last: bool) -> bool | None:
    """Whether a motion is carried, has failed, or is open still.

    Consensus is slow: it is found when the turn's talks close and every member has spoken, none of them against; one
    that waits for somebody's word stands over to the next turn, once.
    """
    treaty, charter = world.treaties[motion.treaty], world.treaties[motion.treaty].charter
    if charter is None or not treaty.in_force(world.turn):
        return False
    members = voters(world, motion)
    yes = tuple(name for name in members if motion.votes.get(name) == "for")
    no = tuple(name for name in members if motion.votes.get(name) == "against")
    if charter.rule != "consensus":
        return decided(world, charter, members, yes, no, last)
    if no:
        return False
    if not last:
        return None
    if all(name in motion.votes for name in members):
        return True
    return False if motion.opened < world.turn else None


def dissenters(thread: Thread) -> tuple[str, ...]:
    """Who has refused the text on the table and has not thought better of it."""
    latest = thread.latest
    return tuple(refusal.nation for refusal in latest.refusals if refusal.nation not in latest.agreed)


def text_decided(world: State, thread: Thread, last: bool) -> bool | None:
    """Whether an amendment or accession is agreed: by the council's rule among the members, by every newcomer, and by
    whoever pays for it. A plain treaty needs everybody."""
    latest = thread.latest
    draft = latest.draft
    treaty = world.treaties[draft.amends]
    refused = dissenters(thread)
    inside = treaty.active if treaty.charter is not None else treaty.parties
    must = [*newcomers(treaty, draft), *(payment.payer for payment in draft.payments)]
    willing = all(name in latest.agreed for name in must)
    if treaty.charter is None:
        return True if willing and all(name in latest.agreed for name in inside) else None
    found = decided(world, treaty.charter, inside, latest.agreed, [name for name in refused if name in inside], last)
    return found if willing else None


def beneath_creed(world: State, treaty: Treaty) -> tuple[str, ...]:
    """Members whose regime does not meet the creed."""
    if treaty.charter is None:
        return ()
    creed = treaty.charter.creed
    return tuple(name for name in treaty.parties if name in world.nations and world.nations[name].regime < creed)


def rehearsal(world: State, plan: Plan) -> int:
    """How well a plan is rehearsed today, 0-100: what is not practised is forgotten."""
    return faded(plan.rehearsal, world.turn - plan.practised, world.rules.plan_keeps)


def plan_for(world: State, treaty_id: str, theatre: str, threat: ThreatKind) -> Plan | None:
    """The plan a treaty has for a threat of this kind in this theatre, as far as this world knows."""
    return world.plans.get(treaty_id, {}).get(plan_key(theatre, threat))


def least_rehearsed(world: State, treaty_id: str) -> str:
    """The theatre of the plan that needs practice most; empty where there is none."""
    plans = world.plans.get(treaty_id, {})
    return min(plans.values(), key=lambda plan: rehearsal(world, plan)).theatre if plans else ""


def legacy(world: State, draft: Draft) -> dict[str, Plan]:
    """Plans that a new alliance has from those its members had before: at half their rehearsal.

    An alliance that has ended leaves its plans to a next one that most of its last members belong to.
    """
    found: dict[str, Plan] = {}
    for treaty_id, plans in world.plans.items():
        treaty = world.treaties[treaty_id]
        if treaty.ended:
            together = sum(1 for name in treaty.parties if name in draft.parties)
            if together >= 2 and 2 * together > len(treaty.parties):
                for key, plan in plans.items():
                    half = divide(rehearsal(world, plan), 2)
                    if key not in found or half > found[key].rehearsal:
                        found[key] = Plan(plan.theatre, plan.threat, world.turn, half, world.turn)
    return found


def levies_due(world: State, name: str) -> tuple[tuple[str, Motion], ...]:
    """What councils voted last turn that a nation pays another member this turn."""
    return tuple(
        (key, motion)
        for key, motion in world.motions.items()
        if motion.kind == "fund"
        and motion.status == "carried"
        and motion.closed == world.turn - 1
        and name != motion.nation
        and name in world.treaties[motion.treaty].active
    )


def rule_price(rules: Rules, charter: Charter, nation: str) -> int:
    """Autonomy that a council's rule costs a member: what others can decide over its head."""
    match charter.rule:
        case "consensus":
            return 0
        case "silence":
            return rules.autonomy_silence
        case "qualified":
            return rules.autonomy_qualified
        case "majority" | "weighted":
            return rules.autonomy_majority
        case "leader":
            return 0 if nation == charter.leader else rules.autonomy_leader


def without(treaty: Treaty, who: str) -> Treaty:
    """A treaty that one party has left: its charter no longer names it."""
    charter = treaty.charter
    if charter is not None:
        led = charter.rule == "leader" and charter.leader == who
        charter = replace(
            charter,
            # A council that has lost its leader decides by majority.
            rule="majority" if led else charter.rule,
            leader="" if led else charter.leader,
            seat="" if charter.seat == who else charter.seat,
            opt_outs=tuple(out for out in charter.opt_outs if out.party != who),
        )
    return replace(
        treaty,
        parties=tuple(name for name in treaty.parties if name != who),
        suspended=tuple(name for name in treaty.suspended if name != who),
        leaving={name: free for name, free in treaty.leaving.items() if name != who},
        charter=charter,
    )


def signatories(treaty: Treaty) -> tuple[str, ...]:
    """Who signed a treaty, or the new text of it that waits."""
    return treaty.coming.parties if treaty.coming is not None else treaty.parties


def with_text(treaty: Treaty, draft: Draft) -> Treaty:
    """A treaty as it is once a new text has taken the place of the old one."""
    return replace(
        treaty,
        title=draft.title,
        parties=draft.parties,
        clauses=draft.clauses,
        duration=draft.duration,
        notice=draft.notice,
        secret=draft.secret,
        charter=draft.charter,
        # What all the world knows nobody need have found out; nobody joins what is secret.
        finders=treaty.finders if draft.secret else (),
        coming=None,
        lobbied={},
    )


def text_of(treaty_id: str, treaty: Treaty) -> Draft:
    """The text of a treaty in force, as the draft of a new one would begin."""
    return Draft(
        title=treaty.title,
        parties=treaty.parties,
        clauses=treaty.clauses,
        duration=treaty.duration,
        notice=treaty.notice,
        secret=treaty.secret,
        charter=treaty.charter,
        amends=treaty_id,
    )


def newcomers(treaty: Treaty, draft: Draft) -> tuple[str, ...]:
    """Parties of a new text of a treaty that are not yet its own."""
    return tuple(name for name in draft.parties if name not in treaty.parties)
