"""Looking at what is drawn, a cell at a time: its character, its colours, its weight."""

from collections.abc import Iterable, Iterator

import msgspec
from rich.cells import cell_len
from rich.color import Color, ColorType
from textual.strip import Strip

_MARKS = frozenset("●◂▸▶·~↑↓←→▲▼⏎")
RGB = tuple[int, int, int]

TEXT, SHAPE = 4.5, 3.0
"""Least contrast of what is read, and of what is only seen (WCAG 2.2)."""


class Cell(msgspec.Struct, frozen=True):
    """One cell.

    Attributes:
        char: What stands in it.
        fg: The colour of that; none is the terminal's own.
        bg: The colour behind it; none is the terminal's own.
        manner: Bold, underlined, reversed and the like: what is told without colour.
        scrolls: It belongs to a bar that scrolls: `grab` or the track.
    """

    char: str
    fg: Color | None
    bg: Color | None
    manner: frozenset[str] = frozenset()
    scrolls: str = ""

    @property
    def bare(self) -> tuple[str, frozenset[str]]:
        """The cell without its colours."""
        return self.char, self.manner

    @property
    def is_shape(self) -> bool:
        """A box, a block, a mark: nothing that is read."""
        return "\u2500" <= self.char <= "\u259f" or self.char in _MARKS

    @property
    def ink(self) -> RGB:
        """The colour of what stands in it, as it is seen."""
        return _rgb(self.bg if "reverse" in self.manner else self.fg)

    @property
    def ground(self) -> RGB:
        """The colour behind it, as it is seen."""
        return _rgb(self.fg if "reverse" in self.manner else self.bg)

    @property
    def contrast(self) -> float:
        """Between what stands in it and what is behind, 1 to 21."""
        return contrast(self.ink, self.ground)


def cells_of(strips: Iterable[Strip]) -> list[list[Cell]]:
    """Give the cells of each row."""
    return [list(_cells(strip)) for strip in strips]


def _cells(strip: Strip) -> Iterator[Cell]:
    for text, style, _ in strip:
        if style is None:
            yield from (Cell(char, None, None) for char in text)
            continue
        names = ("bold", "dim", "italic", "underline", "reverse", "strike", "blink")
        manner = frozenset(name for name in names if getattr(style, name))
        scrolls = str(style.meta.get("@mouse.down", "")) if style.meta else ""
        for char in text:
            cell = Cell(char, _own(style.color), _own(style.bgcolor), manner, scrolls)
            yield from [cell] * max(1, cell_len(char))


def _own(color: Color | None) -> Color | None:
    return None if color is None or color.type is ColorType.DEFAULT else color


def _rgb(color: Color | None) -> RGB:
    assert color is not None, "a colour that is the terminal's own has no contrast"
    assert color.triplet is not None
    return color.triplet.red, color.triplet.green, color.triplet.blue


def luminance(rgb: RGB) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [c / 255 for c in rgb]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
