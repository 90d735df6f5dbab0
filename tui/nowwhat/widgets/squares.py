"""A text as a square to be scanned (QR), two modules a cell high, always dark on light."""

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

_QUIET = (4, 2)
"""Modules of light around it: as the standard asks (ISO/IEC 18004), and what scanners take, too."""

_INK = "#000000 on #ffffff"
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def rows_of(text: str, room: Size) -> list[str]:
    """Draw a text; nothing where there is not enough room, in cells.

    Raises:
        ValueError: The text is too long for any square.
    """
    import segno  # noqa: PLC0415 - only who asks for it waits for it

    matrix = segno.make(text, error="l", boost_error=False, micro=False).matrix
    for quiet in _QUIET:
        across = len(matrix) + 2 * quiet
        if across <= room.width and (across + 1) // 2 <= room.height:
            return _drawn([[bool(dark) for dark in row] for row in matrix], quiet)
    return []


def _drawn(matrix: list[list[bool]], quiet: int) -> list[str]:
    across = len(matrix) + 2 * quiet
    light = [False] * across
    edge = [False] * quiet
    rows = [*[light] * quiet, *[[*edge, *row, *edge] for row in matrix], *[light] * quiet]
    if len(rows) % 2:
        rows.append(light)
    return [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]


class Squares(Static):
    """Shows one; away while there is none."""

    DEFAULT_CSS = """
    Squares { width: auto; height: auto; }
    """

    def draw(self, text: str, room: Size) -> bool:
        """Show a text in the room that there is; say whether it has enough."""
        rows = rows_of(text, room) if text else []
        self.display = bool(rows)
        self.update(Content("\n").join(Content.styled(row, _INK) for row in rows))
        return bool(rows)
