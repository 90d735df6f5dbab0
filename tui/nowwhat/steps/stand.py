"""Where the widgets of the steps stand: each is mounted when its kind is first met, and stays."""

import asyncio

from textual.css.query import NoMatches

from nowwhat.session.script import Step
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
        self._mounting = asyncio.Lock()

    async def widget(self, prompt: Prompt) -> Answering:
        """Find the widget for what is asked."""
        return await self._found(None if prompt.waits else prompt.step)

    async def make_ready(self, step: Step) -> None:
        """Mount the widget for a step that will be asked, out of view."""
        await self._found(step)

    async def _found(self, step: Step | None) -> Answering:
        name = f"step-{'waiting' if step is None else type(step).__name__.lower()}"
        async with self._mounting:
            try:
                return self.query_one(f"#{name}", Answering)
            except NoMatches:
                widget = self._made(step)
                widget.id = name
                await self.mount(widget)
                return widget

    def _made(self, step: Step | None) -> Answering:
        if step is None:
            return waiting_widget(self._desk)
        return widget_for(step, self._desk, still=self._still)
