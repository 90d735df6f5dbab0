"""A line as the coach reads it: folded words, each with its place in the person's own text."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\d+(?:[:.,]\d+)*[^\W\d_]*|[^\W_]+(?:['-][^\W_]+)*|[.,;:!?\n()&+/=]|->")
"""Numbers with what clings to them (`18:00`, `8am`), words with inner marks, single stops."""

_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u00b4": "'"})
STOPS = frozenset(".;!?()")
"""Words that end a clause."""

LONGEST = 4000
"""Characters that are read; what stands behind them changes nothing."""


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    """One character without case, width or accent; empty for a mark that only decorates."""
    char = char.translate(_QUOTES)
    parts = unicodedata.normalize("NFKD", char.upper())
    kept = "".join(part for part in parts if unicodedata.category(part) not in {"Mn", "Cf", "Me"})
    return kept.casefold()


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


def read(text: str, spelling: Mapping[str, tuple[str, ...]]) -> Line:
    """Read a text into words.

    Args:
        text: Anything at all.
        spelling: Folded spellings and the words that they stand for.

    Returns:
        The line; trailing stops are left out, so that they cannot matter.
    """
    text = text[:LONGEST]
    if text.isascii():
        folded, places = text.lower().translate(_QUOTES), None
    else:
        pieces = [_fold(char) for char in text]
        folded = "".join(pieces)
        places = [at for at, piece in enumerate(pieces) for _ in piece]
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(folded):
        begin, end = found.span()
        if places is not None:
            begin, end = places[begin], places[end - 1] + 1
        whole = ";" if found.group() == "\n" else found.group()
        for word in spelling.get(whole, (whole,)):
            words.append(word)
            starts.append(begin)
            ends.append(end)
    while words and (words[-1] in STOPS or words[-1] in {",", ":"}):
        words.pop(), starts.pop(), ends.pop()
    return Line(text, tuple(words), tuple(starts), tuple(ends))
