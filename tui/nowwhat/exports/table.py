"""A journal as CSV: a row a record, for a spreadsheet to open and nothing in it to be run."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

from nowwhat.exports.escaping import harmless
from nowwhat.session.records import Action, Batch, Record, Session, records_of, time_of

BOM: Final = "\ufeff"
"""Stands at the beginning of a file, since without it a common spreadsheet takes UTF-8 for
something older. Not in what is piped on, where the name of the first column would have it."""

COLUMNS: Final = (
    *("kind", "id", "date", "time", "offset", "zone", "text", "origin", "session", "insight"),
    *("door", "when", "due", "where", "how_long", "towards", "obstacle", "response", "feared"),
    *("likely", "discomfort", "confidence", "kept", "misread", "follows", "repeats"),
    *("rung", "ladder", "action", "outcome", "stays_open", "came_true", "happened", "noticed"),
    *("note", "side", "before", "most", "after", "script", "depth", "ending", "minutes"),
    "paused_seconds",
)
"""Fields of the records by their own names, but `kind`, the four that say when, and the last two.
What has no place in a table, a session's other answers, is in the JSON."""

Cell = str | int


def as_csv(batch: Batch, *, bom: bool) -> str:
    """Write a journal as a table, oldest record first; lines end as RFC 4180 says.

    Every text stands in quotes, and before what would be calculated stands an apostrophe.

    Args:
        batch: All of it.
        bom: Begin with a byte order mark.
    """
    out = StringIO(newline="")
    if bom:
        out.write(BOM)
    rows = csv.DictWriter(out, COLUMNS, restval="", quoting=csv.QUOTE_NONNUMERIC)
    rows.writeheader()
    records = (record for of_kind in records_of(batch).values() for record in of_kind)
    for record in sorted(records, key=lambda record: (time_of(record).at, record.id)):
        rows.writerow(dict(_cells(record)))
    return out.getvalue()


def _cells(record: Record) -> Iterator[tuple[str, Cell]]:
    lived = time_of(record)
    yield "kind", type(record).__name__.lower()
    yield "date", f"{lived.at:%Y-%m-%d}"
    yield "time", f"{lived.at:%H:%M:%S}"
    yield "offset", f"UTC{lived.at.isoformat()[-6:]}"
    yield "zone", harmless(lived.zone)
    for field in record.__struct_fields__:
        if field in COLUMNS and (cell := _cell(getattr(record, field))) != "":
            yield field, cell
    if isinstance(record, Action) and record.due:
        due = record.due
        yield "due", f"{due.at.at:%Y-%m-%d}" if due.whole_day else f"{due.at.at:%Y-%m-%d %H:%M}"
    if isinstance(record, Session):
        yield "minutes", max(0, round(record.ended.since(record.began).total_seconds() / 60))
        yield "paused_seconds", sum(pause.seconds for pause in record.pauses)


def _cell(value: object) -> Cell:
    match value:
        case bool():
            return "yes" if value else ""
        case int():
            return value
        case str():
            return harmless(str(value))
        case _:
            return ""
