"""When and where: the words of a line that say so, and the line without them."""

from collections.abc import Iterable
from dataclasses import dataclass

from nowwhat.coach.lexicon import Cues
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Found, Phrasebook
from nowwhat.coach.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Cue:
    """What a line says about time and place, in the person's words; empty where it does not.

    Attributes:
        when: A time, a day, a deadline, an event.
        where: A place.
        rest: The line without the words that say when.
    """

    when: str
    where: str
    rest: Line


class CueFinder:
    """Finds when and where."""

    def __init__(self, cues: Cues, vocabulary: Vocabulary) -> None:
        """Read the phrases."""
        times = [("when", cues.when), ("neither", cues.neither)]
        self._times = Phrasebook(times, vocabulary)
        self._places = Phrasebook([("where", cues.where)], vocabulary)

    def prove(self) -> None:
        """Read every phrase now."""
        self._times.prove()
        self._places.prove()

    def find(self, line: Line) -> Cue:
        """Find when and where in a line."""
        times = [one for one in _apart(self._times.all(line)) if one.label == "when"]
        rest = line.without(at for one in times for at in range(one.start, one.end))
        places = _apart(self._places.all(rest))
        return Cue(
            when=" ".join(line.quote(one.start, one.end) for one in times),
            where=" ".join(rest.quote(one.start, one.end) for one in places),
            rest=rest,
        )


def _apart(found: Iterable[Found]) -> list[Found]:
    """Those that no other covers, from left to right; what is no cue comes before what is."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, one.label != "neither", -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
