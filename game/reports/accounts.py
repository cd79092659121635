"""A nation's own account of a turn: what became of its figures, and what each change came from.

The chronicle tells what the world saw; here stands what it did to one nation. Support, influence and trust are sums of
events. Security, autonomy and stability are worked out anew each turn: their change is told by the parts that moved,
between the opening of the turn and the opening of the next.
"""

from collections.abc import Iterable

from game.core.appraisal import Appraisal
from game.core.events import Event, EventKind
from game.core.record import record
from game.core.relations import Measure, Part
from game.core.stability import stability
from game.core.world import State
from game.reports.breakdown import part_words
from game.reports.causes import cause
from game.reports.grammar import figure, sentence_of, signed, signed_hundredths
from game.reports.merging import books, duties
from game.reports.pairs import groups
from game.reports.reasons import subject, sums_text
from game.reports.words import name, names

MOST_PARTS = 4
"""Parts of a change that are named; the rest are put together."""
LEAST_SAFER = 8
"""Points of security below which the referee's reader is not told that a nation became safer or less safe."""
MOST_SAFER = 4
"""Nations whose security moved most that he is told of."""
_SUMS: tuple[tuple[EventKind, str], ...] = (
    ("support", "Support at home"), ("influence", "Influence"), ("readiness", "Readiness"),
)  # fmt: skip
_DUTIES: tuple[EventKind, ...] = ("duty_kept", "duty_broken")


@record(kw_only=True)
class Row:
    """One figure of an account."""

    label: str
    now: str
    """What it stands at; empty where it is a change alone."""
    change: str
    """The change with its causes: "−3 (fear for its safety −2, back toward its usual level −1)"; empty when none."""

    @property
    def text(self) -> str:
        """The whole as a sentence: "Support at home: 57, −3 (…)"."""
        return sentence_of(f"{self.label}: {', '.join(part for part in (self.now, self.change) if part)}")


def account(
    events: Iterable[Event], nation: str, before: Appraisal | None, after: Appraisal, turn: int
) -> tuple[Row, ...]:
    """What a turn did to a nation, in its own eyes: `events` as it may know them, and its own appraisals then and now.

    Without `before`, only what events tell.
    """
    world = after.world
    told = [event for event in events if event.turn == turn]
    me = world.nations[nation]
    rows: list[Row] = []
    figures = {"support": f"{figure(me.support)} of 100", "influence": figure(me.influence),
               "readiness": f"{figure(me.readiness)} of 100"}  # fmt: skip
    for kind, label in _SUMS:
        causes = [(cause(world, event), event.amount) for event in told if event.kind == kind and event.who == nation]
        rows.append(Row(label=label, now=figures[kind], change=_summed(causes)))
    if before is not None and nation in before.world.nations:
        rows += _worked_out(nation, before, after)
    rows += _trust(world, told, nation)
    mine = [event for event in told if event.who == nation]
    due = [line.text.rstrip(".") for line in duties([event for event in mine if event.kind in _DUTIES], world)]
    if due:
        rows.append(Row(label="Duties", now="", change="; ".join(due)))
    money = books(mine, world).get(nation, [])
    for event in told:
        if event.kind == "paid" and event.who == nation:
            money.append((f"paid to {names(world, event.whom)}", -event.amount))
        elif event.kind == "paid" and nation in event.whom:
            money.append((f"received from {name(world, event.who)}", event.amount))
    if money:
        rows.append(Row(label="Treasury, in RP", now="", change=_summed(money)))
    return tuple(rows)


def account_text(rows: Iterable[Row], world: State, nation: str) -> tuple[str, ...]:
    """The account as lines under a heading; figures that stood still are left out."""
    return (f"The account of {name(world, nation)}", *(row.text for row in rows if row.change))


def world_account(before: Appraisal, after: Appraisal) -> tuple[str, ...]:
    """What the referee is told of figures that no event moves: world stability, and who became safer or less safe."""
    lines: list[str] = []
    calm = change_text(after.world, stability(before), stability(after))
    if calm:
        stands = figure(stability(after).value)
        lines.append(f"World stability as the next turn opens: {stands} of 100, since this one opened {calm}.")
    moved: list[tuple[int, str, str]] = []
    for nation in after.world.nations:
        then, now = before.security(nation), after.security(nation)
        if abs(now.value - then.value) >= LEAST_SAFER:
            text = change_text(after.world, then, now, hundredths=True, most=2)
            moved.append((-abs(now.value - then.value), nation, f"{name(after.world, nation)} {text}"))
    if moved:
        lines.append(f"Security: {'; '.join(text for _, _, text in sorted(moved)[:MOST_SAFER])}.")
    return tuple(lines)


def change_text(world: State, then: Measure, now: Measure, hundredths: bool = False, most: int = MOST_PARTS) -> str:
    """How a number moved and by which of its parts: "+21 (guarantee of the United States +14.60 FP)"; empty when it
    stands."""
    if now.value == then.value:
        return ""
    # By what a reader is told: one shock met and another, its like, not yet are one line to him.
    sums: dict[tuple[str, str], tuple[Part, int]] = {}
    for sign, parts in ((1, now.parts), (-1, then.parts)):
        for part in parts:
            key = (part.name, subject(world, part.about))
            sums[key] = (part, sums[key][1] + sign * part.amount if key in sums else sign * part.amount)
    least = 10 if hundredths else 1
    """Less than this is told as nothing."""
    moved = sorted(sums.values(), key=lambda item: -abs(item[1]))
    # What went the other way may be greater part by part: the greatest that made the difference is named first.
    way = 1 if now.value > then.value else -1
    first = next((at for at, (_, amount) in enumerate(moved) if amount * way >= least), 0)
    moved = [*moved[first : first + 1], *moved[:first], *moved[first + 1 :]]
    told = [
        (part, amount) for at, (part, amount) in enumerate(moved[:most]) if amount and (abs(amount) >= least or not at)
    ]
    words = [f"{_moved(world, part._replace(amount=amount))} {_sized(amount, hundredths)}" for part, amount in told]
    rest = sum(amount for _, amount in moved[len(told) :])
    if abs(rest) >= least:
        words.append(f"the rest {_sized(rest, hundredths)}")
    return f"{signed(now.value - then.value)} ({', '.join(words)})"


_BURDENS: dict[str, str] = {
    "threat": "threat from {about}",
    "entrapment": "risk of being drawn in for {about}",
    "dependence": "leaning on {about}",
    "insecurity": "fear among nations",
}
"""Parts that weigh against a number: it is said whether they grew, since their sign alone would read the other way."""


def _moved(world: State, part: Part) -> str:
    """A part that moved: "guarantee of the United States", "less threat from the Soviet Union"."""
    burden = _BURDENS.get(part.name)
    if burden is None:
        return part_words(world, part)
    return f"{'less' if part.amount > 0 else 'more'} {burden.replace('{about}', subject(world, part.about))}"


def _summed(causes: list[tuple[str, int]]) -> str:
    """Changes with their causes; empty when there were none, and in words when they cancel out."""
    if not causes:
        return ""
    text = sums_text(causes)
    return text if sum(amount for _, amount in causes) else f"as it was{text.removeprefix('0')}"


def _sized(amount: int, hundredths: bool) -> str:
    return f"{signed_hundredths(amount)} FP" if hundredths else signed(amount)


def _worked_out(nation: str, before: Appraisal, after: Appraisal) -> list[Row]:
    """Security, autonomy and what is wanted of it, and stability: what no event moves."""
    world = after.world
    safe, free, wanted = after.security(nation), after.autonomy(nation), after.autonomy_wanted(nation)
    calm = stability(after)
    return [
        Row(
            label="Security",
            now=f"{figure(safe.value)} of 100",
            change=change_text(world, before.security(nation), safe, hundredths=True),
        ),
        Row(
            label="Autonomy",
            now=f"{figure(free.value)} of 100, {figure(wanted)} wanted",
            change=change_text(world, before.autonomy(nation), free),
        ),
        Row(
            label="World stability",
            now=f"{figure(calm.value)} of 100",
            change=change_text(world, stability(before), calm),
        ),
    ]


def _trust(world: State, events: Iterable[Event], nation: str) -> list[Row]:
    """What others came to think of it, and it of them: each change once, with its cause."""
    rows: list[Row] = []
    for label, mine in (("Trust from others", False), ("Trust in others", True)):
        told = [event for event in events if event.kind == "trust" and (event.who == nation) == mine]
        if not mine:
            told = [event for event in told if nation in event.whom]
        parts = []
        for why, amount, pairs in groups(told, world):
            whom = [other if mine else holder for holder, other in pairs if mine or other == nation]
            parts.append(f"{names(world, dict.fromkeys(whom))} {signed(amount)} ({why})")
        if parts:
            rows.append(Row(label=label, now="", change="; ".join(parts)))
    return rows
