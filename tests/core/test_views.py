"""Views: every field is declared, and each declaration is kept. What is hidden changes no view."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

import pytest

from game.core import world as records
from game.core.charters import Charter, Motion, Outvoted, Plan
from game.core.clauses import IntelligenceSharing
from game.core.control import Desk
from game.core.councils import text_of
from game.core.crises import Answer, Call, Crisis, CrisisKind
from game.core.declared import DECLARED, Sight
from game.core.drafts import Revision, Thread
from game.core.events import Event
from game.core.misfortunes import Misfortune, ScheduledMisfortune
from game.core.objectives import AllianceWith, NoWar, SecurityAtLeast
from game.core.orders import Sheet
from game.core.par import Par
from game.core.personalities import Personality
from game.core.rules import Rules
from game.core.view import band, middle, open_view, view_of, visible
from game.core.world import (
    Contact,
    LedgerEntry,
    Nation,
    Pair,
    Price,
    Question,
    Reason,
    State,
    Statement,
    Theatre,
    Treaty,
)
from tests.worlds import CLASH, DEFENCE, PACT, clash_on, opened, small_world, with_elis, with_misfortunes

SEATS = ("ARD", "BOR", "CAS", "ELI")
CLASSES: dict[str, type] = {kind.__name__: kind for kind in (State, Nation, Pair, Treaty, Crisis, Misfortune)}


def world() -> State:
    """Four nations in turn 1 with something of every kind: treaties open and secret, a thread, a case, a ledger."""
    secret = replace(PACT, title="Quiet Pact", secret=True)
    state = opened(
        with_elis(small_world(("pact", PACT), ("quiet", secret), schedule=(clash_on(), clash_on(turn=3, id="later"))))
    )
    thread = Thread("ARD", ("ARD", "BOR"), 1, 2, (Revision("ARD", DEFENCE, 1, ("ARD",)),))
    ledger = (
        LedgerEntry(0, "pact", "guard", "BOR", "kept", 3),
        LedgerEntry(0, "quiet", "guard", "BOR", "kept", 3),
    )
    nations = {**state.nations, "ARD": replace(state.nations["ARD"], ledger=ledger, readiness=45, support=54)}
    bridge = Misfortune(kind="sabotage", target="BOR", theatre="north", severity=2, since=1, culprit="CAS")
    fate = ScheduledMisfortune(id="next", turn=3, kind="flood", target="ARD", severity=1)
    state = with_misfortunes(state, fate)
    return replace(state, nations=nations, threads={"ARD-1-1": thread}, misfortunes={"bridge": bridge})


def seen_by(before: State, after: State) -> set[str]:
    """The seats whose view differs between two states."""
    return {seat for seat in SEATS if view_of(before, seat) != view_of(after, seat)}


# -- declarations -------------------------------------------------------------------------------------------


def held_records(hint: Any) -> set[type]:
    """The record classes that a type mentions."""
    found = {hint} if isinstance(hint, type) and is_dataclass(hint) else set()
    for part in get_args(hint):
        found |= held_records(part)
    return found


def test_every_field_of_every_record_is_declared() -> None:
    for name, sights in DECLARED.items():
        declared, there = set(sights), {field.name for field in fields(CLASSES[name])}
        assert declared == there, f"{name}: undeclared {there - declared}, declared but gone {declared - there}"


def test_every_record_in_the_state_is_declared_or_lies_within_a_field_that_is() -> None:
    edge, reached = [State], set()
    while edge:
        record = edge.pop()
        reached.add(record.__name__)
        for name, hint in get_type_hints(record, vars(records), include_extras=False).items():
            if DECLARED[record.__name__][name] == "nested":
                nested = held_records(hint)
                assert nested, f"{record.__name__}.{name} is declared nested and holds no record"
                edge.extend(nested)
    assert reached == set(DECLARED)


def test_only_records_of_the_state_are_nested() -> None:
    nested = {
        (name, field) for name, sights in DECLARED.items() for field, sight in sights.items() if sight == "nested"
    }
    assert nested == {("State", field) for field in ("nations", "pairs", "treaties", "crises", "misfortunes")}


# -- each declaration is kept -------------------------------------------------------------------------------

CHANGES: dict[tuple[str, str], Any] = {
    ("State", "scenario"): "other",
    ("State", "title"): "Other",
    ("State", "seed"): 99,
    ("State", "turns"): 9,
    ("State", "stage"): "showdown",
    ("State", "round"): 2,
    ("State", "start_year"): 1901,
    ("State", "start_month"): 2,
    ("State", "months"): 3,
    ("State", "theatres"): {"west": Theatre("the West"), "north": Theatre("the North"), "east": Theatre("the East"),
                            "south": Theatre("the South")},
    ("State", "kinds"): {"border_clash": replace(CLASH, stakes=10)},
    ("State", "others"): {},
    ("State", "rules"): Rules(initiatives=5),
    ("State", "schedule"): (),
    ("State", "threads"): {},
    ("State", "plans"): {"quiet": {"north/armed_attack": Plan("north", "armed_attack", 1)}},
    ("State", "motions"): {"BOR-1-9": Motion(kind="dissolve", treaty="quiet", by="BOR", opened=1)},
    ("State", "misfortune_kinds"): {},
    ("State", "fates"): (),
    ("State", "personalities"): {"dreamer": Personality(id="dreamer", name="the dreamer", summary="Hopes.")},
    ("Nation", "personality"): "dreamer",
    ("State", "uncertain_end"): True,
    ("State", "par"): {"ARD": Par(mean=500, p10=200, p50=500, p90=800)},
    ("State", "desk"): Desk(made=3),
    ("Nation", "intelligence"): 31,
    ("Nation", "technology"): 31,
    ("Nation", "resilience"): 31,
    ("Nation", "slump"): 120,
    ("Misfortune", "kind"): "flood",
    ("Misfortune", "target"): "ARD",
    ("Misfortune", "theatre"): "west",
    ("Misfortune", "severity"): 5,
    ("Misfortune", "since"): 0,
    ("Misfortune", "given"): {"ARD": 2},
    ("Misfortune", "ended"): 1,
    ("Misfortune", "case"): "clash",
    ("Misfortune", "accused"): "ELI",
    ("Misfortune", "outcome"): "unattributed",
    ("Nation", "name"): "Ardenland",
    ("Nation", "adjective"): "Ardenish",
    ("Nation", "territories"): ("ARD",),
    ("Nation", "brief"): "A word.",
    ("Nation", "home"): "south",
    ("Nation", "rank"): "great",
    ("Nation", "sea_power"): True,
    ("Nation", "regime"): -4,
    ("Nation", "doctrine"): "monarchy",
    ("Nation", "culture"): ("nordic",),
    ("Nation", "potential"): 21,
    ("Nation", "nuclear"): 1,
    ("Nation", "income"): 17,
    ("Nation", "forces"): 21,
    ("Nation", "influence"): 3,
    ("Nation", "standing"): {"north": 1},
    ("Nation", "marks"): ((1000,),),
    ("Nation", "toll"): 12,
    ("Nation", "temper"): 7,
    ("Nation", "initiatives"): 1,
    ("Nation", "sheet"): Sheet(),
    ("Nation", "made"): 2,
    ("Nation", "known"): {"BOR": 0},
    ("Pair", "provocation"): {"ARD": (Reason("provoked", 20, 1),)},
    ("Pair", "interop"): 60,
    ("Pair", "interop_turn"): 1,
    ("Pair", "practice"): {"field": Reason("exercise", 20, 1)},
    ("Pair", "rivalry"): 5,
    ("Pair", "disputes"): 5,
    ("Pair", "claims"): ("ARD",),
    ("Treaty", "title"): "Other Pact",
    ("Treaty", "clauses"): PACT.clauses[:1],
    ("Treaty", "signed"): 1,
    ("Treaty", "duration"): 3,
    ("Treaty", "notice"): 3,
    ("Treaty", "leaving"): {"ARD": 4},
    ("Treaty", "ended"): 1,
    ("Treaty", "charter"): Charter(rule="majority"),
    ("Treaty", "suspended"): ("BOR",),
    ("Treaty", "waived"): ("CAS",),
    ("Treaty", "statements"): {"CAS": 1},
    ("Treaty", "coming"): replace(text_of("quiet", PACT), title="Other"),
    ("Treaty", "outvoted"): (Outvoted("ARD", 1),),
    ("Treaty", "fund"): 3,
    ("Treaty", "paid"): {"ARD": 4},
    ("Nation", "statements"): (Statement("warning", 1, "CAS"),),
    ("Nation", "questions"): (Question("BOR", "ARD-1-1", 1),),
    ("Nation", "prices"): (Price("BOR", "ARD-1-1", 1, 1, ()),),
    ("Pair", "contacts"): (Contact("visit", 100, 1),),
    ("Treaty", "lobbied"): {"ARD": 8},
    ("Treaty", "finders"): ("CAS",),
    ("Crisis", "tone"): "sharp",
    ("Crisis", "kind"): "other",
    ("Crisis", "theatre"): "west",
    ("Crisis", "target"): "ARD",
    ("Crisis", "stakes"): 40,
    ("Crisis", "severity"): 1,
    ("Crisis", "pace"): "slow",
    ("Crisis", "stage"): "brewing",
    ("Crisis", "since"): 0,
    ("Crisis", "opened"): 0,
    ("Crisis", "opened_live"): True,
    ("Crisis", "grade"): "ultimatum",
    ("Crisis", "calls"): (Call("pact", "ARD", "automatic", 4),),
    ("Crisis", "answers"): ({"BOR": Answer("stand_firm")},),
    ("Crisis", "outcome"): "frozen",
    ("Crisis", "losses"): 1,
    ("Crisis", "ended"): 1,
    ("Crisis", "mediated"): ("ARD",),
    ("Crisis", "offers"): ("BOR",),
    ("Crisis", "terms_by"): "ARD",
    ("Crisis", "warned"): ("ARD",),
    ("Crisis", "fighting_since"): 1,
    ("Crisis", "ahead"): 1,
    ("Crisis", "began_with"): {"BOR": 8},
    ("Crisis", "resolve"): 5,
}  # fmt: skip
"""Another value for every field that is tried as it is; those left out have tests of their own below."""

APART = {
    *(("State", field) for field in ("turn", "nations", "pairs", "treaties", "crises", "misfortunes")),
    *(("Nation", field) for field in ("readiness", "support", "treasury", "autonomy_wanted", "objectives", "ledger")),
    ("Pair", "trust"),
    ("Treaty", "parties"),
    ("Treaty", "secret"),
    ("Crisis", "challenger"),
    ("Misfortune", "culprit"),
    ("Misfortune", "attributed"),
}
"""Fields with tests of their own: nested, banded, or deciding themselves who sees the record."""


def changed(state: State, record: str, **given: Any) -> State:
    """The state with one of its records changed: Arden, its pair with Borea, its secret treaty, case, misfortune."""
    match record:
        case "State":
            return replace(state, **given)
        case "Nation":
            return replace(state, nations={**state.nations, "ARD": replace(state.nations["ARD"], **given)})
        case "Pair":
            return replace(state, pairs={**state.pairs, "ARD-BOR": replace(state.pairs["ARD-BOR"], **given)})
        case "Treaty":
            return replace(state, treaties={**state.treaties, "quiet": replace(state.treaties["quiet"], **given)})
        case "Misfortune":
            return replace(state, misfortunes={"bridge": replace(state.misfortunes["bridge"], **given)})
    return replace(state, crises={**state.crises, "clash": replace(state.crises["clash"], **given)})


SEEN_BY: dict[Sight, set[str]] = {
    "public": set(SEATS),
    "owner": {"ARD"},
    "pair": {"ARD", "BOR"},
    "parties": {"ARD", "BOR"},
    "challenger": {"CAS"},
    "finder": {"CAS"},
    "referee": set(),
}
"""Who sees a change of `changed`'s records, by how the field is declared."""


def test_every_field_is_tried() -> None:
    every = {(name, field) for name, sights in DECLARED.items() for field in sights}
    assert set(CHANGES) | APART == every, "a new field wants a value in CHANGES, or a test of its own"
    assert not set(CHANGES) & APART


@pytest.mark.parametrize(("record", "field"), sorted(CHANGES), ids=lambda part: part)
def test_a_change_is_seen_by_those_it_is_declared_for(record: str, field: str) -> None:
    state = world()
    after = changed(state, record, **{field: CHANGES[record, field]})
    assert after != state, "the value tried must differ"
    assert seen_by(state, after) == SEEN_BY[DECLARED[record][field]]


BANDED: list[tuple[str, int, int, int]] = [
    ("readiness", 45, 59, 60),
    ("support", 54, 50, 49),
    ("treasury", 20, 23, 24),
    ("autonomy_wanted", 60, 79, 59),
]


@pytest.mark.parametrize(("field", "now", "within", "beyond"), BANDED)
def test_others_see_no_change_within_a_band(field: str, now: int, within: int, beyond: int) -> None:
    assert DECLARED["Nation"][field] == "banded"
    state = world()
    assert getattr(state.nations["ARD"], field) == now
    assert seen_by(state, changed(state, "Nation", **{field: within})) == {"ARD"}
    assert seen_by(state, changed(state, "Nation", **{field: beyond})) == set(SEATS)


@pytest.mark.parametrize(("field", "now", "within", "beyond"), BANDED)
def test_a_mission_sees_through_a_band(field: str, now: int, within: int, beyond: int) -> None:
    state = world()
    bold = replace(state.nations["BOR"], known={"ARD": 1})
    knowing = replace(state, nations={**state.nations, "BOR": bold})
    assert seen_by(knowing, changed(knowing, "Nation", **{field: within})) == {"ARD", "BOR"}
    later = replace(knowing, turn=2)
    assert seen_by(later, changed(later, "Nation", **{field: within})) == {"ARD"}


def test_all_banded_fields_are_tried() -> None:
    assert {field for field, *_ in BANDED} == {f for f, sight in DECLARED["Nation"].items() if sight == "banded"}


def test_the_fog_tells_the_bands_and_holds_the_true_value() -> None:
    state = world()
    view = view_of(state, "CAS")
    assert view.fog["nations.ARD.readiness"] == (40, 59)
    assert view.world.nations["ARD"].readiness == 49
    for key, (low, high) in view.fog.items():
        _, name, field = key.split(".")
        assert low <= getattr(state.nations[name], field) <= high
        assert getattr(view.world.nations[name], field) == middle((low, high))
    assert not any(key.startswith("nations.CAS.") for key in view.fog)


def test_bands_part_the_whole_range() -> None:
    for width in (6, 10, 20):
        bands = {band(value, width) for value in range(101)}
        assert all(low <= value <= high for value in range(101) for low, high in [band(value, width)])
        assert sum(high - low + 1 for low, high in bands) == 101


def test_open_aims_are_seen_and_secret_ones_are_not() -> None:
    state = world()
    aims = state.nations["ARD"].objectives
    assert seen_by(state, changed(state, "Nation", objectives=(*aims, NoWar(points=5)))) == set(SEATS)
    hidden = AllianceWith(nation="CAS", points=5, secret=True)
    assert seen_by(state, changed(state, "Nation", objectives=(*aims, hidden))) == {"ARD"}
    secret = changed(state, "Nation", objectives=(*aims, SecurityAtLeast(level=50, points=5, secret=True)))
    assert seen_by(secret, changed(secret, "Nation", objectives=(*aims, hidden))) == {"ARD"}


def test_the_ledger_is_open_but_for_secret_treaties() -> None:
    state = world()
    ledger = state.nations["ARD"].ledger
    public = LedgerEntry(1, "pact", "consult", "BOR", "broken", 1)
    assert seen_by(state, changed(state, "Nation", ledger=(*ledger, public))) == set(SEATS)
    secret = LedgerEntry(1, "quiet", "consult", "BOR", "broken", 1)
    assert seen_by(state, changed(state, "Nation", ledger=(*ledger, secret))) == {"ARD", "BOR"}


def test_third_parties_see_trust_as_a_band_without_reasons() -> None:
    state = world()
    ard, bor = (state.pairs["ARD-BOR"].trust[name] for name in ("ARD", "BOR"))

    def trusting(*reasons: Reason) -> State:
        return changed(state, "Pair", trust={"ARD": reasons, "BOR": bor})

    assert seen_by(state, trusting(Reason("standing", 290, 0))) == {"ARD", "BOR"}
    assert seen_by(state, trusting(Reason("standing", 150, 0), Reason("history", 56, 1))) == {"ARD", "BOR"}
    assert seen_by(state, trusting(Reason("standing", 300, 0))) == set(SEATS)
    seen = view_of(state, "CAS").world.pairs["ARD-BOR"].trust
    assert seen == {"ARD": (Reason("reputed", 200, 1),), "BOR": (Reason("reputed", 200, 1),)}
    assert view_of(state, "ARD").world.pairs["ARD-BOR"].trust == {"ARD": ard, "BOR": bor}


@pytest.mark.parametrize(("points", "reputed"), [(0, 0), (9, 0), (-10, 0), (10, 20), (-11, -20), (29, 20), (100, 100)])
def test_bands_of_trust_are_centred(points: int, reputed: int) -> None:
    state = world()
    after = changed(state, "Pair", trust={"ARD": (Reason("standing", points * 10, 0),)})
    seen = {"ARD": (Reason("reputed", reputed * 10, 1),)} if reputed else {}
    assert view_of(after, "CAS").world.pairs["ARD-BOR"].trust == seen


def test_a_first_dealing_in_secret_leaves_no_record_for_third_parties() -> None:
    state = world()
    without = replace(state, pairs={key: pair for key, pair in state.pairs.items() if key != "ARD-BOR"})
    signed = Pair(trust={name: (Reason("signed", 50, 1),) for name in ("ARD", "BOR")}, interop_turn=1)
    after = replace(without, pairs={**without.pairs, "ARD-BOR": signed})
    assert seen_by(without, after) == {"ARD", "BOR"}
    assert "ARD-BOR" in view_of(after, "ARD").world.pairs
    assert "ARD-BOR" not in view_of(after, "CAS").world.pairs


def test_a_secret_treaty_is_its_parties_own() -> None:
    state = world()
    assert [seat for seat in SEATS if "quiet" in view_of(state, seat).world.treaties] == ["ARD", "BOR"]
    with_cassia = changed(state, "Treaty", parties=("ARD", "BOR", "CAS"))
    assert seen_by(state, with_cassia) == {"ARD", "BOR", "CAS"}
    assert seen_by(state, changed(state, "Treaty", secret=False)) == set(SEATS)
    gone = changed(state, "Nation", ledger=state.nations["ARD"].ledger[:1])
    gone = replace(gone, treaties={"pact": state.treaties["pact"]})
    assert seen_by(state, gone) == {"ARD", "BOR"}


def test_an_open_treaty_is_seen_by_all() -> None:
    state = world()
    after = replace(state, treaties={**state.treaties, "pact": replace(PACT, title="Other")})
    assert seen_by(state, after) == set(SEATS)


def test_the_challenger_alone_knows_its_resolve() -> None:
    state = world()
    assert view_of(state, "CAS").world.crises["clash"].resolve == state.crises["clash"].resolve
    resolute = changed(state, "Crisis", resolve=17)
    assert [view_of(resolute, seat).world.crises["clash"].resolve for seat in SEATS] == [0, 0, 17, 0]
    handed = changed(resolute, "Crisis", challenger="ELI")
    assert [view_of(handed, seat).world.crises["clash"].resolve for seat in SEATS] == [0, 0, 0, 17]


def test_a_hidden_hand_knows_itself_and_others_learn_of_it_when_it_is_found() -> None:
    state = world()

    def culprits(state: State) -> list[str]:
        return [view_of(state, seat).world.misfortunes["bridge"].culprit for seat in SEATS]

    assert culprits(state) == ["", "", "CAS", ""]
    assert seen_by(state, changed(state, "Misfortune", culprit="ELI")) == {"CAS", "ELI"}
    found = changed(state, "Misfortune", attributed=True)
    assert culprits(found) == ["CAS"] * 4
    assert seen_by(state, found) == set(SEATS)


def test_intelligence_and_what_is_shared_of_it_sharpen_a_view() -> None:
    """Each step halves the bands: own intelligence from 45 and from 70, and a level of sharing each."""
    state = world()

    def band_of(other: str, seat: str, state: State = state) -> tuple[int, int] | None:
        return view_of(state, seat).fog.get(f"nations.{other}.readiness")

    assert band_of("ARD", "CAS") == (40, 59)
    for level, ends in ((45, (40, 49)), (70, (45, 49))):
        knowing = replace(state, nations={**state.nations, "CAS": replace(state.nations["CAS"], intelligence=level)})
        assert band_of("ARD", "CAS", knowing) == ends
    sharing = replace(PACT, parties=("ARD", "CAS"), clauses=(IntelligenceSharing(level=3),))
    shared = replace(state, treaties={**state.treaties, "sharing": sharing})
    assert band_of("ARD", "CAS", shared) == (44, 45)
    assert band_of("BOR", "CAS", shared) == band_of("BOR", "CAS")
    assert band_of("ARD", "BOR", shared) == band_of("ARD", "BOR")
    ended = replace(state, treaties={**state.treaties, "sharing": replace(sharing, ended=1)})
    assert band_of("ARD", "CAS", ended) == (40, 59)


def test_nobody_sees_what_the_scenario_still_holds() -> None:
    state = world()
    assert state.schedule
    assert state.fates
    assert all(view_of(state, seat).world.schedule == () for seat in SEATS)
    assert all(view_of(state, seat).world.fates == () for seat in SEATS)
    assert all(view_of(state, seat).world.seed == state.nations[seat].temper for seat in SEATS)


def test_the_referee_sees_everything() -> None:
    state = world()
    assert open_view(state).world == state
    assert open_view(state).fog == {}


def test_a_view_shows_its_own_nation_whole() -> None:
    state = world()
    for seat in SEATS:
        assert view_of(state, seat).world.nations[seat] == state.nations[seat]


# -- events -------------------------------------------------------------------------------------------------


def test_an_event_is_seen_whole_or_not_at_all() -> None:
    events = (
        Event(kind="income", turn=1, who="ARD", amount=16),
        Event(kind="spent", turn=1, who="ARD", amount=-3, audience=("ARD",)),
        Event(kind="trust", turn=1, who="ARD", whom=("BOR",), amount=5, audience=("ARD", "BOR")),
        Event(kind="brewing", turn=1, audience=()),
    )
    assert visible(events, "ARD") == events[:3]
    assert visible(events, "BOR") == (events[0], events[2])
    assert visible(events, "CAS") == events[:1]
    assert all(seen is event for seen, event in zip(visible(events, "ARD"), events, strict=False))


def test_kinds_of_crisis_are_open_to_all() -> None:
    state = world()
    kind: Callable[[str], CrisisKind] = lambda seat: view_of(state, seat).world.kinds["border_clash"]  # noqa: E731
    assert all(kind(seat) == CLASH for seat in SEATS)


def test_an_alliance_keeps_its_plans_and_its_quarrels_to_itself() -> None:
    state = world()
    pact = replace(state.treaties["pact"], charter=Charter())
    plans = {"pact": {"north/armed_attack": Plan("north", "armed_attack", 1, 60, 1)}}
    motion = Motion(kind="expel", treaty="pact", by="ARD", opened=1, nation="BOR")
    before = replace(state, treaties={**state.treaties, "pact": pact})
    assert seen_by(before, replace(before, plans=plans)) == {"ARD", "BOR"}
    assert seen_by(before, replace(before, motions={"ARD-1-9": motion})) == {"ARD", "BOR"}
    assert seen_by(state, before) == set(SEATS), "that it has a council everybody knows"
