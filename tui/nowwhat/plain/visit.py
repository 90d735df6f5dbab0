"""A visit in lines: asks between the sittings, and speaks each sitting as a dialogue."""

from contextlib import closing

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.plain.asides import Asides
from nowwhat.plain.choosing import choice_in
from nowwhat.plain.commands import LeaveAsked
from nowwhat.plain.conversation import converse
from nowwhat.plain.dialogue import Dialogue, Postponed
from nowwhat.plain.lines import Lines
from nowwhat.session.script import Depth, Script
from nowwhat.session.state import Ending
from nowwhat.sitting import visit
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.parted import Parted


class Visit:
    """One person's visit, in lines."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        """Prepare."""
        self.desk, self.lines = desk, lines
        self.words: Words = desk.pack.words
        self._asides = Asides.at(desk, lines)
        self._visit = visit.Visit(desk)

    @property
    def unsaved(self) -> bool:
        """Whether a sitting of this visit came to something that is on no disk yet."""
        return self._visit.unsaved

    def run(
        self, script: Script, depth: Depth = "short", *, nightly: Script | None = None
    ) -> Ending:
        """Go through a script, after what comes before it.

        Args:
            script: What was asked for.
            depth: Its short or its full form.
            nightly: Offered in its place at night; none: nothing is.

        Returns:
            How the last sitting ended.

        Raises:
            EndOfInputError: No more lines come. Everything given is kept.
        """
        try:
            parted = self._lead(self._visit.run(script, depth, nightly=nightly))
        except LeaveAsked:
            self.lines.say(self.words.plain.left)
            return Ending.LEFT
        for said in parted.says:
            self.lines.say(said)
        return parted.ending

    def _lead(self, steps: visit.Needs) -> Parted:
        with closing(steps):
            try:
                need = next(steps)
                while True:
                    answer = self._sit(need) if isinstance(need, visit.Sit) else self._ask(need)
                    need = steps.send(answer)
            except StopIteration as end:
                parted: Parted = end.value
                return parted

    def _sit(self, need: visit.Sit) -> Parted:
        if need.says:
            self.lines.say()
        for said in need.says:
            self.lines.say(said)
        if need.may_postpone:
            word = self.words.command.later[0]
            self.lines.say(fill(self.words.visit.postpone, {"word": word}))
        sitting = need.sitting
        dialogue = Dialogue(sitting, self.desk, self.lines, self._asides.say_care)
        dialogue.may_postpone = need.may_postpone
        try:
            ending = converse(dialogue)
        except Postponed:
            return Parted(Ending.LEFT, postponed=True)
        return Parted(ending, committed=sitting.state.committed)

    def _ask(self, need: visit.Ask) -> str:
        """Ask between two sittings, where only care and help are understood beside the answer."""
        for said in need.says:
            self.lines.say(said)
        while True:
            self.lines.say()
            self.lines.say(need.question)
            for number, choice in enumerate(need.choices, 1):
                self.lines.say(f"  {number}  {choice.words}")
            line = self.lines.ask()
            chosen = choice_in(line, need.choices)
            if chosen is not None:
                return chosen.id
            if not self._asides.heed(line):
                self.lines.say(fill(self.words.plain.not_a_choice, {"top": len(need.choices)}))
