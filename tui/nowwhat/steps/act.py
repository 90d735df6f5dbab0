"""The action: starters fill an editable line; below it the coach's question, ways to insist."""

from textual import on
from textual.app import ComposeResult

from nowwhat.packs.filling import fill
from nowwhat.session.typed import shown
from nowwhat.sitting.prompt import Choice, Gate, Prompt
from nowwhat.sitting.starters import turned
from nowwhat.steps.writing import AT_ONCE, Writing
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.field import Field
from nowwhat.widgets.saying import Saying

_KEEP, _MISREAD = "keep", "misread"


class ActStep(Writing):
    """Find one concrete, safe action."""

    DEFAULT_CSS = """
    ActStep > #act-question { color: $secondary; margin: 1 0 0 0; padding-left: 2; }
    ActStep > #act-lead { color: $foreground-muted; margin-top: 1; }
    ActStep > #act-ways { margin-top: 1; }
    """

    def compose_between(self) -> ComposeResult:
        """Lay out the coach's side."""
        yield Saying(id="act-question")
        yield Saying(id="act-lead")
        yield Choices(id="act-ways")

    def show(self, prompt: Prompt, visit: int) -> None:
        """Show starters, or the coach's question about the line offered last."""
        super().show(prompt, visit)
        gate = prompt.gate
        self._ask(gate)
        if gate is None:
            self._offer(turned(prompt.starters, visit, AT_ONCE))
            return
        self._offer(())
        if not prompt.half:
            self.query_one(Field).write(gate.line)

    def give(self, text: str) -> None:
        """Offer the line."""
        self.post_message(self.LineOffered(text))

    def _ask(self, gate: Gate | None) -> None:
        question, lead = (
            self.query_one("#act-question", Saying),
            self.query_one("#act-lead", Saying),
        )
        ways = self.query_one("#act-ways", Choices)
        if gate is None:
            question.say("")
            lead.say("")
            ways.offer(())
            return
        words = self.words.writing
        question.say(gate.question)
        leads = words.right_person if gate.right_person else words.smaller
        ready = (gate.right_person,) if gate.right_person else gate.smaller
        lead.say(leads if ready else "")
        choices = [Choice(line, shown(line)) for line in ready]
        if gate.may_misread:
            choices.append(Choice(_MISREAD, words.misread))
        if gate.may_keep:
            choices.append(Choice(_KEEP, fill(words.keep, {"line": gate.line})))
        ways.offer(choices)

    @on(Choices.Taken, "#act-ways")
    def _way(self, event: Choices.Taken) -> None:
        event.stop()
        match event.choice.id:
            case "keep":
                self.post_message(self.WordsKept())
            case "misread":
                self.post_message(self.ConcernMisread())
            case line:
                field = self.query_one(Field)
                field.write(line)
                field.focus()
