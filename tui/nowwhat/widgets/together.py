"""A breathing that a whole room sees: the disc as large as there is room, the word below it.

Where it stands is what the clock of the room says; timers only say when to look.
"""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.timer import Timer

from nowwhat.session.breathing import Move, Pattern, phase_at
from nowwhat.widgets.breath import SMALL, Breath, level_at
from nowwhat.widgets.breathing import FRAMES
from nowwhat.widgets.letters import ROWS, Letters, Size, lines_of, rows_of
from nowwhat.widgets.saying import Saying

_MOST = 25
"""Rows of the largest disc."""

_BESIDE = ROWS + 2
"""Rows that the word takes, with what is empty around it."""

Gone = Callable[[], float]
"""Tells the seconds since it began, holds not counted."""


class Together(Vertical):
    """Shows one breathing, or a grounding a phase at a time; no key is its own."""

    DEFAULT_CSS = """
    Together { width: 100%; height: 1fr; align: center middle; }
    Together Center { height: auto; }
    Together #together-word { margin-top: 1; width: auto; max-width: 100%; }
    Together #together-more { text-align: center; margin-top: 1; }
    """

    def __init__(self, over: str, *, still: bool = False, id: str | None = None) -> None:  # noqa: A002 - Textual calls it so
        """Prepare.

        Args:
            over: What is said at its end.
            still: Nothing moves: words and a countdown.
            id: Its id.
        """
        super().__init__(id=id)
        self._over, self._still = over, still
        self._pattern: Pattern | None = None
        self._seconds = 0.0
        self._gone: Gone = float
        self._label: Timer | None = None
        self._frames: Timer | None = None
        self._said = ("", 0, 0)

    def compose(self) -> ComposeResult:
        """Lay out disc and words."""
        with Center():
            yield Breath(id="together-disc")
        with Center():
            yield Letters(id="together-word")
        yield Saying(id="together-more")

    def begin(self, pattern: Pattern, seconds: float, gone: Gone) -> None:
        """Show a breathing of about so many seconds; `gone` tells how many of them are over."""
        self.stop()
        self._pattern, self._seconds, self._gone = pattern, pattern.seconds_for(seconds), gone
        if self._draws:
            self._frames = self.set_interval(1 / FRAMES, self._draw)
        self.look()

    def stop(self) -> None:
        """Show it no more."""
        for timer in (self._label, self._frames):
            if timer is not None:
                timer.stop()
        self._label = self._frames = self._pattern = None
        self._said = ("", 0, 0)

    def on_resize(self) -> None:
        """Take the room that there is."""
        self.look()

    @property
    def _draws(self) -> bool:
        return self._pattern is not None and self._pattern.paced and not self._still

    def look(self) -> None:
        """Show where it stands, and look again when that changes."""
        if self._label is not None:
            self._label.stop()
        pattern = self._pattern
        if pattern is None or not self.size.height:
            return
        gone, disc = self._gone(), self.query_one("#together-disc", Breath)
        disc.display = self._draws and gone < self._seconds
        if gone >= self._seconds:
            self._say(self._over)
            return
        standing = phase_at(pattern, gone)
        remains, counts = standing.remains, self._still and standing.phase.move is not Move.STILL
        whole = int(-(-remains // 1))
        self._say(f"{standing.phase.word}  {whole}" if counts else standing.phase.word)
        if self._draws:
            disc.grow(max(SMALL, min(_MOST, self.size.height - _BESIDE, self.size.width // 2)))
            self._draw()
        until = remains - (whole - 1) if counts else remains
        self._label = self.set_timer(max(0.001, until), self.look)

    def _say(self, words: str) -> None:
        """Show words, their first sentence large."""
        if self._said == (words, *self.size):
            return
        self._said = (words, *self.size)
        first, stop, more = words.partition(". ")
        word = f"{first}{stop.strip()}"
        room = ROWS if self._draws and words != self._over else self.size.height - 3
        self.query_one("#together-word", Letters).write(
            word, self.size.width, self._fit(word, room)
        )
        self.query_one("#together-more", Saying).say(more)

    def _fit(self, word: str, rows: int) -> Size:
        """Say how large a word can be in so many rows."""
        sizes: tuple[Size, ...] = ("wide", "narrow")
        for size in sizes:
            lines = lines_of(word, self.size.width, size)
            if lines and rows_of(lines) <= rows:
                return size
        return "small"

    def _draw(self) -> None:
        pattern, gone = self._pattern, self._gone()
        if pattern is not None and gone < self._seconds:
            disc = self.query_one("#together-disc", Breath)
            disc.fill(level_at(pattern, phase_at(pattern, gone)))
