"""The burden of every pact drawn up and published: who bears his share, who rides free, and what follows."""

from game.core.arith import clamp
from game.core.burden import burden_table, fairness, formula_of, shares_burden
from game.core.duties import Pay
from game.core.options import own_spending, upkeep
from game.core.orders import Sheet
from game.core.triggers import duties_of
from game.core.turn import Turn
from game.core.world import LedgerEntry


def burdens(turn: Turn) -> None:
    """Publish every burden table of the turn, enter the shares owed, review who bears more or less than his."""
    world = turn.world()
    spent: dict[str, int] = {}
    review = turn.turn % turn.rules.burden_turns == 0
    for treaty_id, treaty in list(turn.treaties.items()):
        if treaty.ended and treaty.fund:
            _share_out(turn, treaty_id)
        if not treaty.in_force(turn.turn) or not shares_burden(treaty_id, treaty):
            continue
        formula = formula_of(treaty)
        paid: dict[str, int] = {}
        for name in treaty.parties:
            if name not in world.nations:
                continue
            if formula == "fund":
                paid[name] = _into_fund(turn, treaty_id, name)
            else:
                if name not in spent:
                    spent[name] = own_spending(world, name, world.nations[name].sheet or Sheet())
                paid[name] = spent[name]
        rows = burden_table(world, treaty_id, treaty, paid)
        turn.publish_burden(treaty_id, rows, fairness(rows))
        if formula is None:
            continue
        borne = {row.nation: row for row in rows}
        for duty in duties_of(treaty_id, treaty):
            if isinstance(duty, Pay) and duty.target and duty.by in borne:
                row = borne[duty.by]
                if duty.formula != "fund":
                    _judge(turn, duty, row.due, row.borne)
                if row.gap > 0:
                    _plead(turn, duty.by, treaty_id)
        if review:
            for row in rows:
                if row.due and row.borne * 1000 >= row.due * turn.rules.burden_above:
                    turn.shift_influence(row.nation, 1, "burden", treaty_id)
                elif row.borne * 1000 < row.due * turn.rules.burden_below:
                    turn.shift_influence(row.nation, -1, "burden", treaty_id)


def _into_fund(turn: Turn, treaty_id: str, name: str) -> int:
    """RP a party paid into a fund this turn."""
    for event in turn.events:
        if event.kind == "fund_paid" and event.about == treaty_id and event.who == name:
            return -event.amount
    return 0


def _judge(turn: Turn, duty: Pay, due: int, borne: int) -> None:
    """A share of the burden was owed: enter whether it was borne."""
    nation = turn.nations[duty.by]
    # What was asked beyond what upkeep takes anyway is what made it tempting to break.
    weight = clamp(due - upkeep(turn.rules, nation), 0, 10)
    if borne >= due:
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "pay", duty.treaty, "kept", weight))
        return
    turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "pay", duty.treaty, "broken", weight))
    for other in duty.among:
        if other in turn.nations:
            turn.shift_trust(other, duty.by, turn.rules.trust_broke_duty // 4, "broke_duty", duty.treaty)


def _plead(turn: Turn, name: str, treaty_id: str) -> None:
    """Who rides free says why, if it gave a reason: the partners hear what decided it."""
    sheet = turn.nations[name].sheet
    terms = sheet.because.get(treaty_id, ()) if sheet is not None else ()
    against = [term for term in terms if term.tenths < 0]
    if against:
        turn.explain(name, terms, treaty_id, "plead")
        turn.plead(name, treaty_id, min(against, key=lambda term: (term.tenths, term.name)))


def _share_out(turn: Turn, treaty_id: str) -> None:
    """The fund of a treaty that ended goes back to those who paid into it last."""
    treaty = turn.treaties[treaty_id]
    parties = tuple(name for name in sorted(treaty.paid) if name in turn.nations)
    if parties:
        turn.share_out_fund(treaty_id, parties)
