"""A script on paper: its questions, with room to write."""

from collections.abc import Iterator, Sequence

from nowwhat.packs.filling import fill
from nowwhat.packs.sheet_words import WorksheetWords
from nowwhat.plain.asked_if import asked_if, on_paper
from nowwhat.plain.paper import BLANK, heading, paragraph, points, room
from nowwhat.session.script import (
    Act,
    Choose,
    Commit,
    Note,
    Option,
    Plan,
    Rate,
    Review,
    Script,
    Step,
)

_TICK = "[ ]  "
_INSIGHT, _ACTION, _ANSWER = 5, 3, 2
"""Ruled lines for an insight, an action, any other answer."""

_BY_ONE = 10
"""A scale that ends here has a number for each step; a longer one has every tenth."""


def worksheet(script: Script, words: WorksheetWords) -> Iterator[str]:
    """Print what there is to write in a script, in its short form.

    What hangs on a fact is left out, since paper knows none; so is what is only read or breathed.

    Args:
        script: Led or not.
        words: The pack's.
    """
    yield from heading(fill(words.title, {"title": script.title}))
    yield from paragraph(words.yours)
    yield ""
    for step in script.steps:
        if on_paper(step):
            yield from _asked(step, script, words)


def _asked(step: Step, script: Script, words: WorksheetWords) -> Iterator[str]:
    match step:
        case Note(keeps=keeps):
            answer: Iterator[str] = room(_INSIGHT if keeps == "insight" else _ANSWER)
        case Act():
            answer = room(_ACTION)
        case Plan():
            answer = room(_ANSWER)
        case Rate():
            answer = _scale(step, words)
        case Choose(options=options) | Review(options=options):
            answer = _boxes(options)
        case Commit():
            yield from heading(words.plan, 2)
            yield from room(_ACTION)
            yield from points([words.i_will], _TICK)
            return
        case _:
            return
    asked = dict.fromkeys(("action", "subject", "rung", "ladder", "obstacle"), BLANK)
    yield from heading(fill(step.ask[0], asked), 2)
    for line in (asked_if(step, script, words), fill(step.hint, asked)):
        yield from paragraph(line)
    yield from answer


def _scale(step: Rate, words: WorksheetWords) -> Iterator[str]:
    ends = {"low": step.low, "high": step.high, "top": step.top}
    yield from paragraph(fill(words.scale, ends))
    yield ""
    numbers = range(0, step.top + 1, 1 if step.top == _BY_ONE else step.top // 10)
    yield "   ".join(map(str, numbers))
    yield ""


def _boxes(options: Sequence[Option]) -> Iterator[str]:
    yield ""
    shown = (option for option in options if not option.fact)
    yield from points((f"{o.words}. {o.hint}" if o.hint else o.words for o in shown), _TICK)
