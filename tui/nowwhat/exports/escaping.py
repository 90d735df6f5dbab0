"""Words as text and nothing else: for Markdown, and wherever a character could do something."""

import re
from typing import Final

_ACTIVE: Final = re.compile(r"([\\`*_\[\]<>#|~&!:@])")
_LEADING: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
"""What begins a list, or underlines a heading. A backslash before a digit would be shown."""

_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def one_line(text: str) -> str:
    """Give words as Markdown on one line."""
    return _as_text(" ".join(visible(text).split()))


def quote(text: str) -> str:
    """Give words as a quotation in Markdown, line by line."""
    lines = [" ".join(line.split()) for line in visible(text).strip().splitlines()]
    return "".join(f"> {_as_text(line)}\\\n" if line else ">\n" for line in lines)


def visible(text: str) -> str:
    """Leave out what no page shows and a terminal or a text direction would act upon."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _as_text(line: str) -> str:
    return _LEADING.sub(_led, _ACTIVE.sub(r"\\\1", line))


def _led(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark}\\" if mark[0].isdigit() else f"{found[1]}\\{mark}"
