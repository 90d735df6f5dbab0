"""Answering on the screen what `answers` says: each kind of step by the keys that it takes."""

from pathlib import Path

from tests.end_to_end.answers import Answers
from tests.end_to_end.glass import ENTER, ESCAPE, Glass
from tests.end_to_end.questions import PACK, WORDS

from nowwhat.packs.filling import pick
from nowwhat.session.script import (
    Act,
    Breathe,
    Card,
    Choose,
    Commit,
    Do,
    Note,
    Plan,
    Rate,
    Review,
)

STOPPED = Path(__file__).with_name("stopped.py")
"""The program at a clock that stands."""

CARD = ("card", "")
"""What line mode only says: on the screen one goes on from it."""

TYPED = (Note, Plan, Act)


def is_typed(script: str, step: str) -> bool:
    """Whether words are typed at this step."""
    return isinstance(PACK.script(script).step(step), TYPED)


def sign(script: str, step: str, visit: int = 0) -> str:
    """Words that stand on the screen when this is asked; they vary with the sessions before."""
    found = PACK.script(script).step(step)
    if isinstance(found, Commit):
        return WORDS.stage.change
    return pick(found.ask, visit).partition("{")[0]


def answer(glass: Glass, script: str, step: str, line: str, visit: int = 0) -> None:
    """Wait for a question and answer it."""
    glass.until(sign(script, step, visit))
    found = PACK.script(script).step(step)
    match found:
        case Note() | Plan() | Act() | Rate():
            glass.press(line)
            glass.press(ENTER)
        case Choose() | Review():
            glass.choose(next(o.words for o in found.options if o.id == line))
        case Breathe():
            glass.press(ENTER)
            glass.until(f"Space {WORDS.footing.pause}")
            glass.press(ESCAPE)
        case Do():
            glass.choose(getattr(WORDS.do, line))
        case Commit() | Card():
            glass.press(ENTER)
        case _:
            raise AssertionError(f"{step} asks nothing")


def walk(glass: Glass, script: str, answers: Answers, visit: int = 0) -> None:
    """Answer one question after another."""
    for step, line in answers:
        answer(glass, script, step, line, visit)
