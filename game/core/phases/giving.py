"""Outlays fall due: what treaties ask of a purse is carried out, withheld, or cannot be paid."""

from game.core.arith import clamp, divide
from game.core.orders import Sheet
from game.core.outlays import LEDGER_DUTY, Outlay, OutlayKind, outlays_due
from game.core.turn import Turn
from game.core.world import LedgerEntry

MISSED: dict[OutlayKind, int] = {
    "technology": 1000,
    "training": 500,
    "standards": 500,
    "resilience": 250,
    "reconstruction": 1000,
    "help": 1000,
}
"""Permille of what any broken duty costs in trust, with those who were to have it or with every party."""


def outlays_fall_due(turn: Turn) -> None:
    """Carry out every outlay that is neither withheld nor beyond its owner's means, and enter them all."""
    standard: dict[str, list[str]] = {}
    answered: list[str] = []
    world = turn.world()
    for name in turn.nations:
        sheet = turn.nations[name].sheet or Sheet()
        for outlay in outlays_due(world, name):
            if turn.nations[name].treasury < outlay.points:
                _enter(turn, name, outlay, "excused")
            elif outlay.treaty in sheet.withheld:
                _enter(turn, name, outlay, "broken")
                _missed(turn, name, outlay)
            else:
                _enter(turn, name, outlay, "kept")
                _carry_out(turn, name, outlay, answered)
                if outlay.kind == "standards":
                    standard.setdefault(outlay.treaty, []).append(name)
    _work_to_one_standard(turn, standard)


def _enter(turn: Turn, name: str, outlay: Outlay, result: str) -> None:
    risk = 2 if outlay.kind == "retaliate" else 1 if outlay.kind == "denounce" else 0
    weight = clamp(outlay.points + risk, 0, 10) if result != "excused" else 0
    toward = outlay.whom[0] if outlay.whom and outlay.kind in ("help", "reconstruction") else outlay.treaty
    entry = LedgerEntry(
        turn.turn, outlay.treaty, LEDGER_DUTY[outlay.kind], toward, result, weight, outlay.about  # type: ignore[arg-type]
    )  # fmt: skip
    turn.enter_ledger(name, entry)


def _missed(turn: Turn, name: str, outlay: Outlay) -> None:
    """Those who were to have it think less of the one who kept it back."""
    if outlay.kind in ("denounce", "retaliate"):
        victim = turn.misfortunes[outlay.about].target
        turn.shift_trust(victim, name, turn.rules.trust_unanswered, "broke_duty", outlay.about)
        return
    points = divide(turn.rules.trust_broke_duty * MISSED[outlay.kind], 1000)
    for other in outlay.whom or turn.treaties[outlay.treaty].parties:
        if other != name and other in turn.nations:
            turn.shift_trust(other, name, points, "broke_duty", outlay.treaty)


def _carry_out(turn: Turn, name: str, outlay: Outlay, answered: list[str]) -> None:
    rules = turn.rules
    if outlay.kind == "reconstruction":
        for victim in outlay.whom:
            turn.pay(name, victim, outlay.each, outlay.treaty, turn.treaty_audience(outlay.treaty))
            turn.shift_trust(victim, name, rules.trust_kept_duty, "kept_duty", outlay.treaty)
        return
    # What all can see must not name a treaty that is secret.
    about = "" if turn.treaties[outlay.treaty].secret else outlay.treaty
    if outlay.points:
        turn.spend(name, outlay.points, outlay.kind, outlay.about or outlay.treaty)
    match outlay.kind:
        case "technology":
            for taker in outlay.whom:
                room = turn.nations[name].technology - turn.nations[taker].technology
                turn.shift_technology(taker, min(room, outlay.each * rules.technology_per_point), about)
                turn.shift_trust(taker, name, rules.trust_kept_duty, "kept_duty", outlay.treaty)
        case "training":
            for taker in outlay.whom:
                room = turn.nations[name].readiness - turn.nations[taker].readiness
                turn.shift_readiness(taker, max(0, min(room, outlay.each * rules.training_readiness)), "training")
                turn.practise(name, taker, 1, "training", about)
        case "resilience":
            turn.shift_resilience(name, outlay.each, about)
        case "help":
            for victim in outlay.whom:
                turn.shift_readiness(victim, rules.help_readiness, "help")
                turn.shift_support(victim, rules.help_support, "help", outlay.about)
                turn.shift_trust(victim, name, rules.trust_kept_duty, "kept_duty", outlay.about)
        case "denounce" | "retaliate":
            _answer(turn, name, outlay, answered)
        case "standards":
            pass  # it takes two: done once everybody's is known


def _answer(turn: Turn, name: str, outlay: Outlay, answered: list[str]) -> None:
    """A hidden hand that was found meets the answer that was declared."""
    rules, hard = turn.rules, outlay.kind == "retaliate"
    for culprit in outlay.whom:
        if hard:
            turn.shift_readiness(culprit, rules.answer_readiness, "answer")
        else:
            turn.shift_trust(name, culprit, rules.answer_trust, "sabotaged", outlay.about)
            if outlay.about not in answered:
                turn.shift_influence(culprit, -1, "answer", outlay.about)
                answered.append(outlay.about)
        turn.provoke(culprit, name, rules.provoked_answer[hard], "answer", outlay.about)
    turn.shift_trust(turn.misfortunes[outlay.about].target, name, rules.trust_kept_duty, "kept_duty", outlay.about)


def _work_to_one_standard(turn: Turn, standard: dict[str, list[str]]) -> None:
    """Two that both keep to a standard lose half as much of what they practised, and learn a little."""
    rules, done = turn.rules, list[tuple[str, str]]()
    for treaty_id, names in standard.items():
        about = "" if turn.treaties[treaty_id].secret else treaty_id
        for index, a in enumerate(names):
            for b in names[index + 1 :]:
                if (a, b) not in done:
                    done.append((a, b))
                    turn.keep_standard(a, b, rules.interop_standard, about)
