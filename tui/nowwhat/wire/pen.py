"""How a cell is written: its two colours, its marks, where it leads."""

from functools import lru_cache

import msgspec

BOLD, DIM, ITALIC, UNDERLINE, BLINK, REVERSE, CONCEAL, STRIKE, DOUBLE, OVERLINE = (
    1 << bit for bit in range(10)
)
"""Marks, one bit each; `DOUBLE` is an underline of two lines."""

SHOWN_ON_BLANK = UNDERLINE | BLINK | REVERSE | STRIKE | DOUBLE | OVERLINE
"""Marks that are seen on a cell without a letter."""


class Pen(msgspec.Struct, frozen=True):
    """What a cell is written with.

    Attributes:
        fg: Numbers of the colour in front, as SGR has them (`31`, `38;5;9`, `38;2;1;2;3`); empty:
            the terminal's own.
        bg: Numbers of the colour behind (`41`, `48;…`); empty: the terminal's own.
        marks: Bits of `BOLD` and the like.
        link: Where it leads (OSC 8), as `id;address`; empty: nowhere.
    """

    fg: str = ""
    bg: str = ""
    marks: int = 0
    link: str = ""


PLAIN = Pen()


@lru_cache(4096)
def for_blank(held: Pen, wanted: Pen) -> Pen:
    """Say with which pen a blank is written: of a pen that shows nothing else, its background.

    Args:
        held: The pen in hand.
        wanted: The pen of the cell.
    """
    if wanted.marks & SHOWN_ON_BLANK or wanted.link:
        return wanted
    marks = wanted.marks if held.marks & SHOWN_ON_BLANK else held.marks
    return Pen(held.fg, wanted.bg, marks)
