"""Whole files that cannot be read: each is reported on a line of its own."""

import os
import sys
from pathlib import Path

import pytest
from tests.packs.folder import Folder

from nowwhat.packs.check import NEEDED_SCRIPTS
from nowwhat.packs.sources import FILES

SCRIPTS = ["sessions/bridge.toml", "sessions/rep.toml"]
ANY = [*FILES, *SCRIPTS]


def only_line(folder: Folder) -> str:
    found = folder.check()
    assert (found.status, found.errors) == (2, [])
    assert len(found.lines) == 1, found.lines
    return found.lines[0]


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(folder: Folder, file: str) -> None:
    (folder.path / file).unlink()
    assert only_line(folder) == f"{file}: a file that can be read"


@pytest.mark.parametrize("script", NEEDED_SCRIPTS)
def test_a_missing_script_that_the_program_begins_is_named(folder: Folder, script: str) -> None:
    (folder.path / f"sessions/{script}.toml").unlink()
    assert only_line(folder) == f"sessions/{script}.toml: a script that every pack has"


def test_a_script_that_nobody_begins_by_itself_may_be_missing(folder: Folder) -> None:
    (folder.path / "sessions/stuck.toml").unlink()
    assert folder.check().status == 0


def test_no_scripts_at_all_are_as_many_missing_ones(folder: Folder) -> None:
    for script in (folder.path / "sessions").iterdir():
        script.unlink()
    (folder.path / "sessions").rmdir()
    assert len(folder.check().lines) == len(NEEDED_SCRIPTS)


@pytest.mark.parametrize("file", ANY)
def test_what_is_not_toml_is_reported_with_its_line(folder: Folder, file: str) -> None:
    path = folder.path / file
    path.write_text("a = 1\nb = \n" + path.read_text())
    assert only_line(folder) == f"{file}: TOML: Invalid value (at line 2, column 5)"


@pytest.mark.parametrize("file", ANY)
def test_what_is_not_utf_8_is_reported_with_its_place(folder: Folder, file: str) -> None:
    path = folder.path / file
    path.write_bytes(b"# gr\xfc\xdfe\n" + path.read_bytes())
    assert only_line(folder) == f"{file}: UTF-8 (byte 4 is not)"


@pytest.mark.parametrize("file", ANY)
def test_a_byte_order_mark_does_no_harm(folder: Folder, file: str) -> None:
    path = folder.path / file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert folder.check().status == 0


@pytest.mark.parametrize("file", ["care.toml", "sessions/rep.toml"])
def test_what_no_pack_needs_so_much_of_is_too_large(folder: Folder, file: str) -> None:
    path = folder.path / file
    path.write_text(path.read_text() + "#" * 2_000_000)
    assert only_line(folder) == f"{file}: at most 2,000,000 bytes"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[" * 20_000 + "]" * 20_000, "TOML that is nested less deeply"),
        ("1" * (sys.get_int_max_str_digits() + 1), "TOML: Exceeds the limit"),
        ("2026-02-31", "TOML: Invalid date or datetime"),
        ('"\\ud83d"', "TOML: Escaped character is not a Unicode scalar value"),
    ],
    ids=["deep", "long", "no day", "half a character"],
)
def test_toml_that_no_reader_stands_is_reported_too(
    folder: Folder, value: str, expected: str
) -> None:
    path = folder.path / "actions.toml"
    path.write_text(f"x = {value}\n" + path.read_text())
    assert only_line(folder).startswith(f"actions.toml: {expected}")


def test_a_folder_where_a_file_should_be_is_no_file(folder: Folder) -> None:
    (folder.path / "care.toml").unlink()
    (folder.path / "care.toml").mkdir()
    assert only_line(folder) == "care.toml: a file that can be read"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_named(folder: Folder) -> None:
    (folder.path / "care.toml").chmod(0)
    assert only_line(folder) == "care.toml: a file that can be read"


def test_a_name_of_a_file_does_nothing_to_the_terminal(folder: Folder) -> None:
    name = "x\x1b[2J"
    text = (folder.path / "sessions/rep.toml").read_text()
    (folder.path / f"sessions/{name}.toml").write_text(text)
    assert "\x1b" not in only_line(folder)


def test_a_file_of_the_wrong_folder_is_found_out_by_its_place(
    folder: Folder, tmp_path: Path
) -> None:
    path = folder.path / "breathing.toml"
    path.write_text((folder.path / "actions.toml").read_text())
    found = folder.check()
    assert found.status == 2
    assert found.lines == [
        "breathing.toml: door: no key of this name; there is pattern",
        "breathing.toml: pattern: this key, which is missing",
    ]
