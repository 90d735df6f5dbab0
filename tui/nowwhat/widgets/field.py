"""A field to write in: Enter gives it, long lines wrap, what is pasted does nothing."""

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from nowwhat.session.typed import is_text, shown

_MOST_PASTED = 20_000
"""Characters taken of one paste: ten times more than is ever kept."""

_EDITING = {
    key: binding.action
    for binding in TextArea.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}
"""What Textual's field does, by the key that does it."""


class Field(TextArea):
    """Words of the person; one line that wraps, or a few."""

    DEFAULT_CSS = """
    Field {
        height: auto; min-height: 1; max-height: 8; width: 100%;
        border: none; border-left: wide $primary-muted; padding: 0 1;
        background: $surface; color: $foreground;
        scrollbar-size-vertical: 1;
        & .text-area--cursor { background: $primary; color: $background; }
        & .text-area--placeholder { color: $foreground-muted; }
        & .text-area--selection { background: $panel; }
    }
    Field:focus { border: none; border-left: wide $primary; }
    Field.-page { min-height: 4; }
    """

    class Given(Message):
        """Enter was pressed."""

        def __init__(self, field: "Field", text: str) -> None:
            super().__init__()
            self.field, self.text = field, text

        @property
        def control(self) -> "Field":
            """Where."""
            return self.field

    class LeftDownwards(Message):
        """Down was pressed on the last line."""

    class LeftUpwards(Message):
        """Up was pressed on the first line."""

    def __init__(self, *, page: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual calls it so
        """Prepare.

        Args:
            page: Several lines are welcome; otherwise a line break that is pasted becomes a space.
            id: Its id.
        """
        super().__init__(
            id=id,
            classes="-page" if page else "",
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
        )
        self._page = page
        self.cursor_blink = False

    def write(self, text: str) -> None:
        """Put words into it, to be edited."""
        if text != self.text:
            self.load_text(text)
        self.move_cursor(self.document.end)

    def get_line(self, line_index: int) -> Text:
        """Show a line without its doing anything."""
        return Text(shown(self.document.get_line(line_index)), end="", no_wrap=True)

    def on_resize(self) -> None:
        """Keep the cursor in view where lines wrap anew."""
        self.call_after_refresh(self.scroll_cursor_visible)

    async def on_key(self, event: events.Key) -> None:
        """Give the words on Enter, leave downwards on the last line, upwards on the first.

        Keys that edit do so here and now: on the long way of a binding they would be overtaken by
        what is typed behind them, where a slow line brings several keys at once.
        """
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Given(self, self.text))
        elif event.key == "down" and self.cursor_at_last_line:
            event.stop()
            event.prevent_default()
            self.post_message(self.LeftDownwards())
        elif event.key == "up" and self.cursor_at_first_line:
            event.stop()
            event.prevent_default()
            self.post_message(self.LeftUpwards())
        elif not event.is_printable and is_text(event.character or ""):
            event.stop()
            event.prevent_default()
            self._insert(event.character or "")
        elif event.key in _EDITING:
            event.stop()
            event.prevent_default()
            await self.app.run_action(_EDITING[event.key], default_namespace=self)

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as text, up to a limit."""
        event.stop()
        event.prevent_default()
        self._insert(event.text[:_MOST_PASTED])

    def _insert(self, text: str) -> None:
        between = "\n" if self._page else " "  # a field knows no other break of lines
        text = between.join(f"{text}.".splitlines())[:-1]
        result = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)
