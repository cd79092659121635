"""A mind sees its view and nothing else: what is hidden, and what things are called, change none of its choices."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.ai.mind import honest_mind
from game.ai.random_mind import random_legal
from game.core import acts
from game.core.clauses import Consultation, MutualDefence
from game.core.crises import Scheduled
from game.core.objectives import SecurityAtLeast
from game.core.view import View
from game.core.world import LedgerEntry, State
from tests.ai.worlds import a_draft, nato, on_table, seen, trio, with_crisis, with_nation, with_treaty

NATIONS = ("FRA", "GBR", "ITA", "NOR", "URS", "USA")


def scenes() -> list[tuple[str, State]]:
    """Moments of every kind a mind is asked in, by stage."""
    state = nato()
    draft = a_draft("NOR", "USA", clauses=(MutualDefence(automaticity="automatic"), Consultation()))
    sealed = with_crisis(state, stage="showdown")
    return [
        ("negotiation", state),
        ("negotiation", on_table(state, "USA", draft)),
        ("negotiation", with_crisis(state)),
        ("negotiation", with_crisis(state, stage="brewing", opened=0)),
        ("orders", with_crisis(state)),
        ("showdown", replace(sealed, stage="showdown", round=1)),
        ("strike", replace(sealed, stage="strike")),
    ]


def other_tempers(state: State, seat: str) -> State:
    """Everyone else in another humour."""
    for name in NATIONS:
        if name != seat:
            state = with_nation(state, name, temper=(state.nations[name].temper + 331) % 1000)
    return state


def other_seed(state: State, seat: str) -> State:
    """Another seed."""
    return replace(state, seed=state.seed + 99)


def secret_treaty(state: State, seat: str) -> State:
    """A secret treaty among two others, and an entry under it in a ledger."""
    one, other = [name for name in NATIONS if name != seat][:2]
    state = with_treaty(state, "hidden", (one, other), MutualDefence(automaticity="automatic"), secret=True)
    return with_nation(state, one, ledger=(LedgerEntry(1, "hidden", "guard", other, "broken", 9),))


def talks_of_others(state: State, seat: str) -> State:
    """A negotiation among two others."""
    one, other = [name for name in NATIONS if name != seat][2:4]
    return on_table(state, one, a_draft(one, other, clauses=(Consultation(),)), "elsewhere")


def hidden_figures(state: State, seat: str) -> State:
    """Others' readiness and support moved within their bands, their initiatives and secret aims changed."""
    for name in NATIONS:
        nation = state.nations[name]
        if name != seat:
            within = nation.readiness // 20 * 20 + (nation.readiness + 7) % 20
            support = nation.support // 10 * 10 + (nation.support + 3) % 10
            aims = (*nation.objectives, SecurityAtLeast(level=90, points=50, secret=True))
            state = with_nation(
                state, name, readiness=within, support=support, initiatives=nation.initiatives + 1, objectives=aims
            )
    return state


def what_is_to_come(state: State, seat: str) -> State:
    """Another schedule."""
    case = Scheduled(
        id="later", turn=2, kind="border_clash", theatre="mediterranean", target="ITA", challenger="URS",
        stakes=40, severity=5, pace="acute", stage="open",
    )  # fmt: skip
    return replace(state, schedule=(case,))


def resolve_of_others(state: State, seat: str) -> State:
    """What a challenger alone knows."""
    return replace(
        state,
        crises={
            name: crisis if crisis.challenger == seat else replace(crisis, resolve=crisis.resolve + 40)
            for name, crisis in state.crises.items()
        },
    )


HIDDEN: tuple[Callable[[State, str], State], ...] = (
    other_tempers, other_seed, secret_treaty, talks_of_others, hidden_figures, what_is_to_come, resolve_of_others,
)  # fmt: skip


@pytest.mark.parametrize("change", HIDDEN, ids=lambda change: change.__name__)
def test_what_is_hidden_changes_no_choice(change: Callable[[State, str], State]) -> None:
    for stage, state in scenes():
        for seat in NATIONS:
            changed = change(state, seat)
            assert honest_mind(seen(changed, seat, stage)) == honest_mind(seen(state, seat, stage)), (stage, seat)
            assert random_legal(seen(changed, seat, stage)) == random_legal(seen(state, seat, stage)), (stage, seat)


def test_the_changes_do_change_the_true_state() -> None:
    state = scenes()[2][1]
    for change in HIDDEN:
        assert change(state, "FRA") != state


def test_the_same_view_gives_the_same_choice_and_is_left_as_it_was() -> None:
    for stage, state in scenes():
        for seat in NATIONS:
            view, again = seen(state, seat, stage), seen(state, seat, stage)
            assert honest_mind(view) == honest_mind(view) == honest_mind(again)
            assert view.world == again.world, "a view is read, never written"
            assert view.fog == again.fog


def test_what_is_seen_does_change_choices() -> None:
    state = nato()
    calm = replace(state, pairs={})
    assert honest_mind(seen(calm, "NOR")) != honest_mind(seen(state, "NOR"))


def renamed(view: View, names: dict[str, str]) -> list[tuple[str, tuple[str, ...], object]]:
    """What a mind proposes, with nations called by other names."""
    found: list[tuple[str, tuple[str, ...], object]] = []
    moves = honest_mind(view)
    assert isinstance(moves, tuple)
    for move in moves:
        assert isinstance(move, acts.Propose | acts.Press), "only these are asked about here"
        if isinstance(move, acts.Propose):
            parties = tuple(sorted(names[name] for name in move.draft.parties))
            found.append((move.kind, parties, move.draft.clauses))
        else:
            found.append((move.kind, (names[move.target],), move.grade))
    return found


def test_names_do_not_matter() -> None:
    plain = {"ALB": "ALB", "BEL": "BEL", "CAR": "CAR"}
    turned = {"ZUL": "ALB", "CAR": "BEL", "ABE": "CAR"}
    said = 0
    for one, other in (("ALB", "ZUL"), ("BEL", "CAR"), ("CAR", "ABE")):
        first = renamed(seen(trio(), one), plain)
        second = renamed(seen(trio("ZUL", "CAR", "ABE"), other), turned)
        assert first == second
        said += len(first)
    assert said >= 1
