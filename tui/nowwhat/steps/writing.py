"""Writing, as notes, plans and actions share it: a field, what may fill it, a word about limits."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget

from nowwhat.packs.filling import fill
from nowwhat.session.typed import LINE_LIMIT, NOTE_LIMIT
from nowwhat.session.typed import shown as make_safe
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice, Prompt
from nowwhat.steps.answering import Answering
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.field import Field
from nowwhat.widgets.saying import Saying

_LATE = 0.8
"""The limit is shown once so much of it is used."""

AT_ONCE = 4
"""Starters shown at once; more are one choice away."""

_MORE = "more"


class Writing(Answering):
    """A field, and starters below it that fill it."""

    DEFAULT_CSS = """
    Writing > .writing-about { height: 1; color: $foreground-muted; padding-left: 2; }
    Writing > #writing-lead { color: $foreground-muted; margin-top: 1; }
    """

    page = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._starters: tuple[str, ...] = ()
        self._all = False
        self._clock: Timer | None = None

    @property
    def half(self) -> str:
        """What stands in the field."""
        return self.query_one(Field).text

    def compose(self) -> ComposeResult:
        """Lay out field, limit, starters."""
        yield Field(page=self.page, id="writing-field")
        yield Saying(id="writing-about", classes="writing-about", stays=True)
        yield from self.compose_between()
        yield Saying(id="writing-lead")
        yield Choices(id="writing-starters")

    def compose_between(self) -> ComposeResult:
        """Lay out what stands between the field and the starters."""
        yield from ()

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show the field with what was typed before, and the starters."""
        del visit
        self.query_one(Field).write(prompt.half)
        self._about_so_far(prompt.half)
        self._offer(prompt.starters)

    def focus_first(self) -> Widget:
        """Give the field."""
        return self.query_one(Field)

    def close(self) -> None:
        """Forget the time."""
        if self._clock is not None:
            self._clock.stop()

    @property
    def lead(self) -> str:
        """What is said above the starters."""
        return self.words.writing.starters

    def _offer(self, starters: Sequence[str], *, all_of_them: bool = False) -> None:
        self._starters, self._all = tuple(starters), all_of_them
        shown = self._starters if all_of_them else self._starters[:AT_ONCE]
        choices = [Choice(line, make_safe(line)) for line in shown]
        if len(shown) < len(self._starters):
            choices.append(Choice(_MORE, self.words.writing.more))
        self.query_one("#writing-starters", Choices).offer(choices)
        self.query_one("#writing-lead", Saying).say(self.lead if choices else "")

    def _about_so_far(self, text: str) -> None:
        """Say how to go on once there is a word, and the limit once it is near."""
        words, limit = self.words.writing, NOTE_LIMIT if self.page else LINE_LIMIT
        used = len(text.strip())
        if used > limit * _LATE:
            self.about(fill(words.limit, {"used": used, "limit": limit}))
        else:
            self.about(words.enter if used else "")

    def about(self, text: str) -> None:
        """Say it in the row below the field, which stays there: nothing moves as one types."""
        about = self.query_one("#writing-about", Saying)
        if str(about.content) != text:
            about.say(text)

    def hand_over(self, text: str) -> None:
        """Answer with what was written."""
        self.answer(lambda sitting: sitting.write(text))

    @on(Field.Given)
    def _given(self, event: Field.Given) -> None:
        event.stop()
        self.hand_over(event.text)

    @on(Field.Changed)
    def _changed(self, event: Field.Changed) -> None:
        event.stop()
        self._about_so_far(event.text_area.text)
        self.type(event.text_area.text)

    @on(Field.LeftDownwards)
    def _down(self, event: Field.LeftDownwards) -> None:
        event.stop()
        shown = [each for each in self.query(Choices) if each.offered]
        if shown:
            shown[0].focus()

    @on(Choices.LeftUpwards)
    def _up(self, event: Choices.LeftUpwards) -> None:
        event.stop()
        self.query_one(Field).focus()

    @on(Choices.Taken, "#writing-starters")
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        if event.choice.id == _MORE and not self._all:
            self._offer(self._starters, all_of_them=True)
            event.choices.at = AT_ONCE
            return
        field = self.query_one(Field)
        field.write(event.choice.id)
        field.focus()
