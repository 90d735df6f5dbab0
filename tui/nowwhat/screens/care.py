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
from nowwhat.session.typed import shown
from nowwhat.sitting.prompt import Choice
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.footing import Named
from nowwhat.widgets.saying import Saying


class Care(Place[str]):
    """Dismisses with the id of the way on that was chosen."""

    DEFAULT_CSS = """
    Care #column { padding: 1 2 0 2; }
    Care #care-ways { height: auto; margin: 1 0; padding: 0 2; align-horizontal: center; }
    Care Choices { max-width: 68; }
    Care #care-person { border-left: wide $secondary; padding: 0 2; }
    Care .care-words { margin-top: 1; }
    Care .care-first { margin-top: 0; }
    Care.-short .care-words { margin-top: 0; }
    Care.-short .care-lead { margin-top: 1; }
    Care.-short #care-ways { margin: 1 0 0 0; }
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
        yield Saying(shown(self._person), id="care-person")
        first = not self._person
        for line, after in zip(self._listed, (*self._listed[1:], ""), strict=True):
            if line.startswith("  "):
                yield Static(_number(line), markup=False)
            else:
                lead = " care-lead" if after.startswith("  ") else ""
                yield Saying(line, classes=f"care-words{lead}{' care-first' if first else ''}")
            first = False

    def compose_below(self) -> Iterable[Widget]:
        """Lay out the ways on, always in view."""
        with Vertical(id="care-ways"):
            yield Choices(self._ways)

    def focus_first(self) -> Widget:
        """Offer the ways on."""
        return self.query_one(Choices)

    @property
    def keys_here(self) -> list[Named]:
        """Going back, and reading on."""
        return [*super().keys_here, ("PgDn", self.words.footing.more, "screen.scroll(10)")]

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


def _number(line: str) -> Content:
    """Write a line with a number, or a word about one: the number stands out, its rest is quiet."""
    number, _, rest = line.strip().partition("  ")
    if not rest:
        return Content.styled(number, "$foreground-muted")
    name, stop, more = rest.partition(". ")
    return Content.assemble(
        (number, "bold $primary"), "  ", name, stop, (more, "$foreground-muted")
    )
