"""The data folder: private, made when it is needed, and refused in a clear sentence."""

import fcntl
import os
from collections.abc import Callable, Iterator
from errno import EACCES, ENOLCK, ENOSPC, ENOSYS
from pathlib import Path

import pytest
from tests.store.failing import FailingDisk, QuickDisk, as_disk
from tests.store.samples import PRIVATE, Clock, batch_of

from nowwhat.store import (
    Drafts,
    Journal,
    LockedError,
    NoLocksError,
    NotSavedError,
    UnusableFolderError,
)
from nowwhat.store.disk import REAL


@pytest.fixture(params=[0o000, 0o022, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_everything_is_private_whatever_the_umask(folder: Path, clock: Clock) -> None:
    journal = Journal(folder, clock=clock)
    journal.record(batch_of(1))
    clock.next_day()
    journal.record(batch_of(2))
    (folder / "journal.json").write_bytes(b"")
    journal.insights()
    drafts = Drafts(folder, clock=clock)
    drafts.save("s1", b"x")
    with drafts.claim("s1"):
        paths = [folder, *folder.rglob("*")]
        names = {path.name for path in paths}
        assert {"backups", "drafts", "journal.json", "journal.lock", "s1.json", "s1.lock"} < names
        for path in (folder.parent, *paths):
            private = 0o700 if path.is_dir() else 0o600
            assert path.stat().st_mode & 0o777 == private, path


def test_a_journal_that_was_readable_by_others_is_private_after_a_save(
    folder: Path, clock: Clock
) -> None:
    journal = Journal(folder, clock=clock)
    journal.record(batch_of(1))
    (folder / "journal.json").chmod(0o644)
    journal.record(batch_of(2))
    assert (folder / "journal.json").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_somebodys_keeps_its_permissions(tmp_path: Path, clock: Clock) -> None:
    tmp_path.chmod(0o755)
    Journal(tmp_path, clock=clock).record(batch_of(1))
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_reading_makes_no_folder(folder: Path, clock: Clock) -> None:
    assert Journal(folder, clock=clock).open_actions() == ()
    assert Drafts(folder, clock=clock).ids() == ()
    assert not folder.parent.exists()


def test_a_file_in_place_of_the_folder_is_refused(folder: Path, clock: Clock) -> None:
    folder.parent.mkdir()
    folder.write_text("in the way")
    journal, drafts = Journal(folder, clock=clock), Drafts(folder, clock=clock)
    attempts: list[Callable[[], object]] = [
        journal.insights,
        journal.open_actions,
        lambda: journal.record(batch_of(1)),
        drafts.ids,
        lambda: drafts.load("s1"),
        lambda: drafts.create("s1"),
        lambda: drafts.save("s1", b"x"),
    ]
    for attempt in attempts:
        with pytest.raises(UnusableFolderError, match="Choose another folder with --data-dir"):
            attempt()
    assert folder.read_text() == "in the way"


@pytest.mark.parametrize("at", range(5))
def test_a_folder_that_may_not_be_entered_is_refused(folder: Path, clock: Clock, at: int) -> None:
    disk = FailingDisk(at, EACCES)
    with pytest.raises(UnusableFolderError) as caught:
        Journal(folder, clock=clock, disk=as_disk(disk)).record(batch_of(1))
    assert caught.value.errno == EACCES
    assert PRIVATE not in str(caught.value)


def test_a_disk_without_room_for_a_folder_is_full_and_not_unusable(
    folder: Path, clock: Clock
) -> None:
    with pytest.raises(NotSavedError, match="Free some space") as caught:
        Journal(folder, clock=clock, disk=as_disk(FailingDisk(0, ENOSPC))).record(batch_of(1))
    assert caught.value.errno == ENOSPC


def test_a_journal_that_another_program_holds_is_locked(folder: Path, clock: Clock) -> None:
    journal = Journal(folder, clock=clock, lock_seconds=0)
    journal.record(batch_of(1))
    held = REAL.lock(folder / "journal.lock", 0)
    with pytest.raises(LockedError, match="another nowwhat"):
        journal.record(batch_of(2))
    assert journal.insights() == batch_of(1).insights
    held.release()
    journal.record(batch_of(2))


@pytest.mark.parametrize("number", [ENOLCK, ENOSYS])
def test_a_mount_without_locks_is_named_and_nothing_is_written(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def flock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(NoLocksError, match="without working locks"):
        Journal(folder, clock=clock).record(batch_of(1))
    with pytest.raises(NoLocksError, match="without working locks"):
        Drafts(folder, clock=clock).save("s1", b"x")
    assert not list(folder.rglob("*.json"))


def test_a_lock_that_was_unlinked_by_its_holder_is_not_shared(tmp_path: Path) -> None:
    """The race that makes unlinking a locked file dangerous, played out step by step."""
    path = tmp_path / "x.lock"
    first = REAL.claim(path)
    path.unlink()
    second = REAL.claim(path)
    with pytest.raises(LockedError):
        REAL.claim(path)
    first.release()
    with pytest.raises(LockedError):
        REAL.claim(path)
    second.release()


def test_a_lock_whose_file_goes_while_it_is_taken_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.lock"
    flock = fcntl.flock
    taken: list[None] = []

    def late(*args: int) -> None:
        flock(*args)
        taken.append(None)
        if len(taken) == 1:
            path.unlink()

    monkeypatch.setattr(fcntl, "flock", late)
    held = REAL.claim(path)
    assert len(taken) == 2
    with pytest.raises(LockedError):
        REAL.claim(path)
    held.release()


def test_what_was_never_saved_is_tidied_away_by_the_next_session(
    folder: Path, clock: Clock
) -> None:
    drafts = Drafts(folder, clock=clock, disk=QuickDisk())
    drafts.create("s0").release()
    for name in ("s1.lock", ".s1.json.tmp", ".s2.json.tmp", "s3.lock", "notes.lock.txt"):
        (folder / "drafts" / name).touch()
    held = REAL.claim(folder / "drafts" / "s3.lock")
    drafts.create("s9").release()
    left = {path.name for path in (folder / "drafts").iterdir()}
    held.release()
    assert left == {"s3.lock", "notes.lock.txt"}
