"""The log: one line an event, of names and numbers alone.

Nothing that a person wrote can come into it: a value is a number, a truth, or a word of this
program's own; the text of an error is none of them.
"""

import json
import logging
import secrets
from collections.abc import Callable
from hashlib import blake2b
from typing import TextIO

from nowwhat.ssh.clock import HouseClock

Value = str | int | float | bool
Outline = Callable[[BaseException], str]
"""Outlines an error: types, files and lines, nothing else."""


class Log:
    """Writes events."""

    def __init__(
        self, sink: TextIO, clock: HouseClock, outline: Outline, *, as_json: bool = False
    ) -> None:
        """Prepare.

        Args:
            sink: Where lines go.
            clock: What time it is.
            outline: Says of an error what may be said.
            as_json: One JSON object a line, instead of `name=value`.
        """
        self._sink, self._clock, self._outline, self._json = sink, clock, outline, as_json
        self._salt = secrets.token_bytes(16)

    def tell(self, event: str, **values: Value) -> None:
        """Write an event."""
        row: dict[str, Value] = {
            "time": self._clock.now().isoformat(timespec="milliseconds"),
            "event": event,
            **values,
        }
        if self._json:
            line = json.dumps(row)
        else:
            line = " ".join(f"{name}={_bare(value)}" for name, value in row.items())
        try:
            self._sink.write(line + "\n")
            self._sink.flush()
        except (OSError, ValueError):  # a full disk is no reason to end what people are at
            return

    def mishap(self, error: BaseException, **values: Value) -> None:
        """Write that of a bug which is no word of a person's."""
        self.tell("mishap", trace=" | ".join(self._outline(error).split("\n")), **values)

    def address(self, address: str) -> str:
        """Name an address so that it can be told from others until this server ends."""
        return blake2b(address.encode(), key=self._salt, digest_size=4).hexdigest()


def _bare(value: Value) -> str:
    """Write a value so that it ends where the next name begins."""
    text = json.dumps(value)
    return text[1:-1] if text.startswith('"') and " " not in text else text


def silence() -> None:
    """Let libraries write nothing: asyncssh logs user names, asyncio the texts of errors."""
    for name in ("asyncssh", "asyncio", "textual", "nowwhat"):
        logger = logging.getLogger(name)
        logger.propagate = False
        logger.handlers = [logging.NullHandler()]
        logger.setLevel(logging.CRITICAL + 1)
