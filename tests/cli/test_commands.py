"""The commands as scripts and classes rely on them: their shapes, their exit codes, one sentence for bad use."""

from __future__ import annotations

import csv
import json
import re
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from game.ai.minds import MINDS
from game.cli import main
from game.paths import scenarios_dir
from game.sim.par_file import with_par
from game.sim.workers import workers

SCENARIO = "nato-1949-class"


class Said:
    """What a command printed, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def foedus(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path):
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Said:
        monkeypatch.setattr("sys.argv", ["foedus", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        code = ended.value.code
        return Said(code if isinstance(code, int) else 0, printed.out, printed.err)

    return run


def test_every_command_has_help_with_an_example(foedus) -> None:
    for command in ("play", "watch", "check", "new", "schema", "simulate", "history", "replay", "shot"):
        said = foedus(command, "--help")
        assert said.code == 0
        assert f"foedus {command}" in said.out, command


def test_watch_heads_each_turn_with_its_number_and_date(foedus) -> None:
    said = foedus("watch", SCENARIO, "--seed", "7")
    headings = re.findall(r"^Turn (\d+) · (.+)$", said.out, re.M)
    assert [number for number, _ in headings] == ["1", "2", "3", "4", "5"]
    assert headings[0][1] == "July–December 1948"
    assert said.code == 0
    assert said.err == ""


def test_watch_as_one_nation_tells_no_more_than_it_knows(foedus) -> None:
    whole, norway = foedus("watch", SCENARIO, "--seed", "7"), foedus("watch", SCENARIO, "--seed", "7", "--as", "NOR")
    assert "Latin Understanding to" not in norway.out
    # Its own account after each turn is nobody else's; of what happened it is told less.
    told = re.sub(r"The account of Norway\n(?:.+\n)+", "", norway.out)
    assert told != norway.out
    assert len(told) < len(whole.out)


def test_a_watched_game_is_kept_and_replays_to_the_same_chronicle_and_digests(foedus) -> None:
    watched = foedus("watch", SCENARIO, "--seed", "3", "--save", "kept.foedus")
    told = foedus("replay", "kept.foedus")
    turns = re.findall(r"^Turn .*$", watched.out, re.M)
    assert re.findall(r"^Turn .*$", told.out, re.M) == turns
    verified = foedus("replay", "kept.foedus", "--verify")
    assert verified.code == 0
    assert "every digest equal" in verified.out


def test_a_save_that_was_altered_is_not_verified(foedus) -> None:
    foedus("watch", SCENARIO, "--seed", "3", "--turns", "1", "--save", "kept.foedus")
    lines = Path("kept.foedus").read_text(encoding="utf-8").splitlines(keepends=True)
    Path("kept.foedus").write_text("".join([*lines[:-2], lines[-1]]), encoding="utf-8")
    said = foedus("replay", "kept.foedus", "--verify")
    assert said.code == 1
    assert "what follows is lost" in said.err
    Path("kept.foedus").write_text("".join(lines)[:-9], encoding="utf-8")
    assert foedus("replay", "kept.foedus", "--verify").code == 0, "a last line cut off by a power cut is no forgery"


def test_a_scenario_to_begin_from_and_one_to_put_par_in_are_text(foedus) -> None:
    Path("noise.toml").write_bytes(b'title = "\xff\xfe"')
    for words in (("new", "made.toml", "--from", "noise.toml"),
                  ("simulate", SCENARIO, "--games", "1", "--par", "noise.toml")):  # fmt: skip
        said = foedus(*words)
        assert said.code == 2
        assert said.err.strip() == "noise.toml is not UTF-8 text: byte 10 fits no letter."
    assert not Path("made.toml").exists()


def test_a_game_played_from_the_command_line_is_on_the_level_asked_for(foedus, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[dict[str, object]] = []
    monkeypatch.setattr("game.cli.playing.open_window", lambda **given: opened.append(given))
    foedus("play", SCENARIO, "--nation", "FRA", "--level", "hard")
    foedus("play", SCENARIO, "--level", "easy")
    (first, second) = opened
    assert first["table"].minds["USA"] is MINDS["hard"]  # type: ignore[attr-defined]
    assert second["level"] == "easy"


def test_who_breaks_off_a_batch_waits_for_none_of_its_games() -> None:
    def broken_off() -> None:
        with workers(2) as pool:
            games = [pool.submit(time.sleep, 600) for _ in range(4)]
            while not any(game.running() for game in games):
                time.sleep(0.01)
            raise KeyboardInterrupt

    before = active_children()
    with pytest.raises(KeyboardInterrupt):
        broken_off()
    # The pool's own thread takes leave of its children too, so one may be gone before this thread is told so.
    until = time.monotonic() + 60
    while (left := [child for child in active_children() if child not in before]) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left


def test_watch_keeps_no_file_in_the_place_of_another(foedus) -> None:
    Path("kept.foedus").write_text("my own notes", encoding="utf-8")
    said = foedus("watch", SCENARIO, "--save", "kept.foedus")
    assert said.code == 2
    assert "kept.foedus" in said.err
    assert Path("kept.foedus").read_text(encoding="utf-8") == "my own notes"


@pytest.mark.parametrize(
    "words",
    [
        ("watch",),
        ("watch", "no-such-scenario"),
        ("watch", "."),
        ("watch", SCENARIO, "--seed", "x"),
        ("watch", SCENARIO, "--sed", "7"),
        ("watch", SCENARIO, "--as", "XXX"),
        ("frobnicate",),
        ("check",),
        ("check", "missing.toml"),
        ("check", "."),
        ("simulate", SCENARIO, "--games", "0"),
        ("simulate", SCENARIO, "--mind", "FRA"),
        ("simulate", SCENARIO, "--mind", "XXX=random"),
        ("simulate", SCENARIO, "--mind", "FRA=oracle"),
        ("simulate", SCENARIO, "--json", "no/such/folder/games.json"),
        ("replay", "missing.foedus"),
        ("replay", "."),
        ("history", "missing.csv", "missing.csv", "--out", "pairs.csv"),
        ("shot", "nowhere", "--out", "shot.png"),
        ("shot", "map", "--out", "shot.png", "--size", "huge"),
        ("play", "--nation", "FRA"),
        ("play", "--load", "missing.foedus"),
        ("play", SCENARIO, "--nation", "XXX"),
    ],
    ids=" ".join,
)
def test_bad_use_is_one_sentence_and_exit_code_two(foedus, words: tuple[str, ...]) -> None:
    said = foedus(*words)
    assert said.code == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err


def test_a_level_not_built_is_said_so(foedus) -> None:
    said = foedus("simulate", SCENARIO, "--level", "oracle")
    assert said.code == 2
    assert "oracle" in said.err


def test_check_places_each_problem_and_counts_them(foedus) -> None:
    foedus("new", "own.toml")
    text = Path("own.toml").read_text(encoding="utf-8")
    Path("own.toml").write_text(text.replace('kind = "', 'kind = "x', 1), encoding="utf-8")
    said = foedus("check", "own.toml")
    assert said.code == 1
    *findings, count = said.out.strip().splitlines()
    assert all(re.match(r"own\.toml:\d+:\d+: (error|warning): \S+: .+", line) for line in findings)
    assert re.fullmatch(r"\d+ errors?, \d+ warnings?", count)


def test_what_new_writes_checks_clean_plays_and_is_never_written_over(foedus) -> None:
    assert foedus("new", "own.toml").code == 0
    assert foedus("check", "own.toml").out.strip().endswith("0 errors, 0 warnings")
    assert foedus("watch", "own.toml", "--turns", "1").code == 0
    assert foedus("new", "own.toml").code == 2


def test_schema_is_json(foedus) -> None:
    assert json.loads(foedus("schema").out)["$schema"].startswith("https://json-schema.org/")


def test_simulate_writes_every_number(foedus) -> None:
    said = foedus(
        "simulate", SCENARIO, "--games", "2", "--seed", "5", "--jobs", "1", "--json", "a.json", "--csv", "a.csv"
    )
    assert said.code == 0
    batch = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert list(batch) == ["scenario", "rules_version", "games", "par"]
    assert [game["seed"] for game in batch["games"]] == [5, 6]
    game = batch["games"][0]
    numbers = ("wars", "pledges_called", "pledges_honoured", "proposals", "countered", "signed")
    assert all(isinstance(game[key], int) for key in numbers)
    assert set(game["nations"]["FRA"]) == {
        "score", "standing", "security", "autonomy", "support", "influence", "trust_in",
    }  # fmt: skip
    assert set(batch["par"]["FRA"]) == {"mean", "p10", "p50", "p90"}
    with open("a.csv", encoding="utf-8", newline="") as opened:
        assert len(list(csv.DictReader(opened))) == 12


def test_par_goes_into_the_scenario_in_the_place_of_what_was_there(foedus) -> None:
    shipped = (scenarios_dir() / f"{SCENARIO}.toml").read_text(encoding="utf-8")
    low = "[par.FRA]\nmean = 1\np10 = 1\np50 = 1\np90 = 1\n"
    Path("s.toml").write_text(with_par(shipped, low), encoding="utf-8")
    assert foedus("simulate", "s.toml", "--games", "2", "--jobs", "1", "--par", "s.toml", "--json", "a.json").code == 0
    once = Path("s.toml").read_text(encoding="utf-8")
    assert once.count("[par.FRA]") == 1
    assert "mean = 1\n" not in once
    assert foedus("check", "s.toml").code == 0
    first = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert first["games"][0]["nations"]["FRA"]["standing"] >= 90, "everybody does better than a par of next to nothing"
    foedus("simulate", "s.toml", "--games", "2", "--jobs", "1", "--par", "s.toml", "--json", "a.json")
    again = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert again["par"] == first["par"], "par moves nothing in a game"
    assert Path("s.toml").read_text(encoding="utf-8") == once


def test_a_game_of_a_batch_is_the_game_one_watches(foedus) -> None:
    foedus("simulate", SCENARIO, "--games", "2", "--seed", "5", "--jobs", "1", "--json", "a.json")
    foedus("watch", SCENARIO, "--seed", "6", "--save", "b.foedus")
    digest = json.loads(Path("a.json").read_text(encoding="utf-8"))["games"][1]["digest"]
    assert digest in Path("b.foedus").read_text(encoding="utf-8")


def test_history_names_every_pair_once(foedus) -> None:
    Path("s.csv").write_text(
        "abb,ccode,cinc,polity2,polyarchy,regime_class,lat,lng\n"
        "BIG,1,0.2,-9,0.1,autocracy,50,10\nONE,2,0.05,9,0.8,democracy,51,0\nTWO,3,0.04,9,,democracy,52,5\n",
        encoding="utf-8",
    )
    Path("d.csv").write_text(
        "abb1,abb2,distance_km,contiguity,rivalry,dispute_history,territorial_dispute,fought_opposite,"
        "fought_same_side,common_enemy\n"
        "BIG,ONE,500,1,1,0.5,1,0.5,0,0\nBIG,TWO,600,1,1,0.5,0,,0,0\nONE,TWO,300,0,0,0,0,0,1,0.3\n",
        encoding="utf-8",
    )
    said = foedus("history", "s.csv", "d.csv", "--games", "2", "--turns", "3", "--out", "p.csv", "--save-dir", "games")
    assert said.code == 0
    with open("p.csv", encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [(row["a"], row["b"]) for row in rows] == [("BIG", "ONE"), ("BIG", "TWO"), ("ONE", "TWO")]
    assert all(0 <= float(row["share"]) <= 1 for row in rows)
    kept = sorted(Path("games").iterdir())
    assert len(kept) == 2
    assert foedus("replay", str(kept[0]), "--verify").code == 0


def test_a_broken_research_table_is_placed_by_file_and_line(foedus) -> None:
    Path("s.csv").write_text(
        "abb,ccode,cinc,polity2,polyarchy,regime_class,lat,lng\nBIG,1,much,-9,0.1,autocracy,50,10\nONE,2,0,9,0,democracy,1,1\n",
        encoding="utf-8",
    )
    Path("d.csv").write_text("abb1,abb2\n", encoding="utf-8")
    said = foedus("history", "s.csv", "d.csv", "--out", "p.csv")
    assert said.code == 2
    assert "d.csv:1: the table lacks" in said.err


FEW_STATES = "abb,cinc,polity2,note\nBIG,0.2,-9,x\nONE,0.05,9,\nTWO,0.04,9,\nLOW,0.01,9,\n"
FEW_PAIRS = (
    "abb1,abb2,distance_km,rivalry,inherited\nBIG,ONE,500,1,\nBIG,TWO,600,1,0\nONE,TWO,300,0,{}\nLOW,TWO,200,0,\n"
)


def test_a_research_table_may_lack_what_is_not_needed_and_hold_what_is_not_read(foedus) -> None:
    Path("s.csv").write_text(FEW_STATES, encoding="utf-8")
    Path("d.csv").write_text(FEW_PAIRS.format(""), encoding="utf-8")
    said = foedus("history", "s.csv", "d.csv", "--games", "1", "--turns", "1", "--out", "p.csv")
    assert said.code == 0
    assert "s.csv: no column regime_class; it counts as unknown." in said.err
    assert "d.csv: no column dispute_history; it counts as unknown." in said.err
    assert "polyarchy" not in said.err  # nobody reads it
    Path("s.csv").write_text("abb,polity2\nBIG,1\nONE,2\n", encoding="utf-8")
    said = foedus("history", "s.csv", "d.csv", "--out", "p.csv")
    assert said.code == 2
    assert "s.csv:1: the table lacks cinc." in said.err


@pytest.mark.parametrize("cell", ["1", "defence", "Consultation"])
def test_history_begins_with_the_pacts_the_table_says_are_in_force(
    cell: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from game.sim.history import shares
    from game.sim.research import build

    monkeypatch.chdir(tmp_path)
    Path("s.csv").write_text(FEW_STATES, encoding="utf-8")
    Path("d.csv").write_text(FEW_PAIRS.format(cell), encoding="utf-8")
    research = build("s.csv", "d.csv", 1)
    (treaty,) = research.scenario.document["treaties"]
    assert treaty["parties"] == ["ONE", "TWO"]
    assert any(clause["kind"] == "mutual_defence" for clause in treaty["clauses"]) == (cell != "Consultation")
    assert shares(research.scenario.document, tuple(research.names), (1,))["ONE", "TWO"] == 1


def test_a_list_of_inherited_pairs_makes_one_pact_of_those_all_bound_to_each_other(foedus) -> None:
    from game.sim.research import build

    Path("s.csv").write_text(FEW_STATES, encoding="utf-8")
    Path("d.csv").write_text(FEW_PAIRS.format(""), encoding="utf-8")
    Path("i.csv").write_text("abb1,abb2\nONE,TWO\nTWO,LOW,defence\n\nLOW,ONE\nBIG,LOW,consultation\n", encoding="utf-8")
    document = build("s.csv", "d.csv", 1, "i.csv").scenario.document
    assert [treaty["parties"] for treaty in document["treaties"]] == [["LOW", "ONE", "TWO"], ["BIG", "LOW"]]
    options = ("--games", "1", "--turns", "1", "--out", "p.csv", "--inherited", "i.csv")
    assert foedus("history", "s.csv", "d.csv", *options).code == 0
    for line, sentence in (
        ("ONE,XXX", 'i.csv:1: "XXX" is no state here.'),
        ("ONE", "i.csv:1: one state is no pair; write a,b."),
        ("ONE,ONE", "i.csv:1: a state is paired with itself."),
        ("ONE,TWO,love", 'i.csv:1: the kind is "love"; write 0, 1, defence or consultation.'),
    ):
        Path("i.csv").write_text(line, encoding="utf-8")
        said = foedus("history", "s.csv", "d.csv", *options)
        assert said.code == 2
        assert sentence in said.err


def test_a_shot_is_a_picture_of_the_size_asked_for(foedus) -> None:
    import pygame

    said = foedus("shot", "title", "--out", "title.png", "--size", "1024x640")
    assert said.code == 0
    assert said.out == ""
    assert pygame.image.load("title.png").get_size() == (1024, 640)


def test_a_level_is_one_of_three_and_minds_are_named_by_seat(foedus) -> None:
    said = foedus("simulate", SCENARIO, "--level", "greedy")
    assert (said.code, said.err) == (2, 'There is no level "greedy"; there are easy, normal, hard.\n')
    said = foedus("simulate", SCENARIO, "--mind", "FRA=oracle")
    assert said.code == 2
    assert all(name in said.err for name in MINDS)


def test_a_seat_has_one_mind(foedus) -> None:
    said = foedus("simulate", SCENARIO, "--mind", "FRA=random", "--mind", "FRA=greedy")
    assert (said.code, said.err) == (2, "--mind seats FRA twice, as random and as greedy.\n")


def test_what_is_written_is_not_written_over(foedus) -> None:
    said = foedus("simulate", SCENARIO, "--games", "1", "--json", "all", "--csv", "./all")
    assert (said.code, said.err) == (2, "all is named twice: one would be written over the other.\n")
    assert not Path("all").exists()


def test_games_without_end_are_not_begun(foedus) -> None:
    said = foedus("simulate", SCENARIO, "--games", str(10**9))
    assert said.code == 2
    assert "1000000" in said.err


def test_a_screen_is_drawn_as_png(foedus) -> None:
    said = foedus("shot", "map", "--out", "map.txt")
    assert (said.code, said.err) == (2, "map.txt is no PNG: a screen is drawn as one, so its name ends in .png.\n")
    assert not Path("map.txt").exists()


def test_nothing_new_is_begun_from_what_is_not_sound(foedus) -> None:
    Path("notes.toml").write_text("# nothing yet\n", encoding="utf-8")
    said = foedus("new", "mine.toml", "--from", "notes.toml")
    assert said.code == 1
    assert said.err.startswith("notes.toml:1:1: error: file: holds only comments")
    assert not Path("mine.toml").exists()


def test_every_file_is_checked_though_one_cannot_be_read(foedus) -> None:
    shipped = str(scenarios_dir() / f"{SCENARIO}.toml")
    Path("folder").mkdir()
    said = foedus("check", "folder", "nowhere.toml", shipped)
    assert said.code == 2
    assert said.err.splitlines() == [
        "folder is a folder; name the scenario files in it.",
        "nowhere.toml cannot be found.",
    ]
    assert said.out.endswith("0 errors, 0 warnings\n")


def test_a_table_that_is_no_text_is_named(foedus) -> None:
    Path("noise.csv").write_bytes(b"abb,cinc\xff\xfe")
    said = foedus("history", "noise.csv", "noise.csv", "--out", "pairs.csv")
    assert (said.code, said.err) == (2, "noise.csv is not a table in UTF-8: byte 9 fits no letter.\n")


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("game.sim.batch.play_batch", ("simulate", SCENARIO, "--json", "games.json")),
        ("game.sim.history.shares", ("history", "states.csv", "dyads.csv", "--out", "pairs.csv")),
        ("game.table.Table.step", ("watch", SCENARIO)),
    ],
)
def test_ctrl_c_ends_in_one_word_and_writes_nothing(foedus, monkeypatch, where: str, words: tuple[str, ...]) -> None:
    def broken_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    Path("states.csv").write_text("abb,cinc,polity2\nAAA,.1,5\nBBB,.1,5\n", encoding="utf-8")
    Path("dyads.csv").write_text("abb1,abb2,distance_km,rivalry\nAAA,BBB,100,0\n", encoding="utf-8")
    monkeypatch.setattr(where, broken_off)
    said = foedus(*words)
    assert said.code == 130
    assert said.err.splitlines()[-1] == "Stopped."
    assert not Path("games.json").exists()
    assert not Path("pairs.csv").exists()
