"""State changes by the draft's verbs alone; modules keep nothing, and importing one does no work."""

import ast
from collections.abc import Iterator

import pytest

from tests.laws.scan import Module, at_import, called, dotted, game_modules, imports

MUTATORS = {
    *("add", "append", "extend", "insert", "setdefault", "update"),
    *("clear", "discard", "pop", "popitem", "remove", "sort"),
}
"""Methods that change a container in place."""
TOUCHES = {
    *("open", "load", "read_text", "read_bytes", "write_text", "mkdir"),
    *("exists", "is_file", "is_dir", "iterdir", "glob", "resolve"),
}
"""Calls that go to the disk."""


def shared_state(module: Module) -> Iterator[str]:
    """Containers at module level that are no constants, constants that are changed, and `global`."""
    if module.within("game.core", "game.ai"):
        for node in module.tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and _is_container(node.value):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    name = dotted(target)
                    if name.upper() != name and name != "__all__":
                        yield module.at(node.lineno, f"{name} is a container at module level, and no constant by name")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Global):
                yield module.at(node.lineno, "global state")
            elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load) and _is_constant(node.value):
                yield module.at(node.lineno, f"{dotted(node.value)} is a constant, and is changed")
            elif (owner := _changed(node)) and _is_constant(owner):
                yield module.at(node.lineno, f"{dotted(owner)} is a constant, and is changed")


def phases_that_meddle(module: Module) -> Iterator[str]:
    """A phase changing the state in any other way than by the draft's verbs."""
    if not module.within("game.core.phases"):
        return
    for one in imports(module):
        if one.full in ("dataclasses.replace", "copy.replace", "copy"):
            yield module.at(one.line, f"a phase imports {one.full}: only the draft's verbs change the state")
    for node in ast.walk(module.tree):
        if called(node) in ("replace", "dataclasses.replace", "copy.replace"):
            yield module.at(node.lineno, "a phase calls replace(): only the draft's verbs change the state")  # type: ignore[attr-defined]
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            yield module.at(node.lineno, f"a phase sets .{node.attr}: only the draft's verbs change the state")
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load) and _inside_record(node.value):
            yield module.at(node.lineno, "a phase changes a record's map: only the draft's verbs change the state")
        if (owner := _changed(node)) and _inside_record(owner):
            yield module.at(node.lineno, "a phase changes a container in a record: use the draft's verbs")


def work_at_import(module: Module) -> Iterator[str]:
    """Reading, writing, or calling for effect when a module is merely imported. Holds for the whole game."""
    for node in at_import(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            yield module.at(node.lineno, f"{called(node.value) or 'a call'}() is carried out at import")
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else called(node)
            if name in TOUCHES:
                yield module.at(node.lineno, f"{name}() touches files at import")


def _changed(node: ast.AST) -> ast.expr | None:
    """What a call to a mutating method changes."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
        return node.func.value
    return None


def _is_constant(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id.upper() == node.id and any(map(str.isalpha, node.id))


def _inside_record(node: ast.expr) -> bool:
    """Whether an expression is an attribute of something, or a part of one."""
    while isinstance(node, ast.Subscript):
        node = node.value
    return isinstance(node, ast.Attribute)


def _is_container(node: ast.expr) -> bool:
    literal = isinstance(node, ast.Dict | ast.List | ast.Set | ast.DictComp | ast.ListComp | ast.SetComp)
    return literal or called(node).rpartition(".")[2] in (
        "dict",
        "list",
        "set",
        "defaultdict",
        "deque",
        "Counter",
    )


LAWS = (shared_state, phases_that_meddle, work_at_import)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_law_holds(law) -> None:
    found = [finding for module in game_modules() for finding in law(module)]
    assert not found, "\n".join(found)


# The laws catch what they are for.

CORE, PHASE = "game/core/turn.py", "game/core/phases/clash.py"


@pytest.mark.parametrize(
    ("law", "path", "source"),
    [
        (shared_state, CORE, "seen = {}"),
        (shared_state, CORE, "_cache: dict[str, int] = {}"),
        (shared_state, CORE, "waiting = list()"),
        (shared_state, CORE, "TABLE = {}\ndef f(x):\n    TABLE[x] = 1"),
        (shared_state, CORE, "TABLE = []\ndef f(x):\n    TABLE.append(x)"),
        (shared_state, CORE, "count = 0\ndef f():\n    global count"),
        (phases_that_meddle, PHASE, "from dataclasses import replace"),
        (phases_that_meddle, PHASE, "def f(n):\n    return dataclasses.replace(n, rp=1)"),
        (phases_that_meddle, PHASE, "def f(draft):\n    draft.turn = 2"),
        (phases_that_meddle, PHASE, "def f(draft):\n    draft.turn += 1"),
        (phases_that_meddle, PHASE, "def f(draft, n):\n    draft.nations[n] = 1"),
        (phases_that_meddle, PHASE, "def f(draft, n):\n    del draft.nations[n]"),
        (phases_that_meddle, PHASE, "def f(draft, e):\n    draft.events.append(e)"),
        (work_at_import, "game/ui/app.py", "import pygame\npygame.display.init()"),
        (work_at_import, "game/table.py", "KINDS = Path('a').read_text()"),
        (work_at_import, "game/table.py", "class A:\n    data = open('a')"),
        (work_at_import, "game/table.py", "def f(x=open('a')):\n    pass"),
    ],
)
def test_a_breach_is_found(law, path: str, source: str) -> None:
    assert list(law(Module(path, source)))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (CORE, "TABLE: dict[str, int] = {'a': 1}\n__all__ = ['f']\ndef f(x):\n    return TABLE[x]"),
        (CORE, "def f():\n    found = []\n    found.append(1)\n    return found"),
        (
            PHASE,
            "def f(draft, a):\n    owed = {}\n    owed[a] = 1\n    draft.shift(a, why=owed)",
        ),
        (PHASE, "def f(text):\n    return text.replace('a', 'b')"),
        ("game/ui/app.py", "import pygame\ndef main():\n    pygame.display.init()"),
        ("game/__main__.py", "from game.cli import main\nif __name__ == '__main__':\n    main()"),
        (
            "game/table.py",
            '"""Words."""\nfrom pathlib import Path\nHERE = Path(__file__).parent',
        ),
    ],
)
def test_what_is_lawful_is_left_alone(path: str, source: str) -> None:
    assert [finding for law in LAWS for finding in law(Module(path, source))] == []
