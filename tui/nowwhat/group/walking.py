"""A walk under way: the one value, its clock, and those who watch it change."""

from collections.abc import Callable
from typing import Protocol

from nowwhat.group.walk import Command, Walk, walked
from nowwhat.session.script import Script

Told = Callable[[], object]
"""Is called after a change; it looks for itself at what there is."""


class Led(Protocol):
    """A walk as a screen knows it, be it in this process or in another one."""

    @property
    def script(self) -> Script:
        """What is led through."""

    @property
    def over(self) -> str:
        """Why it goes on no more: it was `left`, or the line to it is `lost`; else empty."""

    @property
    def walk(self) -> Walk:
        """Where it stands."""

    def elapsed(self) -> float:
        """Tell the present, in seconds of the walk's own clock."""

    def ask(self, command: Command) -> None:
        """Ask for a change."""

    def watch(self, told: Told) -> Callable[[], None]:
        """Be told of each change from now on, until what is given back is called."""


class Watched:
    """Those who watch; each is told, whatever becomes of the others."""

    def __init__(self) -> None:
        self._told: list[Told] = []

    def watch(self, told: Told) -> Callable[[], None]:
        """Be told of each change from now on, until what is given back is called."""
        self._told.append(told)
        return lambda: self._told.remove(told) if told in self._told else None

    def tell(self) -> None:
        """Tell all."""
        for told in tuple(self._told):
            told()


class Walking(Watched):
    """A `Led` in the process that shows it."""

    over = ""
    """It ends with its process."""

    def __init__(self, script: Script, walk: Walk, elapsed: Callable[[], float]) -> None:
        """Begin.

        Args:
            script: What is led through.
            walk: Where it stands at first.
            elapsed: Seconds of a monotonic clock.
        """
        super().__init__()
        self._script, self._walk, self._elapsed = script, walk, elapsed

    @property
    def script(self) -> Script:
        """What is led through."""
        return self._script

    @property
    def walk(self) -> Walk:
        """Where it stands."""
        return self._walk

    def elapsed(self) -> float:
        """Tell the present."""
        return self._elapsed()

    def ask(self, command: Command) -> None:
        """Change it, and tell of it if anything is different."""
        after = walked(self._walk, command, self.elapsed(), self._script)
        if after != self._walk:
            self._walk = after
            self.tell()
