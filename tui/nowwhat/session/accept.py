"""What a step makes of an answer: the value it keeps, or the reason why it takes none."""

from typing import assert_never

from nowwhat.session.conditions import options_of
from nowwhat.session.errors import NotAnAnswerError, OutOfTurnError
from nowwhat.session.events import (
    Answer,
    Breathed,
    Chose,
    Committed,
    Did,
    Kept,
    Misread,
    Noted,
    Offered,
    Planned,
    Rated,
    Reviewed,
    WentOn,
)
from nowwhat.session.script import Breathe, Choose, Commit, Note, Plan, Rate, Step
from nowwhat.session.state import Given, GivenAction, GivenBreath, GivenWhen, State, Try
from nowwhat.session.verdict import Safety


def answer(state: State, step: Step, event: Answer) -> Given | tuple[Try, ...]:
    """Turn an event into what is kept of it.

    The event is one of those that the step's kind takes (`flow.TAKES`).

    Returns:
        What was given, where the step is answered by it; the tries so far, where it stays open.

    Raises:
        NotAnAnswerError: The value is none that this step takes.
        OutOfTurnError: There is nothing yet to keep, to misread or to commit to.
    """
    match event:
        case WentOn():
            return Given(step.id)
        case Noted(text=text):
            return _words(step, text)
        case Planned(text=text, due=due):
            words = _words(step, text)
            return GivenWhen(step.id, words.value, due=due) if due and words.value else words
        case Rated(value=value):
            return _rating(step, value)
        case Chose(option=option):
            return _option(state, step, option)
        case Breathed():
            return _breath(step, event)
        case Offered() | Kept() | Misread():
            return _action(state, step, event)
        case Committed():
            return _commitment(state, step)
        case Did():
            return _deed(step, event)
        case Reviewed(outcome=outcome):
            return Given(step.id, str(outcome))
        case _:
            assert_never(event)


def _words(step: Step, text: str) -> Given:
    optional = isinstance(step, Note | Plan) and step.optional
    if not text.strip() and not optional:
        raise NotAnAnswerError(f"{step.id} takes some words")
    return Given(step.id, text if text.strip() else "")


def _rating(step: Step, value: int) -> Given:
    top = step.top if isinstance(step, Rate) else 10
    if not 0 <= value <= top:
        raise NotAnAnswerError(f"{step.id} takes a whole number from 0 to {top}")
    return Given(step.id, value)


def _option(state: State, step: Step, option: str) -> Given:
    known = [o.id for o in options_of(step, state)] if isinstance(step, Choose) else []
    if option not in known:
        raise NotAnAnswerError(f"{step.id} takes one of {', '.join(known)}")
    return Given(step.id, option)


def _breath(step: Step, event: Breathed) -> GivenBreath:
    patterns = (step.pattern, *step.others) if isinstance(step, Breathe) else ()
    if event.pattern not in patterns or event.seconds < 0:
        raise NotAnAnswerError(f"{step.id} takes one of {', '.join(patterns)}, from 0 seconds on")
    return GivenBreath(
        step.id,
        event.ending,
        pattern=event.pattern,
        seconds=event.seconds,
        ending=event.ending,
    )


def _deed(step: Step, event: Did) -> Given:
    if event.seconds < 0:
        raise NotAnAnswerError(f"{step.id} takes 0 seconds or more")
    return Given(step.id, event.ending)


def _commitment(state: State, step: Step) -> Given:
    if not isinstance(step, Commit) or not state.action_line:
        raise OutOfTurnError("there is no action to commit to")
    return Given(step.id, "i_will")


def _action(
    state: State, step: Step, event: Offered | Kept | Misread
) -> GivenAction | tuple[Try, ...]:
    """The gate: a line becomes the action by the verdict on it, or because the person keeps it."""
    if isinstance(event, Offered):
        return _offer(state, step, event)
    if not state.tries:
        raise OutOfTurnError("no line has been offered yet")
    last = state.tries[-1]
    rounds = len(state.tries)
    if isinstance(event, Kept):
        if not last.keepable:
            raise OutOfTurnError("words are kept once they are safe and have a verb and a when")
        return GivenAction(step.id, last.line, rounds=rounds, kept=True, misread=last.misread)
    if last.verdict.safety is not Safety.ASK or last.misread:
        raise OutOfTurnError("there is no concern here that could be misread")
    if last.verdict.concrete:
        return GivenAction(step.id, last.line, rounds=rounds, misread=True)
    return (*state.tries[:-1], Try(last.line, last.verdict, misread=True))


def _offer(state: State, step: Step, event: Offered) -> GivenAction | tuple[Try, ...]:
    if not event.line.strip():
        raise NotAnAnswerError(f"{step.id} takes one line")
    rounds = len(state.tries) + 1
    if event.round != rounds:
        raise OutOfTurnError(f"this is offer {rounds}, not {event.round}")
    if event.verdict.accepted:
        return GivenAction(step.id, event.line, rounds=rounds)
    return (*state.tries, Try(event.line, event.verdict))
