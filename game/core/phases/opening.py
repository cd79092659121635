"""The Opening: a new turn's date, income and upkeep, ended treaties, and cases that begin."""

from game.core.appraisal import Appraisal
from game.core.crises import CrisisKind, Scheduled
from game.core.deeds.shocks import recover
from game.core.dice import dice
from game.core.mediation import at_war
from game.core.occasions import BETWEEN_FRIENDS, fits
from game.core.options import initiatives_of, treaties_of, upkeep
from game.core.phases.cases import begin, cases_spread
from game.core.relations import trust
from game.core.slumps import income_lost
from game.core.turn import Turn
from game.core.world import State


def opening(turn: Turn) -> None:
    """Open the next turn: date, income, treaties that have run out, news, initiatives."""
    turn.open_turn()
    income(turn)
    treaties_run_out(turn)
    threads_reopen(turn)
    initiatives(turn)
    scheduled_cases(turn)
    cases_spread(turn)
    opportunities(turn)


def income(turn: Turn) -> None:
    """Income arrives and upkeep is paid, as far as the treasury goes; common funds make good what a shock takes."""
    for name in turn.nations:
        recover(turn, name)
        lost = income_lost(turn.nations[name])
        turn.receive_income(name, lost)
        for treaty_id, treaty in treaties_of(turn.world(), name) if lost else ():
            made_good = min(lost, treaty.fund)
            if made_good:
                turn.draw_fund(treaty_id, made_good, "slump", name)
                lost -= made_good
        due = upkeep(turn.rules, turn.nations[name])
        paid = min(due, max(0, turn.nations[name].treasury))
        turn.spend(name, paid, "upkeep")
        if paid < due:
            # Forces that cannot be kept up grow less ready: five points for each RP that is missing.
            turn.shift_readiness(name, -5 * (due - paid), "upkeep")


def treaties_run_out(turn: Turn) -> None:
    """Treaties end with their time, and parties whose notice has run are free."""
    for treaty_id, treaty in list(turn.treaties.items()):
        if treaty.ended:
            continue
        if treaty.duration and turn.turn > max(0, treaty.signed) + treaty.duration:
            turn.end_treaty(treaty_id, "duration")
            continue
        for name, free in sorted(treaty.leaving.items()):
            if turn.turn > free and not turn.treaties[treaty_id].ended:
                turn.leave_treaty(name, treaty_id)


def threads_reopen(turn: Turn) -> None:
    """Counters and refusals are counted afresh; in the first turn the opening hand is dealt."""
    for thread_id, thread in list(turn.threads.items()):
        if thread.status == "open" and thread.opened < 1 and turn.turn == 1:
            turn.deal_thread(thread_id)
        elif thread.status == "open":
            turn.reopen_thread(thread_id)
            if thread.deadline == turn.turn:
                turn.note_expiry(thread_id)


def initiatives(turn: Turn) -> None:
    """Everyone's initiatives for the turn."""
    for name, nation in list(turn.nations.items()):
        turn.grant_initiatives(name, initiatives_of(turn.rules, nation))
        turn.forget_prices(name)


def scheduled_cases(turn: Turn) -> None:
    """Cases the scenario deals in this turn; none between two that are at war, whose quarrel is past notes."""
    world = turn.world()
    for case in turn.schedule:
        if case.turn == turn.turn and not at_war(world, case.challenger, case.target):
            turn.take_scheduled(case)
            begin(turn, case)


def opportunities(turn: Turn) -> None:
    """A hostile nation may find an occasion against a target, an ally against an ally: one new case each a turn."""
    kinds = tuple(kind for _, kind in sorted(turn.state.kinds.items()) if kind.drawn)
    if not kinds:
        return
    state, table = turn.world(), turn.table()
    between_friends = tuple(kind for kind in kinds if kind.among in BETWEEN_FRIENDS)
    between_foes = tuple(kind for kind in kinds if kind.among not in BETWEEN_FRIENDS)
    for challenger in turn.nations:
        if between_foes:
            _against_foes(turn, state, table, challenger, between_foes)
        if between_friends:
            _among_friends(turn, state, table, challenger, between_friends)


def _against_foes(turn: Turn, state: State, table: Appraisal, challenger: str, kinds: tuple[CrisisKind, ...]) -> None:
    for target in sorted(table.ground.related(challenger)):
        if table.hostile(challenger, target) < turn.rules.opportunity_hostility:
            continue
        if _busy(turn, challenger, target):
            continue
        hopeless = _hopeless(turn, table, challenger, target)
        if hopeless and all(kind.means == "forces" for kind in kinds):
            continue
        subject = f"{challenger}>{target}"
        if dice(state.seed, turn.turn, "opportunity", subject) < turn.rules.opportunity:
            fitting = [
                kind
                for kind in kinds
                if fits(state, kind, challenger, target) and not (hopeless and kind.means == "forces")
            ]
            if not fitting:
                continue
            kind = fitting[dice(state.seed, turn.turn, "kind", subject) * len(fitting) // 1000]
            begin(turn, _case(turn, challenger, target, kind))
            return


def _among_friends(turn: Turn, state: State, table: Appraisal, challenger: str, kinds: tuple[CrisisKind, ...]) -> None:
    """One that misses its freedom of action takes issue with the ally it trusts least, of those that weigh anything."""
    if dice(state.seed, turn.turn, "estranged", challenger) >= turn.rules.estranged:
        return
    if table.autonomy(challenger).value >= table.autonomy_wanted(challenger):
        return
    partners = dict.fromkeys(name for _, treaty in treaties_of(state, challenger) for name in treaty.parties)
    # From one that weighs little beside oneself there is no freedom to be won back.
    least = turn.rules.estranged_weight * state.nations[challenger].potential
    for target in sorted(
        (
            name
            for name in partners
            if name != challenger and name in state.nations and 1000 * state.nations[name].potential >= least
        ),
        key=lambda name: (trust(state, challenger, name), name),
    ):
        fitting = [kind for kind in kinds if fits(state, kind, challenger, target)]
        if fitting and not _busy(turn, challenger, target):
            kind = fitting[dice(state.seed, turn.turn, "kind", f"{challenger}>{target}") * len(fitting) // 1000]
            begin(turn, _case(turn, challenger, target, kind))
            return


def _hopeless(turn: Turn, table: Appraisal, challenger: str, target: str) -> bool:
    """Whether a challenger could bring so little to a target that it does not even consider trying."""
    attack = table.reaching(challenger, turn.nations[target].home) // 2
    shield = table.protection(target).value
    return attack <= 0 or 1000 * attack < turn.rules.opportunity_balance * (attack + shield)


def _busy(turn: Turn, challenger: str, target: str) -> bool:
    """Nobody presses two cases at once, or one who is being pressed."""
    return any(
        case.live and (case.challenger == challenger or (case.target, case.challenger) == (challenger, target))
        for case in turn.crises.values()
    )


def _case(turn: Turn, challenger: str, target: str, kind: CrisisKind) -> Scheduled:
    return Scheduled(
        id=turn.next_case_id(challenger),
        turn=turn.turn,
        kind=kind.id,
        theatre=turn.nations[target].home,
        target=target,
        challenger=challenger,
        stakes=kind.stakes,
        severity=kind.severity,
        pace=kind.pace,
        stage="brewing",
    )
