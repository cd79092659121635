"""Equal games in other processes, whatever the seed of Python's hashes."""

import os
import subprocess
import sys
from pathlib import Path

from game.saves.codec import digest
from tests.properties.determined import TAPE
from tests.properties.playing import Tally, four_nations, play

ROOT = Path(__file__).parents[2]


def printed(hash_seed: str) -> list[str]:
    """The digests that a fresh interpreter prints."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.properties.determined"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout.split()


def test_games_do_not_depend_on_the_hash_seed() -> None:
    first, second = printed("0"), printed("4242")
    assert first == second
    assert len(set(first)) == 2
    assert first[0] == digest(play(four_nations(), TAPE, Tally()))
