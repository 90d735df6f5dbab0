"""Writing cells to a terminal in the fewest bytes: it knows where the cursor is and its pen."""

from collections.abc import Sequence

import msgspec

from nowwhat.wire.abilities import Abilities
from nowwhat.wire.cell import Cell
from nowwhat.wire.changes import Span
from nowwhat.wire.grid import Row
from nowwhat.wire.moves import At, move
from nowwhat.wire.pen import PLAIN, Pen, for_blank
from nowwhat.wire.sgr import change

_TO_THE_END = "\x1b[K"
_WORTH_A_COUNT = 9
"""Cells from which on erasing them and stepping over them is shorter than spaces."""


class Hand(msgspec.Struct, frozen=True):
    """How the terminal stands between two frames.

    Attributes:
        at: Where its cursor is; None: nobody knows.
        pen: What it writes with; None: nobody knows.
    """

    at: At | None = None
    pen: Pen | None = None


class Brush:
    """Writes, and remembers how the terminal stands."""

    def __init__(self, hand: Hand, abilities: Abilities, width: int, *, whole: bool = True) -> None:
        """Take it up.

        Args:
            hand: How the terminal stands.
            abilities: What it can do.
            width: Columns of the terminal.
            whole: The rows it is given are whole; otherwise there is something behind their ends.
        """
        self._whole = whole
        self._at, self._pen = hand.at, hand.pen
        self._abilities, self._width = abilities, width
        self._said: list[str] = []

    @property
    def said(self) -> str:
        """What was written."""
        return "".join(self._said)

    @property
    def hand(self) -> Hand:
        """How the terminal stands."""
        return Hand(self._at, self._pen)

    def go(self, to: At) -> None:
        """Move the cursor."""
        self._said.append(move(self._at, to))
        self._at = to

    def clear(self, ground: Cell) -> None:
        """Blank the whole screen."""
        self._dip(ground)
        self._said.append("\x1b[2J")

    def row(self, y: int, cells: Row, spans: Sequence[Span]) -> None:
        """Write what changes of a row.

        Args:
            y: Which row.
            cells: The whole row.
            spans: Where it changes, from the left.
        """
        for start, end in spans:
            self._reach(start, y, cells)
            x = start
            while x < end:
                x = self._run(x, y, end, cells)

    def _reach(self, x: int, y: int, cells: Row) -> None:
        """Come to a cell of a row: by a move, or by writing again what is between."""
        if self._at is not None and self._at[1] == y and self._at[0] < x:
            between = cells[self._at[0] : x]
            way = move(self._at, (x, y))
            if len(between) <= len(way) and all(self._holds(cell) for cell in between):
                text = "".join(cell.text for cell in between if cell)
                if len(text.encode()) <= len(way):
                    self._said.append(text)
                    self._at = (x, y)
                    return
        self.go((x, y))

    def _holds(self, cell: Cell | None) -> bool:
        """Say whether a cell can be written with the pen in hand, on every terminal."""
        pen = self._pen
        if cell is None or pen is None or cell.spill >= 0 or not cell.width:
            return False
        return (for_blank(pen, cell.pen) if cell.text == " " else cell.pen) == pen

    def _run(self, x: int, y: int, end: int, cells: Row) -> int:
        """Write the next cell, and those after it that are the same; say where the next is."""
        cell = cells[x]
        if cell is None:
            return x + 1
        behind = x + 1
        while behind < end and cells[behind] is cell:
            behind += 1
        if cell.text == " " and self._erase(x, y, behind, cells):
            return behind
        self.go((x, y))
        if cell.spill >= 0:
            self._doubtful(cell, x, y)
            return x + cell.width
        self._dip(cell)
        if cell.width > 1:
            behind = x + cell.width
            self._print(cell, 1)
        else:
            self._print(cell, behind - x)
        self._land(behind, y)
        return behind

    def _erase(self, x: int, y: int, behind: int, cells: Row) -> bool:
        """Erase cells, where that is possible and shorter than spaces."""
        cell, number = cells[x], behind - x
        assert cell is not None  # noqa: S101 - it is the caller's cell
        if cell.pen.marks or (cell.pen.bg and not self._abilities.erases_in_colour):
            return False
        if (
            self._whole
            and number > len(_TO_THE_END)
            and all(each is cell for each in cells[behind:])
        ):
            said = _TO_THE_END
        elif self._abilities.erases_in_colour and number > _WORTH_A_COUNT:
            said = f"\x1b[{number}X"
        else:
            return False
        self.go((x, y))
        self._dip(cell)
        self._said.append(said)
        return True

    def _doubtful(self, cell: Cell, x: int, y: int) -> None:
        """Write what terminals take to be of different widths; after it nobody knows the column.

        What it may leave free is blank, and what it may cover is written after it.
        """
        self._dip(cell)
        self._said.append(" " * cell.width)
        self._land(x + cell.width, y)
        self.go((x, y))
        self._said.append(cell.text)
        self._at = None

    def _dip(self, cell: Cell) -> None:
        """Take the pen of a cell."""
        wanted = for_blank(self._pen or PLAIN, cell.pen) if cell.text == " " else cell.pen
        self._said.append(change(self._pen, wanted, ends_marks=self._abilities.ends_marks))
        self._pen = wanted

    def _print(self, cell: Cell, number: int) -> None:
        """Write a cell so many times."""
        again = f"\x1b[{number - 1}b"
        if (
            self._abilities.repeats
            and not cell.joins
            and (number - 1) * len(cell.text.encode()) > len(again)
        ):
            self._said.append(cell.text + again)
        else:
            self._said.append(cell.text * number)

    def _land(self, x: int, y: int) -> None:
        """Be where the cursor is after writing; in the last column terminals differ."""
        self._at = (x, y) if x < self._width else None
