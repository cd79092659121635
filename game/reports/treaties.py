"""Treaties and drafts in plain words; single clauses and duties are worded next door and found here too."""

from collections.abc import Sequence

from game.core.clauses import Clause
from game.core.crises import Crisis
from game.core.drafts import Draft, Payment
from game.core.world import State, Treaty
from game.reports.clause_words import (
    AS_WIDE,
    SCALES,
    SHARED,
    clause_short,
    clause_text,
    clause_title,
    often,
    the_clause,
)
from game.reports.council_words import charter_lines, standing_lines
from game.reports.duty_words import duty_text, guard_of, is_gift, purse_duty, reading_phrase, reading_text
from game.reports.grammar import counted, listing, sentence_of
from game.reports.words import date_text, name, names, rp, theatre, title_in_sentence, treaty_name

__all__ = [
    "AS_WIDE",
    "SCALES",
    "SHARED",
    "case_text",
    "clause_short",
    "clause_text",
    "clause_title",
    "clauses_short",
    "draft_lines",
    "draft_short",
    "duty_text",
    "guard_of",
    "is_gift",
    "lasting",
    "leaving",
    "often",
    "payment_text",
    "purse_duty",
    "reading_phrase",
    "reading_text",
    "the_clause",
    "treaty_lines",
]


def payment_text(world: State, payment: Payment) -> str:
    """A payment on signature: "France pays Norway 3 RP"."""
    return f"{name(world, payment.payer)} pays {name(world, payment.payee)} {rp(payment.amount)}"


def clauses_short(world: State, clauses: Sequence[Clause], payments: Sequence[Payment] = ()) -> str:
    """The contents of a draft or treaty within a sentence."""
    items = [clause_short(world, clause) for clause in clauses]
    apart = len(items) > 1 and any("," in item or " and " in item for item in items)
    held = "; ".join(items) if apart else listing(items)
    return "; ".join([held] * bool(items) + [payment_text(world, payment) for payment in payments])


def draft_short(world: State, draft: Draft) -> str:
    """A draft in one phrase: its title, then what it holds."""
    secret = "secret, " if draft.secret else ""
    return f"{title_in_sentence(draft.title)} ({secret}{clauses_short(world, draft.clauses, draft.payments)})"


def lasting(duration: int) -> str:
    """How long it lasts, as a sentence."""
    return f"It lasts {counted(duration, 'turn')}." if duration else "It has no term."


def leaving(notice: int) -> str:
    """How one leaves it, as a sentence."""
    if not notice:
        return "A party may leave it at once."
    return f"A party may leave {counted(notice, 'turn')} after saying so."


def draft_lines(world: State, draft: Draft) -> tuple[str, ...]:
    """A draft in full, one sentence a line: parties, clauses, payments, term, notice, openness."""
    lines = [f"Between {names(world, draft.parties)}."]
    lines += [f"{clause_title(clause)}: {clause_text(world, clause)}" for clause in draft.clauses]
    lines += [sentence_of(f"{payment_text(world, payment)} on signature") for payment in draft.payments]
    if draft.charter is not None:
        lines += charter_lines(world, draft.charter)
    if draft.amends:
        lines.insert(0, sentence_of(f"it would be the new text of {treaty_name(world, draft.amends)}"))
    if draft.clauses:
        lines += [lasting(draft.duration), leaving(draft.notice)]
    if draft.secret:
        lines.append("It is secret: known to its parties alone.")
    return tuple(lines)


def treaty_lines(world: State, treaty: Treaty, treaty_id: str = "") -> tuple[str, ...]:
    """A treaty in full, one sentence a line, with its state today; its plans, where its id is given."""
    lines = [f"Between {names(world, treaty.parties)}."]
    lines += [f"{clause_title(clause)}: {clause_text(world, clause)}" for clause in treaty.clauses]
    if treaty.charter is not None:
        lines += [*charter_lines(world, treaty.charter), *standing_lines(world, treaty_id, treaty)]
    lines += [lasting(treaty.duration), leaving(treaty.notice)]
    if treaty.signed > 0:
        lines.append(f"Signed in turn {treaty.signed}, {date_text(world, treaty.signed)}.")
    else:
        lines.append("It stood before the game began.")
    if treaty.secret:
        lines.append("It is secret: known to its parties alone.")
    for party, free in treaty.leaving.items():
        lines.append(sentence_of(f"{name(world, party)} has announced that it leaves, and is free from turn {free}"))
    if treaty.ended:
        lines.append(f"It ended in turn {treaty.ended}.")
    return tuple(lines)


def case_text(world: State, crisis: Crisis) -> str:
    """Who stands against whom in a case, and where, as a phrase beside its name."""
    return f"{name(world, crisis.challenger)} against {name(world, crisis.target)} in {theatre(world, crisis.theatre)}"
