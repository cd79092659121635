"""Strange worlds: four nations with odd numbers in them, and odd treaties; and the strategies that draw them.

A world is made from one number: drawing its hundred parts one by one would take longer than the tests themselves.
"""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from game.core.clauses import (
    CLAUSES,
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.duties import FORMULAS
from game.core.joint_work import (
    CyberDefence,
    CyberDeterrence,
    DisasterResponse,
    Favour,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    Standardisation,
    TechnologyTransfer,
)
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import LedgerEntry, Nation, Pair, Reason, State, Theatre, Treaty
from tests.worlds import nation, small_world

NAMES = ("ARD", "BOR", "CAS", "ELI")
THEATRES = ("east", "north", "south", "west")
MAPS = (
    {"west": ("north",), "north": ("west", "east"), "east": ("north",), "south": ()},
    {"west": ("north",), "north": ("west", "east"), "east": ("north", "south"), "south": ("east",)},
    {"west": ("north", "south"), "north": ("west",), "east": (), "south": ("west",)},
)


def clause(luck: Random, kind: type[Clause], parties: tuple[str, ...]) -> Clause:
    """A clause of this kind, with any terms a draft between these nations could have."""
    area = tuple(luck.sample(THEATRES, luck.choice((0, 0, 1, 2))))
    enemies = [name for name in (*NAMES, "DOR") if name not in parties]
    makers: dict[type[Clause], Callable[[], Clause]] = {
        MutualDefence: lambda: MutualDefence(
            area=area,
            against=tuple(luck.sample(enemies, luck.choice((0, 0, 1)))),
            automaticity=luck.choice(("automatic", "consulted", "own_way")),  # type: ignore[arg-type]
            earmark=luck.randint(10, 100),
        ),
        Consultation: lambda: Consultation(area=area),
        NonAggression: NonAggression,
        Neutrality: lambda: Neutrality(unallied=luck.random() < 0.3),
        JointExercises: lambda: JointExercises(
            per_year=luck.randint(1, 4),
            scale=luck.randint(1, 3),
            costs=luck.choice(("equal", "by_income")),  # type: ignore[arg-type]
        ),
        IntelligenceSharing: lambda: IntelligenceSharing(level=luck.randint(1, 3)),
        CapacityBuilding: lambda: CapacityBuilding(
            donor=luck.choice(parties), amount=luck.randint(1, 6), training=luck.randint(0, 3)
        ),
        Basing: lambda: Basing(host=luck.choice(parties)),
        BurdenSharing: lambda: BurdenSharing(target=luck.randint(5, 60), formula=luck.choice(FORMULAS)),
        ConfidenceBuilding: lambda: ConfidenceBuilding(observers=luck.random() < 0.5, keep_away=luck.random() < 0.3),
        ArmsLimits: lambda: ArmsLimits(ceiling=luck.choice((0, 10, 100))),
        Standardisation: Standardisation,
        IntegratedCommand: lambda: IntegratedCommand(share=luck.choice((20, 40, 100))),
        PersonnelExchange: lambda: PersonnelExchange(level=luck.randint(1, 2)),
        CyberDefence: CyberDefence,
        CyberDeterrence: lambda: CyberDeterrence(answer=luck.choice(("defensive", "offensive"))),  # type: ignore[arg-type]
        TechnologyTransfer: lambda: TechnologyTransfer(donor=luck.choice(parties), amount=luck.randint(1, 4)),
        Resilience: lambda: Resilience(amount=luck.choice((2, 4, 6))),
        DisasterResponse: lambda: DisasterResponse(amount=luck.randint(1, 4)),
        Peacekeeping: lambda: Peacekeeping(area=area, forces=luck.randint(1, 4)),
        Reconstruction: lambda: Reconstruction(amount=luck.randint(1, 4)),
        MutualSupport: lambda: MutualSupport(
            favours=(Favour(parties[0], parties[1], luck.choice(("case", "claim", "motion"))),)  # type: ignore[arg-type]
        ),
    }
    assert set(makers) == set(CLAUSES), "a new clause wants a maker here"
    return makers[kind]()


def treaty(luck: Random, kinds: tuple[type[Clause], ...] = CLAUSES) -> Treaty:
    """A treaty in force between two or more of the nations, with clauses of these kinds."""
    parties = tuple(sorted(luck.sample(NAMES, luck.randint(2, 4))))
    chosen = luck.sample(kinds, luck.randint(1, min(4, len(kinds))))
    return Treaty(
        title="Pact", parties=parties, clauses=tuple(clause(luck, kind, parties) for kind in chosen), signed=0
    )


def pair(luck: Random, a: str, b: str) -> Pair:
    """What may stand between two nations."""

    def some() -> list[str]:
        return [name for name in (a, b) if luck.random() < 0.5]

    def reasons(*kinds: str) -> tuple[Reason, ...]:
        low = 0 if kinds == ("provoked",) else -900
        return tuple(
            Reason(luck.choice(kinds), luck.randint(low, 900) // 3, luck.randint(0, 2))  # type: ignore[arg-type]
            for _ in range(luck.randint(0, 2))
        )

    return Pair(
        trust={name: reasons("standing", "history", "kept_guard", "broke_guard") for name in some()},
        provocation={name: reasons("provoked") for name in some()},
        interop=luck.randint(0, 100),
        interop_turn=luck.randint(0, 2),
        rivalry=luck.randint(0, 100),
        claims=tuple(some()),
    )


def strange_nation(luck: Random, name: str) -> Nation:
    """A nation of any figures, some of its forces away."""
    home, away = luck.sample(THEATRES, 2)
    forces = luck.choice((0, 1, 2, luck.randint(3, 90), luck.randint(3, 90)))
    stands = luck.randint(0, forces // 2)
    ledger = tuple(
        LedgerEntry(luck.randint(0, 2), "a", "guard", "BOR", luck.choice(("kept", "broken")), luck.randint(0, 10))  # type: ignore[arg-type]
        for _ in range(luck.randint(0, 3))
    )
    return nation(
        name,
        home,
        forces=forces,
        readiness=luck.randint(0, 100),
        support=luck.randint(0, 100),
        regime=luck.randint(-10, 10),
        potential=luck.randint(0, 300),
        sea_power=luck.random() < 0.3,
        nuclear=luck.choice((0, 0, 1, 2)),
        intelligence=luck.randint(0, 100),
        autonomy_wanted=luck.randint(0, 100),
        standing={away: stands} if stands else {},
        ledger=ledger,
    )


def strange_world(seed: int, bound: bool = True) -> State:
    """A world in turn 2, with treaties in force when `bound`."""
    luck = Random(seed)
    linked = {}
    for index, a in enumerate(NAMES):
        for b in NAMES[index + 1 :]:
            if luck.random() < 0.8:
                linked[f"{a}-{b}"] = pair(luck, a, b)
    held = [treaty(luck) for _ in range(luck.randint(0, 3))] if bound else []
    return replace(
        small_world(),
        turn=2,
        nations={name: strange_nation(luck, name) for name in NAMES},
        pairs=linked,
        theatres={name: Theatre(name, near) for name, near in luck.choice(MAPS).items()},
        treaties=dict(zip("abc", held, strict=False)),
    )


seeds = st.integers(0, 2**32)


def strange_worlds(bound: bool = True) -> st.SearchStrategy[State]:
    """Worlds in turn 2, with treaties in force when `bound`."""
    return seeds.map(lambda seed: strange_world(seed, bound))


def treaties(kinds: tuple[type[Clause], ...] = CLAUSES) -> st.SearchStrategy[Treaty]:
    """Treaties in force with clauses of these kinds."""
    return seeds.map(lambda seed: treaty(Random(seed), kinds))
