"""Whether negotiating pays: the normal mind in each seat against the same mind to which treaties are forbidden.

    python benchmarks/talk.py [--scenarios nato-1949-class ...] [--games N] [--jobs N] [--seed N]

Printed for each seat, and over all of a scenario's: score with treaties less score without, in permille, with its 95 %
interval; + where the interval lies above zero.
"""

from __future__ import annotations

import argparse

from paired import Task, interval, run, seats


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenarios", nargs="+", default=["nato-1949-class"])
    parser.add_argument("--games", type=int, default=20, help="games a seat")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    seeds = tuple(range(args.seed, args.seed + args.games))
    for scenario in args.scenarios:
        print(f"{scenario}: with treaties less without, permille of the score")
        tasks = [Task(scenario, seat, "normal", "silent", "normal", seeds) for seat in seats(scenario)]
        everyone: list[int] = []
        for _, values in run(tasks, args.jobs, lambda task, found: print(f"  {task.seat:8} {found}", flush=True)):
            everyone += values
        print(f"  {'all':8} {interval(everyone)}")


if __name__ == "__main__":
    main()
