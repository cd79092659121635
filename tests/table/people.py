"""People who act by script at a table, each a pure function of what its seat sees and of what it has done this turn."""

from game.ai.minds import mind
from game.core.acts import Act, Message
from game.saves.records import Acted, Entry, StageEnded
from game.scenario import Scenario, load
from game.table import Seat, Table

SCENARIO = "nato-1949-class"


def scenario() -> Scenario:
    """The class form of NATO 1949."""
    return load(SCENARIO)


def done_this_turn(log: list[Entry], nation: str) -> int:
    """Acts a nation has taken since the turn opened, as the log has them."""
    count = 0
    for entry in reversed(log):
        if isinstance(entry, StageEnded):
            break
        count += isinstance(entry, Acted) and entry.nation == nation
    return count


def one_step(table: Table, nation: str) -> str:
    """The next thing a person at this seat does, one call of the table; what it was, as a word."""
    seat = table.seat(nation)
    view = seat.view
    if view.stage != "negotiation":
        seat.answer(mind("normal")(view))  # type: ignore[arg-type]
        return "answer"
    done = done_this_turn(table.log, nation)
    act = next_act(seat, done)
    if act is not None:
        seat.act(act)
        return "act"
    if nation not in table.drafts:
        seat.draft(mind("normal")(table._lookout.view(nation, "orders")))  # type: ignore[arg-type]
        return "draft"
    seat.commit()
    return "commit"


def next_act(seat: Seat, done: int) -> Act | None:
    """A greeting first, then up to three acts that the house AI would take in this seat; None when there is no more."""
    if done == 0:
        others = tuple(name for name in seat.view.world.nations if name != seat.nation)
        return Message(to=others, text=f"{seat.nation} greets you in turn {seat.view.world.turn}.")
    if done > 3:
        return None
    ideas = mind("normal")(seat.view)
    return next((act for act in ideas if not seat.problems(act)), None)  # type: ignore[union-attr]
