"""English: agreement, lists, possessives, signs. Knows no rules of the game."""

from collections.abc import Sequence

MINUS = "\u2212"
NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
TIMES = ("never", "once", "twice", "three times", "four times")


def number(value: int) -> str:
    """A count in words up to twelve, in figures beyond; zero is "no".

    >>> number(3), number(40)
    ('three', '40')
    """
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else figure(value)


def figure(value: int) -> str:
    """An integer in figures with a true minus sign."""
    return f"{MINUS}{-value}" if value < 0 else str(value)


def signed(value: int) -> str:
    """An integer with its sign; zero has none.

    >>> signed(5), signed(-3), signed(0)
    ('+5', '−3', '0')
    """
    return f"+{value}" if value > 0 else figure(value)


def tenths(value: int) -> str:
    """Tenths as a decimal with no sign but a minus: permille as per cent.

    >>> tenths(42), tenths(-7)
    ('4.2', '−0.7')
    """
    whole, rest = divmod(abs(value), 10)
    return f"{MINUS if value < 0 else ''}{whole}.{rest}"


def signed_tenths(value: int) -> str:
    """Tenths of a point as a signed decimal.

    >>> signed_tenths(-140), signed_tenths(5)
    ('−14.0', '+0.5')
    """
    return f"+{tenths(value)}" if value > 0 else tenths(value)


def signed_hundredths(hundredths: int) -> str:
    """Hundredths as a signed decimal with one place, rounded half away from zero."""
    tenths = (abs(hundredths) + 5) // 10
    return signed_tenths(-tenths if hundredths < 0 else tenths)


def counted(value: int, one: str, many: str = "") -> str:
    """A count with its noun: "one exercise", "two exercises", "no exercises"."""
    return f"{number(value)} {plural(value, one, many)}"


def plural(value: int, one: str, many: str = "") -> str:
    """The noun that agrees with a count."""
    return one if value == 1 else many or f"{one}s"


def listing(items: Sequence[str], last: str = "and") -> str:
    """A list as in a sentence: "France, Norway and the United States". Empty for nothing.

    An item that itself holds an "and" is set off by commas throughout.
    """
    if len(items) < 2:
        return "".join(items)
    if any(" and " in item for item in items):
        return f"{', '.join(items[:-1])}, {last} {items[-1]}"
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def possessive(noun: str) -> str:
    """The possessive of a noun: "France's", "the United States'"."""
    return f"{noun}'" if noun.endswith("s") else f"{noun}'s"


def article(noun: str) -> str:
    """A noun with its indefinite article, by its first letter: "an ultimatum", "a request"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def capital(text: str) -> str:
    """The text with a capital first letter and nothing else changed."""
    return text[:1].upper() + text[1:]


def sentence_of(text: str) -> str:
    """The text as a sentence: a capital first letter, one mark at its end."""
    text = " ".join(text.split())
    if not text:
        return ""
    return capital(text if text.endswith((".", "?", ".”", "?”", "!”", "…”")) else f"{text}.")


def clip(text: str, longest: int) -> str:
    """The text, cut at a word with an ellipsis when it is longer than `longest` characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return f"{text[: longest - 1].rsplit(' ', 1)[0].rstrip(',;:.')}…"
