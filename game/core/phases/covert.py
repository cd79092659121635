"""Covert work: harm done unseen, by kinds that differ in what they hit, and what comes of accusing somebody for it."""

from game.core.dice import dice
from game.core.misfortunes import Misfortune, toll
from game.core.options import treaties_of
from game.core.turn import Turn


def covert_work(turn: Turn) -> None:
    """At Resolution: what the sheets ordered is done."""
    ordered: list[tuple[str, int, str, str]] = []
    for name, nation in turn.nations.items():
        for covert in nation.sheet.covert if nation.sheet is not None else ():
            lot = dice(turn.state.seed, turn.turn, "covert", name)
            ordered.append((covert.target, lot, name, covert.kind))
    # By victim, then by lot: the order of what is seen must not tell whose order it was.
    for target, _, name, kind in sorted(ordered):
        _work(turn, name, target, kind)


def _work(turn: Turn, who: str, target: str, kind_id: str) -> None:
    kind = turn.state.misfortune_kinds[kind_id]
    turn.spend(who, turn.rules.price_covert, "covert", target)
    # Named after its victim: its author must not show in the id.
    fate_id = f"{target}-{turn.turn}-{kind.id}"
    number = 1
    while fate_id in turn.misfortunes:
        number += 1
        fate_id = f"{target}-{turn.turn}-{kind.id}{number}"
    fate = Misfortune(
        kind=kind.id, target=target, theatre=turn.nations[target].home, severity=kind.severity, since=turn.turn,
        culprit=who,
    )  # fmt: skip
    turn.strike_misfortune(fate_id, fate)
    resilience = turn.nations[target].resilience
    if kind.readiness:
        turn.shift_readiness(target, -toll(turn.rules, resilience, kind.readiness), "sabotage")
    if kind.support:
        turn.shift_support(target, -toll(turn.rules, resilience, kind.support), "sabotage", fate_id)
    lost = min(toll(turn.rules, resilience, kind.purse), max(0, turn.nations[target].treasury))
    if lost:
        turn.spend(target, lost, "sabotage", fate_id)


def verdict(turn: Turn, fate_id: str) -> None:
    """The search is over: an accusation made before its end is borne out, proved wrong, or never proved.

    Who named the right one gains in standing; who named a wrong one has wronged it before the world (after Baliga,
    Bueno de Mesquita & Wolitzky 2020: false alarms are the price of acting early).
    """
    fate, rules = turn.misfortunes[fate_id], turn.rules
    if not fate.accused or fate.outcome not in ("attributed", "unattributed"):
        return
    right = fate.attributed and fate.accused == fate.culprit
    turn.judge_accusation(fate_id, right)
    turn.shift_influence(fate.target, 1 if right else -1, "accusation", fate_id)
    if fate.attributed and not right:
        turn.shift_trust(fate.accused, fate.target, rules.trust_wronged, "wronged", fate_id)
        for name in dict.fromkeys(
            name
            for _, treaty in treaties_of(turn.world(), fate.accused)
            # The accuser sees what others think of it: it must not learn of a secret treaty that way.
            if not treaty.secret or fate.target in treaty.parties
            for name in treaty.parties
            if name not in (fate.accused, fate.target) and name in turn.nations
        ):
            turn.shift_trust(name, fate.target, rules.trust_wronged_onlooker, "wronged", fate_id)
