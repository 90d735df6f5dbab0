"""A breathing or a grounding: the offer, its length, another way, and the breathing itself."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from nowwhat.packs.filling import fill
from nowwhat.session.breathing import Pattern
from nowwhat.session.events import Breathed
from nowwhat.session.script import Breathe
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice, Prompt
from nowwhat.steps.answering import Answering
from nowwhat.widgets.breathing import LENGTHEN, Breathing
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.saying import Saying

MOST = 30 * 60
"""Seconds; a breathing in a session is a pause."""


class BreatheStep(Answering):
    """Offer a breathing; lead it; tell how it ended."""

    DEFAULT_CSS = """
    BreatheStep > #breathe-cautions { color: $foreground-muted; margin-top: 1; padding: 0 1 0 5; }
    BreatheStep > Breathing { display: none; }
    BreatheStep.-running > * { display: none; }
    BreatheStep.-running > Breathing { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,plus", "length(1)", id="breathe.longer", show=False),
        Binding("left,minus", "length(-1)", id="breathe.shorter", show=False),
    ]

    def __init__(self, desk: Desk, *, still: bool) -> None:
        """Take `still`: nothing is to move."""
        super().__init__(desk)
        self._still = still
        self._patterns: tuple[Pattern, ...] = ()
        self._pattern: Pattern | None = None
        self._seconds = 60.0
        self._reads = False

    @property
    def fills(self) -> bool:
        """While it runs, and while all cautions are read."""
        return self.running or self._reads

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self.has_class("-running")

    @property
    def paused(self) -> bool:
        """Whether what runs is paused."""
        return self.query_one(Breathing).paused

    def compose(self) -> ComposeResult:
        """Lay out the offer and the breathing."""
        yield Choices(id="breathe-offer", apart=["careful"])
        yield Saying(id="breathe-cautions")
        yield Breathing(self.desk.clock, self.words.pace, still=self._still)

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show the offer."""
        del visit
        step = prompt.step
        self._patterns = prompt.patterns
        self._pattern = prompt.patterns[0]
        self._seconds = float(step.seconds) if isinstance(step, Breathe) else 60.0
        self.remove_class("-running")
        self._offer()

    def focus_first(self) -> Widget:
        """Give what takes the keys now."""
        return self.query_one(Breathing) if self.running else self.query_one(Choices)

    def close(self) -> None:
        """Stop."""
        self.query_one(Breathing).stop()
        self.remove_class("-running")

    def _offer(self) -> None:
        pattern, words = self._pattern, self.words.pace
        if pattern is None:
            return
        paced = pattern.paced
        said: dict[str, str | int] = {
            "title": pattern.title,
            "seconds": round(pattern.seconds_for(self._seconds)),
        }
        begin = fill(words.offer_paced if paced else words.offer, said)
        choices = [Choice("begin", words.begin, begin)]
        if len(self._patterns) > 1:
            choices.append(Choice("other", words.other))
        choices.append(Choice("no", words.without))
        first, *rest = pattern.cautions or ("",)
        if paced and rest:
            choices.append(Choice("careful", words.careful, words.careful_hint))
        self.query_one(Choices).offer(choices)
        self._caution(first, *(() if paced else rest))

    def _caution(self, *said: str, all_of_them: bool = False) -> None:
        self._reads = all_of_them
        cautions = self.query_one("#breathe-cautions", Saying)
        cautions.say("\n".join(said))
        self.post_message(self.Moved())
        if all_of_them:  # once the bridge has made room
            self.call_after_refresh(self.call_after_refresh, cautions.scroll_visible, animate=False)

    def action_length(self, direction: int) -> None:
        """Change the length before it begins."""
        pattern = self._pattern
        if pattern is None or self.running:
            return
        before = pattern.cycles_in(self._seconds)
        wanted = max(1.0, min(MOST, self._seconds + direction * LENGTHEN))
        self._seconds = wanted
        if pattern.cycles_in(wanted) != before:
            at = self.query_one(Choices).at
            self._offer()
            self.query_one(Choices).at = at

    @on(Choices.Taken)
    def _taken(self, event: Choices.Taken) -> None:
        event.stop()
        match event.choice.id:
            case "begin":
                self._begin()
            case "no":
                self._tell(0, declined=True)
            case "other":
                others = [Choice(p.id, p.title, p.summary) for p in self._patterns]
                self._caution()
                event.choices.offer(others)
            case "careful":
                self._caution(*(self._pattern.cautions if self._pattern else ()), all_of_them=True)
            case name:
                self._pattern = next(p for p in self._patterns if p.id == name)
                self._offer()

    def _begin(self) -> None:
        if self._pattern is None:
            return
        self.add_class("-running")
        breathing = self.query_one(Breathing)
        breathing.begin(self._pattern, self._seconds)
        breathing.focus()
        self.post_message(self.Moved())

    def _tell(self, seconds: int, *, declined: bool = False, stayed: bool = False) -> None:
        words, pattern = self.words.breath, self._pattern
        if pattern is None:
            return
        self.remove_class("-running")
        if declined:
            said = words.declined
            event = Breathed(step=self.step, pattern=pattern.id, seconds=0, ending="declined")
        else:
            said = words.stayed if stayed else words.left
            event = Breathed(
                step=self.step,
                pattern=pattern.id,
                seconds=seconds,
                ending="stayed" if stayed else "left",
            )
        self.give(event, said)

    @on(Breathing.Ended)
    def _ended(self, event: Breathing.Ended) -> None:
        event.stop()
        self._tell(event.seconds, stayed=event.ending == "stayed")

    @on(Breathing.Paused)
    def _paused(self, event: Breathing.Paused) -> None:
        event.stop()
        self.post_message(self.Moved())

    def do(self, what: str) -> None:
        """Pause or leave what runs."""
        breathing = self.query_one(Breathing)
        if what == "pause":
            breathing.action_pause()
        else:
            breathing.action_leave()
