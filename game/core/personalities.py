"""Personalities: what a government is like, as public data that minds weigh and people can read."""

from game.core.record import record

TRAITS = (
    "safety",
    "sovereignty",
    "thrift",
    "trust",
    "creed",
    "rivalry",
    "commitment",
    "boldness",
    "patience",
    "outreach",
    "generosity",
    "mediation",
    "arms",
    "secrecy",
    "ceremony",
)
"""Names of the traits, in the order in which they are listed."""


@record(kw_only=True)
class Personality:
    """How much more or less than others a government cares for each thing, in permille: 1000 is like everybody."""

    id: str
    name: str
    """As in a sentence: "the reluctant ally"."""
    summary: str
    """What to expect of it, in one sentence."""
    safety: int = 1000
    """Its own security."""
    sovereignty: int = 1000
    """Its freedom of action."""
    thrift: int = 1000
    """Resource points spent and received."""
    trust: int = 1000
    """Trust and distrust of partners."""
    creed: int = 1000
    """Likeness of regimes."""
    rivalry: int = 1000
    """What its rivals would gain: denial, footholds, neighbours that stand aside."""
    commitment: int = 1000
    """Its given word: what breaking it would cost, standing by allies."""
    boldness: int = 1000
    """Readiness to press demands, less than others below 1000."""
    patience: int = 1000
    """What it holds out for in a negotiation."""
    outreach: int = 1000
    """How readily it opens negotiations and how many."""
    generosity: int = 1000
    """Relief, help and gifts to others."""
    mediation: int = 1000
    """Standing between those who quarrel."""
    arms: int = 1000
    """Forces and readiness of its own."""
    secrecy: int = 1000
    """Hidden work against others."""
    ceremony: int = 1000
    """Missions, exercises and public words."""
