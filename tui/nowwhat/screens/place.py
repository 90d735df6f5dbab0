"""What every screen has: its column, the keys at its foot, care and leaving, room enough."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.reactive import Reactive
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

_HIGH, _TALL = 30, 38
"""Rows from which on there is room to spare above the words, and much room."""

_WIDTHS = [(0, "-narrow"), (WIDTH, "-slim"), (_WIDE, "-wide")]
_HEIGHTS = [(0, "-low"), (HEIGHT, "-short"), (_FULL, "-full"), (_HIGH, "-high"), (_TALL, "-tall")]


class Place(Screen[T]):
    """A screen of ours. Its value is what it dismisses with.

    Attributes:
        words: What the program says.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual's, but that a screen is not painted whole because the focus has moved: what has
    gained or lost it looks otherwise, and is painted for that."""

    DEFAULT_CSS = """
    Place { background: $background; color: $foreground; }
    Place > #ground { width: 100%; height: 1fr; }
    Place #room { width: 100%; height: 1fr; align-horizontal: center; }
    Place #column {
        width: 100%; max-width: 72; height: 1fr; padding: 2 2 0 2;
        scrollbar-size-vertical: 1;
    }
    Place.-short #column { padding: 1 2 0 2; }
    Place.-high #column { padding: 4 2 0 2; }
    Place.-tall #column { padding: 7 2 0 2; }
    Place.-low > #ground, Place.-narrow > #ground { display: none; }
    Place.-low > Footing, Place.-narrow > Footing { display: none; }
    Place.-short Bridge { height: 1; }
    Place .title { text-style: bold; color: $primary; margin-bottom: 1; }
    Place .quiet { color: $foreground-muted; }
    Place .after { margin-top: 1; }
    """
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", id="place.leave", show=False),
        Binding("pagedown", "page(1)", id="place.page_down", show=False),
        Binding("pageup", "page(-1)", id="place.page_up", show=False),
    ]
    AUTO_FOCUS = ""  # none; None would be the application's, which is the first there is

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self._had_keys: Widget | None = None

    def compose(self) -> ComposeResult:
        """Lay out the column and the foot."""
        self._dress()
        guard = {"width": WIDTH, "height": HEIGHT}
        yield SizeGuard(fill(self.words.guard.larger, guard))
        with Vertical(id="ground"):
            with Vertical(id="room"), VerticalScroll(id="column", can_focus=False):
                yield from self.compose_column()
            yield from self.compose_below()
        yield Footing(self._left, self._right)

    def _dress(self) -> None:
        """Put on the classes of this size now, before the styles of all that follows are made."""
        width, height = self.app.size
        for size, breaks in ((width, _WIDTHS), (height, _HEIGHTS)):
            self.add_class(max((least, name) for least, name in breaks if least <= size)[1])

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

    @property
    def keys_taken(self) -> frozenset[str]:
        """Keys that do something else here than everywhere; the help tells them as keys of here."""
        return frozenset()

    def ask_before_leaving(self) -> bool:
        """Ask first, where more than this screen hangs on it; say whether it is asked."""
        return False

    def action_page(self, by: int) -> None:
        """Read on, or read back, where there is more than the screen holds."""
        column = self.query_one("#column")
        column.scroll_relative(y=by * max(1, column.size.height - 2), animate=False)

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.dismiss(None)
