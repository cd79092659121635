"""A draft beside the treaties that stand: what it repeats of them, and where it pulls against one."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.clauses import BurdenSharing, Consultation, MutualDefence
from game.core.drafts import Draft
from game.core.prospects import Contradiction
from game.core.world import State, Treaty
from game.reports.grammar import sentence_of
from game.reports.prospect_words import contradiction_text
from game.reports.treaties import clause_title
from game.reports.words import names, title_in_sentence


@dataclass(frozen=True)
class Overlap:
    """A draft beside a treaty that stands."""

    clash: bool
    """Whether the two pull apart; otherwise one merely repeats the other."""
    text: str


def overlaps(world: State, draft: Draft, contradictions: tuple[Contradiction, ...] = ()) -> tuple[Overlap, ...]:
    """What a draft repeats of the treaties in force, and where it pulls against one of them."""
    found: list[Overlap] = []
    # What members of a pact have signed beside it is no news when it takes in another.
    before = world.treaties.get(draft.amends)
    old = set(before.parties) if before is not None and len(before.parties) < len(draft.parties) else set()
    for key, treaty in world.treaties.items():
        if treaty.ended or key == draft.amends:
            continue
        both = tuple(party for party in draft.parties if party in treaty.parties)
        if len(both) >= 2 and not old.issuperset(both):
            found += _repeats(world, draft, treaty, both)
    found += [Overlap(True, contradiction_text(world, one)) for one in contradictions]
    seen: list[Overlap] = []
    for one in found:
        if one not in seen:
            seen.append(one)
    return tuple(seen)


def _repeats(world: State, draft: Draft, treaty: Treaty, both: tuple[str, ...]) -> list[Overlap]:
    had = {clause.kind: clause for clause in treaty.clauses}
    title, who = title_in_sentence(treaty.title), names(world, both)
    found: list[Overlap] = []
    for clause in draft.clauses:
        old = had.get(clause.kind)
        if isinstance(clause, MutualDefence) and isinstance(old, MutualDefence):
            wide = not old.area or (bool(clause.area) and all(where in old.area for where in clause.area))
            any_foe = not old.against or (bool(clause.against) and all(foe in old.against for foe in clause.against))
            firm = ("own_way", "consulted", "automatic")
            as_firm = firm.index(old.automaticity) >= firm.index(clause.automaticity)
            if wide and any_foe and as_firm:
                said = f"{title} already binds {who} to as much aid"
            elif old.against and not clause.against:
                said = f"{title} names {names(world, old.against)} alone; this would answer others as well"
            else:
                said = f"{title} already binds {who} to aid on other terms; both would stand, each with its earmark"
            found.append(Overlap(False, sentence_of(said)))
        elif isinstance(clause, Consultation) and isinstance(old, Consultation):
            if not old.area or (clause.area and all(where in old.area for where in clause.area)):
                found.append(Overlap(False, sentence_of(f"{title} already asks {who} to consult")))
        elif isinstance(clause, BurdenSharing) and isinstance(old, BurdenSharing):
            found.append(Overlap(False, sentence_of(f"{title} already pledges {old.target} % of income")))
        elif clause == old:
            found.append(Overlap(False, sentence_of(f"{title} already holds {clause_title(clause).lower()}")))
    return found
