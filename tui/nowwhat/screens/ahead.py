"""Typing ahead: what comes while an answer is being taken waits for the next question.

Over a slow line a sentence, Enter, and the next answer often arrive together. Textual hands each
key to whatever has the focus at that moment, so all of it would go to the field that was left.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

from textual import events

from nowwhat.session.typed import is_text

_HOPS = 40
"""Turns of the loop in which messages climb from a field to its screen, with room to spare."""

_WAITS = frozenset({"enter", "backspace", "delete", "space", "up", "down", "left", "right", "tab"})
"""Keys that wait beside those with a letter; those for care and for leaving never do."""


class Ahead:
    """Holds what is typed behind an Enter until all that it led to is done."""

    def __init__(
        self,
        hand_on: Callable[[events.Key | events.Paste], Awaitable[None]],
        settled: Callable[[], Awaitable[None]],
        start: Callable[[Callable[[], Coroutine[None, None, None]]], object],
        front: Callable[[], object],
    ) -> None:
        """Prepare.

        Args:
            hand_on: Hands a key or a paste to what has the focus.
            settled: Waits until no answer is being taken; must not wait for ever.
            start: Lets something run beside what else goes on.
            front: Gives the screen that is in front: what was typed for one is never for another.
        """
        self._hand_on, self._settled, self._start = hand_on, settled, start
        self._front = front
        self._held: list[tuple[events.Key | events.Paste, object]] = []
        self._free = asyncio.Event()
        self._free.set()

    async def handed_on(self) -> None:
        """Wait until nothing is held any more."""
        await self._free.wait()

    async def take(self, event: events.Key | events.Paste) -> None:
        """Hand a key on, now or in its turn."""
        if not self._free.is_set() and _waits(event):
            self._held.append((event, self._front()))
            return
        await self._hand_on(event)
        if _gives(event) and self._free.is_set():
            self._free.clear()
            self._start(self._wait)

    async def _wait(self) -> None:
        """Hand on what is held, after each Enter once what it led to is done."""
        try:
            await _quiet(self._settled)
            while self._held:
                event, front = self._held.pop(0)
                if self._front() is not front:
                    continue
                await self._hand_on(event)
                if _gives(event):
                    await _quiet(self._settled)
        finally:
            self._free.set()


async def _quiet(settled: Callable[[], Awaitable[None]]) -> None:
    await _hops()  # the key has led to an answer
    await settled()
    await _hops()  # the next question has the focus


async def _hops() -> None:
    for _ in range(_HOPS):
        await asyncio.sleep(0)


def _gives(event: events.Key | events.Paste) -> bool:
    return isinstance(event, events.Key) and event.key == "enter"


def _waits(event: events.Key | events.Paste) -> bool:
    if isinstance(event, events.Paste):
        return True
    return is_text(event.character or "") or event.key in _WAITS
