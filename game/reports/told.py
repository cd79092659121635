"""One event about to be told: its names and records looked up once, for the functions that word it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game.core.crises import Crisis
from game.core.drafts import Draft
from game.core.events import Event
from game.core.world import State
from game.reports.words import crisis_name, name, names, title_in_sentence, treaty_name, whose


@dataclass(frozen=True)
class Told:
    """An event with the world it is told from. `brief` when the reader already knows which matter it is about."""

    event: Event
    world: State
    brief: bool = False

    @property
    def who(self) -> str:
        """The one who did it, as in a sentence."""
        return name(self.world, self.event.who) if self.event.who else "nobody"

    @property
    def whose(self) -> str:
        """The possessive of the one who did it."""
        return whose(self.world, self.event.who) if self.event.who else "nobody's"

    @property
    def whom(self) -> str:
        """Those it was done to or with, as a list."""
        return names(self.world, self.event.whom) if self.event.whom else "nobody"

    @property
    def one(self) -> str:
        """The first of those it was done to."""
        return name(self.world, self.event.whom[0]) if self.event.whom else "nobody"

    @property
    def everyone(self) -> str:
        """Those it was done by and with, as a list, in the order of their ids."""
        return names(self.world, sorted((self.event.who, *self.event.whom)))

    @property
    def crisis(self) -> Crisis | None:
        """The case it is about, if this world knows it."""
        return self.world.crises.get(self.event.about)

    @property
    def case(self) -> str:
        """The case it is about, in words."""
        return crisis_name(self.world, self.event.about)

    @property
    def treaty(self) -> str:
        """The treaty it is about, in words."""
        return treaty_name(self.world, self.event.about)

    def revision(self, number: int) -> Draft | None:
        """A revision of the thread it is about, counted from 1, if this world knows it."""
        thread = self.world.threads.get(self.event.about)
        if thread is None or not 1 <= number <= len(thread.revisions):
            return None
        return thread.revisions[number - 1].draft

    @property
    def draft(self) -> str:
        """The draft it is about, in words: "the draft" when the reader knows which."""
        if self.brief:
            return "the draft"
        # A refusal carries the draft that would be signed instead; what it refuses is in the thread.
        refused = self.revision(self.event.amount) if self.event.kind == "refused" else None
        found = refused or self.event.draft or self.revision(1)
        return title_in_sentence(found.title) if found is not None else "a draft"

    @property
    def joining(self) -> tuple[str, ...]:
        """Who the draft it is about would take into a treaty there is."""
        found = self.event.draft or self.revision(1)
        had = self.world.treaties.get(found.amends) if found is not None else None
        if found is None or had is None:
            return ()
        # Who has joined since is still told as who was to join: the text that was put says what it was a change of.
        before = self.event.drafts[-1].parties if self.event.drafts else had.parties
        return tuple(nation for nation in found.parties if nation not in before)

    @property
    def matter(self) -> str:
        """The draft it is about, or what that would do to a treaty: "the accession of Norway to the Pact"."""
        found = self.event.draft or self.revision(1)
        if self.brief or found is None or not found.amends:
            return self.draft
        what = f"the accession of {names(self.world, self.joining)} to" if self.joining else "a new text of"
        # By the name it is known by: a draft may give it another, and come to nothing.
        return f"{what} {treaty_name(self.world, found.amends)}"

    def pick(self, ways: Sequence[str]) -> str:
        """One of several ways to say the same, always the same one for the same event."""
        event = self.event
        key = sum(ord(letter) for letter in f"{event.kind}{event.who}{event.about}") + 7 * event.turn
        return ways[key % len(ways)]


Teller: TypeAlias = Callable[[Told], str]
"""Words one kind of event; the sentence is finished (capital, full stop) by whoever asked."""
