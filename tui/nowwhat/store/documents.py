"""Records as documents and back, for every table; and the order in which records are given."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, TypeVar

import msgspec
from msgspec.json import Decoder

from nowwhat.session.records import (
    Action,
    Batch,
    CheckIn,
    Insight,
    Ladder,
    Record,
    Rung,
    Session,
    records_of,
    time_of,
)
from nowwhat.store.format import UNREADABLE, Contents, DamagedError

R = TypeVar("R", Insight, Action, CheckIn, Session, Ladder, Rung)

Document = dict[str, Any]
"""A record as JSON has it. `Any`, since values are of every kind that JSON has."""

_TYPES: Final[dict[type[Record], str]] = {
    Insight: "insights",
    Action: "actions",
    CheckIn: "checkins",
    Session: "sessions",
    Ladder: "ladders",
    Rung: "rungs",
}
_LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def documents(batch: Batch) -> dict[str, dict[str, Document]]:
    """Give a batch as documents, by table and id."""
    return {name: _by_id(records) for name, records in records_of(batch).items() if records}


def records(contents: Contents, kind: type[R]) -> tuple[R, ...]:
    """Read one table, oldest record first.

    Raises:
        DamagedError: A record in it cannot be read.
    """
    try:
        rows: dict[str, R] = _decoder(kind).decode(contents.tables[_TYPES[kind]])
    except UNREADABLE:
        raise DamagedError from None
    return in_order(rows.values())


def verify(contents: Contents) -> None:
    """Read every record, so that nothing is ever added to what cannot be read.

    Raises:
        DamagedError: A record cannot be read.
    """
    try:
        for kind, name in _TYPES.items():
            _decoder(kind).decode(contents.tables[name])
    except UNREADABLE:
        raise DamagedError from None


def in_order(rows: Iterable[R]) -> tuple[R, ...]:
    """Put records in the order of their time."""
    return tuple(sorted(rows, key=lambda record: (time_of(record).at, record.id)))


@cache
def _decoder(kind: type[Record]) -> Decoder[Any]:
    # `Any`: no annotation can say that the decoder for a type gives a dictionary of that type.
    return Decoder(dict[str, kind])  # type: ignore[valid-type]


def _by_id(records: Iterable[Record]) -> dict[str, Document]:
    rows: dict[str, Document] = {}
    for record in records:
        document = encodable(msgspec.to_builtins(record))
        rows.setdefault(document["id"], document)
    return rows


def encodable(document: Document) -> Document:
    """Give a document as UTF-8 can have it: each lone surrogate becomes U+FFFD."""
    # A terminal may send one; looking costs more than trying.
    try:
        msgspec.json.encode(document)
    except UnicodeEncodeError:
        mended: Document = _mended(document)
        return mended
    return document


def _mended(value: Any) -> Any:  # any JSON value
    match value:
        case str():
            return _LONE_SURROGATE.sub("\ufffd", value)
        case dict():
            return {_mended(key): _mended(item) for key, item in value.items()}
        case list() | tuple():
            return [_mended(item) for item in value]
        case _:
            return value
