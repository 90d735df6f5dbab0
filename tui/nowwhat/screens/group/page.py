"""How a face is set for a room: its question as large as there is space for it."""

from collections.abc import Iterator
from textwrap import wrap

import msgspec

from nowwhat.sitting.showing import Face
from nowwhat.widgets.letters import Size, lines_of, rows_of

MEASURE = 72
"""Cells of a line of smaller words, at most."""


_WAYS: tuple[tuple[Size, bool], ...] = (
    ("wide", True),
    ("narrow", True),
    ("wide", False),
    ("narrow", False),
    ("small", True),
    ("small", False),
)
"""How a face can be set, the best way first: how large its head is, and whether there is air."""


class Room(msgspec.Struct, frozen=True):
    """How much space there is, in cells."""

    width: int
    height: int


class Page(msgspec.Struct, frozen=True):
    """A face as it is set.

    Attributes:
        whom: For whom it is.
        before: What is said above the head.
        head: The question; where there is none, the first that is said, or its first sentence.
        size: How large there is room to draw the head.
        doors: What may be chosen.
        airy: There is room for an empty line between two of these.
        after: What is said below the head; what the numbers mean.
        hint: A word of help.
    """

    whom: str
    before: str
    head: str
    size: Size
    doors: tuple[tuple[str, str], ...]
    airy: bool
    after: str
    hint: str


def lay_out(face: Face, room: Room) -> Page:
    """Set a face as large as there is room for; nothing is ever left out."""
    pages = list(_pages(face))
    return next((page for page in pages if fits(page, room)), pages[-1])


def fits(page: Page, room: Room) -> bool:
    """Say whether all of a page is in view."""
    return _rows(page, room) <= room.height


def _pages(face: Face) -> Iterator[Page]:
    """Give the ways to set it, the best one first."""
    whole = list(_heads(face))
    for size, airy in _WAYS:
        for head, before, after in whole if size != "small" else whole[:1]:
            yield Page(face.whom, before, head, size, face.doors, airy, after, face.hint)


def _heads(face: Face) -> Iterator[tuple[str, str, str]]:
    """Give what can be the head, with what is said above and below it."""
    if face.ask or not face.says:
        yield face.ask, "\n\n".join(face.says), face.scale
        return
    first, *others = face.says
    yield first, "", "\n\n".join(others)
    sentence, stop, more = first.partition(". ")
    if more:
        yield f"{sentence}{stop.strip()}", "", "\n\n".join((more, *others))


def _rows(page: Page, room: Room) -> float:
    """Say how many rows a page takes; endless where its letters cannot be drawn."""
    width = min(room.width, MEASURE)
    texts = (page.whom, page.before, page.after, page.hint)
    rows = sum(_wrapped(text, width) + 1 for text in texts if text)
    if page.doors:
        rows += 1 + (len(page.doors) - 1) * page.airy
        rows += sum(1 + _wrapped(hint, width - 3) * bool(hint) for _, hint in page.doors)
    if page.size == "small":
        return rows + _wrapped(page.head, room.width)
    lines = lines_of(page.head, room.width, page.size)
    return rows + rows_of(lines) if lines else float("inf")


def _wrapped(text: str, width: int) -> int:
    return sum(max(1, len(wrap(line, max(1, width)))) for line in text.split("\n"))
