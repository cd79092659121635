"""The format of the cases: errors say where and what, the page that explains it is whole, nothing is left untried."""

import re
from typing import get_args

import pytest

from game.core import acts, clauses
from game.core.crises import Outcome, Stance
from game.core.events import EventKind
from game.core.misfortunes import MisfortuneOutcome
from tests.cases.before import BEFORE, CLAUSES
from tests.cases.checks import CHECKS
from tests.cases.happenings import PARTS
from tests.cases.instructing import CONTROLS, MATTERS, MOMENTS
from tests.cases.moves import ACTS, ANSWERS, ORDERS
from tests.cases.outline import CaseError, Phrase, outline
from tests.cases.playing import play
from tests.cases.test_cases import HERE, cases

PHRASES = (BEFORE, CLAUSES, ACTS, ORDERS, ANSWERS, CHECKS, CONTROLS, MATTERS, MOMENTS)
PACT = """\
case A pact
  before
    treaty pact "Pact" of ARD, BOR
      consultation
"""


def played(text: str) -> None:
    """Play a text that holds one case."""
    (case,) = outline(text, "here.txt")
    play(case)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("story one\n  turn 1", 'here.txt:1: a case begins with "case" and its title'),
        ("case one", "here.txt:1: a case has at least one part that is played"),
        ("case one\n  trun 1", 'here.txt:2: "trun 1" begins no part; there are: before, turn N'),
        ("case one\n  turn", 'here.txt:2: "turn" begins no part'),
        ("case one\n  turn 1\n    x\n   y", "here.txt:4: indented by 3; its neighbours are indented by 4"),
        ("case one\n  turn 1\n\tx", "here.txt:3: indent with spaces, not with tabs"),
        ("    case one\n  turn 1", "here.txt:2: indented by 2; its neighbours are indented by 4"),
        ("case one\n  turn 9", 'here.txt:2: the game does not come to "turn 9" from here'),
        ("case one\n  round 1", 'here.txt:2: the game does not come to "round 1" from here'),
        (
            "case one\n  turn 1\n    ARD propses pact",
            'here.txt:3: not understood: "ARD propses pact"; perhaps: NATION proposes DRAFT[',
        ),
        ("case one\n  turn 1\n    ARD proposes pact", "here.txt:3: there is no draft pact under `before`"),
        ("case one\n  before\n    ARD has army 3\n  turn 1", 'here.txt:3: "army 3" is not one of income'),
        ("case one\n  before\n    XYZ has forces 3\n  turn 1", "here.txt:3: there is no XYZ in the small world"),
        ("case one\n  before\n    the rule luck is 3\n  turn 1", 'here.txt:3: there is no rule "luck"'),
        (
            'case one\n  before\n    treaty pact "Pact" of ARD, BOR\n      mutual defense, automatic\n  turn 1',
            "here.txt:4: not understood: \"mutual defense, automatic\"; perhaps: mutual defence, (automatic |",
        ),
        ('case one\n  before\n    treaty pact "Pact" of ARD, BOR\n  turn 1', "here.txt:3: a treaty in force"),
        ("case one\n  turn 1\n    ARD orders rise 2", 'here.txt:3: not understood: "rise 2"; perhaps: raise N'),
        ("case one\n  turn 1\n    happens singed by ARD", 'here.txt:3: "singed by ARD" is no event'),
        ("case one\n  turn 1\n    happens income; about it all", 'here.txt:3: "about it all" is not understood'),
        ("case one\n  turn 1\n    ARD has luck 3", "here.txt:3: there is no figure luck"),
        ("case one\n  turn 1\n    ARD has much", 'here.txt:3: "much" is not a figure and a number'),
        ("case one\n  turn 1\n    ARD orders nothing\n      because: no", "here.txt:4: a reason is written"),
        ("case one\n  turn 1\n    ARD: support", "here.txt:3: ARD is asked in 0 cases"),
        ("case one\n  after\n    ARD recalls ARD-1-1", 'here.txt:3: "ARD recalls ARD-1-1" is nothing that can be'),
        # What does not hold.
        ("case one\n  turn 1\n    ARD has treasury 19", 'here.txt:3: "treasury 19" does not hold: it is 20'),
        ("case one\n  turn 1\n    CAS trusts BOR 1", 'here.txt:3: "CAS trusts BOR 1" does not hold: it is 0'),
        (PACT + "  turn 1\n    pact stands: signed", '"pact stands: signed" does not hold: it is in force'),
        ("case one\n  turn 1\n    happens signed", 'here.txt:3: "signed" happened 0 times; what did:\n    no'),
        (
            "case one\n  turn 1\n    happens income by ARD; amount 17",
            'here.txt:3: "income by ARD; amount 17" happened 0 times; what did:\n    income by ARD; amount 16',
        ),
        ("case one\n  turn 1\n    happens income by ARD; 1 times", "happened 2 times"),
        (
            "case one\n  turn 1\n    never income by BOR",
            "here.txt:3: this should not have happened: income by BOR; amount 8",
        ),
        (
            "case one\n  turn 1\n    ARD recalls ARD-1-1",
            'here.txt:3: "ARD recalls ARD-1-1": the rules say\n    invalid: There is no thread "ARD-1-1".',
        ),
        (
            PACT + "  turn 1\n    ARD withdraws from pact\n      illegal: No.",
            '"ARD withdraws from pact": the rules say nothing against it',
        ),
        (
            PACT + "  turn 1\n    CAS withdraws from pact\n      stale: This nation is not a party to Pact.",
            "illegal: This nation is not a party to Pact.",
        ),
        ("case one\n  turn 1\n    ARD orders raise 9", "the rules say\n    illegal: At most 2 FP can be raised"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    with pytest.raises(CaseError, match=re.escape(message)):
        played(text)


def test_a_comment_ends_a_line_but_not_within_quotes() -> None:
    (line,) = outline('case one # two\n  turn 1\n    ARD says "a # b" to BOR # c', "here.txt")
    assert (line.text, line.under[0].under[0].text) == ("case one", 'ARD says "a # b" to BOR')


@pytest.mark.parametrize(
    "phrase",
    [*PARTS.values(), *(phrase for phrases in PHRASES for phrase, _ in phrases)],
    ids=lambda phrase: phrase.shown,
)  # fmt: skip
def test_every_phrase_is_explained_and_used(phrase: Phrase) -> None:
    page = (HERE / "README.md").read_text(encoding="utf-8").splitlines()
    assert _family(phrase.shown) in [_family(line) for line in page], "tests/cases/README.md does not show it"
    texts = [part for line in _lines() for part in re.split(r"; |: | orders ", line)]
    texts += _lines()
    assert any(phrase.read(text) is not None for text in texts), "no case uses it"


def _family(shown: str) -> str:
    """A phrase with the names of its blanks made alike."""
    return re.sub(r"[A-Z]{2,}", "X", shown)


def _lines() -> list[str]:
    """Every line of every case, comments and indentation off."""
    found: list[str] = []
    edge = list(cases())
    while edge:
        line = edge.pop()
        found.append(line.text)
        edge.extend(line.under)
    return found


def _count(pattern: str) -> int:
    return sum(1 for line in _lines() if re.search(pattern, line))


CLAUSE_WORDS = {"non_aggression": "non-aggression"}
"""Kinds of clauses that are written otherwise than with a space for the underscore."""


@pytest.mark.parametrize("kind", [clause.__dataclass_fields__["kind"].default for clause in clauses.CLAUSES])
def test_every_clause_has_two_cases(kind: str) -> None:
    words = CLAUSE_WORDS.get(kind, kind.replace("_", " "))
    assert _count(rf"^{words}\b") >= 2, f"a clause wants two cases: write some that hold {words}"


def test_every_act_is_taken_and_refused_in_some_case() -> None:
    kinds = {phrase.template.split()[1]: [0, 0] for phrase, _ in ACTS}
    assert len(kinds) == len(get_args(get_args(acts.Act)[0]))
    edge = list(cases())
    while edge:
        line = edge.pop()
        for phrase, _ in ACTS:
            if phrase.read(line.text) is not None:
                kinds[phrase.template.split()[1]][bool(line.under)] += 1
        edge.extend(line.under)
    short = {kind: (taken, refused) for kind, (taken, refused) in kinds.items() if not taken or not refused}
    assert not short, f"acts without a case that takes and one that refuses them: {short}"


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in CONTROLS], ids=lambda phrase: phrase.shown)
def test_every_act_of_the_instructor_is_taken_and_refused_in_some_case(phrase: Phrase) -> None:
    count = [0, 0]
    edge = list(cases())
    while edge:
        line = edge.pop()
        if phrase.read(line.text) is not None:
            count[bool(line.under)] += 1
        edge.extend(line.under)
    assert count[False], "no case takes it"
    assert count[True] or "ends the" in phrase.shown, "no case has it refused"


@pytest.mark.parametrize("kind", get_args(EventKind))
def test_every_event_is_expected_in_some_case(kind: str) -> None:
    assert _count(rf"^happens {kind}\b"), f"no case expects {kind}"


@pytest.mark.parametrize("stance", get_args(Stance))
def test_every_answer_is_given_in_some_case(stance: str) -> None:
    assert _count(rf": {stance.replace('_', ' ')}\b")


@pytest.mark.parametrize("outcome", [outcome for outcome in get_args(MisfortuneOutcome) if outcome])
def test_every_end_of_a_misfortune_is_reached(outcome: str) -> None:
    assert _count(rf"stands: {outcome}$")


@pytest.mark.parametrize("outcome", [outcome for outcome in get_args(Outcome) if outcome])
def test_every_end_of_a_case_is_reached(outcome: str) -> None:
    assert _count(rf"stands: \w+: {outcome}$")


def test_no_file_of_cases_is_empty() -> None:
    empty = [file.name for file in HERE.glob("*.txt") if not outline(file.read_text(encoding="utf-8"), file.name)]
    assert not empty
