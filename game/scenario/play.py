"""Matters of play: a scenario that is sound and yet would not play as its author meant."""

from collections.abc import Iterator, Mapping

from game.core.crises import CrisisKind
from game.core.duties import Consult, Duty, Guard
from game.core.triggers import clause_duties, covers
from game.core.world import AllianceWith, SecurityAtLeast
from game.scenario.findings import Problem
from game.scenario.shape import CrisisEntry, ScenarioFile

AMBIGUOUS_BY = 4
"""Last turn by which a class form should have dealt a call that two promises read differently."""


def warnings(scenario: ScenarioFile, kinds: Mapping[str, CrisisKind], name: str) -> list[Problem]:
    """Every warning about the play of a sound scenario."""
    found = [*_isolated(scenario), *_unreachable(scenario), *_contradictions(scenario), *_opening(scenario)]
    if name.endswith("-class"):
        found += _class_form(scenario, kinds)
    return found


def _warning(path: tuple[str | int, ...], message: str) -> Problem:
    return Problem(path, message, "warning", "key")


def _isolated(scenario: ScenarioFile) -> Iterator[Problem]:
    met: list[str] = [name for pair in scenario.pairs for name in pair.between]
    met += [name for treaty in scenario.treaties for name in treaty.parties]
    met += [name for draft in scenario.drafts for name in draft.parties]
    met += [name for crisis in scenario.crises for name in (crisis.target, crisis.challenger)]
    for name, nation in scenario.nations.items():
        if name not in met:
            message = f"{nation.name} is isolated: no pair, treaty, draft or crisis names it"
            yield _warning(("nations", name), message)


def _unreachable(scenario: ScenarioFile) -> Iterator[Problem]:
    for name, nation in scenario.nations.items():
        for index, objective in enumerate(nation.objectives):
            path = ("nations", name, "objectives", index)
            if isinstance(objective, AllianceWith) and objective.nation == name:
                yield _warning((*path, "nation"), "cannot be reached: a nation is no ally of its own")
            elif isinstance(objective, SecurityAtLeast) and objective.level == 100:
                yield _warning((*path, "level"), "cannot be reached: somebody is always feared")
        if not nation.objectives:
            yield _warning(("nations", name), "has no objectives: this seat cannot be scored")


def _contradictions(scenario: ScenarioFile) -> Iterator[Problem]:
    """Guards that could be called against a nation which another treaty of the same guarantor protects."""
    guards: list[tuple[int, Guard]] = []
    for index, treaty in enumerate(scenario.treaties):
        for duty in clause_duties(treaty.id, treaty.parties, treaty.clauses):
            if isinstance(duty, Guard):
                guards.append((index, duty))
    rivals = {pair.between for pair in scenario.pairs if pair.rivalry >= 50 or pair.claims}
    told: list[tuple[int, int]] = []
    for index, guard in guards:
        for other, second in guards:
            if other == index or second.by != guard.by or (other, index) in told or (index, other) in told:
                continue
            for ward in second.wards:
                aimed = ward in guard.against or (
                    not guard.against and any((ward, w) in rivals or (w, ward) in rivals for w in guard.wards)
                )
                if aimed and ward not in guard.wards and ward != guard.by:
                    told.append((index, other))
                    message = (
                        f'contradicts treaties[{other}] ("{scenario.treaties[other].title}"): {guard.by} '
                        f"may be called against {ward} under the one and to its aid under the other"
                    )
                    yield _warning(("treaties", index), message)
                    break


def _opening(scenario: ScenarioFile) -> Iterator[Problem]:
    if not scenario.drafts and not any(crisis.turn == 1 for crisis in scenario.crises):
        yield _warning(("drafts",), "there is no opening hand: no draft to answer and no crisis in turn 1")


def _class_form(scenario: ScenarioFile, kinds: Mapping[str, CrisisKind]) -> Iterator[Problem]:
    own = {kind.id: kind for kind in scenario.kinds}
    for crisis in scenario.crises:
        kind = own.get(crisis.kind) or kinds.get(crisis.kind)
        if crisis.turn <= AMBIGUOUS_BY and kind is not None and _ambiguous(scenario, crisis, kind):
            return
    message = (
        f"no crisis by turn {AMBIGUOUS_BY} is a call that two standing promises read differently; "
        "a class form deals one"
    )
    yield _warning(("crises",), message)


def _ambiguous(scenario: ScenarioFile, crisis: CrisisEntry, kind: CrisisKind) -> bool:
    """Whether some nation has two treaties with the target that read this case differently."""
    for name in scenario.nations:
        if name in (crisis.target, crisis.challenger):
            continue
        readings = [
            tuple(
                _called(duty, crisis, kind)
                for duty in clause_duties(treaty.id, treaty.parties, treaty.clauses)
                if duty.by == name and isinstance(duty, Guard | Consult)
            )
            for treaty in scenario.treaties
            if name in treaty.parties and crisis.target in treaty.parties
        ]
        if len(dict.fromkeys(any(reading) for reading in readings)) > 1:
            return True
    return False


def _called(duty: Duty, crisis: CrisisEntry, kind: CrisisKind) -> bool:
    if isinstance(duty, Guard):
        return covers(duty, crisis.theatre, kind.threat, crisis.challenger) == "case"
    if isinstance(duty, Consult):
        return not duty.area or crisis.theatre in duty.area
    return False
