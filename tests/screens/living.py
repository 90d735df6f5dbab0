"""Living at the screen for a while: any size, any terminal; what is seen is read off the cells."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from io import BytesIO, TextIOWrapper

import msgspec
from msgspec.structs import replace
from tests.end_to_end.answers import BRIDGE, Answers, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.quick import AT_WORK
from tests.screens.sitting_down import Seated, desk_of
from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from nowwhat.app import Entrance, NowWhat, Parting, Terminal
from nowwhat.cli.surroundings import Surroundings
from nowwhat.session.events import Event
from nowwhat.settings.preferences import Preferences
from nowwhat.sitting.draft import Draft
from nowwhat.widgets.choices import Choices

DESIGNED = (80, 24)
"""The size that the screens are designed for."""

STILL = Terminal(still=True)
HOME = Entrance("home", "bridge")
BRIDGE_IN = Entrance("session", "bridge")


class Guest(Seated):
    """Somebody at the screen, who sees what is on it."""

    async def settle(self) -> None:
        """Wait until what was begun is through, and what it opened is in front."""
        before = None
        while before is not self.screen or AT_WORK:
            before = self.screen
            for _ in range(3):
                await self.pilot.pause()

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def place(self) -> str:
        """The name of the screen that is in front."""
        return type(self.screen).__name__

    @property
    def strips(self) -> list[Strip]:
        """What is drawn, a strip a row."""
        return self.screen._compositor.render_strips()

    @property
    def rows(self) -> list[str]:
        """What is seen, a text a row."""
        return [strip.text for strip in self.strips]

    @property
    def foot(self) -> str:
        """The lowest row."""
        return self.rows[-1]

    def sees(self, words: str) -> bool:
        """Say whether these words are in view; breaks of lines do not count."""
        return " ".join(words.split()) in " ".join(" ".join(self.rows).split())

    @property
    def focused(self) -> Widget:
        """What takes the keys."""
        assert self.app.focused is not None, "nothing takes the keys"
        return self.app.focused

    @property
    def marked(self) -> str:
        """Words of the choice that Enter takes."""
        assert isinstance(self.focused, Choices), self.focused
        return self.focused.offered[self.focused.at].words

    async def type(self, text: str) -> None:
        """Type, and do not give it."""
        await self.pilot.press(*("space" if c == " " else c for c in text))
        await self.settle()

    async def wear(self, theme: str) -> None:
        """Put on a theme, and wait until everything is painted in it."""
        if self.app.theme != theme:
            self.app.theme = theme
            for _ in range(3):
                await self.pilot.pause()

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def click(self, words: str) -> None:
        """Click on the first cell in which these words are seen."""
        for y, row in enumerate(self.rows):
            if words in row:
                await self.pilot.click(offset=(row.index(words) + 1, y))
                await self.settle()
                return
        raise AssertionError((words, self.rows))

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settle()


def live(
    inside: Inside,
    entrance: Entrance,
    living: Callable[[Guest], Awaitable[None]],
    *,
    size: tuple[int, int] = DESIGNED,
    terminal: Terminal = STILL,
    first: bool = False,
    prepare: Callable[[NowWhat], None] = lambda _: None,
) -> Parting | None:
    """Open the screen, let somebody live there, and give how they parted.

    Args:
        inside: The machine.
        entrance: Where they come in.
        living: What they do there.
        size: Of the terminal, in cells.
        terminal: What is known of it.
        first: They were never here before.
        prepare: What is done to the application before it opens.
    """

    async def go() -> Parting | None:
        desk = _around(inside).desk() if first else desk_of(inside)
        app = NowWhat(desk, entrance, terminal=terminal, folder=inside.folder)
        prepare(app)
        async with app.run_test(size=size) as pilot:
            guest = Guest(app, pilot)
            await guest.settle()
            await living(guest)
        assert not app.failed, app.sentence
        return app.return_value

    return asyncio.run(go())


def prefer(inside: Inside, **chosen: object) -> None:
    """Let these choices have been made before."""
    around = _around(inside)
    around.prefer(replace(around.preferences, seen=True, **chosen))


def preferred(inside: Inside) -> Preferences:
    """The choices that are kept."""
    return _around(inside).preferences


def _around(inside: Inside) -> Surroundings:
    return inside.around(0, TextIOWrapper(BytesIO()))


def leave_at(inside: Inside, step: str, answers: Answers = BRIDGE, *args: str) -> None:
    """Leave a session in line mode at a step of it."""
    before = answers[: [name for name, _ in answers].index(step)]
    assert inside.session(*args, typed=lines_of(before)).status == 3


def given(inside: Inside, step: str) -> list[Event]:
    """The answers to a step that are in the one draft there is."""
    (draft,) = inside.drafts()
    taken = msgspec.json.decode(draft.read_bytes(), type=Draft).taken
    return [each.event for each in taken if getattr(each.event, "step", "") == step]


async def go_on(guest: Guest) -> None:
    """Go on with the session that waits."""
    await guest.choose(WORDS.visit.resume_yes)


def at(
    inside: Inside,
    step: str,
    living: Callable[[Guest], Awaitable[None]],
    *,
    answers: Answers = BRIDGE,
    args: tuple[str, ...] = (),
    size: tuple[int, int] = DESIGNED,
    terminal: Terminal = STILL,
) -> Parting | None:
    """Live at one step of a session, which was begun in line mode."""
    leave_at(inside, step, answers, *args)

    async def there(guest: Guest) -> None:
        await go_on(guest)
        await living(guest)

    return live(inside, BRIDGE_IN, there, size=size, terminal=terminal)


def at_night(inside: Inside) -> None:
    """Let it be ten past two."""
    inside.clock.at = datetime(2026, 3, 4, 2, 10, tzinfo=inside.clock.at.tzinfo)
