"""Mending and forgetting: in the journal and in everything else that holds its words."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from tests.store.failing import FAULTS, Died, QuickDisk, as_disk, failing_disks
from tests.store.samples import Clock, Place, batch_of, kept_in

from nowwhat.session.moment import Moment
from nowwhat.session.records import Batch, Insight
from nowwhat.store import (
    Drafts,
    Journal,
    LockedError,
    Marks,
    MissingRecordError,
    NotReadError,
    NotSavedError,
    UnusableFolderError,
)
from nowwhat.store.disk import REAL
from nowwhat.store.format import Formats

SENTINEL = "zebra in the violet kitchen"
FAILURES = (NotSavedError, NotReadError, UnusableFolderError)
KEY = "i9999"


def secret(clock: Clock) -> Batch:
    return Batch(insights=(Insight(KEY, f"there is a {SENTINEL}.", clock(), session="s9999"),))


def holding(folder: Path, words: str = SENTINEL) -> list[str]:
    """Every file of the data folder in which the words stand, by name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path.name for path in files if words.encode() in path.read_bytes())


def journal_in(folder: Path, clock: Clock) -> Journal:
    return Journal(folder, clock=clock, disk=QuickDisk())


def drafts_in(folder: Path, clock: Clock) -> Drafts:
    return Drafts(folder, clock=clock, disk=QuickDisk())


def a_full_house(folder: Path, clock: Clock) -> None:
    """The words in a journal, two backups, what was set aside, drafts, and half-written files."""
    journal = journal_in(folder, clock)
    for day in range(4):
        journal.record(batch_of(day))
        journal.record(secret(clock))
        clock.next_day()
    good = (folder / "journal.json").read_bytes()
    (folder / "journal.json").write_bytes(good.replace(b'"bridge"', b"5"))
    assert journal.sessions()
    assert journal.trouble
    for name in (".journal.json.tmp", "backups/.journal-20240101.json.tmp", "trace.log"):
        (folder / name).write_bytes(SENTINEL.encode())
    drafts = drafts_in(folder, clock)
    for name in ("s1", "s2", "s3"):
        drafts.save(name, f'{{"half": "so: there is a {SENTINEL}. yes"}}'.encode())
    drafts.save("s4", b'{"half": "nothing of that"}')
    drafts.set_aside("s3")
    (folder / "drafts" / ".s4.json.tmp").write_bytes(SENTINEL.encode())


def marks() -> Marks:
    return Marks(frozenset({KEY}), frozenset({f"there is a {SENTINEL}."}))


# Mending


def test_words_are_mended_and_it_is_known_when(place: Place, clock: Clock) -> None:
    place.journal().record(batch_of(1))
    clock.next_day()
    place.journal().mend("i0001", {"text": "other words"}, clock())
    (insight,) = place.journal().insights()
    assert (insight.text, insight.mended) == ("other words", (clock(),))
    assert insight.noted == batch_of(1).insights[0].noted
    assert kept_in(place.journal()).actions == batch_of(1).actions


def test_several_words_are_mended_at_once_and_again(place: Place, clock: Clock) -> None:
    place.journal().record(batch_of(1))
    for _ in range(2):
        place.journal().mend("a0001", {"obstacle": "rain\udc9f", "response": "a coat"}, clock())
        place.journal().mend("a0001", {"obstacle": ""}, clock())
    (action,) = place.journal().actions()
    assert (action.obstacle, action.response, len(action.mended)) == ("", "a coat", 4)


def test_the_same_words_mend_nothing(place: Place, clock: Clock) -> None:
    place.journal().record(batch_of(1))
    place.journal().mend("c0001", {"note": batch_of(1).checkins[0].note}, clock())
    assert kept_in(place.journal()) == batch_of(1)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("i0001", {"text": " \n"}),
        ("i0001", {"id": "i2"}),
        ("a0001", {"where": "x", "when": "at 19:00"}),
        ("c0001", {"outcome": "done"}),
        ("s0001", {"script": "x"}),
    ],
)
def test_only_words_are_mended(place: Place, clock: Clock, key: str, words: dict[str, str]) -> None:
    place.journal().record(batch_of(1))
    with pytest.raises(ValueError, match="words"):
        place.journal().mend(key, words, clock())
    assert kept_in(place.journal()) == batch_of(1)


def test_what_is_not_there_cannot_be_mended(place: Place, clock: Clock) -> None:
    with pytest.raises(MissingRecordError):
        place.journal().mend("i0001", {"text": "x"}, clock())


def test_words_that_were_mended_stand_in_no_file_any_more(folder: Path, clock: Clock) -> None:
    a_full_house(folder, clock)
    before = {path.name for path in folder.rglob("journal*")}
    journal_in(folder, clock).mend(KEY, {"text": "a horse"}, clock())
    left = {name for name in holding(folder) if name[0] != "s"}
    assert left == {"trace.log", ".s4.json.tmp"}
    assert {path.name for path in folder.rglob("journal*")} == before


# Forgetting some


def test_what_is_forgotten_is_gone_and_the_rest_is_there(place: Place) -> None:
    place.journal().record(batch_of(1))
    place.journal().record(batch_of(2))
    place.journal().forget({"i0001", "a0001", "c0001", "s0001", "there is none"})
    assert kept_in(place.journal()) == batch_of(2)
    place.journal().forget({"i0001"})
    assert kept_in(place.journal()) == batch_of(2)
    assert place.journal().unreadable() == ()


def test_nothing_is_forgotten_where_nothing_is(folder: Path, clock: Clock) -> None:
    journal_in(folder, clock).forget({"i1"})
    drafts_in(folder, clock).forget(marks())
    assert not (folder / "journal.json").exists()


def test_forgotten_words_stand_in_no_file(folder: Path, clock: Clock) -> None:
    a_full_house(folder, clock)
    assert len(holding(folder)) == 12
    drafts_in(folder, clock).forget(marks())
    journal_in(folder, clock).forget({KEY})
    assert holding(folder) == ["trace.log"]
    assert len(journal_in(folder, clock).insights()) == 4 - 1
    assert drafts_in(folder, clock).ids() == ("s4",)
    backups = sorted((folder / "backups").iterdir())
    assert len(backups) == 4
    for backup in backups:
        opened = folder.parent / backup.stem
        opened.mkdir()
        (opened / "journal.json").write_bytes(backup.read_bytes())
        assert journal_in(opened, clock).insights()
    journal_in(folder, clock).record(batch_of(9))
    clock.next_day()
    journal_in(folder, clock).record(batch_of(10))
    assert holding(folder) == ["trace.log"]


def test_a_field_that_a_newer_program_added_survives_in_the_rest(
    folder: Path, clock: Clock
) -> None:
    journal_in(folder, clock).record(batch_of(1))
    journal_in(folder, clock).record(secret(clock))
    path = folder / "journal.json"
    path.write_bytes(path.read_bytes().replace(b'{"id":"i0001"', b'{"mark":"new","id":"i0001"'))
    journal_in(folder, clock).forget({KEY})
    assert b'"mark":"new"' in path.read_bytes()


def test_what_cannot_be_looked_into_is_told_of_and_goes_when_that_was_said(
    folder: Path, clock: Clock
) -> None:
    journal = journal_in(folder, clock)
    journal.record(secret(clock))
    path = folder / "journal.json"
    path.write_bytes(path.read_bytes()[:-9])
    assert journal.insights() == ()
    journal.record(batch_of(2))
    (aside,) = journal.unreadable()
    drafts = drafts_in(folder, clock)
    drafts.save("s1", f'{{"half": "{SENTINEL}'.encode())
    drafts.save("s2", f'{{"half": "{SENTINEL}'.encode())
    drafts.set_aside("s2")
    assert "s1.json" in drafts.unreadable()
    assert len(drafts.unreadable()) == 2
    journal.forget({KEY})
    drafts.forget(marks())
    assert aside in holding(folder)
    assert len(holding(folder)) == 3
    drafts.forget(marks(), unreadable=True)
    journal.forget({KEY}, unreadable=True)
    assert holding(folder) == []
    assert (journal.unreadable(), drafts.unreadable()) == ((), ())
    assert journal.insights() == batch_of(2).insights


def test_a_backup_that_cannot_be_looked_into_goes_with_what_is_forgotten(
    folder: Path, clock: Clock
) -> None:
    a_full_house(folder, clock)
    for number, path in enumerate(sorted((folder / "backups").glob("journal*"))):
        path.write_bytes(path.read_bytes()[: -9 * number or None])
    journal_in(folder, clock).forget({KEY})
    assert len(list((folder / "backups").iterdir())) == 1


def test_a_backup_of_an_older_format_goes_too(folder: Path, clock: Clock) -> None:
    journal_in(folder, clock).record(secret(clock))
    two = Formats(2, {1: lambda whole: whole})
    journal = Journal(folder, clock=clock, disk=QuickDisk(), formats=two)
    journal.record(batch_of(1))
    assert holding(folder) == ["journal-20250131-before-format-2.json", "journal.json"]
    journal.forget({KEY})
    assert holding(folder) == []
    assert journal.insights() == batch_of(1).insights


def test_a_draft_is_known_by_an_id_or_by_words_that_tell(place: Place) -> None:
    saved = {
        "by-id": b'{"about": {"id": "a1"}}',
        "by-key": b'{"given": {"a1": 3}}',
        "by-words": b'[["and then I called my sister again"]]',
        "by-short-words": b'["call"]',
        "other": b'["I never call her", {"id": "a11"}]',
    }
    drafts = place.drafts()
    for draft_id, data in saved.items():
        drafts.save(draft_id, data)
    drafts.forget(Marks(frozenset({"a1"}), frozenset({"I called my sister", "call"})))
    assert place.drafts().ids() == ("other",)


def test_a_draft_that_is_open_elsewhere_keeps_everything_as_it_is(
    folder: Path, clock: Clock
) -> None:
    a_full_house(folder, clock)
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    attempts: list[Callable[[Drafts], None]] = [
        lambda drafts: drafts.forget(marks()),
        Drafts.forget_everything,
    ]
    for forgets in attempts:
        held = REAL.claim(folder / "drafts" / "s2.lock")
        with pytest.raises(LockedError):
            forgets(drafts_in(folder, clock))
        held.release()
        assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before


# Forgetting everything


def test_everything_is_forgotten(place: Place) -> None:
    place.journal().record(batch_of(1))
    drafts = place.drafts()
    drafts.save("s1", b"{}")
    drafts.save("s2", b"damaged")
    drafts.set_aside("s2")
    place.journal().forget_everything()
    drafts.forget_everything()
    assert kept_in(place.journal()) == Batch()
    assert (place.drafts().ids(), place.drafts().unreadable()) == ((), ())
    place.journal().record(batch_of(2))
    assert kept_in(place.journal()) == batch_of(2)


def test_of_everything_no_file_is_left_but_those_that_are_not_ours(
    folder: Path, clock: Clock
) -> None:
    a_full_house(folder, clock)
    for name in ("notes.txt", "journal-of-mine.txt", "drafts/poem.txt", "backups/old.json"):
        (folder / name).write_text("mine")
    (folder / "journal.json").write_bytes(b"damaged, too")
    (folder / "drafts" / "s9.lock").touch()
    drafts_in(folder, clock).forget_everything()
    journal_in(folder, clock).forget_everything()
    left = sorted(path.name for path in folder.rglob("*") if path.is_file())
    assert left == ["journal-of-mine.txt", "notes.txt", "old.json", "poem.txt"]
    journal_in(folder, clock).record(batch_of(1))
    assert kept_in(journal_in(folder, clock)) == batch_of(1)


def test_nothing_at_all_can_be_forgotten_too(folder: Path, clock: Clock) -> None:
    journal_in(folder, clock).forget_everything()
    drafts_in(folder, clock).forget_everything()
    assert not folder.exists()


def test_a_journal_of_a_newer_program_can_be_forgotten_whole(folder: Path, clock: Clock) -> None:
    folder.mkdir(parents=True)
    (folder / "journal.json").write_bytes(b'{"format": 99}')
    journal_in(folder, clock).forget_everything()
    assert list(folder.iterdir()) == []


# On disks that fail


def check(error: NotSavedError | NotReadError | UnusableFolderError, number: int | None) -> None:
    assert error.errno == number
    assert SENTINEL not in str(error)


def forget_one(journal: Journal, drafts: Drafts) -> None:
    drafts.forget(marks())
    journal.forget({KEY})


def forget_all(journal: Journal, drafts: Drafts) -> None:
    drafts.forget_everything()
    journal.forget_everything()


def mend_one(journal: Journal, drafts: Drafts) -> None:
    drafts.forget(marks())
    journal.mend(KEY, {"text": "a horse"}, Moment(Clock().at, "UTC"))


@pytest.mark.parametrize(("number", "late"), FAULTS)
@pytest.mark.parametrize("forgets", [forget_one, forget_all, mend_one])
def test_on_a_disk_that_fails_anywhere_words_are_there_to_be_forgotten_again_or_gone(
    tmp_path: Path,
    number: int | None,
    late: bool,
    forgets: Callable[[Journal, Drafts], None],
) -> None:
    a_full_house(tmp_path / "house", clock := Clock())
    for turn, disk in enumerate(failing_disks(number, late=late)):
        folder = tmp_path / str(turn)
        copytree(tmp_path / "house", folder)
        acknowledged = False
        try:
            journal = Journal(folder, clock=clock, disk=as_disk(disk))
            forgets(journal, Drafts(folder, clock=clock, disk=as_disk(disk)))
            acknowledged = True
        except FAILURES as error:
            check(error, number)
        except Died:
            assert number is None
        if acknowledged:
            assert set(holding(folder)) <= {"trace.log"}
        after = journal_in(folder, clock)
        there = {insight.id: insight for insight in after.insights()}
        assert after.trouble is None
        if forgets is not forget_all:
            assert {f"i{n:04}" for n in range(3)} <= there.keys()
        listed = SENTINEL in there[KEY].text if KEY in there else False
        words = [name for name in holding(folder) if name.startswith("journal")]
        assert listed or not words, "words in a copy, and no entry to forget them by"
        if forgets is not mend_one or listed:
            forgets(after, drafts_in(folder, clock))
        assert set(holding(folder)) <= {"trace.log"}
        assert not list(folder.rglob("*.lock")) or forgets is not forget_all
