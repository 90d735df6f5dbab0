"""Chance that can be had again: a row of draws that a seed and a number begin."""

from collections.abc import Sequence
from typing import TypeVar

from nowwhat.group.shuffle import lot

T = TypeVar("T")

_RANGE = 2**48
"""How many lots there are."""

_ROWS = 2**32
"""Draws that a row may have before it comes upon the next one's."""


class Chance:
    """One row of draws; the same seed and number give the same row."""

    def __init__(self, seed: int, number: int) -> None:
        self._seed, self._next = seed, number * _ROWS

    def between(self, low: float, high: float) -> float:
        """Draw a number, from `low` up to `high`."""
        self._next += 1
        return low + (high - low) * lot(self._seed, self._next) / _RANGE

    def happens(self, of_one: float) -> bool:
        """Draw whether something happens that happens so often, 0 to 1."""
        return self.between(0, 1) < of_one

    def one_of(self, things: Sequence[T]) -> T:
        """Draw one of some things, at least one."""
        return things[min(len(things) - 1, int(self.between(0, len(things))))]
