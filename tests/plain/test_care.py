"""A call for help in what is typed: people and numbers at once, and every way on from there."""

import pytest
from tests.end_to_end.answers import BRIDGE, BRIDGE_FULL, lines_of
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS, question

from nowwhat.packs.filling import fill

CALL = "I want to kill myself"
CARE = PACK.care.words
GO_ON, SET_DOWN, LEAVE, MISREAD = "1", "2", "3", "4"


def called(inside: Inside, *typed: str) -> Ran:
    """Call for help at the first question, and go on so."""
    return inside.session(typed=[CALL, *typed])


@pytest.mark.parametrize(
    "step", ["insight", "idea_one", "where", "obstacle", "response", "feared", "towards"]
)
def test_a_call_for_help_is_heard_wherever_words_are_typed(inside: Inside, step: str) -> None:
    at = [name for name, _ in BRIDGE_FULL].index(step)
    ran = inside.session("--full", typed=[*lines_of(BRIDGE_FULL[:at]), CALL])
    assert CARE.opening in ran.flat
    assert CARE.carry_on in ran.flat
    assert ran.status == 3


def test_it_is_answered_as_hard_and_never_as_true(inside: Inside) -> None:
    ran = called(inside)
    assert WORDS.insight.hard in ran.flat
    assert WORDS.insight.causal not in ran.flat
    assert ran.flat.index(WORDS.insight.hard) < ran.flat.index(CARE.opening)


def test_one_may_go_on_with_something_harmless(inside: Inside) -> None:
    ran = called(inside, GO_ON, *lines_of(BRIDGE[1:-7]), "fraction")
    assert question("bridge", "discomfort") in ran.flat
    assert any(line in ran.flat for line in PACK.care.harmless)


def test_one_may_set_it_down(inside: Inside) -> None:
    ran = called(inside, SET_DOWN)
    assert (ran.status, ran.flat.endswith(WORDS.plain.set_down)) == (0, True)
    assert inside.history()["sessions"][0]["ending"] == "set_down"


def test_one_may_leave_and_come_back_without_being_asked_again(inside: Inside) -> None:
    assert called(inside, LEAVE).status == 3
    again = inside.session(typed=["1", "6"])
    assert CARE.opening not in again.flat
    assert question("bridge", "discomfort") in again.flat


@pytest.mark.parametrize("line", [MISREAD, "misread", "4.", "You misread me"])
def test_one_may_say_that_it_was_misread(inside: Inside, line: str) -> None:
    ran = called(inside, line, "6")
    assert CARE.misread_said in ran.flat
    assert question("bridge", "breath_helps") in ran.flat


@pytest.mark.parametrize("line", ["0", "5", "no", "I did not mean it like that"])
def test_any_other_line_is_told_what_may_be_typed(inside: Inside, line: str) -> None:
    ran = called(inside, line, MISREAD)
    assert fill(WORDS.plain.not_a_choice, {"top": 4}) in ran.flat
    assert ran.flat.count(CARE.carry_on) == 2


def test_the_words_understood_everywhere_are_understood_there(inside: Inside) -> None:
    ran = called(inside, "help", "care", "care ireland", "repeat", "leave")
    assert ran.status == 3
    assert WORDS.plain.help[0] in ran.flat
    assert ran.flat.count(CARE.grounding) == 3
    assert "Ireland:" in ran.flat
    assert ran.flat.count(CARE.carry_on) == 5


def test_nothing_of_the_call_is_recorded_but_the_words(inside: Inside) -> None:
    assert called(inside, MISREAD, *lines_of(BRIDGE[1:])).status == 0
    kept = inside.journal()
    assert kept.count(CALL.encode()) == 1
    for word in (b"care", b"suicide", b"crisis", b"misread"):
        assert word not in kept.replace(CALL.encode(), b"")


@pytest.mark.parametrize("line", ["care uk", "care  Atlantis", "CARE XX"])
def test_care_for_a_place_it_does_not_know_is_care_all_the_same(inside: Inside, line: str) -> None:
    ran = inside.session(typed=[line, "care about my sister more", "leave"])
    assert CARE.grounding in ran.flat
    assert b"Atlantis" not in inside.drafts()[0].read_bytes()
    assert b"care about my sister more" in inside.drafts()[0].read_bytes()


def test_after_i_will_a_call_is_heard_and_nothing_is_undone(inside: Inside) -> None:
    ran = inside.session(typed=[*lines_of(BRIDGE[:-1]), "care", "later"])
    assert ran.status == 0
    assert len(inside.history()["actions"]) == 1
