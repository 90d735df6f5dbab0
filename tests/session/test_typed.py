"""What was typed: taken as text within a limit, and shown without doing anything."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nowwhat.session.typed import LINE_LIMIT, NOTE_LIMIT, Typed, shown, take

ANYTHING = st.text(st.characters(codec=None), max_size=60)
"""With control characters and halves of surrogate pairs."""


def test_text_within_the_limit_is_kept_whole() -> None:
    assert take("call the clinic", LINE_LIMIT) == Typed("call the clinic", 0)


def test_space_around_it_is_no_part_of_it_and_does_not_count() -> None:
    assert take("  \t call  her \n", 9) == Typed("call  her", 0)


@pytest.mark.parametrize("limit", [LINE_LIMIT, NOTE_LIMIT])
def test_the_last_character_within_the_limit_is_kept_and_the_next_one_dropped(limit: int) -> None:
    assert take("x" * limit, limit) == Typed("x" * limit, 0)
    assert take("x" * (limit + 1), limit) == Typed("x" * limit, 1)


def test_a_hundred_kilobytes_in_one_line_are_cut_and_counted() -> None:
    assert take("x" * 100_000, LINE_LIMIT) == Typed("x" * LINE_LIMIT, 100_000 - LINE_LIMIT)


@pytest.mark.parametrize(
    "text", ["[red]x[/red]", "\x1b[31mx", "{action}", "%s", "a\x00b", "\u202ex"]
)
def test_markup_and_escapes_are_kept_as_text(text: str) -> None:
    assert take(text, LINE_LIMIT).text == text


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    assert take("a\ud83db", LINE_LIMIT).text == "a\ufffdb"


def test_two_halves_of_a_pair_become_the_character_that_they_are() -> None:
    assert take("\ud83d\ude00", LINE_LIMIT).text == "\U0001f600"


@settings(deadline=None)
@given(ANYTHING, st.integers(0, 70))
def test_what_is_taken_fits_its_limit_and_any_file(raw: str, limit: int) -> None:
    typed = take(raw, limit)
    assert len(typed.text) <= limit
    assert typed.text == typed.text.strip()
    assert typed.dropped >= 0
    typed.text.encode("utf-8")
    assert take(typed.text, limit) == Typed(typed.text, 0)


# Shown


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x00", "␀"),
        ("\x07", "␇"),
        ("\r", "␍"),
        ("\x7f", "␡"),
        ("\x9b2J", "\ufffd2J"),
        ("\u202eevil", "\ufffdevil"),
        ("\u2066x\u2069", "\ufffdx\ufffd"),
        ("a\tb\nc", "a\tb\nc"),
        ("[red]x", "[red]x"),
        ("naïve 猫 👩\u200d👧", "naïve 猫 👩\u200d👧"),
    ],
)
def test_a_character_that_would_do_something_is_shown_as_a_picture(text: str, picture: str) -> None:
    assert shown(text) == picture


@settings(deadline=None, max_examples=200)
@given(ANYTHING)
def test_nothing_that_is_shown_does_anything(text: str) -> None:
    safe = shown(text)
    assert len(safe) == len(text)
    assert shown(safe) == safe
    for char in safe:
        assert unicodedata.category(char) != "Cc" or char in "\t\n"
        assert unicodedata.bidirectional(char) not in {
            *("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")
        }
