"""The three kinds of error: not understood, not allowed, allowed once but the world has moved."""

from typing import Literal

from game.core.record import record


@record
class Problem:
    """One reason why something may not be done, as a sentence for people."""

    kind: Literal["invalid", "illegal", "stale"]
    text: str


def invalid(text: str) -> Problem:
    """What was sent is not understood."""
    return Problem("invalid", text)


def illegal(text: str) -> Problem:
    """What was sent is understood and not allowed."""
    return Problem("illegal", text)


def stale(text: str) -> Problem:
    """It was allowed once; the world has moved."""
    return Problem("stale", text)


class ActError(Exception):
    """Something a nation tried that the rules do not allow. The state is unchanged."""

    def __init__(self, who: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{who}: " + " ".join(problem.text for problem in problems))
        self.who = who
        self.problems = problems


class InvalidAct(ActError):
    """Not understood."""


class IllegalAct(ActError):
    """Understood, not allowed."""


class StaleAct(ActError):
    """Allowed once; the world has moved."""


def act_error(who: str, problems: tuple[Problem, ...]) -> ActError:
    """The error for a list of problems: invalid before stale before illegal."""
    kinds = [problem.kind for problem in problems]
    if "invalid" in kinds:
        return InvalidAct(who, problems)
    if "stale" in kinds:
        return StaleAct(who, problems)
    return IllegalAct(who, problems)
