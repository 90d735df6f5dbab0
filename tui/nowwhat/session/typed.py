"""What a person typed: taken as text, within a limit, and shown without doing anything."""

import re
from unicodedata import category

import msgspec

LINE_LIMIT = 500
"""Characters of one line: an action, a part of its plan."""

NOTE_LIMIT = 2000
"""Characters of a note: an insight, something feared, something noticed."""

_KEYS = frozenset(["Cc", "Cs"])
"""Characters of these categories come from keys, not from writing (Unicode, 4.5)."""

_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DELETE, _C0_PICTURES = 0x7F, 0x2400


class Typed(msgspec.Struct, frozen=True):
    """What is kept of what was typed.

    Attributes:
        text: The text, without surrounding space.
        dropped: How many characters lay beyond the limit.
    """

    text: str
    dropped: int


def take(raw: str, limit: int) -> Typed:
    """Take what was typed as text, up to `limit` characters.

    Control characters stay; only what no file can hold (half a surrogate pair) becomes U+FFFD.
    """
    text = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    return Typed(text[:limit].rstrip(), max(0, len(text) - limit))


def is_text(character: str) -> bool:
    """Whether this is written: joiners and wide spaces are, which Python calls unprintable."""
    return len(character) == 1 and category(character) not in _KEYS


def shown(text: str) -> str:
    """Make a text safe to show: a character that would do something is shown as a picture of it."""
    return _UNSHOWN.sub(lambda found: _picture(found[0]), text)


def _picture(char: str) -> str:
    code = ord(char)
    if code < ord(" "):
        return chr(_C0_PICTURES + code)
    return "\u2421" if code == _DELETE else "\ufffd"
