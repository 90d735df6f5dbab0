"""The plan read back as one sentence, and "I will"."""

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from nowwhat.session.events import Committed
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice, Prompt
from nowwhat.sitting.sitting import Sitting
from nowwhat.steps.answering import Answering
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.saying import Saying


class CommitStep(Answering):
    """Say "I will", or go back and change something."""

    DEFAULT_CSS = """
    CommitStep > #commit-plan {
        border-top: solid $panel; border-bottom: solid $panel; padding: 1 2;
        color: $secondary; text-style: bold;
    }
    CommitStep > #commit-hint { color: $foreground-muted; margin: 1 0; padding: 0; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.says_question = True

    def compose(self) -> ComposeResult:
        """Lay out the sentence and the two ways on."""
        yield Saying(id="commit-plan")
        yield Saying(id="commit-hint")
        yield Choices(classes="-airy")

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show the plan."""
        del visit
        self.query_one("#commit-plan", Saying).say(prompt.ask)
        self.query_one("#commit-hint", Saying).say(prompt.hint)
        stage = self.words.stage
        choices = [Choice("i_will", stage.i_will), Choice("change", stage.change)]
        self.query_one(Choices).offer(choices)

    def focus_first(self) -> Widget:
        """Give the two ways on."""
        return self.query_one(Choices)

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        if event.choice.id == "i_will":
            self.give(Committed(step=self.step))
        else:
            self.answer(Sitting.back)
