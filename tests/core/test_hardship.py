"""Misfortunes: disasters met by relief, sabotage by a hidden hand, and who is found out."""

from dataclasses import replace

import pytest

from game.core.attribution import attribution_chance, attribution_over_time, attribution_range, attribution_sum
from game.core.checks.sheets import sheet_problems
from game.core.clauses import IntelligenceSharing
from game.core.engine import advance
from game.core.events import Event
from game.core.misfortunes import MisfortuneKind, ScheduledMisfortune
from game.core.orders import Covert, Sheet
from game.core.relations import provocation, trust
from game.core.rules import Rules
from game.core.view import view_of, visible
from game.core.world import Reason, State, Treaty
from tests.worlds import PACT, opened, small_world

FLOOD = MisfortuneKind(id="flood", name="flood", severity=2, stories=("The rivers of {target} rose.",), drawn=False)
SABOTAGE = MisfortuneKind(
    id="sabotage",
    name="sabotage",
    severity=2,
    stories=("Cables were cut in {target}.",),
    hidden_hand=True,
    readiness=5,
    support=2,
    drawn=False,
)
CALM = Rules(opportunity=0, disaster=0)


def struck(severity: int = 2, target: str = "BOR", treaty: Treaty | None = None, rules: Rules = CALM) -> State:
    """The small world in turn 1, a flood in Borea, nobody finding an occasion for anything else."""
    treaties = (("pact", treaty),) if treaty is not None else ()
    world = replace(
        small_world(*treaties),
        rules=rules,
        misfortune_kinds={"flood": FLOOD, "sabotage": SABOTAGE},
        fates=(ScheduledMisfortune(id="deluge", turn=1, kind="flood", target=target, severity=severity),),
    )
    return opened(world)


def resolved(state: State, **sheets: Sheet) -> tuple[State, tuple[Event, ...]]:
    """The next turn, with these sheets."""
    return advance(state, sheets)


def of(events: tuple[Event, ...], kind: str) -> list[Event]:
    """The events of one kind."""
    return [event for event in events if event.kind == kind]


def gave(amount: int) -> Sheet:
    """A sheet with so much relief after the flood."""
    return Sheet(relief={"deluge": amount})


# -- disasters ----------------------------------------------------------------------------------------------


def test_a_scheduled_disaster_strikes_in_its_turn_and_was_known_to_nobody_before() -> None:
    state = struck()
    assert state.misfortunes["deluge"].live
    assert (state.misfortunes["deluge"].target, state.misfortunes["deluge"].since) == ("BOR", 1)
    assert state.fates == ()
    later = replace(small_world(), misfortune_kinds={"flood": FLOOD}, fates=(
        ScheduledMisfortune(id="deluge", turn=3, kind="flood", target="BOR", severity=2),))  # fmt: skip
    assert all(view_of(opened(later), seat).world.fates == () for seat in later.nations)


def test_a_disaster_is_drawn_only_among_kinds_that_may_be() -> None:
    base = replace(small_world(), rules=Rules(opportunity=0, disaster=1000))
    drawn = opened(replace(base, misfortune_kinds={"flood": replace(FLOOD, drawn=True)}))
    assert [fate.kind for fate in drawn.misfortunes.values()] == ["flood"]
    for kinds in ({"flood": FLOOD}, {"sabotage": replace(SABOTAGE, drawn=True)}, {}):
        assert opened(replace(base, misfortune_kinds=kinds)).misfortunes == {}


@pytest.mark.parametrize(
    ("given", "outcome", "support", "thanks"),
    [(4, "met", 2, 8), (3, "partly", -2, 4), (2, "partly", -2, 4), (1, "unmet", -4, 0)],
)
def test_relief_is_judged_against_the_need(given: int, outcome: str, support: int, thanks: int) -> None:
    state = struck()
    after, events = resolved(state, CAS=gave(given))
    assert after.misfortunes["deluge"].outcome == outcome
    assert [e.amount for e in of(events, "support") if e.why == "relief"] == [support]
    assert [e.amount for e in of(events, "trust") if e.why == "relieved"] == ([thanks] if thanks else [])
    assert [(e.who, e.amount) for e in of(events, "influence") if e.why == "relief"] == ([("CAS", 1)] if thanks else [])


def test_a_disaster_nobody_meets_costs_support_by_its_severity() -> None:
    for severity in (1, 3, 5):
        _, events = resolved(struck(severity))
        assert [e.amount for e in of(events, "support") if e.why == "relief"] == [-2 * severity]
        assert [(e.why, e.amount) for e in of(events, "met")] == [("unmet", 0)]


def test_own_relief_counts_and_earns_no_trust() -> None:
    after, events = resolved(struck(1), BOR=gave(2))
    assert after.misfortunes["deluge"].outcome == "met"
    assert not [e for e in of(events, "trust") if e.why == "relieved"]
    assert not [e for e in of(events, "influence") if e.why == "relief"]


def test_influence_goes_to_who_gave_most_and_trust_to_each() -> None:
    after, events = resolved(struck(), ARD=gave(1), CAS=gave(3))
    assert [(e.who, e.about) for e in of(events, "influence") if e.why == "relief"] == [("CAS", "deluge")]
    assert sorted(e.whom[0] for e in of(events, "trust") if e.why == "relieved") == ["ARD", "CAS"]
    assert after.misfortunes["deluge"].given == {"ARD": 1, "CAS": 3}


def test_relief_is_spent_and_arrives_in_no_treasury() -> None:
    _, without = resolved(struck())
    _, given = resolved(struck(), CAS=gave(3))

    def sums(events: tuple[Event, ...]) -> dict[str, int]:
        kinds = ("income", "upkeep", "home_need", "spent", "earned", "excess_home")
        return {
            who: sum(e.amount for e in events if e.who == who and e.kind in kinds and e.turn == 1)
            for who in ("ARD", "BOR", "CAS")
        }

    assert [(e.amount, e.why, e.about) for e in of(given, "spent") if e.why == "relief"] == [(-3, "relief", "deluge")]
    assert not of(given, "paid")
    before, after = sums(without), sums(given)
    assert before["ARD"] == after["ARD"]
    assert before["BOR"] == after["BOR"]


def test_thanks_for_relief_fade_by_three_tenths_a_turn() -> None:
    state, _ = resolved(struck(), ARD=gave(4))
    reasons = [r for r in state.pairs["ARD-BOR"].trust["BOR"] if r.kind == "relieved"]
    assert [(r.tenths, r.since) for r in reasons] == [(80, 1)]
    alone = replace(state.pairs["ARD-BOR"], trust={"BOR": (Reason("relieved", 1000, 1),)})
    found = [trust(replace(state, turn=turn, pairs={"ARD-BOR": alone}), "BOR", "ARD") for turn in (1, 2, 3)]
    assert found == [100, 70, 49]


def test_relief_for_what_is_over_is_refused() -> None:
    after, _ = resolved(struck())
    (problem,) = sheet_problems(view_of(after, "ARD"), gave(1))
    assert (problem.kind, problem.text) == ("stale", "Relief is no longer asked for there.")


# -- sabotage -----------------------------------------------------------------------------------------------


def sabotaged(rules: Rules = CALM, treaty: Treaty | None = None) -> tuple[State, tuple[Event, ...]]:
    """Turn 2, after Cassia had Arden sabotaged."""
    return resolved(struck(rules=rules, treaty=treaty), CAS=Sheet(covert=(Covert("ARD"),)))


NEVER = replace(CALM, attribution=-1000)
ALWAYS = replace(CALM, attribution=1000)


def test_sabotage_harms_and_costs_its_price() -> None:
    before = struck(rules=NEVER)
    after, events = sabotaged(NEVER)
    fate = after.misfortunes["ARD-1-sabotage"]
    assert (fate.culprit, fate.attributed, fate.live) == ("CAS", False, True)
    spent = [(e.amount, e.about, e.audience) for e in of(events, "spent") if e.why == "covert"]
    assert spent == [(-2, "ARD", ("CAS",))]
    assert [e.amount for e in of(events, "readiness") if e.why == "sabotage"] == [-5]
    assert [e.amount for e in of(events, "support") if e.why == "sabotage"] == [-2]
    assert before.misfortunes.keys() == {"deluge"}


def test_the_culprit_is_in_no_other_view_event_or_id() -> None:
    by_cassia, events = sabotaged(NEVER)
    assert view_of(by_cassia, "CAS").world.misfortunes["ARD-1-sabotage"].culprit == "CAS"
    for seat in ("ARD", "BOR"):
        assert view_of(by_cassia, seat).world.misfortunes["ARD-1-sabotage"].culprit == ""
        known = [e for e in visible(events, seat) if e.about == "ARD-1-sabotage" or e.why in ("covert", "sabotage")]
        assert known, "the harm itself is known"
        assert not [e for e in known if "CAS" in (e.who, *e.whom) or "CAS" in e.about]


def test_whoever_did_it_the_others_see_the_same() -> None:
    """Cassia and Borea might each have done it: what Arden sees is one and the same, in the same order."""
    seen = []
    for author in ("CAS", "BOR"):
        sheets = {name: Sheet(relief={"deluge": 1} if name == "ARD" else {}) for name in ("ARD", "BOR", "CAS")}
        sheets[author] = Sheet(covert=(Covert("ARD"),))
        after, events = resolved(struck(rules=NEVER), **sheets)
        told = [e for e in visible(events, "ARD") if e.kind in ("misfortune", "relief", "met", "readiness", "support")]
        seen.append((view_of(after, "ARD").world.misfortunes, told))
    assert seen[0] == seen[1]


def test_two_hidden_hands_in_one_turn_make_two_misfortunes() -> None:
    act = Sheet(covert=(Covert("ARD"),))
    after, _ = resolved(struck(rules=NEVER), BOR=act, CAS=act)
    found = {key: fate.culprit for key, fate in after.misfortunes.items() if fate.kind == "sabotage"}
    assert sorted(found) == ["ARD-1-sabotage", "ARD-1-sabotage2"]
    assert sorted(found.values()) == ["BOR", "CAS"]


def test_a_hidden_hand_that_is_found_is_known_to_all_and_pays() -> None:
    after, events = sabotaged(ALWAYS, treaty=PACT)
    fate = after.misfortunes["ARD-1-sabotage"]
    assert (fate.attributed, fate.outcome, fate.ended) == (True, "attributed", 2)
    assert [(e.who, e.whom, e.audience) for e in of(events, "attributed")] == [("ARD", ("CAS",), None)]
    moved = {(e.who, e.whom[0]): e.amount for e in of(events, "trust") if e.why == "sabotaged"}
    assert moved == {("ARD", "CAS"): -15, ("BOR", "CAS"): -5}
    assert provocation(after, "ARD", "CAS") == 15
    assert [(e.who, e.amount) for e in of(events, "influence") if e.why == "sabotage"] == [("CAS", -1)]
    assert view_of(after, "BOR").world.misfortunes["ARD-1-sabotage"].culprit == "CAS"


def test_the_culprit_does_not_learn_of_a_secret_treaty_by_being_found() -> None:
    _, events = sabotaged(ALWAYS, treaty=replace(PACT, secret=True))
    moved = [e.who for e in of(events, "trust") if e.why == "sabotaged"]
    assert moved == ["ARD"]


def test_the_search_is_given_up_after_its_turns() -> None:
    state, _ = sabotaged(replace(NEVER, attribution_turns=2))
    state = replace(state, rules=replace(state.rules, attribution=-1000))
    outcomes = []
    for _ in range(3):
        outcomes.append(state.misfortunes["ARD-1-sabotage"].outcome)
        state, _ = resolved(state)
    # The chance is never under 5 per cent, and this seed's draws stay above it.
    assert outcomes == ["", "unattributed", "unattributed"]


def test_the_chance_of_attribution_is_the_sum_of_its_named_parts() -> None:
    state = struck()
    nations = {
        **state.nations,
        "ARD": replace(state.nations["ARD"], intelligence=60),
        "CAS": replace(state.nations["CAS"], intelligence=40),
    }
    world = replace(state, nations=nations)
    assert attribution_sum(world, "ARD") == 20 + 30
    assert attribution_chance(world, "ARD", "CAS") == 20 + 30 - 10
    assert attribution_over_time(world, "ARD", "CAS") == 64
    assert attribution_range(world, "ARD") == (40, 43)


def test_shared_intelligence_raises_the_chance() -> None:
    def chance(level: int) -> int:
        sharing = replace(PACT, clauses=(IntelligenceSharing(level=level),)) if level else None
        return attribution_chance(struck(treaty=sharing), "ARD", "CAS")

    assert [chance(level) - chance(0) for level in (0, 1, 2, 3)] == [0, 10, 20, 30]


def test_the_chance_stays_between_its_ends() -> None:
    state = struck(rules=replace(CALM, attribution=1000))
    assert attribution_chance(state, "ARD", "CAS") == 95
    assert attribution_chance(struck(rules=NEVER), "ARD", "CAS") == 5


# -- what may be ordered ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (Sheet(relief={"nowhere": 1}), 'There is no misfortune "nowhere".'),
        (Sheet(relief={"deluge": 0}), "Relief is given in whole RP, at least 1."),
        (Sheet(covert=(Covert("BOR"), Covert("CAS"))), "At most one act of covert work a turn."),
        (Sheet(covert=(Covert("ARD"),)), "Covert work is done abroad."),
        (Sheet(covert=(Covert("ZZZ"),)), 'There is no nation "ZZZ".'),
        (Sheet(relief={"deluge": 500}), "No more than 4 RP is asked for there."),
    ],
)
def test_what_is_not_allowed_is_said_in_sentences(sheet: Sheet, said: str) -> None:
    problems = [problem.text for problem in sheet_problems(view_of(struck(), "ARD"), sheet)]
    assert any(text.startswith(said) for text in problems), problems


def test_a_world_without_sabotage_refuses_it() -> None:
    bare = replace(struck(), misfortune_kinds={"flood": FLOOD})
    problems = [p.text for p in sheet_problems(view_of(bare, "ARD"), Sheet(covert=(Covert("BOR"),)))]
    assert problems == ['This scenario knows no covert work of the kind "sabotage".']


def test_relief_is_not_for_what_a_hidden_hand_did() -> None:
    after, _ = sabotaged(NEVER)
    problems = sheet_problems(view_of(after, "BOR"), Sheet(relief={"ARD-1-sabotage": 1}))
    assert [problem.text for problem in problems] == ["Relief is no longer asked for there."]
