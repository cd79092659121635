"""Every shipped scenario plays as its golden chronicle tells."""

from pathlib import Path

import pytest

from game.scenario import names
from tools import golden

ADVICE = "Play changed. Run `python -m tools.golden`, read the diff, and give its reason in the commit."


def test_every_shipped_scenario_has_a_golden_chronicle() -> None:
    assert sorted(file.stem for file in golden.FOLDER.glob("*.txt")) == names(), ADVICE


@pytest.mark.parametrize("scenario", names())
def test_a_scenario_plays_as_its_chronicle_tells(scenario: str) -> None:
    found = golden.difference(scenario, golden.played(scenario))
    assert not found, f"{ADVICE}\n{found[:6000]}"


def test_a_chronicle_tells_a_whole_game_that_a_historian_can_follow() -> None:
    """What every scenario owes its reader: each turn headed, a treaty signed, a call answered, reasons said."""
    text = golden.path_of("nato-1949-class").read_text(encoding="utf-8")
    for turn in range(1, 6):
        assert f"Turn {turn} ·" in text
    assert "signed" in text
    assert max(map(len, text.splitlines())) <= golden.WIDTH
    assert text.isprintable() or all(line.isprintable() for line in text.splitlines())


def test_one_command_regenerates_and_shows_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(golden, "FOLDER", tmp_path)
    monkeypatch.setattr(golden, "names", lambda: ["nato-1949-class"])
    monkeypatch.setattr(golden, "played", lambda scenario: "Turn 1\nA treaty was signed.\n")
    file = tmp_path / "nato-1949-class.txt"
    file.write_text("Turn 1\nNothing happened.\n")
    (tmp_path / "atlantis.txt").write_text("Turn 1\n")
    assert golden.main(["--check"]) == 1
    assert file.read_text() == "Turn 1\nNothing happened.\n"
    assert golden.main([]) == 0
    shown = capsys.readouterr().out
    assert "-Nothing happened.\n+A treaty was signed.\n" in shown
    assert "atlantis.txt: there is no such scenario any more" in shown
    assert file.read_text() == "Turn 1\nA treaty was signed.\n"
    assert not (tmp_path / "atlantis.txt").exists()
    assert golden.main(["--check"]) == 0
    assert golden.main(["--chek"]) == 2
