"""What is likely to hurt someone, and calls for help: rules over a line without its idioms."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nowwhat.coach.lexicon import Rule
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import Vocabulary

_HOLE = "\x00"


class Rules:
    """Named rules; the first in their order that holds is the answer."""

    def __init__(self, rules: Mapping[str, Rule], vocabulary: Vocabulary) -> None:
        """Read the rules, the most urgent first."""
        self._order = tuple(rules)
        self._shows = Phrasebook(((k, rule.phrases) for k, rule in rules.items()), vocabulary)
        self._lifts = Phrasebook(((k, rule.unless) for k, rule in rules.items()), vocabulary)

    def holding(self, line: Line) -> tuple[str, ...]:
        """The names of the rules that hold, in their order."""
        shown = self._shows.labels(line)
        if not shown:
            return ()
        shown -= self._lifts.labels(line)
        return tuple(name for name in self._order if name in shown)


class Idioms:
    """Phrases that sound like harm and are none."""

    def __init__(self, phrases: str, vocabulary: Vocabulary) -> None:
        """Read the idioms."""
        self._book = Phrasebook([("", phrases)], vocabulary)

    def without(self, line: Line) -> Line:
        """The line with a hole where each idiom stood."""
        holes: Iterable[int] = {
            index for found in self._book.all(line) for index in range(found.start, found.end)
        }
        if not holes:
            return line
        gaps = frozenset(holes)
        words = tuple(_HOLE if at in gaps else word for at, word in enumerate(line.words))
        return replace(line, words=words)
