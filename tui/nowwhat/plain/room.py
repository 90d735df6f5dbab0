"""Being in a room, in lines: what the room tells waits for Enter, and so does going on with it.

Whoever is typing is never printed into; a line that was begun before the room went on is still the
answer to its own question.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TypeVar

from msgspec.structs import replace

from nowwhat.group.commands import Command, Leave
from nowwhat.group.views import ParticipantView
from nowwhat.packs.filling import fill
from nowwhat.packs.room_stay_words import RoomWords
from nowwhat.packs.words import Words
from nowwhat.plain.asides import Asides
from nowwhat.plain.asking import ask_step
from nowwhat.plain.commands import Command as Word
from nowwhat.plain.commands import LeaveAsked, command_in, is_word
from nowwhat.plain.conversation import keep_half
from nowwhat.plain.dialogue import Again, Dialogue
from nowwhat.plain.lines import EndOfInputError, Lines
from nowwhat.plain.page import Page
from nowwhat.plain.room_menu import RoomMenu
from nowwhat.session.errors import NotAnAnswerError, SessionError
from nowwhat.session.script import Script
from nowwhat.session.state import Ending
from nowwhat.sitting.attending import Attending, Room, asked_of
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.parting_ways import Along, changed, question_out, texts_along, ways_out
from nowwhat.sitting.prompt import Prompt
from nowwhat.sitting.rejoining import take_up
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.taken_along import has_written
from nowwhat.store.errors import StoreError

T = TypeVar("T")


class OnLoop(Protocol):
    """Does something where the room is, and gives what came of it."""

    def __call__(self, work: Callable[[], T]) -> T:
        """Do it, and wait for it."""


class Through:
    """A room that is asked where it is, from the thread of a dialogue."""

    def __init__(self, room: Room, call: OnLoop) -> None:
        """Prepare."""
        self._room, self._call = room, call

    def view(self) -> ParticipantView:
        """Say how the room is now."""
        return self._call(self._room.view)

    def now(self) -> float:
        """Tell the seconds of its clock."""
        return self._call(self._room.now)

    def send(self, command: Command) -> None:
        """Ask something of it; see `Room`."""
        self._call(lambda: self._room.send(command))

    @property
    def gone(self) -> bool:
        """Whether it is there no more."""
        return self._call(lambda: self._room.gone)


class RoomDialogue(Dialogue):
    """A sitting in lines, whose room may have gone on while a line was typed."""

    def __init__(
        self, sitting: Sitting, desk: Desk, lines: Lines, attending: Attending, menu: RoomMenu
    ) -> None:
        """Prepare."""
        super().__init__(sitting, desk, lines, Asides.at(desk, lines).say_care)
        self._attending, self._menu = attending, menu

    def hear(self, again: Callable[[], None]) -> str:
        """Hear an answer; a line with nothing in it is none once the room has gone on."""
        line = super().hear(again)
        if not line.strip() and self._attending.stop_for(self.sitting):
            raise Again
        return line

    def do_command(self, line: str) -> bool:
        """Do what a line asks for, of the room as well."""
        if not self.sitting.state.paced:
            return super().do_command(line)
        words = self.words.room_command
        if is_word(line, words.alone):
            self._go_alone()
        if is_word(line, words.on):
            self.reply(self.sitting.returned())
            raise Again
        if self._menu.heed(line):
            return True
        done = super().do_command(line)
        if command_in(line, self.words.command) is Word.HELP:
            for said in self.words.room_lines.help:
                self.lines.say(said)
        return done

    def _go_alone(self) -> None:
        """Go on without the room."""
        with suppress(SessionError):
            self.reply(self.sitting.alone())
            asked_of(self._attending.room, Leave(), self.words.room_refused)
            self.lines.say(self.words.room_menu.alone_said)
        raise Again


class RoomStay:
    """One person's stay in a room, in lines."""

    def __init__(
        self,
        desk: Desk,
        lines: Lines,
        link: Room,
        script: Script,
        *,
        call: OnLoop,
        keep: Callable[[], None] | None = None,
    ) -> None:
        """Prepare.

        Args:
            desk: What a sitting works with; all of it in memory.
            lines: Where it is spoken.
            link: A participant's.
            script: What is led.
            call: Does something on the thread where the room is.
            keep: Keeps their journal for good, if they want. None: none is kept.
        """
        self._desk, self._lines, self._keep = desk, lines, keep
        self._words: Words = desk.pack.words
        self._attending = Attending(Through(link, call), _in_lines(self._words))
        self._sitting = take_up(desk, script)
        menu = RoomMenu(desk, lines, self._attending, self._sitting)
        self._dialogue = RoomDialogue(self._sitting, desk, lines, self._attending, menu)
        self._along = Along()
        self._waited: Prompt | None = None

    def run(self) -> Ending:
        """Stay until the person leaves, or is done on their own.

        Raises:
            EndOfInputError: No more lines come. Everything given is in memory still.
        """
        self._say_lobby()
        sitting = self._sitting
        try:
            while sitting.state.ending is Ending.OPEN:
                self._follow()
                self._go_on()
        except EndOfInputError as end:
            keep_half(sitting, end.half)
            raise
        finally:
            if sitting.state.ending is Ending.OPEN:
                sitting.release()
        for said in sitting.parting:
            self._lines.say(said)
        return self._part()

    def _say_lobby(self) -> None:
        words, name = self._words.room, self._attending.view.name
        for said in words.lobby:
            self._lines.say(said)
        self._lines.say(fill(words.named, {"name": name}) if name else words.unnamed)
        for said in self._words.room_lines.help:
            self._lines.say(said)

    def _follow(self) -> None:
        """Say what is new in the room, and go where it is."""
        sitting, attending = self._sitting, self._attending
        if not sitting.state.paced:
            return
        for said in attending.look().says:
            self._lines.say(said)
        if stop := attending.stop_for(sitting):
            self._dialogue.reply(sitting.paced(stop))
        attending.tell(sitting)

    def _go_on(self) -> None:
        dialogue, prompt = self._dialogue, self._sitting.prompt
        try:
            if prompt.waits:
                self._wait(prompt)
            else:
                dialogue.reply(ask_step(dialogue, prompt))
        except Again:
            return
        except LeaveAsked:
            self._leave()
        except NotAnAnswerError:
            if not self._attending.stop_for(self._sitting):
                self._lines.say(self._words.plain.not_empty)

    def _wait(self, prompt: Prompt) -> None:
        """Wait for Enter; the page is said once."""
        over = self._attending.over
        if prompt != self._waited:
            words = self._words
            removed = self._attending.removed
            ask = words.room_lines.removed_ask if removed else words.room.over_ask
            self._dialogue.speak(prompt if not over else _over(prompt, ask))
        self._waited = prompt
        if over:
            raise LeaveAsked
        self._lines.say(self._words.room_lines.wait)
        self._dialogue.hear(lambda: None)

    def _leave(self) -> None:
        """Ask how to leave, and what to take along."""
        if not self._sitting.state.paced:
            self._dialogue.leave()
            return
        match self._ask_along(stays=not self._attending.over):
            case "alone":
                with suppress(Again):
                    self._dialogue.do_command(self._words.room_command.alone[0])
            case "leave":
                self._dialogue.reply(self._sitting.leave())

    def _ask_along(self, *, stays: bool) -> str:
        page, words, sitting = Page(self._desk, self._lines), self._words, self._sitting
        ask, says = question_out(sitting, words, over=not stays)
        for said in (*says, ask):
            self._lines.say(said)
        while True:
            may_keep = self._keep is not None
            ways = ways_out(sitting, self._along, words, may_keep=may_keep, stays=stays)
            try:
                way = page.choose(ways, otherwise="stay" if stays else "leave")
            except LeaveAsked:
                way = "leave"
            now = changed(self._along, way)
            if now is None:
                return way
            self._along = now

    def _part(self) -> Ending:
        """Hand over what is taken along, and say goodbye."""
        sitting, ending = self._sitting, self._sitting.state.ending
        over = self._attending.over and sitting.state.paced
        asked_of(self._attending.room, Leave(), self._words.room_refused)
        if sitting.state.alone and has_written(sitting.draft, sitting.state):
            self._ask_along(stays=False)
        for text in texts_along(self._desk, sitting, self._along):
            self._lines.show(text)
        if self._along.keep and self._keep is not None:
            self._lines.say(self._kept(self._keep))
        self._lines.say(self._words.room_end.left)
        return Ending.OPEN if over and ending is Ending.LEFT else ending

    def _kept(self, keep: Callable[[], None]) -> str:
        try:
            keep()
        except StoreError as error:
            return str(error)
        return self._words.room_end.kept


def _in_lines(words: Words) -> RoomWords:
    """Give what the room tells, with words to type in the place of keys."""
    said = words.room_lines
    return replace(words.room, breathing=said.breathing, sharing=said.sharing, buddies=said.buddies)


def _over(prompt: Prompt, ask: str) -> Prompt:
    return Prompt(step=prompt.step, says=prompt.says, ask=ask, waits=True)
