"""What simulated participants are called and write: `rehearsal.toml`."""

from collections import Counter
from collections.abc import Iterator
from unicodedata import category

import msgspec

from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault
from nowwhat.packs.shapes import Shape
from nowwhat.session.typed import LINE_LIMIT, NOTE_LIMIT

LEAST = {"names": 30, "insights": 40, "actions": 60, "hindrances": 12, "shared": 6}
"""How many there are of each, so that a rehearsed room does not sound like one person."""

LONGEST_NAME = 40
"""Characters of a name."""


class Hindrance(Shape, frozen=True, kw_only=True):
    """What could get in the way, and the answer to it."""

    obstacle: str
    response: str


class Rehearsal(Shape, frozen=True, kw_only=True):
    """`rehearsal.toml`.

    Attributes:
        names: What participants are called; a room may have some without a name.
        insights: What they have understood.
        actions: What they choose: one concrete, safe action each.
        whens: When they do it.
        hindrances: What could get in the way, and the answer to it.
        shared: Sentences for the board.
    """

    names: tuple[str, ...]
    insights: tuple[str, ...]
    actions: tuple[str, ...]
    whens: tuple[str, ...]
    hindrances: tuple[Hindrance, ...]
    shared: tuple[str, ...]


def rehearsal_faults(rehearsal: Rehearsal) -> Iterator[Fault]:
    """List what is missing, blank, too long or there twice."""
    place = Place("rehearsal.toml")
    lists = msgspec.structs.asdict(rehearsal)
    for key, least in LEAST.items():
        if len(lists[key]) < least:
            yield place.fault(key, f"{least} or more, not {len(lists[key])}")
    if not rehearsal.whens:
        yield place.fault("whens", "at least one")
    for key, line in _lines(rehearsal):
        if not line.strip():
            yield place.fault(key, "words, not nothing")
        longest = {"names": LONGEST_NAME, "insights": NOTE_LIMIT}.get(key, LINE_LIMIT)
        if len(line) > longest or any(category(character) == "Cc" for character in line):
            yield place.fault(key, f"at most {longest} characters, on one line: {line[:40]!r}")
    for (key, line), count in Counter(
        (k, text.casefold()) for k, text in _lines(rehearsal)
    ).items():
        if count > 1:
            yield place.fault(key, f"{line!r} once")


def _lines(rehearsal: Rehearsal) -> Iterator[tuple[str, str]]:
    """List every text with its key."""
    for key in ("names", "insights", "actions", "whens", "shared"):
        for line in getattr(rehearsal, key):
            yield key, line
    for hindrance in rehearsal.hindrances:
        yield "hindrances.obstacle", hindrance.obstacle
        yield "hindrances.response", hindrance.response
