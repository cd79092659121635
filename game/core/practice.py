"""What nations have lately practised together: it fades within a few turns, and each kind of it helps something.

Practice in the field lends pledges between those who held it some credibility for a while (Kuo & Blankenship 2022;
Bernhardt & Sukin 2021); practised relief arrives better ordered; practised cyber defence finds hidden hands.
"""

from game.core.arith import divide, faded
from game.core.misfortunes import Misfortune
from game.core.orders import Emphasis, Exercise
from game.core.record import record
from game.core.relations import interop
from game.core.world import State, pair_of


@record
class Manner:
    """What an emphasis does to an exercise."""

    alarm: int
    """Permille of the usual alarm that rivals near take."""
    interop: int
    """Permille of the usual gain in working together."""
    practice: str
    """What is practised: "field" pledges, "relief" or "cyber"."""


MANNERS: dict[Emphasis, Manner] = {
    "combined": Manner(1000, 1000, "field"),
    "naval": Manner(750, 1000, "field"),
    "air": Manner(1250, 1250, "field"),
    "cyber": Manner(0, 750, "cyber"),
    "peacekeeping": Manner(0, 750, "relief"),
}
"""Ships stay at sea and frighten less, aircraft are over a border in minutes; the others frighten nobody."""


def practised(exercise: Exercise) -> str:
    """What an exercise practises."""
    return "relief" if exercise.form == "relief" else MANNERS[exercise.emphasis].practice


def alarm(exercise: Exercise) -> int:
    """Permille of the usual alarm an exercise gives; none where no forces move or none are seen to."""
    if exercise.form != "field":
        return 0
    seen = MANNERS[exercise.emphasis].alarm
    return divide(seen, 2) if exercise.observers else seen


def in_its_place(ordered: tuple[Exercise, ...], asked: Exercise, due: tuple[Exercise, ...]) -> Exercise | None:
    """The exercise ordered where a treaty asks for `asked`: with a partner of it, but elsewhere or otherwise.

    It meets nobody who orders what is asked, and keeps no promise. `due` is all that treaties ask this turn.
    """
    for one in ordered:
        together = sum(1 for name in one.participants if name in asked.participants) > 1
        if one not in due and one.treaty in ("", asked.treaty) and together:
            return one
    return None


def practice_now(world: State, a: str, b: str, what: str) -> int:
    """How much of a thing two nations have in practice today, in points."""
    last = pair_of(world, a, b).practice.get(what)
    return divide(faded(last.tenths, world.turn - last.since, world.rules.practice_keeps), 10) if last else 0


def best_practice(world: State, name: str, what: str) -> int:
    """The most of a thing that a nation has in practice with anybody."""
    return max((practice_now(world, name, other, what) for other in world.nations if other != name), default=0)


def arranged(world: State, a: str, b: str) -> bool:
    """Whether two nations have agreed beforehand who brings what after a disaster."""
    return any(
        a in treaty.active and b in treaty.active and treaty.in_force(world.turn)
        for treaty in world.treaties.values()
        if any(clause.kind == "disaster_response" for clause in treaty.clauses)
    )


def coordination(world: State, fate: Misfortune) -> int:
    """Per cent by which relief that is practised or arranged beforehand goes further: a mean, by what each gave."""
    given = {name: amount for name, amount in fate.given.items() if name != fate.target}
    total = sum(given.values())
    if not total:
        return 0
    of_each = sum(
        amount
        * (
            divide(interop(world, name, fate.target), 5)
            + practice_now(world, name, fate.target, "relief")
            + (world.rules.coordination_promised if arranged(world, name, fate.target) else 0)
        )
        for name, amount in given.items()
    )
    return min(world.rules.coordination_most, divide(of_each, total))


def effective_relief(world: State, fate: Misfortune) -> int:
    """RP that what was given is worth, in hundredths: what others gave counts for more the better it is ordered."""
    own = fate.given.get(fate.target, 0)
    others = sum(fate.given.values()) - own
    return own * 100 + others * (100 + coordination(world, fate))
