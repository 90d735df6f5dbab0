"""When and where: the words of a line that say so, and the line without them."""

from dataclasses import dataclass, replace

from nowwhat.coach.line import Line
from nowwhat.coach.phrases import Found, Phrasebook


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


def _drop(line: Line, gone: set[int]) -> Line:
    kept = [index for index in range(len(line.words)) if index not in gone]
    while kept and line.words[kept[0]] in {",", ":", ".", "-", ")"}:
        kept.pop(0)
    while kept and line.words[kept[-1]] in {",", ":", ".", "("}:
        kept.pop()
    return replace(
        line,
        words=tuple(line.words[index] for index in kept),
        starts=tuple(line.starts[index] for index in kept),
        ends=tuple(line.ends[index] for index in kept),
    )


def _longest(found: list[Found]) -> list[Found]:
    """Those that no other covers, from left to right; what is no cue comes before what is."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, one.label != "neither", -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def find_cue(line: Line, book: Phrasebook) -> Cue:
    """Find when and where.

    Args:
        line: The line.
        book: Phrases labelled `when`, `where` and `neither`.
    """
    found = _longest(list(book.all(line)))
    times = [one for one in found if one.label == "when"]
    places = [one for one in found if one.label == "where"]
    gone = {index for one in times for index in range(one.start, one.end)}
    return Cue(
        when=" ".join(line.quote(one.start, one.end) for one in times),
        where=" ".join(line.quote(one.start, one.end) for one in places),
        rest=_drop(line, gone),
    )
