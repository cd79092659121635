"""The rules are pure: integers in, integers out, the same on every machine. Minds are nearly as strict."""

import ast
from collections.abc import Iterator

import pytest

from tests.laws.scan import Module, called, dotted, game_modules, imports

PURE = {
    "__future__",
    "collections.abc",
    "copy",
    "dataclasses",
    "enum",
    "functools",
    "hashlib",
    "itertools",
    "operator",
    "typing",
}
"""What the rules may import of the standard library."""

IMPURE_FOR_MINDS = {
    *("asyncio", "concurrent", "multiprocessing", "socket", "subprocess", "threading"),
    *("io", "os", "pathlib", "sys", "tempfile"),
    *("datetime", "random", "secrets", "time", "uuid"),
    *("cmath", "math", "numpy", "statistics"),
}
"""What a mind may not import: its answer depends on its view alone, and to the last bit."""

OUTSIDE = {"open", "print", "input", "exec", "eval", "compile", "breakpoint", "__import__"}
"""Builtins that reach out of the rules."""
MACHINE = {"hash": "differs between runs", "id": "differs between runs"}
BY_NAME = {"getattr", "setattr", "delattr", "hasattr", "globals", "locals", "vars"}
"""Builtins that find things by a string."""


def foreign_imports(module: Module) -> Iterator[str]:
    """Anything but pure standard modules, the rules themselves, and pydantic's Discriminator."""
    if module.within("game.core"):
        for one in imports(module):
            ours = one.module == "game.core" or one.module.startswith("game.core.")
            if not ours and one.module not in PURE and one.full not in ("pydantic.Discriminator", "collections.abc"):
                yield module.at(one.line, f"the rules import {one.full}")


def impure_minds(module: Module) -> Iterator[str]:
    if module.within("game.ai"):
        for one in imports(module):
            if one.module.split(".")[0] in IMPURE_FOR_MINDS:
                yield module.at(one.line, f"a mind imports {one.full}")


def outside_world(module: Module) -> Iterator[str]:
    """Input, output, and values that differ from run to run."""
    if module.within("game.core", "game.ai"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                if node.id in OUTSIDE:
                    yield module.at(node.lineno, f"{node.id} reaches out of the rules")
                elif node.id in MACHINE:
                    yield module.at(node.lineno, f"{node.id}() {MACHINE[node.id]}")


def fractions(module: Module) -> Iterator[str]:
    """Floats in the rules, by literal, by division or by name."""
    if module.within("game.core"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
                yield module.at(node.lineno, f"{node.value!r} is no integer")
            elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
                yield module.at(node.lineno, "/ makes a float; divide() and scale() round as the rules do")
            elif isinstance(node, ast.Name) and node.id in ("float", "complex"):
                yield module.at(node.lineno, f"{node.id} has no place in the rules")


def powers(module: Module) -> Iterator[str]:
    """In minds, arithmetic that machines may round differently."""
    if module.within("game.ai"):
        for node in ast.walk(module.tree):
            power = isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Pow)
            if power or called(node) == "pow":
                yield module.at(node.lineno, "a mind multiplies; powers may be rounded differently elsewhere")


def by_string(module: Module) -> Iterator[str]:
    """Attributes found by name: what is called can no longer be read."""
    if module.within("game.core"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name) and node.id in BY_NAME:
                yield module.at(node.lineno, f"{node.id} finds things by a string")
            elif isinstance(node, ast.Attribute) and node.attr in (
                "__dict__",
                "__getattribute__",
                "__setattr__",
            ):
                yield module.at(node.lineno, f"{node.attr} finds things by a string")


def anything(module: Module) -> Iterator[str]:
    """`Any`, which switches the type checker off."""
    if module.within("game.core"):
        for node in ast.walk(module.tree):
            if dotted(node).rpartition(".")[2] == "Any":
                yield module.at(node.lineno, "Any has no place in the rules")  # type: ignore[attr-defined]


def unfit_fields(module: Module) -> Iterator[str]:
    """Fields of records that do not survive JSON: sets, floats, keys that are no text."""
    if module.within("game.core"):
        for owner in ast.walk(module.tree):
            for field in owner.body if isinstance(owner, ast.ClassDef) else ():
                for part in ast.walk(field.annotation) if isinstance(field, ast.AnnAssign) else ():
                    if isinstance(part, ast.Name) and part.id in (
                        "set",
                        "frozenset",
                        "bytes",
                        "Set",
                        "FrozenSet",
                    ):
                        yield module.at(field.lineno, f"a field may not hold a {part.id}")
                    if isinstance(part, ast.Subscript) and dotted(part.value) in ("dict", "Mapping"):
                        key = part.slice.elts[0] if isinstance(part.slice, ast.Tuple) else part.slice
                        if isinstance(key, ast.Subscript) and dotted(key.value) == "tuple":
                            yield module.at(field.lineno, "a map's keys are text")


LAWS = (foreign_imports, impure_minds, outside_world, fractions, powers, by_string, anything, unfit_fields)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_law_holds(law) -> None:
    found = [finding for module in game_modules() for finding in law(module)]
    assert not found, "\n".join(found)


# The laws catch what they are for.

CORE, MIND = "game/core/turn.py", "game/ai/mind.py"


@pytest.mark.parametrize(
    ("law", "path", "source"),
    [
        (foreign_imports, CORE, "import random"),
        (foreign_imports, CORE, "from datetime import date"),
        (foreign_imports, CORE, "from pydantic import BaseModel"),
        (foreign_imports, CORE, "import pydantic"),
        (foreign_imports, CORE, "def f():\n    import os"),
        (foreign_imports, CORE, "from collections import Counter"),
        (impure_minds, MIND, "from math import exp"),
        (impure_minds, MIND, "import numpy as np"),
        (impure_minds, MIND, "def f():\n    import random"),
        (outside_world, CORE, "def f(x):\n    print(x)"),
        (outside_world, CORE, "text = open('a').read()"),
        (outside_world, CORE, "def f(x):\n    return hash(x)"),
        (outside_world, CORE, "def f(xs):\n    return sorted(xs, key=id)"),
        (outside_world, MIND, "def f(x):\n    return hash(x)"),
        (fractions, CORE, "def f(x):\n    return x / 2"),
        (fractions, CORE, "def f(x):\n    x /= 2"),
        (fractions, CORE, "HALF = 0.5"),
        (fractions, CORE, "BIG = 1e3"),
        (fractions, CORE, "def f(x):\n    return float(x)"),
        (powers, MIND, "def f(x):\n    return x ** 0.5"),
        (powers, MIND, "def f(x):\n    return pow(x, 2)"),
        (by_string, CORE, "def f(x, name):\n    return getattr(x, name)"),
        (by_string, CORE, "def f(name):\n    return globals()[name]"),
        (by_string, CORE, "def f(x, name):\n    return x.__dict__[name]"),
        (anything, CORE, "def f(x: Any) -> int:\n    return 1"),
        (anything, CORE, "def f(x: dict[str, typing.Any]) -> int:\n    return 1"),
        (unfit_fields, CORE, "class A:\n    names: set[str]"),
        (unfit_fields, CORE, "class A:\n    pairs: dict[tuple[str, str], int]"),
    ],
)
def test_a_breach_is_found(law, path: str, source: str) -> None:
    assert list(law(Module(path, source)))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (CORE, "from typing import Literal\nimport collections.abc\nfrom pydantic import Discriminator"),
        (CORE, "from game.core.world import State\nfrom game.core import dice"),
        (CORE, "def f(x):\n    return x // 2 + x % 3"),
        (CORE, "class A:\n    id: str\n    def f(self):\n        return self.id"),
        (CORE, "class A:\n    pairs: dict[str, tuple[int, ...]]"),
        (MIND, "def f(x):\n    return x / 2.0 * 3"),
        ("game/sim/run.py", "import random, os\nprint(hash(0.5))\n"),
    ],
)
def test_what_is_lawful_is_left_alone(path: str, source: str) -> None:
    assert [finding for law in LAWS for finding in law(Module(path, source))] == []
