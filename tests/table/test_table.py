"""The table: seats, people and bots, telegrams, incidents, and what each is told."""

import pytest

from game.core import acts
from game.core.clauses import JointExercises
from game.core.crises import Answer
from game.core.drafts import Draft
from game.core.orders import Budget, Sheet
from game.core.problems import ActError, IllegalAct, InvalidAct
from game.core.view import View, visible
from game.saves.codec import digest
from game.saves.records import Acted, Asked, Committed, Retracted, Sat
from game.table import Table, Waiting
from tests.table.people import one_step, scenario


def new(*people: str, seed: int = 7) -> Table:
    """A game that waits for these people."""
    table = Table.new(scenario(), seed)
    for name in people:
        table.sit(name)
    table.run()
    return table


def greet(to: str = "GBR") -> acts.Message:
    """A few words."""
    return acts.Message(to=(to,), text="A word.")


# -- games --------------------------------------------------------------------------------------------------


def test_the_same_seed_is_the_same_game_and_another_is_not() -> None:
    ends = []
    for seed in (7, 7, 8):
        table = Table.new(scenario(), seed)
        table.play()
        assert table.over
        assert table.incidents == []
        ends.append(digest(table.state))
    assert ends[0] == ends[1] != ends[2]


def test_turns_played_one_by_one_are_the_same_game() -> None:
    table, whole = Table.new(scenario(), 7), Table.new(scenario(), 7)
    whole.play()
    turns = []
    while not table.over:
        table.step()
        turns.append(table.state.turn)
    assert turns == [2, 3, 4, 5, 5]
    assert table.events == whole.events


def test_a_game_without_a_log_is_the_same_game() -> None:
    table, whole = Table.new(scenario(), 7, keep_log=False), Table.new(scenario(), 7)
    table.play()
    whole.play()
    assert digest(table.state) == digest(whole.state)


def test_the_watcher_hears_everything_once() -> None:
    table = Table.new(scenario(), 7)
    already, heard = table.event_count, []
    table.watcher = heard.extend
    table.play()
    assert tuple(heard) == table.events[already:]


# -- seats --------------------------------------------------------------------------------------------------


def test_a_seat_sees_what_its_nation_may_know_and_nothing_else() -> None:
    table = new("FRA")
    seat = table.seat("FRA")
    mark = seat.happened
    seat.act(greet())
    assert seat.view == table.view("FRA")
    assert seat.view.seat == "FRA"
    assert seat.events == visible(table.events, "FRA")
    assert seat.events_since(mark) == visible(table.events[mark:], "FRA")
    assert any(event.kind == "message" for event in seat.events_since(mark))
    assert not any(event.kind == "message" for event in table.seat("ITA").events_since(mark))


def test_there_is_no_seat_for_strangers() -> None:
    with pytest.raises(KeyError, match="There is no nation"):
        new().seat("XYZ")
    with pytest.raises(KeyError, match="There is no nation"):
        new().sit("XYZ")


def test_a_game_with_people_waits_for_them() -> None:
    table = new("FRA", "GBR")
    assert table.waiting() == ("FRA", "GBR")
    with pytest.raises(Waiting, match=r"The game waits for FRA, GBR\.") as caught:
        table.play()
    assert caught.value.nations == ("FRA", "GBR")
    assert table.state.turn == 1


def test_a_refused_act_leaves_everything_as_it_was() -> None:
    table = new("FRA")
    before, log = digest(table.state), list(table.log)
    with pytest.raises(ActError):
        table.seat("FRA").act(greet("FRA"))
    with pytest.raises(ActError):
        table.seat("FRA").draft(Sheet(budget=Budget(forces=999)))
    assert (digest(table.state), table.log) == (before, log)
    assert table.seat("FRA").sheet == Sheet()


def test_ai_nations_that_are_addressed_reply_at_once() -> None:
    table = new("FRA")
    mark = len(table.log)
    table.act("FRA", acts.Message(to=("GBR", "USA"), text="A word."))
    asked = [entry.nation for entry in table.log[mark:] if isinstance(entry, Asked)]
    assert asked == ["GBR", "USA"]
    assert all(entry.round == 0 for entry in table.log[mark:] if isinstance(entry, Asked))


def test_orders_are_drafted_freely_until_all_have_committed() -> None:
    table = new("FRA", "GBR")
    france = table.seat("FRA")
    france.draft(Sheet(budget=Budget(forces=1)))
    france.draft(Sheet(budget=Budget(home_cut=1)))
    assert france.sheet == Sheet(budget=Budget(home_cut=1))
    france.commit()
    assert france.committed
    assert table.waiting() == ("GBR",)
    france.retract()
    assert not france.committed
    assert table.waiting() == ("FRA", "GBR")
    france.draft(Sheet())
    france.commit()
    assert table.state.turn == 1
    while table.state.turn == 1 and table.state.stage == "negotiation" and table.waiting():
        table.seat(table.waiting()[0]).commit()
    assert (table.state.turn, table.state.stage) != (1, "negotiation")
    kinds = [type(entry) for entry in table.log if isinstance(entry, Committed | Retracted) and entry.nation == "FRA"]
    assert kinds[:3] == [Committed, Retracted, Committed]


def test_committing_twice_is_committing_once() -> None:
    table = new("FRA", "GBR")
    table.commit("FRA")
    table.commit("FRA")
    assert [entry.nation for entry in table.log if isinstance(entry, Committed)] == ["FRA"]
    table.retract("GBR")
    assert not any(isinstance(entry, Retracted) for entry in table.log)


def test_sealed_answers_are_opened_when_all_are_in() -> None:
    table = new("FRA", "GBR")
    while not (table.state.stage == "showdown" and {"FRA", "GBR"} <= set(table.waiting())):
        assert not table.over, "France and Britain were never asked together"
        one_step(table, table.waiting()[0])
    stage = (table.state.turn, table.state.round)
    asked = table.seat("FRA").asked
    assert asked
    with pytest.raises(IllegalAct):
        table.answer("FRA", {asked[0]: Answer("strike")})
    assert table.seat("FRA").asked == asked
    table.answer("FRA", {asked[0]: Answer("support")})
    assert table.seat("FRA").asked == ()
    assert (table.state.turn, table.state.round) == stage
    assert table.waiting() == ("GBR",)
    table.answer("GBR", {asked[0]: Answer("stand_firm")})
    assert (table.state.turn, table.state.round) != stage
    opened = table.state.crises[asked[0]].answers[-1]
    assert opened["FRA"].stance == "support"
    assert opened["GBR"].stance == "stand_firm"


def test_a_whole_game_can_be_played_by_people() -> None:
    names = tuple(scenario().start(7).nations)
    table = new(*names)
    for _ in range(500):
        if table.over:
            break
        one_step(table, table.waiting()[0])
    assert table.over
    assert not any(isinstance(entry, Asked) for entry in table.log)


# -- sitting down and standing up ---------------------------------------------------------------------------


def test_who_stands_up_takes_its_orders_along() -> None:
    table = new("FRA", "GBR")
    table.draft("FRA", Sheet(budget=Budget(home_cut=1)))
    table.commit("FRA")
    table.stand("FRA")
    assert table.waiting() == ("GBR",)
    table.sit("FRA")
    assert table.seat("FRA").sheet == Sheet()
    assert table.waiting() == ("GBR", "FRA")


def test_a_bot_that_takes_a_seat_finds_it_empty() -> None:
    table = new("FRA", "GBR")
    table.draft("FRA", Sheet(budget=Budget(home_cut=1)))
    table.commit("FRA")
    table.sit("FRA", quiet)
    assert table.waiting() == ("GBR",)
    table.sit("FRA")
    assert table.seat("FRA").sheet == Sheet()
    assert not table.seat("FRA").committed
    who = [entry.who for entry in table.log if isinstance(entry, Sat) and entry.nation == "FRA"]
    assert who == ["person", "bot", "person"]


def test_a_person_may_leave_the_game_to_the_ai_at_any_time() -> None:
    table = new("FRA")
    one_step(table, "FRA")
    table.stand("FRA")
    table.play()
    assert table.over


# -- telegrams ----------------------------------------------------------------------------------------------


def insistent(to: str):
    """A mind that has a firm word for another whenever it is asked, and puts a new draft before France."""

    def mind(view):
        if view.stage != "negotiation":
            return Sheet() if view.stage == "orders" else {}
        own = [thread for thread in view.world.threads.values() if thread.by == view.seat and "FRA" in thread.parties]
        made = Draft(
            title="Telegram",
            parties=tuple(sorted(("FRA", view.seat))),
            clauses=(JointExercises(per_year=1 + len(own) % 4),),
        )
        word = acts.Message(to=(to,), text="A word.", tone="firm")
        return (word, acts.Propose(draft=made)) if len(own) < 4 else (word,)

    return mind


def quiet(view):
    """A mind that has nothing to say."""
    return () if view.stage == "negotiation" else Sheet() if view.stage == "orders" else {}


def with_telegrams() -> Table:
    """A game in which France is sent a telegram in every round of talk, and nobody else says anything."""
    table = Table.new(scenario(), 7)
    for name in table.state.nations:
        table.sit(name, quiet)
    # Each is asked again because the other has had a firm word for it.
    table.sit("USA", insistent("GBR"))
    table.sit("GBR", insistent("USA"))
    table.sit("FRA")
    table.run()
    return table


def test_a_last_telegram_keeps_the_turn_open_at_most_twice() -> None:
    table = with_telegrams()
    commits = 0
    while table.state.turn == 1 and table.state.stage == "negotiation":
        assert commits < 5, "the turn never closes"
        table.commit("FRA")
        commits += 1
    assert commits == 3, "the turn stayed open twice, and no more"
    assert sum(isinstance(entry, Retracted) for entry in table.log) == 2
    assert table.incidents == []


def test_telegrams_that_lay_there_before_do_not_keep_the_turn_open() -> None:
    table = with_telegrams()
    for name in ("USA", "GBR"):
        table.sit(name, quiet)
    assert any("FRA" in thread.parties for thread in table.state.threads.values())
    table.commit("FRA")
    assert (table.state.turn, table.state.stage) != (1, "negotiation")


def test_a_turn_with_nothing_more_to_answer_closes_at_once() -> None:
    table = Table.new(scenario(), 7)
    for name in table.state.nations:
        table.sit(name, None if name == "FRA" else quiet)
    table.run()
    table.commit("FRA")
    assert (table.state.turn, table.state.stage) != (1, "negotiation")
    assert not any(isinstance(entry, Retracted) for entry in table.log)


# -- bots ---------------------------------------------------------------------------------------------------


def test_a_bot_plays_its_seat() -> None:
    seen = []

    def bot(view):
        seen.append((view.seat, view.stage))
        return () if view.stage == "negotiation" else Sheet() if view.stage == "orders" else {}

    for seed in range(7, 20):  # until a case comes to a head
        table = Table.new(scenario(), seed)
        table.sit("FRA", bot)
        table.play()
        if "showdown" in {stage for _, stage in seen}:
            break
    assert {seat for seat, _ in seen} == {"FRA"}
    assert {stage for _, stage in seen} >= {"negotiation", "orders", "showdown"}
    assert not any(isinstance(entry, Acted) and entry.nation == "FRA" for entry in table.log)


def test_what_a_bot_may_not_do_is_an_incident_and_is_not_done() -> None:
    def rogue(view):
        if view.stage == "negotiation":
            return (greet("FRA"), acts.Message(to=("GBR",), text="A word."), acts.Recall(thread="nothing"))
        if view.stage == "orders":
            return Sheet(budget=Budget(forces=999))
        return {crisis: Answer("come", 999) for crisis in view.world.crises}

    for seed in range(7, 20):  # until a case comes to a head
        table = Table.new(scenario(), seed)
        table.sit("FRA", rogue)
        table.play()
        kinds = {type(incident.what) for incident in table.incidents}
        if dict in kinds:
            break
    assert kinds == {acts.Message, acts.Recall, Sheet, dict}
    assert all(incident.nation == "FRA" and incident.problems for incident in table.incidents)
    first = table.incidents[0]
    assert (first.turn, first.problems[0].text) == (1, "A message goes to other nations.")
    assert any(isinstance(entry, Acted) and entry.nation == "FRA" for entry in table.log), "its lawful act was done"
    assert table.state.nations["FRA"].forces < 999


@pytest.mark.parametrize(
    ("stage", "wrong"),
    [("negotiation", Sheet()), ("orders", ()), ("showdown", ())],
)
def test_a_bot_that_answers_another_question_is_an_error_of_its_maker(stage: str, wrong: object) -> None:
    def confused(view):
        if view.stage == stage:
            return wrong
        return () if view.stage == "negotiation" else Sheet() if view.stage == "orders" else {}

    table = Table.new(scenario(), 7)
    table.sit("GBR", confused)
    with pytest.raises(TypeError, match="The mind of GBR must answer"):
        table.play()


def test_a_mind_is_asked_again_only_when_something_it_can_see_has_changed() -> None:
    asked = []

    def bot(view):
        if view.stage == "negotiation":
            asked.append(view.world.turn)
            return ()
        return Sheet() if view.stage == "orders" else {}

    table = Table.new(scenario(), 7)
    for name in table.state.nations:
        table.sit(name, bot)
    table.step()
    # Nobody said anything after the first round: the second and third had nothing new to think about.
    assert asked.count(1) == len(table.state.nations)
    rounds = [entry.round for entry in table.log if isinstance(entry, Asked)]
    assert set(rounds) == {1, 2, 3}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (acts.Accept(thread=5, revision="x"), "Not understood: accept.thread: input should be a valid string."),  # type: ignore[arg-type]
        (7, "Not understood: input should be an object."),
        ({"kind": "bribe"}, 'Not understood: there is no kind "bribe"; there are message, propose,'),
        ({"kind": "recall", "thread": "x", "why": 1}, "Not understood: recall.why: there is no such field."),
        ({"kind": "recall"}, "Not understood: recall.thread: it is missing."),
        ({}, "Not understood: it names no kind."),
    ],
)
def test_what_is_not_understood_is_said_where(given: object, sentence: str) -> None:
    table = new()
    table.sit("FRA")
    table.run()
    before = digest(table.state)
    with pytest.raises(InvalidAct) as refused:
        table.act("FRA", given)  # type: ignore[arg-type]
    assert sentence in str(refused.value)
    assert digest(table.state) == before


def test_a_mind_that_breaks_says_whose_it_is() -> None:
    def broken(view: View) -> tuple[()]:
        raise ZeroDivisionError

    table = Table.new(scenario(), 7)
    table.sit("ITA", broken)
    with pytest.raises(ZeroDivisionError) as raised:
        table.step()
    assert raised.value.__notes__ == ["The mind of ITA raised this in turn 1, asked for its negotiation."]
