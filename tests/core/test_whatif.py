"""A what-if worked out from what is known already equals one worked out from nothing."""

from dataclasses import replace
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from game.ai.mind import Move, honest_mind
from game.ai.outlook import Outlook
from game.core.appraisal import Appraisal
from game.core.clauses import Clause, Consultation, JointExercises, MutualDefence
from game.core.councils import text_of, with_text
from game.core.ratification import odds_of_treaty
from game.core.relations import trust
from game.core.seen import Seen, as_if_bound
from game.core.view import Lookout, View
from game.core.world import State, Treaty
from game.scenario import load
from game.table import Table

NAMES = ("FRA", "GBR", "ITA", "NOR", "URS", "USA")


@cache
def played() -> State:
    """The end of a game of NATO 1949, class form: a world with many treaties in it."""
    table = Table.new(load("nato-1949-class"), 7, keep_log=False)
    table.play()
    return table.state


@st.composite
def treaties(draw: st.DrawFn) -> Treaty:
    """A treaty between some of the six."""
    parties = tuple(sorted(draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))))
    against = draw(st.sampled_from([(), ("URS",), ("DEU",)]))
    guard: Clause = MutualDefence(
        automaticity=draw(st.sampled_from(["automatic", "consulted", "own_way"])),
        earmark=draw(st.sampled_from([10, 60, 100])),
        against=() if against and against[0] in parties else against,
    )
    clauses = draw(st.lists(st.sampled_from([guard, Consultation(), JointExercises()]), min_size=1, unique_by=type))
    return Treaty(title="A draft", parties=parties, clauses=tuple(clauses), signed=0)


@given(treaties())
def test_an_appraisal_under_one_more_treaty_equals_a_fresh_one(treaty: Treaty) -> None:
    world = played()
    signed: State = replace(world, treaties={**world.treaties, "~draft": treaty})
    known, fresh = Appraisal(world).under("~draft", treaty, signed), Appraisal(signed)
    for name in NAMES:
        assert known.security(name) == fresh.security(name)
        assert known.autonomy(name) == fresh.autonomy(name)
        assert known.autonomy_wanted(name) == fresh.autonomy_wanted(name)
        assert [known.credibility(g, name) for g in known.guards[name]] == [
            fresh.credibility(g, name) for g in fresh.guards[name]
        ]


def test_the_ground_a_view_shares_is_the_ground_of_its_own_world() -> None:
    """Over a whole game: what views share from act to act is what each would have worked out alone."""
    table = Table.new(load("nato-1949-class"), 3, keep_log=False)
    lookout = Lookout(table.state)
    for _ in range(table.state.turns):
        table.step()
        lookout = Lookout(table.state, lookout)
        for seat in NAMES:
            view = lookout.view(seat)
            shared, alone = Appraisal(view.world, view.ground), Appraisal(view.world)
            for name in NAMES:
                assert shared.security(name) == alone.security(name)
                for other in NAMES:
                    if other != name:
                        assert shared.hostility(other, name) == alone.hostility(other, name)
                        assert shared.threat(other, name) == alone.threat(other, name)


def test_what_a_seat_reckons_from_the_public_numbers_is_what_it_would_reckon_alone() -> None:
    """At every moment of a game at which a mind is asked: the numbers it gets are those of its own world."""
    asked: list[type[Appraisal]] = []

    def careful(view: View) -> Move:
        quick, slow = Outlook(view).table, Appraisal(as_if_bound(view.world))
        asked.append(type(quick))
        for name in view.world.nations:
            assert quick.threats(name) == slow.threats(name)
            assert quick.security(name) == slow.security(name)
            assert quick.autonomy(name) == slow.autonomy(name)
            assert [quick.credibility(g, name) for g in quick.guards[name]] == [
                slow.credibility(g, name) for g in slow.guards[name]
            ]
            for other in view.world.nations:
                if other != name:
                    assert quick.hostile(other, name) == slow.hostility(other, name).value
                    assert quick.ground.trust(other, name) == trust(view.world, other, name)
        return honest_mind(view)

    table = Table.new(load("nato-1949-class"), 5, keep_log=False)
    table.minds = dict.fromkeys(table.state.nations, careful)
    table.play()
    assert asked.count(Seen) > 50


def test_the_odds_of_a_new_text_are_what_they_would_be_worked_out_from_nothing() -> None:
    """By what all can see, and by what a seat knows."""
    world = played()
    treaty_id, had = next((key, one) for key, one in world.treaties.items() if len(one.parties) > 2 and not one.ended)
    text = text_of(treaty_id, had)
    for clauses in (text.clauses[:1], (*text.clauses, JointExercises())):
        draft = replace(text, clauses=clauses)
        signed = replace(world, treaties={**world.treaties, treaty_id: replace(had, coming=draft)})
        bound = replace(world, treaties={**world.treaties, treaty_id: with_text(had, draft)})
        seen = Lookout(world).view(had.parties[0])
        for table, after in (
            (Appraisal(signed), Appraisal(bound)),
            (
                Seen(signed, seen.ground, Appraisal(world, seen.ground.common)),
                Appraisal(bound, seen.ground),
            ),
        ):
            odds = odds_of_treaty(table, treaty_id)
            assert odds
            for name in odds:
                lacking = table.lacking((treaty_id,)).under(treaty_id, bound.treaties[treaty_id], bound)
                assert lacking.security(name) == after.security(name)
                assert lacking.autonomy(name) == after.autonomy(name)
