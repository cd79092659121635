"""Whole games: the same again for the same seed, nothing forbidden tried, and a history one can follow."""

import pytest

from game.ai.memory import same_terms
from game.ai.mind import honest_mind
from game.ai.minds import UnknownMind, mind
from game.ai.random_mind import random_legal
from game.core import acts
from game.core.drafts import Draft
from tests.ai.playing import Played, play
from tests.ai.worlds import nato, trio

SEEDS = (3, 7, 12)


@pytest.fixture(scope="module")
def games() -> list[Played]:
    """A few games of six honest minds."""
    state = nato()
    return [play(state, dict.fromkeys(state.nations, honest_mind), seed) for seed in SEEDS]


def test_the_same_seed_gives_the_same_game(games: list[Played]) -> None:
    state = nato()
    again = play(state, dict.fromkeys(state.nations, honest_mind), SEEDS[0])
    assert again.events == games[0].events
    assert again.state == games[0].state


def test_other_seeds_give_other_games(games: list[Played]) -> None:
    assert games[0].events != games[1].events


def test_nothing_forbidden_is_tried(games: list[Played]) -> None:
    for game in games:
        assert game.refused == []
        assert not [event for event in game.told("sheet_committed") if event.why in ("cut", "bare", "recalled")]


def test_western_nations_sign_and_the_rivals_do_not(games: list[Played]) -> None:
    for game in games:
        fresh = [treaty for treaty in game.state.treaties.values() if treaty.signed > 0]
        assert any("USA" in treaty.parties for treaty in fresh)
        guarded = [treaty for treaty in fresh if any(clause.kind == "mutual_defence" for clause in treaty.clauses)]
        assert not any("URS" in treaty.parties for treaty in guarded)


def test_the_call_under_brussels_is_answered_for_reasons_said(games: list[Played]) -> None:
    for game in games:
        invoked = [event for event in game.told("invoked") if event.who == "GBR"]
        assert invoked, "the clash dealt in turn 3 is not met alone"
        case = game.state.crises["ruhr"]
        assert any(call.ally == "FRA" and call.treaty == "brussels" for call in case.calls)
        answered = [event for event in game.told("answered") if event.about == "ruhr"]
        assert "FRA" in [event.who for event in answered]
        reasoned = {(event.who, event.why) for event in game.told("reasoned") if event.about == "ruhr" and event.terms}
        for event in answered:
            assert (event.who, event.stance) in reasoned, "every answer says why"


def test_nobody_nags(games: list[Played]) -> None:
    for game in games:
        put: list[tuple[int, str, Draft]] = []
        for turn, nation, move in game.done:
            if isinstance(move, acts.Propose):
                for before, who, draft in put:
                    repeated = who == nation and same_terms(draft, move.draft)
                    assert not (repeated and before >= turn - 1), "the same draft is not put twice running"
                put.append((turn, nation, move.draft))
        assert len(put) <= 4 * game.state.turns, "few words, well chosen: six could say six a turn"
        letters = [(event.turn, event.who) for event in game.told("message")]
        assert len(letters) == len(set(letters)), "a courtesy at most once a turn"


def test_every_decision_has_reasons(games: list[Played]) -> None:
    for game in games:
        for _, _, move in game.done:
            if isinstance(move, acts.Propose | acts.Accept | acts.Refuse | acts.Counter | acts.Press | acts.Invoke):
                assert move.because
            if isinstance(move, acts.Accept):
                assert sum(term.tenths for term in move.because) > 0


def test_random_minds_try_everything_and_mostly_what_is_allowed() -> None:
    kinds: dict[str, int] = {}
    allowed = tried = 0
    for seed in range(6):
        for state in (nato(), trio()):
            game = play(state, dict.fromkeys(state.nations, random_legal), seed)
            allowed, tried = allowed + len(game.done), tried + len(game.done) + len(game.refused)
            for _, _, move in game.done:
                kinds[move.kind] = kinds.get(move.kind, 0) + 1
    assert allowed * 10 >= tried * 6
    wanted = ("message", "propose", "counter", "accept", "refuse", "recall", "withdraw", "press", "consult", "invoke")
    assert all(kinds.get(kind, 0) for kind in wanted), kinds


def test_honest_minds_stay_legal_beside_random_ones() -> None:
    state = nato()
    minds = dict.fromkeys(state.nations, random_legal)
    minds |= {"FRA": honest_mind, "USA": honest_mind, "NOR": honest_mind}
    for seed in SEEDS:
        game = play(state, minds, seed)
        assert [who for _, who, _ in game.refused if who in ("FRA", "USA", "NOR")] == []


def test_minds_by_name() -> None:
    assert mind("normal") is honest_mind
    assert mind("random") is random_legal
    with pytest.raises(UnknownMind, match="no mind"):
        mind("clever")
