"""The pace of one breathing: where it stands is a pure function of the clock, whatever redraws."""

from nowwhat.session.breathing import Pattern, Standing, phase_at
from nowwhat.session.records import BreathEnding
from nowwhat.sitting.desk import Clock


class Pace:
    """One breathing that runs: pauses are not counted, and its length may change meanwhile."""

    def __init__(
        self, pattern: Pattern, seconds: float, clock: Clock, began: float | None = None
    ) -> None:
        """Begin now, or have begun.

        Args:
            pattern: What is breathed.
            seconds: About how long; whole cycles, within the pattern's cap.
            clock: Whose monotonic seconds pace it.
            began: When it began, on that clock; none: now.
        """
        self.pattern = pattern
        self._clock = clock
        self._began = clock.elapsed() if began is None else began
        self._paused_at: float | None = None
        self._cycles = pattern.cycles_in(seconds)

    @property
    def gone(self) -> float:
        """Seconds gone, pauses not counted."""
        now = self._clock.elapsed() if self._paused_at is None else self._paused_at
        return max(0.0, now - self._began)

    @property
    def seconds(self) -> float:
        """How long it lasts in all, in seconds."""
        return self._cycles * self.pattern.cycle_seconds

    @property
    def cycles(self) -> int:
        """How many whole cycles it lasts."""
        return self._cycles

    @property
    def paused(self) -> bool:
        """Whether it holds still."""
        return self._paused_at is not None

    @property
    def over(self) -> bool:
        """Whether the last cycle is whole."""
        return self.gone >= self.seconds

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return phase_at(self.pattern, self.gone)

    @property
    def until_label(self) -> float:
        """Seconds until the word or the countdown changes; never 0."""
        remains = self.standing.remains
        whole = -(-remains // 1) - 1  # the countdown shows whole seconds, rounded up
        return max(remains - whole, 0.001) if whole > 0 else max(remains, 0.001)

    def ending(self) -> BreathEnding:
        """Say how it ends if it ends now."""
        return "stayed" if self.over else "left"

    def turn_pause(self) -> None:
        """Pause, or go on."""
        if self._paused_at is None:
            self._paused_at = self._clock.elapsed()
        else:
            self._began += self._clock.elapsed() - self._paused_at
            self._paused_at = None

    def change_length(self, by: float) -> None:
        """Make it longer or shorter by about so many seconds, at least to the end of this cycle."""
        wanted = self.pattern.cycles_in(max(0.0, self.seconds + by))
        if wanted == self._cycles and by:
            wanted += 1 if by > 0 else -1
        least = self.standing.cycle + 1
        most = self.pattern.most_cycles or wanted
        self._cycles = max(least, min(wanted, most))
