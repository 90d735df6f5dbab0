"""A short word in one row that changes every second, at the cost of a few bytes."""

from collections.abc import Hashable

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from nowwhat.widgets.stepping import Stepping


class Countdown(Stepping):
    """Seconds, or a word in their place, in the middle of its row; away while there is none."""

    DEFAULT_CSS = """
    Countdown { height: 1; width: 8; background: $background; }
    Countdown.-empty { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual calls it so
        super().__init__(id=id, classes="-empty")
        self.text = ""

    def say(self, text: str) -> None:
        """Show `text`."""
        before, self.text = self.text, text
        if bool(before) is not bool(text):
            self.set_class(not text, "-empty")
            self.refresh()
        elif before != text:
            self.step(range(1), before, text, Region(0, 0, self.outer_size.width, 1))

    def looks(self) -> Hashable:
        """Name its colours."""
        return ("countdown", self.rich_style)

    def render_line(self, y: int) -> Strip:
        """Draw its row."""
        width, style = self.outer_size.width, self.rich_style
        if y:
            return Strip.blank(width, style)
        left = max(0, (width - cell_len(self.text)) // 2)
        line = f"{' ' * left}{self.text}"
        return Strip([Segment(line, style)]).adjust_cell_length(width, style)
