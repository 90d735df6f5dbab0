"""A pack: its files read when they are asked for, each one proven when it is."""

import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nowwhat.packs.decode import Place, decode
from nowwhat.packs.faults import Fault, LedScriptError, PackError, UnknownNameError
from nowwhat.packs.sources import find_pack, read_table

if TYPE_CHECKING:
    from nowwhat.coach.coach import Coach
    from nowwhat.coach.lexicon import Lexicon
    from nowwhat.packs.care import Care
    from nowwhat.packs.rehearsal import Rehearsal
    from nowwhat.packs.rules import Names
    from nowwhat.packs.shapes import Door, Head
    from nowwhat.packs.sheet_words import SheetWords
    from nowwhat.packs.times import Times
    from nowwhat.packs.words import Words
    from nowwhat.session.breathing import Pattern
    from nowwhat.session.script import Script

T = TypeVar("T")


class Pack:
    """The words of one language.

    Every attribute raises `PackError`, with all faults of its file, when the file is not sound.
    What makes sense of a file is imported with it: a command that says one line needs no proof.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._scripts: dict[str, Script] = {}

    @classmethod
    def find(cls, lang: str, content: Path | None = None) -> "Pack":
        """Find the pack of a language.

        Args:
            lang: Its language tag.
            content: A folder of packs, or one pack, that the person named.

        Raises:
            UnknownNameError: There is none.
        """
        return cls(find_pack(lang, content))

    def _read(self, file: str, shape: type[T]) -> T:
        return decode(read_table(self.folder, file), shape, Place(file))

    @cached_property
    def head(self) -> "Head":
        """What the pack is."""
        from nowwhat.packs.shapes import FORMAT, Head  # noqa: PLC0415 - see above

        head = self._read("pack.toml", Head)
        if head.format > FORMAT:
            found = f"{FORMAT} or older, not {head.format}: this pack wants a newer nowwhat"
            raise PackError([Fault("pack.toml", "", "format", found)])
        return head

    @cached_property
    def words(self) -> "Words":
        """What the program itself says."""
        from nowwhat.packs.words import Words, word_faults  # noqa: PLC0415 - see above

        words = self._read("interface.toml", Words)
        _sound(word_faults(words))
        return words

    @cached_property
    def doors(self) -> "tuple[Door, ...]":
        """The ways to act, with their starters."""
        from nowwhat.packs.shapes import Doors  # noqa: PLC0415 - see above

        return self._read("actions.toml", Doors).door

    @cached_property
    def patterns(self) -> "tuple[Pattern, ...]":
        """The breathing patterns and groundings; the first one is the default."""
        from nowwhat.packs.breathing import pattern_faults  # noqa: PLC0415 - see above
        from nowwhat.packs.shapes import Patterns  # noqa: PLC0415 - see above

        patterns = self._read("breathing.toml", Patterns).pattern
        _sound(pattern_faults(patterns))
        return patterns

    @cached_property
    def lexicon(self) -> "Lexicon":
        """What the coach knows and says."""
        from nowwhat.coach.lexicon import Lexicon  # noqa: PLC0415 - see above
        from nowwhat.packs.coaching import lexicon_faults  # noqa: PLC0415 - see above

        lexicon = self._read("coach.toml", Lexicon)
        _sound(lexicon_faults(lexicon))
        return lexicon

    @cached_property
    def coach(self) -> "Coach":
        """The coach that its lexicon makes."""
        from nowwhat.coach.coach import Coach  # noqa: PLC0415 - see above

        try:
            return Coach(self.lexicon)
        except (ValueError, re.error) as error:  # PhraseError is a ValueError
            raise PackError([Fault("coach.toml", "", "", f"phrases: {error}")]) from None

    @cached_property
    def care(self) -> "Care":
        """People, numbers, grounding."""
        from nowwhat.packs.care import Care  # noqa: PLC0415 - see above

        return self._read("care.toml", Care)

    @cached_property
    def times(self) -> "Times":
        """How its language says a time."""
        from nowwhat.packs.times import Times, time_faults  # noqa: PLC0415 - see above

        times = self._read("times.toml", Times)
        _sound(time_faults(times))
        return times

    @cached_property
    def resume_words(self) -> tuple[str, ...]:
        """What the words are chosen from by which a guest of a server comes back."""
        from nowwhat.packs.resume import ResumeWords, resume_faults  # noqa: PLC0415 - see above

        resume = self._read("resume.toml", ResumeWords)
        _sound(resume_faults(resume))
        return resume.words

    @cached_property
    def sheet(self) -> "SheetWords":
        """What is printed for paper beside a script's own words."""
        from nowwhat.packs.sheet_words import SheetWords, sheet_faults  # noqa: PLC0415 - see above

        sheet = self._read("sheet.toml", SheetWords)
        _sound(sheet_faults(sheet))
        return sheet

    @cached_property
    def rehearsal(self) -> "Rehearsal":
        """What simulated participants are called and write."""
        from nowwhat.packs.rehearsal import Rehearsal, rehearsal_faults  # noqa: PLC0415 - see above

        rehearsal = self._read("rehearsal.toml", Rehearsal)
        _sound(rehearsal_faults(rehearsal))
        return rehearsal

    @property
    def lang(self) -> str:
        """Its language tag."""
        return self.head.lang

    def door(self, door_id: str) -> "Door":
        """Find a door.

        Raises:
            UnknownNameError: There is none of this id.
        """
        return _named("door", door_id, {door.id: door for door in self.doors})

    def pattern(self, pattern_id: str) -> "Pattern":
        """Find a breathing pattern.

        Raises:
            UnknownNameError: There is none of this id.
        """
        return _named("breathing pattern", pattern_id, {p.id: p for p in self.patterns})

    @cached_property
    def script_names(self) -> tuple[str, ...]:
        """The ids of its scripts."""
        sessions = self.folder / "sessions"
        names = [entry.name for entry in sessions.iterdir()] if sessions.is_dir() else []
        return tuple(sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml")))

    @cached_property
    def group_names(self) -> tuple[str, ...]:
        """The ids of those that a facilitator leads, unproven; one that cannot be read is none."""
        return tuple(name for name in self.script_names if self._is_led(name))

    @property
    def solo_names(self) -> tuple[str, ...]:
        """The ids of those that one goes through alone."""
        return tuple(name for name in self.script_names if name not in self.group_names)

    def _is_led(self, script_id: str) -> bool:
        with suppress(PackError):
            return read_table(self.folder, f"sessions/{script_id}.toml").get("setting") == "group"
        return False

    def solo(self, script_id: str) -> "Script":
        """Read a script that one goes through alone.

        Raises:
            UnknownNameError: There is none of this id.
            LedScriptError: It is led by a facilitator.
            PackError: It has a fault.
        """
        if script_id not in self.script_names:
            raise UnknownNameError("script", script_id, self.solo_names)
        script = self.script(script_id)
        if script.setting == "group":
            raise LedScriptError(script_id)
        return script

    def script(self, script_id: str) -> "Script":
        """Read a script, proven; once.

        Raises:
            UnknownNameError: There is none of this id.
            PackError: It has a fault.
        """
        from nowwhat.packs.scripts import read_script  # noqa: PLC0415 - see above

        if script_id not in self._scripts:
            if script_id not in self.script_names:
                raise UnknownNameError("script", script_id, self.script_names)
            file = f"sessions/{script_id}.toml"
            table = read_table(self.folder, file)
            self._scripts[script_id] = read_script(table, file, self.names)
        return self._scripts[script_id]

    @cached_property
    def names(self) -> "Names":
        """What its scripts may use."""
        from nowwhat.packs.rules import Names  # noqa: PLC0415 - see above

        return Names(
            patterns=frozenset(pattern.id for pattern in self.patterns),
            doors=frozenset(door.id for door in self.doors),
        )


def _sound(faults: Iterable[Fault]) -> None:
    found = tuple(faults)
    if found:
        raise PackError(found)


def _named(what: str, name: str, known: dict[str, T]) -> T:
    if name not in known:
        raise UnknownNameError(what, name, known)
    return known[name]
