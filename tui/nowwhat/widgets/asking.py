"""What is said before the answer: the reply to the last one, paragraphs, the question, a hint."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from nowwhat.widgets.saying import Saying


class Asking(Vertical):
    """Words in four voices, each told apart by more than its colour."""

    DEFAULT_CSS = """
    Asking { height: auto; width: 100%; margin-bottom: 1; }
    Asking.-empty { display: none; }
    Asking > #asking-replied { color: $secondary; text-style: italic; }
    Asking.-replied > #asking-says, Asking.-led > #asking-ask { margin-top: 1; }
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
        self.query_one("#asking-replied", Saying).say(*replied)
        self.query_one("#asking-says", Saying).say(*says)
        self.query_one("#asking-ask", Saying).say(ask)
        self.query_one("#asking-hint", Saying).say(hint)
        self.set_class(bool(replied), "-replied")
        self.set_class(bool(replied or says), "-led")
        self.set_class(not (replied or says or ask or hint), "-empty")
