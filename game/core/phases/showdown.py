"""The sealed call: answers opened together, promises kept or broken, and the challenger's last decision."""

from collections.abc import Mapping
from typing import Literal

from game.core.arith import scale
from game.core.checks.answers import Answers, answer_problems
from game.core.crises import Answer, Call, Crisis
from game.core.deeds.backing import judge_backing
from game.core.deeds.cases import breach, invoke, temptation
from game.core.deeds.endings import concede, decide, strike
from game.core.deeds.words import empty_warnings
from game.core.dice import dice
from game.core.occasions import guardians
from game.core.options import consulted, sending_price, sending_wear, sheet_cost, stances, support_price
from game.core.orders import Sheet
from game.core.standing_by import by_firmness, firmest, toll
from game.core.turn import Turn
from game.core.view import open_view
from game.core.world import LedgerEntry


def sealed_round(turn: Turn, answers: Mapping[str, Answers]) -> None:
    """Open the envelopes of a round. Whoever sent none stands firm as a target and stays out as an ally."""
    opened = _opened(turn, answers)
    for crisis_id, by_nation in opened.items():
        turn.seal(crisis_id, by_nation)
    for crisis_id, by_nation in opened.items():
        crisis = turn.crises[crisis_id]
        own = by_nation[crisis.target]
        if own.stance == "concede":
            excuse_calls(turn, crisis_id)
            concede(turn, crisis_id)
        elif own.stance == "invoke":
            for treaty_id in own.treaties:
                invoke(turn, crisis_id, treaty_id)
    if turn.round == 2:
        bear_tolls(turn)
        for crisis_id, crisis in list(turn.crises.items()):
            if crisis.stage == "showdown":
                judge_calls(turn, crisis_id)
                abandonment(turn, crisis_id)
                empty_warnings(turn, crisis_id)
                judge_backing(turn, crisis_id)
                provoke_challenger(turn, crisis_id)
                pay_for_deployment(turn, crisis_id)


def _opened(turn: Turn, answers: Mapping[str, Answers]) -> dict[str, dict[str, Answer]]:
    state = turn.world()
    opened: dict[str, dict[str, Answer]] = {}
    for crisis_id, crisis in turn.crises.items():
        if crisis.stage == "showdown":
            opened[crisis_id] = {}
    for name in turn.nations:
        given = answers.get(name, {})
        sent = given if not answer_problems(open_view(state, name), given) else {}
        for crisis_id in opened:
            open_to = stances(state, name, crisis_id)
            if open_to:
                silent = Answer("stand_firm" if "stand_firm" in open_to else "stay_out")
                opened[crisis_id][name] = sent.get(crisis_id, silent)
    return opened


def excuse_calls(turn: Turn, crisis_id: str) -> None:
    """Nobody need come where the target has given way."""
    crisis = turn.crises[crisis_id]
    for call in crisis.calls:
        entry = LedgerEntry(turn.turn, call.treaty, "guard", crisis.target, "excused", 0, crisis_id)
        turn.enter_ledger(call.ally, entry)


def kept(turn: Turn, crisis: Crisis, crisis_id: str, call: Call) -> bool:
    """Whether the ally's last answer keeps the promise it was called on."""
    answer = crisis.answers[-1].get(call.ally, Answer("stay_out"))
    came = answer.stance == "come" and answer.forces >= call.earmark
    if call.earmark == 0:
        # Nothing may leave home: to speak up is all such a nation can do.
        came = answer.stance in ("come", "support")
    match call.automaticity:
        case "automatic":
            return came
        case "consulted":
            return came and (crisis.opened_live or _took_counsel(turn, call, crisis_id))
        case "own_way":
            return answer.stance in ("come", "support")


def _took_counsel(turn: Turn, call: Call, crisis_id: str) -> bool:
    treaty = turn.treaties[call.treaty]
    owes = any(clause.kind == "consultation" for clause in treaty.clauses)
    return not owes or consulted(turn.world(), call.ally, call.treaty, crisis_id)


def judge_calls(turn: Turn, crisis_id: str) -> None:
    """After the second round every call has been answered: the ledger takes it down, and people notice.

    A promise performed once is performed under every treaty that asked it: only the heaviest call of an ally
    weighs in the ledger, and trust and support move once.
    """
    crisis, table = turn.crises[crisis_id], turn.table()
    judged: dict[str, list[tuple[Call, bool]]] = {}
    for call in crisis.calls:
        judged.setdefault(call.ally, []).append((call, kept(turn, crisis, crisis_id, call)))
    weights = {
        ally: temptation(table, crisis, ally, max(call.earmark for call, _ in calls)) for ally, calls in judged.items()
    }
    for ally, calls in judged.items():
        # A broken promise weighs before a kept one, a larger before a smaller.
        calls.sort(key=lambda item: (item[1], -item[0].earmark, item[0].treaty))
        for index, (call, was_kept) in enumerate(calls):
            result: Literal["kept", "broken"] = "kept" if was_kept else "broken"
            weight = 0 if index else weights[ally]
            entry = LedgerEntry(turn.turn, call.treaty, "guard", crisis.target, result, weight, crisis_id)
            turn.enter_ledger(ally, entry)
        _remembered(turn, crisis_id, ally, [call for call, was_kept in calls if not was_kept])
    for name, answer in crisis.answers[-1].items():
        if name not in judged and answer.stance in ("come", "support"):
            turn.shift_trust(crisis.target, name, turn.rules.trust_support, "supported", crisis_id)


def _remembered(turn: Turn, crisis_id: str, ally: str, broken: list[Call]) -> None:
    target, rules = turn.crises[crisis_id].target, turn.rules
    if not broken:
        turn.shift_trust(target, ally, rules.trust_kept_guard, "kept_guard", crisis_id)
        turn.shift_support(ally, rules.support_kept, "kept_guard", crisis_id)
        return
    how = firmest(broken)
    turn.shift_trust(target, ally, by_firmness(rules, how, rules.trust_broke_guard), "broke_guard", crisis_id)
    at_home = rules.support_broke_closed if turn.nations[ally].regime < 0 else rules.support_broke
    turn.shift_support(ally, by_firmness(rules, how, at_home), "broke_guard", crisis_id)
    if _spoke(turn, ally, crisis_id):
        turn.shift_support(ally, rules.joint_words_audience, "statement", crisis_id)
    onlookers(turn, ally, target, crisis_id, by_firmness(rules, how, rules.trust_onlooker))


def abandonment(turn: Turn, crisis_id: str) -> None:
    """A ward for whom nobody it called has come doubts its other guarantors too (Snyder 1984)."""
    crisis = turn.crises[crisis_id]
    called = tuple(dict.fromkeys(call.ally for call in crisis.calls))
    if not called or any(crisis.answers[-1].get(name, _SILENT).stance in ("come", "support") for name in called):
        return
    turn.abandon(crisis.target, called, crisis_id)
    for name in dict.fromkeys(guardians(turn.world(), crisis.target)):
        if name not in called:
            turn.shift_trust(crisis.target, name, turn.rules.trust_abandoned, "abandoned", crisis_id)


_SILENT = Answer("stay_out")


def _spoke(turn: Turn, ally: str, crisis_id: str) -> bool:
    """Whether a nation was among those who lately spoke to this challenger with one voice, the target with them."""
    crisis = turn.crises[crisis_id]
    since = turn.turn - turn.rules.joint_words_turns
    return any(
        treaty.statements.get(crisis.challenger, -1) >= max(0, since)
        for treaty in turn.treaties.values()
        if ally in treaty.active and crisis.target in treaty.active
    )


def onlookers(turn: Turn, who: str, target: str, crisis_id: str, points: int) -> None:
    """Every other treaty partner of one who broke a Guard trusts it less."""
    partners = dict.fromkeys(
        name
        for treaty in turn.treaties.values()
        if who in treaty.parties and treaty.in_force(turn.turn)
        for name in treaty.parties
        if name not in (who, target)
    )
    for name in partners:
        turn.shift_trust(name, who, points, "onlooker", crisis_id)


def bear_tolls(turn: Turn) -> None:
    """Whoever takes up another's quarrel answers for it at home: by what its people thought before it was known who
    kept what."""
    world = turn.world()
    for crisis_id, crisis in world.crises.items():
        if crisis.stage == "showdown":
            for name, answer in crisis.answers[-1].items():
                points = 0 if name == crisis.target else toll(world, name, crisis, answer)
                if points:
                    turn.bear_toll(name, points, crisis_id)
                    turn.shift_support(name, -scale(points, turn.rules.toll_support), "toll", crisis_id)


def pay_for_deployment(turn: Turn, crisis_id: str) -> None:
    """Those who came, or spoke up, pay what their treasury holds beyond their orders; coming wears forces."""
    world, crisis = turn.world(), turn.crises[crisis_id]
    for name, answer in crisis.answers[-1].items():
        if name != crisis.target and answer.stance in ("come", "support", "join"):
            nation = turn.nations[name]
            left = nation.treasury - sheet_cost(world, name, nation.sheet or Sheet())
            came = answer.stance in ("come", "join")
            price = sending_price(world, name, crisis, answer.forces) if came else support_price(turn.rules, crisis)
            cost = min(price, max(0, left))
            if cost:
                turn.spend(name, cost, "deployment" if came else "supplies", crisis_id)
            if came:
                turn.shift_readiness(name, -sending_wear(world, name, answer.forces), "deployment")


def provoke_challenger(turn: Turn, crisis_id: str) -> None:
    """Those who came or spoke up have made themselves noticed."""
    crisis = turn.crises[crisis_id]
    for name, answer in crisis.answers[-1].items():
        if name != crisis.target and answer.stance in ("come", "support"):
            came = answer.stance == "come"
            points = turn.rules.provoked_came if came else turn.rules.provoked_support
            turn.provoke(crisis.challenger, name, points, "came" if came else "supported", crisis_id)
            breach(turn, name, crisis.challenger, "join", crisis_id)
        if answer.stance == "join":
            # Who comes in beside a challenger is its friend, and the target's enemy.
            turn.shift_trust(crisis.challenger, name, turn.rules.trust_support, "supported", crisis_id)
            turn.provoke(crisis.target, name, turn.rules.provoked_came, "came", crisis_id)
            breach(turn, name, crisis.target, "join", crisis_id)


def decisions(turn: Turn, answers: Mapping[str, Answers]) -> None:
    """The challengers decide, each alone. Silence backs down."""
    state = turn.world()
    for crisis_id, crisis in list(turn.crises.items()):
        if crisis.stage != "showdown":
            continue
        given = answers.get(crisis.challenger, {})
        if answer_problems(open_view(state, crisis.challenger), given):
            given = {}
        slips = turn.state.kinds[crisis.kind].slips * len(crisis.answers)
        if slips and dice(turn.state.seed, turn.turn, "slip", crisis_id) < slips:
            turn.slip(crisis_id)
            strike(turn, crisis_id)
            continue
        decide(turn, crisis_id, given.get(crisis_id, Answer("back_down")))
