"""What a terminal was told, as words: small ones, and those that are drawn large."""

import re
from typing import Protocol

from nowwhat.widgets.letters import Size, draw

_SIZES: tuple[Size, ...] = ("wide", "narrow")
_PLAIN = re.compile(r"\w")
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()].|.)")


class Terminal(Protocol):
    """What came to somebody, over all their lines."""

    @property
    def heard(self) -> bytes: ...

    @property
    def rows(self) -> set[str]: ...


def told(heard: bytes) -> str:
    """All of it, without what moves and colours it; what stood apart still stands apart."""
    return _ESCAPES.sub(" ", heard.decode("utf-8", "replace"))


def in_words(heard: bytes) -> str:
    """The same without white space, wherever lines were broken and colours changed."""
    return "".join(_ESCAPES.sub("", heard.decode("utf-8", "replace")).split())


def is_drawn(word: str, rows: set[str]) -> bool:
    """Say whether a word was drawn large in these rows."""
    return any(
        all(any(drawn.strip() in row for row in rows) for drawn in draw(word, size))
        for size in _SIZES
    )


def written(heard: bytes, sought: set[str]) -> set[str]:
    """Tell which of these words stand in these bytes."""
    words = in_words(heard)
    return {each for each in sought if each in words}


def reached(one: Terminal, sought: set[str]) -> set[str]:
    """Tell which of these words came to a terminal: as bytes, on its screen, drawn large."""
    shown = "\n".join(one.rows)
    large = {row for row in one.rows if not _PLAIN.search(row)}
    seen = {each for each in sought if each in shown or is_drawn(each, large)}
    return seen | written(one.heard, sought)


def named(heard: bytes, names: set[str]) -> set[str]:
    """Tell which of these names came."""
    said = told(heard)
    return {each for each in names if re.search(rf"\b{each}\b", said)}
