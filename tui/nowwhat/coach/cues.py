"""When and where: the words of a line that say so, and the line without them."""

from collections.abc import Iterable
from dataclasses import dataclass

from nowwhat.coach.lexicon import Cues
from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Found, Phrasebook
from nowwhat.coach.vocabulary import Vocabulary

_PASSES = 4


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
        places = [("where", cues.where), ("neither", cues.nowhere)]
        self._places = Phrasebook(places, vocabulary)

    def prove(self) -> None:
        """Read every phrase now."""
        self._times.prove()
        self._places.prove()

    def find(self, line: Line) -> Cue:
        """Find when and where in a line.

        It looks again at what is left, so that one time more or less does not hide another.
        """
        rest = line
        said: list[tuple[int, str]] = []
        for _ in range(_PASSES):
            times = [one for one in _apart(self._times.all(rest)) if one.label == "when"]
            if not times:
                break
            said += [
                (rest.starts[one.start], rest.quote(one.start, one.end).rstrip(" ,"))
                for one in times
            ]
            rest = rest.without(at for one in times for at in range(one.start, one.end))
        places = [one for one in _apart(self._places.all(rest)) if one.label == "where"]
        return Cue(
            when=" ".join(words for _, words in sorted(said)),
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
