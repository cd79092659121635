"""Processes to play games in, which end with whoever asked for the games."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context


@contextmanager
def workers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """A pool of processes. Who breaks off, by an error or by Ctrl-C, ends them and waits for none of their games."""
    others = active_children()
    # "spawn" everywhere, so that a batch means the same on every system and inherits nothing by accident.
    pool = ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"), initializer=_leave_ctrl_c)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in active_children():
            if child not in others:
                child.kill()
        raise
    pool.shutdown()


def _leave_ctrl_c() -> None:
    """Ctrl-C reaches every process of a terminal at once; the one that asked decides what becomes of the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
