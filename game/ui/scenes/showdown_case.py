"""Before the answer is sealed: what is at stake, who is asked, and what each treaty says."""

from __future__ import annotations

from dataclasses import replace

from game.core.challenge import back_down_cost, strike_worth
from game.core.duties import Guard
from game.core.occasions import guards
from game.core.options import invocable, is_called, may_join, stances, treaties_of
from game.core.triggers import duties_of, reading
from game.reports.grammar import capital, figure, listing, sentence_of, signed_tenths
from game.reports.sentences import sentence
from game.reports.tell_cases import NO_DEMAND
from game.reports.treaties import case_text, reading_text
from game.reports.words import (
    AUTOMATICITY_WORDS,
    STANCE_PAST,
    crisis_name,
    demand,
    fp,
    name,
    name_first,
    title_in_sentence,
)
from game.ui import theme
from game.ui.kit import STRONG, Column, Figure, Heading, Icon, Label, Panel, Quiet, Row, Widget
from game.ui.scenes.showdown_answer import breach_text, kept_text
from game.ui.session import Session

# --- the case


_STANDS = ("Whose answer is sealed", "Who stands where after the first round", "Who stands where after both rounds")


def case_column(session: Session, key: str) -> Widget:
    """What the case is, what is at stake and who is asked."""
    world, table = session.world, session.appraisal
    crisis = world.crises[key]
    cost = back_down_cost(table, crisis.grade, len(crisis.answers), crisis.tone)
    bare = -strike_worth(table, replace(crisis, resolve=0))
    would = (
        f"By the sums, it strikes only if its resolve is above {signed_tenths(bare)} points."
        if bare > 0
        else "By the sums, striking pays it even without resolve."
    )
    theirs = crisis.challenger == session.nation
    return Column(
        Heading(capital(crisis_name(world, key).removeprefix("the "))),
        Label(story(session, key)),
        Panel(
            Column(
                Figure("Demand", capital(demand(crisis.grade))),
                Figure("At stake", f"{figure(crisis.stakes)} points"),
                Figure("Severity", f"{figure(crisis.severity)} of 5"),
                Figure(f"Stepping back costs {name(world, crisis.challenger)}", f"{figure(cost)} points"),
                gap=theme.GRID,
            ),
            pad=theme.BETWEEN,
        ),
        None if theirs else Quiet(f"{would} Its resolve is its own secret."),
        _asked(session, key),
    )


def story(session: Session, key: str) -> str:
    """How it began, as it was told then."""
    world = session.world
    began = next((e for e in session.seat.events if e.about == key and e.kind in ("brewing", "pressed")), None)
    if began is None:
        return sentence_of(case_text(world, world.crises[key]))
    # By now a demand has been made, whatever was said of the first signs.
    return sentence_of(sentence(began, world).replace(f"{NO_DEMAND}.", "").strip().rstrip("."))


def _asked(session: Session, key: str) -> Widget:
    """Who stands where so far, and whose letters are still sealed; those bound alike, who were not called, together."""
    world, crisis = session.world, session.world.crises[key]
    told: dict[tuple[str, str], list[str]] = {}
    order = sorted(world.nations, key=lambda who: (who != crisis.target, not is_called(crisis, who)))
    last = crisis.answers[-1] if crisis.answers else {}
    for who in order:
        if who == crisis.challenger or not (who in last or stances(world, who, key)):
            continue
        promised = max((call.earmark for call in crisis.calls if call.ally == who), default=0)
        before = last.get(who)
        if before is not None:
            said = many = STANCE_PAST[before.stance] + (f" with {fp(before.forces)}" if before.forces else "")
        elif who == crisis.target:
            said = many = "is the target"
        elif is_called(crisis, who):
            said = many = f"is called, with {fp(promised)} promised"
        elif may_join(world, who, crisis):
            challenger = name(world, crisis.challenger)
            said = f"is bound to {challenger}, and may come in beside it"
            many = f"are bound to {challenger}, and may come in beside it"
        elif who in crisis.warned:
            said, many = "has given its word in public, and is not called", "have given their word, and are not called"
        elif guards(world, who, crisis.target):
            said = f"guards {name(world, crisis.target)}, and is not called"
            many = f"guard {name(world, crisis.target)}, and are not called"
        else:
            said = f"has a treaty with {name(world, crisis.target)}, and is not called"
            many = f"have treaties with {name(world, crisis.target)}, and are not called"
        # Words that are the same of one and of many stand in a line of their own: whose word it is counts there.
        told.setdefault((said, many if many != said else who), []).append(who)
    lines = [_standing(session, key, who, said, many) for (said, many), who in told.items()]
    title = _STANDS[min(len(crisis.answers), 2)]
    return Column(Label(title, face=STRONG), *lines, gap=theme.INSIDE)


def _standing(session: Session, key: str, who: list[str], said: str, many: str) -> Widget:
    """A line about one nation, or about several of which the same is to be said."""
    world = session.world
    open_now = world.stage == "showdown" and any(stances(world, one, key) for one in who)
    named = [f"{name(world, one)} (you)" if one == session.nation else name(world, one) for one in who]
    return Row(
        Icon("envelope" if open_now else "envelope-open", colour=theme.ACCENT if open_now else theme.QUIET),
        Label(f"{capital(listing(named))} {said if len(who) == 1 else many}.", grow=1),
        gap=theme.INSIDE,
        each="start",
    )


# --- what the treaties say


def readings_column(session: Session, key: str) -> Widget:
    """How each treaty that touches seat and target reads this case, and what was promised under it."""
    world, me = session.world, session.nation
    crisis = world.crises[key]
    parts: list[tuple[bool, Widget]] = []
    for treaty_id, treaty in treaties_of(world, crisis.target):
        if me not in treaty.parties:
            continue
        guards = [
            duty for duty in duties_of(treaty_id, treaty) if isinstance(duty, Guard) and crisis.target in duty.wards
        ]
        mine = next((duty for duty in guards if duty.by == me), guards[0] if guards else None)
        if mine is None:
            continue
        found = reading(world, mine, crisis)
        parts.append((not found.holds, _reading(session, key, treaty_id, mine, found.holds, found.why)))
    parts.sort(key=lambda part: part[0])
    title = "What your treaties say here"
    if not parts:
        who = "no treaty calls anyone to your aid" if crisis.target == me else "no treaty of yours speaks to this case"
        return Column(Label(title, face=STRONG), Quiet(sentence_of(who)))
    return Column(Label(title, face=STRONG), *[widget for _, widget in parts], _word(session, key))


def _word(session: Session, key: str) -> Widget | None:
    """What one's word is worth here: kept, and broken."""
    crisis = session.world.crises[key]
    calls = [call for call in crisis.calls if call.ally == session.nation]
    if not calls:
        return None
    return Panel(
        Column(
            Label("What your word is worth here", face=STRONG),
            Quiet("Kept"),
            Label(kept_text(session, key)),
            Quiet("Broken"),
            *[Label(text) for text in breach_text(session, key, calls)],
            gap=theme.GRID,
        ),
        pad=theme.BETWEEN,
    )


def _reading(session: Session, key: str, treaty_id: str, guard: Guard, holds: bool, why: str) -> Widget:
    world, me = session.world, session.nation
    crisis = world.crises[key]
    lines: list[Widget] = [
        Row(
            Icon("check" if holds else "cross", colour=theme.ACCENT if holds else theme.QUIET),
            Label(capital(title_in_sentence(world.treaties[treaty_id].title)), face=STRONG, grow=1),
            gap=theme.INSIDE,
        ),
        Label(reading_text(world, treaty_id, why, key), colour=theme.TEXT if holds else theme.QUIET),  # type: ignore[arg-type]
    ]
    call = next((call for call in crisis.calls if call.ally == me and call.treaty == treaty_id), None)
    if call is not None:
        how = AUTOMATICITY_WORDS[call.automaticity].removeprefix("each ")
        lines.append(Label(f"It calls you: {how}, with {fp(call.earmark)}.", colour=theme.ACCENT))
    elif holds and crisis.target != me:
        lines.append(Quiet(f"{name_first(world, crisis.target)} has not invoked it."))
    elif holds and "invoke" in stances(world, me, key) and treaty_id in invocable(world, me, key):
        lines.append(Quiet("You may invoke it."))
    return Panel(Column(*lines, gap=theme.GRID), pad=theme.BETWEEN, line=theme.ACCENT if holds else theme.LINE)
