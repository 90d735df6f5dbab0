"""The step kind `rate`: a whole number from 0 to its top."""

import pytest
from tests.session.samples import RATE, opened, refuses

from nowwhat.session.errors import NotAnAnswerError
from nowwhat.session.events import Rated
from nowwhat.session.flow import advance
from nowwhat.session.script import Rate
from nowwhat.session.state import Given

LIKELY = Rate(id="rate", ask=("How likely?",), low="no", high="yes", top=100)


@pytest.mark.parametrize("value", range(11))
def test_every_number_from_nought_to_ten_is_taken(value: int) -> None:
    state = advance(opened(RATE), Rated(step="rate", value=value))
    assert state.at == "end_act"
    assert state.given == (Given("rate", value),)


@pytest.mark.parametrize("value", [-1, 11, 100, 10**20, -(10**20)])
def test_a_rating_beyond_its_ends_is_refused(value: int) -> None:
    refuses(opened(RATE), Rated(step="rate", value=value), NotAnAnswerError)


@pytest.mark.parametrize("value", [0, 11, 99, 100])
def test_a_likelihood_goes_to_a_hundred(value: int) -> None:
    assert advance(opened(LIKELY), Rated(step="rate", value=value)).given[0].value == value


@pytest.mark.parametrize("value", [-1, 101])
def test_a_likelihood_beyond_its_ends_is_refused(value: int) -> None:
    refuses(opened(LIKELY), Rated(step="rate", value=value), NotAnAnswerError)
