"""Every reason why an act, a sheet or a sealed answer is not allowed, as sentences for people.

Judged on the actor's own View alone, so that a refusal tells nothing the actor could not have known. The same
function greys a button, rejects a request and filters a mind's ideas.
"""

from typing import TypeAlias

from game.core import acts
from game.core.acts import Act
from game.core.crises import Answer, Crisis
from game.core.draft_checks import draft_problems
from game.core.drafts import Draft, Thread
from game.core.geography import may_leave
from game.core.options import (
    at_hand,
    available,
    consulted,
    consults_due,
    exercise_forces,
    free_points,
    gifts_due,
    home_need,
    initiatives_to_spend,
    invocable,
    most_new_forces,
    sheet_cost,
    stances,
)
from game.core.orders import Sheet
from game.core.problems import Problem, illegal, invalid, stale
from game.core.view import View
from game.core.world import State

Answers: TypeAlias = dict[str, Answer]
REFUSALS_A_TURN = 3
_STANCE_WORDS: dict[str, str] = {
    "stand_firm": "stand firm",
    "negotiate": "negotiate",
    "concede": "concede",
    "invoke": "invoke a treaty",
    "come": "come",
    "support": "support",
    "mediate": "mediate",
    "stay_out": "stay out",
    "refuse": "refuse",
    "back_down": "back down",
    "settle": "settle",
    "strike": "strike",
}


def problems(view: View, what: Act | Sheet | Answers) -> tuple[Problem, ...]:
    """Every reason why `view.seat` may not do `what` now; empty when it may."""
    if isinstance(what, Sheet):
        return sheet_problems(view, what)
    if isinstance(what, dict):
        return answer_problems(view, what)
    return act_problems(view, what)


# -- acts ---------------------------------------------------------------------------------------------------


def act_problems(view: View, act: Act) -> tuple[Problem, ...]:
    """Every reason against an act."""
    if view.world.stage != "negotiation":
        return (stale("Acts are taken while negotiation is open; it is closed now."),)
    world, me = view.world, view.seat
    match act:
        case acts.Message():
            return tuple(_message(world, me, act))
        case acts.Propose():
            found = draft_problems(world, act.draft)
            if me not in act.draft.parties:
                found.append(illegal("A nation can propose only what it would itself be party to."))
            if not 0 <= act.turns <= 4:
                found.append(invalid("A proposal stands for 0 to 4 turns after this one."))
            if me in act.draft.parties and _same_open(world, me, act.draft):
                found.append(illegal("The same draft is already on the table between these nations."))
            return (*found, *_initiative(world, me, "Opening a negotiation"))
        case acts.Counter():
            found = _on_table(world, me, act.thread, act.revision)
            if found:
                return tuple(found)
            thread = world.threads[act.thread]
            found = draft_problems(world, act.draft)
            if act.draft.parties != thread.parties:
                found.append(illegal("A counter keeps the parties of its thread; for others, open a new one."))
            if act.draft == thread.latest.draft:
                found.append(illegal("The counter is the draft already on the table; accept it instead."))
            if me in thread.countered:
                found.append(illegal("One counter a turn in a thread; this turn's has been made."))
            return tuple(found)
        case acts.Accept():
            found = _on_table(world, me, act.thread, act.revision)
            if not found:
                thread = world.threads[act.thread]
                if me in thread.latest.agreed:
                    found.append(illegal("This nation already agrees to that revision."))
                found += _payable(world, me, thread.latest.draft)
            return tuple(found)
        case acts.Refuse():
            found = _on_table(world, me, act.thread, act.revision)
            if not found:
                thread = world.threads[act.thread]
                if me in thread.latest.agreed:
                    found.append(illegal("This nation agreed to that revision and cannot refuse it now."))
                if any(refusal.nation == me for refusal in thread.latest.refusals):
                    found.append(illegal("This nation has already refused that revision."))
                if act.instead is not None:
                    found += draft_problems(world, act.instead)
            return tuple(found)
        case acts.Recall():
            known = world.threads.get(act.thread)
            if known is None:
                return (invalid(f'There is no thread "{act.thread}".'),)
            if known.status != "open":
                return (stale(f"That negotiation has ended: it was {known.status}."),)
            if known.latest.by != me:
                return (illegal("Only the nation whose draft is on the table can recall it."),)
            return ()
        case acts.Withdraw():
            return tuple(_withdraw(world, me, act.treaty))
        case acts.Press():
            return tuple(_press(world, me, act))
        case acts.ConsultAct():
            return tuple(_consult(world, me, act))
        case acts.Invoke():
            return tuple(_invoke(world, me, act))


def _initiative(world: State, me: str, what: str) -> list[Problem]:
    if initiatives_to_spend(world.rules, world.nations[me]) >= 1:
        return []
    price = world.rules.initiative_price
    return [illegal(f"{what} takes an initiative: none is left, and buying one takes {price} influence.")]


def _message(world: State, me: str, act: acts.Message) -> list[Problem]:
    found: list[Problem] = []
    if not act.to:
        found.append(invalid("A message needs at least one nation to go to."))
    for name in act.to:
        if name not in world.nations:
            found.append(invalid(f'There is no nation "{name}".'))
        elif name == me:
            found.append(illegal("A message goes to other nations."))
    if len(dict.fromkeys(act.to)) != len(act.to):
        found.append(invalid("A message names each nation once."))
    if not act.text.strip():
        found.append(invalid("The message is empty."))
    if len(act.text) > 2000:
        found.append(invalid("A message holds at most 2000 characters."))
    return found


def _same_open(world: State, me: str, draft: Draft) -> bool:
    return any(
        thread.status == "open" and thread.parties == draft.parties and thread.latest.draft.clauses == draft.clauses
        and thread.latest.draft.payments == draft.payments
        for thread in world.threads.values()
    )  # fmt: skip


def _on_table(world: State, me: str, thread_id: str, revision: int) -> list[Problem]:
    thread: Thread | None = world.threads.get(thread_id)
    if thread is None:
        return [invalid(f'There is no thread "{thread_id}".')]
    if thread.status != "open":
        return [stale(f"That negotiation has ended: it was {thread.status}.")]
    if revision != len(thread.revisions):
        if 1 <= revision < len(thread.revisions):
            return [stale(f"Revision {revision} is no longer on the table; revision {len(thread.revisions)} is.")]
        return [invalid(f"There is no revision {revision} in that thread.")]
    if thread.refused_drafts >= REFUSALS_A_TURN:
        return [illegal("Three drafts were refused in this thread this turn; it is closed until the next.")]
    return []


def _payable(world: State, me: str, draft: Draft) -> list[Problem]:
    owed = sum(payment.amount for payment in draft.payments if payment.payer == me)
    if owed > world.nations[me].treasury:
        return [illegal(f"The draft asks {owed} RP of this nation, which has {world.nations[me].treasury}.")]
    return []


def _withdraw(world: State, me: str, treaty_id: str) -> list[Problem]:
    treaty = world.treaties.get(treaty_id)
    if treaty is None:
        return [invalid(f'There is no treaty "{treaty_id}".')]
    if treaty.ended:
        return [stale(f"{treaty.title} ended in turn {treaty.ended}.")]
    if me not in treaty.parties:
        return [illegal(f"This nation is not a party to {treaty.title}.")]
    if me in treaty.leaving:
        return [illegal(f"Withdrawal from {treaty.title} has been announced already.")]
    return []


def _press(world: State, me: str, act: acts.Press) -> list[Problem]:
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
    else:
        if any(c.live and c.challenger == me and c.target == act.target for _, c in world.crises.items()):
            found.append(illegal("A case between these two is already before the world; press that one."))
        if not world.kinds:
            found.append(illegal("This scenario knows no kind of crisis to raise."))
    return found + _initiative(world, me, "Pressing a demand")


def _crisis(world: State, crisis_id: str) -> Crisis | Problem:
    crisis = world.crises.get(crisis_id)
    if crisis is None:
        return invalid(f'There is no case "{crisis_id}".')
    if crisis.stage not in ("open", "showdown"):
        return stale("That case is not open.")
    return crisis


def _consult(world: State, me: str, act: acts.ConsultAct) -> list[Problem]:
    crisis = _crisis(world, act.crisis)
    if isinstance(crisis, Problem):
        return [crisis]
    if act.treaty not in world.treaties:
        return [invalid(f'There is no treaty "{act.treaty}".')]
    if consulted(world, me, act.treaty, act.crisis):
        return [illegal("That counsel has been taken already.")]
    if (act.treaty, act.crisis) not in consults_due(world, me):
        return [illegal("That treaty asks no counsel of this nation in this case.")]
    return _initiative(world, me, "Taking counsel")


def _invoke(world: State, me: str, act: acts.Invoke) -> list[Problem]:
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
        return [illegal(f"{treaty.title} does not read this as the case it meant.")]
    return []


# -- the sealed sheet ---------------------------------------------------------------------------------------


def sheet_problems(view: View, sheet: Sheet) -> tuple[Problem, ...]:
    """Every reason against a sheet, checked as a whole."""
    world, me = view.world, view.seat
    rules, nation = world.rules, world.nations[me]
    if world.stage != "negotiation":
        return (stale("Orders are written while negotiation is open; it is closed now."),)
    found: list[Problem] = []
    budget = sheet.budget
    if budget.forces < 0 or budget.readiness < 0 or budget.home_cut < 0:
        found.append(invalid("A budget holds no negative amounts."))
    most = most_new_forces(rules, nation)
    if budget.forces > most:
        found.append(illegal(f"At most {most} FP can be raised this turn (a tenth of the forces in being)."))
    if budget.readiness > 0 and nation.readiness + (budget.readiness - 1) * rules.readiness_step >= 100:
        found.append(illegal(f"Readiness is {nation.readiness}; that many steps would pass 100."))
    if budget.home_cut > home_need(rules, nation):
        found.append(illegal(f"The needs at home are {home_need(rules, nation)} RP; no more can be withheld."))
    total = 0
    for theatre, fp in sheet.standing.items():
        if theatre not in world.theatres:
            found.append(invalid(f'There is no theatre "{theatre}".'))
        elif theatre == nation.home:
            found.append(illegal("Forces at home are not named in the sheet."))
        if fp < 1:
            found.append(invalid("Forces stand abroad in whole FP, at least 1."))
        total += max(0, fp)
    for exercise in sheet.exercises:
        total += exercise_forces(nation, exercise)
    if total > may_leave(nation):
        found.append(illegal(f"{total} FP are ordered away from home; at most {may_leave(nation)} may leave."))
    found += _exercises(world, me, sheet)
    seen: list[str] = []
    for mission in sheet.missions:
        if mission.to not in world.nations:
            found.append(invalid(f'There is no nation "{mission.to}".'))
        elif mission.to == me:
            found.append(illegal("A mission goes abroad."))
        elif mission.to in seen:
            found.append(illegal("One mission to a nation a turn."))
        seen.append(mission.to)
    for fate_id, amount in sheet.relief.items():
        fate = world.misfortunes.get(fate_id)
        if fate is None:
            found.append(invalid(f'There is no misfortune "{fate_id}".'))
        elif not fate.live or world.misfortune_kinds[fate.kind].hidden_hand:
            found.append(stale("Relief is no longer asked for there."))
        if amount < 1:
            found.append(invalid("Relief is given in whole RP, at least 1."))
    if len(sheet.covert) > 1:
        found.append(illegal("At most one act of sabotage a turn."))
    for covert in sheet.covert:
        if covert.target not in world.nations:
            found.append(invalid(f'There is no nation "{covert.target}".'))
        elif covert.target == me:
            found.append(illegal("Sabotage is done abroad."))
        if not any(kind.hidden_hand for kind in world.misfortune_kinds.values()):
            found.append(illegal("This scenario knows no sabotage."))
    gifts = [gift.treaty for gift in gifts_due(world, me)]
    if any(treaty not in gifts for treaty in sheet.withheld):
        found.append(illegal("Only gifts a treaty asks of this nation can be withheld."))
    can = initiatives_to_spend(rules, nation)
    if len(sheet.missions) > can:
        found.append(illegal(f"{len(sheet.missions)} missions take as many initiatives; {can} can be had."))
    if not found:
        cost, free = sheet_cost(world, me, sheet), free_points(world, me, budget.home_cut)
        if cost > free:
            found.append(illegal(f"The orders cost {cost} RP; {free} are free."))
    return tuple(found)


def _exercises(world: State, me: str, sheet: Sheet) -> list[Problem]:
    found: list[Problem] = []
    for index, exercise in enumerate(sheet.exercises):
        if (
            len(exercise.participants) < 2
            or tuple(sorted(dict.fromkeys(exercise.participants))) != exercise.participants
        ):
            found.append(invalid("An exercise names two or more nations, each once, in order."))
        if any(name not in world.nations for name in exercise.participants):
            found.append(invalid("An exercise names nations of this game."))
        if me not in exercise.participants:
            found.append(illegal("A nation orders only exercises it takes part in."))
        if exercise.theatre not in world.theatres:
            found.append(invalid(f'There is no theatre "{exercise.theatre}".'))
        if not 1 <= exercise.scale <= 3:
            found.append(invalid("The scale of an exercise is 1, 2 or 3."))
        if exercise in sheet.exercises[:index]:
            found.append(illegal("The same exercise is ordered twice."))
        if exercise.treaty:
            treaty = world.treaties.get(exercise.treaty)
            if treaty is None or me not in treaty.parties or not treaty.in_force(world.turn):
                found.append(illegal("The treaty named for an exercise does not bind this nation now."))
            elif any(name not in treaty.parties for name in exercise.participants):
                found.append(illegal("Only parties take part in a treaty's exercise."))
    return found


# -- sealed answers -----------------------------------------------------------------------------------------


def answer_problems(view: View, answers: Answers) -> tuple[Problem, ...]:
    """Every reason against a nation's sealed answers in the round now open."""
    world, me = view.world, view.seat
    if world.stage not in ("showdown", "strike"):
        return (stale("No sealed answers are asked for now."),)
    found: list[Problem] = []
    sent: dict[str, int] = {}
    for crisis_id, answer in answers.items():
        crisis = world.crises.get(crisis_id)
        if crisis is None:
            found.append(invalid(f'There is no case "{crisis_id}".'))
            continue
        open_to = stances(world, me, crisis_id)
        if not open_to:
            found.append(illegal("This nation is not asked for an answer in that case now."))
            continue
        if answer.stance not in open_to:
            choices = ", ".join(_STANCE_WORDS[stance] for stance in open_to)
            found.append(illegal(f"The answers open here are: {choices}."))
        if answer.stance == "come":
            most = available(world, me, crisis)
            if not 1 <= answer.forces <= most:
                found.append(illegal(f"Between 1 and {most} FP can be sent." if most else "No forces can be sent."))
            sent[crisis.theatre] = sent.get(crisis.theatre, 0) + answer.forces
        elif answer.forces:
            found.append(invalid("Forces are named only when a nation comes."))
        if answer.stance == "invoke":
            can = invocable(world, me, crisis_id)
            if not answer.treaties or any(treaty not in can for treaty in answer.treaties):
                found.append(illegal("Name the treaties to invoke, each of which reads this as its case."))
        elif answer.treaties:
            found.append(invalid("Treaties are named only when they are invoked."))
    standing = world.nations[me].standing
    from_home = sum(max(0, fp - standing.get(theatre, 0)) for theatre, fp in sent.items())
    if not found and from_home > max(0, at_hand(world, me)):
        found.append(illegal("The same forces cannot go to two crises."))
    return tuple(found)
