"""A cell of the screen, and the cells that a text becomes: no cluster is ever cut."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec
from rich.cells import cell_len, get_character_cell_size, split_graphemes

from nowwhat.wire.pen import PLAIN, SHOWN_ON_BLANK, Pen


class Cell(msgspec.Struct, frozen=True):
    """One cell, or the first of several that one cluster takes.

    Attributes:
        text: What stands in it: a character with all that belongs to it. Empty for the cells
            behind the first one of a wide cluster.
        pen: What it is written with.
        width: How many cells it takes; 0 for those behind the first.
        spill: How many cells more another terminal may take for it; none has to agree with us
            about emoji. -1: all agree.
        joins: Whether terminals draw it together with its neighbours (right-to-left letters).
    """

    text: str
    pen: Pen = PLAIN
    width: int = 1
    spill: int = -1
    joins: bool = False


_FLAGS = range(0x1F1E6, 0x1F200)
"""Regional indicators: two of them are one flag."""

_JOINER = "\u200d"
"""Zero width joiner."""

_PICTURES = 0x1F000
"""From here on terminals disagree about widths, by their age."""

_SYMBOLS = range(0x2300, 0x2C00)
"""Signs of which some became pictures, and wide."""

_RIGHT_TO_LEFT = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x10FFF))
"""Blocks of scripts that are written from right to left (Unicode, DerivedBidiClass)."""


@lru_cache(4096)
def cells_of(text: str, pen: Pen) -> tuple[Cell, ...]:
    """Divide a text into cells, as wide as Textual takes it to be.

    What has no width of its own and nothing before it comes first, with width 0.
    """
    if text.isascii():
        return tuple(_cell(character, pen, 1) for character in text if character >= " ")
    found: list[Cell] = []
    for cluster, width in _clusters(text):
        found.append(_cell(cluster, pen, width))
        found += [_behind(pen)] * (width - 1)
    return tuple(found)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Give each cluster with its width; two regional indicators are one."""
    flag = ""
    while text[:1] == _JOINER and len(text) > 1:  # what it joins belongs to the cluster before, too
        yield text[:2], 0
        text = text[2:]
    for start, end, cells in split_graphemes(text)[0]:
        cluster, width = text[start:end], cells
        if ord(cluster[0]) in _FLAGS:
            if not flag:
                flag = cluster
                continue
            cluster, width, flag = flag + cluster, width + cell_len(flag), ""
        elif flag:
            yield flag, cell_len(flag)
            flag = ""
        if width or cluster[0] >= "\xa0":
            yield cluster, width
    if flag:
        yield flag, cell_len(flag)


@lru_cache(4096)
def _cell(text: str, pen: Pen, width: int) -> Cell:
    """Make a cell; the same one for the same."""
    first = ord(text[0])
    if text == " " and not pen.marks & SHOWN_ON_BLANK and not pen.link:
        pen = Pen(bg=pen.bg)  # nothing else of it is seen
    joins = any(low <= first <= high for low, high in _RIGHT_TO_LEFT)
    if len(text) == 1 and first < _PICTURES and not (width > 1 and first in _SYMBOLS):
        return Cell(text, pen, width, -1, joins)
    most = sum(max(1, get_character_cell_size(each)) for each in text if each != _JOINER)
    return Cell(text, pen, width, max(0, most - width), joins)


def blank(pen: Pen) -> Cell:
    """Give a cell without a letter."""
    return _cell(" ", pen, 1)


@lru_cache(1024)
def _behind(pen: Pen) -> Cell:
    return Cell("", pen, 0)


@lru_cache(4096)
def joined(cell: Cell, mark: str) -> Cell:
    """Give a cell with something more in it that has no width of its own.

    What would widen it is left out: Textual, which wrote the two in different styles, has no room
    for it.
    """
    text = cell.text + mark
    return cell if cell_len(text) > cell.width else _cell(text, cell.pen, cell.width)
