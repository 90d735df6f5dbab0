"""The step kind `do`: act now, beside a quiet timer."""

from typing import Literal

import pytest
from tests.session.samples import DO, opened, refuses

from nowwhat.session.errors import NotAnAnswerError
from nowwhat.session.events import Did
from nowwhat.session.flow import advance
from nowwhat.session.state import Given


@pytest.mark.parametrize("ending", ["done", "part", "later"])
def test_every_ending_goes_on(ending: Literal["done", "part", "later"]) -> None:
    state = advance(opened(DO), Did(step="do", seconds=0, ending=ending))
    assert state.at == "end_act"
    assert state.given == (Given("do", ending),)


def test_it_may_take_longer_than_its_timer() -> None:
    assert advance(opened(DO), Did(step="do", seconds=100_000, ending="done")).at == "end_act"


def test_it_does_not_take_less_than_no_time() -> None:
    refuses(opened(DO), Did(step="do", seconds=-1, ending="done"), NotAnAnswerError)
