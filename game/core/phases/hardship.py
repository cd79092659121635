"""Misfortunes: those dealt and drawn at the Opening, relief and sabotage at Resolution, and who is found out."""

from game.core.arith import divide
from game.core.attribution import attribution_chance
from game.core.deeds.shocks import relieved, shock, wear
from game.core.dice import dice
from game.core.duties import Relieve
from game.core.misfortunes import Misfortune, MisfortuneOutcome, toll
from game.core.options import treaties_of
from game.core.phases.covert import covert_work, verdict
from game.core.practice import effective_relief
from game.core.triggers import duties_of
from game.core.turn import Turn
from game.core.world import LedgerEntry, in_its_time


def misfortunes_strike(turn: Turn) -> None:
    """At the Opening: what the scenario deals, perhaps a disaster, and hidden hands found or given up on."""
    for fate in turn.fates:
        if fate.turn == turn.turn:
            turn.take_fate(fate)
            strike(turn, fate.id, fate.kind, fate.target, fate.severity)
    world = turn.world()
    kinds = [
        kind
        for _, kind in sorted(turn.state.misfortune_kinds.items())
        if kind.drawn and not kind.hidden_hand and in_its_time(world, kind.since)
    ]
    seed = turn.state.seed
    if kinds and dice(seed, turn.turn, "disaster", "whether") < turn.rules.disaster:
        names = sorted(turn.nations)
        target = names[dice(seed, turn.turn, "disaster", "whom") * len(names) // 1000]
        kind = kinds[dice(seed, turn.turn, "disaster", "kind") * len(kinds) // 1000]
        strike(turn, f"{target}-{turn.turn}-misfortune", kind.id, target, kind.severity)
    search(turn)


def strike(turn: Turn, fate_id: str, kind: str, target: str, severity: int, culprit: str = "") -> None:
    """Harm befalls a nation at home."""
    home = turn.nations[target].home
    fate = Misfortune(kind=kind, target=target, theatre=home, severity=severity, since=turn.turn, culprit=culprit)
    turn.strike_misfortune(fate_id, fate)
    if not culprit:
        shock(turn, fate_id)


def search(turn: Turn) -> None:
    """Each hidden hand may be found; after some turns nobody looks any more."""
    world, rules = turn.world(), turn.rules
    for fate_id, fate in list(turn.misfortunes.items()):
        if not fate.live or not fate.culprit or fate.since >= turn.turn:
            continue
        chance = attribution_chance(world, fate.target, fate.culprit)
        if dice(turn.state.seed, turn.turn, "attribution", fate_id) < chance * 10:
            turn.attribute(fate_id)
            turn.shift_trust(fate.target, fate.culprit, rules.trust_attributed, "sabotaged", fate_id)
            turn.provoke(fate.target, fate.culprit, rules.provoked_attributed, "sabotage", fate_id)
            turn.shift_influence(fate.culprit, -1, "sabotage", fate_id)
            friends = dict.fromkeys(
                name
                for _, treaty in treaties_of(world, fate.target)
                # The culprit sees what others think of it: it must not learn of a secret treaty that way.
                if not treaty.secret or fate.culprit in treaty.parties
                for name in treaty.parties
                if name not in (fate.target, fate.culprit) and name in world.nations
            )
            for name in friends:
                turn.shift_trust(name, fate.culprit, rules.trust_attributed_onlooker, "sabotaged", fate_id)
            verdict(turn, fate_id)
        elif turn.turn - fate.since >= rules.attribution_turns:
            turn.end_misfortune(fate_id, "unattributed")
            verdict(turn, fate_id)


def relief_and_sabotage(turn: Turn) -> None:
    """At Resolution: relief is given and judged, sabotage is done."""
    for name in turn.nations:
        sheet = turn.nations[name].sheet
        for fate_id, amount in sorted(sheet.relief.items()) if sheet is not None else ():
            turn.spend(name, amount, "relief", fate_id)
            turn.give_relief(fate_id, name, amount)
    covert_work(turn)
    for fate_id, fate in list(turn.misfortunes.items()):
        if fate.live and not fate.culprit:
            _judge(turn, fate_id)


def _judge(turn: Turn, fate_id: str) -> None:
    """A disaster is judged in the turn it struck: contributions against need."""
    fate, rules = turn.misfortunes[fate_id], turn.rules
    need = fate.severity * rules.relief_per_severity
    permille = min(1000, divide(10 * effective_relief(turn.world(), fate), max(1, need)))
    outcome: MisfortuneOutcome = "met" if permille >= 1000 else "partly" if permille >= 500 else "unmet"
    turn.end_misfortune(fate_id, outcome, permille)
    relieved(turn, fate_id)
    wear(turn, fate_id)
    _relief_owed(turn, fate_id, met=outcome == "met")
    if outcome == "met":
        turn.shift_support(fate.target, rules.relief_support_met, "relief", fate_id)
    else:
        lost = toll(rules, turn.nations[fate.target].resilience, rules.relief_support_unmet * fate.severity)
        turn.shift_support(fate.target, lost if outcome == "unmet" else divide(lost, 2), "relief", fate_id)
    givers = sorted((name for name in fate.given if name != fate.target), key=lambda name: (-fate.given[name], name))
    if outcome == "unmet":
        return
    for name in givers:
        points = rules.trust_relief if outcome == "met" else rules.trust_relief // 2
        turn.shift_trust(fate.target, name, points, "relieved", fate_id)
    if givers:
        turn.shift_influence(givers[0], 1, "relief", fate_id)


def _relief_owed(turn: Turn, fate_id: str, met: bool) -> None:
    """Enter every promise of relief to the one that was struck; nobody need give more where the need is met."""
    fate, rules = turn.misfortunes[fate_id], turn.rules
    for name in turn.nations:
        for treaty_id, treaty in treaties_of(turn.world(), name):
            for duty in duties_of(treaty_id, treaty):
                if not isinstance(duty, Relieve) or duty.by != name or fate.target not in duty.among:
                    continue
                if duty.after != "disaster":
                    continue
                given = fate.given.get(name, 0)
                weight = min(10, duty.amount)
                if given >= duty.amount:
                    entry = LedgerEntry(turn.turn, treaty_id, "relieve", fate.target, "kept", weight, fate_id)
                elif met or (not given and turn.nations[name].treasury < duty.amount):
                    entry = LedgerEntry(turn.turn, treaty_id, "relieve", fate.target, "excused", 0, fate_id)
                else:
                    entry = LedgerEntry(turn.turn, treaty_id, "relieve", fate.target, "broken", weight, fate_id)
                    turn.shift_trust(fate.target, name, rules.trust_broke_duty, "broke_duty", fate_id)
                turn.enter_ledger(name, entry)
