"""What a script's steps owe each other, beyond the shape of each: names, places, placeholders."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nowwhat.packs.branching import ENDINGS, condition_faults
from nowwhat.packs.decode import Place
from nowwhat.packs.faults import Fault, nearest
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Do,
    Note,
    Option,
    Plan,
    Rate,
    Read,
    Review,
    Script,
    Step,
)

PLACEHOLDERS = frozenset(
    {
        *("insight", "action", "when", "where", "obstacle", "response", "feared", "likely"),
        *("before", "after", "confidence", "subject", "readback", "ladder", "rung"),
        *("curve", "learnt"),
    }
)
"""What words may be filled with: see `sitting/wording.py`."""

CHECK_IN = "checkin"
"""The one script that accounts for an action; every other ends on a committed one."""

BREATHING, DOING = range(10, 1801), range(30, 3601)
"""How long a breathing and an act-now timer may be, in seconds."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_FIXED_OPTIONS = {
    "next": frozenset({"smaller", "another_time", "another_action", "leave_open", "let_go"}),
    "side": frozenset({"inside", "outside"}),
    "came_true": frozenset({"yes", "partly", "no"}),
    "again": frozenset({"yes", "no"}),
    "breath": frozenset({"helps", "worse", "unsure"}),
    "hurt": frozenset({"uncomfortable", "hurt", "unsure"}),
}


class Names(NamedTuple):
    """The names that a script may use; none where their file cannot be read, and any name will do.

    Attributes:
        patterns: Ids of the pack's breathing patterns.
        doors: Ids of its doors.
    """

    patterns: frozenset[str] | None
    doors: frozenset[str] | None


def script_faults(
    script: Script, file: str, names: Names, torn: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    """List every fault that can be seen without walking the script.

    Args:
        script: Shaped, not yet proven.
        file: Its file, for the faults.
        names: What it may use of its pack.
        torn: Ids of steps that could not be read; what may depend on them is not judged.
    """
    if not (script.steps or torn):
        yield Place(file).fault("step", "at least one step")
    role = "checkin" if script.id == CHECK_IN else "session"
    if script.role != role:
        yield Place(file).fault("role", f"{role!r}; only {CHECK_IN!r} accounts for an action")
    earlier: dict[str, Step] = {}
    every = [step.id for step in script.steps]
    for step in script.steps:
        place = Place(file, step.id)
        if step.id in earlier:
            yield place.fault("id", "an id of its own; an earlier step has this one")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", step.id):
            yield place.fault("id", "lower-case letters, digits and _, a letter first")
        yield from _word_faults(step, place)
        if step.only_if is None or not {step.only_if.answer, step.only_if.risen_from} & torn:
            yield from condition_faults(step, place, earlier, every)
        yield from _kind_faults(step, place, names)
        if not torn:
            yield from _order_faults(step, place, earlier)
        if isinstance(step, Note) and step.keeps == "insight" and role == "checkin":
            yield place.fault("keeps", "no insight in a check-in, which may end without an action")
        earlier[step.id] = step


def _word_faults(step: Step, place: Place) -> Iterator[Fault]:
    if not step.ask and not isinstance(step, Read | Card):
        yield place.fault("ask", "a question")
    if isinstance(step, Read) and not step.ask and not step.says:
        yield place.fault("says", "something to read")
    for key, lines in (("ask", step.ask), ("says", step.says), ("hint", (step.hint,))):
        for line in lines:
            if key != "hint" and not line.strip():
                yield place.fault(key, "words, not nothing")
            for name in _PLACEHOLDER.findall(line):
                if name not in PLACEHOLDERS:
                    yield place.fault(key, f"no {{{name}}}{nearest(name, sorted(PLACEHOLDERS))}")
    for key, lines in _never_filled(step):
        for line in lines:
            for name in _PLACEHOLDER.findall(line):
                yield place.fault(key, f"no {{{name}}}; nothing is filled in here")


def _never_filled(step: Step) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the words that are shown as they stand."""
    match step:
        case Choose(options=options) | Review(options=options):
            yield "options", tuple(f"{option.words} {option.hint}" for option in options)
        case Rate(low=low, high=high):
            yield "low", (low,)
            yield "high", (high,)
        case Plan(offers=offers):
            yield "offers", offers


def _kind_faults(step: Step, place: Place, names: Names) -> Iterator[Fault]:
    match step:
        case Choose():
            yield from _choice_faults(step, place, names)
        case Review():
            yield from _option_faults(step.options, place, least=1)
            if {option.id for option in step.options} != ENDINGS[Review]:
                yield place.fault("options", "exactly done, part, notyet and letgo")
        case Breathe():
            yield from _breath_faults(step, place, names)
        case Act():
            yield from _starter_faults(step, place, names)
        case Do():
            yield from _length_faults(step.seconds, DOING, place)
        case Rate():
            if not step.low.strip() or not step.high.strip():
                yield place.fault("low", "words at both ends")
        case _:
            return


def _order_faults(step: Step, place: Place, earlier: Mapping[str, Step]) -> Iterator[Fault]:
    """Name what has to stand somewhere before a step; that no way passes it by is proven later."""
    committed = any(isinstance(other, Commit) for other in earlier.values())
    doors = any(isinstance(other, Choose) and other.keeps == "door" for other in earlier.values())
    if isinstance(step, Do) and not committed:
        yield place.fault("kind", "a commit before acting")
    if isinstance(step, Act) and step.starters == "door" and not doors:
        yield place.fault("starters", "an earlier choice that keeps a door")
    if isinstance(step, Act) and step.starters == "ladder" and not _notes_of("rung", earlier):
        yield place.fault("starters", "an earlier note that keeps a rung")
    if isinstance(step, Rate) and step.keeps == "rung" and not _notes_of("rung", earlier):
        yield place.fault("keeps", "an earlier note that keeps a rung")
    if isinstance(step, Note) and step.keeps == "rung" and not _notes_of("ladder", earlier):
        yield place.fault("keeps", "an earlier note that keeps a ladder")


def _notes_of(keeps: str, earlier: Mapping[str, Step]) -> bool:
    return any(isinstance(other, Note) and other.keeps == keeps for other in earlier.values())


def _choice_faults(step: Choose, place: Place, names: Names) -> Iterator[Fault]:
    yield from _option_faults(step.options, place, least=2)
    allowed = names.doors if step.keeps == "door" else _FIXED_OPTIONS.get(step.keeps)
    for option in step.options:
        if allowed is not None and option.id not in allowed:
            known = nearest(option.id, sorted(allowed))
            yield place.fault("options", f"no {option.id!r} for {step.keeps!r}{known}")


def _breath_faults(step: Breathe, place: Place, names: Names) -> Iterator[Fault]:
    for pattern in (step.pattern, *step.others):
        if names.patterns is not None and pattern not in names.patterns:
            known = nearest(pattern, sorted(names.patterns))
            yield place.fault("pattern", f"a breathing pattern, not {pattern!r}{known}")
    yield from _length_faults(step.seconds, BREATHING, place)


def _length_faults(seconds: int, allowed: range, place: Place) -> Iterator[Fault]:
    if seconds not in allowed:
        yield place.fault("seconds", f"{allowed.start} to {allowed.stop - 1} seconds")


def _starter_faults(step: Act, place: Place, names: Names) -> Iterator[Fault]:
    known = {*(names.doors or ()), "door", "again", "ladder", "smaller", ""}
    if names.doors is not None and step.starters not in known:
        offer = nearest(step.starters, sorted(known - {""}))
        yield place.fault(
            "starters", f"a door, again, ladder or smaller, not {step.starters!r}{offer}"
        )


def _option_faults(options: tuple[Option, ...], place: Place, least: int) -> Iterator[Fault]:
    ids = [option.id for option in options]
    if len(options) < least:
        yield place.fault("options", f"at least {least} options")
    for option in options:
        if ids.count(option.id) > 1:
            yield place.fault("options", f"{option.id!r} once")
        if not option.words.strip():
            yield place.fault("options", f"words for {option.id!r}")
