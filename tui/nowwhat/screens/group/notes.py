"""The notes of who leads: what to say and do, what comes next, the clock; in a terminal apart."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Digits, Static

from nowwhat.group.account import account_of
from nowwhat.group.walking import Led
from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.screens.group.leading import MINUTE, Leading
from nowwhat.session.breathing import Pattern
from nowwhat.session.script import Step
from nowwhat.sitting.desk import Clock
from nowwhat.sitting.showing import line_of, name_of, notes_of
from nowwhat.widgets.footing import Footing, Named
from nowwhat.widgets.saying import Saying
from nowwhat.widgets.size_guard import HEIGHT, WIDTH, SizeGuard

_LABEL = 40
"""Characters that what stands before a colon has at most, to be what the rest is for."""


class Notes(Leading):
    """Shows the notes of a walk; dismissed when they are left. With the walk the program ends."""

    DEFAULT_CSS = """
    Notes #notes-head { height: 1; margin: 1 3 0 3; color: $foreground-muted; }
    Notes #notes-title { width: 1fr; }
    Notes #notes-clock { width: auto; }
    Notes #notes-time { height: 3; margin: 1 3 0 3; }
    Notes #notes-left { width: auto; min-width: 14; color: $primary; }
    Notes #notes-left.-over { color: $secondary; }
    Notes #notes-account { width: 1fr; height: 3; margin-left: 2; color: $foreground-muted; }
    Notes #notes-screen { height: auto; max-height: 2; margin: 1 3 0 3; color: $foreground-muted; }
    Notes #notes-body { height: 1fr; margin: 1 3 0 3; scrollbar-size-vertical: 1; }
    Notes #notes-words { max-width: 84; }
    Notes #notes-state { height: auto; margin: 1 3 0 3; color: $secondary; }
    Notes #notes-next { height: auto; max-height: 2; margin: 0 3 1 3; color: $foreground-muted; }
    Notes.-low #ground, Notes.-narrow #ground { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "read(1)", id="notes.read_on", show=False),
        Binding("up", "read(-1)", id="notes.read_back", show=False),
    ]

    def __init__(
        self, words: Words, led: Led, pattern: Callable[[str], Pattern], clock: Clock
    ) -> None:
        """Prepare.

        Args:
            words: What the program says.
            led: The walk.
            pattern: Finds a breathing pattern by its id.
            clock: Tells what time it is.
        """
        super().__init__(words, led)
        self._pattern, self._clock = pattern, clock
        self._tick: Timer | None = None
        self._shown: object = None

    def compose(self) -> ComposeResult:
        """Lay out clock, notes, what comes next, foot."""
        self._dress()
        guard = {"width": WIDTH, "height": HEIGHT}
        yield SizeGuard(fill(self.words.guard.larger, guard))
        with Vertical(id="ground"):
            yield from self._compose_ground()
        yield Footing(self._left, self._right)

    def _compose_ground(self) -> Iterable[Widget]:
        with Horizontal(id="notes-head"):
            yield Saying(id="notes-title")
            yield Saying(id="notes-clock")
        with Horizontal(id="notes-time"):
            yield Digits(id="notes-left")
            yield Static(id="notes-account", markup=False)
        yield Static(id="notes-screen", markup=False)
        with VerticalScroll(id="notes-body", can_focus=False):
            yield Static(id="notes-words", markup=False)
        yield Saying(id="notes-state")
        yield Static(id="notes-next", markup=False)

    def on_mount(self) -> None:
        """Show where it stands."""
        super().on_mount()
        self.look()

    def on_resize(self) -> None:
        """Name the keys that there is room for."""
        super().on_resize()
        self.call_after_refresh(self.name_keys)

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Reading and leaving, too."""
        words = self.words.walk_notes
        return [
            *super().keys_told,
            ("b", self.words.walk.key_blank),
            ("↑ ↓", words.key_read),
            ("q", words.key_leave),
        ]

    # What is shown

    def look(self) -> None:
        """Show where the walk stands."""
        if self.led.over:  # whatever stands in front of the notes
            self.app.call_later(self.app.run_action, "leave_now")
            return
        walk, words = self.led.walk, self.words.walk_notes
        self._time()
        self.tell_typed()
        shown = (walk.shown, walk.pace.at)
        if shown != self._shown:
            self._shown = shown
            self.query_one("#notes-screen", Static).update(
                self._labelled(words.on_screen, self._here)
            )
            following = self._following if not walk.pace.over else ""
            self.query_one("#notes-next", Static).update(self._labelled(words.following, following))
            self.query_one("#notes-words", Static).update(self._notes)
            self.query_one("#notes-body").scroll_home(animate=False)

    @property
    def _following(self) -> str:
        """What comes next: the next step, or the next stop by its name."""
        follows, stops = self.led.walk.follows, {block[0] for block in self.led.walk.blocks}
        if not follows:
            return self.words.walk_notes.following_end
        step = self._step(follows)
        return name_of(step) if follows in stops else line_of(step)

    def _step(self, step_id: str) -> Step:
        return self.led.script.step(step_id)

    def _labelled(self, label: str, text: str) -> Content:
        return Content.assemble((f"{label}  ", "$secondary"), text) if text else Content("")

    @property
    def _here(self) -> str:
        walk = self.led.walk
        return line_of(self._step(walk.shown)) if walk.shown else ""

    @property
    def _notes(self) -> Content:
        """The notes of the step; where it has none, those of its stop."""
        walk, words = self.led.walk, self.words.walk_notes
        first = walk.blocks[max(0, min(walk.pace.at, len(walk.blocks) - 1))]
        lines = next(filter(None, (notes_of(self._step(s)) for s in (walk.shown, *first) if s)), ())
        if walk.pace.over:
            lines = (words.after,)
        elif not walk.shown:
            lines = (words.before, *lines)
        return Content("\n").join(map(_paragraph, lines or (words.no_notes,)))

    def _time(self) -> None:
        """Show the time, and look again when the second is over."""
        if self._tick is not None:
            self._tick.stop()
        pace, now = self.led.walk.pace, self.led.elapsed()
        remains = pace.remains(now)
        over = pace.stop is not None and remains <= -1
        whole = int(-remains) if over else max(0, int(-(-remains // 1)))
        left = self.query_one("#notes-left", Digits)
        left.update(f"{'+' if over else ''}{whole // 60}:{whole % 60:02}" if pace.stop else "")
        left.set_class(over, "-over")
        self.query_one("#notes-account", Static).update(Content(self._account(now, over=over)))
        self._head()
        part = (remains if remains > 0 else 1 - (-remains % 1)) % 1
        self._tick = self.set_timer(max(0.02, part or 1.0), self._time)

    def _head(self) -> None:
        walk, words = self.led.walk, self.words.walk_notes
        told: dict[str, str | int] = {"number": walk.number, "all": len(walk.blocks)}
        if walk.pace.stop is not None:
            told["title"] = name_of(self._step(walk.pace.stop.step))
        named = fill(words.stop, told) if walk.shown else self.led.script.title
        self._say("#notes-title", f"{words.title}   {named}")
        self._say("#notes-clock", self._clock.now().at.strftime(words.clock))

    def _account(self, now: float, *, over: bool) -> str:
        """Say how the time goes, in three lines."""
        pace, words = self.led.walk.pace, self.words.walk_notes
        found = account_of(pace, now)
        lines = []
        if pace.stop is not None:
            planned = {"minutes": _minutes(pace.stop.seconds)}
            lines.append(fill(words.over_by if over else words.left, planned))
        gone: dict[str, str | int] = {"gone": round(found.gone / MINUTE)}
        gone["planned"] = _minutes(found.planned)
        late = round(found.behind / MINUTE)
        how = words.on_plan if not late else words.behind if late > 0 else words.ahead
        said = fill(how, {"minutes": abs(late)}) if pace.at >= 0 else ""
        lines.append(" · ".join(filter(None, (fill(words.in_all, gone), said))))
        if not pace.over:
            end = self._clock.now().at + timedelta(seconds=found.ahead)
            lines.append(fill(words.ends, {"time": end.strftime(words.clock)}))
        return "\n".join(lines)

    def _say(self, where: str, text: str) -> None:
        saying = self.query_one(where, Saying)
        if str(saying.content) != text:
            saying.say(text)

    def tell_typed(self) -> None:
        """Show what is so besides: a number that is typed, hands, a blank screen, held clocks."""
        walk, words = self.led.walk, self.words.walk_notes
        said = []
        if self.typed is not None:
            said.append(fill(self.words.walk.hands_typed, {"typed": self.typed}) + "▁")
        elif walk.counted is not None:
            said.append(fill(words.hands, {"count": walk.counted}))
        if walk.breathing is not None:
            title = self._pattern(walk.breathing.pattern).title
            said.append(fill(words.breathing, {"title": title}))
        said += [words.blank] * walk.blank + [words.held] * (walk.pace.held is not None)
        self._say("#notes-state", "   ".join(said))

    # Keys

    @property
    def keys_here(self) -> list[Named]:
        """Blanking the screen, too, where there is room to say so."""
        blank = ("b", self.words.walk.blank, "screen.blank")
        return [*super().keys_here, *([blank] if self.has_class("-wide") else [])]

    def action_read(self, by: int) -> None:
        """Read on, or back."""
        self.query_one("#notes-body").scroll_relative(y=by, animate=False)

    def action_quit_walk(self) -> None:
        """Leave the notes; the walk goes on."""
        self.dismiss(None)


def _paragraph(text: str) -> Content:
    """Write a paragraph; what it is for, said before a colon, stands out."""
    what, colon, rest = text.partition(":")
    if not colon or len(what) > _LABEL:
        return Content(text)
    return Content.assemble((f"{what}:", "$primary"), rest)


def _minutes(seconds: float) -> str:
    return f"{seconds / MINUTE:.1f}".removesuffix(".0")
