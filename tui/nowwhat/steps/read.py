"""Something to read; one goes on."""

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from nowwhat.session.events import WentOn
from nowwhat.sitting.prompt import Choice, Prompt
from nowwhat.steps.answering import Answering
from nowwhat.widgets.choices import Choices


class ReadStep(Answering):
    """Read."""

    def compose(self) -> ComposeResult:
        """Lay out the one choice."""
        yield Choices()

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show it."""
        del prompt, visit
        self.query_one(Choices).offer([Choice("on", self.words.stage.go_on)])

    def focus_first(self) -> Widget:
        """Give the choice."""
        return self.query_one(Choices)

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.give(WentOn(step=self.step))
