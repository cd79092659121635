"""The side panel on a crisis: its stage, who stands where, what each treaty says, what you may do and at what cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.acts import Act, ConsultAct, Invoke, Mediate, Offer, Press, Warn
from game.core.challenge import back_down_cost, challenge, local_balance
from game.core.crises import Crisis
from game.core.duties import Guard
from game.core.mediation import mediation_chance
from game.core.options import consults_due, treaties_of
from game.core.standing_by import by_firmness, firmest
from game.core.triggers import duties_of, reading
from game.core.world import State
from game.reports.grammar import capital, figure, listing
from game.reports.kind_words import MEANS_WORDS, kind_lines
from game.reports.treaties import reading_text
from game.reports.words import (
    AUTOMATICITY_WORDS,
    STAGE_WORDS,
    STANCE_PAST,
    crisis_name,
    demand,
    fp,
    name,
    name_first,
    outcome_text,
    title_in_sentence,
    treaty_name,
)
from game.ui import theme
from game.ui.kit import Bar, Button, Caption, Column, Figure, Heading, Label, Quiet, Run, Widget
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
        _options(session, key, crisis, acts),
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


def _options(session: Session, key: str, crisis: Crisis, acts: Actions) -> Widget | None:
    if not crisis.live:
        return None
    me, world = session.nation, session.world
    parts: list[Widget] = []
    if key in session.seat.asked:
        parts.append(Button("Answer the sealed call", acts.showdown, icon="envelope", key="answer-call"))
    if crisis.target == me:
        parts += _invocations(session, key, acts)
    owed = [treaty for treaty, case in consults_due(world, me) if case == key]
    if owed:
        problems = session.problems(ConsultAct(treaty=owed[0], crisis=key))
        asking = listing([title_in_sentence(world.treaties[treaty].title) for treaty in owed])
        parts.append(
            Button(
                "Take counsel",
                lambda: acts.consult(owed, key),
                icon="consult",
                problem=" ".join(problem.text for problem in problems),
                key="consult",
            )
        )
        left = f"left undone, trust {figure(world.rules.trust_broke_duty)}"
        parts.append(Caption(f"Under {asking}: one initiative; {left}."))
    if crisis.challenger == me and crisis.stage == "brewing":
        problems = session.problems(Press(target=crisis.target, crisis=key))
        parts.append(
            Button(
                "Press the demand…",
                lambda: acts.press(crisis.target, key),
                icon="triangle",
                problem=" ".join(problem.text for problem in problems),
                key="press-case",
            )
        )
        parts.append(Caption("Left alone, the case lapses."))
    if me not in (crisis.target, crisis.challenger):
        parts += _my_part(session, crisis)
    if not parts and me not in (crisis.target, crisis.challenger):
        parts.append(Quiet("Nothing is asked of you here. A case may still be met before it comes to more."))
    parts += _words(session, key, crisis, acts)
    parts += _ways_in(session, crisis, acts)
    return section("What you may do", *parts)


def _words(session: Session, key: str, crisis: Crisis, acts: Actions) -> list[Widget]:
    """Mediation and warnings by third nations, offers by the two sides; what cannot be done says why."""
    world, me = session.world, session.nation
    if not crisis.live or crisis.stage == "showdown":
        return []
    ways: list[tuple[str, str, Act, str, str]] = []
    if me in (crisis.target, crisis.challenger):
        other = name(world, crisis.target if me == crisis.challenger else crisis.challenger)
        brought = crisis.terms_by and me not in crisis.offers
        half = f"If {other} offers it too, the case is closed half way, by treaty."
        if brought:
            ways += _brought(world, key, crisis)
        else:
            said = "You have offered to meet half way."
            ways.append(("Offer to meet half way", "offer", Offer(crisis=key), half, said))
        what = "Take the demand back" if me == crisis.challenger else "Give way"
        if crisis.stage == "fighting":
            what = "Sue for peace"
        gone = f"The case ends at once; {other} has the better of it."
        ways.append((what, "give-way", Offer(crisis=key, terms="give_way"), gone, "The case is closed."))
    else:
        chance = figure(mediation_chance(world, crisis, me))
        tip = (
            f"About {chance} % to bring terms back, which both sides then take or refuse. It takes an initiative, "
            f"once; in vain it costs {figure(-world.rules.influence_mediation_failed)} influence."
        )
        ways.append(("Mediate", "mediate", Mediate(crisis=key), tip, "You have gone between the two."))
        if crisis.stage != "fighting":
            tip = (
                f"It makes {name(world, crisis.challenger)} likelier to be held, by what you could bring there. "
                "Whoever warns and then stays away loses face. It takes an initiative."
            )
            ways.append(("Warn in public", "warn", Warn(crisis=key), tip, "The warning is before the world."))
    return [
        Button(
            label,
            lambda act=act, said=said: acts.sure(label_of(act, crisis, me), act, said),  # type: ignore[misc]
            icon="pen",
            problem=" ".join(problem.text for problem in session.problems(act)),
            key=key_,
            tooltip=tip,
        )
        for label, key_, act, tip, said in ways
    ]


def _brought(world: State, key: str, crisis: Crisis) -> list[tuple[str, str, Act, str, str]]:
    """The two answers to a mediator's terms."""
    who = name(world, crisis.terms_by)
    ends = "let the matter rest" if crisis.stage == "brewing" else "meet half way, by treaty"
    yes = f"The terms are to {ends}. If the other side takes them too, the case is closed."
    no = f"The terms fall. {capital(who)} trusts you {figure(-world.rules.trust_spurned)} points less."
    return [
        (f"Take the terms {who} brought", "take-terms", Offer(crisis=key), yes, "You have taken the terms."),
        (
            f"Refuse the terms {who} brought",
            "refuse-terms",
            Offer(crisis=key, terms="decline"),
            no,
            "You have refused.",
        ),
    ]


def label_of(act: Act, crisis: Crisis, me: str) -> str:
    """The question asked before an act in a case that cannot be taken back."""
    if isinstance(act, Mediate):
        return "Mediate between the two?"
    if isinstance(act, Warn):
        return "Warn the challenger in public?"
    if isinstance(act, Offer) and act.terms == "give_way":
        if crisis.stage == "fighting":
            return "Sue for peace?"
        return "Take the demand back?" if me == crisis.challenger else "Give way now?"
    if isinstance(act, Offer) and act.terms == "decline":
        return "Refuse the mediator's terms?"
    return "Take the mediator's terms?" if crisis.terms_by else "Offer to meet half way?"


def _ways_in(session: Session, crisis: Crisis, acts: Actions) -> list[Widget]:
    """Talking to those it concerns, which is always open."""
    world, closed = session.world, acts.closed()
    others = [side for side in (crisis.target, crisis.challenger) if side != session.nation]
    out: list[Widget] = [
        Button(
            f"Write to {name(world, other)}",
            lambda other=other: acts.message(other),  # type: ignore[misc]
            icon="pen",
            problem=closed,
            key=f"write-{other}",
            tooltip="Words bind nobody and cost nothing.",
        )
        for other in others
    ]
    if crisis.target != session.nation:
        out.append(
            Button(
                f"Propose a treaty to {name(world, crisis.target)}",
                lambda: acts.propose((crisis.target,)),
                icon="treaty",
                problem=acts.proposing(),
                key="propose-target",
                tooltip="A guarantee in force before the showdown may deter, and binds you to answer.",
            )
        )
    return out


def _invocations(session: Session, key: str, acts: Actions) -> list[Widget]:
    world, out, closed = session.world, list[Widget](), list[str]()
    for treaty_id, treaty in treaties_of(world, session.nation):
        if not any(isinstance(duty, Guard) for duty in duties_of(treaty_id, treaty)):
            continue
        if session.problems(Invoke(treaty=treaty_id, crisis=key)):
            closed.append(title_in_sentence(treaty.title))
            continue
        title = title_in_sentence(treaty.title)
        out.append(
            Button(
                f"Invoke {title}",
                lambda treaty_id=treaty_id: acts.invoke(treaty_id, key),  # type: ignore[misc]
                icon="shield",
                key=f"invoke-{treaty_id}",
                tooltip="Every guarantor whom it binds here must answer in the first sealed round.",
            )
        )
    if closed:
        when = "until the case is open" if world.crises[key].stage == "brewing" else "here; below stands why"
        out.append(Caption(f"{capital(listing(closed))} cannot be invoked {when}."))
    return out


def _my_part(session: Session, crisis: Crisis) -> list[Widget]:
    """What a guarantor has promised here, and what keeping or breaking it does."""
    world, rules, out = session.world, session.world.rules, list[Widget]()
    for call in crisis.calls:
        if call.ally == session.nation:
            how = AUTOMATICITY_WORDS[call.automaticity].removeprefix("each ")
            out.append(
                Label(
                    f"You are called under {treaty_name(world, call.treaty)}, {how}, with {fp(call.earmark)}.",
                    colour=theme.ACCENT,
                )
            )
    if out:
        firm = firmest(call for call in crisis.calls if call.ally == session.nation)
        ward, watching, home = (
            by_firmness(rules, firm, points)
            for points in (
                rules.trust_broke_guard,
                rules.trust_onlooker,
                rules.support_broke if session.me.regime >= 0 else rules.support_broke_closed,
            )
        )
        out.append(
            Caption(
                f"Kept: trust +{rules.trust_kept_guard}. Broken: trust {figure(ward)} with "
                f"{name(world, crisis.target)}, {figure(watching)} with every other partner, support at "
                f"home {figure(home)}."
            )
        )
    return out


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
