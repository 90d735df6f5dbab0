"""The wall of a room: what all who are in it may read, in large quiet type.

What it is given has no notes, no list of people, and nothing that somebody did not share.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits, Static

from nowwhat.group.board import Item
from nowwhat.group.link import Link
from nowwhat.group.views import ProjectorView
from nowwhat.packs.filling import fill
from nowwhat.screens.entrance import Joining
from nowwhat.screens.group.in_room import InRoom, clock_of, until_next
from nowwhat.screens.group.sheet import Sheet
from nowwhat.screens.group.told import NOT_YET, READY
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.showing import Face, face_of
from nowwhat.widgets.footing import Footing, Named
from nowwhat.widgets.saying import Saying
from nowwhat.widgets.size_guard import HEIGHT, WIDTH, SizeGuard
from nowwhat.widgets.together import Together

_FOR_EVER = 24 * 3600.0
"""Seconds of a breathing that goes on until the room ends it."""

_LEAF = 15.0
"""Seconds until the board shows what it had no room for."""

_BESIDE, _ROWS_EACH = 6, 2
"""Rows of the board's heading and foot; rows that something on it takes, mostly."""


class Wall(InRoom[ProjectorView]):
    """Shows a room to all who are in it; dismissed when it is left."""

    DEFAULT_CSS = """
    Wall #wall-head { height: 1; margin: 1 4 0 4; color: $foreground-muted; }
    Wall #wall-title { width: 1fr; }
    Wall #wall-code { width: auto; color: $primary; text-style: bold; }
    Wall #wall-below { height: 3; margin: 0 4; }
    Wall #wall-dots { width: 1fr; height: 3; content-align: left middle; }
    Wall #wall-held { width: 12; height: 3; content-align: right middle; margin-right: 2; }
    Wall #wall-held { color: $secondary; }
    Wall #wall-time { width: 16; text-align: right; color: $foreground-muted; }
    Wall.-still #wall-time { display: none; }
    Wall.-breathing #wall-below { display: none; }
    Wall Together { display: none; }
    Wall.-breathing Together { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit_wall", id="wall.quit", show=False),
        Binding("b,full_stop", "app.leave_quickly", id="wall.blank", show=False),
    ]

    def __init__(
        self, desk: Desk, link: Link[ProjectorView], joining: Joining, *, still: bool
    ) -> None:
        """Prepare.

        Args:
            desk: Words, patterns, the script.
            link: The room, for all to see.
            joining: What is known of it from outside.
            still: Nothing is to move.
        """
        super().__init__(desk.pack.words, link)
        self._desk, self._joining, self._still = desk, joining, still
        self.view = link.view()
        self._script = desk.pack.script(self.view.script)
        self._breathing: object = None
        self._shown: object = None

    def compose(self) -> ComposeResult:
        """Lay out head, words, dots, time."""
        self._dress()
        guard = {"width": WIDTH, "height": HEIGHT}
        yield SizeGuard(fill(self.words.guard.larger, guard))
        with Vertical(id="ground"):
            with Horizontal(id="wall-head"):
                yield Saying(id="wall-title")
                yield Saying(self.view.code, id="wall-code")
            yield Sheet(Together(self.words.walk.breath_over, still=self._still))
            with Horizontal(id="wall-below"):
                yield from self._compose_below()
        yield Footing(self._left, self._right)

    def _compose_below(self) -> Iterable[Widget]:
        yield Static(id="wall-dots", markup=False)
        yield Static(id="wall-held", markup=False)
        yield Digits(id="wall-time")

    # What is shown

    @property
    def crowd(self) -> int:
        """How many are here, from five on."""
        return self.view.totals.present or 0

    def look(self) -> None:
        """Show how the room is."""
        self.view = view = self.link.view()
        inside = bool(view.pacing.stop) and view.phase != "over"
        told = {"number": view.pacing.at + 1, "all": view.pacing.stops}
        number = fill(self.words.walk.number, told) if inside else ""
        self.say("#wall-title", f"{self._script.title}   {number}".strip())
        self._breathe()
        self.put("#wall-dots", self._people())
        self.look_at_time()
        self._set()

    @on(Sheet.Changed)
    def _set(self) -> None:
        """Set the words, once it is known how much room there is for them."""
        view, sheet = self.view, self.query_one(Sheet)
        board = view.board if view.sharing else ()
        leaf = self._leaf(len(board), sheet.size.height)
        shown = (view.pacing.at, view.phase, view.sharing, board, leaf, sheet.size)
        if shown != self._shown and sheet.size.height and view.breathing is None:
            self._shown = shown
            sheet.show(self._board(board, leaf) if board else self._face())

    def _face(self) -> Face:
        """Give the words of what is open; in the lobby, how to come in."""
        view, words = self.view, self.words.wall
        if view.phase == "over" or view.pacing.at >= view.pacing.stops:
            return Face(ask=words.end)
        if not view.pacing.stop:
            lines = "\n".join(self._joining.lines)
            return Face(ask=view.code, hint=lines)
        face = face_of(self._script.step(view.pacing.stop), self._script, self.words.walk)
        if not view.sharing:
            return face
        hint = "\n\n".join(filter(None, (face.hint, words.board_open)))
        return Face(face.whom, face.says, face.ask, face.doors, face.scale, hint)

    def _leaf(self, items: int, height: int) -> tuple[int, int]:
        """Give which of how many leaves of the board is shown now."""
        each = max(1, (height - _BESIDE) // _ROWS_EACH)
        leaves = max(1, -(-items // each))
        return int(self.link.now() // _LEAF) % leaves, leaves

    def _board(self, items: tuple[Item, ...], leaf: tuple[int, int]) -> Face:
        words, (at, leaves) = self.words.wall, leaf
        each = -(-len(items) // leaves)
        shown = [self._item(item) for item in items[at * each : (at + 1) * each]]
        more = fill(words.board_more, {"number": at + 1, "all": leaves}) if leaves > 1 else ""
        return Face(ask=words.board, scale="\n\n".join(shown), hint=more)

    def _item(self, item: Item) -> str:
        told = {"name": item.name or "", "text": item.text}
        return fill(self.words.wall.board_item, told) if item.name else item.text

    def _people(self) -> Content:
        """Draw a dot for each, or say that there are some."""
        totals, words = self.view.totals, self.words.wall
        if self.view.phase == "over":
            return Content("")
        if totals.present is None:
            return Content.styled(words.few, "$foreground-muted")
        told = {"count": totals.present, "ready": totals.ready or 0}
        said = fill(words.ready if self.view.pacing.stop else words.here, told)
        dots = "".join(READY if dot else NOT_YET for dot in totals.dots)
        wide = max(20, self.app.size.width - 40)
        rows = [dots[i : i + wide] for i in range(0, len(dots), wide)][:2]
        return Content.assemble(("\n".join(rows), "$primary"), "\n", (said, "$foreground-muted"))

    def _breathe(self) -> None:
        """Show the breathing of the room, or none, in the phase that its clock gives."""
        breathing, together = self.view.breathing, self.query_one(Together)
        self.set_class(breathing is not None, "-breathing")
        self.query_one(Sheet).set_class(breathing is not None, "-away")
        if breathing == self._breathing:
            return
        self._breathing = breathing
        if breathing is None:
            together.stop()
            return
        began, now = breathing.began, self.link.now
        pattern = self._desk.pack.pattern(breathing.pattern)
        together.begin(pattern, _FOR_EVER, lambda: max(0.0, now() - began))

    def look_at_time(self) -> None:
        """Show the time that remains, and look again when the second is over."""
        view, now = self.view, self.link.now()
        pacing = view.pacing
        inside = bool(pacing.stop) and view.phase != "over"
        held = pacing.held is not None and inside
        remains = pacing.until - (now if pacing.held is None else pacing.held)
        self.set_class(not inside, "-still")
        self.put("#wall-held", Content(self.words.walk.paused if held else ""))
        shown = clock_of(max(0.0, remains), over=False) if inside else ""
        self.query_one("#wall-time", Digits).update(shown.rjust(5))
        if view.sharing and len(view.board) > 1:
            self._set()
        runs = inside and not held and remains > 0
        if runs or view.sharing:
            self.tick_in(until_next(remains) if runs else 1.0)

    # Keys

    def on_resize(self, event: events.Resize | None = None) -> None:
        """Take the room there is."""
        del event
        super().on_resize()
        self.call_after_refresh(self.look)

    @property
    def keys_here(self) -> list[Named]:
        """None but leaving."""
        return [("q", self.words.footing.leave, "screen.quit_wall")]

    @property
    def _right(self) -> list[Named]:
        return [
            ("F2", self.words.footing.care, "app.care"),
            ("b", self.words.walk.blank, "app.leave_quickly"),
        ]

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Blanking, leaving."""
        return [("b F8", self.words.walk.key_blank), ("q", self.words.wall.key_leave)]

    def action_leave(self) -> None:
        """Stay: Escape is what a clicker sends, too."""

    def action_quit_wall(self) -> None:
        """Leave; the room goes on."""
        self.dismiss(None)
