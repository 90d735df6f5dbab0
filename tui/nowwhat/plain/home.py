"""The way in, in lines: what is open, and what one may do."""

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.plain.choosing import choice_in, say_choices
from nowwhat.plain.commands import Command, command_in
from nowwhat.plain.lines import Lines
from nowwhat.sitting.care import care_lines
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.opening import owed
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.wording import with_when


class Home:
    """Says where the person is and asks what they would like."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        """Prepare."""
        self.desk, self.lines = desk, lines
        self.words: Words = desk.pack.words

    def run(self) -> str:
        """Ask until something is chosen; answers with its id.

        Raises:
            EndOfInputError: No more lines come.
        """
        words = self.words.home
        self._say_where()
        choices = self._choices()
        while True:
            self.lines.say()
            self.lines.say(words.ask)
            say_choices(self.lines, choices)
            line = self.lines.ask()
            chosen = choice_in(line, choices)
            if chosen is not None:
                return chosen.id
            match command_in(line, self.words.command):
                case Command.CARE:
                    return "care"
                case Command.LEAVE:
                    return "leave"
                case Command.HELP:
                    self._say_help()
                case Command.REPEAT:
                    pass
                case _:
                    said = fill(self.words.plain.not_a_choice, {"top": len(choices)})
                    self.lines.say(said)

    def park(self) -> str:
        """Ask for an insight to park; empty where the person would rather not.

        Raises:
            EndOfInputError: No more lines come.
        """
        while True:
            self.lines.say(self.words.home.park_ask)
            line = self.lines.ask()
            match command_in(line, self.words.command):
                case None:
                    return line.strip()
                case Command.CARE:
                    self._say_care()
                case Command.HELP:
                    self._say_help()
                case Command.REPEAT | Command.SLOWER:
                    pass
                case Command.BACK | Command.LEAVE | Command.SET_DOWN:
                    return ""

    def _say_care(self) -> None:
        country, today = self.desk.preferences().country, self.desk.clock.now().at.date()
        for said in care_lines(self.desk.pack.care, country, today):
            self.lines.say(said)

    def _say_help(self) -> None:
        for said in self.words.plain.help:
            self.lines.say(said)

    def _say_where(self) -> None:
        words, waiting = self.words.home, owed(self.desk)
        self.lines.say(words.title)
        if len(waiting) == 1:
            only = waiting[0]
            said = with_when(only)
            self.lines.say(fill(words.open_one, {"action": said}))
        elif waiting:
            self.lines.say(fill(words.open_more, {"count": len(waiting)}))

    def _choices(self) -> list[Choice]:
        words = self.words.home
        listed = [
            Choice("session", words.session),
            Choice("full", words.full),
            Choice("two-minutes", words.two_minutes),
            Choice("rep", words.rep),
            Choice("stuck", words.stuck),
            Choice("breathe", words.breathe),
            Choice("park", words.park),
            Choice("history", words.history),
            Choice("care", words.care),
            Choice("leave", words.leave),
        ]
        if self.desk.clock.now().is_night:
            listed.insert(0, listed.pop(2))
        return listed
