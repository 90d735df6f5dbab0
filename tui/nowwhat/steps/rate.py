"""A whole number from 0 to 10, or to 100: digits, arrows, a click."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from nowwhat.session.events import Rated
from nowwhat.session.script import Rate
from nowwhat.sitting.prompt import Prompt
from nowwhat.steps.answering import Answering
from nowwhat.widgets.saying import Saying
from nowwhat.widgets.scale import Scale


class RateStep(Answering):
    """Rate."""

    DEFAULT_CSS = """
    RateStep > #rate-how { color: $foreground-muted; margin-top: 1; }
    Place.-short RateStep > #rate-how { margin: 0; }
    """
    SCOPED_CSS: ClassVar[bool] = False  # or its screen would be looked for inside

    def compose(self) -> ComposeResult:
        """Lay out the scale."""
        yield Scale()
        yield Saying(id="rate-how")

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show the scale, with nothing chosen."""
        del visit
        step = prompt.step
        if isinstance(step, Rate):
            self.query_one(Scale).open(step.top, step.low, step.high)
        self.query_one("#rate-how", Saying).say(self.words.stage.rate)

    def focus_first(self) -> Widget:
        """Give the scale."""
        return self.query_one(Scale)

    @on(Scale.Rated)
    def _rated(self, event: Scale.Rated) -> None:
        event.stop()
        self.give(Rated(step=self.step, value=event.value))
