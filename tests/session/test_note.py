"""The step kind `note`: words, and nothing only where that is allowed."""

import pytest
from tests.session.samples import NOTE, opened, refuses

from nowwhat.session.errors import NotAnAnswerError
from nowwhat.session.events import Noted
from nowwhat.session.flow import advance
from nowwhat.session.script import Note
from nowwhat.session.state import Given

OPTIONAL = Note(id="note", ask=("What?",), optional=True)
BLANK = ["", " ", "\t", "\n \n", "\u2003"]


@pytest.mark.parametrize("text", ["fear", "  fear  ", "[red]fear[/]", "\x1b[2J", "back.", "\u202e"])
def test_words_are_kept_as_they_were_given(text: str) -> None:
    state = advance(opened(NOTE), Noted(step="note", text=text))
    assert state.at == "end_act"
    assert state.given == (Given("note", text),)


@pytest.mark.parametrize("text", BLANK)
def test_nothing_is_no_answer_where_words_are_asked_for(text: str) -> None:
    refuses(opened(NOTE), Noted(step="note", text=text), NotAnAnswerError)


@pytest.mark.parametrize("text", BLANK)
def test_nothing_is_an_answer_where_the_step_is_optional(text: str) -> None:
    state = advance(opened(OPTIONAL), Noted(step="note", text=text))
    assert state.at == "end_act"
    assert state.given == (Given("note", ""),)
