"""How treaties are joined: a text opened to newcomers, several that come in by one door, and who is left at it."""

from game.core.clauses import Consultation, MutualDefence
from game.core.councils import newcomers, text_of
from game.core.drafts import Draft
from game.core.record import replace
from game.core.world import State, Treaty


def opened_to(treaty_id: str, treaty: Treaty, newcomer: str, home: str) -> Draft:
    """The text of a treaty in force with one more party, and holding at its home too.

    The North Atlantic Treaty was so stretched for Greece and Turkey in 1951.
    """
    return _stretched(text_of(treaty_id, treaty), newcomer, home)


def takes_several(world: State, treaty: Treaty) -> bool:
    """Whether a treaty has stood long enough to take in more than one text's newcomers in a turn; a young one grows
    one by one."""
    return world.turn - treaty.signed >= world.rules.settled_turns


def _stretched(text: Draft, newcomer: str, home: str) -> Draft:
    clauses = tuple(
        replace(clause, area=(*clause.area, home))
        if isinstance(clause, MutualDefence | Consultation) and clause.area and home not in clause.area
        else clause
        for clause in text.clauses
    )
    return replace(text, parties=tuple(sorted((*text.parties, newcomer))), clauses=clauses)


def only_opens(world: State, draft: Draft) -> bool:
    """Whether a new text does nothing to its treaty but take newcomers in, each with its home."""
    fresh = newcomers(world.treaties[draft.amends], draft)
    if not fresh or any(name not in world.nations for name in fresh):
        return False
    opened = _opened_to_all(world, draft.amends, fresh)
    return replace(draft, title=opened.title, payments=()) == opened


def come_in_together(world: State, draft: Draft) -> Draft:
    """A new text as it is signed: with those, too, whom another that was signed this turn takes in."""
    treaty = world.treaties[draft.amends]
    if treaty.coming is None:
        return draft
    fresh = (*newcomers(treaty, treaty.coming), *newcomers(treaty, draft))
    opened = _opened_to_all(world, draft.amends, fresh)
    return replace(opened, title=draft.title, payments=(*treaty.coming.payments, *draft.payments))


def left_at_the_door(world: State, treaty_id: str, who: str) -> Draft | None:
    """What remains of a new text that a country has refused: the other newcomers, where it did nothing but take some
    in and the country was one of them; None where the text falls."""
    treaty = world.treaties[treaty_id]
    if treaty.coming is None or not only_opens(world, treaty.coming):
        return None
    fresh = newcomers(treaty, treaty.coming)
    rest = tuple(name for name in fresh if name != who)
    if not rest or rest == fresh:
        return None
    kept = tuple(one for one in treaty.coming.payments if who not in (one.payer, one.payee))
    return replace(_opened_to_all(world, treaty_id, rest), title=treaty.coming.title, payments=kept)


def _opened_to_all(world: State, treaty_id: str, fresh: tuple[str, ...]) -> Draft:
    text = text_of(treaty_id, world.treaties[treaty_id])
    for name in sorted(fresh):
        text = _stretched(text, name, world.nations[name].home)
    return text
