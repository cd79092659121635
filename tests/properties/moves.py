"""Acts, sheets and answers for generated games: some that a sensible nation might try, some that nobody would."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.core import acts
from game.core.acts import Act
from game.core.attribution import relief_asked, sabotage_known
from game.core.burden import formula_of
from game.core.charters import (
    ABOUT_NATION,
    DUTY_KINDS,
    MOTION_KINDS,
    RULES_OF_DECISION,
    TASKS,
    Charter,
    OptOut,
)
from game.core.checks.answers import Answers
from game.core.clauses import (
    CLAUSES,
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.councils import text_of, voters
from game.core.crises import CHALLENGER_STANCES, GRADES, TARGET_STANCES, Answer, Stance
from game.core.drafts import Draft, Payment
from game.core.duties import FORMULAS
from game.core.geography import may_leave
from game.core.joint_work import (
    CyberDefence,
    CyberDeterrence,
    DisasterResponse,
    Favour,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    Standardisation,
    TechnologyTransfer,
)
from game.core.legality import problems
from game.core.mediation import parties_of
from game.core.options import (
    asked,
    available,
    consults_due,
    exercises_due,
    initiatives_to_spend,
    invocable,
    may_withhold,
    most_new_forces,
    stances,
)
from game.core.orders import Budget, Covert, Exercise, Mission, MissionKind, Sheet
from game.core.ratification import awaiting
from game.core.relations import trust
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.terms import TONES, Term
from game.core.view import View
from game.core.world import State
from tests.properties.tape import Chooser

ALLIES: tuple[Stance, ...] = ("stay_out", "come", "come", "support", "mediate", "refuse")


FORMS: tuple[MissionKind, ...] = ("staff_talks", "attache", "visit")


# -- drafts -------------------------------------------------------------------------------------------------


def clause(
    choose: Chooser, kind: type[Clause], parties: tuple[str, ...], theatres: tuple[str, ...], enemies: tuple[str, ...]
) -> Clause:
    """A clause of this kind that a draft between these nations may hold."""
    makers: dict[type[Clause], Callable[[], Clause]] = {
        MutualDefence: lambda: MutualDefence(
            area=choose.some(theatres, 0, 2),
            against=choose.some(enemies, 0, 1) if choose.chance(30) else (),
            automaticity=choose.pick(("automatic", "consulted", "own_way")),
            earmark=choose.pick((10, 40, 100)),
        ),
        Consultation: lambda: Consultation(area=choose.some(theatres, 0, 1)),
        NonAggression: NonAggression,
        Neutrality: lambda: Neutrality(unallied=choose.chance(30)),
        JointExercises: lambda: JointExercises(
            per_year=choose.number(1, 4), scale=choose.number(1, 3), costs=choose.pick(("equal", "by_income"))
        ),
        IntelligenceSharing: lambda: IntelligenceSharing(level=choose.number(1, 3)),
        CapacityBuilding: lambda: CapacityBuilding(
            donor=choose.pick(parties), amount=choose.number(1, 3), training=choose.number(0, 3)
        ),
        Basing: lambda: Basing(host=choose.pick(parties)),
        BurdenSharing: lambda: BurdenSharing(target=choose.pick((5, 25, 60)), formula=choose.pick(FORMULAS)),
        ConfidenceBuilding: lambda: ConfidenceBuilding(observers=choose.chance(50), keep_away=choose.chance(30)),
        ArmsLimits: lambda: ArmsLimits(ceiling=choose.pick((0, 10, 100))),
        Standardisation: Standardisation,
        IntegratedCommand: lambda: IntegratedCommand(share=choose.pick((20, 40, 100))),
        PersonnelExchange: lambda: PersonnelExchange(level=choose.number(1, 2)),
        CyberDefence: CyberDefence,
        CyberDeterrence: lambda: CyberDeterrence(answer=choose.pick(("defensive", "offensive"))),
        TechnologyTransfer: lambda: TechnologyTransfer(donor=choose.pick(parties), amount=choose.number(1, 4)),
        Resilience: lambda: Resilience(amount=choose.pick((2, 4, 6))),
        DisasterResponse: lambda: DisasterResponse(amount=choose.number(1, 4)),
        Peacekeeping: lambda: Peacekeeping(area=choose.some(theatres, 0, 1), forces=choose.number(1, 4)),
        Reconstruction: lambda: Reconstruction(amount=choose.number(1, 4)),
        MutualSupport: lambda: MutualSupport(
            favours=(Favour(parties[0], parties[1], choose.pick(("case", "claim", "motion"))),)
        ),
    }
    assert set(makers) == set(CLAUSES), "a new clause wants a maker here"
    return makers[kind]()


def draft(choose: Chooser, world: State, parties: tuple[str, ...]) -> Draft:
    """A sound draft between these nations."""
    theatres = tuple(world.theatres)
    enemies = tuple(name for name in (*world.nations, *world.others) if name not in parties)
    made: list[Clause] = []
    for kind in choose.some(CLAUSES, 1, 3):
        made.append(clause(choose, kind, parties, theatres, enemies))
    payments = ()
    if choose.chance(20):
        payer, payee = choose.some(parties, 2, 2)
        payments = (Payment(payer, payee, choose.number(1, 6)),)
    return Draft(
        title="Understanding",
        parties=parties,
        clauses=tuple(made),
        duration=choose.pick((0, 1, 2)),
        notice=choose.pick((0, 1, 2)),
        secret=choose.chance(25),
        payments=payments,
        charter=charter(choose, parties, enemies) if choose.chance(40) else None,
    )


def charter(choose: Chooser, parties: tuple[str, ...], enemies: tuple[str, ...]) -> Charter:
    """A sound charter among these nations."""
    rule = choose.pick(RULES_OF_DECISION)
    return Charter(
        rule=rule,
        leader=choose.pick(parties) if rule == "leader" else "",
        against=choose.pick(("", *enemies)),
        task=choose.pick(TASKS),
        seat=choose.pick(("", *parties)),
        creed=choose.pick((-10, 0, 6)),
        opt_outs=tuple(OptOut(party, choose.pick(DUTY_KINDS)) for party in choose.some(parties, 0, 1)),
    )


def new_text(choose: Chooser, world: State, me: str, treaty_id: str) -> Draft:
    """A new text of a treaty, perhaps with one party more."""
    text = text_of(treaty_id, world.treaties[treaty_id])
    parties = tuple(sorted({*text.parties, me, *choose.some(tuple(world.nations), 0, 1)}))
    put = draft(choose, world, parties)
    return replace(put, amends=treaty_id, charter=put.charter or text.charter, secret=text.secret)


def unsound(choose: Chooser, world: State, sound: Draft) -> Draft:
    """A draft with something wrong with it, or perhaps not."""
    names = (*world.nations, "XYZ")
    return choose.pick(
        (
            replace(sound, parties=tuple(reversed(sound.parties))),
            replace(sound, parties=choose.some(names, 0, 3)),
            replace(sound, title=""),
            replace(sound, clauses=()),
            replace(sound, clauses=sound.clauses * 2),
            replace(sound, duration=choose.number(0, 60)),
            replace(sound, notice=choose.number(-1, 9)),
            replace(sound, clauses=(MutualDefence(earmark=choose.number(0, 120), area=("nowhere",)),)),
            replace(sound, clauses=(MutualDefence(threats=(), against=sound.parties),)),
            replace(sound, clauses=(JointExercises(per_year=choose.number(0, 9), scale=choose.number(0, 5)),)),
            replace(sound, payments=(Payment(sound.parties[0], sound.parties[0], choose.number(-3, 3)),)),
            replace(sound, payments=(Payment(sound.parties[0], sound.parties[1], choose.number(1, 400)),)),
        )
    )


def reasons(choose: Chooser) -> tuple[Term, ...]:
    """Terms of a decision, or none."""
    return (Term("trust", choose.number(-50, 50)), Term("cost", -choose.number(0, 50))) if choose.chance(40) else ()


# -- acts ---------------------------------------------------------------------------------------------------


def sensible_act(choose: Chooser, view: View) -> Act:
    """An act of a kind that is likely to be allowed now, from what the nation sees."""
    world, me = view.world, view.seat
    others = tuple(name for name in world.nations if name != me)

    def message() -> Act:
        return acts.Message(to=choose.some(others, 1, 2), text="We should speak.", tone=choose.pick(TONES))

    def propose() -> Act:
        parties = tuple(sorted((me, *choose.some(others, 1, 2))))
        return acts.Propose(draft=draft(choose, world, parties), turns=choose.number(0, 4), because=reasons(choose))

    def press() -> Act:
        return acts.Press(target=choose.pick(others), grade=choose.pick(GRADES))

    def broker() -> Act:
        open_to = tuple(name for name in others if trust(world, name, me) >= world.rules.broker_trust)
        parties = choose.some(open_to if len(open_to) > 1 else others, 2, 2)
        return acts.Broker(draft=draft(choose, world, tuple(sorted(parties))), turns=choose.number(0, 4))

    def state() -> Act:
        return acts.StatePublicly(what=choose.pick(("support", "warning")), nation=choose.pick(others))

    options: list[Callable[[], Act]] = [message, propose, propose, broker]
    if choose.chance(40):
        options.append(state)
    for question in world.nations[me].questions:
        price = (draft(choose, world, world.threads[question.thread].parties),) * choose.number(0, 1)
        options += [partial(acts.NamePrice, thread=question.thread, to=question.by, drafts=price)] * 3
    for treaty_id in awaiting(world):
        party = choose.pick(world.treaties[treaty_id].parties)
        options.append(partial(acts.Lobby, treaty=treaty_id, nation=party, against=choose.chance(50)))
    if choose.chance(20):
        options.append(press)
    for thread_id, thread in world.threads.items():
        if thread.status == "open":
            options += answers_to(choose, world, me, thread_id)
    for treaty_id, crisis_id in consults_due(world, me):
        options += [partial(acts.ConsultAct, treaty=treaty_id, crisis=crisis_id)] * 3
    for crisis_id, crisis in world.crises.items():
        if crisis.stage == "brewing" and crisis.challenger == me:
            grade = choose.pick(GRADES)
            options += [partial(acts.Press, target=crisis.target, grade=grade, crisis=crisis_id)] * 4
        for treaty_id in invocable(world, me, crisis_id) if crisis.stage == "open" else ():
            options += [partial(acts.Invoke, treaty=treaty_id, crisis=crisis_id, because=reasons(choose))] * 2
        if crisis.live:
            if me not in parties_of(crisis):
                options += [partial(acts.Mediate, crisis=crisis_id), partial(acts.Warn, crisis=crisis_id)]
            if me in (crisis.target, crisis.challenger):
                options += [partial(acts.Offer, crisis=crisis_id)] * (12 if crisis.terms_by else 2)
                options.append(partial(acts.Offer, crisis=crisis_id, terms="give_way"))
                options.append(partial(acts.Offer, crisis=crisis_id, terms="decline"))
    for fate_id, fate in world.misfortunes.items():
        if fate.target == me and not fate.accused and world.misfortune_kinds[fate.kind].hidden_hand:
            options += [partial(acts.Accuse, misfortune=fate_id, suspect=choose.pick(others))] * 2
    for treaty_id, treaty in world.treaties.items():
        if me in treaty.parties and treaty.in_force(world.turn) and not treaty.secret and choose.chance(20):
            options.append(partial(acts.StatePublicly, what="commitment", treaty=treaty_id))
        if me in treaty.parties and not treaty.ended and choose.chance(20):
            options.append(partial(acts.Withdraw, treaty=treaty_id, because=reasons(choose)))
        if not initiatives_to_spend(world.rules, world.nations[me]):
            continue
        if treaty.in_force(world.turn) and treaty.coming is None and choose.chance(40):
            put = new_text(choose, world, me, treaty_id)
            options.append(partial(acts.Propose, draft=put, because=reasons(choose)))
        if treaty.in_force(world.turn) and treaty.charter is not None and me in treaty.parties:
            options += [partial(motion_in, choose, world, treaty_id)] * 2
    for motion_id, motion in world.motions.items():
        if motion.status == "open" and me in voters(world, motion) and me not in motion.votes:
            options += [
                partial(acts.Vote, motion=motion_id, choice=choose.pick(("for", "for", "against", "abstain")))
            ] * 8
    # Most of what is tried is to be done: of a few thoughts, the first that is allowed.
    for _ in range(2):
        move = choose.pick(options)()
        if not problems(view, move):
            return move
    return choose.pick(options)()


def motion_in(choose: Chooser, world: State, treaty_id: str) -> Act:
    """A motion put to the council of an alliance."""
    treaty, kind = (
        world.treaties[treaty_id],
        choose.pick((*MOTION_KINDS, "suspend", "suspend", "expel", "lift", "waive")),
    )
    outside = tuple(name for name in world.nations if name not in treaty.parties)
    about = outside
    if kind in ("fund", "suspend", "expel"):
        about = treaty.active if kind == "fund" else treaty.parties
    elif kind == "lift":
        about = treaty.suspended
    elif kind == "waive":
        about = tuple(name for name in outside if world.nations[name].regime < treaty.charter.creed)
    return acts.CallVote(
        treaty=treaty_id,
        motion=kind,
        nation=choose.pick(about) if kind in ABOUT_NATION and about else "",
        crisis=choose.pick(tuple(world.crises)) if kind == "invoke" and world.crises else "",
        theatre=choose.pick(tuple(world.theatres)) if kind == "plan" else "",
        amount=choose.number(1, 3) if kind == "fund" else 0,
        because=reasons(choose),
    )


def answers_to(choose: Chooser, world: State, me: str, thread_id: str) -> list[Callable[[], Act]]:
    """What a party might do about a thread that is open."""
    thread = world.threads[thread_id]
    count = len(thread.revisions)

    def refuse() -> Act:
        instead = draft(choose, world, thread.parties) if choose.chance(30) else None
        return acts.Refuse(thread=thread_id, revision=count, because=reasons(choose), instead=instead)

    def counter() -> Act:
        put = draft(choose, world, thread.parties)
        if thread.latest.draft.amends:
            put = replace(thread.latest.draft, clauses=put.clauses)
        return acts.Counter(thread=thread_id, revision=count, draft=put, because=reasons(choose))

    found: list[Callable[[], Act]] = []
    asked_of = tuple(name for name in thread.parties if name != me and name not in thread.latest.agreed)
    if asked_of and world.nations[me].influence:
        found.append(partial(acts.AskPrice, thread=thread_id, nation=choose.pick(asked_of)))
    if me in thread.parties and me not in thread.latest.agreed:
        found += [partial(acts.Accept, thread=thread_id, revision=count, because=reasons(choose))] * (
            6 if thread.latest.draft.amends else 2
        ) + [refuse]
    if me not in thread.countered:
        found.append(counter)
    if thread.latest.by == me and choose.chance(30):
        found.append(partial(acts.Recall, thread=thread_id))
    return found


def wild_act(choose: Chooser, truth: State) -> Act:
    """An act made without looking: ids of things hidden or never heard of, numbers beyond any range."""
    threads = (*truth.threads, "CAS-9-9")
    treaties = (*truth.treaties, "nothing")
    crises = (*truth.crises, "nothing")
    names = (*truth.nations, "XYZ")
    nations = tuple(truth.nations)

    def sound() -> Draft:
        return draft(choose, truth, tuple(sorted(choose.some(nations, 2, 3))))

    makers: tuple[Callable[[], Act], ...] = (
        lambda: acts.Message(to=choose.some(names, 0, 4), text=choose.pick(("", "Words.", "x" * 2001))),
        lambda: acts.Propose(draft=unsound(choose, truth, sound()), turns=choose.number(-1, 6)),
        lambda: acts.Propose(draft=sound()),
        lambda: acts.Counter(thread=choose.pick(threads), revision=choose.number(0, 3), draft=sound()),
        lambda: acts.Accept(thread=choose.pick(threads), revision=choose.number(0, 3)),
        lambda: acts.Refuse(thread=choose.pick(threads), revision=1, instead=unsound(choose, truth, sound())),
        lambda: acts.Refuse(thread=choose.pick(threads), revision=choose.number(0, 3)),
        lambda: acts.Recall(thread=choose.pick(threads)),
        lambda: acts.Withdraw(treaty=choose.pick(treaties)),
        lambda: acts.Press(target=choose.pick(names), grade=choose.pick(GRADES), crisis=choose.pick((*crises, ""))),
        lambda: acts.ConsultAct(treaty=choose.pick(treaties), crisis=choose.pick(crises)),
        lambda: acts.Invoke(treaty=choose.pick(treaties), crisis=choose.pick(crises)),
        lambda: acts.Mediate(crisis=choose.pick(crises)),
        lambda: acts.Offer(crisis=choose.pick(crises), terms=choose.pick(("compromise", "decline", "give_way"))),
        lambda: acts.Warn(crisis=choose.pick(crises)),
        lambda: acts.Broker(draft=unsound(choose, truth, sound()), turns=choose.number(-1, 6)),
        lambda: acts.StatePublicly(
            what=choose.pick(("support", "warning", "commitment")),
            nation=choose.pick((*names, "")),
            treaty=choose.pick((*treaties, "")),
        ),
        lambda: acts.Lobby(treaty=choose.pick(treaties), nation=choose.pick(names), influence=choose.number(-1, 5)),
        lambda: acts.AskPrice(thread=choose.pick(threads), nation=choose.pick(names)),
        lambda: acts.NamePrice(thread=choose.pick(threads), to=choose.pick(names), drafts=(sound(),)),
        lambda: acts.Propose(draft=replace(sound(), amends=choose.pick(treaties))),
        lambda: acts.Vote(motion=choose.pick((*truth.motions, "nothing")), choice=choose.pick(("for", "against"))),
        lambda: acts.CallVote(
            treaty=choose.pick(treaties),
            motion=choose.pick(MOTION_KINDS),
            nation=choose.pick(("", *names)),
            crisis=choose.pick(("", *crises)),
            theatre=choose.pick(("", "nowhere", *truth.theatres)),
            amount=choose.number(-1, 9),
        ),
        lambda: acts.Accuse(misfortune=choose.pick((*truth.misfortunes, "nothing")), suspect=choose.pick(names)),
    )
    return choose.pick(makers)()


# -- sheets and answers -------------------------------------------------------------------------------------


def sheet(choose: Chooser, view: View) -> Sheet:
    """Orders, sensible or not."""
    world, me = view.world, view.seat
    own = world.nations[me]
    if choose.chance(15):
        return Sheet(
            budget=Budget(
                forces=choose.number(-1, 40), readiness=choose.number(-1, 30), home_cut=choose.number(-1, 40)
            ),
            standing={choose.pick((*world.theatres, "nowhere")): choose.number(-1, 99)},
            exercises=(Exercise(participants=choose.some((*world.nations, "XYZ"), 0, 3), theatre="nowhere"),),
            missions=(Mission(to=choose.pick((*world.nations, "XYZ"))),),
            relief={choose.pick((*world.misfortunes, "nothing")): choose.number(-1, 9)},
            covert=(Covert(choose.pick((*world.nations, "XYZ"))),) * choose.number(0, 2),
            withheld=choose.some((*world.treaties, "nothing"), 0, 1),
        )
    abroad = tuple(theatre for theatre in world.theatres if theatre != own.home)
    half = may_leave(own)
    standing = {theatre: max(1, half // 3) for theatre in choose.some(abroad, 0, 2)} if half > 3 else {}
    exercises = tuple(exercise for exercise in exercises_due(world, me) if choose.chance(80))
    names = tuple(world.nations)
    if choose.chance(40) and (me in names[:2] or choose.chance(10)):
        exercises += (
            Exercise(participants=names[:2], theatre=own.home if me in names[:2] else abroad[0], form="staff"),
        )
    pair = (names[0], names[-1])
    if me in pair and choose.chance(25):
        # What is large and nobody was told of may go wrong.
        exercises += (Exercise(participants=pair, theatre="north", scale=3, notified=False),)
    others = tuple(name for name in world.nations if name != me)
    return Sheet(
        budget=Budget(
            forces=choose.number(0, min(2, most_new_forces(world.rules, own))),
            readiness=choose.number(0, 1),
            home_cut=choose.number(0, 2),
        ),
        standing=standing,
        exercises=exercises,
        missions=tuple(
            Mission(to=name, form=choose.pick(("staff_talks", "attache", "visit")))
            for name in choose.some(others, 0, 1)
        ),
        relief={fate: choose.number(1, 4) for fate in relief_asked(world) if choose.chance(60)},
        covert=(Covert(choose.pick(others)),) if sabotage_known(world) and choose.chance(15) else (),
        withheld=tuple(treaty for treaty in may_withhold(world, me) if choose.chance(20)),
        because={
            key: reasons(choose)
            for key, treaty in world.treaties.items()
            if me in treaty.parties and formula_of(treaty) is not None
        },
    )


def answers(choose: Chooser, view: View) -> Answers:
    """Sealed answers in every case the nation is asked in, sensible or not; sometimes silence."""
    world, me = view.world, view.seat
    given: Answers = {}
    for crisis_id in asked(world, me):
        if choose.chance(10):
            continue
        if choose.chance(10):
            every = (*TARGET_STANCES, *ALLIES, *CHALLENGER_STANCES)
            given[crisis_id] = Answer(choose.pick(every), choose.number(0, 99), ("nothing",))
            continue
        crisis = world.crises[crisis_id]
        stance = choose.pick(stances(world, me, crisis_id))
        if stance == "come":
            most = available(world, me, crisis)
            given[crisis_id] = Answer("come", choose.number(1, most)) if most else Answer("support")
        elif stance == "invoke":
            given[crisis_id] = Answer("invoke", treaties=invocable(world, me, crisis_id), because=reasons(choose))
        else:
            given[crisis_id] = Answer(stance, because=reasons(choose))
    return given
