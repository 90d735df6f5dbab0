"""CSV, read back by a spreadsheet library; nothing in it is for a spreadsheet to calculate."""

import re
from io import StringIO

import pyexcel
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exports.samples import MONTH, moment
from tests.store.any_records import BATCHES

from nowwhat.exports.escaping import visible
from nowwhat.exports.table import BOM, COLUMNS, as_csv
from nowwhat.session.records import Batch, Insight, records_of
from nowwhat.session.typed import _UNSHOWN
from nowwhat.sitting.taking import everything_in
from nowwhat.store import MemoryJournal

Row = dict[str, str]
RISKY = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def rows(text: str) -> list[Row]:
    """The rows as a spreadsheet library finds them, with every cell as text."""
    found = pyexcel.get_records(
        file_stream=StringIO(text, newline=""),
        file_type="csv",
        auto_detect_int=False,
        auto_detect_float=False,
        auto_detect_datetime=False,
    )
    return [dict(row) for row in found]


def test_a_month_opens_as_a_table() -> None:
    found = rows(as_csv(MONTH, bom=False))
    assert tuple(found[0]) == COLUMNS
    assert [row["id"] for row in found[:3]] == ["i1", "s1", "a1"]
    by_id = {row["id"]: row for row in found}
    assert len(by_id) == len(found) == 14
    one = by_id["a1"]
    assert (one["kind"], one["text"], one["likely"]) == ("action", "Write my sister one line", "70")
    assert (one["date"], one["time"], one["offset"]) == ("2026-10-01", "10:30:00", "UTC+01:00")
    assert (one["due"], by_id["a3"]["due"]) == ("2026-10-24 18:30", "2026-10-28")
    assert by_id["c2"]["stays_open"] == "yes"
    assert (by_id["s1"]["minutes"], by_id["s1"]["paused_seconds"]) == ("60", "90")
    assert by_id["a3"]["rung"] == by_id["r1"]["id"] == "r1"
    assert by_id["r1"]["ladder"] == "l1"


def test_numbers_are_numbers_to_a_spreadsheet() -> None:
    sheet = pyexcel.get_records(
        file_stream=StringIO(as_csv(MONTH, bom=False), newline=""), file_type="csv"
    )
    (checkin,) = (row for row in sheet if row["id"] == "c1")
    assert [checkin["before"], checkin["most"], checkin["after"]] == [7, 8, 4]


def test_every_field_of_every_record_has_a_column_or_a_reason() -> None:
    fields = {
        field
        for records in records_of(MONTH).values()
        for record in records
        for field in record.__struct_fields__
    }
    elsewhere = {"noted", "committed", "at", "began", "ended", "made"}  # date, time, minutes
    assert fields - set(COLUMNS) - elsewhere == {"lang", "pauses", "answers", "mended"}


def test_a_file_begins_with_a_mark_of_its_encoding_and_what_is_piped_on_does_not() -> None:
    plain = as_csv(MONTH, bom=False)
    assert as_csv(MONTH, bom=True) == BOM + plain
    assert plain.startswith('"kind"')
    assert as_csv(MONTH, bom=True).encode().startswith(b"\xef\xbb\xbf")


def test_lines_end_as_the_rfc_says() -> None:
    text = as_csv(MONTH, bom=False)
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 15


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+353", "'+353"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("\r=1", "\n'=1"),
        ("a;=1", "a;'=1"),
        ("a; -b", "a;' -b"),
        ("a\n- b", "a\n'- b"),
        ("\uff1d1", "'\uff1d1"),
        ("a = b, c - d", "a = b, c - d"),
        ('say "no"', 'say "no"'),
        ("'=1", "'=1"),
    ],
)
def test_what_would_be_calculated_has_an_apostrophe_before_it(text: str, cell: str) -> None:
    (row,) = rows(as_csv(Batch(insights=(Insight("i", text, moment(1)),)), bom=False))
    assert row["text"] == cell


RISKS = st.lists(
    st.sampled_from([*RISKY, ";", ",", '"', "\n", "\r\n", " ", "1", "a"]), max_size=8
).map("".join)


@settings(deadline=None, max_examples=300)
@given(RISKS | st.text())
def test_no_cell_is_calculated_and_no_word_is_lost(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    (row,) = rows(as_csv(Batch(insights=(Insight("i", text, moment(1)),)), bom=False))
    assert not row["text"].startswith(RISKY)
    for part in re.split(r"[;\n]", row["text"]):
        assert not part.lstrip(" \t").startswith(RISKY)
    assert row["text"].replace("'", "") == visible(text).replace("'", "")


@settings(deadline=None, max_examples=60)
@given(BATCHES)
def test_every_record_is_a_row_of_safe_cells(batch: Batch) -> None:
    journal = MemoryJournal()
    journal.record(batch)
    kept = everything_in(journal)
    text = as_csv(kept, bom=False)
    found = rows(text)
    assert len(found) == sum(map(len, records_of(kept).values()))
    assert all(not str(cell).startswith(RISKY) for row in found for cell in row.values())
    assert not _UNSHOWN.search(text.replace("\r\n", "\n")), "a terminal would do something"
