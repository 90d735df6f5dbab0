"""Filling words with what the person wrote, and choosing among alternatives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nowwhat.packs.filling import fill, pick


def test_a_name_in_braces_is_filled_and_an_unknown_one_left_empty() -> None:
    assert fill("{action}, {when}{nosuch}.", {"action": "call", "when": 6}) == "call, 6."


def test_a_value_is_never_looked_at_for_names_itself() -> None:
    values = {"action": "{when} {action}", "when": "at six"}
    assert fill("I will {action}.", values) == "I will {when} {action}."


def test_a_value_does_nothing_to_the_terminal() -> None:
    assert fill("I will {action}.", {"action": "\x1b[2Jcall\u202e"}) == "I will ␛[2Jcall\ufffd."


@pytest.mark.parametrize("words", ["{}", "{ action }", "{Action}", "{action", "action}", "{0}"])
def test_other_braces_are_left_as_they_stand(words: str) -> None:
    assert fill(words, {"action": "call"}) == words


@settings(deadline=None)
@given(st.text(max_size=30), st.dictionaries(st.text("abc", max_size=3), st.text(max_size=5)))
def test_any_words_can_be_filled_with_anything(words: str, values: dict[str, str]) -> None:
    assert isinstance(fill(words, values), str)


def test_each_wording_comes_in_its_turn() -> None:
    assert [pick(("a", "b", "c"), visit) for visit in range(5)] == ["a", "b", "c", "a", "b"]
    assert pick((), 3) == ""
