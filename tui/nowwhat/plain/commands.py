"""The words that are understood everywhere in line mode."""

from enum import StrEnum

from nowwhat.packs.care import Care
from nowwhat.packs.words import CommandWords


class Command(StrEnum):
    """A word that is a request, not an answer."""

    BACK = "back"
    REPEAT = "repeat"
    HELP = "help"
    CARE = "care"
    SLOWER = "slower"
    LEAVE = "leave"
    SET_DOWN = "set_down"


class LeaveAsked(Exception):  # noqa: N818 - a way out that the person asked for, no error
    """The person wants to leave, from wherever they are."""


def command_in(line: str, words: CommandWords) -> Command | None:
    """Find the command that a line is, if it is one and nothing else.

    With a full stop behind it a word is an answer like any other: that is how to say "back".
    """
    for command in Command:
        if is_word(line, getattr(words, command.value)):
            return command
    first, _, rest = " ".join(line.split()).partition(" ")
    if rest and " " not in rest and is_word(first, words.care):
        return Command.CARE  # for a place that is not known by this name
    return None


def country_in(line: str, words: CommandWords, care: Care) -> str:
    """Find the country that is named behind the word for care; its code, or empty."""
    first, _, rest = " ".join(line.split()).partition(" ")
    if not rest or not is_word(first, words.care):
        return ""
    country = care.country_named(rest)
    return country.code if country else ""


def is_word(line: str, words: tuple[str, ...]) -> bool:
    """Say whether a line is one of these words; case and space do not matter."""
    return " ".join(line.split()).casefold() in {word.casefold() for word in words}
