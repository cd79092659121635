"""Small worlds for tests: three nations, two of them friends, the third to be feared."""

from dataclasses import replace

from game.core.clauses import Consultation, JointExercises, MutualDefence
from game.core.crises import CrisisKind, Scheduled
from game.core.drafts import Draft
from game.core.engine import open_game
from game.core.misfortunes import MisfortuneKind, ScheduledMisfortune
from game.core.objectives import AllianceWith, AutonomyAtLeast, NoWar, SecurityAtLeast
from game.core.world import Nation, Pair, Reason, State, Theatre, Treaty

CLASH = CrisisKind(
    id="border_clash",
    name="border clash",
    threat="armed_attack",
    stakes=20,
    severity=3,
    pace="acute",
    drawn=True,
    stories=("Shots are exchanged where {challenger} and {target} meet in {theatre}.",),
)

FLOOD = MisfortuneKind(
    id="flood", name="flood", severity=2, stories=("The rivers of {target} rise; {theatre} is under water.",)
)
SABOTAGE = MisfortuneKind(
    id="sabotage",
    name="act of sabotage",
    severity=2,
    hidden_hand=True,
    readiness=5,
    support=2,
    opens="cyber_attack",
    stories=("A bridge in {target} is blown up, and nobody says by whom.",),
)


AFTERMATH = MisfortuneKind(
    id="aftermath",
    name="aftermath of the war",
    severity=3,
    drawn=False,
    after_war=True,
    stories=("The guns are silent in {target}.",),
)


def nation(name: str, home: str, **given: object) -> Nation:
    """A middling nation, changed as asked."""
    base = Nation(
        name=name,
        adjective=f"{name}ian",
        home=home,
        rank="middle",
        regime=8,
        potential=20,
        income=16,
        treasury=8,
        forces=20,
        readiness=50,
        support=55,
        influence=2,
        autonomy_wanted=60,
        objectives=(
            SecurityAtLeast(level=50, points=60),
            AutonomyAtLeast(level=60, points=30),
            NoWar(points=10),
        ),
    )
    return replace(base, **given)  # type: ignore[arg-type]


def small_world(*treaties: tuple[str, Treaty], schedule: tuple[Scheduled, ...] = (), seed: int = 1) -> State:
    """Arden and Borea are friends; Cassia is great, near and hostile. Turn 0, before the first Opening."""
    return State(
        scenario="small",
        title="Three nations",
        seed=seed,
        turn=0,
        turns=5,
        start_year=1900,
        start_month=1,
        months=6,
        nations={
            "ARD": nation("Arden", "west", temper=100, culture=("latin",)),
            "BOR": nation(
                "Borea",
                "north",
                temper=200,
                rank="small",
                forces=8,
                income=8,
                treasury=4,
                culture=("nordic", "latin"),
            ),
            "CAS": nation(
                "Cassia",
                "east",
                temper=300,
                rank="great",
                regime=-8,
                forces=80,
                readiness=70,
                income=40,
                treasury=20,
                potential=200,
                objectives=(
                    SecurityAtLeast(level=60, points=70),
                    AllianceWith(nation="BOR", points=30, secret=True),
                ),
            ),
        },
        pairs={
            "ARD-BOR": Pair(
                trust={"ARD": (Reason("standing", 200, 0),), "BOR": (Reason("standing", 150, 0),)}, interop=10
            ),
            "ARD-CAS": Pair(trust={"ARD": (Reason("history", -200, 0),)}, rivalry=60),
            "BOR-CAS": Pair(rivalry=70, claims=("CAS",)),
        },
        theatres={
            "west": Theatre("the West", ("north",)),
            "north": Theatre("the North", ("west", "east")),
            "east": Theatre("the East", ("north",)),
        },
        treaties=dict(treaties),
        kinds={"border_clash": CLASH},
        others={"DOR": "Doria"},
        schedule=schedule,
    )


def opened(state: State) -> State:
    """The world in the negotiation of turn 1."""
    return open_game(state)[0]


DEFENCE = Draft(
    title="Treaty of Arden and Borea",
    parties=("ARD", "BOR"),
    clauses=(MutualDefence(earmark=40), Consultation(), JointExercises(per_year=2, scale=1)),
)

PACT = Treaty(title="Pact of the North", parties=("ARD", "BOR"), clauses=DEFENCE.clauses, signed=0)


def clash_on(target: str = "BOR", turn: int = 1, stage: str = "open", **given: object) -> Scheduled:
    """A Cassian case against somebody, scheduled."""
    return Scheduled(
        **{  # type: ignore[arg-type]
            "id": "clash",
            "turn": turn,
            "kind": "border_clash",
            "theatre": "north" if target == "BOR" else "west",
            "target": target,
            "challenger": "CAS",
            "stakes": 20,
            "severity": 3,
            "pace": "acute",
            "stage": stage,
            "resolve": 0,
            **given,
        }
    )


def with_elis(state: State) -> State:
    """The same world with a fourth nation: Elis in the south, a friend of Arden that Cassia hardly knows."""
    elis = nation("Elis", "south", temper=400, rank="small", forces=8, income=8, treasury=4, culture=("latin",))
    return replace(
        state,
        nations={**state.nations, "ELI": elis},
        pairs=dict(sorted({**state.pairs, "ARD-ELI": Pair(trust={"ELI": (Reason("standing", 100, 0),)})}.items())),
        theatres={
            **state.theatres,
            "west": Theatre("the West", ("north", "south")),
            "south": Theatre("the South", ("west",)),
        },
    )


def with_misfortunes(state: State, *fates: ScheduledMisfortune) -> State:
    """The same world where rivers rise and hidden hands work; disasters strike only as dealt."""
    return replace(
        state,
        misfortune_kinds={kind.id: kind for kind in (FLOOD, SABOTAGE, AFTERMATH)},
        fates=fates,
        rules=replace(state.rules, disaster=0),
    )
