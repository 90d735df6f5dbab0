"""By what a draft is known to hold what is to be forgotten: ids, and words that stand in it."""

from collections.abc import Iterator
from typing import Any

import msgspec

_TELLING = 12
"""Shorter words stand in much that has nothing to do with them: they must be all of a text."""


class Marks(msgspec.Struct, frozen=True):
    """What to look for.

    Attributes:
        ids: Ids of records, and of the sittings that they came from.
        words: Their words.
    """

    ids: frozenset[str]
    words: frozenset[str] = frozenset()

    def stand_in(self, data: bytes) -> bool:
        """Say whether one of them stands in a JSON document.

        Raises:
            ValueError: It is none; nothing can be looked for in it.
        """
        try:
            document = msgspec.json.decode(data)
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
            raise ValueError("no JSON document") from None
        return any(self._found_in(text) for text in _texts(document))

    def _found_in(self, text: str) -> bool:
        if text in self.ids or text in self.words:
            return True
        return any(words in text for words in self.words if len(words) >= _TELLING)


def _texts(value: Any) -> Iterator[str]:  # any JSON value
    match value:
        case str():
            yield value
        case dict():
            for key, item in value.items():
                yield key
                yield from _texts(item)
        case list():
            for item in value:
                yield from _texts(item)
