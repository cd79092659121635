"""The instructor at the table: every act is in the log, and a replay comes to the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.core.acts import Message
from game.core.control import (
    Control,
    End,
    Extend,
    GiveCase,
    GiveNews,
    GiveResources,
    Inject,
    OnTurn,
    Override,
    RollBack,
)
from game.core.crises import Scheduled
from game.core.problems import ActError, IllegalAct, InvalidAct, StaleAct
from game.reports.chronicle import chronicle_text
from game.saves.codec import digest, dump_control
from game.saves.records import Controlled
from game.table import Table
from game.table.resume import replay
from tests.table.people import one_step, scenario

CLASH = Scheduled(
    id="incident", turn=0, kind="border_clash", theatre="nordic", target="NOR", challenger="URS", stakes=20,
    severity=3, pace="acute", stage="open", resolve=5,
)  # fmt: skip
NEWS = Inject(what=GiveNews(text="A blockade is feared."), when=OnTurn(turn=3))


def new(*people: str) -> Table:
    """A new game with people seated, at the point where it waits."""
    table = Table.new(scenario(), 7)
    for name in people:
        table.sit(name)
    if people:
        table.run()
    return table


def verified(path: Path) -> Table:
    """The game of a save, replayed with every digest equal."""
    table, checks = replay(path)
    assert all(checked.same for checked in checks)
    return table  # type: ignore[return-value]


def test_a_game_with_every_kind_of_act_of_the_instructor_is_replayed(tmp_path: Path) -> None:
    table = new("FRA")
    table.save(tmp_path / "a.foedus")
    table.control(NEWS)
    table.control(Inject(what=GiveCase(case=CLASH)))
    table.control(Inject(what=GiveResources(nation="FRA", figure="treasury", amount=4, text="A loan.")))
    table.control(Override(figure="support", nation="ITA", value=30, reason="An error of entry."))
    table.control(Extend(rounds=2))
    table.control(End(what="turn"))
    assert table.state.turn == 2
    table.control(RollBack(turn=1, reason="Once more."))
    assert table.state.turn == 1
    table.control(NEWS)
    while not table.over:
        one_step(table, "FRA")
    table.control(RollBack(turn=2))
    table.run()
    table.close()
    acts = [entry.act.kind for entry in table.log if isinstance(entry, Controlled)]
    assert acts == ["inject", "inject", "inject", "override", "extend", "end", "roll_back", "inject", "roll_back"]
    loaded = Table.load(tmp_path / "a.foedus")
    assert digest(loaded.state) == digest(table.state)
    assert (loaded.events, loaded.record) == (table.events, table.record)
    loaded.close()
    assert verified(tmp_path / "a.foedus").state == table.state


def test_ending_a_stage_takes_what_has_been_handed_in() -> None:
    table = new("FRA", "GBR")
    table.commit("GBR")
    table.control(End())
    assert (table.state.turn, table.state.stage) != (1, "negotiation")
    assert table.waiting()


def test_extending_gives_commitments_back_and_grants_rounds_of_talk() -> None:
    table = new("FRA", "GBR")
    table.commit("GBR")
    table.control(Extend())
    assert table.committed == []
    assert table.state.desk.rounds == 1
    while table.state.turn == 1:
        # A draft that comes in the last round gives a commitment back to whom it reaches.
        for name in table.waiting():
            table.commit(name)
    assert table.state.desk.rounds == 0
    asked = [entry.round for entry in table.log if entry.kind == "asked"]
    assert max(asked) == 4, "a fourth round of talk was held"


def test_a_roll_back_is_exact_and_the_same_decisions_lead_to_the_same_game(tmp_path: Path) -> None:
    whole = new()
    whole.play()
    table = new()
    table.step()
    opening = digest(table.state)
    table.play()
    table.control(RollBack(turn=2, reason="To see it again."))
    assert digest(table.state) == opening
    assert not table.over
    table.play()
    assert digest(table.state) == digest(whole.state)
    told = [event for event in table.events if event.kind != "rolled_back"]
    assert told == list(whole.events)
    assert len(table.record) > len(table.events), "what was rolled back is kept"
    assert "taken back from turn 5 to the opening of turn 2: “To see it again”" in chronicle_text(
        table.events, table.state, width=200
    )


def test_a_seat_hears_of_a_roll_back_and_of_what_comes_after() -> None:
    table = new("FRA")
    seat = table.seat("FRA")
    while table.state.turn == 1:
        one_step(table, "FRA")
    mark = seat.happened
    table.control(RollBack(turn=1))
    assert [event.kind for event in seat.events_since(mark)] == ["rolled_back"]
    assert table.waiting() == ("FRA",)
    assert table.drafts == {}


@pytest.mark.parametrize(
    ("act", "error", "sentence"),
    [
        (RollBack(turn=9), InvalidAct, "can be rolled back to turn 1 to 2"),
        (Extend(rounds=0), InvalidAct, "extended by 1 to 3 rounds"),
        (Inject(what=GiveNews(text="Late."), when=OnTurn(turn=2)), StaleAct, "Turn 2 has opened already"),
        (Inject(what=GiveCase(case=replace(CLASH, target="URS"))), IllegalAct, "between two different nations"),
        (Override(figure="trust", nation="FRA", value=3, reason="Why not."), InvalidAct, "two different nations"),
    ],
)
def test_what_is_not_possible_is_said_and_changes_nothing(act: Control, error: type[ActError], sentence: str) -> None:
    table = new()
    table.step()
    before, log, count = digest(table.state), list(table.log), table.event_count
    with pytest.raises(error, match=sentence) as caught:
        table.control(act)
    assert str(caught.value).startswith("instructor: ")
    assert (digest(table.state), table.log, table.event_count) == (before, log, count)


def test_a_game_that_is_over_can_only_be_rolled_back() -> None:
    table = new()
    table.play()
    with pytest.raises(StaleAct, match="it can only be rolled back"):
        table.control(Extend())
    table.control(RollBack(turn=1))
    assert table.state.turn == 1


def test_nobody_acts_for_a_nation_without_sitting_there() -> None:
    table = new("FRA")
    for do in (
        lambda: table.act("GBR", Message(to=("FRA",), text="Not mine to say.")),
        lambda: table.commit("GBR"),
        lambda: table.retract("GBR"),
        lambda: table.answer("GBR", {}),
        lambda: table.draft("GBR", table.seat("GBR").sheet),
    ):
        with pytest.raises(IllegalAct, match="No person sits for the United Kingdom; take the seat first"):
            do()
    with pytest.raises(InvalidAct, match='There is no nation "XYZ"'):
        table.act("XYZ", Message(to=("FRA",), text="From nowhere."))


def test_an_act_of_the_instructor_goes_to_json_and_comes_back() -> None:
    given = dump_control(Inject(what=GiveCase(case=CLASH), when=OnTurn(turn=3)))
    assert given["what"]["case"]["id"] == "incident"
    assert given["when"] == {"kind": "turn", "turn": 3}
