"""Acting now: a quiet timer with the breath beside it; nothing happens when it runs out."""

from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget

from nowwhat.packs.filling import fill
from nowwhat.session.events import Did
from nowwhat.session.script import Do
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice, Prompt
from nowwhat.steps.answering import Answering
from nowwhat.widgets.breathing import Breathing
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.saying import Saying

_ENDINGS: dict[str, Literal["done", "part", "later"]] = {
    "done": "done",
    "part": "part",
    "later": "later",
}


class DoStep(Answering):
    """Do it, and say how it went."""

    DEFAULT_CSS = """
    DoStep > Horizontal { height: auto; }
    DoStep #do-side { width: 1fr; height: auto; }
    DoStep #do-left { text-style: bold; color: $primary; }
    DoStep #do-quiet { color: $foreground-muted; margin-bottom: 1; }
    DoStep Breathing { width: 24; margin-left: 2; }
    """

    def __init__(self, desk: Desk, *, still: bool) -> None:
        """Take `still`: nothing is to move."""
        super().__init__(desk)
        self._still = still
        self._began = 0.0
        self._lasts = 0.0
        self._tick: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the time left, the ways on, the breath."""
        with Horizontal():
            with Vertical(id="do-side"):
                yield Saying(id="do-left")
                yield Saying(id="do-quiet")
                yield Choices()
            yield Breathing(
                self.desk.clock, self.words.pace, still=self._still, count=False, small=True
            )

    def show(self, prompt: Prompt, visit: int) -> None:
        """Begin the quiet time."""
        del visit
        step, words = prompt.step, self.words.do
        self._lasts = float(step.seconds) if isinstance(step, Do) else 0.0
        self._began = self.desk.clock.elapsed()
        quiet = fill(words.waiting, {"minutes": f"{self._lasts / 60:g}"})
        self.query_one("#do-quiet", Saying).say(quiet)
        self.query_one(Choices).offer(
            [
                Choice("done", words.done),
                Choice("part", words.part),
                Choice("later", words.later),
            ]
        )
        breathing = self.query_one(Breathing)
        breathing.display = self.desk.preferences().breath != "worse"
        breathing.can_focus = False
        if breathing.display:
            breathing.begin(self.desk.pack.patterns[0], self._lasts)
        self._look()

    def focus_first(self) -> Widget:
        """Give the ways on."""
        return self.query_one(Choices)

    def close(self) -> None:
        """Stop what moves."""
        self.query_one(Breathing).stop()
        if self._tick is not None:
            self._tick.stop()

    @property
    def _gone(self) -> float:
        return self.desk.clock.elapsed() - self._began

    def _look(self) -> None:
        """Say how much time is left, each time that a second is over."""
        left = self._lasts - self._gone
        if left <= 0:
            self.query_one("#do-left", Saying).say(self.words.do.over)
            self.query_one("#do-quiet", Saying).say("")
            return
        whole = -int(-left // 1)
        self.query_one("#do-left", Saying).say(f"{whole // 60}:{whole % 60:02}")
        self._tick = self.set_timer(max(left - whole + 1, 0.01), self._look)

    @on(Breathing.Ended)
    def _breath_over(self, event: Breathing.Ended) -> None:
        event.stop()

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        ending = _ENDINGS[event.choice.id]
        did = Did(step=self.step, seconds=round(self._gone), ending=ending)
        self.give(did)
