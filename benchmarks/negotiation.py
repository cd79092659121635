"""Two AI nations over their own utilities, against well-known negotiation tactics on the same outcome space.

    python benchmarks/negotiation.py [--scenarios nato-1949-class nato-1949] [--pairs N] [--seeds N ...]

For pairs of nations between whom some treaty would be good for both, the engine's own talks (propose, counter, accept,
refuse, one counter a turn each, up to three turns) are played by the normal mind, each side from its own view, opened
as it opens them in a game; where it would open none, the other does; where neither would, whichever has anything to
gain by an understanding puts the best it finds from there. The same two utilities, each nation's own, are given to
agents of the PyPI package `negmas` (extra `[bench]`) under the alternating offers protocol, 60 offers: Boulware,
Conceder, linear, tit for tat. Utilities are what a nation gains above what it holds out for, 0 for no deal, and what
both sides hold out for is the same for all. Outcomes are every treaty of a guarantee, counsel and exercises at all
their terms, those with a guarantee with and without a payment, and the one the minds signed, if it holds anything else.

Printed: share agreed, mean distance to the Pareto frontier and to the Nash point with 95 % intervals (utilities scaled
so that the best rational outcome of each is 1; no deal stands at 0, 0), and processor milliseconds a negotiation: of
the agents' talk alone, and with the valuation of the outcomes they choose from. The minds value what they look at.
Last, for each tactic, how much nearer the minds came in the same negotiations.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from dataclasses import replace
from itertools import permutations, product
from pathlib import Path
from statistics import mean, stdev
from time import process_time
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.ai.answer import answer, follow_up
from game.ai.edits import AUTOMATICITY, PAYMENTS, homes
from game.ai.ideas import best_form
from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.ai.propose import at_a_price
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
    """Every treaty of a guarantee, counsel and exercises at all their terms; with a guarantee, with and without a
    payment: for mere talk no government of the game pays."""
    areas = ((), homes(world, (a, b)))
    guards = [None, *(MutualDefence(automaticity=m, earmark=e, area=area)
                      for m, e, area in product(AUTOMATICITY, range(10, 101, 10), areas))]  # fmt: skip
    paid = [(), *((Payment(x, y, n),) for (x, y), n in product(((a, b), (b, a)), PAYMENTS))]
    found = []
    for guard, counsel, scale, payments in product(guards, (None, Consultation()), (0, 1, 2), paid):
        clauses = tuple(one for one in (guard, counsel, JointExercises(scale=scale) if scale else None) if one)
        if clauses and (guard or not payments):
            found.append(Draft(title="-", parties=tuple(sorted((a, b))), clauses=clauses, payments=payments))
    return found


def opening(outlook: Outlook, other: str) -> Draft | None:
    """What a mind puts before another when it thinks of it in a game."""
    found = best_form(outlook, tuple(sorted((outlook.seat, other))), WEIGHTS)
    return None if found is None else at_a_price(outlook, found.draft, WEIGHTS) or found.draft


def understanding(outlook: Outlook, other: str) -> Draft | None:
    """The best draft a mind finds from a plain understanding when it has come to talk."""
    found = climb(outlook, Draft(title="-", parties=tuple(sorted((outlook.seat, other))), clauses=(Consultation(),)),
                  WEIGHTS)  # fmt: skip
    return None if found is None else found.draft


def own_talks(state: State, a: str, b: str) -> Draft | None:
    """What the two normal minds sign in the engine's own protocol; None when they do not."""
    outlooks = {name: Outlook(view_of(state, name)) for name in (a, b)}
    for opens, (name, other) in product((opening, understanding), ((a, b), (b, a))):
        draft = opens(outlooks[name], other)
        if draft is not None:
            a, b = name, other
            break
    else:
        return None
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


def negmas_talks(tactic: str, values: list[tuple[int, int]]) -> int | None:
    """Which outcome two NegMAS agents of one tactic agree on, given what each is worth to either."""
    import negmas
    from negmas.preferences import MappingUtilityFunction
    from negmas.sao import SAOMechanism

    mechanism = SAOMechanism(issues=[negmas.make_issue(len(values), "treaty")], n_steps=STEPS)
    for side in (0, 1):
        table = {(at,): float(both[side]) for at, both in enumerate(values)}
        wants = MappingUtilityFunction(table, reserved_value=0.0, outcome_space=mechanism.outcome_space)
        mechanism.add(getattr(negmas.sao, tactic)(), preferences=wants)
    agreed = mechanism.run().agreement
    return None if agreed is None else agreed[0]


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
    parser.add_argument("--pairs", type=int, default=10, help="pairs with a deal to find, a scenario and seed")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    args = parser.parse_args()
    rows: dict[str, list[Row]] = {name: [] for name in ("foedus", *TACTICS)}
    for scenario, seed in product(args.scenarios, args.seeds):
        state = replace(open_game(load(scenario).start(seed))[0], threads={})
        taken = 0
        for a, b in sorted(permutations(state.nations, 2), key=lambda pair: (hash_of(pair, seed), pair)):
            if taken < args.pairs and measured(state, a, b, rows):
                taken += 1
    print(f"{'':26} agreed   to Pareto        to Nash          ms     with valuation")
    for name, got in rows.items():
        agreed = mean(row.agreed for row in got)
        print(
            f"{name:26} {agreed:6.0%}   {spread([row.pareto for row in got])}   {spread([row.nash for row in got])}"
            f"   {mean(row.talk for row in got):6.1f}   {mean(row.whole for row in got):7.1f}"
        )
    for name in TACTICS:
        both = list(zip(rows[name], rows["foedus"], strict=True))
        pareto, nash = ([getattr(one, at) - getattr(ours, at) for one, ours in both] for at in ("pareto", "nash"))
        print(f"nearer than {name:26} {spread(pareto)}   {spread(nash)}")
    print(f"{len(rows['foedus'])} negotiations, seeds {', '.join(map(str, args.seeds))}")


class Row(NamedTuple):
    """How one negotiation ended."""

    agreed: bool
    pareto: float
    nash: float
    talk: float
    whole: float


def spread(points: list[float]) -> str:
    """A mean and half its 95 % interval."""
    half = 1.96 * stdev(points) / len(points) ** 0.5 if len(points) > 1 else 0.0
    return f"{mean(points):6.3f} ± {half:.3f}"


def measured(state: State, a: str, b: str, rows: dict[str, list[Row]]) -> bool:
    """Whether there is a deal to find between two nations; if so, how everybody's negotiation of it ended."""
    outcomes = space(state, a, b)
    started = process_time()
    ours = own_talks(state, a, b)
    spent = 1000 * (process_time() - started)
    if ours is not None and all((d.clauses, d.payments) != (ours.clauses, ours.payments) for d in outcomes):
        outcomes.append(ours)  # the minds draft freely; what they find is offered to all
    started = process_time()
    one, other = Outlook(view_of(state, a)), Outlook(view_of(state, b))
    values = [(judged(one, a, d).total, judged(other, b, d).total) for d in outcomes]
    valued = 1000 * (process_time() - started)
    rational = [(x, y) for x, y in values if x > 0 and y > 0]
    if not rational:
        return False
    most = max(x for x, _ in rational), max(y for _, y in rational)

    def scaled(both: tuple[int, int]) -> Point:
        return both[0] / most[0], both[1] / most[1]

    edge = frontier([scaled(both) for both in rational])
    nash = scaled(max(rational, key=lambda both: both[0] * both[1]))

    def ended(at: int | None, talk: float, whole: float) -> Row:
        point = (0.0, 0.0) if at is None else scaled(values[at])
        return Row(at is not None, distance(point, edge), distance(point, [nash]), talk, whole)

    terms = [(d.clauses, d.payments) for d in outcomes]
    rows["foedus"].append(ended(None if ours is None else terms.index((ours.clauses, ours.payments)), spent, spent))
    for name in TACTICS:
        started = process_time()
        at = negmas_talks(name, values)
        talk = 1000 * (process_time() - started)
        rows[name].append(ended(at, talk, talk + valued))
    return True


def hash_of(pair: tuple[str, str], seed: int) -> int:
    """A fixed shuffle of pairs."""
    from game.core.dice import dice

    return dice(seed, 0, "pair", "-".join(pair))


if __name__ == "__main__":
    main()
