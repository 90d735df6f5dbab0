"""Somebody who takes part in a room, on the full screen or in lines, and the words they type."""

from contextlib import AsyncExitStack

import asyncssh
from tests.ssh.caller import Caller, call
from tests.ssh.heard import in_words
from tests.ssh.place import PATIENCE, Place, the_pack
from tests.ssh.rooming import LOBBY, pick, words_told
from tests.ssh.walking import SERVE

from nowwhat.session.script import Script

WORDS = the_pack().words
WAITING = WORDS.waiting.ask
MENU, END = WORDS.room_menu, WORDS.room_end
F3, F7, ESCAPE = "\x1bOR", "\x1b[18~", "\x1b"

ANSWERS: dict[str, tuple[tuple[str, str], ...]] = {
    "welcome": (("welcome", ""),),
    "rules": (("rules", ""),),
    "insight": (("insight", "I see {word} whenever it is quiet"), ("discomfort", "7")),
    "pause": (("pause", "3"), ("after", "4")),
    "door": (("door", "2"),),
    "action": (("action", "write {word} on a card today"), ("hurt", "1")),
    "when": (("when", "after {word}"),),
    "obstacle": (("obstacle", "my {word} comes up"), ("response", "I put {word} aside")),
    "alone": (("alone", "only that {word}"),),
    "two": (("two", ""),),
    "four": (("four", ""),),
    "commit": (("commit", "{i_will}"),),
    "aloud": (("aloud", ""),),
    "buddies": (("buddies", "did {word} go well"),),
    "close": (),
    "card": (("card", "1"),),
}
"""By stop: each step that asks, and what is typed there."""

SENTENCE = "there is {word} behind the house, and nobody asks it anything"


class Partaker:
    """One person.

    Attributes:
        typed: Each word of their own that they ever typed, by where.
        way_back: The three words that bring them back.
    """

    def __init__(
        self, place: Place, script: Script, name: str, *, by: str = "", plain: bool = False,
        key: asyncssh.SSHKey | None = None,
    ) -> None:  # fmt: skip
        self.name, self.id, self.plain = name, by or name.casefold(), plain
        self.typed: dict[str, str] = {}
        self.way_back = ""
        self._place, self._script, self._key = place, script, key
        self._calls: list[Caller] = []
        self._from = 0

    @property
    def caller(self) -> Caller:
        """The line they are on, or were on last."""
        return self._calls[-1]

    @property
    def heard(self) -> bytes:
        """All that ever reached their terminal."""
        return b"".join(each.heard for each in self._calls)

    @property
    def rows(self) -> set[str]:
        """Each row that ever stood on their screen."""
        return set[str]().union(*(each.rows for each in self._calls))

    def word(self, where: str) -> str:
        """A word that nobody else has, and they have nowhere else."""
        return self.typed.setdefault(where, f"{self.id}{where}q")

    async def call(self, lines: AsyncExitStack, code: str) -> None:
        """Call the room."""
        name = f"{code}+plain" if self.plain else code
        self._calls.append(await lines.enter_async_context(call(self._place, self._key, name=name)))
        self._from = 0

    async def come(self, lines: AsyncExitStack, code: str) -> None:
        """Come in for the first time, before it has begun."""
        await self.join(lines, code)
        await self.see(*WORDS.room.lobby, WORDS.waiting.before)
        if self.plain:
            await self.see(WORDS.room_lines.wait)

    async def join(self, lines: AsyncExitStack, code: str) -> None:
        """Join, up to the words that bring one back."""
        await self.call(lines, code)
        await self.see(*LOBBY.who_knows, SERVE.confirm)
        self.say("")
        if self.plain:
            await self.see(SERVE.country)
            self.say("")
        await self.see(LOBBY.name)
        self.say(self.name)
        await self.caller.when(lambda: bool(words_told(self.caller)), "the words to come back by")
        self.way_back = words_told(self.caller)

    def say(self, line: str) -> None:
        """Type a line, and give it."""
        self._from = len(self.caller.heard)
        self.caller.type(f"{line}\r")

    async def see(self, *words: str) -> None:
        """Wait until this is on the screen; in lines, until it was said since one typed last."""
        caller = self.caller
        if not self.plain:
            await caller.until(*words)
            return
        wanted = ["".join(each.split()) for each in words]
        await caller.when(
            lambda: all(each in in_words(caller.heard[self._from :]) for each in wanted),
            f"{self.id}: {words}",
            seconds=PATIENCE,
        )

    async def asked(self, step: str) -> None:
        """Wait until a step is asked."""
        match step:
            case "commit":
                shown = self._script.step(step).hint
            case "card":
                shown = WORDS.carry.done
            case _:
                shown = self._script.step(step).ask[0]
        await self.see(shown)

    async def live(self, stop: str, *, up_to: str = "") -> None:
        """Answer what a stop asks, each once it is seen; up to a step, which is left unanswered."""
        if self.plain:
            self.say("")
        for step, answer in self._answers(stop):
            await self.asked(step)
            if step == up_to:
                return
            self.answer(step, answer)
        await self.see(WAITING)

    def _answers(self, stop: str) -> tuple[tuple[str, str], ...]:
        return () if self.plain and stop == "card" else ANSWERS[stop]  # in lines it is only read

    def answer(self, step: str, answer: str) -> None:
        """Answer a step, with a word of their own where it takes words."""
        if "{word}" in answer:
            answer = answer.format(word=self.word(step))
        self.say(answer.format(i_will=WORDS.command.i_will[0] if self.plain else "1"))

    async def menu(self, *ways: str) -> None:
        """On the full screen: open what one may do in the room, and choose."""
        self.caller.type(F7)
        await self.choose(MENU.ask, *ways)

    async def choose(self, asked: str, *ways: str) -> None:
        """Choose one thing after the other, the first once this is asked."""
        await self.see(asked)
        for way in ways:
            await pick(self.caller, way)

    async def share_sentence(self, how: str) -> None:
        """On the full screen: share a sentence on the board, with or without one's name."""
        await self.menu(MENU.share_sentence)
        await self.see(MENU.sentence_ask)
        self.say(SENTENCE.format(word=self.word("sentence")))
        await pick(self.caller, how)
        await self.see(MENU.preview, self.word("sentence"))
        await pick(self.caller, MENU.yes)
        await self.see(MENU.shared)

    async def share_action(self, *ways: str) -> None:
        """On the full screen: share the action; ways are to whom, and with a name or without."""
        await self.menu(MENU.share_action, *ways)
        await self.see(self.word("action"), MENU.yes)
        await pick(self.caller, MENU.yes)
        await self.see(MENU.shared)

    async def part(self, *along: tuple[str, str]) -> None:
        """Once the room is over: leave it; each thing to take along, and how it is then told."""
        if self.plain:
            self.say("")
            await self.see(END.over)
            for way, _ in along:
                self.say(way)
                await self.see(way)
            self.say(END.leave)
        else:
            await self.see(WORDS.room.over_ask)
            self.caller.type(ESCAPE)
            await self.see(END.over)
            for way, then in along:
                await pick(self.caller, way)
                await self.see(then)
            await pick(self.caller, END.leave)
        await self.caller.ended()
