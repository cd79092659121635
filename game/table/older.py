"""What other rules wrote, read by these: keys that these no longer know are left out."""

import json
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from game.scenario.schema import walk

_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")
T = TypeVar("T")


def read_older(adapter: TypeAdapter[T], document: dict[str, Any]) -> tuple[T, dict[str, Any]]:
    """What a document says to these rules, and the document without the keys they do not know.

    Raises pydantic's ValidationError where more than such keys is wrong with it.
    """
    try:
        return adapter.validate_json(json.dumps(document), strict=True), document
    except ValidationError as error:
        kept = deepcopy(document)
        for detail in error.errors(include_url=False, include_input=False):
            if detail["type"] in _UNKNOWN:
                _, table = walk(detail["loc"], kept)
                table.pop(str(detail["loc"][-1]), None)
        return adapter.validate_json(json.dumps(kept), strict=True), kept
