"""House rules: modules of a size one can read, no sound card woken, nothing of one machine left in a file."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

import pytest

from tests.laws.scan import Module, called, game_modules, imports, text_files

LONGEST = 400
"""Lines of a module; about 300 is the aim."""
LONGER_FOR_A_REASON: dict[str, str] = {}
"""Path of a longer module, and why it is one idea all the same."""

# In brackets, so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w./~-])/(?:wor[k]|roo[t]|hom[e]|tm[p]|User[s]|op[t])/\w|\b[A-Z]:\\User[s]\\")
PACKAGE_HOST = re.compile(
    r"py[p]i\.org|python[h]osted\.org|registry\.npm[j]s|deb\.de[b]ian\.org|https?://\S*/simpl[e]/|(?:extra-)?index-ur[l]\b"
)


def too_long(module: Module) -> Iterator[str]:
    lines = module.source.count("\n")
    if lines > LONGEST and module.path not in LONGER_FOR_A_REASON:
        yield module.at(LONGEST, f"{lines} lines: is it still one idea?")
    if lines <= LONGEST and module.path in LONGER_FOR_A_REASON:
        yield module.at(1, "needs no exception for its length any more")


def wakes_everything(module: Module) -> Iterator[str]:
    """`pygame.init`, which opens sound and joysticks that nobody asked for, slowly."""
    for one in imports(module):
        if one.full == "pygame.init":
            yield module.at(one.line, "start the parts of pygame that are used, not all of it")
    for node in ast.walk(module.tree):
        if called(node) in ("pygame.init", "pg.init"):
            yield module.at(node.lineno, "start the parts of pygame that are used, not all of it")  # type: ignore[attr-defined]


def silent_ignores(path: str, text: str) -> Iterator[str]:
    """`type: ignore` that does not say what it ignores."""
    if path.endswith(".py"):
        try:
            for token in tokenize.generate_tokens(io.StringIO(text).readline):
                if token.type == tokenize.COMMENT and re.search(r"type:\s*ignore(?!\[)", token.string):
                    yield f"{path}:{token.start[0]}: say in brackets which error is ignored"
        except (SyntaxError, tokenize.TokenError) as error:
            yield f"{path}: is no Python: {error}"


def traces_of_a_machine(path: str, text: str) -> Iterator[str]:
    """Absolute paths of one machine, and hosts that packages come from."""
    for number, line in enumerate(text.splitlines(), 1):
        for pattern in (MACHINE_PATH, PACKAGE_HOST):
            found = pattern.search(line)
            if found is not None:
                yield f"{path}:{number}: {found[0]!r} is of one machine"


@pytest.mark.parametrize("law", [too_long, wakes_everything], ids=lambda law: law.__name__)
def test_the_law_holds_in_the_game(law) -> None:
    found = [finding for module in game_modules() for finding in law(module)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("law", [silent_ignores, traces_of_a_machine], ids=lambda law: law.__name__)
def test_the_law_holds_in_every_file(law) -> None:
    found = [finding for path, text in text_files() for finding in law(path, text)]
    assert not found, "\n".join(found)


def test_every_exception_for_length_is_of_a_module_that_exists() -> None:
    assert set(LONGER_FOR_A_REASON) <= {module.path for module in game_modules()}


def test_the_files_of_the_project_are_found() -> None:
    paths = {path for path, _ in text_files()}
    assert {"pyproject.toml", "game/__init__.py", ".ci/run", "tests/laws/test_house.py"} <= paths


# The laws catch what they are for.


def test_a_module_too_long_is_found() -> None:
    assert list(too_long(Module("game/core/turn.py", "x = 1\n" * (LONGEST + 1))))
    assert not list(too_long(Module("game/core/turn.py", "x = 1\n" * LONGEST)))


def test_an_exception_no_longer_needed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LONGER_FOR_A_REASON, "game/core/turn.py", "a table")
    assert not list(too_long(Module("game/core/turn.py", "x = 1\n" * (LONGEST + 1))))
    assert list(too_long(Module("game/core/turn.py", "x = 1\n")))


@pytest.mark.parametrize("source", ["import pygame\npygame.init()", "from pygame import init", "pg.init()"])
def test_waking_all_of_pygame_is_found(source: str) -> None:
    assert list(wakes_everything(Module("game/ui/app.py", source)))
    assert not list(wakes_everything(Module("game/ui/app.py", "pygame.display.init()\npygame.font.init()")))


def test_an_ignore_without_a_reason_is_found() -> None:
    bare = "x = 1  # type: " + "ignore"
    assert list(silent_ignores("a.py", bare)) == ["a.py:1: say in brackets which error is ignored"]
    assert not list(silent_ignores("a.py", bare + "[misc]"))
    assert not list(silent_ignores("a.py", f"x = '{bare}'"))
    assert list(silent_ignores("a.py", "x = (1,"))


@pytest.mark.parametrize(
    "line",
    [
        "see /" + "work/main/game",
        'cache = "/' + 'home/ann/.cache"',
        "open('/" + "tmp/x')",
        "pip install from https://" + "pypi" + ".org/project/foedus",
        "pip install --index" + "-url https://mirror.example/simple" + "/ foedus",
        "C:" + "\\Users\\ann",
    ],
)
def test_a_trace_of_one_machine_is_found(line: str) -> None:
    assert list(traces_of_a_machine("README.md", line))


@pytest.mark.parametrize(
    "line",
    [
        "#!/usr/bin/env bash",
        ".venv/bin/pip install -q .",
        "game/work/plan.py",
        "a frame/work/round",
        "https://www.nato.int/cps/en/natohq/official_texts_17120.htm",
        "Path('/dev/zero')",
    ],
)
def test_an_ordinary_line_is_left_alone(line: str) -> None:
    assert list(traces_of_a_machine("README.md", line)) == []
