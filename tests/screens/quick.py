"""Pilot without its long breaths between two keys, and timers that go by a clock of ours."""

import asyncio
import gc
import heapq
from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

import pytest
import textual._time
import textual._wait
import textual.timer
from tests.plain.person import FrozenClock

P = ParamSpec("P")
T = TypeVar("T")

TURNS = 12
"""Turns of the event loop in which a timer's messages are through."""


AT_WORK: list[object] = []
"""Answers that are being given in threads."""

_to_thread = asyncio.to_thread


async def _watched(work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    AT_WORK.append(work)
    try:
        return await _to_thread(work, *args, **kwargs)
    finally:
        AT_WORK.pop()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look after two milliseconds whether the program is idle; keep no test's rubbish for ever."""
    monkeypatch.setattr(textual._wait, "SLEEP_GRANULARITY", 1 / 500)
    monkeypatch.setattr(textual._wait, "SLEEP_IDLE", 1 / 2000)
    monkeypatch.setattr(asyncio, "to_thread", _watched)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    yield
    gc.enable()


class Timers:
    """Textual's timers on the person's clock: they are due as it goes on, and not before.

    Attributes:
        clock: The clock; `advance` moves it.
        late: Seconds by which each timer wakes too late, one after another, again and again.
    """

    def __init__(self, clock: FrozenClock) -> None:
        self.clock = clock
        self.late: tuple[float, ...] = (0.0,)
        self._asleep: list[tuple[float, int, asyncio.Future[None]]] = []
        self._count = 0

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        late = self.late[self._count % len(self.late)]
        self._count += 1
        when = self.clock.gone + max(0.0, seconds) + late
        heapq.heappush(self._asleep, (when, self._count, future))
        await future

    async def advance(self, seconds: float) -> None:
        """Let so many seconds go by; each timer is through before the next one is due."""
        end = self.clock.gone + seconds
        while self._asleep and self._asleep[0][0] <= end + 1e-9:
            when, _, future = heapq.heappop(self._asleep)
            if future.done():
                continue
            self.clock.gone = max(self.clock.gone, when)
            future.set_result(None)
            await through()
        self.clock.gone = end
        await through()


async def through() -> None:
    """Let what is queued be handled."""
    for _ in range(TURNS):
        await asyncio.sleep(0)


@pytest.fixture
def timers(still: FrozenClock, monkeypatch: pytest.MonkeyPatch) -> Timers:
    """Nothing happens by itself: time goes on when it is told to."""
    timers = Timers(still)
    monkeypatch.setattr(textual.timer, "sleep", timers.sleep)
    monkeypatch.setattr(textual._time, "get_time", still.elapsed)
    return timers
