"""What is asked and said where one looks back in lines: paragraphs, ways on, a change made."""

from collections.abc import Callable, Iterable, Sequence

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.plain.asides import Asides
from nowwhat.plain.choosing import choice_in, say_choices
from nowwhat.plain.commands import is_word
from nowwhat.plain.lines import Lines
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.editing import Said
from nowwhat.sitting.entry import Part
from nowwhat.sitting.prompt import Choice
from nowwhat.store.errors import StoreError


class Page:
    """Says and asks; care, help and leaving are understood at every question."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        """Prepare."""
        self.desk, self.lines = desk, lines
        self.words: Words = desk.pack.words
        self.asides = Asides.at(desk, lines)

    def done(self, change: Callable[[], Said]) -> None:
        """Make a change and say what came of it; care, where a call for help was heard."""
        try:
            said = change()
        except StoreError as error:
            said = Said((str(error),))
        for each in said.says:
            self.lines.say(each)
        if said.care:
            self.asides.say_care(said.care)

    def say_parts(self, parts: Iterable[Part]) -> None:
        """Say paragraphs, an empty line before each."""
        for part in parts:
            self.lines.say()
            if part.title:
                self.lines.say(part.title)
            for line in part.lines:
                self.lines.say(line)

    def line(self) -> str:
        """Hear a line; empty where the person would rather not."""
        while True:
            line = self.lines.ask()
            if is_word(line, self.words.command.back):
                return ""
            if not self.asides.heed(line):
                return line.strip()

    def choose(self, choices: Sequence[Choice], otherwise: str = "back") -> str:
        """Hear until a choice is made; an empty line is `otherwise`, and so is going back."""
        self.lines.say()
        say_choices(self.lines, choices)
        while True:
            line = self.lines.ask()
            if not line.strip():
                return otherwise
            chosen = choice_in(line, choices)
            if chosen is not None:
                return chosen.id
            if is_word(line, self.words.command.back):
                return otherwise
            if not self.asides.heed(line):
                self.lines.say(fill(self.words.plain.not_a_choice, {"top": len(choices)}))

    def sure(self, says: Sequence[str]) -> bool:
        """Ask once, saying what goes."""
        said = self.words.edit
        for each in says:
            self.lines.say(each)
        self.lines.say(said.sure_ask)
        choices = (Choice("no", said.sure_no), Choice("yes", said.sure_yes))
        return self.choose(choices, otherwise="no") == "yes"
