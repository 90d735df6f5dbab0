"""A note: a sentence or two, in the person's words; the time limit is soft and said late."""

from functools import partial

from nowwhat.sitting.prompt import Prompt
from nowwhat.steps.writing import Writing

_MINUTES = 2.0
"""A note is long enough after so many minutes, where the step names none."""

_PIECE = 10.0
"""Seconds of one wait. A timer holds the application that set it, and all that was typed there,
until it is due, even one that is stopped: who leaves is not held for minutes."""


class NoteStep(Writing):
    """Write a note; parked ones may be taken up."""

    page = True

    @property
    def lead(self) -> str:
        """Say where these come from."""
        return self.words.writing.parked

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show it, and begin to count the time."""
        super().show(prompt, visit)
        self.close()
        self._wait((prompt.step.minutes or _MINUTES) * 60, prompt)

    def _wait(self, seconds: float, prompt: Prompt) -> None:
        if prompt is not self._asked or not self.in_view:
            return
        if seconds > _PIECE:
            self._clock = self.set_timer(_PIECE, partial(self._wait, seconds - _PIECE, prompt))
        else:
            self._clock = self.set_timer(seconds, self._long_enough)

    def _long_enough(self) -> None:
        if self.in_view:
            self.about(self.words.writing.long_enough)
