"""What every step widget has: it shows a prompt, takes the focus, and tells what was answered."""

from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from nowwhat.session.events import Event
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Prompt


class Answering(Vertical):
    """The answering side of one kind of step; the question itself stands above it.

    Attributes:
        desk: Its clock, its preferences, its pack.
        words: What the program says.
        says_question: It says the question itself, elsewhere than above.
    """

    DEFAULT_CSS = """
    Answering { height: auto; width: 100%; display: none; }
    Answering.-open { display: block; }
    """

    class Answered(Message):
        """An answer that is no text."""

        def __init__(self, event: Event, said: str = "") -> None:
            """Take the event, and a word that the next view begins with."""
            super().__init__()
            self.event, self.said = event, said

    class Wrote(Message):
        """Words for a note or a part of the plan."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class LineOffered(Message):
        """A line, offered as the action."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class WordsKept(Message):
        """The person keeps their words."""

    class ConcernMisread(Message):
        """The person says that they were misread."""

    class Typing(Message):
        """Something is typed and not given yet."""

        def __init__(self, half: str) -> None:
            super().__init__()
            self.half = half

    class BackAsked(Message):
        """The person wants to change what came before."""

    class Moved(Message):
        """What stands above or below should be looked at again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.words = desk, desk.pack.words
        self.says_question = False

    @property
    def half(self) -> str:
        """What is typed and not given; empty where nothing can be typed."""
        return ""

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this step alone, for the help: of each, the key and its words."""
        return ()

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show what is asked.

        Args:
            prompt: What is asked.
            visit: How many sessions were before; lists begin elsewhere each time.
        """
        raise NotImplementedError

    def focus_first(self) -> Widget | None:
        """Give the widget that takes the keys."""
        raise NotImplementedError

    def close(self) -> None:
        """Another step is shown."""
