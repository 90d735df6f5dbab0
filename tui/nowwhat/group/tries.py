"""How often a code may be tried that is none: by one address, and by all together."""

from collections import deque
from ipaddress import IPv6Address, ip_address

BY_ONE = 20
IN_ALL = 50
SECONDS = 15 * 60.0
"""So many codes in so long may be wrong: a room full of people behind one address mistypes less,
and whoever guesses wants more."""

_NEIGHBOURS = 64
"""Bits of an IPv6 address that one household or host has a network of its own by (RFC 6177)."""


class Tries:
    """Counts codes that were none; a right one costs nothing.

    What it remembers is bounded by `in_all`, however many addresses there are. While too many were
    wrong a right one is not heard either, since else whoever guesses would hear which is right.
    """

    def __init__(
        self, by_one: int = BY_ONE, in_all: int = IN_ALL, seconds: float = SECONDS
    ) -> None:
        """Prepare.

        Args:
            by_one: Misses that one address has, at least 1.
            in_all: Misses that all have together, at least 1.
            seconds: After so long a miss is forgotten.
        """
        self._by_one, self._in_all, self._seconds = by_one, in_all, seconds
        self._missed: deque[tuple[float, str]] = deque(maxlen=in_all)

    def may(self, address: str, now: float) -> bool:
        """Say whether one more try is heard; look before the code is compared, and say nothing."""
        self._forget(now)
        return len(self._missed) < self._in_all and self._of(neighbourhood(address)) < self._by_one

    def missed(self, address: str, now: float) -> None:
        """Note a code that was none."""
        self._forget(now)
        self._missed.append((now, neighbourhood(address)))

    def shut_for(self, now: float) -> float:
        """Say for how many seconds, if nothing more is tried, somebody is not heard; 0: all are."""
        self._forget(now)
        places: dict[str, list[float]] = {}
        for at, place in self._missed:
            places.setdefault(place, []).append(at)
        ends = [times[-self._by_one] for times in places.values() if len(times) >= self._by_one]
        if len(self._missed) >= self._in_all:
            ends.append(self._missed[0][0])
        return max(ends) + self._seconds - now if ends else 0.0

    def forgive(self) -> None:
        """Forget them all: somebody has looked who it was."""
        self._missed.clear()

    def _of(self, place: str) -> int:
        return sum(each == place for _, each in self._missed)

    def _forget(self, now: float) -> None:
        while self._missed and self._missed[0][0] <= now - self._seconds:
            self._missed.popleft()


def neighbourhood(address: str) -> str:
    """Give what an address is counted by: itself, or its network where one host has a whole one."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(IPv6Address(int(ip) >> _NEIGHBOURS << _NEIGHBOURS))
    return str(ip)
