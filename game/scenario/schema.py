"""Whether a document has the shape of a scenario: pydantic's errors as problems in plain words."""

import json
import re
from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.scenario.findings import Json, Path, Problem, suggestion
from game.scenario.publishing import keys_at
from game.scenario.shape import (
    DATE_PATTERN,
    MONTH_PATTERN,
    NATION_PATTERN,
    SCENARIO,
    SEEN_PATTERN,
    SLUG_PATTERN,
    WORD_PATTERN,
    ScenarioFile,
)

_PATTERNS = {
    NATION_PATTERN: "should be two to eight capitals and digits, a letter first, such as FRA",
    WORD_PATTERN: "should be small letters, digits and underscores, a letter first, such as western_europe",
    SLUG_PATTERN: "should be small letters, digits and hyphens, a letter first, such as dunkirk-1947",
    MONTH_PATTERN: 'should be a year and a month, such as "1948-07"',
    DATE_PATTERN: 'should be a date such as "1947-03-04", "1947-03" or "1947"',
    SEEN_PATTERN: "holds a character that cannot be seen, such as a line break or a mark of writing direction",
}

_TYPES = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "string_type": "text in quotes",
    "bool_type": "true or false",
    "tuple_type": "a list in brackets",
    "list_type": "a list in brackets",
    "dict_type": "a table",
    "dataclass_type": "a table",
}


def shape(document: Json) -> tuple[ScenarioFile | None, list[Problem]]:
    """The scenario a document describes, or every reason why it has not the shape of one."""
    try:
        return SCENARIO.validate_json(json.dumps(document), strict=True), []
    except ValidationError as error:
        return None, problems_of(error, document)


def problems_of(error: ValidationError, document: Json) -> list[Problem]:
    """Problems for pydantic's errors about a document, each once."""
    details = error.errors(include_url=False)
    problems = [_problem(detail, document) for detail in details if not _miscounted(detail)]
    return _without_misspelt(problems)


def _problem(detail: ErrorDetails, document: Json) -> Problem:
    path, parent = walk(detail["loc"], document)
    kind, given = detail["type"], detail["input"]
    context: Mapping[str, object] = detail.get("ctx", {})
    match kind:
        case "missing" | "missing_keyword_only_argument" | "missing_argument":
            if path and isinstance(path[-1], int):
                return Problem(path[:-1], f"has only {path[-1]} of the values it needs")
            return Problem(path, "is missing", at="table")
        case "unexpected_keyword_argument" | "extra_forbidden":
            known = [key for key in keys_at(path[:-1], document) if key not in parent]
            return Problem(path, f'unknown key "{path[-1]}"{suggestion(str(path[-1]), known)}', at="key")
        case "union_tag_invalid":
            tags = _quoted(str(context["expected_tags"]))
            word = _wrong((*path, "kind"), document)
            if not isinstance(word, str):
                return Problem((*path, "kind"), f"should be text in quotes, not {shown(word)}")
            near = suggestion(word, tags) or f"; known are {', '.join(tags)}"
            return Problem((*path, "kind"), f'unknown {noun(path)} "{word}"{near}')
        case "union_tag_not_found":
            return Problem((*path, "kind"), f"is missing: which {noun(path)} it is", at="table")
        case "literal_error":
            words = _quoted(str(context["expected"]))
            if not isinstance(given, str):
                return Problem(path, f"should be one of {', '.join(words)}, not {shown(given)}")
            near = suggestion(given, words) or f"; known are {', '.join(words)}"
            return Problem(path, f'unknown value "{given}"{near}')
        case "string_pattern_mismatch":
            rule = _PATTERNS.get(str(context["pattern"]), f"should match {context['pattern']}")
            at_key = detail["loc"][-1] == "[key]"
            said = "".join(
                sign if sign.isprintable() else f"\\u{ord(sign):04X}" for sign in str(path[-1] if at_key else given)
            )
            return Problem(path, f'"{said}" {rule}', at="key" if at_key else "value")
        case "string_too_short":
            return Problem(path, "is empty")
        case "greater_than_equal":
            return Problem(path, f"is {shown(given)}; the least allowed is {context['ge']}")
        case "less_than_equal":
            return Problem(path, f"is {shown(given)}; the most allowed is {context['le']}")
        case "too_short":
            return Problem(path, f"needs at least {context['min_length']} entr{_y(context['min_length'])}")
        case "too_long":
            return Problem(path, f"has {context['actual_length']} values; the most is {context['max_length']}")
    if kind in _TYPES:
        return Problem(path, f"should be {_TYPES[kind]}, not {shown(given)}")
    return Problem(path, detail["msg"][:1].lower() + detail["msg"][1:])


def _miscounted(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because entries that are wrong themselves were not counted."""
    given, context = detail["input"], detail.get("ctx", {})
    return detail["type"] == "too_short" and isinstance(given, list | dict) and len(given) >= int(context["min_length"])


def _y(count: object) -> str:
    return "y" if count == 1 else "ies"


def walk(loc: tuple[int | str, ...], document: Json) -> tuple[Path, dict[str, Json]]:
    """Pydantic's location as a path in the document, and the table its last key is or should be in.

    Locations of tagged unions carry the tag, and those of keys the mark `[key]`; neither is in the document.
    """
    path: Path = ()
    node: Json = document
    parent: dict[str, Json] = {}
    for step in loc:
        if step == "[key]":
            continue
        if isinstance(node, dict):
            if step not in node and step == node.get("kind"):
                continue
            parent = node
            node = node.get(str(step))
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            node = None
        path = (*path, step)
    return path, parent


def noun(path: Path) -> str:
    """What an element of the list at a path is called: `clauses[0]` is a clause."""
    words = [step for step in path if isinstance(step, str)]
    return {"clauses": "clause", "objectives": "objective"}.get(words[-1] if words else "", "kind")


def shown(value: object) -> str:
    """A value as its author wrote it, shortened."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:36]}…"


def _wrong(path: Path, document: Json) -> Json:
    """The value at a path that is known to be there."""
    node: Json = document
    for step in path:
        if isinstance(node, dict):
            node = node.get(str(step))
        elif isinstance(node, list) and isinstance(step, int):
            node = node[step]
    return node


def _quoted(text: str) -> list[str]:
    return re.findall(r"'([^']*)'", text)


def _without_misspelt(problems: list[Problem]) -> list[Problem]:
    """Leave out a key reported missing where an unknown key beside it is recognised as its misspelling."""
    meant = {
        (problem.path[:-1], found[1])
        for problem in problems
        if problem.at == "key" and (found := re.search(r'did you mean "(.+)"\?$', problem.message))
    }
    return [
        problem
        for problem in problems
        if not (problem.at == "table" and (problem.path[:-1], problem.path[-1]) in meant)
    ]
