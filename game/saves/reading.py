"""What people and programs hand in, read strictly: a copy of it, or an InvalidAct that says where it is not understood."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticSerializationError

from game.core.acts import Act
from game.core.control import Control
from game.core.orders import Sheet
from game.core.problems import InvalidAct, Problem, invalid
from game.saves import codec
from game.saves.codec import Answers

T = TypeVar("T")
MOST_SAID = 5
"""Mistakes that are named at once."""
WORDS = {
    "missing": "it is missing",
    "unexpected_keyword_argument": "there is no such field",
    "union_tag_not_found": "it names no kind",
    "dataclass_type": "it should be an object",
}
"""Plain words for mistakes that are made often, by pydantic's name for them."""


def read_act(who: str, given: Act | Mapping[str, Any]) -> Act:
    """An act as a nation hands it in, as a record or as JSON values. Raises InvalidAct."""
    return _read(who, given, codec.dump_act, codec.load_act)


def read_sheet(who: str, given: Sheet | Mapping[str, Any]) -> Sheet:
    """A sheet as a nation hands it in. Raises InvalidAct."""
    return _read(who, given, codec.dump_sheet, codec.load_sheet)


def read_answers(who: str, given: Answers | Mapping[str, Any]) -> Answers:
    """Sealed answers as a nation hands them in. Raises InvalidAct."""
    return _read(who, given, codec.dump_answers, codec.load_answers)


def read_control(given: Control | Mapping[str, Any]) -> Control:
    """An act of the instructor. Raises InvalidAct."""
    return _read("instructor", given, codec.dump_control, codec.load_control)


def _read(who: str, given: Any, dump: Callable[[Any], Any], load: Callable[[Mapping[str, Any]], T]) -> T:
    try:
        return load(json.loads(json.dumps(given)) if isinstance(given, Mapping) and _plain(given) else dump(given))
    except ValidationError as error:
        raise InvalidAct(who, _problems(error)) from error
    except (PydanticSerializationError, TypeError, ValueError, RecursionError) as error:
        raise InvalidAct(who, (invalid(f"Not understood: {_shown(given)} is not what belongs here."),)) from error


def _plain(given: Mapping[str, Any]) -> bool:
    """Whether a map holds JSON values rather than records."""
    return all(isinstance(value, str | int | float | list | dict | None) for value in given.values())


def _problems(error: ValidationError) -> tuple[Problem, ...]:
    found = error.errors(include_url=False)
    said = [invalid(_sentence(one)) for one in found[:MOST_SAID]]
    if len(found) > MOST_SAID:
        said.append(invalid(f"And {len(found) - MOST_SAID} more."))
    return tuple(said)


def _sentence(one: ErrorDetails) -> str:
    where = ".".join(str(part) for part in one["loc"])
    what = WORDS.get(one["type"]) or one["msg"].rstrip(".")
    if one["type"] == "union_tag_invalid":
        known = one["ctx"]["expected_tags"].replace("'", "")
        what = f"there is no kind {_shown(one['input'].get('kind'))}; there are {known}"
    what = what[:1].lower() + what[1:]
    return f"Not understood: {where}: {what}." if where else f"Not understood: {what}."


def _shown(given: object) -> str:
    """What was given, as it would stand in a file, cut short."""
    return json.dumps(given, default=lambda odd: type(odd).__name__)[:60]
