"""Characters: what a government is like shows in what it does, and in how it writes, brokers, votes and looks."""

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from game.ai.characters import in_character
from game.ai.orders import sheet
from game.ai.outlook import Outlook
from game.ai.tones import tone_toward
from game.ai.weights import WEIGHTS
from game.core.personalities import Personality
from game.scenario import load
from game.scenario.library import personalities
from tests.ai.worlds import nato, seen, with_nation

GAMES = 40


def benchmark() -> ModuleType:
    """The benchmark of characters, of which this is the small version."""
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "characters.py"
    spec = importlib.util.spec_from_file_location("characters_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


def test_what_a_government_is_like_shows_in_what_it_does() -> None:
    """Nearest centroid, each sample left out of its own: of twelve personalities far oftener than by chance.

    Half the time is the aim, and what the benchmark finds over more games; forty games spread by some eight in 100.
    """
    told = benchmark()
    samples = [one for seed in range(500, 500 + GAMES) for one in told.play("nato-1949-class", seed)]
    plain = told.standardised(samples)
    assert len({name for name, _ in plain}) >= 10
    assert told.named_rightly(told.blocks(plain)) >= 0.4
    assert told.named_rightly(plain) >= 0.25, "chance is one in twelve"


def test_a_character_writes_as_it_is() -> None:
    state = nato()
    tones = {}
    for name in ("small_lever", "fortress"):
        cast = replace(
            with_nation(state, "FRA", personality=name),
            personalities={name: personalities()[name]},
        )
        tones[name] = tone_toward(Outlook(seen(cast, "FRA")), ("FRA", "ITA"))
    assert tones == {"small_lever": "cordial", "fortress": "plain"}


def test_those_who_work_in_the_dark_send_observers_and_others_talk() -> None:
    state = nato()
    cast = replace(
        with_nation(state, "USA", personality="furtive"),
        personalities={"furtive": Personality(id="furtive", name="the furtive", summary="Looks.", secrecy=3000)},
    )
    hidden = Outlook(seen(cast, "USA", "orders"))
    assert {mission.form for mission in sheet(hidden, hidden.weights_of("USA")).missions} == {"attache"}
    plain = sheet(Outlook(seen(state, "USA", "orders"))).missions
    assert plain
    assert all(mission.form != "attache" for mission in plain)


def test_a_broker_offers_oftener_and_one_that_will_not_never_does() -> None:
    shipped = personalities()
    broker, revisionist = (in_character(WEIGHTS, shipped[name]) for name in ("neutral_broker", "revisionist"))
    assert broker.broker_every < WEIGHTS.broker_every < revisionist.broker_every
    assert broker.broker_content > WEIGHTS.broker_content > revisionist.broker_content == 0


def test_every_great_power_of_the_shipped_scenarios_is_somebody() -> None:
    for name in ("nato-1949-class", "nato-1949"):
        scenario = load(name)
        assert scenario.nations["USA"].personality == "hegemon"
        assert scenario.nations["URS"].personality == "revisionist"
        assert all(nation.personality for nation in scenario.nations.values() if nation.rank == "great")
