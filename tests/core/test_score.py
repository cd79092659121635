"""Objectives, score and stability, in small."""

from dataclasses import replace

import pytest

from game.core.aims import allied, met
from game.core.appraisal import Appraisal
from game.core.clauses import BurdenSharing, Consultation
from game.core.objectives import AllianceWith, AutonomyAtLeast, NoWar, SecurityAtLeast
from game.core.par import Par
from game.core.score import last_third, objective_marks, place, score, standing
from game.core.stability import stability
from game.core.world import State
from tests.worlds import PACT, clash_on, opened, small_world


def marked(*marks: tuple[int, ...], turns: int = 5) -> State:
    """A world whose Arden has these marks, for aims worth 60, 30 and 10 points."""
    state = opened(small_world())
    return replace(state, turns=turns, nations={**state.nations, "ARD": replace(state.nations["ARD"], marks=marks)})


@pytest.mark.parametrize(
    ("aim", "permille"),
    [
        (SecurityAtLeast(level=43, points=1), 1000),
        (SecurityAtLeast(level=10, points=1), 1000),
        (SecurityAtLeast(level=44, points=1), 950),
        (SecurityAtLeast(level=63, points=1), 0),
        (SecurityAtLeast(level=90, points=1), 0),
        (AutonomyAtLeast(level=100, points=1), 1000),
        (AllianceWith(nation="ARD", points=1), 0),
        (NoWar(points=1), 1000),
    ],
    ids=str,
)
def test_how_far_an_aim_is_met(aim, permille: int) -> None:
    assert met(Appraisal(opened(small_world())), "BOR", aim) == permille


def test_allies_are_those_a_pact_in_force_binds() -> None:
    state = opened(small_world(("pact", PACT)))
    assert allied(state, "ARD", "BOR")
    assert not allied(state, "ARD", "CAS")
    for clauses, count in (((Consultation(),), True), ((BurdenSharing(),), False)):
        assert allied(replace(state, treaties={"pact": replace(PACT, clauses=clauses)}), "ARD", "BOR") is count
    for away in (replace(PACT, signed=1), replace(PACT, ended=1)):
        assert not allied(replace(state, treaties={"pact": away}), "ARD", "BOR")


def test_war_anywhere_fails_peace() -> None:
    state = opened(small_world(schedule=(clash_on(),)))
    war = replace(state, crises={"clash": replace(state.crises["clash"], stage="war", ended=1)})
    assert met(Appraisal(war), "ARD", NoWar(points=1)) == 0


@pytest.mark.parametrize(("turns", "judged"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (20, 7)])
def test_the_last_third_is_rounded_up(turns: int, judged: int) -> None:
    assert last_third(turns) == judged


def test_aims_are_judged_on_the_mean_of_the_last_third() -> None:
    marks = ((0, 0, 0), (0, 0, 0), (0, 0, 0), (1000, 500, 1000), (500, 500, 0))
    state = marked(*marks)
    assert objective_marks(state.nations["ARD"], 5) == (750, 500, 500)
    assert score(state, "ARD") == (60 * 750 + 30 * 500 + 10 * 500) // 100


def test_without_marks_or_aims_there_is_no_score() -> None:
    assert score(marked(), "ARD") == 0
    state = marked()
    aimless = replace(state.nations["ARD"], objectives=())
    assert score(replace(state, nations={**state.nations, "ARD": aimless}), "ARD") == 0


def test_stability_is_the_sum_of_its_parts() -> None:
    """Peace is 100; an open case of severity 3 takes 6, a war 20 and 16 a turn later, fear two fifths of itself."""
    state = opened(small_world(schedule=(clash_on(),)))
    found = stability(Appraisal(state))
    assert found.value == sum(part.amount for part in found.parts)
    assert {(part.name, part.about): part.amount for part in found.parts} == {
        ("peace", ""): 100,
        ("open_crisis", "clash"): -6,
        ("insecurity", ""): -11,
    }
    war = replace(state.crises["clash"], stage="war", ended=1)
    names = {part.name: part.amount for part in stability(Appraisal(replace(state, crises={"clash": war}))).parts}
    assert names["war"] == -20
    later = replace(state, turn=2, crises={"clash": war})
    assert {part.name: part.amount for part in stability(Appraisal(later)).parts}["war"] == -16


def test_standing_is_the_place_among_what_others_got_and_none_without_par() -> None:
    state = marked((1000, 0, 0))
    assert standing(state, "ARD") is None
    par = Par(mean=500, p10=200, p50=600, p90=1000)
    assert standing(replace(state, par={"ARD": par}), "ARD") == 50
    assert [place(par, scored) for scored in (0, 100, 200, 400, 800, 1000)] == [0, 5, 10, 30, 70, 100]
    level = Par(mean=300, p10=300, p50=300, p90=300)
    assert [place(level, scored) for scored in (0, 299, 300, 301, 1000)] == [0, 10, 90, 90, 100]
