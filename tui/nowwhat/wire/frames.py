"""Pictures that many watch at once: what leads from one to the next is worked out once for all."""

from collections.abc import Hashable, Sequence
from functools import lru_cache

import msgspec

from nowwhat.wire.abilities import Abilities
from nowwhat.wire.brush import Brush, Hand
from nowwhat.wire.cell import Cell
from nowwhat.wire.changes import changes
from nowwhat.wire.grid import Row
from nowwhat.wire.moves import At

Cells = tuple[tuple[Cell, ...], ...]


Frame = Hashable
"""The name of a picture: it tells it from all others, its form and its colours among it."""


class Step(msgspec.Struct, frozen=True):
    """From one picture to the next, on one place of a terminal.

    Attributes:
        before: What has to be shown there.
        after: What is shown then.
        said: What is to be written.
        hand: How the terminal stands then.
    """

    before: Cells
    after: Cells
    said: str
    hand: Hand


class Place(msgspec.Struct, frozen=True):
    """Where a picture is, and on what terminal.

    Attributes:
        corner: Its first cell.
        width: Columns of the terminal.
        cursor: Where the cursor is to be.
        hand: How the terminal stands.
        abilities: What it can do, its colours among it.
    """

    corner: At
    width: int
    cursor: At
    hand: Hand
    abilities: Abilities


class Steps:
    """What was worked out; all wires of a process share it."""

    def __init__(self, most: int = 1024) -> None:
        """Begin with nothing.

        Args:
            most: Steps that are kept; a breath of one form in one colour has about 150.
        """
        self._most = most
        self._kept: dict[tuple[Frame, Frame, Place], Step] = {}

    def find(self, before: Frame, after: Frame, place: Place) -> Step | None:
        """Find what was worked out."""
        return self._kept.get((before, after, place))

    def keep(self, before: Frame, after: Frame, place: Place, step: Step) -> None:
        """Keep it; the oldest one makes room."""
        if len(self._kept) >= self._most:
            del self._kept[next(iter(self._kept))]
        self._kept[before, after, place] = step


SHARED = Steps()


def step_between(before: Cells, after: Cells, place: Place) -> Step:
    """Work out a step."""
    brush = Brush(place.hand, place.abilities, place.width, whole=False)
    x, y = place.corner
    for down, (shown, wanted) in enumerate(zip(before, after, strict=True)):
        spans = changes(list(shown), list(wanted))
        if spans:
            brush.go((x + spans[0][0], y + down))  # what stands left of it is not ours to know
            moved = [(x + start, x + end) for start, end in spans]
            brush.row(y + down, _padded(x, wanted), moved)
    brush.go(place.cursor)
    return Step(before, after, brush.said, brush.hand)


@lru_cache(256)
def _padded(x: int, cells: tuple[Cell, ...]) -> Row:
    """Put cells where they are in their row."""
    return [*([None] * x), *cells]


def cells_at(rows: Sequence[Row], corner: At, width: int, height: int) -> Cells | None:
    """Cut out what is shown at a place; None where that is not known, or a cluster is cut."""
    x, y = corner
    found = []
    for row in rows[y : y + height]:
        cells = [cell for cell in row[x : x + width] if cell is not None]
        behind = row[x + width] if x + width < len(row) else None
        if len(cells) < width or not cells[0].width or (behind is not None and not behind.width):
            return None
        found.append(tuple(cells))
    return tuple(found) if len(found) == height else None
