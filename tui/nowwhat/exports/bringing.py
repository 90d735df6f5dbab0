"""Bringing a journal in: whose export it is, by what stands in it, and its records."""

from codecs import BOM_UTF8
from datetime import tzinfo

import msgspec

from nowwhat.exports.jrnl import from_jrnl
from nowwhat.exports.reading import ImportRefusedError, place_of
from nowwhat.exports.whole import from_json
from nowwhat.session.records import Batch


class _Kind(msgspec.Struct):
    """By what the two are told apart: `format` is ours, `entries` jrnl's."""

    format: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    entries: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


def brought(data: bytes, zone: tzinfo, zone_name: str) -> Batch:
    """Read an export of nowwhat's or of jrnl's.

    Args:
        data: The JSON, as UTF-8.
        zone: Where what tells no zone is taken to have been lived.
        zone_name: Its name, as a moment has it.

    Raises:
        ImportRefusedError: It is neither.
    """
    data = data.removeprefix(BOM_UTF8)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise ImportRefusedError(f"it is not UTF-8 (at byte {error.start})") from None
    try:
        kind = msgspec.json.decode(data, type=_Kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ImportRefusedError(f"it is no journal ({place_of(error)})") from None
    if kind.format is not msgspec.UNSET:
        return from_json(data)
    if kind.entries is not msgspec.UNSET:
        return from_jrnl(data, zone, zone_name)
    raise ImportRefusedError("it is JSON, and neither a journal of nowwhat's nor of jrnl's")
