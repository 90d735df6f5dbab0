"""Care: people, numbers, grounding; at once, and then back to where one was."""

from collections.abc import Iterable, Sequence
from typing import Literal

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.sitting.prompt import Choice
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.saying import Saying

CareChoice = Literal["back", "ground", "country", "set_down"]
_CHOICES: tuple[CareChoice, ...] = ("back", "ground", "country", "set_down")


class Care(Place[str]):
    """Dismisses with what was chosen: back, ground, country, set_down."""

    DEFAULT_CSS = """
    Care Choices { margin-bottom: 1; }
    Care #care-person { border-left: wide $secondary; padding: 0 2; margin-bottom: 1; }
    """

    def __init__(
        self, words: Words, lines: Sequence[str], *, person: str = "", in_sitting: bool = False
    ) -> None:
        """Show people and numbers.

        Args:
            words: What the program says.
            lines: As `sitting.care` gives them; a line that begins with two spaces is a number.
            person: Somebody to call.
            in_sitting: A session is open behind it, and may be set down.
        """
        super().__init__(words)
        self._listed, self._person, self._in_sitting = tuple(lines), person, in_sitting

    def compose_column(self) -> Iterable[Widget]:
        """Lay out the choices, then people and numbers."""
        yield Saying(self._person, id="care-person")
        yield Static(self._numbers(), markup=False)
        yield Choices(classes="after")

    def focus_first(self) -> Widget:
        """Offer the ways on."""
        words = self.words.refuge
        offered = [
            Choice("back", words.back),
            Choice("ground", words.ground),
            Choice("country", words.country),
        ]
        if self._in_sitting:
            offered.append(Choice("set_down", words.set_down))
        choices = self.query_one(Choices)
        choices.offer(offered)
        return choices

    def _numbers(self) -> Content:
        """Write the lines; a number stands out."""
        written = []
        for line in self._listed:
            number, _, rest = line.strip().partition("  ")
            if line.startswith("  ") and rest:
                written.append(Content.assemble((number, "bold $primary"), "  ", rest))
            elif line.startswith("  "):
                written.append(Content.styled(line, "$foreground-muted"))
            else:
                written.append(Content(f"\n{line}" if written else line))
        return Content("\n").join(written)

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        self.dismiss(event.choice.id)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss("back")
