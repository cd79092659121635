"""Strategies: small worlds with odd numbers in them, and treaties among their nations."""

from dataclasses import replace

from hypothesis import strategies as st

from game.core.clauses import CLAUSES, BurdenSharing, Clause, Consultation, JointExercises, MutualDefence
from game.core.world import LedgerEntry, Pair, Reason, State, Theatre, Treaty
from tests.worlds import nation, small_world

NAMES = ("ARD", "BOR", "CAS", "ELI")
THEATRES = ("east", "north", "south", "west")
MAPS = (
    {"west": ("north",), "north": ("west", "east"), "east": ("north",), "south": ()},
    {"west": ("north",), "north": ("west", "east"), "east": ("north", "south"), "south": ("east",)},
    {"west": ("north", "south"), "north": ("west",), "east": (), "south": ("west",)},
)
indices = st.integers(0, 100)


def clauses(kinds: tuple[type[Clause], ...] = CLAUSES) -> st.SearchStrategy[Clause]:
    """A clause of one of these kinds, with any terms a draft could have."""
    area = st.lists(st.sampled_from(THEATRES), unique=True, max_size=2).map(tuple)
    made: dict[type[Clause], st.SearchStrategy[Clause]] = {
        MutualDefence: st.builds(
            MutualDefence,
            area=area,
            against=st.sampled_from([(), (), ("CAS",), ("DOR",)]),
            automaticity=st.sampled_from(["automatic", "consulted", "own_way"]),
            earmark=st.integers(10, 100),
        ),
        Consultation: st.builds(Consultation, area=area),
        JointExercises: st.builds(
            JointExercises,
            per_year=st.integers(1, 4),
            scale=st.integers(1, 3),
            costs=st.sampled_from(["equal", "by_income"]),
        ),
        BurdenSharing: st.builds(BurdenSharing, target=st.integers(5, 60)),
    }
    return st.one_of([made[kind] for kind in kinds])


@st.composite
def treaties(draw: st.DrawFn, kinds: tuple[type[Clause], ...] = CLAUSES) -> Treaty:
    """A treaty in force between some of the nations; nobody is named in it as its own enemy."""
    parties = tuple(sorted(draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))))
    made = draw(st.lists(clauses(kinds), min_size=1, max_size=3, unique_by=lambda clause: clause.kind))
    kept = [
        replace(clause, against=tuple(name for name in clause.against if name not in parties))
        if isinstance(clause, MutualDefence)
        else clause
        for clause in made
    ]
    return Treaty(title="Pact", parties=parties, clauses=tuple(kept), signed=0)


@st.composite
def pairs(draw: st.DrawFn, a: str, b: str) -> Pair:
    """What may stand between two nations."""
    reasons = st.builds(
        Reason,
        st.sampled_from(["standing", "history", "kept_guard", "broke_guard"]),
        st.integers(-900, 900),
        st.integers(0, 2),
    )
    trust = st.lists(reasons, max_size=2).map(tuple)
    provoked = st.lists(st.builds(Reason, st.just("provoked"), st.integers(0, 300), st.integers(0, 2)), max_size=2)
    return Pair(
        trust={name: draw(trust) for name in (a, b) if draw(st.booleans())},
        provocation={name: draw(provoked.map(tuple)) for name in (a, b) if draw(st.booleans())},
        interop=draw(indices),
        interop_turn=draw(st.integers(0, 2)),
        rivalry=draw(indices),
        claims=tuple(name for name in (a, b) if draw(st.booleans())),
    )


@st.composite
def strange_worlds(draw: st.DrawFn, bound: bool = True) -> State:
    """A world of three or four nations in turn 2, with treaties in force when `bound`."""
    names = NAMES[: draw(st.integers(3, 4))]
    nations = {}
    for name in names:
        forces = draw(st.integers(0, 90))
        home = draw(st.sampled_from(THEATRES))
        away = draw(st.sampled_from([theatre for theatre in THEATRES if theatre != home]))
        stands = draw(st.integers(0, forces // 2))
        ledger = st.builds(
            LedgerEntry, st.integers(0, 2), st.just("a"), st.just("guard"), st.just("BOR"),
            st.sampled_from(["kept", "broken", "excused"]), st.integers(0, 10),
        )  # fmt: skip
        nations[name] = nation(
            name, home, forces=forces, readiness=draw(indices), support=draw(indices), regime=draw(st.integers(-10, 10)),
            potential=draw(st.integers(0, 300)), sea_power=draw(st.booleans()), nuclear=draw(st.integers(0, 2)),
            autonomy_wanted=draw(indices), standing={away: stands} if stands else {},
            ledger=tuple(draw(st.lists(ledger, max_size=3))),
        )  # fmt: skip
    linked = {}
    for index, a in enumerate(names):
        for b in names[index + 1 :]:
            if draw(st.integers(0, 3)):
                linked[f"{a}-{b}"] = draw(pairs(a, b))
    held = draw(st.lists(treaties(), max_size=3)) if bound else []
    adjoining = draw(st.sampled_from(MAPS))
    return replace(
        small_world(),
        turn=2,
        nations=nations,
        pairs=linked,
        theatres={name: Theatre(name, near) for name, near in adjoining.items()},
        treaties={
            "abc"[index]: treaty
            for index, treaty in enumerate(held)
            if all(party in nations for party in treaty.parties)
        },
    )
