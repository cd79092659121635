"""Text that people give each other holds nothing that cannot be seen."""

from dataclasses import replace

import pytest

from game.core import acts
from game.core.clauses import Consultation
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.view import view_of
from tests.ai.worlds import nato

DRAFT = Draft(title="Pact", parties=("FRA", "GBR"), clauses=(Consultation(),))


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\u202e", "\u2066", "\n", "\u200b"])
def test_the_title_of_a_draft_can_be_read(sign: str) -> None:
    view = view_of(nato(), "FRA")
    assert problems(view, acts.Propose(draft=DRAFT)) == ()
    found = problems(view, acts.Propose(draft=replace(DRAFT, title=f"Pa{sign}ct")))
    assert [one.text for one in found] == ["The title holds a character that cannot be seen."]


def test_a_message_has_lines_and_no_commands_to_a_terminal() -> None:
    view = view_of(nato(), "FRA")
    assert problems(view, acts.Message(to=("GBR",), text="First.\nSecond: œuvre, Привет.")) == ()
    found = problems(view, acts.Message(to=("GBR",), text="\x1b[2JNothing happened."))
    assert [one.text for one in found] == ["The message holds a character that cannot be seen."]
