"""The card: the bridge with its planks, what one takes along, and ways to take it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from nowwhat.session.events import WentOn
from nowwhat.sitting.card import CardFace, card_lines
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice, Prompt
from nowwhat.steps.answering import Answering
from nowwhat.widgets.bridge import FAR, Bridge
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.saying import Saying


class CardStep(Answering):
    """Take it along, or not."""

    DEFAULT_CSS = """
    CardStep > #card-face {
        border: round $primary-muted; padding: 0 2; margin-bottom: 1; height: auto;
    }
    CardStep #card-action { text-style: bold; color: $secondary; }
    CardStep > #card-planks { color: $foreground-muted; text-align: center; }
    CardStep > #card-ask { text-style: bold; margin-top: 1; }
    CardStep > #card-done { color: $secondary; }
    Place.-high CardStep > #card-ask, Place.-tall CardStep > #card-ask { margin: 1 0; }
    Place.-short CardStep > #card-ask { margin: 0; }
    Place.-short CardStep Bridge { display: none; }
    """
    SCOPED_CSS: ClassVar[bool] = False  # or its screen would be looked for inside

    class CopyAsked(Message):
        """To the clipboard, by OSC 52."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class SaveAsked(Message):
        """To a file, as Markdown."""

        def __init__(self, lines: tuple[str, ...]) -> None:
            super().__init__()
            self.lines = lines

    class LeftBehind(Message):
        """Into the terminal's scrollback on leaving, or not after all."""

        def __init__(self, lines: tuple[str, ...]) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.says_question = True
        self._face = CardFace("")
        self._stays = False

    @property
    def fills(self) -> bool:
        """It has a bridge of its own."""
        return True

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands on it."""
        return tuple(card_lines(self._face, self.words.card))

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with Vertical(id="card-face"):
            yield Saying(id="card-action")
            yield Saying(id="card-plan")
        yield Bridge(walker=False)
        yield Saying(id="card-planks")
        yield Saying(id="card-ask")
        yield Choices()
        yield Saying(id="card-done")

    def lay(self, face: CardFace) -> None:
        """Say what stands on it; before it is shown."""
        self._face = face

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show it."""
        del visit
        self._stays = False
        action, *plan, planks_said = (line.strip() for line in self.lines)
        self.query_one("#card-action", Saying).say(action)
        self.query_one("#card-plan", Saying).say("\n".join(plan))
        self.query_one("#card-planks", Saying).say(planks_said)
        planks = self._face.planks
        self.query_one(Bridge).lay(planks, max(FAR, planks + 2))
        self.query_one("#card-ask", Saying).say(prompt.ask)
        for part in ("#card-face", "#card-planks", "#card-ask"):
            self.query_one(part).display = bool(self._face.action)
        self.say("")
        self._offer()

    def focus_first(self) -> Widget:
        """Give the ways."""
        return self.query_one(Choices)

    def say(self, text: str) -> None:
        """Say what became of it."""
        self.query_one("#card-done", Saying).say(text)

    def _offer(self, at: int = 0) -> None:
        words = self.words.carry
        if not self._face.action:  # a led hour comes here without one, too
            self.query_one(Choices).offer([Choice("done", words.done)])
            return
        self.query_one(Choices).offer(
            [
                Choice("done", words.done),
                Choice("copy", words.copy),
                Choice("save", words.save),
                Choice("stay", words.stays if self._stays else words.stay),
            ],
            at,
        )

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        match event.choice.id:
            case "copy":
                text = "\n".join(line.strip() for line in self.lines)
                self.post_message(self.CopyAsked(text))
            case "save":
                self.post_message(self.SaveAsked(self.lines))
            case "stay":
                self._stays = not self._stays
                self._offer(event.choices.at)
                self.post_message(self.LeftBehind(self.lines if self._stays else ()))
            case _:
                self.give(WentOn(step=self.step))
