"""Two banks and the planks between: a long list of rows, of which only those in view are drawn."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from nowwhat.session.typed import shown
from nowwhat.sitting.timeline import Mark, Row

PLANKS: dict[Mark, str] = {
    Mark.DONE: "━━━━━",
    Mark.PART: "━━━╌╌",
    Mark.OPEN: "╌╌╌╌╌",
    Mark.NOT_YET: "╌   ╌",
    Mark.LET_GO: "· · ·",
    Mark.ALONE: "     ",
    Mark.LADDER: "┼┼┼┼┼",
}
"""What lies between the banks, told without colour; water where nothing does."""

DATE = 7
"""Cells of the day and the space behind it."""

_RIVER = 9
"""Cells from bank to bank, with the space beside them."""

_WAVES = ("  ~  ", "~    ", "   ~ ")


class Banks(ScrollView, can_focus=True):
    """The rows; arrows move the mark, `Opened` tells which row is wanted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "banks--quiet",
        "banks--bank",
        "banks--plank",
        "banks--open",
        "banks--at",
    }
    DEFAULT_CSS = """
    Banks {
        height: 1fr; width: 100%; overflow-x: hidden; scrollbar-size-vertical: 1;
        background: $background; color: $foreground;
        & > .banks--quiet { color: $foreground-muted; }
        & > .banks--bank { color: $foreground-muted; }
        & > .banks--plank { color: $primary; }
        & > .banks--open { color: $secondary; }
        & > .banks--at { background: $surface; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", id="banks.up", show=False),
        Binding("down", "move(1)", id="banks.down", show=False),
        Binding("pageup", "page(-1)", id="banks.page_up", show=False),
        Binding("pagedown", "page(1)", id="banks.page_down", show=False),
        Binding("home", "move(-1000000)", id="banks.first", show=False),
        Binding("end", "move(1000000)", id="banks.last", show=False),
        Binding("enter", "open", id="banks.open", show=False),
    ]

    at: reactive[int] = reactive(0, init=False)

    class Moved(Message):
        """Another row is marked."""

    class Opened(Message):
        """A row is wanted whole."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, day: Callable[[Row], str]) -> None:
        """Prepare; `day` writes the day of a row in six cells at most."""
        super().__init__()
        self._day = day
        self._rows: tuple[Row, ...] = ()

    @property
    def room(self) -> int:
        """Cells that a row has, beside the scrollbar where there is one."""
        return self.scrollable_content_region.width

    @property
    def row(self) -> Row | None:
        """The row that is marked."""
        return self._rows[self.at] if self._rows else None

    def show(self, rows: Sequence[Row], at: int = 0) -> None:
        """Show these rows, this one of them marked."""
        self._rows = tuple(rows)
        self.virtual_size = Size(0, len(self._rows))
        self.set_reactive(Banks.at, max(0, min(at, len(self._rows) - 1)))
        self.refresh()
        self.call_after_refresh(self._to_the_mark)
        self.post_message(self.Moved())

    def watch_at(self) -> None:
        """Move the mark."""
        self._to_the_mark()
        self.refresh()
        self.post_message(self.Moved())

    def _to_the_mark(self) -> None:
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one row, and no other."""
        number, width = y + self.scroll_offset.y, self.room
        if number >= len(self._rows):
            return self._river(number, width)
        at = number == self.at
        ground = self.rich_style
        if at:
            ground += self.get_component_rich_style("banks--at")
        return Strip(list(self._segments(number, width, ground, at=at))).adjust_cell_length(
            width, ground
        )

    def _river(self, number: int, width: int) -> Strip:
        """Draw the two banks where no row is; nothing where there is none at all."""
        ground = self.rich_style
        if not self._rows:
            return Strip.blank(width, ground)
        bank = ground + self._colour("banks--bank")
        left = 1 + DATE + max(2, width - DATE - _RIVER - 1) // 2
        waves = _WAVES[number % len(_WAVES)]
        drawn = [Segment(" " * left, ground), Segment(f" ▐{waves}▌ ", bank)]
        return Strip(drawn).adjust_cell_length(width, ground)

    def _segments(self, number: int, width: int, ground: Style, *, at: bool) -> list[Segment]:
        row = self._rows[number]
        quiet = ground + self._colour("banks--quiet")
        bank = ground + self._colour("banks--bank")
        room = max(2, width - DATE - _RIVER - 1)
        left, right = room // 2, room - room // 2
        told = "banks--plank" if row.mark in (Mark.DONE, Mark.PART) else "banks--open"
        plank = ground + self._colour(told)
        between = PLANKS[row.mark]
        if row.mark is Mark.ALONE:
            between, plank = _WAVES[number % len(_WAVES)], bank
        pointer = "▸" if at and self.has_focus else " "
        return [
            Segment(pointer, ground),
            Segment(fitted(self._day(row), DATE), quiet),
            Segment(fitted(row.left, left), ground),
            Segment(" ▐", bank),
            Segment(between, plank),
            Segment("▌ ", bank),
            Segment(fitted(row.right, right), ground),
        ]

    def _colour(self, name: str) -> Style:
        style = self.get_component_rich_style(name, partial=True)
        return Style(color=style.color)

    def on_focus(self) -> None:
        """Point at the marked row."""
        self.refresh()

    def on_blur(self) -> None:
        """Keys go elsewhere now."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Open the row that was clicked."""
        number = event.y + self.scroll_offset.y
        if number < len(self._rows):
            event.stop()
            self.at = number
            self.action_open()

    def action_move(self, by: int) -> None:
        """Go up or down."""
        self.at = max(0, min(self.at + by, len(self._rows) - 1))

    def action_page(self, by: int) -> None:
        """Go up or down by what is in view."""
        self.action_move(by * max(1, self.size.height - 1))

    def action_open(self) -> None:
        """Tell which row is wanted."""
        if self.row is not None:
            self.post_message(self.Opened(self.row))


def fitted(text: str, cells: int) -> str:
    """Write a text on one line in exactly so many cells; what does not fit is cut short."""
    flat = shown(" ".join(text.split()))
    if cell_len(flat) > cells:
        flat = set_cell_size(flat, max(0, cells - 1)).rstrip() + "…"
    return set_cell_size(flat, cells)
