"""What is spoken with a caller in lines: in a thread, so that it may wait for them."""

import asyncio
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from nowwhat.plain.lines import Lines
from nowwhat.ssh.call import Call
from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.lines import ChannelLines

T = TypeVar("T")


async def speak(call: Call, clock: HouseClock, talk: Callable[[Lines], T]) -> T:
    """Talk with a caller in lines; what they type ahead waits for the next talk.

    Raises:
        EndOfInputError: The caller is gone, or wants no more.
    """
    if call.dialogue is None:
        call.dialogue = Dialogue(call, clock)
    return await call.dialogue.run(talk)


class _OnLoop:
    """Does what belongs to a loop, there, while a thread waits for it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def __call__(self, work: Callable[[], T]) -> T:
        """Do it, and give what came of it, or raise what it raised."""
        return asyncio.run_coroutine_threadsafe(_done(work), self._loop).result()


def on_loop() -> _OnLoop:
    """Give, on a loop, what lets a dialogue ask for something there."""
    return _OnLoop(asyncio.get_running_loop())


async def _done(work: Callable[[], T]) -> T:
    return work()


class Dialogue:
    """A `Front`: lines in, lines out."""

    def __init__(self, call: Call, clock: HouseClock) -> None:
        """Prepare."""
        self._call = call
        raw = bool(call.terminal)
        self._lines = ChannelLines(
            call.outlet, clock, shows=raw, width=call.size[0], taken=call.pump
        )

    async def run(self, talk: Callable[[Lines], T]) -> T:
        """Talk until it is over; gives what came of it.

        Raises:
            EndOfInputError: The caller is gone, or wants no more.
        """
        self._call.stand(self)
        loop = asyncio.get_running_loop()
        over: asyncio.Future[T] = loop.create_future()

        def speak() -> None:
            try:
                came = talk(self._lines)
            except BaseException as error:  # noqa: BLE001 - whoever waits for it is to have it
                loop.call_soon_threadsafe(_fail, over, error)
            else:
                loop.call_soon_threadsafe(_give, over, came)

        Thread(target=speak, name=f"call-{self._call.number}", daemon=True).start()
        try:
            return await over
        finally:
            self._call.stand(None)

    def feed(self, data: bytes) -> bool:
        """Take what came, unless there are many lines to be heard already."""
        return self._lines.feed(data)

    def resize(self, width: int, height: int) -> None:
        """Take the columns."""
        del height
        self._lines.resize(width)

    def finish(self) -> None:
        """No more lines will come."""
        self._lines.hang_up()

    def end(self) -> None:
        """End, with what is typed kept."""
        self._lines.hang_up()


def _give(over: "asyncio.Future[T]", came: T) -> None:
    if not over.done():
        over.set_result(came)


def _fail(over: "asyncio.Future[T]", error: BaseException) -> None:
    if not over.done():
        over.set_exception(error)
