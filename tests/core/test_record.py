"""Records are copied and made in bulk by a quicker way than their frozen class, and are the same records."""

import dataclasses

import pytest

from game.core.events import Event
from game.core.record import made, record, replace
from game.core.rules import Rules
from game.core.world import Pair, Theatre


@record
class Lone:
    """A record of one field."""

    word: str


@pytest.mark.parametrize(
    ("one", "changes"),
    [
        (Pair(rivalry=30), {"rivalry": 60, "claims": ("A",)}),
        (Theatre("The North"), {"adjoins": ("south",)}),
        (Rules(), {"support_home_step": 7}),
        (Lone("first"), {"word": "last"}),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_changed_copy_is_what_the_standard_library_makes_of_it(one: object, changes: dict[str, object]) -> None:
    copy, slow = replace(one, **changes), dataclasses.replace(one, **changes)  # type: ignore[type-var]
    assert copy == slow
    assert type(copy) is type(one)
    assert copy != one, "the record it was made from has changed"


def test_a_copy_cannot_be_changed() -> None:
    copy = replace(Pair(), rivalry=5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        copy.rivalry = 6  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del copy.rivalry  # type: ignore[misc]


def test_a_copy_takes_no_field_there_is_not() -> None:
    for one in (Pair(), Rules()):
        with pytest.raises(TypeError, match="rivalries"):
            replace(one, rivalries=5)  # type: ignore[type-var]


def test_a_record_made_of_all_its_values_is_the_one_its_class_makes() -> None:
    theatre = made(Theatre, "The North", ("south",))
    assert theatre == Theatre("The North", ("south",))
    assert type(theatre) is Theatre
    with pytest.raises(dataclasses.FrozenInstanceError):
        theatre.name = "The South"  # type: ignore[misc]
    with pytest.raises(TypeError):
        made(Event, "income", 3)
