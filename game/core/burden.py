"""Who owes what of a common burden, who bears it, and how fair that is (Olson & Zeckhauser 1966).

Everything here is a pure function of a world, so that the referee's table, a mind's forecast and a screen agree.
"""

from collections.abc import Mapping

from game.core.arith import clamp, divide
from game.core.duties import Duty, Formula, Guard, Pay, Provide
from game.core.record import record
from game.core.triggers import duties_of
from game.core.world import Nation, State, Treaty


@record
class BurdenRow:
    """One party's line in a burden table."""

    nation: str
    due: int
    """RP a turn."""
    paid: int
    """RP spent on its own forces, or paid into the fund."""
    capability: int
    """FP in being."""
    deployed: int
    """FP standing at other parties' homes."""
    enabling: int
    """RP its bases, intelligence, sea lift and relief are worth to the others."""
    borne: int
    """RP that count toward what is due."""

    @property
    def gap(self) -> int:
        """RP missing; below zero for what is borne beyond one's share."""
        return self.due - self.borne


ENABLING = ("base", "intelligence", "sea_lift", "relief")
"""What a party can bring besides money and forces."""


def formula_of(treaty: Treaty) -> Formula | None:
    """How a treaty shares its burden; None where it has no clause on it."""
    return next((clause.formula for clause in treaty.clauses if clause.kind == "burden_sharing"), None)


def shares_burden(treaty_id: str, treaty: Treaty) -> bool:
    """Whether a burden table is published for a treaty: it has a clause on it, or its parties guard each other."""
    return any(
        isinstance(duty, Guard) or (isinstance(duty, Pay) and duty.target) for duty in duties_of(treaty_id, treaty)
    )


def share_due(world: State, parties: tuple[str, ...], formula: Formula, target: int, name: str) -> int:
    """RP a turn one party owes under a formula."""
    nations = [world.nations[party] for party in parties if party in world.nations]
    own = world.nations[name]
    match formula:
        case "pledged":
            return divide(own.income * target, 100)
        case "fund":
            # A fund nobody pays a whole point into would be none.
            return max(1, divide(own.income * target, 100)) if own.income and target else 0
        case "equal":
            weights, mine = len(nations), 1
        case "by_income":
            weights, mine = sum(nation.income for nation in nations), own.income
        case "by_capability":
            weights, mine = sum(nation.potential for nation in nations), own.potential
    total = divide(sum(nation.income for nation in nations) * target, 100)
    return divide(total * mine, max(1, weights))


def payment_due(world: State, duty: Pay) -> int:
    """RP that leave a nation's treasury each turn under a Pay: a gift to each, or its part of a fund."""
    if duty.amount:
        return duty.amount * sum(1 for name in duty.among if name in world.nations)
    if duty.formula == "fund":
        return share_due(world, (duty.by, *duty.among), "fund", duty.target, duty.by)
    return 0


def deployed(world: State, parties: tuple[str, ...], name: str) -> int:
    """FP a party keeps at the homes of others."""
    own = world.nations[name]
    homes = dict.fromkeys(world.nations[party].home for party in parties if party in world.nations and party != name)
    return sum(fp for theatre, fp in own.standing.items() if theatre in homes and theatre != own.home)


def strengths(world: State, treaty_id: str, treaty: Treaty) -> dict[str, dict[str, int]]:
    """What each party brings besides money and forces, in RP: kind by kind.

    What one alone brings counts double: strengths that complement are worth more than the same thing twice.
    """
    parties = [name for name in treaty.parties if name in world.nations]
    found: dict[str, dict[str, int]] = {name: {} for name in parties}
    own_duties: tuple[Duty, ...] = duties_of(treaty_id, treaty)
    for duty in own_duties:
        if isinstance(duty, Provide) and duty.by in found and duty.what in ENABLING:
            worth = duty.level if duty.what == "intelligence" else world.rules.burden_base
            found[duty.by][duty.what] = max(worth, found[duty.by].get(duty.what, 0))
    for name in parties:
        if world.nations[name].sea_power and world.nations[name].forces:
            found[name]["sea_lift"] = world.rules.burden_lift
    for fate in world.misfortunes.values():
        if fate.since == world.turn and fate.target in found:
            for giver, amount in fate.given.items():
                if giver in found and giver != fate.target:
                    found[giver]["relief"] = found[giver].get("relief", 0) + amount
    for kind in ENABLING[:3]:
        bringers = [name for name in parties if kind in found[name]]
        if len(bringers) == 1 and len(parties) > 2:
            found[bringers[0]][kind] *= 2
    return found


def burden_table(
    world: State, treaty_id: str, treaty: Treaty, paid: Mapping[str, int] | None = None
) -> tuple[BurdenRow, ...]:
    """The burden of a treaty, a line a party. `paid` is what each put in this turn; without it, what was published
    last, or upkeep where nothing has been."""
    parties = tuple(name for name in treaty.parties if name in world.nations)
    known = paid if paid is not None else treaty.paid
    put_in = {name: known.get(name, _upkeep(world, world.nations[name])) for name in parties}
    formula = formula_of(treaty)
    target = next((clause.target for clause in treaty.clauses if clause.kind == "burden_sharing"), 0)
    brought = strengths(world, treaty_id, treaty)
    rows: list[BurdenRow] = []
    together, incomes = sum(put_in.values()), sum(world.nations[name].income for name in parties)
    for name in parties:
        abroad, enabling = deployed(world, parties, name), sum(brought[name].values())
        if formula is None:
            # Where nothing is written, people still compare: what all spend together, by income.
            due = divide(together * world.nations[name].income, max(1, incomes))
        else:
            due = share_due(world, parties, formula, target, name)
        borne = put_in[name]
        if formula not in ("pledged", "fund"):
            borne += divide(abroad, world.rules.deploy_fp) + enabling
        rows.append(BurdenRow(name, due, put_in[name], world.nations[name].forces, abroad, enabling, borne))
    return tuple(rows)


def _upkeep(world: State, nation: Nation) -> int:
    return -(-nation.forces // world.rules.upkeep_fp)


def fairness(rows: tuple[BurdenRow, ...]) -> int:
    """How fairly a burden is borne, 0-100: the part of what is due that its parties bear, each capped at its own."""
    due = sum(row.due for row in rows)
    if not due:
        return 100
    return clamp(divide(100 * sum(min(row.due, row.borne) for row in rows), due), 0, 100)


def treaty_fairness(world: State, treaty_id: str) -> int:
    """Fairness of a treaty's burden as anybody who knows the treaty can work it out."""
    return fairness(burden_table(world, treaty_id, world.treaties[treaty_id]))
