"""Breathing by the clock, in lines: one a phase, or a bell at each turn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

from nowwhat.packs.filling import fill
from nowwhat.packs.words import BreathWords, CommandWords
from nowwhat.plain.commands import is_word
from nowwhat.plain.lines import EndOfInputError, Lines
from nowwhat.session.breathing import Move, Pattern, Phase, turns
from nowwhat.session.records import BreathEnding
from nowwhat.sitting.desk import Clock


class Breath(msgspec.Struct, frozen=True):
    """How a breathing went.

    Attributes:
        seconds: How long it lasted, pauses not counted.
        ending: Stayed to the end, or left.
        unheard: Lines that came meanwhile and were meant for what follows.
    """

    seconds: int
    ending: BreathEnding
    unheard: tuple[str, ...]


class Pacer:
    """Leads one breathing. Each turn comes at its own time since the beginning: nothing drifts."""

    def __init__(
        self,
        lines: Lines,
        clock: Clock,
        words: BreathWords,
        commands: CommandWords,
        *,
        on_command: Callable[[str], bool] = lambda _: False,
        keys_needed: bool = True,
    ) -> None:
        """Prepare.

        Args:
            lines: Where it is said, and where keys come from.
            clock: Whose monotonic seconds pace it.
            words: What is said.
            commands: The word that pauses is among them.
            on_command: Does what a line asks for, if it asks for something; the breath waits.
            keys_needed: The end of input ends it, where nothing was typed ahead for what follows;
                otherwise it goes on by the clock.
        """
        self._lines, self._clock, self._words = lines, clock, words
        self._commands, self._on_command = commands, on_command
        self._keys_needed, self._deaf = keys_needed, False
        self._unheard: list[str] = []
        self._began = 0.0
        self._phase = ""

    def lead(self, pattern: Pattern, seconds: float, *, bell: bool = False) -> Breath:
        """Lead a breathing of about `seconds`, whole cycles, to its end or until it is left.

        Raises:
            EndOfInputError: No more keys can come, and they are needed.
        """
        self._began = self._clock.elapsed()
        whole = pattern.seconds_for(seconds)
        for start, phase, _ in turns(pattern, seconds):
            self._phase = self._in_words(phase)
            if bell:
                self._lines.bell()
            else:
                self._lines.say(self._phase)
            if not self._until(min(start + phase.seconds, whole)):
                return self._ended("left")
        if bell:
            self._lines.bell()
        return self._ended("stayed")

    def _in_words(self, phase: Phase) -> str:
        words = self._words.still if phase.move is Move.STILL else self._words.phase
        return fill(words, {"word": phase.word, "seconds": f"{phase.seconds:g}"})

    def _gone(self) -> float:
        return self._clock.elapsed() - self._began

    def _ended(self, ending: BreathEnding) -> Breath:
        return Breath(round(self._gone()), ending, tuple(self._unheard))

    def _until(self, moment: float) -> bool:
        """Wait for a moment of the breathing; say whether it goes on."""
        while (left := moment - self._gone()) > 0:
            line = self._listen(left)
            if line is None:
                continue
            if not line.strip():
                return False
            with self._held():
                if is_word(line, self._commands.pause):
                    self._pause()
                else:
                    self._heed(line)
        return True

    def _listen(self, seconds: float) -> str | None:
        if self._deaf:
            self._lines.rest(seconds)
            return None
        try:
            return self._lines.wait(seconds)
        except EndOfInputError:
            if self._keys_needed and not self._unheard:
                raise
            self._deaf = True
            return None

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Hold the breathing where it is; the time is not counted."""
        stopped = self._clock.elapsed()
        yield
        self._began += self._clock.elapsed() - stopped

    def _pause(self) -> None:
        """Wait until a line comes that asks for nothing else."""
        self._lines.say(self._words.paused)
        try:
            while (line := self._lines.ask()).strip() and not is_word(line, self._commands.pause):
                if not self._heed(line):
                    break
        except EndOfInputError:
            if self._keys_needed and not self._unheard:
                raise

    def _heed(self, line: str) -> bool:
        """Do what a line asks for, else keep it for what follows; say whether it asked."""
        if is_word(line, self._commands.repeat):
            self._lines.say(self._phase)
            return True
        asked = self._on_command(line)
        if not asked:
            self._unheard.append(line)
        return asked
