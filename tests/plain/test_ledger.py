"""The ledger in lines: from home and from the shell, read, searched, mended, deleted."""

import pytest
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS
from tests.sitting.a_while import HELLO, a_while, at, whole

from nowwhat.exports.kinds import KINDS

LEDGER = "8"
"""Its number at home."""

LEAVE = "10"


@pytest.fixture
def kept(inside: Inside) -> Inside:
    """Somebody with a while in their journal, on the evening of the ninth of March."""
    inside.clock.at = at(9, 20).at
    inside.run("where").around.journal.record(whole(a_while()))
    return inside


def home(inside: Inside, *typed: str) -> Ran:
    ran = inside.run("--plain", typed=[LEDGER, *typed])
    assert ran.err == "", ran.err
    assert ran.status == 0
    return ran


def test_the_latest_row_is_said_last_and_earlier_ones_are_asked_for(kept: Inside) -> None:
    said = home(kept, "earlier", "", LEAVE).out
    first, _, earlier = said.partition(WORDS.ledger.plain_ask)
    assert first.index("  12  ") < first.index("  1  09 March 2026  chose: send the form")
    assert "call the clinic" not in first
    assert "call the clinic" in earlier


def test_words_are_searched_for_and_enter_takes_the_search_back(kept: Inside) -> None:
    said = home(kept, "clinic", "", "", LEAVE).flat
    assert "1 of 13" in said
    assert said.count(WORDS.ledger.title) == 5, "home twice, the ledger three times"


@pytest.mark.parametrize(
    ("word", "row"),
    [
        ("open", "send the form"),
        ("let go", "sing in the kitchen"),
        ("no action", "I read ten articles"),
        ("ladders", "the staff meeting"),
    ],
)
def test_a_word_filters(kept: Inside, word: str, row: str) -> None:
    after = home(kept, word, "", LEAVE).flat.partition("1 of 13")[2]
    assert row in after.partition(WORDS.ledger.plain_ask)[0]


def test_a_search_that_finds_nothing_says_so(kept: Inside) -> None:
    assert WORDS.ledger.none_found in home(kept, "nowhere at all", "").flat


def test_an_empty_journal_says_so(inside: Inside) -> None:
    assert WORDS.ledger.nothing in home(inside, "").flat


def test_an_entry_is_said_whole_with_its_curve_in_words(kept: Inside) -> None:
    said = home(kept, "hello back", "1", "", "").flat
    for words in (HELLO, "they look away", "What was feared did not happen."):
        assert words in said
    assert "At its most: 7, 8, 6, 7, 5, 4." in said
    assert WORDS.curve.aim in said


def test_a_typo_is_mended(kept: Inside) -> None:
    said = home(kept, "form", "1", "mend", "1", "send the green form", "", "").flat
    assert WORDS.edit.mended in said
    assert kept.history()["actions"][-1]["text"] == "send the green form"


@pytest.mark.parametrize("typed", [[""], ["back"], ["care", ""]])
def test_a_word_that_is_not_typed_anew_is_left_as_it_was(kept: Inside, typed: list[str]) -> None:
    home(kept, "form", "1", "mend", "1", *typed, "", "")
    assert kept.history()["actions"][-1]["text"] == "send the form"


def test_what_could_hurt_is_not_mended_in(kept: Inside) -> None:
    typed = ["form", "1", "mend", "1", "punch my brother tonight", "", ""]
    assert WORDS.edit.not_safe in home(kept, *typed).flat
    assert kept.history()["actions"][-1]["text"] == "send the form"


def test_a_call_for_help_in_mended_words_is_answered(kept: Inside) -> None:
    typed = ["articles", "1", "mend", "1", "I want to kill myself tonight", "", ""]
    assert PACK.care.words.grounding in home(kept, *typed).flat


def test_deleting_says_what_goes_and_an_empty_line_keeps_it(kept: Inside) -> None:
    said = home(kept, "hello back", "1", "delete", "1", "", "", "").flat
    assert "actions 1, check-ins 1" in said
    assert len(kept.history()["actions"]) == 11
    said = home(kept, "hello back", "1", "delete", "1", "delete", "", "").flat
    assert WORDS.edit.deleted in said
    assert "hello back" not in str(kept.history())


def test_everything_is_deleted_for_good(kept: Inside) -> None:
    said = home(kept, "delete everything", "delete", "").flat
    assert "insights 3, actions 11, check-ins 10, ladders 1, rungs 3" in said
    assert HELLO not in str(kept.history())
    left = b"".join(path.read_bytes() for path in kept.folder.rglob("*") if path.is_file())
    assert b"say hello" not in left


def test_it_is_taken_along_in_each_form_as_the_shell_would_write_it(kept: Inside) -> None:
    for number, kind in enumerate(KINDS, 1):
        said = home(kept, "take along", str(number), "").out
        exported = kept.run("export", kind).out.replace("\r\n", "\n").removeprefix("\ufeff")
        if kind == "ics":  # each says when it was written
            written_at = "DTSTAMP:"
            lines = [line for line in exported.splitlines() if written_at not in line]
            assert lines
            assert all(line in said for line in lines)
        else:
            assert exported in said


def test_an_empty_line_takes_nothing_along(kept: Inside) -> None:
    said = home(kept, "export", "", "").out
    assert WORDS.export.title not in said


def test_a_rung_is_added_with_its_rating(kept: Inside) -> None:
    said = home(kept, "ladders", "1", "add", "Open the door", "eleven", "3", "", "").flat
    assert WORDS.edit.rung_added in said
    assert "3 Open the door" in said
    assert kept.history()["rungs"][-1]["discomfort"] == 3


def test_a_week_is_looked_back_on_and_those_before(kept: Inside) -> None:
    said = home(kept, "week", "1", "", "").flat
    assert "03 March 2026 to 09 March 2026" in said
    assert "24 February 2026 to 02 March 2026" in said


def test_a_ladder_is_begun_from_the_ledger(kept: Inside) -> None:
    ran = kept.run("--plain", typed=[LEDGER, "make a ladder"])
    assert ran.status == 3
    assert PACK.script("ladder").step("top").hint in ran.flat


def test_doing_it_again_leads_to_a_repetition(kept: Inside) -> None:
    ran = kept.run("--plain", typed=[LEDGER, "hello back", "1", "do it again", "helps"])
    assert ran.status == 3
    offered = ran.flat.partition(PACK.script("rep").step("action").hint)[2]
    assert HELLO in offered
    assert "sit in the empty room" in offered


def test_care_help_and_leaving_are_understood_at_the_ledger(kept: Inside) -> None:
    said = home(kept, "care", "help", "hello back", "1", "care", "leave").flat
    assert said.count(PACK.care.words.grounding) == 2
    assert WORDS.plain.help[0] in said


# From the shell


def test_a_list_is_given_where_no_person_is_at_a_terminal(kept: Inside) -> None:
    ran = kept.run("history")
    assert ran.status == 0
    assert WORDS.ledger.plain_ask not in ran.out
    assert ran.out.count(HELLO) == 12


def test_the_shell_filters_and_searches(kept: Inside) -> None:
    assert kept.run("history", "--only", "open").out.splitlines() == [
        "09 March 2026  chose: send the form (still open)"
    ]
    assert "sing" in kept.run("history", "--only", "letgo").out
    assert len(kept.run("history", "--search", "HELLO").out.splitlines()) == 6
    both = kept.run("history", "--search", "hello", "--only", "open")
    assert both.out.strip() == WORDS.ledger.none_found


@pytest.mark.parametrize(("option", "count"), [("--week", "(5 times)"), ("--month", "(6 times)")])
def test_the_shell_looks_back(kept: Inside, option: str, count: str) -> None:
    said = kept.run("history", option).out
    assert f"{HELLO} {count}" in said
    assert WORDS.looking.helped in said


def test_what_is_shown_does_nothing_to_the_terminal(kept: Inside) -> None:
    kept.run("park", "a\x1b[2Jb thought")
    for args in (("--search", "thought"), ("--week",), ()):
        assert "\x1b" not in kept.run("history", *args).out
    assert "\x1b" not in home(kept, "thought", "1", "", "").out
