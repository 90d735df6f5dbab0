"""The journal's file: its format number, its migrations, and what in it is not ours to lose."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.store.failing import FailingDisk, QuickDisk, as_disk
from tests.store.samples import Clock, batch_of, kept_in

from nowwhat.session.moment import Moment
from nowwhat.session.records import Batch, Ladder, Rung
from nowwhat.store import Journal, NewerFormatError, NotSavedError
from nowwhat.store.format import Formats


def written(folder: Path) -> Any:
    return json.loads((folder / "journal.json").read_bytes())


def put(folder: Path, whole: dict[str, Any]) -> bytes:
    folder.mkdir(parents=True, exist_ok=True)
    data = json.dumps(whole).encode()
    (folder / "journal.json").write_bytes(data)
    return data


def rename_of_zero(whole: dict[str, Any]) -> dict[str, Any]:
    return {"insights": whole["thoughts"]}


def mark_of_one(whole: dict[str, Any]) -> dict[str, Any]:
    for insight in whole["insights"].values():
        insight["origin"] = "import"
    return whole


THREE_FORMATS = Formats(2, {0: rename_of_zero, 1: mark_of_one})
ROW = {"id": "i1", "text": "x", "noted": {"at": "2025-01-01T10:00:00Z", "zone": "UTC"}}
OF_ZERO = {"format": 0, "thoughts": {"i1": ROW}}


def journal_in(folder: Path, clock: Clock, formats: Formats | None = None) -> Journal:
    formats = formats or Formats(1)
    return Journal(folder, clock=clock, disk=QuickDisk(), formats=formats)


def test_a_file_says_its_format_and_holds_its_tables(folder: Path, clock: Clock) -> None:
    journal_in(folder, clock).record(batch_of(1))
    whole = written(folder)
    assert whole["format"] == 1
    assert sorted(whole) == [
        "actions",
        "checkins",
        "format",
        "insights",
        "ladders",
        "rungs",
        "sessions",
    ]
    assert whole["insights"]["i0001"]["text"] == batch_of(1).insights[0].text


def test_a_journal_from_before_there_were_ladders_opens_and_takes_one(
    folder: Path, clock: Clock
) -> None:
    before = put(folder, {"format": 1, "insights": {"i1": ROW}})
    journal = journal_in(folder, clock)
    assert (journal.ladders(), journal.rungs()) == ((), ())
    assert (folder / "journal.json").read_bytes() == before
    at = Moment(clock.at, "UTC")
    ladder, rung = Ladder("l1", "the meeting", at, "s1"), Rung("r1", "l1", "walk past it", at, 4)
    journal.record(Batch(ladders=(ladder,), rungs=(rung,)))
    again = journal_in(folder, clock)
    assert (again.ladders(), again.rungs()) == ((ladder,), (rung,))
    assert [insight.id for insight in journal.insights()] == ["i1"]


def test_the_same_records_make_the_same_file_in_whatever_order_they_came(
    tmp_path: Path, clock: Clock
) -> None:
    for name, order in (("a", (1, 2, 3)), ("b", (3, 1, 2))):
        for number in order:
            journal_in(tmp_path / name, clock).record(batch_of(number))
    files = [(tmp_path / name / "journal.json").read_bytes() for name in "ab"]
    assert files[0] == files[1]


def test_fields_and_tables_that_we_do_not_know_survive_a_save(folder: Path, clock: Clock) -> None:
    insight = {**ROW, "mood": [1, {"deep": "\u00e9"}]}
    put(folder, {"format": 1, "insights": {"i1": insight}, "places": {"p1": {}}, "note": None})
    journal_in(folder, clock).record(batch_of(1))
    whole = written(folder)
    assert whole["insights"]["i1"] == insight
    assert whole["places"] == {"p1": {}}
    assert whole["note"] is None
    assert len(journal_in(folder, clock).insights()) == 2


def test_a_journal_of_a_newer_format_is_left_alone(folder: Path, clock: Clock) -> None:
    data = put(folder, {"format": 7, "insights": "of some shape to come"})
    journal = journal_in(folder, clock)
    with pytest.raises(NewerFormatError, match=r"journal\.json is of format 7.* up to 1") as caught:
        journal.insights()
    assert (caught.value.found, caught.value.known) == (7, 1)
    with pytest.raises(NewerFormatError):
        journal.open_actions()
    assert [path.name for path in folder.iterdir()] == ["journal.json"]
    with pytest.raises(NewerFormatError):
        journal.record(batch_of(1))
    assert (folder / "journal.json").read_bytes() == data
    assert sorted(path.name for path in folder.iterdir()) == ["journal.json", "journal.lock"]
    assert journal.trouble is None


def test_an_older_journal_is_read_step_by_step_and_not_written(folder: Path, clock: Clock) -> None:
    data = put(folder, OF_ZERO)
    (insight,) = journal_in(folder, clock, THREE_FORMATS).insights()
    assert (insight.id, insight.origin) == ("i1", "import")
    assert journal_in(folder, clock, THREE_FORMATS).open_actions() == ()
    assert (folder / "journal.json").read_bytes() == data
    assert [path.name for path in folder.iterdir()] == ["journal.json"]


def test_an_older_journal_is_migrated_by_the_first_save_after_a_backup(
    folder: Path, clock: Clock
) -> None:
    data = put(folder, OF_ZERO)
    journal_in(folder, clock, THREE_FORMATS).record(batch_of(1))
    assert written(folder)["format"] == 2
    assert "thoughts" not in written(folder)
    (backup,) = (folder / "backups").iterdir()
    assert backup.name == "journal-20250131-before-format-2.json"
    assert backup.read_bytes() == data
    assert len(journal_in(folder, clock, THREE_FORMATS).insights()) == 2
    with pytest.raises(NewerFormatError):
        journal_in(folder, clock).insights()


def test_without_a_backup_there_is_no_migration(folder: Path, clock: Clock) -> None:
    data = put(folder, OF_ZERO)
    journal_in(folder, clock, THREE_FORMATS).record(batch_of(1))
    assert (folder / "journal.json").read_bytes() != data
    put(folder, OF_ZERO)
    clock.next_day()
    disk = FailingDisk(4, 28)
    with pytest.raises(NotSavedError):
        Journal(folder, clock=clock, disk=as_disk(disk), formats=THREE_FORMATS).record(batch_of(2))
    assert disk.calls[4] == "create"
    assert (folder / "journal.json").read_bytes() == data


def test_a_damaged_journal_may_be_replaced_by_a_backup_of_an_older_format(
    folder: Path, clock: Clock
) -> None:
    put(folder, OF_ZERO)
    journal_in(folder, clock, THREE_FORMATS).record(batch_of(1))
    (folder / "journal.json").write_bytes(b"")
    journal = journal_in(folder, clock, THREE_FORMATS)
    assert [insight.id for insight in journal.insights()] == ["i1"]
    assert journal.trouble is not None
    journal.record(batch_of(1))
    assert written(folder)["format"] == 2


def test_a_bug_in_a_migration_does_not_pass_for_a_damaged_file(folder: Path, clock: Clock) -> None:
    data = put(folder, {"format": 0, "nothing": 1})
    with pytest.raises(KeyError):
        journal_in(folder, clock, THREE_FORMATS).insights()
    assert (folder / "journal.json").read_bytes() == data
    assert kept_in(journal_in(folder.parent / "other", clock)).insights == ()
