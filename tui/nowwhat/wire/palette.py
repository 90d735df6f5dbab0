"""How many colours a terminal has, and what becomes of a style on it."""

from enum import IntEnum
from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.style import Style

from nowwhat.wire import pen
from nowwhat.wire.pen import PLAIN, Pen


class Palette(IntEnum):
    """A depth of colour, by the number of colours."""

    TRUE = 1 << 24
    MANY = 256
    FEW = 16
    NONE = 0


_SYSTEMS = {
    Palette.TRUE: ColorSystem.TRUECOLOR,
    Palette.MANY: ColorSystem.EIGHT_BIT,
    Palette.FEW: ColorSystem.STANDARD,
}

_MARKS = (
    ("bold", pen.BOLD),
    ("dim", pen.DIM),
    ("italic", pen.ITALIC),
    ("underline", pen.UNDERLINE),
    ("blink", pen.BLINK),
    ("blink2", pen.BLINK),
    ("reverse", pen.REVERSE),
    ("conceal", pen.CONCEAL),
    ("strike", pen.STRIKE),
    ("underline2", pen.DOUBLE),
    ("overline", pen.OVERLINE),
)


@lru_cache(4096)
def pen_of(style: Style | None, palette: Palette) -> Pen:
    """Say what a style is written with; colours that the palette lacks become the nearest."""
    if style is None:
        return PLAIN
    marks = 0
    for name, bit in _MARKS:
        if getattr(style, name):
            marks |= bit
    return Pen(
        _numbers(style.color, palette, front=True),
        _numbers(style.bgcolor, palette, front=False),
        marks,
        f"{style.link_id};{style.link}" if style.link else "",
    )


@lru_cache(4096)
def _numbers(color: Color | None, palette: Palette, *, front: bool) -> str:
    """Give the SGR numbers of a colour; empty for the terminal's own."""
    if color is None or color.is_default or palette is Palette.NONE:
        return ""
    return ";".join(color.downgrade(_SYSTEMS[palette]).get_ansi_codes(front))
