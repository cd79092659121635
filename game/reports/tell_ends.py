"""Burdens and what is counted at the end in words: who bears what, funds, conduct, what the game comes to."""

from game.core.burden import BurdenRow
from game.core.events import EventKind
from game.core.world import State
from game.reports.grammar import figure, listing, sentence_of
from game.reports.reasons import because
from game.reports.told import Teller, Told
from game.reports.words import fp, name, rp, theatre


def borne_text(world: State, rows: tuple[BurdenRow, ...]) -> str:
    """Parties with what they bear of what is due: "Norway 1 of 2"."""
    return listing([f"{name(world, row.nation)} {figure(row.borne)} of {figure(row.due)}" for row in rows])


def burden_text(world: State, row: BurdenRow) -> str:
    """One line of a burden table as a sentence: "Norway owes 2 RP and bears 3: paid 1, forces abroad …"."""
    said = f"{name(world, row.nation)} owes {rp(row.due)} and bears {figure(row.borne)}: paid {figure(row.paid)}"
    if row.enabling:
        said += f", bases, intelligence, sea lift and relief {figure(row.enabling)}"
    said += f"; it keeps {fp(row.capability)}"
    return sentence_of(said + (f", {figure(row.deployed)} of them at the others' homes" if row.deployed else ""))


def burden(told: Told) -> str:
    """A burden table in one sentence: how fair it is, who bears more and who less than his share."""
    rows = told.event.rows
    above = tuple(row for row in rows if row.due and row.borne * 1000 >= row.due * told.world.rules.burden_above)
    short = tuple(row for row in rows if row.gap > 0)
    said = f"of the burden of {told.treaty} {figure(told.event.amount)} % is borne by those who owe it"
    if above:
        said += f"; above their share, in RP: {borne_text(told.world, above)}"
    if short:
        said += f"; short of it: {borne_text(told.world, short)}"
    return said


def fund_paid(told: Told) -> str:
    """RP into a common fund."""
    return f"{told.who} paid {rp(-told.event.amount)} into the common fund of {told.treaty}"


def fund_drawn(told: Told) -> str:
    """RP out of a common fund."""
    if told.event.who and told.event.why == "slump":
        return f"the common fund of {told.treaty} made good {rp(told.event.amount)} that {told.who} had lost"
    if told.event.who:
        return f"{told.who} received {rp(told.event.amount)} when the fund of {told.treaty} was shared out"
    what = "an exercise" if told.event.why == "exercise" else told.event.why.replace("_", " ") or "the common cause"
    return f"the common fund of {told.treaty} paid {rp(told.event.amount)} for {what}"


def pleaded(told: Told) -> str:
    """Why a share was not borne."""
    reason = because(told.world, told.event.terms[0]) if told.event.terms else "it could not"
    return f"{told.who} left its share under {told.treaty} to the others because {reason}"


def incident(told: Told) -> str:
    """An exercise went wrong near a rival."""
    where = f" in {theatre(told.world, told.event.about)}" if told.event.about in told.world.theatres else ""
    return f"during {told.whose} exercise{where} shots were exchanged with forces of {told.one}"


def played_on(told: Told) -> str:
    """The announced end came and went."""
    return f"turn {figure(told.event.amount)} was to be the last, and is not: affairs go on"


ENDS: dict[EventKind, Teller] = {
    "burden": burden,
    "fund_paid": fund_paid,
    "fund_drawn": fund_drawn,
    "pleaded": pleaded,
    "played_on": played_on,
    "incident": incident,
}
"""Words for burdens and for what is counted at the end."""
