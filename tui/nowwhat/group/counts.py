"""How many, as it may be told: under five people nobody is counted."""

from typing import Final

FEW: Final = 5
"""From so many people on, a number tells nothing about one of them."""


def told(number: int, among: int) -> int | None:
    """Give a number of people; none where they are among fewer than five.

    Args:
        number: How many they are.
        among: Of how many.
    """
    return number if among >= FEW else None
