"""Estimates: how others would answer, from the reader's own knowledge, as wide as its doubts."""

from dataclasses import replace

import pytest

from game.ai.answer import answer
from game.ai.estimate import estimate
from game.ai.outlook import Outlook
from game.core.clauses import Consultation, MutualDefence
from tests.ai.worlds import a_draft, nato, on_table, seen, with_nation

GUARD = MutualDefence(automaticity="own_way", earmark=30)


def test_the_band_lies_round_the_middle_and_its_terms_sum() -> None:
    state = nato()
    for reader in state.nations:
        for parties in (("NOR", "USA"), ("FRA", "GBR", "ITA", "NOR", "USA"), ("URS", "USA")):
            draft = a_draft(*parties, clauses=(GUARD, Consultation()))
            for nation in parties:
                found = estimate(seen(state, reader), draft, nation)
                assert found.low <= found.middle <= found.high
                assert sum(term.tenths for term in found.terms) == found.middle
                assert (found.likely == "accept") == (found.low > 0)
                assert (found.likely == "refuse") == (found.high <= 0)


def test_ones_own_answer_is_known_exactly() -> None:
    state = nato()
    draft = a_draft("NOR", "USA", clauses=(GUARD,))
    found = estimate(seen(state, "NOR"), draft, "NOR")
    assert found.low == found.middle == found.high
    said = answer(Outlook(seen(on_table(state, "USA", draft), "NOR")), "talk")
    assert said is not None
    assert (said.kind == "accept") == (found.likely == "accept")


def test_knowing_a_nation_better_narrows_the_band() -> None:
    state = nato()
    draft = a_draft("NOR", "USA", clauses=(GUARD,))
    foggy = estimate(seen(state, "USA"), draft, "NOR")
    known = estimate(seen(with_nation(state, "USA", known={"NOR": 2}), "USA"), draft, "NOR")
    assert known.high - known.low < foggy.high - foggy.low


def test_a_rival_is_expected_to_refuse() -> None:
    assert estimate(seen(nato(), "USA"), a_draft("URS", "USA", clauses=(GUARD,)), "URS").likely == "refuse"


def test_sure_estimates_come_true() -> None:
    """Whoever is sure to accept or refuse in another's eyes does so: the band is not decoration."""
    state, sure = nato(), 0
    for reader in state.nations:
        for nation in state.nations:
            if reader == nation:
                continue
            for clauses in ((GUARD,), (Consultation(),), (replace(GUARD, automaticity="automatic"), Consultation())):
                draft = a_draft(reader, nation, clauses=clauses)
                found = estimate(seen(state, reader), draft, nation)
                truth = estimate(seen(state, nation), draft, nation)
                if found.likely in ("accept", "refuse"):
                    sure += 1
                    assert truth.likely == found.likely, (reader, nation, clauses)
    assert sure >= 20


def test_only_parties_are_estimated() -> None:
    with pytest.raises(ValueError, match="not a party"):
        estimate(seen(nato(), "USA"), a_draft("NOR", "USA", clauses=(GUARD,)), "FRA")
