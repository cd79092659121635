"""Courtesies: thanks, reproaches, condolences and congratulations between governments that have business together.

They are plain words: free, binding nobody and moving no number. A mind keeps nothing, so a courtesy goes out with the
first draft a nation opens in a turn, at most one; whether one was opened stands in the view.
"""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from game.ai.leaving import worth_of
from game.ai.outlook import Outlook
from game.core import acts
from game.core.beliefs import breakers
from game.core.dice import dice
from game.core.relations import trust
from game.core.terms import TermName
from game.core.world import ReasonKind, State, pair_of

Moment: TypeAlias = Literal[
    "stood_by",
    "let_down",
    "struck_by_fate",
    "relieved",
    "spoke_up",
    "came_unbidden",
    "carried_words",
    "held",
    "fell_short",
    "refused_home",
]
"""What calls for a word."""

FRIEND = 15
"""Trust from which a nation is told of one's sympathy, and of one's joy though no treaty binds the two."""

_OF_REASON: dict[ReasonKind, Moment] = {
    "broke_guard": "let_down",
    "kept_guard": "stood_by",
    "relieved": "relieved",
    "supported": "spoke_up",
    "mediated": "carried_words",
    "not_ratified": "refused_home",
    "broke_duty": "fell_short",
}
"""What another did last turn that is answered in words, what weighs most first."""

STAYING: dict[TermName, tuple[str, str]] = {
    "security": ("it is safer with it than without", "with {about} there it is safer than without"),
    "shared_threat": (
        "what threatens the one threatens the other",
        "{about} threatens the one as it threatens the other",
    ),
    "denial": ("a rival would be glad to see it go", "a rival would be glad to see {about} left alone"),
    "trust": ("one day does not undo what went before", "one day does not undo what {about} did before"),
    "fellowship": ("free governments must hang together", "free governments must hang together"),
    "affinity": ("the two are of one mind in what matters", "it is of one mind with {about} in what matters"),
    "receipts": ("it brings what it cannot spare", "it cannot spare what it brings"),
    "aim_security": ("it is as safe as it means to be with it alone", "beside {about} it is as safe as it means to be"),
    "objective": ("its own aims ask for it", "its aims with {about} ask for it"),
}
"""Why a broken treaty is kept, in a sentence after a colon: alone, and about a nation."""
BODIES: dict[Moment, tuple[str, ...]] = {
    "stood_by": (
        "When {matter} came to a head, {you} came; {me} has taken note of it, and so has everybody else",
        "The pledge that {you} gave has been kept in {matter}, and {me} will not need to be reminded of it",
        "Our thanks to {you} for standing by {me} in {matter}",
    ),
    "let_down": (
        "In {matter} {me} looked for {you} and found an empty chair; nothing of that kind will be signed lightly again",
        "The pledge of {you} was called in {matter} and was not kept; {me} draws its conclusions",
        "We had the word of {you} for such a day as {matter}, and it did not hold; {me} asks what it is worth tomorrow",
    ),
    "struck_by_fate": (
        "The people of {you} have the sympathy of {me} after {matter}; tell us what is needed first",
        "{me} has learnt with concern of {matter}; whatever {you} asks for first will be considered first",
        "{me} asks {you} what is needed most after {matter}, and where it should be sent",
        "News of {matter} has reached {me}; our thoughts are with {you}, and our offices are open at night",
        "For all whom {matter} has hit hardest {me} sends {you} its sympathy",
    ),
    "relieved": (
        "What {you} sent after {matter} arrived when it was needed; {me} is grateful",
        "Our thanks to {you} for its help after {matter}, which people in {me} have seen with their own eyes",
        "After {matter} help came from {you} before it was asked for twice; {me} will remember who sent it",
    ),
    "spoke_up": (
        "The voice of {you} in {matter} was heard, and was owed to nobody; {me} thanks you for it",
        "{you} spoke for {me} in {matter} without being bound to; that is noted with thanks",
        "For its support in {matter} {you} has the thanks of {me}",
    ),
    "came_unbidden": (
        "{you} came to the side of {me} in {matter} though no promise bound it; that is not forgotten",
        "{me} thanks {you} for the forces it sent in {matter}, and notes that nobody could have called for them",
        "In {matter} {you} did not ask what it owed; {me} thanks it for coming",
    ),
    "carried_words": (
        "Without the good offices of {you} {matter} would have gone on; {me} is obliged to you",
        "{me} thanks {you} for carrying words between us in {matter}",
        "That {matter} has ended at a table is the merit of {you}, and {me} says so gladly",
    ),
    "held": (
        "{me} congratulates {you} on its firmness in {matter}",
        "That {you} held its ground in {matter} has been read in {me} with relief",
        "Our congratulations to {you}: {matter} has ended as {me} hoped it would",
    ),
    "fell_short": (
        "What {you} owed us last season was not done; {me} asks for no explanation, and expects no repetition",
        "{me} has to remind {you} of a promise that fell due and was let go by",
        "A small promise of {you} was not kept; {me} would sooner say so now than count it later",
    ),
    "refused_home": (
        "That {you} could not carry at home what it signed with us is regretted in {me}",
        "{me} had counted on the signature of {you}, and learns that its country did not",
        "The vote in {you} ends for the time being what you and {me} had begun; the draft is in our drawer",
    ),
}
"""What is said, by moment."""


def courtesy(outlook: Outlook) -> tuple[acts.Message, ...]:
    """At most one message: for the weightiest thing another did to this nation last turn, or what befell a friend."""
    world, me = outlook.world, outlook.seat
    if any(thread.by == me and thread.opened == world.turn for thread in world.threads.values()):
        return ()
    found = next(_occasions(outlook), None)
    if found is None:
        return ()
    moment, you, about = found
    said = words(world, moment, me, you, about)
    return (acts.Message(to=(you,), text=f"{said} {stays(outlook, you)}".strip() if moment == "let_down" else said),)


def stays(outlook: Outlook, you: str) -> str:
    """Why one who was left alone remains bound to the breaker: what the treaty is worth as it stands, in a sentence.

    Empty where no treaty that was broken binds the two any more, or nothing named here speaks for staying.
    """
    world, me = outlook.world, outlook.seat
    for treaty_id, treaty in world.treaties.items():
        bound = you in treaty.parties and treaty.in_force(world.turn) and not {me, you} & set(treaty.leaving)
        if not bound or me not in treaty.parties or you not in breakers(world, treaty_id, me):
            continue
        why = max(worth_of(outlook, treaty_id).terms, key=lambda term: term.tenths, default=None)
        if why is not None and why.tenths > 0 and why.name in STAYING:
            about = world.nations[why.about].name if why.about in world.nations else ""
            alone, named = STAYING[why.name]
            reason = named.format(about=about) if about else alone
            text = treaty.title.removeprefix("The ")
            name = world.nations[me].name
            return f"{name[:1].upper()}{name[1:]} stays under the {text} all the same: {reason}."
    return ""


def _occasions(outlook: Outlook) -> Iterator[tuple[Moment, str, str]]:
    """Moments that call for a word today, the weightiest first: what it is, to whom, about what."""
    world, me = outlook.world, outlook.seat
    lately: dict[str, list[tuple[str, str]]] = {}
    for you in world.nations:
        if you != me:
            for reason in pair_of(world, me, you).trust.get(me, ()):
                if reason.since == world.turn - 1 and reason.kind in _OF_REASON:
                    lately.setdefault(reason.kind, []).append((you, reason.about))
    for kind, moment in _OF_REASON.items():
        for you, about in lately.get(kind, ()):
            if moment == "spoke_up" and _came(world, you, about):
                yield "came_unbidden", you, about
            elif moment in ("fell_short", "refused_home") or matter(world, about):
                yield moment, you, about
        if kind == "kept_guard":
            yield from (
                ("struck_by_fate", fate.target, fate_id)
                for fate_id, fate in world.misfortunes.items()
                # From its friends alone: condolences of all the world are a form letter.
                if fate.since == world.turn and fate.target != me and trust(world, me, fate.target) >= FRIEND
            )
    for crisis_id, crisis in world.crises.items():
        held = crisis.outcome in ("backed_down", "struck_lost") and crisis.ended == world.turn - 1
        if held and me not in (crisis.target, crisis.challenger) and _friends(outlook, crisis.target):
            yield "held", crisis.target, crisis_id


def _came(world: State, you: str, about: str) -> bool:
    """Whether the other stood by with forces, and not with words alone."""
    crisis = world.crises.get(about)
    last = crisis.answers[-1] if crisis is not None and crisis.answers else {}
    return you in last and last[you].stance == "come"


def _friends(outlook: Outlook, you: str) -> bool:
    """Whether the two have business together: a treaty in force between them, or trust."""
    world, me = outlook.world, outlook.seat
    return trust(world, me, you) >= FRIEND or any(
        me in treaty.parties and you in treaty.parties and not treaty.ended for treaty in world.treaties.values()
    )


def matter(world: State, about: str) -> str:
    """What a message is about, in words: a case or a misfortune. Empty for anything else."""
    crisis, fate = world.crises.get(about), world.misfortunes.get(about)
    if crisis is not None and crisis.kind in world.kinds:
        sides = [world.nations[who].adjective for who in (crisis.challenger, crisis.target) if who in world.nations]
        return f"the {'–'.join(sides)} {world.kinds[crisis.kind].name}"
    if fate is not None and fate.kind in world.misfortune_kinds:
        return f"the {world.misfortune_kinds[fate.kind].name}"
    return ""


def words(world: State, moment: Moment, me: str, you: str, about: str) -> str:
    """The text, always the same for the same moment between the same two in the same turn."""
    luck = f"{me}|{you}|{moment}|{about}"
    body = BODIES[moment][dice(0, world.turn, "courtesy", luck) * len(BODIES[moment]) // 1000]
    names = {"me": world.nations[me].name, "you": world.nations[you].name, "matter": matter(world, about)}
    said = body.format(**names)
    return f"{said[:1].upper()}{said[1:].rstrip('.')}."
