"""The log: a few lines beside the journal when something is not as it should be; never a word."""

import contextlib
import logging
from pathlib import Path

LOG = "trace.log"
"""Where the traces of bugs are, too."""


class Logbook(logging.FileHandler):
    """Writes into the folder of the data, once there is something to write; for one's eyes only."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / LOG, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; a log that cannot be written is no reason to stop."""
        path = Path(self.baseFilename)
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=True)
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Say nothing on the screen, which is the person's."""


def keep_log(folder: Path) -> None:
    """Let what the program has to say of itself go into the folder, and nowhere else."""
    logger = logging.getLogger("nowwhat")
    logger.handlers[:] = [Logbook(folder)]
    logger.propagate = False
