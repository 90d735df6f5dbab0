"""One line asked for on a screen of its own: a thought to park, a name for a file, a person."""

from collections.abc import Callable, Iterable

from textual import on
from textual.widget import Widget

from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.widgets.field import Field
from nowwhat.widgets.saying import Saying


class Writing(Place[str]):
    """Dismisses with what was written; with nothing when it is left."""

    DEFAULT_CSS = """
    Writing #writing-ask { text-style: bold; margin-bottom: 1; }
    Writing #writing-wrong { color: $warning; margin-top: 1; }
    """

    def __init__(
        self,
        words: Words,
        ask: str,
        *,
        hint: str = "",
        begun: str = "",
        wrong: Callable[[str], str] | None = None,
    ) -> None:
        """Ask.

        Args:
            words: What the program says.
            ask: What is asked.
            hint: A word of help.
            begun: What stands in the field at first.
            wrong: Says why a text will not do, empty where it will; none: any will do.
        """
        super().__init__(words)
        self._ask, self._hint, self._begun, self._wrong = ask, hint, begun, wrong

    def compose_column(self) -> Iterable[Widget]:
        """Lay out question and field."""
        yield Saying(self._ask, id="writing-ask")
        yield Field()
        yield Saying(self._hint, classes="quiet after")
        yield Saying(id="writing-wrong")

    def focus_first(self) -> Widget:
        """Give the field."""
        field = self.query_one(Field)
        field.write(self._begun)
        return field

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Enter and Escape."""
        return [("Enter", self.words.keys.give_words), ("Esc", self.words.keys.go_back)]

    @on(Field.Given)
    def _given(self, event: Field.Given) -> None:
        text = event.text.strip()
        wrong = "" if text else self.words.stage.needed
        if text and self._wrong is not None:
            wrong = self._wrong(text)
        if wrong:
            self.query_one("#writing-wrong", Saying).say(wrong)
        else:
            self.dismiss(text)

    def action_leave(self) -> None:
        """Go back without a word."""
        self.dismiss("")
