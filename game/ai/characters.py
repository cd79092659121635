"""What a personality makes of the one set of weights: each trait scales the considerations it speaks of."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from game.ai.weights import Weights
from game.core.personalities import Personality

SCALED: dict[str, tuple[str, ...]] = {
    "sovereignty": ("autonomy_above", "autonomy_below", "autonomy_deep"),
    "thrift": ("resource", "resource_once"),
    "trust": ("trust", "distrust", "partner_hostility"),
    "creed": ("affinity", "fellowship"),
    "rivalry": ("denial", "aloof", "foothold", "crisis_denial", "denounce"),
    "commitment": (
        "withhold_word",
        "reputation_onlooker",
        "reputation_most",
        "crisis_solidarity",
        "reputation_abstain",
        "share_word",
        "press_word",
        "word_holds",
    ),
    "patience": ("aspiration", "aspiration_hardens", "aspiration_patience"),
    "generosity": ("relief_trust", "relief_severity", "relief_ally", "relief_partner"),
    "mediation": ("mediate_gain",),
    "secrecy": ("covert_often",),
}
"""The weights each trait multiplies. Safety, boldness, outreach and bargaining have shapes of their own below; arms and
ceremony are read where orders are written."""
FURTIVE = 2000
"""Secrecy from which a government would rather look than talk."""


@lru_cache(maxsize=256)
def in_character(weights: Weights, one: Personality) -> Weights:
    """The weights of a government of this personality. Remembered: every mind asks for those of all it judges."""
    changed: dict[str, Any] = {}
    for trait, names in SCALED.items():
        permille = getattr(one, trait)
        if permille != 1000:
            for name in names:
                was = getattr(weights, name)
                scaled = was * permille / 1000
                changed[name] = int(scaled) if isinstance(was, int) else scaled
    if one.safety != 1000:
        changed["security_steps"] = tuple((end, worth * one.safety / 1000) for end, worth in weights.security_steps)
    if one.boldness != 1000:
        # The bolder, the less a demand must promise before it is raised.
        changed["raise_least"] = weights.raise_least * 1000 / max(1, one.boldness)
        changed["boldness"] = weights.boldness + (one.boldness - 1000) / 250
    if one.patience != 1000:
        # The more patient, the smaller the advantage it still bargains for.
        changed["haggle"] = 1 + (weights.haggle - 1) * 1000 / max(250, one.patience)
    if one.outreach != 1000:
        # The readier to talk, the less a draft must be worth to be put on a table, and the more of them.
        changed["propose_own"] = weights.propose_own * 1000 / max(250, one.outreach)
        changed["threads_a_turn"] = max(1, int(weights.threads_a_turn * one.outreach / 1000 + 0.5))
    if one.arms != 1000:
        changed["arms"] = weights.arms * one.arms / 1000
    if one.ceremony != 1000:
        changed["ceremony"] = weights.ceremony * one.ceremony / 1000
        changed["word_effort"] = weights.word_effort * 1000 / max(250, one.ceremony)
        changed["cordial_from"] = weights.cordial_from - (one.ceremony - 1000) // 50
    if one.boldness != 1000:
        changed["firm_below"] = min(weights.cordial_from - 1, weights.firm_below + (one.boldness - 1000) // 50)
    if one.secrecy != 1000:
        changed["observers"] = one.secrecy > FURTIVE
        changed["covert_hostility"] = weights.covert_hostility - (one.secrecy - 1000) // 100
    if one.generosity != 1000:
        changed["levy"] = weights.levy * 1000 / max(250, one.generosity)
    if one.arms < 1000:
        # Who dislikes arms stops short of what it has set itself.
        changed["toward_aims"] = weights.toward_aims * (1000 + one.arms) / 2000
    if one.mediation != 1000:
        changed["broker_every"] = max(1, weights.broker_every * 1000 // max(1, one.mediation))
        changed["broker_content"] = weights.broker_content * one.mediation // 1000
        changed["mediate_trust"] = weights.mediate_trust - int((one.mediation - 1000) / 100)
    return replace(weights, **changed) if changed else weights
