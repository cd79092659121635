"""Favours kept and broken: in a sealed call, or when a motion is voted on."""

from collections.abc import Mapping

from game.core.backing import backs_due
from game.core.duties import Matter
from game.core.turn import Turn
from game.core.world import LedgerEntry

WEIGHT: dict[Matter, int] = {"case": 3, "claim": 2, "motion": 1}
"""0-10: what standing behind another costs: a challenger's anger, an ally's, a vote of one's own."""


def enter_backing(turn: Turn, matter: Matter, whom: str, about: str, stood: Mapping[str, bool], key: str) -> None:
    """Enter every promise to stand behind `whom` in this matter: kept by those who did, broken by those who did not.

    `stood` holds those who were asked; who was not is excused. `key` is the case or motion that decided it.
    """
    for duty in backs_due(turn.world(), matter, whom, about):
        if duty.by not in turn.nations:
            continue
        did = stood.get(duty.by)
        result = "excused" if did is None else "kept" if did else "broken"
        weight = 0 if did is None else WEIGHT[matter]
        turn.enter_ledger(
            duty.by,
            LedgerEntry(turn.turn, duty.treaty, "back", whom, result, weight, key),  # type: ignore[arg-type]
        )
        if did is not None:
            points = turn.rules.trust_kept_duty if did else turn.rules.trust_broke_duty
            turn.shift_trust(whom, duty.by, points, "kept_duty" if did else "broke_duty", key)


def judge_backing(turn: Turn, crisis_id: str) -> None:
    """After the second round: who spoke for the target it had promised to back, and who stood against a claim."""
    crisis = turn.crises[crisis_id]
    answers = crisis.answers[-1]
    others = {name: answer for name, answer in answers.items() if name not in (crisis.target, crisis.challenger)}
    spoke = {name: answer.stance in ("come", "support") for name, answer in others.items()}
    enter_backing(turn, "case", crisis.target, crisis.challenger, spoke, crisis_id)
    against = {name: not did for name, did in spoke.items()}
    enter_backing(turn, "claim", crisis.challenger, crisis.target, against, crisis_id)
