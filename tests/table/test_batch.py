"""Batches: the same games whatever the number of workers and the seed of Python's hashes."""

import json
import os
import subprocess
import sys
from pathlib import Path

from game.saves.codec import digest
from game.sim.batch import Plan, play_batch, results
from game.table import Table
from tests.table.people import SCENARIO, scenario

ROOT = Path(__file__).parents[2]
SEEDS = (7, 8, 9, 10, 11)
"""More than one chunk, so that two workers have something to do."""

CODE = """
import json, sys
from game.scenario import load
from game.sim.batch import Plan, play_batch, results
if __name__ == "__main__":
    games = play_batch(Plan(load(sys.argv[1]).document), tuple(map(int, sys.argv[3:])), jobs=int(sys.argv[2]))
    print(json.dumps(results(sys.argv[1], games), sort_keys=True))
"""


def timeless(found: dict) -> dict:
    """Results without the seconds they took."""
    return {
        **found,
        "games": [{key: value for key, value in game.items() if key != "seconds"} for game in found["games"]],
    }


def test_a_batch_is_the_same_with_one_worker_or_two(tmp_path: Path) -> None:
    here = results(SCENARIO, play_batch(Plan(scenario().document), SEEDS))
    script = tmp_path / "batch.py"
    script.write_text(CODE)
    found = subprocess.run(
        [sys.executable, str(script), SCENARIO, "2", *map(str, SEEDS)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4242", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    there = json.loads(found.stdout)
    assert timeless(there) == timeless(json.loads(json.dumps(here)))
    assert [game["seed"] for game in there["games"]] == list(SEEDS)


def test_a_game_of_a_batch_is_the_game_one_watches() -> None:
    (game,) = play_batch(Plan(scenario().document), (7,))
    table = Table.new(scenario(), 7)
    table.play()
    assert game["digest"] == digest(table.state)
    assert game["turns"] == table.state.turn


def test_progress_is_told_as_games_are_done() -> None:
    done: list[int] = []
    play_batch(Plan(scenario().document, turns=1), SEEDS[:3], progress=done.append)
    assert sum(done) == 3
