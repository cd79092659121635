"""Reasons in words: terms, trust, causes, parts of numbers. Every key the rules use has its word."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import game.core
from game.core.objectives import AllianceWith, AutonomyAtLeast, NoWar, SecurityAtLeast
from game.core.terms import Term
from game.core.world import Reason
from game.reports.breakdown import PART_LABELS
from game.reports.causes import CAUSES
from game.reports.reasons import (
    REASON_WORDS,
    TERM_CLAUSES,
    TERM_LABELS,
    because,
    decisive_text,
    objective_text,
    reason_text,
    sums_text,
    terms_text,
)
from tests.reports.telling import REASON_KINDS, TERM_NAMES, named_world

CORE = Path(game.core.__file__).parent


def constants(called: str, position: int, keyword: str = "") -> Iterator[str]:
    """Every string written as an argument of a function in the rules."""
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name != called:
                continue
            given = [node.args[position]] if len(node.args) > position else []
            given += [word.value for word in node.keywords if word.arg == keyword]
            for value in given:
                for part in ast.walk(value):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def test_every_part_the_rules_name_has_a_label() -> None:
    found = set(constants("Part", 0))
    assert len(found) > 15
    assert found <= set(PART_LABELS) | {"automatic", "consulted", "own_way"}


@pytest.mark.parametrize(
    ("verb", "position"),
    [("shift_support", 2), ("shift_influence", 2), ("shift_readiness", 2), ("spend", 2), ("earn", 2), ("provoke", 3)],
)
def test_every_cause_the_rules_give_has_a_word(verb: str, position: int) -> None:
    known = {*CAUSES, *REASON_WORDS, "exercise", "mission"}
    found = set(constants(verb, position, "why"))
    assert found
    assert found <= known


def test_every_term_and_every_reason_of_trust_has_words() -> None:
    assert set(TERM_LABELS) == set(TERM_CLAUSES) == set(TERM_NAMES)
    assert set(REASON_WORDS) == set(REASON_KINDS)


@pytest.mark.parametrize("name", TERM_NAMES)
@pytest.mark.parametrize("about", ["", "CAS", "t-north", "c-1", "ARD-1-1", "gone-9-9"])
def test_a_term_is_told_whatever_it_is_about(name: str, about: str) -> None:
    world = named_world()
    for tenths in (-140, 0, 25):
        term = Term(name, tenths, about)  # type: ignore[arg-type]
        for text in (terms_text(world, (term,)), because(world, term), decisive_text(world, term)):
            assert "{" not in text
            assert "None" not in text
            assert "gone-9-9" not in text
            assert "  " not in text


def test_terms_stand_by_weight_with_their_figures_and_what_is_left_out_is_summed() -> None:
    world = named_world()
    terms = (Term("security", 62), Term("autonomy", -140), Term("no_shared_threat", 0), Term("trust", -15, "CAS"))
    assert terms_text(world, terms) == (
        "autonomy \u221214.0, security +6.2, trust in the Cassian States \u22121.5, no shared threat"
    )
    assert terms_text(world, terms, 1) == "autonomy \u221214.0, the rest +4.7"
    assert terms_text(world, (Term("autonomy", -140), Term("no_shared_threat", 0))) == (
        "autonomy \u221214.0, no shared threat"
    )


def test_a_decisive_term_names_the_nation_it_is_about() -> None:
    world = named_world()
    assert decisive_text(world, Term("entrapment", -32, "CAS")) == (
        "it would be drawn into the Cassian States' quarrels (entrapment \u22123.2)"
    )


def test_a_reason_of_trust_says_size_date_and_whether_it_fades() -> None:
    world = named_world()
    assert reason_text(world, Reason("standing", -120, 0, "rival claims in Morocco")) == (
        "Rival claims in Morocco \u221212.0, standing"
    )
    assert reason_text(world, Reason("kept_guard", 200, 2, "c-1")) == (
        "Kept its pledge in the Cassian–Borean border clash (July–December 1900) +20.0, fading"
    )
    assert reason_text(world, Reason("broke_guard", -400, 1, "c-1")).endswith("\u221238.0, fading slowly")
    assert reason_text(world, Reason("signed", 50, 2, "gone-9-9")) == "Signed (July–December 1900) +5.0, fading"


def test_objectives_are_told_plainly() -> None:
    world = named_world()
    assert objective_text(world, SecurityAtLeast(level=55, points=1)) == "Security at 55 or more"
    assert objective_text(world, AutonomyAtLeast(level=60, points=1)) == "Autonomy at 60 or more"
    assert objective_text(world, AllianceWith(nation="CAS", points=1)).endswith("pact with the Cassian States")
    assert objective_text(world, NoWar(points=1)) == "No war anywhere"


def test_a_sum_names_its_parts_and_one_part_needs_no_sum() -> None:
    assert sums_text([("drift", -1)]) == "\u22121 (drift)"
    assert sums_text([("drift", -1), ("won its case", 3), ("drift", -1)]) == "+1 (drift \u22122, won its case +3)"
