"""A week and a month: what was noted, tried, learnt, and what helped; counts, and no score."""

import re
from datetime import date, timedelta

import pytest
from tests.end_to_end.questions import PACK, WORDS
from tests.sitting.a_while import HELLO, a_while, at

from nowwhat.session.moment import Due
from nowwhat.session.records import Action, Batch, CheckIn, Outcome
from nowwhat.sitting.looking_back import Span, look_back, look_parts, span_said
from nowwhat.store import MemoryJournal

TODAY = date(2026, 3, 9)
SAID = WORDS.looking


def page(span: Span = "week", back: int = 0, today: date = TODAY) -> dict[str, tuple[str, ...]]:
    return {p.title: p.lines for p in look_parts(look_back(a_while(), span, today, back), PACK)}


def test_a_week_is_seven_days_of_which_today_is_the_last() -> None:
    seen = look_back(a_while(), "week", TODAY)
    assert (seen.first, seen.last) == (date(2026, 3, 3), TODAY)
    earlier = look_back(a_while(), "week", TODAY, 1)
    assert earlier.last == seen.first - timedelta(days=1)
    assert "3 March 2026" in span_said(seen, WORDS)


def test_what_was_noted_and_tried_is_told_in_their_words() -> None:
    seen = page()
    assert seen[SAID.noted] == ("I read ten articles and call it progress",)
    assert seen[SAID.tried] == (f"{HELLO} (5 times)", "walk past the room")
    assert "I put things off" not in str(seen)


def test_a_month_has_more_of_it() -> None:
    assert len(page("month")[SAID.noted]) == 2
    assert page("month", 1)[SAID.tried] == ("write the number down",)


def test_what_was_learnt_is_told_beside_what_was_feared() -> None:
    learnt = page()[SAID.learnt]
    assert "one said hello back" in learnt
    assert any("they look away" in line and "did not happen" in line for line in learnt)
    assert any("they look away" in line and "in part" in line for line in learnt)


def test_what_helped_is_counted_by_door_size_and_time_of_day() -> None:
    helped = "\n".join(page()[SAID.helped])
    assert "Face what you avoid 6" in helped
    assert f"{SAID.whole} 6" in helped
    assert f"{SAID.morning} 1" in helped
    assert f"{SAID.afternoon} 3" in helped
    assert f"{SAID.evening} 1" in helped
    assert f"{SAID.night} 1" in helped
    assert "if I freeze, then I breathe out" in helped


def test_a_smaller_next_try_counts_as_a_piece() -> None:
    assert f"{SAID.piece} 1" in "\n".join(page("month", 1)[SAID.helped])


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (4, SAID.night),
        (5, SAID.morning),
        (12, SAID.afternoon),
        (18, SAID.evening),
        (23, SAID.night),
    ],
)
def test_a_time_that_was_named_tells_the_time_of_day(hour: int, words: str) -> None:
    journal = MemoryJournal()
    action = Action("a", "sweep", at(1), "s", due=Due(at(2, hour)))
    account = CheckIn("c", "a", Outcome.DONE, at(3, 14))
    journal.record(Batch(actions=(action,), checkins=(account,)))
    parts = look_parts(look_back(journal, "week", date(2026, 3, 4)), PACK)
    assert f"{words} 1" in str([part.lines for part in parts])


def test_what_was_not_done_is_told_without_a_word_about_it() -> None:
    assert page()[SAID.others] == ("let go: sing in the kitchen",)
    assert page("month", 1)[SAID.others] == (
        "not yet: call the clinic",
        "  in the way: no quiet place",
    )


def test_nothing_is_told_of_days_in_which_nothing_was_written() -> None:
    assert page(today=date(2020, 1, 1)) == {"": (SAID.nothing,)}


@pytest.mark.parametrize("span", ["week", "month"])
def test_there_is_no_score(span: Span) -> None:
    said = "\n".join(line for lines in page(span).values() for line in lines)
    assert not re.search(r"%|\d+ ?/ ?\d+|\d+ of \d+|in a row|streak", said)
