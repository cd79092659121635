"""Reasons against mediating, offering and warning in a case."""

from game.core import acts
from game.core.checks.common import initiative_problems
from game.core.crises import Crisis
from game.core.mediation import listens, parties_of
from game.core.options import is_called
from game.core.problems import Problem, illegal, invalid, stale
from game.core.world import State


def _case(world: State, crisis_id: str, stages: tuple[str, ...]) -> Crisis | Problem:
    crisis = world.crises.get(crisis_id)
    if crisis is None:
        return invalid(f'There is no case "{crisis_id}".')
    return crisis if crisis.stage in stages else stale("That case is past such words.")


def mediate_problems(world: State, me: str, act: acts.Mediate) -> list[Problem]:
    """Reasons against mediating."""
    crisis = _case(world, act.crisis, ("brewing", "open", "fighting"))
    if isinstance(crisis, Problem):
        return [crisis]
    if me in parties_of(crisis):
        return [illegal("Nobody mediates in its own case.")]
    found: list[Problem] = []
    if crisis.terms_by:
        found.append(illegal("Terms another mediator brought lie before both sides; they are to answer first."))
    if me in crisis.mediated:
        found.append(illegal("This nation has tried to mediate there already."))
    if is_called(crisis, me) or me in crisis.warned:
        found.append(illegal("One that takes a side in a case cannot mediate in it."))
    if not listens(world, crisis, me):
        least = world.rules.mediator_trust
        found.append(
            illegal(f"A mediator needs the trust of both sides, at least {least} of each, and peace with them.")
        )
    return found + initiative_problems(world, me, "Mediating")


def offer_problems(world: State, me: str, act: acts.Offer) -> list[Problem]:
    """Reasons against an offer."""
    crisis = _case(world, act.crisis, ("brewing", "open", "fighting"))
    if isinstance(crisis, Problem):
        return [crisis]
    if me not in parties_of(crisis):
        return [illegal("Only the two sides of a case can make an offer in it.")]
    if act.terms == "compromise" and me in crisis.offers:
        return [illegal("That offer has been made already.")]
    if act.terms == "decline" and (not crisis.terms_by or me in crisis.offers):
        return [illegal("No mediator's terms wait for this nation's answer here.")]
    if act.terms == "give_way" and me == crisis.challenger and crisis.stage == "brewing":
        return [illegal("No demand has been made; a challenger that makes none lets the case rest.")]
    return []


def warn_problems(world: State, me: str, act: acts.Warn) -> list[Problem]:
    """Reasons against a public warning."""
    crisis = _case(world, act.crisis, ("brewing", "open"))
    if isinstance(crisis, Problem):
        return [crisis]
    if me in parties_of(crisis):
        return [illegal("A warning is given by a third nation; the two sides answer for themselves.")]
    found: list[Problem] = []
    if me in crisis.warned:
        found.append(illegal("That warning has been given already."))
    if me in crisis.mediated:
        found.append(illegal("One that has mediated in a case does not threaten in it."))
    if world.nations[me].forces < 1:
        found.append(illegal("A warning needs forces behind it."))
    return found + initiative_problems(world, me, "A public warning")
