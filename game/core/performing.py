"""What each live act does, once it has been found allowed."""

from game.core import acts
from game.core.acts import Act
from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide
from game.core.challenge import local_balance
from game.core.crises import Call, Crisis, Scheduled
from game.core.drafts import Draft
from game.core.duties import Abstain, AbstainFrom, Guard
from game.core.options import demand_kind, treaties_of
from game.core.resolve import drawn_resolve
from game.core.terms import Term
from game.core.triggers import duties_of, reading
from game.core.turn import Turn
from game.core.world import LedgerEntry


def perform(turn: Turn, who: str, act: Act) -> None:
    """Carry out an act that `problems()` allows."""
    match act:
        case acts.Message():
            turn.say(who, act.to, act.text)
        case acts.Propose():
            turn.use_initiative(who, "propose")
            thread_id = turn.open_thread(who, act.draft, act.turns)
            turn.explain(who, act.because, thread_id, "propose")
        case acts.Counter():
            turn.revise(act.thread, who, act.draft)
            turn.explain(who, act.because, act.thread, "counter")
        case acts.Accept():
            turn.agree(act.thread, who)
            turn.explain(who, act.because, act.thread, "accept")
            sign_if_agreed(turn, act.thread)
        case acts.Refuse():
            turn.refuse(act.thread, who, decisive(act.because), act.instead)
            turn.explain(who, act.because, act.thread, "refuse")
            thread = turn.threads[act.thread]
            if len(thread.latest.refusals) >= len(thread.parties) - 1 and len(thread.parties) > 2:
                turn.close_thread(act.thread, "refused", who)
        case acts.Recall():
            turn.close_thread(act.thread, "recalled", who)
        case acts.Withdraw():
            turn.announce_withdrawal(who, act.treaty)
            turn.explain(who, act.because, act.treaty, "withdraw")
            for other in turn.treaties[act.treaty].parties:
                if other != who:
                    turn.shift_trust(other, who, turn.rules.trust_left, "left", act.treaty)
        case acts.Press():
            press(turn, who, act)
        case acts.ConsultAct():
            turn.use_initiative(who, "consult")
            target = turn.crises[act.crisis].target
            turn.enter_ledger(who, LedgerEntry(turn.turn, act.treaty, "consult", target, "kept", 1, act.crisis))
            turn.shift_trust(target, who, turn.rules.trust_kept_duty, "kept_duty", act.crisis)
        case acts.Invoke():
            turn.explain(who, act.because, act.crisis, "invoke")
            invoke(turn, act.crisis, act.treaty, due_round=1)


def decisive(terms: tuple[Term, ...]) -> Term | None:
    """The term that spoke most against; None when nothing did."""
    against = [term for term in terms if term.tenths < 0]
    # What a nation holds out for, or its humour, tells the others little while there is anything else to name.
    against = [term for term in against if term.name not in ("aspiration", "temper")] or against
    return min(against, key=lambda term: (term.tenths, term.name, term.about), default=None)


def can_pay(turn: Turn, draft: Draft) -> bool:
    """Whether every payer of a draft could pay it today."""
    owed: dict[str, int] = {}
    for payment in draft.payments:
        owed[payment.payer] = owed.get(payment.payer, 0) + payment.amount
    return all(turn.nations[name].treasury >= amount for name, amount in owed.items())


def sign_if_agreed(turn: Turn, thread_id: str) -> None:
    """Sign a thread's draft when every party agrees to the same revision and its payments can be made."""
    thread = turn.threads[thread_id]
    draft = thread.latest.draft
    if any(name not in thread.latest.agreed for name in thread.parties):
        return
    if not can_pay(turn, draft):
        turn.close_thread(thread_id, "lapsed")
        return
    turn.sign(thread_id)
    for payment in draft.payments:
        turn.pay(payment.payer, payment.payee, payment.amount, thread_id, draft.parties if draft.secret else None)
    for holder in draft.parties:
        for other in draft.parties:
            if other != holder:
                turn.shift_trust(holder, other, turn.rules.trust_signed, "signed", thread_id)


def press(turn: Turn, who: str, act: acts.Press) -> None:
    """Press a demand in a brewing case, or raise a new one."""
    turn.use_initiative(who, "press")
    crisis_id = act.crisis
    if not crisis_id:
        crisis_id = turn.next_case_id(who)
        kind = demand_kind(turn.world())
        case = Scheduled(
            id=crisis_id,
            turn=turn.turn,
            kind=kind.id,
            theatre=turn.nations[act.target].home,
            target=act.target,
            challenger=who,
            stakes=kind.stakes,
            severity=kind.severity,
            pace=kind.pace,
            stage="open",
            grade=act.grade,
        )
        turn.brew(case, drawn_resolve(turn.state, crisis_id))
    turn.open_crisis(crisis_id, act.grade, live=True)
    turn.shift_trust(act.target, who, turn.rules.trust_threat, "threatened", crisis_id)
    breach(turn, who, act.target, "press", crisis_id)
    turn.explain(who, act.because, crisis_id, "press")


def breach(turn: Turn, who: str, toward: str, what: AbstainFrom, crisis_id: str) -> None:
    """Enter every promise to abstain that an act against a nation breaks."""
    rules = turn.rules
    for treaty_id, treaty in treaties_of(turn.world(), who):
        for duty in duties_of(treaty_id, treaty):
            if isinstance(duty, Abstain) and duty.by == who and toward in duty.toward and what in duty.acts:
                weight = 5 if what == "press" else 3
                turn.enter_ledger(
                    who, LedgerEntry(turn.turn, treaty_id, "abstain", toward, "broken", weight, crisis_id)
                )
                cost = rules.trust_broke_abstain if what == "press" else rules.trust_joined
                turn.shift_trust(toward, who, cost, "broke_duty", crisis_id)
                if not treaty.secret:
                    closed = turn.nations[who].regime < 0
                    points = rules.support_broke_closed if closed else rules.support_broke
                    turn.shift_support(who, divide(points, 2), "broke_duty", crisis_id)


def invoke(turn: Turn, crisis_id: str, treaty_id: str, due_round: int) -> None:
    """Call a treaty: every Guard in it that reads the case is due; those that do not read it are told so."""
    world, table = turn.world(), turn.table()
    crisis, treaty = turn.crises[crisis_id], turn.treaties[treaty_id]
    calls: list[Call] = []
    for duty in duties_of(treaty_id, treaty):
        if isinstance(duty, Guard) and crisis.target in duty.wards and reading(world, duty, crisis).holds:
            calls.append(
                Call(treaty_id, duty.by, turn.turn, due_round, duty.automaticity, table.earmarked(duty))
            )  # fmt: skip
    turn.invoke(crisis_id, treaty_id, tuple(calls))
    for other_id, other in world.treaties.items():
        if other_id != treaty_id and other.in_force(world.turn) and crisis.target in other.parties:
            for duty in duties_of(other_id, other):
                if isinstance(duty, Guard) and duty.by != crisis.target:
                    told = any(c.ally == duty.by for c in calls)
                    found = reading(world, duty, crisis)
                    if told and not found.holds:
                        turn.read_as_not_the_case(crisis_id, other_id, duty.by, found.why)


def temptation(table: Appraisal, crisis: Crisis, ally: str, earmark: int) -> int:
    """0-10: what breaking a Guard would gain its owner now.

    Up to 6 for the odds against those who stand there already, up to 4 for the part of one's own forces at risk
    and the challenger's reach toward oneself.
    """
    odds = divide(6 * local_balance(table, crisis), 1000)
    nation = table.world.nations[ally]
    risk = divide(4 * earmark, max(1, nation.forces))
    fear = divide(4 * table.threat(crisis.challenger, ally), max(1, table.protection(ally).value))
    return clamp(odds + min(4, risk + fear), 0, 10)
