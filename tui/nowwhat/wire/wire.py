"""One terminal: what it shows, and what has to be written so that it shows something else."""

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace
from rich.segment import Segment

from nowwhat.wire.abilities import Abilities
from nowwhat.wire.brush import Hand
from nowwhat.wire.cell import Cell, cells_of
from nowwhat.wire.difference import difference
from nowwhat.wire.foreign import Foreign, what_it_does
from nowwhat.wire.frames import SHARED, Cells, Frame, Place, Step, Steps, cells_at, step_between
from nowwhat.wire.grid import Grid, Row, put
from nowwhat.wire.moves import At
from nowwhat.wire.palette import pen_of

_QUESTION = "\x1b[H\u2581\x1b[2b\x1b[6n"
_REPEATED = (3, 0)

Piece = tuple[int, int, Iterable[Segment]]
"""Column, row, and what is written from there on."""


class Wire:
    """The way to one terminal. Each connection has its own, with its own colours."""

    def __init__(self, abilities: Abilities, steps: Steps = SHARED) -> None:
        """Begin with a terminal of which nothing is known.

        Args:
            abilities: What it can do.
            steps: Where steps between pictures are shared.
        """
        self.abilities, self._steps = abilities, steps
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

    def step(
        self,
        before: Frame,
        after: Frame,
        corner: At,
        rows: Callable[[], Sequence[Iterable[Segment]]],
        cursor: At,
    ) -> str | None:
        """Say what has to be written so that one picture becomes the next.

        What was worked out for one who watches it holds for all who see it at the same place in
        the same colours.

        Args:
            before: What is shown, as far as the caller knows.
            after: What is to be shown.
            corner: Where its first cell is.
            rows: Gives the rows of the picture that change.
            cursor: Where the cursor is to be.

        Returns:
            What is to be written; None where something else is shown than was thought.
        """
        place = Place(corner, self._shown.width, cursor, self._hand, self.abilities)
        step = self._steps.find(before, after, place)
        if step is None:
            step = self._work_out(rows(), place)
            if step is None:
                return None
            self._steps.keep(before, after, place, step)
        elif not self._shows(step.before, corner):
            return None
        x, y = corner
        for down, cells in enumerate(step.after):
            self._shown.rows[y + down][x : x + len(cells)] = cells
        self._hand = step.hand
        return step.said

    def _work_out(self, rows: Sequence[Iterable[Segment]], place: Place) -> Step | None:
        """Work out a step from what is shown."""
        after = []
        for segments in rows:
            cells: list[Cell] = []
            for text, style, _ in segments:
                cells += cells_of(text, pen_of(style, self.abilities.palette))
            after.append(tuple(cells))
        width = max(map(len, after), default=0)
        before = cells_at(self._shown.rows, place.corner, width, len(after))
        if before is None or any(len(cells) != width for cells in after):
            return None
        return step_between(before, tuple(after), place)

    def _shows(self, cells: Cells, corner: At) -> bool:
        """Say whether this is shown there."""
        x, y = corner
        return all(
            tuple(self._shown.rows[y + down][x : x + len(row)]) == row
            for down, row in enumerate(cells)
            if y + down < self._shown.height
        )

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
    def question(self) -> str:
        """Ask the terminal whether it repeats a character; its name alone does not say.

        Written before the first frame: a block, twice more, and where the cursor is then (CPR).
        """
        return "" if self.abilities.repeats else _QUESTION

    def answered(self, at: At) -> None:
        """Hear where the cursor was after the question."""
        if at == _REPEATED:
            self.abilities = replace(self.abilities, repeats=True)

    @property
    def sure(self) -> bool:
        """Whether it is known of each cell what stands in it."""
        return not any(None in row for row in self._shown.rows)

    def forget(self) -> None:
        """Know nothing of what the terminal shows: all that is painted next is written whole."""
        self._shown = Grid(self._shown.width, self._shown.height)
        self._hand = Hand()
