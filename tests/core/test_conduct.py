"""Conduct: five principles from the dated records of what a nation did, each change with what lies behind it."""

from dataclasses import replace

from game.core.conduct import FROM, POINTS, PRINCIPLES, conduct, deeds
from game.core.world import LedgerEntry
from game.reports.conduct_words import DEED_WORDS, PRINCIPLE_WORDS, conduct_lines
from tests.worlds import PACT, clash_on, opened, small_world


def test_before_anything_is_done_every_principle_stands_in_the_middle() -> None:
    assert conduct(opened(small_world()), "ARD") == dict.fromkeys(PRINCIPLES, FROM)


def test_every_deed_has_words_and_every_principle_a_name() -> None:
    assert set(DEED_WORDS) == set(POINTS)
    assert set(PRINCIPLE_WORDS) == set(PRINCIPLES) == {principle for principle, _ in POINTS.values()}


def test_a_value_is_the_sum_of_its_deeds() -> None:
    state = opened(small_world(("pact", replace(PACT, signed=1)), schedule=(clash_on(grade="ultimatum"),)))
    state = replace(state, treaties={"pact": replace(PACT, signed=1)})
    found = conduct(state, "CAS")
    assert found["respect"] == FROM + POINTS["ultimatum"][1]
    assert found["norms"] == FROM
    assert conduct(state, "ARD")["transparency"] == FROM + POINTS["open_treaty"][1]


def test_a_secret_treaty_speaks_against_openness_only_where_it_is_known() -> None:
    state = replace(opened(small_world()), treaties={"pact": replace(PACT, signed=1, secret=True)})
    assert conduct(state, "ARD")["transparency"] < FROM
    assert conduct(replace(state, treaties={}), "ARD")["transparency"] == FROM


def test_words_broken_under_temptation_weigh_and_others_do_not() -> None:
    state = opened(small_world(("pact", PACT)))
    tempted = LedgerEntry(1, "pact", "pay", "pact", "broken", 4)
    idle = LedgerEntry(1, "pact", "pay", "pact", "broken", 0)
    for entry, points in ((tempted, POINTS["word_broken"][1]), (idle, 0)):
        nation = replace(state.nations["BOR"], ledger=(entry,))
        assert conduct(replace(state, nations={**state.nations, "BOR": nation}), "BOR")["norms"] == FROM + points


def test_each_change_is_told_with_its_date_and_cause() -> None:
    state = replace(opened(small_world()), treaties={"pact": replace(PACT, signed=1)})
    lines = {principle: done for principle, _, done in conduct_lines(state, "BOR")}
    assert len(lines["transparency"]) == 1
    assert "(+3)" in lines["transparency"][0]
    assert len(deeds(state, "CAS")) == 0
