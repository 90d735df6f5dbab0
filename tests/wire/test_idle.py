"""An idle screen: nothing is sent, nothing is waited for, whatever time goes by."""

import asyncio
from typing import Any

import pytest
import textual.timer
from tests.end_to_end.inside import Inside
from tests.wire.beside import live
from tests.wire.test_real_sessions import TERMINALS, do, watched
from textual.pilot import Pilot

from nowwhat.app import Entrance

_ENOUGH = 500


class Asleep:
    """Textual's timers: who sleeps, and for how long."""

    def __init__(self) -> None:
        self.real: Any = vars(textual.timer)["sleep"]
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if len(self.slept) > _ENOUGH:
            await asyncio.Future()  # it runs, and that was seen
        await self.real(0)


@pytest.mark.parametrize(
    "entrance", [Entrance("session", "bridge"), Entrance("home")], ids=["session", "home"]
)
def test_an_idle_screen_sends_nothing_and_waits_for_nothing(
    entrance: Entrance, inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = watched(inside, TERMINALS["xterm"], entrance)

    asleep = Asleep()
    monkeypatch.setattr(textual.timer, "sleep", asleep.sleep)  # what is waited for comes at once

    async def life(pilot: Pilot[Any]) -> None:
        if entrance.to == "session":
            await do(pilot, ["a", "b"])
        await pilot.pause(0.2)
        before, painted = app.glass.bytes_of(app.glass.ours), app.painted
        asleep.slept.clear()
        await pilot.pause(0.2)
        assert asleep.slept == [], "a timer runs"
        assert app.glass.bytes_of(app.glass.ours) == before
        assert app.painted == painted

    live(app, life)


def test_a_timer_that_runs_would_be_found(inside: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    app = watched(inside, TERMINALS["xterm"], Entrance("home"))
    asleep = Asleep()
    monkeypatch.setattr(textual.timer, "sleep", asleep.sleep)

    async def life(pilot: Pilot[Any]) -> None:
        timer = app.set_interval(0.5, lambda: None)
        asleep.slept.clear()
        await pilot.pause(0.05)
        assert asleep.slept
        timer.stop()

    live(app, life)
