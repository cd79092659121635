"""What treaties ask of a purse each turn beside gifts and burdens: technology, instructors, standards, help, answers.

An outlay is carried out at Resolution unless its treaty is among those withheld. It is read from what everybody sees,
so that the one who owes it, its partners and the referee find the same sum.
"""

from typing import Literal, TypeAlias

from game.core.crises import Crisis
from game.core.duties import Duty, Guard, Pay, Provide, Relieve, Standardise
from game.core.record import record
from game.core.triggers import duties_of
from game.core.world import LedgerDuty, Nation, State

OutlayKind: TypeAlias = Literal[
    "technology", "training", "standards", "resilience", "reconstruction", "help", "denounce", "retaliate"
]

LEDGER_DUTY: dict[OutlayKind, LedgerDuty] = {
    "technology": "provide",
    "training": "provide",
    "standards": "standardise",
    "resilience": "invest",
    "reconstruction": "relieve",
    "help": "provide",
    "denounce": "answer",
    "retaliate": "answer",
}
"""What the ledger calls the duty an outlay performs."""


@record
class Outlay:
    """One thing a treaty has a nation spend on this turn."""

    treaty: str
    kind: OutlayKind
    whom: tuple[str, ...]
    """Those it is done for, or to; empty for what is done for all parties, or for oneself."""
    each: int
    """What each of them gets, in the outlay's own measure."""
    points: int
    """RP in all."""
    about: str = ""
    """The misfortune or case that calls for it."""


def outlays_due(world: State, name: str) -> tuple[Outlay, ...]:
    """What a nation's treaties have it spend this turn beside gifts and burdens."""
    found: list[Outlay] = []
    for treaty_id, treaty in world.treaties.items():
        if name in treaty.parties and treaty.in_force(world.turn):
            for duty in duties_of(treaty_id, treaty):
                if duty.by == name:
                    found += _asked(world, duty, world.nations[name])
    return tuple(found)


def _asked(world: State, duty: Duty, nation: Nation) -> list[Outlay]:
    rules, treaty = world.rules, duty.treaty
    match duty:
        case Provide(what="technology"):
            behind = tuple(name for name in duty.to if _technology(world, name) < nation.technology)
            return [Outlay(treaty, "technology", behind, duty.level, duty.level * len(behind))] if behind else []
        case Provide(what="training"):
            pupils = tuple(name for name in duty.to if name in world.nations)
            return [Outlay(treaty, "training", pupils, duty.level, duty.level * rules.price_training)]
        case Provide(what="cyber"):
            return [
                Outlay(treaty, "help", (fate.target,), 1, rules.price_help, fate_id)
                for fate_id, fate in world.misfortunes.items()
                if fate.target in duty.to and hit_lately(world, fate_id) and duty.by in helpers(world, treaty, fate_id)
            ]
        case Standardise():
            return [Outlay(treaty, "standards", (), 0, nation.forces // rules.standard_fp)]
        case Pay() if duty.resilience and nation.resilience < 100:
            return [Outlay(treaty, "resilience", (), duty.resilience // rules.price_resilience, duty.resilience)]
        case Relieve(after="war"):
            return [
                Outlay(treaty, "reconstruction", (name,), duty.amount, duty.amount, case_id)
                for name, case_id in rebuilding(world).items()
                if name in duty.among
            ]
        case Guard() if duty.answer != "forces":
            price = rules.price_answer if duty.answer == "retaliate" else 0
            return [
                Outlay(treaty, duty.answer, (fate.culprit,), 1, price, fate_id)
                for fate_id, fate in world.misfortunes.items()
                if fate.attributed
                and fate.ended == world.turn
                and fate.target in duty.wards
                and fate.culprit not in (duty.by, *duty.wards)
            ]
        case _:
            return []


def _technology(world: State, name: str) -> int:
    known = world.nations.get(name)
    return known.technology if known is not None else 100


def hit_lately(world: State, fate_id: str) -> bool:
    """Whether a hidden hand did this last turn, so that partners help now."""
    fate = world.misfortunes[fate_id]
    return world.misfortune_kinds[fate.kind].hidden_hand and fate.since == world.turn - 1


def helpers(world: State, treaty_id: str, fate_id: str) -> tuple[str, ...]:
    """The ablest parties of a treaty beside the one hit: those that owe it help."""
    fate = world.misfortunes[fate_id]
    able = [
        name
        for name in world.treaties[treaty_id].parties
        if name in world.nations and name not in (fate.target, fate.culprit if fate.attributed else "")
    ]
    able.sort(key=lambda name: (-world.nations[name].technology, name))
    return tuple(able[: world.rules.cyber_helpers])


def rebuilding(world: State) -> dict[str, str]:
    """Nations that a strike has hit in the last turns, with the latest case: they rebuild."""
    return {
        crisis.target: crisis_id
        for crisis_id, crisis in world.crises.items()
        if crisis.outcome in ("struck_won", "struck_lost") and armed(world, crisis) and _lately(world, crisis.ended)
    }


def peaces(world: State) -> tuple[str, ...]:
    """Cases that came to blows or froze in the last turns: a peace that can be kept."""
    return tuple(
        crisis_id
        for crisis_id, crisis in world.crises.items()
        if crisis.outcome in ("struck_won", "struck_lost", "frozen")
        and armed(world, crisis)
        and _lately(world, crisis.ended)
    )


def armed(world: State, crisis: Crisis) -> bool:
    """Whether it is a matter of forces: nothing is shelled in a quarrel of friends or of newspapers."""
    return world.kinds[crisis.kind].means == "forces"


def _lately(world: State, ended: int) -> bool:
    return 0 < ended < world.turn <= ended + world.rules.rebuilding_turns


def outlay_cost(world: State, name: str, withheld: tuple[str, ...]) -> int:
    """RP of a nation's outlays that it does not withhold."""
    return sum(one.points for one in outlays_due(world, name) if one.treaty not in withheld)
