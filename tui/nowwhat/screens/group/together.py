"""Breathing together: all are in the phase that the room's clock gives, whenever they came."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from nowwhat.group.room import Breathing as Together
from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.session.breathing import Pattern
from nowwhat.session.moment import Moment
from nowwhat.sitting.attending import Attending
from nowwhat.sitting.desk import Clock
from nowwhat.widgets.breathing import Breathing
from nowwhat.widgets.footing import Named
from nowwhat.widgets.saying import Saying

_DAY = 86400.0
"""It lasts until the room ends it, or its pattern says that it is enough."""


class RoomClock:
    """The time of day as the person's clock has it, and the seconds of the room's."""

    def __init__(self, clock: Clock, attending: Attending) -> None:
        """Take both."""
        self._clock, self._attending = clock, attending

    def now(self) -> Moment:
        """Tell the present moment."""
        return self._clock.now()

    def elapsed(self) -> float:
        """Tell the seconds of the room's clock."""
        return self._attending.room.now()


class InPhase(Breathing):
    """A breathing that nobody pauses or makes longer for themselves: one leaves it, or stays."""

    def action_pause(self) -> None:
        """It goes on: to be in phase is all that it is."""

    def action_length(self, direction: int) -> None:
        """It lasts as long as the room's."""


class BreatheTogether(Place[None]):
    """Goes away when it is left, and when the room ends it."""

    DEFAULT_CSS = """
    BreatheTogether #column { padding: 1 2 0 2; }
    BreatheTogether #together-title { text-align: center; color: $foreground-muted; }
    BreatheTogether.-short Breathing { padding-top: 1; }
    BreatheTogether.-short Breathing #breathing-soft { margin-top: 1; }
    """

    def __init__(
        self,
        words: Words,
        clock: Clock,
        attending: Attending,
        pattern: Pattern,
        together: Together,
        *,
        still: bool,
    ) -> None:
        """Prepare.

        Args:
            words: What the program says.
            clock: The person's clock.
            attending: Tells how the room is.
            pattern: What is breathed.
            together: Since when.
            still: Nothing is to move.
        """
        super().__init__(words)
        self._clock, self._attending = RoomClock(clock, attending), attending
        self._pattern, self._together, self._still = pattern, together, still

    def compose_column(self) -> Iterable[Widget]:
        """Lay out title and breathing."""
        yield Saying(self._pattern.title, id="together-title")
        yield InPhase(self._clock, self.words.pace, still=self._still, count=False)

    def on_mount(self) -> None:
        """Begin where the others are."""
        super().on_mount()
        began = self._together.began
        self.query_one(InPhase).begin(self._pattern, _DAY, began=began)

    def focus_first(self) -> Widget:
        """Give the breathing."""
        return self.query_one(InPhase)

    @property
    def keys_here(self) -> list[Named]:
        """Leaving."""
        return [("Esc", self.words.footing.leave_breath, "screen.leave")]

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Leaving."""
        return [("Esc", self.words.keys.leave_breath)]

    def look(self) -> None:
        """Go, if the room has ended it; while something else is in front, after that."""
        if self.app.screen is self and self._attending.view.breathing != self._together:
            self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Look again."""
        self.call_later(self.look)

    @on(Breathing.Ended)
    def _ended(self) -> None:
        if self.app.screen is self:
            self.dismiss(None)
