"""What is understood where no sitting is open: care, help, again, and leaving."""

from collections.abc import Callable
from contextlib import suppress
from typing import Self

from msgspec.structs import replace

from nowwhat.packs.pack import Pack
from nowwhat.plain.commands import Command, LeaveAsked, command_in, country_in
from nowwhat.plain.lines import Lines
from nowwhat.settings.preferences import Preferences
from nowwhat.sitting.care import care_lines
from nowwhat.sitting.desk import Clock, Desk
from nowwhat.store.errors import StoreError


class Asides:
    """Says people and numbers, and help, wherever the person is."""

    def __init__(
        self,
        lines: Lines,
        pack: Pack,
        clock: Clock,
        preferences: Callable[[], Preferences],
        prefer: Callable[[Preferences], None],
    ) -> None:
        """Prepare; the arguments are those of a `Desk`."""
        self._lines, self._pack, self._clock = lines, pack, clock
        self._preferences, self._prefer = preferences, prefer

    @classmethod
    def at(cls, desk: Desk, lines: Lines) -> Self:
        """Take them from a desk."""
        return cls(lines, desk.pack, desk.clock, desk.preferences, desk.prefer)

    def say_care(self, kind: str = "", country: str = "") -> None:
        """Say people and numbers.

        Args:
            kind: The kind of call for help that was heard; empty where they just asked.
            country: Code of a country named now, which is remembered; else the one named before.
        """
        if country:
            with suppress(StoreError):  # the numbers matter more than remembering
                self._prefer(replace(self._preferences(), country=country))
        country, today = country or self._preferences().country, self._clock.now().at.date()
        self._lines.say()
        for said in care_lines(self._pack.care, country, today, kind):
            self._lines.say(said)

    def heed(self, line: str) -> bool:
        """Do what a line asks for; say whether it asked for anything.

        Raises:
            LeaveAsked: The person leaves.
        """
        words = self._pack.words
        country = country_in(line, words.command, self._pack.care)
        if country:
            self.say_care(country=country)
            return True
        match command_in(line, words.command):
            case Command.CARE:
                self.say_care()
            case Command.HELP:
                for said in words.plain.help:
                    self._lines.say(said)
            case Command.LEAVE:
                raise LeaveAsked
            case Command.REPEAT:
                pass
            case _:
                return False
        return True
