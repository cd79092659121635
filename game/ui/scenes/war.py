"""A war in its panel: who fights with what, who is ahead, how it may end, and what it leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.attribution import relief_need
from game.core.challenge import defenders, local_balance
from game.core.crises import Crisis
from game.core.world import State
from game.reports.grammar import capital, counted, figure, number
from game.reports.words import fp, misfortune_name, name, name_first, rp
from game.ui import theme
from game.ui.kit import Bar, Button, Caption, Figure, Label, Run, Widget
from game.ui.scenes.parts import first, linked, nation_link, section

if TYPE_CHECKING:
    from game.ui.scenes.actions import Actions
    from game.ui.session import Session


def war_part(session: Session, key: str, crisis: Crisis, acts: Actions) -> Widget | None:
    """The fighting while it lasts, the help asked for once it is over; nothing for a case that saw no war."""
    if crisis.stage == "fighting":
        return _fighting(session, crisis, acts)
    return _aftermath(session, key, acts) if crisis.stage == "war" and crisis.fighting_since else None


def _fighting(session: Session, crisis: Crisis, acts: Actions) -> Widget | None:
    world, rules = session.world, session.world.rules
    share = local_balance(session.appraisal, crisis) // 10
    ahead = crisis.challenger if crisis.ahead > 0 else crisis.target if crisis.ahead < 0 else ""
    left = max(0, rules.war_turns - (world.turn - crisis.fighting_since))
    lines: list[Widget] = [
        Figure("At war since", f"turn {figure(crisis.fighting_since)}"),
        Label(f"{name_first(world, ahead)} has had the better of it so far." if ahead else "Neither side is ahead."),
    ]
    lines += [linked(_in_arms(world, crisis, who, sent), acts.follow) for who, sent in sides(world, crisis)]
    lines += [
        linked([first(nation_link(world, who)), " gives support without forces."], acts.follow)
        for who in defenders(crisis)[1]
    ]
    lines += [
        Bar(
            f"{name_first(world, crisis.challenger)} wins the next battle",
            share,
            shown=f"{figure(share)} %",
            colour=theme.SIGNED[0],
            tooltip="Its share of the forces that meet, with their readiness, reach and practice together.",
        ),
        Caption(
            f"Each turn the loser of a battle loses {figure(rules.clash_loser // 10)} % of what it engaged, the winner "
            f"{figure(rules.clash_winner // 10)} %; support falls by {number(rules.war_support)} for all in arms."
        ),
        Caption(
            "It ends when both sides offer to meet half way, when one sues for peace, when one collapses (support "
            f"below {number(rules.war_collapse)}, or a quarter of its forces left), or "
            + (
                f"after {counted(left, 'more turn')} by who stands better."
                if left
                else "this turn by who stands better."
            )
        ),
    ]
    if session.nation in (crisis.challenger, crisis.target):
        collapse = session.me.support - rules.war_collapse
        lines.append(
            Label(
                f"Your support stands {counted(max(0, collapse), 'point')} above where you could fight no longer.",
                colour=theme.ACCENT,
            )
        )
    return section("The war", *lines, gap=theme.GRID)


def sides(world: State, crisis: Crisis) -> tuple[tuple[str, int], ...]:
    """Who fights with what: half of the challenger's forces, all of the target's, and what others sent."""
    found = [
        (crisis.challenger, world.nations[crisis.challenger].forces // 2),
        (crisis.target, world.nations[crisis.target].forces),
    ]
    found += [(who, min(sent, world.nations[who].forces)) for who, sent in crisis.in_arms.items()]
    found += [(who, min(sent, world.nations[who].forces)) for who, sent in crisis.beside.items()]
    return tuple(found)


def _in_arms(world: State, crisis: Crisis, who: str, sent: int) -> list[str | Run]:
    had = crisis.began_with.get(who)
    since = f"; {fp(had)} in all when it began, {fp(world.nations[who].forces)} now" if had is not None else ""
    part = {crisis.challenger: " attacks", crisis.target: " defends itself"}.get(who, " has come to its aid")
    part = " attacks beside it" if who in crisis.beside else part
    return [first(nation_link(world, who)), f"{part} with {fp(sent)}{since}."]


def _aftermath(session: Session, key: str, acts: Actions) -> Widget | None:
    """What a war asks for once it is over, each turn with the way to give it."""
    world, rules = session.world, session.world.rules
    asked = {fate_id: fate for fate_id, fate in world.misfortunes.items() if fate.case == key}
    lines: list[Widget] = [
        linked(
            [
                first(Run(misfortune_name(world, fate_id), link=f"misfortune:{fate_id}")),
                f": {rp(relief_need(world, fate_id))} are asked for."
                if fate.live
                else f": {rp(sum(fate.given.values()))} of {rp(relief_need(world, fate_id))} came.",
            ],
            acts.follow,
            key=f"after-{fate_id}",
        )
        for fate_id, fate in asked.items()
    ]
    if any(fate.live for fate in asked.values()):
        lines.append(
            Button(
                "Give relief in the orders",
                lambda: acts.orders("hardship"),
                icon="support",
                problem=acts.closed(),
                key="give-relief",
            )
        )
    if world.turn - world.crises[key].ended <= rules.aftermath_turns:
        lines.append(
            Caption(
                f"Help is asked for in each of the {counted(rules.aftermath_turns, 'turn')} after a war. Where more "
                "than half of that is not met in full, the quarrel comes back, a step lighter."
            )
        )
    return section(f"After the war over {name(world, world.crises[key].target)}", *lines)


def after_war_text(world: State, case: str) -> str:
    """Why a misfortune that a war left behind is worth meeting; empty for any other."""
    if case not in world.crises:
        return ""
    sides_of = world.crises[case]
    return capital(
        f"it is what the war between {name(world, sides_of.challenger)} and {name(world, sides_of.target)} left "
        "behind; left alone, the quarrel comes back"
    )
