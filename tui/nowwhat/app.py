"""The Textual application: it wires screens to the desk, and decides nothing."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from msgspec.structs import replace
from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import Worker

from nowwhat.packs.words import Words
from nowwhat.screens.ahead import Ahead
from nowwhat.screens.blank import Blank
from nowwhat.screens.entrance import Entrance, Parting, Terminal
from nowwhat.screens.place import Place
from nowwhat.screens.places import Places
from nowwhat.settings.preferences import Preferences
from nowwhat.sitting.desk import Desk
from nowwhat.store.errors import StoreError
from nowwhat.widgets.hooks import Hooked, TerminalDriver
from nowwhat.widgets.painting import Painter
from nowwhat.widgets.theme import THEMES, theme_for

if TYPE_CHECKING:
    from nowwhat.group.link import Link
    from nowwhat.group.views import ParticipantView
    from nowwhat.group.walking import Led
    from nowwhat.screens.session import SessionScreen
    from nowwhat.session.script import Depth
    from nowwhat.sitting.parted import Parted
    from nowwhat.steps.card import CardStep

__all__ = ["Entrance", "NowWhat", "Parting", "Terminal"]


class NowWhat(Hooked[Parting]):
    """The full-screen application."""

    TITLE = "nowwhat"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "keys", id="app.keys", show=False, priority=True),
        Binding("f2", "care", id="app.care", show=False, priority=True),
        Binding("f5", "command_palette", id="app.palette", show=False, priority=True),
        Binding("f8", "leave_quickly", id="app.leave_quickly", show=False, priority=True),
        Binding("f9", "turn_look", id="app.look", show=False, priority=True),
        Binding("ctrl+l", "paint_again", id="app.paint_again", show=False, priority=True),
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
        ready: Callable[[], None] = lambda: None,
        painter: Painter | None = None,
        led: "Led | None" = None,
    ) -> None:
        """Prepare.

        Args:
            desk: What a sitting works with.
            entrance: Where one comes in.
            terminal: What is known of the terminal.
            folder: Where the journal lies, to be named to the person.
            mishap: Writes the trace of a bug and gives the sentence that tells of it.
            ready: Called once the first screen is painted.
            painter: Paints; none: stock Textual does.
            led: The walk that is shown, or whose notes are.
        """
        self.terminal = terminal or Terminal()
        super().__init__(
            driver_class=TerminalDriver, ansi_color=True if self.terminal.none else None
        )
        if painter is not None:
            self.hand_over(painter)
        self.desk, self.entrance, self.led = desk, entrance, led
        self.mishap, self._when_ready = mishap, ready
        self._words: Words = desk.pack.words
        self._places = Places(
            self,
            desk,
            still=lambda: self.still,
            folder=folder or Path(),
            guess=self.terminal.country,
            prints=self.prints,
            shared=entrance.to in ("walk", "wall"),
        )
        self._ahead = Ahead(
            self._hand_on,
            self._places.settled,
            lambda work: self._begin(work, "ahead"),
            lambda: self.screen,
        )
        for theme in THEMES:
            self.register_theme(theme)
        self._dress(self._theme_for(desk.preferences()))

    def on_mount(self) -> None:
        """Go in."""
        self._begin(self._go_in, "visit")

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed ahead wait for its question."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._ahead.take(event)
        else:
            await super().on_event(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        await super().on_event(event)

    def _begin(
        self, work: Callable[[], Coroutine[None, None, None]], name: str, *, exclusive: bool = False
    ) -> Worker[None]:
        """Let something run beside what else goes on; an end may come before it has begun."""
        return self.run_worker(work, name=name, group=name, exclusive=exclusive)

    def on_ready(self) -> None:
        """Tell that the first screen is painted, and load what its first answer will need."""
        self._when_ready()
        if self.led is None:
            self._begin(self._ready_coach, "coach")

    async def _ready_coach(self) -> None:
        # No worker in a thread: its thread would hold the application for as long as it rests.
        await asyncio.to_thread(lambda: self.desk.coach)

    def on_unmount(self) -> None:
        """Let go of what is open."""
        if self._session is not None:
            self._session.release()

    @property
    def _session(self) -> "SessionScreen | None":
        return self._places.session

    @property
    def still(self) -> bool:
        """Whether nothing is to move."""
        less = self.desk.preferences().motion == "less"
        return less or self.terminal.still or self.animation_level == "none"

    async def _go_in(self) -> None:
        """Go where the entrance leads, and leave with what there is to say."""
        entrance, pack = self.entrance, self.desk.pack
        match entrance.to:
            case "breathe":
                await self._places.breathe(pack.pattern(entrance.pattern), entrance.seconds)
                self.exit(Parting())
            case "walk" | "notes":
                await self._places.lead(self.led, notes=entrance.to == "notes")
                await self._leave()
            case "room":
                from nowwhat.screens.group.staying import stay_in_room  # noqa: PLC0415 - as below

                link = cast("Link[ParticipantView]", entrance.room)
                keep = entrance.keep
                self._part(await stay_in_room(self.desk, self._places, link, keep, entrance.back))
            case "lead" | "wall":
                await self._places.be_in_room(entrance)
                self.exit(Parting())
            case "ledger":
                from nowwhat.screens.looking import look  # noqa: PLC0415 - as below
                from nowwhat.screens.staying import begin_from  # noqa: PLC0415

                begun = await look(self.desk, self._places)
                self._part(await begin_from(self.desk, self._places, begun) if begun else None)
            case "home":
                from nowwhat.screens.staying import stay  # noqa: PLC0415 - a script needs none

                self._part(await stay(self.desk, self._places, entrance.script))
            case "session":
                from nowwhat.screens.visit import lead  # noqa: PLC0415 - a breathing needs none
                from nowwhat.sitting.visit import Visit  # noqa: PLC0415

                nightly = pack.script(entrance.nightly) if entrance.nightly else None
                depth: Depth = "full" if entrance.full else "short"
                script = pack.solo(entrance.script)
                visit = Visit(self.desk).run(script, depth, nightly=nightly)
                self._part(await lead(visit, self._places))

    def _part(self, parted: "Parted | None") -> None:
        """Leave with what there is to say in the terminal."""
        if parted is None:
            self.exit(Parting())
            return
        from nowwhat.session.state import Ending  # noqa: PLC0415 - as above

        status = 2 if parted.unsaved else 3 if parted.ending is Ending.LEFT else 0
        self.exit(Parting(status, (*parted.stays, *parted.says)))

    async def _leave(self) -> None:
        """Leave from wherever one is; what is typed is kept."""
        if self.led is not None:
            from nowwhat.screens.group.parting import part_from  # noqa: PLC0415 - a group's alone

            self.exit(part_from(self.led, self._words, notes=self.entrance.to == "notes"))
            return
        from nowwhat.session.state import Ending  # noqa: PLC0415 - home has none

        session = self._session
        left = session is not None and await session.leave_sitting() is Ending.LEFT
        if session is not None and session.unsaved:
            self.exit(Parting(2, (self._words.visit.unsaved,)))
        else:
            self.exit(Parting(3 if left else 0))

    def signalled(self, number: int) -> None:
        """End because the machine asks for it, by this signal; what is typed is kept."""
        if self._session is not None:
            self._session.keep()
        self.exit(Parting(128 + number))

    def hung_up(self) -> None:
        """End because nobody is there; what is typed is kept."""
        self.signalled(signal.SIGHUP)

    async def _prefer(self, **changed: str) -> None:
        chosen = replace(self.desk.preferences(), **changed)
        with suppress(StoreError):  # it holds until the end, and is asked again
            await self._places.aside(lambda: self.desk.prefer(chosen))

    def _dress(self, theme: str) -> None:
        """Put on the first theme, before any style was read: to change it would read all again."""
        wanted = self.available_themes[theme]
        if wanted.ansi or not wanted.dark:  # filters of Textual change with it, too
            self.theme = theme
            return
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def _theme_for(self, preferences: Preferences) -> str:
        """Find the theme that was chosen, or that the terminal seems to want."""
        look, terminal = preferences.look, self.terminal
        light = terminal.light if not look else look == "light"
        return theme_for(light=light, few=terminal.few, none=terminal.none)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """List what can be done from the palette."""
        del screen
        keys = self._words.keys
        yield SystemCommand(keys.keys, "F1", self.action_keys)
        yield SystemCommand(keys.care, "F2", self.action_care)
        if self._session is not None and self._session.sitting is not None:
            yield SystemCommand(keys.back, "F3", self._session.action_back)
            yield SystemCommand(keys.slower, "F4", self._session.action_slower)
            for key, said, do in self._session.more_commands:
                yield SystemCommand(said, key, partial(self.run_action, do, self._session))
        yield SystemCommand(keys.leave_quickly, "F8", self.action_leave_quickly)
        yield SystemCommand(keys.look, "F9", self.action_turn_look)
        yield SystemCommand(keys.motion, "", self.action_turn_motion)

    def on_session_screen_care_heard(self, event: "SessionScreen.CareHeard") -> None:
        """Show people and numbers to what was written."""
        self._open_care(event.kind)

    def on_card_step_save_asked(self, event: "CardStep.SaveAsked") -> None:
        """Ask for a name for the card's file."""
        self._begin(partial(self._save, event.lines), "save", exclusive=True)

    def prints(self, text: str) -> bool:
        """Print no text on leaving: the files here are the person's own."""
        del text
        return False

    async def _save(self, lines: Sequence[str]) -> None:
        from nowwhat.screens.saving import save_card  # noqa: PLC0415 - when it is asked for

        saved = await save_card(self.desk, self._places, lines)
        if saved and self._session is not None:
            self._session.tell_saved(saved)

    def _open_care(self, kind: str) -> None:
        if not any(worker.group == "care" and worker.is_running for worker in self.workers):
            self._begin(partial(self._care, kind), "care", exclusive=True)

    async def _care(self, kind: str) -> None:
        from nowwhat.screens.caring import care  # noqa: PLC0415 - when it is asked for

        session = self._session if self._session and self._session.sitting else None
        committed = session is not None and session.committed
        here = self._places
        way = await care(self.desk, here, kind, in_sitting=session is not None, committed=committed)
        if session is not None:
            await session.go_on_after_care(way)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave F5 to the screen of a walk: a clicker sends it."""
        if action == "command_palette" and self.entrance.to == "walk":
            return False
        return super().check_action(action, parameters)

    def action_keys(self) -> None:
        """Show the keys of this screen, or go back from them."""
        from nowwhat.screens.help import Help  # noqa: PLC0415 - when it is asked for

        if isinstance(self.screen, Help):
            self.screen.action_leave()
        elif isinstance(self.screen, Place):
            self.push_screen(Help(self._words, self.screen.keys_told, self.screen.keys_taken))

    def action_command_palette(self) -> None:
        """Show everything that can be done, by name."""
        from nowwhat.screens.palette import Palette  # noqa: PLC0415 - when it is asked for

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(placeholder=self._words.keys.search, id="--command-palette"))

    def action_care(self) -> None:
        """Show people and numbers."""
        self._open_care("")

    def action_leave_quickly(self) -> None:
        """Blank at once; then leave. The screen of a room stays blank: its terminal is seen."""
        if self.led is not None and self.entrance.to == "walk":
            from nowwhat.group.walk import Blank as MakeBlank  # noqa: PLC0415 - a group's alone

            self.led.ask(MakeBlank(on=True))
            return
        if self.entrance.to in ("lead", "wall"):  # a room hangs on it
            from nowwhat.screens.group.veil import Veil  # noqa: PLC0415 - a group's alone

            if not isinstance(self.screen, Veil):
                self.push_screen(Veil())
            return
        self.push_screen(Blank())
        self.call_after_refresh(self._leave)

    async def action_leave_now(self) -> None:
        """Leave, or be asked first."""
        if not (isinstance(self.screen, Place) and self.screen.ask_before_leaving()):
            await self._leave()

    async def action_turn_look(self) -> None:
        """Turn from dark to light, or back."""
        light = not self.current_theme.dark
        await self._prefer(look="dark" if light else "light")
        self.theme = self._theme_for(self.desk.preferences())

    async def action_turn_motion(self) -> None:
        """Let things move less, or as they did."""
        await self._prefer(motion="full" if self.desk.preferences().motion == "less" else "less")
