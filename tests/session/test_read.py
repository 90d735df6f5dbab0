"""The step kind `read`: something to read, and one goes on."""

from tests.session.samples import NOTE, READ, opened, refuses

from nowwhat.session.errors import OutOfTurnError
from nowwhat.session.events import Noted, WentOn
from nowwhat.session.flow import advance
from nowwhat.session.state import Given


def test_going_on_opens_the_next_step_and_keeps_that_it_was_read() -> None:
    state = advance(opened(READ, NOTE), WentOn(step="read"))
    assert state.at == "note"
    assert state.given == (Given("read", ""),)


def test_there_is_nothing_to_write_at_what_is_read() -> None:
    refuses(opened(READ, NOTE), Noted(step="read", text="words"), OutOfTurnError)


def test_going_on_twice_does_not_pass_over_the_question_that_follows() -> None:
    state = advance(opened(READ, NOTE), WentOn(step="read"))
    refuses(state, WentOn(step="read"), OutOfTurnError)
    refuses(state, WentOn(step="note"), OutOfTurnError)
