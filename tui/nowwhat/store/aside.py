"""Dated names under which damaged files are put out of the way, one for each, none ever reused."""

from collections.abc import Callable
from itertools import count
from pathlib import PurePath

from nowwhat.session.moment import Moment


def free_name(name: str, at: Moment, is_taken: Callable[[str], bool]) -> str:
    """Give a free name for a damaged file: `journal-damaged-20250131-235959.json`.

    Whoever asks holds the lock of the damaged file, so the name stays free until they use it.
    """
    path = PurePath(name)
    stem = f"{path.stem}-damaged-{at.at:%Y%m%d-%H%M%S}"
    names = (f"{stem}{f'-{n}' if n > 1 else ''}{path.suffix}" for n in count(1))
    return next(free for free in names if not is_taken(free))


def is_aside(name: str) -> bool:
    """Say whether a file of this name was put out of the way."""
    return "-damaged-" in name
