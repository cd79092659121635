"""What a nation may do in a crisis, with what each way costs and why it may be barred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.acts import Act, ConsultAct, Invoke, Mediate, Offer, Press, Warn
from game.core.crises import Crisis
from game.core.duties import Guard
from game.core.mediation import mediation_chance
from game.core.options import consults_due, treaties_of
from game.core.standing_by import by_firmness, firmest
from game.core.triggers import duties_of
from game.core.world import State
from game.reports.grammar import capital, figure, listing
from game.reports.words import AUTOMATICITY_WORDS, fp, name, title_in_sentence, treaty_name
from game.ui import theme
from game.ui.kit import Button, Caption, Label, Quiet, Widget
from game.ui.scenes.parts import section

if TYPE_CHECKING:
    from game.ui.scenes.actions import Actions
    from game.ui.session import Session


def crisis_ways(session: Session, key: str, crisis: Crisis, acts: Actions) -> Widget | None:
    """The ways open to this seat in a crisis; None once it is over or where there are none."""
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
