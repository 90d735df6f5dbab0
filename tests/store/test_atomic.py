"""How a file is replaced: each step in its order, whatever the disk does in between."""

from errno import EIO
from pathlib import Path

import pytest
from tests.store.failing import FailingDisk, QuickDisk, as_disk
from tests.store.samples import Clock, batch_of

from nowwhat.store import Drafts, Journal, NotSavedError
from nowwhat.store.atomic import write_atomically

NEVER = 10**9
A_SAVE = ["create", "write", "fsync", "close", "replace", "fsync_folder"]


def test_a_file_is_on_the_disk_before_it_gets_its_name_and_its_name_before_we_say_so(
    tmp_path: Path,
) -> None:
    disk = FailingDisk(NEVER, None)
    write_atomically(as_disk(disk), tmp_path / "x", b"data")
    assert disk.calls == A_SAVE


def test_saving_a_claimed_draft_takes_those_calls_and_no_other(folder: Path, clock: Clock) -> None:
    disk = FailingDisk(NEVER, None)
    drafts = Drafts(folder, clock=clock, disk=as_disk(disk))
    with drafts.create("s1"):
        disk.calls.clear()
        drafts.save("s1", b"data")
        assert disk.calls == A_SAVE


def test_recording_holds_the_lock_from_reading_to_writing(folder: Path, clock: Clock) -> None:
    Journal(folder, clock=clock, disk=QuickDisk()).record(batch_of(1))
    disk = FailingDisk(NEVER, None)
    Journal(folder, clock=clock, disk=as_disk(disk)).record(batch_of(2))
    calls = [call for call in disk.calls if call != "names"]
    assert calls == ["lock", "read", "mkdir", "fsync_folder", *A_SAVE, *A_SAVE]


def test_a_save_tried_again_waits_for_what_the_first_try_could_not(
    folder: Path, clock: Clock
) -> None:
    """The records are there already, but nobody knows yet whether their file's name will last."""
    Journal(folder, clock=clock, disk=QuickDisk()).record(batch_of(1))
    disk = FailingDisk(NEVER, None)
    Journal(folder, clock=clock, disk=as_disk(disk)).record(batch_of(1))
    assert disk.calls[-1] == "fsync_folder"
    failing = FailingDisk(len(disk.calls) - 1, EIO)
    with pytest.raises(NotSavedError):
        Journal(folder, clock=clock, disk=as_disk(failing)).record(batch_of(1))


def test_a_draft_dropped_again_is_gone_for_good(folder: Path, clock: Clock) -> None:
    """The first try may have taken it away and then failed to wait for the disk."""
    disk = FailingDisk(NEVER, None)
    drafts = Drafts(folder, clock=clock, disk=as_disk(disk))
    with drafts.create("s1"):
        disk.calls.clear()
        drafts.drop("s1")
        assert disk.calls == ["unlink", "fsync_folder"]


def test_a_disk_that_takes_a_byte_at_a_time_gets_them_all(tmp_path: Path) -> None:
    class Slow(QuickDisk):
        def write(self, descriptor: int, data: memoryview) -> int:
            return super().write(descriptor, data[:1])

    write_atomically(Slow(), tmp_path / "x", b"all of it")
    assert (tmp_path / "x").read_bytes() == b"all of it"


def test_a_disk_that_takes_nothing_is_failing(tmp_path: Path) -> None:
    class Stuck(QuickDisk):
        def write(self, descriptor: int, data: memoryview) -> int:
            assert descriptor
            return len(data[:0])

    with pytest.raises(OSError, match="nothing was written"):
        write_atomically(Stuck(), tmp_path / "x", b"data")
    assert not list(tmp_path.iterdir())


def test_a_link_in_place_of_the_temporary_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / ".x.tmp").symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError, match="symbolic links"):
        write_atomically(QuickDisk(), tmp_path / "x", b"data")
    write_atomically(QuickDisk(), tmp_path / "x", b"data")
    assert (tmp_path / "theirs").read_text() == "theirs"


def test_what_a_longer_save_left_half_done_does_not_show_in_the_next(tmp_path: Path) -> None:
    (tmp_path / ".x.tmp").write_bytes(b"much longer than what comes after it")
    write_atomically(QuickDisk(), tmp_path / "x", b"data")
    assert (tmp_path / "x").read_bytes() == b"data"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
