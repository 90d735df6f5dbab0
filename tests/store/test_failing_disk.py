"""A save that fails or is killed at any call: nothing acknowledged is lost, the next save works."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.failing import FAULTS, Died, QuickDisk, as_disk, failing_disks
from tests.store.samples import PRIVATE, Clock, batch_of, kept_in

from nowwhat.session.records import Batch
from nowwhat.store import Drafts, Journal, NotReadError, NotSavedError, UnusableFolderError
from nowwhat.store.format import Formats

Scene = Callable[[Path, Clock], Batch]
"""Sets a folder up and gives what must be there after it, whatever happens."""

FAILURES = (NotSavedError, NotReadError, UnusableFolderError)
TWO = Formats(2, {1: lambda whole: {**whole, "mark": 1}})


def nothing_yet(folder: Path, clock: Clock) -> Batch:
    assert not folder.exists(), clock
    return Batch()


def saved_today(folder: Path, clock: Clock) -> Batch:
    Journal(folder, clock=clock, disk=QuickDisk()).record(batch_of(1))
    Journal(folder, clock=clock, disk=QuickDisk()).record(batch_of(1))
    return batch_of(1)


def saved_yesterday(folder: Path, clock: Clock) -> Batch:
    kept = saved_today(folder, clock)
    clock.next_day()
    return kept


def a_full_house_of_backups(folder: Path, clock: Clock) -> Batch:
    journal = Journal(folder, clock=clock, disk=QuickDisk())
    for day in range(9):
        journal.record(batch_of(day))
        clock.next_day()
    assert len(list((folder / "backups").iterdir())) == 7
    return kept_in(journal)


def damaged_after_a_backup(folder: Path, clock: Clock) -> Batch:
    kept = saved_yesterday(folder, clock)
    Journal(folder, clock=clock, disk=QuickDisk()).record(batch_of(2))
    path = folder / "journal.json"
    path.write_bytes(path.read_bytes()[:-9])
    return kept


def check(error: NotSavedError | NotReadError | UnusableFolderError, number: int | None) -> None:
    """Check that an error says what the disk said, and nothing of what was to be saved."""
    assert error.errno == number
    assert PRIVATE not in str(error)


SCENES = [
    nothing_yet,
    saved_today,
    saved_yesterday,
    a_full_house_of_backups,
    damaged_after_a_backup,
]


@pytest.mark.parametrize(("number", "late"), FAULTS)
@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("formats", [Formats(1), TWO], ids=["same-format", "migration"])
def test_a_save_that_fails_anywhere_loses_nothing(
    tmp_path: Path, scene: Scene, number: int | None, late: bool, formats: Formats
) -> None:
    for turn, disk in enumerate(failing_disks(number, late=late)):
        folder, clock = tmp_path / str(turn), Clock()
        before = scene(folder, clock)
        damaged = scene is damaged_after_a_backup
        words = (folder / "journal.json").read_bytes() if damaged else b""
        acknowledged = False
        try:
            journal = Journal(folder, clock=clock, disk=as_disk(disk), formats=formats)
            journal.record(batch_of(20))
            acknowledged = True
        except FAILURES as error:
            check(error, number)
        except Died:
            assert number is None

        after = Journal(folder, clock=clock, disk=QuickDisk(), formats=formats)
        there = kept_in(after)
        assert set(before.insights) <= set(there.insights)
        assert set(there.insights) - set(before.insights) in (set(), set(batch_of(20).insights))
        assert len(there.sessions) == len(there.actions) == len(there.checkins)
        assert len(there.sessions) == len(there.insights)
        if acknowledged:
            assert batch_of(20).sessions[0] in there.sessions
            assert after.trouble is None
        after.record(batch_of(20))
        after.record(batch_of(21))
        assert len(kept_in(after).insights) == len(before.insights) + 2
        assert not list(folder.rglob("*.tmp"))
        aside = list(folder.glob("journal-damaged-*"))
        assert all(path.read_bytes() == words for path in aside)
        assert bool(aside) == damaged
        for backup in (folder / "backups").glob("*"):
            other = tmp_path / f"{turn}-backup"
            other.mkdir(exist_ok=True)
            (other / "journal.json").write_bytes(backup.read_bytes())
            opened = Journal(other, clock=clock, disk=QuickDisk(), formats=formats)
            assert kept_in(opened).insights
            assert opened.trouble is None


@pytest.mark.parametrize(("number", "late"), FAULTS)
@pytest.mark.parametrize("exists", [False, True], ids=["new", "saved"])
def test_a_draft_whose_save_fails_anywhere_is_the_old_one_or_the_new_one(
    tmp_path: Path, number: int | None, late: bool, exists: bool
) -> None:
    for turn, disk in enumerate(failing_disks(number, late=late)):
        folder, clock = tmp_path / str(turn), Clock()
        if exists:
            Drafts(folder, clock=clock, disk=QuickDisk()).save("s1", b"old")
        acknowledged = False
        try:
            drafts = Drafts(folder, clock=clock, disk=as_disk(disk))
            with drafts.claim("s1") if exists else drafts.create("s1"):
                drafts.save("s1", b"new")
                acknowledged = True
        except FAILURES as error:
            check(error, number)
        except Died:
            assert number is None

        after = Drafts(folder, clock=clock, disk=QuickDisk())
        there = after.load("s1") if after.ids() else None
        assert there in ({b"new"} if acknowledged else {b"new", b"old" if exists else None})
        with after.claim("s1") if after.ids() else after.create("s1"):
            after.save("s1", b"newer")
        assert after.load("s1") == b"newer"
        assert [path.name for path in (folder / "drafts").iterdir()] == ["s1.json"]


@pytest.mark.parametrize(("number", "late"), FAULTS)
@pytest.mark.parametrize("verb", ["drop", "set_aside"])
def test_a_draft_put_away_on_a_failing_disk_is_there_or_away(
    tmp_path: Path, number: int | None, late: bool, verb: str
) -> None:
    for turn, disk in enumerate(failing_disks(number, late=late)):
        folder, clock = tmp_path / str(turn), Clock()
        Drafts(folder, clock=clock, disk=QuickDisk()).save("s1", b"old")
        try:
            getattr(Drafts(folder, clock=clock, disk=as_disk(disk)), verb)("s1")
        except FAILURES as error:
            check(error, number)
        except Died:
            assert number is None
        after = Drafts(folder, clock=clock, disk=QuickDisk())
        if after.ids():
            assert after.load("s1") == b"old"
            getattr(after, verb)("s1")
        elif verb == "set_aside":
            (aside,) = (folder / "drafts").glob("s1-damaged-*.json")
            assert aside.read_bytes() == b"old"
        after.create("s2").release()
        assert not list(folder.rglob("*.tmp"))
        assert not list(folder.rglob("*.lock"))
