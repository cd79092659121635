"""Titles for drafts, built from who the parties are and where they lie."""

from game.ai.edits import homes
from game.core.clauses import Clause
from game.core.drafts import Draft
from game.core.record import replace
from game.core.world import State

COMBINING = {
    "American": "American",
    "British": "Anglo",
    "Chinese": "Sino",
    "French": "Franco",
    "German": "German",
    "Greek": "Greco",
    "Italian": "Italo",
    "Japanese": "Japanese",
    "Austrian": "Austro",
    "Russian": "Russo",
    "Turkish": "Turco",
}
"""First halves of joined adjectives, where usage has one."""
KIND = {
    "mutual_defence": ("Treaty of Mutual Defence", "Defence Pact"),
    "consultation": ("Consultation Agreement", "Consultative Pact"),
    "joint_exercises": ("Exercise Agreement", "Exercise Agreement"),
    "burden_sharing": ("Burden-Sharing Agreement", "Burden-Sharing Agreement"),
}
"""What a treaty is called by its weightiest clause: between two, and among more."""


def title_for(world: State, parties: tuple[str, ...], clauses: tuple[Clause, ...]) -> str:
    """A title no treaty or open draft bears yet, at most 80 characters."""
    called = _called(clauses, len(parties))
    base = f"{joined(world, parties) if len(parties) == 2 else together(world, parties)} {called}"
    taken = [treaty.title for treaty in world.treaties.values()]
    title, number = base, 2
    while title in taken:
        title = f"{base} of {world.start_year + (world.start_month - 1 + (world.turn - 1) * world.months) // 12}"
        if title in taken:
            title = f"{base} ({number})"
            number += 1
    return title[:80]


def retitled(draft: Draft, before: Draft) -> Draft:
    """A draft that came of another, called by what it holds now where the title spoke of what the other held."""
    had, has = _called(before.clauses, len(before.parties)), _called(draft.clauses, len(draft.parties))
    if had == has or had not in draft.title:
        return draft
    return replace(draft, title=draft.title.replace(had, has)[:80])


def _called(clauses: tuple[Clause, ...], parties: int) -> str:
    """What a treaty of these clauses is called by its weightiest."""
    kinds = [clause.kind for clause in clauses]
    two, many = next((words for kind, words in KIND.items() if kind in kinds), ("Agreement", "Agreement"))
    return two if parties == 2 else many


def joined(world: State, parties: tuple[str, ...]) -> str:
    """Two adjectives joined: one that has a combining form goes first."""
    names = sorted(world.nations[name].adjective for name in parties)
    forms = [name for name in names if COMBINING.get(name, name) != name]
    first = forms[0] if forms else names[0]
    second = next((name for name in names if name != first), first)
    return f"{COMBINING.get(first, first)}-{second}"


NUMBERS = ("Tripartite", "Four-Power", "Five-Power", "Six-Power", "Seven-Power", "Eight-Power")


def together(world: State, parties: tuple[str, ...]) -> str:
    """How more than two are named: by the theatre where most of them lie, or else by their number."""
    around = homes(world, parties)
    count = {theatre: sum(1 for name in parties if world.nations[name].home == theatre) for theatre in around}
    chosen = max(around, key=lambda theatre: count[theatre])
    if 2 * count[chosen] > len(parties):
        return world.theatres[chosen].name.removeprefix("the ").removeprefix("The ")
    number = len(parties) - 3
    return NUMBERS[number] if number < len(NUMBERS) else "General"
