"""A whole journal as JSON, and back: nothing is lost, and what is there already stays as it is."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from nowwhat.exports.reading import ImportRefusedError, place_of
from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, Record, records_of

FORMAT: Final = 1
"""The format of the JSON: an object of this number and a list of records a kind, as
`session.records` has them. Times carry their offset, and beside it the zone they were lived in. A
field that stands at its default may be missing; one that is not known is passed over."""

_ACTING: Final = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What JSON may hold as it is and a terminal would act upon."""

_FOREIGN: Final = re.compile(r"[^\x00-\x7e]")
"""What an output may lack that is not UTF-8."""

_SUDS, _PERCENT, _YEARS = (0, 10), (0, 100), (2, 9998)
"""Years at whose edges a zone leads nowhere are left out."""


class _Head(msgspec.Struct):
    """As much as tells what it is."""

    format: int


def as_json(batch: Batch, *, ascii_only: bool = False) -> str:
    """Write a journal, with its records in the order in which they are given.

    Args:
        batch: All of it.
        ascii_only: For an output that is not UTF-8; it means the same.
    """
    whole = {"format": FORMAT, **records_of(batch)}
    text = msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()
    return (_FOREIGN if ascii_only else _ACTING).sub(_escaped, text)


def from_json(data: bytes) -> Batch:
    """Read what `as_json` wrote.

    Raises:
        ImportRefusedError: It is something else, or of a newer format.
    """
    try:
        found = msgspec.json.decode(data, type=_Head).format
        if found > FORMAT:
            raise ImportRefusedError(
                f"it is of format {found}, and this nowwhat knows formats up to {FORMAT}; "
                "update nowwhat to take it in"
            )
        batch = msgspec.json.decode(data, type=Batch)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ImportRefusedError(f"it is no journal of nowwhat's ({place_of(error)})") from None
    for place in _odd(batch):
        raise ImportRefusedError(f"it is no journal of nowwhat's (at {place})")
    return batch


def _odd(batch: Batch) -> Iterator[str]:
    """Name the places of values that no journal has: an empty id, a rating beyond its scale."""
    for name, records in records_of(batch).items():
        for number, record in enumerate(records):
            yield from (f"$.{name}[{number}].{field}" for field in _odd_fields(record))


def _odd_fields(record: Record) -> Iterator[str]:
    if not record.id:
        yield "id"
    for field in record.__struct_fields__:
        match value := getattr(record, field):
            case bool():
                continue
            case int():
                least, most = _PERCENT if field == "likely" else _SUDS
                if not least <= value <= most:
                    yield field
            case Moment() if not _is_near(value):
                yield field
            case _:
                continue
    if isinstance(record, Action) and record.due and not _is_near(record.due.at):
        yield "due"


def _is_near(moment: Moment) -> bool:
    return _YEARS[0] <= moment.at.year <= _YEARS[1]


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
