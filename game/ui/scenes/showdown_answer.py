"""A sealed answer while it is being written: what stands in the form, and what is known to follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.core.arith import divide, scale
from game.core.challenge import local_balance
from game.core.clauses import Consultation
from game.core.crises import Answer, Call, Crisis, Stance
from game.core.deeds.cases import temptation
from game.core.duties import Abstain
from game.core.options import (
    available,
    consulted,
    earmark_to,
    invocable,
    sending_price,
    sending_wear,
    stances,
    treaties_of,
)
from game.core.standing_by import by_firmness, firmest, toll
from game.core.triggers import duties_of
from game.core.world import State
from game.reports.grammar import capital, counted, figure, sentence_of, signed, tenths
from game.reports.kind_words import BLOW_WORDS, MEANS_WORDS
from game.reports.words import (
    fp,
    name,
    name_first,
    names,
    title_in_sentence,
    treaty_name,
)
from game.ui import theme
from game.ui.kit import Bar, Column, Icon, Label, Row, Widget
from game.ui.session import Session

Said = tuple[str, bool | None]
"""A sentence, and whether it speaks for the answer, against it, or neither."""


def first_answer(session: Session, key: str) -> Answer:
    """What stands in the form to begin with: the last answer, the least that keeps the promise, or the mildest."""
    world, me = session.world, session.nation
    crisis, open_to = world.crises[key], stances(world, me, key)
    before = crisis.answers[-1].get(me) if crisis.answers else None
    if before is not None and before.stance in open_to and before.stance != "invoke":
        return replace(before, because=())
    called = [call for call in crisis.calls if call.ally == me]
    if called and "support" in open_to and all(call.automaticity == "own_way" for call in called):
        return Answer("support")  # what was promised in one's own way is kept by speaking up
    if called and "come" in open_to and available(world, me, crisis):
        return Answer("come", forces=usual_forces(session, key))
    for stance in ("stay_out", "back_down"):
        if stance in open_to:
            return Answer(stance)
    return Answer(open_to[0])


def usual_forces(session: Session, key: str) -> int:
    """FP to begin with: what was promised here, or a quarter of what could go; at least 1."""
    world, me = session.world, session.nation
    crisis = world.crises[key]
    most = available(world, me, crisis)
    promised = earmark_to(session.appraisal, me, crisis)
    return max(1, min(most, promised or most // 4))


def with_stance(session: Session, key: str, stance: Stance) -> Answer:
    """An answer with this stance, its forces or treaties as they usually would be."""
    if stance in ("come", "join"):
        return Answer(stance, forces=usual_forces(session, key))
    if stance == "invoke":
        return Answer(stance, treaties=invocable(session.world, session.nation, key))
    return Answer(stance)


def with_answer(crisis: Crisis, nation: str, answer: Answer) -> Crisis:
    """The case as it would stand if this answer were opened alone."""
    return replace(crisis, answers=(*crisis.answers, {nation: answer}))


def balance_bar(session: Session, key: str, answer: Answer) -> Widget:
    """The challenger's share of the forces that would meet, without the answer and with it."""
    table, crisis = session.appraisal, session.world.crises[key]
    before = divide(local_balance(table, crisis), 10)
    after = divide(local_balance(table, with_answer(crisis, session.nation, answer)), 10)
    moved = f"{figure(before)} → {figure(after)} %" if before != after else f"{figure(after)} %"
    return Bar(
        f"{name_first(session.world, crisis.challenger)} in the local balance",
        after,
        shown=moved,
        colour=theme.SIGNED[0] if after > 50 else theme.LINK,
        tooltip=f"Its share by {MEANS_WORDS[session.world.kinds[crisis.kind].means]}, as far as you know.",
    )


def meanings(session: Session, key: str, answer: Answer) -> list[Said]:
    """What is known to follow from an answer, as sentences."""
    world, me = session.world, session.nation
    crisis = world.crises[key]
    return _as_target(session, crisis, answer) if crisis.target == me else _as_ally(session, key, answer)


def meaning_lines(said: list[Said]) -> Widget:
    """The sentences of `meanings`, with a sign before each."""
    marks = {True: ("check", theme.BETTER), False: ("cross", theme.WORSE), None: ("right", theme.QUIET)}
    return Column(
        *[
            Row(
                Icon(marks[good][0], size=13, colour=marks[good][1]),
                Label(text, grow=1),
                each="start",
                gap=theme.INSIDE,
            )
            for text, good in said
        ],
        gap=theme.INSIDE,
    )


def keeps(world: State, me: str, key: str, call: Call, answer: Answer) -> bool:
    """Whether an answer, given in the second round, would keep the promise called on."""
    came = answer.stance == "come" and answer.forces >= call.earmark
    if call.earmark == 0:
        came = answer.stance in ("come", "support")
    if call.automaticity == "own_way":
        return answer.stance in ("come", "support")
    return came and not (call.automaticity == "consulted" and _counsel_missing(world, me, key, call))


def _counsel_missing(world: State, me: str, key: str, call: Call) -> bool:
    if world.crises[key].opened_live:
        return False
    owes = any(isinstance(clause, Consultation) for clause in world.treaties[call.treaty].clauses)
    return owes and not consulted(world, me, call.treaty, key)


def _as_ally(session: Session, key: str, answer: Answer) -> list[Said]:
    world, me = session.world, session.nation
    rules, crisis = world.rules, world.crises[key]
    target, calls = name(world, crisis.target), [call for call in crisis.calls if call.ally == me]
    said: list[Said] = []
    broken = [call for call in calls if not keeps(world, me, key, call, answer)]
    for call in calls:
        title = treaty_name(world, call.treaty)
        if call not in broken:
            said.append((sentence_of(f"it keeps your word under {title}"), True))
        elif answer.stance == "come" and answer.forces < call.earmark:
            short = f"{fp(answer.forces)} are short of the {fp(call.earmark)} that {title} promised"
            said.append((sentence_of(short), False))
        elif answer.stance == "come":
            said.append((sentence_of(f"{title} asked for counsel first, and none was taken"), False))
        else:
            said.append((sentence_of(f"it breaks your word under {title}"), False))
    if broken:
        said += [(text, False) for text in breach_text(session, key, broken)]
    elif calls:
        said.append((kept_text(session, key), True))
    elif answer.stance in ("come", "support"):
        said.append((f"You are not called. Trust +{rules.trust_support} with {target}.", True))
    if answer.stance in ("come", "support"):
        said += _restraint(session, crisis)
    if answer.stance in ("come", "join"):
        said.append((_losses(session, crisis, answer.forces), None))
        said.append((_sending(session, crisis, answer.forces), False))
    said += _at_home(session, crisis, answer)
    if answer.stance == "join":
        friend = name(world, crisis.challenger)
        said.append((f"Trust +{rules.trust_support} with {friend}; you share its battle and its losses.", True))
        said.append((f"{name_first(world, crisis.target)} is provoked by {figure(rules.provoked_came)}.", False))
        said.append((f"Should it come to blows, those on the other side trust you {-rules.trust_struck} less.", False))
    if answer.stance == "support":
        said.append(("A quarter of the forces you could have sent count in the balance.", None))
    if answer.stance in ("come", "support"):
        points = rules.provoked_came if answer.stance == "come" else rules.provoked_support
        said.append((f"{name_first(world, crisis.challenger)} is provoked by {figure(points)}.", False))
    if answer.stance == "mediate":
        earned = f"influence +{rules.influence_mediation}, trust +{rules.trust_mediation} with both"
        said.append((f"If they settle or it steps back: {earned}.", True))
    if answer.stance == "stay_out" and not calls:
        said.append(("No promise binds you here; staying out breaks none.", None))
    if world.round == 1 and calls:
        said.append(("The answer of the second round is the one that counts.", None))
    return said


def _restraint(session: Session, crisis: Crisis) -> list[Said]:
    """Promises not to join others against the challenger that an answer would break."""
    world, me = session.world, session.nation
    rival = name(world, crisis.challenger)
    return [
        (
            sentence_of(
                f"{treaty_name(world, treaty_id)} keeps you from joining others against {rival}: trust "
                f"{figure(world.rules.trust_joined)} with it"
            ),
            False,
        )
        for treaty_id, treaty in treaties_of(world, me)
        for duty in duties_of(treaty_id, treaty)
        if isinstance(duty, Abstain) and duty.by == me and crisis.challenger in duty.toward and "join" in duty.acts
    ]


def kept_text(session: Session, key: str) -> str:
    """What a promise kept in a case brings."""
    world, rules = session.world, session.world.rules
    target = name(world, world.crises[key].target)
    return f"Trust +{rules.trust_kept_guard} with {target}; support +{rules.support_kept}."


def breach_text(session: Session, key: str, calls: Sequence[Call]) -> tuple[str, str]:
    """What breaking these promises costs: in trust, support and the score, and in the ledger."""
    world, rules, me = session.world, session.world.rules, session.nation
    crisis = world.crises[key]
    onlookers = _onlookers(world, me, crisis.target)
    how = firmest(calls)
    onlooker, own = by_firmness(rules, how, rules.trust_onlooker), by_firmness(rules, how, rules.trust_broke_guard)
    watch = f", {figure(onlooker)} with {names(world, onlookers)}" if onlookers else ""
    support = by_firmness(rules, how, rules.support_broke_closed if session.me.regime < 0 else rules.support_broke)
    each = rules.last_breach if world.turn >= world.turns else rules.broken_word
    weight = temptation(session.appraisal, crisis, me, max(call.earmark for call in calls))
    trust = f"Trust {figure(own)} with {name(world, crisis.target)}{watch}"
    return (
        f"{trust}; support {figure(support)}; {tenths(-own * each)} % of your score.",
        f"The ledger remembers it, at {figure(weight)} of 10: every pledge of yours loses belief.",
    )


def _sending(session: Session, crisis: Crisis, forces: int) -> str:
    """What coming costs whatever comes of it."""
    world, seat = session.world, session.nation
    price, wear = sending_price(world, seat, crisis, forces), sending_wear(world, seat, forces)
    said = f"Sending them costs {figure(price)} RP, as far as your treasury goes"
    return f"{said}, and {figure(wear)} of readiness." if wear else f"{said}."


def _at_home(session: Session, crisis: Crisis, answer: Answer) -> list[Said]:
    """What taking up another's quarrel costs with one's own people."""
    points = toll(session.world, session.nation, crisis, answer)
    if not points:
        return []
    support = scale(points, session.world.rules.toll_support)
    less = f", support {signed(-support)}" if support else ""
    return [(f"Your people count what it costs: {tenths(points)} % of your score{less}.", False)]


def _losses(session: Session, crisis: Crisis, forces: int) -> str:
    rules, blow = session.world.rules, session.world.kinds[crisis.kind].blow
    if blow != "clash":
        return BLOW_WORDS[blow]
    least, most = divide(forces * rules.clash_winner, 1000), divide(forces * rules.clash_loser, 1000)
    if least == most:
        return f"If it comes to a clash: about {fp(most)} lost."
    return f"If it comes to a clash: {fp(least)} lost where the line holds, {fp(most)} where it does not."


def _onlookers(world: State, me: str, target: str) -> list[str]:
    """Other treaty partners, who would see a promise broken."""
    found = dict.fromkeys(
        party for _, treaty in treaties_of(world, me) for party in treaty.parties if party not in (me, target)
    )
    return list(found)


def _as_target(session: Session, crisis: Crisis, answer: Answer) -> list[Said]:
    world, rules = session.world, session.world.rules
    rival = name_first(world, crisis.challenger)
    said: list[Said] = []
    match answer.stance:
        case "stand_firm":
            said.append((f"If {name(world, crisis.challenger)} backs down: support +{rules.support_won}.", True))
            said.append((_losses(session, crisis, session.me.forces), None))
        case "negotiate":
            lost = scale(crisis.stakes, rules.support_compromise)
            said.append((f"If it settles: half way. Support {signed(-lost)}, its claim ends.", None))
            said.append((f"Trust +{rules.trust_settled} each way. If it strikes, you meet it as you stand.", None))
        case "concede":
            lost = scale(crisis.stakes, rules.support_concession)
            said.append((f"The case ends at once: {rival} has its way, and its claim ends.", None))
            said.append((f"Support {signed(-lost)}; influence {signed(-rules.influence_stakes)}.", False))
            if crisis.calls:
                said.append((f"{capital(counted(len(crisis.calls), 'call'))} on your allies lapse.", None))
        case "invoke":
            for treaty in answer.treaties:
                title = title_in_sentence(world.treaties[treaty].title)
                allies = [who for who in world.treaties[treaty].parties if who != session.nation]
                said.append((sentence_of(f"{title} calls {names(world, allies)}"), True))
            said.append(("They must come by the second round, or break their word before everyone.", None))
            said.append((_losses(session, crisis, session.me.forces), None))
        case _:
            pass
    return said
