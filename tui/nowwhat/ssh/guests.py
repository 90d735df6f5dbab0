"""Guests: what they give waits in memory for three words, for a while after their line drops."""

import secrets
from collections.abc import Callable, Sequence

from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.lodging import Lodging, lodge_in_memory

COUNT = 3
"""Words that bring somebody back."""


class Stay:
    """One guest's stay, which may be broken and gone on with.

    Attributes:
        words: The words that bring them back, in order.
        lodging: What they have here.
        until: Seconds of the server's clock up to which it waits; none: somebody is there.
    """

    def __init__(self, words: tuple[str, ...], lodging: Lodging) -> None:
        """Begin one."""
        self.words, self.lodging = words, lodging
        self.until: float | None = None

    @property
    def said(self) -> str:
        """The words, as they are told and typed."""
        return " ".join(self.words)


class Guests:
    """All stays, those that wait included."""

    def __init__(
        self,
        clock: HouseClock,
        words: Sequence[str],
        kept: float,
        choose: Callable[[Sequence[str]], str] = secrets.choice,
    ) -> None:
        """Prepare.

        Args:
            clock: What time it is.
            words: What resume words are made of.
            kept: Seconds that a stay waits.
            choose: Chooses one of them so that nobody can guess which.
        """
        self._clock, self._words, self._kept, self._choose = clock, words, kept, choose
        self._stays: dict[tuple[str, ...], Stay] = {}

    def welcome(self) -> Stay:
        """Begin a stay."""
        while (words := tuple(self._choose(self._words) for _ in range(COUNT))) in self._stays:
            pass
        self._stays[words] = stay = Stay(words, lodge_in_memory(self._clock))
        return stay

    def named(self, typed: str) -> Stay | None:
        """Find the stay that somebody types the words of."""
        self.forget_old()
        return self._stays.get(tuple(typed.casefold().replace("-", " ").replace(",", " ").split()))

    def wait(self, stay: Stay) -> None:
        """Let a stay wait: the line dropped, or it was left unfinished."""
        stay.until = self._clock.elapsed() + self._kept

    def forget(self, stay: Stay) -> None:
        """End a stay; nothing of it is left."""
        self._stays.pop(stay.words, None)

    def forget_old(self) -> None:
        """End the stays that have waited long enough."""
        now = self._clock.elapsed()
        for stay in [s for s in self._stays.values() if s.until is not None and s.until <= now]:
            self.forget(stay)

    def __len__(self) -> int:
        return len(self._stays)
