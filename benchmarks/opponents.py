"""The normal mind against seats that play otherwise: each stands in turn in each seat, the others normal.

    python benchmarks/opponents.py [--scenarios ...] [--against random accept refuse greedy] [--games N] [--jobs N]

Also for levels: `--tried hard --against normal easy`. Printed: score of the tried mind less that of the other in the
same seat and seeds, in permille, over all seats, with its 95 % interval; + where it lies above zero.
"""

from __future__ import annotations

import argparse

from paired import Task, interval, run, seats


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenarios", nargs="+", default=["nato-1949-class"])
    parser.add_argument("--tried", default="normal")
    parser.add_argument("--against", nargs="+", default=["random", "accept", "refuse", "greedy"])
    parser.add_argument("--others", default="normal", help="the mind in all other seats")
    parser.add_argument("--games", type=int, default=20, help="games a seat")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--by-seat", action="store_true", help="a line a seat as well")
    args = parser.parse_args()
    seeds = tuple(range(args.seed, args.seed + args.games))
    for scenario in args.scenarios:
        print(f"{scenario}: {args.tried} less the other, permille of the score; others {args.others}")
        for against in args.against:
            tasks = [Task(scenario, seat, args.tried, against, args.others, seeds) for seat in seats(scenario)]
            everyone: list[int] = []
            for task, values in run(tasks, args.jobs):
                everyone += values
                if args.by_seat:
                    print(f"  {against:8} {task.seat:8} {interval(values)}", flush=True)
            print(f"  {against:8} {'all':8} {interval(everyone)}", flush=True)


if __name__ == "__main__":
    main()
