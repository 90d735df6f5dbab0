"""A jrnl JSON export as insights: its titles, bodies and tags; https://jrnl.sh/en/stable/formats/."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

import msgspec

from nowwhat.exports.reading import ImportRefusedError, place_of
from nowwhat.session.identity import identify
from nowwhat.session.moment import Moment
from nowwhat.session.records import Batch, Insight

_AS_WRITTEN: Final = "%Y-%m-%d %H:%M"
_YEARS: Final = (1900, 2200)


class _Entry(msgspec.Struct):
    """One entry; jrnl writes a local date and time without a zone."""

    title: str
    date: str
    time: str = "00:00"
    body: str = ""
    tags: tuple[str, ...] = ()


class _Export(msgspec.Struct):
    entries: tuple[_Entry, ...]


def from_jrnl(data: bytes, zone: tzinfo, zone_name: str) -> Batch:
    """Read a jrnl export.

    Args:
        data: The JSON.
        zone: Where the entries are taken to have been lived.
        zone_name: Its name, as a moment has it.

    Returns:
        An insight for each entry with words. Its id comes of the time as it was written and the
        words, so that the same entry is the same record in whatever zone it is brought in again.

    Raises:
        ImportRefusedError: It is something else.
    """
    try:
        entries = msgspec.json.decode(data, type=_Export).entries
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ImportRefusedError(f"it is no export of jrnl's ({place_of(error)})") from None
    return Batch(insights=tuple(_insights(entries, zone, zone_name)))


def _insights(entries: tuple[_Entry, ...], zone: tzinfo, zone_name: str) -> Iterator[Insight]:
    taken: dict[str, str] = {}
    for number, entry in enumerate(entries):
        written = _written(entry, number)
        if text := _text(entry):
            noted = Moment(written.replace(tzinfo=zone), zone_name)
            yield Insight(_name(written, text, taken), text, noted, origin="import")


def _written(entry: _Entry, number: int) -> datetime:
    try:
        written = datetime.strptime(f"{entry.date} {entry.time[:5]}", _AS_WRITTEN)  # noqa: DTZ007
    except ValueError:
        written = datetime.min  # noqa: DTZ901 - it is refused right here
    if not _YEARS[0] <= written.year <= _YEARS[1]:
        raise ImportRefusedError(f"it is no export of jrnl's (at $.entries[{number}].date)")
    return written


def _text(entry: _Entry) -> str:
    words = "\n".join(part.strip() for part in (entry.title, entry.body) if part.strip())
    beside = [tag for tag in entry.tags if tag.casefold() not in words.casefold()]
    return "\n".join(filter(None, (words, " ".join(beside))))


def _name(written: datetime, text: str, taken: dict[str, str]) -> str:
    """Name an entry; two of one minute whose words have the same digest are parted."""
    at = written.replace(tzinfo=UTC)
    while True:
        name = identify("insight", Moment(at, "UTC"), text)
        if taken.setdefault(name, text) == text:
            return name
        at += timedelta(microseconds=1)
