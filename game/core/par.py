"""Par: what AI nations got from a seat over many games."""

from game.core.record import record


@record(kw_only=True)
class Par:
    """The scores of one seat over many games, in permille."""

    mean: int
    p10: int
    """A tenth of the games scored no more than this."""
    p50: int
    p90: int
