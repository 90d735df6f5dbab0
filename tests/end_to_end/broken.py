"""The program with a bug in it: `BUG` says where; its error is full of what the person wrote."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

from nowwhat.cli.running import run
from nowwhat.cli.surroundings import Surroundings


def with_words(self: object, *_: object, **__: object) -> NoReturn:
    """Fail as bugs do: words in the message, in the cause, in local values, in notes."""
    words = os.environ["WORDS"]
    error = RuntimeError(f"cannot take {words!r} at {self!r}")
    error.add_note(words)
    raise error from ValueError(words)


def break_it(where: str) -> None:
    """Put the bug in."""
    # ruff: noqa: PLC0415 - each is imported only where it is broken
    from textual._xterm_parser import XTermParser

    from nowwhat.sitting.sitting import Sitting
    from nowwhat.sitting.visit import Visit
    from nowwhat.widgets.scale import Scale

    places: dict[str, tuple[type, str]] = {
        "an answer": (Sitting, "give"),
        "half-typed words": (Sitting, "typing"),
        "a picture": (Scale, "render"),
        "a visit": (Visit, "run"),
        "a key": (Scale, "on_key"),
    }
    if where == "the terminal's thread":
        feed: Callable[..., object] = XTermParser.feed

        def at_a_five(self: XTermParser, data: str) -> object:
            return with_words(self) if data == "5" else feed(self, data)

        setattr(XTermParser, "feed", at_a_five)  # noqa: B010 - mypy would mind the other way
        return
    owner, name = places[where]
    setattr(owner, name, with_words)


if __name__ == "__main__":
    break_it(os.environ["BUG"])
    sys.exit(run(sys.argv[1:], Surroundings()))
