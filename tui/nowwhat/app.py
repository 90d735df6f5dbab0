"""The Textual application: it wires screens to the desk, and decides nothing."""

import asyncio
import gc
import signal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

import msgspec
from msgspec.structs import replace
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from nowwhat.packs.words import Words
from nowwhat.screens.blank import Blank
from nowwhat.screens.parted import Parted
from nowwhat.screens.place import Place
from nowwhat.session.breathing import Pattern
from nowwhat.session.state import Ending
from nowwhat.settings.preferences import Preferences
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.sitting import Sitting
from nowwhat.store.errors import StoreError
from nowwhat.widgets.hooks import Hooked, TerminalDriver
from nowwhat.widgets.theme import THEMES, theme_for
from nowwhat.wire.abilities import Abilities
from nowwhat.wire.wire import Wire

if TYPE_CHECKING:
    from nowwhat.screens.session import SessionScreen


class Entrance(msgspec.Struct, frozen=True):
    """Where one comes in.

    Attributes:
        to: Home, one script, or a breathing alone.
        script: Id of the script.
        nightly: Id of the script that is offered instead at night; empty: none is.
        full: The full form.
        pattern: Id of the pattern.
        seconds: How long it is breathed.
    """

    to: Literal["home", "session", "breathe"] = "home"
    script: str = ""
    nightly: str = ""
    full: bool = False
    pattern: str = ""
    seconds: float = 120.0


class Terminal(msgspec.Struct, frozen=True):
    """What is known of the terminal and of what the person asked their machine for.

    Attributes:
        light: It is light.
        few: It has sixteen colours.
        none: It has none, or `NO_COLOR` is set.
        still: Nothing is to move.
        abilities: What it can do, for the wire; None: stock Textual paints.
        country: Guesses the code of the country that the machine is in; empty where unknown.
    """

    light: bool = False
    few: bool = False
    none: bool = False
    still: bool = False
    abilities: Abilities | None = None
    country: Callable[[], str] = str


class Parting(msgspec.Struct, frozen=True):
    """How one leaves.

    Attributes:
        status: The exit status.
        lines: What is said in the terminal that one comes back to.
    """

    status: int = 0
    lines: tuple[str, ...] = ()


class NowWhat(Hooked[Parting]):
    """The full-screen application."""

    TITLE = "nowwhat"
    ENABLE_COMMAND_PALETTE = True
    CSS = """
    CommandPalette { background: $background 80%; }
    CommandPalette #--container { background: $surface; }
    CommandPalette #--input, CommandPalette CommandList { background: $surface; }
    CommandPalette CommandList > .option-list--option-highlighted {
        background: $primary; color: $background; text-style: bold;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "keys", id="app.keys", show=False, priority=True),
        Binding("f2", "care", id="app.care", show=False, priority=True),
        Binding("f5", "command_palette", id="app.palette", show=False, priority=True),
        Binding("f8", "leave_quickly", id="app.leave_quickly", show=False, priority=True),
        Binding("f9", "turn_look", id="app.look", show=False, priority=True),
        Binding("ctrl+q", "leave_now", id="app.leave_now", show=False, priority=True),
        Binding("ctrl+c", "leave_now", id="app.interrupt", show=False),
    ]

    def __init__(
        self,
        desk: Desk,
        entrance: Entrance,
        *,
        terminal: Terminal | None = None,
        folder: Path | None = None,
        mishap: Callable[[BaseException], str] | None = None,
    ) -> None:
        """Prepare.

        Args:
            desk: What a sitting works with.
            entrance: Where one comes in.
            terminal: What is known of the terminal.
            folder: Where the journal lies, to be named to the person.
            mishap: Writes the trace of a bug and gives the sentence that tells of it.
        """
        self.terminal = terminal or Terminal()
        super().__init__(
            driver_class=TerminalDriver, ansi_color=True if self.terminal.none else None
        )
        if self.terminal.abilities is not None:
            self.hand_over(Wire(self.terminal.abilities))
        self.desk, self.entrance = desk, entrance
        self.mishap = mishap
        self._folder = folder or Path()
        self._words: Words = desk.pack.words
        self._session: SessionScreen | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self._wear(desk.preferences())

    def on_mount(self) -> None:
        """Begin to listen to signals, and go in."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self._signalled, number)
            except (NotImplementedError, RuntimeError, ValueError):
                break  # not the main thread: signals are somebody else's
        self.run_worker(self._go_in(), name="visit", exit_on_error=True)

    def on_ready(self) -> None:
        """Let rubbish be collected again, without looking through what start-up made."""
        gc.freeze()
        gc.enable()

    def on_unmount(self) -> None:
        """Let go of what is open."""
        if self._session is not None and self._session.sitting is not None:
            self._session.sitting.release()

    @property
    def still(self) -> bool:
        """Whether nothing is to move."""
        less = self.desk.preferences().motion == "less"
        return less or self.terminal.still or self.animation_level == "none"

    async def ask(
        self,
        question: str,
        choices: Sequence[Choice],
        says: Sequence[str] = (),
        otherwise: str = "",
    ) -> str:
        """Ask between two sittings."""
        from nowwhat.screens.question import Question  # noqa: PLC0415 - when one is asked

        asked = Question(self._words, question, choices, says=says, otherwise=otherwise)
        return await self.push_screen_wait(asked)

    async def sit(self, sitting: Sitting, *, said: Sequence[str], may_postpone: bool) -> Parted:
        """Go through a sitting on the session screen, which is made once."""
        from nowwhat.screens.session import SessionScreen  # noqa: PLC0415 - home needs none

        if self._session is None:
            self._session = SessionScreen(self.desk, still=self.still)
            await self.push_screen(self._session)
        return await self._session.sit(sitting, said=said, may_postpone=may_postpone)

    async def write(
        self,
        ask: str,
        *,
        hint: str = "",
        begun: str = "",
        wrong: Callable[[str], str] | None = None,
    ) -> str:
        """Ask for a line."""
        from nowwhat.screens.writing import Writing  # noqa: PLC0415 - when one is asked

        asked = Writing(self._words, ask, hint=hint, begun=begun, wrong=wrong)
        return await self.push_screen_wait(asked)

    async def breathe(self, pattern: Pattern, seconds: float) -> None:
        """Lead a breathing alone."""
        from nowwhat.screens.breathe import Breathe  # noqa: PLC0415 - when one is asked for

        place = Breathe(self._words, self.desk.clock, pattern, seconds, still=self.still)
        await self.push_screen_wait(place)

    async def read(self, lines: Sequence[str]) -> None:
        """Show a list."""
        from nowwhat.screens.ledger import Ledger  # noqa: PLC0415 - when one is asked for

        await self.push_screen_wait(Ledger(self._words, lines))

    async def come_home(self, said: Sequence[str]) -> str:
        """Be at home until something is chosen."""
        from nowwhat.screens.home import Home, lobby_of  # noqa: PLC0415 - a script needs none

        home = Home(self._words, lambda: lobby_of(self.desk), said)
        return await self.push_screen_wait(home)

    async def first_run(self) -> Preferences | None:
        """Say what this is, and take the first choices."""
        from nowwhat.screens.first_run import FirstRun  # noqa: PLC0415 - once in a life

        place = FirstRun(
            self._words,
            self.desk.preferences(),
            folder=str(self._folder),
            countries=[(c.code, c.name) for c in self.desk.pack.care.country],
            guess=self.terminal.country(),
        )
        return await self.push_screen_wait(place)

    async def _go_in(self) -> None:
        """Go where the entrance leads, and leave with what there is to say."""
        entrance, pack = self.entrance, self.desk.pack
        match entrance.to:
            case "breathe":
                await self.breathe(pack.pattern(entrance.pattern), entrance.seconds)
                self.exit(Parting())
            case "home":
                from nowwhat.screens.staying import stay  # noqa: PLC0415 - a script needs none

                self._part(await stay(self.desk, self, entrance.script))
            case "session":
                from nowwhat.screens.visit import Visit  # noqa: PLC0415 - a breathing needs none

                visit, script = Visit(self.desk, self), pack.script(entrance.script)
                if entrance.nightly and self.desk.clock.now().is_night:
                    nightly = pack.script(entrance.nightly)
                    script = await visit.suggest_for_night(script, nightly)
                self._part(await visit.run(script, "full" if entrance.full else "short"))

    def _part(self, parted: Parted | None) -> None:
        """Leave with what there is to say in the terminal."""
        if parted is None:
            self.exit(Parting())
            return
        lines = [*parted.stays, *parted.says]
        if parted.ending is Ending.FINISHED:
            lines.append(self._words.visit.done)
        if parted.unsaved:
            lines.append(self._words.visit.unsaved)
        status = 2 if parted.unsaved else 3 if parted.ending is Ending.LEFT else 0
        self.exit(Parting(status, tuple(lines)))

    def _leave(self) -> None:
        """Leave from wherever one is; what is typed is kept."""
        left = self._session is not None and self._session.leave_sitting() is Ending.LEFT
        self.exit(Parting(3 if left else 0))

    def _signalled(self, number: int) -> None:
        """End because the machine asks for it; what is typed is kept."""
        if self._session is not None:
            self._session.keep()
        self.exit(Parting(128 + number))

    def hung_up(self) -> None:
        """End because nobody is there; what is typed is kept."""
        self._signalled(signal.SIGHUP)

    def _prefer(self, **changed: str) -> None:
        with suppress(StoreError):  # it holds until the end, and is asked again
            self.desk.prefer(replace(self.desk.preferences(), **changed))

    def _wear(self, preferences: Preferences) -> None:
        """Put on the theme that was chosen, or that the terminal seems to want."""
        look, terminal = preferences.look, self.terminal
        light = terminal.light if not look else look == "light"
        self.theme = theme_for(light=light, few=terminal.few, none=terminal.none)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """List what can be done from the palette."""
        del screen
        keys = self._words.keys
        yield SystemCommand(keys.keys, "F1", self.action_keys)
        yield SystemCommand(keys.care, "F2", self.action_care)
        if self._session is not None and self._session.sitting is not None:
            yield SystemCommand(keys.back, "F3", self._session.action_back)
            yield SystemCommand(keys.slower, "F4", self._session.action_slower)
        yield SystemCommand(keys.leave_quickly, "F8", self.action_leave_quickly)
        yield SystemCommand(keys.look, "F9", self.action_turn_look)
        yield SystemCommand(keys.motion, "", self.action_turn_motion)

    def on_session_screen_care_heard(self, event: "SessionScreen.CareHeard") -> None:
        """Show people and numbers to what was written."""
        self._open_care(event.kind)

    def on_session_screen_save_asked(self, event: "SessionScreen.SaveAsked") -> None:
        """Ask for a name for the card's file."""
        self.run_worker(self._save(event.lines), name="save", group="save", exclusive=True)

    async def _save(self, lines: Sequence[str]) -> None:
        from nowwhat.screens.saving import save_card  # noqa: PLC0415 - when it is asked for

        saved = await save_card(self.desk, self, lines)
        if saved and self._session is not None:
            self._session.tell_saved(saved)

    def _open_care(self, kind: str) -> None:
        if not any(worker.group == "care" and worker.is_running for worker in self.workers):
            self.run_worker(self._care(kind), name="care", group="care", exclusive=True)

    async def _care(self, kind: str) -> None:
        from nowwhat.screens.caring import care  # noqa: PLC0415 - when it is asked for

        session = self._session if self._session and self._session.sitting else None
        committed = session is not None and session.committed
        way = await care(self.desk, self, kind, in_sitting=session is not None, committed=committed)
        if session is not None:
            session.go_on_after_care(way)

    async def refuge(self, lines: Sequence[str], ways: Sequence[Choice]) -> str:
        """Show people and numbers until something is chosen."""
        from nowwhat.screens.care import Care  # noqa: PLC0415 - when it is asked for

        person = self.desk.preferences().person
        place = Care(self._words, lines, ways, person=person)
        return await self.push_screen_wait(place)

    def action_keys(self) -> None:
        """Show the keys of this screen."""
        from nowwhat.screens.help import Help  # noqa: PLC0415 - when it is asked for

        if isinstance(self.screen, Place) and not isinstance(self.screen, Help):
            self.push_screen(Help(self._words, self.screen.keys_told))

    def action_care(self) -> None:
        """Show people and numbers."""
        self._open_care("")

    def action_leave_quickly(self) -> None:
        """Blank at once; then leave."""
        self.push_screen(Blank())
        self.call_after_refresh(self._leave)

    def action_leave_now(self) -> None:
        """Leave."""
        self._leave()

    def action_turn_look(self) -> None:
        """Turn from dark to light, or back."""
        light = not self.current_theme.dark
        self._prefer(look="dark" if light else "light")
        self._wear(self.desk.preferences())

    def action_turn_motion(self) -> None:
        """Let things move less, or as they did."""
        self._prefer(motion="full" if self.desk.preferences().motion == "less" else "less")
