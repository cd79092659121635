"""Two AI nations over their own utilities, against well-known negotiation tactics on the same outcome space.

    python benchmarks/negotiation.py [--scenarios nato-1949-class nato-1949] [--pairs N] [--seed N]

For pairs of nations between whom some treaty would be good for both, the engine's own talks (propose, counter, accept,
refuse, one counter a turn each, up to three turns) are played by the normal mind, each side from its own view. The
same two utilities, each nation's own, are given to agents of the PyPI package `negmas` (extra `[bench]`) under the
alternating offers protocol: Boulware, Conceder, linear, tit for tat. Utilities are what a nation gains above what it
holds out for, 0 for no deal; outcomes are every treaty of a guarantee, counsel and exercises at all their terms, with
and without a payment, and the one the minds signed, if it holds anything else. Printed: share agreed, mean distance to
the Pareto frontier and to the Nash point (utilities scaled so that the best rational outcome of each is 1; no deal
stands at 0, 0), milliseconds a negotiation, the valuation of outcomes included for all.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from dataclasses import replace
from itertools import permutations, product
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.ai.answer import answer, follow_up
from game.ai.edits import AUTOMATICITY, PAYMENTS, homes
from game.ai.ideas import best_form
from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.ai.search import climb
from game.ai.weights import WEIGHTS
from game.core import acts
from game.core.clauses import Consultation, JointExercises, MutualDefence
from game.core.drafts import Draft, Payment
from game.core.engine import act, open_game
from game.core.view import view_of
from game.core.world import State
from game.scenario import load

STEPS = 60
"""Offers a NegMAS negotiation may take."""
TURNS = 3
TACTICS = ("BoulwareTBNegotiator", "ConcederTBNegotiator", "LinearTBNegotiator", "NaiveTitForTatNegotiator")

Point = tuple[float, float]


def space(world: State, a: str, b: str) -> list[Draft]:
    """Every treaty of a guarantee, counsel and exercises at all their terms, with and without a payment."""
    areas = ((), homes(world, (a, b)))
    guards = [None, *(MutualDefence(automaticity=m, earmark=e, area=area)
                      for m, e, area in product(AUTOMATICITY, range(10, 101, 10), areas))]  # fmt: skip
    paid = [(), *((Payment(x, y, n),) for (x, y), n in product(((a, b), (b, a)), PAYMENTS))]
    found = []
    for guard, counsel, scale, payments in product(guards, (None, Consultation()), (0, 1, 2), paid):
        clauses = tuple(one for one in (guard, counsel, JointExercises(scale=scale) if scale else None) if one)
        if clauses:
            found.append(Draft(title="-", parties=tuple(sorted((a, b))), clauses=clauses, payments=payments))
    return found


def own_talks(state: State, a: str, b: str) -> Draft | None:
    """What the two normal minds sign when `a` opens, in the engine's own protocol; None when they do not."""
    outlook = Outlook(view_of(state, a))
    first = best_form(outlook, tuple(sorted((a, b))), WEIGHTS)
    if first is None:
        started = climb(outlook, Draft(title="-", parties=tuple(sorted((a, b))), clauses=(Consultation(),)), WEIGHTS)
        if started is None:
            return None
        draft = started.draft
    else:
        better = climb(outlook, first.draft, WEIGHTS)
        draft = better.draft if better is not None else first.draft
    state, _ = act(state, a, acts.Propose(draft=replace(draft, title="The treaty"), turns=TURNS))
    key = next(reversed(state.threads))
    for _ in range(TURNS):
        for _ in range(3):
            for name in (b, a):
                if state.threads[key].status != "open":
                    break
                seen = Outlook(view_of(state, name))
                said = answer(seen, key) or follow_up(seen, key)
                if said is not None:
                    state, _ = act(state, name, said)
        if state.threads[key].status != "open":
            break
        thread = replace(state.threads[key], countered=(), refused_drafts=0)
        state = replace(state, threads={**state.threads, key: thread})
    thread = state.threads[key]
    return thread.latest.draft if thread.status == "signed" else None


def negmas_talks(tactic: str, state: State, a: str, b: str, outcomes: list[Draft]) -> Draft | None:
    """What two NegMAS agents of one tactic agree on over the same utilities."""
    import negmas
    from negmas.preferences import MappingUtilityFunction
    from negmas.sao import SAOMechanism

    sides = [(name, Outlook(view_of(state, name))) for name in (a, b)]
    mechanism = SAOMechanism(issues=[negmas.make_issue(len(outcomes), "treaty")], n_steps=STEPS)
    for name, outlook in sides:
        table = {(at,): float(judged(outlook, name, draft).total) for at, draft in enumerate(outcomes)}
        wants = MappingUtilityFunction(table, reserved_value=0.0, outcome_space=mechanism.outcome_space)
        mechanism.add(getattr(negmas.sao, tactic)(), preferences=wants)
    agreed = mechanism.run().agreement
    return None if agreed is None else outcomes[agreed[0]]


def distance(point: Point, others: list[Point]) -> float:
    """Distance to the nearest of some points."""
    return min(((point[0] - x) ** 2 + (point[1] - y) ** 2) ** 0.5 for x, y in others)


def frontier(points: list[Point]) -> list[Point]:
    """Points that no other betters for both."""
    kept: list[Point] = []
    for x, y in sorted(points, key=lambda p: (-p[0], -p[1])):
        if not kept or y > kept[-1][1]:
            kept.append((x, y))
    return kept


def main() -> None:
    """Print the table."""
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenarios", nargs="+", default=["nato-1949-class", "nato-1949"])
    parser.add_argument("--pairs", type=int, default=12, help="pairs with a deal to find, a scenario")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rows: dict[str, list[tuple[bool, float, float, float]]] = {name: [] for name in ("foedus", *TACTICS)}
    for scenario in args.scenarios:
        state = replace(open_game(load(scenario).start(args.seed))[0], threads={})
        taken = 0
        order = sorted(permutations(state.nations, 2), key=lambda pair: (hash_of(pair, args.seed), pair))
        for a, b in order:
            if taken >= args.pairs:
                break
            outcomes = space(state, a, b)
            started = perf_counter()
            ours = own_talks(state, a, b)
            spent = 1000 * (perf_counter() - started)
            if ours is not None and all((d.clauses, d.payments) != (ours.clauses, ours.payments) for d in outcomes):
                outcomes.append(ours)  # the minds draft freely; what they find is offered to all
            one, other = Outlook(view_of(state, a)), Outlook(view_of(state, b))
            values = [(judged(one, a, d).total, judged(other, b, d).total) for d in outcomes]
            rational = [(x, y) for x, y in values if x > 0 and y > 0]
            if not rational:
                continue
            taken += 1
            most = max(x for x, _ in rational), max(y for _, y in rational)

            def scaled(x: float, y: float, most: tuple[float, float] = most) -> Point:
                return x / most[0], y / most[1]

            edge = frontier([scaled(x, y) for x, y in rational])
            nash = scaled(*max(rational, key=lambda p: p[0] * p[1]))
            for name in rows:
                found = ours
                if name != "foedus":
                    started = perf_counter()
                    found = negmas_talks(name, state, a, b, outcomes)
                    spent = 1000 * (perf_counter() - started)
                point = (0.0, 0.0)
                if found is not None:
                    point = scaled(judged(one, a, found).total, judged(other, b, found).total)
                rows[name].append((found is not None, distance(point, edge), distance(point, [nash]), spent))
    print(f"{'':26} agreed   to Pareto   to Nash   ms")
    for name, got in rows.items():
        n = max(1, len(got))
        means = [sum(row[at] for row in got) / n for at in range(4)]
        print(f"{name:26} {means[0]:6.0%}   {means[1]:9.3f}   {means[2]:7.3f}   {means[3]:7.1f}")
    print(f"{len(rows['foedus'])} negotiations, seed {args.seed}")


def hash_of(pair: tuple[str, str], seed: int) -> int:
    """A fixed shuffle of pairs."""
    from game.core.dice import dice

    return dice(seed, 0, "pair", "-".join(pair))


if __name__ == "__main__":
    main()
