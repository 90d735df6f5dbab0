"""Names: text, up to 40 cells, and each one's own."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.group.samples import lobby, refuses, who, with_people

from nowwhat.group.commands import Join
from nowwhat.group.naming import cells, given_name, own_name
from nowwhat.group.refusing import RefusedError

PERSIAN = "\u0646\u0627\u0645"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("", ""),
        ("   ", ""),
        ("  Ada \n", "Ada"),
        ("Ada  Lovelace", "Ada Lovelace"),
        ("e\u0301", "é"),
        ("😀" * 20, "😀" * 20),
        (f"{PERSIAN}\u200c{PERSIAN}", f"{PERSIAN}\u200c{PERSIAN}"),
        ("a" * 40, "a" * 40),
    ],
)
def test_a_name_is_taken(raw: str, name: str) -> None:
    assert given_name(raw) == name


@pytest.mark.parametrize(
    "raw", ["a\x1b[2J", "a\x07b", "a\nb", "a\u202eb", "a\u2066b", "a\ufeffb", "\ud800", "a\ue000"]
)
def test_what_would_act_upon_a_terminal_is_refused(raw: str) -> None:
    refuses(lobby(), Join("t", raw), "newcomer", "name_not_text")


@pytest.mark.parametrize("raw", ["a" * 41, "😀" * 21, "a" + "\u0301" * 90])
def test_a_name_that_is_too_wide_is_refused(raw: str) -> None:
    refuses(lobby(), Join("t", raw), "newcomer", "name_too_long")


def test_two_of_one_name_are_told_apart_by_a_number() -> None:
    room = with_people(lobby(), ["Ada", "ada", "\uff21da", "Ada 2", "Ada"])
    names = [each.name for each in room.participants]
    assert names == ["Ada", "ada 2", "\uff21da 3", "Ada 2 2", "Ada 4"]


def test_those_without_a_name_stay_without() -> None:
    room = with_people(lobby(), ["", ""])
    assert [who(room, 1).name, who(room, 2).name] == ["", ""]


NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=12) | st.sampled_from(
    ["a", "A", "a 2", "A 2 2"]
)


@given(st.lists(NAMES, max_size=8))
def test_no_two_have_one_name(names: list[str]) -> None:
    taken: set[str] = set()
    for raw in names:
        name = own_name(given_name(raw), frozenset(taken))
        assert not name or name not in taken
        taken.add(name)


@given(st.text())
def test_a_name_that_is_taken_fits_and_is_on_one_line(raw: str) -> None:
    try:
        name = given_name(raw)
    except RefusedError:
        return
    assert name == name.strip()
    assert len(name.splitlines()) <= 1
    assert cell_len(name) <= 40


@example("\U0001d300\u2630\u4dc0")
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_a_text_is_never_thought_narrower_than_it_is(text: str) -> None:
    assert cells(text) >= cell_len(text)
