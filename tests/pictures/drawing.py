"""A screen drawn as SVG: cells to rectangles and words; nothing in it comes from this machine.

Block elements are drawn as the rectangles they are, so that a picture looks as a terminal does,
whatever font its reader has.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

ACROSS, DOWN = 9, 18
"""Pixels of a cell: as high as two are wide, near enough to most terminals."""

_MARGIN = 14
_FONT = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"


class Cell(NamedTuple):
    """One character with its colours; a wide one is followed by an empty one."""

    text: str
    ink: str
    paper: str
    bold: bool = False
    slanted: bool = False
    underlined: bool = False


def cells_of(rows: Iterable[Iterable[Segment]], ink: str, paper: str) -> list[list[Cell]]:
    """Take rows of segments apart.

    Args:
        rows: Of each row its segments.
        ink: Colour of words that have none, `#rrggbb`.
        paper: Colour behind what has none.
    """
    return [list(_cells(row, ink, paper)) for row in rows]


def _cells(row: Iterable[Segment], ink: str, paper: str) -> Iterator[Cell]:
    for segment in row:
        if segment.control:
            continue
        style = segment.style or Style.null()
        front = style.color.get_truecolor().hex if style.color else ink
        back = style.bgcolor.get_truecolor().hex if style.bgcolor else paper
        if style.reverse:
            front, back = back, front
        look = (front, back, bool(style.bold), bool(style.italic), bool(style.underline))
        for character in segment.text:
            cells = cell_len(character)
            if cells:
                yield Cell(character, *look)
            if cells > 1:
                yield Cell("", *look)


def picture(rows: list[list[Cell]], paper: str) -> str:
    """Draw it.

    Args:
        rows: As `cells_of` gives them, all of one length.
        paper: Colour around it.
    """
    width, height = len(rows[0]) * ACROSS + 2 * _MARGIN, len(rows) * DOWN + 2 * _MARGIN
    drawn = [line for y, row in enumerate(rows) for line in _row(row, y, paper)]
    size = f'width="{width}" height="{height}"'
    how = f'font-size="15" font-family="{_FONT}" style="font-variant-ligatures:none"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">',
            f'<rect {size} rx="8" fill="{paper}"/>',
            f'<g transform="translate({_MARGIN},{_MARGIN})" xml:space="preserve" {how}>',
            *drawn,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _row(row: list[Cell], y: int, paper: str) -> Iterator[str]:
    x = 0
    for behind, group in groupby(row, key=lambda cell: cell.paper):
        cells = len(list(group))
        if behind != paper:
            yield _rect(x * ACROSS, y * DOWN, cells * ACROSS, DOWN, behind)
        x += cells
    for x, run in _runs(row):
        shapes = _shapes_of(run[0].text)
        if not shapes:
            yield _words(x, y, run)
        across = (len(run) - 1) * ACROSS
        for left, top, wide, high in shapes:
            yield _rect(
                x * ACROSS + left * ACROSS,
                y * DOWN + top * DOWN,
                across + wide * ACROSS,
                high * DOWN,
                run[0].ink,
            )


def _runs(row: list[Cell]) -> Iterator[tuple[int, list[Cell]]]:
    """Cut a row where style or kind changes, and where there is nothing; a space joins words."""
    begin = 0
    while begin < len(row):
        first, end = row[begin], begin + 1
        while end < len(row) and _joins(row, first, end):
            end += 1
        run = row[begin:end]
        while run and run[-1].text == " " and not run[-1].underlined:
            run.pop()
        if run and run[0].text != " ":
            yield begin, run
        begin = end


def _joins(row: list[Cell], first: Cell, at: int) -> bool:
    cell = row[at]
    if (cell.ink, *cell[3:]) != (first.ink, *first[3:]):
        return False
    shapes = _shapes_of(first.text)
    if shapes:
        return cell.text == first.text and len(shapes) == 1 and shapes[0][2] == 1
    if _shapes_of(cell.text) or first.text == " ":
        return False
    return cell.text != " " or row[at - 1].text != " "


def _words(x: int, y: int, run: list[Cell]) -> str:
    first, text = run[0], "".join(cell.text for cell in run)
    how = ' font-weight="bold"' if first.bold else ""
    how += ' font-style="italic"' if first.slanted else ""
    how += ' text-decoration="underline"' if first.underlined else ""
    return (
        f'<text x="{x * ACROSS}" y="{y * DOWN + 14}" textLength="{len(run) * ACROSS}"'
        f' fill="{first.ink}"{how}>{escape(text)}</text>'
    )


def _rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
        f' fill="{fill}" shape-rendering="crispEdges"/>'
    )


Shape = tuple[float, float, float, float]
"""Left, top, width, height, as parts of a cell."""

_SHAPES: dict[str, Shape] = {
    **{sign: (0, 1 - n / 8, 1, n / 8) for n, sign in enumerate("▁▂▃▄▅▆▇█", 1)},
    **{sign: (0, 0, n / 8, 1) for n, sign in enumerate("▏▎▍▌▋▊▉", 1)},
    "▀": (0, 0, 1, 1 / 2),
    "▔": (0, 0, 1, 1 / 8),
    "▐": (1 / 2, 0, 1 / 2, 1),
    "▕": (7 / 8, 0, 1 / 8, 1),
}

_QUARTERS = {"▘": "1", "▝": "2", "▖": "3", "▗": "4"} | {
    "▞": "23", "▚": "14", "▛": "123", "▜": "124", "▙": "134", "▟": "234"
}  # fmt: skip
_QUARTER: dict[str, Shape] = {
    "1": (0, 0, 1 / 2, 1 / 2),
    "2": (1 / 2, 0, 1 / 2, 1 / 2),
    "3": (0, 1 / 2, 1 / 2, 1 / 2),
    "4": (1 / 2, 1 / 2, 1 / 2, 1 / 2),
}


def _shapes_of(sign: str) -> list[Shape]:
    """Give the rectangles that a sign is made of; none for what is written."""
    if sign in _SHAPES:
        return [_SHAPES[sign]]
    return [_QUARTER[quarter] for quarter in _QUARTERS.get(sign, "")]
