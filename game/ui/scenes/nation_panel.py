"""The side panel on a nation: what it is, what stands between it and you, what it promised and how it kept it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.acts import Message, Press
from game.core.councils import chartered
from game.core.familiarity import familiarity
from game.core.relations import interop, trust
from game.core.world import Nation, State, pair_of
from game.reports.breakdown import familiarity_lines, hostility_lines, trust_lines
from game.reports.grammar import capital, figure, signed, signed_hundredths
from game.reports.reasons import interop_text
from game.reports.treaties import clauses_short, treaty_lines
from game.reports.words import (
    RANK_WORDS,
    fp,
    name,
    name_bare,
    rp,
    theatre,
    title_in_sentence,
    whose,
)
from game.ui import theme
from game.ui.kit import (
    Bar,
    Button,
    Caption,
    Chip,
    Column,
    Figure,
    Grid,
    Heading,
    Label,
    Quiet,
    Row,
    Spacer,
    Tip,
    Widget,
)
from game.ui.scenes.mapmodel import blocs, blocs_of
from game.ui.scenes.misfortune_panel import hardships_of
from game.ui.scenes.nation_facts import aims, conduct_part, profile, record
from game.ui.scenes.numbers import earmarks
from game.ui.scenes.parts import ReasonLine, breakdown_tip, first, linked, listed, nation_link, section, treaty_link

if TYPE_CHECKING:
    from game.ui.scenes.actions import Actions
    from game.ui.session import Session


def nation_panel(session: Session, nation: str, acts: Actions) -> Widget:
    """Everything about a nation; one's own has aims and promises in place of relations."""
    if nation == session.nation:
        return own_panel(session, acts)
    world = session.world
    known = world.nations[nation]
    return Column(
        _head(session, nation, known, acts),
        hardships_of(session, nation, acts),
        _buttons(session, nation, acts),
        _relations(session, nation, acts),
        _common(session, nation, acts),
        profile(session, nation, known),
        aims(session, nation, known),
        record(world, nation, known, acts),
        conduct_part(world, nation),
        gap=theme.GROUPS,
    )


def own_panel(session: Session, acts: Actions) -> Widget:
    """One's own nation: aims with their marks, promises and what covers them, treaties, the ledger."""
    world, me, table = session.world, session.nation, session.appraisal
    known = session.me
    promised = [
        ReasonLine(capital(title_in_sentence(world.treaties[treaty].title)), fp(amount), None)
        for treaty, amount in earmarks(session)
    ]
    coverage = table.coverage(me)
    cover = Bar(
        "Promises covered",
        coverage,
        shown=f"{figure(coverage)} %",
        colour=theme.LINK if coverage >= 100 else theme.WORSE,
        tooltip="By the forces that may leave home. Below 100 %, every pledge is believed that much less.",
    )
    return Column(
        _head(session, me, known, acts),
        hardships_of(session, me, acts),
        Label(known.brief) if known.brief else None,
        aims(session, me, known),
        section("Promises earmarked", *promised, cover) if promised else _nothing_promised(),
        section("Treaties", *[_treaty_line(world, key, acts) for key in _bound(world, me)]),
        profile(session, me, known),
        record(world, me, known, acts),
        conduct_part(world, me),
        section(
            "At the table",
            linked(
                listed(nation_link(world, other) for other in world.nations if other != me),
                acts.follow,
                key="table",
                tooltip="The keys , and . go through the nations.",
            ),
        ),
        gap=theme.GROUPS,
    )


def _nothing_promised() -> Widget | None:
    return section("Promises earmarked", Quiet("No treaty reserves forces of yours."))


def _head(session: Session, nation: str, known: Nation, acts: Actions) -> Widget:
    world = session.world
    chips: list[Widget] = [
        Chip(
            bloc.title,
            lambda treaty=bloc.treaty: acts.follow(f"treaty:{treaty}"),  # type: ignore[misc]
            swatch=bloc.colour,
            hatch=bloc.hatch,
        )
        for bloc in blocs_of(blocs(world), nation)
    ]
    said = f"{capital(RANK_WORDS[known.rank])}, {regime_words(known.regime)}, at home in {theatre(world, known.home)}."
    one = world.personalities.get(known.personality)
    character = Label(f"{capital(one.name.removeprefix('the '))}. {one.summary}") if one is not None else None
    return Column(Heading(name_bare(world, nation)), Quiet(said), character, *chips, gap=theme.GRID)


def regime_words(regime: int) -> str:
    """The Polity score in words, with the figure."""
    word = "a democracy" if regime >= 6 else "an autocracy" if regime <= -6 else "neither democracy nor autocracy"
    return f"{word} ({signed(regime)})"


def _buttons(session: Session, nation: str, acts: Actions) -> Widget:
    press = session.problems(Press(target=nation))
    message = session.problems(Message(to=(nation,), text="·"))
    ordered, why_not = acts.talks_state(nation)
    return Grid(
        Button(
            "Propose a treaty",
            lambda: acts.propose((nation,)),
            problem=acts.proposing(),
            key="propose-to",
            tooltip="Open the drafting table with this nation. Sending the draft takes an initiative.",
        ),
        Button(
            "Send a message",
            lambda: acts.message(nation),
            problem=" ".join(problem.text for problem in message),
            key="message-to",
            tooltip="Words bind nobody and cost nothing.",
        ),
        Button(
            "Staff talks ordered" if ordered else "Order staff talks",
            lambda: acts.staff_talks(nation),
            icon="check" if ordered else "",
            problem=why_not,
            key="talks-with",
            tooltip=_talks_tip(session, ordered),
        ),
        Button(
            "Press a demand",
            lambda: acts.press(nation),
            problem=" ".join(problem.text for problem in press),
            key="press-on",
            tooltip="Raise a case against this nation. It cannot be taken back.",
        ),
        Button(
            "Say in public…",
            lambda: acts.declare(nation),
            problem=acts.closed(),
            key="declare-on",
            tooltip="Stand by it, warn it, or commit yourself to a treaty with it, before all the world.",
        ),
        Button(
            "Broker…",
            lambda: acts.broker(nation),
            problem=acts.closed(),
            key="broker-for",
            tooltip="Look for a draft between this nation and another, to which you are no party.",
        ),
        columns=2,
        gap=theme.INSIDE,
    )


def _talks_tip(session: Session, ordered: bool) -> str:
    rules = session.world.rules
    if ordered:
        return "In your orders; press to take it out again."
    return (
        f"Staff talks in your orders: {rp(rules.price_mission)} and an initiative. Your forces learn to work together, "
        "and your officers come to know each other's ways."
    )


# --- between the two


def _relations(session: Session, nation: str, acts: Actions) -> Widget | None:
    world, me, table = session.world, session.nation, session.appraisal
    theirs, ours = trust(world, nation, me), trust(world, me, nation)
    shared, known = interop(world, me, nation), familiarity(world, me, nation)
    threat = table.threat(nation, me)
    hostile = table.hostility(nation, me).value
    return section(
        "Between you",
        Bar(
            f"{_whose(world, nation)} trust in you",
            theirs,
            signed=True,
            colour=theme.LINK if theirs >= 0 else theme.SIGNED[0],
            tooltip=lambda: breakdown_tip("Its trust in you", trust_lines(world, nation, me)),
        ),
        *_reasons(world, nation, me),
        Bar(
            f"Your trust in {name(world, nation)}",
            ours,
            signed=True,
            colour=theme.LINK if ours >= 0 else theme.SIGNED[0],
            tooltip=lambda: breakdown_tip("Your trust in it", trust_lines(world, me, nation)),
        ),
        *_reasons(world, me, nation),
        Bar("Interoperability", shared, tooltip=interop_text(world, me, nation)),
        Bar(
            "Familiarity",
            known.value,
            tooltip=lambda: breakdown_tip(
                "How well you know each other's ways", familiarity_lines(world, me, nation), sums=2
            ),
        ),
        Bar(
            "Its hostility toward you",
            hostile,
            colour=theme.SIGNED[0],
            tooltip=lambda: breakdown_tip("Its hostility toward you", hostility_lines(table, nation, me)),
        ),
        Figure(
            "Threat to you",
            f"{signed_hundredths(threat).lstrip('+')} FP",
            tooltip="Its ready forces, by how far they reach and how hostile it is.",
        ),
        *[
            Caption(f"{capital(name(world, holder))} holds a live claim against {_other(world, holder, nation, me)}.")
            for holder in pair_of(world, nation, me).claims
        ],
        gap=theme.INSIDE,
    )


def _whose(world: State, nation: str) -> str:
    return capital(whose(world, nation))


def _other(world: State, holder: str, nation: str, me: str) -> str:
    return "you" if holder == nation else name(world, nation)


def _reasons(world: State, holder: str, other: str) -> list[Widget]:
    return [ReasonLine(entry.label, entry.figure, entry.good) for entry in trust_lines(world, holder, other)[:-1]]


# --- treaties


def _bound(world: State, nation: str) -> list[str]:
    return [key for key, treaty in world.treaties.items() if nation in treaty.parties and not treaty.ended]


def _common(session: Session, nation: str, acts: Actions) -> Widget | None:
    world, me = session.world, session.nation
    both = [key for key in _bound(world, nation) if me in world.treaties[key].parties]
    others = [key for key in _bound(world, nation) if me not in world.treaties[key].parties]
    return Column(
        section("Treaties with you", *[_treaty_line(world, key, acts) for key in both])
        or section("Treaties with you", Quiet("None.")),
        section("Its other treaties", *[_treaty_line(world, key, acts) for key in others]),
        gap=theme.GROUPS,
    )


def _treaty_line(world: State, key: str, acts: Actions) -> Widget:
    treaty = world.treaties[key]
    state = "" if treaty.in_force(world.turn) else " In force from next turn."
    words = f"{capital(clauses_short(world, treaty.clauses))}.{state}"
    return Column(
        linked(
            first(treaty_link(world, key)),
            acts.follow,
            key=f"link-{key}",
            tooltip=Tip(title=treaty.title, text=" ".join(treaty_lines(world, treaty)[:1])),
        ),
        Caption(words),
        Row(
            Button("Council chamber…", lambda: acts.council(key), icon="consult", kind="bare", key=f"council-{key}"),
            Spacer(grow=1),
        )
        if chartered(world, key) is not None
        else None,
        gap=0,
    )
