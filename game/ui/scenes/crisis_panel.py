"""The side panel on a crisis: its stage, who stands where, what each treaty says; `crisis_ways` is what may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.challenge import back_down_cost, challenge, local_balance
from game.core.crises import Crisis
from game.core.duties import Guard
from game.core.options import treaties_of
from game.core.triggers import duties_of, reading
from game.core.world import State
from game.reports.grammar import capital, figure
from game.reports.kind_words import MEANS_WORDS, kind_lines
from game.reports.treaties import reading_text
from game.reports.words import (
    STAGE_WORDS,
    STANCE_PAST,
    crisis_name,
    demand,
    fp,
    name,
    name_first,
    outcome_text,
    treaty_name,
)
from game.ui import theme
from game.ui.kit import Bar, Caption, Column, Figure, Heading, Label, Quiet, Run, Widget
from game.ui.scenes.crisis_ways import crisis_ways
from game.ui.scenes.parts import Ladder, first, linked, nation_link, section, treaty_link
from game.ui.scenes.showdown_case import story
from game.ui.scenes.war import war_part

if TYPE_CHECKING:
    from game.ui.scenes.actions import Actions
    from game.ui.session import Session


def crisis_panel(session: Session, key: str, acts: Actions) -> Widget:
    """Everything about a case, as the seat may know it."""
    world = session.world
    crisis = world.crises[key]
    return Column(
        _head(session, key, crisis, acts),
        _facts(session, crisis),
        war_part(session, key, crisis, acts),
        crisis_ways(session, key, crisis, acts),
        _readings(session, key, crisis, acts),
        _stands(world, crisis, acts),
        _deterrence(session, crisis),
        gap=theme.GROUPS,
    )


def _head(session: Session, key: str, crisis: Crisis, acts: Actions) -> Widget:
    world = session.world
    if crisis.stage == "fighting":
        ended = {"fighting": "War"}
    else:
        ended = {"settled": "Settled", "frozen": "Frozen", "war": "War", "lapsed": "Lapsed"}
    steps = ("Brewing", "Open", "Showdown", ended.get(crisis.stage, "End"))
    place = {"brewing": 0, "open": 1, "showdown": 2}.get(crisis.stage, 3)
    title = crisis_name(world, key).removeprefix("the ")
    colour = theme.WORSE if crisis.stage in ("showdown", "fighting", "war") else theme.ACCENT
    return Column(
        Heading(capital(title)),
        linked(
            [first(nation_link(world, crisis.challenger)), " against ", nation_link(world, crisis.target), "."],
            acts.follow,
            key="sides",
        ),
        Quiet(story(session, key)),
        Ladder(steps, place, colour=colour),
        gap=theme.INSIDE,
    )


def _facts(session: Session, crisis: Crisis) -> Widget | None:
    world = session.world
    lines: list[Widget] = [
        Figure("Stakes", f"{figure(crisis.stakes)} points", tooltip="What the matter is worth to the challenger."),
        Figure("Severity", f"{figure(crisis.severity)} of 5"),
        Figure("Before the world since", f"turn {figure(crisis.since)}"),
    ]
    if crisis.stage in ("open", "showdown"):
        cost = back_down_cost(session.appraisal, crisis.grade, len(crisis.answers), crisis.tone)
        lines.insert(0, Figure("Demand", capital(demand(crisis.grade))))
        lines.append(
            Figure(
                "Stepping back would cost it",
                f"{figure(cost)} points",
                tooltip="Each public step raises what the challenger loses by going back.",
            )
        )
    if crisis.stage in ("brewing", "open"):
        when = "this turn" if crisis.pace == "acute" or (crisis.opened and crisis.opened < world.turn) else "next turn"
        words = "When it is pressed" if crisis.stage == "brewing" else f"Comes to a showdown {when}"
        if crisis.stage == "open":
            lines.append(Caption(f"{words}, unless it ends before."))
    if crisis.live:
        lines += [Caption(line) for line in kind_lines(world, crisis)]
    if crisis.outcome:
        lines.append(Label(f"{capital(outcome_text(world, crisis))}."))
    if crisis.losses:
        lines.append(Figure("Lost by both sides", fp(crisis.losses)))
    return section(f"The case is {STAGE_WORDS[crisis.stage]}", *lines, gap=theme.GRID)


# --- what you may do


# --- what the treaties say, who stands where


def _readings(session: Session, key: str, crisis: Crisis, acts: Actions) -> Widget | None:
    """Every guarantee that touches the target, and how it reads this case."""
    world, me, lines = session.world, session.nation, list[tuple[bool, bool, Widget]]()
    for treaty_id, treaty in treaties_of(world, crisis.target):
        guards = [d for d in duties_of(treaty_id, treaty) if isinstance(d, Guard) and d.by != crisis.target]
        if not guards:
            continue
        readings = [reading(world, guard, crisis) for guard in guards]
        best = next((found for found in readings if found.holds), readings[0])
        mine = me in treaty.parties
        lines.append(
            (
                not mine,
                not best.holds,
                Column(
                    linked(first(treaty_link(world, treaty_id)), acts.follow, key=f"reads-{treaty_id}"),
                    Label(
                        [
                            Run("Binds you. " if mine and me != crisis.target and best.holds else "", bold=True),
                            reading_text(world, treaty_id, best.why, key),
                        ],
                        colour=theme.TEXT if best.holds else theme.QUIET,
                    ),
                    gap=0,
                ),
            )
        )
    lines.sort(key=lambda line: line[:2])
    found = [widget for _, _, widget in lines]
    return section("What each treaty says here", *found) or section(
        "What each treaty says here", Quiet(f"No guarantee protects {name(world, crisis.target)}.")
    )


def _stands(world: State, crisis: Crisis, acts: Actions) -> Widget | None:
    lines: list[Widget] = []
    for place, answers in enumerate(crisis.answers):
        lines.append(Caption(f"Round {place + 1}" if place < 2 else "The challenger's decision"))
        for who, answer in answers.items():
            forces = f" with {fp(answer.forces)}" if answer.forces else ""
            lines.append(
                linked([first(nation_link(world, who)), f" {STANCE_PAST[answer.stance]}{forces}."], acts.follow)
            )
    for call in crisis.calls:
        if not any(call.ally in answers for answers in crisis.answers):
            title = treaty_name(world, call.treaty)
            lines.append(
                linked(
                    [first(nation_link(world, call.ally)), f" is called under {title} with {fp(call.earmark)}."],
                    acts.follow,
                )
            )
    return section("Who stands where", *lines, gap=theme.GRID)


def _deterrence(session: Session, crisis: Crisis) -> Widget | None:
    """The chance that the challenge is held, and the line at which it stops paying, in the seat's own estimate."""
    if not crisis.live or crisis.stage == "fighting":
        return None
    world, table = session.world, session.appraisal
    kind = world.kinds[crisis.kind]
    sum_ = challenge(table, crisis.challenger, crisis.target, crisis.theatre, crisis.stakes, kind, crisis)
    held, line = sum_.held // 10, sum_.line // 10
    balance = local_balance(table, crisis) // 10
    by = (
        f"Chiefly by the pledge of {name(world, sum_.guarantor)}, believed {figure(sum_.credibility)} of 100."
        if sum_.guarantor
        else "No pledge stands behind it."
    )
    return section(
        "What deters, as you see it",
        Bar(
            "Chance of being held",
            held,
            wanted=line,
            shown=f"{figure(held)} %",
            colour=theme.BETTER if held >= line else theme.SIGNED[0],
            tooltip=f"The mark is the deterrence line, {figure(line)} %: from there a challenge stops paying.",
        ),
        Caption(by),
        Bar(
            f"{name_first(world, crisis.challenger)} in the local balance",
            balance,
            shown=f"{figure(balance)} %",
            colour=theme.SIGNED[0],
            tooltip=f"Its share by {MEANS_WORDS[kind.means]}, with what has been answered so far.",
        ),
    )
