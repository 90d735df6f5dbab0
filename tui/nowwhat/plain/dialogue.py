"""A sitting as a dialogue: says the prompt, hears a line, gives the answer, until it ends."""

from collections.abc import Callable

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.plain.commands import Command, LeaveAsked, command_in, country_in, is_word
from nowwhat.plain.lines import Lines
from nowwhat.session.errors import OutOfTurnError
from nowwhat.session.state import Ending
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Prompt, Reply
from nowwhat.sitting.sitting import Sitting


class Again(Exception):  # noqa: N818 - says that a question is to be asked again, no error
    """The line was no answer to this question; what it did instead is done."""


class Postponed(Exception):  # noqa: N818 - a way out that the person asked for, no error
    """The person puts this check-in off."""


class Dialogue:
    """One sitting, in lines.

    Attributes:
        may_postpone: It is a check-in, and it may be put off.
        sitting: The sitting.
        desk: The desk it is at.
        lines: Where it is spoken.
        words: What line mode says.
    """

    def __init__(
        self, sitting: Sitting, desk: Desk, lines: Lines, care: Callable[[str, str], None]
    ) -> None:
        """Prepare.

        Args:
            sitting: One that is open.
            desk: The desk it is at.
            lines: Where it is spoken.
            care: Says people, numbers and grounding, for a kind of call for help or none, and a
                country or the one named before.
        """
        self.sitting, self.desk, self.lines = sitting, desk, lines
        self.words: Words = desk.pack.words
        self.may_postpone = False
        self._care = care
        self._typed_ahead: list[str] = []

    def speak(self, prompt: Prompt) -> None:
        """Say what comes before the answer: paragraphs, question, hint."""
        self.lines.say()
        for said in prompt.says:
            self.lines.say(said)
        if prompt.says:
            self.lines.say()
        self.lines.say(prompt.ask)
        if prompt.hint:
            self.lines.say(prompt.hint)
        if prompt.half:
            self.lines.say(fill(self.words.plain.begun, {"half": prompt.half}))

    def hear(self, again: Callable[[], None]) -> str:
        """Hear an answer; the words understood everywhere are acted upon first.

        Args:
            again: Says the question again.

        Raises:
            Again: A command has led elsewhere.
            LeaveAsked: The person leaves.
        """
        while True:
            line = self._typed_ahead.pop(0) if self._typed_ahead else self.lines.ask()
            if not self.do_command(line):
                return line
            again()

    def typed_ahead(self, lines: tuple[str, ...]) -> None:
        """Take lines that came early, for the questions that follow."""
        self._typed_ahead += lines

    def do_command(self, line: str) -> bool:
        """Do what a line asks for; say whether it asked for anything that leaves us here."""
        if self.may_postpone and is_word(line, self.words.command.later):
            self.reply(self.sitting.leave())
            raise Postponed
        country = country_in(line, self.words.command, self.desk.pack.care)
        if country:
            self._care("", country)
            return True
        match command_in(line, self.words.command):
            case None:
                return False
            case Command.HELP:
                for said in self.words.plain.help:
                    self.lines.say(said)
            case Command.CARE:
                self._care("", "")
            case Command.REPEAT:
                pass
            case Command.BACK:
                self._back()
            case Command.SLOWER:
                self._slower()
            case Command.SET_DOWN:
                self._set_down()
            case Command.LEAVE:
                raise LeaveAsked
        return True

    def reply(self, reply: Reply | None) -> None:
        """Say what the sitting says to an answer; after a call for help, ask how to go on."""
        if reply is None:
            return
        for said in reply.says:
            self.lines.say(said)
        if reply.care:
            self._care(reply.care, "")
            self._after_care()

    def _after_care(self) -> None:
        """Ask how to go on after people and numbers; each way is as good."""
        if self.sitting.state.ending is not Ending.OPEN:
            return
        words = self.desk.pack.care.words
        ways = (words.carry_on, words.set_down, words.leave, words.misread)
        commands = self.words.command

        def speak() -> None:
            for number, way in enumerate(ways, 1):
                self.lines.say(f"  {number}  {way}")

        while True:
            speak()
            line = self.hear(speak)
            said = line.strip().rstrip(".")
            if said == "1":
                self.sitting.gently()
                return
            if said == "2":
                self._set_down()
                return
            if said == "3":
                raise LeaveAsked
            if said == "4" or is_word(line, commands.misread):
                self.lines.say(words.misread_said)
                return
            if line.strip():
                self.lines.say(fill(self.words.plain.not_a_choice, {"top": len(ways)}))

    def _back(self) -> None:
        try:
            self.reply(self.sitting.back())
        except OutOfTurnError:
            self.lines.say(self.words.plain.no_back)
            return
        raise Again

    def _slower(self) -> None:
        already = self.sitting.state.depth == "full"
        self.lines.say(self.words.plain.already_slow if already else self.words.plain.slower)
        if not already:
            self.reply(self.sitting.slower())

    def _set_down(self) -> None:
        try:
            self.reply(self.sitting.set_down())
        except OutOfTurnError:
            self.lines.say(self.words.plain.set_down_not_now)
            return
        self.lines.say(self.words.plain.set_down)
        raise Again

    def leave(self) -> Ending:
        """Leave the sitting and say what becomes of it."""
        self.reply(self.sitting.leave())
        ending = self.sitting.state.ending
        finished = ending is Ending.FINISHED
        words = self.words.plain
        self.lines.say(words.left_committed if finished else words.left)
        return ending
