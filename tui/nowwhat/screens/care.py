"""Care: people, numbers, grounding; at once, and then back to where one was."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.sitting.prompt import Choice
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.saying import Saying


class Care(Place[str]):
    """Dismisses with the id of the way on that was chosen."""

    DEFAULT_CSS = """
    Care #care-ways { height: auto; margin: 1 0; align-horizontal: center; }
    Care Choices { max-width: 68; }
    Care #care-person { border-left: wide $secondary; padding: 0 2; margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,space", "scroll(10)", id="care.page_down", show=False),
        Binding("pageup", "scroll(-10)", id="care.page_up", show=False),
    ]

    def __init__(
        self, words: Words, lines: Sequence[str], ways: Sequence[Choice], *, person: str = ""
    ) -> None:
        """Show people and numbers.

        Args:
            words: What the program says.
            lines: As `sitting.care` gives them; a line that begins with two spaces is a number.
            ways: The ways on; Escape takes the first.
            person: Somebody to call.
        """
        super().__init__(words)
        self._listed, self._ways, self._person = tuple(lines), tuple(ways), person

    def compose_column(self) -> Iterable[Widget]:
        """Lay out people and numbers."""
        yield Saying(self._person, id="care-person")
        yield Static(self._numbers(), markup=False)

    def compose_below(self) -> Iterable[Widget]:
        """Lay out the ways on, always in view."""
        with Vertical(id="care-ways"):
            yield Choices(self._ways)

    def focus_first(self) -> Widget:
        """Offer the ways on."""
        return self.query_one(Choices)

    def _numbers(self) -> Content:
        """Write the lines; a number stands out."""
        written = []
        for line in self._listed:
            number, _, rest = line.strip().partition("  ")
            if line.startswith("  ") and rest:
                written.append(Content.assemble((number, "bold $primary"), "  ", rest))
            elif line.startswith("  "):
                written.append(Content.styled(line, "$foreground-muted"))
            else:
                written.append(Content(f"\n{line}" if written else line))
        return Content("\n").join(written)

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Scrolling too."""
        return [("PgDn PgUp", self.words.keys.scroll), *super().keys_told]

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        self.dismiss(event.choice.id)

    def action_scroll(self, by: int) -> None:
        """Scroll the numbers."""
        self.query_one("#column").scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(self._ways[0].id)
