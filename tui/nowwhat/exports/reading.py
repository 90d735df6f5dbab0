"""What is brought in: whose it is, and why it is refused, without a word that stands in it."""

from typing import Final

MOST_BYTES: Final = 64 * 1024 * 1024
"""As much as is taken in: a journal of a hundred years."""


class ImportRefusedError(Exception):
    """It is nothing that can be taken in; it says why, and nothing of what it says."""


def place_of(error: Exception) -> str:
    """Say where a document is not what it should be, and nothing of what stands there."""
    said = str(error)
    _, at, place = said.partition(" - at ")
    if at:
        return f"at {place.strip('`')}"
    _, at, byte = said.rpartition("byte ")
    if at and byte.rstrip(")").isdigit():
        return f"at byte {byte.rstrip(')')}"
    return "it is no JSON that can be read"
