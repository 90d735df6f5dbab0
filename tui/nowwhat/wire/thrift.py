"""Saying the same to a terminal in fewer bytes: a colour that holds is not said again.

Lossless: each character lands in the same cell with the same style. A style is
said only before something is printed in it, as far as it differs from the one that holds; of
moves in a row, only the last.
"""

import re

import msgspec

_SEQUENCE = re.compile(r"\x1b\[([0-9;]*)([mH])")

_HOME = "\x1b[1;1H"
"""Where a hidden cursor is put that belongs nowhere; it need not go there."""

_COLOUR = {"38": "fg", "48": "bg"}
_DEFAULT = {"39": "fg", "49": "bg"}
_LENGTHS = {"2": 5, "5": 3}
"""Numbers of a colour that is written out: `38;2;r;g;b`, `38;5;n`."""

_NAMED = frozenset(str(tens + n) for tens in (30, 40, 90, 100) for n in range(8))
"""The sixteen colours, in front and behind (ECMA-48 and its bright ones)."""

_ADDITIVE = frozenset(["1", "2", "3", "4", "5", "7", "8", "9", "21", "53"])


class Pen(msgspec.Struct, frozen=True):
    """A style: foreground and background as their numbers, and attributes that were added."""

    fg: str = ""
    bg: str = ""
    added: frozenset[str] = frozenset()


class Thrift:
    """Remembers what the terminal was told."""

    def __init__(self) -> None:
        self._held: Pen | None = None
        self._wanted = Pen()
        self._move = ""

    def forget(self) -> None:
        """Somebody else wrote to the terminal: nothing is known of it."""
        self._held, self._wanted, self._move = None, Pen(), ""

    def squeeze(self, data: str) -> str:
        """Say `data` in fewer bytes."""
        said: list[str] = []
        move, end = self._move, 0
        for found in _SEQUENCE.finditer(data):
            text = data[end : found.start()]
            end = found.end()
            if text:
                said += (move, self._dip(text), text)
                move = ""
            if found[2] == "H":
                move = found[0]
            elif not self._want(found[1]):
                said += (move, self._dip(found[0]), found[0])
                move, self._held = "", None
        rest = data[end:]
        if rest:
            said += (move, self._dip(rest), rest)
            move = ""
        self._move = move if move == _HOME else ""
        if not self._move:
            said.append(move)
        return "".join(said)

    def _want(self, numbers: str) -> bool:
        """Take in a style; say whether it was understood."""
        parts = (numbers or "0").split(";")
        fg, bg, added = self._wanted.fg, self._wanted.bg, set(self._wanted.added)
        at = 0
        while at < len(parts):
            part = parts[at] or "0"
            length = (
                _LENGTHS.get(parts[at + 1], 0) if part in _COLOUR and at + 1 < len(parts) else 1
            )
            if length == 0 or at + length > len(parts):
                return False
            colour = ";".join(parts[at : at + length])
            if part == "0":
                fg, bg, added = "", "", set()
            elif part in _COLOUR or part in _DEFAULT or _is_named(part):
                value = "" if part in _DEFAULT else colour
                if _is_ground(part):
                    bg = value
                else:
                    fg = value
            elif part in _ADDITIVE:
                added.add(part)
            else:
                return False
            at += length
        self._wanted = Pen(fg, bg, frozenset(added))
        return True

    def _dip(self, text: str) -> str:
        """Say what the pen needs to write `text` as it is wanted; a space has no foreground."""
        held, wanted = self._held, self._wanted
        if held is not None and not wanted.added and not text.strip(" "):
            wanted = Pen(held.fg, wanted.bg)
        if held == wanted:
            return ""
        self._held = wanted
        if held is None or not held.added <= wanted.added:
            numbers = ["0", *sorted(wanted.added), wanted.fg, wanted.bg]
        else:
            numbers = sorted(wanted.added - held.added)
            if held.fg != wanted.fg:
                numbers.append(wanted.fg or "39")
            if held.bg != wanted.bg:
                numbers.append(wanted.bg or "49")
        return f"\x1b[{';'.join(filter(None, numbers))}m"


def _is_named(part: str) -> bool:
    """Whether this is one of the sixteen colours."""
    return part in _NAMED


def _is_ground(part: str) -> bool:
    """Whether this is a background: 40 to 49, 100 to 107."""
    return part.startswith(("4", "10"))
