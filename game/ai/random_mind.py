"""A mind that does anything the rules allow, by dice keyed to its temper: a yardstick, and a way to try every act."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from game.ai.edits import in_order, neighbours
from game.ai.joint_shapes import joint_clauses
from game.ai.titles import title_for
from game.core import acts
from game.core.acts import Act
from game.core.charters import (
    ABOUT_NATION,
    DUTY_KINDS,
    MOTION_KINDS,
    RULES_OF_DECISION,
    TASKS,
    Charter,
    Choice,
    OptOut,
)
from game.core.checks.answers import answer_problems
from game.core.checks.sheets import sheet_problems
from game.core.clauses import BurdenSharing, Clause, Consultation, JointExercises, MutualDefence
from game.core.councils import alliances_of, signatories, text_of
from game.core.crises import GRADES, Answer
from game.core.dice import draw
from game.core.drafts import Draft
from game.core.duties import FORMULAS, Automaticity
from game.core.geography import may_leave
from game.core.legality import problems
from game.core.options import asked, available, consults_due, exercises_due, invocable, may_withhold, stances
from game.core.orders import Budget, Emphasis, Exercise, Form, Mission, MissionKind, Sheet
from game.core.ratification import awaiting
from game.core.terms import TONES, Term
from game.core.view import View

T = TypeVar("T")
TRIES = 4
"""Ideas tried in a round of talk."""
WORDS = ("We are ready to talk.", "Our position has not changed.", "We ask for patience.", "We have taken note.")
CHOICES: tuple[Choice, ...] = ("for", "for", "against", "abstain")
KINDS: tuple[Automaticity, ...] = ("automatic", "consulted", "own_way")


FORMS: tuple[MissionKind, ...] = ("staff_talks", "attache", "visit")


class Draws:
    """Draws for one view, each counted, so that none repeats."""

    def __init__(self, view: View) -> None:
        world = view.world
        said = sum(len(thread.revisions) + len(thread.latest.refusals) for thread in world.threads.values())
        nation = world.nations[view.seat]
        self._seed = world.seed
        self._turn = world.turn
        # What the seat has seen so far is part of the key, or every round of a turn would go alike.
        self._key = f"{view.stage}|{world.round}|{said}|{nation.made}|{nation.initiatives}"
        self._count = 0

    def below(self, top: int) -> int:
        """A number from 0 to `top` - 1."""
        self._count += 1
        return draw(self._seed, self._turn, "random", f"{self._key}|{self._count}") % max(1, top)

    def pick(self, items: tuple[T, ...]) -> T:
        """One of some items."""
        return items[self.below(len(items))]


def random_legal(view: View) -> tuple[Act, ...] | Sheet | dict[str, Answer]:
    """Anything the rules allow. Raises ValueError when the view asks nothing of it."""
    draws = Draws(view)
    match view.stage:
        case "negotiation":
            return _talk(view, draws)
        case "orders":
            return _sheet(view, draws)
        case "showdown" | "strike":
            return _answers(view, draws)
        case "over":
            raise ValueError("The game is over: a mind is asked for nothing more.")


# -- talk ---------------------------------------------------------------------------------------------------


def _talk(view: View, draws: Draws) -> tuple[Act, ...]:
    """Up to `TRIES` acts, each allowed by itself; one that an earlier one made impossible is refused by the rules."""
    made: list[Act] = []
    for _ in range(TRIES):
        idea = draws.pick(IDEAS)(view, draws)
        if idea is not None and idea not in made and not problems(view, idea):
            made.append(idea)
    return tuple(made)


def _other(view: View, draws: Draws) -> str:
    return draws.pick(tuple(name for name in view.world.nations if name != view.seat))


def _open(view: View) -> tuple[str, ...]:
    return tuple(name for name, thread in view.world.threads.items() if thread.status == "open")


def _message(view: View, draws: Draws) -> Act | None:
    return acts.Message(to=(_other(view, draws),), text=draws.pick(WORDS), tone=draws.pick(TONES))


def _propose(view: View, draws: Draws) -> Act | None:
    parties = tuple(sorted(dict.fromkeys((view.seat, _other(view, draws), _other(view, draws)))))
    against = tuple(name for name in view.world.nations if name not in parties)
    clauses: list[Clause] = []
    if draws.below(2):
        aim = (draws.pick(against),) if against and not draws.below(3) else ()
        area = (draws.pick(tuple(view.world.theatres)),) if draws.below(2) else ()
        clauses.append(
            MutualDefence(automaticity=draws.pick(KINDS), earmark=10 * (1 + draws.below(10)), area=area, against=aim)
        )
    if draws.below(2):
        clauses.append(Consultation())
    if draws.below(3) == 0:
        clauses.append(JointExercises(scale=1 + draws.below(3), per_year=1 + draws.below(2)))
    if draws.below(2):
        clauses.append(draws.pick(joint_clauses(view.world, parties)))
    if draws.below(4) == 0 or not clauses:
        clauses.append(BurdenSharing(target=5 * (1 + draws.below(12)), formula=draws.pick(FORMULAS)))
    made = in_order(tuple(clauses))
    charter = _charter(parties, draws) if len(parties) > 2 and draws.below(2) else None
    draft = Draft(
        title=title_for(view.world, parties, made),
        parties=parties,
        clauses=made,
        secret=draws.below(5) == 0,
        charter=charter,
    )
    return acts.Propose(draft=draft, turns=draws.below(3), tone=draws.pick(TONES))


def _charter(parties: tuple[str, ...], draws: Draws) -> Charter:
    rule = draws.pick(RULES_OF_DECISION)
    outs = (OptOut(draws.pick(parties), draws.pick(DUTY_KINDS)),) if draws.below(3) == 0 else ()
    return Charter(
        rule=rule,
        leader=draws.pick(parties) if rule == "leader" else "",
        task=draws.pick(TASKS),
        seat=draws.pick(parties),
        creed=draws.pick((-10, 5)),
        opt_outs=outs,
    )


def _amend(view: View, draws: Draws) -> Act | None:
    """A new text of a treaty: with one more party, or with one clause fewer."""
    known = tuple((name, treaty) for name, treaty in view.world.treaties.items() if treaty.in_force(view.world.turn))
    if not known:
        return None
    name, treaty = draws.pick(known)
    text = text_of(name, treaty)
    joined = tuple(sorted(dict.fromkeys((*treaty.parties, view.seat, *((_other(view, draws),) * draws.below(2))))))
    text = replace(text, parties=joined)
    if draws.below(2) and len(text.clauses) > 1:
        text = replace(text, clauses=text.clauses[1:])
    if draws.below(3) == 0:
        text = replace(text, charter=_charter(joined, draws))
    return acts.Propose(draft=text, turns=draws.below(3))


def _call_vote(view: View, draws: Draws) -> Act | None:
    alliances = alliances_of(view.world, view.seat)
    if not alliances:
        return None
    name, treaty, _ = draws.pick(alliances)
    kind = draws.pick(MOTION_KINDS)
    inside = kind in ("suspend", "lift", "expel", "fund")
    who = draws.pick(treaty.parties) if inside else _other(view, draws)
    cases = tuple(view.world.crises)
    return acts.CallVote(
        treaty=name,
        motion=kind,
        nation=who if kind in ABOUT_NATION else "",
        crisis=draws.pick(cases) if kind == "invoke" and cases else "",
        theatre=draws.pick(tuple(view.world.theatres)) if kind == "plan" else "",
        amount=1 + draws.below(3) if kind == "fund" else 0,
    )


def _vote(view: View, draws: Draws) -> Act | None:
    motions = tuple(name for name, motion in view.world.motions.items() if motion.status == "open")
    if not motions:
        return None
    return acts.Vote(motion=draws.pick(motions), choice=draws.pick(CHOICES))


def _accept(view: View, draws: Draws) -> Act | None:
    threads = _open(view)
    if not threads:
        return None
    thread = draws.pick(threads)
    return acts.Accept(thread=thread, revision=len(view.world.threads[thread].revisions))


def _refuse(view: View, draws: Draws) -> Act | None:
    threads = _open(view)
    if not threads:
        return None
    thread = draws.pick(threads)
    why = (Term("temper", -10),)
    return acts.Refuse(
        thread=thread, revision=len(view.world.threads[thread].revisions), because=why, tone=draws.pick(TONES)
    )


def _counter(view: View, draws: Draws) -> Act | None:
    threads = _open(view)
    if not threads:
        return None
    name = draws.pick(threads)
    thread = view.world.threads[name]
    nearby = neighbours(view.world, thread.latest.draft)
    return acts.Counter(thread=name, revision=len(thread.revisions), draft=draws.pick(nearby).draft)


def _recall(view: View, draws: Draws) -> Act | None:
    threads = _open(view)
    return acts.Recall(thread=draws.pick(threads)) if threads else None


def _withdraw(view: View, draws: Draws) -> Act | None:
    mine = tuple(name for name, treaty in view.world.treaties.items() if view.seat in treaty.parties)
    return acts.Withdraw(treaty=draws.pick(mine)) if mine and draws.below(4) == 0 else None


def _press(view: View, draws: Draws) -> Act | None:
    for name, crisis in view.world.crises.items():
        if crisis.challenger == view.seat and crisis.stage == "brewing":
            return acts.Press(target=crisis.target, grade=draws.pick(GRADES), crisis=name)
    return acts.Press(target=_other(view, draws), grade=draws.pick(GRADES)) if draws.below(3) == 0 else None


def _consult(view: View, draws: Draws) -> Act | None:
    due = consults_due(view.world, view.seat)
    if not due:
        return None
    treaty, crisis = draws.pick(due)
    return acts.ConsultAct(treaty=treaty, crisis=crisis)


def _invoke(view: View, draws: Draws) -> Act | None:
    world, me = view.world, view.seat
    calls = tuple((treaty, crisis) for crisis in world.crises for treaty in invocable(world, me, crisis))
    if not calls:
        return None
    treaty, crisis = draws.pick(calls)
    return acts.Invoke(treaty=treaty, crisis=crisis)


def _words(view: View, draws: Draws) -> Act | None:
    cases = tuple(name for name, crisis in view.world.crises.items() if crisis.live)
    if not cases:
        return None
    case = draws.pick(cases)
    made: tuple[Act, ...] = (
        acts.Mediate(crisis=case),
        acts.Offer(crisis=case),
        acts.Offer(crisis=case, terms="give_way"),
        acts.Offer(crisis=case, terms="decline"),
        acts.Warn(crisis=case),
    )
    return draws.pick(made)


def _broker(view: View, draws: Draws) -> Act | None:
    parties = tuple(sorted(dict.fromkeys((_other(view, draws), _other(view, draws)))))
    light: tuple[Clause, ...] = (Consultation(), JointExercises(), MutualDefence(automaticity="own_way"))
    clauses = (draws.pick(light),)
    title = title_for(view.world, parties, clauses)
    draft = Draft(title=title, parties=parties, clauses=clauses)
    return acts.Broker(draft=draft, turns=draws.below(3), tone=draws.pick(TONES))


def _state(view: View, draws: Draws) -> Act | None:
    mine = tuple(name for name, treaty in view.world.treaties.items() if view.seat in treaty.parties)
    if mine and draws.below(2):
        return acts.StatePublicly(what="commitment", treaty=draws.pick(mine))
    return acts.StatePublicly(what="warning" if draws.below(2) else "support", nation=_other(view, draws))


def _lobby(view: View, draws: Draws) -> Act | None:
    signed = awaiting(view.world)
    if not signed:
        return None
    treaty = draws.pick(signed)
    nation = draws.pick(signatories(view.world.treaties[treaty]))
    return acts.Lobby(treaty=treaty, nation=nation, influence=1 + draws.below(2), against=draws.below(2) == 0)


def _ask_price(view: View, draws: Draws) -> Act | None:
    threads = _open(view)
    if not threads:
        return None
    name = draws.pick(threads)
    return acts.AskPrice(thread=name, nation=draws.pick(view.world.threads[name].parties))


def _name_price(view: View, draws: Draws) -> Act | None:
    asked_me = view.world.nations[view.seat].questions
    if not asked_me:
        return None
    one = draws.pick(asked_me)
    nearby = neighbours(view.world, view.world.threads[one.thread].latest.draft)
    drafts = (draws.pick(nearby).draft,) if draws.below(3) else ()
    return acts.NamePrice(thread=one.thread, to=one.by, drafts=drafts)


def _accuse(view: View, draws: Draws) -> Act | None:
    mine = tuple(name for name, fate in view.world.misfortunes.items() if fate.target == view.seat and not fate.accused)
    return acts.Accuse(misfortune=draws.pick(mine), suspect=_other(view, draws)) if mine else None


IDEAS: tuple[Callable[[View, Draws], Act | None], ...] = (
    _message, _propose, _propose, _accept, _accept, _refuse, _counter, _recall, _withdraw, _press, _consult, _invoke,
    _words,
    _broker, _state, _lobby, _ask_price, _name_price, _name_price,
    _amend, _call_vote, _vote, _vote, _accuse,
)  # fmt: skip


# -- orders and answers -------------------------------------------------------------------------------------


def _sheet(view: View, draws: Draws) -> Sheet:
    """Orders of every kind, each kept only when the whole is still allowed."""
    world, me = view.world, view.seat
    made = Sheet()
    abroad = tuple(theatre for theatre in world.theatres if theatre != world.nations[me].home)
    room = may_leave(world.nations[me])
    standing = {draws.pick(abroad): 1 + draws.below(room)} if abroad and room and draws.below(2) else {}
    budget = Budget(forces=draws.below(3), readiness=draws.below(3), home_cut=draws.below(2))
    due = exercises_due(world, me)
    drills = (_drill(view, draws), due, ())[draws.below(3)]
    mission = Mission(to=_other(view, draws), form=draws.pick(FORMS))
    back = tuple(treaty for treaty in may_withhold(world, me) if draws.below(4) == 0)
    for tried in (
        Sheet(standing=standing, withheld=back),
        Sheet(standing=standing),
        Sheet(standing=standing, withheld=back, budget=budget),
        Sheet(standing=standing, withheld=back, budget=budget, exercises=drills),
        Sheet(standing=standing, withheld=back, budget=budget, exercises=due, missions=(mission,)),
    ):
        if not sheet_problems(view, tried):
            made = tried
    return made


def _drill(view: View, draws: Draws) -> tuple[Exercise, ...]:
    """An exercise of one's own making at home; it is held if somebody happens to have the same idea."""
    world, me = view.world, view.seat
    forms: tuple[Form, ...] = ("staff", "field", "relief")
    emphases: tuple[Emphasis, ...] = ("combined", "naval", "air", "cyber", "peacekeeping")
    form = draws.pick(forms)
    return (
        Exercise(
            participants=tuple(sorted((me, _other(view, draws)))),
            theatre=world.nations[me].home,
            form=form,
            scale=1 + draws.below(3),
            notified=draws.below(3) > 0,
            emphasis="combined" if form == "relief" else draws.pick(emphases),
        ),
    )


def _answers(view: View, draws: Draws) -> dict[str, Answer]:
    """An allowed stance in every case that asks."""
    world, me = view.world, view.seat
    made: dict[str, Answer] = {}
    for name in asked(world, me):
        stance = draws.pick(stances(world, me, name))
        forces = available(world, me, world.crises[name]) if stance in ("come", "join") else 0
        treaties = invocable(world, me, name)[:1] if stance == "invoke" else ()
        tried = {**made, name: Answer(stance, 1 + draws.below(forces) if forces else 0, treaties)}
        if not answer_problems(view, tried):
            made = tried
    return made
