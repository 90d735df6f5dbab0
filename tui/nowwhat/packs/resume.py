"""The words that bring a guest of a server back: `resume.toml`."""

import re
from collections import Counter
from collections.abc import Iterator

from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault
from nowwhat.packs.shapes import Shape

LEAST = 512
"""Words to choose from: three of so many are 134 million, of which a few are in use."""

_WORD = re.compile(r"\w{2,12}")


class ResumeWords(Shape, frozen=True, kw_only=True):
    """The words to choose from."""

    words: tuple[str, ...]


def resume_faults(resume: ResumeWords) -> Iterator[Fault]:
    """List what could be guessed, mistyped or taken for something else."""
    place = Place("resume.toml")
    if len(resume.words) < LEAST:
        yield place.fault("words", f"{LEAST} or more, not {len(resume.words)}")
    for word, count in Counter(resume.words).items():
        if count > 1:
            yield place.fault("words", f"{word!r} once")
        if not _WORD.fullmatch(word) or word != word.casefold():
            yield place.fault("words", f"one word in small letters, not {word!r}")
