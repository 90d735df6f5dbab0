"""What a visit needs of the application: places to ask, to sit, to read."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from nowwhat.sitting.prompt import Choice

if TYPE_CHECKING:
    from nowwhat.screens.ledger import View, Wanted
    from nowwhat.session.breathing import Pattern
    from nowwhat.settings.preferences import Preferences
    from nowwhat.sitting.curve import Time
    from nowwhat.sitting.entry import Part
    from nowwhat.sitting.parted import Parted
    from nowwhat.sitting.sitting import Sitting
    from nowwhat.sitting.timeline import Row


T = TypeVar("T")


class Stage(Protocol):
    """Where a visit takes place."""

    async def aside(self, work: Callable[[], T]) -> T:
        """Do what waits for a disk beside the event loop; what is typed meanwhile waits."""

    async def ask(
        self,
        question: str,
        choices: Sequence[Choice],
        says: Sequence[str] = (),
        otherwise: str = "",
        at: int = 0,
    ) -> str:
        """Ask between two sittings; `otherwise` is what Escape answers, `at` the one marked."""

    async def sit(self, sitting: "Sitting", *, said: Sequence[str], may_postpone: bool) -> "Parted":
        """Go through a sitting."""

    def prints(self, text: str) -> bool:
        """Print a text into the terminal on leaving, where files are not the person's own.

        Returns:
            Whether it does; otherwise a file is written.
        """

    async def write(
        self,
        ask: str,
        *,
        hint: str = "",
        begun: str = "",
        wrong: Callable[[str], str] | None = None,
    ) -> str:
        """Ask for a line; nothing where it was left."""

    async def breathe(self, pattern: "Pattern", seconds: float) -> None:
        """Lead a breathing alone."""

    async def ledger(self, rows: Sequence["Row"], view: "View", said: Sequence[str]) -> "Wanted":
        """Show the timeline until something is wanted."""

    async def show(
        self,
        parts: Sequence["Part"],
        ways: Sequence[Choice],
        *,
        title: str = "",
        said: Sequence[str] = (),
        done: Sequence["Time"] = (),
    ) -> str:
        """Show paragraphs until a way on is taken."""

    async def come_home(self, said: Sequence[str]) -> str:
        """Be at home until something is chosen."""

    async def first_run(self) -> "Preferences | None":
        """Show the first-run screen; none where the program is left there."""

    async def refuge(self, lines: Sequence[str], ways: Sequence[Choice]) -> str:
        """Show people and numbers until something is chosen."""
