"""What each screen of a room has: it looks once at many changes, and once a second at the time."""

from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from nowwhat.group.hub import NoRoomError
from nowwhat.group.link import Link
from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.widgets.saying import Saying

V = TypeVar("V")

_MANY, _PAUSE = 20, 0.25
"""Where so many are here, changes that follow one another are looked at once in so many seconds: a
hundred who go on together would have each of theirs painted here, and wait for that."""


class InRoom(Place[None], Generic[V]):
    """A screen that shows a room as one link sees it.

    Attributes:
        link: The link.
    """

    def __init__(self, words: Words, link: Link[V]) -> None:
        """Show a room; `words` is what the program says."""
        super().__init__(words)
        self.link = link
        self._due = self._news = False
        self._tick: Timer | None = None
        self._cancel: Callable[[], None] = lambda: None
        self._said: dict[str, object] = {}

    def on_mount(self) -> None:
        """Watch it."""
        super().on_mount()
        with suppress(NoRoomError):  # it is shown as it was at its end
            self._cancel = self.link.watch(self._changed)
        self.look()

    def on_unmount(self) -> None:
        """Watch it no more."""
        self._cancel()

    @property
    def crowd(self) -> int:
        """How many people make it change."""
        raise NotImplementedError

    def _changed(self) -> None:
        self._news = True
        if not self._due:  # a whole burst of changes is looked at once
            self._due = True
            self.call_later(self._look_due)

    def _look_due(self) -> None:
        self._due = self._news = False
        if not self.is_attached:
            return
        self.look()
        if self.crowd >= _MANY:
            self._due = True
            self.set_timer(_PAUSE, self._paused)

    def _paused(self) -> None:
        self._due = False
        if self._news:
            self._changed()

    def look(self) -> None:
        """Show how the room is."""
        raise NotImplementedError

    def look_at_time(self) -> None:
        """Show what the time is."""
        raise NotImplementedError

    def tick_in(self, seconds: float) -> None:
        """Look at the time again in so many seconds, and not before."""
        if self._tick is not None:
            self._tick.stop()
        self._tick = self.set_timer(max(0.02, seconds), self.look_at_time)

    def say(self, where: str, text: str) -> None:
        """Show words in a `Saying`, if they are others."""
        if self._said.get(where) != text:
            self._said[where] = text
            self.query_one(where, Saying).say(text)

    def put(self, where: str, content: Content) -> None:
        """Show words in the room that there is for them: nothing is laid out again."""
        if self._said.get(where) != content:
            self._said[where] = content
            self.query_one(where, Static).update(content, layout=False)


def until_next(remains: float) -> float:
    """Tell the seconds until a countdown in whole seconds shows another one."""
    part = (remains if remains > 0 else 1 - (-remains % 1)) % 1
    return part or 1.0


def clock_of(remains: float, *, over: bool) -> str:
    """Write minutes and seconds; `over`: those beyond the time, with a plus."""
    whole = int(-remains) if over else max(0, int(-(-remains // 1)))
    return f"{'+' if over else ''}{whole // 60}:{whole % 60:02}"
