"""A file of an export: whole or not there, readable by its owner alone, in the place of none."""

import os
from errno import ENOSPC
from pathlib import Path

import pytest

from nowwhat.exports.writing import ExportError, write_file


def test_a_file_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_file(tmp_path / "new", b"words")
        (tmp_path / "open").write_bytes(b"old")
        (tmp_path / "open").chmod(0o644)
        write_file(tmp_path / "open", b"words", force=True)
    finally:
        os.umask(before)
    for name in ("new", "open"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
        assert (tmp_path / name).read_bytes() == b"words"


def test_what_is_there_stays_unless_force_is_used(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    with pytest.raises(ExportError, match="there is a file of this name"):
        write_file(tmp_path / "old", b"words")
    assert (tmp_path / "old").read_bytes() == b"old"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "aim").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "aim")
    with pytest.raises(ExportError):
        write_file(tmp_path / "link", b"words")
    write_file(tmp_path / "link", b"words", force=True)
    assert (tmp_path / "aim").read_bytes() == b"old"
    assert not (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("force", [False, True])
def test_on_a_full_disk_nothing_half_written_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    if force:
        (tmp_path / "file").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        write_file(tmp_path / "file", b"words", force=force)
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert left == ({"file": b"old"} if force else {})


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("name", ["no/such/folder", ".", "a\x00b", "x" * 300, "file/below"])
def test_a_place_that_takes_no_file_is_told_of(tmp_path: Path, name: str, force: bool) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(ExportError):
        write_file(tmp_path / name, b"words", force=force)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
