"""The full screen in this process: on a data folder, with keys pressed as a person would."""

import asyncio
from collections.abc import Awaitable, Callable
from io import BytesIO, TextIOWrapper

from tests.end_to_end.inside import Inside
from tests.screens.quick import AT_WORK
from textual.pilot import Pilot

from nowwhat.app import Entrance, NowWhat, Parting, Terminal
from nowwhat.screens.session import SessionScreen
from nowwhat.settings.preferences import Preferences
from nowwhat.sitting.desk import Desk
from nowwhat.widgets.choices import Choices
from nowwhat.widgets.saying import Saying

SIZE = (90, 40)


class Seated:
    """Somebody at the screen."""

    def __init__(self, app: NowWhat, pilot: Pilot[Parting]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        for _ in range(2):  # an answer is taken in a thread, and what it leads to is shown after it
            for _ in range(3):
                await self.pilot.pause()
            for screen in self.app.screen_stack:
                if isinstance(screen, SessionScreen):
                    await screen.settled()
            while AT_WORK:
                await self.pilot.pause()
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Write over what stands in the field, and give it."""
        await self.press("end", "ctrl+u", *("space" if c == " " else c for c in text), "enter")

    async def choose(self, words: str) -> None:
        """Choose by a click what says these words."""
        lists = [each for each in self.app.screen.query(Choices) if seen(each)]
        found = [
            (each, n) for each in lists for n, c in enumerate(each.offered) if c.words == words
        ]
        assert found, (words, self.offered)
        found[0][0].take(found[0][1])
        await self.settle()

    @property
    def said(self) -> str:
        """All that is said on the screen, a paragraph a line."""
        return "\n".join(str(each.render()) for each in self.app.screen.query(Saying) if seen(each))

    @property
    def offered(self) -> list[str]:
        """Words of all choices in view."""
        lists = [each for each in self.app.screen.query(Choices) if seen(each)]
        return [choice.words for each in lists for choice in each.offered]

    @property
    def step(self) -> str:
        """The step that is open; empty where no session is in front."""
        screen = self.app.screen
        sitting = screen.sitting if isinstance(screen, SessionScreen) else None
        return sitting.prompt.step.id if sitting else ""


def seen(widget: Saying | Choices) -> bool:
    return all(each.display for each in widget.ancestors_with_self if hasattr(each, "display"))


def desk_of(inside: Inside) -> Desk:
    around = inside.around(0, TextIOWrapper(BytesIO()))
    if not around.preferences.seen:
        around.prefer(Preferences(seen=True, breath="helps"))
    return around.desk()


def sit_down(
    inside: Inside, entrance: Entrance, live: Callable[[Seated], Awaitable[None]]
) -> Parting | None:
    """Open the screen, let somebody live there, and give how they parted."""

    async def go() -> Parting | None:
        app = NowWhat(desk_of(inside), entrance, terminal=Terminal(still=True))
        async with app.run_test(size=SIZE) as pilot:
            seated = Seated(app, pilot)
            await seated.settle()
            await live(seated)
        assert not app.failed, app.sentence
        return app.return_value

    return asyncio.run(go())
