"""The end of Resolution: lapsed cases, money, readiness, support, influence, treaties in force, marks and the end."""

from game.core.aims import met
from game.core.arith import clamp, divide
from game.core.challenge import Challenge, challenge
from game.core.conduct import best_conducted
from game.core.crises import Crisis
from game.core.dice import dice
from game.core.duties import Abstain
from game.core.options import home_need, readiness_price, treaties_of
from game.core.orders import Sheet
from game.core.stability import stability
from game.core.terms import Term
from game.core.triggers import duties_of
from game.core.turn import Turn
from game.core.world import LedgerEntry


def cases_lapse(turn: Turn) -> None:
    """A brewing case that nobody pressed comes to nothing; why is kept for the debrief."""
    ripe = [one for one in turn.crises.items() if one[1].stage == "brewing" and one[1].ripe(turn.turn)]
    if not ripe:
        return
    table, world = turn.table(), turn.world()
    for crisis_id, crisis in ripe:
        sums = challenge(table, crisis.challenger, crisis.target, crisis.theatre, crisis.stakes,
                         world.kinds[crisis.kind], crisis)  # fmt: skip
        terms = (*worth_in_terms(sums, crisis), Term("resolve", crisis.resolve * 10))
        turn.record_not_made(crisis_id, terms, sums.treaty, sums.guarantor)
        # The ledger is open to all: what the challenger alone knows of its resolve stays out of the weight.
        _abstained(turn, crisis_id, sum(term.tenths for term in terms if term.name != "resolve"))
        turn.close_crisis(crisis_id, "lapsed")


def worth_in_terms(sums: Challenge, crisis: Crisis) -> tuple[Term, ...]:
    """What a challenge was worth, told apart: the prize, the odds, the cost, and what pledge and warnings took off.

    The terms sum to the challenge's worth. `held` is the difference the most credible pledge and the warnings made.
    """
    bare = max(50, sums.held - 10 * (sums.credibility // 2 + sums.warned))

    def parts(held: int) -> tuple[int, int, int, int]:
        return (
            divide(crisis.stakes * 10 * (1000 - held), 1000),
            divide(crisis.stakes * sums.balance * held, 100_000),
            -divide(sums.cost * 10 * held, 1000),
            -divide(sums.slip * held, 1000),
        )

    stakes, balance, losses, slip = parts(bare)
    by = sums.guarantor or next(iter(crisis.warned), "")
    found = (
        Term("stakes", stakes, crisis.target),
        Term("balance", balance, crisis.target),
        Term("losses", losses),
        Term("slip", slip),
        Term("held", sum(parts(sums.held)) - stakes - balance - losses - slip, by),
    )
    return tuple(term for term in found if term.tenths or term.name not in ("slip", "held"))


def _abstained(turn: Turn, crisis_id: str, worth: int) -> None:
    """A promise to press nothing is kept where a case was let lapse: it weighs what pressing would have gained."""
    crisis = turn.crises[crisis_id]
    for treaty_id, treaty in treaties_of(turn.world(), crisis.challenger):
        for duty in duties_of(treaty_id, treaty):
            bound = isinstance(duty, Abstain) and "press" in duty.acts and duty.by == crisis.challenger
            if isinstance(duty, Abstain) and bound and crisis.target in duty.toward:
                # The cost of breaking it is in the sum already; what is weighed is the gain without that cost.
                weight = clamp(divide(worth, 10) + turn.rules.challenge_breach, 0, 10)
                entry = LedgerEntry(turn.turn, treaty_id, "abstain", crisis.target, "kept", weight, crisis_id)
                turn.enter_ledger(crisis.challenger, entry)


def books(turn: Turn) -> None:
    """Orders are paid for, home needs met, forces raised; treasuries are closed."""
    rules = turn.rules
    for name in list(turn.nations):
        nation = turn.nations[name]
        sheet = nation.sheet or Sheet()
        # An exercise that others stayed away from costs more than was written: what is left buys what it can.
        steps = min(sheet.budget.readiness, max(0, nation.treasury) // readiness_price(rules, nation))
        if steps:
            turn.spend(name, steps * readiness_price(rules, nation), "readiness")
            turn.shift_readiness(name, steps * rules.readiness_step, "bought")
        else:
            drift = rules.readiness_drift
            gap = 50 - nation.readiness
            turn.shift_readiness(name, max(-drift, min(drift, gap)), "drift")
        raised = min(sheet.budget.forces, max(0, turn.nations[name].treasury) // rules.price_force)
        if raised:
            turn.spend(name, raised * rules.price_force, "forces")
            turn.raise_forces(name, raised)
        need = home_need(rules, nation)
        paid = max(0, min(need - sheet.budget.home_cut, turn.nations[name].treasury))
        turn.spend(name, paid, "home")
        if need:
            unpaid = divide(100 * (need - paid), need) // rules.support_home_step
            if unpaid:
                turn.shift_support(name, -unpaid, "home")
        turn.send_excess_home(name)
        turn.file_sheet(name)


def support(turn: Turn) -> None:
    """Support drifts toward 50, and falls with fear and with lost freedom of action."""
    table, rules = turn.table(), turn.rules
    moves: list[tuple[str, int, str]] = []
    for name, nation in turn.nations.items():
        if nation.support != 50:
            moves.append((name, 1 if nation.support < 50 else -1, "drift"))
        fear = max(0, 50 - table.secure(name)) // rules.support_security_step
        if fear:
            moves.append((name, -fear, "security"))
        short = max(0, table.autonomy_wanted(name) - table.autonomy(name).value) // rules.support_autonomy_step
        if short:
            moves.append((name, -short, "autonomy"))
    for name, points, why in moves:
        turn.shift_support(name, points, why)


def opportunity(turn: Turn) -> None:
    """Standing high in influence earns RP every few turns; the best conduct of some turns, and hosting a council,
    earn influence."""
    if turn.turn % turn.rules.seat_turns == 0:
        for treaty_id, treaty in list(turn.treaties.items()):
            if treaty.charter is not None and treaty.charter.seat and treaty.in_force(turn.turn):
                turn.shift_influence(treaty.charter.seat, 1, "seat", treaty_id)
    if turn.turn % turn.rules.influence_turns == 0:
        for name, nation in list(turn.nations.items()):
            if nation.influence >= turn.rules.influence_high:
                turn.earn(name, 1, "influence")
                turn.send_excess_home(name)
    if turn.turn % turn.rules.conduct_turns == 0:
        name = best_conducted(turn.world(), turn.rules.conduct_turns)
        if name:
            turn.shift_influence(name, 1, "conduct")


def talks_end(turn: Turn) -> None:
    """Drafts whose time has run lapse."""
    for thread_id, thread in list(turn.threads.items()):
        if thread.status == "open" and thread.deadline <= turn.turn:
            turn.close_thread(thread_id, "lapsed")


def drafts_overtaken(turn: Turn) -> None:
    """Drafts of a new text fall with the treaty they would change, and when it has parties they do not name."""
    for thread_id, thread in list(turn.threads.items()):
        draft = thread.latest.draft
        if thread.status == "open" and draft.amends:
            treaty = turn.treaties[draft.amends]
            if treaty.ended or any(name not in draft.parties for name in treaty.parties):
                turn.close_thread(thread_id, "lapsed", why="overtaken")


def marks(turn: Turn) -> None:
    """How far everyone stands from its aims, and the world from peace."""
    table = turn.table()
    found = {name: tuple(met(table, name, aim) for aim in nation.objectives) for name, nation in turn.nations.items()}
    calm = stability(table).value
    for name, permilles in found.items():
        turn.mark(name, permilles)
    turn.note_stability(calm)


def closing(turn: Turn) -> None:
    """The turn ends, and perhaps the game."""
    turn.close_turn()
    beyond = turn.turn - turn.turns
    if beyond < 0:
        return
    more = turn.state.uncertain_end and beyond < turn.rules.end_most
    if more and dice(turn.state.seed, turn.turn, "end", "more") < turn.rules.end_more:
        turn.play_on()
    else:
        turn.end_game()
