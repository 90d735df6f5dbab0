"""What a whole room is shown of a step: a face of words, with no place to write."""

import re
from collections.abc import Iterator

import msgspec

from nowwhat.packs.filling import fill, pick
from nowwhat.packs.walk_words import WalkWords
from nowwhat.session.script import Breathe, Choose, Condition, Plan, Rate, Script, Step

_PERSONAL = re.compile(r"\{[a-z]+\}")
"""What is filled in from one person's answers; on paper they have it before them."""

_GAP = "…"


class Face(msgspec.Struct, frozen=True):
    """What is shown of a step.

    Attributes:
        whom: For whom it is; empty: for everybody.
        says: Paragraphs before the question.
        ask: The question; empty where there is none.
        doors: What may be chosen: its words, and a word more or nothing.
        scale: What the numbers mean, where one is asked for.
        hint: A word of help.
    """

    whom: str = ""
    says: tuple[str, ...] = ()
    ask: str = ""
    doors: tuple[tuple[str, str], ...] = ()
    scale: str = ""
    hint: str = ""


def face_of(step: Step, script: Script, words: WalkWords) -> Face:
    """Give the face of a step of a script."""
    whom = _whom(step.only_if, script, words) if step.only_if is not None else ""
    return Face(
        whom=whom,
        says=tuple(filter(None, map(_public, step.says))),
        ask=_public(pick(step.ask, 0)),
        doors=tuple(_doors(step)),
        scale=_scale(step, words),
        hint=_public(step.hint),
    )


def line_of(step: Step) -> str:
    """Name a step in a line: what it asks, or the first that it says."""
    said = (_public(text) for text in (pick(step.ask, 0), *step.says, step.hint))
    return next(filter(None, said), step.id)


def name_of(stop: Step) -> str:
    """Name a stop for who leads: the first line of its notes, where there are more; else its line.

    Nobody else sees notes: on a shared screen it is `line_of` that names a step.
    """
    name, _, rest = stop.notes.strip().partition("\n")
    return name if rest else line_of(stop)


def notes_of(step: Step) -> tuple[str, ...]:
    """Give the notes of a step, a paragraph each, without its name."""
    lines = step.notes.strip().split("\n")
    return tuple(filter(None, lines[1:] if len(lines) > 1 else lines))


def _public(text: str) -> str:
    """Leave a gap for what is one person's own; a text of nothing else is empty."""
    if not _PERSONAL.search(text):
        return text
    bare = _PERSONAL.sub("", text)
    return _PERSONAL.sub(_GAP, text) if any(map(str.isalpha, bare)) else ""


def _doors(step: Step) -> Iterator[tuple[str, str]]:
    if isinstance(step, Choose):
        for option in step.options:
            if not option.fact:
                yield _public(option.words), _public(option.hint)
    elif isinstance(step, Plan):
        for offer in step.offers:
            yield offer, ""


def _scale(step: Step, words: WalkWords) -> str:
    if not isinstance(step, Rate):
        return ""
    return fill(words.scale, {"low": step.low, "top": step.top, "high": step.high})


def _whom(condition: Condition, script: Script, words: WalkWords) -> str:
    """Say for whom a step is that hangs on an answer."""
    if condition.at_least is not None:
        return fill(words.if_least, {"number": condition.at_least})
    if condition.at_most is not None:
        return fill(words.if_most, {"number": condition.at_most})
    if condition.risen_from:
        return fill(words.if_risen, {"number": condition.by})
    if condition.given is not None:
        return words.if_written if condition.given else words.if_unwritten
    asked = script.step(condition.answer)
    options = asked.options if isinstance(asked, Choose) else ()
    said = ""
    for option in options:
        if option.id in condition.is_ and not option.fact:
            more = {"one": said, "other": option.words}
            said = fill(words.if_or, more) if said else option.words
    return fill(words.if_chose, {"words": said}) if said else ""


def pattern_of(step: Step) -> str:
    """Name the breathing pattern of a step; empty where it has none."""
    return step.pattern if isinstance(step, Breathe) else ""
