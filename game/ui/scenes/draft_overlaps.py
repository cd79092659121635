"""A draft beside the treaties that stand: what it repeats of them, and where it pulls against one."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.clauses import BurdenSharing, Consultation, MutualDefence, Neutrality
from game.core.drafts import Draft
from game.core.duties import Abstain, Guard
from game.core.options import treaties_of
from game.core.triggers import duties_of
from game.core.world import State, Treaty
from game.reports.grammar import sentence_of
from game.reports.treaties import clause_title
from game.reports.words import name, names, title_in_sentence


@dataclass(frozen=True)
class Overlap:
    """A draft beside a treaty that stands."""

    clash: bool
    """Whether the two pull apart; otherwise one merely repeats the other."""
    text: str


def overlaps(world: State, draft: Draft) -> tuple[Overlap, ...]:
    """What a draft repeats of the treaties in force, and where it pulls against one of them."""
    found: list[Overlap] = []
    for treaty in world.treaties.values():
        if treaty.ended:
            continue
        both = tuple(party for party in draft.parties if party in treaty.parties)
        if len(both) >= 2:
            found += _repeats(world, draft, treaty, both)
    for clause in draft.clauses:
        if isinstance(clause, MutualDefence):
            found += [*_clashes(world, draft, clause), *_against_neutrals(world, draft, clause)]
        elif isinstance(clause, Neutrality):
            found += _neutral_guards(world, draft)
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


def _clashes(world: State, draft: Draft, clause: MutualDefence) -> list[Overlap]:
    """Parties that would owe aid on both sides of one quarrel."""
    found: list[Overlap] = []
    for party in draft.parties:
        for treaty_id, treaty in treaties_of(world, party):
            for duty in duties_of(treaty_id, treaty):
                if not isinstance(duty, Guard) or duty.by != party:
                    continue
                for ward in duty.wards:
                    if ward in draft.parties or ward not in world.nations:
                        continue
                    title = title_in_sentence(treaty.title)
                    if ward in clause.against:
                        said = f"it is aimed at {name(world, ward)}, whom {name(world, party)} must aid under {title}"
                        found.append(Overlap(True, sentence_of(said)))
                    elif not clause.against and any(foe in draft.parties for foe in duty.against):
                        foes = names(world, [foe for foe in duty.against if foe in draft.parties])
                        said = f"{title} has {name(world, party)} aid {name(world, ward)} against {foes}, its new ally"
                        found.append(Overlap(True, sentence_of(said)))
    return found


def _against_neutrals(world: State, draft: Draft, clause: MutualDefence) -> list[Overlap]:
    """Parties that have promised not to join others against a nation this guarantee may be called against."""
    found: list[Overlap] = []
    for party in draft.parties:
        for treaty_id, treaty in treaties_of(world, party):
            for duty in duties_of(treaty_id, treaty):
                if not isinstance(duty, Abstain) or duty.by != party or "join" not in duty.acts:
                    continue
                for other in duty.toward:
                    if other not in draft.parties and (not clause.against or other in clause.against):
                        title = title_in_sentence(treaty.title)
                        said = f"{title} keeps {name(world, party)} from joining others against {name(world, other)}"
                        found.append(Overlap(True, sentence_of(said)))
    return found


def _neutral_guards(world: State, draft: Draft) -> list[Overlap]:
    """Guarantees that may call one party against another, though they promise neutrality."""
    found: list[Overlap] = []
    for party in draft.parties:
        for treaty_id, treaty in treaties_of(world, party):
            for duty in duties_of(treaty_id, treaty):
                if not isinstance(duty, Guard) or duty.by != party:
                    continue
                for other in draft.parties:
                    if other in (party, *duty.wards) or (duty.against and other not in duty.against):
                        continue
                    title = title_in_sentence(treaty.title)
                    said = f"{title} may call {name(world, party)} against {name(world, other)}, and this forbids it"
                    found.append(Overlap(True, sentence_of(said)))
    return found
