"""A line as the coach reads it: folded words, each with its place in the person's own text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"\d+(?:[:.,]\d+)*[^\W\d_]*"
    r"|[^\W\d_](?:\.[^\W\d_](?![^\W_]))+\.?"
    r"|[^\W_]+(?:['-][^\W_]+)*"
    r"|[.,;:!?\n()&+/=]"
)
"""Numbers with what clings to them (`18:00`, `8am`), letters with points between them (`a.m.`),
words with inner marks, single stops."""

_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u00b4": "'"})
_PAUSES = frozenset(",:")
LONGEST = 4000
"""Characters that are read; what stands behind them changes nothing."""

STOPS = frozenset(".;!?()")
"""Words that end a clause."""


@dataclass(frozen=True, slots=True)
class Line:
    """Folded words side by side with where they stand.

    Attributes:
        text: What the person wrote.
        words: Folded words and stops.
        starts: Where each word begins in `text`.
        ends: Where each word ends in `text`.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """The person's own words from word `start` up to, not including, word `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def without(self, gone: Iterable[int]) -> "Line":
        """The line without these words, and without stops at its ends."""
        dropped = frozenset(gone)
        kept = [at for at in range(len(self.words)) if at not in dropped]
        while kept and self._is_mark(kept[0]):
            del kept[0]
        while kept and self._is_mark(kept[-1]):
            del kept[-1]
        return self._only(kept)

    def sentences(self) -> Iterator["Line"]:
        """The line's clauses between stops."""
        begin = 0
        for at, word in enumerate((*self.words, ".")):
            if word in STOPS:
                if begin < at:
                    yield self._only(range(begin, at))
                begin = at + 1

    def _is_mark(self, at: int) -> bool:
        return self.words[at] in STOPS or self.words[at] in _PAUSES

    def _only(self, kept: Iterable[int]) -> "Line":
        at = tuple(kept)
        return Line(
            self.text,
            tuple(self.words[one] for one in at),
            tuple(self.starts[one] for one in at),
            tuple(self.ends[one] for one in at),
        )


def read(text: str, spelling: Mapping[str, tuple[str, ...]]) -> Line:
    """Read a text into words.

    Args:
        text: Anything at all.
        spelling: Folded spellings and the words that they stand for.

    Returns:
        The line; stops at its ends are left out, so that they cannot matter.
    """
    text = text.strip()[:LONGEST]
    folded, places = _folded(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(folded):
        begin, end = places[found.start()], places[found.end() - 1] + 1
        whole = ";" if found.group() == "\n" else found.group()
        for word in spelling.get(whole, (whole,)):
            words.append(word)
            starts.append(begin)
            ends.append(end)
    return Line(text, tuple(words), tuple(starts), tuple(ends)).without(())


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text without case, width or accents, and where each of its characters comes from."""
    if text.isascii():
        return text.lower().translate(_QUOTES), range(len(text))
    pieces = [_fold(char) for char in text]
    return "".join(pieces), [at for at, piece in enumerate(pieces) for _ in piece]


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    """One character without case, width or accent; empty for a mark that only decorates."""
    parts = unicodedata.normalize("NFKD", char.upper())
    kept = "".join(part for part in parts if unicodedata.category(part) not in {"Mn", "Cf", "Me"})
    return kept.casefold().translate(_QUOTES)
