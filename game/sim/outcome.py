"""What one finished game comes to, in the fixed shape of `simulate --json`."""

from __future__ import annotations

from typing import Any

from game.core.appraisal import Appraisal
from game.core.relations import trust
from game.core.score import score, standing
from game.core.stability import stability
from game.saves.codec import digest
from game.table import Table


def outcome(table: Table, seed: int, seconds: float) -> dict[str, Any]:
    """The record of one game. Everything but `seconds` depends on scenario, seed and minds alone."""
    state = table.state
    appraisal = Appraisal(state)
    kinds = [event.kind for event in table.events]
    called: dict[tuple[str, str], bool] = {}
    for name, nation in state.nations.items():
        for entry in nation.ledger:
            if entry.duty == "guard" and entry.result != "excused":
                # One ally called under two treaties is called once, and keeps its word if it keeps both.
                key = (name, entry.about)
                called[key] = called.get(key, True) and entry.result == "kept"
    nations = {}
    for name, nation in state.nations.items():
        others = [trust(state, other, name) for other in state.nations if other != name]
        nations[name] = {
            "score": score(state, name),
            "standing": standing(state, name),
            "security": appraisal.secure(name),
            "autonomy": appraisal.autonomy(name).value,
            "support": nation.support,
            "influence": nation.influence,
            "trust_in": round(sum(others) / len(others), 1) if others else 0.0,
        }
    return {
        "seed": seed,
        "turns": sum(1 for kind in kinds if kind == "turn_closed"),
        "digest": digest(state),
        "seconds": round(seconds, 4),
        "nations": nations,
        "treaties": [
            {
                "parties": list(treaty.parties),
                "clauses": [clause.kind for clause in treaty.clauses],
                "since": treaty.signed,
                "ended": treaty.ended or None,
                "secret": treaty.secret,
                "charter": False,
            }
            for treaty in state.treaties.values()
        ],
        "crises": [
            {
                "kind": crisis.kind,
                "turn": crisis.since,
                "target": crisis.target,
                "challenger": crisis.challenger or None,
                "outcome": crisis.outcome or crisis.stage,
            }
            for crisis in state.crises.values()
        ],
        "wars": sum(1 for crisis in state.crises.values() if crisis.stage in ("war", "fighting")),
        "pledges_called": len(called),
        "pledges_honoured": sum(called.values()),
        "proposals": kinds.count("proposed"),
        "countered": kinds.count("countered"),
        "signed": kinds.count("signed"),
        "stability": stability(appraisal).value,
    }
