"""What the program stands in: streams, environment, clock; and the desk that is laid from it."""

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from nowwhat.settings.paths import Paths, find_paths

if TYPE_CHECKING:
    from nowwhat.packs.pack import Pack
    from nowwhat.plain.lines import StreamLines
    from nowwhat.session.moment import Due, Moment
    from nowwhat.settings.preferences import Preferences
    from nowwhat.sitting.desk import Clock, Desk
    from nowwhat.store import Journal, Trouble


class Surroundings:
    """Everything that a command takes from outside; nothing else reaches for the world.

    Attributes:
        stdin: File descriptor that answers come from.
        stdout: Where words go.
        environ: The environment.
        plain: Line mode was asked for.
        lang: Language asked for; empty: the preferred one.
        data_dir: Folder asked for.
        content: Folder of packs asked for.
        lines: Line mode, once it is open: what was read ahead is in it.
        told_of: What was found damaged and has been told already.
    """

    def __init__(
        self,
        *,
        stdin: int = 0,
        stdout: TextIO | None = None,
        environ: Mapping[str, str] | None = None,
        clock: "Clock | None" = None,
    ) -> None:
        self.stdin = stdin
        self.stdout = stdout or sys.stdout or StringIO()
        reconfigure = getattr(self.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")  # a character that the output lacks is no reason to stop
        self.environ = os.environ if environ is None else environ
        self._clock = clock
        self.plain = False
        self.lang = ""
        self.data_dir: Path | None = None
        self.content: Path | None = None
        self.lines: StreamLines | None = None
        self.told_of: Trouble | None = None

    @cached_property
    def clock(self) -> "Clock":
        """What time it is."""
        if self._clock is not None:
            return self._clock
        from nowwhat.cli.clock import SystemClock  # noqa: PLC0415 - not all commands need time

        return SystemClock(self.environ)

    def _now(self) -> "Moment":
        return self.clock.now()

    @cached_property
    def paths(self) -> Paths:
        """Where the person's files lie."""
        return find_paths(self.data_dir, self.environ)

    @property
    def preferences(self) -> "Preferences":
        """The person's choices, as they are now."""
        from nowwhat.settings.preferences import load  # noqa: PLC0415 - see clock

        return load(self.paths.preferences)

    def prefer(self, preferences: "Preferences") -> None:
        """Keep changed choices.

        Raises:
            StoreError: They could not be written.
        """
        from nowwhat.settings.preferences import save  # noqa: PLC0415 - see clock
        from nowwhat.store import keep_file  # noqa: PLC0415 - see clock

        save(preferences, self.paths.preferences, keep_file)

    @cached_property
    def pack(self) -> "Pack":
        """The words."""
        from nowwhat.packs.pack import Pack  # noqa: PLC0415 - see clock

        return Pack.find(self.lang or self.preferences.lang, self.content)

    @cached_property
    def journal(self) -> "Journal":
        """The person's journal."""
        from nowwhat.store import Journal  # noqa: PLC0415 - see clock

        return Journal(self.paths.data, clock=self._now)

    def ready_coach(self) -> None:
        """Load the coach now, so that a fault in its words is told before anything is begun."""
        _ = self.pack.coach

    def _understand(self, said: str, now: "Moment") -> "Due | None":
        from nowwhat.sitting.timing import understand  # noqa: PLC0415 - see clock

        return understand(said, now, self.pack.times, self.pack.lang)

    def desk(self) -> "Desk":
        """Lay the desk for a sitting."""
        from nowwhat.sitting.desk import Desk  # noqa: PLC0415 - see clock
        from nowwhat.store import Drafts  # noqa: PLC0415 - see clock

        return Desk(
            journal=self.journal,
            drafts=Drafts(self.paths.data, clock=self._now),
            pack=self.pack,
            clock=self.clock,
            understand=self._understand,
            preferences=lambda: self.preferences,
            prefer=self.prefer,
        )
