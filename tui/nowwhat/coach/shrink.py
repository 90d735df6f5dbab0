"""Three fractions of a line, built from the line itself."""

from nowwhat.coach.lexicon import Shrinking
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary


class Shrinker:
    """Knows how lines are made smaller."""

    def __init__(self, shrinking: Shrinking, vocabulary: Vocabulary) -> None:
        """Read the kinds of line, the first that fits being the one."""
        self._drop = Phrasebook([("", shrinking.drop)], vocabulary)
        self._ends = Phrasebook([("", shrinking.ends)], vocabulary)
        self._parts = tuple(kind.parts for kind in shrinking.kinds)
        self._kinds = tuple(Phrasebook([("", one.phrases)], vocabulary) for one in shrinking.kinds)

    def prove(self) -> None:
        """Read every phrase now."""
        for book in (self._drop, self._ends, *self._kinds):
            book.prove()

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
                    "{words}": _spoken(line, 0, len(line.words)),
                    "{verb}": _spoken(line, 0, begin),
                    "{rest}": _spoken(line, begin, self._end(line, begin)),
                }
                return tuple(_filled(part, said) for part in parts) if _whole(parts, said) else ()
        return ()

    def _end(self, line: Line, begin: int) -> int:
        """Where the first part of the line behind its verb ends."""
        found = (one.start for one in self._ends.all(line) if one.start > begin)
        return min(found, default=len(line.words))


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
