"""From one pen to another in the fewest bytes (SGR, ECMA-48 8.3.117; links, OSC 8)."""

from functools import lru_cache

from nowwhat.wire import pen
from nowwhat.wire.pen import Pen

_ON = {
    pen.BOLD: "1",
    pen.DIM: "2",
    pen.ITALIC: "3",
    pen.UNDERLINE: "4",
    pen.BLINK: "5",
    pen.REVERSE: "7",
    pen.CONCEAL: "8",
    pen.STRIKE: "9",
    pen.DOUBLE: "21",
    pen.OVERLINE: "53",
}
_OFF = {
    pen.BOLD: "22",
    pen.DIM: "22",
    pen.ITALIC: "23",
    pen.UNDERLINE: "24",
    pen.BLINK: "25",
    pen.REVERSE: "27",
    pen.CONCEAL: "28",
    pen.STRIKE: "29",
    pen.DOUBLE: "24",
    pen.OVERLINE: "55",
}


@lru_cache(4096)
def change(held: Pen | None, wanted: Pen, *, ends_marks: bool = True) -> str:
    """Say what takes a terminal from one pen to another; empty where it is the same.

    Args:
        held: The pen that the terminal has; None: nobody knows.
        wanted: The one it is to have.
        ends_marks: It can end one mark alone; otherwise all ends, and what holds is said again.
    """
    if held == wanted:
        return ""
    afresh = _sgr(["", *_marks(wanted.marks), wanted.fg, wanted.bg], reset=True)
    if held is None:
        return _link("?", wanted.link) + afresh
    link = _link(held.link, wanted.link)
    if (held.fg, held.bg, held.marks) == (wanted.fg, wanted.bg, wanted.marks):
        return link
    over = held.marks & ~wanted.marks
    if over and not ends_marks:
        return link + afresh
    off = dict.fromkeys(_OFF[bit] for bit in _OFF if over & bit)
    ended = {bit for bit in _OFF if _OFF[bit] in off}
    begun = (wanted.marks & ~held.marks) | (wanted.marks & sum(ended))
    numbers = [*off, *_marks(begun)]
    if held.fg != wanted.fg:
        numbers.append(wanted.fg or "39")
    if held.bg != wanted.bg:
        numbers.append(wanted.bg or "49")
    return link + min(_sgr(numbers), afresh, key=len)


def _marks(marks: int) -> list[str]:
    return [number for bit, number in _ON.items() if marks & bit]


def _sgr(numbers: list[str], *, reset: bool = False) -> str:
    said = ";".join(filter(None, numbers))
    return f"\x1b[{';' if reset and said else ''}{said}m"


def _link(held: str, wanted: str) -> str:
    """Say where a link begins or ends; a pen that nobody knows (`?`) is not taken for a link."""
    if held == wanted or (held == "?" and not wanted):
        return ""
    identity, _, address = wanted.partition(";")
    return f"\x1b]8;{f'id={identity}' if identity else ''};{address}\x1b\\"
