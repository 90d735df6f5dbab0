"""A rehearsal: a room full of simulated participants, so that a facilitator can practise alone."""

from collections.abc import Callable
from datetime import date

from nowwhat.group.answering import Judge, Lines
from nowwhat.group.chance import Chance
from nowwhat.group.hub import Hub
from nowwhat.group.manner import drawn
from nowwhat.group.simulated import Simulated
from nowwhat.session.script import Script

MOST = 200
"""Simulated participants in one room."""


class Rehearsal:
    """Simulated participants in one room; whoever holds it calls `live` a few times a second.

    Attributes:
        people: The simulated participants, whether they have joined yet or not.
    """

    def __init__(
        self,
        hub: Hub,
        code: str,
        script: Script,
        count: int,
        *,
        clock: Callable[[], float],
        seed: int,
        lines: Lines,
        judge: Judge,
        day: date,
    ) -> None:
        """Prepare; nobody has come yet.

        Args:
            hub: Carries the room.
            code: Its code.
            script: What is led, of the setting `group`.
            count: How many there will be, 1 to 200.
            clock: The room's clock; a `FastClock` lets an hour take minutes.
            seed: Draws what they are like; the same one gives the same people.
            lines: What they say.
            judge: The coach's, or another one.
            day: On which they would ask their buddies.

        Raises:
            ValueError: The count is none of these.
        """
        if not 1 <= count <= MOST:
            raise ValueError(f"there are 1 to {MOST} simulated participants, not {count}")
        self._hub, self._code, self._clock = hub, code, clock
        self._began = clock()
        self.people: tuple[Simulated, ...] = tuple(
            Simulated(
                f"rehearsed-{number}",
                script,
                manner=drawn(chance),
                chance=chance,
                lines=lines,
                judge=judge,
                day=day,
            )
            for number, chance in ((n, Chance(seed, n)) for n in range(1, count + 1))
        )

    def live(self) -> None:
        """Let each do what they would have done by now."""
        now = self._clock() - self._began
        for person in self.people:
            person.live(self._hub, self._code, now)
