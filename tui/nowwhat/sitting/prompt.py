"""A prompt: everything that a front end shows of the step that is open, in words ready to show."""

import msgspec

from nowwhat.session.breathing import Pattern
from nowwhat.session.script import Step


class Choice(msgspec.Struct, frozen=True):
    """One thing to choose: its id, its words, and a word more."""

    id: str
    words: str
    hint: str = ""


class Gate(msgspec.Struct, frozen=True):
    """The coach's side of an act step, once a line did not become the action.

    Attributes:
        line: The line offered last, safe to show.
        question: The coach's one question.
        may_keep: "Keep my words" is in view.
        may_misread: "You misread me" is in view.
        right_person: A ready action: the right person about it; empty where there is none.
        smaller: Fractions of the line, where it is too big for one sitting.
    """

    line: str
    question: str
    may_keep: bool = False
    may_misread: bool = False
    right_person: str = ""
    smaller: tuple[str, ...] = ()


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked now.

    Attributes:
        step: The step, for its kind and its plain fields.
        says: Paragraphs before the question.
        ask: The question.
        hint: A word of help.
        choices: For choose and review: what may be chosen.
        starters: For act, plan and an insight: lines that fill an editable line, as they were
            typed; `session.typed.shown` makes them safe to show.
        gate: The coach's side, once a line was not taken.
        patterns: For breathe: the one offered first, then the others.
        optional: Nothing may be answered.
        half: What was typed and not given.
        place: How many of the steps are behind, and how many there may be in all.
        waits: Nothing is asked: it goes on with the room. `step` is a reading that takes no answer.
    """

    step: Step
    says: tuple[str, ...] = ()
    ask: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    starters: tuple[str, ...] = ()
    gate: Gate | None = None
    patterns: tuple[Pattern, ...] = ()
    optional: bool = False
    half: str = ""
    place: tuple[int, int] = (0, 0)
    waits: bool = False


class Reply(msgspec.Struct, frozen=True):
    """What is said to an answer before the next question.

    Attributes:
        says: Paragraphs.
        care: A call for help that was heard in it: its kind; empty where there was none.
    """

    says: tuple[str, ...] = ()
    care: str = ""
