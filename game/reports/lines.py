"""A line of the chronicle, and the importance it is printed at."""

from textwrap import wrap
from typing import Literal, TypeAlias

from game.core.record import record
from game.reports.sentences import Importance

Chapter: TypeAlias = Literal["Opening", "Talks", "The sealed call", "Resolution"]
CHAPTERS: tuple[Chapter, ...] = ("Opening", "Talks", "The sealed call", "Resolution")


@record(kw_only=True)
class Line:
    """One line of the chronicle, unwrapped. Print it, or click it."""

    turn: int
    kind: Literal["heading", "chapter", "text"] = "text"
    text: str
    importance: Importance = "ordinary"
    indent: int = 0
    """Steps to the right: 0 for a matter, 1 for what belongs under it, 2 for answers under a round."""
    nations: tuple[str, ...] = ()
    """Nations it tells of, the doer first."""
    about: str = ""
    """Id of the case, thread or treaty it tells of."""


def wrapped(text: str, width: int) -> str:
    """A line of text broken at `width` columns; what follows hangs two columns deeper than its beginning."""
    body = text.lstrip(" ")
    before = " " * (len(text) - len(body))
    broken = wrap(body, max(20, width), initial_indent=before, subsequent_indent=f"{before}  ", break_on_hyphens=False)
    return "\n".join(broken)
