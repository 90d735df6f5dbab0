"""What is said before the answer: the reply to the last one, paragraphs, the question, a hint."""

from collections.abc import Sequence

from textual.app import ComposeResult

from nowwhat.widgets.away import stand_apart, take_away
from nowwhat.widgets.hooks import Stack
from nowwhat.widgets.saying import Saying


class Asking(Stack):
    """Words in four voices, each told apart by more than its colour."""

    DEFAULT_CSS = """
    Asking { height: auto; width: 100%; margin-bottom: 1; }
    Asking > #asking-replied { color: $secondary; text-style: italic; }
    Asking > #asking-ask { color: $foreground; text-style: bold; }
    Asking > #asking-hint { color: $foreground-muted; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the four."""
        yield Saying(id="asking-replied")
        yield Saying(id="asking-says")
        yield Saying(id="asking-ask")
        yield Saying(id="asking-hint")

    def show(
        self, *, replied: Sequence[str], says: Sequence[str], ask: str = "", hint: str = ""
    ) -> None:
        """Show them; what is empty is away."""
        told = self.query_one("#asking-says", Saying)
        asked = self.query_one("#asking-ask", Saying)
        self.query_one("#asking-replied", Saying).say(*replied)
        told.say(*says)
        asked.say(ask)
        self.query_one("#asking-hint", Saying).say(hint)
        stand_apart(told, apart=bool(replied))
        stand_apart(asked, apart=bool(replied or says))
        take_away(self, away=not (replied or says or ask or hint))
