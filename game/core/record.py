"""The one way every piece of game data is defined: a frozen, slotted dataclass that refuses unknown keys."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from itertools import repeat
from operator import attrgetter, call
from typing import TYPE_CHECKING, TypeVar, dataclass_transform, overload

T = TypeVar("T")

READING: dict[str, object] = {"extra": "forbid"}
"""How pydantic reads records, one table for all: a misspelt key is an error instead of being lost in silence."""


@overload
def record(cls: type[T]) -> type[T]: ...


@overload
def record(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True)
def record(cls: type[T] | None = None, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a frozen slotted dataclass that pydantic reads strictly."""

    def make(plain: type[T]) -> type[T]:
        made = dataclass(frozen=True, slots=True, kw_only=kw_only)(plain)
        made.__pydantic_config__ = READING  # type: ignore[attr-defined]
        names = [one.name for one in fields(made)]  # type: ignore[arg-type]
        made._put = {name: attrgetter(name)(made).__set__ for name in names}  # type: ignore[attr-defined]
        made._all = attrgetter(*names, "__class__", "__class__")  # type: ignore[attr-defined]  # a tuple even of one
        return made

    return make if cls is None else make(cls)


if TYPE_CHECKING:
    from dataclasses import replace as replace
else:

    def replace(one, /, **changes):
        """`dataclasses.replace` for records, in half the time: it copies slots, and no `__init__` is called.

        Raises KeyError for a field there is not.
        """
        kind = type(one)
        made, put = object.__new__(kind), kind._put
        # Every setter returns None: `any` walks all of them without a step of the interpreter between.
        any(map(call, put.values(), repeat(made), kind._all(one)))
        for name, value in changes.items():
            if name not in put:
                raise KeyError(f"{kind.__name__} has no field {name}.")
            put[name](made, value)
        return made
