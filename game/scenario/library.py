"""Shipped data: scenarios by name, crisis kinds, and the territories of the map."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path as File
from typing import Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from game.core.crises import CrisisKind
from game.core.misfortunes import MisfortuneKind
from game.core.personalities import Personality
from game.paths import assets_dir, scenarios_dir
from game.scenario.characters import personality
from game.scenario.findings import Finding, Json, Path, Problem, dotted, suggestion
from game.scenario.hardships import misfortune_kind
from game.scenario.lookup import Table
from game.scenario.places import Places
from game.scenario.reading import as_json, parse, read_text
from game.scenario.references import crisis_kind
from game.scenario.schema import problems_of
from game.scenario.shape import CRISIS_KIND, MISFORTUNE_KIND, PERSONALITY


class ScenarioError(ValueError):
    """A scenario, or shipped data it needs, that cannot be used; `findings` says why, all at once."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings


def names() -> list[str]:
    """Names of the shipped scenarios, sorted."""
    return sorted(file.stem for file in scenarios_dir().glob("*.toml"))


def find(name_or_path: str | File) -> File:
    """The file of a scenario: a path, or the name of a shipped one.

    Raises FileNotFoundError with a sentence, and the nearest name, where there is none.
    """
    given = File(name_or_path)
    if given.is_file():
        return given
    if given.is_dir():
        raise IsADirectoryError(f"{given} is a folder, not a scenario file.")
    if given.suffix == ".toml" or given.name != str(name_or_path):
        raise FileNotFoundError(f"There is no scenario file {given}.")
    shipped = scenarios_dir() / f"{given.name}.toml"
    if shipped.is_file():
        return shipped
    near = suggestion(given.name, names()) or f"; shipped are {', '.join(names())}."
    raise FileNotFoundError(f'There is no scenario "{given.name}"{near}')


@cache
def crisis_kinds() -> dict[str, CrisisKind]:
    """The shipped kinds of crisis, by id. Raises ScenarioError where one of their files is damaged."""
    files = sorted((assets_dir() / "crises").glob("*.toml"))
    return {kind.id: kind for kind in (_kind(file, CRISIS_KIND, crisis_kind) for file in files)}


@cache
def misfortune_kinds() -> dict[str, MisfortuneKind]:
    """The shipped kinds of misfortune, by id. Raises ScenarioError where one of their files is damaged."""
    files = sorted((assets_dir() / "misfortunes").glob("*.toml"))
    return {kind.id: kind for kind in (_kind(file, MISFORTUNE_KIND, misfortune_kind) for file in files)}


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Kind = TypeVar("_Kind", bound=_Named)


def _kind(file: File, adapter: TypeAdapter[_Kind], about: Callable[[Table, Path], Iterator[Problem]]) -> _Kind:
    """The kind of crisis or misfortune that a file of its own defines."""
    shown = str(file)
    text = read_text(file, shown)
    if isinstance(text, Finding):
        raise ScenarioError([text])
    tables = parse(text, shown)
    if isinstance(tables, Finding):
        raise ScenarioError([tables])
    problems: list[Problem] = []
    document: Json = as_json(tables, problems)
    problems += about(document if isinstance(document, dict) else {}, ())
    try:
        kind = adapter.validate_json(json.dumps(document), strict=True)
    except ValidationError as error:
        problems += problems_of(error, document)
    else:
        if kind.id != file.stem:
            problems.append(Problem(("id",), f'is "{kind.id}" in a file named {file.name}'))
        if not problems:
            return kind
    raise ScenarioError(placed(problems, Places(text), shown))


@cache
def personalities() -> dict[str, Personality]:
    """The shipped personalities, by id. Raises ScenarioError where their file is damaged."""
    file = assets_dir() / "personalities.toml"
    shown = str(file)
    text = read_text(file, shown)
    tables = text if isinstance(text, Finding) else parse(text, shown)
    if isinstance(text, Finding) or isinstance(tables, Finding):
        raise ScenarioError([found for found in (text, tables) if isinstance(found, Finding)][:1])
    problems: list[Problem] = []
    document = as_json(tables, problems)
    known: dict[str, Personality] = {}
    for name, entry in (document if isinstance(document, dict) else {}).items():
        row = {**entry, "id": name} if isinstance(entry, dict) else entry
        problems += personality(row if isinstance(row, dict) else {}, (name,))
        try:
            known[name] = PERSONALITY.validate_json(json.dumps(row), strict=True)
        except ValidationError as error:
            problems += [replace(one, path=(name, *one.path)) for one in problems_of(error, row)]
    if problems:
        raise ScenarioError(placed(problems, Places(text), shown))
    return known


@cache
def territories() -> dict[str, str]:
    """Ids and names of the map's territories and of the unions it knows; empty where there is no map."""
    file = assets_dir() / "map" / "world.json"
    if not file.is_file():
        return {}
    world = json.loads(file.read_text(encoding="utf-8"))
    parts = (world.get("territories", {}), world.get("unions", {}))
    return {key: entry["name"] for part in parts for key, entry in part.items()}


def placed(problems: list[Problem], places: Places, shown: str) -> list[Finding]:
    """Problems with their lines and columns, in the order of the file, each once."""
    found: list[Finding] = []
    for problem in problems:
        line, col = places.find(problem.path, problem.at)
        path = dotted(problem.path) or "file"
        found.append(Finding(shown, line, col, problem.severity, path, problem.message))
    return sorted(dict.fromkeys(found), key=lambda finding: (finding.line, finding.col))
