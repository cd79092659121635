"""What must hold of every state, and of every step from one to the next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from typing import get_args

from game.core.crises import ENDED
from game.core.declared import DECLARED
from game.core.drafts import Thread
from game.core.events import Event, EventKind
from game.core.options import exercise_forces
from game.core.world import Nation, State

Events = Sequence[Event]


# -- states -------------------------------------------------------------------------------------------------


def check_state(state: State) -> None:
    """Assert what must hold of a state."""
    _check_stage(state)
    for name, nation in state.nations.items():
        _check_nation(state, name, nation)
    for key, pair in state.pairs.items():
        a, dash, b = key.partition("-")
        assert dash, f"{key} is no key of a pair"
        assert a < b, f"{key} is not sorted"
        assert {a, b} <= set(state.nations)
        assert 0 <= pair.interop <= 100
        assert 0 <= pair.interop_turn <= state.turn
        assert all(name in (a, b) for name in (*pair.trust, *pair.provocation, *pair.claims))
        assert all(abs(reason.tenths) <= 1000 for reasons in pair.trust.values() for reason in reasons)
    for treaty in state.treaties.values():
        assert treaty.parties == tuple(sorted(set(treaty.parties)))
        assert len(treaty.parties) >= 2
        assert treaty.signed <= state.turn
        assert 0 <= treaty.ended <= state.turn
        assert all(name in treaty.parties for name in treaty.leaving)
        assert not treaty.lobbied or treaty.signed == state.turn or treaty.coming is not None or treaty.ended
        assert not treaty.finders or (treaty.secret and not set(treaty.finders) & set(treaty.parties))
        assert all(name in treaty.parties for name in treaty.suspended)
        if treaty.charter is None:
            assert not any((treaty.statements, treaty.outvoted, treaty.suspended))
        else:
            named = (treaty.charter.leader, treaty.charter.seat, *(out.party for out in treaty.charter.opt_outs))
            assert all(name in ("", *treaty.parties) for name in named)
            assert (treaty.charter.rule == "leader") == bool(treaty.charter.leader)
    _check_threads(state)
    _check_motions(state)
    _check_crises(state)
    _check_misfortunes(state)


def _check_misfortunes(state: State) -> None:
    for fate in state.misfortunes.values():
        assert fate.target in state.nations
        assert fate.culprit != fate.target
        assert bool(fate.ended) == bool(fate.outcome)
        assert fate.attributed == (fate.outcome == "attributed")
        assert fate.since <= state.turn
        assert all(amount >= 1 for amount in fate.given.values())
        hidden = state.misfortune_kinds[fate.kind].hidden_hand
        assert hidden == bool(fate.culprit)
        assert not (hidden and fate.given)


def _check_stage(state: State) -> None:
    heads = [crisis for crisis in state.crises.values() if crisis.stage == "showdown"]
    assert bool(heads) == (state.stage in ("showdown", "strike"))
    assert (state.round in (1, 2)) == (state.stage == "showdown")
    for crisis in heads:
        assert len(crisis.answers) == (2 if state.stage == "strike" else state.round - 1)
    committed = [name for name, nation in state.nations.items() if nation.sheet is not None]
    assert committed == (list(state.nations) if state.stage in ("showdown", "strike") else [])
    assert 1 <= state.turn <= state.turns + (state.rules.end_most if state.uncertain_end else 0)


def _check_nation(state: State, name: str, nation: Nation) -> None:
    rules = state.rules
    assert 0 <= nation.readiness <= 100
    assert 0 <= nation.support <= 100
    assert 0 <= nation.influence <= rules.influence_cap
    assert nation.forces >= 0
    assert nation.initiatives >= 0
    assert nation.treasury >= 0
    if state.stage == "over":
        assert nation.treasury <= nation.income, f"{name} holds more than an income after the last Resolution"
    assert all(theatre in state.theatres and theatre != nation.home for theatre in nation.standing)
    assert all(fp >= 1 for fp in nation.standing.values())
    busy = sum(exercise_forces(nation, exercise) for exercise in nation.sheet.exercises) if nation.sheet else 0
    assert sum(nation.standing.values()) + busy <= nation.forces // 2, f"{name} has more than half away"
    done = state.turn if state.stage == "over" else state.turn - 1
    assert len(nation.marks) == done
    assert all(len(marks) == len(nation.objectives) for marks in nation.marks)
    for entry in nation.ledger:
        assert entry.turn <= state.turn
        assert 0 <= entry.weight <= 10
        assert entry.treaty in state.treaties


def _check_threads(state: State) -> None:
    for key, thread in state.threads.items():
        if thread.opened > 0:
            maker, turn, number = key.rsplit("-", 2)
            assert (maker, int(turn)) == (thread.by, thread.opened)
            assert int(number) >= 1
        assert thread.revisions
        broker = thread.by not in thread.parties
        assert thread.parties == thread.latest.draft.parties
        for revision in thread.revisions:
            assert revision.by in revision.agreed or (broker and revision.by == thread.by)
            assert all(name in thread.parties for name in revision.agreed)
            assert len(set(revision.agreed)) == len(revision.agreed)
        agreed = set(thread.latest.agreed) == set(thread.parties)
        amends = thread.latest.draft.amends
        if not amends:
            assert agreed == (thread.status == "signed") or thread.status == "lapsed"
        signed = thread.status == "signed" and bool(thread.latest.draft.clauses) and not amends
        assert signed == (key in state.treaties)
        assert thread.status != "open" or thread.deadline >= state.turn


def _check_motions(state: State) -> None:
    for treaty_id, plans in state.plans.items():
        assert state.treaties[treaty_id].charter is not None
        assert all(0 <= plan.rehearsal <= 100 and plan.practised <= state.turn for plan in plans.values())
    for motion in state.motions.values():
        assert motion.votes[motion.by] == "for"
        assert motion.opened <= state.turn
        assert (motion.status == "open") == (not motion.closed)
        if motion.status == "open":
            assert state.treaties[motion.treaty].charter is not None


def _check_crises(state: State) -> None:
    sent: Counter[tuple[str, int]] = Counter()
    for key, crisis in state.crises.items():
        assert crisis.target in state.nations
        assert crisis.challenger in state.nations
        assert crisis.target != crisis.challenger, f"{key} is a quarrel of one"
        assert (crisis.stage in ENDED) == bool(crisis.outcome) == bool(crisis.ended)
        assert (crisis.stage == "brewing") <= (not crisis.opened)
        assert len(crisis.answers) <= 2
        for call in crisis.calls:
            assert call.ally not in (crisis.target, crisis.challenger)
            assert call.treaty in state.treaties
        for number, opened in enumerate(crisis.answers):
            for name, answer in opened.items():
                assert not answer.because, "why an answer was given stays with its giver"
                home = state.nations[name].standing.get(crisis.theatre, 0)
                if answer.stance in ("come", "join") and crisis.stage == "showdown":
                    sent[name, number] += max(0, answer.forces - home)
    for (name, _), fp in sent.items():
        nation = state.nations[name]
        assert fp + sum(nation.standing.values()) <= nation.forces // 2, f"{name} has sent the same forces twice"


# -- steps --------------------------------------------------------------------------------------------------

SUMS: dict[str, tuple[str, ...]] = {
    "treasury": ("income", "earned", "spent", "upkeep", "home_need", "excess_home", "fund_paid", "fund_drawn"),
    "influence": ("influence",),
    "forces": ("forces_raised", "forces_lost"),
    "readiness": ("readiness",),
    "toll": ("toll",),
    "support": ("support",),
    "technology": ("technology",),
    "resilience": ("resilience",),
    "slump": ("slump",),
}
"""Figures of a nation, and the events whose amounts are all that moves them."""

STEADY = ("name", "adjective", "territories", "brief", "home", "rank", "sea_power", "regime", "culture", "potential",
          "nuclear", "doctrine", "personality", "intelligence", "income", "autonomy_wanted", "objectives",
          "temper")  # fmt: skip
"""Fields of a nation that nothing moves."""

TOLD: dict[str, tuple[str, ...]] = {
    "marks": ("mark",),
    "initiatives": ("initiatives",),
    "sheet": ("sheet_committed",),
    "known": ("known",),
    "made": ("initiatives", "proposed"),
    "ledger": ("duty_kept", "duty_broken", "duty_excused", "consulted"),
    "standing": ("standing",),
    "statements": ("stated", "word_broken"),
    "questions": ("asked_price", "named_price"),
    "prices": ("asked_price", "named_price"),
}
"""Fields of a nation that move only with an event of one of these kinds."""


def wealth(state: State) -> int:
    """RP in all treasuries together."""
    return sum(nation.treasury for nation in state.nations.values())


def check_step(before: State, after: State, events: Events) -> None:
    """Assert that everything that differs between two states was told, and by its amount."""
    assert bool(events) or before == after, "something changed and nothing was told"
    for name, was in before.nations.items():
        _check_figures(name, was, after.nations[name], events)
    total = {
        name: sum(nation.treasury for nation in state.nations.values())
        for name, state in (("was", before), ("is", after))
    }
    made = sum(event.amount for event in events if event.kind in SUMS["treasury"] and event.who)
    assert total["is"] - total["was"] == made, "points appeared or vanished in a transfer"
    _check_pairs(before, after, events)
    about = {event.about for event in events} | {event.text for event in events} | {event.why for event in events}
    for kept in ("treaties", "threads", "crises", "motions", "plans", "misfortunes"):
        now, then = getattr(after, kept), getattr(before, kept)
        assert set(then) <= set(now), f"one of the {kept} is gone"
        for key, value in now.items():
            assert value == then.get(key) or key in about, f"{key} of the {kept} changed and nothing tells of it"
    for field in fields(State):
        if DECLARED["State"][field.name] == "public" and field.name not in ("turn", "stage", "round"):
            assert getattr(before, field.name) == getattr(after, field.name)
    kinds = {event.kind for event in events}
    assert (before.turn != after.turn) == ("turn_opened" in kinds)
    assert (before.stage, before.round) == (after.stage, after.round) or kinds & {
        "turn_opened", "round_opened", "game_over"
    }  # fmt: skip


def _check_figures(name: str, was: Nation, now: Nation, events: Events) -> None:
    mine = [event for event in events if event.who == name]
    for figure, kinds in SUMS.items():
        told = sum(event.amount for event in mine if event.kind in kinds)
        if figure == "treasury":
            told -= sum(event.amount for event in mine if event.kind == "paid")
            told += sum(event.amount for event in events if event.kind == "paid" and name in event.whom)
        assert getattr(now, figure) - getattr(was, figure) == told, f"{figure} of {name} did not move as told"
    for field in STEADY:
        assert getattr(now, field) == getattr(was, field), f"{field} of {name} has moved"
    told_of = [event for event in events if name in (event.who, *event.whom)]
    for field, kinds in TOLD.items():
        assert getattr(now, field) == getattr(was, field) or any(event.kind in kinds for event in told_of), (
            f"{field} of {name} changed untold"
        )
    moved = {
        theatre: now.standing.get(theatre, 0) - was.standing.get(theatre, 0)
        for theatre in (*was.standing, *now.standing)
    }
    for event in mine:
        if event.kind == "standing":
            moved[event.about] = moved.get(event.about, 0) - event.amount
    assert not any(moved.values()), f"{name} has moved forces untold"
    entries = sum(1 for event in mine if event.kind in TOLD["ledger"])
    assert now.ledger[: len(was.ledger)] == was.ledger
    assert len(now.ledger) - len(was.ledger) == entries
    known = {field.name for field in fields(Nation)}
    assert known == {*SUMS, *STEADY, *TOLD}, "a new field of Nation: say here what moves it"


PAIRED = {
    "trust": "trust",
    "provocation": "provoked",
    "interop": "interop",
    "interop_turn": "interop",
    "practice": "interop",
    "claims": "claim_ended",
    "contacts": "familiarity",
}


def _check_pairs(before: State, after: State, events: Events) -> None:
    told = {(event.kind, *sorted((event.who, *event.whom))) for event in events}
    for key, pair in after.pairs.items():
        was = before.pairs.get(key)
        if was is None:
            assert any((kind, *key.split("-")) in told for kind in PAIRED.values()), f"{key} came to be untold"
        elif pair != was:
            assert pair.rivalry == was.rivalry
            for field, kind in PAIRED.items():
                assert getattr(pair, field) == getattr(was, field) or (kind, *key.split("-")) in told


# -- who hears of what --------------------------------------------------------------------------------------

HEARD: dict[str, str] = {
    **dict.fromkeys(("turn_opened", "turn_closed", "game_over", "played_on", "stability", "round_opened"), "all"),
    **dict.fromkeys(("income", "earned", "influence", "forces_raised", "forces_lost", "standing"), "all"),
    **dict.fromkeys(("pressed", "invoked", "called", "showdown", "answered", "exercise_held"), "all"),
    **dict.fromkeys(("backed_down", "settled", "conceded", "frozen", "struck", "lapsed", "claim_ended"), "all"),
    **dict.fromkeys(("spread", "slipped", "mediated", "offered", "declined", "warned", "war_began", "battle"), "all"),
    **dict.fromkeys(("entrapped", "abandoned", "rekindled", "accused", "verdict"), "all"),
    **dict.fromkeys(("provoked", "relief", "met", "attributed", "unattributed"), "all"),
    **dict.fromkeys(("technology", "resilience", "slump"), "all"),
    **dict.fromkeys(("incident", "contagion"), "all"),
    "misfortune": "all or nobody",
    "sabotage": "who",
    **dict.fromkeys(
        ("upkeep", "home_need", "spent", "excess_home", "readiness", "toll", "support", "known", "mark"), "who"
    ),
    **dict.fromkeys(("reasoned", "resolve", "not_made", "exercise_missed"), "who"),
    **dict.fromkeys(("initiatives", "sheet_committed"), "who or nobody"),
    **dict.fromkeys(("trust", "mission", "message", "familiarity", "misread"), "who and whom"),
    **dict.fromkeys(("ratified", "not_ratified", "narrowed", "lobbied", "leaked", "stated", "word_broken"), "all"),
    **dict.fromkeys(("asked_price", "named_price"), "who and whom"),
    "expires": "thread",
    "found_out": "who",
    "brokered": "table",
    **dict.fromkeys(("proposed", "countered", "accepted", "refused", "recalled", "thread_lapsed"), "who and whom"),
    "interop": "all or both",
    "clause_ended": "treaty",
    "thread_closed": "thread",
    **dict.fromkeys(("signed", "paid"), "draft"),
    **dict.fromkeys(("in_force", "withdrawal_announced", "left_treaty", "treaty_ended"), "treaty"),
    **dict.fromkeys(("consulted", "duty_kept", "duty_broken", "duty_excused", "not_the_case"), "treaty"),
    **dict.fromkeys(("burden", "fund_paid", "fund_drawn", "pleaded"), "treaty"),
    **dict.fromkeys(("moved", "voted", "carried", "motion_failed"), "council"),
    **dict.fromkeys(("planned", "rehearsed"), "who and whom"),
    **dict.fromkeys(("amended", "joined", "outvoted", "suspended", "restored", "expelled", "waived"), "treaty"),
    **dict.fromkeys(("declared", "plan_followed"), "all"),
    "brewing": "all or nobody",
    "crisis_open": "nobody",
    **dict.fromkeys(("injected",), "nobody"),
    **dict.fromkeys(("clock", "rolled_back"), "all"),
    "news": "all or whom",
    "ruled": "ruled",
}
"""Who hears of each kind of event, as the fields it speaks of are declared in `game.core.view`."""


def check_audience(after: State, events: Events) -> None:
    """Assert that an event goes to those who may see what it tells of, and to nobody else."""
    assert set(HEARD) == set(get_args(EventKind)), "a new kind of event: say here who hears of it"
    for event in events:
        rule, audience = HEARD[event.kind], event.audience
        heard = None if audience is None else tuple(sorted(audience))
        everyone = tuple(sorted({event.who, *event.whom}))
        match rule:
            case "all":
                assert heard is None, event
            case "who":
                assert heard == (event.who,), event
            case "who or nobody":
                assert heard in ((event.who,), ()), event
            case "who and whom":
                assert heard == everyone, event
            case "council":
                # Who moved something and has left the council since hears no more of it.
                inside = event.who in after.treaties[after.motions[event.about].treaty].parties
                assert heard == everyone or (not inside and heard == tuple(sorted(event.whom))), event
            case "thread":
                assert heard == tuple(sorted(after.threads[event.about].table)), event
            case "draft":
                # What was signed in secret may have come out since; what is secret still is heard by its parties alone.
                texts = (after.threads.get(event.about), after.treaties.get(event.about))
                found = [text.latest.draft if isinstance(text, Thread) else text for text in texts if text is not None]
                assert heard in [text.parties if text.secret else None for text in found], event
                assert heard is not None or not found[-1].secret, event
            case "table":
                thread = after.threads[event.about]
                assert heard == (tuple(sorted(thread.table)) if thread.latest.draft.secret else None), event
            case "treaty":
                keys = {event.about, event.text, *event.whom} & set(after.treaties)
                assert keys, event
                secret = [after.treaties[key] for key in keys if after.treaties[key].secret]
                assert heard is None or not secret or set(heard) >= set(secret[0].parties), event
                assert heard is not None or not secret, event
            case "all or whom":
                assert heard == (tuple(sorted(event.whom)) or None), event
            case "ruled":
                secret = event.why in ("treasury", "readiness", "support", "initiatives")
                assert heard == (everyone if event.why == "trust" else (event.who,) if secret else None), event
            case "all or both":
                assert heard in (None, everyone), event
            case "all or nobody":
                assert heard in (None, ()), event
            case "nobody":
                assert heard == (), event
