"""Forces promised in common: whether they were where they were promised, and the peace they kept."""

from game.core.arith import clamp, divide
from game.core.commands import commanded, contributions, keeps_peace, peace_owed, withdrawn
from game.core.duties import Contribute, Guard
from game.core.geography import may_leave
from game.core.options import treaties_of
from game.core.orders import Sheet
from game.core.triggers import duties_of
from game.core.turn import Turn
from game.core.world import LedgerEntry


def contributions_fall_due(turn: Turn) -> None:
    """Enter every Contribute: forces for a common command, and forces that keep a peace."""
    kept: dict[str, int] = {}
    for name in turn.nations:
        free = may_leave(turn.nations[name])
        for duty in contributions(turn.world(), name, "command"):
            free = _command(turn, duty, free)
        for duty in contributions(turn.world(), name, "peace"):
            _peace(turn, duty, kept)
    for case_id, fp in sorted(kept.items()):
        case = turn.crises[case_id]
        if fp >= case.severity:
            for holder, other in ((case.target, case.challenger), (case.challenger, case.target)):
                turn.shift_trust(holder, other, turn.rules.trust_peace, "peacekept", case_id)


def _command(turn: Turn, duty: Contribute, free: int) -> int:
    """One nation's forces under one command; what is left for the next command, for a force is in one place."""
    nation = turn.nations[duty.by]
    asked = commanded(nation, duty)
    if not asked:
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "contribute", duty.treaty, "excused", 0))
        return free
    left = free - withdrawn(turn.world(), duty, nation.sheet or Sheet())
    weight = clamp(divide(10 * asked, max(1, nation.forces)), 0, 10) if _needed_elsewhere(turn, duty) else 0
    if left >= asked:
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "contribute", duty.treaty, "kept", weight))
        return free - asked
    turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "contribute", duty.treaty, "broken", max(1, weight)))
    for other in duty.among:
        if other in turn.nations:
            turn.shift_trust(other, duty.by, divide(turn.rules.trust_broke_duty, 2), "broke_duty", duty.treaty)
    return free


def _needed_elsewhere(turn: Turn, duty: Contribute) -> bool:
    """Whether a live case outside the command's circle tempts its owner: its own, or that of another it guards."""
    world, inside = turn.world(), (duty.by, *duty.among)
    wards = [
        ward
        for treaty_id, treaty in treaties_of(world, duty.by)
        for other in duties_of(treaty_id, treaty)
        if isinstance(other, Guard) and other.armed and other.by == duty.by
        for ward in other.wards
        if ward not in inside
    ]
    return any(
        case.live and (case.target in wards or duty.by in (case.target, case.challenger))
        for case in turn.crises.values()
    )


def _peace(turn: Turn, duty: Contribute, kept: dict[str, int]) -> None:
    """One nation's part in keeping the peace after each case that asks for it."""
    nation = turn.nations[duty.by]
    for case_id in peace_owed(turn.world(), duty):
        case = turn.crises[case_id]
        if may_leave(nation) < duty.amount:
            result, weight = "excused", 0
        elif keeps_peace(nation, case.theatre, duty.amount):
            result, weight = "kept", min(10, duty.amount)
            kept[case_id] = kept.get(case_id, 0) + duty.amount
        else:
            result, weight = "broken", min(10, duty.amount)
        entry = LedgerEntry(
            turn.turn, duty.treaty, "contribute", case.target, result, weight, case_id  # type: ignore[arg-type]
        )  # fmt: skip
        turn.enter_ledger(duty.by, entry)
        if result == "kept" and case.target in turn.nations:
            turn.shift_trust(case.target, duty.by, turn.rules.trust_kept_duty, "kept_duty", case_id)
        elif result == "broken":
            for other in duty.among:
                if other in turn.nations:
                    turn.shift_trust(other, duty.by, divide(turn.rules.trust_broke_duty, 2), "broke_duty", case_id)
