"""The same game with everything altered that one nation may not know."""

from dataclasses import replace

from game.core.charters import Plan
from game.core.control import Desk, GiveNews, Inject, OnTurn
from game.core.misfortunes import ScheduledMisfortune
from game.core.objectives import AllianceWith
from game.core.orders import Budget, Sheet
from game.core.relations import trust
from game.core.view import nation_bands, shared_levels, sharpness
from game.core.world import Contact, LedgerEntry, Nation, Pair, Price, Question, Reason, State
from tests.properties.moves import draft
from tests.properties.tape import Chooser
from tests.worlds import PACT, clash_on


def altered(state: State, seat: str, choose: Chooser) -> State:
    """A state that `seat` cannot tell from `state`: all that is hidden from it is another."""
    nations = {
        name: nation if name == seat else _nation(state, seat, name, nation, choose)
        for name, nation in state.nations.items()
    }
    pairs = {
        key: pair if seat in key.split("-") else _pair(state, key, pair, choose) for key, pair in state.pairs.items()
    }
    crises = {
        key: replace(
            crisis,
            resolve=crisis.resolve if crisis.challenger == seat else choose.number(-30, 30),
        )
        for key, crisis in state.crises.items()
    }
    others = tuple(name for name in state.nations if name != seat)
    misfortunes = {
        key: fate
        if fate.attributed or fate.culprit in ("", seat)
        else replace(fate, culprit=next(name for name in others if name not in (fate.culprit, fate.target)))
        for key, fate in state.misfortunes.items()
    }
    secret = {f"{others[0]}-0-9": replace(PACT, title="Unheard of", parties=tuple(sorted(others[:2])), secret=True)}
    treaties = {
        key: treaty
        if seat in (*treaty.parties, *treaty.finders) or not treaty.secret
        else replace(treaty, title="Altered", clauses=treaty.clauses[:1], notice=treaty.notice + 1, charter=None)
        for key, treaty in state.treaties.items()
    }
    unseen = {"unseen/sabotage": Plan("unseen", "sabotage", 1)}
    plans = {key: had if seat in state.treaties[key].parties else unseen for key, had in state.plans.items()}
    motions = {key: had for key, had in state.motions.items() if seat in state.treaties[had.treaty].parties}
    threads = {
        key: thread if seat in thread.table else replace(thread, deadline=thread.deadline + 3, countered=())
        for key, thread in state.threads.items()
    }
    known = next((thread for key, thread in threads.items() if seat not in thread.table), None)
    if known is not None:
        put = draft(choose, state, known.parties)
        threads["CAS-0-9"] = replace(known, revisions=(replace(known.latest, draft=put),))
    return replace(
        state,
        seed=state.seed + 1 + choose.number(0, 99),
        nations=nations,
        pairs=pairs,
        crises=crises,
        misfortunes=misfortunes,
        fates=(ScheduledMisfortune(id="unseen", turn=state.turn + 1, kind="flood", target=seat, severity=5),),
        treaties={**treaties, **secret},
        motions=motions,
        plans=plans,
        threads=threads,
        desk=Desk(
            planned={"inject-9": Inject(what=GiveNews(text="A word."), when=OnTurn(turn=state.turn + 1))}, made=9
        ),
        schedule=(*state.schedule, clash_on(target=others[0], turn=state.turn + 1, id="unheard-of")),
    )


def _nation(state: State, seat: str, name: str, nation: Nation, choose: Chooser) -> Nation:
    exact = state.nations[seat].known.get(name, 0) >= state.turn
    sharp = sharpness(state.rules, state.nations[seat]) + shared_levels(state, seat).get(name, 0)
    bands = nation_bands(state, nation, sharp)
    banded = {} if exact else {field: choose.number(*ends) for field, ends in bands.items()}
    open_aims = tuple(aim for aim in nation.objectives if not aim.secret)
    quiet = LedgerEntry(state.turn, f"{_others(state, seat)[0]}-0-9", "consult", name, "broken", 10)
    return replace(
        nation,
        **banded,  # type: ignore[arg-type]
        marks=((choose.number(0, 1000),) * len(nation.objectives),),
        toll=choose.number(0, 200),
        temper=choose.number(0, 999),
        initiatives=choose.number(0, 5),
        sheet=Sheet(budget=Budget(forces=choose.number(0, 3))) if choose.chance(50) else None,
        known={seat: state.turn + 1} if choose.chance(50) else {},
        made=nation.made + choose.number(0, 3),
        questions=(Question(seat, "CAS-0-9", 1),) if choose.chance(50) else (),
        prices=(Price(seat, "CAS-0-9", 1, state.turn, ()),) if choose.chance(50) else (),
        objectives=(*open_aims, AllianceWith(nation=seat, points=choose.number(1, 40), secret=True)),
        ledger=(*nation.ledger, quiet) if name in _others(state, seat)[:2] else nation.ledger,
    )


def _others(state: State, seat: str) -> tuple[str, ...]:
    return tuple(name for name in state.nations if name != seat)


def _pair(state: State, key: str, pair: Pair, choose: Chooser) -> Pair:
    """Other reasons that come to a trust in the same band."""
    a, _, b = key.partition("-")
    width = state.rules.band_trust
    found = {}
    for holder, other in ((a, b), (b, a)):
        if holder in pair.trust:
            start = (trust(state, holder, other) + width // 2) // width * width - width // 2
            points = max(-100, min(100, choose.number(start, start + width - 1)))
            found[holder] = (Reason("standing", points * 10, 0, "altered"),)
    met = (Contact("visit", choose.number(1, 300), state.turn), Contact("staff_talks", 300, state.turn))
    return replace(pair, trust=found, contacts=met)
