"""A few choices, one below another: arrows, digits, Enter, or a click."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from nowwhat.sitting.prompt import Choice

_INDENT = 3
"""Cells of the number and the space behind it."""

_DIGITS = 9
"""Choices beyond the ninth have no digit of their own; the arrows reach them."""


_AWAY = "·"
"""Stands for the number while a digit that is typed would go elsewhere."""


class Offer(Widget):
    """One of the choices; its lines wrap under its words, not under its number."""

    DEFAULT_CSS = """
    Offer { height: auto; width: 100%; padding: 0 1 0 2; }
    Offer:hover { background: $surface; }
    Offer.-empty { display: none; }
    Offer.-apart { margin-top: 1; }
    """

    class Clicked(Message):
        """It was clicked."""

        def __init__(self, offer: "Offer") -> None:
            super().__init__()
            self.offer = offer

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice("", "")
        self._number, self._marked, self._keys = 0, False, False

    def show(self, number: int, choice: Choice) -> None:
        """Show a choice with its number."""
        self.choice, self._number = choice, number
        self.remove_class("-empty")
        self.refresh(layout=True)

    def mark(self, *, at: bool, keys: bool) -> None:
        """Mark it as the one that Enter takes.

        Args:
            at: It is that one.
            keys: Enter would come here now.
        """
        self._marked, self._keys = at and keys, keys
        self.set_class(at, "-at")
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as its words need."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> Content:
        """Write number, words, hint."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        room = max(1, width - _INDENT)
        words = Content.styled(self.choice.words, "bold" if self._marked else "")
        lines = words.wrap(room)
        if self.choice.hint:
            lines += Content.styled(self.choice.hint, "$foreground-muted").wrap(room)
        digit = str(self._number) if self._number <= _DIGITS else ""
        digit = digit if self._keys else _AWAY
        first = Content.styled(digit.ljust(_INDENT), "$foreground-muted")
        rest = Content(" " * _INDENT)
        return [(rest if n else first) + line for n, line in enumerate(lines)] or [first]

    def on_click(self, event: events.Click) -> None:
        """Tell of the click."""
        event.stop()
        self.post_message(self.Clicked(self))


class Choices(Vertical, can_focus=True):
    """The choices; `Taken` tells which."""

    DEFAULT_CSS = """
    Choices { height: auto; width: 100%; }
    Choices.-empty { display: none; }
    Choices.-airy Offer { margin-bottom: 1; }
    Choices:focus Offer.-at {
        border-left: wide $primary; padding: 0 1; background: $surface;
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
        self._offered = tuple(choices)
        self._pool = [Offer() for _ in choices]
        self._keys = False

    def compose(self) -> ComposeResult:
        """Lay out those that are offered to begin with."""
        self.offer(self._offered)
        yield from self._pool

    @property
    def offered(self) -> tuple[Choice, ...]:
        """What may be taken now."""
        return self._offered

    def offer(self, choices: Sequence[Choice], at: int = 0) -> None:
        """Offer these; the widgets of earlier ones are used again."""
        self._offered = tuple(choices)
        missing = [Offer() for _ in range(len(choices) - len(self._pool))]
        if missing:
            self._pool += missing
            self.mount(*missing)
        for number, each in enumerate(self._pool, 1):
            if number <= len(choices):
                each.show(number, choices[number - 1])
                each.set_class(choices[number - 1].id in self._apart, "-apart")
            else:
                each.add_class("-empty")
        self.set_class(not choices, "-empty")
        self.set_reactive(Choices.at, max(0, min(at, len(choices) - 1)))
        self._mark()

    def watch_at(self) -> None:
        """Move the mark."""
        self._mark()
        if self._offered:
            self._pool[self.at].scroll_visible(animate=False)

    def _mark(self) -> None:
        for number, each in enumerate(self._pool[: len(self._offered)]):
            each.mark(at=number == self.at, keys=self._keys)

    def on_focus(self) -> None:
        """Mark what Enter takes now."""
        self._keys = True
        self._mark()

    def on_blur(self) -> None:
        """Enter goes elsewhere now."""
        self._keys = False
        self._mark()

    def on_key(self, event: events.Key) -> None:
        """Go to a choice by its digit."""
        if event.character and event.character in "123456789":
            number = int(event.character)
            if number <= len(self._offered):
                event.stop()
                self.at = number - 1

    @on(Offer.Clicked)
    def _clicked(self, event: Offer.Clicked) -> None:
        event.stop()
        self.focus()
        self.at = self._pool.index(event.offer)
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
