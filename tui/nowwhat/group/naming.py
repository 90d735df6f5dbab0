"""The names that people give themselves in a room: text, not too wide, and each one's own."""

from unicodedata import category, east_asian_width, normalize

from nowwhat.group.refusing import RefusedError

CELLS = 40
"""How wide a name may be."""

_CHARACTERS = 2 * CELLS
"""How long, with all that has no width of its own."""

_JOINERS = "\u200c\u200d"
"""Unseen, and part of how names are written (Persian, Hindi) and of joined pictures."""

_NOT_TEXT = frozenset(["Cc", "Cf", "Co", "Cs", "Zl", "Zp"])
"""Controls, directions and tags, private and half characters, and what ends a line."""


def given_name(raw: str) -> str:
    """Take a name as it was typed; empty is a name, too.

    Raises:
        RefusedError: It is too wide, or has characters that would act upon a terminal.
    """
    if any(category(each) in _NOT_TEXT and each not in _JOINERS for each in raw.strip()):
        raise RefusedError("name_not_text")
    name = " ".join(normalize("NFC", raw).split())
    if len(name) > _CHARACTERS or cells(name) > CELLS:
        raise RefusedError("name_too_long")
    return name


def cells(text: str) -> int:
    """Tell how many cells of a terminal a text takes, rather too many than too few."""
    return sum(_width(each) for each in text)


def own_name(name: str, taken: frozenset[str]) -> str:
    """Tell a name apart from those there are by a number; nobody's is nobody's.

    Args:
        name: As it was given.
        taken: The names there are.
    """
    alike = {_skeleton(each) for each in taken}
    if not name or _skeleton(name) not in alike:
        return name
    number = 2
    while _skeleton(f"{name} {number}") in alike:
        number += 1
    return f"{name} {number}"


def _skeleton(name: str) -> str:
    return "".join(each for each in normalize("NFKC", name).casefold() if each not in _JOINERS)


def _width(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return int(character == "\ufe0f")  # what stands before it is shown as a picture, wider
    # Terminals go by newer tables than Python's: pictures and rare scripts have become wide there.
    newer = category(character) == "So" or character > "\uffff"
    return 2 if newer or east_asian_width(character) in "WF" else 1
