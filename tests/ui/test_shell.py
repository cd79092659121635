"""The window outside a game, driven by events: title, scenarios, seats, saved games, settings, codex, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pygame
import pytest

from game.core.rules import DEFAULT_RULES, Rules
from game.paths import assets_dir, config_dir, saves_dir
from game.saves import SaveError, read
from game.scenario import Scenario, load
from game.table import Table
from game.ui import main, preferences, shot
from game.ui.app import NoDisplay
from game.ui.kit import Button, Dialog, TextField
from game.ui.kit.embed import Embed
from game.ui.scene import Settings, Stage
from game.ui.scenes import codex
from game.ui.scenes.codex import CodexScene, filled, found_in, topics
from game.ui.scenes.game import GameScene
from game.ui.scenes.saves import SavesScene, file_stem, save_as
from game.ui.scenes.scenarios import ScenariosScene
from game.ui.scenes.seat import SeatScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.shelf import shelf
from game.ui.scenes.starting import LEVELS, autosave, levels_built, new_game
from game.ui.scenes.title import TitleScene
from tests.ui.conftest import Driver

CLASS = "nato-1949-class"


def reads(hand: Driver) -> str:
    """Every word on the screen, figures included."""
    words: list[str] = []
    for layer in hand.ui.layers:
        for widget in layer.widget.walk():
            words += [widget.name, str(getattr(widget, "value", ""))]
            words += [f"{item.text} {item.note} {item.end}" for item in getattr(widget, "items", ())]
    return "\n".join(words)


def press(hand: Driver, words: str) -> None:
    """Press a button of the dialog that lies on top."""
    dialog = hand.ui.top
    assert isinstance(dialog, Dialog)
    button = next(w for w in dialog.walk() if isinstance(w, Button) and w.text == words)
    hand.click_at(button.rect.center)


def load_chosen(hand: Driver) -> None:
    """Load what the list of saved games has chosen."""
    assert isinstance(hand.scene, SavesScene)
    hand.key("return")
    hand.step(0.1)


def begin(hand: Driver, scenario: Scenario) -> Table:
    """Begin a game of a scenario in its first seat."""
    hand.scene.seats(scenario)
    hand.key("ctrl+return")
    hand.step(0.1)
    assert isinstance(hand.scene, GameScene)
    return hand.stage.scenes[0].table


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder for each test."""
    monkeypatch.setenv("FOEDUS_USER_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module", autouse=True)
def display() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    yield
    pygame.display.quit()


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load(CLASS)


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage((1280, 800), Settings(reduced_motion=True))
    stage.push(TitleScene())
    yield stage
    title = stage.scenes[0] if stage.scenes else None
    if isinstance(title, TitleScene) and title.table is not None:
        title.table.close()


@pytest.fixture
def hand(stage: Stage) -> Driver:
    """Somebody at the title screen."""
    return Driver(stage)


def kept_game(scenario: Scenario, nation: str = "FRA", seed: int = 7, turns: int = 0) -> Path:
    """A game that was played for some turns and put away."""
    table = new_game(scenario, nation, seed)
    path = autosave(table, nation)
    table.run()
    while table.state.turn <= turns:
        if table.state.stage == "negotiation":
            table.commit(nation)
        else:
            table.answer(nation, {})
    table.close()
    return path


def damage(path: Path, name: str) -> Path:
    """A copy with a byte changed in the middle of a line that is not the first."""
    data = bytearray(path.read_bytes())
    at = data.index(b"\n", len(data) // 2 + data[: len(data) // 2].rindex(b"\n") - len(data) // 2 + 1) - 40
    data[at] = ord("#")
    hurt = path.with_name(name)
    hurt.write_bytes(data)
    return hurt


# --- the title


def test_the_title_offers_only_what_leads_somewhere(hand: Driver) -> None:
    words = reads(hand)
    for entry in ("New game", "Load", "Codex", "Settings", "Quit"):
        assert entry in words
    assert ("Play the tutorial" in words) == ("tutorial" in main_names())


def main_names() -> list[str]:
    from game.scenario import names

    return names()


@pytest.mark.parametrize(
    ("entry", "kind"),
    [("New game", ScenariosScene), ("Load", SavesScene), ("Codex", CodexScene), ("Settings", SettingsScene)],
)
def test_each_entry_opens_its_screen_and_esc_comes_back(hand: Driver, stage: Stage, entry: str, kind: type) -> None:
    hand.click(entry)
    assert isinstance(stage.top, kind)
    hand.key("escape")
    assert isinstance(stage.top, TitleScene)
    hand.tab_to(entry)
    hand.key("return")
    assert isinstance(stage.top, kind)
    hand.click("Back")
    assert isinstance(stage.top, TitleScene)


def test_arrows_move_in_the_menu(hand: Driver, stage: Stage) -> None:
    first = stage.top.ui.focus
    hand.key("down")
    assert stage.top.ui.focus is not first
    hand.key("up")
    assert stage.top.ui.focus is first


def test_leaving_asks_first(hand: Driver, stage: Stage) -> None:
    hand.key("escape")
    hand.click("Stay")
    assert stage.running
    hand.click("Quit")
    hand.click("Leave")
    assert not stage.running


# --- beginning a game


def test_a_game_begins_by_mouse(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    hand.click("New game")
    hand.click(f"scenario-{CLASS}")
    assert isinstance(stage.top, SeatScene)
    hand.click("Seats", "NOR")
    assert stage.top.nation == "NOR"
    hand.click("Begin")
    hand.step(0.1)
    assert isinstance(stage.top, GameScene)
    title = stage.scenes[0]
    assert isinstance(title, TitleScene)
    assert title.table.people == ["NOR"]
    assert title.table.path is not None
    assert title.table.path.parent == saves_dir()
    assert title.table.path.name.startswith(f"{CLASS}-NOR-")
    assert len(stage.scenes) == 2, "nothing but the title lies under a game"


def test_a_game_begins_by_keys_alone(hand: Driver, stage: Stage) -> None:
    hand.key("return")  # the first entry has the keyboard
    assert isinstance(stage.top, ScenariosScene)
    hand.key("return")
    assert isinstance(stage.top, SeatScene)
    hand.key("down", "down")
    assert stage.top.nation == list(stage.top.scenario.nations)[2]
    hand.tab_to("Seed")
    hand.key("ctrl+a")
    hand.type("41")
    hand.tab_to("Begin")
    hand.key("return")
    hand.step(0.1)
    assert isinstance(stage.top, GameScene)
    assert stage.scenes[0].table.seed == 41


def test_the_ai_speaks_before_the_person_and_every_act_is_on_the_disk(
    hand: Driver, stage: Stage, scenario: Scenario
) -> None:
    table = begin(hand, scenario)
    asked = [entry for entry in table.log if entry.kind == "asked"]
    assert len(asked) >= len(scenario.nations) - 1
    assert len(read(table.path).records) == len(table.log)


def test_a_seed_that_is_none_begins_nothing(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    stage.top.seats(scenario)
    hand.click("seed")
    hand.key("ctrl+a")
    hand.type("seven")
    begin = stage.top.ui.find("Begin")
    assert isinstance(begin, Button)
    assert "whole number" in begin.problem
    hand.click("Begin")
    hand.step(0.1)
    assert isinstance(stage.top, SeatScene)
    hand.click("seed")
    hand.key("ctrl+a")
    hand.type("7")
    hand.click("Begin")
    hand.step(0.1)
    assert isinstance(stage.top, GameScene)


def test_the_seat_tells_what_it_is_to_reach(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    stage.top.seats(scenario)
    hand.click("Seats", "FRA")
    words = reads(hand)
    nation = scenario.nations["FRA"]
    assert nation.brief in words
    assert "Security at 62 or more" in words
    assert words.count("secret") == sum(aim.secret for aim in nation.objectives)
    assert "Treaty of Dunkirk" in words


def test_a_click_on_the_map_chooses_the_seat_there(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    stage.top.seats(scenario)
    hand.step(0.1)
    scene = stage.top
    place = next(w for w in scene.ui.root.walk() if isinstance(w, Embed)).rect.topleft
    x, y = scene.map.position_of("NOR")
    hand.click_at((place[0] + round(x), place[1] + round(y)))
    assert scene.nation == "NOR"


def test_only_levels_that_are_built_are_offered(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    built = levels_built()
    assert "normal" in built
    stage.top.seats(scenario)
    words = reads(hand)
    for level in LEVELS:
        assert (level.capitalize() in words) == (level in built and len(built) == 1) or len(built) > 1


def test_a_full_disk_lets_one_play_without_saving(
    hand: Driver, stage: Stage, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(table: Table, nation: str) -> Path:
        raise SaveError(Path("x"), "There is no space left.")

    monkeypatch.setattr("game.ui.scenes.seat.autosave", full)
    stage.top.seats(scenario)
    hand.click("Begin")
    hand.step(0.1)
    assert "There is no space left." in reads(hand)
    hand.click("Stay here")
    assert isinstance(stage.top, SeatScene)
    hand.click("Begin")
    hand.step(0.1)
    hand.click("Play without saving")
    assert isinstance(stage.top, GameScene)


def test_the_same_second_gives_two_files(scenario: Scenario) -> None:
    from datetime import datetime

    now = datetime(2026, 3, 1, 12, 0, 0)
    tables = [new_game(scenario, "FRA", 7) for _ in range(2)]
    paths = [autosave(table, "FRA", now) for table in tables]
    for table in tables:
        table.close()
    assert paths[0] != paths[1]
    assert all(path.is_file() for path in paths)


# --- saved games


def test_a_saved_game_is_listed_and_reopens_in_its_seat(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    path = kept_game(scenario, "ITA", turns=1)
    hand.click("Load")
    (kept,) = stage.top.games
    assert (kept.path, kept.seat, kept.turn, kept.turns, kept.sound) == (path, "ITA", 2, 5, True)
    words = reads(hand)
    assert "Italy" in words
    assert "NATO 1949, class form" in words
    hand.click("Load")
    hand.step(0.1)
    assert isinstance(stage.top, GameScene)
    table = stage.scenes[0].table
    assert table.people == ["ITA"]
    assert table.path == path
    assert table.state.turn == 2


def test_a_game_that_was_left_can_be_loaded_again(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    kept_game(scenario)
    hand.click("Load")
    load_chosen(hand)
    assert isinstance(stage.top, GameScene)
    stage.pop()
    assert isinstance(stage.top, TitleScene)
    hand.click("Load")
    load_chosen(hand)
    assert isinstance(stage.top, GameScene), "its file was let go of"


def test_deleting_asks_first(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    path = kept_game(scenario)
    hand.click("Load")
    hand.key("delete")
    hand.click("Keep it")
    assert path.exists()
    hand.click("Delete")
    hand.key("return")  # the focus lies on "Keep it", for what is gone is gone
    assert path.exists()
    hand.click("Delete")
    press(hand, "Delete")
    assert not path.exists()
    assert "No saved games yet" in reads(hand)


def test_a_damaged_game_is_listed_with_its_sentence_and_recovered(
    hand: Driver, stage: Stage, scenario: Scenario
) -> None:
    path = kept_game(scenario, turns=1)
    hurt = damage(path, "hurt.foedus")
    with pytest.raises(SaveError) as error:
        Table.load(hurt)
    hand.click("Load")
    hand.click("Saved games", "hurt.foedus")
    assert str(error.value) in reads(hand)
    hand.click("Load")
    assert isinstance(stage.top, SavesScene), "a damaged game is not loaded as if nothing had been"
    hand.click("Recover")
    press(hand, "Recover")
    assert list(hurt.parent.glob("hurt.foedus.damaged-*"))
    hand.click("Saved games", "hurt.foedus")
    assert stage.top.kept.sound
    load_chosen(hand)
    assert isinstance(stage.top, GameScene)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b'{"format":"foedus-save","format_version":99}\n', bytes(range(256)) * 20]
)
def test_a_file_of_another_kind_is_listed_with_its_sentence(hand: Driver, stage: Stage, data: bytes) -> None:
    saves_dir().mkdir(parents=True)
    strange = saves_dir() / "strange.foedus"
    strange.write_bytes(data)
    with pytest.raises(SaveError) as error:
        read(strange)
    hand.click("Load")
    assert str(error.value) in reads(hand)
    hand.key("return")
    assert isinstance(stage.top, SavesScene)


def test_a_game_that_went_bad_while_it_was_listed_is_told(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    path = kept_game(scenario)
    hand.click("Load")
    path.write_bytes(b"gone")
    load_chosen(hand)
    assert "This game cannot be loaded" in reads(hand)
    assert "is not a saved game" in reads(hand)


def test_a_torn_game_loads_and_says_so(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    path = kept_game(scenario)
    path.write_bytes(path.read_bytes()[:-20])
    hand.click("Load")
    load_chosen(hand)
    assert isinstance(stage.top, GameScene)
    assert any("not completely written" in text for text in stage.top.ui.notices.texts)


def test_a_game_nobody_sits_in_asks_for_a_seat(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    table = Table.new(scenario, 7)
    table.save(saves_dir() / "watched.foedus")
    table.step()
    table.close()
    hand.click("Load")
    load_chosen(hand)
    assert isinstance(stage.top, SeatScene)
    hand.click("Seats", "GBR")
    hand.click("Take this seat")
    hand.step(0.1)
    assert isinstance(stage.top, GameScene)
    assert stage.scenes[0].table.people == ["GBR"]


def test_the_list_says_in_which_turn_each_game_stands(scenario: Scenario) -> None:
    for nation, turns in (("FRA", 0), ("USA", 2), ("ITA", 4)):
        kept_game(scenario, nation, turns=turns)
    said = {kept.seat: kept.turn for kept in shelf()}
    assert said == {"FRA": 1, "USA": 3, "ITA": 5}


def test_saving_under_a_name(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    table = begin(hand, scenario)
    first = table.path
    save_as(stage, stage.top.session)
    assert isinstance(stage.top.ui.focus, TextField)
    hand.key("ctrl+a")
    hand.type("Before the note: Oslo")
    hand.key("return")
    assert table.path == saves_dir() / "before-the-note-oslo.foedus"
    assert first.exists()
    assert next(kept for kept in shelf() if kept.path == table.path).heading == "Before the note: Oslo"


def test_a_name_that_is_taken_or_empty_is_asked_again(hand: Driver, stage: Stage, scenario: Scenario) -> None:
    table = begin(hand, scenario)
    (saves_dir() / "taken.foedus").write_bytes(b"")
    before = table.path
    save_as(stage, stage.top.session)
    for name, sentence in (("Taken", "give another"), ("...", "at least one letter")):
        hand.key("ctrl+a")
        hand.type(name)
        hand.key("return")
        assert sentence in reads(hand)
    hand.key("escape")
    assert table.path == before


@pytest.mark.parametrize(
    ("name", "stem"),
    [("Paris, 1949", "paris-1949"), ("../../etc/passwd", "etc-passwd"), ("Осло", "осло"), ("//", ""), ("CON ", "con")],
)
def test_names_become_file_names(name: str, stem: str) -> None:
    assert file_stem(name) == stem


# --- settings


def test_settings_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    app = main.open_window()
    hand = Driver(app.stage)
    hand.click("Settings")
    hand.click("hatching")
    hand.click("reduced_motion")
    hand.tab_to("Interface scale")
    hand.key("right")
    assert app.stage.settings.ui_scale == 1.25
    kept, sentence = preferences.load_preferences()
    assert sentence == ""
    assert kept == Settings(ui_scale=1.25, reduced_motion=True, hatching=True)
    again = main.open_window()
    assert again.stage.settings == kept


def test_keys_of_the_window_are_kept_and_shown(hand: Driver, stage: Stage) -> None:
    main._keep_settings(stage)
    hand.click("Settings")
    hand.key("ctrl+=")
    assert stage.settings.ui_scale == 1.25
    assert stage.top.ui.find("scale").value == 125
    assert preferences.load_preferences()[0].ui_scale == 1.25


@pytest.mark.parametrize(
    "text",
    ["", "ui_scale = ", "\x00\x01", "ui_scale = 'big'\nhatching = 3", "ui_scale = 900.0", "ui_scale = nan", "[" * 5000],
)
def test_damaged_settings_are_the_usual_ones(text: str) -> None:
    config_dir().mkdir(parents=True)
    preferences.preferences_file().write_text(text, encoding="utf-8")
    settings, sentence = preferences.load_preferences()
    assert settings == Settings()
    assert bool(sentence) == bool(text)


def test_one_bad_setting_leaves_the_others(folder: Path) -> None:
    config_dir().mkdir(parents=True)
    preferences.preferences_file().write_text("ui_scale = 7.0\nhatching = true\nunknown = 1\n")
    settings, sentence = preferences.load_preferences()
    assert settings == Settings(hatching=True)
    assert "ui scale" in sentence


def test_settings_that_cannot_be_kept_are_told(hand: Driver, stage: Stage, folder: Path) -> None:
    (folder / "config").write_text("in the way")
    main._keep_settings(stage)
    hand.click("Settings")
    hand.click("hatching")
    assert any("could not be kept" in text for text in stage.top.ui.notices.texts)


# --- the codex


def test_every_blank_of_the_codex_is_a_number_of_the_rules() -> None:
    blanks = re.compile(r"\{([a-z_]+)")
    known = {field.name for field in fields(Rules)}
    named = [name for topic in topics() for text in topic.paragraphs for name in blanks.findall(text)]
    assert len(named) > 40
    assert set(named) <= known
    assert not [text for topic in topics() for text in topic.text(DEFAULT_RULES) if "{" in text]


def test_the_codex_has_a_page_for_each_matter() -> None:
    ids = {topic.id for topic in topics()}
    assert ids >= {"turn", "initiatives", "clauses", "trust", "credibility", "security", "autonomy", "crises"}
    assert ids >= {"sealed-call", "forces", "score"}
    assert len(list((assets_dir() / "codex").glob("*.md"))) == len(ids)
    for topic in topics():
        assert 1 <= len(topic.paragraphs) <= 6, topic.id
        assert not any("!" in text for text in topic.paragraphs), topic.id


def test_numbers_are_shown_as_people_write_them() -> None:
    assert filled("{initiatives} {trust_broke_guard+} {home_permille%} {price_exercise.2}", Rules()) == "3 −40 40 % 6"
    assert filled("{initiatives}", Rules(initiatives=5)) == "5"


def test_the_codex_is_searched(hand: Driver, stage: Stage) -> None:
    hand.click("Codex")
    hand.key("ctrl+f")
    hand.type("envelopes")
    assert stage.top.topic == "sealed-call"
    assert "The envelopes are opened together" in reads(hand)
    hand.key("ctrl+a")
    hand.type("zzz")
    assert found_in("zzz", DEFAULT_RULES) == []
    assert "no pages" in reads(hand)
    hand.key("escape")
    assert isinstance(stage.top, CodexScene), "the first Esc empties the field"
    assert len(stage.top.ui.find("topics").items) == len(topics())


def test_a_scenario_with_rules_of_its_own_has_its_own_codex() -> None:
    scene = CodexScene(Rules(initiatives=9), "initiatives")
    assert "9 initiatives" in codex.topics()[1].text(scene.rules)[0]


# --- the window as a command opens it


def test_the_window_opens_where_it_was_asked_to(scenario: Scenario) -> None:
    assert isinstance(main.open_window().stage.top, TitleScene)
    assert isinstance(main.open_window(screen="scenarios").stage.top, ScenariosScene)
    app = main.open_window(scenario=scenario, seed=5)
    assert isinstance(app.stage.top, SeatScene)
    assert app.stage.top.seed == 5


def test_a_table_opens_in_its_seat_and_begins_to_save_itself(scenario: Scenario) -> None:
    table = Table.new(scenario, 3)
    table.sit("GBR")
    app = main.open_window(table=table)
    assert isinstance(app.stage.top, GameScene)
    assert table.path is not None
    assert table.path.parent == saves_dir()
    table.close()


def test_without_a_display_there_is_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise NoDisplay("the system offers none")

    monkeypatch.setattr("game.ui.app.open_display", none)
    with pytest.raises(main.NoDisplay):
        main.run()


# --- pictures


def drawn(screen: str, scenario: Scenario, out: Path, **given: object) -> pygame.Surface:
    options = {"turns": 0, "nation": "FRA", "select": None, "size": (1280, 800), "scale": 1.0, **given}
    shot.draw_screen(screen, Table.new(scenario, 7), out=out, **options)
    return pygame.image.load(out)


@pytest.mark.parametrize("screen", ["title", "scenarios", "seat", "saves", "settings", "codex"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1920, 1200), 1.5)])
def test_each_screen_outside_a_game_is_drawn(
    screen: str, size: tuple[int, int], scale: float, scenario: Scenario, tmp_path: Path
) -> None:
    kept_game(scenario)
    picture = drawn(screen, scenario, tmp_path / "picture.png", size=size, scale=scale)
    assert picture.get_size() == size
    colours = {tuple(picture.get_at((x, y))) for x in range(0, size[0], 16) for y in range(0, size[1], 16)}
    assert len(colours) > 3


def test_a_picture_leaves_no_saved_game_behind(scenario: Scenario, tmp_path: Path) -> None:
    drawn("map", scenario, tmp_path / "map.png", turns=1)
    assert shelf() == []


OUTSIDE = {"title", "scenarios", "seat", "saves", "settings"}
COUNCILS = {"council", "alliance"}
"""Screens for which the class form has nothing to show."""


@pytest.mark.parametrize("screen", sorted(COUNCILS))
def test_each_screen_of_a_council_is_drawn(screen: str, tmp_path: Path) -> None:
    assert drawn(screen, load("nato-1949"), tmp_path / "picture.png").get_size() == (1280, 800)


@pytest.mark.parametrize("screen", sorted(set(shot.SCREENS) - OUTSIDE - COUNCILS))
def test_each_screen_of_a_game_is_drawn(screen: str, scenario: Scenario, tmp_path: Path) -> None:
    assert drawn(screen, scenario, tmp_path / "picture.png", turns=2).get_size() == (1280, 800)


@pytest.mark.parametrize(
    ("screen", "select", "sentence"),
    [
        ("timeline", None, "not built yet"),
        ("council", None, "There is no council in turn 1"),
        ("nonsense", None, "There is no screen"),
        ("nation", "XYZ", 'no nation "XYZ"'),
        ("treaty", "versailles", 'no treaty "versailles"'),
        ("codex", "poker", 'no page "poker"'),
        ("saves", "none.foedus", "no saved game"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(
    screen: str, select: str | None, sentence: str, scenario: Scenario, tmp_path: Path
) -> None:
    with pytest.raises(shot.ShotError, match=re.escape(sentence)):
        drawn(screen, scenario, tmp_path / "picture.png", select=select)
    assert not (tmp_path / "picture.png").exists()
