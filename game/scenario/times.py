"""What has its time: kinds of case and misfortune that a game uses or deals before they are possible."""

from collections.abc import Iterator, Mapping

from game.core.crises import CrisisKind
from game.core.misfortunes import MisfortuneKind
from game.scenario.findings import Path, Problem
from game.scenario.shape import ScenarioFile


def untimely(
    scenario: ScenarioFile, crises: Mapping[str, CrisisKind], fates: Mapping[str, MisfortuneKind]
) -> Iterator[Problem]:
    """A problem for each kind named that is of a later time than the whole game, and each dealt before its time.

    `crises` and `fates` are the shipped kinds.
    """
    last = _year(scenario, scenario.turns)
    named: list[tuple[Path, CrisisKind | MisfortuneKind]] = []
    named += [(("uses", index), crises[word]) for index, word in enumerate(scenario.uses)]
    named += [(("misfortunes_used", index), fates[word]) for index, word in enumerate(scenario.misfortunes_used)]
    named += [(("kinds", index, "since"), kind) for index, kind in enumerate(scenario.kinds)]
    named += [(("misfortune_kinds", index, "since"), kind) for index, kind in enumerate(scenario.misfortune_kinds)]
    for path, kind in named:
        if kind.since > last:
            yield Problem(
                path, f"there is no {kind.name} before {kind.since}, and the last turn begins in {last}: leave it out"
            )
    known = {**crises, **{kind.id: kind for kind in scenario.kinds}}
    struck = {**fates, **{kind.id: kind for kind in scenario.misfortune_kinds}}
    dealt: list[tuple[Path, int, CrisisKind | MisfortuneKind]] = []
    dealt += [(("crises", index, "turn"), entry.turn, known[entry.kind]) for index, entry in enumerate(scenario.crises)]
    dealt += [
        (("misfortunes", index, "turn"), entry.turn, struck[entry.kind])
        for index, entry in enumerate(scenario.misfortunes)
    ]
    for path, turn, one in dealt:
        year = _year(scenario, turn)
        if year < one.since <= last:
            yield Problem(path, f"begins in {year}; there is no {one.name} before {one.since}: deal it later")


def _year(scenario: ScenarioFile, turn: int) -> int:
    """The year in which a turn begins."""
    year, month = (int(part) for part in scenario.start.split("-"))
    return year + (month - 1 + (turn - 1) * scenario.months) // 12
