"""What a seat has scored, and where that stands among what others got from the same seat."""

from itertools import pairwise

from game.core.arith import clamp, divide
from game.core.par import Par
from game.core.stability import general_war
from game.core.standing_by import by_firmness, firmest
from game.core.world import LedgerEntry, Nation, State


def last_third(turns: int) -> int:
    """Turns at the end over which objectives are judged."""
    return max(1, -(-turns // 3))


def objective_marks(nation: Nation, turns: int) -> tuple[int, ...]:
    """Permille of each objective over the last third of the turns played so far."""
    judged = nation.marks[-last_third(turns) :]
    if not judged:
        return tuple(0 for _ in nation.objectives)
    return tuple(divide(sum(marks[i] for marks in judged), len(judged)) for i in range(len(nation.objectives)))


def aims_met(state: State, name: str) -> int:
    """Share of a nation's objective points met, in permille: the mean of the last third of the turns."""
    nation = state.nations[name]
    points = sum(aim.points for aim in nation.objectives)
    if not points:
        return 0
    marks = objective_marks(nation, max(1, state.turns))
    return divide(sum(aim.points * mark for aim, mark in zip(nation.objectives, marks, strict=True)), points)


def score(state: State, name: str) -> int:
    """What a seat has scored, in permille: its aims met, less the words it broke and what others' quarrels cost it,
    halved by a general war.

    What is broken in the last turn, when nobody is left to remember it, costs most.
    """
    lost = words_broken(state, name) + state.nations[name].toll
    found = max(0, aims_met(state, name) - lost)
    return divide(found, 2) if general_war(state) else found


def words_broken(state: State, name: str) -> int:
    """Permille that broken words cost, once the game is over: those of the last turn more than those before.

    Who is called, or asked for counsel, under several treaties in one case has broken its word there once.
    """
    if state.stage != "over":
        return 0
    worst: dict[tuple[int, str, str], int] = {}
    for entry in state.nations[name].ledger:
        if entry.result == "broken":
            about = entry.about if entry.duty in ("guard", "consult") else f"{entry.treaty}:{entry.about}"
            each = state.rules.last_breach if entry.turn == state.turn else state.rules.broken_word
            key = (entry.turn, entry.duty, about)
            worst[key] = max(worst.get(key, 0), -breach(state, name, entry) * each)
    return sum(worst.values())


def breach(state: State, name: str, entry: LedgerEntry) -> int:
    """Trust that breaking a duty costs with the one it was owed to."""
    rules = state.rules
    if entry.duty == "guard":
        crisis = state.crises[entry.about]
        calls = (call for call in crisis.calls if (call.ally, call.treaty) == (name, entry.treaty))
        return by_firmness(rules, firmest(calls), rules.trust_broke_guard)
    return rules.trust_broke_abstain if entry.duty == "abstain" else rules.trust_broke_duty


def standing(state: State, name: str) -> int | None:
    """Place of a seat's score in what AI nations got from it, 0-100; None where the scenario ships no par."""
    par = state.par.get(name)
    return None if par is None else place(par, score(state, name))


def place(par: Par, scored: int) -> int:
    """Per cent of the games of a par that a score is at least as good as, straight lines between what is known."""
    known = ((0, 0), (par.p10, 10), (par.p50, 50), (par.p90, 90), (1000, 100))
    level = [share for value, share in known if value == scored]
    if level:
        # Where many games ended alike, whoever did as well is as good as all of them.
        return max(level)
    for (low, below), (high, above) in pairwise(known):
        if scored < high:
            return clamp(below + divide((scored - low) * (above - below), high - low), 0, 100)
    return 100
