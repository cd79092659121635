"""Every problem of a scenario file, placed: what `foedus check` prints and `load` refuses."""

import re
from pathlib import Path as File

from game.scenario.findings import Finding, Json, Path, Problem
from game.scenario.library import crisis_kinds, misfortune_kinds, personalities, placed, territories
from game.scenario.lookup import Known
from game.scenario.places import Places
from game.scenario.play import warnings
from game.scenario.reading import as_json, parse, read_text
from game.scenario.references import references
from game.scenario.schema import shape
from game.scenario.shape import ScenarioFile
from game.scenario.times import untimely


def check(path: str | File) -> list[Finding]:
    """Errors and warnings of a scenario file in the order of its lines; empty when there is nothing to say.

    Raises OSError where there is no such file, or it is a folder.
    """
    return read(path)[2]


def read(path: str | File) -> tuple[ScenarioFile | None, Json, list[Finding]]:
    """The scenario of a file and its plain document, where it has the shape of one, and every finding."""
    file, shown = File(path), str(path)
    text = read_text(file, shown)
    if isinstance(text, Finding):
        return None, None, [text]
    tables = parse(text, shown)
    if isinstance(tables, Finding):
        return None, None, [tables]
    problems: list[Problem] = []
    document = as_json(tables, problems)
    if not tables:
        message = 'holds only comments; "foedus new FILE" writes a scenario to start from'
        return None, document, [Finding(shown, 1, 1, "error", "file", message)]
    kinds = crisis_kinds()
    hardships = misfortune_kinds()
    fates = {name: kind.hidden_hand for name, kind in hardships.items()}
    known = Known(document, {name: kind.name for name, kind in kinds.items()}, territories(), fates, personalities())
    scenario, found = shape(document)
    problems = _once(problems, found)
    problems = _once(problems, references(known))
    if scenario is not None and not problems:
        problems = [*untimely(scenario, kinds, hardships), *warnings(scenario, kinds, identity(scenario, file))]
    return scenario, document, placed(problems, Places(text), shown)


def identity(scenario: ScenarioFile, file: File) -> str:
    """The short name of a scenario: its own, or its file's in small letters, digits and hyphens."""
    return scenario.id or re.sub(r"[^a-z0-9_]+", "-", file.stem.lower()).strip("-_") or "scenario"


def _once(problems: list[Problem], more: list[Problem]) -> list[Problem]:
    """All problems, without second ones about the same value."""
    told: list[Path] = [problem.path for problem in problems]
    return [*problems, *(problem for problem in more if problem.path not in told)]
