"""Words that a room reads from a wall: a face, set as large as there is room for it."""

from collections.abc import Sequence
from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from nowwhat.screens.group.page import MEASURE, Room, fits, lay_out
from nowwhat.sitting.showing import Face
from nowwhat.widgets.letters import Letters
from nowwhat.widgets.saying import Saying

_INDENT = "   "

_WIDEST = 100
"""Cells of the column of words, at most."""


class Sheet(VerticalScroll, can_focus=False):
    """Shows one face after another; it says when there is more or less room for them.

    Attributes:
        whole: All of the face is in view.
    """

    DEFAULT_CSS = """
    Sheet {
        width: 100%; height: 1fr; padding: 0 4; align: center middle; scrollbar-size-vertical: 1;
    }
    Sheet #sheet-words { width: 100%; max-width: 100; height: auto; }
    Sheet #sheet-words > * { width: 100%; }
    Sheet #sheet-words > .sheet-small { max-width: 72; }
    Sheet #sheet-whom { color: $secondary; margin-bottom: 1; }
    Sheet #sheet-says { margin-bottom: 1; }
    Sheet #sheet-ask { color: $foreground; }
    Sheet #sheet-doors { margin-top: 1; }
    Sheet #sheet-after { margin-top: 1; }
    Sheet #sheet-hint { color: $foreground-muted; margin-top: 1; }
    Sheet #sheet-ask.-large { color: $primary; }
    Sheet.-away #sheet-words { display: none; }
    """

    class Changed(Message):
        """It has another size."""

    def __init__(self, *others: Widget) -> None:
        """Hold words, and what else is shown in their place."""
        super().__init__(id="sheet")
        self._others = others
        self.whole = True

    def compose(self) -> ComposeResult:
        """Lay out the words."""
        with Vertical(id="sheet-words"):
            yield Saying(id="sheet-whom", classes="sheet-small")
            yield Saying(id="sheet-says", classes="sheet-small")
            yield Letters(id="sheet-ask")
            yield Static(id="sheet-doors", classes="sheet-small", markup=False)
            yield Saying(id="sheet-after", classes="sheet-small")
            yield Saying(id="sheet-hint", classes="sheet-small")
        yield from self._others

    def on_resize(self) -> None:
        """Say so."""
        self.post_message(self.Changed())

    def show(self, face: Face) -> None:
        """Set the words of a face, as large as there is room."""
        room = Room(min(self.size.width - 1, _WIDEST), self.size.height - 1)  # one row of air
        page = lay_out(face, room)
        self.whole = fits(page, room)
        self._say("#sheet-whom", page.whom)
        self._say("#sheet-says", page.before)
        self.query_one("#sheet-ask", Letters).write(page.head, room.width, page.size)
        doors = self.query_one("#sheet-doors", Static)
        doors.update(_doors(page.doors, min(room.width, MEASURE), airy=page.airy))
        doors.display = bool(page.doors)
        self._say("#sheet-after", page.after)
        self._say("#sheet-hint", page.hint)
        self.scroll_home(animate=False)

    def read_on(self) -> bool:
        """Show what is below; say whether there was more than the screen holds."""
        more = not self.whole and self.max_scroll_y > self.scroll_y
        if more:
            self.scroll_relative(y=max(1, self.size.height - 2), animate=False)
        return more

    def _say(self, where: str, text: str) -> None:
        saying = self.query_one(where, Saying)
        if str(saying.content) != text:
            saying.say(text)


def _doors(doors: Sequence[tuple[str, str]], width: int, *, airy: bool) -> Content:
    """Write what may be chosen, each with its number, so that it can be spoken of."""
    parts: list[Content | str] = []
    for number, (words, hint) in enumerate(doors, 1):
        if parts:
            parts.append("\n\n" if airy else "\n")
        parts.append(Content.assemble((f"{number}  ", "$primary"), (words, "bold")))
        if hint:
            lines = wrap(hint, width - len(_INDENT))
            told = "".join(f"\n{_INDENT}{line}" for line in lines)
            parts.append(Content.styled(told, "$foreground-muted"))
    return Content.assemble(*parts)
