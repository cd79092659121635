"""The side panel on a treaty: what it says, whom it binds to what, who has kept it, and the way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.accession import only_opens, takes_several
from game.core.acts import Withdraw
from game.core.burden import burden_table, fairness, formula_of, shares_burden
from game.core.duties import Guard
from game.core.options import live_crises
from game.core.triggers import duties_of, reading
from game.core.world import State, Treaty
from game.reports.breakdown import credibility_lines
from game.reports.clause_words import FORMULA_WORDS
from game.reports.council_words import charter_lines
from game.reports.grammar import capital, counted, figure, listing, plural
from game.reports.tell_ends import burden_text
from game.reports.treaties import clause_text, clause_title, duty_text, reading_text, treaty_lines
from game.reports.words import name, name_first, rp
from game.ui import theme
from game.ui.kit import Bar, Button, Caption, Chip, Column, Grid, Heading, Label, Quiet, Widget
from game.ui.scenes.council_motions import awaiting_vote, motions_of
from game.ui.scenes.council_parts import charter_section, cohesion_section, members_section, plans_section
from game.ui.scenes.nation_facts import ledger_line
from game.ui.scenes.parts import breakdown_tip, crisis_link, first, linked, listed, nation_link, section
from game.ui.scenes.speaking import lobbying

if TYPE_CHECKING:
    from game.ui.scenes.actions import Actions
    from game.ui.session import Session

SHOWN_GUARDS = 12
_LIKEWISE = "Each of the other parties owes the same."


def treaty_panel(session: Session, key: str, acts: Actions) -> Widget:
    """Everything about a treaty the seat knows of."""
    world = session.world
    treaty = world.treaties[key]
    return Column(
        _head(world, treaty, acts),
        _council(session, key, treaty, acts),
        _clauses(world, key, treaty),
        _new_text(session, key, treaty, acts) if session.nation not in treaty.parties else None,
        _cases(session, key, treaty, acts),
        _duties(session, key, treaty),
        _credibility(session, key, treaty),
        _burden(world, key, treaty),
        _kept(world, key, acts),
        lobbying(session, key, acts.do),
        _new_text(session, key, treaty, acts) if session.nation in treaty.parties else None,
        _leave(session, key, treaty, acts),
        gap=theme.GROUPS,
    )


def _head(world: State, treaty: Treaty, acts: Actions) -> Widget:
    state = "In force" if treaty.in_force(world.turn) else "Signed, in force from next turn"
    return Column(
        Heading(treaty.title),
        linked(
            ["Between ", *listed(nation_link(world, party) for party in treaty.parties), "."],
            acts.follow,
            key="parties",
        ),
        Chip("Ended" if treaty.ended else state, icon="seal"),
        Chip("Secret", icon="lock") if treaty.secret else None,
        gap=theme.GRID,
    )


def _council(session: Session, key: str, treaty: Treaty, acts: Actions) -> Widget | None:
    """What makes it an alliance: charter, cohesion, members apart, plans, and the way into its council."""
    world, charter = session.world, treaty.charter
    if charter is None or treaty.ended:
        return None
    waiting = sum(1 for motion in awaiting_vote(session) if world.motions[motion].treaty == key)
    open_ = len(motions_of(world, key, open_=True))
    note = (
        f"{capital(counted(waiting, 'motion'))} {plural(waiting, 'awaits', 'await')} your vote."
        if waiting
        else f"{capital(counted(open_, 'motion'))} {plural(open_, 'is', 'are')} before the council."
        if open_
        else ""
    )
    in_force = treaty.in_force(world.turn)
    return Column(
        Column(
            Button(
                "Council chamber…",
                lambda: acts.council(key),
                icon="consult",
                badge=str(waiting) if waiting else "",
                problem="" if in_force else "Its council sits once it is in force.",
                key="council",
                tooltip="Motions, votes and what was decided.",
            ),
            Caption(note) if note else None,
            gap=theme.GRID,
        ),
        charter_section(world, charter),
        cohesion_section(session, key, treaty) if in_force else None,
        members_section(world, treaty, charter, session.nation, acts.follow),
        plans_section(world, key),
        gap=theme.GROUPS,
    )


def _new_text(session: Session, key: str, treaty: Treaty, acts: Actions) -> Widget | None:
    """Ways to change the text, and to take in another nation, or to be taken in."""
    if treaty.ended:
        return None
    opens = acts.proposing() or ("" if treaty.in_force(session.world.turn) else "It is not in force yet.")
    signed = "" if treaty.coming is None else "A new text has been signed this turn; it binds from the next."
    problem = opens or signed
    if treaty.coming is None or not (takes_several(session.world, treaty) and only_opens(session.world, treaty.coming)):
        opens = problem
    how = "the council's rule" if treaty.charter is not None else "all of its parties"
    if session.nation not in treaty.parties:
        return Button(
            "Ask to join…",
            lambda: acts.join(key),
            icon="plus",
            problem=opens,
            key="join",
            tooltip=f"Open the drafting table on its text with your nation in it. It is agreed by {how}.",
        )
    return Grid(
        Button(
            "Amend…",
            lambda: acts.amend(key),
            icon="pen",
            problem=problem,
            key="amend",
            tooltip=f"Open the drafting table on its text. A new text is agreed by {how}.",
        ),
        Button(
            "Invite…",
            lambda: acts.invite(key),
            icon="plus",
            problem=opens or ("Nobody joins a secret treaty." if treaty.secret else ""),
            key="invite",
            tooltip=f"Add a party to its text. It is agreed by {how}, and by who joins.",
        ),
        columns=2,
        gap=theme.INSIDE,
    )


def _clauses(world: State, key: str, treaty: Treaty) -> Widget | None:
    parts: list[Widget] = []
    for clause in treaty.clauses:
        parts.append(Column(Quiet(clause_title(clause)), Label(clause_text(world, clause)), gap=0))
    # What stands in sections of its own is not said twice.
    shown = charter_lines(world, treaty.charter) if treaty.charter is not None and not treaty.ended else ()
    rest = [line for line in treaty_lines(world, treaty, key)[1 + len(treaty.clauses) :] if line not in shown]
    return section("What it says", *parts, Caption(" ".join(rest)))


def _cases(session: Session, key: str, treaty: Treaty, acts: Actions) -> Widget | None:
    """How it reads each case before the world that touches one of its parties."""
    world, lines = session.world, list[Widget]()
    for crisis_id, crisis in live_crises(world):
        if crisis.target not in treaty.parties:
            continue
        guards = [duty for duty in duties_of(key, treaty) if isinstance(duty, Guard) and duty.by != crisis.target]
        if not guards:
            continue
        found = reading(world, guards[0], crisis)
        lines.append(
            Column(
                linked(first(crisis_link(world, crisis_id)), acts.follow, key=f"case-{crisis_id}"),
                Label(
                    reading_text(world, key, found.why, crisis_id),
                    colour=theme.ACCENT if found.holds else theme.QUIET,
                ),
                gap=0,
            )
        )
    return section("What it says of the cases before the world", *lines)


def _duties(session: Session, key: str, treaty: Treaty) -> Widget | None:
    world, me = session.world, session.nation
    speaker = me if me in treaty.parties else next((party for party in treaty.parties if party in world.nations), "")
    lines: list[Widget] = []
    same = False
    for clause in treaty.clauses:
        owed = tuple(clause.duties(key, treaty.parties))
        # What all parties owe alike is told of one of them; what one alone owes, of that one.
        told = [duty for duty in owed if duty.by == speaker] or list(owed[:1])
        same = same or len(owed) > len(told)
        lines += [Label(duty_text(world, duty), colour=theme.TEXT if duty.by == me else theme.QUIET) for duty in told]
    if same:
        shared = [clause for clause in treaty.clauses if len(tuple(clause.duties(key, treaty.parties))) > 1]
        what = "the same" if len(shared) == len(treaty.clauses) else listing([clause_title(c).lower() for c in shared])
        lines.append(Caption(f"The other parties owe {what} likewise." if what != "the same" else _LIKEWISE))
    return section("Who owes what", *lines)


def _credibility(session: Session, key: str, treaty: Treaty) -> Widget | None:
    """How far each guarantee is believed, in the seat's own eyes."""
    world, table, me = session.world, session.appraisal, session.nation
    if not treaty.in_force(world.turn):
        return None
    found: list[tuple[Guard, str]] = []
    for duty in duties_of(key, treaty):
        if isinstance(duty, Guard):
            found += [(duty, ward) for ward in duty.wards if ward in world.nations and duty.by in world.nations]
    found.sort(key=lambda item: (item[1] != me, item[0].by != me))
    bars = [
        Bar(
            f"{capital(name(world, guard.by))} for {name(world, ward)}",
            table.credibility(guard, ward).value,
            tooltip=lambda guard=guard, ward=ward: breakdown_tip(  # type: ignore[misc]
                "Credibility", credibility_lines(table, guard, ward)
            ),
        )
        for guard, ward in found[:SHOWN_GUARDS]
    ]
    more = len(found) - len(bars)
    return section("How far it is believed", *bars, Caption(f"And {figure(more)} more.") if more else None)


def _burden(world: State, key: str, treaty: Treaty) -> Widget | None:
    """Who bears what of the common burden: the table as it was published last."""
    if not treaty.in_force(world.turn) or not shares_burden(key, treaty):
        return None
    rows = burden_table(world, key, treaty)
    agreed = formula_of(treaty)
    how = FORMULA_WORDS[agreed] if agreed else "by income, since nothing else is agreed"
    said = f"In RP, due {how}. Borne to {fairness(rows)} %."
    if agreed == "fund" or treaty.fund:
        said += f" The common fund holds {rp(treaty.fund)}."
    shown = sorted(rows, key=lambda row: (-row.gap, row.nation))
    bars = [
        Bar(
            capital(name(world, row.nation)),
            row.borne,
            most=max(1, *(max(one.due, one.borne) for one in rows)),
            wanted=row.due,
            shown=f"{figure(row.borne)} of {rp(row.due)}",
            colour=theme.WORSE if row.gap > 0 else theme.BETTER,
            tooltip=burden_text(world, row),
        )
        for row in shown[:SHOWN_GUARDS]
    ]
    more = len(rows) - len(bars)
    return section("Who bears the burden", Caption(said), *bars, Caption(f"And {figure(more)} more.") if more else None)


def _kept(world: State, key: str, acts: Actions) -> Widget | None:
    entries = [(entry, by) for by, nation in world.nations.items() for entry in nation.ledger if entry.treaty == key]
    entries.sort(key=lambda item: -item[0].turn)
    lines = [ledger_line(world, entry, acts, by) for entry, by in entries[:12]]
    return section("Who has kept what", *lines) or section("Who has kept what", Quiet("Nothing has fallen due yet."))


def _leave(session: Session, key: str, treaty: Treaty, acts: Actions) -> Widget | None:
    if session.nation not in treaty.parties or treaty.ended:
        return None
    world, free = session.world, treaty.leaving.get(session.nation)
    if free is not None:
        return Quiet(f"{name_first(world, session.nation)} has announced that it leaves, and is free from turn {free}.")
    problems = session.problems(Withdraw(treaty=key))
    return Button(
        "Announce withdrawal…",
        lambda: acts.withdraw(key),
        icon="cross",
        problem=" ".join(problem.text for problem in problems),
        key="withdraw",
        tooltip="Leave this treaty once its notice has run.",
    )
