"""What every law test looks at: the source of `game` as syntax trees, and who imports whom."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NOT_OURS = ("build", "dist", "saves", "out", "venv", "node_modules", "__pycache__")


@dataclass(frozen=True)
class Import:
    """One imported name: `from game.core import turn` is ("game.core", "turn"); `import re` is ("re", "")."""

    line: int
    module: str
    name: str
    deferred: bool
    """Not carried out when the module is imported: inside a function, or for the type checker alone."""

    @property
    def full(self) -> str:
        """Module and name as one dotted path."""
        return f"{self.module}.{self.name}" if self.name else self.module


@dataclass(frozen=True)
class Module:
    """A parsed source file; `path` is relative to the root, with forward slashes."""

    path: str
    source: str

    @property
    def name(self) -> str:
        """Dotted name: "game/core/turn.py" is "game.core.turn"."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def unit(self) -> str:
        """The room of the house it stands in: "core", "ui", "cli"; empty for `game` itself."""
        return [*self.name.split("."), ""][1]

    @property
    def tree(self) -> ast.Module:
        return _parse(self.source, self.path)

    def at(self, line: int, reason: str) -> str:
        """A finding, as a person reads it."""
        return f"{self.path}:{line}: {reason}"

    def within(self, *places: str) -> bool:
        """Whether it is one of these modules, or in one of these packages."""
        return any(self.name == place or self.name.startswith(f"{place}.") for place in places)


@cache
def _parse(source: str, path: str) -> ast.Module:
    return ast.parse(source, path)


@cache
def game_modules() -> tuple[Module, ...]:
    """Every module of the game, sorted by path."""
    return tuple(
        Module(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in sorted((ROOT / "game").rglob("*.py"))
    )


@cache
def text_files() -> tuple[tuple[str, str], ...]:
    """Path and text of every text file that is, or would be, part of the project."""
    found = []
    for path in _project_files():
        data = (ROOT / path).read_bytes()
        if b"\0" not in data:
            found.append((path, data.decode("utf-8", "replace")))
    return tuple(found)


def _project_files() -> Iterator[str]:
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        yield from (path for path in sorted(set(listed.split("\0"))) if path and (ROOT / path).is_file())
        return
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part not in (".ci", ".gitignore") for part in parts)
        if path.is_file() and not hidden and not any(part in _NOT_OURS for part in parts):
            yield "/".join(parts)


def imports(module: Module) -> Iterator[Import]:
    """Every import of a module, relative ones made absolute, in functions too."""
    package = module.name if module.path.endswith("/__init__.py") else module.name.rpartition(".")[0]

    def visit(node: ast.AST, deferred: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(node.lineno, alias.name, "", deferred)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield Import(node.lineno, origin, alias.name, deferred)
        elif isinstance(node, ast.If) and _is_type_checking(node.test):
            for child in node.body:
                yield from visit(child, True)
            for child in node.orelse:
                yield from visit(child, deferred)
        else:
            inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for child in ast.iter_child_nodes(node):
                yield from visit(child, deferred or inside)

    yield from visit(module.tree, False)


def _is_type_checking(test: ast.expr) -> bool:
    return (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING") or (
        isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING"
    )


def called(node: ast.AST) -> str:
    """Dotted name of what a call calls ("open", "dataclasses.replace"); empty for anything else."""
    return dotted(node.func) if isinstance(node, ast.Call) else ""


def dotted(node: ast.AST) -> str:
    """A chain of names as written: `a.b.c`; empty when it starts with anything but a name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def at_import(module: Module) -> Iterator[ast.AST]:
    """Every node that is carried out when the module is imported: all but the insides of functions."""

    def visit(node: ast.AST) -> Iterator[ast.AST]:
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for child in [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]:
                yield from visit(child)
        elif isinstance(node, ast.If) and "__main__" in ast.unparse(node.test):
            return
        elif not isinstance(node, ast.Lambda):
            for child in ast.iter_child_nodes(node):
                yield from visit(child)

    yield from visit(module.tree)
