"""The summary counts what happened and says it plainly."""

from dataclasses import replace

from game.core.score import score
from game.reports.results import Paid, summary
from game.reports.summary import summary_lines, summary_text, treaty_line
from game.reports.summary_brief import brief_lines, brief_text
from game.reports.words import names
from tests.reports.game_told import told_game

STATE, EVENTS = told_game()
FOUND = summary(EVENTS, STATE)


def test_seats_stand_by_score_with_every_aim_and_its_mark() -> None:
    assert {seat.nation: seat.score for seat in FOUND.seats} == {name: score(STATE, name) for name in STATE.nations}
    assert [seat.score for seat in FOUND.seats] == sorted((seat.score for seat in FOUND.seats), reverse=True)
    for seat in FOUND.seats:
        nation = STATE.nations[seat.nation]
        assert [aim.points for aim in seat.aims] == [aim.points for aim in nation.objectives]
        points = sum(aim.points for aim in seat.aims)
        assert (
            abs((seat.score + seat.breaches + seat.toll) * points - sum(aim.points * aim.mark for aim in seat.aims))
            <= points
        )


def test_who_was_called_and_came() -> None:
    assert [(call.ally, call.target, call.result) for call in FOUND.called] == [("ARD", "BOR", "kept")]
    assert (FOUND.kept, FOUND.due) == (1, 1)


def test_treaties_of_the_game_are_listed_and_older_ones_are_not() -> None:
    assert [treaty.title for treaty in FOUND.treaties] == ["Treaty of Three"]
    assert FOUND.treaties[0].parties == ("ARD", "BOR", "CAS")


def test_who_joined_a_treaty_later_is_named_with_it() -> None:
    (made,) = FOUND.treaties
    assert "joined later" not in treaty_line(made, STATE)
    begun = replace(made, parties=made.parties[:2])
    assert f"; joined later by {names(STATE, made.parties[2:])}" in treaty_line(begun, STATE)


def test_a_challenge_not_made_is_counted_with_its_pledge() -> None:
    assert [(not_made.challenger, not_made.target, not_made.pledge) for not_made in FOUND.not_made] == [
        ("CAS", "ARD", "pact")
    ]


def test_cases_say_how_they_ended() -> None:
    assert [(case.text, case.outcome, case.war) for case in FOUND.cases] == [
        ("The Cassiaian–Boreaian border clash", "Cassia backed down", False)
    ]


def test_the_text_begins_with_the_three_figures() -> None:
    lines = summary_lines(FOUND, STATE)
    assert lines[0] == "Three nations, after five turns"
    assert lines[2] == "Who was called, and came: 1 of 1"
    assert "Who paid for whom: nobody paid another" in lines
    assert "Challenges not made: 1" in lines
    assert "  Pledges that stood behind the target: the Pact of the North 1" in lines
    assert any(line.startswith("World stability ") for line in lines)
    assert any(line.startswith("  Met: Security at 50 or more (60 points, ") for line in lines)


def test_stability_parts_sum_to_what_is_shown() -> None:
    total = sum(int(entry.figure.replace("\u2212", "-")) for entry in FOUND.stability_parts)
    assert total == FOUND.stability


def test_the_text_is_wrapped_and_ones_own_seat_comes_first() -> None:
    text = summary_text(STATE, EVENTS, "BOR", width=70)
    assert all(len(line) <= 70 for line in text.splitlines())
    at = [text.index(f"{name}: ") for name in ("Borea", "Arden", "Cassia")]
    assert at[0] == min(at)


def test_a_game_without_calls_says_so() -> None:
    quiet = summary([event for event in EVENTS if event.turn == 5], STATE)
    assert quiet.turns == 5
    assert not quiet.not_made


def test_the_brief_summary_keeps_every_call_and_case_and_gathers_the_rest() -> None:
    told = brief_text(STATE, EVENTS, "BOR")
    assert "Who was called, and came: 1 of 1" in told
    assert "to the aid of Borea: Arden came." in told
    assert "Cassia backed down" in told
    assert "  Met: " in told.split("\nBorea: ")[1].split("\n\n")[0], "one's own aims are told whole"
    assert "Arden: " in told.split("\nAims\n")[1]
    assert told.count("At the end: ") == 1
    assert "the Treaty of Three" in told
    assert told.endswith("--full tells every aim, payment and treaty.")


def test_payments_are_gathered_by_payer_and_small_change_together() -> None:
    paid = tuple(Paid(payer=payer, payee=payee, amount=rp) for payer, payee, rp in (
        ("ARD", "BOR", 30), ("ARD", "CAS", 4), ("BOR", "CAS", 3), ("CAS", "ARD", 2),
    ))  # fmt: skip
    lines = brief_lines(replace(FOUND, paid=paid), STATE, None)
    assert "  Arden paid 34 RP: Borea 30 and Cassia 4" in lines
    assert "  Two others paid 3 RP or less each." in lines
