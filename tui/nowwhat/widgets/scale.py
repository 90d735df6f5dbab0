"""A scale from 0 to its top, with words at both ends; nothing is chosen at first."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_MIDDLE, _PARTS = 2, 10


class Scale(Widget, can_focus=True):
    """Arrows move by one, digits write a number, Enter gives it."""

    DEFAULT_CSS = """
    Scale { height: 5; width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down", "move(-1)", id="scale.less", show=False),
        Binding("right,up", "move(1)", id="scale.more", show=False),
        Binding("pagedown", "move(-10)", id="scale.much_less", show=False),
        Binding("pageup", "move(10)", id="scale.much_more", show=False),
        Binding("home", "go(0)", id="scale.least", show=False),
        Binding("end", "go(100)", id="scale.most", show=False),
        Binding("backspace", "take_back", id="scale.take_back", show=False),
        Binding("enter", "give", id="scale.give", show=False),
    ]

    value: reactive[int | None] = reactive(None)

    class Rated(Message):
        """A number was given."""

        def __init__(self, value: int) -> None:
            super().__init__()
            self.value = value

    class Unrated(Message):
        """Enter was pressed before there was a number."""

    def __init__(self) -> None:
        super().__init__()
        self._top, self._low, self._high = 10, "", ""
        self._typed = ""

    def open(self, top: int, low: str, high: str) -> None:
        """Show a scale, with nothing chosen.

        Args:
            top: 10 or 100.
            low: What 0 means.
            high: What the top means.
        """
        self._top, self._low, self._high = top, low, high
        self._typed, self.value = "", None
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a row for the number, the line, its numbers and its words."""
        del container, viewport, width
        return 5

    @property
    def _span(self) -> int:
        """Cells from 0 to the top: a multiple of ten, so that the numbers stand evenly."""
        return max(_PARTS, (self.size.width - 6) // _PARTS * _PARTS)

    def _column(self, value: int) -> int:
        return 2 + round(value * self._span / self._top)

    def render(self) -> Content:
        """Draw the line, the mark on it, numbers below, words at both ends."""
        width = self.size.width
        if width < self._top // 5 + 24:
            return Content("-" if self.value is None else str(self.value))
        return Content("\n").join(
            [self._mark(), self._line(), self._numbers(width), Content(""), self._ends()]
        )

    def _mark(self) -> Content:
        if self.value is None:
            return Content("")
        at = self._column(self.value)
        return Content.assemble(" " * (at - 1), (str(self.value), "bold $primary"))

    def _line(self) -> Content:
        first, last = self._column(0), self._column(self._top)
        if self.value is None:
            return Content.assemble(" " * first, ("─" * (last - first + 1), "$primary-muted"))
        at = self._column(self.value)
        return Content.assemble(
            " " * first,
            ("━" * (at - first), "$primary"),
            ("●", "bold $primary"),
            ("─" * (last - at), "$primary-muted"),
        )

    def _numbers(self, width: int) -> Content:
        line = [" "] * (width + 3)
        for number in range(0, self._top + 1, self._top // _PARTS):
            at = self._column(number) - len(str(number)) // 2
            line[at : at + len(str(number))] = list(str(number))
        return Content.styled("".join(line)[:width].rstrip(), "$foreground-muted")

    def _ends(self) -> Content:
        space = self._span + 1 - len(self._low) - len(self._high)
        return Content("  " + self._low + " " * max(2, space) + self._high)

    def on_key(self, event: events.Key) -> None:
        """Write a number, digit by digit; one that does not fit begins a new one."""
        if not event.character or event.character not in "0123456789":
            return
        event.stop()
        longer = self._typed + event.character
        fits = int(longer) <= self._top and self._typed != "0"
        self._typed = longer if fits else event.character
        self.value = int(self._typed)

    def on_click(self, event: events.Click) -> None:
        """Go to the number that was clicked."""
        share = (event.x - self._column(0)) / self._span
        self._typed = ""
        self.value = max(0, min(self._top, round(share * self._top)))

    def action_move(self, by: int) -> None:
        """Go up or down; from nothing, begin in the middle."""
        self._typed = ""
        now = self._top // _MIDDLE if self.value is None else self.value + by
        self.value = max(0, min(self._top, now))

    def action_go(self, to: int) -> None:
        """Go to an end."""
        self._typed = ""
        self.value = min(to, self._top)

    def action_take_back(self) -> None:
        """Take the last digit back."""
        self._typed = self._typed[:-1]
        self.value = int(self._typed) if self._typed else None

    def action_give(self) -> None:
        """Give the number."""
        if self.value is None:
            self.post_message(self.Unrated())
        else:
            self.post_message(self.Rated(self.value))
