"""Breathing as data, and where one stands in it: a pure function of the time gone by."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

import msgspec

_NANOS = 1_000_000_000


class Move(StrEnum):
    """What the breath does in a phase; `still` is for text that is not about the breath."""

    IN = "in"
    OUT = "out"
    HOLD = "hold"
    STILL = "still"


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One phase of a cycle: its word from the pack, its length, its move.

    Attributes:
        word: What is said while it lasts: "In", or a whole sentence of grounding.
        seconds: Its length, above 0; held to the millisecond.
        move: What the breath does.
    """

    word: str
    seconds: float
    move: Move

    @property
    def nanos(self) -> int:
        """Its length in whole nanoseconds, a whole number of milliseconds."""
        return round(self.seconds * 1000) * 1_000_000


class Pattern(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """A breathing pattern, or a grounding that is read phase by phase.

    Attributes:
        id: Its name in scripts and on the command line.
        title: Its name for people.
        summary: One line on what it is.
        phases: One cycle, in order; at least one.
        most_cycles: It ends after so many cycles; 0 is no bound.
        cautions: Who had better choose something else, and how to do it softly.
        evidence: What is known about it, no more than that.
    """

    id: str
    title: str
    summary: str
    phases: tuple[Phase, ...]
    most_cycles: int = 0
    cautions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    @cached_property
    def cycle_nanos(self) -> int:
        """The length of one cycle in nanoseconds."""
        return sum(phase.nanos for phase in self.phases)

    @property
    def paced(self) -> bool:
        """Whether the breath moves in it; a grounding is only read."""
        return any(phase.move is not Move.STILL for phase in self.phases)

    @property
    def cycle_seconds(self) -> float:
        """The length of one cycle in seconds."""
        return self.cycle_nanos / _NANOS

    def cycles_in(self, seconds: float) -> int:
        """How many whole cycles fill `seconds`: at least one, the last one always whole."""
        cycles = max(1, -(-round(seconds * _NANOS) // self.cycle_nanos))
        return min(cycles, self.most_cycles) if self.most_cycles else cycles

    def seconds_for(self, seconds: float) -> float:
        """How long it really lasts when `seconds` were asked for: whole cycles, within the cap."""
        return self.cycles_in(seconds) * self.cycle_nanos / _NANOS


class Standing(msgspec.Struct, frozen=True):
    """Where one stands in a pattern.

    Attributes:
        phase: The phase that holds now.
        index: Its place in the cycle, from 0.
        progress: How much of it is gone, 0 up to, not including, 1.
        cycle: Whole cycles gone, from 0.
        remains: Seconds until it turns, above 0.
    """

    phase: Phase
    index: int
    progress: float
    cycle: int
    remains: float


def phase_at(pattern: Pattern, elapsed: float) -> Standing:
    """Say where one stands `elapsed` seconds after the beginning.

    Phases tile time: each holds from its first nanosecond up to, not including, the next one's.
    Counting is in whole nanoseconds, so that no error gathers however long it runs.

    Args:
        pattern: What is breathed.
        elapsed: Seconds since it began, on a monotonic clock, without pauses; 0 or more.

    Raises:
        ValueError: `elapsed` is below 0.
    """
    if elapsed < 0:
        raise ValueError(f"elapsed is a time gone by, 0 or more; it was {elapsed}")
    cycle, within = divmod(round(elapsed * _NANOS), pattern.cycle_nanos)
    for index, phase in enumerate(pattern.phases):
        if within < phase.nanos:
            progress = within / phase.nanos
            return Standing(phase, index, progress, cycle, (phase.nanos - within) / _NANOS)
        within -= phase.nanos
    raise AssertionError("a cycle is as long as its phases")


def turns(pattern: Pattern, seconds: float) -> Iterator[tuple[float, Phase, int]]:
    """List each turn for a breathing of about `seconds`: when it comes, its phase, its cycle.

    Yields:
        Seconds since the beginning (exact: a sum of whole nanoseconds), the phase, the cycle
        from 0. The last phase ends at `pattern.seconds_for(seconds)`.
    """
    start = 0
    for cycle in range(pattern.cycles_in(seconds)):
        for phase in pattern.phases:
            yield start / _NANOS, phase, cycle
            start += phase.nanos
