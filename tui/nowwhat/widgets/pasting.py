"""What is pasted, told apart from what is typed before anything reads it as keys."""

from collections.abc import Iterator

_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"
"""Bracketed paste (xterm, mode 2004)."""

_MOST = 100_000
"""Characters kept of one paste; more is let go of while it comes."""


class Pastes:
    """Splits what a terminal sends; a paste is one piece, whatever it holds."""

    def __init__(self) -> None:
        self._held = ""
        self._pasted: str | None = None

    @property
    def held(self) -> bool:
        """Whether something is held back that may be the beginning of a paste."""
        return bool(self._held) and self._pasted is None

    def release(self) -> str:
        """Give what is held back, since no more came: it was typed."""
        held, self._held = self._held, ""
        return held

    def split(self, text: str) -> Iterator[tuple[bool, str]]:
        """Split what came.

        Args:
            text: The next characters.

        Yields:
            Whether it was pasted, and a piece; pieces that were typed are not empty.
        """
        text, self._held = self._held + text, ""
        while text:
            mark = _BEGINS if self._pasted is None else _ENDS
            piece, found, text = text.partition(mark)
            if not found:
                kept = _begun(piece, mark, 2 if self._pasted is None else 1)
                piece, self._held = piece[: len(piece) - kept], piece[len(piece) - kept :]
            if self._pasted is None:
                if piece:
                    yield False, piece
                self._pasted = "" if found else None
            else:
                self._pasted = (self._pasted + piece)[:_MOST]
                if found:
                    yield True, self._pasted
                    self._pasted = None


def _begun(text: str, mark: str, least: int) -> int:
    """How many characters at the end may be the beginning of a mark; typed, Escape alone is not."""
    return next((n for n in range(len(mark) - 1, least - 1, -1) if text.endswith(mark[:n])), 0)
