"""The shortest way for the cursor; only what a VT100 knows."""

from functools import lru_cache

At = tuple[int, int]
"""Column and row, from 0."""


@lru_cache(8192)
def move(at: At | None, to: At) -> str:
    """Say how the cursor gets there; empty where it is there.

    No line feed: a terminal's driver may make a new line of it.

    Args:
        at: Where it is; None: nobody knows.
        to: Where it is to be.
    """
    if at == to:
        return ""
    x, y = to
    ways = [_absolute(x, y)]
    if at is not None:
        down = y - at[1]
        sideways = [_sideways(x - at[0])]
        if at[0] > x:
            sideways.append("\r" + _steps(x, "C"))
        ways += [_steps(abs(down), "B" if down > 0 else "A") + way for way in sideways]
    return min(ways, key=len)


def _absolute(x: int, y: int) -> str:
    """Cursor position (CUP); what is 1 need not be said at the end."""
    if x:
        return f"\x1b[{y + 1};{x + 1}H"
    return f"\x1b[{y + 1}H" if y else "\x1b[H"


def _sideways(cells: int) -> str:
    if cells >= 0:
        return _steps(cells, "C")
    return min("\b" * -cells, _steps(-cells, "D"), key=len)


def _steps(number: int, letter: str) -> str:
    if not number:
        return ""
    return f"\x1b[{number if number > 1 else ''}{letter}"
