"""Where the widgets of the steps stand: each is mounted when its kind is first met, and stays."""

from textual.css.query import NoMatches

from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Prompt
from nowwhat.steps.answering import Answering
from nowwhat.steps.kinds import waiting_widget, widget_for
from nowwhat.widgets.hooks import Stack


class Stand(Stack):
    """All kinds of steps that were met so far; the screen opens one of them."""

    DEFAULT_CSS = """
    Stand { height: auto; width: 100%; }
    """

    def __init__(self, desk: Desk, *, still: bool) -> None:
        """Prepare.

        Args:
            desk: What the steps work with.
            still: Nothing is to move.
        """
        super().__init__(id="session-steps")
        self._desk, self._still = desk, still

    async def widget(self, prompt: Prompt) -> Answering:
        """Find the widget for what is asked."""
        name = f"step-{'waiting' if prompt.waits else type(prompt.step).__name__.lower()}"
        try:
            return self.query_one(f"#{name}", Answering)
        except NoMatches:
            widget = self._made(prompt)
            widget.id = name
            await self.mount(widget)
            return widget

    def _made(self, prompt: Prompt) -> Answering:
        if prompt.waits:
            return waiting_widget(self._desk)
        return widget_for(prompt.step, self._desk, still=self._still)
