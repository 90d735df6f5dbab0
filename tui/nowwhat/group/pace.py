"""The pace of a group: which stop is open, since when, until when; a value, moved by commands.

Times are seconds of one monotonic clock, that of the process which holds the pace; a deadline is
a time on that clock and never a count of ticks, so that nothing drifts and whoever comes late sees
the same.
"""

import msgspec
from msgspec.structs import replace

from nowwhat.group.agenda import Stop


class Forward(msgspec.Struct, frozen=True, tag="forward"):
    """Open the stop that follows; from the last one: end.

    Attributes:
        after: The stop that was open when this was asked for; with another one it changes nothing,
            so that two who lead at once do not go two stops on. None: whichever is open.
    """

    after: int | None = None


class Backward(msgspec.Struct, frozen=True, tag="backward"):
    """Open the stop before; from the end: the last one.

    Attributes:
        after: As in `Forward`.
    """

    after: int | None = None


class Extend(msgspec.Struct, frozen=True, tag="extend"):
    """Give so many seconds more; below 0, less, at least none that remain."""

    seconds: float = 60


class Pause(msgspec.Struct, frozen=True, tag="pause"):
    """Hold all clocks."""


class Proceed(msgspec.Struct, frozen=True, tag="proceed"):
    """Let all clocks go on."""


Turn = Forward | Backward | Extend | Pause | Proceed


class Pace(msgspec.Struct, frozen=True):
    """Where a group stands.

    Attributes:
        agenda: The stops, at least one.
        at: The open one, from 0; -1 before the first; the number of stops once it is over.
        since: When it was opened.
        until: When its time is up; it may be past. Nothing ever goes on by itself.
        held: Since when all clocks are held; none: they run.
        spent: Seconds that each stop was open so far, the open one's present stay not included.
    """

    agenda: tuple[Stop, ...]
    at: int = -1
    since: float = 0
    until: float = 0
    held: float | None = None
    spent: tuple[float, ...] = ()

    @property
    def stop(self) -> Stop | None:
        """The open stop; none before the first and after the last."""
        return self.agenda[self.at] if 0 <= self.at < len(self.agenda) else None

    @property
    def over(self) -> bool:
        """Whether the last stop was left."""
        return self.at >= len(self.agenda)

    def now(self, elapsed: float) -> float:
        """Tell what time counts: the present, or when the clocks were held."""
        return elapsed if self.held is None else self.held

    def gone(self, elapsed: float) -> float:
        """Tell the seconds since the open stop was opened, holds not counted."""
        return max(0.0, self.now(elapsed) - self.since) if self.stop else 0.0

    def remains(self, elapsed: float) -> float:
        """Tell the seconds until the open stop's time is up; below 0 once it is."""
        return self.until - self.now(elapsed) if self.stop else 0.0

    def taken(self, elapsed: float) -> tuple[float, ...]:
        """Tell for each stop the seconds that it has taken so far."""
        spent = self.spent or (0.0,) * len(self.agenda)
        here = self.gone(elapsed)
        return tuple(each + here * (number == self.at) for number, each in enumerate(spent))


def turned(pace: Pace, turn: Turn, elapsed: float) -> Pace:
    """Give the pace that follows; a turn that does not apply changes nothing.

    Args:
        pace: Where the group stands.
        turn: What is asked for.
        elapsed: The present, in seconds of the pace's clock.
    """
    match turn:
        case Forward(after=after):
            return _moved(pace, 1, after, elapsed)
        case Backward(after=after):
            return _moved(pace, -1, after, elapsed)
        case Extend(seconds=seconds):
            if pace.stop is None:
                return pace
            least = min(pace.until, pace.now(elapsed))
            return replace(pace, until=max(least, pace.until + seconds))
        case Pause():
            return pace if pace.held is not None else replace(pace, held=elapsed)
        case Proceed():
            return _proceeded(pace, elapsed)


def _moved(pace: Pace, by: int, after: int | None, elapsed: float) -> Pace:
    to = pace.at + by
    first = 0 if pace.at >= 0 else -1
    if (after is not None and after != pace.at) or not first <= to <= len(pace.agenda):
        return pace
    now = pace.now(elapsed)
    seconds = pace.agenda[to].seconds if to < len(pace.agenda) else 0
    return replace(pace, at=to, since=now, until=now + seconds, spent=pace.taken(elapsed))


def _proceeded(pace: Pace, elapsed: float) -> Pace:
    if pace.held is None:
        return pace
    lost = max(0.0, elapsed - pace.held)
    return replace(pace, since=pace.since + lost, until=pace.until + lost, held=None)
