"""What a game turned on: the weightiest events of all of it, in their order."""

from game.core.events import Event
from game.reports.sentences import sentence
from game.reports.turning import turning_points
from tests.reports.game_told import told_game

STATE, EVENTS = told_game()


def test_the_call_and_the_pact_stand_in_it_and_the_small_change_does_not() -> None:
    told = turning_points(EVENTS, STATE)
    pact = next(event for event in EVENTS if event.kind == "signed")
    assert (pact.turn, sentence(pact, STATE)) in told
    assert [turn for turn, _ in told] == sorted(turn for turn, _ in told)
    small = {sentence(event, STATE) for event in EVENTS if event.kind in ("income", "mission", "exercise_held")}
    assert small
    assert not small & {text for _, text in told}


def test_the_weightiest_are_kept_whenever_they_happened() -> None:
    early = Event(kind="struck", turn=1, who="CAS", whom=("BOR",), about=next(iter(STATE.crises)))
    (first,) = turning_points([early, *EVENTS], STATE, most=1)[:1]
    assert first == (1, sentence(early, STATE))


def test_ones_own_part_weighs_more() -> None:
    signed = [event for event in EVENTS if event.kind in ("signed", "invoked")]
    own = signed[-1]
    other = next(name for name in STATE.nations if name != own.who and name not in own.whom)
    stranger = Event(kind=own.kind, turn=own.turn, who=other, about=own.about, draft=own.draft, text=own.text)
    assert turning_points([stranger, own], STATE, own.who, most=1) == ((own.turn, sentence(own, STATE)),)


def test_the_same_word_broken_under_two_treaties_is_told_once() -> None:
    case = next(iter(STATE.crises))
    broken = [
        Event(kind="duty_broken", turn=2, who="ARD", whom=("BOR",), why="guard", about=about)
        for about in (case, "pact")
    ]
    assert len(turning_points(broken, STATE)) == 1
    both = [broken[0], Event(kind="duty_broken", turn=2, who="CAS", whom=("BOR",), why="guard", about=case)]
    ((_, told),) = turning_points(both, STATE)
    assert told == "Arden and Cassia broke their pledges to Borea."


def test_the_turn_that_moved_stability_most_stands_among_them() -> None:
    moves = [Event(kind="stability", turn=turn, amount=amount) for turn, amount in ((1, 80), (2, 79), (3, 60))]
    assert turning_points(moves, STATE) == ((3, "World stability fell from 79 to 60."),)
    assert turning_points(moves[:2], STATE) == ()
