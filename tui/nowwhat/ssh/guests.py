"""Guests: what they give waits in memory for three words, for a while after their line drops."""

import secrets
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Final

from nowwhat.group.tries import Tries
from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.lodging import Lodging, lodge_in_memory

COUNT = 3
"""Words that bring somebody back."""

WRONG_IN_ALL: Final = 200
"""So many words may be wrong in a quarter of an hour, whoever types them. Of 512 words three are 27
bits: whoever guesses from many addresses for four hours, where 200 people wait, finds one of them
by 1 chance in 200, and from one address by 1 in 2,000."""


class TooManyGuessesError(Exception):
    """Too many words were tried under which nothing waits."""


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
        self._known, self._tries = frozenset(words), Tries(in_all=WRONG_IN_ALL)
        self._alone = Lock()  # each dialogue is a thread of its own

    def welcome(self) -> Stay:
        """Begin a stay."""
        with self._alone:
            while (words := tuple(self._choose(self._words) for _ in range(COUNT))) in self._stays:
                pass
            self._stays[words] = stay = Stay(words, lodge_in_memory(self._clock))
        return stay

    def named(self, typed: str, address: str) -> Stay | None:
        """Find the stay that somebody types the words of.

        What could be nobody's words costs nothing; who mistypes some, from anywhere, is counted.

        Args:
            typed: What they typed.
            address: Where from.

        Raises:
            TooManyGuessesError: Too many were wrong; whether these are, is not looked at.
        """
        self.forget_old()
        words, now = words_in(typed), self._clock.elapsed()
        if len(words) != COUNT or not self._known.issuperset(words):
            return None
        with self._alone:
            if not self._tries.may(address, now):
                raise TooManyGuessesError
            stay = self._stays.get(words)
            if stay is None:
                self._tries.missed(address, now)
        return stay

    def wait(self, stay: Stay) -> None:
        """Let a stay wait: the line dropped, or it was left unfinished."""
        stay.until = self._clock.elapsed() + self._kept

    def forget(self, stay: Stay) -> None:
        """End a stay; nothing of it is left."""
        with self._alone:
            self._stays.pop(stay.words, None)

    def forget_old(self) -> None:
        """End the stays that have waited long enough."""
        now = self._clock.elapsed()
        with self._alone:
            stays = tuple(self._stays.values())
        for stay in stays:
            if stay.until is not None and stay.until <= now:
                self.forget(stay)

    def __len__(self) -> int:
        return len(self._stays)


def words_in(typed: str) -> tuple[str, ...]:
    """Take apart what is typed: small words, whatever stands between them."""
    return tuple(typed.casefold().replace("-", " ").replace(",", " ").split())
