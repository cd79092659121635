"""Where every key and value of a TOML text stands, by its path."""

from dataclasses import dataclass

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from game.scenario.findings import At, Path

Place = tuple[int, int]
"""Line and column, both from 1, the column in characters."""


@dataclass(frozen=True, slots=True)
class _Entry:
    key: Place
    value: Place


class Places:
    """An index of a TOML text that parses. What is not there has the place of the table around it."""

    def __init__(self, text: str) -> None:
        data = text.encode()
        self._lines = data.split(b"\n")
        self._entries: dict[Path, _Entry] = {}
        self._last: dict[Path, int] = {}
        """Index of the newest element of each array of tables."""
        for node in Parser(Language(tree_sitter_toml.language())).parse(data).root_node.named_children:
            self._top(node)

    def find(self, path: Path, at: At = "value") -> Place:
        """The place of a value, of its key, or of the header of the table its last key is missing from."""
        if at == "table":
            return self._nearest(path[:-1])
        entry = self._entries.get(path)
        if entry is None:
            return self._nearest(path[:-1])
        return entry.key if at == "key" else entry.value

    def _nearest(self, path: Path) -> Place:
        while path:
            entry = self._entries.get(path)
            if entry is not None:
                return entry.value
            path = path[:-1]
        return (1, 1)

    def _place(self, node: Node) -> Place:
        row, column = node.start_point
        return row + 1, len(self._lines[row][:column].decode(errors="replace")) + 1

    def _top(self, node: Node) -> None:
        if node.type == "pair":
            self._pair((), node)
        elif node.type in ("table", "table_array_element"):
            path = self._header(node, is_array=node.type == "table_array_element")
            for child in node.named_children:
                if child.type == "pair":
                    self._pair(path, child)

    def _header(self, node: Node, is_array: bool) -> Path:
        """Enter a `[table]` or `[[array]]` header; the path of the table it opens."""
        here = self._place(node)
        path: Path = ()
        keys = self._keys(node.named_children[0])
        for step, (name, place) in enumerate(keys):
            path = (*path, name)
            if step < len(keys) - 1 or not is_array:
                self._enter(path, place, here)
                if path in self._last:
                    path = (*path, self._last[path])
                continue
            self._enter(path, place, here)
            index = self._last.get(path, -1) + 1
            self._last[path] = index
            path = (*path, index)
            self._enter(path, place, here)
        return path

    def _pair(self, table: Path, node: Node) -> None:
        parts = [child for child in node.named_children if child.type not in ("comment", "ERROR")]
        if len(parts) < 2:
            return
        path = table
        value = self._place(parts[1])
        for name, place in self._keys(parts[0]):
            path = (*path, name)
            self._enter(path, place, value)
        self._value(path, parts[1])

    def _value(self, path: Path, node: Node) -> None:
        if node.type == "inline_table":
            for child in node.named_children:
                if child.type == "pair":
                    self._pair(path, child)
        elif node.type == "array":
            items = [child for child in node.named_children if child.type not in ("comment", "ERROR")]
            for index, child in enumerate(items):
                place = self._place(child)
                self._enter((*path, index), place, place)
                self._value((*path, index), child)

    def _keys(self, node: Node) -> list[tuple[str, Place]]:
        """Name and place of each part of a key."""
        if node.type == "dotted_key":
            return [found for child in node.named_children for found in self._keys(child)]
        raw = (node.text or b"").decode(errors="replace")
        if node.type == "quoted_key":
            raw = _unquoted(raw)
        return [(raw, self._place(node))]

    def _enter(self, path: Path, key: Place, value: Place) -> None:
        self._entries.setdefault(path, _Entry(key, value))


def _unquoted(raw: str) -> str:
    """The name a quoted key stands for."""
    if raw.startswith("'") or "\\" not in raw:
        return raw[1:-1]
    import tomli

    return next(iter(tomli.loads(f"{raw} = 0")))
