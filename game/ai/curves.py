"""Curves of diminishing return in plain arithmetic: the same on every machine, which a library's need not be."""

LN2 = 0.6931471805599453


def ln(x: float) -> float:
    """Natural logarithm of a positive number, to about nine digits."""
    halvings = 0
    while x > 1.5:
        x /= 2
        halvings += 1
    while x < 0.75:
        x *= 2
        halvings -= 1
    t = (x - 1) / (x + 1)
    s = t * t
    return halvings * LN2 + 2 * t * (1 + s * (1 / 3 + s * (1 / 5 + s * (1 / 7 + s * (1 / 9 + s / 11)))))


def root(x: float) -> float:
    """Square root of a number between 0 and about 4, to about nine digits: Newton's rule."""
    if x <= 0:
        return 0.0
    guess = 1.0
    for _ in range(16):
        guess = (guess + x / guess) / 2
    return guess


def waning(x: float) -> float:
    """e to the power -x for x of 0 and more, to about nine digits."""
    halvings = 0
    while x > 0.25:
        x /= 2
        halvings += 1
    left = 1 - x * (1 - x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5 * (1 - x / 6)))))
    for _ in range(halvings):
        left *= left
    return left
