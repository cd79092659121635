"""Print what every nation of a scenario fears and wants when the game opens, for authors who set its numbers.

    python tools/calibrate.py nato-1949
    python tools/calibrate.py scenarios/my-own.toml --feared URS
    python tools/calibrate.py nato-1949 --challenges

The first table has a row a nation: forces that are ready, security without any treaty and as it stands, autonomy and
the autonomy wanted, free RP a turn after upkeep, home needs and gifts, and the three greatest threats. The second is
of one feared nation (the one that threatens most unless named): how much of it reaches each other, its hostility
there, the product of the two, and what a challenge with stakes of 20 would be worth to it. `--challenges` lists every
pair hostile enough to look for an occasion.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from game.core.appraisal import Appraisal
from game.core.arith import divide
from game.core.challenge import Challenge, challenge
from game.core.geography import projected, ready
from game.core.options import gifts_due, home_need, upkeep
from game.core.world import State
from game.scenario import ScenarioError, load

STAKES = 20
SHOWN = 3
"""Threats shown for each nation."""


@dataclass(frozen=True)
class Row:
    """What one nation fears and wants. Forces in FP, threats in FP, indices 0-100."""

    nation: str
    ready: float
    alone: int
    """Security with no treaty in force."""
    security: int
    autonomy: int
    wanted: int
    free: int
    """RP left of an income after upkeep and home needs, with the gifts that treaties bring and take."""
    threats: tuple[tuple[str, float], ...]
    """The greatest first."""


@dataclass(frozen=True)
class Look:
    """One nation as another that fears it sees it. `reach` and `product` are permille, hostility 0-100."""

    target: str
    reach: int
    hostility: int
    product: int
    threat: float
    sums: Challenge


def opened(world: State) -> State:
    """The world as it stands in turn 1, when the treaties in force bind."""
    return replace(world, turn=1)


def without_treaties(world: State) -> State:
    """The same world with no treaty in it."""
    return replace(world, treaties={})


def gifts(world: State) -> dict[str, int]:
    """RP a turn that treaties in force bring each nation, or take from it where the sum is negative."""
    sums = dict.fromkeys(world.nations, 0)
    for name in world.nations:
        for gift in gifts_due(world, name):
            for taker in gift.among:
                sums[name] -= gift.amount
                sums[taker] += gift.amount
    return sums


def rows(world: State) -> list[Row]:
    """A row for every nation of an opened world, in the order of ids."""
    now, alone = Appraisal(world), Appraisal(without_treaties(world))
    given = gifts(world)
    found = []
    for name, nation in world.nations.items():
        threats = tuple((part.about, part.amount / 100) for part in now.threats(name)[:SHOWN])
        found.append(
            Row(
                name,
                ready(world.rules, nation) / 100,
                alone.security(name).value,
                now.security(name).value,
                now.autonomy(name).value,
                now.autonomy_wanted(name),
                nation.income - upkeep(world.rules, nation) - home_need(world.rules, nation) + given.get(name, 0),
                threats,
            )
        )
    return found


def looks(world: State, feared: str, *, treaties: bool = False) -> list[Look]:
    """How one nation bears on every other; without treaties unless asked."""
    table = Appraisal(world if treaties else without_treaties(world))
    force = max(1, ready(world.rules, world.nations[feared]))
    found = []
    for name, nation in world.nations.items():
        if name == feared:
            continue
        reach = divide(1000 * projected(world, world.nations[feared], nation.home), force)
        hostility = table.hostility(feared, name).value
        found.append(
            Look(
                name,
                reach,
                hostility,
                divide(reach * hostility, 100),
                table.threat(feared, name) / 100,
                challenge(table, feared, name, nation.home, STAKES),
            )
        )
    return found


def security_from(world: State, feared: str, name: str) -> tuple[int, int]:
    """Reach x hostility of one nation toward another (permille), and what the other's security would be
    if there were no treaty and nobody else to fear."""
    (look,) = [look for look in looks(world, feared) if look.target == name]
    protection = Appraisal(without_treaties(world)).protection(name).value
    return look.product, divide(100 * protection, max(1, protection + round(look.threat * 100)))


def most_feared(world: State) -> str:
    """The nation whose threats to all others add up to most."""
    table = Appraisal(world)
    return max(
        world.nations,
        key=lambda k: (sum(table.threat(k, i) for i in world.nations if i != k), k),
    )


def restless(world: State) -> list[tuple[str, str, int, Challenge]]:
    """Challenger, target, hostility and sums of every pair hostile enough to look for an occasion."""
    table = Appraisal(world)
    return [
        (k, i, table.hostility(k, i).value, challenge(table, k, i, world.nations[i].home, STAKES))
        for k in world.nations
        for i in world.nations
        if k != i and table.hostility(k, i).value >= world.rules.opportunity_hostility
    ]


def report(world: State, feared: str, *, challenges: bool = False) -> list[str]:
    """The tables as lines of text."""
    lines = ["nation    ready  alone  secure  autonomy wanted  free RP  threats"]
    for row in rows(world):
        threats = "  ".join(f"{about} {amount:.1f}" for about, amount in row.threats)
        lines.append(
            f"{row.nation:<8} {row.ready:>6.1f} {row.alone:>6} {row.security:>7} {row.autonomy:>9} {row.wanted:>6} "
            f"{row.free:>8}  {threats}"
        )
    lines += ["", f"{feared} toward  reach  hostility  product  threat  held  balance  worth (of stakes {STAKES})"]
    in_force = {look.target: look for look in looks(world, feared, treaties=True)}
    for look in looks(world, feared):
        now = in_force[look.target]
        lines.append(
            f"{look.target:<11} {look.reach / 1000:>5.2f} {look.hostility:>10} {look.product / 1000:>8.2f} "
            f"{look.threat:>7.1f} {now.sums.held / 10:>5.0f} {now.sums.balance / 10:>8.0f} {now.sums.worth / 10:>6.1f}"
        )
    if challenges:
        lines += ["", "looks for an occasion: challenger > target, hostility, held, balance, worth"]
        lines += [
            f"{k} > {i}: {hostility}, {sums.held / 10:.0f} %, {sums.balance / 10:.0f} %, {sums.worth / 10:.1f}"
            for k, i, hostility, sums in restless(world)
        ]
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """The command; 0 when tables were printed, 2 for bad use, 1 for a scenario with errors."""
    parser = argparse.ArgumentParser(description="What every nation of a scenario fears and wants when it opens.")
    parser.add_argument("scenario", help="a file, or the name of a shipped scenario")
    parser.add_argument("--feared", default="", help="nation of the second table; the most feared unless given")
    parser.add_argument("--challenges", action="store_true", help="list the pairs that look for occasions")
    given = parser.parse_args(argv)
    try:
        world = opened(load(given.scenario).start(1))
    except (FileNotFoundError, IsADirectoryError) as error:
        print(error, file=sys.stderr)
        return 2
    except ScenarioError as error:
        print(error, file=sys.stderr)
        return 1
    feared = given.feared or most_feared(world)
    if feared not in world.nations:
        print(f'"{feared}" is no nation of this scenario', file=sys.stderr)
        return 2
    print("\n".join(report(world, feared, challenges=given.challenges)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
