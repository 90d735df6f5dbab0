"""A note: a sentence or two, in the person's words; the time limit is soft and said late."""

from nowwhat.sitting.prompt import Prompt
from nowwhat.steps.writing import Writing

_MINUTES = 2.0
"""A note is long enough after so many minutes, where the step names none."""


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
        minutes = prompt.step.minutes or _MINUTES
        self._clock = self.set_timer(minutes * 60, self._long_enough)

    def _long_enough(self) -> None:
        if self.in_view:
            self.about(self.words.writing.long_enough)
