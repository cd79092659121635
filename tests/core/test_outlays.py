"""What joint work may be asked for: nothing is rebuilt after a quarrel in which no forces met."""

from dataclasses import replace

from game.core.crises import Crisis
from game.core.outlays import peaces, rebuilding
from game.core.world import State
from game.scenario.library import crisis_kinds
from tests.worlds import opened, small_world


def after_a(kind: str) -> State:
    """A world in which such a case has ended in a blow the turn before."""
    case = Crisis(
        kind=kind, theatre="north", target="BOR", challenger="CAS", stakes=20, severity=3, pace="slow",
        stage="settled", outcome="struck_won", since=1, ended=1,
    )  # fmt: skip
    return replace(opened(small_world()), turn=2, kinds=crisis_kinds(), crises={"case": case})


def test_what_forces_broke_is_rebuilt_and_its_peace_is_kept() -> None:
    assert rebuilding(after_a("border_clash")) == {"BOR": "case"}
    assert peaces(after_a("border_clash")) == ("case",)


def test_a_rift_or_a_campaign_of_words_leaves_nothing_to_rebuild() -> None:
    for kind in ("alliance_rift", "disinformation"):
        assert rebuilding(after_a(kind)) == {}
        assert peaces(after_a(kind)) == ()
