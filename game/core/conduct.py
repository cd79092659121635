"""How a nation has conducted itself, by five principles, read from the dated records of what it did.

Nothing of it is stored: the record of a game is its treaties, its cases, its misfortunes and its ledgers. Conduct is
for the debrief and earns influence; reputation is the ledger alone and is not touched by it.
"""

from dataclasses import replace
from typing import Literal, TypeAlias

from game.core.arith import clamp
from game.core.record import record
from game.core.world import State

Principle: TypeAlias = Literal["transparency", "respect", "norms", "consensus", "inclusivity"]
PRINCIPLES: tuple[Principle, ...] = ("transparency", "respect", "norms", "consensus", "inclusivity")
FROM = 50
"""Where every principle stands before anything is done; it moves within 0 and 100."""


@record
class Deed:
    """One thing a nation did that speaks for or against a principle."""

    principle: Principle
    points: int
    turn: int
    what: str
    """Key of the words for it."""
    about: str
    """The treaty, case, misfortune or nation it was about."""


POINTS: dict[str, tuple[Principle, int]] = {
    "open_treaty": ("transparency", 3),
    "secret_treaty": ("transparency", -8),
    "found_out": ("transparency", -15),
    "request": ("respect", -2),
    "warning": ("respect", -5),
    "ultimatum": ("respect", -10),
    "stepped_back": ("respect", 4),
    "struck": ("norms", -20),
    "word_kept": ("norms", 3),
    "word_broken": ("norms", -6),
    "counsel": ("consensus", 4),
    "mediated": ("consensus", 6),
    "agreed": ("consensus", 5),
    "relief": ("inclusivity", 4),
    "relief_beyond": ("inclusivity", 8),
    "wide_treaty": ("inclusivity", 4),
}
"""What speaks for or against which principle, and by how much."""
WIDE = 4
"""Parties from which a treaty reaches beyond a circle of friends."""


def deeds(world: State, name: str) -> tuple[Deed, ...]:
    """Everything a nation did since the game began that conduct is judged by, as far as this world knows it."""
    found: list[Deed] = []

    def note(what: str, turn: int, about: str) -> None:
        principle, points = POINTS[what]
        found.append(Deed(principle, points, turn, what, about))

    for treaty_id, treaty in world.treaties.items():
        if treaty.signed > 0 and name in treaty.parties:
            note("secret_treaty" if treaty.secret else "open_treaty", treaty.signed, treaty_id)
            if len(treaty.parties) >= WIDE:
                note("wide_treaty", treaty.signed, treaty_id)
    for case_id, case in world.crises.items():
        if case.challenger == name and case.opened > 0:
            note(case.grade, case.opened, case_id)
            if case.outcome == "backed_down":
                note("stepped_back", case.ended, case_id)
            elif case.outcome in ("struck_won", "struck_lost") or case.stage == "war":
                note("struck", case.ended or world.turn, case_id)
        if case.outcome == "compromise" and name in (case.challenger, case.target):
            note("agreed", case.ended, case_id)
        brought = case.terms_by == name and case.outcome in ("compromise", "mediated")
        if brought or any(name in answers and answers[name].stance == "mediate" for answers in case.answers):
            note("mediated", case.ended or world.turn, case_id)
    for fate_id, fate in world.misfortunes.items():
        if fate.attributed and fate.culprit == name:
            note("found_out", fate.ended, fate_id)
        if fate.given.get(name) and fate.target != name:
            bound = any(
                name in treaty.parties and fate.target in treaty.parties and treaty.in_force(fate.since)
                for treaty in world.treaties.values()
            )
            note("relief" if bound else "relief_beyond", fate.since, fate_id)
    for entry in world.nations[name].ledger:
        if entry.treaty not in world.treaties or entry.turn < 1:
            continue
        if entry.duty == "consult" and entry.result == "kept":
            note("counsel", entry.turn, entry.about or entry.treaty)
        elif entry.weight and entry.result != "excused":
            note("word_kept" if entry.result == "kept" else "word_broken", entry.turn, entry.about or entry.treaty)
    return tuple(sorted(found, key=lambda deed: deed.turn))


def conduct(world: State, name: str) -> dict[Principle, int]:
    """The five principles, 0-100."""
    sums = dict.fromkeys(PRINCIPLES, FROM)
    for deed in deeds(world, name):
        sums[deed.principle] += deed.points
    return {principle: clamp(points, 0, 100) for principle, points in sums.items()}


def best_conducted(world: State, last: int) -> str:
    """The nation whose deeds of the last so many turns speak most for it; empty where none speak for anybody.

    Small nations come first among equals: what they do is done with less. What only the parties of a secret treaty
    know is left out: nobody can be thanked for it.
    """
    open_treaties = {key: treaty for key, treaty in world.treaties.items() if not treaty.secret}
    world = replace(world, treaties=open_treaties)
    ranks = {"small": 0, "middle": 1, "great": 2}
    found = [
        (-sum(deed.points for deed in deeds(world, name) if deed.turn > world.turn - last), ranks[nation.rank], name)
        for name, nation in world.nations.items()
    ]
    points, _, name = min(found)
    return name if points < 0 else ""
