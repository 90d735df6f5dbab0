"""The step kind `choose`: one of its options, of those that may be had."""

import pytest
from tests.session.samples import CHOOSE, END_ACT, END_COMMIT, YES_NO, opened, refuses, script_of

from nowwhat.session.conditions import options_of
from nowwhat.session.errors import NotAnAnswerError
from nowwhat.session.events import Chose
from nowwhat.session.flow import advance, begin
from nowwhat.session.script import Choose, Option
from nowwhat.session.state import Given

AGAIN = Option("again", "Again", fact="repeatable")
DOORS = Choose(id="choose", ask=("Which?",), options=(*YES_NO, AGAIN))


@pytest.mark.parametrize("option", ["yes", "no"])
def test_each_option_is_taken_by_its_id(option: str) -> None:
    state = advance(opened(CHOOSE), Chose(step="choose", option=option))
    assert state.at == "end_act"
    assert state.given == (Given("choose", option),)


@pytest.mark.parametrize("option", ["", "maybe", "Yes", "YES", " yes", "1"])
def test_what_is_no_option_is_refused(option: str) -> None:
    refuses(opened(CHOOSE), Chose(step="choose", option=option), NotAnAnswerError)


def test_an_option_whose_fact_does_not_hold_is_neither_offered_nor_taken() -> None:
    state = opened(DOORS)
    assert options_of(DOORS, state) == YES_NO
    refuses(state, Chose(step="choose", option="again"), NotAnAnswerError)


def test_an_option_whose_fact_holds_is_offered_and_taken() -> None:
    state = begin(script_of(DOORS, END_ACT, END_COMMIT), facts=["repeatable"])
    assert options_of(DOORS, state) == (*YES_NO, AGAIN)
    assert advance(state, Chose(step="choose", option="again")).at == "end_act"
