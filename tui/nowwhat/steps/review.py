"""What became of an earlier action: one of the four outcomes."""

from textual import on

from nowwhat.session.events import Reviewed
from nowwhat.session.records import Outcome
from nowwhat.steps.choose import ChooseStep
from nowwhat.widgets.choices import Choices


class ReviewStep(ChooseStep):
    """Account for an action."""

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        event.prevent_default()
        outcome = Outcome(event.choice.id)
        self.give(Reviewed(step=self.step, outcome=outcome))
