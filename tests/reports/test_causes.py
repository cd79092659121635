"""The cause told with a change is the rule that made it, where one key serves several rules."""

from dataclasses import replace

import pytest

from game.core.charters import Motion
from game.core.world import State
from game.reports.causes import cause
from tests.reports.telling import CASE, event, named_world

WORLD = named_world()


def test_one_voice_of_an_alliance_is_no_broken_word() -> None:
    told = event("provoked", who="CAS", whom=("ARD",), why="statement", about="t-north", amount=2)
    assert cause(WORLD, told) == "spoke to it with one voice under the Pact of the North"
    assert cause(WORLD, event("support", why="statement", amount=-4)) == "broke its word after speaking in public"


def test_a_warning_in_a_case_is_told_apart_from_a_public_one() -> None:
    said = cause(WORLD, event("provoked", who="CAS", whom=("ARD",), why="warned", about="c-1", amount=3))
    assert said == "warned it in the Cassian\u2013Borean border clash"
    said = cause(WORLD, event("provoked", who="CAS", whom=("ARD",), why="warning", amount=8))
    assert said == "warned it in public"
    said = cause(WORLD, event("trust", who="BOR", whom=("ARD",), why="supported", about="c-1", amount=2))
    assert said == "warned on its behalf in the Cassian\u2013Borean border clash"
    said = cause(WORLD, event("trust", who="BOR", whom=("ARD",), why="supported", about="c-1", amount=8))
    assert said == "gave support in the Cassian\u2013Borean border clash"


def test_a_public_word_that_did_not_arrive_is_told_as_misunderstood() -> None:
    assert cause(WORLD, event("trust", why="stood_by", amount=3)) == "stood by it in public"
    assert cause(WORLD, event("trust", why="stood_by", amount=-3)) == "a misunderstanding of what it said in public"


@pytest.mark.parametrize("kind", ["suspend", "expel"])
def test_who_votes_a_member_out_has_not_left(kind: str) -> None:
    motion = Motion(
        kind=kind, treaty="t-north", by="ARD", opened=1, nation="BOR", votes={"ARD": "for"}, status="carried", closed=1  # type: ignore[arg-type]
    )  # fmt: skip
    world = replace(WORLD, motions={"ARD-1-2": motion})
    told = event("trust", who="BOR", whom=("ARD",), why="left", about="t-north", amount=-12)
    assert cause(world, told) == f"voted to {kind} it from the Pact of the North"
    assert cause(WORLD, told) == "announced leaving the Pact of the North"


def coup(outcome: str) -> State:
    kind = replace(WORLD.kinds["border_clash"], id="coup", takes="friendship", taken=20)
    case = replace(CASE, kind="coup", stage="settled", outcome=outcome)  # type: ignore[arg-type]
    return replace(WORLD, kinds={**WORLD.kinds, "coup": kind}, crises={"c-1": case})


def test_friendship_that_a_case_took_is_no_settlement() -> None:
    taken = event("trust", who="BOR", whom=("CAS",), why="settled", about="c-1", amount=20)
    assert cause(coup("conceded"), taken).startswith("won over in ")
    half, met = replace(taken, amount=10), replace(taken, amount=5)
    assert cause(coup("compromise"), half).startswith("won over in ")
    assert cause(coup("compromise"), met).startswith("settled ")


def test_what_wears_a_nation_down_and_what_a_case_took_are_named() -> None:
    assert cause(WORLD, event("support", why="worn", about="c-1", amount=-1)) == (
        "worn down by the Cassian\u2013Borean border clash"
    )
    assert cause(WORLD, event("readiness", why="stakes", amount=-10)) == "what its case took"
