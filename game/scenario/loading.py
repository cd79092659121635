"""A scenario ready to be played, from a file, a shipped name or the whole document a save carries."""

from dataclasses import dataclass, replace
from pathlib import Path as File
from typing import cast

from game.core.crises import CrisisKind
from game.core.world import State
from game.scenario.build import start
from game.scenario.checking import identity, read
from game.scenario.findings import Finding, Json, dotted
from game.scenario.library import ScenarioError, crisis_kinds, find, misfortune_kinds, personalities
from game.scenario.lookup import Known
from game.scenario.references import references
from game.scenario.schema import shape
from game.scenario.shape import SCENARIO, NationEntry, ScenarioFile


@dataclass(frozen=True, slots=True)
class Scenario:
    """A sound scenario with everything it needs inside it: crisis kinds and rules are its own."""

    file: ScenarioFile
    """What its file says, completed: `id` set, the kinds of crisis and misfortune it uses among its own, `uses` and
    `misfortunes_used` empty."""

    @property
    def id(self) -> str:
        """Its short name."""
        return self.file.id

    @property
    def title(self) -> str:
        """As on the title card."""
        return self.file.title

    @property
    def nations(self) -> dict[str, NationEntry]:
        """The nations that can be played, by id, in the file's order."""
        return self.file.nations

    @property
    def document(self) -> dict[str, Json]:
        """The whole scenario as JSON, as a save embeds it."""
        return cast("dict[str, Json]", SCENARIO.dump_python(self.file, mode="json"))

    def start(self, seed: int) -> State:
        """The state on the eve of turn 1; see `game.scenario.build.start`."""
        return start(self.file, {kind.id: kind for kind in self.file.kinds}, seed)


def load(name_or_path: str | File) -> Scenario:
    """The scenario of a file, or a shipped one by name.

    Raises FileNotFoundError or IsADirectoryError with a sentence where there is no such file, and
    ScenarioError with every error where the file is not sound. Warnings do not stop it.
    """
    file = find(name_or_path)
    scenario, _, findings = read(file)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors or scenario is None:
        raise ScenarioError(errors)
    shipped = crisis_kinds()
    kinds: tuple[CrisisKind, ...] = (*(shipped[name] for name in scenario.uses), *scenario.kinds)
    hardships = misfortune_kinds()
    fates = (*(hardships[name] for name in scenario.misfortunes_used), *scenario.misfortune_kinds)
    completed = replace(scenario, id=identity(scenario, file), uses=(), kinds=kinds)
    shipped_characters = personalities()
    own = [one.id for one in scenario.personalities]
    named = dict.fromkeys(nation.personality for nation in scenario.nations.values())
    borrowed = tuple(shipped_characters[name] for name in named if name and name not in own)
    completed = replace(completed, personalities=(*borrowed, *scenario.personalities))
    return Scenario(replace(completed, misfortunes_used=(), misfortune_kinds=fates))


def from_document(document: Json, name: str = "embedded scenario") -> Scenario:
    """The scenario of a document made by `Scenario.document`. Needs nothing beside it.

    Raises ScenarioError with every error, placed at 1:1 of `name`, where it is not sound.
    """
    scenario, problems = shape(document)
    problems += references(Known(document, {}, {}))
    if problems or scenario is None:
        paths = [dotted(problem.path) or "file" for problem in problems]
        messages = [problem.message for problem in problems]
        pairs = zip(paths, messages, strict=True)
        raise ScenarioError([Finding(name, 1, 1, "error", path, message) for path, message in pairs])
    return Scenario(scenario)
