"""What every step widget has: it shows a prompt, takes the focus, and tells what was answered."""

from collections.abc import Callable

from textual.message import Message
from textual.widget import Widget

from nowwhat.session.events import Event
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Prompt, Reply
from nowwhat.sitting.sitting import Sitting
from nowwhat.widgets.away import take_away
from nowwhat.widgets.hooks import Stack


class Answering(Stack):
    """The answering side of one kind of step; the question itself stands above it.

    Attributes:
        desk: Its clock, its preferences, its pack.
        words: What the program says.
        says_question: It says the question itself, elsewhere than above.
        in_view: It is the step that is asked.
    """

    DEFAULT_CSS = """
    Answering { height: auto; width: 100%; }
    """

    class Gave(Message):
        """An answer was given."""

        def __init__(
            self, asked: Prompt | None, answer: Callable[[Sitting], Reply], said: str = ""
        ) -> None:
            """Take what was asked, how it is answered, and what the next view begins with."""
            super().__init__()
            self.asked, self.answer, self.said = asked, answer, said

    class Typing(Message):
        """Something is typed and not given yet."""

        def __init__(self, asked: Prompt | None, half: str) -> None:
            super().__init__()
            self.asked, self.half = asked, half

    class Moved(Message):
        """What stands above or below should be looked at again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.words = desk, desk.pack.words
        self.says_question = self.in_view = False
        self._asked: Prompt | None = None
        take_away(self, away=True)

    @property
    def step(self) -> str:
        """Id of the step that is asked; empty before the first."""
        return self._asked.step.id if self._asked else ""

    @property
    def half(self) -> str:
        """What is typed and not given; empty where nothing can be typed."""
        return ""

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this step alone, for the help: of each, the key and its words."""
        return ()

    def answer(self, how: Callable[[Sitting], Reply], said: str = "") -> None:
        """Tell how what was asked is answered.

        Args:
            how: Gives the answer to the sitting.
            said: What the next view begins with.
        """
        self.post_message(self.Gave(self._asked, how, said))

    def type(self, half: str) -> None:
        """Tell what is typed and not given."""
        self.post_message(self.Typing(self._asked, half))

    def give(self, event: Event, said: str = "") -> None:
        """Answer with something that is no text."""
        self.answer(lambda sitting: sitting.give(event), said)

    def open(self, prompt: Prompt, visit: int) -> None:
        """Come into view, with what is asked; see `show`."""
        self._asked, self.in_view = prompt, True
        take_away(self, away=False)
        self.show(prompt, visit)

    def put_away(self) -> None:
        """Go out of view: another step is shown."""
        self.in_view = False
        take_away(self, away=True)
        self.close()

    @property
    def fills(self) -> bool:
        """Whether it needs the room of the bridge too."""
        return False

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
