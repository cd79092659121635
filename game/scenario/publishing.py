"""The published JSON Schema of a scenario file, for editors, and the keys it allows at a place."""

from functools import cache
from typing import cast

from pydantic import TypeAdapter

from game.core.clauses import TERM_RANGES
from game.core.record import READING
from game.scenario.findings import Json, Path
from game.scenario.ranges import OBJECTIVE_RANGES
from game.scenario.shape import ScenarioFile

TITLE = "Foedus scenario"


def schema() -> dict[str, Json]:
    """The JSON Schema (draft 2020-12) of a scenario file, with descriptions and ranges of terms."""
    made = cast("dict[str, Json]", _described().json_schema())
    definitions = _table(made.get("$defs"))
    by_kind = {_kind(_table(definition)): _table(definition) for definition in definitions.values()}
    for (clause, term), (least, most, step) in TERM_RANGES.items():
        _bound(by_kind[clause], term, least, most)
        if step > 1:
            _property(by_kind[clause], term)["multipleOf"] = step
    for (objective, term), (least, most) in OBJECTIVE_RANGES.items():
        _bound(by_kind[objective], term, least, most)
    for name in ("theatres", "nations", "others"):
        _property(made, name)["additionalProperties"] = False
    for definition in definitions.values():
        if _kind(_table(definition)):
            _require_kind(_table(definition))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": TITLE}


def _described() -> TypeAdapter[ScenarioFile]:
    """An adapter that has attribute docstrings for descriptions.

    Nothing else needs them: to read them out of the source takes longer than all else at a start.
    """
    READING["use_attribute_docstrings"] = True
    try:
        return TypeAdapter(ScenarioFile)
    finally:
        del READING["use_attribute_docstrings"]


def _property(definition: dict[str, Json], name: str) -> dict[str, Json]:
    return _table(_table(definition.get("properties")).get(name))


def _bound(definition: dict[str, Json], name: str, least: int, most: int) -> None:
    _property(definition, name).update(minimum=least, maximum=most)


def _kind(definition: dict[str, Json]) -> str:
    """The tag of a tagged record; empty for any other."""
    tag = _property(definition, "kind").get("const")
    return tag if isinstance(tag, str) else ""


def _require_kind(definition: dict[str, Json]) -> None:
    """A tagged record is recognised by its tag, so the tag may not be left out."""
    required = definition.get("required")
    definition["required"] = ["kind", *(required if isinstance(required, list) else [])]
    _property(definition, "kind").pop("default", None)


def _table(value: Json) -> dict[str, Json]:
    """The table a value is; an empty one where it is none."""
    return value if isinstance(value, dict) else {}


@cache
def _published() -> dict[str, Json]:
    return schema()


def keys_at(path: Path, document: Json) -> list[str]:
    """Keys that may stand in the table at a path of a document; none where any key may, or none is known."""
    node: Json = document
    rule = _resolve(_published(), node)
    for step in path:
        if isinstance(node, dict):
            node = node.get(str(step))
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            node = None
        rule = _resolve(_below(rule, step), node)
    return list(_table(rule.get("properties")))


def _below(rule: dict[str, Json], step: str | int) -> dict[str, Json]:
    """The schema of what a key or index of a table or list leads to."""
    if isinstance(step, int):
        return _table(rule.get("items"))
    found = _table(rule.get("properties")).get(step)
    if found is not None:
        return _table(found)
    for pattern in _table(rule.get("patternProperties")).values():
        return _table(pattern)
    return _table(rule.get("additionalProperties"))


def _resolve(rule: dict[str, Json], node: Json) -> dict[str, Json]:
    """Follow a reference, and the tag of a tagged union to the member the node is."""
    while True:
        reference = rule.get("$ref")
        if isinstance(reference, str):
            rule = _table(_table(_published().get("$defs")).get(reference.rsplit("/", 1)[-1]))
            continue
        mapping = _table(_table(rule.get("discriminator")).get("mapping"))
        kind = node.get("kind") if isinstance(node, dict) else None
        if mapping and isinstance(kind, str) and kind in mapping:
            rule = {"$ref": mapping[kind]}
            continue
        return rule
