"""The rules as a historian would write them down: every case in this folder is played and compared."""

from pathlib import Path

import pytest

from tests.cases.outline import Line, outline
from tests.cases.playing import play, title_of

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.txt"))


def cases() -> list[Line]:
    """Every case of every file."""
    return [case for file in FILES for case in outline(file.read_text(encoding="utf-8"), file.name)]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file[:-4]}: {title_of(case)}")
def test_the_case_goes_as_it_is_written(case: Line) -> None:
    play(case)


def test_no_two_cases_bear_one_title() -> None:
    titles = [title_of(case) for case in cases()]
    assert len(titles) == len(set(titles))
