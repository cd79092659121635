"""Letters of refusal: true to the reason given, whole sentences, and no form letter."""

import re
from collections import Counter
from dataclasses import replace
from itertools import permutations
from typing import get_args

import pytest

from game.ai.answer import instead_of
from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.ai.titles import title_for
from game.core.clauses import BurdenSharing, Clause, Consultation, JointExercises, MutualDefence
from game.core.deeds.talks import decisive
from game.core.drafts import Draft, Refusal
from game.core.engine import open_game
from game.core.terms import TONES, Term, TermName
from game.core.view import view_of
from game.reports.letters import WHY, letter
from game.scenario import load

SHAPES: tuple[tuple[Clause, ...], ...] = (
    (MutualDefence(automaticity="automatic", earmark=100), Consultation(), JointExercises(scale=3, per_year=4)),
    (MutualDefence(automaticity="consulted"), BurdenSharing(target=60)),
    (Consultation(), JointExercises()),
)


@pytest.fixture(scope="module")
def letters() -> list[str]:
    """How every nation of 1948 would refuse every other's drafts, as far as it would: 200 of them."""
    world = replace(open_game(load("nato-1949").start(1))[0], threads={})
    outlooks = {name: Outlook(view_of(world, name)) for name in world.nations}
    found: list[str] = []
    for place, (by, to) in enumerate(permutations(world.nations, 2)):
        clauses = SHAPES[place % len(SHAPES)]
        parties = tuple(sorted((by, to)))
        draft = Draft(title=title_for(world, parties, clauses), parties=parties, clauses=clauses)
        answer = judged(outlooks[to], to, draft)
        if answer.total <= 0 and len(found) < 200:
            instead = instead_of(outlooks[to], draft) if place % 4 == 0 else None
            found.append(letter(world, draft, by, Refusal(to, 1, decisive(answer.terms), instead)))
    return found


def test_every_term_has_its_words() -> None:
    assert set(WHY) == set(get_args(TermName))


def test_letters_are_whole_sentences_without_blanks_or_misgrown_articles(letters: list[str]) -> None:
    assert len(letters) == 200
    for said in letters:
        assert not re.search(r"[{}]|None|  ", said), said
        assert said.lstrip("“")[0].isupper(), said
        assert said.endswith((".", "”")), said
        assert not re.search(r"\ba [aeio]\w", said), said
        assert not re.search(r"\ban [bcdfgjklmnpqrstvwxz]\w", said), said


def test_the_tone_of_a_refusal_colours_its_letter() -> None:
    world = open_game(load("nato-1949").start(1))[0]
    draft = Draft(title="Treaty of Bergen", parties=("NOR", "SWE"), clauses=(Consultation(),))
    for why in (None, Term("trust", -33, "SWE")):
        said = {tone: letter(world, draft, "SWE", Refusal("NOR", 1, why, None, tone)) for tone in TONES}
        assert len(set(said.values())) == len(TONES), said


def test_hardly_a_sentence_is_written_twice(letters: list[str]) -> None:
    parts = [re.split(r"(?<=[.”]) (?=[A-Z“])", said) for said in letters]
    sentences = Counter(part for one in parts for part in one)
    twice = [one for one in parts if any(sentences[part] > 1 for part in one)]
    assert len(twice) <= len(letters) * 0.1, "\n".join(map(str, twice))
