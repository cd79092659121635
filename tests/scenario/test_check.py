"""`check` names the exact line and column of every problem, all of them at once."""

import random
from pathlib import Path

import pytest

from game.scenario import Finding, ScenarioError, check, load, new_text
from tests.scenario.errors import CASES, Case


def place(text: str, mark: str) -> tuple[int, int]:
    """Line and column, from 1, at which `mark` begins for the last time."""
    at = (text + "<end>").rindex(mark)
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def found(tmp_path: Path, text: str) -> list[Finding]:
    """Findings about a text."""
    file = tmp_path / "s.toml"
    file.write_text(text, encoding="utf-8", newline="")
    return check(file)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_error_is_placed_to_the_column(case: Case, tmp_path: Path) -> None:
    text = new_text()
    assert case.old in text
    at = text.rindex(case.old)
    text = text[:at] + case.new + text[at + len(case.old) :]
    errors = [finding for finding in found(tmp_path, text) if finding.severity == "error"]
    ours = [error for error in errors if error.path == case.path]
    assert len(ours) == 1, [str(error) for error in errors]
    assert case.says in ours[0].message
    assert (ours[0].line, ours[0].col) == place(text, case.mark)


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 20


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_move_nothing(ending: str, mark: str, tmp_path: Path) -> None:
    text = new_text().replace('home = "east"', 'home = "eest"')
    (error,) = found(tmp_path, mark + text.replace("\n", ending))
    assert (error.line, error.col) == place(text, '"eest"')


def test_a_byte_order_mark_is_no_column(tmp_path: Path) -> None:
    (error,) = [f for f in found(tmp_path, "\ufefftitel = 1\n" + new_text()) if "titel" in f.path]
    assert (error.line, error.col) == (1, 1)


def test_everything_is_reported_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    text = new_text().replace("income = 20", "incom = 20").replace('home = "east"', 'home = "eest"')
    text = text.replace("earmark = 40", "earmark = 5").replace('target = "MIR"', 'target = "MIRA"')
    errors = found(tmp_path, text)
    assert [error.path for error in errors] == [
        "nations.ALB.incom",
        "nations.VOR.home",
        "drafts[0].clauses[0].earmark",
        "crises[0].target",
    ]


def test_a_finding_reads_as_one_line(tmp_path: Path) -> None:
    (error,) = found(tmp_path, new_text().replace('"mutual_defence"', '"defense"'))
    line, col = place(new_text(), '"mutual_defence"')
    assert str(error) == (
        f"{tmp_path / 's.toml'}:{line}:{col}: error: drafts[0].clauses[0].kind: "
        'unknown clause "defense"; did you mean "mutual_defence"?'
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n\n",
        b"\xef\xbb\xbf",
        b"# a comment\n",
        b"\xff\xfet\x00i\x00",
        b"\x00\x01\x02",
        b"caf\xe9 = 1",
    ],
)
def test_what_is_no_text_is_placed_at_the_first_character(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_bytes(data)
    (error,) = check(file)
    assert (error.line, error.col, error.severity) == (1, 1, "error")


def test_noise_never_breaks_the_checker(tmp_path: Path) -> None:
    dice = random.Random(1949)
    text = new_text()
    for _ in range(150):
        at, length = dice.randrange(len(text)), dice.randrange(1, 30)
        filler = "".join(dice.choice('[]{}=",.#\n\\é 0aA') for _ in range(dice.randrange(8)))
        findings = found(tmp_path, text[:at] + filler + text[at + length :])
        assert all(finding.line >= 1 and finding.col >= 1 and finding.path for finding in findings)


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = 1" + "0" * 5000, "a = {" * 3000])
def test_monstrous_values_are_findings(text: str, tmp_path: Path) -> None:
    findings = found(tmp_path, text)
    assert findings
    assert findings[0].severity == "error"


def test_a_table_where_a_list_belongs_is_one_error(tmp_path: Path) -> None:
    text = new_text() + "\n[others]\nXAA = 5\nALB = 'Albor'\n"
    assert [error.path for error in found(tmp_path, text)] == ["others.XAA", "others.ALB"]


def test_a_wrong_entry_does_not_make_its_list_too_short(tmp_path: Path) -> None:
    errors = found(tmp_path, new_text().replace('kind = "consultation"', 'kind = "consulting"'))
    assert [error.path for error in errors] == ["treaties[0].clauses[0].kind"]


def test_a_missing_file_is_an_operating_system_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        check(tmp_path / "none.toml")


def test_load_refuses_with_every_finding(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text(new_text().replace("income", "incom"), encoding="utf-8")
    with pytest.raises(ScenarioError) as refused:
        load(file)
    assert len(refused.value.findings) == 3
    assert str(file) in str(refused.value)
