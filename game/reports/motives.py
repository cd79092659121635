"""What spoke for a decision, as it follows on the deed: "chiefly to keep the Soviet Union calm +6.2".

A term has its label where terms are listed with their signs; here only what spoke *for* is said, so that a price saved
or a fear laid to rest reads as the reason it was.
"""

from collections.abc import Iterable

from game.core.terms import Term, TermName
from game.core.world import State
from game.reports.grammar import listing, signed_tenths
from game.reports.reasons import TERM_LABELS, subject, term_label, weightiest
from game.reports.words import name, whose

MOTIVES: dict[TermName, tuple[str, str]] = {
    "security": ("for security", "for security through {about}"),
    "shared_threat": ("against a shared threat", "against the shared threat from {about}"),
    "denial": ("to deny a rival a gain", "to keep {about} from a rival"),
    "entrapment": ("to stay out of others' quarrels", "to stay out of {whose} quarrels"),
    "autonomy": ("to keep its freedom of action", "to lean less on {about}"),
    "cost": ("to save expense", "to save expense"),
    "receipts": ("for what it brings in", "for what it brings in from {about}"),
    "forsaken": ("having been left alone", "since {about} failed it"),
    "wider": ("lest a wider war come of it", "lest a wider war with {about} come of it"),
    "toll": ("to spare its people another's quarrel", "to spare its people {whose} quarrel"),
    "slip": ("lest it come to blows unchosen", "lest it come to blows with {about} unchosen"),
    "trade": ("for the sake of its trade", "for its trade with {about}"),
    "trust": ("out of trust", "out of trust in {about}"),
    "detachment": ("to stand apart from others' quarrels", "to stand apart from {whose} quarrels"),
    "wary": ("having nothing to fear from the other side", "having nothing to fear from {about}"),
    "provocation": ("to give no offence", "to keep {about} calm"),
    "aim_autonomy": ("to be as free as it means to be", "to be as free as it means to be beside {about}"),
    "aim_security": ("to be as safe as it means to be", "to be as safe as it means to be beside {about}"),
    "objective": ("for aims of its own", "for aims of its own with {about}"),
    "redundant": ("since nothing yet gives as much", "since {about} has promised less so far"),
    "overstretch": ("having forces to spare", "having forces to spare"),
    "aspiration": ("since it asks for little", "since it asks for little"),
    "temper": ("on a favourable mood", "on a favourable mood toward {about}"),
    "reputation": ("for the sake of its word", "for the sake of its word to {about}"),
    "losses": ("to spare itself losses", "to spare itself losses against {about}"),
    "held": ("not expecting to be held", "not expecting to be held by {about}"),
    "balance": ("on a favourable balance of forces", "on a favourable balance of forces with {about}"),
    "resolve": ("out of resolve", "out of resolve against {about}"),
    "audience": ("to save its face", "to save its face before {about}"),
    "earmark": ("with forces promised for it", "with forces promised to {about}"),
    "stakes": ("for what is at stake", "for what is at stake with {about}"),
    "standing": ("for its standing", "for its standing with {about}"),
    "home": ("since home can spare it", "since home can spare it"),
    "knowledge": ("to see more clearly", "to know more of {about}"),
    "ratification": ("since it is sure to be ratified", "since {about} is sure to ratify it"),
    "leak": ("since it would stay secret", "since it would stay secret from {about}"),
}
"""What spoke for a decision: alone, and about a nation. A term not named here speaks by its label."""


AMENDMENTS: dict[TermName, tuple[str, str]] = {
    "trust": ("out of caution", "out of caution toward {about}"),
    "wary": ("out of caution", "out of caution toward {about}"),
    "affinity": ("for the sake of its doctrine", "for the sake of its doctrine"),
    "no_shared_threat": ("to answer what both sides fear", "to answer what both sides fear"),
    "redundant": ("to leave out what is promised already", "to leave out what {about} has promised already"),
    "overstretch": ("to promise no more than its forces can keep", "to promise no more than its forces can keep"),
    "ratification": ("so that it is ratified at home", "so that {about} can ratify it"),
    "leak": ("lest it become known", "lest it become known to {about}"),
    "home": ("for its needs at home", "for its needs at home"),
    "favour": ("to owe less", "to owe {about} less"),
}
"""What a text was changed for where that took away what spoke against it; the other terms read as in `MOTIVES`."""


MOODS: tuple[TermName, ...] = ("temper", "aspiration")
"""Terms that no ministry gives as its reason while it has another."""


def motive(world: State, term: Term, several: bool = False) -> str:
    """A term that spoke for a decision, without its size; `several` when more than one nation decided by it."""
    return _worded(world, term, MOTIVES.get(term.name, ("", "")), several)


def amendment(world: State, term: Term) -> str:
    """What a change of a text was for, by what spoke against it before: "to save expense (cost −0.6 as it stood)".

    It says nothing of whether the text would have been signed as it stood.
    """
    alone, _ = TERM_LABELS[term.name]
    words = _worded(world, term, AMENDMENTS.get(term.name) or MOTIVES.get(term.name, ("", "")))
    return f"{words} ({alone} {signed_tenths(term.tenths)} as it stood)"


def _worded(world: State, term: Term, forms: tuple[str, str], several: bool = False) -> str:
    alone, with_about = forms
    known = term.about in world.nations or term.about in world.others
    words = with_about if known else alone
    if not words:
        return f"for {term_label(world, term)}"
    if term.about and not known and subject(world, term.about):
        joint = "under" if term.about in world.treaties else "in" if term.about in world.crises else "by"
        words = f"{words} {joint} {subject(world, term.about)}"
    if several:
        words = words.replace("itself", "themselves").replace("its ", "their ")
    return words.replace("{about}", name(world, term.about)).replace("{whose}", whose(world, term.about))


def motive_text(world: State, term: Term) -> str:
    """A motive with its size: "to keep the Soviet Union calm +6.2"."""
    return f"{motive(world, term)} {signed_tenths(term.tenths)}"


def motives_text(world: State, terms: Iterable[Term], most: int = 2) -> str:
    """The greatest motives, the first first; empty when nothing spoke for it."""
    best = sorted(_given(terms), key=lambda term: -term.tenths)[:most]
    return listing([motive_text(world, term) for term in best])


def chief(terms: Iterable[Term]) -> Term | None:
    """The motive that spoke most for a decision; None when nothing did."""
    return weightiest(_given(terms), speaking_for=True)


def _given(terms: Iterable[Term]) -> list[Term]:
    """The motives a government would give: a mood is one only where there is no other."""
    found = [term for term in terms if term.tenths > 0]
    return [term for term in found if term.name not in MOODS] or found
