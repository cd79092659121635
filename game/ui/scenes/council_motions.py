"""Motions before a council: what each asks and does, who has voted how, when it closes, and the seat's own vote."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.ai.motions import appraised
from game.ai.outlook import Outlook
from game.ai.valuation import valuation
from game.core.acts import Vote
from game.core.charters import Choice, Motion
from game.core.councils import voters
from game.core.world import State
from game.reports.council_words import MOTION_WORDS, closing_text, motion_means, motion_text, votes_text
from game.reports.grammar import capital, figure, sentence_of, signed_tenths
from game.reports.words import name, name_bare, name_first
from game.ui import theme
from game.ui.kit import STRONG, Button, Caption, Chip, Column, Flow, Label, Panel, Quiet, Row, Spacer, Ui, Widget, ask
from game.ui.scenes.draft_outlook import reason_lines
from game.ui.session import Session

CastVote = Callable[[str, Choice], object]
CHOICES: Final[tuple[tuple[Choice, str, str], ...]] = (
    ("for", "Vote for", "check"),
    ("against", "Vote against", "cross"),
    ("abstain", "Abstain", "minus"),
)
_CHOSEN: Final[dict[Choice, str]] = {"for": "for it", "against": "against it", "abstain": "that you abstain"}
_SAID: Final[dict[Choice, tuple[str, str, theme.Colour]]] = {
    "for": ("for", "check", theme.BETTER),
    "against": ("against", "cross", theme.WORSE),
    "abstain": ("abstains", "minus", theme.QUIET),
}


def motions_of(world: State, key: str, *, open_: bool) -> list[tuple[str, Motion]]:
    """Motions of a council that this world knows, the newest first."""
    found = [(one, motion) for one, motion in world.motions.items() if motion.treaty == key]
    found = [(one, motion) for one, motion in found if (motion.status == "open") == open_]
    return sorted(found, key=lambda item: -(item[1].opened if open_ else item[1].closed))


def awaiting_vote(session: Session) -> tuple[str, ...]:
    """Open motions on which this seat may still vote, while negotiation is open."""
    world, me = session.world, session.nation
    if world.stage != "negotiation":
        return ()
    return tuple(
        key
        for key, motion in world.motions.items()
        if motion.status == "open" and me not in motion.votes and me in voters(world, motion)
    )


def motion_card(session: Session, key: str, outlook: Outlook, vote: CastVote) -> Widget:
    """An open motion with everything needed to vote on it."""
    world, motion = session.world, session.world.motions[key]
    head = Row(
        Label(capital(MOTION_WORDS[motion.kind]), face=STRONG),
        Spacer(grow=1),
        Caption(f"turn {figure(motion.opened)}"),
    )
    buttons = Row(
        *[
            Button(
                words,
                lambda choice=choice: vote(key, choice),  # type: ignore[misc]
                icon=icon,
                problem=" ".join(p.text for p in session.problems(Vote(motion=key, choice=choice))),
                key=f"{choice}-{key}",
            )
            for choice, words, icon in CHOICES
        ],
        Spacer(grow=1),
        gap=theme.INSIDE,
    )
    why_not = " ".join(p.text for p in session.problems(Vote(motion=key, choice="for")))
    return Panel(
        Column(
            head,
            Label(sentence_of(f"{name(world, motion.by)} moves {motion_text(world, motion)}")),
            Quiet(motion_means(world.rules, motion.kind)),
            _votes(world, motion),
            Caption(closing_text(world, motion)),
            _own_reading(session, motion, outlook),
            buttons,
            Caption(why_not) if why_not else None,
            gap=theme.INSIDE,
        ),
        pad=theme.BETWEEN,
    )


def _votes(world: State, motion: Motion) -> Widget:
    """Every member with what it has said; those without a vote say so."""
    entitled, chips = voters(world, motion), list[Widget]()
    for member in world.treaties[motion.treaty].parties:
        who = name_bare(world, member)
        if member in motion.votes:
            words, icon, colour = _SAID[motion.votes[member]]
            chips.append(Chip(f"{who}: {words}", icon=icon, colour=colour))
        elif member in entitled:
            chips.append(Chip(f"{who}: not yet", icon="clock"))
        else:
            chips.append(Chip(f"{who}: no vote", icon="lock", colour=theme.FAINT))
    return Flow(*chips)


def _own_reading(session: Session, motion: Motion, outlook: Outlook) -> Widget | None:
    """What it is worth to this seat, as its own staff reckons: the same sums by which others vote."""
    if session.nation not in voters(session.world, motion) or session.nation in motion.votes:
        return None
    found = valuation(appraised(outlook, motion, outlook.weights_of(session.nation)))
    verdict = "speaks for it" if found.total > 0 else "speaks against it" if found.total < 0 else "sees nothing in it"
    shown = f" ({signed_tenths(found.total)})" if found.total else ""
    return Column(Label(f"Your staff {verdict}{shown}."), *reason_lines(session.world, found.terms), gap=0)


def ask_vote(ui: Ui, session: Session, key: str, choice: Choice, do: Callable[[Vote, str], object]) -> None:
    """Ask, then vote: the other members see it."""
    world = session.world
    motion = world.motions[key]
    if session.problems(Vote(motion=key, choice=choice)):
        return
    ask(
        ui,
        "Abstain?" if choice == "abstain" else f"Vote {_CHOSEN[choice]}?",
        f"{name_first(world, motion.by)} moves {motion_text(world, motion)}. The other members see your vote, which "
        "is final.",
        yes={"for": "Vote for it", "against": "Vote against it", "abstain": "Abstain"}[choice],
        no="Not yet",
        on_yes=lambda: do(Vote(motion=key, choice=choice), f"You voted {_CHOSEN[choice]}."),
        final=True,
    )


def past_line(world: State, motion: Motion) -> Widget:
    """A motion that has been decided: what, when, and by whose votes."""
    carried = motion.status == "carried"
    said = votes_text(world, motion)
    return Row(
        Chip(
            "Carried" if carried else "Failed",
            icon="check" if carried else "cross",
            colour=theme.BETTER if carried else theme.QUIET,
        ),
        Column(
            Label(sentence_of(f"{name_first(world, motion.by)} moved {motion_text(world, motion)}")),
            Caption(f"Turn {figure(motion.closed)}. {sentence_of(said)}" if said else f"Turn {figure(motion.closed)}."),
            gap=0,
            grow=1,
        ),
        each="start",
        gap=theme.BETWEEN,
    )
