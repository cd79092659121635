"""Every number shown comes apart into named lines."""

from dataclasses import replace

from game.core.appraisal import Appraisal
from game.core.duties import Guard
from game.core.relations import trust
from game.core.world import Reason
from game.reports.breakdown import (
    Entry,
    autonomy_lines,
    credibility_lines,
    hostility_lines,
    income_lines,
    security_lines,
    stability_lines,
    trust_lines,
)
from tests.reports.telling import named_world

WORLD = named_world()
TABLE = Appraisal(WORLD)


def figures(lines: tuple[Entry, ...]) -> list[int]:
    """The signed whole numbers of all lines but the last."""
    return [int(line.figure.split()[0].replace("\u2212", "-")) for line in lines]


def test_security_names_guarantors_and_fears_in_force_points() -> None:
    lines = security_lines(TABLE, "BOR")
    labels = [line.label for line in lines]
    assert "Guarantee of the United Arden" in labels
    assert "Threat from the Cassian States" in labels
    assert all(line.figure.endswith(" FP") for line in lines[:-1])
    assert lines[-1].label == "Security"


def test_autonomy_is_what_treaties_and_dependence_leave() -> None:
    lines = autonomy_lines(TABLE, "BOR")
    assert sum(figures(lines[:-2])) == TABLE.autonomy("BOR").value
    assert "The Pact of the North" in [line.label for line in lines]
    assert lines[-1].label == "Wanted today"


def test_credibility_lines_sum_to_the_measure() -> None:
    guard = next(duty for duty in TABLE.duties["ARD"] if isinstance(duty, Guard))
    lines = credibility_lines(TABLE, guard, "BOR")
    assert sum(figures(lines[:-1])) == TABLE.credibility(guard, "BOR").value
    assert "Guarantee after consultation" in [line.label for line in lines]


def test_hostility_tells_rivalry_and_claims() -> None:
    labels = [line.label for line in hostility_lines(TABLE, "CAS", "BOR")]
    assert {"Rivalry", "A live claim", "Hostility"} <= set(labels)


def test_trust_is_its_dated_reasons_the_greatest_first() -> None:
    pair = WORLD.pairs["ARD-BOR"]
    reasons = (Reason("standing", 200, 0, "old friendship"), Reason("broke_guard", -400, 2, "c-1"))
    world = replace(WORLD, pairs={**WORLD.pairs, "ARD-BOR": replace(pair, trust={"ARD": reasons})})
    lines = trust_lines(world, "ARD", "BOR")
    assert [(line.label, line.figure, line.good) for line in lines] == [
        ("Broke its pledge in the Cassian–Borean border clash (July–December 1900), fading", "\u221240.0", False),
        ("Old friendship, standing", "+20.0", True),
        ("Trust in Boreas", "\u221220", False),
    ]
    assert trust(world, "ARD", "BOR") == -20


def test_income_closes() -> None:
    lines = income_lines(WORLD, "ARD")
    income, upkeep, home, free, _ = figures(lines)
    assert income + upkeep + home == free
    assert lines[-1].label == "In the treasury"


def test_stability_names_what_disturbs_it() -> None:
    labels = [line.label for line in stability_lines(TABLE)]
    assert "War: the Cassian–Borean border clash" in labels
    assert labels[-1] == "World stability"
