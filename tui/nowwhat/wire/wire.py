"""One terminal: what it shows, and what has to be written so that it shows something else."""

from collections.abc import Iterable

from rich.segment import Segment

from nowwhat.wire.abilities import Abilities
from nowwhat.wire.brush import Hand
from nowwhat.wire.cell import cells_of
from nowwhat.wire.difference import difference
from nowwhat.wire.foreign import Foreign, what_it_does
from nowwhat.wire.grid import Grid, Row, put
from nowwhat.wire.moves import At
from nowwhat.wire.palette import pen_of

Piece = tuple[int, int, Iterable[Segment]]
"""Column, row, and what is written from there on."""


class Wire:
    """The way to one terminal. Each connection has its own, with its own colours."""

    def __init__(self, abilities: Abilities) -> None:
        self.abilities = abilities
        self._shown = Grid(1, 1)
        self._hand = Hand()

    def paint(self, pieces: Iterable[Piece], size: tuple[int, int], cursor: At) -> str:
        """Say what has to be written so that these pieces are shown.

        Args:
            pieces: In the order in which they are written; the last one wins.
            size: Columns and rows of the terminal.
            cursor: Where its cursor is to be.
        """
        if (self._shown.width, self._shown.height) != size:
            self._shown = Grid(*size)
            self._hand = Hand()
        wanted = self._wanted(pieces)
        said, self._hand = difference(self._shown, wanted, cursor, self._hand, self.abilities)
        for y, row in wanted.items():
            self._shown.rows[y] = row
        return said

    def _wanted(self, pieces: Iterable[Piece]) -> dict[int, Row]:
        """Put the pieces over what is shown."""
        palette, rows = self.abilities.palette, self._shown.rows
        wanted: dict[int, Row] = {}
        for first, y, segments in pieces:
            if not 0 <= y < len(rows):
                continue
            row = wanted.get(y)
            if row is None:
                row = wanted[y] = rows[y].copy()
            x = first
            for text, style, control in segments:
                if not control:
                    x = put(row, x, cells_of(text, pen_of(style, palette)))
        return wanted

    def overhear(self, data: str) -> None:
        """Take note of what somebody else writes to the terminal."""
        match what_it_does(data):
            case Foreign.SHOWS:
                self.forget()
            case Foreign.MOVES:
                self._hand = Hand()
            case Foreign.NOTHING:
                pass

    @property
    def sure(self) -> bool:
        """Whether it is known of each cell what stands in it."""
        return not any(None in row for row in self._shown.rows)

    def forget(self) -> None:
        """Know nothing of what the terminal shows: all that is painted next is written whole."""
        self._shown = Grid(self._shown.width, self._shown.height)
        self._hand = Hand()
