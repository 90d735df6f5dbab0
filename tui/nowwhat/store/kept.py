"""A stored document that stays as the bytes it came as, until somebody looks inside."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec


class Kept(Mapping[str, Any]):
    """A document of a table.

    So fields that this program does not know survive a save, and saving a ten-year journal does
    not begin with building its 15,000 documents. `Any`: values are of every kind that JSON has.
    """

    __slots__ = ("_document", "_raw")

    def __init__(self, raw: msgspec.Raw) -> None:
        self._raw = raw
        self._document: dict[str, Any] | None = None

    def __getitem__(self, key: str) -> Any:
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> dict[str, Any]:
        if self._document is None:
            self._document = msgspec.json.decode(self._raw, type=dict[str, Any])
        return self._document

    def stored(self) -> msgspec.Raw:
        """Give the bytes it came as."""
        return self._raw
