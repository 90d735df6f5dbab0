"""The one screen that a room shares: the step in large quiet type, the time, nothing else."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Digits, Static

from nowwhat.group.walk import Blank as MakeBlank
from nowwhat.group.walk import Next
from nowwhat.group.walking import Led
from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.screens.group.dark import Dark
from nowwhat.screens.group.leading import Leading
from nowwhat.screens.group.sheet import Sheet
from nowwhat.session.breathing import Pattern
from nowwhat.sitting.showing import Face, face_of, line_of
from nowwhat.widgets.footing import Footing, Named
from nowwhat.widgets.saying import Saying
from nowwhat.widgets.size_guard import HEIGHT, WIDTH, SizeGuard
from nowwhat.widgets.together import Together


class Projector(Leading):
    """Shows a walk; dismissed when it is left."""

    DEFAULT_CSS = """
    Projector #walk-head { height: 1; margin: 1 4 0 4; color: $foreground-muted; }
    Projector #walk-title { width: 1fr; }
    Projector #walk-number { width: auto; }
    Projector #walk-below { height: 3; margin: 0 4; }
    Projector #walk-hands { width: 1fr; height: 3; content-align: left middle; text-style: bold; }
    Projector #walk-held { width: auto; height: 3; content-align: right middle; margin-right: 2; }
    Projector #walk-held { color: $secondary; }
    Projector #walk-time { width: auto; color: $foreground-muted; }
    Projector #walk-time.-none { display: none; }
    Projector.-breathing #walk-head { display: none; }
    Projector.-breathing #walk-time { display: none; }
    Projector.-breathing #walk-below { height: 1; }
    Projector.-breathing #walk-held, Projector.-breathing #walk-hands { height: 1; }
    Projector Together { display: none; }
    Projector.-breathing Together { display: block; }
    Projector.-low #ground, Projector.-narrow #ground { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "forth", id="projector.next", show=False),
        Binding("up", "back", id="projector.back", show=False),
        Binding("f5", "start", id="projector.start", show=False),
    ]

    def __init__(
        self, words: Words, led: Led, pattern: Callable[[str], Pattern], *, still: bool
    ) -> None:
        """Prepare.

        Args:
            words: What the program says.
            led: The walk.
            pattern: Finds a breathing pattern by its id.
            still: Nothing is to move.
        """
        super().__init__(words, led)
        self._pattern, self._still = pattern, still
        self._sure = False
        self._tick: Timer | None = None
        self._breathing: object = None
        self._shown: object = None

    def compose(self) -> ComposeResult:
        """Lay out head, words, breathing, time, foot."""
        self._dress()
        guard = {"width": WIDTH, "height": HEIGHT}
        yield SizeGuard(fill(self.words.guard.larger, guard))
        with Vertical(id="ground"):
            with Horizontal(id="walk-head"):
                yield Saying(id="walk-title")
                yield Saying(id="walk-number")
            yield Sheet(Together(self.words.walk.breath_over, still=self._still))
            with Horizontal(id="walk-below"):
                yield Static(id="walk-hands", markup=False)
                yield Static(id="walk-held", markup=False)
                yield Digits(id="walk-time")
        yield Footing(self._left, self._right)

    def on_mount(self) -> None:
        """Show where it stands, once it is known how much room there is."""
        super().on_mount()
        self.look()

    @property
    def _right(self) -> list[Named]:
        return [
            ("F2", self.words.footing.care, "app.care"),
            ("b", self.words.walk.blank, "screen.blank"),
        ]

    @property
    def keys_taken(self) -> frozenset[str]:
        """Keys that do something else here than everywhere."""
        return frozenset({"F5", "F8", "Tab"})

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """Leaving, too."""
        words = self.words.walk
        return [
            *super().keys_told,
            ("b F8", words.key_blank),
            ("q", words.key_leave),
        ]

    # What is shown

    def look(self) -> None:
        """Show where the walk stands."""
        walk = self.led.walk
        if walk.blank and not any(isinstance(screen, Dark) for screen in self.app.screen_stack):
            self.app.push_screen(Dark(self.led))
        self._breathe()
        self._head()
        self.tell_typed()
        self._time()
        self._set()

    @on(Sheet.Changed)
    def _set(self) -> None:
        """Set the words, once it is known how much room there is for them."""
        walk, sheet = self.led.walk, self.query_one(Sheet)
        shown = (walk.shown, walk.pace.at, walk.breathing, walk.hands, sheet.size)
        if shown != self._shown and sheet.size.height and walk.breathing is None:
            self._shown = shown
            sheet.show(self._face_now())

    def _face_now(self) -> Face:
        walk, words, script = self.led.walk, self.words.walk, self.led.script
        if walk.shown:
            return face_of(script.step(walk.shown), script, words)
        if walk.pace.over:
            kept = (
                fill(words.row_hands, {"count": s.count, "words": line_of(script.step(s.step))})
                for s in walk.hands
            )
            hands = "\n".join(kept)
            return Face(ask=words.end, hint=f"{words.hands_kept}\n{hands}" if hands else "")
        return Face(ask=script.title, says=(), hint=f"{script.summary}\n\n{words.ready}")

    def _say(self, where: str, text: str) -> None:
        saying = self.query_one(where, Saying)
        if str(saying.content) != text:
            saying.say(text)

    def _head(self) -> None:
        walk = self.led.walk
        inside = walk.pace.stop is not None
        self._say("#walk-title", self.led.script.title if inside else "")
        told = {"number": walk.number, "all": len(walk.blocks)}
        self._say("#walk-number", fill(self.words.walk.number, told) if inside else "")

    def _breathe(self) -> None:
        """Show the breathing of the room, or none."""
        led, together = self.led, self.query_one(Together)
        breathing = led.walk.breathing
        self.set_class(breathing is not None, "-breathing")
        self.query_one(Sheet).set_class(breathing is not None, "-away")
        begun = breathing and (breathing.pattern, led.walk.moves)
        if begun == self._breathing:
            together.look()  # it may be held, or go on
            return
        self._breathing = begun
        if breathing is None:
            together.stop()
        else:
            pattern = self._pattern(breathing.pattern)
            together.begin(pattern, breathing.seconds, lambda: led.walk.breathed(led.elapsed()))

    def _time(self) -> None:
        """Show the time that remains, and look again when the second is over."""
        if self._tick is not None:
            self._tick.stop()
        pace, digits = self.led.walk.pace, self.query_one("#walk-time", Digits)
        held = self.query_one("#walk-held", Static)
        held.update(Content(self.words.walk.paused if pace.held is not None else ""))
        digits.set_class(pace.stop is None, "-none")
        remains = max(0.0, pace.remains(self.led.elapsed()))
        whole = int(-(-remains // 1))
        digits.update(f"{whole // 60}:{whole % 60:02}")
        if pace.stop is not None and pace.held is None and whole > 0:
            self._tick = self.set_timer(max(0.01, remains - (whole - 1)), self._time)

    def tell_typed(self) -> None:
        """Show what is typed of a show of hands, or the number that went up."""
        words, counted = self.words.walk, self.led.walk.counted
        said = fill(words.hands, {"count": counted}) if counted is not None else ""
        if self.typed is not None:
            said = fill(words.hands_typed, {"typed": self.typed}) + "▁"
        self.query_one("#walk-hands", Static).update(
            Content(words.leave_sure if self._sure else said)
        )

    # Keys

    def action_forth(self) -> None:
        """Read on, where there is more than the screen holds; or go on."""
        self._be_unsure()
        reads = self.typed is None and not self.led.walk.blank
        if not (reads and self.query_one(Sheet).read_on()):
            super().action_forth()

    def action_back(self) -> None:
        """Go back."""
        self._be_unsure()
        super().action_back()

    def action_leave(self) -> None:
        """Stay."""
        self._be_unsure()
        super().action_leave()

    def action_start(self) -> None:
        """Begin, or show again: what a clicker's start button sends."""
        walk = self.led.walk
        if walk.blank:
            self.led.ask(MakeBlank(on=False))
        elif walk.pace.at < 0:
            self.led.ask(Next(walk.moves))

    def action_quit_walk(self) -> None:
        """Leave; in its middle only when it is said twice, since a room looks at it."""
        if self._sure or self.led.walk.pace.stop is None:
            self.dismiss(None)
        else:
            self._sure = True
            self.tell_typed()

    def _be_unsure(self) -> None:
        if self._sure:
            self._sure = False
            self.tell_typed()
