"""Somebody at the screen who holds still while their picture is taken."""

import asyncio
from collections.abc import Iterable
from typing import Protocol

from rich.segment import Segment
from tests.pictures.drawing import cells_of, picture
from tests.plain.person import FrozenClock
from tests.screens.group.company import Company
from tests.screens.quick import AT_WORK
from textual import events
from textual._compositor import LayoutUpdate
from textual.pilot import Pilot
from textual.widgets import Input

from nowwhat.app import NowWhat, Parting
from nowwhat.screens.session import SessionScreen
from nowwhat.steps.do import DoStep
from nowwhat.widgets.breathing import Breathing
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.field import Field

_LOOKS = 500
"""So many looks at a screen that never comes to rest are enough."""


class Live(Protocol):
    """What somebody does at the screen."""

    async def __call__(self, sitter: "Sitter") -> None: ...


class Sitter:
    """Presses keys, writes, chooses; `shot` takes a picture."""

    def __init__(
        self,
        app: NowWhat,
        pilot: Pilot[Parting],
        clock: FrozenClock,
        wanted: Iterable[str],
        *,
        company: Company | None = None,
        gathered: object = None,
    ) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock
        self.wanted, self.gathered = frozenset(wanted), gathered
        self.made: dict[str, str] = {}
        self._company = company

    @property
    def company(self) -> Company:
        """The room that they are in."""
        assert self._company is not None
        return self._company

    async def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            await self.pilot.press(key)
        await self.rest()

    async def type(self, text: str) -> None:
        """Write, in place of what stands there; it is pasted, and not given."""
        field = self.app.focused
        assert isinstance(field, Field)
        field.clear()
        field.post_message(events.Paste(text))
        await self.rest()

    async def write(self, text: str) -> None:
        """Write and give it."""
        await self.type(text)
        await self.press("enter")

    async def choose(self, words: str) -> None:
        """Choose what begins with these words, by its click."""
        lists = [each for each in self.app.screen.query(Choices) if _seen(each)]
        shown = [(each, n, c.words) for each in lists for n, c in enumerate(each.offered)]
        found = [(each, n) for each, n, said in shown if said.startswith(words)]
        assert found, (words, [said for _, _, said in shown])
        found[0][0].take(found[0][1])
        await self.rest()

    async def at(self, seconds: float) -> None:
        """Let the clock stand at so many seconds of the breathing that runs."""
        breathing = next(each for each in self.app.screen.query(Breathing) if _seen(each))
        assert breathing.pace is not None
        self.clock.gone += seconds - breathing.pace.gone
        breathing._look()
        for timer in self.app.screen.query(DoStep):
            timer._look()
        await self.rest()

    async def resize(self, columns: int, lines: int) -> None:
        """Make the terminal of this size, and wait until the screen is laid out for it."""
        await self.pilot.resize_terminal(columns, lines)
        async with asyncio.timeout(10):
            while self.app.screen._compositor.size != (columns, lines):
                await self.pilot.pause()

    async def rest(self) -> None:
        """Wait until nothing changes any more."""
        before: list[list[Segment]] = []
        for _ in range(_LOOKS):
            await self.pilot.pause()
            if self.app._exit:
                return
            for screen in self.app.screen_stack:
                if isinstance(screen, SessionScreen):
                    await screen.settled()  # an answer is kept in a thread of its own
            for field in self.app.screen.query(Input):
                field.cursor_blink = False
            now = self._rows
            resting = not (AT_WORK or self.app.screen._compositor._dirty_regions)
            if now == before and resting:
                return
            before = now
        raise AssertionError("the screen does not come to rest")

    async def shot(self, name: str) -> None:
        """Take a picture of the screen as it is."""
        assert name not in self.made, name
        await self.rest()
        self.made[name] = self._drawn() if name in self.wanted else ""

    def _drawn(self) -> str:
        theme = self.app.current_theme
        assert theme.foreground
        assert theme.background
        return picture(cells_of(self._rows, theme.foreground, theme.background), theme.background)

    @property
    def _rows(self) -> list[list[Segment]]:
        """What is drawn; the part of Textual that is looked into stands here alone."""
        update = self.app.screen._compositor.render_update(
            full=True, screen_stack=self.app._background_screens, simplify=True
        )
        assert isinstance(update, LayoutUpdate)
        return [[segment for strip in row for segment in strip] for row in update.strips]


def _seen(widget: Choices | Breathing) -> bool:
    return all(each.display for each in widget.ancestors_with_self if hasattr(each, "display"))
