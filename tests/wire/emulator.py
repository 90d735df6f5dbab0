"""A terminal to look into: pyte, with what it lacks; all is as wide as Textual takes it to be.

What pyte lacks, and is added here: REP (`CSI b`); the width of joined emoji and of what a variation
selector widens, within one style (pyte stops drawing at a zero width joiner); half of a wide
character that is overwritten leaves a blank; cells past the right edge while wrapping is off;
faint, concealed, doubly underlined and overlined letters; and `CSI u`, `CSI ? p` and the like, of
which it prints the last letter.
"""

import re
from functools import cache
from typing import Any

import pyte
from pyte.screens import Char, Margins
from rich._unicode_data import load as table
from rich.cells import get_character_cell_size

_PRIVATE = re.compile(r"\x1b\[[<>=][\d;]*[a-z]|\x1b\[\?\d+\$p|\x1b\[\d* q|\x1b\]8;[^\x1b]*\x1b\\")
_WIDENED = table("auto").narrow_to_wide


_MORE = (2, 5, 8, 21, 53)
_ENDS = {22: {2}, 24: {21}, 25: {5}, 28: {8}, 55: {53}}


class _Stream(pyte.Stream):
    csi = {**pyte.Stream.csi, "b": "repeat"}  # noqa: RUF012 - pyte has it so
    events = frozenset([*pyte.Stream.events, "repeat"])


class _Screen(pyte.Screen):
    """pyte's screen, with what it lacks.

    Attributes:
        old: A terminal that knows nothing of clusters: each character by itself.
        erases_in_colour: What is erased takes the background.
    """

    def __init__(self, columns: int, lines: int, *, old: bool, erases_in_colour: bool) -> None:
        self.old, self.in_colour, self.last = old, erases_in_colour, " "
        super().__init__(columns, lines)

    def select_graphic_rendition(self, *attrs: int, **kwargs: Any) -> None:
        """Keep what pyte knows, and in place of blinking all that it does not."""
        more = {*(self.cursor.attrs.blink or ())}  # type: ignore[misc]  # ours is a tuple
        super().select_graphic_rendition(*attrs, **kwargs)
        numbers = list(attrs or (0,))
        while numbers:
            number = numbers.pop(0)
            if number in (38, 48):
                del numbers[: 4 if numbers[0] == 2 else 2]
            elif number == 0:
                more.clear()
            elif number in _MORE:
                more.add(number)
            more -= _ENDS.get(number, set())
        attrs_now = self.cursor.attrs._replace(blink=tuple(sorted(more)))  # type: ignore[arg-type]
        self.cursor.attrs = attrs_now

    def repeat(self, count: int = 1) -> None:
        self.draw(self.last * (count or 1))

    def draw(self, data: str) -> None:
        for number, character in enumerate(data):
            self._draw(character, joins=number > 0 and not self.old)

    def _draw(self, character: str, *, joins: bool) -> None:
        width = get_character_cell_size(character)
        lead = self._lead(self.cursor.x - 1)
        line = self.buffer[self.cursor.y]
        if lead is not None and joins:
            before = line[lead].data
            if before.endswith("\u200d") or character == "\ufe0f" or not width:
                line[lead] = line[lead]._replace(data=before + character)
                if character == "\ufe0f" and before in _WIDENED and lead + 1 == self.cursor.x:
                    self._behind(lead)
                return
        if not width:
            if character == "\ufe0f" and lead is not None and line[lead].data in _WIDENED:
                return  # what would widen comes in another style: there is no room for it
            if lead is not None:
                line[lead] = line[lead]._replace(data=line[lead].data + character)
            return
        self.last = character
        x = min(self.cursor.x, self.columns - width)
        for place in range(x, x + width):
            self._cut(place)
        line[x] = self.cursor.attrs._replace(data=character)
        self.cursor.x = x + 1
        if width > 1:
            self._behind(x)

    def _behind(self, lead: int) -> None:
        line = self.buffer[self.cursor.y]
        if lead + 1 < self.columns:
            self._cut(lead + 1, lead)
            line[lead + 1] = line[lead]._replace(data="")
        self.cursor.x = min(lead + 2, self.columns)

    def _lead(self, x: int) -> int | None:
        line = self.buffer[self.cursor.y]
        while x >= 0 and line[x].data == "":
            x -= 1
        return x if x >= 0 else None

    def _cut(self, x: int, but: int = -1) -> None:
        """Blank the other half of what is overwritten here."""
        line = self.buffer[self.cursor.y]
        if line[x].data == "" and x - 1 != but:
            line[x - 1] = line[x - 1]._replace(data=" ")
        if x + 1 < self.columns and line[x + 1].data == "":
            line[x + 1] = line[x + 1]._replace(data=" ")

    def _erasing(self) -> Char:
        return self.default_char._replace(bg=self.cursor.attrs.bg if self.in_colour else "default")

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        assert how == 0
        self.erase_characters(self.columns)

    def erase_characters(self, count: int | None = None) -> None:
        line, x = self.buffer[self.cursor.y], self.cursor.x
        assert x < self.columns, "nobody erases from behind the last column"
        for place in range(x, min(self.columns, x + (count or 1))):
            self._cut(place)
            line[place] = self._erasing()

    def erase_in_display(self, how: int = 0, *args: Any, **kwargs: Any) -> None:
        assert how == 2
        for y in range(self.lines):
            self.buffer[y].clear()
            for x in range(self.columns):
                self.buffer[y][x] = self._erasing()

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        if kwargs.get("private") and 1049 in modes:
            self.buffer.clear()
        super().set_mode(*modes, **kwargs)


class Emulator:
    """A terminal of this size."""

    def __init__(
        self,
        columns: int,
        lines: int,
        *,
        old: bool = False,
        erases_in_colour: bool = True,
        colourless: bool = False,
    ) -> None:
        """Switch one on.

        Args:
            columns: Its width.
            lines: Its height.
            old: It knows nothing of clusters.
            erases_in_colour: What is erased takes the background.
            colourless: It shows no colours, whatever it is told.
        """
        self.colourless = colourless
        self.screen = _Screen(columns, lines, old=old, erases_in_colour=erases_in_colour)
        self._stream = _Stream(self.screen)

    def feed(self, data: str) -> None:
        self._stream.feed(_PRIVATE.sub("", data))

    def resize(self, columns: int, lines: int) -> None:
        """Be of another size; what was there is anything."""
        self.screen.resize(lines, columns)
        self.screen.margins = Margins(0, lines - 1)
        for y in range(lines):
            for x in range(columns):
                self.screen.buffer[y][x] = Char("?", fg="red", bg="blue", strikethrough=True)

    @property
    def cursor(self) -> tuple[int, int]:
        return min(self.screen.cursor.x, self.screen.columns - 1), self.screen.cursor.y

    def row(self, y: int) -> list[tuple[object, ...]]:
        line = self.screen.buffer[y]
        cells = (line[x] for x in range(self.screen.columns))
        if self.colourless:
            cells = (cell._replace(fg="default", bg="default") for cell in cells)
        return [seen(cell) for cell in cells]

    @property
    def rows(self) -> list[list[tuple[object, ...]]]:
        return [self.row(y) for y in range(self.screen.lines)]

    @property
    def text(self) -> list[str]:
        return ["".join(str(cell[0]) for cell in row) for row in self.rows]


@cache
def seen(cell: Char) -> tuple[object, ...]:
    """Give what is seen of a cell: of a blank one, not the colour in front."""
    more: tuple[int, ...] = cell.blink or ()  # type: ignore[assignment]  # see above
    if cell.data == " " and not cell.reverse:
        shown = (cell.underscore, cell.strikethrough, tuple(n for n in more if n in (5, 21, 53)))
        return (" ", cell.fg if any(shown) else "", cell.bg, *shown)
    return (*cell[:-1], more)
