"""The way in, in lines: what is open, and what one may do."""

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.plain.asides import Asides
from nowwhat.plain.choosing import choice_in, say_choices
from nowwhat.plain.commands import Command, command_in
from nowwhat.plain.lines import Lines
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.opening import owed
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.wording import with_when

_NO_MORE = (Command.BACK, Command.LEAVE, Command.SET_DOWN)


class Home:
    """Says where the person is and asks what they would like."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        """Prepare."""
        self.desk, self.lines = desk, lines
        self._asides = Asides.at(desk, lines)
        self.words: Words = desk.pack.words

    def run(self) -> str:
        """Ask until something is chosen; answers with its id.

        Raises:
            EndOfInputError: No more lines come.
            LeaveAsked: The person leaves.
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
            if not self._asides.heed(line):
                self.lines.say(fill(self.words.plain.not_a_choice, {"top": len(choices)}))

    def park(self) -> str:
        """Ask for an insight to park; empty where the person would rather not.

        Raises:
            EndOfInputError: No more lines come.
        """
        while True:
            self.lines.say(self.words.home.park_ask)
            line = self.lines.ask()
            if command_in(line, self.words.command) in _NO_MORE:
                return ""
            if not self._asides.heed(line):
                return line.strip()

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
        has = self.desk.pack.solo_names
        listed = [c for c in listed if c.id not in ("rep", "stuck") or c.id in has]
        if self.desk.clock.now().is_night:
            listed.insert(0, listed.pop(2))
        return listed
