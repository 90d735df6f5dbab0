"""Words as text and nothing else: in Markdown, in tables, wherever a character could act."""

import re
from typing import Final

_ACTIVE: Final = re.compile(r"([\\`*_\[\]<~]|&(?=#?\w+;))")
_LEADING: Final = re.compile(r"^([-+=#>]|\d+(?=[.)]))")
"""What begins a list, a heading or a quotation, or underlines one."""

_RUN: Final = re.compile(r"(?:^|(?<=[;\n]))(?=[ \t]*[=+\-@\uff1d\uff0b\uff0d\uff20]|\t)")
"""Where a spreadsheet would begin to calculate: at the beginning of a cell, or of what it takes for
one where a semicolon or a line parts them (OWASP, CSV injection)."""

_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def one_line(text: str) -> str:
    """Give words as Markdown on one line."""
    return _as_text(" ".join(visible(text).split()))


def quote(text: str) -> str:
    """Give words as a quotation in Markdown, line by line."""
    lines = [_as_text(" ".join(line.split())) for line in visible(text).strip().splitlines()]
    pairs = zip(lines, [*lines[1:], ""], strict=False)
    return "".join(f"> {line}\\\n" if line and below else f"> {line}\n" for line, below in pairs)


def visible(text: str) -> str:
    """Leave out what no page shows and a terminal or a text direction would act upon."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def harmless(text: str) -> str:
    """Give words as a cell of a table: before what would be calculated stands an apostrophe."""
    return _RUN.sub("'", visible(text))


def _as_text(line: str) -> str:
    return _LEADING.sub(_led, _ACTIVE.sub(r"\\\1", line))


def _led(found: re.Match[str]) -> str:
    # A backslash before a digit would be shown; before the mark behind it, it is not.
    return f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}"
