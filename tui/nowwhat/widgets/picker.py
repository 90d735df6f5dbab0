"""One line of a form: a name, and a value that the arrows change."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from nowwhat.sitting.prompt import Choice

_NAME = 30
"""Cells of the name."""


class Picker(Widget, can_focus=True):
    """Left and right change the value; a letter goes to the next one that begins with it."""

    DEFAULT_CSS = """
    Picker { height: 1; width: 100%; padding: 0 1 0 2; }
    Picker:focus {
        border-left: wide $primary; padding: 0 1; background: $surface; text-style: bold;
    }
    Picker:hover { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", id="picker.before", show=False),
        Binding("right,space", "turn(1)", id="picker.next", show=False),
        Binding("up", "app.focus_previous", id="picker.up", show=False),
        Binding("down", "app.focus_next", id="picker.down", show=False),
        Binding("enter", "done", id="picker.done", show=False),
    ]

    at: reactive[int] = reactive(0)

    class Done(Message):
        """Enter was pressed on it."""

    def __init__(self, name_shown: str, choices: Sequence[Choice], at: int, *, id: str) -> None:  # noqa: A002 - Textual calls it so
        """Prepare.

        Args:
            name_shown: What it is.
            choices: Its values.
            at: Which one holds at first.
            id: Its id.
        """
        super().__init__(id=id)
        self._name_shown, self._values = name_shown, tuple(choices)
        self.set_reactive(Picker.at, at)

    @property
    def value(self) -> str:
        """The id of the value that holds."""
        return self._values[self.at].id

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take one row."""
        del container, viewport, width
        return 1

    def render(self) -> Content:
        """Write name and value."""
        said = self._values[self.at].words
        return Content.assemble(
            self._name_shown.ljust(_NAME)[:_NAME],
            ("◂ ", "$primary"),
            said,
            (" ▸", "$primary"),
        )

    def on_key(self, event: events.Key) -> None:
        """Go to the next value that begins with a letter."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        count = len(self._values)
        for step in range(1, count + 1):
            index = (self.at + step) % count
            if self._values[index].words.casefold().startswith(letter):
                event.stop()
                self.at = index
                return

    def on_click(self, event: events.Click) -> None:
        """Turn it: backwards on the left arrow, else forwards."""
        event.stop()
        self.focus()
        self.action_turn(-1 if event.x <= _NAME + 2 else 1)

    def action_turn(self, by: int) -> None:
        """Take the next value, or the one before."""
        self.at = (self.at + by) % len(self._values)

    def action_done(self) -> None:
        """Tell that Enter was pressed."""
        self.post_message(self.Done())
