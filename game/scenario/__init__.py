"""Scenarios: TOML files that become the state in which a game begins.

`load` gives a `Scenario` to play, `check` every problem of a file with its line and column, `new_text` a
small file to start from and `schema` the JSON Schema editors complete and check by.
"""

from game.scenario.checking import check
from game.scenario.findings import Finding
from game.scenario.library import ScenarioError, find, names
from game.scenario.loading import Scenario, from_document, load
from game.scenario.publishing import schema
from game.scenario.scaffold import new_text

__all__ = [
    "Finding",
    "Scenario",
    "ScenarioError",
    "check",
    "find",
    "from_document",
    "load",
    "names",
    "new_text",
    "schema",
]
