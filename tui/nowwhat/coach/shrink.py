"""Three fractions of a line, built from the line itself."""

from collections.abc import Sequence

from nowwhat.coach.lexicon import Fraction
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary


class Shrinker:
    """Knows how lines are made smaller."""

    def __init__(self, fractions: Sequence[Fraction], vocabulary: Vocabulary) -> None:
        """Read the kinds of line, the first that fits being the one."""
        self._parts = tuple(one.parts for one in fractions)
        self._books = tuple(Phrasebook([("", one.phrases)], vocabulary) for one in fractions)

    def prove(self) -> None:
        """Read every phrase now."""
        for book in self._books:
            book.prove()

    def shrink(self, line: Line) -> tuple[str, ...]:
        """Three smaller steps, or none where the line is of no known kind."""
        for book, parts in zip(self._books, self._parts, strict=True):
            end = book.opening(line)
            if end:
                rest = line.quote(end, len(line.words))
                words = line.quote(0, len(line.words))
                return tuple(
                    part.replace("{rest}", rest).replace("{words}", words) for part in parts
                )
        return ()
