"""The shape that grows and shrinks with the breath: a round light that fills, an eighth at a time.

Drawn by the Line API; only rows that changed are drawn again, so that a frame costs about 100 bytes.
"""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from nowwhat.session.breathing import Move, Pattern, Standing

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_WIDTHS = {
    5: (6, 10, 10, 10, 6),
    7: (8, 12, 14, 14, 14, 12, 8),
    9: (8, 14, 16, 18, 18, 18, 16, 14, 8),
}
"""Cells of each row, top to bottom, of a disc so many rows high; a cell is twice as high as wide."""


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


class Breath(Widget):
    """A disc that fills and empties; `fill` sets how far."""

    DEFAULT_CSS = """
    Breath { height: 9; width: 18; color: $primary; background: $background; }
    Breath.-small { height: 7; width: 14; }
    Breath > .breath--vessel { color: $primary; background: $panel; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"breath--vessel"}

    def __init__(self, *, small: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual calls it so
        super().__init__(id=id, classes="-small" if small else "")
        self._eighths = 0

    @property
    def widths(self) -> tuple[int, ...]:
        """Cells of each row."""
        return _WIDTHS.get(self.size.height, _WIDTHS[5])

    def fill(self, level: float) -> bool:
        """Fill to a level, 0 to 1; say whether anything looks different by it."""
        rows = len(self.widths)
        eighths = max(1, round(level * rows * 8))
        before, self._eighths = self._eighths, eighths
        if before == eighths:
            return False
        low, high = sorted((before, eighths))
        top, bottom = rows - 1 - (high - 1) // 8, rows - 1 - low // 8
        widest = max(self.widths[max(0, top) : bottom + 1], default=0)
        right = (self.size.width + widest) // 2
        self.refresh(Region(0, top, right, bottom - top + 1))
        return True

    def render_line(self, y: int) -> Strip:
        """Draw one row: its place in the disc, and how full it is."""
        widths = self.widths
        ground = self.rich_style
        if y >= len(widths):
            return Strip.blank(self.size.width, ground)
        cells = min(widths[y], self.size.width)
        left = (self.size.width - cells) // 2
        eighths = max(0, min(8, self._eighths - (len(widths) - 1 - y) * 8))
        vessel = self.get_component_rich_style("breath--vessel")
        return Strip(
            [
                Segment(" " * left, ground),
                Segment(_EIGHTHS[eighths] * cells, vessel),
                Segment(" " * (self.size.width - cells - left), ground),
            ],
            self.size.width,
        )
