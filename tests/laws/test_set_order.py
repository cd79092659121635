"""The order in which a set gives out its members differs from run to run; rules and minds never use it."""

import ast
from collections.abc import Iterator

import pytest

from tests.laws.scan import Module, called, dotted, game_modules

IN_ORDER = ("list", "tuple", "dict", "enumerate", "zip", "iter", "next", "map", "filter", "reversed")
METHODS_IN_ORDER = ("join", "extend", "fromkeys", "from_iterable", "chain")
"""Calls that go through their argument in its order; min and max do when a key makes members equal."""


def set_order(module: Module) -> Iterator[str]:
    """Anything that depends on the order in which a set gives out its members."""
    if module.within("game.core", "game.ai"):
        for scope in _scopes(module.tree):
            yield from _set_order_in(module, scope)


def _scopes(tree: ast.Module) -> Iterator[ast.AST]:
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _set_order_in(module: Module, scope: ast.AST) -> Iterator[str]:
    nodes = list(_own_nodes(scope))
    known = {name for node in nodes for name in _names_of_sets(node)}
    for node in nodes:
        iterated: list[ast.expr] = []
        if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            iterated = [node.iter]
        elif isinstance(node, ast.Starred):
            iterated = [node.value]
        elif isinstance(node, ast.Call):
            name = called(node)
            in_order = name in IN_ORDER or (name in ("min", "max") and bool(node.keywords))
            method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if method == "pop" and isinstance(node.func, ast.Attribute) and _is_set(node.func.value, known):
                yield module.at(node.lineno, "pop() takes any member of a set")
            if in_order or method in METHODS_IN_ORDER:
                iterated = list(node.args)
        for one in iterated:
            if _is_set(one, known):
                yield module.at(one.lineno, "the order of a set differs between runs: sort it, or use a tuple or dict")


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """What is in a module or function, without the insides of functions defined there."""
    waiting: list[ast.AST] = [scope]
    while waiting:
        node = waiting.pop()
        yield node
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                waiting.append(child)


def _names_of_sets(node: ast.AST) -> Iterator[str]:
    """Names that a statement or parameter declares to be sets."""
    if isinstance(node, ast.Assign) and _is_set(node.value, set()):
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and _says_set(node.annotation):
        yield node.target.id
    elif isinstance(node, ast.arg) and node.annotation is not None and _says_set(node.annotation):
        yield node.arg


def _says_set(annotation: ast.expr) -> bool:
    base = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return dotted(base).rpartition(".")[2] in ("set", "frozenset", "Set", "AbstractSet", "MutableSet")


def _is_set(node: ast.expr, known: set[str]) -> bool:
    if isinstance(node, ast.Set | ast.SetComp) or called(node) in ("set", "frozenset"):
        return True
    if isinstance(node, ast.Name):
        return node.id in known
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.BitXor | ast.Sub):
        return _is_set(node.left, known) or _is_set(node.right, known)
    if isinstance(node, ast.IfExp):
        return _is_set(node.body, known) or _is_set(node.orelse, known)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        makes = ("union", "intersection", "difference", "symmetric_difference", "copy")
        return node.func.attr in makes and _is_set(node.func.value, known)
    return False


LAWS = (set_order,)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_law_holds(law) -> None:
    found = [finding for module in game_modules() for finding in law(module)]
    assert not found, "\n".join(found)


# The laws catch what they are for.

CORE, MIND = "game/core/turn.py", "game/ai/mind.py"


@pytest.mark.parametrize(
    ("law", "path", "source"),
    [
        (set_order, CORE, "def f(xs):\n    for x in set(xs):\n        yield x"),
        (set_order, CORE, "def f(a, b):\n    return [x for x in {a, b}]"),
        (set_order, CORE, "def f(xs):\n    return list(frozenset(xs))"),
        (set_order, CORE, "def f(xs):\n    seen = {x for x in xs}\n    return tuple(seen)"),
        (set_order, CORE, "def f(xs: frozenset[str]):\n    return ','.join(xs)"),
        (set_order, CORE, "def f(xs, ys):\n    return [*set(xs) & set(ys)]"),
        (set_order, CORE, "def f(xs):\n    return max(set(xs), key=len)"),
        (set_order, CORE, "def f(xs):\n    left: set[str] = set()\n    return left.pop()"),
        (set_order, MIND, "def f(xs):\n    return next(iter(set(xs).union('a')))"),
    ],
)
def test_a_breach_is_found(law, path: str, source: str) -> None:
    assert list(law(Module(path, source)))


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (CORE, "def f(xs):\n    return sorted(set(xs)), len({1, 2}), 1 in {1, 2}, max(set(xs))"),
        (CORE, "def f(xs):\n    seen = set()\n    for x in xs:\n        seen.add(x)\n    return x in seen"),
        (CORE, "def f(xs):\n    xs = set(xs)\n\ndef g(xs):\n    return list(xs)"),
        ("game/sim/run.py", "def f(xs):\n    return list(set(xs))"),
    ],
)
def test_what_is_lawful_is_left_alone(path: str, source: str) -> None:
    assert [finding for law in LAWS for finding in law(Module(path, source))] == []
