"""The timeline: a row for each crossing, its filters, its search."""

import pytest
from tests.end_to_end.questions import WORDS
from tests.sitting.a_while import HELLO, a_while, at

from nowwhat.cli.history import ONLY
from nowwhat.session.records import Action, Batch, CheckIn, Outcome
from nowwhat.sitting.accounts_of import account_of
from nowwhat.sitting.climbing import next_rungs
from nowwhat.sitting.timeline import FILTERS, Filter, Mark, filtered, found, row_line, timeline
from nowwhat.store import MemoryJournal

ROWS = timeline(a_while(), next_rungs(a_while()))


def names(only: Filter, search: str = "") -> list[str]:
    return [row.id for row in found(tuple(filtered(ROWS, only)), search)]


def test_the_latest_row_is_the_first() -> None:
    assert [row.at.at for row in ROWS] == sorted((r.at.at for r in ROWS), reverse=True)
    assert ROWS[0].id == "a-form"
    assert len(ROWS) == 13


def test_an_insight_stands_beside_the_first_action_that_answers_it_and_no_other() -> None:
    left = {row.id: row.left for row in ROWS}
    assert left["a-clinic"] == "I put things off because I fear the answer"
    assert left["a-piece"] == ""
    assert [name for name in left if name.startswith("i-")] == ["i-read"]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("a-form", Mark.OPEN),
        ("a-hello3", Mark.DONE),
        ("a-piece", Mark.PART),
        ("a-clinic", Mark.NOT_YET),
        ("a-sing", Mark.LET_GO),
        ("i-read", Mark.ALONE),
        ("l-meeting", Mark.LADDER),
    ],
)
def test_what_lies_between_the_banks_says_what_became_of_it(name: str, mark: Mark) -> None:
    assert next(row.mark for row in ROWS if row.id == name) is mark


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("open", ["a-form"]),
        ("letgo", ["a-sing"]),
        ("alone", ["i-read"]),
        ("ladders", ["l-meeting"]),
    ],
)
def test_a_filter_lets_only_its_own_through(only: Filter, expected: list[str]) -> None:
    assert names(only) == expected


def test_tried_is_what_was_done_in_whole_or_in_part() -> None:
    assert len(names("tried")) == 8
    assert {"a-piece", "a-walk"} < set(names("tried"))


def test_something_done_in_part_that_waits_on_is_tried_and_open() -> None:
    journal = MemoryJournal()
    action = Action("a", "sweep", at(1), "s")
    part = CheckIn("c", "a", Outcome.PART, at(2), stays_open=True)
    journal.record(Batch(actions=(action,), checkins=(part,)))
    rows = timeline(journal)
    assert [row.mark for row in rows] == [Mark.PART]
    assert list(filtered(rows, "open")) == list(filtered(rows, "tried")) == list(rows)


def test_what_was_done_stays_done_whatever_is_said_beside_it_later() -> None:
    done = CheckIn("c1", "a", Outcome.DONE, at(2), noticed="it was quiet")
    later = CheckIn("c2", "a", Outcome.NOT_YET, at(3), note="heard twice")
    joined = account_of((done, later))
    assert joined is not None
    assert (joined.outcome, joined.at) == (Outcome.DONE, at(2))
    assert (joined.noticed, joined.note) == ("it was quiet", "heard twice")
    assert account_of(()) is None


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("CLINIC", ["a-clinic"]),
        ("zoe's", [f"a-hello{n}" for n in range(5, -1, -1)]),
        ("hello back", ["a-hello4"]),
        ("back hel", ["a-hello4"]),
        ("quiet", ["a-piece", "a-clinic"]),
        ("empty room", ["l-meeting"]),
        ("nowhere", []),
    ],
)
def test_a_search_finds_all_its_words_anywhere_in_an_entry(
    search: str, expected: list[str]
) -> None:
    assert names("all", search) == expected


def test_a_search_for_nothing_finds_everything() -> None:
    assert found(ROWS, "  ") == ROWS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_is_said_in_one_line_with_what_became_of_it(row: object) -> None:
    said = [row_line(each, WORDS) for each in ROWS if each is row]
    assert said
    assert "\n" not in said[0]
    assert "{" not in said[0]


def test_a_row_says_its_words() -> None:
    said = {row.id: row_line(row, WORDS) for row in ROWS}
    assert said["a-form"].endswith(f"send the form ({WORDS.ledger.still_open})")
    assert HELLO in said["a-hello0"]
    assert "the staff meeting" in said["l-meeting"]
    assert "sit in the empty room" in said["l-meeting"]


def test_the_command_line_knows_every_filter() -> None:
    assert ONLY == FILTERS
