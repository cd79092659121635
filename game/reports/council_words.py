"""Alliances in words: charters, cohesion, plans, motions and how councils decide."""

from collections.abc import Sequence

from game.core.charters import Charter, Choice, DecisionRule, DutyKind, Motion, MotionKind, Plan, Task
from game.core.councils import rehearsal, voters
from game.core.duties import THREAT_WORDS
from game.core.rules import Rules
from game.core.world import State, Treaty
from game.reports.grammar import counted, figure, listing, number, sentence_of
from game.reports.words import crisis_name, name, names, rp, theatre

RULE_WORDS: dict[DecisionRule, str] = {
    "consensus": "by consensus",
    "silence": "by silence, which is agreement",
    "qualified": "by two thirds",
    "majority": "by majority",
    "weighted": "by majority, votes weighed by capability",
    "leader": "by its leader's word",
}
RULE_MEANS: dict[DecisionRule, str] = {
    "consensus": "Nothing is decided while one objects; a motion closes with the turn's talks once all have spoken.",
    "silence": "What nobody objects to before the turn's talks close is decided.",
    "qualified": "Two thirds of the members decide at once; the others are bound.",
    "majority": "More than half of the members decide at once; the others are bound.",
    "weighted": "Members that hold more than half of all capability decide at once; the others are bound.",
    "leader": "The leader's vote decides at once; the others are bound, and mind it.",
}
TASK_WORDS: dict[Task, str] = {
    "defence": "defence against whomever its members fear most",
    "order": "order among its members",
    "relief": "relief of its members in need",
}
DUTY_KIND_WORDS: dict[DutyKind, str] = {
    "guard": "coming to aid",
    "consult": "taking counsel",
    "train": "exercises",
    "pay": "payments",
}
MOTION_WORDS: dict[MotionKind, str] = {
    "invoke": "call for aid",
    "fund": "common contribution",
    "plan": "contingency plan",
    "statement": "joint statement",
    "suspend": "suspension",
    "lift": "end of a suspension",
    "expel": "expulsion",
    "waive": "waiver of the creed",
    "dissolve": "dissolution",
}
CHOICE_WORDS: dict[Choice, str] = {"for": "in favour", "against": "against", "abstain": "to abstain"}


def creed_words(creed: int) -> str:
    """A creed as a sentence's end; empty when it asks for nothing."""
    if creed <= -10:
        return ""
    kind = "democracies" if creed >= 6 else "governments that answer to somebody" if creed > 0 else "governments"
    return f"for {kind} (regime score {figure(creed)} or more)"


def aim_words(world: State, charter: Charter) -> str:
    """What the members are together for."""
    if charter.against:
        return f"to hold {name(world, charter.against)}"
    return f"for {TASK_WORDS[charter.task]}"


def charter_short(world: State, charter: Charter) -> str:
    """A charter within a sentence: "a council that decides by consensus, to hold the Soviet Union"."""
    rule = RULE_WORDS[charter.rule]
    if charter.rule == "leader" and charter.leader:
        rule = f"by the word of {name(world, charter.leader)}"
    parts = [f"a council that decides {rule}", aim_words(world, charter)]
    if creed_words(charter.creed):
        parts.append(creed_words(charter.creed))
    return ", ".join(parts)


def charter_lines(world: State, charter: Charter) -> tuple[str, ...]:
    """A charter in full, one sentence a line."""
    lines = [sentence_of(f"it has {charter_short(world, charter)}"), RULE_MEANS[charter.rule]]
    if charter.seat:
        lines.append(sentence_of(f"its seat is in {name(world, charter.seat)}"))
    for out in charter.opt_outs:
        lines.append(sentence_of(f"{name(world, out.party)} is exempt from {DUTY_KIND_WORDS[out.duty]}"))
    return tuple(lines)


def standing_lines(world: State, treaty_id: str, treaty: Treaty) -> tuple[str, ...]:
    """What a council has made of an alliance so far: suspensions, waivers, words spoken, plans."""
    lines: list[str] = []
    if treaty.suspended:
        lines.append(sentence_of(f"its duties rest toward {names(world, treaty.suspended)}"))
    if treaty.waived:
        lines.append(sentence_of(f"the creed is waived for {names(world, treaty.waived)}"))
    fresh = [
        other for other, turn in treaty.statements.items() if turn >= max(0, world.turn - world.rules.joint_words_turns)
    ]
    if fresh:
        lines.append(sentence_of(f"its members have lately spoken with one voice to {names(world, fresh)}"))
    lines += [sentence_of(f"there is {plan_text(world, plan)}") for plan in world.plans.get(treaty_id, {}).values()]
    if treaty.coming is not None:
        lines.append("A new text has been signed and binds from the end of this turn.")
    return tuple(lines)


def plan_text(world: State, plan: Plan) -> str:
    """A plan with its state: "a plan against armed attack in Northern Europe, rehearsed 60 of 100"."""
    now = rehearsal(world, plan)
    ready = "answers in the first round" if now >= world.rules.plan_rehearsed else "not ready"
    return f"{plan_phrase(world, plan.theatre, plan.threat)}, rehearsed {figure(now)} of 100 ({ready})"


def plan_phrase(world: State, where: str, threat: str) -> str:
    """What a plan is for."""
    kind = next((words for key, words in THREAT_WORDS.items() if key == threat), threat.replace("_", " "))
    return f"a plan against {kind} in {theatre(world, where)}" if where else f"a plan against {kind}"


def motion_text(world: State, motion: Motion) -> str:
    """What a motion asks, as the object of "moved"."""
    who = name(world, motion.nation) if motion.nation else "nobody"
    match motion.kind:
        case "invoke":
            return f"that {crisis_name(world, motion.crisis)} is the case the alliance means"
        case "fund":
            return f"that each member pays {who} {rp(motion.amount)}"
        case "plan":
            return plan_phrase(world, motion.theatre, motion.threat)
        case "statement":
            return f"a joint statement toward {who}"
        case "suspend":
            return f"that the alliance's duties rest toward {who}"
        case "lift":
            return f"that the alliance's duties toward {who} bind again"
        case "expel":
            return f"that {who} is expelled"
        case "waive":
            return f"that the creed is waived for {who}"
        case "dissolve":
            return "that the alliance is dissolved"


def votes_text(world: State, motion: Motion, members: Sequence[str] | None = None) -> str:
    """How the members have voted so far, in words; once it is decided, also who never did, of those who were
    `members` then where that is known."""
    said: list[str] = []
    for choice, words in (("for", "for it"), ("against", "against it"), ("abstain", "abstaining")):
        voted = [member for member, cast in motion.votes.items() if cast == choice]
        if voted:
            said.append(f"{words}: {names(world, voted)}")
    asked = [member for member in voters(world, motion) if members is None or member in members]
    silent = [member for member in asked if member not in motion.votes]
    if silent and motion.status != "open":
        said.append(f"silent: {names(world, silent)}")
    return listing(said, "and") if len(said) < 2 else "; ".join(said)


def motion_means(rules: Rules, kind: MotionKind) -> str:
    """What a carried motion of this kind does, with its numbers, as sentences."""
    match kind:
        case "invoke":
            return (
                "Every guarantee in it is due in that case, whatever the letter says. Who stays away breaks its word."
            )
        case "fund":
            return "Each other member pays it next turn. Who withholds it breaks its word."
        case "plan":
            return (
                f"It begins at 0 and is worth what exercises there make of it. From {figure(rules.plan_rehearsed)} on "
                f"it answers in the first round by itself, and it adds up to {figure(rules.plan_bonus)} to how well "
                "members fight together there."
            )
        case "statement":
            turns = counted(rules.joint_words_turns, "turn")
            return (
                f"For {turns} after this one, challenging a member costs {figure(rules.joint_words_cost)} points more. "
                f"It provokes the nation spoken to by {figure(rules.provoked_joint_words)} a member; a member that "
                f"then breaks a call loses {figure(-rules.joint_words_audience)} support besides."
            )
        case "suspend" | "expel":
            rests = (
                "Nothing is owed to it or by it until the council lifts this."
                if kind == "suspend"
                else ("It is out at once.")
            )
            return f"{rests} Its trust falls by {number(-rules.trust_expelled)} in each that votes for it."
        case "lift":
            return "The alliance binds and covers it again at once."
        case "waive":
            return "It may be invited though it does not meet the creed; its accession needs a text of its own."
        case "dissolve":
            return "The treaty ends at once. Its plans pass at half to a next alliance of most of its members."


def closing_text(world: State, motion: Motion) -> str:
    """When an open motion is decided, as a sentence."""
    charter = world.treaties[motion.treaty].charter
    match charter.rule if charter is not None else "consensus":
        case "consensus" if motion.opened < world.turn:
            return "Its last turn: it closes with this turn's talks, and falls if anybody's word is missing."
        case "consensus":
            return "It closes with this turn's talks once all have spoken; if a word is missing it waits one turn more."
        case "silence":
            return "It closes with this turn's talks, and is carried unless somebody has objected."
        case "leader":
            return "The leader's vote decides it; without that it falls when this turn's talks close."
        case "qualified" | "majority" | "weighted":
            return "It is decided as soon as the votes suffice, and falls if they do not when this turn's talks close."
