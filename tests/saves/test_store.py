"""A saved game survives: every record whose append returned is read back, whatever happened to process or
file."""

import errno
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from game.saves import Contents, LogFile, SaveError, errors, lock, read

HEADER: dict[str, Any] = {
    "rules_version": "0.1.0",
    "scenario": {"id": "three", "name": "Trois États"},
    "seed": 7,
}
RECORDS: list[dict[str, Any]] = [
    {"act": {"kind": "message", "to": ["ITA"], "text": 'Line one\nline two "quoted" — é\u2028'}},
    {"act": {"kind": "accept", "revision": 2}, "by": "FRA"},
    {},
    {"digest": "0f" * 16, "turn": 1, "deep": [[1, -2], {"a": None, "b": True}]},
    {"sheet": {"ready": 5}},
]
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
A_RECORD = st.dictionaries(st.text(), PLAIN, max_size=4)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paris.foedus"


@pytest.fixture
def no_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of hundreds of files, which a power cut does not visit."""
    monkeypatch.setattr(lock, "flush", lambda handle: None)


def written(path: Path, records: list[dict[str, Any]] = RECORDS) -> bytes:
    """The bytes of a log that holds `records`, left at `path`."""
    path.unlink(missing_ok=True)
    with LogFile.create(path, HEADER) as log:
        for record in records:
            log.append(record)
    return path.read_bytes()


def refused(path: Path, kind: type[SaveError]) -> str:
    """The sentence with which both reading and continuing `path` are refused."""
    with pytest.raises(SaveError) as seen:
        read(path)
    with pytest.raises(SaveError) as again:
        LogFile.open_append(path)
    assert type(seen.value) is type(again.value) is kind
    assert str(seen.value) == str(again.value)
    assert seen.value.path == path
    assert str(path) in str(seen.value), "the sentence names the file"
    assert str(seen.value).endswith(".")
    return str(seen.value)


# What is written is read


def test_what_was_appended_is_read_in_order(path: Path) -> None:
    written(path)
    contents = read(path)
    assert contents.header == HEADER
    assert list(contents.records) == RECORDS
    assert contents.damage is None


def test_records_are_numbered_from_one_and_counted(path: Path) -> None:
    with LogFile.create(path, HEADER) as log:
        assert log.count == 0
        assert [log.append(record) for record in RECORDS] == [1, 2, 3, 4, 5]
        assert log.extend([{"a": 1}, {"b": 2}]) == 7
        assert log.count == 7


def test_the_file_is_plain_lines_of_json_with_the_format_first(path: Path) -> None:
    lines = written(path).decode("ascii").splitlines()
    assert lines[0].startswith(
        '{"format":"foedus-save","format_version":1,"rules_version":"0.1.0","scenario":{'
    )
    assert [json.loads(line)["record"] for line in lines[1:]] == RECORDS
    assert [json.loads(line)["n"] for line in lines[1:]] == [1, 2, 3, 4, 5]


def test_a_log_is_continued_where_it_ended(path: Path) -> None:
    written(path, RECORDS[:2])
    with LogFile.open_append(path) as log:
        assert list(log.found.records) == RECORDS[:2]
        assert log.found.header == HEADER
        assert log.append(RECORDS[2]) == 3
    assert list(read(path).records) == RECORDS[:3]


def test_an_append_is_on_the_disk_before_it_returns(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[bytes] = []
    with LogFile.create(path, HEADER) as log:
        monkeypatch.setattr(lock, "flush", lambda handle: flushed.append(path.read_bytes()))
        log.append(RECORDS[0])
    assert flushed == [path.read_bytes()], "flushed once, after the whole line was written"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(header=A_RECORD, records=st.lists(A_RECORD, max_size=6))
def test_any_json_comes_back_as_it_went(
    tmp_path: Path, no_flush: None, header: dict[str, Any], records: list[dict[str, Any]]
) -> None:
    header = {key: value for key, value in header.items() if key not in ("format", "format_version", "sum")}
    path = tmp_path / "any.foedus"
    LogFile.create(path, header, records[:3], overwrite=True).close()
    with LogFile.open_append(path) as log:
        for record in records[3:]:
            log.append(record)
    assert read(path) == Contents(header, tuple(records), None, path.stat().st_size, read(path).chain)


class Sessions(RuleBasedStateMachine):
    """Any order of opening, appending, failing, tearing and closing leaves what was acknowledged."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.path = Path(tempfile.mkdtemp(dir=self.folder)) / "paris.foedus"
        self.log: LogFile | None = None
        self.told: list[dict[str, Any]] = []

    @initialize(records=st.lists(A_RECORD, max_size=2))
    def create(self, records: list[dict[str, Any]]) -> None:
        LogFile.create(self.path, HEADER, records).close()
        self.told = list(records)

    def opened(self) -> LogFile:
        if self.log is None:
            self.log = LogFile.open_append(self.path)
        return self.log

    @rule(record=A_RECORD)
    def append(self, record: dict[str, Any]) -> None:
        self.told.append(record)
        assert self.opened().append(record) == len(self.told)

    @rule(records=st.lists(A_RECORD, max_size=3))
    def extend(self, records: list[dict[str, Any]]) -> None:
        self.told.extend(records)
        assert self.opened().extend(records) == len(self.told)

    @rule(record=A_RECORD, part=st.integers(1, 40))
    def run_out_of_space(self, record: dict[str, Any], part: int) -> None:
        log, whole = self.opened(), os.write

        def full(handle: int, data: bytes) -> int:
            whole(handle, data[:part])
            raise OSError(errno.ENOSPC, "No space left on device")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(errors.SaveNotWritten, match="no space left"):
                log.append(record)

    @rule(tail=st.binary(min_size=1, max_size=30).filter(lambda tail: b"\n" not in tail))
    def die_while_writing(self, tail: bytes) -> None:
        self.opened().close()
        self.log = None
        with self.path.open("ab") as file:
            file.write(tail)
        damage = read(self.path).damage
        assert damage is not None
        assert (damage.kind, damage.recovered) == ("torn", len(self.told))
        self.opened()

    @rule()
    def close(self) -> None:
        self.opened().close()
        self.log = None

    @invariant()
    def what_was_told_is_there(self) -> None:
        if self.path.exists():
            assert list(read(self.path).records) == self.told

    def teardown(self) -> None:
        if self.log is not None:
            self.log.close()


def test_any_history_of_sessions_keeps_every_acknowledged_record(tmp_path: Path, no_flush: None) -> None:
    Sessions.folder = tmp_path
    run_state_machine_as_test(Sessions, settings=settings(max_examples=40, stateful_step_count=15))


# The process dies

WRITER = """
import sys
from game.saves import LogFile
log = LogFile.open_append(sys.argv[1])
number = log.count
while True:
    number += 1
    log.append({"number": number, "text": "x" * (number % 700)})
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


def test_every_acknowledged_append_survives_a_kill_at_any_moment(path: Path) -> None:
    LogFile.create(path, HEADER).close()
    pauses = random.Random(1949)
    told = 0
    for _ in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            first = child.stdout.readline()
            assert first.strip(), "the child opened the log and appended"
            time.sleep(pauses.uniform(0.0, 0.05))
            child.kill()
            acknowledged = [
                int(line) for line in (first + child.stdout.read()).splitlines(keepends=True) if "\n" in line
            ]
        contents = read(path)
        assert contents.damage is None or contents.damage.kind == "torn"
        assert len(contents.records) >= acknowledged[-1] > told
        assert [record["number"] for record in contents.records] == list(range(1, len(contents.records) + 1))
        told = acknowledged[-1]


def test_an_interrupted_append_leaves_no_trace(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    with LogFile.create(path, HEADER) as log:
        log.append(RECORDS[0])
        with monkeypatch.context() as patch:
            patch.setattr(lock, "flush", interrupted)
            with pytest.raises(KeyboardInterrupt):
                log.append(RECORDS[1])
        assert log.append(RECORDS[3]) == 2
    assert list(read(path).records) == [RECORDS[0], RECORDS[3]]


def test_creating_a_file_leaves_all_of_it_or_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(lock, "flush", broken)
    with pytest.raises(errors.SaveNotWritten, match="input/output error"):
        LogFile.create(path, HEADER, RECORDS)
    assert list(path.parent.iterdir()) == []


# The file is cut or altered


def test_a_file_cut_at_any_byte_gives_the_whole_records_before_it(path: Path, no_flush: None) -> None:
    data = written(path)
    ends = [place for place, byte in enumerate(data) if byte == 0x0A]
    for cut in range(len(data)):
        path.write_bytes(data[:cut])
        if cut < ends[0]:
            refused(path, errors.SaveEmpty if cut == 0 else errors.SaveHeaderDamaged)
            continue
        # A last line that lacks its line feed alone is whole.
        whole = sum(end <= cut for end in ends[1:])
        contents = read(path)
        assert list(contents.records) == RECORDS[:whole]
        assert (contents.damage is None) == (cut in ends or cut - 1 in ends)
        with LogFile.open_append(path) as log:
            assert log.append({"after": cut}) == whole + 1
        assert list(read(path).records) == [*RECORDS[:whole], {"after": cut}]
        assert read(path).damage is None


def test_a_torn_last_line_is_reported_in_a_sentence(path: Path) -> None:
    path.write_bytes(written(path)[:-5])
    with LogFile.open_append(path) as log:
        assert log.found.damage is not None
        assert log.found.damage.sentence == (
            f"The last line of {path} was not completely written and is left out; "
            "the 4 records before it are whole."
        )
    assert read(path).damage is None


@pytest.mark.parametrize("mask", [0x01, 0x07, 0x20, 0x80, 0xFF])
def test_a_changed_byte_anywhere_is_noticed(path: Path, no_flush: None, mask: int) -> None:
    data = written(path)
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ mask]) + data[place + 1 :])
        line = data.count(b"\n", 0, place) + 1
        if line == 1 and place < data.index(b"\n"):
            with pytest.raises((errors.SaveHeaderDamaged, errors.SaveNewer)):
                read(path)
        elif line == 1:
            with pytest.raises(errors.SaveHeaderDamaged):
                read(path)
        else:
            contents = read(path)
            assert contents.damage is not None
            assert contents.damage.line == line
            assert list(contents.records) == RECORDS[: line - 2]


def test_damage_in_the_middle_is_placed_and_what_is_whole_recovered(path: Path) -> None:
    lines = written(path).splitlines(keepends=True)
    lines[3] = lines[3].replace(b'"n":3', b'"n":9')
    path.write_bytes(b"".join(lines))
    damage = read(path).damage
    assert damage is not None
    assert (damage.kind, damage.line, damage.recovered, damage.lost) == ("order", 4, 2, 3)
    assert damage.sentence == (
        f"Line 4 of {path} does not follow the one before it: lines are missing, doubled or exchanged; "
        "the 2 records before it could be recovered, the 3 lines from it on could not."
    )


@pytest.mark.parametrize(
    ("change", "kind", "line"),
    [
        (lambda lines: lines[:2] + lines[3:], "order", 3),
        (lambda lines: [*lines[:2], lines[1], *lines[2:]], "order", 3),
        (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], "order", 2),
        (lambda lines: [*lines[:4], b"\n", *lines[4:]], "unreadable", 5),
        (lambda lines: [*lines[:2], lines[2].replace(b"FRA", b"ITA"), *lines[3:]], "altered", 3),
        (lambda lines: [*lines[:5], lines[5].replace(b"5}", b"6}")], "altered", 6),
    ],
    ids=["missing", "doubled", "exchanged", "blank", "edited", "edited at the end"],
)
def test_lines_missing_doubled_exchanged_or_edited_are_noticed(
    path: Path, change: Any, kind: str, line: int
) -> None:
    path.write_bytes(b"".join(change(written(path).splitlines(keepends=True))))
    contents = read(path)
    assert contents.damage is not None
    assert (contents.damage.kind, contents.damage.line) == (kind, line)
    assert list(contents.records) == RECORDS[: line - 2]


def test_a_line_from_another_game_does_not_fit(path: Path) -> None:
    mine = written(path).splitlines(keepends=True)
    other = path.with_name("rome.foedus")
    with LogFile.create(other, {**HEADER, "seed": 8}) as log:
        log.append(RECORDS[0])
    path.write_bytes(mine[0] + other.read_bytes().splitlines(keepends=True)[1])
    damage = read(path).damage
    assert damage is not None
    assert damage.kind == "altered"


def test_a_damaged_log_is_continued_only_when_told_and_kept_beside(path: Path) -> None:
    damaged = written(path).replace(b'"revision":2', b'"revision":3')
    path.write_bytes(damaged)
    with pytest.raises(errors.SaveDamaged, match=r"Line 3 of .* was altered after it was written"):
        LogFile.open_append(path)
    assert path.read_bytes() == damaged, "a refusal changes nothing"
    for number in (1, 2):
        path.write_bytes(damaged)
        kept = path.with_name(f"paris.foedus.damaged-{number}")
        with LogFile.open_append(path, mend=True) as log:
            assert log.found.damage is not None
            assert log.found.damage.sentence.endswith(f"The damaged file is kept as {kept}.")
            assert log.append({"again": True}) == 2
        assert kept.read_bytes() == damaged
        assert list(read(path).records) == [RECORDS[0], {"again": True}]


def test_line_ends_changed_on_the_way_do_no_harm(path: Path) -> None:
    path.write_bytes(written(path).replace(b"\n", b"\r\n"))
    with LogFile.open_append(path) as log:
        assert list(log.found.records) == RECORDS
        assert log.found.damage is None
        log.append({"after": 1})
    assert list(read(path).records) == [*RECORDS, {"after": 1}]


# What is no saved game


def test_a_missing_file_is_said_to_be_missing(path: Path) -> None:
    assert refused(path, errors.SaveMissing) == f"There is no saved game at {path}."
    assert not path.exists(), "no new game in its place"


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path, errors.SaveIsFolder)


def test_an_empty_file_is_said_to_be_empty(path: Path) -> None:
    path.touch()
    assert "is empty" in refused(path, errors.SaveEmpty)
    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    "noise",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        b"\0" * 5000,
        b"\xff\xfe{\0",
        b"Dear diary,\nParis was cold.\n",
        b'{"format":"chess","format_version":1}\n',
        b'{"format_version":9}\n',
        b"[" * 100_000,
        b"7\n",
        b"\n",
    ],
    ids=["picture", "zeros", "utf-16", "text", "other format", "no format", "deep", "number", "blank"],
)
def test_another_kind_of_file_is_said_to_be_no_saved_game(path: Path, noise: bytes) -> None:
    path.write_bytes(noise)
    assert refused(path, errors.SaveForeign) == f"{path} is not a saved game of Foedus."
    assert path.read_bytes() == noise


@pytest.mark.parametrize("respaced", [False, True])
def test_a_newer_format_is_named(path: Path, respaced: bool) -> None:
    lines = written(path).splitlines(keepends=True)
    if respaced:
        lines[0] = json.dumps({"seed": 1, "format_version": 2, "format": "foedus-save"}).encode() + b"\n"
    else:
        lines[0] = lines[0].replace(b'"format_version":1', b'"format_version":2')
    path.write_bytes(b"".join(lines))
    sentence = refused(path, errors.SaveNewer)
    assert sentence.endswith("written by a later version of Foedus (format 2, this version reads up to 1).")


def test_a_damaged_first_line_is_told_from_a_foreign_file(path: Path) -> None:
    data = written(path)
    path.write_bytes(data.replace(b'"seed":7', b'"seed":8'))
    assert "The 5 records after it cannot be used without it." in refused(path, errors.SaveHeaderDamaged)
    path.write_bytes(b"\0\0\0\0" + data[4:])
    refused(path, errors.SaveHeaderDamaged)


def test_denied_access_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(path)

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", denied)
        with pytest.raises(errors.SaveDenied, match="cannot be written: the system denies access"):
            LogFile.open_append(path)
        with pytest.raises(errors.SaveDenied, match="cannot be written: the system denies access"):
            LogFile.create(path.with_name("new.foedus"), HEADER)
        patch.setattr(os, "stat", denied)
        with pytest.raises(errors.SaveDenied, match="cannot be read: the system denies access"):
            read(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_not_read() -> None:
    assert "is a device" in refused(Path("/dev/zero"), errors.SaveUnreadable)


def test_a_name_the_system_cannot_hold_gets_a_sentence(tmp_path: Path) -> None:
    refused(tmp_path / ("n" * 300), errors.SaveUnreadable)
    with pytest.raises(errors.SaveNotWritten):
        LogFile.create(tmp_path / ("n" * 300), HEADER)


def test_a_folder_that_cannot_be_made_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(errors.SaveNotWritten, match="its folder cannot be made"):
        LogFile.create(tmp_path / "file" / "deeper" / "a.foedus", HEADER)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_happened_to_the_bytes_reading_never_invents(
    tmp_path: Path, no_flush: None, data: st.DataObject
) -> None:
    path = tmp_path / "p.foedus"
    whole = written(path)
    start = data.draw(st.integers(0, len(whole)))
    stop = data.draw(st.integers(start, len(whole)))
    path.write_bytes(whole[:start] + data.draw(st.binary(max_size=40)) + whole[stop:])
    try:
        contents = read(path)
    except SaveError:
        return
    assert contents.header == HEADER
    assert list(contents.records) == RECORDS[: len(contents.records)]


# Two games, one name


def test_another_game_is_never_overwritten_unasked(path: Path) -> None:
    before = written(path)
    with pytest.raises(errors.SaveExists, match="exists already and is not replaced"):
        LogFile.create(path, HEADER)
    assert path.read_bytes() == before
    LogFile.create(path, {**HEADER, "seed": 8}, overwrite=True).close()
    assert (read(path).header["seed"], read(path).records) == (8, ())
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_name_taken_in_the_meantime_is_not_overwritten(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(path)
    monkeypatch.setattr(os.path, "lexists", lambda path: False)
    with pytest.raises(errors.SaveExists):
        LogFile.create(path, HEADER)

    def no_links(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(errors.SaveExists):
        LogFile.create(path, HEADER)
    assert path.read_bytes() == before
    LogFile.create(path.with_name("other.foedus"), HEADER, RECORDS).close()
    assert list(read(path.with_name("other.foedus")).records) == RECORDS


def test_what_is_no_saved_game_is_not_overwritten_even_when_asked(path: Path) -> None:
    path.write_text("My thesis, the only copy.")
    with pytest.raises(errors.SaveForeign, match="is not replaced"):
        LogFile.create(path, HEADER, overwrite=True)
    assert path.read_text() == "My thesis, the only copy."
    with pytest.raises(errors.SaveIsFolder):
        LogFile.create(path.parent, HEADER, overwrite=True)


def test_a_damaged_or_empty_save_may_be_overwritten_when_asked(path: Path) -> None:
    for content in (b"", written(path).replace(b'"seed":7', b'"seed":9')):
        path.write_bytes(content)
        LogFile.create(path, HEADER, overwrite=True).close()
        assert read(path).header == HEADER


def test_one_writer_at_a_time(path: Path) -> None:
    with LogFile.create(path, HEADER) as log:
        log.append(RECORDS[0])
        with pytest.raises(errors.SaveInUse, match="being written by another running game"):
            LogFile.open_append(path)
        with pytest.raises(errors.SaveInUse):
            LogFile.create(path, HEADER, overwrite=True)
        script = "import sys; from game.saves import LogFile; LogFile.open_append(sys.argv[1])"
        other = subprocess.run(
            [sys.executable, "-c", script, path], capture_output=True, text=True, check=False
        )
        assert "SaveInUse" in other.stderr
        assert list(read(path).records) == RECORDS[:1], "reading is free"
        log.append(RECORDS[1])
    with LogFile.open_append(path) as log:
        assert log.append(RECORDS[2]) == 3


def test_without_locks_a_second_writer_is_still_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "take", lambda handle: True)
    with LogFile.create(path, HEADER) as mine, LogFile.open_append(path) as yours:
        yours.append(RECORDS[0])
        with pytest.raises(errors.SaveInUse, match="changed by another program"):
            mine.append(RECORDS[1])
    assert list(read(path).records) == RECORDS[:1]


def test_a_drive_that_offers_no_locks_is_written_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(handle: int) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(lock, "_lock", unsupported)
    written(path)
    assert list(read(path).records) == RECORDS


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody remove an open file")
def test_a_file_removed_under_a_running_game_is_noticed(path: Path) -> None:
    with LogFile.create(path, HEADER) as log:
        path.unlink()
        with pytest.raises(errors.SaveNotWritten, match="removed or replaced"):
            log.append(RECORDS[0])


# Misuse by the program


def test_what_json_cannot_say_is_refused_and_nothing_written(path: Path) -> None:
    with LogFile.create(path, HEADER) as log:
        with pytest.raises(TypeError):
            log.append({"parties": {"FRA", "ITA"}})
        with pytest.raises(ValueError, match="not JSON compliant"):
            log.append({"trust": float("nan")})
        with pytest.raises(TypeError):
            log.extend([{"whole": 1}, {"parties": {"FRA"}}])
        assert log.append({"whole": 2}) == 1
    assert list(read(path).records) == [{"whole": 2}]
    with pytest.raises(ValueError, match="may not hold 'sum'"):
        LogFile.create(path.with_name("b.foedus"), {"sum": 1})


def test_a_closed_log_takes_nothing(path: Path) -> None:
    log = LogFile.create(path, HEADER)
    log.close()
    log.close()
    with pytest.raises(ValueError, match="is closed"):
        log.append(RECORDS[0])
