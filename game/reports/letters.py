"""Letters: a refusal as its government would write it, made of nothing but the reason it gave and what it would sign.

The same refusal always reads the same; different ones differ in turn of phrase, so that a season's mail does not read
like a form.
"""

from game.core.dice import dice
from game.core.drafts import Draft, Refusal
from game.core.terms import Term, TermName, Tone
from game.core.world import State
from game.reports.differences import condition
from game.reports.grammar import capital, sentence_of, signed_tenths
from game.reports.reasons import TERM_LABELS
from game.reports.words import name, title_in_sentence, whose

OPENINGS: dict[Tone, tuple[str, ...]] = {
    "cordial": (
        "we have read {title} with sympathy and are sorry that we cannot put our name to it: {why}",
        "with regret, and with our regards to {maker}, we decline {title}: {why}",
        "we thank {maker} warmly for {title}, and must decline it: {why}",
        "{title} is well meant, as we know, and yet we cannot sign it: {why}",
    ),
    "plain": (
        "we have read {title} with care and cannot put our name to it: {why}",
        "our answer on {title} is no: {why}",
        "{title} is not for us as it stands: {why}",
        "we thank {maker} for {title} and decline it: {why}",
        "the cabinet has weighed {title} and will not sign it: {why}",
        "we return {title} to {maker} unsigned: {why}",
        "{maker} will not be surprised that we decline {title}: {why}",
    ),
    "firm": (
        "{title} is declined, after full consideration: {why}",
        "we decline {title}, and say so plainly to {maker}: {why}",
        "we cannot be asked to sign {title}: {why}",
        "let {maker} be in no doubt about {title}: we do not sign it, since {why}",
    ),
    "sharp": (
        "{maker} cannot have expected that we would sign {title}: {why}",
        "{title} should not have been sent to us in this form: {why}",
        "we return {title} to {maker}: {why}",
        "{title} is beneath what may be asked of us: {why}",
    ),
}
"""How a refusal begins, by its tone."""
FINAL: dict[Tone, tuple[str, ...]] = {
    "cordial": (),
    "plain": (),
    "firm": (
        "we decline {title}, and ask {maker} to take this as settled: {why}",
        "our position on {title} will not change by being asked again: {why}",
    ),
    "sharp": (
        "we return {title} to {maker} without further reading: {why}",
        "we will not discuss {title}: {why}",
    ),
}
"""How it may begin besides where nothing would be signed instead."""
BARE: dict[Tone, tuple[str, ...]] = {
    "cordial": (
        "we thank {maker} for {title}, and regret that we cannot sign it",
        "we are sorry to decline {title}, and bear {maker} no less good will",
    ),
    "plain": (
        "we have read {title} and cannot put our name to it",
        "our answer on {title} is no, for reasons of our own",
        "we return {title} to {maker} unsigned",
    ),
    "firm": ("{title} is declined", "our answer to {maker} on {title} is no"),
    "sharp": ("we return {title} to {maker} unsigned", "{title} deserves no answer but this: no"),
}
WISHES = (
    "We would sign it today {wish}.",
    "It would be another matter {wish}; that we would sign.",
    "Put it to us {wish}, and it is signed.",
    "Our pen is ready {wish}.",
)
NOTHING = (
    "and we see no single change that would alter that",
    "nor would any one change of terms help at present",
    "as things stand we are too far apart",
)

WHY: dict[TermName, tuple[str, str]] = {
    "security": ("it would leave us less safe than we are", "it would leave us less safe beside {about}"),
    "shared_threat": ("we share no threat", "you do not fear {about} as we do"),
    "no_shared_threat": ("we fear nothing in common", "we fear nothing that {about} fears"),
    "denial": ("it would hand a rival a gain", "it would hand a rival {about}"),
    "entrapment": ("it would draw us into the quarrels of others", "it would draw us into {whose} quarrels"),
    "autonomy": ("it would bind our hands too far", "it would have us lean too heavily on {about}"),
    "cost": ("we cannot spare what it would cost", "we cannot spare what it would cost us"),
    "receipts": ("it brings us too little", "it brings us too little from {about}"),
    "forsaken": ("we still hold to our old guarantor", "we still hold to {about}"),
    "wider": ("a wider war might come of it", "a wider war with {about} might come of it"),
    "toll": ("our people will not take up another's quarrel", "our people will not take up {whose} quarrel"),
    "slip": ("it might come to blows that nobody chose", "it might come to blows with {about} that nobody chose"),
    "trade": ("our income would fall with it", "the crisis in {about} would reach us by it"),
    "trust": ("there is not the trust between us that it asks", "we do not trust {about} so far"),
    "affinity": ("our ways of government lie too far apart", "our government and {whose} are too unlike"),
    "provocation": ("it would anger those it is aimed at", "it would anger {about}, who live near us"),
    "aim_autonomy": (
        "it would leave us less free to act than we mean to be",
        "beside {about} we should be less free to act than we mean to be",
    ),
    "aim_security": (
        "it would leave us less safe than we mean to be",
        "beside {about} we should be less safe than we mean to be",
    ),
    "objective": ("it runs against what we have set out to do", "it runs against what we seek with {about}"),
    "redundant": ("our treaties give us as much already", "{about} has promised us as much already"),
    "overstretch": ("our forces do not reach to one more promise", "our forces do not reach to a promise to {about}"),
    "ratification": ("our country might not ratify it", "{about} might not ratify it"),
    "leak": ("it might not stay secret", "it might not stay secret from {about}"),
    "detachment": ("we want no share in the quarrels of others", "we want no share in {whose} quarrels"),
    "fellowship": ("free governments do not stand with others", "we stand apart from {about}"),
    "wary": ("we have reason to fear the other side itself", "we have reason to fear {about}"),
    "weight": ("it would carry too little weight", "{about} would carry too little weight in it"),
    "aspiration": ("we expect better terms", "we expect better terms from {about}"),
    "temper": ("there is no appetite for it here", "there is no appetite here for {about}"),
    "reputation": ("our word would suffer by it", "our word to {about} would suffer by it"),
    "losses": ("the losses we foresee are too heavy", "the losses we foresee against {about} are too heavy"),
    "tie": ("it would cut a tie we need", "it would cut our tie with {about}, which we need"),
    "price": ("going through with it costs too much", "going through with it against {about} costs too much"),
    "stakes": ("too little is at stake for us", "too little is at stake for us with {about}"),
    "held": ("we should expect to be held", "we should expect to be held by {about}"),
    "balance": ("the balance of forces is against us", "the balance of forces with {about} is against us"),
    "resolve": ("there is not the resolve for it here", "there is not the resolve here against {about}"),
    "audience": ("we should lose face by it", "we should lose face before {about}"),
    "earmark": ("our forces are promised elsewhere", "our forces are promised to {about}"),
    "home": ("the money is needed at home", "the money is needed at home"),
    "standing": ("our standing would suffer", "our standing with {about} would suffer"),
    "favour": ("we should have to stand behind others", "we should have to stand behind {about}"),
    "knowledge": (
        "it would let others see too far into our affairs",
        "it would let {about} see too far into our affairs",
    ),
}
"""What speaks against, in a government's own words: alone, and about a nation."""


def letter(world: State, draft: Draft, maker: str, refusal: Refusal) -> str:
    """The letter in which a nation refused a draft of `maker`: one or two sentences."""
    title = title_in_sentence(draft.title)
    weight = refusal.decisive.tenths if refusal.decisive is not None else 0
    luck = f"{refusal.nation}|{maker}|{draft.title}|{weight}"
    final = FINAL[refusal.tone] if refusal.instead is None else ()
    openings = (*OPENINGS[refusal.tone], *final) if refusal.decisive is not None else BARE[refusal.tone]
    opening = _one_of(openings, refusal.turn, luck)
    why = _why(world, refusal.decisive) if refusal.decisive is not None else ""
    if refusal.decisive is not None and refusal.instead is None:
        why = f"{why}; {_one_of(NOTHING, refusal.turn, f'nothing|{luck}')}"
    said = [sentence_of(opening.format(title=title, why=why, maker=name(world, maker)))]
    if refusal.instead is not None:
        wish = condition(world, draft, refusal.instead) or "under another title"
        said.append(capital(_one_of(WISHES, refusal.turn, f"wish|{luck}").format(wish=wish)))
    return " ".join(said)


def _one_of(phrases: tuple[str, ...], turn: int, luck: str) -> str:
    """One of some phrases, always the same for the same letter."""
    return phrases[dice(0, turn, "letter", luck) * len(phrases) // 1000]


def _why(world: State, term: Term) -> str:
    """The reason with its weight: "we do not trust France so far (trust −3.3)"."""
    alone, about = WHY[term.name]
    known = term.about in world.nations or term.about in world.others
    words = (
        about.replace("{about}", name(world, term.about)).replace("{whose}", whose(world, term.about))
        if known
        else alone
    )
    return f"{words} ({TERM_LABELS[term.name][0]} {signed_tenths(term.tenths)})"
