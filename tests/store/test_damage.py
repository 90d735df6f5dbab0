"""A damaged journal is set aside, never deleted, and the newest good backup is opened."""

from datetime import date
from pathlib import Path

import pytest
from tests.store.failing import QuickDisk
from tests.store.samples import Clock, batch_of, kept_in

from nowwhat.session.records import Batch
from nowwhat.store import Drafts, Journal, LockedError, Trouble
from nowwhat.store.disk import REAL
from nowwhat.store.errors import DamagedDraftError

ROW = b'"i1":{"id":"i1","text":"x","noted":{"at":"2025-01-01T10:00:00Z","zone":"UTC"}}'
DAMAGED = {
    "empty": b"",
    "null": b"null",
    "number": b"3",
    "list": b"[]",
    "object": b"{}",
    "binary": bytes(range(256)),
    "zeros": bytes(500),
    "not utf-8": b'{"format":1,"insights":{"\xff\xfe":{}}}',
    "two values": b'{"format":1}{"format":1}',
    "deep": b"[" * 100_000,
    "no format": b'{"insights":{}}',
    "format in words": b'{"format":"one"}',
    "format true": b'{"format":true}',
    "unknown old format": b'{"format":0}',
    "negative format": b'{"format":-1}',
    "table is a list": b'{"format":1,"insights":[]}',
    "other table is null": b'{"format":1,"sessions":null}',
    "table is a number": b'{"format":1,"actions":7}',
    "row is a list": b'{"format":1,"insights":{"i1":[]}}',
    "row without text": b'{"format":1,"insights":{"i1":{"id":"i1"}}}',
    "row with a wrong type": b'{"format":1,"insights":{' + ROW.replace(b'"x"', b"7") + b"}}",
    "row at no instant": b'{"format":1,"insights":{' + ROW.replace(b"00Z", b"00") + b"}}",
    "row in no zone": b'{"format":1,"insights":{' + ROW.replace(b',"zone":"UTC"', b"") + b"}}",
}


@pytest.fixture
def journal(folder: Path, clock: Clock) -> Journal:
    """A journal with one day in its backup and another in the file."""
    journal = Journal(folder, clock=clock, disk=QuickDisk())
    journal.record(batch_of(1))
    clock.next_day()
    journal.record(batch_of(2))
    return journal


def damage(folder: Path, data: bytes) -> None:
    (folder / "journal.json").write_bytes(data)


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_what_is_no_journal_is_set_aside_and_the_backup_opened(
    journal: Journal, folder: Path, data: bytes
) -> None:
    damage(folder, data)
    assert kept_in(journal) == batch_of(1)
    aside = folder / "journal-damaged-20250201-090507.json"
    backup = folder / "backups" / "journal-20250201.json"
    assert journal.trouble == Trouble(aside, backup, date(2025, 2, 1))
    assert aside.read_bytes() == data
    assert aside.stat().st_mode & 0o777 == 0o600
    journal.record(batch_of(3))
    assert len(journal.insights()) == 2


@pytest.mark.parametrize("name", ["insights", "actions", "checkins", "sessions", "open_actions"])
def test_whatever_is_asked_first_finds_a_file_that_is_no_json(
    journal: Journal, folder: Path, name: str
) -> None:
    damage(folder, b'{"format":1,')
    getattr(journal, name)()
    assert journal.trouble is not None


def test_a_file_cut_off_anywhere_is_set_aside(journal: Journal, folder: Path) -> None:
    whole = (folder / "journal.json").read_bytes()
    for cut in range(0, len(whole), 37):
        damage(folder, whole[:cut])
        assert journal.insights() == batch_of(1).insights
        kept = {path.read_bytes() for path in folder.glob("journal-damaged-*.json")}
        assert kept == {whole[:earlier] for earlier in range(0, cut + 1, 37)}


def test_saving_into_a_damaged_journal_saves_onto_the_backup(
    journal: Journal, folder: Path
) -> None:
    damage(folder, DAMAGED["row without text"])
    journal.record(batch_of(3))
    assert [insight.id for insight in journal.insights()] == ["i0001", "i0003"]
    assert journal.trouble is not None


def test_a_damaged_journal_without_a_backup_is_begun_anew(folder: Path, clock: Clock) -> None:
    journal = Journal(folder, clock=clock, disk=QuickDisk())
    journal.record(batch_of(1))
    damage(folder, b"x")
    assert kept_in(journal) == Batch()
    assert journal.trouble == Trouble(folder / "journal-damaged-20250131-090507.json")
    assert kept_in(Journal(folder, clock=clock)) == Batch()


def test_a_damaged_backup_is_passed_over_for_an_older_one(
    journal: Journal, folder: Path, clock: Clock
) -> None:
    clock.next_day()
    journal.record(batch_of(3))
    (folder / "backups" / "journal-20250202.json").write_bytes(b"{")
    damage(folder, b"{")
    assert kept_in(journal) == batch_of(1)
    assert journal.trouble is not None
    assert journal.trouble.day == date(2025, 2, 1)


def test_what_another_program_has_put_right_is_not_set_aside_again(
    journal: Journal, folder: Path, clock: Clock
) -> None:
    class PutRight(QuickDisk):
        def read(self, path: Path) -> bytes:
            data = super().read(path)
            kept_in(journal)
            return data

    damage(folder, b"{")
    second = Journal(folder, clock=clock, disk=PutRight())
    assert kept_in(second) == batch_of(1)
    assert second.trouble is None
    assert len(list(folder.glob("journal-damaged-*"))) == 1


def test_a_damaged_journal_is_not_touched_while_another_program_holds_it(
    journal: Journal, folder: Path, clock: Clock
) -> None:
    damage(folder, b"{")
    held = REAL.lock(folder / "journal.lock", 0)
    with pytest.raises(LockedError):
        Journal(folder, clock=clock, disk=QuickDisk(), lock_seconds=0).insights()
    assert not list(folder.glob("journal-damaged-*"))
    held.release()
    assert kept_in(journal) == batch_of(1)


def test_a_draft_that_its_codec_cannot_read_is_damaged(folder: Path, clock: Clock) -> None:
    class Marked:
        def encode(self, data: bytes, /) -> bytes:
            return b"ok" + data[::-1]

        def decode(self, data: bytes, /) -> bytes:
            if not data.startswith(b"ok"):
                raise ValueError("no mark")
            return data[:1:-1]

    drafts = Drafts(folder, clock=clock, codec=Marked(), disk=QuickDisk())
    drafts.save("s1", b"abc")
    assert (folder / "drafts" / "s1.json").read_bytes() == b"okcba"
    assert drafts.load("s1") == b"abc"
    (folder / "drafts" / "s1.json").write_bytes(b"no")
    with pytest.raises(DamagedDraftError, match="Set it aside"):
        drafts.load("s1")
    drafts.set_aside("s1")
    assert drafts.ids() == ()

    journal = Journal(folder, clock=clock, codec=Marked(), disk=QuickDisk())
    journal.record(batch_of(1))
    clock.next_day()
    journal.record(batch_of(2))
    damage(folder, b'{"format":1}')
    assert kept_in(journal) == batch_of(1)
    assert journal.trouble is not None
