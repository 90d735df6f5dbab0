"""A breathing that runs: the word, the seconds, the shape; space pauses, Escape leaves."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center
from textual.message import Message
from textual.timer import Timer

from nowwhat.packs.filling import fill
from nowwhat.packs.screen_words import PaceWords
from nowwhat.session.breathing import Move, Pattern
from nowwhat.session.records import BreathEnding
from nowwhat.sitting.desk import Clock
from nowwhat.widgets.breath import Breath, level_at
from nowwhat.widgets.countdown import Countdown
from nowwhat.widgets.hooks import Stack
from nowwhat.widgets.pace import Pace
from nowwhat.widgets.saying import Saying

FRAMES = 10
"""Looks a second at how full the shape is; those that look the same are not drawn."""

_ROOMY = 24
"""Rows of a screen on which the larger shape has room."""

LENGTHEN = 30
"""Seconds by which one key makes it longer or shorter."""


class Breathing(Stack, can_focus=True):
    """Leads one breathing. What it shows is read off the clock; timers only say when to look."""

    DEFAULT_CSS = """
    Breathing { height: auto; width: 100%; align-horizontal: center; }
    Breathing Saying { text-align: center; }
    Breathing #breathing-word { text-style: bold; color: $foreground; margin-top: 1; height: auto; }
    Breathing #breathing-turn {
        text-style: bold; color: $foreground; margin-top: 1; width: 100%;
    }
    Breathing #breathing-seconds { color: $primary; }
    Breathing #breathing-count { color: $foreground-muted; height: 1; margin-top: 1; width: 16; }
    Breathing #breathing-soft { color: $foreground-muted; margin-top: 2; }
    Breathing.-alone { padding-top: 2; }
    Breathing.-still #breathing-word { padding: 4 4 1 4; min-height: 7; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", id="breathing.pause", show=False),
        Binding("escape", "leave", id="breathing.leave", show=False),
        Binding("right,plus,up", "length(1)", id="breathing.longer", show=False),
        Binding("left,minus,down", "length(-1)", id="breathing.shorter", show=False),
        Binding("c", "count", id="breathing.count", show=False),
    ]

    class Ended(Message):
        """It came to its end, or was left."""

        def __init__(self, pattern: Pattern, seconds: int, ending: BreathEnding) -> None:
            super().__init__()
            self.pattern, self.seconds, self.ending = pattern, seconds, ending

    class Paused(Message):
        """It was paused, or goes on."""

    def __init__(
        self,
        clock: Clock,
        words: PaceWords,
        *,
        still: bool = False,
        count: bool = True,
        small: bool = False,
        id: str | None = None,  # noqa: A002 - Textual calls it so
    ) -> None:
        """Prepare.

        Args:
            clock: Whose monotonic seconds pace it.
            words: What is said beside it.
            still: Nothing moves: words and a countdown, once a second.
            count: Cycles are counted in view.
            small: It stands beside something else: a smaller shape, and no countdown.
            id: Its id.
        """
        super().__init__(id=id, classes="" if small else "-alone")
        self._clock, self._words = clock, words
        self._still, self._count, self._small = still, count, small
        self._pace: Pace | None = None
        self._label: Timer | None = None
        self._frames: Timer | None = None
        self._held = False

    @property
    def pace(self) -> Pace | None:
        """The pace of the one that runs; none where none does."""
        return self._pace

    @property
    def paused(self) -> bool:
        """Whether it holds still."""
        return self._pace is not None and self._pace.paused

    def compose(self) -> ComposeResult:
        """Lay out shape, word, seconds, count."""
        with Center():
            yield Breath(small=self._small, id="breathing-shape")
        yield Countdown(id="breathing-turn")  # a hundred in phase turn at one moment
        yield Saying(id="breathing-word")
        with Center():
            yield Countdown(id="breathing-seconds")
        with Center():
            yield Saying(id="breathing-count")
        yield Saying(id="breathing-soft")

    def on_resize(self) -> None:
        """Take the shape that has room."""
        if self._pace is not None:
            self._lay_out(self._pace.pattern)

    def begin(self, pattern: Pattern, seconds: float, *, began: float | None = None) -> None:
        """Begin now, or be where one is that began at a time of the clock."""
        self.stop()
        self._pace = Pace(pattern, seconds, self._clock, began)
        self._lay_out(pattern)
        if not self.has_class("-still"):
            self._frames = self.set_interval(1 / FRAMES, self._draw)
        self._look()

    def stop(self) -> None:
        """Stop without a word."""
        for timer in (self._label, self._frames):
            if timer is not None:
                timer.stop()
        self._label = self._frames = self._pace = None

    def _lay_out(self, pattern: Pattern) -> None:
        moves = pattern.paced
        shape = self.query_one(Breath)
        drawn = moves and not self._still
        shape.display = drawn
        self.set_class(not drawn, "-still")
        if not self._small:
            shape.set_class(self.screen.size.height < _ROOMY, "-small")

    def _look(self) -> None:
        """Show where it stands, and look again when that changes."""
        pace = self._pace
        if pace is None:
            return
        if pace.over:
            self._end()
            return
        self._say(pace)
        self._draw()
        if not pace.paused:
            self._label = self.set_timer(pace.until_label, self._look)

    def _say(self, pace: Pace) -> None:
        standing = pace.standing
        moves = standing.phase.move is not Move.STILL
        counts = moves and not self._small
        seconds = str(-int(-standing.remains // 1)) if counts else ""
        word, still = standing.phase.word, self.has_class("-still")
        self.query_one("#breathing-turn", Countdown).say("" if still else word)
        self.query_one("#breathing-word", Saying).say(word if still else "")
        paused = self._words.paused if pace.paused else seconds
        self.query_one("#breathing-seconds", Countdown).say(paused)
        cycle = {"number": standing.cycle + 1, "all": pace.cycles}
        part = {"number": standing.index + 1, "all": len(pace.pattern.phases)}
        told = fill(self._words.count, cycle if moves else part)
        self.query_one("#breathing-count", Saying).say(told if self._count else "")
        self.query_one("#breathing-soft", Saying).say(self._words.soft if counts else "")

    def _draw(self) -> None:
        pace = self._pace
        if pace is not None and not self.has_class("-still"):
            self.query_one(Breath).fill(level_at(pace.pattern, pace.standing))

    def _end(self) -> None:
        pace = self._pace
        if pace is not None:
            ended = self.Ended(pace.pattern, round(min(pace.gone, pace.seconds)), pace.ending())
            self.stop()
            self.post_message(ended)

    def action_pause(self) -> None:
        """Pause, or go on."""
        if self._pace is not None:
            if self._label is not None:
                self._label.stop()
            self._pace.turn_pause()
            self._look()
            self.post_message(self.Paused())

    def hold(self) -> None:
        """Hold still while something else is in front; the time is not counted."""
        if self._pace is not None and not self._pace.paused:
            self._held = True
            self.action_pause()

    def let_go(self) -> None:
        """Go on, if it was held."""
        if self._held and self._pace is not None and self._pace.paused:
            self.action_pause()
        self._held = False

    def action_leave(self) -> None:
        """Leave it; that is a choice like any other."""
        self._end()

    def action_length(self, direction: int) -> None:
        """Make it longer or shorter."""
        if self._pace is not None:
            self._pace.change_length(direction * LENGTHEN)
            self._say(self._pace)

    def action_count(self) -> None:
        """Show or hide the count."""
        self._count = not self._count
        if self._pace is not None:
            self._say(self._pace)
