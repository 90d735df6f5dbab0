"""A pack's classes of words, and what one place of a phrase allows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_GAP = 3
_LONGEST_SHAPE = 24


class PhraseError(ValueError):
    """A phrase cannot be read; the message says which, and what was expected."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of a phrase: a choice of words, a gap, or the line's end.

    Attributes:
        words: Single words and shapes that may stand here.
        runs: Several words that may stand here.
        heads: The first words of both.
        gap: Up to so many words.
        fence: A word that the gap does not cross, beside the stops.
        optional: Nothing may stand here.
        barred: None of these may come next; they are no part of the phrase.
        ahead: One of these must come next; they are no part of the phrase.
        end: The line ends here.
    """

    words: frozenset[str] = frozenset()
    runs: tuple[tuple[str, ...], ...] = ()
    heads: frozenset[str] = frozenset()
    gap: int = 0
    fence: str = ""
    optional: bool = False
    barred: bool = False
    ahead: bool = False
    end: bool = False

    @property
    def needed(self) -> bool:
        """Whether one of its heads must be in the line."""
        return bool(self.heads) and not self.optional and not self.barred


class Vocabulary:
    """The pack's classes of words and shapes of numbers."""

    def __init__(self, classes: Mapping[str, str], shapes: Mapping[str, str]) -> None:
        """Keep the classes; each is read when it is first needed.

        Args:
            classes: Name → words; one may name another class as `<name>`, or leave out one of
                them as `-<name>`.
            shapes: Name → regular expression for one word that begins with a digit.
        """
        self._sources = classes
        self._shapes = {f"<{name}>": re.compile(shape) for name, shape in shapes.items()}
        self._classes: dict[str, frozenset[str]] = {}
        self._pieces: dict[str, Piece] = {}

    def __getitem__(self, name: str) -> frozenset[str]:
        """The words of the class `name`, with those of the classes that it names."""
        if name not in self._classes:
            if name not in self._sources:
                raise PhraseError(f"<{name}> is no class of words")
            self._classes[name] = frozenset()
            parts = self._sources[name].split()
            kept = "|".join(part for part in parts if part[0] != "-")
            dropped = "|".join(part[1:] for part in parts if part[0] == "-")
            self._classes[name] = self._words(kept) - self._words(dropped)
        return self._classes[name]

    def _words(self, source: str) -> frozenset[str]:
        """All words that `a|b/s/ed|<name>` stands for."""
        found: set[str] = set()
        for part in source.split("|"):
            if part in self._shapes:
                found.add(part)
            elif part[:1] == "<" and part[-1] == ">":
                found |= self[part[1:-1]]
            elif "/" in part and len(part) > 1:
                stem, *tails = part.split("/")
                found.update((stem, *(stem + tail for tail in tails)))
            elif part:
                found.add(part)
        return frozenset(found)

    def piece(self, source: str) -> Piece:
        """Read one place of a phrase; equal ones are one value."""
        known = self._pieces.get(source)
        if known is None:
            known = self._pieces[source] = self._read(source)
        return known

    def _read(self, source: str) -> Piece:
        if source == "$":
            return Piece(end=True)
        if source.startswith(("..", "~")):
            length = source.removeprefix("~").removeprefix("..")
            if length and not length.isdigit():
                raise PhraseError(f"a gap is `..` or `~` and a number: {source!r}")
            return Piece(gap=int(length or _GAP), fence="," if source[0] == "~" else "")
        mark = source[0] if len(source) > 1 and source[0] in "!&" else ""
        optional = len(source) > 1 and source[-1] == "?"
        words = self._words(source.removeprefix(mark)[: -1 if optional else None])
        runs = tuple(sorted(tuple(word.split("_")) for word in words if "_" in word))
        single = frozenset(word for word in words if "_" not in word)
        heads = single | {run[0] for run in runs}
        return Piece(single, runs, heads, optional=optional, barred=mark == "!", ahead=mark == "&")

    def keys(self, word: str) -> tuple[str, ...]:
        """The word itself, the shapes that it has, and `*` unless it is a stop."""
        if not word[0].isalnum():
            return (word,)
        if not word[0].isdigit() or len(word) > _LONGEST_SHAPE:
            return (word, "*")
        shapes = (name for name, shape in self._shapes.items() if shape.fullmatch(word))
        return (word, "*", *shapes)
