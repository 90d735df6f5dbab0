"""Paragraphs whole: an entry with its curve, a week, a month; and what may be done with them."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget

from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.sitting.curve import ENOUGH, Time
from nowwhat.sitting.entry import Part
from nowwhat.sitting.prompt import Choice
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.saying import Saying


class Parts(Place[str]):
    """Paragraphs to read, and a few ways on below; dismisses with the way that was taken."""

    DEFAULT_CSS = """
    Parts #parts-said { color: $secondary; margin-bottom: 1; }
    Parts .part-title { color: $foreground-muted; }
    Parts .part-marks { color: $foreground-muted; margin-top: 1; }
    Parts .part-lines { margin-bottom: 1; }
    Parts #parts-ways {
        height: auto; padding: 1 2 0 2; align-horizontal: center;
    }
    Parts #parts-ways Choices { max-width: 68; }
    Parts.-full #parts-ways { margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,space", "scroll(10)", id="parts.page_down", show=False),
        Binding("pageup", "scroll(-10)", id="parts.page_up", show=False),
    ]

    def __init__(
        self,
        words: Words,
        parts: Sequence[Part],
        ways: Sequence[Choice],
        *,
        title: str = "",
        said: Sequence[str] = (),
        done: Sequence[Time] = (),
    ) -> None:
        """Show paragraphs.

        Args:
            words: What the program says.
            parts: The paragraphs.
            ways: The ways on; Escape takes the last.
            title: Above them.
            said: What there is to say of what was done just now.
            done: Times of which a curve is drawn, where there are enough.
        """
        super().__init__(words)
        self._parts, self._ways = tuple(parts), tuple(ways)
        self._title, self._said, self._done = title, tuple(said), tuple(done)

    def compose_column(self) -> Iterable[Widget]:
        """Lay out the paragraphs; the curve stands above its words, which come last."""
        yield Saying(self._title, classes="title")
        yield Saying("\n\n".join(self._said), id="parts-said")
        for number, part in enumerate(self._parts, 1):
            yield Saying(part.title, classes="part-title")
            if number == len(self._parts) and len(self._done) >= ENOUGH:
                yield from self._plot()
            yield Saying("\n".join(part.lines), classes="part-lines")

    def _plot(self) -> Iterable[Widget]:
        from nowwhat.widgets.plot import CurvePlot  # noqa: PLC0415 - loaded for a curve only

        said, rated = self.words.curve, [(t.before, t.most, t.after) for t in self._done]
        if any(value is not None for each in rated for value in each):
            marks = (said.plot_before, said.plot_most, said.plot_after)
            yield Saying("   ".join(marks), classes="part-marks")
            yield CurvePlot(self._done)

    def compose_below(self) -> Iterable[Widget]:
        """Lay out the ways on, always in view."""
        with Vertical(id="parts-ways"):
            yield Choices(self._ways)

    def focus_first(self) -> Widget:
        """Offer the ways on."""
        choices = self.query_one(Choices)
        choices.offer(self._ways, len(self._ways) - 1)
        return choices

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Scrolling too."""
        return [("PgDn PgUp", self.words.keys.scroll), *super().keys_told]

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        self.dismiss(event.choice.id)

    def action_scroll(self, by: int) -> None:
        """Scroll the paragraphs."""
        self.query_one("#column").scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(self._ways[-1].id)
