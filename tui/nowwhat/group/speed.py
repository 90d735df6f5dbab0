"""A clock that goes faster than another one, so that an hour can be practised in minutes."""

from collections.abc import Callable

SLOWEST, FASTEST = 1.0, 20.0


class FastClock:
    """Seconds of a room that is practised in; they never jump and never go back."""

    def __init__(self, clock: Callable[[], float], speed: float = SLOWEST) -> None:
        """Begin.

        Args:
            clock: Seconds of a monotonic clock.
            speed: How much faster this one goes, 1 to 20.
        """
        self._clock = clock
        self._since = self._shown = clock()
        self._speed = _within(speed)

    def __call__(self) -> float:
        """Tell the time."""
        return self._shown + (self._clock() - self._since) * self._speed

    @property
    def speed(self) -> float:
        """How much faster it goes, 1 to 20."""
        return self._speed

    def go(self, speed: float) -> None:
        """Go at another speed from now on."""
        self._shown, self._since = self(), self._clock()
        self._speed = _within(speed)


def _within(speed: float) -> float:
    return min(FASTEST, max(SLOWEST, speed))
