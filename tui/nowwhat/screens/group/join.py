"""How one joins a room: in words, and as a square to be scanned."""

from collections.abc import Iterable

from textual.containers import Center
from textual.geometry import Size
from textual.widget import Widget

from nowwhat.packs.words import Words
from nowwhat.screens.entrance import Joining
from nowwhat.screens.place import Place
from nowwhat.widgets.saying import Saying
from nowwhat.widgets.squares import Squares


class Join(Place[None]):
    """Shows it until it is left."""

    DEFAULT_CSS = """
    Join #column { padding: 1 2 0 2; }
    Join #join-code { color: $primary; text-style: bold; text-align: center; }
    Join #join-lines { text-align: center; }
    Join Center { height: auto; }
    Join.-short #column { padding: 0 2; }
    """

    def __init__(self, words: Words, code: str, joining: Joining) -> None:
        """Prepare.

        Args:
            words: What the program says.
            code: The room's.
            joining: How one joins.
        """
        super().__init__(words)
        self._code, self._joining = code, joining

    def compose_column(self) -> Iterable[Widget]:
        """Lay out words and square; where both have no room, the square stands alone."""
        yield Saying(self._code, id="join-code")
        yield Saying("\n".join(self._joining.lines), id="join-lines")
        yield Saying(id="join-told", classes="quiet after")
        with Center():
            yield Squares(id="join-squares")

    def on_mount(self) -> None:
        """Draw it."""
        super().on_mount()
        self._draw()

    def on_resize(self) -> None:
        """Draw it for the room that there is."""
        super().on_resize()
        self._draw()

    def _draw(self) -> None:
        command, words = self._joining.command, self.words.errand
        width, height = self.app.size
        lines = len(self._joining.lines)
        squares = self.query_one(Squares)
        low = 3 if not self.has_class("-short") else 2  # the code, the foot, what is empty
        beside = squares.draw(command, Size(width - 4, height - low - lines - 1))
        self.query_one("#join-lines").display = True
        alone = not beside and squares.draw(command, Size(width - 2, height - low))
        self.query_one("#join-lines").display = not alone
        told = words.join_small if command and not (beside or alone) else ""
        self.query_one("#join-told", Saying).say(told)

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Going back."""
        return [("Esc", self.words.keys.go_back)]
