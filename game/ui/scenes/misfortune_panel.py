"""The side panel on a misfortune: what it asks, who gave, and how likely a hidden hand is to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.acts import Accuse
from game.core.arith import divide
from game.core.attribution import attribution_chance, attribution_range, relief_need
from game.core.misfortunes import Misfortune
from game.core.rules import Rules
from game.core.world import State
from game.reports.grammar import capital, counted, figure, signed
from game.reports.hardship_words import OUTCOMES, givers, hidden_hand
from game.reports.sentences import sentence
from game.reports.words import date_text, misfortune_name, name, rp
from game.ui import theme
from game.ui.kit import Bar, Button, Caption, Column, Figure, Heading, Label, Quiet, Run, Widget
from game.ui.scenes.accusing import suspects
from game.ui.scenes.parts import ReasonLine, first, linked, nation_link, section
from game.ui.scenes.war import after_war_text

if TYPE_CHECKING:
    from game.ui.scenes.actions import Actions
    from game.ui.session import Session


def misfortune_link(world: State, fate_id: str) -> Run:
    """A misfortune's name that leads to it."""
    return Run(misfortune_name(world, fate_id), link=f"misfortune:{fate_id}")


def misfortune_panel(session: Session, key: str, acts: Actions) -> Widget:
    """Everything about a misfortune, as the seat may know it."""
    fate = session.world.misfortunes[key]
    hidden = hidden_hand(session.world, key)
    return Column(
        _head(session, key, fate, acts),
        _found(session, fate) if hidden else _needed(session, key, fate),
        None if hidden else _gave(session, key, fate, acts),
        _options(session, key, fate, acts) if not hidden and fate.live else None,
        _accusing(session, key, fate, acts) if hidden and fate.target == session.nation else None,
        gap=theme.GROUPS,
    )


def hardships_of(session: Session, nation: str, acts: Actions) -> Widget | None:
    """The misfortunes a nation lives with, each with the way to it; nothing where there is none."""
    world = session.world
    rows = [
        linked([first(misfortune_link(world, key)), f": {_state(world, key)}."], acts.follow, key=f"struck-{key}")
        for key, fate in world.misfortunes.items()
        if fate.live and fate.target == nation
    ]
    return section("Struck by", *rows)


def _state(world: State, key: str) -> str:
    """How a live misfortune stands, in a few words."""
    if hidden_hand(world, key):
        return "who did it is being sought"
    given = sum(world.misfortunes[key].given.values())
    return f"{rp(relief_need(world, key) - given)} of relief are needed this turn"


def _head(session: Session, key: str, fate: Misfortune, acts: Actions) -> Widget:
    world = session.world
    told = next((e for e in session.seat.events if e.kind == "misfortune" and e.about == key and e.who), None)
    return Column(
        Heading(capital(misfortune_name(world, key).removeprefix("the "))),
        linked([first(nation_link(world, fate.target)), f", {date_text(world, fate.since)}."], acts.follow, key="whom"),
        Quiet(sentence(told, world)) if told is not None else None,
        Label(f"{left}.") if (left := after_war_text(world, fate.case)) else None,
        gap=theme.INSIDE,
    )


# --- a disaster


def _needed(session: Session, key: str, fate: Misfortune) -> Widget | None:
    world = session.world
    need, given = relief_need(world, key), sum(fate.given.values())
    mine = session.seat.sheet.relief.get(key, 0) if fate.live else 0
    return section(
        capital(OUTCOMES[fate.outcome]) if fate.outcome else "Relief is asked for this turn",
        Figure("Severity", f"{figure(fate.severity)} of 5"),
        Figure("Needed", rp(need), tooltip=f"{rp(world.rules.relief_per_severity)} for each step of severity."),
        Bar("Given", round(100 * min(given, need) / max(1, need)), shown=f"{figure(given)} of {rp(need)}")
        if not fate.live
        else None,
        Figure("In your orders", rp(mine)) if fate.live else None,
        Caption(_judged(world.rules, fate.severity)) if fate.live else None,
        gap=theme.GRID,
    )


def _judged(rules: Rules, severity: int) -> str:
    """How relief is judged."""
    lost = rules.relief_support_unmet * severity
    return (
        f"At the resolution all relief is added up. Met in full, support there rises by {rules.relief_support_met}; "
        f"half or more, it falls by {figure(-divide(lost, 2))}; less, by "
        f"{figure(-lost)}. What others give is known only then."
    )


def _gave(session: Session, key: str, fate: Misfortune, acts: Actions) -> Widget | None:
    world = session.world
    lines = [
        ReasonLine(capital(name(world, who)) + (" (its own)" if who == fate.target else ""), rp(fate.given[who]), None)
        for who in givers(world, key)
    ]
    if not lines and not fate.live:
        return section("Who gave", Quiet("Nobody gave relief."))
    return section("Who gave", *lines, gap=theme.GRID)


def _options(session: Session, key: str, fate: Misfortune, acts: Actions) -> Widget | None:
    rules, mine = session.world.rules, session.seat.sheet.relief.get(key, 0)
    words = "Change the relief in the orders" if mine else "Give relief in the orders"
    whose = "your own people" if fate.target == session.nation else name(session.world, fate.target)
    earns = (
        f"Met in full, the trust of {whose} in each who gave moves by {signed(rules.trust_relief)}, met in part by "
        f"{signed(rules.trust_relief // 2)}; it fades fast. Who gave most gains 1 influence."
    )
    return section(
        "What you may do",
        Button(words, lambda: acts.orders("hardship"), icon="support", key="give-relief"),
        Caption(earns if fate.target != session.nation else "What you give yourself counts like any other relief."),
    )


# --- a hidden hand


def _accusing(session: Session, key: str, fate: Misfortune, acts: Actions) -> Widget | None:
    """The victim may name somebody; what it has said stands here."""
    world = session.world
    if fate.accused:
        return section("What you have said", Label(f"You have accused {name(world, fate.accused)}."))
    likeliest = suspects(session, key)[0]
    problems = session.problems(Accuse(misfortune=key, suspect=likeliest[0]))
    if not fate.live and problems:
        return None
    return section(
        "What you may do",
        Button(
            "Accuse…",
            lambda: acts.accuse(key),
            icon="search",
            problem=" ".join(problem.text for problem in problems),
            key="accuse",
            tooltip="Name a nation before all the world, proved or not. It takes an initiative, once.",
        ),
        Caption(
            "It has been found who did it: saying so brings it before the world."
            if fate.attributed
            else "You may name a nation before it is proved; your staff says whom it suspects."
        ),
    )


def _found(session: Session, fate: Misfortune) -> Widget | None:
    world, me, rules = session.world, session.nation, session.world.rules
    if fate.attributed:
        return section(
            "Laid at somebody's door",
            Label(f"{capital(name(world, fate.culprit))} did it, and everybody knows.", colour=theme.WORSE),
            _cost(rules),
        )
    if not fate.live:
        words = "Nobody was found, and the search was given up."
        own = Label("It was your order. Nobody but you knows.", colour=theme.ACCENT) if fate.culprit == me else None
        return section(capital(OUTCOMES["unattributed"]), Label(words), own)
    left = rules.attribution_turns - (world.turn - fate.since)
    if fate.culprit == me:
        chance = attribution_chance(world, fate.target, me)
        return section(
            "Your order, and nobody knows it",
            Bar("Chance of being found, a turn", chance, shown=f"{figure(chance)} %", colour=theme.SIGNED[0]),
            Caption(f"The author is sought for {counted(left, 'more turn')}."),
            _cost(rules),
        )
    low, high = attribution_range(world, fate.target)
    shown = f"{figure(low)} %" if low == high else f"{figure(low)} to {figure(high)} %"
    return section(
        "Who did it is not known",
        Bar("Chance of finding out, a turn", high, shown=shown, wanted=low, tooltip="It depends on who did it."),
        Caption(
            f"The author is sought for {counted(left, 'more turn')}. The intelligence of {name(world, fate.target)}, "
            "and what others let it see by treaty, raise the chance; that of whoever did it lowers it."
        ),
        _cost(rules),
    )


def _cost(rules: Rules) -> Widget:
    return Caption(
        f"Found out, the author loses {figure(-rules.trust_attributed)} trust with the nation harmed, "
        f"{figure(-rules.trust_attributed_onlooker)} with each of its treaty partners, and 1 influence; the nation "
        f"harmed is provoked by {figure(rules.provoked_attributed)}."
    )
