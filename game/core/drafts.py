"""A draft: what is on the table before anyone has signed."""

from typing import Literal, TypeAlias

from game.core.charters import Charter
from game.core.clauses import Clause
from game.core.record import record
from game.core.terms import Term, Tone


@record
class Payment:
    """Resource points that change hands once, on signature."""

    payer: str
    payee: str
    amount: int
    """RP, at least 1."""


@record(kw_only=True)
class Draft:
    """A treaty as proposed: clauses between parties, how long it lasts and how one leaves it."""

    title: str
    parties: tuple[str, ...]
    """Nations, sorted, at least two."""
    clauses: tuple[Clause, ...]
    """At most one of each kind."""
    duration: int = 0
    """Turns it lasts; 0 means until it is left or ended."""
    notice: int = 1
    """Turns between announcing withdrawal and being free: 0-6."""
    secret: bool = False
    """Known to its parties alone."""
    payments: tuple[Payment, ...] = ()
    charter: Charter | None = None
    """What makes it an alliance with a council; None for a plain treaty."""
    amends: str = ""
    """The treaty in force whose text this would become: between the same parties an amendment, with more of them an
    accession. Empty for a new treaty."""


@record
class Refusal:
    """A refusal as the other parties heard it: the decisive term, and a draft that would have been signed today."""

    nation: str
    turn: int
    decisive: Term | None
    instead: Draft | None
    tone: Tone = "plain"


@record
class Revision:
    """One state of a draft within a thread. A party that moves it agrees to it; a broker has nothing to agree to."""

    by: str
    draft: Draft
    turn: int
    agreed: tuple[str, ...]
    """Parties that agree to exactly this revision."""
    refusals: tuple[Refusal, ...] = ()
    tone: Tone = "plain"


ThreadStatus: TypeAlias = Literal["open", "signed", "refused", "recalled", "lapsed"]
ENDINGS: dict[ThreadStatus, str] = {
    "open": "is still going on",
    "signed": "has ended: what was on the table was signed",
    "refused": "has ended: it was refused",
    "recalled": "has ended: it was recalled",
    "lapsed": "has ended: it lapsed",
}
"""How a negotiation stands, as the end of a sentence."""


@record
class Thread:
    """A negotiation: revisions of one draft between the same nations, until signed, refused, recalled or lapsed."""

    by: str
    """Who opened it: a party, or a broker between the parties."""
    parties: tuple[str, ...]
    opened: int
    """Turn in which it was opened."""
    deadline: int
    """Last turn in which it can be accepted."""
    revisions: tuple[Revision, ...]
    """Oldest first; the last one is on the table. Numbered from 1."""
    status: ThreadStatus = "open"
    countered: tuple[str, ...] = ()
    """Who has countered this turn: one counter a nation a thread is free each turn."""
    refused_drafts: int = 0
    """Drafts refused this turn; after the third the thread is closed for the turn."""

    @property
    def table(self) -> tuple[str, ...]:
        """Everybody at the table: the parties, and who brokers between them."""
        return self.parties if self.by in self.parties else tuple(sorted((self.by, *self.parties)))

    @property
    def latest(self) -> Revision:
        """The revision on the table."""
        return self.revisions[-1]
