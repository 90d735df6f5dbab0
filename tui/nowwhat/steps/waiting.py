"""Nothing to answer: it goes on with the room."""

from textual.widget import Widget

from nowwhat.sitting.prompt import Prompt
from nowwhat.steps.answering import Answering


class WaitingStep(Answering, can_focus=True):
    """Wait; it takes the keys, so that none of them goes anywhere."""

    DEFAULT_CSS = """
    WaitingStep { height: 1; }
    """

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show nothing: all there is to say stands above."""
        del prompt, visit

    def focus_first(self) -> Widget:
        """Take the keys."""
        return self
