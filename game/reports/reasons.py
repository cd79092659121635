"""Why: the terms of a decision, the reasons of trust, and the objectives a nation was given, in words."""

from collections.abc import Iterable

from game.core.objectives import (
    AllianceWith,
    AutonomyAtLeast,
    BeBroker,
    BurdenFair,
    ClauseInForce,
    InfluenceAtLeast,
    InteroperabilityWith,
    KeepOut,
    NoWar,
    Objective,
    SecurityAtLeast,
    SettleCrisis,
    StabilityAtLeast,
)
from game.core.relations import BREACHES, interop, reason_now
from game.core.terms import Term, TermName
from game.core.world import Reason, ReasonKind, State
from game.reports.grammar import capital, number, sentence_of, signed, signed_tenths
from game.reports.words import crisis_name, date_text, misfortune_name, name, title_in_sentence, treaty_name, whose

TERM_LABELS: dict[TermName, tuple[str, str]] = {
    "security": ("security", "security through {about}"),
    "shared_threat": ("shared threat", "shared threat from {about}"),
    "no_shared_threat": ("no shared threat", "no threat shared with {about}"),
    "denial": ("denial to a rival", "denying a rival {about}"),
    "entrapment": ("entrapment", "entrapment in {whose} quarrels"),
    "autonomy": ("autonomy", "autonomy, leaning on {about}"),
    "cost": ("cost", "cost for {about}"),
    "receipts": ("receipts", "receipts from {about}"),
    "trade": ("trade", "income that hangs on {about}"),
    "forsaken": ("having been left without aid", "having been failed by {about}"),
    "toll": ("what another's quarrel costs at home", "what {whose} quarrel costs at home"),
    "slip": ("what may slip out of hand", "what may slip out of hand with {about}"),
    "wider": ("the risk of a wider war", "the risk of a wider war with {about}"),
    "trust": ("trust", "trust in {about}"),
    "affinity": ("affinity of doctrine", "affinity with {about}"),
    "fellowship": ("fellowship of free governments", "fellowship with {about}"),
    "detachment": ("standing apart", "standing apart from {about}"),
    "wary": ("wariness of the partner", "wariness of {about}"),
    "weight": ("the partner's weight", "the weight of {about}"),
    "provocation": ("provocation", "provocation of {about}"),
    "objective": ("own aims", "own aims with {about}"),
    "aim_autonomy": ("autonomy aimed at", "autonomy aimed at beside {about}"),
    "aim_security": ("security aimed at", "security aimed at beside {about}"),
    "redundant": ("already promised", "already promised by {about}"),
    "overstretch": ("overstretch", "overstretch for {about}"),
    "aspiration": ("the least it would take", "the least it would take from {about}"),
    "temper": ("humour", "humour toward {about}"),
    "reputation": ("reputation", "reputation with {about}"),
    "losses": ("likely losses", "likely losses against {about}"),
    "tie": ("the tie that would be cut", "the tie with {about}"),
    "price": ("what going through with it costs", "what going through with it against {about} costs"),
    "stakes": ("stakes", "what is at stake with {about}"),
    "held": ("chance of being held", "chance of being held by {about}"),
    "balance": ("balance of forces", "balance of forces with {about}"),
    "resolve": ("resolve", "resolve against {about}"),
    "audience": ("loss of face", "loss of face before {about}"),
    "earmark": ("forces promised", "forces promised to {about}"),
    "home": ("needs at home", "needs at home beside {about}"),
    "standing": ("standing", "standing with {about}"),
    "favour": ("favours", "favours exchanged with {about}"),
    "knowledge": ("knowledge of others", "knowledge of {about}"),
    "ratification": ("doubt whether it would be ratified", "doubt whether {about} would ratify it"),
    "leak": ("that it might become known", "that it might become known to {about}"),
}
"""Label of every term: alone, and when it is about a nation."""

TERM_CLAUSES: dict[TermName, tuple[str, str]] = {
    "security": ("it would be more secure", "it would be less secure"),
    "shared_threat": ("they share a threat", "they share no threat"),
    "no_shared_threat": ("what they fear differs little", "they fear nothing in common"),
    "denial": ("a rival would be denied a gain", "it would hand a rival a gain"),
    "entrapment": ("it would not be drawn into others' quarrels", "it would be drawn into others' quarrels"),
    "autonomy": ("it would keep its freedom of action", "it would give up too much freedom of action"),
    "cost": ("it costs little", "it costs too much"),
    "receipts": ("it brings resources", "it brings too little"),
    "forsaken": ("it was left alone and needs another guarantor", "it still trusts its old guarantor"),
    "toll": ("its people would bear it", "its people would not take up another's quarrel"),
    "slip": ("it would hardly slip out of hand", "it might come to blows unchosen"),
    "wider": ("it would not widen a war", "it might make a general war of it"),
    "trade": ("its income hangs on it", "its income would fall with it"),
    "trust": ("it trusts the other side", "it trusts the other side too little"),
    "affinity": ("the regimes are alike", "the regimes are too unlike"),
    "fellowship": ("free governments stand together", "free governments do not stand with others"),
    "detachment": ("it has quarrels enough to need friends", "it wants no share in others' quarrels"),
    "wary": ("it has nothing to fear from the other side", "it fears the other side itself"),
    "weight": ("the other side carries weight", "the other side carries too little weight"),
    "provocation": ("nobody need take offence", "it would provoke those it is aimed at"),
    "objective": ("it serves its own aims", "it runs against its own aims"),
    "aim_autonomy": (
        "it would have more of the freedom of action it means to keep",
        "it would have less freedom of action than it means to keep",
    ),
    "aim_security": (
        "it would come nearer to being as safe as it means to be",
        "it would be less safe than it means to be",
    ),
    "redundant": ("nothing yet gives as much", "existing treaties already give as much"),
    "overstretch": ("its forces suffice for its promises", "its forces do not stretch to one more promise"),
    "aspiration": ("it asked for little", "it expects better terms"),
    "temper": ("its mood was favourable", "its mood was against it"),
    "reputation": ("its word was at stake", "its word would suffer"),
    "losses": ("losses would be light", "losses would be heavy"),
    "tie": ("nothing bound it to the other side", "it would have cut a tie it needs"),
    "price": ("going through with it would cost little", "going through with it would cost too much"),
    "stakes": ("much was at stake", "too little was at stake"),
    "held": ("it did not expect to be held", "it expected to be held"),
    "balance": ("the balance of forces favoured it", "the balance of forces was against it"),
    "resolve": ("it was resolved", "it lacked the resolve"),
    "audience": ("stepping back would have cost it face", "it would have lost face"),
    "earmark": ("its forces were promised and to hand", "its forces were promised elsewhere"),
    "home": ("home could spare it", "it was needed at home"),
    "standing": ("its standing would gain", "its standing would suffer"),
    "favour": ("it would be backed", "it would have to back others"),
    "knowledge": ("it would see more clearly", "it would be seen too clearly"),
    "ratification": ("it would surely be ratified", "it might not be ratified"),
    "leak": ("it would stay secret", "it might not stay secret"),
}
"""What a decisive term says, after "because": speaking for, speaking against."""

TERM_CLAUSES_ABOUT: dict[TermName, tuple[str, str]] = {
    "security": ("{about} would make it more secure", "it would be less secure beside {about}"),
    "shared_threat": ("both sides fear {about}", "they do not both fear {about}"),
    "no_shared_threat": ("it fears much that {about} fears", "it fears nothing that {about} fears"),
    "denial": ("no rival may gain {about}", "it would hand a rival {about}"),
    "entrapment": ("it would not be drawn into {whose} quarrels", "it would be drawn into {whose} quarrels"),
    "autonomy": (
        "it would lean less on {about}",
        "it would give up too much freedom of action, leaning on {about}",
    ),
    "trust": ("it trusts {about}", "it trusts {about} too little"),
    "affinity": ("its regime and {whose} are alike", "its regime and {whose} are too unlike"),
    "fellowship": ("free governments such as {whose} stand together", "it stands apart from {about}"),
    "wary": ("it has nothing to fear from {about}", "it fears {about} itself"),
    "weight": ("{about} carries weight", "{about} carries too little weight"),
    "provocation": ("{about} need take no offence", "it would provoke {about}"),
    "objective": ("its own aims lie with {about}", "its own aims speak against {about}"),
    "redundant": ("{about} has promised less so far", "{about} has promised as much already"),
    "reputation": ("its word to {about} was at stake", "its word to {about} would suffer"),
    "toll": ("its people would bear {whose} quarrel", "its people would not take up {whose} quarrel"),
    "losses": ("losses against {about} would be light", "losses against {about} would be heavy"),
    "tie": ("nothing bound it to {about}", "it would have cut its tie with {about}"),
    "stakes": ("much was at stake with {about}", "too little was at stake with {about}"),
    "balance": (
        "the balance of forces with {about} favoured it",
        "the balance of forces with {about} was against it",
    ),
}
"""The same where the term is about a nation."""

REASON_WORDS: dict[ReasonKind, str] = {
    "standing": "long memory",
    "history": "shared history",
    "signed": "signed",
    "left": "announced leaving",
    "kept_guard": "kept its pledge",
    "broke_guard": "broke its pledge",
    "onlooker": "was seen to break its pledge",
    "kept_duty": "kept its word",
    "broke_duty": "did not keep its word",
    "exercise": "exercised together",
    "provoked": "gave offence",
    "threatened": "threatened it",
    "struck": "struck",
    "settled": "settled",
    "mediated": "mediated",
    "spurned": "refused the terms it brought",
    "supported": "gave support",
    "mission": "sent a mission",
    "tone": "the tone of its words",
    "misread": "a misunderstanding",
    "not_ratified": "did not ratify",
    "stood_by": "stood by it in public",
    "broke_word": "did not act on its public word",
    "brokered": "brokered",
    "secret": "kept a treaty secret",
    "sabotaged": "had its hand in sabotage",
    "relieved": "gave relief",
    "ruled": "set by the instructor",
    "accused": "accused it",
    "wronged": "accused it wrongly",
    "empty_words": "warned and did not come",
    "abandoned": "was let down by others",
    "entrapped": "drew it into a fight",
    "peacekept": "the peace was kept between them",
    "reputed": "as far as is known",
}


def subject(world: State, about: str) -> str:
    """What an `about` names, as in a sentence: a nation, treaty, case, theatre or draft; prose as it is.

    Empty for an id that names nothing in this world: it would tell a reader nothing.
    """
    if about in world.nations or about in world.others:
        return name(world, about)
    if about in world.treaties:
        return treaty_name(world, about)
    if about in world.crises:
        return crisis_name(world, about)
    if about in world.misfortunes:
        return misfortune_name(world, about)
    if about in world.theatres:
        return world.theatres[about].name
    if about in world.threads:
        return f"the draft of {title_in_sentence(world.threads[about].latest.draft.title)}"
    # A word that names nothing here is an id this reader does not know; prose has spaces.
    return about if " " in about else ""


def term_label(world: State, term: Term) -> str:
    """What a term is called: "shared threat from the Soviet Union"."""
    alone, with_about = TERM_LABELS[term.name]
    if not term.about:
        return alone
    if term.about not in world.nations and term.about not in world.others:
        about = subject(world, term.about)
        return f"{alone} ({about})" if about else alone
    return _filled(world, with_about, term.about)


def _filled(world: State, words: str, nation: str) -> str:
    return words.replace("{about}", name(world, nation)).replace("{whose}", whose(world, nation))


def term_text(world: State, term: Term) -> str:
    """A term with its size: "autonomy −14.0"; without when it has none: "no shared threat"."""
    label = term_label(world, term)
    return f"{label} {signed_tenths(term.tenths)}" if term.tenths else label


def terms_text(world: State, terms: Iterable[Term], most: int = 0) -> str:
    """Terms by weight, the greatest first: "autonomy −14.0, security +6.2". At most `most` when it is given."""
    found = sorted(
        (term for term in terms if term.tenths or term.name == "no_shared_threat"), key=lambda term: -abs(term.tenths)
    )
    left = found[most:] if most else []
    words = ", ".join(term_text(world, term) for term in (found[:most] if most else found))
    rest = sum(term.tenths for term in left)
    return f"{words}, the rest {signed_tenths(rest)}" if left else words


def because(world: State, term: Term) -> str:
    """What a decisive term says, after "because": "it would give up too much freedom of action"."""
    side = 0 if term.tenths > 0 else 1
    named = TERM_CLAUSES_ABOUT.get(term.name)
    if named is not None and (term.about in world.nations or term.about in world.others):
        return _filled(world, named[side], term.about)
    return TERM_CLAUSES[term.name][side]


def decisive_text(world: State, term: Term) -> str:
    """A decisive term as a clause with its figure: "it expects better terms (the least it would take −4.0)"."""
    alone, _ = TERM_LABELS[term.name]
    return f"{because(world, term)} ({alone} {signed_tenths(term.tenths)})" if term.tenths else because(world, term)


def weightiest(terms: Iterable[Term], speaking_for: bool) -> Term | None:
    """The term that spoke most for, or most against; None when nothing did."""
    found = [term for term in terms if (term.tenths > 0) == speaking_for and term.tenths]
    return max(found, key=lambda term: (abs(term.tenths), term.name, term.about), default=None)


def reason_cause(world: State, kind: str, about: str) -> str:
    """What a reason of trust is: "signed the North Atlantic Treaty", "rival claims in Morocco"."""
    if kind in ("standing", "history") and about:
        return subject(world, about) or about
    cause = next((words for known, words in REASON_WORDS.items() if known == kind), kind.replace("_", " "))
    # Who has signed a draft speaks of the treaty that it was to be.
    thread = world.threads.get(about) if kind == "signed" else None
    named = title_in_sentence(thread.latest.draft.title) if thread is not None else subject(world, about)
    if not named or not cause or kind == "reputed":
        return cause
    if kind == "sabotaged":
        return f"was behind {named}"
    if kind == "secret":
        return f"kept {named} secret"
    joint = (
        " "
        if kind in ("signed", "left", "settled", "not_ratified", "brokered")
        else " under "
        if about in world.treaties
        else " in "
    )
    joint = " after " if kind == "relieved" else joint
    return f"{cause}{joint}{named}"


def reason_text(world: State, reason: Reason) -> str:
    """A reason of trust with its size today, its date and whether it fades."""
    size = signed_tenths(reason_now(world, reason))
    cause = capital(reason_cause(world, reason.kind, reason.about))
    if reason.kind in ("standing", "ruled"):
        return f"{cause} {size}, standing"
    if reason.kind == "reputed":
        return f"{cause} {size}"
    when = date_text(world, reason.since) if reason.since > 0 else "before the game"
    slow = "fading slowly" if reason.kind in BREACHES else "fading"
    return f"{cause} ({when}) {size}, {slow}"


def interop_text(world: State, a: str, b: str) -> str:
    """How well two nations' forces work together, as a sentence."""
    value = interop(world, a, b)
    how = "as one" if value >= 60 else "well" if value >= 40 else "with some practice" if value >= 20 else "hardly"
    return sentence_of(f"the forces of {name(world, a)} and {name(world, b)} work together {how} ({value} of 100)")


def objective_text(world: State, aim: Objective) -> str:
    """An objective in plain words: "Security at 55 or more"."""
    match aim:
        case SecurityAtLeast():
            return f"Security at {aim.level} or more"
        case AutonomyAtLeast():
            return f"Autonomy at {aim.level} or more"
        case AllianceWith():
            return f"A defence or consultation pact with {name(world, aim.nation)}"
        case InfluenceAtLeast():
            return f"Influence at {aim.level} or more"
        case StabilityAtLeast():
            return f"World stability at {aim.level} or more"
        case KeepOut():
            out = name(world, aim.nation)
            if aim.of == "bases":
                return f"No base of {whose(world, aim.nation)} in {name(world, aim.partner)}"
            return f"No pact between {out} and {name(world, aim.partner)}"
        case InteroperabilityWith():
            return f"Forces that work together with {whose(world, aim.nation)} at {aim.level} or more"
        case ClauseInForce():
            kind = aim.clause.replace("_", " ")
            return f"A treaty with {name(world, aim.nation)} on {kind}" if aim.nation else f"A treaty on {kind}"
        case BurdenFair():
            return f"The burden of its pacts borne to {aim.level} % or more"
        case SettleCrisis():
            return f"{capital(_sort_of_case(world, aim.crisis))} settled by agreement"
        case BeBroker():
            return (
                "A case settled with its mediation"
                if aim.times == 1
                else (f"{capital(number(aim.times))} cases settled with its mediation")
            )
        case NoWar():
            return "No war anywhere"


def _sort_of_case(world: State, crisis: str) -> str:
    """A case, or any case of a kind, that is to be settled."""
    if crisis in world.crises:
        return crisis_name(world, crisis)
    kind = world.kinds.get(crisis)
    return f"any {kind.name}" if kind is not None else "the case that may come"


def sums_text(parts: Iterable[tuple[str, int]]) -> str:
    """Changes and their sum: "+2 (kept its word +3, autonomy short −1)"; one change needs no sum."""
    merged: dict[str, int] = {}
    for cause, amount in parts:
        merged[cause] = merged.get(cause, 0) + amount
    total = signed(sum(merged.values()))
    if len(merged) == 1:
        cause = next(iter(merged))
        return f"{total} ({cause})" if cause else total
    named = ", ".join(f"{cause or 'other'} {signed(amount)}" for cause, amount in merged.items())
    return f"{total} ({named})"
