"""What an alliance is, as pieces of a screen: charter, members, cohesion, plans; the council chamber and the side panel
share them."""

from __future__ import annotations

from game.core.arith import divide
from game.core.charters import Charter
from game.core.cohesion import cohesion
from game.core.councils import beneath_creed, rehearsal
from game.core.duties import THREAT_WORDS
from game.core.world import State, Treaty
from game.reports.breakdown import measure_lines
from game.reports.council_words import DUTY_KIND_WORDS, charter_lines
from game.reports.grammar import capital, figure, listing
from game.reports.words import theatre
from game.ui import theme
from game.ui.kit import Bar, Caption, Chip, Column, Label, Quiet, Row, Tip, Widget
from game.ui.scenes.parts import Follow, ReasonLine, first, linked, nation_link, section
from game.ui.session import Session

_COHESION_TIP = Tip(
    title="Cohesion, 0 to 100",
    text="How far the members would act as one. A plain treaty stands at 50; a fifth of the distance from there moves "
    "how its guarantees are believed and how well members that come fight together.",
)


def charter_section(world: State, charter: Charter) -> Widget | None:
    """What the members are together for, and how they decide."""
    return section("Charter", *[Label(line) for line in charter_lines(world, charter)], gap=theme.GRID)


def members_section(world: State, treaty: Treaty, charter: Charter, me: str, follow: Follow) -> Widget | None:
    """The members, each with what sets it apart in this council."""
    lines = [_member(world, treaty, charter, one, me, follow) for one in treaty.parties if one in world.nations]
    return section(f"Members ({figure(len(lines))})", *lines, gap=theme.GRID)


def _member(world: State, treaty: Treaty, charter: Charter, who: str, me: str, follow: Follow) -> Widget:
    notes: list[str] = []
    if charter.leader == who:
        notes.append("leads the council")
    if charter.seat == who:
        notes.append("host of the council")
    if who in beneath_creed(world, treaty):
        notes.append("beneath the creed" + (", waived" if who in treaty.waived else ""))
    exempt = [DUTY_KIND_WORDS[out.duty] for out in charter.opt_outs if out.party == who]
    if exempt:
        notes.append(f"exempt from {listing(exempt)}")
    if who in treaty.leaving:
        notes.append(f"leaves, free from turn {figure(treaty.leaving[who])}")
    if charter.rule == "weighted":
        whole = sum(max(1, world.nations[one].potential) for one in treaty.active)
        share = divide(100 * max(1, world.nations[who].potential), whole) if who in treaty.active else 0
        notes.append(f"{figure(share)} % of the votes")
    name = linked(first(nation_link(world, who)), follow, key=f"member-{who}")
    return Row(
        Column(name, Caption(capital("; ".join(notes))) if notes else None, gap=0, grow=1),
        Chip("You", icon="person") if who == me else None,
        Chip("Suspended", icon="lock", colour=theme.WORSE) if who in treaty.suspended else None,
    )


def cohesion_section(session: Session, key: str, treaty: Treaty) -> Widget | None:
    """Cohesion as a bar, and under it the parts it is made of."""
    world = session.world
    found = cohesion(world, session.appraisal.ground, key, treaty)
    bar = Bar(
        "Cohesion",
        found.value,
        wanted=50,
        shown=f"{figure(found.value)} of 100",
        colour=theme.BETTER if found.value >= 50 else theme.WORSE,
        tooltip=_COHESION_TIP,
    )
    parts = measure_lines(world, found)
    # The start says neither good nor ill of this alliance.
    lines = [
        ReasonLine(line.label, line.figure, None if part.name == "start" else line.good)
        for line, part in zip(parts, sorted(found.parts, key=lambda part: -abs(part.amount)), strict=True)
    ]
    return section("How far it holds together", bar, Column(*lines, gap=0))


def plans_section(world: State, key: str) -> Widget | None:
    """The contingency plans, each with its rehearsal against the mark from which it answers by itself."""
    bars: list[Widget] = []
    for plan in world.plans.get(key, {}).values():
        now = rehearsal(world, plan)
        ready = now >= world.rules.plan_rehearsed
        bars.append(
            Bar(
                f"{capital(THREAT_WORDS[plan.threat])}, {theatre(world, plan.theatre)}",
                now,
                wanted=world.rules.plan_rehearsed,
                shown=f"{figure(now)} of 100",
                colour=theme.BETTER if ready else theme.LINK,
                tooltip=f"Agreed in turn {figure(plan.agreed)}. It answers in the first round from "
                f"{figure(world.rules.plan_rehearsed)} on; exercises of the alliance there practise it, and it fades.",
            )
        )
    return section("Contingency plans", *(bars or [Quiet("None that you know of.")]))
