"""Terms of the clauses of joint work and of restraint on the drafting table, and the terms they usually begin with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from game.core.clauses import Clause, ClauseType
from game.core.drafts import Draft
from game.core.duties import Matter
from game.core.joint_work import (
    CyberDeterrence,
    Favour,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    TechnologyTransfer,
)
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import State
from game.reports.joint_words import Joint
from game.reports.words import name_bare
from game.ui.kit import Caption, Check, Column, Dropdown, Segmented, Widget
from game.ui.scenes.draft_terms import field

ICONS: Final[dict[str, str]] = {
    "confidence_building": "envelope-open",
    "arms_limits": "lock",
    "standardisation": "gear",
    "integrated_command": "forces",
    "personnel_exchange": "person",
    "cyber_defence": "search",
    "cyber_deterrence": "clash",
    "technology_transfer": "up",
    "resilience": "security",
    "disaster_response": "support",
    "peacekeeping": "globe",
    "reconstruction": "undo",
    "mutual_support": "trust",
}
PURPOSES: Final[dict[str, str]] = {
    "confidence_building": "Exercises near each other are announced: less alarm between rivals.",
    "arms_limits": "No party raises forces beyond a ceiling.",
    "standardisation": "One standard of arms: what is practised lasts and grows.",
    "integrated_command": "Forces held together in peacetime: believed, and coordinated.",
    "personnel_exchange": "Officers serve with each other: culture stands less between them.",
    "cyber_defence": "Hidden hands are looked for together; the ablest help.",
    "cyber_deterrence": "A declared answer to sabotage and cyber attack.",
    "technology_transfer": "One hands its technology to those behind it.",
    "resilience": "Each invests in taking a shock.",
    "disaster_response": "Each gives when a disaster strikes another.",
    "peacekeeping": "Forces stand where a case has come to blows or frozen.",
    "reconstruction": "Who was struck in war is helped to rebuild.",
    "mutual_support": "Favours: I back your case, you back my claim or motion.",
}
UNITS: Final[dict[str, tuple[str, str, str, str]]] = {
    "arms_limits": ("ceiling", "Ceiling", "FP", "who has more keeps it, and raises none"),
    "integrated_command": ("share", "Under command", "%", "of those that may leave home"),
    "technology_transfer": ("amount", "How much", "RP", "a turn for each that is behind"),
    "resilience": ("amount", "How much", "RP", "a turn from each; two make one point"),
    "disaster_response": ("amount", "How much", "RP", "from each of the others"),
    "peacekeeping": ("forces", "How many", "FP", "from each that is no side of the case"),
    "reconstruction": ("amount", "How much", "RP", "a turn from each, for three turns"),
}
"""The number a clause is set by: its term, its label, its unit, and what it is of."""

ANSWERS: Final = (("defensive", "Denounce together"), ("offensive", "Answer in kind"))
OFFICERS: Final = ((1, "A few officers"), (2, "Whole staffs"))
MATTERS: Final[tuple[tuple[Matter, str], ...]] = (
    ("case", "speaks for it when challenged"),
    ("claim", "does not stand against its demands"),
    ("motion", "votes for its motions"),
)

To = Callable[..., None]


def joint_terms(
    world: State, draft: Draft, clause: Joint, to: To, number: Callable[[str, str], Widget], areas: Callable[[], Widget]
) -> list[Widget]:
    """What can be set in one of these clauses. ``number`` and ``areas`` make the steps and the list of theatres."""
    key, found = clause.kind, list[Widget]()
    if isinstance(clause, TechnologyTransfer):
        givers = [(name, name_bare(world, name)) for name in draft.parties]
        found.append(
            field(
                "Who gives",
                Dropdown(givers, clause.donor, lambda v: to(donor=v), label="Who gives", key=f"{key}-donor"),
            )
        )
    if key in UNITS:
        term, label, unit, of = UNITS[key]
        found.append(field(label, number(term, unit), Caption(of)))
    match clause:
        case ConfidenceBuilding():
            found += [
                field("Observers", Check("may come and look", clause.observers, lambda on: to(observers=on))),
                field("Distance", Check("large ones kept away", clause.keep_away, lambda on: to(keep_away=on))),
            ]
        case PersonnelExchange():
            how = Segmented(OFFICERS, clause.level, lambda v: to(level=v), label="How many", key=f"{key}-level")
            found.append(field("How many", how))
        case CyberDeterrence():
            how = Segmented(ANSWERS, clause.answer, lambda v: to(answer=v), label="Answer", key=f"{key}-answer")
            found.append(field("Answer", how))
        case Peacekeeping():
            found.append(field("Where", areas(), grow=True))
        case MutualSupport():
            found.append(field("Favours", _favours(world, draft, clause, to), grow=True))
    return found


def _favours(world: State, draft: Draft, clause: MutualSupport, to: To) -> Widget:
    """A line of choices for each party that may stand behind another."""

    def changed(one: Favour, on: bool) -> None:
        kept = tuple(had for had in clause.favours if (had.by, had.whom, had.matter) != (one.by, one.whom, one.matter))
        to(favours=(*kept, one) if on else kept)

    rows: list[Widget] = []
    for by in draft.parties:
        for whom in draft.parties:
            if by == whom:
                continue
            held = [one.matter for one in clause.favours if (one.by, one.whom) == (by, whom)]
            checks = [
                Check(
                    words,
                    matter in held,
                    partial(changed, Favour(by, whom, matter)),
                    key=f"favour-{by}-{whom}-{matter}",
                )
                for matter, words in MATTERS
            ]
            rows.append(Column(Caption(f"{name_bare(world, by)} for {name_bare(world, whom)}"), *checks, gap=0))
    return Column(*rows)


def default_joint(made: ClauseType, draft: Draft, world: State) -> Clause | None:
    """One of these clauses with its usual terms; None where the clause is another's, or needs no more than itself."""
    parties = [name for name in draft.parties if name in world.nations]
    if made is TechnologyTransfer and parties:
        return TechnologyTransfer(donor=max(parties, key=lambda name: world.nations[name].technology))
    if made is MutualSupport:
        return MutualSupport(favours=tuple(Favour(a, b, "case") for a in parties for b in parties if a != b))
    if made is ArmsLimits and parties:
        most = max(world.nations[name].forces for name in parties)
        return ArmsLimits(ceiling=min(300, -(-most // 10) * 10))
    return None
