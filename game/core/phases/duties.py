"""Duties fall due: counsel owed, gifts, payments to a fund. Guards were judged at the sealed call."""

from game.core.arith import clamp
from game.core.burden import payment_due
from game.core.charters import Motion
from game.core.councils import levies_due
from game.core.duties import (
    Abstain,
    Back,
    Consult,
    Contribute,
    Guard,
    Notify,
    Pay,
    Provide,
    Relieve,
    Standardise,
    Train,
)
from game.core.options import consulted, most_new_forces, treaties_of
from game.core.orders import Sheet
from game.core.triggers import duties_of
from game.core.turn import Turn
from game.core.world import LedgerEntry


def duties_fall_due(turn: Turn) -> None:
    """Enter what every treaty in force asked of its parties this turn, other than exercises and calls."""
    for name in turn.nations:
        for treaty_id, treaty in treaties_of(turn.world(), name):
            for duty in duties_of(treaty_id, treaty):
                if duty.by != name:
                    continue
                match duty:
                    case Consult():
                        _counsel(turn, duty)
                    case Pay() if duty.amount:
                        _gift(turn, duty)
                    case Pay() if duty.formula == "fund":
                        _into_fund(turn, duty)
                    case Abstain() if "arm" in duty.acts:
                        _ceiling(turn, duty)
                    case Guard() | Back():
                        pass  # judged at the sealed call, where a motion is voted on, or where a hidden hand is found
                    case Train() | Notify() | Abstain():
                        pass  # judged where exercises are held, a demand is pressed, a treaty comes into force
                    case Provide() | Standardise() | Pay() | Relieve() | Contribute():
                        pass  # outlays, burdens, relief and forces in common have phases of their own
        for _, levy in levies_due(turn.world(), name):
            _levy(turn, name, levy)


def _counsel(turn: Turn, duty: Consult) -> None:
    """Counsel is owed at the end of the first turn on whose Opening the case stood open."""
    for crisis_id, crisis in list(turn.crises.items()):
        if not crisis.opened or crisis.target == duty.by or crisis.target not in duty.among:
            continue
        if crisis.challenger == duty.by or crisis.challenger in duty.among:
            continue
        if duty.area and crisis.theatre not in duty.area:
            continue
        due = crisis.opened + (1 if crisis.opened_live else 0)
        # Nobody can be late with counsel on what was over before any call went out.
        at_once = crisis.opened_live and crisis.ended == crisis.opened
        settled_first = bool(crisis.ended) and (at_once or (not crisis.answers and crisis.ended <= due))
        at = crisis.ended if settled_first else due
        if turn.turn != at or consulted(turn.world(), duty.by, duty.treaty, crisis_id):
            continue
        if settled_first or turn.treaties[duty.treaty].signed >= crisis.opened:
            entry = LedgerEntry(turn.turn, duty.treaty, "consult", crisis.target, "excused", 0, crisis_id)
            turn.enter_ledger(duty.by, entry)
        else:
            entry = LedgerEntry(turn.turn, duty.treaty, "consult", crisis.target, "broken", 1, crisis_id)
            # One counsel would have done for all treaties that asked it, so one is missed.
            missed = any(
                (had.duty, had.about, had.result) == ("consult", crisis_id, "broken")
                for had in turn.nations[duty.by].ledger
            )
            turn.enter_ledger(duty.by, entry)
            if not missed:
                turn.shift_trust(crisis.target, duty.by, turn.rules.trust_broke_duty, "broke_duty", crisis_id)


def _gift(turn: Turn, duty: Pay) -> None:
    """A promised gift changes hands, unless its giver withheld it or cannot pay."""
    sheet = turn.nations[duty.by].sheet or Sheet()
    takers = [name for name in duty.among if name in turn.nations]
    whole = duty.amount * len(takers)
    weight = clamp(whole, 0, 10)
    if duty.treaty in sheet.withheld:
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "pay", duty.treaty, "broken", weight))
        for name in takers:
            turn.shift_trust(name, duty.by, turn.rules.trust_broke_duty, "broke_duty", duty.treaty)
    elif turn.nations[duty.by].treasury < whole:
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "pay", duty.treaty, "excused", 0))
    else:
        for name in takers:
            turn.pay(duty.by, name, duty.amount, duty.treaty, turn.treaty_audience(duty.treaty))
            turn.shift_trust(name, duty.by, turn.rules.trust_kept_duty, "kept_duty", duty.treaty)
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "pay", duty.treaty, "kept", weight))


def _into_fund(turn: Turn, duty: Pay) -> None:
    """What is owed to a common fund is paid into it, unless it is withheld or cannot be paid."""
    sheet = turn.nations[duty.by].sheet or Sheet()
    due = payment_due(turn.world(), duty)
    weight = clamp(due, 0, 10)
    if duty.treaty in sheet.withheld:
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "pay", duty.treaty, "broken", weight))
        for name in duty.among:
            if name in turn.nations:
                turn.shift_trust(name, duty.by, turn.rules.trust_broke_duty // 4, "broke_duty", duty.treaty)
    elif turn.nations[duty.by].treasury < due:
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "pay", duty.treaty, "excused", 0))
    elif due:
        turn.pay_into_fund(duty.by, duty.treaty, due)
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "pay", duty.treaty, "kept", weight))


def _ceiling(turn: Turn, duty: Abstain) -> None:
    """A ceiling on arms falls due where it binds; it weighs more the less safe its owner is."""
    nation = turn.nations[duty.by]
    raised = (nation.sheet or Sheet()).budget.forces
    if nation.forces + most_new_forces(turn.rules, nation) <= duty.ceiling:
        return
    weight = clamp((60 - turn.table().secure(duty.by)) // 10, 0, 5)
    if not raised or nation.forces + raised <= duty.ceiling:
        turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "abstain", duty.treaty, "kept", weight))
        return
    turn.enter_ledger(duty.by, LedgerEntry(turn.turn, duty.treaty, "abstain", duty.treaty, "broken", weight + 1))
    for other in duty.toward:
        if other in turn.nations:
            turn.shift_trust(other, duty.by, turn.rules.trust_broke_duty, "broke_duty", duty.treaty)


def _levy(turn: Turn, name: str, levy: Motion) -> None:
    """What a council voted is paid to the member it is for, unless it is withheld or cannot be paid."""
    sheet = turn.nations[name].sheet or Sheet()
    weight = clamp(levy.amount, 0, 10)
    if levy.treaty in sheet.withheld:
        turn.enter_ledger(name, LedgerEntry(turn.turn, levy.treaty, "pay", levy.nation, "broken", weight))
        turn.shift_trust(levy.nation, name, turn.rules.trust_broke_duty, "broke_duty", levy.treaty)
    elif turn.nations[name].treasury < levy.amount:
        turn.enter_ledger(name, LedgerEntry(turn.turn, levy.treaty, "pay", levy.nation, "excused", 0))
    else:
        turn.pay(name, levy.nation, levy.amount, levy.treaty, turn.treaty_audience(levy.treaty))
        turn.shift_trust(levy.nation, name, turn.rules.trust_kept_duty, "kept_duty", levy.treaty)
        turn.enter_ledger(name, LedgerEntry(turn.turn, levy.treaty, "pay", levy.nation, "kept", weight))
