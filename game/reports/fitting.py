"""A crowded turn told in so many rows and no more: what matters most is kept, and how much was left out is said."""

from collections.abc import Iterable, Sequence

from game.core.world import State
from game.reports.grammar import counted, plural, sentence_of
from game.reports.lines import Line, wrapped

WHOLE_CASES = 2
"""Cases of a turn whose answers are told one by one when room is short; of the others, how they ended."""
_CASE, _MINE, _HEADLINE = 1000, 300, 200
"""What a matter weighs beside the capability of the nations in it: a case, what touches the reader, a headline."""


def fitted(lines: Sequence[Line], world: State, rows: int, width: int, nation: str | None = None) -> list[Line]:
    """The lines of one turn in at most so many rows of this width, as far as leaving out lesser matters can do it.

    First goes what stands under agreements and refusals, then the single answers of lesser cases, then whole matters,
    the least first; what cases came to, and who is in a pact of several and who no more, is never left out.
    """
    kept = list(lines)
    matters = _matters(kept)
    # Of equals what stands first in its chapter is the greater: it goes last.
    placed = sorted(enumerate(matters), key=lambda item: (_weight(item[1], world, nation), -item[0]))
    order = [matter for _, matter in placed]
    cases = [matter for matter in order if matter[0].about in world.crises]
    others = [matter for matter in order if matter not in cases and matter[0].text]
    lesser = [matter for matter in others if not _of_a_pact(matter, world)]
    gone = 0

    def over() -> bool:
        return sum(_rows(line, width) for line in kept) + (2 if gone else 0) > rows

    def leave_out(some: Iterable[Line]) -> None:
        left = [id(line) for line in some]
        kept[:] = [line for line in kept if id(line) not in left]

    for matter in others:
        if over():
            leave_out(matter[1:])
    for matter in cases[:-WHOLE_CASES]:
        if over():
            leave_out(line for line in matter[1:] if line.importance != "headline")
    for matter in lesser:
        if over():
            leave_out(matter)
            gone += 1
    kept = [line for place, line in enumerate(kept) if not _bare(kept, place)]
    if gone:
        said = (
            f"{counted(gone, 'lesser matter')} of the turn {plural(gone, 'is', 'are')} left out here; --full tells all"
        )
        kept.append(Line(turn=lines[0].turn, text=sentence_of(said)))
    return kept


def _matters(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that belong together: one at the margin, and what stands under it."""
    found: list[list[Line]] = []
    for line in lines:
        if line.kind != "text":
            continue
        if line.indent and found:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _of_a_pact(matter: Sequence[Line], world: State) -> bool:
    """Whether a matter is news of who stands by whom in a treaty of several."""
    treaty = world.treaties.get(matter[0].about)
    if treaty is None or len(treaty.parties) < 3 or matter[0].importance != "headline":
        return False
    return any(clause.kind == "mutual_defence" for clause in treaty.clauses)


def _weight(matter: Sequence[Line], world: State, nation: str | None) -> int:
    nations = {name for line in matter for name in line.nations if name in world.nations}
    weight = min(200, sum(world.nations[name].potential for name in nations) // 4)
    weight += _HEADLINE if any(line.importance == "headline" for line in matter) else 0
    weight += _MINE if nation in nations else 0
    crisis = world.crises.get(matter[0].about)
    return weight + (_CASE + crisis.stakes if crisis is not None else 0)


def _rows(line: Line, width: int) -> int:
    return wrapped("    " * line.indent + line.text, width).count("\n") + 1


def _bare(lines: Sequence[Line], place: int) -> bool:
    """Whether a chapter has lost all its lines."""
    if lines[place].kind != "chapter":
        return False
    return place + 1 == len(lines) or lines[place + 1].kind != "text"
