"""The quiet line at the foot of each screen: the keys that matter here, always care and leaving."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from nowwhat.packs.screen_words import FootingWords

Named = tuple[str, str, str]
"""A key: as it is shown, its words, the action that a click runs."""

_MOST = 96
"""Cells beyond which the two groups do not move apart."""

_SLIM = 72
"""Cells from on which the keys stand at their ease."""


def keys_of_breath(words: FootingWords, *, paused: bool) -> list[Named]:
    """Name those of a breathing that runs, or is paused."""
    return [
        ("Space", words.go_on if paused else words.pause, "screen.breath('pause')"),
        ("Esc", words.leave_breath, "screen.breath('leave')"),
    ]


class _Key(msgspec.Struct, frozen=True):
    """A key at its place, in cells from the left."""

    start: int
    end: int
    named: Named


class Footing(Widget):
    """Two groups of keys, the second one to the right; a click does what the key does."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"footing--words"}
    DEFAULT_CSS = """
    Footing {
        height: 1; width: 100%; dock: bottom;
        & > .footing--words { color: $foreground-muted; }
    }
    """

    def __init__(self, left: Sequence[Named], right: Sequence[Named]) -> None:
        """Name the keys to begin with: of each, the key, its words, its action."""
        super().__init__(id="footing")
        self._left, self._right = tuple(left), tuple(right)
        self._under = -1

    def name_keys(self, left: Sequence[Named], right: Sequence[Named]) -> None:
        """Name other keys."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    def _keys(self) -> Iterator[_Key]:
        """Give each key with its place."""
        width = self.size.width
        wide = width >= _SLIM
        inner, between = min(width, _MOST), 3 if wide else 2
        edge = (width - inner) // 2
        x = edge + (2 if wide else 1)
        for named in self._left:
            yield _Key(x, x + _cells(named), named)
            x += _cells(named) + between
        x = max(x, edge + inner - (2 if wide else 0) - _cells_of_all(self._right, between))
        for named in self._right:
            yield _Key(x, x + _cells(named), named)
            x += _cells(named) + between

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        del y
        ground, x = self.rich_style, 0
        words = ground + Style(
            color=self.get_component_rich_style("footing--words", partial=True).color
        )
        drawn: list[Segment] = []
        for key in self._keys():
            under = Style(underline=True) if key.start <= self._under < key.end else Style()
            drawn += [
                Segment(" " * (key.start - x), ground),
                Segment(key.named[0], ground + Style(bold=True) + under),
                Segment(" " + key.named[1], (ground if under else words) + under),
            ]
            x = key.end
        return Strip(drawn).adjust_cell_length(self.size.width, ground)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would do."""
        self._point_at(event.x)

    def on_leave(self) -> None:
        """Nothing is pointed at any more."""
        self._point_at(-1)

    def _point_at(self, x: int) -> None:
        self._under = x
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under it does."""
        event.stop()
        for key in self._keys():
            if key.start <= event.x < key.end:
                await self.app.run_action(key.named[2], default_namespace=self.screen)


def _cells(named: Named) -> int:
    return cell_len(named[0]) + 1 + cell_len(named[1])


def _cells_of_all(keys: Sequence[Named], between: int) -> int:
    return sum(map(_cells, keys)) + between * (len(keys) - 1)
