"""No looks for garbage while nations think: what a turn makes is let go as it is dropped, and the rest after it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unhurried() -> Iterator[None]:
    """Keep the garbage collector from looking, and let it look as before afterwards.

    What thinking makes hardly ever refers to itself in a circle, so that looking finds next to nothing; what little
    there is, is found after the turn.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
