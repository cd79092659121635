"""Small worlds for the tests of minds: six nations of 1949, and three invented ones."""

from dataclasses import replace

from game.core.clauses import Clause, Consultation, JointExercises, MutualDefence
from game.core.crises import Crisis, CrisisKind, Scheduled
from game.core.drafts import Draft, Revision, Thread
from game.core.objectives import AllianceWith, AutonomyAtLeast, NoWar, SecurityAtLeast
from game.core.options import initiatives_of
from game.core.view import View, view_of
from game.core.world import Nation, Pair, Reason, State, Theatre, Treaty

CLASH = CrisisKind(
    id="border_clash",
    name="border clash",
    threat="armed_attack",
    stakes=20,
    severity=3,
    pace="slow",
    drawn=True,
    stories=("Patrols of {challenger} and {target} fire on each other in {theatre}.",),
)

THEATRES = {
    "north_america": Theatre("North America", ("western_europe",)),
    "western_europe": Theatre(
        "Western Europe", ("north_america", "northern_europe", "mediterranean", "eastern_europe")
    ),
    "northern_europe": Theatre("Northern Europe", ("western_europe", "eastern_europe")),
    "mediterranean": Theatre("the Mediterranean", ("western_europe", "eastern_europe")),
    "eastern_europe": Theatre("Eastern Europe", ("western_europe", "northern_europe", "mediterranean")),
}
TEMPERS = {"USA": 417, "GBR": 38, "FRA": 870, "NOR": 655, "ITA": 202, "URS": 512}


def nation(name: str, adjective: str, home: str, rank: str, **more: object) -> Nation:
    """A nation with middling values wherever none are given."""
    given: dict[str, object] = {
        "potential": 20,
        "income": 10,
        "forces": 10,
        "readiness": 50,
        "support": 55,
        "autonomy_wanted": 60,
        "influence": {"great": 4, "middle": 2, "small": 1}[rank],
    }
    given.update(more)
    given.setdefault("treasury", given["income"])
    return Nation(name=name, adjective=adjective, home=home, rank=rank, **given)  # type: ignore[arg-type]


def standing(points: int) -> tuple[Reason, ...]:
    """Trust that does not fade."""
    return (Reason("standing", points * 10, 0),)


def pair(a: str, b: str, ab: int, ba: int, **more: object) -> tuple[str, Pair]:
    """A pair with trust each way."""
    first, second = (a, b) if a < b else (b, a)
    trust = {a: standing(ab), b: standing(ba)}
    return f"{first}-{second}", Pair(trust=trust, **more)  # type: ignore[arg-type]


def nato() -> State:
    """Six nations in the spring of 1949, as a test world: figures rounded by hand."""
    nations = {
        "FRA": nation(
            "France",
            "French",
            "western_europe",
            "great",
            sea_power=True,
            regime=8,
            culture=("romance", "catholic", "latin"),
            potential=33,
            income=16,
            forces=32,
            readiness=50,
            support=45,
            autonomy_wanted=65,
            objectives=(AllianceWith(nation="USA", points=4), SecurityAtLeast(level=50, points=6)),
        ),
        "GBR": nation(
            "the United Kingdom",
            "British",
            "western_europe",
            "great",
            sea_power=True,
            regime=10,
            culture=("germanic", "protestant", "latin", "anglo"),
            potential=75,
            income=24,
            forces=50,
            readiness=60,
            support=55,
            autonomy_wanted=70,
            objectives=(AllianceWith(nation="USA", points=6), NoWar(points=4)),
        ),
        "ITA": nation(
            "Italy",
            "Italian",
            "mediterranean",
            "middle",
            regime=10,
            culture=("romance", "catholic", "latin"),
            potential=19,
            income=11,
            forces=14,
            readiness=40,
            support=45,
            autonomy_wanted=50,
            objectives=(SecurityAtLeast(level=45, points=6),),
        ),
        "NOR": nation(
            "Norway",
            "Norwegian",
            "northern_europe",
            "small",
            sea_power=True,
            regime=10,
            culture=("germanic", "protestant", "latin"),
            potential=2,
            income=4,
            forces=4,
            readiness=50,
            support=60,
            autonomy_wanted=62,
            objectives=(SecurityAtLeast(level=45, points=5), AutonomyAtLeast(level=62, points=5)),
        ),
        "URS": nation(
            "the Soviet Union",
            "Soviet",
            "eastern_europe",
            "great",
            regime=-9,
            culture=("slavic", "orthodox", "cyrillic"),
            potential=164,
            nuclear=1,
            income=44,
            forces=150,
            readiness=70,
            support=70,
            autonomy_wanted=85,
            objectives=(SecurityAtLeast(level=60, points=6), AutonomyAtLeast(level=85, points=4)),
        ),
        "USA": nation(
            "the United States",
            "American",
            "north_america",
            "great",
            sea_power=True,
            regime=9,
            culture=("germanic", "protestant", "latin", "anglo"),
            potential=295,
            nuclear=2,
            income=60,
            forces=120,
            readiness=60,
            support=60,
            autonomy_wanted=80,
            objectives=(SecurityAtLeast(level=70, points=5), NoWar(points=5)),
        ),
    }
    pairs = dict(
        [
            pair("USA", "GBR", 45, 45, interop=35),
            pair("USA", "FRA", 30, 30, interop=20),
            pair("USA", "ITA", 15, 20, interop=8),
            pair("USA", "NOR", 20, 20, interop=8),
            pair("USA", "URS", -40, -40, rivalry=85),
            pair("GBR", "FRA", 25, 20, interop=20),
            pair("GBR", "NOR", 30, 35, interop=15),
            pair("GBR", "ITA", 5, 5, interop=5),
            pair("FRA", "ITA", 5, 10, interop=5),
            pair("FRA", "NOR", 10, 10, interop=3),
            pair("ITA", "NOR", 0, 0),
            pair("URS", "GBR", -40, -35, rivalry=70),
            pair("URS", "FRA", -25, -25, rivalry=40),
            pair("URS", "ITA", -25, -25, rivalry=30),
            pair("URS", "NOR", -15, -15, rivalry=20),
        ]
    )
    treaties = {
        "dunkirk": Treaty(
            title="Treaty of Dunkirk",
            parties=("FRA", "GBR"),
            signed=0,
            duration=0,
            clauses=(MutualDefence(against=("DEU",), automaticity="automatic", earmark=20), Consultation()),
        ),
        "brussels": Treaty(
            title="Brussels Treaty",
            parties=("FRA", "GBR"),
            signed=0,
            clauses=(
                MutualDefence(
                    area=("western_europe", "northern_europe", "mediterranean", "eastern_europe"),
                    automaticity="automatic",
                    earmark=30,
                ),
                Consultation(),
                JointExercises(),
            ),
        ),
    }
    return seated(
        State(
            scenario="nato-test",
            title="Six nations, 1949",
            seed=1,
            turn=1,
            turns=5,
            start_year=1949,
            start_month=1,
            months=6,
            nations=nations,
            pairs=pairs,
            theatres=THEATRES,
            treaties=treaties,
            kinds={"border_clash": CLASH},
            others={"DEU": "Germany"},
            schedule=(
                Scheduled(
                    id="ruhr",
                    turn=3,
                    kind="border_clash",
                    theatre="western_europe",
                    target="GBR",
                    challenger="URS",
                    stakes=20,
                    severity=3,
                    pace="acute",
                    stage="open",
                    grade="warning",
                    resolve=12,
                ),
            ),
        ),
        TEMPERS,
    )


def trio(albia: str = "ALB", belmark: str = "BEL", carpia: str = "CAR") -> State:
    """A strong sea power, a small state, and a hostile neighbour of the small one; under any ids."""
    nations = {
        albia: nation(
            "Albia",
            "Albian",
            "isles",
            "great",
            sea_power=True,
            regime=8,
            culture=("north", "sea"),
            potential=120,
            income=30,
            forces=60,
            readiness=60,
            autonomy_wanted=70,
        ),
        belmark: nation(
            "Belmark",
            "Belmarkian",
            "coast",
            "small",
            regime=8,
            culture=("north", "field"),
            potential=8,
            income=8,
            forces=8,
            readiness=50,
            autonomy_wanted=50,
        ),
        carpia: nation(
            "Carpia",
            "Carpian",
            "plain",
            "great",
            regime=-8,
            culture=("east", "field"),
            potential=120,
            income=30,
            forces=70,
            readiness=60,
            autonomy_wanted=80,
        ),
    }
    pairs = dict(
        [
            pair(albia, belmark, 50, 50, interop=10),
            pair(albia, carpia, -40, -40, rivalry=90),
            pair(belmark, carpia, -30, -20, rivalry=40, claims=(carpia,)),
        ]
    )
    theatres = {
        "isles": Theatre("the Isles", ("coast",)),
        "coast": Theatre("the Coast", ("isles", "plain")),
        "plain": Theatre("the Plain", ("coast",)),
    }
    state = State(
        scenario="trio",
        title="Three nations",
        seed=5,
        turn=1,
        turns=4,
        start_year=1900,
        start_month=1,
        months=12,
        nations=dict(sorted(nations.items())),
        pairs=pairs,
        theatres=theatres,
        treaties={},
        kinds={"border_clash": CLASH},
    )
    return seated(state, {albia: 300, belmark: 700, carpia: 500})


def seated(state: State, tempers: dict[str, int]) -> State:
    """The same world with tempers drawn and this turn's initiatives dealt."""
    nations = {
        name: replace(one, temper=tempers[name], initiatives=initiatives_of(state.rules, one))
        for name, one in state.nations.items()
    }
    return replace(state, nations=nations)


def seen(state: State, seat: str, stage: str | None = None) -> View:
    """What a seat sees."""
    return view_of(state, seat, stage)  # type: ignore[arg-type]


def with_crisis(state: State, name: str = "clash", **fields: object) -> State:
    """The same world with a case in it; by default a Soviet one against the United Kingdom, open."""
    given: dict[str, object] = {
        "kind": "border_clash",
        "theatre": "western_europe",
        "target": "GBR",
        "challenger": "URS",
        "stakes": 20,
        "severity": 3,
        "pace": "slow",
        "stage": "open",
        "since": state.turn,
        "opened": state.turn,
        "grade": "warning",
        "resolve": 4,
    }
    given.update(fields)
    return replace(state, crises={**state.crises, name: Crisis(**given)})  # type: ignore[arg-type]


def with_treaty(state: State, name: str, parties: tuple[str, ...], *clauses: Clause, **fields: object) -> State:
    """The same world with one more treaty in force."""
    treaty = Treaty(title=f"Treaty {name}", parties=parties, clauses=clauses, signed=0, **fields)  # type: ignore[arg-type]
    return replace(state, treaties={**state.treaties, name: treaty})


def on_table(state: State, by: str, draft: Draft, name: str = "talk") -> State:
    """The same world with a draft of one nation on the table of all its parties."""
    thread = Thread(
        by=by,
        parties=draft.parties,
        opened=state.turn,
        deadline=state.turn + 1,
        revisions=(Revision(by, draft, state.turn, (by,)),),
    )
    return replace(state, threads={**state.threads, name: thread})


def a_draft(*parties: str, clauses: tuple[Clause, ...], **fields: object) -> Draft:
    """A draft between some nations."""
    return Draft(title="A draft", parties=tuple(sorted(parties)), clauses=clauses, **fields)  # type: ignore[arg-type]


def with_nation(state: State, name: str, **fields: object) -> State:
    """The same world with one nation changed."""
    return replace(state, nations={**state.nations, name: replace(state.nations[name], **fields)})  # type: ignore[arg-type]
