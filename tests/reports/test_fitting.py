"""A crowded turn in few rows: what matters most is kept, and what was left out is counted."""

from dataclasses import replace

from game.core.clauses import MutualDefence
from game.core.world import Treaty
from game.reports.fitting import fitted
from game.reports.lines import Line, wrapped
from tests.reports.telling import CASE, named_world

WORLD = replace(named_world(), crises={"c-1": CASE})


def line(text: str, indent: int = 0, importance: str = "ordinary", about: str = "", nation: str = "ARD") -> Line:
    """A line about Arden."""
    found = Line(turn=1, text=text, indent=indent, about=about, nations=(nation,))
    return replace(found, importance=importance)  # type: ignore[arg-type]


TURN = [
    Line(turn=1, kind="heading", text="Turn 1", importance="headline"),
    Line(turn=1, kind="chapter", text="Talks", importance="headline"),
    *[line(f"A small matter, number {number}.") for number in range(9)],
    line("A treaty was signed.", importance="headline"),
    line("What stands under it.", 1),
    Line(turn=1, kind="chapter", text="The sealed call", importance="headline"),
    line("A case came to a head.", about="c-1", importance="headline"),
    line("An answer.", 2, about="c-1"),
    line("It was settled.", 1, about="c-1", importance="headline"),
]


def test_what_fits_is_told_whole() -> None:
    assert fitted(TURN, WORLD, 20, 80) == TURN


def test_the_least_goes_first_and_is_counted() -> None:
    told = [found.text for found in fitted(TURN, WORLD, 10, 80)]
    assert "What stands under it." not in told
    assert {"A treaty was signed.", "A case came to a head.", "An answer.", "It was settled."} <= set(told)
    left = sum("small matter" in text for text in told)
    assert told[-1].startswith(f"{['Nine', 'Eight', 'Seven', 'Six', 'Five'][left]} lesser matters of the turn are left")
    assert sum(wrapped(text, 80).count("\n") + 1 for text in told) <= 10


def test_a_chapter_that_lost_everything_is_not_named_and_cases_stay() -> None:
    told = [found.text for found in fitted(TURN, WORLD, 3, 80)]
    assert told == [
        "Turn 1", "The sealed call", "A case came to a head.", "An answer.", "It was settled.",
        "Ten lesser matters of the turn are left out here; --full tells all.",
    ]  # fmt: skip


def test_what_touches_the_reader_is_kept_before_what_does_not() -> None:
    turn = [*TURN[:2], line("Of Boreas.", nation="BOR"), line("Of Arden."), line("Of Arden again.")]
    told = [found.text for found in fitted(turn, WORLD, 5, 80, "BOR")]
    assert "Of Boreas." in told


def test_who_came_into_a_pact_is_never_a_lesser_matter() -> None:
    pact = Treaty(title="Pact", parties=("ARD", "BOR", "CAS"), clauses=(MutualDefence(),), signed=1)
    world = replace(WORLD, treaties={**WORLD.treaties, "t-pact": pact})
    came = line("Boreas joined the Pact.", importance="headline", about="t-pact")
    two = replace(pact, parties=("ARD", "BOR"))
    for treaty, told in ((pact, True), (two, False)):
        there = replace(world, treaties={**WORLD.treaties, "t-pact": treaty})
        assert (came in fitted([*TURN, came], there, 3, 80)) == told
