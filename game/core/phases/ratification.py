"""What was signed this turn is put to each country at home, and enters into force, or does not."""

from game.core.deeds.cases import breach, spared
from game.core.dice import dice
from game.core.drafts import Draft
from game.core.duties import Guard
from game.core.ratification import awaiting, odds_of_treaty, stands_among
from game.core.triggers import duties_of
from game.core.turn import Turn


def ratifications(turn: Turn) -> None:
    """A keyed draw a party, against the odds; a treaty of several may stand among those who ratify."""
    found = {treaty_id: odds_of_treaty(turn.table(), treaty_id) for treaty_id in awaiting(turn.world())}
    for treaty_id, odds in found.items():
        draft, thread = turn.treaties[treaty_id].coming, turn.threads.get(treaty_id)
        carried = tuple(
            name
            for name, chance in odds.items()
            if chance.value >= 100
            or dice(turn.state.seed, turn.turn, "ratification", f"{treaty_id}|{name}") < chance.value * 10
        )
        lost = tuple(name for name in odds if name not in carried)
        for name, chance in odds.items():
            # Who lost a vote is told of last: a new text falls with it.
            if name in carried and (chance.value < 100 or (lost and draft is None)):
                turn.ratify(name, treaty_id, chance.value, True)
        for name in lost:
            turn.ratify(name, treaty_id, odds[name].value, False)
        for name in lost:
            _let_down(turn, name, treaty_id)
        if draft is not None:
            fell = turn.treaties[treaty_id].coming is None
            if not fell:
                turn.change_text(treaty_id)
                _allied_against(turn, treaty_id)
            _hand_back(turn, treaty_id, draft, lost, fell)
            continue
        if not lost:
            turn.enter_force(treaty_id)
            _allied_against(turn, treaty_id)
        elif stands_among(turn.world(), turn.treaties[treaty_id], carried):
            turn.narrow(treaty_id, carried)
            turn.enter_force(treaty_id)
            _allied_against(turn, treaty_id)
        else:
            turn.end_treaty(treaty_id, "not_ratified")
        if thread is not None:
            _hand_back(turn, treaty_id, thread.latest.draft, lost, bool(turn.treaties[treaty_id].ended))


def _let_down(turn: Turn, name: str, treaty_id: str) -> None:
    """A government that could not carry what it signed loses standing at home and abroad."""
    rules = turn.rules
    turn.shift_influence(name, rules.influence_not_ratified, "not_ratified", treaty_id)
    turn.shift_support(name, rules.support_not_ratified, "not_ratified", treaty_id)
    for other in turn.treaties[treaty_id].parties:
        if other != name:
            turn.shift_trust(other, name, rules.trust_not_ratified, "not_ratified", treaty_id)


def _hand_back(turn: Turn, treaty_id: str, draft: Draft, lost: tuple[str, ...], fell: bool) -> None:
    """What was paid on signature by or to one that did not ratify goes back, as far as it is still there; all of it
    where the treaty, or its new text, `fell` altogether."""
    for payment in draft.payments:
        if fell or payment.payer in lost or payment.payee in lost:
            amount = min(payment.amount, max(0, turn.nations[payment.payee].treasury))
            if amount:
                turn.pay(payment.payee, payment.payer, amount, treaty_id)
                turn.send_excess_home(payment.payer)


def _allied_against(turn: Turn, treaty_id: str) -> None:
    """A new guarantee breaks the promise to stay clear of alliances aimed at somebody."""
    world = turn.world()
    broken = [
        (duty.by, other)
        for duty in duties_of(treaty_id, turn.treaties[treaty_id])
        if isinstance(duty, Guard) and duty.armed
        for other in spared(world, duty.by, "ally_with")
        # Few have made such a promise: who is aimed at is worked out for them alone.
        if turn.table().aimed_at(duty, other)
    ]
    for who, other in broken:
        breach(turn, who, other, "ally_with", treaty_id)
