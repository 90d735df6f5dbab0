"""What every screen has: its column, the keys at its foot, care and leaving, room enough."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.widgets.footing import Footing, Named
from nowwhat.widgets.size_guard import HEIGHT, WIDTH, SizeGuard

T = TypeVar("T")

_WIDE = 72
"""Cells from on which the keys at the foot stand at their ease."""

_FULL = 24
"""Rows that the screens are designed for; with fewer, empty lines are saved."""

_HIGH = 30
"""Rows from which on there is room to spare above the words."""


class Place(Screen[T]):
    """A screen of ours. Its value is what it dismisses with.

    Attributes:
        words: What the program says.
    """

    DEFAULT_CSS = """
    Place { background: $background; color: $foreground; }
    Place > #ground { width: 100%; height: 1fr; }
    Place #room { width: 100%; height: 1fr; align-horizontal: center; }
    Place.-high #column { padding-top: 3; }
    Place #column {
        width: 100%; max-width: 72; height: 1fr; padding: 1 2 0 2;
        scrollbar-size-vertical: 1;
    }
    Place.-low > #ground, Place.-narrow > #ground { display: none; }
    Place.-low > Footing, Place.-narrow > Footing { display: none; }
    Place.-short Choices.-airy Offer { margin-bottom: 0; }
    Place.-slim Footing { padding: 0 0 0 1; }
    Place.-slim Footing Key { margin-right: 2; }
    Place.-slim Footing Key.-last { margin-right: 0; }
    Place .title { text-style: bold; color: $primary; margin-bottom: 1; }
    Place .quiet { color: $foreground-muted; }
    Place .after { margin-top: 1; }
    """
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (WIDTH, "-slim"),
        (_WIDE, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-low"),
        (HEIGHT, "-short"),
        (_FULL, "-full"),
        (_HIGH, "-high"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", id="place.leave", show=False),
    ]
    AUTO_FOCUS = None

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self._had_keys: Widget | None = None

    def compose(self) -> ComposeResult:
        """Lay out the column and the foot."""
        guard = {"width": WIDTH, "height": HEIGHT}
        yield SizeGuard(fill(self.words.guard.larger, guard))
        with Vertical(id="ground"):
            with Vertical(id="room"), VerticalScroll(id="column", can_focus=False):
                yield from self.compose_column()
            yield from self.compose_below()
        yield Footing(self._left, self._right)

    def compose_column(self) -> Iterable[Widget]:
        """Lay out what stands in the column."""
        return ()

    def compose_below(self) -> Iterable[Widget]:
        """Lay out what stands below the column and does not scroll."""
        return ()

    def focus_first(self) -> Widget | None:
        """Give the widget that takes the keys."""
        return None

    def on_mount(self) -> None:
        """Give the focus."""
        first = self.focus_first()
        if first is not None:
            first.focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember what took the keys last."""
        self._had_keys = event.widget

    def on_resize(self) -> None:
        """Give the keys back where they were, once there is room again."""
        self.call_after_refresh(self._give_keys_back)

    def _give_keys_back(self) -> None:
        had = self._had_keys
        if self.focused is None and had is not None and had.is_attached and had.focusable:
            had.focus(scroll_visible=False)

    def name_keys(self) -> None:
        """Name the keys that matter now, at the foot."""
        self.query_one(Footing).name_keys(self._left, self._right)

    @property
    def _left(self) -> list[Named]:
        return [("F1", self.words.footing.keys, "app.keys"), *self.keys_here]

    @property
    def _right(self) -> list[Named]:
        words = self.words.footing
        return [
            ("F2", words.care, "app.care"),
            ("F8", words.leave_quickly, "app.leave_quickly"),
        ]

    @property
    def keys_here(self) -> list[Named]:
        """The keys of this screen that are named at its foot."""
        return [("Esc", self.words.footing.back, "screen.leave")]

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Every key of this screen and what it does, for the help; those everywhere come after."""
        words = self.words.keys
        return [
            ("↑ ↓", words.move),
            ("1-9", words.digit),
            ("Enter", words.take),
            ("Esc", words.go_back),
        ]

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)
