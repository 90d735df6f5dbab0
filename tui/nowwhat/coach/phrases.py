"""The small language in which a pack writes phrases, and the search for them in a line.

One phrase a line; words stand as they are, and then

    a|b        one of these                     walk/s/ed/ing   walk, walks, walked, walking
    <name>     a word of the class or shape     work_out        two words as one choice
    *          any one word                     word?           may be missing
    ..         up to three words between        ..6             up to six
    !a|<name>  none of these comes next         ^  $            where the line begins, ends
    &a|<name>  one of these comes next, and is no part of the phrase

A search tries only phrases whose first word is there and never looks further than their gaps, so
its time grows with the line's length and nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nowwhat.coach.line import Line

_GAP = 3
_LONGEST_SHAPE = 24


class PhraseError(ValueError):
    """A phrase cannot be read; the message says which, and what was expected."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One place of a phrase: a set of words, a gap, or an edge."""

    words: frozenset[str] = frozenset()
    runs: tuple[tuple[str, ...], ...] = ()
    gap: int = 0
    optional: bool = False
    barred: bool = False
    ahead: bool = False
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a line: its label, and the words from `start` up to, not including, `end`."""

    label: str
    start: int
    end: int


class Vocabulary:
    """The pack's classes of words and shapes of numbers."""

    def __init__(self, classes: Mapping[str, str], shapes: Mapping[str, str]) -> None:
        """Read the classes.

        Args:
            classes: Name → words; one may name another class as `<name>`, or leave out one of
                them as `-<name>`.
            shapes: Name → regular expression for one word that holds a digit.
        """
        self._sources = classes
        self._shapes = {f"<{name}>": re.compile(shape) for name, shape in shapes.items()}
        self._classes: dict[str, frozenset[str]] = {}
        self._seen: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, name: str) -> frozenset[str]:
        """The words of the class `name`, with those of the classes that it names."""
        if name not in self._classes:
            if name not in self._sources:
                raise PhraseError(f"<{name}> is no class of words")
            self._classes[name] = frozenset()
            kept, dropped = [], []
            for part in self._sources[name].split():
                (dropped if part[0] == "-" else kept).append(part.removeprefix("-"))
            self._classes[name] = self.words("|".join(kept)) - self.words("|".join(dropped))
        return self._classes[name]

    def words(self, source: str) -> frozenset[str]:
        """All words that `a|b/s/ed|<name>` stands for."""
        found: set[str] = set()
        for part in source.split("|"):
            if f"<{part[1:-1]}>" == part and len(part) > 2:  # noqa: PLR2004
                found |= {part} if part in self._shapes else self[part[1:-1]]
            elif "/" in part and len(part) > 1:
                stem, *tails = part.split("/")
                found.add(stem)
                found.update(stem + tail for tail in tails)
            else:
                found.add(part)
        return frozenset(found)

    def keys(self, word: str) -> tuple[str, ...]:
        """The word itself, the shapes that it has, and `*` unless it is a stop."""
        if not word[0].isalnum():
            return (word,)
        if not word[0].isdigit() or len(word) > _LONGEST_SHAPE:
            return (word, "*")
        shapes = (name for name, shape in self._shapes.items() if shape.fullmatch(word))
        return (word, "*", *shapes)


def _piece(source: str, vocabulary: Vocabulary) -> _Piece:
    if source in {"^", "$"}:
        return _Piece(edge=source)
    if source.startswith(".."):
        return _Piece(gap=int(source[2:] or _GAP))
    mark, optional = source[0] if len(source) > 1 else "", source[-1] == "?" and len(source) > 1
    source = source[1:] if mark in {"!", "&"} else source
    source = source[:-1] if optional else source
    words = vocabulary.words(source)
    runs = tuple(sorted(tuple(word.split("_")) for word in words if "_" in word))
    single = frozenset(word for word in words if "_" not in word)
    return _Piece(single, runs, optional=optional, barred=mark == "!", ahead=mark == "&")


def _variants(pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, ...]]:
    """The phrase beginning at each word that may be its first."""
    for index, piece in enumerate(pieces):
        yield tuple(pieces[index:])
        if not piece.optional:
            return


class Phrasebook:
    """Many labelled phrases, looked up by their first words."""

    def __init__(self, phrases: Iterable[tuple[str, str]], vocabulary: Vocabulary) -> None:
        """Read the phrases.

        Args:
            phrases: Label and phrases, one a line; a line that begins with `#` is a remark.
            vocabulary: The classes that they name.
        """
        self._vocabulary = vocabulary
        self._first: dict[str, list[tuple[str, tuple[_Piece, ...], bool]]] = {}
        for label, sources in phrases:
            for source in sources.splitlines():
                source = source.strip()  # noqa: PLW2901
                if source and not source.startswith("#"):
                    self._add(label, source)

    def _add(self, label: str, source: str) -> None:
        pieces = [_piece(part, self._vocabulary) for part in source.split()]
        at_start = pieces[0].edge == "^"
        for variant in _variants(pieces[1:] if at_start else pieces):
            head = next((piece for piece in variant if not piece.barred), _Piece())
            if head.ahead or not (head.words or head.runs):
                raise PhraseError(f"a phrase begins with a word: {source!r}")
            for word in head.words | {run[0] for run in head.runs}:
                self._first.setdefault(word, []).append((label, variant, at_start))

    def all(self, line: Line, *, start: int = 0) -> Iterator[Found]:
        """Every phrase in the line, from left to right.

        Args:
            line: Where to look.
            start: The word that counts as the line's first.
        """
        keys = [self._vocabulary.keys(word) for word in line.words]
        for index in range(start, len(keys)):
            for key in keys[index]:
                for label, pieces, at_start in self._first.get(key, ()):
                    if at_start and index != start:
                        continue
                    end = _match(pieces, 0, keys, index)
                    if end >= 0:
                        yield Found(label, index, end)

    def first(self, line: Line, *, start: int = 0) -> Found | None:
        """The first phrase in the line, if there is one."""
        return next(self.all(line, start=start), None)


_STOPS = frozenset(".;!?()")


def _match(pieces: Sequence[_Piece], at: int, keys: Sequence[tuple[str, ...]], index: int) -> int:
    """Where the phrase ends when it is matched from `index` on; -1 where it is not there."""
    if at == len(pieces):
        return index
    piece = pieces[at]
    if piece.edge:
        return index if index == len(keys) else -1
    if piece.gap:
        for skip in range(piece.gap + 1):
            end = _match(pieces, at + 1, keys, index + skip)
            if end >= 0:
                return end
            if index + skip >= len(keys) or keys[index + skip][0] in _STOPS:
                return -1
        return -1
    ends = _ends(piece, keys, index)
    if piece.barred or piece.ahead:
        return _match(pieces, at + 1, keys, index) if bool(ends) is piece.ahead else -1
    for end in ends:
        matched = _match(pieces, at + 1, keys, end)
        if matched >= 0:
            return matched
    return _match(pieces, at + 1, keys, index) if piece.optional else -1


def _ends(piece: _Piece, keys: Sequence[tuple[str, ...]], index: int) -> list[int]:
    """Where a choice of words that begins at `index` may end; none where it is not there."""
    if index >= len(keys):
        return []
    ends = [
        index + len(run)
        for run in piece.runs
        if len(keys) >= index + len(run)
        and all(keys[index + at][0] == word for at, word in enumerate(run))
    ]
    if any(key in piece.words for key in keys[index]):
        ends.append(index + 1)
    return ends
