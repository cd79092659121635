"""Treaties in force that pull one nation two ways, and pledges that add nothing to what is promised already."""

from collections.abc import Iterator

from game.core.duties import Abstain, Guard
from game.core.triggers import clause_duties
from game.scenario.findings import Problem, warned
from game.scenario.shape import ScenarioFile

RIVALS = 50
"""Rivalry from which a guarantee against anybody is read as one against a rival."""


def contradictions(scenario: ScenarioFile) -> Iterator[Problem]:
    """Every contradiction among the treaties in force, as warnings."""
    guards: list[tuple[int, Guard]] = []
    pledges: list[tuple[int, Abstain]] = []
    for index, treaty in enumerate(scenario.treaties):
        for duty in clause_duties(treaty.id, treaty.parties, treaty.clauses):
            if isinstance(duty, Guard):
                guards.append((index, duty))
            elif isinstance(duty, Abstain):
                pledges.append((index, duty))
    rivals = [pair.between for pair in scenario.pairs if pair.rivalry >= RIVALS or pair.claims]
    rivals += [(b, a) for a, b in rivals]
    yield from _guards(scenario, guards, rivals)
    yield from _pledges(scenario, guards, pledges, rivals)
    yield from _idle(scenario, guards, pledges)


def _named(scenario: ScenarioFile, index: int) -> str:
    return f'treaties[{index}] ("{scenario.treaties[index].title}")'


def _aimed(guard: Guard, at: str, rivals: list[tuple[str, str]]) -> bool:
    """Whether a Guard names a nation, or names nobody and protects a rival of it."""
    return at in guard.against or (not guard.against and any((at, ward) in rivals for ward in guard.wards))


def _guards(
    scenario: ScenarioFile, guards: list[tuple[int, Guard]], rivals: list[tuple[str, str]]
) -> Iterator[Problem]:
    """Guards that could be called against a nation which another treaty of the same guarantor protects."""
    told: list[tuple[int, int]] = []
    for index, guard in guards:
        for other, second in guards:
            if other == index or second.by != guard.by or (other, index) in told or (index, other) in told:
                continue
            for ward in second.wards:
                if _aimed(guard, ward, rivals) and ward not in guard.wards and ward != guard.by:
                    told.append((index, other))
                    message = (
                        f"contradicts {_named(scenario, other)}: {guard.by} "
                        f"may be called against {ward} under the one and to its aid under the other"
                    )
                    yield warned(("treaties", index), message)
                    break


def _pledges(
    scenario: ScenarioFile,
    guards: list[tuple[int, Guard]],
    pledges: list[tuple[int, Abstain]],
    rivals: list[tuple[str, str]],
) -> Iterator[Problem]:
    """Pledges to leave a nation alone by one that guards a third against it.

    A pledge of neutrality is broken by answering any such call. One of non-aggression is not; there it is the open
    mention of the other in a guarantee that denies its spirit.
    """
    told: list[tuple[int, int]] = []
    for index, pledge in pledges:
        neutral = "join" in pledge.acts
        for other, guard in guards:
            if guard.by != pledge.by or (index, other) in told:
                continue
            for toward in pledge.toward:
                called = _aimed(guard, toward, rivals) if neutral else toward in guard.against
                if called and toward not in guard.wards:
                    told.append((index, other))
                    promise = "stays neutral toward" if neutral else "presses nothing on"
                    message = (
                        f"contradicts {_named(scenario, other)}: {guard.by} {promise} {toward} under the one "
                        f"and may be called against it under the other"
                    )
                    yield warned(("treaties", index), message)
                    break


def _idle(
    scenario: ScenarioFile, guards: list[tuple[int, Guard]], pledges: list[tuple[int, Abstain]]
) -> Iterator[Problem]:
    """Neutrality between nations that guard each other against everybody: it costs autonomy and adds nothing."""
    told: list[int] = []
    for index, pledge in pledges:
        if "join" not in pledge.acts or index in told:
            continue
        for other, guard in guards:
            wards = [name for name in pledge.toward if name in guard.wards]
            if guard.by == pledge.by and not guard.against and wards:
                told.append(index)
                message = (
                    f"its neutrality adds nothing to {_named(scenario, other)}: {guard.by} is bound to defend "
                    f"{wards[0]} there, against anybody"
                )
                yield warned(("treaties", index), message)
                break
