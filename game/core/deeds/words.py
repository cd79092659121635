"""What mediating, offering and warning do in a case."""

from game.core import acts
from game.core.arith import divide, scale
from game.core.crises import Crisis
from game.core.deeds.endings import compromise, concede, credit_mediators, withdraw_demand
from game.core.deeds.speaking import decline
from game.core.dice import dice
from game.core.mediation import failed_by, mediation_chance
from game.core.turn import Turn


def mediate(turn: Turn, who: str, act: acts.Mediate) -> None:
    """A third party goes between the two. What it may bring back are terms, which both sides take or refuse."""
    turn.use_initiative(who, "mediate")
    crisis = turn.crises[act.crisis]
    chance = mediation_chance(turn.world(), crisis, who)
    found = dice(turn.state.seed, turn.turn, "mediate", f"{act.crisis}>{who}") < 10 * chance
    turn.mediate(act.crisis, who, "terms" if found else failed_by(turn.world(), crisis, who))
    turn.explain(who, act.because, act.crisis, "mediate")
    if not found:
        turn.shift_influence(who, turn.rules.influence_mediation_failed, "mediated_in_vain", act.crisis)


def met(turn: Turn, crisis_id: str, crisis: Crisis) -> None:
    """Both sides have said yes: to each other, or to a mediator's terms, which before any demand are to let it rest."""
    mediators = (crisis.terms_by,) if crisis.terms_by else ()
    if mediators and crisis.stage == "brewing":
        turn.close_crisis(crisis_id, "mediated")
        credit_mediators(turn, crisis_id, mediators)
    else:
        compromise(turn, crisis_id, mediators)


def offer(turn: Turn, who: str, act: acts.Offer) -> None:
    """A side answers a mediator, offers to meet half way, or gives way before it must; two offers meet."""
    crisis = turn.crises[act.crisis]
    turn.explain(who, act.because, act.crisis, "offer")
    if act.terms == "compromise":
        turn.offer(act.crisis, who)
        if len(turn.crises[act.crisis].offers) == 2:
            met(turn, act.crisis, turn.crises[act.crisis])
    elif act.terms == "decline":
        decline(turn, act.crisis, who, "refused")
    elif who == crisis.target:
        concede(turn, act.crisis)
    else:
        withdraw_demand(turn, act.crisis)


def warn(turn: Turn, who: str, act: acts.Warn) -> None:
    """A third party says in public that it would not stand by."""
    turn.use_initiative(who, "warn")
    crisis = turn.crises[act.crisis]
    turn.warn(act.crisis, who)
    turn.explain(who, act.because, act.crisis, "warn")
    turn.provoke(crisis.challenger, who, turn.rules.provoked_warning, "warned", act.crisis)
    turn.shift_trust(crisis.target, who, divide(turn.rules.trust_support, 4), "supported", act.crisis)


def empty_warnings(turn: Turn, crisis_id: str) -> None:
    """After the second round: whoever warned and then neither came nor spoke up has spoken too soon (Fearon 1994)."""
    crisis, rules = turn.crises[crisis_id], turn.rules
    last = crisis.answers[-1]
    for name in crisis.warned:
        if name in last and last[name].stance in ("come", "support"):
            continue
        closed = turn.nations[name].regime < 0
        cost = rules.support_broke_closed if closed else rules.support_broke
        turn.shift_support(name, scale(cost, rules.warning_share), "bluff", crisis_id)
        turn.shift_trust(crisis.target, name, rules.trust_broke_duty, "empty_words", crisis_id)
