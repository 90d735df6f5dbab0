"""A person at line mode: a clock that goes as they wait, and lines that they have ready."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from nowwhat.plain.lines import EndOfInputError
from nowwhat.session.moment import Moment

ZONE = "Europe/Dublin"
DAY = datetime(2026, 3, 3, 17, 30, tzinfo=ZoneInfo(ZONE))
NIGHT = datetime(2026, 3, 4, 2, 10, tzinfo=ZoneInfo(ZONE))


_TICK = 1e-9
"""The least that time goes on by while somebody waits; less would be lost to rounding."""


def _when(early: tuple[float, str]) -> float:
    return early[0]


class FrozenClock:
    """Time stands still until somebody waits."""

    def __init__(self, at: datetime = DAY) -> None:
        self.at = at
        self.gone = 0.0

    def now(self) -> Moment:
        return Moment(self.at + timedelta(seconds=self.gone), ZONE)

    def elapsed(self) -> float:
        return self.gone

    def later(self, **by: float) -> None:
        self.at += timedelta(**by)


class Person:
    """Lines with answers ready, and with lines that come of themselves at a time of the clock.

    Args:
        clock: The clock that their waiting moves.
        answers: What they answer, in order; a callable is asked for its line at that moment.
        early: Lines that come while nothing is asked: seconds on the clock, and the line.
        slow: Seconds that saying a line takes, and by which a wait is overslept.
    """

    interactive = False

    def __init__(
        self,
        clock: FrozenClock,
        answers: Iterable[str | Callable[[], str]] = (),
        *,
        early: Iterable[tuple[float, str]] = (),
        slow: float = 0.0,
    ) -> None:
        self.clock, self.answers, self.early = clock, list(answers), sorted(early, key=_when)
        self.slow = slow
        self.said: list[tuple[float, str]] = []
        self.asked = 0

    @property
    def heard(self) -> list[str]:
        """Everything that was said to them, a paragraph each."""
        return [text for _, text in self.said]

    def say(self, text: str = "") -> None:
        self.said.append((self.clock.gone, text))
        self.clock.gone += self.slow

    def show(self, text: str) -> None:
        self.said.append((self.clock.gone, text))

    def ask(self) -> str:
        self.asked += 1
        if not self.answers:
            raise EndOfInputError
        answer = self.answers.pop(0)
        line = answer if isinstance(answer, str) else answer()
        self.said.append((self.clock.gone, f"> {line}"))
        return line

    def wait(self, seconds: float) -> str | None:
        until = self.clock.gone + max(seconds, _TICK)
        if self.early and self.early[0][0] <= until:
            at, line = self.early.pop(0)
            self.clock.gone = max(at, self.clock.gone)
            return line
        self.clock.gone = until + self.slow
        return None

    def rest(self, seconds: float) -> None:
        self.clock.gone += max(seconds, _TICK) + self.slow

    def bell(self) -> None:
        self.said.append((self.clock.gone, "\a"))
