"""The card as Markdown, written to a file that was not there before."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~])")


class ExportError(Exception):
    """It could not be written; it says why and never what."""


def card_as_markdown(title: str, lines: Iterable[str]) -> str:
    """Write a card as Markdown; what would mean something there is taken as text."""
    body = "".join(f"- {_plain(line.strip())}\n" for line in lines if line.strip())
    return f"# {_plain(title)}\n\n{body}"


def write_new(path: Path, text: str) -> None:
    """Write a file that only its owner can read.

    Raises:
        ExportError: It is there already, or the folder takes no file.
    """
    try:
        where = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(where, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except FileExistsError:
        raise ExportError("there is a file of this name") from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else ""
        raise ExportError(reason or "this is no name for a file") from None


def _plain(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", " ".join(text.split()))
