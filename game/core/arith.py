"""Integer arithmetic: the only arithmetic the rules use, so that every machine reaches the same digest."""

from functools import cache


def clamp(value: int, low: int, high: int) -> int:
    """`value`, moved to the nearer end when it lies outside `low`..`high`."""
    return low if value < low else high if value > high else value


def divide(value: int, by: int) -> int:
    """`value / by`, rounded half away from zero. `by` must be positive."""
    if value >= 0:
        return (2 * value + by) // (2 * by)
    return -((-2 * value + by) // (2 * by))


def scale(value: int, permille: int) -> int:
    """`value` times `permille` thousandths, rounded half away from zero."""
    return divide(value * permille, 1000)


def faded(value: int, age: int, permille_a_turn: int) -> int:
    """`value` after `age` turns in each of which it keeps `permille_a_turn` thousandths of itself.

    Computed from the age, never stored: the same reason read twice in one turn has the same size.
    """
    return scale(value, _kept(min(age, 60), permille_a_turn)) if age > 0 else value


@cache
def _kept(age: int, permille_a_turn: int) -> int:
    """Permille left after `age` turns. Remembered: the same few ages are asked for all the time."""
    kept = 1000
    for _ in range(age):
        kept = scale(kept, permille_a_turn)
    return kept


# Logistic curve 1/(1+e^-x) in permille, at x = 0.0, 0.25, ... 6.0; the other half follows by symmetry.
LOGISTIC = (
    500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953,
    963, 971, 977, 982, 986, 989, 991, 993, 995, 996, 997, 998,
)  # fmt: skip


def logistic(value: int, scale_of: int) -> int:
    """Permille of the logistic curve at `value / scale_of`, interpolated between quarter steps."""
    quarter, rest = divmod(abs(value) * 4, scale_of)
    if quarter >= len(LOGISTIC) - 1:
        upper = LOGISTIC[-1]
    else:
        low, high = LOGISTIC[quarter], LOGISTIC[quarter + 1]
        upper = low + divide((high - low) * rest, scale_of)
    return upper if value >= 0 else 1000 - upper


def logit(permille: int, scale_of: int) -> int:
    """The value at which `logistic` reaches `permille` (2..998): its inverse, for drawing from the curve."""
    upper = max(permille, 1000 - permille)
    low, high = 0, 6 * scale_of
    while low < high:
        middle = (low + high) // 2
        if logistic(middle, scale_of) < upper:
            low = middle + 1
        else:
            high = middle
    return low if permille >= 500 else -low
