"""A few choices, one below another: arrows, digits, Enter, or a click."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from nowwhat.sitting.prompt import Choice

_EDGE = 2
"""Cells before the number: of the marked choice, its mark and a space."""

_INDENT = 3
"""Cells of the number and the space behind it."""

_DIGITS = 9
"""Choices beyond the ninth have no digit of their own; the arrows reach them."""

_AWAY = "·"
"""Stands for the number while a digit that is typed would go elsewhere."""

_MARK = "▎"


class _Row(msgspec.Struct, frozen=True):
    """One row: of which choice, from 0, or -1 between two; its words, or a part of its hint."""

    number: int = -1
    text: str = ""
    first: bool = False
    hint: bool = False


class Choices(Widget, can_focus=True):
    """The choices; `Taken` tells which.

    With the class `-airy` an empty row follows each where the screen has rows enough; with
    `-loose` where it has rows to spare.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--quiet", "choices--mark", "choices--at"}
    DEFAULT_CSS = """
    Choices {
        height: auto; width: 100%;
        & > .choices--quiet { color: $foreground-muted; }
        & > .choices--mark { color: $primary; }
        & > .choices--at { background: $surface; }
        &.-empty { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", id="choices.up", show=False),
        Binding("down", "move(1)", id="choices.down", show=False),
        Binding("home", "first", id="choices.first", show=False),
        Binding("end", "last", id="choices.last", show=False),
        Binding("enter", "take", id="choices.take", show=False),
    ]

    at: reactive[int] = reactive(0, init=False)

    class Taken(Message):
        """A choice was taken."""

        def __init__(self, choices: "Choices", choice: Choice) -> None:
            super().__init__()
            self.choices, self.choice = choices, choice

        @property
        def control(self) -> "Choices":
            """Where."""
            return self.choices

    class LeftUpwards(Message):
        """Up was pressed at the first one."""

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual calls it so
        classes: str = "",
        apart: Sequence[str] = (),
    ) -> None:
        """Offer these to begin with; above those whose ids are `apart` a row is left empty."""
        super().__init__(id=id, classes=classes)
        self._apart = frozenset(apart)
        self._offered: tuple[Choice, ...] = ()
        self._under: int | None = None
        self._rows: tuple[_Row, ...] = ()
        self._laid: tuple[object, ...] = ()
        self.offer(choices)

    @property
    def offered(self) -> tuple[Choice, ...]:
        """What may be taken now."""
        return self._offered

    def offer(self, choices: Sequence[Choice], at: int = 0) -> None:
        """Offer these, this one of them marked."""
        self._offered, self._under = tuple(choices), None
        self.set_class(not choices, "-empty")
        self.set_reactive(Choices.at, max(0, min(at, len(choices) - 1)))
        self.refresh(layout=True)

    def rows_of(self, number: int) -> range:
        """Say which rows a choice takes, counted from the widget's top."""
        rows = self._lay(self.size.width)
        mine = [y for y, row in enumerate(rows) if row.number == number]
        return range(mine[0], mine[-1] + 1) if mine else range(0)

    def watch_at(self) -> None:
        """Move the mark, and bring it into view."""
        self.refresh()
        rows = self.rows_of(self.at)
        region = Region(0, rows.start, self.size.width, len(rows))
        inner: Widget = self
        for outer in self.ancestors:
            if not isinstance(outer, Widget):
                return
            region = region.translate(inner.virtual_region.offset)
            if outer.allow_vertical_scroll:
                outer.scroll_to_region(region, animate=False)
                return
            inner = outer

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the words need."""
        del container, viewport
        return len(self._lay(width))

    def _lay(self, width: int) -> tuple[_Row, ...]:
        """Lay the rows out for this width, in cells; again only where something changed."""
        spaced = self._spaced
        laid = (width, spaced, self._offered)
        if self._laid != laid:
            self._laid, self._rows = laid, tuple(self._rows_for(width, spaced=spaced))
        return self._rows

    @property
    def _spaced(self) -> bool:
        """Whether an empty row follows each."""
        if self.has_class("-airy"):
            return not self.screen.has_class("-short")
        return self.has_class("-loose") and bool(self.screen.classes & {"-high", "-tall"})

    def _rows_for(self, width: int, *, spaced: bool) -> Iterator[_Row]:
        room = max(1, width - _EDGE - _INDENT - 1)
        for number, choice in enumerate(self._offered):
            if choice.id in self._apart and not spaced:
                yield _Row()
            for nth, text in enumerate(_wrapped(choice.words, room)):
                yield _Row(number, text, first=not nth)
            for text in _wrapped(choice.hint, room) if choice.hint else ():
                yield _Row(number, text, hint=True)
            if spaced:
                yield _Row()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width, ground = self.size.width, self.rich_style
        rows = self._lay(width)
        row = rows[y] if y < len(rows) else _Row()
        if row.number < 0:
            return Strip.blank(width, ground)
        at = row.number == self.at and self.has_focus
        if at or row.number == self._under:
            ground += Style(bgcolor=self.get_component_rich_style("choices--at").bgcolor)
        quiet = ground + self._colour("choices--quiet")
        mark = (
            Segment(_MARK, ground + self._colour("choices--mark")) if at else Segment(" ", ground)
        )
        words = quiet if row.hint else ground + Style(bold=True) if at else ground
        drawn = [
            mark,
            Segment(" " * (_EDGE - 1), ground),
            Segment(self._number(row).ljust(_INDENT), quiet),
            Segment(row.text, words),
        ]
        return Strip(drawn).adjust_cell_length(width, ground)

    def _number(self, row: _Row) -> str:
        if not row.first:
            return ""
        if not self.has_focus:
            return _AWAY
        return str(row.number + 1) if row.number < _DIGITS else ""

    def _colour(self, name: str) -> Style:
        return Style(color=self.get_component_rich_style(name, partial=True).color)

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's
        """Leave the styles: no rule asks what has the focus; rows are drawn by it."""

    def on_key(self, event: events.Key) -> None:
        """Go to a choice by its digit."""
        if event.character and event.character in "123456789":
            number = int(event.character)
            if number <= len(self._offered):
                event.stop()
                self.at = number - 1

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would take."""
        self._point_at(self._at_row(event.y))

    def on_leave(self) -> None:
        """Nothing is pointed at any more."""
        self._point_at(None)

    def _point_at(self, number: int | None) -> None:
        if number != self._under:
            self._under = number
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked."""
        event.stop()
        number = self._at_row(event.y)
        if number is not None:
            self.take(number)

    def _at_row(self, y: int) -> int | None:
        rows = self._lay(self.size.width)
        return rows[y].number if 0 <= y < len(rows) and rows[y].number >= 0 else None

    def take(self, number: int) -> None:
        """Take one, counted from 0, as a click on it does."""
        self.focus()
        self.at = number
        self.action_take()

    def action_move(self, by: int) -> None:
        """Go up or down."""
        if by < 0 and self.at == 0:
            self.post_message(self.LeftUpwards())
        elif self._offered:
            self.at = max(0, min(self.at + by, len(self._offered) - 1))

    def action_first(self) -> None:
        """Go to the first."""
        self.at = 0

    def action_last(self) -> None:
        """Go to the last."""
        self.at = max(0, len(self._offered) - 1)

    def action_take(self) -> None:
        """Take the one that is marked."""
        if self._offered:
            self.post_message(self.Taken(self, self._offered[self.at]))


def _wrapped(text: str, room: int) -> list[str]:
    """Break a text where its words end; most fit into one row, and need no more than a look."""
    if "\n" not in text and cell_len(text) <= room:
        return [text]
    return [line.plain for line in Content(text).wrap(room)]
