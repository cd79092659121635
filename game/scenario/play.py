"""Matters of play: a scenario that is sound and yet would not play as its author meant."""

from collections.abc import Iterator, Mapping

from game.core.crises import CrisisKind
from game.core.duties import Consult, Duty, Guard, Pay
from game.core.objectives import AllianceWith, SecurityAtLeast
from game.core.triggers import clause_duties, covers
from game.scenario.contradictions import contradictions
from game.scenario.findings import Problem, warned
from game.scenario.shape import CrisisEntry, ScenarioFile

AMBIGUOUS_BY = 4
"""Last turn by which a class form should have dealt a call that two promises read differently."""


def warnings(scenario: ScenarioFile, kinds: Mapping[str, CrisisKind], name: str) -> list[Problem]:
    """Every warning about the play of a sound scenario."""
    found = [*_isolated(scenario), *_unreachable(scenario), *contradictions(scenario), *_opening(scenario)]
    found += _generous(scenario)
    if name.endswith("-class"):
        found += [*_class_form(scenario, kinds), *_fixed_end(scenario)]
    return found


def _isolated(scenario: ScenarioFile) -> Iterator[Problem]:
    met: list[str] = [name for pair in scenario.pairs for name in pair.between]
    met += [name for treaty in scenario.treaties for name in treaty.parties]
    met += [name for draft in scenario.drafts for name in draft.parties]
    met += [name for crisis in scenario.crises for name in (crisis.target, crisis.challenger)]
    for name, nation in scenario.nations.items():
        if name not in met:
            message = f"{nation.name} is isolated: no pair, treaty, draft or crisis names it"
            yield warned(("nations", name), message)


def _unreachable(scenario: ScenarioFile) -> Iterator[Problem]:
    for name, nation in scenario.nations.items():
        for index, objective in enumerate(nation.objectives):
            path = ("nations", name, "objectives", index)
            if isinstance(objective, AllianceWith) and objective.nation == name:
                yield warned((*path, "nation"), "cannot be reached: a nation is no ally of its own")
            elif isinstance(objective, SecurityAtLeast) and objective.level == 100:
                yield warned((*path, "level"), "cannot be reached: somebody is always feared")
        if not nation.objectives:
            yield warned(("nations", name), "has no objectives: this seat cannot be scored")


def _opening(scenario: ScenarioFile) -> Iterator[Problem]:
    if not scenario.drafts and not any(crisis.turn == 1 for crisis in scenario.crises):
        yield warned(("drafts",), "there is no opening hand: no draft to answer and no crisis in turn 1")


def _generous(scenario: ScenarioFile) -> Iterator[Problem]:
    """Gifts that their giver could not pay even if it kept no forces and met no need at home."""
    for name, nation in scenario.nations.items():
        last, gifts = 0, 0
        for index, treaty in enumerate(scenario.treaties):
            for duty in clause_duties(treaty.id, treaty.parties, treaty.clauses):
                if isinstance(duty, Pay) and duty.by == name and duty.amount:
                    last, gifts = index, gifts + duty.amount * len(duty.among)
        if gifts > nation.income:
            message = f"with this treaty {name} gives {gifts} RP a turn away, of an income of {nation.income}"
            yield warned(("treaties", last), message)


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
    yield warned(("crises",), message)


def _fixed_end(scenario: ScenarioFile) -> Iterator[Problem]:
    if scenario.uncertain_end:
        yield warned(("uncertain_end",), "a class has its hour: a class form ends when it says")


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
