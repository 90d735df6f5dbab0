"""The small language in which a pack writes phrases, and the search for them in a line.

One phrase a line; words stand as they are, and then

    a|b        one of these                     walk/s/ed/ing   walk, walks, walked, walking
    <name>     a word of the class or shape     work_out        two words as one choice
    *          any one word                     word?           may be missing
    ..         up to three words between        ..6  ~6         up to six; and no comma
    !a|<name>  none of these comes next         ^  $            where the line begins, ends
    &a|<name>  one of these comes next, and is no part of the phrase
    >          the line does not begin here

A search tries only phrases whose words are there and never looks further than their gaps, so its
time grows with the line's length and nothing else. A phrase is read when its first word is met.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nowwhat.coach.line import STOPS, Line
from nowwhat.coach.vocabulary import PhraseError, Piece, Vocabulary

Keys = Sequence[tuple[str, ...]]
"""For each word of a line what it may be called in a phrase."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a line: its label, and the words from `start` up to, not including, `end`."""

    label: str
    start: int
    end: int


class _Phrase:
    """One phrase; its places are read when it is first needed."""

    __slots__ = ("_edge", "_needed", "_pieces", "_sources", "label")

    def __init__(self, label: str, sources: Sequence[str], edge: str) -> None:
        self.label = label
        self._edge = edge
        self._sources = sources
        self._pieces: tuple[Piece, ...] = ()
        self._needed: tuple[frozenset[str], ...] = ()

    def read(self, vocabulary: Vocabulary) -> tuple[Piece, ...]:
        """Its places."""
        if not self._pieces:
            self._pieces = tuple(vocabulary.piece(source) for source in self._sources)
            needed = [piece.heads for piece in self._pieces[1:] if piece.needed]
            self._needed = tuple(sorted(needed, key=len))
        return self._pieces

    def end(self, vocabulary: Vocabulary, keys: Keys, present: set[str], start: int) -> int:
        """Where it ends when it begins at `start`; -1 where it is not there."""
        if self._edge and (self._edge == "^") is bool(start):
            return -1
        pieces = self.read(vocabulary)
        for heads in self._needed:
            if heads.isdisjoint(present):
                return -1
        return _match(pieces, 0, keys, start)


class Phrasebook:
    """Many labelled phrases, looked up by their first words."""

    def __init__(self, phrases: Iterable[tuple[str, str]], vocabulary: Vocabulary) -> None:
        """Index the phrases.

        Args:
            phrases: Label and phrases, one a line; a line that begins with `#` is a remark.
            vocabulary: The classes that they name.

        Raises:
            PhraseError: The first word of a phrase cannot be read.
        """
        self._vocabulary = vocabulary
        self._first: dict[str, list[_Phrase]] = {}
        self._phrases: list[_Phrase] = []
        for label, sources in phrases:
            for line in sources.splitlines():
                words = line.split()
                if words and words[0][0] != "#":
                    self._add(label, words)

    def _add(self, label: str, sources: list[str]) -> None:
        edge = sources[0] if sources[0] in {"^", ">"} else ""
        for begin in range(len(edge), len(sources)):
            phrase = _Phrase(label, sources[begin:], edge)
            self._phrases.append(phrase)
            pieces = (self._vocabulary.piece(source) for source in sources[begin:])
            head = next((piece for piece in pieces if not piece.barred), None)
            if head is None or head.ahead or not head.heads:
                raise PhraseError(f"a phrase begins with a word: {' '.join(sources)!r}")
            for word in head.heads:
                self._first.setdefault(word, []).append(phrase)
            if not self._vocabulary.piece(sources[begin]).optional:
                return

    def prove(self) -> None:
        """Read every phrase now.

        Raises:
            PhraseError: One cannot be read.
        """
        for phrase in self._phrases:
            phrase.read(self._vocabulary)

    def all(self, line: Line) -> Iterator[Found]:
        """Every phrase in the line, from left to right."""
        keys = [self._vocabulary.keys(word) for word in line.words]
        present = {key for some in keys for key in some}
        for index, some in enumerate(keys):
            for key in some:
                for phrase in self._first.get(key, ()):
                    end = phrase.end(self._vocabulary, keys, present, index)
                    if end >= 0:
                        yield Found(phrase.label, index, end)

    def labels(self, line: Line) -> set[str]:
        """The labels of the phrases in the line."""
        return {found.label for found in self.all(line)}

    def holds(self, line: Line) -> bool:
        """Whether any phrase is in the line."""
        return next(self.all(line), None) is not None

    def opening(self, line: Line) -> int:
        """How many words of the line's beginning a phrase covers; 0 where none does."""
        return max((found.end for found in self.all(line) if not found.start), default=0)


def _match(pieces: Sequence[Piece], at: int, keys: Keys, index: int) -> int:
    """Where the phrase ends when its place `at` is at `index`; -1 where it does not fit."""
    if at == len(pieces):
        return index
    piece = pieces[at]
    if piece.gap:
        return _leap(pieces, at, keys, index)
    if piece.end:
        return index if index == len(keys) else -1
    ends = _ends(piece, keys, index)
    if piece.barred or piece.ahead:
        return _match(pieces, at + 1, keys, index) if bool(ends) is piece.ahead else -1
    for end in ends:
        matched = _match(pieces, at + 1, keys, end)
        if matched >= 0:
            return matched
    return _match(pieces, at + 1, keys, index) if piece.optional else -1


def _leap(pieces: Sequence[Piece], at: int, keys: Keys, index: int) -> int:
    """The same from behind a gap, the shortest one that fits; no gap crosses a stop."""
    for place in range(index, index + pieces[at].gap + 1):
        end = _match(pieces, at + 1, keys, place)
        if end >= 0:
            return end
        if place >= len(keys) or keys[place][0] in STOPS or keys[place][0] == pieces[at].fence:
            return -1
    return -1


def _ends(piece: Piece, keys: Keys, index: int) -> list[int]:
    """Where a choice of words that begins at `index` may end; none where it is not there."""
    if index >= len(keys):
        return []
    here = keys[index]
    ends = []
    if piece.runs and here[0] in piece.heads:
        ends = [
            index + len(run)
            for run in piece.runs
            if run[0] == here[0]
            and tuple(some[0] for some in keys[index + 1 : index + len(run)]) == run[1:]
        ]
    if not piece.words.isdisjoint(here):
        ends.append(index + 1)
    return ends
