"""Conduct in words: the principles and the deeds behind them."""

from game.core.conduct import PRINCIPLES, Deed, Principle, conduct, deeds
from game.core.world import State
from game.reports.grammar import sentence_of, signed
from game.reports.words import crisis_name, date_text, misfortune_name, treaty_name

PRINCIPLE_WORDS: dict[Principle, str] = {
    "transparency": "Transparency",
    "respect": "Mutual respect",
    "norms": "Norms",
    "consensus": "Consensus",
    "inclusivity": "Inclusivity",
}

DEED_WORDS: dict[str, str] = {
    "open_treaty": "signed {about} in the open",
    "secret_treaty": "signed {about} in secret",
    "found_out": "was found to be behind {about}",
    "request": "put a request in {about}",
    "warning": "gave a warning in {about}",
    "ultimatum": "gave an ultimatum in {about}",
    "stepped_back": "stepped back in {about}",
    "struck": "struck in {about}",
    "word_kept": "kept its word under temptation in {about}",
    "word_broken": "broke its word in {about}",
    "counsel": "took counsel in {about}",
    "mediated": "offered to mediate in {about}",
    "agreed": "settled {about} by agreement",
    "relief": "gave relief after {about}",
    "relief_beyond": "gave relief after {about} to one it owed nothing",
    "wide_treaty": "joined many in {about}",
}


def deed_text(world: State, deed: Deed) -> str:
    """A deed as a sentence with its date and what it counts for."""
    if deed.about in world.crises:
        about = crisis_name(world, deed.about)
    elif deed.about in world.misfortunes:
        about = misfortune_name(world, deed.about)
    else:
        about = treaty_name(world, deed.about)
    said = DEED_WORDS[deed.what].format(about=about)
    return sentence_of(f"{date_text(world, deed.turn)}: {said} ({signed(deed.points)})")


def conduct_lines(world: State, name: str) -> tuple[tuple[Principle, int, tuple[str, ...]], ...]:
    """Each principle with its value and the deeds behind it."""
    values, done = conduct(world, name), deeds(world, name)
    return tuple(
        (principle, values[principle], tuple(deed_text(world, deed) for deed in done if deed.principle == principle))
        for principle in PRINCIPLES
    )
