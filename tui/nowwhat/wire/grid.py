"""A screen as rows of cells; a cell that nobody knows is none."""

from collections.abc import Sequence

from nowwhat.wire.cell import Cell, blank, joined

Row = list[Cell | None]
"""The cells of a row, from the left; None where it is not known what stands there."""


class Grid:
    """So many rows of so many cells."""

    def __init__(self, width: int, height: int, fill: Cell | None = None) -> None:
        """Make one.

        Args:
            width: Cells of a row, from 1.
            height: Rows, from 1.
            fill: What stands in every cell; None: that is not known.
        """
        self.width, self.height = width, height
        self.rows: list[Row] = [[fill] * width for _ in range(height)]

    def put(self, x: int, y: int, cells: Sequence[Cell]) -> None:
        """Put cells into a row, as a terminal would; what does not fit is cut off."""
        if 0 <= y < self.height:
            put(self.rows[y], x, cells)


def put(row: Row, x: int, cells: Sequence[Cell]) -> int:
    """Put cells into a row and say where they end.

    What has no width goes to the cluster before it. A cluster of which a part is overwritten
    leaves blanks, and one that does not fit whole becomes blanks.
    """
    at = 0
    while at < len(cells) and not cells[at].width and cells[at].text:
        _join(row, x - 1, cells[at].text)
        at += 1
    if x >= len(row):  # a picture for a wider screen than it is by now
        return x
    fits = cells[at : at + len(row) - x] if at or x + len(cells) > len(row) else cells
    end = x + len(fits)
    if not fits:
        return x
    _cut(row, x)
    _cut(row, end)
    row[x:end] = fits
    if end - x < len(cells) - at:
        _blank_torn(row, x)
    return end


def _join(row: Row, x: int, mark: str) -> None:
    """Add to the cluster that stands here."""
    x = lead_of(row, x) if x >= 0 else x
    cell = row[x] if x >= 0 else None
    if cell is not None:
        row[x] = joined(cell, mark)


def lead_of(row: Row, x: int) -> int:
    """Say where the cluster begins that stands here."""
    while x > 0 and (cell := row[x]) is not None and not cell.width:
        x -= 1
    return x


def _cut(row: Row, x: int) -> None:
    """Make blanks of a cluster that goes over this place from left to right."""
    if not 0 < x < len(row):
        return
    cell = row[x]
    if cell is None or cell.width:
        return
    first = lead_of(row, x)
    while x < len(row) and (cell := row[x]) is not None and not cell.width:
        x += 1
    _blank(row, first, x)


def _blank_torn(row: Row, x: int) -> None:
    """Make blanks of a cluster at the end of a row that does not fit."""
    first = lead_of(row, len(row) - 1)
    cell = row[first]
    if first >= x and cell is not None and first + cell.width > len(row):
        _blank(row, first, len(row))


def _blank(row: Row, start: int, end: int) -> None:
    for x in range(start, end):
        cell = row[x]
        row[x] = None if cell is None else blank(cell.pen)
