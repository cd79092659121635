"""Fewer looks for garbage while a game plays by itself: its many states and tables are let go without them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 20_000
"""Objects made before the first look; Python's own 700 suits programs that keep less."""


@contextmanager
def unhurried() -> Iterator[None]:
    """Let the garbage collector look seldomer, and as often as before afterwards."""
    before = gc.get_threshold()
    if before[0]:
        gc.set_threshold(max(YOUNG, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
