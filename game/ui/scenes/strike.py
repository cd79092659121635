"""After the second round: the challenger's decision and its price, its letter, and what came of the case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.core.arith import divide, scale
from game.core.challenge import back_down_cost, defenders, local_balance, strike_cost, strike_worth
from game.core.crises import Answer, Crisis, Stance
from game.core.events import Event
from game.reports.chronicle import chronicle
from game.reports.grammar import capital, figure, listing, plural, signed, signed_tenths
from game.reports.kind_words import BLOW_WORDS, MEANS_WORDS
from game.reports.sentences import sentence
from game.reports.words import STANCE_VERBS, crisis_name, date_text, fp, name, name_first
from game.ui import theme
from game.ui.kit import (
    STRONG,
    Caption,
    Column,
    Envelope,
    Figure,
    Heading,
    Icon,
    Label,
    Panel,
    Quiet,
    Row,
    ScreenTitle,
    Widget,
)
from game.ui.scenes.showdown_answer import Said
from game.ui.scenes.showdown_steps import Outcome
from game.ui.session import Session
from game.ui.theme import Colour

LETTERS: Final[dict[Stance, str]] = {
    "stand_firm": "We stand firm.",
    "negotiate": "We will negotiate.",
    "concede": "We give way.",
    "invoke": "We call upon our allies.",
    "come": "We come.",
    "join": "We stand with the challenger.",
    "support": "You have our support.",
    "mediate": "We offer to mediate.",
    "stay_out": "We stay out.",
    "refuse": "We decline the call.",
    "back_down": "We withdraw the demand.",
    "settle": "We are ready to settle.",
    "strike": "Our forces have orders to move.",
}
_WARM: Final[Colour] = theme.mix(theme.BETTER, theme.SEA, 0.62)
_COLD: Final[Colour] = theme.mix(theme.WORSE, theme.SEA, 0.45)
_INK: Final[Colour] = theme.mix(theme.SEA, theme.LAND, 0.3)
TONES: Final[dict[Stance, Colour]] = {
    "stand_firm": _WARM,
    "come": _WARM,
    "support": _WARM,
    "back_down": _WARM,
    "concede": _COLD,
    "refuse": _COLD,
    "join": _COLD,
    "strike": _COLD,
}
"""Ink of a letter on its paper: for those who stood by the target, against, and neither."""
_BIG = 280
CLOSED = 0.62
"""Height of a sealed envelope to its width."""
TALL = 1.08
"""Height of an envelope with its letter drawn out, to its width."""


def letter_of(stance: Stance, forces: int) -> str:
    """What stands in a letter."""
    if stance == "join" and forces:
        return f"We stand with the challenger, with {fp(forces)}."
    return f"We come, with {fp(forces)}." if stance == "come" and forces else LETTERS[stance]


def tone_of(stance: Stance) -> Colour:
    """The ink of a letter."""
    return TONES.get(stance, _INK)


# --- the decision, for a seat that is the challenger


def decision_column(session: Session, key: str) -> Widget:
    """What the challenger knows before it decides: who stands against it, its own resolve, the sum of a strike."""
    world, table = session.world, session.appraisal
    crisis = world.crises[key]
    came, support, _ = defenders(crisis)
    share = divide(local_balance(table, crisis), 10)
    worth = strike_worth(table, crisis)
    against = [
        name(world, crisis.target),
        *(f"{name(world, who)} with {fp(forces)}" for who, forces in came.items()),
        *(f"{name(world, who)} in support" for who in support),
    ]
    return Column(
        Label("The sum, as your staff does it", face=STRONG),
        Panel(
            Column(
                Figure("Your share of the forces that would meet", f"{figure(share)} %"),
                Figure("At stake, won or lost", f"{figure(crisis.stakes)} points"),
                Figure("Cost of striking", f"{figure(strike_cost(table, crisis))} points"),
                Figure(
                    "Cost of stepping back",
                    f"{figure(back_down_cost(table, crisis.grade, len(crisis.answers), crisis.tone))} points",
                ),
                Figure("Your resolve", f"{signed(crisis.resolve)} points"),
                Figure(
                    "Striking against stepping back",
                    signed_tenths(worth),
                    colour=theme.BETTER if worth > 0 else theme.WORSE,
                ),
                gap=theme.GRID,
            ),
            pad=theme.BETWEEN,
        ),
        Quiet(
            "".join(f"Beside you stands {name(world, who)} with {fp(fp_)}. " for who, fp_ in crisis.beside.items())
            + f"Against you {plural(len(against), 'stands', 'stand')} {listing(against)}."
        ),
    )


def decision_meanings(session: Session, key: str, answer: Answer) -> list[Said]:
    """What is known to follow from the challenger's decision."""
    world, table, me = session.world, session.appraisal, session.nation
    crisis, rules = world.crises[key], world.rules
    target = name(world, crisis.target)
    match answer.stance:
        case "back_down":
            cost = back_down_cost(table, crisis.grade, len(crisis.answers), crisis.tone)
            return [
                (f"Support {signed(-scale(cost, rules.support_back_down))}: everyone has seen the demand.", False),
                (f"{capital(target)} gains support. No shot is fired.", None),
            ]
        case "settle":
            if crisis.answers and crisis.answers[-1][crisis.target].stance == "negotiate":
                return [
                    (f"{capital(target)} offered to negotiate: you meet half way, and your claim ends.", True),
                    (f"Trust +{rules.trust_settled} each way.", True),
                ]
            return [(f"{capital(target)} did not offer to negotiate: the case stays as it is, frozen.", None)]
        case "strike":
            return _strike_meanings(session, crisis, me)
        case _:
            return []


def _strike_meanings(session: Session, crisis: Crisis, me: str) -> list[Said]:
    world, rules = session.world, session.world.rules
    engaged = world.nations[me].forces // 2
    won, lost = divide(engaged * rules.clash_winner, 1000), divide(engaged * rules.clash_loser, 1000)
    chance = divide(local_balance(session.appraisal, crisis), 10)
    fallen = -scale(crisis.stakes, rules.support_concession)
    kind = world.kinds[crisis.kind]

    def cost(forces: int) -> str:
        return f"; {fp(forces)} lost" if kind.blow == "clash" else ""

    return [
        (f"The chance to prevail is {figure(chance)} %, by {MEANS_WORDS[kind.means]}.", None),
        (f"Won: the stakes and influence move to you, support {signed(rules.support_won)}{cost(won)}.", True),
        (f"Lost: support {signed(fallen)}, influence {signed(-rules.influence_stakes)}{cost(lost)}.", False),
        (f"Trust {figure(rules.trust_struck)} with everyone who stood there.", False),
        (
            f"A clash that costs both sides together {fp(rules.war_starts)} or more is a war, and goes on."
            if kind.blow == "clash"
            else BLOW_WORDS[kind.blow],
            None,
        ),
    ]


# --- its letter, and the end


def decision_envelope(session: Session, crisis: Crisis, stance: Stance, openness: float) -> Envelope:
    """The challenger's letter."""
    return Envelope(
        name_first(session.world, crisis.challenger),
        LETTERS[stance],
        tone=tone_of(stance),
        openness=openness,
        width=_BIG,
        height=_BIG * TALL,
        key="decision",
    )


def outcome_column(session: Session, step: Outcome) -> Widget:
    """How a case ended, in a sentence, and what it did to those who were part of it."""
    world = session.world
    crisis = world.crises[step.crisis]
    promises = [event for event in step.events if event.kind.startswith("duty_") and event.why == "guard"]
    rest = [event for event in step.events if event not in promises]
    parts: list[Widget] = [
        Caption(f"{capital(crisis_name(world, step.crisis))}, {date_text(world, step.ending.turn)}", justify="center"),
        ScreenTitle(sentence(step.ending, world), justify="center"),
    ]
    if crisis.losses:
        parts.append(Quiet(f"{fp(crisis.losses)} were lost by both sides together.", justify="center"))
    if promises:
        parts.append(Column(Heading("Who was called, and came"), *[_promise(session, one) for one in promises]))
    lines = _told(session, rest)
    if lines:
        parts.append(Column(Heading("What came of it"), *[Label(line) for line in lines], gap=theme.INSIDE))
    return Column(*parts, gap=theme.GROUPS)


def _promise(session: Session, event: Event) -> Widget:
    icon, colour = {
        "duty_kept": ("check", theme.BETTER),
        "duty_broken": ("cross", theme.WORSE),
    }.get(event.kind, ("right", theme.QUIET))
    return Row(
        Icon(icon, colour=colour),
        Label(sentence(event, session.world), grow=1),
        gap=theme.INSIDE,
        each="start",
    )


def _told(session: Session, events: Sequence[Event]) -> list[str]:
    """What the chronicle says of these, small changes summed."""
    told = chronicle(events, session.world, session.nation, "detail")
    return [line.text for line in told if line.kind == "text"]


def stance_words(stance: Stance) -> str:
    """An answer as it stands in the form: "Come with forces"."""
    return capital(STANCE_VERBS[stance])
