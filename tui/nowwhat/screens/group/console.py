"""The console of whoever leads a room: what is open, the time, how many are ready, what comes next.

Nothing that a participant wrote, rated or chose is known to it.
"""

from collections.abc import Callable, Coroutine, Iterable
from datetime import timedelta
from itertools import chain
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits, Static
from textual.worker import Worker

from nowwhat.group import commands as ask
from nowwhat.group.account import pace_seen
from nowwhat.group.hub import NoRoomError
from nowwhat.group.link import Link
from nowwhat.group.pace import Backward, Extend, Forward, Pause, Proceed
from nowwhat.group.refusing import RefusedError
from nowwhat.group.views import FacilitatorView
from nowwhat.packs.filling import fill
from nowwhat.screens.entrance import Joining
from nowwhat.screens.group import told
from nowwhat.screens.group.console_keys import keys_for_help
from nowwhat.screens.group.errands import Errands
from nowwhat.screens.group.in_room import InRoom, clock_of, until_next
from nowwhat.screens.group.side import agenda_rows, board_rows, labelled, paragraph, written
from nowwhat.screens.stage import Stage
from nowwhat.sitting.desk import Desk
from nowwhat.widgets.footing import Footing, Named
from nowwhat.widgets.saying import Saying
from nowwhat.widgets.size_guard import HEIGHT, WIDTH, SizeGuard

_BROAD, _MOST_DIGITS = 110, 4
"""Cells from on which the agenda stands beside the notes; digits of a show of hands."""

_GAP = 3
"""Cells between code, line and clock."""


class Console(InRoom[FacilitatorView]):
    """Leads a room; dismissed when it is left, which ends nothing."""

    DEFAULT_CSS = """
    Console #ground { padding: 1 3 0 3; }
    Console #console-head { height: 1; }
    Console #console-code { width: auto; color: $primary; text-style: bold; margin-right: 3; }
    Console #console-join { width: 1fr; height: 1; color: $foreground-muted; }
    Console #console-clock { width: auto; color: $foreground-muted; margin-left: 3; }
    Console #console-join, Console #console-account, Console #console-state {
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    Console #console-time { height: 3; margin-top: 1; }
    Console #console-left { width: 18; color: $primary; }
    Console #console-left.-over { color: $secondary; }
    Console.-still #console-left { width: 0; }
    Console #console-account { width: 1fr; height: 3; }
    Console #console-main { height: 1fr; margin: 1 0; }
    Console #console-body { width: 1fr; height: 100%; scrollbar-size-vertical: 1; }
    Console #console-notes { max-width: 84; width: 100%; height: auto; }
    Console #console-side { display: none; width: 44; height: 100%; margin-left: 4; }
    Console #console-side { scrollbar-size-vertical: 1; }
    Console.-broad #console-side { display: block; }
    Console #console-side > Static { width: 100%; height: auto; }
    Console #console-totals { height: 1; }
    Console #console-dots { height: auto; max-height: 3; color: $primary; }
    Console #console-wishes { height: auto; max-height: 2; color: $secondary; }
    Console #console-state { height: 1; color: $foreground-muted; }
    Console #console-next { height: 1; margin-bottom: 1; }
    Console.-short #ground { padding: 0 1; }
    Console.-short #console-next { margin-bottom: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right,n", "forth", id="console.next", show=False),
        Binding("left", "back", id="console.back", show=False),
        Binding("plus,equals_sign", "extend(1)", id="console.more_time", show=False),
        Binding("minus", "extend(-1)", id="console.less_time", show=False),
        Binding("p", "pause", id="console.pause", show=False),
        Binding("b", "breathe", id="console.breathe", show=False),
        Binding("s", "share", id="console.sharing", show=False),
        Binding("l", "lock", id="console.lock", show=False),
        Binding("u", "pair", id="console.pair", show=False),
        Binding("h", "count", id="console.hands", show=False),
        *(Binding(key, f"errand('{name}')", id=f"console.{name}", show=False) for key, name in (
            ("o", "board"), ("w", "people"), ("a", "agenda"), ("j", "join"),
            ("e", "end"), ("x", "export"), ("q", "leave"),
        )),
        Binding("enter", "give", id="console.give", show=False),
        Binding("backspace", "rub_out", id="console.rub_out", show=False),
        Binding("down", "read(1)", id="console.read_on", show=False),
        Binding("up", "read(-1)", id="console.read_back", show=False),
        *(Binding(f"{n}", f"digit('{n}')", id=f"console.digit{n}", show=False) for n in range(10)),
    ]  # fmt: skip

    def __init__(
        self, desk: Desk, stage: Stage, link: Link[FacilitatorView], joining: Joining
    ) -> None:
        """Prepare.

        Args:
            desk: Words, patterns, the script, the time of day.
            stage: Where something is asked.
            link: The room, for whoever leads it.
            joining: What is known of it from outside.
        """
        super().__init__(desk.pack.words, link)
        self._desk, self._joining = desk, joining
        self.view = link.view()
        self._script = desk.pack.script(self.view.script)
        self._errands = Errands(desk, stage, self, joining)
        self._typed: str | None = None
        self._notice = ""
        self._noted: object = None

    # What is shown

    def compose(self) -> ComposeResult:
        """Lay out code, time, notes, people, what comes next."""
        self._dress()
        guard = {"width": WIDTH, "height": HEIGHT}
        yield SizeGuard(fill(self.words.guard.larger, guard))
        with Vertical(id="ground"):
            yield from self._compose_ground()
        yield Footing(self._left, self._right)

    def _compose_ground(self) -> Iterable[Widget]:
        with Horizontal(id="console-head"):
            yield Saying(self.view.code, id="console-code")
            yield Static(id="console-join", markup=False)
            yield Saying(id="console-clock")
        with Horizontal(id="console-time"):
            yield Digits(id="console-left")
            yield Static(id="console-account", markup=False)
        with Horizontal(id="console-main"):
            with VerticalScroll(id="console-body", can_focus=False):
                yield Static(id="console-notes", markup=False)
            with VerticalScroll(id="console-side", can_focus=False):
                yield Static(id="console-agenda", markup=False)
        yield Static(id="console-totals", markup=False)
        yield Saying(id="console-dots")
        yield Saying(id="console-wishes")
        yield Static(id="console-state", markup=False)
        yield Static(id="console-next", markup=False)

    def on_resize(self, event: events.Resize | None = None) -> None:
        """Take the room there is."""
        super().on_resize()
        width = event.size.width if event is not None else self.app.size.width
        self.set_class(width >= _BROAD, "-broad")
        self.call_after_refresh(self.look)

    @property
    def crowd(self) -> int:
        """How many were ever here."""
        return len(self.view.people)

    def look(self) -> None:
        """Show how the room is."""
        self.view = self.link.view()
        view, words = self.view, self.words.console
        self.put("#console-join", Content(self._join_line))
        totals, dots = told.totals_of(view, words)
        self.put("#console-totals", Content(totals))
        self.say("#console-dots", dots)
        self.say("#console-wishes", told.wishes_of(view, words))
        self._tell_state()
        following = told.following_of(view, self._script, words)
        self.put("#console-next", labelled(words.following, following))
        self._note()
        self.name_keys()
        self.look_at_time()

    def _note(self) -> None:
        """Show the notes of what is open, from their beginning; and the agenda as it is."""
        view, words = self.view, self.words.console
        if self.has_class("-broad"):
            rows = agenda_rows(view, self._script, words), board_rows(view, words)
            self._show_side(written(chain(*rows)))
        noted = (view.pacing.at, view.phase)
        if noted != self._noted:
            self._noted = noted
            first, *rest = told.notes_for(view, self._script, words)
            come = self._joining.lines if view.phase == "lobby" else ()
            notes = (first, *come, *rest)
            shown = Content("\n").join(map(paragraph, notes))
            self.query_one("#console-notes", Static).update(shown)
            self.query_one("#console-body").scroll_home(animate=False)

    @property
    def _join_line(self) -> str:
        """How one joins, if it can be read to its end: half an address is none."""
        around = self.query_one("#ground").styles.padding.width + 2 * _GAP
        taken = cell_len(self.view.code) + cell_len(self._at(0)) + around
        room = self.app.size.width - taken
        lines = (*self._joining.lines, self.words.console.how_to_join)
        return next((line for line in lines if cell_len(line) <= room), "")

    def _show_side(self, side: Content) -> None:
        shown = self.query_one("#console-agenda", Static)
        if side != shown.content:
            as_high = str(side).count("\n") == str(shown.content).count("\n")
            shown.update(side, layout=not as_high)

    def _tell_state(self) -> None:
        words = self.words.console
        notice = words.gone if self.link.gone else self._notice
        state = told.state_of(self.view, words, lambda p: self._desk.pack.pattern(p).title)
        shut = told.shut_for(self._joining.shut(), words.shut)
        if notice:
            shown = Content.styled(notice, "$warning")
        elif self._typed is not None:
            shown = Content(fill(words.hands_typed, {"typed": self._typed}) + "▁")
        else:
            parts = filter(None, (Content.styled(shut, "$warning"), Content(state)))
            shown = Content(" · ").join(parts)
        self.put("#console-state", shown)

    def look_at_time(self) -> None:
        """Show the time, and look again when the second is over."""
        view, words, now = self.view, self.words.console, self.link.now()
        pace = pace_seen(self.link.view(), now)
        open_now = pace.stop is not None and view.phase != "over"
        remains = pace.remains(now)
        over = open_now and remains <= -1
        left = self.query_one("#console-left", Digits)
        left.update(clock_of(remains, over=over).rjust(5) if open_now else "")
        left.set_class(over, "-over")
        self.set_class(not open_now, "-still")
        lines = told.time_of(self.link.view(), now, words, self._at)
        head = Content.styled(told.head_of(view, self._script, words), "bold")
        rest = Content.styled("\n".join(filter(None, lines)), "$foreground-muted")
        self.put("#console-account", Content("\n").join([head, rest]))
        self.say("#console-clock", self._at(0))
        self._tell_state()
        self.tick_in(until_next(remains) if open_now and pace.held is None else 1.0)

    def _at(self, seconds: float) -> str:
        at = self._desk.clock.now().at + timedelta(seconds=seconds)
        return at.strftime(self.words.console.clock)

    # Asking

    def send(self, command: ask.Command) -> bool:
        """Ask something of the room; where it refuses, say why."""
        refused = self.words.console_refused
        self._notice = ""
        try:
            self.link.send(command)
        except RefusedError as error:
            self._notice = told.refusal(error.reason, refused)
        except NoRoomError:
            self._notice = refused.gone
        self.look()
        return not self._notice

    def notice(self, words: str) -> None:
        """Say something until the next key."""
        self._notice = words
        self._tell_state()

    # Keys

    @property
    def keys_here(self) -> list[Named]:
        """Those that are pressed most."""
        words, view = self.words.console, self.view
        if view.phase == "over":
            return [
                ("x", words.export, "screen.errand('export')"),
                ("q", words.leave, "screen.errand('leave')"),
            ]
        held = view.pacing.held is not None
        most = [
            ("Space", words.next, "screen.forth"),
            ("←", words.back, "screen.back"),
            ("p", words.proceed if held else words.pause, "screen.pause"),
        ]
        breathe = ("b", words.breathe, "screen.breathe")
        return [*most, breathe] if self.has_class("-wide") else most

    @property
    def _right(self) -> list[Named]:
        return [
            ("F2", self.words.footing.care, "app.care"),
            ("F8", self.words.walk.blank, "app.leave_quickly"),
        ]

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """All of them."""
        return keys_for_help(self.words.console)

    def ask_before_leaving(self) -> bool:
        """Leaving is asked about: a room hangs on it."""
        self.action_errand("leave")
        return True

    def action_forth(self) -> None:
        """Give the number that is typed; or open what follows, once, whoever else asks for it."""
        if not self._give():
            self.send(Forward(self.view.pacing.at))

    def action_back(self) -> None:
        """Open what was before."""
        self._type(None)
        self.send(Backward(self.view.pacing.at))

    def action_extend(self, minutes: int) -> None:
        """Give a minute more, or less."""
        self.send(Extend(minutes * told.MINUTE))

    def action_pause(self) -> None:
        """Hold all clocks, or let them go on."""
        self.send(Pause() if self.view.pacing.held is None else Proceed())

    def action_breathe(self) -> None:
        """Breathe together, or end it."""
        if self.view.breathing is not None:
            self.send(ask.BreatheNoMore())
        else:
            self.action_errand("breathe")

    def action_share(self) -> None:
        """Open the board, or close it."""
        self.send(ask.CloseSharing() if self.view.sharing else ask.OpenSharing())

    def action_lock(self) -> None:
        """Let nobody new in, or let them in again."""
        self.send(ask.Unlock() if self.view.locked else ask.Lock())

    def action_pair(self) -> None:
        """Make buddies of those who want one."""
        self.send(ask.Pair(self._joining.draw()))

    def action_errand(self, name: str) -> None:
        """Ask or show something on a screen of its own, and come back."""
        self._type(None)
        errand: Callable[[], Coroutine[None, None, None]] = getattr(self._errands, name)
        worker: Worker[None] = self.run_worker(errand, name=name, group="errand", exclusive=True)
        del worker

    def action_count(self) -> None:
        """Begin to type how many hands went up."""
        self._notice = ""
        self._type("")

    def action_digit(self, digit: str) -> None:
        """Type on, if something is being typed."""
        if self._typed is not None and len(self._typed) < _MOST_DIGITS:
            self._type(self._typed + digit)

    def action_rub_out(self) -> None:
        """Take a digit back."""
        if self._typed is not None:
            self._type(self._typed[:-1])

    def action_give(self) -> None:
        """Give the number that is typed."""
        self._give()

    def action_leave(self) -> None:
        """Type no more; nothing else."""
        self._type(None)

    def action_read(self, by: int) -> None:
        """Read on in the notes, or back."""
        self.query_one("#console-body").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Read on by a page, or back."""
        body = self.query_one("#console-body")
        body.scroll_relative(y=by * max(1, body.size.height - 2), animate=False)

    def _give(self) -> bool:
        typed = self._typed
        if typed is None:
            return False
        self._type(None)
        self.send(ask.Hands(int(typed) if typed else None))
        return True

    def _type(self, typed: str | None) -> None:
        if typed != self._typed:
            self._typed = typed
            self._tell_state()
