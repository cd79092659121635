"""A game that is saved, loaded and gone on with is the game that never stopped."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.ai.minds import Move, UnknownMind, mind
from game.core.acts import Message
from game.core.orders import Sheet
from game.core.rules import RULES_VERSION
from game.core.view import View
from game.saves import SaveError
from game.saves.codec import digest, dump_act
from game.saves.errors import SaveDamaged, SaveForeign, SaveInUse, SaveIsFolder, SaveMissing, SaveNewer
from game.saves.records import Acted, Asked, Snapshot, StageEnded, load_entry
from game.saves.store import LogFile, read
from game.table import Table
from game.table.resume import SaveOtherRules, SaveUnlike, replay
from tests.table.people import one_step, scenario

Record = dict[str, Any]
ROOT = Path(__file__).parents[2]


def never_stopped(nation: str = "", seed: int = 7) -> Table:
    """A game played through, with a person by script in one seat, or with nobody at the table."""
    table = Table.new(scenario(), seed)
    if not nation:
        table.play()
        return table
    table.sit(nation)
    table.run()
    while not table.over:
        one_step(table, nation)
    return table


def entries(table: Table) -> list[object]:
    """A log without its snapshots, which only say when somebody saved."""
    return [entry for entry in table.log if not isinstance(entry, Snapshot)]


# -- saving and going on ------------------------------------------------------------------------------------


def test_a_game_loaded_after_every_step_is_the_game_that_never_stopped(tmp_path: Path) -> None:
    whole = never_stopped("FRA", 5)
    table = Table.new(scenario(), 5)
    table.sit("FRA")
    table.save(tmp_path / "paris.foedus")
    table.run()
    steps = []
    while not table.over:
        table.close()
        before = digest(table.state)
        table = Table.load(tmp_path / "paris.foedus")
        assert digest(table.state) == before
        assert table.recovered == ""
        steps.append((one_step(table, "FRA"), table.state.stage))
    assert {step for step, _ in steps} == {"act", "draft", "commit", "answer"}
    assert {stage for _, stage in steps} >= {"negotiation", "showdown"}, "some steps were taken in mid-showdown"
    assert len(steps) >= 15
    assert entries(table) == entries(whole)
    assert digest(table.state) == digest(whole.state)
    assert table.events == whole.events
    table.close()


@pytest.mark.parametrize("person", ["", "FRA"], ids=["nobody", "a person"])
def test_a_game_stopped_after_any_answer_of_an_ai_goes_on_as_if_it_never_had(tmp_path: Path, person: str) -> None:
    """Cut off in the middle of a round of talk: the nations that were asked are not asked again, the others are."""
    whole = never_stopped(person)
    path = tmp_path / "whole.foedus"
    whole.save(path)
    whole.close()
    contents = read(path)
    places = [
        index + 1
        for index, record in enumerate(contents.records)
        if isinstance(load_entry(json.dumps(record)), Asked | StageEnded)
    ]
    assert len(places) > 60
    for place in places[6::9]:
        cut = tmp_path / f"cut-{place}.foedus"
        with LogFile.create(cut, contents.header, contents.records[:place]):
            pass
        table = Table.load(cut)
        table.run()
        while not table.over:
            one_step(table, person)
        assert digest(table.state) == digest(whole.state), f"cut after entry {place}"
        assert entries(table) == entries(whole)
        table.close()


def test_a_log_cut_anywhere_still_plays_to_its_end(tmp_path: Path) -> None:
    """Even between the acts of one mind, where a machine may have lost its power."""
    whole = never_stopped()
    path = tmp_path / "whole.foedus"
    whole.save(path)
    whole.close()
    contents = read(path)
    for place in range(1, len(contents.records), 23):
        cut = tmp_path / f"cut-{place}.foedus"
        with LogFile.create(cut, contents.header, contents.records[:place]):
            pass
        table = Table.load(cut)
        table.run()
        assert table.over
        assert table.incidents == []
        table.close()


def test_a_game_saved_at_its_end_is_over_when_loaded(tmp_path: Path) -> None:
    whole = never_stopped()
    whole.save(tmp_path / "end.foedus")
    whole.close()
    table = Table.load(tmp_path / "end.foedus")
    assert table.over
    assert table.state == whole.state
    table.close()


def test_saving_again_marks_the_place_and_saving_elsewhere_moves_there(tmp_path: Path) -> None:
    table = Table.new(scenario(), 7)
    table.save(tmp_path / "a.foedus")
    table.step()
    table.save(tmp_path / "a.foedus", "before the storm")
    assert [entry.name for entry in table.log if isinstance(entry, Snapshot)] == ["", "before the storm"]
    table.save(tmp_path / "b.foedus")
    assert table.path == tmp_path / "b.foedus"
    size = (tmp_path / "a.foedus").stat().st_size
    table.step()
    assert (tmp_path / "a.foedus").stat().st_size == size
    table.close()
    first, second = Table.load(tmp_path / "a.foedus"), Table.load(tmp_path / "b.foedus")
    assert (first.state.turn, second.state.turn) == (2, 3)
    first.close()
    second.close()


def test_a_game_without_a_log_says_so(tmp_path: Path) -> None:
    table = Table.new(scenario(), 7, keep_log=False)
    with pytest.raises(ValueError, match="keeps no log"):
        table.save(tmp_path / "a.foedus")
    table.step()
    assert table.log == []


def test_one_file_is_written_by_one_game(tmp_path: Path) -> None:
    table = Table.new(scenario(), 7)
    table.save(tmp_path / "a.foedus")
    with pytest.raises(SaveInUse):
        Table.load(tmp_path / "a.foedus")
    table.close()
    Table.load(tmp_path / "a.foedus").close()


# -- killed -------------------------------------------------------------------------------------------------

PLAYER = """
import json, sys
from game.saves.codec import dump_act
from game.table import Table
from tests.table.people import done_this_turn, next_act, one_step, scenario
table = Table.new(scenario(), 7)
table.sit("FRA")
table.save(sys.argv[1])
table.run()
while not table.over:
    act = next_act(table.seat("FRA"), done_this_turn(table.log, "FRA")) if table.state.stage == "negotiation" else None
    if one_step(table, "FRA") == "act":
        print(json.dumps(dump_act(act)), flush=True)
"""


@pytest.mark.parametrize("acts", [1, 3, 6])
def test_killed_at_any_moment_every_act_whose_call_returned_is_there(tmp_path: Path, acts: int) -> None:
    path = tmp_path / "killed.foedus"
    player = subprocess.Popen(
        [sys.executable, "-c", PLAYER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ}
    )
    assert player.stdout is not None
    returned = [json.loads(player.stdout.readline()) for _ in range(acts)]
    player.kill()
    # What it still got said before it died has returned as well.
    returned += [json.loads(line) for line in player.stdout.read().splitlines() if line.endswith("}")]
    player.stdout.close()
    player.wait()
    table = Table.load(path)
    kept = [dump_act(entry.act) for entry in table.log if isinstance(entry, Acted) and entry.nation == "FRA"]
    assert kept[: len(returned)] == returned
    assert len(kept) <= len(returned) + 1, "at most the act that was being taken"
    while not table.over:
        one_step(table, "FRA")
    assert digest(table.state) == digest(never_stopped("FRA").state)
    table.close()


# -- what is wrong with a file ------------------------------------------------------------------------------


def saved(path: Path, turns: int = 2) -> Path:
    """A saved game of some turns."""
    table = Table.new(scenario(), 7)
    table.save(path)
    for _ in range(turns):
        table.step()
    table.close()
    return path


def sentence(error: SaveError, path: Path) -> None:
    """Assert that an error is a sentence about the file."""
    text = str(error)
    assert str(path) in text
    assert text.endswith(".")
    assert "\n" not in text
    assert "Traceback" not in text


def test_a_torn_last_line_is_cut_off_and_said(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.foedus")
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    table = Table.load(path)
    assert table.recovered.endswith(".")
    assert table.recovered
    table.play()
    assert digest(table.state) == digest(never_stopped().state)
    table.close()


def test_a_damaged_line_in_the_middle_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.foedus")
    lines = path.read_bytes().splitlines(keepends=True)
    lines[len(lines) // 2] = lines[len(lines) // 2].replace(b'"', b"'", 1)
    path.write_bytes(b"".join(lines))
    before = path.read_bytes()
    with pytest.raises(SaveDamaged) as caught:
        Table.load(path)
    sentence(caught.value, path)
    assert path.read_bytes() == before


def test_other_files_are_no_saved_games(tmp_path: Path) -> None:
    foreign = tmp_path / "letter.txt"
    foreign.write_text("Dear Sir,\n")
    with pytest.raises(SaveForeign) as caught:
        Table.load(foreign)
    sentence(caught.value, foreign)
    with pytest.raises(SaveMissing) as missing:
        Table.load(tmp_path / "nothing.foedus")
    sentence(missing.value, tmp_path / "nothing.foedus")
    with pytest.raises(SaveIsFolder) as folder:
        Table.load(tmp_path)
    sentence(folder.value, tmp_path)


def test_a_file_of_a_later_version_is_said_to_be_one(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.foedus", 1)
    newer = tmp_path / "newer.foedus"
    newer.write_bytes(path.read_bytes().replace(b'"format_version":1', b'"format_version":99', 1))
    with pytest.raises(SaveNewer) as caught:
        Table.load(newer)
    sentence(caught.value, newer)


def of_other_rules(path: Path, keep: Callable[[Record], bool] = lambda record: True) -> Path:
    """A game of two turns, saved again in the third, as if other rules had written it."""
    table = Table.new(scenario(), 7)
    table.sit("FRA")
    table.sit("ITA", "random")
    table.sit("NOR", quiet)
    table.save(path.with_suffix(".new"))
    for _ in range(2):
        table.run()
        while table.state.stage != "negotiation":
            table.answer("FRA", {})
        table.commit("FRA")
    table.save(path.with_suffix(".new"), "before the vote")
    table.act("FRA", Message(to=("GBR",), text="After the snapshot."))
    table.close()
    contents = read(path.with_suffix(".new"))
    records = [record for record in contents.records if keep(record)]
    with LogFile.create(path, {**contents.header, "rules_version": "0.0.1"}, records):
        pass
    return path


def quiet(view: View) -> Move:
    """A bot of one's own that does nothing."""
    return () if view.stage == "negotiation" else Sheet() if view.stage == "orders" else {}


def test_a_game_of_other_rules_goes_on_from_its_last_snapshot_and_says_what_is_lost(tmp_path: Path) -> None:
    path = of_other_rules(tmp_path / "other.foedus")
    before = path.read_bytes()
    table = Table.load(path)
    snapshots = [r for r in map(load_entry, map(json.dumps, read(path).records)) if isinstance(r, Snapshot)]
    assert table.state == snapshots[-1].state
    assert "played under rules 0.0.1" in table.recovered
    assert RULES_VERSION in table.recovered
    assert "cannot be verified by replay" in table.recovered
    assert table.people == ["FRA"]
    assert list(table.minds) == ["ITA"]
    assert table.path is None
    table.run()
    table.save(tmp_path / "here.foedus")
    while not table.over:
        one_step(table, "FRA")
    assert path.read_bytes() == before, "the old file is left as it is"
    table.close()
    again = Table.load(tmp_path / "here.foedus")
    assert again.state == table.state
    assert again.events == table.events
    again.close()


def test_what_these_rules_no_longer_know_in_a_save_of_others_is_left_out(tmp_path: Path) -> None:
    plain = of_other_rules(tmp_path / "plain.foedus")
    contents = read(plain)
    scenario, records = contents.header["scenario"], contents.records
    scenario["nations"]["FRA"]["prestige"] = 3
    for record in records:
        if record["kind"] == "snapshot":
            record["state"]["prestige"] = {"FRA": 3}
            record["state"]["nations"]["FRA"]["prestige"] = 3
    with LogFile.create(tmp_path / "odd.foedus", contents.header, records):
        pass
    one, other = Table.load(plain), Table.load(tmp_path / "odd.foedus")
    assert other.state == one.state


def test_a_game_of_other_rules_without_a_snapshot_is_left_to_them(tmp_path: Path) -> None:
    path = of_other_rules(tmp_path / "other.foedus", lambda record: record["kind"] != "snapshot")
    with pytest.raises(SaveOtherRules, match=r"played under rules 0\.0\.1") as caught:
        Table.load(path)
    sentence(caught.value, path)
    with pytest.raises(SaveOtherRules, match="cannot be replayed"):
        replay(path)


# -- who sits where -----------------------------------------------------------------------------------------


def test_a_named_mind_sits_again_and_a_program_of_ones_own_is_missed(tmp_path: Path) -> None:
    table = Table.new(scenario(), 7)
    table.sit("ITA", "random")
    table.sit("NOR", mind("random"))
    table.sit("FRA", quiet)
    table.sit("GBR", quiet)
    table.stand("GBR")
    table.save(tmp_path / "a.foedus")
    table.step()
    table.close()
    again = Table.load(tmp_path / "a.foedus")
    assert again.minds == {"ITA": mind("random"), "NOR": mind("random")}
    assert again.recovered == (
        "The program that played France is not in the file; the house AI plays until it sits down again."
    )
    again.sit("FRA", quiet)
    assert again.strangers == []
    again.step()
    table.step()
    assert digest(again.state) == digest(table.state)
    again.close()


def test_a_mind_of_no_name_there_is_cannot_sit(tmp_path: Path) -> None:
    with pytest.raises(UnknownMind, match='no mind "genius"'):
        Table.new(scenario(), 7).sit("FRA", "genius")


@pytest.mark.parametrize(
    "header",
    [{"seed": "seven"}, {"scenario": {}}, {"scenario": "nato"}, {"seed": None}],
    ids=["seed", "empty scenario", "scenario", "no seed"],
)
def test_a_header_that_is_not_understood_is_said_to_be_so(tmp_path: Path, header: dict[str, object]) -> None:
    contents = read(saved(tmp_path / "a.foedus", 1))
    odd = tmp_path / "odd.foedus"
    with LogFile.create(odd, {**contents.header, **header}, contents.records):
        pass
    with pytest.raises(SaveUnlike) as caught:
        Table.load(odd)
    sentence(caught.value, odd)


# -- replay -------------------------------------------------------------------------------------------------


def doctored(path: Path, target: Path, change) -> Path:
    """A log with sound checksums in which something else is written than was played."""
    contents = read(path)
    records = [dict(record) for record in contents.records]
    assert change(records), "nothing was changed"
    with LogFile.create(target, contents.header, records):
        pass
    return target


def other_digest(records) -> bool:
    """Another digest at the end of turn 2."""
    for record in records:
        if record["kind"] == "stage_ended" and record["turn"] == 2:
            record["digest"] = "0" * 64
            return True
    return False


def other_sheet(records) -> bool:
    """One more FP raised in turn 1 than was."""
    for record in records:
        if record["kind"] == "stage_ended" and record["turn"] == 1 and record["stage"] == "negotiation":
            record["sheets"]["URS"]["budget"]["home_cut"] += 1
            return True
    return False


def lost_act(records) -> bool:
    """An act that was taken left out."""
    for index, record in enumerate(records):
        if record["kind"] == "acted" and record["act"]["kind"] == "propose":
            del records[index]
            return True
    return False


def impossible_act(records) -> bool:
    """An act that the rules do not allow."""
    for record in records:
        if record["kind"] == "acted":
            record["act"] = {"kind": "recall", "thread": "nothing"}
            return True
    return False


def test_a_replay_finds_what_was_recorded(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.foedus", 3)
    table, checks = replay(path)
    found = list(checks)
    assert all(checked.same for checked in found)
    assert [checked.turn for checked in found if checked.stage == "negotiation"] == [1, 2, 3]
    assert found[0].stage == "opening"
    loaded = Table.load(path)
    assert table.state == loaded.state
    assert table.events == loaded.events
    loaded.close()


@pytest.mark.parametrize(
    "change", [other_digest, other_sheet, lost_act, impossible_act], ids=lambda change: change.__name__
)
def test_a_doctored_log_is_found_out(tmp_path: Path, change) -> None:
    path = doctored(saved(tmp_path / "a.foedus", 3), tmp_path / "doctored.foedus", change)
    try:
        honest = all(checked.same for checked in replay(path)[1])
    except SaveUnlike as error:
        sentence(error, path)
        honest = False
    assert not honest
    with pytest.raises(SaveUnlike) as caught:
        Table.load(path)
    sentence(caught.value, path)


def test_replaying_asks_no_mind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "a.foedus", 3)

    def asked(view) -> None:
        raise AssertionError("a mind was asked")

    monkeypatch.setattr("game.table.talks.honest_mind", asked)
    table, checks = replay(path)
    assert all(checked.same for checked in checks)
    assert table.state.turn == 4
    Table.load(path).close()
