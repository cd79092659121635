"""While nations think the garbage collector does not look: so nothing they make may refer to itself in a circle."""

import gc

import pytest

from game.scenario import load
from game.table import Table
from game.table.unhurried import unhurried


def test_a_turn_leaves_nothing_behind_that_only_a_look_would_find() -> None:
    table = Table.new(load("nato-1949-class"), 1)
    table.step()
    gc.collect()
    gc.disable()
    try:
        table.step()
        # A few belong to the interpreter's own caches; what one nation made of one moment is hundreds.
        assert gc.collect() < 100
    finally:
        gc.enable()


def test_the_collector_looks_again_afterwards_even_where_a_mind_failed() -> None:
    assert gc.isenabled()
    looked = []

    def failing() -> None:
        with unhurried():
            looked.append(gc.isenabled())
            raise RuntimeError("a mind failed")

    with pytest.raises(RuntimeError, match="mind"):
        failing()
    assert looked == [False]
    assert gc.isenabled()


def test_whoever_had_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with unhurried():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
