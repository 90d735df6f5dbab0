"""One question between two sittings, and a few answers."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget

from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.sitting.prompt import Choice
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.footing import Named
from nowwhat.widgets.saying import Saying

_AIRY = 4
"""So few answers have an empty line between them."""


class Question(Place[str]):
    """Dismisses with the id of the answer; with `otherwise` when it is left."""

    DEFAULT_CSS = """
    Question #question-before { color: $foreground-muted; margin-bottom: 1; }
    Question #question-ask { text-style: bold; margin-bottom: 1; }
    """

    def __init__(
        self,
        words: Words,
        ask: str,
        choices: Sequence[Choice],
        *,
        says: Sequence[str] = (),
        otherwise: str = "",
        at: int = 0,
    ) -> None:
        """Ask.

        Args:
            words: What the program says.
            ask: The question.
            choices: The answers.
            says: Said before it.
            otherwise: What Escape answers; empty: Escape leaves the program as everywhere.
            at: The answer that is marked, from 0.
        """
        super().__init__(words)
        self._ask, self._choices, self._before = ask, tuple(choices), tuple(says)
        self._otherwise, self._at = otherwise, at

    def compose_column(self) -> Iterable[Widget]:
        """Lay out question and answers."""
        yield Saying("\n\n".join(self._before), id="question-before")
        yield Saying(self._ask, id="question-ask")
        yield Choices(classes="-airy" if len(self._choices) <= _AIRY else "")

    def focus_first(self) -> Widget:
        """Offer the answers."""
        choices = self.query_one(Choices)
        choices.offer(self._choices, self._at)
        self.call_after_refresh(self.query_one("#column").scroll_home, animate=False)
        return choices

    @property
    def keys_here(self) -> list[Named]:
        """Escape answers too."""
        words = self.words.footing
        said = words.back if self._otherwise else words.leave
        return [("Esc", said, "screen.leave")]

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        self.dismiss(event.choice.id)

    def action_leave(self) -> None:
        """Answer with what Escape answers."""
        if self._otherwise:
            self.dismiss(self._otherwise)
        else:
            self.app.call_later(self.app.run_action, "leave_now")
