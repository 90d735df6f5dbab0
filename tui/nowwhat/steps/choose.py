"""One of a few options."""

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from nowwhat.session.events import Chose
from nowwhat.sitting.prompt import Prompt
from nowwhat.steps.answering import Answering
from nowwhat.widgets.choices import Choices

_AIRY = 4
"""So few options have an empty line between them."""


class ChooseStep(Answering):
    """Choose."""

    def compose(self) -> ComposeResult:
        """Lay out the options."""
        yield Choices(classes="-loose")

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show the options."""
        del visit
        choices = self.query_one(Choices)
        choices.set_class(len(prompt.choices) <= _AIRY, "-airy")
        choices.offer(prompt.choices)

    def focus_first(self) -> Widget:
        """Give the options."""
        return self.query_one(Choices)

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.give(Chose(step=self.step, option=event.choice.id))
