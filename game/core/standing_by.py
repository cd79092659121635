"""What standing by another in its quarrel costs a government at home, and what failing one that called does."""

from collections.abc import Iterable

from game.core.arith import clamp, divide, scale
from game.core.crises import Answer, Call, Crisis
from game.core.duties import Automaticity
from game.core.geography import Steps, steps_known
from game.core.relations import trust
from game.core.rules import Rules
from game.core.world import State, pair_of


def weighed_by_way(world: State, name: str, crisis: Crisis, forces: int, known: Steps | None = None) -> int:
    """FP sent to a case: what stands there counts once, what comes from home once more for each step."""
    nation = world.nations[name]
    there = min(forces, nation.standing.get(crisis.theatre, 0))
    far = 1 + steps_known(world, nation.home, crisis.theatre, known if known is not None else {})
    return there + (forces - there) * far


def reluctance(world: State, name: str, crisis: Crisis, helped: str) -> int:
    """Per cent: how unwilling a people is to take up this quarrel; 100 for a stranger's, with nobody it minds, where
    half the people stand behind the government."""
    rules = world.rules
    against = crisis.challenger if helped == crisis.target else crisis.target
    liking = scale(trust(world, name, helped), rules.toll_trust)
    minding = scale(pair_of(world, name, against).rivalry, rules.toll_rivalry)
    return clamp(150 - world.nations[name].support - liking - minding, rules.toll_least, rules.toll_most)


def toll(world: State, name: str, crisis: Crisis, answer: Answer, known: Steps | None = None) -> int:
    """Permille of what a government is judged by that an answer in another's quarrel costs it."""
    rules = world.rules
    match answer.stance:
        case "come" | "join":
            sent = weighed_by_way(world, name, crisis, answer.forces, known)
            size = divide(rules.toll_sent * sent, max(1, world.nations[name].forces))
        case "support":
            size = scale(crisis.stakes, rules.toll_spoken)
        case _:
            return 0
    helped = crisis.challenger if answer.stance == "join" else crisis.target
    return divide(size * reluctance(world, name, crisis, helped), 100)


def by_firmness(rules: Rules, how: Automaticity, points: int) -> int:
    """What of the cost of a broken Guard falls on one so promised: who promised less firmly was counted on less."""
    share = {"automatic": 1000, "consulted": rules.broken_consulted, "own_way": rules.broken_own_way}[how]
    return scale(points, share)


def firmest(calls: Iterable[Call]) -> Automaticity:
    """The firmest of the promises an ally was called on; what breaking several at once costs is what that costs."""
    had = {call.automaticity for call in calls}
    if "automatic" in had:
        return "automatic"
    return "consulted" if "consulted" in had else "own_way"
