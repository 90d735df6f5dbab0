"""JSON: all of a journal, and back, word for word; what is brought in twice is there once."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from tests.exports.samples import MONTH
from tests.store.any_records import BATCHES

from nowwhat.exports.reading import ImportRefusedError
from nowwhat.exports.whole import FORMAT, as_json, from_json
from nowwhat.session.records import Batch, records_of
from nowwhat.session.typed import _UNSHOWN
from nowwhat.sitting.taking import Brought, bring_in, everything_in
from nowwhat.store import MemoryJournal


def journal_of(*batches: Batch) -> MemoryJournal:
    journal = MemoryJournal()
    for batch in batches:
        journal.record(batch)
    return journal


def changed(**tables: object) -> bytes:
    whole: dict[str, Any] = json.loads(as_json(MONTH))
    for name, change in tables.items():
        if name in whole and isinstance(change, dict):
            whole[name][0].update(change)
        else:
            whole[name] = change
    return json.dumps(whole).encode()


def test_a_month_comes_back_as_it_was() -> None:
    assert from_json(as_json(MONTH).encode()) == MONTH


def test_everything_is_what_is_taken_along() -> None:
    assert everything_in(journal_of(MONTH)) == MONTH


def test_another_reader_of_json_finds_the_same_in_it() -> None:
    whole = json.loads(as_json(MONTH))
    assert whole.pop("format") == FORMAT == 1
    assert whole == json.loads(msgspec.json.encode(MONTH))
    assert list(whole) == list(Batch.__struct_fields__)


@settings(deadline=None, max_examples=80)
@given(BATCHES)
def test_whatever_a_journal_holds_is_brought_back_exactly(batch: Batch) -> None:
    journal = journal_of(batch)
    kept = everything_in(journal)
    assume(all(record.id for records in records_of(kept).values() for record in records))
    for ascii_only in (False, True):
        text = as_json(kept, ascii_only=ascii_only)
        assert from_json(text.encode()) == kept
        assert text.isascii() or not ascii_only
        assert not _UNSHOWN.search(text), "a terminal would do something"
    other = MemoryJournal()
    bring_in(from_json(as_json(kept).encode()), other)
    assert everything_in(other) == kept
    assert as_json(everything_in(other)) == as_json(kept)
    again = bring_in(from_json(as_json(kept).encode()), other)
    assert again.new == 0
    assert everything_in(other) == kept


@settings(deadline=None, max_examples=40)
@given(BATCHES, BATCHES)
def test_bringing_in_adds_what_is_not_there_and_changes_nothing(one: Batch, two: Batch) -> None:
    journal, other = journal_of(one), journal_of(two)
    mine, theirs = records_of(everything_in(journal)), records_of(everything_in(other))
    bring_in(everything_in(other), journal)
    for name, records in records_of(everything_in(journal)).items():
        ids = {record.id for record in mine[name]}
        added = [record for record in theirs[name] if record.id not in ids]
        assert len(records) == len(mine[name]) + len(added)
        assert all(record in records for record in (*mine[name], *added))


def test_what_was_mended_since_stays_mended() -> None:
    journal = journal_of(MONTH)
    journal.mend("i1", {"text": "mended"}, MONTH.insights[0].noted)
    assert bring_in(MONTH, journal) == Brought(new=0, known=14)
    assert journal.insights()[0].text == "mended"


def test_a_field_that_is_missing_or_unknown_is_no_fault() -> None:
    data = changed(insights={"mood": "new"}, comment="new", ladders=[])
    assert from_json(data) == msgspec.structs.replace(MONTH, ladders=())
    assert from_json(b'{"format": 1}') == Batch()


def test_a_newer_format_is_refused_in_one_line() -> None:
    with pytest.raises(
        ImportRefusedError, match="format 2, and this nowwhat knows formats up to 1"
    ):
        from_json(changed(format=2))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b"[]", "no journal"),
        (b'{"format": "1"}', r"\$.format"),
        (b'{"format": 1, "insights": {}}', r"\$.insights"),
        (as_json(MONTH).encode()[:-40], "JSON"),
        (changed(insights={"text": 5}), r"\$.insights\[0\].text"),
        (changed(insights={"id": ""}), r"\$.insights\[0\].id"),
        (changed(insights={"origin": "private"}), r"\$.insights\[0\].origin"),
        (changed(insights={"noted": {"at": "2026-01-01T10:00:00", "zone": ""}}), r"\[0\].noted"),
        (changed(insights={"noted": {"at": "0001-01-01T00:00:00Z", "zone": ""}}), r"\.noted"),
        (changed(actions={"likely": 101}), r"\$.actions\[0\].likely"),
        (changed(actions={"discomfort": -1}), r"\$.actions\[0\].discomfort"),
        (changed(actions={"due": {"at": {"at": "9999-12-31T23:00:00-12:00", "zone": ""}}}), "due"),
        (changed(checkins={"most": 11}), r"\$.checkins\[0\].most"),
        (changed(checkins={"outcome": "private"}), r"\$.checkins\[0\].outcome"),
        (changed(rungs={"discomfort": 11}), r"\$.rungs\[0\].discomfort"),
        (changed(insights={"text": "\ud800"}), "byte"),
        (b"[" * 100_000, "no JSON"),
        (b'{"format": ' + b"9" * 5000 + b"}", "format"),
    ],
)
def test_what_is_no_journal_is_refused_with_its_place_and_without_its_words(
    data: bytes, place: str
) -> None:
    with pytest.raises(ImportRefusedError, match=place) as caught:
        from_json(data)
    assert "private" not in str(caught.value)
    assert "\n" not in str(caught.value)
