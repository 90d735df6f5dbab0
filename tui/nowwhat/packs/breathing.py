"""What the patterns of `breathing.toml` owe, beyond the shape of each."""

from collections.abc import Iterator

from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault
from nowwhat.session.breathing import Pattern, Phase


def pattern_faults(patterns: tuple[Pattern, ...]) -> Iterator[Fault]:
    """List the faults of all patterns."""
    file, ids = "breathing.toml", [pattern.id for pattern in patterns]
    if not ids:
        yield Place(file).fault("pattern", "at least one pattern")
    for pattern in patterns:
        place = Place(file, pattern.id)
        if ids.count(pattern.id) > 1:
            yield place.fault("id", "an id of its own; another pattern has it")
        if not pattern.title.strip():
            yield place.fault("title", "words, not nothing")
        if not pattern.phases:
            yield place.fault("phases", "at least one phase")
        for phase in pattern.phases:
            yield from _phase_faults(phase, place)
        if pattern.most_cycles < 0:
            yield place.fault("most_cycles", "0 for no bound, or more")


def _phase_faults(phase: Phase, place: Place) -> Iterator[Fault]:
    if not 0.5 <= phase.seconds <= 120:  # noqa: PLR2004 - seconds that one can follow
        yield place.fault("phases", f"0.5 to 120 seconds, not {phase.seconds:g}")
    if not phase.word.strip():
        yield place.fault("phases", "a word for each phase")
