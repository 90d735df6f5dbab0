"""Backups: one a day, one before a migration, the newest seven."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.store.failing import QuickDisk
from tests.store.samples import Clock, batch_of, kept_in

from nowwhat.store import Journal
from nowwhat.store.format import Formats


@pytest.fixture
def journal(folder: Path, clock: Clock) -> Journal:
    return Journal(folder, clock=clock, disk=QuickDisk())


def backups(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").glob("*"))


def test_the_first_day_has_nothing_to_back_up(journal: Journal, folder: Path) -> None:
    journal.record(batch_of(1))
    assert backups(folder) == []


def test_a_day_has_one_backup_of_how_it_began(journal: Journal, folder: Path, clock: Clock) -> None:
    journal.record(batch_of(1))
    before = (folder / "journal.json").read_bytes()
    clock.next_day()
    journal.record(batch_of(2))
    journal.record(batch_of(3))
    assert backups(folder) == ["journal-20250201.json"]
    assert (folder / "backups" / "journal-20250201.json").read_bytes() == before


def test_a_save_that_changes_nothing_makes_no_backup(
    journal: Journal, folder: Path, clock: Clock
) -> None:
    journal.record(batch_of(1))
    clock.next_day()
    journal.record(batch_of(1))
    assert backups(folder) == []


def test_the_newest_seven_are_kept(journal: Journal, folder: Path, clock: Clock) -> None:
    for day in range(12):
        journal.record(batch_of(day))
        clock.next_day()
    assert backups(folder) == [f"journal-202502{day:02}.json" for day in range(5, 12)]


def test_what_is_not_ours_is_left_in_the_folder(
    journal: Journal, folder: Path, clock: Clock
) -> None:
    theirs = ["journal-2024.json", "notes.txt", "journal-20240199.json", ".journal-x"]
    (folder / "backups").mkdir(parents=True)
    for name in theirs:
        (folder / "backups" / name).touch()
    for day in range(9):
        journal.record(batch_of(day))
        clock.next_day()
    assert set(theirs) < set(backups(folder))
    assert len(backups(folder)) == 7 + len(theirs)


def test_a_backup_from_a_clock_that_ran_ahead_is_opened_last_and_goes_first(
    journal: Journal, folder: Path, clock: Clock
) -> None:
    journal.record(batch_of(0))
    clock.at = datetime(2099, 1, 1, tzinfo=UTC)
    journal.record(batch_of(1))
    clock.at = datetime(2025, 2, 1, tzinfo=UTC)
    journal.record(batch_of(2))
    (folder / "journal.json").write_bytes(b"")
    assert len(journal.insights()) == 2
    assert journal.trouble is not None
    assert journal.trouble.backup == folder / "backups" / "journal-20250201.json"
    for day in range(3, 10):
        clock.next_day()
        journal.record(batch_of(day))
    assert "journal-20990101.json" not in backups(folder)


def test_that_no_backup_can_be_made_does_not_keep_an_answer_from_being_saved(
    journal: Journal, folder: Path, clock: Clock
) -> None:
    journal.record(batch_of(1))
    (folder / "backups").write_text("in the way")
    clock.next_day()
    journal.record(batch_of(2))
    assert len(kept_in(journal).insights) == 2


def test_a_migration_is_preceded_by_a_backup_even_on_a_day_that_has_one(
    journal: Journal, folder: Path, clock: Clock
) -> None:
    journal.record(batch_of(1))
    clock.next_day()
    journal.record(batch_of(2))
    before = (folder / "journal.json").read_bytes()
    two = Formats(2, {1: lambda whole: whole})
    Journal(folder, clock=clock, disk=QuickDisk(), formats=two).record(batch_of(3))
    assert backups(folder) == ["journal-20250201-before-format-2.json", "journal-20250201.json"]
    assert (folder / "backups" / backups(folder)[0]).read_bytes() == before
