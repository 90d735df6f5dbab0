"""A sitting at the screen: takes one answer after another, and keeps what is half typed.

Keeping an answer waits for the disk, and a first time phrase for a library; neither is to hold up
what moves on the screen, or anybody else's on a server. Answers are therefore given in a thread,
one at a time; whoever else touches the sitting waits for it.
"""

import asyncio
from collections.abc import Callable
from threading import Lock

from nowwhat.session.state import Ending
from nowwhat.sitting.parted import Parted
from nowwhat.sitting.prompt import Reply
from nowwhat.sitting.sitting import Sitting


class Seat:
    """One sitting, from when it is shown until the person parts from it.

    Attributes:
        sitting: The sitting.
        may_postpone: It is a check-in, and it may be put off by one key.
        replied: What is said before the next question.
        stays: Lines of the card that are to stay in the terminal.
        parted: Done once the person has parted from it.
    """

    def __init__(self, sitting: Sitting, said: tuple[str, ...], *, may_postpone: bool) -> None:
        """Prepare; must be made in a running loop."""
        self.sitting, self.may_postpone = sitting, may_postpone
        self.replied, self.stays = said, ()
        self.parted: asyncio.Future[Parted] = asyncio.get_running_loop().create_future()
        self._half: str | None = None
        self._at_work = Lock()

    replied: tuple[str, ...]
    stays: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether something is asked."""
        return self.sitting.state.ending is Ending.OPEN

    async def give(self, answer: Callable[[Sitting], Reply]) -> tuple[Reply, bool]:
        """Give an answer, and wait until it is kept.

        Returns:
            The reply, and whether anything has changed; where not, what was typed stays.

        Raises:
            SessionError: The sitting refuses it; nothing has changed.
        """
        return await asyncio.to_thread(self.give_here, answer)

    def give_here(self, answer: Callable[[Sitting], Reply]) -> tuple[Reply, bool]:
        """Give one here and now; see `give`."""
        with self._at_work:
            before = self.sitting.state
            reply = answer(self.sitting)
            changed = self.sitting.state is not before
            if changed:
                self._half = None
        return reply, changed

    def typed(self, half: str) -> None:
        """Remember what is typed and not given."""
        self._half = half

    def keep(self) -> tuple[str, ...]:
        """Keep what is typed and not given, now; gives what there is to say about it."""
        with self._at_work:
            half, self._half = self._half, None
            if half is None or not self.open or half == self.sitting.draft.half:
                return ()
            return self.sitting.typing(half)

    def forget_typed(self) -> None:
        """Let go of what is typed."""
        self._half = None

    def leave(self) -> Ending:
        """Leave the sitting, its half-typed words kept; says how far it came."""
        if self.open:
            self.keep()
            with self._at_work:
                self.sitting.leave()
        return self.sitting.state.ending

    def release(self) -> None:
        """Let go of the draft, as it is."""
        with self._at_work:
            self.sitting.release()

    def part(self, says: tuple[str, ...] = (), *, postponed: bool = False) -> None:
        """Part from it, once."""
        state = self.sitting.state
        if not self.parted.done():
            self.parted.set_result(
                Parted(
                    ending=state.ending,
                    says=(*self.replied, *says),
                    postponed=postponed,
                    stays=self.stays,
                    unsaved=self.sitting.unsaved,
                    committed=state.committed,
                )
            )
