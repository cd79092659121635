"""What a clause on the drafting table would mean here: in points, ranges and steps, beside its terms."""

from __future__ import annotations

from game.core.clauses import (
    Basing,
    CapacityBuilding,
    Clause,
    IntelligenceSharing,
    Neutrality,
    NonAggression,
)
from game.core.drafts import Draft
from game.core.geography import REACH, steps
from game.core.view import sharpness
from game.core.world import State
from game.reports.clause_words import AS_WIDE
from game.reports.grammar import figure, listing, sentence_of, signed
from game.reports.words import adjective, name, rp, theatre
from game.ui.scenes.draft_joint_explained import joint_explained


def explained(world: State, draft: Draft, clause: Clause, me: str) -> tuple[str, ...]:
    """What keeping and breaking it comes to, a sentence each; empty where its terms say it all."""
    rules = world.rules
    match clause:
        case NonAggression():
            return (
                (
                    "Pressing a demand on a party breaks it: trust "
                    f"{signed(rules.trust_broke_abstain)} with that party, and the ledger takes it down. "
                    "Letting a case rest keeps it."
                ),
                f"It takes {figure(rules.hostility_abstain)} off the hostility of each party toward the others.",
            )
        case Neutrality():
            return (
                (
                    "Pressing a demand on a party breaks it: trust "
                    f"{signed(rules.trust_broke_abstain)} with that party. So does coming or giving support "
                    "against a party in a case it presses: "
                    f"{signed(rules.trust_joined)}."
                ),
                f"It takes {figure(rules.hostility_abstain)} off the hostility of each party toward the others.",
            )
        case IntelligenceSharing():
            return (_shown(world, clause.level, me), _levels(world))
        case CapacityBuilding():
            others = max(0, len(draft.parties) - 1)
            who = "You pay" if clause.donor == me else sentence_of(f"{name(world, clause.donor)} pays").rstrip(".")
            income = world.nations[clause.donor].income if clause.donor in world.nations else 0
            of = f", of an income of {rp(income)}" if income else ""
            return (
                f"{who} {rp(clause.amount * others)} a turn in all{of}, at each Resolution.",
                (
                    f"The giver may withhold it in its orders: that breaks its word, trust "
                    f"{signed(rules.trust_broke_duty)} with each of the others. Paid, it earns "
                    f"{signed(rules.trust_kept_duty)}. Who cannot pay is excused."
                ),
            )
        case Basing():
            return (_reach(world, draft, clause.host), "The host gives up freedom of action; the guests do not.")
        case _:
            return joint_explained(world, draft, clause)


def _widths(world: State, halved: int) -> str:
    rules = world.rules

    def wide(width: int) -> str:
        return figure(max(1, width >> halved))

    return (
        f"readiness to {wide(rules.band_readiness)}, support to {wide(rules.band_support)}, the treasury to "
        f"{wide(rules.band_treasury)} RP, the autonomy wanted to {wide(rules.band_autonomy)}"
    )


def _shown(world: State, level: int, me: str) -> str:
    """What the seat would know of the others, its own services counted in."""
    own = sharpness(world.rules, world.nations[me])
    return f"You would know of each of the others: {_widths(world, own + level)}. Without it: {_widths(world, own)}."


def _levels(world: State) -> str:
    words = [f"{named} {AS_WIDE[level]}" for level, named in ((1, "summaries"), (2, "reports"), (3, "in full"))]
    return (
        f"Ranges by level: {listing(words)}. Each level takes {figure(world.rules.autonomy_intelligence)} of autonomy."
    )


def _reach(world: State, draft: Draft, host: str) -> str:
    """How much of each guest's forces would count at the host's home, now and with the base."""
    known = world.nations.get(host)
    if known is None:
        return ""
    said = []
    for guest in draft.parties:
        if guest == host or guest not in world.nations:
            continue
        nation = world.nations[guest]
        distance = steps(world, nation.home, known.home)
        sea = 1 if nation.sea_power else 0
        now, then = REACH[max(0, distance - sea)] // 10, REACH[max(0, distance - sea - 1)] // 10
        forces = f"{adjective(world, guest)} {figure(now)}"
        said.append(f"{forces} → {figure(then)} %" if then != now else f"{forces} % as before")
    if not said:
        return "Choose who may use it."
    return f"Forces that count in {theatre(world, known.home)}, from their home: {listing(said)}."
