"""Large letters, drawn of blocks: words that are read from the back of a room."""

from typing import Literal

from nowwhat.widgets.saying import Saying

Size = Literal["wide", "narrow", "small"]
"""`wide` has a dot a cell across, `narrow` two; two dots are a cell high in both. `small` letters
are the terminal's own."""

ROWS = 4
"""Rows of a line: capitals are six dots high, and two are for what hangs below."""

_SPACE = 4
"""Dots between two words."""

_ACROSS: dict[Size, int] = {"wide": 1, "narrow": 2}
_BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By which quarters of a cell are lit: upper left 1, upper right 2, lower left 4, lower right 8."""


def rows_of(lines: list[str]) -> int:
    """Say how many rows so many lines take, an empty one between two of them."""
    return len(lines) * (ROWS + 1) - 1


def lines_of(text: str, width: int, size: Size) -> list[str] | None:
    """Break a text into lines of large letters, about equally long.

    Args:
        text: What is to be drawn.
        width: Cells that there are.
        size: How large.

    Returns:
        The lines; none where a letter is missing, a word is wider than a line, or nothing is
        large about it.
    """
    words = text.split()
    if size == "small" or not words or not all(c in GLYPHS for word in words for c in word):
        return None
    dots, widest = width * _ACROSS[size], max(map(_word_width, words))
    if widest > dots:
        return None
    fewest = _broken(words, dots)
    evenly = (_broken(words, narrower) for narrower in range(widest, dots))
    return next((lines for lines in evenly if len(lines) == len(fewest)), fewest)


def _broken(words: list[str], dots: int) -> list[str]:
    lines, line = [], ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and _line_width(longer) > dots:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _word_width(word: str) -> int:
    return sum(len(_rows(c)[0]) + 1 for c in word) - 1


def _line_width(line: str) -> int:
    words = line.split()
    return sum(map(_word_width, words)) + _SPACE * (len(words) - 1)


def draw(line: str, size: Size) -> list[str]:
    """Draw one line, in `ROWS` rows."""
    dots = [""] * (2 * ROWS)
    for number, word in enumerate(line.split()):
        for y in range(2 * ROWS):
            dots[y] += " " * (_SPACE * (number > 0)) + " ".join(_row(c, y) for c in word)
    across = _ACROSS[size]
    return [_blocks(dots[2 * y], dots[2 * y + 1], across) for y in range(ROWS)]


def _rows(character: str) -> tuple[str, ...]:
    return GLYPHS[character][1]


def _row(character: str, y: int) -> str:
    top, rows = GLYPHS[character]
    return rows[y - top].replace(".", " ") if 0 <= y - top < len(rows) else " " * len(rows[0])


def _blocks(upper: str, lower: str, across: int) -> str:
    """Make one row of cells of two rows of dots."""
    if across == 1:
        upper, lower = ("".join(dot * 2 for dot in row) for row in (upper, lower))
    if len(upper) % 2:
        upper, lower = f"{upper} ", f"{lower} "
    return "".join(
        _BLOCKS[sum(1 << bit for bit, dot in enumerate(quarters) if dot == "#")]
        for quarters in zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
    )


class Letters(Saying):
    """A few words, large or as any others."""

    DEFAULT_CSS = """
    Letters { text-style: bold; }
    Letters.-large { text-style: none; }
    """

    def write(self, text: str, width: int, size: Size) -> None:
        """Show words.

        Args:
            text: The words.
            width: Cells that there are.
            size: How large; small all the same, where that cannot be drawn.
        """
        lines = lines_of(text, width, size)
        self.set_class(lines is not None, "-large")
        self.say("\n\n".join("\n".join(draw(line, size)) for line in lines) if lines else text)


GLYPHS: dict[str, tuple[int, tuple[str, ...]]] = {
    "a": (2, (".###", "#..#", "#..#", ".###")),
    "b": (0, ("#...", "#...", "###.", "#..#", "#..#", "###.")),
    "c": (2, (".##", "#..", "#..", ".##")),
    "d": (0, ("...#", "...#", ".###", "#..#", "#..#", ".###")),
    "e": (2, (".##.", "#.##", "##..", ".###")),
    "f": (0, (".##", "#..", "###", "#..", "#..", "#..")),
    "g": (2, (".###", "#..#", "#..#", ".###", "...#", ".##.")),
    "h": (0, ("#...", "#...", "###.", "#..#", "#..#", "#..#")),
    "i": (0, ("#", ".", "#", "#", "#", "#")),
    "j": (0, (".#", "..", ".#", ".#", ".#", ".#", ".#", "#.")),
    "k": (0, ("#...", "#...", "#..#", "###.", "#.#.", "#..#")),
    "l": (0, ("#", "#", "#", "#", "#", "#")),
    "m": (2, ("####.", "#.#.#", "#.#.#", "#.#.#")),
    "n": (2, ("###.", "#..#", "#..#", "#..#")),
    "o": (2, (".##.", "#..#", "#..#", ".##.")),
    "p": (2, ("###.", "#..#", "#..#", "###.", "#...", "#...")),
    "q": (2, (".###", "#..#", "#..#", ".###", "...#", "...#")),
    "r": (2, ("#.#", "##.", "#..", "#..")),
    "s": (2, (".###", "##..", "..##", "###.")),
    "t": (1, ("#..", "###", "#..", "#..", ".##")),
    "u": (2, ("#..#", "#..#", "#..#", ".###")),
    "v": (2, ("#...#", "#...#", ".#.#.", "..#..")),
    "w": (2, ("#.#.#", "#.#.#", "#.#.#", ".#.#.")),
    "x": (2, ("#.#", ".#.", "#.#", "#.#")),
    "y": (2, ("#..#", "#..#", "#..#", ".###", "...#", ".##.")),
    "z": (2, ("####", "..#.", ".#..", "####")),
    "A": (0, (".##.", "#..#", "#..#", "####", "#..#", "#..#")),
    "B": (0, ("###.", "#..#", "###.", "#..#", "#..#", "###.")),
    "C": (0, (".###", "#...", "#...", "#...", "#...", ".###")),
    "D": (0, ("###.", "#..#", "#..#", "#..#", "#..#", "###.")),
    "E": (0, ("####", "#...", "###.", "#...", "#...", "####")),
    "F": (0, ("####", "#...", "###.", "#...", "#...", "#...")),
    "G": (0, (".###", "#...", "#...", "#.##", "#..#", ".###")),
    "H": (0, ("#..#", "#..#", "####", "#..#", "#..#", "#..#")),
    "I": (0, ("###", ".#.", ".#.", ".#.", ".#.", "###")),
    "J": (0, ("...#", "...#", "...#", "...#", "#..#", ".##.")),
    "K": (0, ("#..#", "#.#.", "##..", "#.#.", "#..#", "#..#")),
    "L": (0, ("#...", "#...", "#...", "#...", "#...", "####")),
    "M": (0, ("#...#", "##.##", "#.#.#", "#.#.#", "#...#", "#...#")),
    "N": (0, ("#...#", "##..#", "#.#.#", "#..##", "#...#", "#...#")),
    "O": (0, (".###.", "#...#", "#...#", "#...#", "#...#", ".###.")),
    "P": (0, ("###.", "#..#", "#..#", "###.", "#...", "#...")),
    "Q": (0, (".###.", "#...#", "#...#", "#.#.#", "#..#.", ".##.#")),
    "R": (0, ("###.", "#..#", "#..#", "###.", "#.#.", "#..#")),
    "S": (0, (".###", "#...", ".##.", "...#", "...#", "###.")),
    "T": (0, ("#####", "..#..", "..#..", "..#..", "..#..", "..#..")),
    "U": (0, ("#..#", "#..#", "#..#", "#..#", "#..#", ".##.")),
    "V": (0, ("#...#", "#...#", "#...#", ".#.#.", ".#.#.", "..#..")),
    "W": (0, ("#...#", "#...#", "#.#.#", "#.#.#", "#.#.#", ".#.#.")),
    "X": (0, ("#...#", ".#.#.", "..#..", "..#..", ".#.#.", "#...#")),
    "Y": (0, ("#...#", ".#.#.", "..#..", "..#..", "..#..", "..#..")),
    "Z": (0, ("####", "...#", "..#.", ".#..", "#...", "####")),
    "0": (0, (".##.", "#..#", "#..#", "#..#", "#..#", ".##.")),
    "1": (0, (".#.", "##.", ".#.", ".#.", ".#.", "###")),
    "2": (0, (".##.", "#..#", "...#", "..#.", ".#..", "####")),
    "3": (0, ("###.", "...#", ".##.", "...#", "...#", "###.")),
    "4": (0, ("..##", ".#.#", "#..#", "####", "...#", "...#")),
    "5": (0, ("####", "#...", "###.", "...#", "...#", "###.")),
    "6": (0, (".##.", "#...", "###.", "#..#", "#..#", ".##.")),
    "7": (0, ("####", "...#", "..#.", "..#.", ".#..", ".#..")),
    "8": (0, (".##.", "#..#", ".##.", "#..#", "#..#", ".##.")),
    "9": (0, (".##.", "#..#", "#..#", ".###", "...#", ".##.")),
    ".": (5, ("#",)),
    ",": (5, ("#", "#")),
    ":": (3, ("#", ".", "#")),
    ";": (3, ("#", ".", "#", "#")),
    "?": (0, ("###.", "...#", "..#.", ".#..", "....", ".#..")),
    "'": (0, ("#", "#")),
    '"': (0, ("#.#", "#.#")),
    "-": (3, ("###",)),
    "(": (0, (".#", "#.", "#.", "#.", "#.", ".#")),
    ")": (0, ("#.", ".#", ".#", ".#", ".#", "#.")),
    "/": (0, ("..#", "..#", ".#.", ".#.", "#..", "#..")),
    "+": (2, (".#.", "###", ".#.")),
    "%": (0, ("#..#", "...#", "..#.", ".#..", "#...", "#..#")),
    "…": (5, ("#.#.#",)),
    "\N{RIGHT SINGLE QUOTATION MARK}": (0, ("#", "#")),
    "\N{EN DASH}": (3, ("####",)),
}
"""Of each letter the first of its rows of dots, from 0 to 7, and its rows."""
