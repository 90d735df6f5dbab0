"""Three fractions of a line, built from the line itself."""

from collections.abc import Sequence

from nowwhat.coach.lexicon import Shrinking
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary

_ECHO = 3
"""So many words that come twice in a fraction are one too many."""


class Shrinker:
    """Knows how lines are made smaller."""

    def __init__(self, shrinking: Shrinking, vocabulary: Vocabulary) -> None:
        """Read the kinds of line, the first that fits being the one."""
        self._small = Phrasebook([("", shrinking.small)], vocabulary)
        self._drop = Phrasebook([("", shrinking.drop)], vocabulary)
        self._clause = Phrasebook([("", shrinking.clause)], vocabulary)
        self._ends = Phrasebook([("", f"{shrinking.clause}\n{shrinking.ends}")], vocabulary)
        self._parts = tuple(kind.parts for kind in shrinking.kinds)
        self._kinds = tuple(Phrasebook([("", one.phrases)], vocabulary) for one in shrinking.kinds)

    def prove(self) -> None:
        """Read every phrase now."""
        for book in (self._small, self._drop, self._clause, self._ends, *self._kinds):
            book.prove()

    def is_small(self, line: Line) -> bool:
        """Whether a line is a fraction already."""
        return self._small.holds(line)

    def shrink(self, line: Line) -> tuple[str, ...]:
        """Three smaller steps, or none where the line is of no known kind.

        Args:
            line: From its verb on, without words for time.
        """
        dropped = {at for found in self._drop.all(line) for at in range(found.start, found.end)}
        line = line.without(dropped)
        for book, parts in zip(self._kinds, self._parts, strict=True):
            begin = book.opening(line)
            if begin:
                said = {
                    "{first}": _spoken(line, 0, _until(self._clause, line, begin)),
                    "{verb}": _spoken(line, 0, begin),
                    "{rest}": _spoken(line, begin, _until(self._ends, line, begin)),
                }
                if not _whole(parts, said):
                    return ()
                filled = tuple(_filled(part, said) for part in parts)
                return () if any(map(_echoes, filled)) else filled
        return ()


def _until(ends: Phrasebook, line: Line, begin: int) -> int:
    """Where the part behind the verb ends: at such words, at a mark, where words are left out."""
    found = [one.start for one in ends.all(line) if one.start > begin]
    for at in range(max(begin, 1), len(line.words)):
        between = line.text[line.ends[at - 1] : line.starts[at]]
        if between.strip(" '\u2019"):
            found.append(at)
            break
    return min(found, default=len(line.words))


def _echoes(part: str) -> bool:
    """Whether a fraction says the same words twice."""
    words: Sequence[str] = part.casefold().replace(",", "").split()
    runs = [tuple(words[at : at + _ECHO]) for at in range(len(words) - _ECHO + 1)]
    return len(set(runs)) < len(runs)


def _spoken(line: Line, start: int, end: int) -> str:
    """The person's words, joined again where some between them are left out."""
    pieces: list[str] = []
    last = -1
    for at in range(start, end):
        if line.starts[at] < last:
            continue
        joined = line.text[last : line.starts[at]] if last >= 0 else ""
        pieces.append((joined if joined.strip() in {"", "'"} else " ") if pieces else "")
        pieces.append(line.text[line.starts[at] : line.ends[at]])
        last = line.ends[at]
    words = "".join(pieces)
    return words[:1].lower() + words[1:] if start == 0 else words


def _whole(parts: tuple[str, ...], said: dict[str, str]) -> bool:
    """Whether there is something to say for every place."""
    return all(words for place, words in said.items() if any(place in part for part in parts))


def _filled(part: str, said: dict[str, str]) -> str:
    for place, words in said.items():
        part = part.replace(place, words)
    return part
