"""How a case ends, and what each ending moves: stakes, support, trust, forces, treaties."""

from game.core.appraisal import Appraisal
from game.core.arith import divide, scale
from game.core.challenge import back_down_cost, defenders, local_balance
from game.core.crises import Answer, Crisis, Outcome
from game.core.deeds.cases import breach
from game.core.dice import dice
from game.core.mediation import covered, parties_of, settlement
from game.core.occasions import lends_base
from game.core.options import ties
from game.core.turn import Turn
from game.core.world import Treaty


def decide(turn: Turn, crisis_id: str, answer: Answer) -> None:
    """Carry out one challenger's decision."""
    crisis = turn.crises[crisis_id]
    turn.explain(crisis.challenger, answer.because, crisis_id, answer.stance)
    if answer.stance == "strike":
        strike(turn, crisis_id)
    elif answer.stance == "settle":
        settle(turn, crisis_id)
    else:
        back_down(turn, crisis_id)


def credit_mediators(turn: Turn, crisis_id: str, mediators: tuple[str, ...]) -> None:
    """Both sides and the world remember who put an end to it."""
    for name in mediators:
        turn.shift_influence(name, turn.rules.influence_mediation, "mediated", crisis_id)
        for side in parties_of(turn.crises[crisis_id]):
            turn.shift_trust(side, name, turn.rules.trust_mediation, "mediated", crisis_id)


def stakes_move(turn: Turn, winner: str, loser: str, crisis_id: str, share: int = 1000) -> None:
    """Influence and the mood at home move; `share` is the permille of what losing costs there."""
    crisis, rules = turn.crises[crisis_id], turn.rules
    moved = min(rules.influence_stakes, turn.nations[loser].influence)
    if moved:
        turn.shift_influence(loser, -moved, "stakes", crisis_id)
        turn.shift_influence(winner, moved, "stakes", crisis_id)
    turn.shift_support(winner, rules.support_won, "won", crisis_id)
    turn.shift_support(loser, -scale(scale(crisis.stakes, rules.support_concession), share), "lost", crisis_id)


def hand_over(turn: Turn, crisis_id: str, half: bool = False) -> None:
    """What the target hands over besides influence, by the kind of the case; half of it where they met half way.

    A claim is closed either way; bases stay where the host has met its guest half way.
    """
    crisis = turn.crises[crisis_id]
    kind = turn.state.kinds[crisis.kind]
    taken = divide(kind.taken, 2) if half else kind.taken
    challenger, target = crisis.challenger, crisis.target
    match kind.takes:
        case "":
            pass
        case "claim":
            turn.end_claim(challenger, target, crisis_id)
        case "base":
            lent = lends_base(turn.world(), challenger, target)
            if lent and not half:
                turn.drop_clause(challenger, lent, "basing")
        case "readiness":
            turn.shift_readiness(target, -taken, "stakes")
        case "purse":
            paid = min(taken, max(0, turn.nations[target].treasury))
            if paid:
                turn.pay(target, challenger, paid, crisis_id)
        case "friendship":
            turn.shift_trust(target, challenger, taken, "settled", crisis_id)


def concede(turn: Turn, crisis_id: str) -> None:
    """The target gives way: the stakes move to the challenger, with whatever the case was about.

    Before a demand was pressed nobody has been humbled in public: it costs less at home.
    """
    crisis = turn.crises[crisis_id]
    share = turn.rules.early_concession if crisis.stage == "brewing" else 1000
    turn.close_crisis(crisis_id, "conceded")
    stakes_move(turn, crisis.challenger, crisis.target, crisis_id, share)
    hand_over(turn, crisis_id)


def settle(turn: Turn, crisis_id: str) -> None:
    """Who offered to negotiate is met half way.

    Otherwise the case freezes: the price of stepping back is paid in part, and nothing is settled.
    """
    crisis, rules = turn.crises[crisis_id], turn.rules
    if crisis.answers[-1][crisis.target].stance == "negotiate":
        compromise(turn, crisis_id)
        return
    cost = back_down_cost(turn.table(), crisis.grade, len(crisis.answers), crisis.tone)
    turn.close_crisis(crisis_id, "frozen")
    turn.shift_support(
        crisis.challenger, -scale(scale(cost, rules.support_back_down), rules.freeze_share), "audience", crisis_id
    )
    if covered(turn.world(), crisis, defenders(crisis)[2]):
        return
    # What is left as it stands is not forgotten, unless somebody both trust has the last word.
    for one, other in ((crisis.target, crisis.challenger), (crisis.challenger, crisis.target)):
        turn.provoke(one, other, rules.provoked_frozen, "frozen", crisis_id)


def compromise(turn: Turn, crisis_id: str, mediators: tuple[str, ...] = ()) -> None:
    """Half way: the matter is closed between the two, and what they agreed is a treaty.

    What somebody both trust has proposed costs less face at home.
    """
    crisis, rules = turn.crises[crisis_id], turn.rules
    mediators = mediators or defenders(crisis)[2]
    cost = scale(crisis.stakes, rules.support_compromise)
    if covered(turn.world(), crisis, mediators):
        cost = scale(cost, rules.mediation_cover)
    turn.close_crisis(crisis_id, "compromise")
    turn.shift_support(crisis.target, -cost, "compromise", crisis_id)
    turn.shift_support(crisis.challenger, rules.support_settled, "compromise", crisis_id)
    hand_over(turn, crisis_id, half=True)
    turn.shift_trust(crisis.target, crisis.challenger, rules.trust_settled, "settled", crisis_id)
    turn.shift_trust(crisis.challenger, crisis.target, rules.trust_settled, "settled", crisis_id)
    credit_mediators(turn, crisis_id, mediators)
    _sign(turn, crisis_id, crisis)


def _sign(turn: Turn, crisis_id: str, crisis: Crisis) -> None:
    """The settlement as a treaty between the two, unless one in force binds them so already."""
    clauses = settlement(turn.world(), crisis)
    if not clauses:
        return
    parties = tuple(sorted((crisis.target, crisis.challenger)))
    names = turn.nations
    title = f"{names[parties[0]].adjective}-{names[parties[1]].adjective} Settlement"
    treaty = Treaty(
        title=title, parties=parties, clauses=clauses, signed=turn.turn, duration=turn.rules.settlement_turns
    )
    turn.sign_settlement(f"{crisis_id}-settlement", treaty, crisis.challenger)


def back_down(turn: Turn, crisis_id: str) -> None:
    """The challenger steps back, at the price every public step has raised."""
    crisis, rules = turn.crises[crisis_id], turn.rules
    cost = back_down_cost(turn.table(), crisis.grade, len(crisis.answers), crisis.tone)
    turn.close_crisis(crisis_id, "backed_down")
    turn.shift_support(crisis.challenger, -scale(cost, rules.support_back_down), "audience", crisis_id)
    turn.shift_support(crisis.target, rules.support_won, "held", crisis_id)
    credit_mediators(turn, crisis_id, defenders(crisis)[2])


def withdraw_demand(turn: Turn, crisis_id: str) -> None:
    """The challenger takes its demand back, or in a war sues for peace as the one that lost it."""
    if turn.crises[crisis_id].stage != "fighting":
        back_down(turn, crisis_id)
        return
    crisis = turn.crises[crisis_id]
    turn.close_crisis(crisis_id, "struck_lost")
    stakes_move(turn, crisis.target, crisis.challenger, crisis_id)


def strike(turn: Turn, crisis_id: str) -> None:
    """The challenger strikes: the balance is its chance. What a blow is, and what it costs, the kind says.

    A clash that costs much does not end with the day: it is a war, and its stakes move when it ends.
    """
    crisis, rules = turn.crises[crisis_id], turn.rules
    kind = turn.state.kinds[crisis.kind]
    table: Appraisal = turn.table()
    breach(turn, crisis.challenger, crisis.target, "press", crisis_id)
    won = dice(turn.state.seed, turn.turn, "clash", crisis_id) < local_balance(table, crisis)
    came, support, _ = defenders(crisis)
    began_with = {name: turn.nations[name].forces for name in parties_of(crisis)}
    total = battle(turn, crisis_id, crisis, won) if kind.blow == "clash" else 0
    for name in (crisis.target, *came, *support):
        for attacker in (crisis.challenger, *crisis.beside):
            turn.shift_trust(name, attacker, rules.trust_struck, "struck", crisis_id)
    entrapped(turn, crisis_id, crisis)
    if total >= rules.war_starts:
        turn.begin_war(crisis_id, won, total, began_with)
        for treaty_id, treaty in list(turn.treaties.items()):
            if not treaty.ended and set(treaty.parties) == set(parties_of(crisis)):
                turn.end_treaty(treaty_id, "war")
        return
    outcome: Outcome = "struck_won" if won else "struck_lost"
    turn.close_crisis(crisis_id, outcome, total)
    winner, loser = (crisis.challenger, crisis.target) if won else (crisis.target, crisis.challenger)
    stakes_move(turn, winner, loser, crisis_id)
    if won:
        hand_over(turn, crisis_id)
    if kind.blow == "rupture":
        _rupture(turn, crisis)


def entrapped(turn: Turn, crisis_id: str, crisis: Crisis) -> None:
    """Those who came are in a fight; a ward that would hear of no terms has drawn them into it (Snyder 1984)."""
    unbending = all(opened[crisis.target].stance in ("stand_firm", "invoke") for opened in crisis.answers)
    if unbending:
        for name in crisis.in_arms:
            turn.entrap(name, crisis.target, crisis_id)
            turn.shift_trust(name, crisis.target, turn.rules.trust_entrapped, "entrapped", crisis_id)


def battle(turn: Turn, crisis_id: str, crisis: Crisis, won: bool) -> int:
    """Both sides lose forces; FP lost together. `won` says whether the challenger had the better of it."""
    rules = turn.rules
    engaged = {crisis.challenger: turn.nations[crisis.challenger].forces // 2}
    engaged[crisis.target] = turn.nations[crisis.target].forces
    for name, sent in (*crisis.in_arms.items(), *crisis.beside.items()):
        engaged[name] = min(sent, turn.nations[name].forces)
    total = 0
    for name, fp in engaged.items():
        loses = won != (name == crisis.challenger or name in crisis.beside)
        lost = divide(fp * (rules.clash_loser if loses else rules.clash_winner), 1000)
        if lost:
            turn.lose_forces(name, lost, crisis_id)
            total += lost
    return total


def _rupture(turn: Turn, crisis: Crisis) -> None:
    """The challenger gives notice under every treaty that binds it to guard the target or to lend it bases."""
    for treaty_id in ties(turn.world(), crisis.challenger, crisis.target):
        turn.announce_withdrawal(crisis.challenger, treaty_id)
