"""Who may import whom. The table is the architecture page's; a new room in the house is entered here."""

from collections.abc import Iterable, Iterator

import pytest

from tests.laws.scan import Import, Module, game_modules, imports

BELOW_TABLE = {"core", "scenario", "saves", "ai", "reports", "paths"}
MAY_IMPORT: dict[str, set[str]] = {
    "core": set(),
    "paths": set(),
    "scenario": {"core", "paths"},
    "saves": {"core", "scenario", "paths"},
    "ai": {"core"},
    "reports": {"core"},
    "table": BELOW_TABLE,
    "sim": {*BELOW_TABLE, "table"},
    "ui": {*BELOW_TABLE, "table"},
    "rl": {*BELOW_TABLE, "table"} - {"paths"},
    "host": {*BELOW_TABLE, "table"} - {"paths"},
    "cli": {*BELOW_TABLE, "table", "sim", "ui", "rl", "host"},
    "__main__": {"cli"},
    "": set(),
}
"""For each room, the others it may import; `game` itself is the empty name."""

SEATED = ("ui", "rl", "host")
"""Rooms that hold a Seat, never the engine."""
ENGINE = ("game.core.engine", "game.core.turn", "game.core.phases")

HEAVY = {"game.ui", "PIL", "matplotlib", "numpy", "pydantic", "pygame", "rich", "shapely", "tree_sitter"}
"""What `foedus --help` must not wait for."""


def upward(module: Module) -> Iterator[str]:
    """Imports of a room that stands above or beside the module's own."""
    if module.unit not in MAY_IMPORT:
        yield module.at(1, f"the room {module.unit!r} is not in the table of layers")
        return
    allowed = MAY_IMPORT[module.unit] | {module.unit}
    for one in imports(module):
        if one.module == "game" and one.name == "__version__" and module.unit not in ("core", "ai"):
            continue
        if one.module.split(".")[0] == "game":
            room = [*one.full.split("."), ""][1]
            if room not in allowed:
                yield module.at(one.line, f"{module.unit or 'game'} may not import {one.full}")


def past_the_seat(module: Module) -> Iterator[str]:
    """The engine in the hands of a room that may hold a Seat only."""
    if module.unit in SEATED:
        for one in imports(module):
            if any(one.full == place or one.full.startswith(f"{place}.") for place in ENGINE):
                yield module.at(one.line, f"{module.unit} may not import {one.full}: it holds a Seat")


def engine_by_another_name(module: Module) -> Iterator[str]:
    """`game.core` handing on what the rooms above may not import from its own place."""
    if module.path == "game/core/__init__.py":
        for one in imports(module):
            yield module.at(one.line, f"game.core imports {one.full}: each name is imported from its own module")


def dynamic(module: Module) -> Iterator[str]:
    """Imports that no test can see."""
    for one in imports(module):
        if one.full in ("importlib", "importlib.import_module", "importlib.util", "pkgutil", "runpy"):
            yield module.at(one.line, f"{one.full} hides an import")


def drawing_elsewhere(module: Module) -> Iterator[str]:
    """pygame outside the window."""
    if module.unit != "ui":
        for one in imports(module):
            if one.module.split(".")[0] in ("pygame", "pygame_gui"):
                yield module.at(one.line, f"{one.full} is imported outside game.ui")


LAWS = (upward, past_the_seat, engine_by_another_name, dynamic, drawing_elsewhere)


def circles(modules: Iterable[Module]) -> list[str]:
    """Modules that import one another in a ring, be it inside functions or for the type checker; a finding a ring.

    A part that must name its whole names what it asks of it instead: a `Protocol`.
    """
    graph = {module.name: sorted(_edges(module, {other.name for other in modules})) for module in modules}
    found: list[str] = []
    done: set[str] = set()

    def walk(name: str, trail: list[str]) -> None:
        if name in trail:
            found.append(" → ".join([*trail[trail.index(name) :], name]))
            return
        if name not in done:
            for target in graph[name]:
                walk(target, [*trail, name])
            done.add(name)

    for name in graph:
        walk(name, [])
    return found


def _edges(module: Module, known: set[str]) -> set[str]:
    """The module that each import names: the submodule when there is one of that name, else the package."""
    places = {_place(one, known) for one in imports(module)}
    return places - {"", module.name}


def _place(one: Import, known: set[str]) -> str:
    return one.full if one.full in known else one.module if one.module in known else ""


def heavy_at_start(start: str, modules: Iterable[Module]) -> list[str]:
    """Heavy packages that importing `start` would import too, with the way there."""
    by_name = {module.name: module for module in modules}
    found: list[str] = []
    seen: set[str] = set()

    def walk(name: str, way: str) -> None:
        if name in seen or name not in by_name:
            return
        seen.add(name)
        for one in imports(by_name[name]):
            if one.deferred:
                continue
            if any(one.full == package or one.full.startswith(f"{package}.") for package in HEAVY):
                found.append(f"{way} imports {one.full} at its top (line {one.line})")
            parts = (_place(one, set(by_name)) or one.module).split(".")
            for end in range(1, len(parts) + 1):
                walk(".".join(parts[:end]), f"{way} → {'.'.join(parts[:end])}")

    walk(start, start)
    return found


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_no_module_imports_what_its_room_may_not(law) -> None:
    found = [finding for module in game_modules() for finding in law(module)]
    assert not found, "\n".join(found)


def test_no_modules_import_one_another_in_a_circle() -> None:
    found = circles(game_modules())
    assert not found, "\n".join(found)


def test_the_command_line_starts_without_heavy_packages() -> None:
    found = heavy_at_start("game.cli", game_modules())
    assert not found, "\n".join(found)


def test_there_is_a_core_to_look_at() -> None:
    assert any(module.unit == "core" for module in game_modules())


# The laws catch what they are for.


@pytest.mark.parametrize(
    ("law", "path", "source"),
    [
        (upward, "game/core/turn.py", "import game.ai"),
        (upward, "game/core/turn.py", "from game import paths"),
        (upward, "game/core/turn.py", "def f():\n    from ..ai import mind"),
        (upward, "game/core/phases/war.py", "from ...saves.store import read"),
        (upward, "game/ai/mind.py", "from game.scenario import load"),
        (upward, "game/reports/words.py", "from game.paths import assets_dir"),
        (upward, "game/saves/replay.py", "from game.table import Table"),
        (upward, "game/ui/app.py", "from game.host import serve"),
        (upward, "game/host/serve.py", "import game.ui.theme"),
        (upward, "game/sim/run.py", "from game.cli import main"),
        (upward, "game/__init__.py", "from game.table import Table"),
        (upward, "game/attic/box.py", ""),
        (past_the_seat, "game/ui/app.py", "from game.core import engine"),
        (past_the_seat, "game/ui/app.py", "from game.core.engine import act"),
        (past_the_seat, "game/rl/face.py", "import game.core.phases.war"),
        (past_the_seat, "game/host/serve.py", "def f():\n    import game.core.turn"),
        (engine_by_another_name, "game/core/__init__.py", "from game.core.engine import act"),
        (dynamic, "game/cli.py", "from importlib import import_module"),
        (drawing_elsewhere, "game/reports/charts.py", "import pygame.image"),
    ],
)
def test_a_forbidden_import_is_found(law, path: str, source: str) -> None:
    assert len(list(law(Module(path, source)))) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("game/core/turn.py", "from game.core.world import State\nfrom .events import Event\nimport enum"),
        ("game/saves/replay.py", "from game.core.engine import act\nfrom game.scenario import load"),
        (
            "game/table.py",
            "from game.core.engine import act\nfrom game.ai.mind import think\nimport game.paths",
        ),
        ("game/ui/app.py", "from game.core.world import State\nfrom game.table import Seat\nimport pygame"),
        (
            "game/cli.py",
            "from game import __version__\nfrom importlib.metadata import version\nimport game.sim",
        ),
        ("game/__main__.py", "from game.cli import main"),
    ],
)
def test_an_allowed_import_is_left_alone(path: str, source: str) -> None:
    assert [finding for law in LAWS for finding in law(Module(path, source))] == []


def test_a_circle_is_found_however_deferred() -> None:
    ring = [
        Module("game/core/__init__.py", ""),
        Module("game/core/a.py", "from game.core import b"),
        Module("game/core/b.py", "def f():\n    from .c import x"),
        Module("game/core/c.py", "import game.core.a"),
    ]
    assert circles(ring) == ["game.core.a → game.core.b → game.core.c → game.core.a"]
    assert circles(ring[:3]) == []
    named = Module("game/core/c.py", "if TYPE_CHECKING:\n    from . import a")
    assert circles([*ring[:3], named]) == ["game.core.a → game.core.b → game.core.c → game.core.a"]
    package = [
        Module("game/saves/__init__.py", "from game.saves.store import read"),
        Module("game/saves/store.py", "from game.saves import errors"),
        Module("game/saves/errors.py", ""),
    ]
    assert circles(package) == []


def test_a_heavy_package_is_found_behind_other_modules() -> None:
    cli = Module("game/cli.py", "from game.words import say\ndef watch():\n    import pydantic")
    words = Module("game/words.py", "from rich.console import Console")
    assert heavy_at_start("game.cli", [cli, words]) == [
        "game.cli → game.words imports rich.console.Console at its top (line 1)"
    ]
    assert heavy_at_start("game.cli", [cli, Module("game/words.py", "import typing")]) == []
    package = [Module("game/cli.py", "import game.sim.run"), Module("game/sim/__init__.py", "import numpy")]
    assert heavy_at_start("game.cli", package) == ["game.cli → game.sim imports numpy at its top (line 1)"]
