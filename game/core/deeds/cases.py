"""What demands and calls do, and which promises they break."""

from game.core import acts
from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide
from game.core.challenge import local_balance
from game.core.crises import Call, Crisis, Scheduled
from game.core.deeds.councils import try_plan
from game.core.deeds.speaking import decline, speak
from game.core.duties import Abstain, AbstainFrom, Guard
from game.core.occasions import demand_kind
from game.core.options import treaties_of
from game.core.resolve import drawn_resolve
from game.core.triggers import duties_of, reading
from game.core.turn import Turn
from game.core.world import LedgerEntry, State

BREACH_WEIGHT: dict[AbstainFrom, int] = {"press": 5, "join": 3, "ally_with": 4, "exercise_near": 2, "arm": 2}
"""0-10: how much is gained by doing what one had promised to keep from."""


def press(turn: Turn, who: str, act: acts.Press) -> None:
    """Press a demand in a brewing case, or raise a new one."""
    turn.use_initiative(who, "press")
    crisis_id = act.crisis
    if not crisis_id:
        crisis_id = turn.next_case_id(who)
        kind = demand_kind(turn.world(), who, act.target)
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
        turn.brew(case, drawn_resolve(turn.state, crisis_id, case.stakes))
    elif turn.crises[crisis_id].terms_by:
        decline(turn, crisis_id, who, "pressed")
    turn.open_crisis(crisis_id, act.grade, live=True, tone=act.tone)
    speak(turn, who, (act.target,), act.tone)
    turn.shift_trust(act.target, who, turn.rules.trust_threat, "threatened", crisis_id)
    breach(turn, who, act.target, "press", crisis_id)
    turn.explain(who, act.because, crisis_id, "press")


def promised(world: State, who: str, toward: str, what: AbstainFrom) -> bool:
    """Whether a nation has given its word to keep from something toward another."""
    return any(
        isinstance(duty, Abstain) and duty.by == who and toward in duty.toward and what in duty.acts
        for treaty_id, treaty in treaties_of(world, who)
        for duty in duties_of(treaty_id, treaty)
    )


def breach(turn: Turn, who: str, toward: str, what: AbstainFrom, crisis_id: str) -> None:
    """Enter every promise to abstain that an act against a nation breaks: each once a case."""
    rules = turn.rules
    had = {entry.treaty for entry in turn.nations[who].ledger if (entry.duty, entry.about) == ("abstain", crisis_id)}
    for treaty_id, treaty in treaties_of(turn.world(), who):
        for duty in duties_of(treaty_id, treaty) if treaty_id not in had else ():
            if isinstance(duty, Abstain) and duty.by == who and toward in duty.toward and what in duty.acts:
                weight = BREACH_WEIGHT[what]
                turn.enter_ledger(
                    who, LedgerEntry(turn.turn, treaty_id, "abstain", toward, "broken", weight, crisis_id)
                )
                cost = {"press": rules.trust_broke_abstain, "ally_with": rules.trust_allied}.get(
                    what, rules.trust_joined
                )
                turn.shift_trust(toward, who, cost, "broke_duty", crisis_id)
                if not treaty.secret:
                    closed = turn.nations[who].regime < 0
                    points = rules.support_broke_closed if closed else rules.support_broke
                    turn.shift_support(who, divide(points, 2), "broke_duty", crisis_id)


def spared(world: State, who: str, what: AbstainFrom) -> tuple[str, ...]:
    """Toward whom a nation has promised to abstain from something, in the order of the world's nations."""
    toward = [
        name
        for treaty_id, treaty in treaties_of(world, who)
        for duty in duties_of(treaty_id, treaty)
        if isinstance(duty, Abstain) and duty.by == who and what in duty.acts
        for name in duty.toward
    ]
    return tuple(name for name in world.nations if name in toward) if toward else ()


def invoke(turn: Turn, crisis_id: str, treaty_id: str) -> None:
    """Call a treaty: every Guard in it that reads the case is due; those that do not read it are told so."""
    world, table = turn.world(), turn.table()
    crisis, treaty = turn.crises[crisis_id], turn.treaties[treaty_id]
    calls: list[Call] = []
    for duty in duties_of(treaty_id, treaty):
        if isinstance(duty, Guard) and crisis.target in duty.wards and reading(world, duty, crisis).holds:
            calls.append(Call(treaty_id, duty.by, duty.automaticity, table.earmarked(duty)))
    turn.invoke(crisis_id, treaty_id, tuple(calls))
    try_plan(turn, crisis_id, treaty_id)
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
