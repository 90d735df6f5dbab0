"""A breathing or a grounding alone, with no session around it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from nowwhat.packs.words import Words
from nowwhat.screens.place import Place
from nowwhat.session.breathing import Pattern
from nowwhat.sitting.desk import Clock
from nowwhat.widgets.breathing import Breathing
from nowwhat.widgets.footing import Named, keys_of_breath
from nowwhat.widgets.saying import Saying


class Breathe(Place[str]):
    """Dismisses with how it ended, `stayed` or `left`."""

    DEFAULT_CSS = """
    Breathe #column { padding: 1 2 0 2; }
    Breathe #breathe-title { text-align: center; color: $foreground-muted; }
    Breathe.-short Breathing { padding-top: 1; }
    Breathe.-short Breathing #breathing-soft { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("Space", "breath('pause')", id="breathe.pause_here", show=False),
    ]

    def __init__(
        self, words: Words, clock: Clock, pattern: Pattern, seconds: float, *, still: bool
    ) -> None:
        """Prepare.

        Args:
            words: What the program says.
            clock: Whose monotonic seconds pace it.
            pattern: What is breathed.
            seconds: About how long.
            still: Nothing is to move.
        """
        super().__init__(words)
        self._clock, self._pattern, self._seconds, self._still = clock, pattern, seconds, still

    def compose_column(self) -> Iterable[Widget]:
        """Lay out title and breathing."""
        yield Saying(f"{self._pattern.title}. {self._pattern.summary}", id="breathe-title")
        yield Breathing(self._clock, self.words.pace, still=self._still)

    def on_mount(self) -> None:
        """Begin."""
        super().on_mount()
        self.query_one(Breathing).begin(self._pattern, self._seconds)

    def focus_first(self) -> Widget:
        """Give the breathing."""
        return self.query_one(Breathing)

    @property
    def keys_here(self) -> list[Named]:
        """Pausing and leaving."""
        breathing = self.query(Breathing)
        paused = bool(breathing) and breathing.first().paused
        return keys_of_breath(self.words.footing, paused=paused)

    @property
    def keys_told(self) -> list[tuple[str, str]]:
        """The keys of a breathing."""
        words = self.words.keys
        return [
            ("Space", words.pause),
            ("Esc", words.leave_breath),
            ("← →", words.length),
            ("c", words.count),
        ]

    def on_screen_suspend(self) -> None:
        """Hold the breath while something else is in front."""
        for breathing in self.query(Breathing):
            breathing.hold()

    def on_screen_resume(self) -> None:
        """Let it go on."""
        for breathing in self.query(Breathing):
            breathing.let_go()

    @on(Breathing.Paused)
    def _paused(self) -> None:
        self.name_keys()

    @on(Breathing.Ended)
    def _ended(self, event: Breathing.Ended) -> None:
        self.dismiss(event.ending)

    def action_breath(self, what: str) -> None:
        """Pause or leave, by a click at the foot."""
        breathing = self.query_one(Breathing)
        if what == "pause":
            breathing.action_pause()
        else:
            breathing.action_leave()

    def action_leave(self) -> None:
        """Leave it."""
        self.query_one(Breathing).action_leave()
