"""What belongs to a process that is nothing but one person's screen: its loop, its signals."""

import asyncio
import gc
import signal
from contextlib import AbstractAsyncContextManager, nullcontext

from nowwhat.app import NowWhat, Parting


def live(app: NowWhat, beside: AbstractAsyncContextManager[None] | None = None) -> Parting | None:
    """Run it to its end; the machine's wish to end it is heard.

    Args:
        app: The screen.
        beside: What is open in its loop as long as it runs.
    """
    return asyncio.run(_live(app, beside or nullcontext()))


async def _live(app: NowWhat, beside: AbstractAsyncContextManager[None]) -> Parting | None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        loop.add_signal_handler(number, app.signalled, number)
    async with beside:
        return await app.run_async()


def collect_rubbish() -> None:
    """Collect it again from now on, without looking through what start-up made."""
    gc.freeze()
    gc.enable()
