"""Between game data and JSON: one adapter a type, strict on the way in, keys in order on the way out."""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from game.core.acts import Act
from game.core.control import Control
from game.core.crises import Answer, CrisisKind
from game.core.events import Event
from game.core.orders import Sheet
from game.core.world import State

Answers: TypeAlias = dict[str, Answer]
Json: TypeAlias = dict[str, Any]


@cache
def _states() -> TypeAdapter[State]:
    return TypeAdapter(State)


@cache
def _acts() -> TypeAdapter[Act]:
    return TypeAdapter(Act)


@cache
def _controls() -> TypeAdapter[Control]:
    return TypeAdapter(Control)


@cache
def _sheets() -> TypeAdapter[Sheet]:
    return TypeAdapter(Sheet)


@cache
def _answers() -> TypeAdapter[Answers]:
    return TypeAdapter(Answers)


@cache
def _events() -> TypeAdapter[Event]:
    return TypeAdapter(Event)


def _dumped(adapter: TypeAdapter[Any], value: object) -> Json:
    made: Json = adapter.dump_python(value, mode="json", warnings="none")
    return made


def dump_state(state: State) -> Json:
    """A state as JSON values."""
    return _dumped(_states(), state)


def load_state(value: Mapping[str, Any]) -> State:
    """A state from JSON values. Raises pydantic's ValidationError where they are not one."""
    return _states().validate_json(json.dumps(value), strict=True)


def dump_act(act: Act) -> Json:
    """An act as JSON values."""
    return _dumped(_acts(), act)


def load_act(value: Mapping[str, Any]) -> Act:
    """An act from JSON values. Raises pydantic's ValidationError where they are not one."""
    return _acts().validate_json(json.dumps(value), strict=True)


def dump_control(act: Control) -> Json:
    """An act of the instructor as JSON values."""
    return _dumped(_controls(), act)


def load_control(value: Mapping[str, Any]) -> Control:
    """An act of the instructor from JSON values. Raises pydantic's ValidationError where they are not one."""
    return _controls().validate_json(json.dumps(value), strict=True)


def dump_sheet(sheet: Sheet) -> Json:
    """A sheet as JSON values."""
    return _dumped(_sheets(), sheet)


def load_sheet(value: Mapping[str, Any]) -> Sheet:
    """A sheet from JSON values. Raises pydantic's ValidationError where they are not one."""
    return _sheets().validate_json(json.dumps(value), strict=True)


def dump_answers(answers: Mapping[str, Answer]) -> Json:
    """Sealed answers as JSON values."""
    return _dumped(_answers(), dict(answers))


def load_answers(value: Mapping[str, Any]) -> Answers:
    """Sealed answers from JSON values. Raises pydantic's ValidationError where they are not some."""
    return _answers().validate_json(json.dumps(value), strict=True)


def dump_event(event: Event) -> Json:
    """An event as JSON values."""
    return _dumped(_events(), event)


def dump_kind(kind: CrisisKind) -> Json:
    """A kind of crisis as JSON values."""
    return _dumped(TypeAdapter(CrisisKind), kind)


def digest(state: State) -> str:
    """SHA-256 of a state's JSON with every map in key order: equal for equal states, on every machine."""
    text = json.dumps(dump_state(state), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
