"""A line as it is typed, where the client's terminal leaves that to the server."""

import re
from codecs import getincrementaldecoder

from rich.cells import cell_len

_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|[^\[O])")
"""A key that is no character (ECMA-48): arrows and their like do nothing here."""

_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O)?\Z")
_LONGEST = 4000
"""Characters of a line; what comes after is not taken."""

_END, _LEAVE, _ERASE, _ERASE_ALL, _ERASE_WORD = "\x04", "\x03", "\x08\x7f", "\x15", "\x17"


class Ended(Exception):  # noqa: N818 - a way out that the person asked for, no error
    """Ctrl+C, or Ctrl+D on an empty line."""


class Editor:
    """Takes keys, shows what they do, and gives whole lines.

    Attributes:
        text: What is typed of the line so far.
    """

    def __init__(self, *, shows: bool) -> None:
        """Prepare.

        Args:
            shows: The terminal is raw: what is typed is shown by the server, and edited here.
        """
        self._shows = shows
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self._after_return = False
        self.text = ""

    def feed(self, data: bytes) -> tuple[str, list[str]]:
        """Take what came.

        Returns:
            What the terminal is to show, and the lines that are whole.

        Raises:
            Ended: The person wants no more; `text` is what they had typed.
        """
        keys = self._rest + self._decode(data)
        begun = _BEGUN.search(keys) if self._shows else None
        self._rest = keys[begun.start() :] if begun else ""
        keys = keys[: begun.start()] if begun else keys
        if self._shows:
            keys = _ESCAPE.sub("", keys)
        echo, lines = [], []
        for key in keys:
            if key == "\n" and self._after_return:
                self._after_return = False
                continue
            self._after_return = key == "\r"
            if key in "\r\n":
                lines.append(self.text)
                self.text = ""
                echo.append("\n")
            else:
                echo.append(self._key(key))
        return "".join(echo) if self._shows else "", lines

    def _key(self, key: str) -> str:
        """Do what a key does, and give what is to be shown."""
        if not self._shows:
            self._add(key)
            return ""
        if key == _LEAVE or (key == _END and not self.text):
            raise Ended
        if key in _ERASE:
            return self._erase(1)
        if key == _ERASE_ALL:
            return self._erase(len(self.text))
        if key == _ERASE_WORD:
            kept = self.text.rstrip()
            kept = kept[: len(kept) - len(kept.split()[-1])] if kept.split() else ""
            return self._erase(len(self.text) - len(kept))
        if not key.isprintable() and key != "\u200d":
            return ""
        return key if self._add(key) else ""

    def _add(self, key: str) -> bool:
        if len(self.text) >= _LONGEST:
            return False
        self.text += key
        return True

    def _erase(self, count: int) -> str:
        gone = self.text[len(self.text) - count :] if count else ""
        self.text = self.text[: len(self.text) - count]
        # Beyond the left margin nothing is erased on the screen; the line is shorter all the same.
        return "\b \b" * cell_len(gone)
