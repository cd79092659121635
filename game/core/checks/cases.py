"""Reasons against demands, counsel and calls."""

from game.core import acts
from game.core.checks.common import initiative_problems
from game.core.crises import Crisis
from game.core.duties import THREAT_WORDS, Guard
from game.core.options import consulted, consults_due, invocable
from game.core.problems import Problem, illegal, invalid, stale
from game.core.triggers import duties_of
from game.core.world import State


def press_problems(world: State, me: str, act: acts.Press) -> list[Problem]:
    """Reasons against pressing a demand."""
    if act.target not in world.nations:
        return [invalid(f'There is no nation "{act.target}".')]
    if act.target == me:
        return [illegal("A demand is pressed on another nation.")]
    found: list[Problem] = []
    if act.crisis:
        crisis = world.crises.get(act.crisis)
        if crisis is None:
            return [invalid(f'There is no case "{act.crisis}".')]
        if crisis.challenger != me or crisis.target != act.target:
            return [illegal("Only the challenger of a case can press it, and on its target.")]
        if crisis.stage != "brewing":
            return [stale("That case is no longer brewing.")]
        if not crisis.ripe(world.turn):
            found.append(illegal("Its first signs are of this turn; a slow case can be pressed from the next."))
    else:
        if any(c.live and c.challenger == me and c.target == act.target for _, c in world.crises.items()):
            found.append(illegal("A case between these two is already before the world; press that one."))
        if not world.kinds:
            found.append(illegal("This scenario knows no kind of crisis to raise."))
    return found + initiative_problems(world, me, "Pressing a demand")


def _crisis(world: State, crisis_id: str) -> Crisis | Problem:
    crisis = world.crises.get(crisis_id)
    if crisis is None:
        return invalid(f'There is no case "{crisis_id}".')
    if crisis.stage not in ("open", "showdown"):
        return stale("That case is not open.")
    return crisis


def consult_problems(world: State, me: str, act: acts.ConsultAct) -> list[Problem]:
    """Reasons against taking counsel."""
    crisis = _crisis(world, act.crisis)
    if isinstance(crisis, Problem):
        return [crisis]
    if act.treaty not in world.treaties:
        return [invalid(f'There is no treaty "{act.treaty}".')]
    if consulted(world, me, act.treaty, act.crisis):
        return [illegal("That counsel has been taken already.")]
    if (act.treaty, act.crisis) not in consults_due(world, me):
        return [illegal("That treaty asks no counsel of this nation in this case.")]
    return initiative_problems(world, me, "Taking counsel")


def invoke_problems(world: State, me: str, act: acts.Invoke) -> list[Problem]:
    """Reasons against calling a treaty."""
    crisis = _crisis(world, act.crisis)
    if isinstance(crisis, Problem):
        return [crisis]
    if crisis.target != me:
        return [illegal("Only the target of a case can invoke its treaties.")]
    treaty = world.treaties.get(act.treaty)
    if treaty is None:
        return [invalid(f'There is no treaty "{act.treaty}".')]
    if any(call.treaty == act.treaty for call in crisis.calls):
        return [illegal(f"{treaty.title} has been invoked already.")]
    if act.treaty not in invocable(world, me, act.crisis):
        return [illegal(f"{treaty.title} does not read this as the case it meant{_meant(world, me, act)}.")]
    return []


def _meant(world: State, me: str, act: acts.Invoke) -> str:
    """What a treaty promises aid to a nation for, and what its case is; after the words that it is not called by it."""
    treaty, crisis = world.treaties[act.treaty], world.crises[act.crisis]
    if not treaty.in_force(world.turn):
        return ": it is not in force"
    guards = [duty for duty in duties_of(act.treaty, treaty) if isinstance(duty, Guard) and duty.by != me]
    found: list[str] = []
    for guard in guards:
        where = [world.theatres[place].name for place in guard.area if place in world.theatres]
        against = [
            world.nations[name].name if name in world.nations else world.others.get(name, name)
            for name in guard.against
        ]
        said = _either([THREAT_WORDS[threat] for threat in guard.threats])
        said += f" by {_either(against)}" if against else ""
        said += f" in {_either(where)}" if where else " anywhere"
        if me in guard.wards and said not in found:
            found.append(said)
    if not found:
        return ": it promises this nation no aid"
    if crisis.challenger in treaty.parties:
        return f": {world.nations[crisis.challenger].name} is a party to it"
    here = f"{THREAT_WORDS[world.kinds[crisis.kind].threat]} by {world.nations[crisis.challenger].name}"
    return f": it names {'; and '.join(found)}; this is {here} in {world.theatres[crisis.theatre].name}"


def _either(found: list[str]) -> str:
    return " or ".join([*([", ".join(found[:-1])] if found[1:] else []), *found[-1:]])
