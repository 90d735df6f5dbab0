"""The ledger, for now a plain list: what was noted, chosen and tried."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.widgets.saying import Saying


class Ledger(Place[None]):
    """Shows lines; arrows and pages scroll them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q", "leave", id="ledger.leave", show=False),
        Binding("down", "scroll(1)", id="ledger.down", show=False),
        Binding("up", "scroll(-1)", id="ledger.up", show=False),
        Binding("pagedown,space", "scroll(12)", id="ledger.page_down", show=False),
        Binding("pageup", "scroll(-12)", id="ledger.page_up", show=False),
        Binding("end", "end", id="ledger.end", show=False),
        Binding("home", "top", id="ledger.top", show=False),
    ]

    def __init__(self, words: Words, lines: Sequence[str]) -> None:
        super().__init__(words)
        self._listed = tuple(lines)

    def compose_column(self) -> Iterable[Widget]:
        """Lay out the lines."""
        yield Saying(self.words.front.ledger, classes="title")
        yield Saying("\n".join(self._listed))

    def on_mount(self) -> None:
        """Begin at the latest."""
        super().on_mount()
        self.call_after_refresh(self.action_end)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one("#column").scroll_relative(y=by, animate=False)

    def action_end(self) -> None:
        """Go to the latest."""
        self.query_one("#column").scroll_end(animate=False)

    def action_top(self) -> None:
        """Go to the first."""
        self.query_one("#column").scroll_home(animate=False)
