"""The stage of a visit on the application: each thing it needs is a screen, made when it is needed.

Each is imported then, too: the first paint waits for none of the others.
"""

# ruff: noqa: PLC0415 - as above

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.worker import Worker

from nowwhat.packs.words import Words
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice

if TYPE_CHECKING:
    from nowwhat.group.walking import Led
    from nowwhat.screens.entrance import Entrance, Parting
    from nowwhat.screens.ledger import View, Wanted
    from nowwhat.screens.place import Place
    from nowwhat.screens.session import SessionScreen
    from nowwhat.session.breathing import Pattern
    from nowwhat.settings.preferences import Preferences
    from nowwhat.sitting.curve import Time
    from nowwhat.sitting.entry import Part
    from nowwhat.sitting.parted import Parted
    from nowwhat.sitting.sitting import Sitting
    from nowwhat.sitting.timeline import Row


T = TypeVar("T")


class Places:
    """A `Stage`.

    Attributes:
        session: The session screen, made once; none before the first sitting.
    """

    def __init__(
        self,
        app: "App[Parting]",
        desk: Desk,
        *,
        still: Callable[[], bool],
        folder: Path,
        guess: Callable[[], str],
        prints: Callable[[str], bool] = lambda _: False,
        shared: bool = False,
    ) -> None:
        """Prepare.

        Args:
            app: Where the screens are shown.
            desk: What a sitting works with.
            still: Whether nothing is to move.
            folder: Where the journal lies, to be named to the person.
            guess: Guesses the code of the country that the person is in.
            prints: Prints a text on leaving, if it does.
            shared: A room looks at the screen: nothing of one person's is shown.
        """
        self._app, self._desk, self._still = app, desk, still
        self._folder, self._guess, self.prints = folder, guess, prints
        self._shared = shared
        self._words: Words = desk.pack.words
        self.session: SessionScreen | None = None
        self._at_work = asyncio.Lock()

    async def settled(self) -> None:
        """Wait until nothing is done aside, and no answer is being taken."""
        async with self._at_work:
            pass
        if self.session is not None:
            await self.session.settled()

    async def aside(self, work: Callable[[], T]) -> T:
        """Do what waits for a disk beside the event loop, one thing after another."""
        async with self._at_work:
            working = asyncio.ensure_future(asyncio.to_thread(work))
            try:
                return await asyncio.shield(working)
            except (
                asyncio.CancelledError
            ):  # no thread can be stopped; what it holds is let go after
                await asyncio.wait([working])
                raise

    async def ask(
        self,
        question: str,
        choices: Sequence[Choice],
        says: Sequence[str] = (),
        otherwise: str = "",
        at: int = 0,
    ) -> str:
        """Ask between two sittings."""
        from nowwhat.screens.question import Question

        asked = Question(self._words, question, choices, says=says, otherwise=otherwise, at=at)
        return await self._app.push_screen_wait(asked)

    async def sit(self, sitting: "Sitting", *, said: Sequence[str], may_postpone: bool) -> "Parted":
        """Go through a sitting on the session screen, which is made once."""
        from nowwhat.screens.session import SessionScreen

        if self.session is None:
            self.session = SessionScreen(self._desk, still=self._still())
            await self._app.push_screen(self.session)
        return await self.session.sit(sitting, said=said, may_postpone=may_postpone)

    async def sit_on(self, screen: "SessionScreen", sitting: "Sitting", said: str = "") -> "Parted":
        """Go through a sitting on a session screen of its own kind, which stays in front."""
        self.session = screen
        await self._app.push_screen(screen)
        return await screen.sit(sitting, said=(said,) if said else ())

    async def at(self, place: "Place[T]") -> T:
        """Be at a place until it is left."""
        return await self._app.push_screen_wait(place)

    @property
    def still(self) -> bool:
        """Whether nothing is to move."""
        return self._still()

    def beside(self, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Let a menu of the room run beside the sitting, one at a time."""
        if not any(each.group == "room" and each.is_running for each in self._app.workers):
            self._begin(work)

    def _begin(self, work: Callable[[], Coroutine[None, None, None]]) -> Worker[None]:
        return self._app.run_worker(work, name="room", group="room")

    async def write(
        self,
        ask: str,
        *,
        hint: str = "",
        begun: str = "",
        wrong: Callable[[str], str] | None = None,
    ) -> str:
        """Ask for a line."""
        from nowwhat.screens.writing import Writing

        asked = Writing(self._words, ask, hint=hint, begun=begun, wrong=wrong)
        return await self._app.push_screen_wait(asked)

    async def breathe(self, pattern: "Pattern", seconds: float) -> None:
        """Lead a breathing alone."""
        from nowwhat.screens.breathe import Breathe

        place = Breathe(self._words, self._desk.clock, pattern, seconds, still=self._still())
        await self._app.push_screen_wait(place)

    async def ledger(self, rows: Sequence["Row"], view: "View", said: Sequence[str]) -> "Wanted":
        """Show the timeline until something is wanted."""
        from nowwhat.screens.ledger import Ledger

        place = Ledger(self._words, rows, self._desk.clock.now(), view, said)
        return await self._app.push_screen_wait(place)

    async def show(
        self,
        parts: Sequence["Part"],
        ways: Sequence[Choice],
        *,
        title: str = "",
        said: Sequence[str] = (),
        done: Sequence["Time"] = (),
    ) -> str:
        """Show paragraphs until a way on is taken."""
        from nowwhat.screens.parts import Parts

        place = Parts(self._words, parts, ways, title=title, said=said, done=done)
        return await self._app.push_screen_wait(place)

    async def be_in_room(self, entrance: "Entrance") -> None:
        """Show a room to whoever leads it, or on its wall."""
        from nowwhat.screens.group.leading_room import console_of, wall_of

        of = wall_of if entrance.to == "wall" else console_of
        await self._app.push_screen_wait(of(self._desk, self, entrance, still=self._still()))

    async def lead(self, led: "Led | None", *, notes: bool) -> None:
        """Show a walk to a room, or its notes to who leads it."""
        from nowwhat.screens.group.notes import Notes
        from nowwhat.screens.group.projector import Projector

        assert led is not None  # noqa: S101 - one comes in here with a walk
        find, desk = self._desk.pack.pattern, self._desk
        if notes:
            await self._app.push_screen_wait(Notes(self._words, led, find, desk.clock))
        else:
            place = Projector(self._words, led, find, still=self._still())
            await self._app.push_screen_wait(place)

    async def come_home(self, said: Sequence[str]) -> str:
        """Be at home until something is chosen."""
        from nowwhat.screens.home import Home, lobby_of

        home = Home(self._words, lambda: self.aside(lambda: lobby_of(self._desk)), said)
        return await self._app.push_screen_wait(home)

    async def first_run(self) -> "Preferences | None":
        """Say what this is, and take the first choices."""
        from nowwhat.screens.first_run import FirstRun

        place = FirstRun(
            self._words,
            self._desk.preferences(),
            folder=str(self._folder),
            countries=[(c.code, c.name) for c in self._desk.pack.care.country],
            guess=self._guess(),
        )
        return await self._app.push_screen_wait(place)

    async def refuge(self, lines: Sequence[str], ways: Sequence[Choice]) -> str:
        """Show people and numbers until something is chosen."""
        from nowwhat.screens.care import Care

        person = "" if self._shared else self._desk.preferences().person
        place = Care(self._words, lines, ways, person=person)
        return await self._app.push_screen_wait(place)
