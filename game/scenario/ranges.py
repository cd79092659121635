"""Least and most of numbers that the records themselves do not bound."""

from dataclasses import fields

from game.core.rules import DEFAULT_RULES

OBJECTIVE_RANGES: dict[tuple[str, str], tuple[int, int]] = {
    ("security_at_least", "level"): (0, 100),
    ("autonomy_at_least", "level"): (0, 100),
    ("security_at_least", "points"): (1, 100),
    ("autonomy_at_least", "points"): (1, 100),
    ("influence_at_least", "level"): (1, 10),
    ("stability_at_least", "level"): (0, 100),
    ("interoperability_with", "level"): (1, 100),
    ("burden_fair", "level"): (1, 100),
    ("be_broker", "times"): (1, 5),
    **{
        (kind, "points"): (1, 100)
        for kind in (
            "influence_at_least",
            "stability_at_least",
            "alliance_with",
            "keep_out",
            "interoperability_with",
            "clause_in_force",
            "burden_fair",
            "no_war",
            "settle_crisis",
            "be_broker",
        )
    },
}
"""Of every objective term that is a number."""

STAKES = (10, 20, 40)
SEVERITY = (1, 5)

_MOST = 10_000
_RULES = [field.name for field in fields(DEFAULT_RULES)]
_CHANCES = ("opportunity", "disaster", "end_more", "incident", "misread")
_DIVISORS = (
    "upkeep_fp",
    "price_readiness_fp",
    "readiness_step",
    "autonomy_wanted_step",
    "support_security_step",
    "support_autonomy_step",
    "support_home_step",
    "influence_turns",
    "burden_turns",
    "conduct_turns",
    "price_force",
    "deploy_fp",
    "support_stakes",
    "resolve_scale",
)


def rule_range(name: str) -> tuple[int, int]:
    """Least and most a rule may be set to.

    What is divided by is at least 1, what fades keeps at most all of itself, bands are at least 1 wide, and
    only a rule that is negative as shipped, or holds a number that is, may be negative.
    """
    default: object = getattr(DEFAULT_RULES, name) if name in _RULES else 0
    if "_keeps" in name or name.startswith("home_permille") or name in _CHANCES:
        return 0, 1000
    if name in _DIVISORS or name.startswith("band_"):
        return 1, _MOST
    if isinstance(default, int) and default < 0:
        return -_MOST, 0
    if isinstance(default, tuple) and min(default) < 0:
        return -_MOST, _MOST
    return 0, _MOST
