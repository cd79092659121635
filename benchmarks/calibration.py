"""What games come to beside what history came to: promises called, disputes, wars, lives of pacts, deterrence.

    python benchmarks/calibration.py [--scenarios nato-1949-class nato-1949] [--games N] [--seed N] [--jobs N]

All seats are the normal mind's. The figures of the literature are for comparison and no targets to be hit one by one:
they are of treaties and disputes that came about by a selection of their own. Shares come with their count; a share of
few says little.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parent))

from paired import scenario_named

from game.core.appraisal import Appraisal
from game.core.burden import burden_table, shares_burden
from game.core.challenge import challenge
from game.core.world import State
from game.table import Table

Borne: TypeAlias = dict[str, dict[str, list[float]]]
"""Shares of income borne, turn by turn, by pact and party: one turn alone says little, the last least."""
LATELY = 2
"""Turns after which an exercise no longer counts as lately held."""


@dataclass
class Case:
    """A brewing case as it stood when it could first be pressed, and whether it was."""

    credibility: int
    """Of the most credible pledge behind the target, 0-100."""
    practised: bool
    """Whether the target had lately held an exercise with one who guards it."""
    pressed: bool = False
    war: bool = False


@dataclass
class Seen:
    """What one game came to."""

    scenario: str
    duties: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Duties that fell due, by kind and result."""
    in_war: Counter[str] = field(default_factory=Counter)
    """Called guards by result, in cases that came to blows."""
    cases: list[Case] = field(default_factory=list)
    disputes: int = 0
    """Cases pressed in which forces decide: the militarised disputes of the literature."""
    unarmed: int = 0
    """Cases pressed in which they do not."""
    wars: int = 0
    pacts: list[tuple[float, bool]] = field(default_factory=list)
    """Years a defence pact made in play was in force, and whether it ended then."""
    burdens: list[float] = field(default_factory=list)
    """Rank correlation of income and share of it that is borne, a pact of four or more."""


def observe(task: tuple[str, int]) -> Seen:
    """One game, looked at turn by turn."""
    scenario, seed = task
    table = Table(scenario_named(scenario), seed, keep_log=False)
    seen = Seen(scenario)
    found: dict[str, Case] = {}
    borne: Borne = {}
    turn = table.state.turn
    while not table.over:
        _brewing(table, found)
        table.step()
        if table.state.turn != turn:
            turn = table.state.turn
            _bear(table.state, borne)
    state = table.state
    for name, crisis in state.crises.items():
        if crisis.opened and state.kinds[crisis.kind].means != "forces":
            seen.unarmed += 1
        elif crisis.opened:
            seen.disputes += 1
            seen.wars += fought(state, name)
        if name in found:
            found[name].pressed, found[name].war = bool(crisis.opened), fought(state, name)
    seen.cases = list(found.values())
    for nation in state.nations.values():
        for entry in nation.ledger:
            seen.duties[entry.duty, entry.result] += 1
            if entry.duty == "guard" and entry.about in state.crises:
                struck = state.crises[entry.about].outcome in ("struck_won", "struck_lost")
                seen.in_war[entry.result] += struck or fought(state, entry.about)
    for treaty in state.treaties.values():
        if treaty.signed >= 1 and any(clause.kind == "mutual_defence" for clause in treaty.clauses):
            last = treaty.ended or state.turn
            seen.pacts.append(((last - treaty.signed) * state.months / 12, bool(treaty.ended)))
    seen.burdens = [rho for shares in borne.values() for rho in [_burden(state, shares)] if rho is not None]
    return seen


def fought(state: State, crisis: str) -> bool:
    """Whether a case became a war: its stage says so, or its losses did."""
    case = state.crises[crisis]
    return case.stage == "war" or case.losses >= state.rules.war_loss


def _brewing(table: Table, found: dict[str, Case]) -> None:
    """Look at every case that has begun to brew since the turn before."""
    state = table.state
    new = [name for name, crisis in state.crises.items() if crisis.stage == "brewing" and name not in found]
    if not new:
        return
    appraisal = Appraisal(state)
    for name in new:
        crisis = state.crises[name]
        sums = challenge(
            appraisal, crisis.challenger, crisis.target, crisis.theatre, crisis.stakes, state.kinds[crisis.kind]
        )
        guards = {guard.by for guard in appraisal.guards[crisis.target]}
        practised = any(
            event.kind == "exercise_held"
            and event.turn >= state.turn - LATELY
            and crisis.target in (event.who, *event.whom)
            and guards & {event.who, *event.whom}
            for event in table.events
        )
        found[name] = Case(sums.credibility, practised)


def _bear(state: State, borne: Borne) -> None:
    """Take down what part of its income each party of a pact of four or more bore in the turn before."""
    for key, treaty in state.treaties.items():
        if treaty.paid and treaty.in_force(state.turn) and shares_burden(key, treaty):
            rows = burden_table(state, key, treaty)
            for row in rows if len(rows) >= 4 else ():
                share = row.borne / max(1, state.nations[row.nation].income)
                borne.setdefault(key, {}).setdefault(row.nation, []).append(share)


def _burden(state: State, shares: dict[str, list[float]]) -> float | None:
    """Rank correlation, in one pact, of income and the part of it that was borne in the mean of its turns."""
    incomes = [float(state.nations[name].income) for name in shares]
    return spearman(incomes, [sum(values) / len(values) for values in shares.values()])


def spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Rank correlation, ties at their mean rank; None where one of them does not vary."""
    a, b = _ranks(one), _ranks(other)
    n, mean = len(a), (len(a) - 1) / 2
    above = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    below = (sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)) ** 0.5
    return above / below if n and below else None


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(values)
    return [(order.index(value) + len(order) - 1 - order[::-1].index(value)) / 2 for value in values]


def lived(pacts: Sequence[tuple[float, bool]], years: float) -> float:
    """Share of pacts that live so many years; those still in force at a game's end count as long as they were seen."""
    alive = 1.0
    for when in sorted({life for life, ended in pacts if ended and life <= years}):
        at_risk = sum(1 for life, _ in pacts if life >= when)
        alive *= 1 - sum(1 for life, ended in pacts if ended and life == when) / at_risk
    return alive


def median_life(pacts: Sequence[tuple[float, bool]]) -> float | None:
    """Years after which half are gone; None where more than half outlived the game."""
    return next((life for life in sorted({life for life, ended in pacts if ended}) if lived(pacts, life) <= 0.5), None)


# -- printing -------------------------------------------------------------------------------------------------


def share(part: int, whole: int) -> str:
    """Per cent, with the count it is of."""
    return f"{100 * part / whole:.0f} % of {whole}" if whole else "none"


def line(what: str, found: str, published: str = "") -> None:
    """One row of the table."""
    print(f"  {what:<46}{found:<26}{published}".rstrip())


def report(scenario: str, games: Sequence[Seen]) -> None:
    """Print what the games of one scenario came to."""
    print(f"{scenario}: {len(games)} games")
    duties: Counter[tuple[str, str]] = Counter()
    in_war: Counter[str] = Counter()
    for game in games:
        duties.update(game.duties)
        in_war.update(game.in_war)
    published = {"guard": "50 % (66 before 1945, 22 after: Berkemeier & Fuhrmann 2018)"}
    for duty in ("guard", "consult", "train", "pay", "abstain"):
        kept, broken = duties[duty, "kept"], duties[duty, "broken"]
        line(f"duty kept when it fell due: {duty}", share(kept, kept + broken), published.get(duty, ""))
    line("  guard, where it came to blows", share(in_war["kept"], in_war["kept"] + in_war["broken"]),
         "74.5 % in wars (Leeds et al. 2000)")  # fmt: skip
    disputes = sum(game.disputes for game in games)
    line(
        "armed disputes that became wars", share(sum(game.wars for game in games), disputes), "10, 6.5, 2.6 % by period"
    )
    line("armed disputes a game", f"{disputes / len(games):.1f}")
    line("cases pressed without arms, a game", f"{sum(game.unarmed for game in games) / len(games):.1f}")
    line("games with a war", share(sum(game.wars > 0 for game in games), len(games)))
    pacts = [pact for game in games for pact in game.pacts]
    middle = median_life(pacts)
    longest = max((life for life, _ in pacts), default=0.0)
    line("defence pacts: median life, years", f"{middle:.1f} of {len(pacts)}" if middle is not None
         else f"beyond {longest:.1f}, {len(pacts)} pacts", "4 before 1945")  # fmt: skip
    ten = f"{100 * lived(pacts, 10):.0f} %" if longest >= 10 else f"seen for {longest:.1f} at most"
    line("  living ten years after", ten if pacts else "none", "83 % after 1945")
    burdens = [rho for game in games for rho in game.burdens]
    line("income and share borne, rank correlation", f"{sum(burdens) / len(burdens):+.2f} of {len(burdens)} pacts"
         if burdens else "no pact of four", "positive (Olson & Zeckhauser 1966)")  # fmt: skip
    cases = [case for game in games for case in game.cases]
    line("brewing cases that were pressed", share(sum(case.pressed for case in cases), len(cases)))
    for low, high in ((0, 0), (1, 33), (34, 66), (67, 100)):
        some = [case for case in cases if low <= case.credibility <= high]
        line(f"  best pledge believed {low}-{high}", share(sum(case.pressed for case in some), len(some)),
             "credible pledges deter" if high == 100 else "")  # fmt: skip
    for practised, words in ((True, "with"), (False, "without")):
        some = [case for case in cases if case.practised is practised and case.credibility]
        line(f"  guarded, {words} a late exercise", share(sum(case.pressed for case in some), len(some)),
             "deters inside a formal pact (Bernhardt & Sukin)" if practised else "")  # fmt: skip
    print()


def main() -> None:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenarios", nargs="+", default=["nato-1949-class", "nato-1949"])
    parser.add_argument("--games", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    seeds = range(given.seed, given.seed + given.games)
    with ProcessPoolExecutor(max_workers=given.jobs, mp_context=get_context("spawn")) as pool:
        for scenario in given.scenarios:
            report(scenario, list(pool.map(observe, [(scenario, seed) for seed in seeds])))


if __name__ == "__main__":
    main()
