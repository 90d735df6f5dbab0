"""Lines that the coach judges: below the field its question, and the ways to insist."""

from textual import on
from textual.app import ComposeResult

from nowwhat.packs.filling import fill
from nowwhat.session.typed import shown
from nowwhat.sitting.prompt import Choice, Gate, Prompt
from nowwhat.sitting.sitting import Sitting
from nowwhat.steps.writing import Writing
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.field import Field
from nowwhat.widgets.saying import Saying

_KEEP, _MISREAD = "keep", "misread"


class Gated(Writing):
    """Write a line that may not be taken at first."""

    DEFAULT_CSS = """
    Gated > .gate-question { color: $secondary; margin-top: 1; padding-left: 2; }
    Gated > .gate-lead { color: $foreground-muted; margin-top: 1; }
    """

    def compose_between(self) -> ComposeResult:
        """Lay out the coach's side."""
        yield Saying(classes="gate-question")
        yield Saying(classes="gate-lead")
        yield Choices(classes="gate-ways")

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show starters, or the coach's question about the line given last."""
        super().show(prompt, visit)
        gate = prompt.gate
        self._ask(gate)
        if gate is None:
            self._offer(self.in_order(prompt.starters, visit))
            return
        self._offer(())
        if not prompt.half:
            self.query_one(Field).write(gate.line)

    def in_order(self, starters: tuple[str, ...], visit: int) -> tuple[str, ...]:
        """Put the starters in the order in which they are shown."""
        del visit
        return starters

    def ready_in(self, gate: Gate) -> tuple[str, ...]:
        """List the lines that may be taken instead."""
        return (gate.right_person,) if gate.right_person else gate.smaller

    def _ask(self, gate: Gate | None) -> None:
        question = self.query_one(".gate-question", Saying)
        lead, ways = self.query_one(".gate-lead", Saying), self.query_one(".gate-ways", Choices)
        if gate is None:
            question.say("")
            lead.say("")
            ways.offer(())
            return
        words, ready = self.words.writing, self.ready_in(gate)
        question.say(gate.question)
        choices = [Choice(line, shown(line)) for line in ready]
        if gate.may_misread:
            choices.append(Choice(_MISREAD, words.misread))
        if gate.may_keep:
            choices.append(Choice(_KEEP, fill(words.keep, {"line": gate.line})))
        ways.offer(choices)
        leads = words.right_person if gate.right_person else words.smaller
        lead.say((leads if ready else words.ways) if choices else "")

    @on(Choices.Taken, ".gate-ways")
    def _way(self, event: Choices.Taken) -> None:
        event.stop()
        match event.choice.id:
            case "keep":
                self.answer(Sitting.keep_my_words)
            case "misread":
                self.answer(Sitting.misread)
            case line:
                field = self.query_one(Field)
                field.write(line)
                field.focus()
