"""The row at the foot of a room's page: what the room told last, and the time that remains."""

from textual.timer import Timer

from nowwhat.packs.filling import fill
from nowwhat.packs.room_stay_words import RoomWords
from nowwhat.sitting.attending import Attending
from nowwhat.widgets.countdown import Countdown

_SAID = 12.0
"""Seconds for which a line of the room stays in view."""


class RoomLine(Countdown):
    """Reads the time off the room's clock; a timer only says when to look."""

    DEFAULT_CSS = """
    RoomLine { width: 100%; color: $foreground-muted; }
    """

    def __init__(self, attending: Attending, words: RoomWords) -> None:
        """Prepare.

        Args:
            attending: Tells how the room is.
            words: What is said.
        """
        super().__init__(id="room-line")
        self._attending, self._words = attending, words
        self._said, self._timer = "", None
        self._silent: Timer | None = None

    _timer: Timer | None

    def tell(self, says: tuple[str, ...]) -> None:
        """Say what there is to say, once; then look."""
        if says:
            self._said = " ".join(says)
            if self._silent is not None:
                self._silent.stop()
            self._silent = self.set_timer(_SAID, self._be_silent)
        self.look()

    def look(self) -> None:
        """Show how it is now, and look again when that changes."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        remains = self._attending.remains()
        self.say(" · ".join(filter(None, (self._said, self._time(remains)))))
        if remains is not None and remains > 0 and self._attending.view.pacing.held is None:
            again = remains - (-(-remains // 1) - 1)
            self._timer = self.set_timer(max(again, 0.001), self.look)

    def stop(self) -> None:
        """The room is nothing to this page any more."""
        for timer in (self._timer, self._silent):
            if timer is not None:
                timer.stop()
        self._timer = self._silent = None
        self.say("")

    def _be_silent(self) -> None:
        self._said, self._silent = "", None
        self.look()

    def _time(self, remains: float | None) -> str:
        attending, words = self._attending, self._words
        if remains is None:
            return "" if attending.over else attending.here_said()
        if attending.view.pacing.held is not None:
            return "" if words.held in self._said else words.paused
        left = int(-(-remains // 1))
        if left <= 0:
            return words.longer
        return fill(words.remains, {"time": f"{left // 60}:{left % 60:02}"})
