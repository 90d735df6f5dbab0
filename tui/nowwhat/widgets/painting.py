"""The one private way by which what the compositor updates comes to a painter of ours."""

import inspect
import logging
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol, TypeVar

from rich.console import RenderableType
from rich.segment import Segment
from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

try:
    from textual._compositor import ChopsUpdate, LayoutUpdate
except ImportError:  # they have moved: stock Textual paints
    ChopsUpdate = LayoutUpdate = type(None)  # type: ignore[misc,assignment]

T = TypeVar("T")
_LOG = logging.getLogger("nowwhat.wire")

Piece = tuple[int, int, Iterable[Segment]]
"""Column, row, and what is written from there on."""

PAINTING: tuple[tuple[object, tuple[str, ...]], ...] = (
    (getattr(App, "_display", None), ("self", "screen", "renderable")),
    (LayoutUpdate, ("strips", "region")),
    (ChopsUpdate, ("chops", "spans", "chop_ends")),
)
"""What is called, and with what; where it is otherwise, Textual paints as it always does."""

_AT_ONCE = 256
"""Bytes of a frame that arrives whole anyway: it needs no marks of its beginning and its end."""

_SETTLED = 0.1
"""Seconds after which Textual has painted for a new size (it waits 1/120 for the last one)."""


class Painter(Protocol):
    """Says how a terminal comes to show something."""

    def paint(self, pieces: Iterable[Piece], size: tuple[int, int], cursor: tuple[int, int]) -> str:
        """Say what has to be written so that these pieces are shown."""

    def overhear(self, data: str) -> None:
        """Take note of what somebody else writes."""

    def step(
        self,
        before: Hashable,
        after: Hashable,
        corner: tuple[int, int],
        rows: Callable[[], Sequence[Iterable[Segment]]],
        cursor: tuple[int, int],
    ) -> str | None:
        """Say what has to be written so that one picture becomes the next; None: paint it."""

    @property
    def sure(self) -> bool:
        """Whether it is known of each cell what stands in it."""

    def forget(self) -> None:
        """Know nothing of what the terminal shows."""

    @property
    def question(self) -> str:
        """What the terminal is asked before the first frame; empty: nothing."""

    def answered(self, at: tuple[int, int]) -> None:
        """Hear where the terminal says that its cursor was."""


class Painted(App[T]):
    """An application that is painted by a painter, where it has one."""

    painter: Painter | None = None
    _own_words = False

    def hand_over(self, painter: Painter) -> None:
        """Let a painter paint from here on, unless Textual has moved what that leans on."""
        moved = moved_hooks()
        if moved:
            _LOG.warning("stock Textual paints: moved are %s", ", ".join(moved))
        else:
            self.painter = painter

    @property
    def question(self) -> str:
        """What the driver asks the terminal when it begins; empty: nothing."""
        return self.painter.question if self.painter is not None else ""

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Hear the answer."""
        if self.painter is not None:
            self.painter.answered((event.x, event.y))

    def on_resize(self) -> None:
        """Paint all of it again: a terminal that was resized shows anything.

        Textual does so, but not where the size was changed there and back before it looked.
        """
        if self.painter is not None:
            self.painter.forget()
            self.set_timer(_SETTLED, self._heal)

    def _heal(self) -> None:
        if self.painter is not None and not self.painter.sure and self.screen_stack:
            self.screen.refresh()

    def action_paint_again(self) -> None:
        """Paint all of it again, whatever has come over it: a line of another program."""
        if self.painter is not None:
            self.painter.forget()
        self.screen.refresh()

    def overhear(self, data: str) -> None:
        """Tell the painter of what is written to the terminal; the driver calls it."""
        if self.painter is not None and not self._own_words:
            self.painter.overhear(data)

    def step(
        self,
        widget: Widget,
        rows: range,
        before: Hashable,
        after: Hashable,
    ) -> bool:
        """Let some rows of a widget that is in full view become other ones, past the compositor.

        Args:
            widget: Whose rows they are; it renders them already as they are to be.
            rows: Which, from its top.
            before: Names how they were: it stands for all that is seen of them.
            after: Names how they are to be.

        Returns:
            Whether it is done; otherwise the widget has to be refreshed.
        """
        painter = self.painter
        try:
            if painter is None or not self._in_full_view(widget, rows):
                return False
            region = self.screen.find_widget(widget).region
            part = Region(0, rows.start, region.width, len(rows))
            widget._styles_cache.set_dirty(part)  # noqa: SLF001 - it remembers the rows as they were
            said = painter.step(
                before,
                after,
                (region.x, region.y + rows.start),
                lambda: widget.render_lines(part),
                self.screen.outer_size.clamp_offset(self.cursor_position),
            )
        except NoWidget:  # it is not laid out yet, or no more
            return False
        except Exception as error:  # noqa: BLE001 - whatever it is, it can be painted
            _LOG.warning("no steps: %s", type(error).__name__)
            return False
        if said is not None:
            self._write(said)
        return said is not None

    def _in_full_view(self, widget: Widget, rows: range) -> bool:
        """Say whether these rows are on the screen, whole, and nothing is in front of them."""
        if self._batch_count or self._closed or not self._running or self.is_headless:
            return False
        if widget.screen is not self.screen or not rows:
            return False
        found = self.screen.find_widget(widget)
        if not found.clip.contains_region(found.region):
            return False
        left, right = found.region.x, found.region.right - 1
        top, bottom = found.region.y + rows.start, found.region.y + rows.stop - 1
        corners = {(left, top), (right, top), (left, bottom), (right, bottom)}
        return all(self.screen.get_widget_at(x, y)[0] is widget for x, y in corners)

    def _write(self, said: str) -> None:
        """Write what the painter said."""
        if said and self._driver is not None:
            self._own_words = True
            try:
                self._driver.write(said)
                self._driver.flush()
            finally:
                self._own_words = False

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint an update; in the place of Textual's own."""
        painter = self.painter
        if painter is None:
            super()._display(screen, renderable)
            return
        try:
            said = self._say(painter, renderable)
        except Exception as error:  # noqa: BLE001 - whatever it is, Textual can paint
            _LOG.warning("stock Textual paints: %s", type(error).__name__)
            self.painter = said = None
            if self._driver is not None:
                self._driver.write("\x1b[m")
        if said is None:
            super()._display(screen, renderable)
            return
        self._write(said)
        self.post_display_hook()

    def _say(self, painter: Painter, update: RenderableType | None) -> str | None:
        """Say what has to be written for an update, the cursor's place with it.

        None where it is not ours to say.
        """
        if not isinstance(update, ChopsUpdate | LayoutUpdate):
            return None
        if self._batch_count or self._closed or not self._running or self.is_headless:
            return None
        cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
        said = painter.paint(pieces_of(update), self.size, cursor)
        if self._sync_available and len(said) > _AT_ONCE:
            return f"\x1b[?2026h{said}\x1b[?2026l"
        return said


def pieces_of(update: ChopsUpdate | LayoutUpdate) -> Iterator[Piece]:
    """List what an update writes, in its order: each piece at its place."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield update.region.x, y, chain.from_iterable(line)
    else:
        for y, left, right in update.spans:
            chops = zip(update.chop_ends[y], update.chops[y].items(), strict=False)
            for end, (x, chop) in chops:
                if chop is None or x > right or end <= left:
                    continue
                whole = left <= x < right and end <= right
                yield x, y, chop if whole else chop.crop(0, min(end, right) - x)


def moved_hooks() -> list[str]:
    """Name what is not called as it was; empty where all stands."""
    moved = []
    for called, names in PAINTING:
        try:
            found = tuple(inspect.signature(called).parameters)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            found = ()
        if found != names:
            moved.append(getattr(called, "__name__", "App._display"))
    return moved
