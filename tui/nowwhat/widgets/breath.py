"""The shape that grows and shrinks with the breath: a round light that fills, an eighth at a time.

Drawn by the Line API; only rows that changed are drawn again: a frame costs about 100 bytes.
"""

from collections.abc import Hashable
from functools import cache
from math import sqrt
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from nowwhat.session.breathing import Move, Pattern, Standing
from nowwhat.widgets.stepping import Stepping

_EIGHTHS = " ▁▂▃▄▅▆▇█"
SMALL, USUAL = 7, 9
"""Rows of a disc beside something else, and alone."""


@cache
def halves_of(rows: int) -> tuple[int, ...]:
    """Give the cells of each half row of a disc, from its top; a half row is as high as wide.

    Args:
        rows: How high it is; as many cells wide, twice.
    """
    heights = (rows - number - 0.5 for number in range(rows))
    upper = tuple(2 * round(sqrt(rows * rows - height * height)) for height in heights)
    return (*upper, *reversed(upper))


def level_at(pattern: Pattern, standing: Standing) -> float:
    """Say how full the breath is, 0 to 1.

    Phases of one direction in a row share it by their seconds; a hold keeps what was reached.
    """
    phases, index = pattern.phases, standing.index
    move = phases[index].move
    if move is Move.STILL:
        return 0.0
    if move is Move.HOLD:
        before = [phase.move for phase in phases[:index] if phase.move is not Move.HOLD]
        return 1.0 if before and before[-1] is Move.IN else 0.0
    first = last = index
    while first > 0 and phases[first - 1].move is move:
        first -= 1
    while last + 1 < len(phases) and phases[last + 1].move is move:
        last += 1
    whole = sum(phase.seconds for phase in phases[first : last + 1])
    gone = sum(phase.seconds for phase in phases[first:index])
    part = (gone + standing.progress * phases[index].seconds) / whole
    return part if move is Move.IN else 1.0 - part


class Breath(Stepping):
    """A disc that fills and empties; `fill` sets how far."""

    DEFAULT_CSS = """
    Breath { height: 9; width: 18; color: $primary; background: $background; }
    Breath.-small { height: 7; width: 14; }
    Breath > .breath--vessel { color: $primary; background: $primary 16%; }
    Breath:ansi > .breath--vessel { color: $primary; background: ansi_default; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"breath--vessel"}

    def __init__(self, *, small: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual calls it so
        super().__init__(id=id, classes="-small" if small else "")
        self._eighths = self._high = 0

    @property
    def _halves(self) -> tuple[int, ...]:
        """Cells of each half row, top to bottom."""
        return halves_of(self._rows)

    @property
    def _rows(self) -> int:
        return self._high or (SMALL if self.has_class("-small") else USUAL)

    def grow(self, rows: int) -> None:
        """Be a disc so many rows high, whatever the class says."""
        if rows != self._high:
            self._high = rows
            self.styles.height, self.styles.width = rows, 2 * rows
            self.refresh(layout=True)

    def fill(self, level: float) -> bool:
        """Fill to a level, 0 to 1; say whether anything looks different by it."""
        rows = self._rows
        eighths = max(1, round(level * rows * 8))
        before, self._eighths = self._eighths, eighths
        if before == eighths:
            return False
        low, high = sorted((before, eighths))
        top, bottom = rows - 1 - (high - 1) // 8, rows - 1 - low // 8
        top, bottom = max(0, top), max(0, bottom)
        widest = max(self._halves[2 * top : 2 * bottom + 2])
        right = (self.outer_size.width + widest) // 2
        part = Region(0, top, right, bottom - top + 1)
        self.step(range(top, bottom + 1), before, eighths, part)
        return True

    def looks(self) -> Hashable:
        """Name its shape and its colours."""
        vessel = self.get_component_rich_style("breath--vessel")
        return ("breath", self._halves, vessel, self.rich_style.bgcolor)

    def render_line(self, y: int) -> Strip:
        """Draw one row: its place in the disc, and how full it is.

        Where the half rows of a row differ, the ends of the wider one are half cells.
        """
        width, rows = self.size.width, self._rows
        ground = Style(bgcolor=self.rich_style.bgcolor)
        if y >= rows:
            return Strip.blank(width, ground)
        upper, lower = self._halves[2 * y], self._halves[2 * y + 1]
        inner, outer = sorted((upper, lower))
        eighths = max(0, min(8, self._eighths - (rows - 1 - y) * 8))
        light = self.get_component_rich_style("breath--vessel")
        ends = self._ends(eighths, (outer - inner) // 2, upper=upper > lower)
        blank = Segment(" " * ((width - outer) // 2), ground)
        whole = Segment(_EIGHTHS[eighths] * inner, light)
        drawn = [each for each in (blank, ends, whole, ends, blank) if each.text]
        return Strip(drawn, width)

    def _ends(self, eighths: int, cells: int, *, upper: bool) -> Segment:
        """Draw half cells: light once the fill has come half way through them."""
        vessel = self.get_component_rich_style("breath--vessel")
        lit = eighths >= (6 if upper else 2)
        color = vessel.color if lit else vessel.bgcolor
        if color is None or color.is_default:
            return Segment(" " * cells, Style(bgcolor=self.rich_style.bgcolor))
        style = Style(color=color, bgcolor=self.rich_style.bgcolor)
        return Segment(("▀" if upper else "▄") * cells, style)
