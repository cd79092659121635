"""What the cases must hold at least: two a clause, two a rule of decision, one a kind of crisis, one an act of the
instructor's.

Two of a clause are one in which it is kept and one in which it is broken; of a clause under which nothing falls due,
two in which it does something. Two of a rule are one by which something is carried and one by which it fails.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

import pytest

from game.core.charters import RULES_OF_DECISION
from game.core.clauses import Clause
from game.core.control import Control
from game.scenario.library import crisis_kinds
from tests.cases.before import CLAUSES, RULES
from tests.cases.outline import Line, read
from tests.cases.playing import title_of
from tests.cases.test_cases import cases

CLAUSE_KINDS: tuple[str, ...] = tuple(one.__dataclass_fields__["kind"].default for one in get_args(get_args(Clause)[0]))
DUTY: dict[str, str] = {
    "mutual_defence": "guard",
    "consultation": "consult",
    "non_aggression": "abstain",
    "neutrality": "abstain",
    "confidence_building": "notify",
    "arms_limits": "abstain",
    "joint_exercises": "train",
    "standardisation": "standardise",
    "integrated_command": "contribute",
    "cyber_defence": "provide",
    "cyber_deterrence": "answer",
    "capacity_building": "pay",
    "technology_transfer": "provide",
    "burden_sharing": "pay",
    "resilience": "invest",
    "disaster_response": "relieve",
    "peacekeeping": "contribute",
    "reconstruction": "relieve",
    "mutual_support": "back",
}
"""What falls due under a clause, as the ledger calls it; under the others nothing does."""
KEPT = {
    "consultation": r"^happens consulted\b",  # counsel taken is what the ledger enters as kept
    "neutrality": r"^never duty_broken\b",  # to have stayed out is nothing that happens
}

SAID = {
    "inject": "gives",
    "cancel": "cancels",
    "override": "sets",
    "extend": "extends",
    "end": "ends",
    "roll_back": "rolls",
}
"""How the cases say what the instructor does."""


def _lines(line: Line) -> Iterator[Line]:
    yield line
    for under in line.under:
        yield from _lines(under)


@cache
def _texts() -> dict[str, tuple[str, ...]]:
    """Every line of every case, by its title."""
    return {title_of(case): tuple(line.text for line in _lines(case)) for case in cases()}


@cache
def _clauses() -> dict[str, tuple[str, ...]]:
    """The kinds of clause that stand in a treaty or a draft of each case."""
    found: dict[str, tuple[str, ...]] = {}
    for case in cases():
        papers = [line for line in _lines(case) if re.match(r"(treaty|draft) \w+ \"", line.text)]
        kinds: dict[str, None] = {}
        for line in (part for paper in papers for part in paper.under):
            reader, blanks = read(line, CLAUSES)
            kind = getattr(reader(**blanks), "kind", "")
            if kind in CLAUSE_KINDS:
                kinds[kind] = None
        found[title_of(case)] = tuple(kinds)
    return found


def _with(titles: list[str], pattern: str) -> list[str]:
    return [title for title in titles if any(re.search(pattern, text) for text in _texts()[title])]


@pytest.mark.parametrize("clause", CLAUSE_KINDS)
def test_every_clause_is_kept_in_one_case_and_broken_in_another(clause: str) -> None:
    titles = [title for title, kinds in _clauses().items() if clause in kinds]
    assert len(titles) >= 2
    if clause in DUTY:
        expected = rf"^happens duty_{{}}\b.*; why {DUTY[clause]}\b"
        kept = _with(titles, KEPT.get(clause, expected.format("kept")))
        broken = _with(titles, expected.format("broken"))
        assert kept, "no case in which it is kept"
        assert broken, "no case in which it is broken"
        assert len({*kept, *broken}) >= 2, "one case alone holds both"


def test_only_what_is_lent_has_no_duty_that_falls_due() -> None:
    assert {*CLAUSE_KINDS} - {*DUTY} == {"personnel_exchange", "intelligence_sharing", "basing"}


@pytest.mark.parametrize("rule", RULES_OF_DECISION)
def test_by_every_rule_of_decision_something_is_carried_and_something_fails(rule: str) -> None:
    written = next((words for words, known in RULES.items() if known == rule), "the word of")
    titles = _with([*_texts()], rf"^council by {written}\b")
    assert _with(titles, r"stands: carried$|^happens carried\b"), "nothing is carried by it"
    assert _with(titles, r"stands: failed$|^happens motion_failed\b"), "nothing fails by it"


@pytest.mark.parametrize("kind", [*crisis_kinds()])
def test_every_kind_of_crisis_has_a_case(kind: str) -> None:
    # A clash that does not say as what it begins is a border clash.
    raised = "" if kind == "border_clash" else rf".* as {kind}$"
    assert _with([*_texts()], rf"^clash [\w-]+ on{raised}")


def test_every_kind_of_act_of_the_instructor_has_a_case() -> None:
    """That each is taken in one and refused in another, `test_format` asks phrase by phrase."""
    for kind in get_args(get_args(Control)[0]):
        name = kind.__dataclass_fields__["kind"].default
        assert _with([*_texts()], rf"^the instructor {SAID[name]}\b"), name
