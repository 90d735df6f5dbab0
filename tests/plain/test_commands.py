"""The words that are understood everywhere, at every question of the bridge."""

import json
from collections.abc import Sequence
from itertools import cycle

import pytest
from tests.end_to_end.answers import BRIDGE, lines_of
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS, question
from tests.plain.person import FrozenClock

from nowwhat.packs.filling import fill
from nowwhat.session.script import Rate

STEPS = [step for step, _ in BRIDGE]
UNCOMMITTED = STEPS[: STEPS.index("commit") + 1]
everywhere = pytest.mark.parametrize("step", STEPS)


def spelt(*ways: str, steps: Sequence[str] = STEPS) -> pytest.MarkDecorator:
    """At every question, the ways to write a word in turn."""
    return pytest.mark.parametrize(("step", "word"), list(zip(steps, cycle(ways), strict=False)))


def with_command(inside: Inside, step: str, *typed: str) -> Ran:
    """Go through the bridge, and type this at one question before it is answered."""
    at = STEPS.index(step)
    return inside.session(typed=[*lines_of(BRIDGE[:at]), *typed, *lines_of(BRIDGE[at:])])


@pytest.fixture(scope="module")
def plainly(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The journal of the same answers, with no word between them."""
    inside = Inside(tmp_path_factory.mktemp("plainly"), FrozenClock())
    assert inside.session(typed=lines_of(BRIDGE)).status == 0
    return inside.journal()


def times_asked(ran: Ran, step: str) -> int:
    return ran.flat.count(" ".join(question("bridge", step).split()))


@spelt("repeat", "REPEAT", "  again   please ")
def test_repeat_asks_the_same_again(inside: Inside, plainly: bytes, step: str, word: str) -> None:
    ran = with_command(inside, step, word)
    assert ran.status == 0
    assert times_asked(ran, step) == 2
    assert inside.journal() == plainly


@spelt("help", "?")
def test_help_lists_the_words_names_care_and_asks_again(
    inside: Inside, plainly: bytes, step: str, word: str
) -> None:
    ran = with_command(inside, step, word)
    assert ran.status == 0
    for line in WORDS.plain.help:
        assert " ".join(line.split()) in ran.flat
    assert "care people and phone numbers" in ran.flat
    assert times_asked(ran, step) == 2
    assert inside.journal() == plainly


@everywhere
def test_care_says_people_and_numbers_and_asks_again(
    inside: Inside, plainly: bytes, step: str
) -> None:
    ran = with_command(inside, step, "care")
    words = PACK.care.words
    assert ran.status == 0
    for said in (words.intro_not_a_crisis_service, words.no_country, words.grounding):
        assert said in ran.flat
    assert times_asked(ran, step) == 2
    assert inside.journal() == plainly


@pytest.mark.parametrize("step", ["insight", "breathe", "hurt"])
def test_care_for_a_country_says_its_numbers_and_is_remembered(inside: Inside, step: str) -> None:
    ran = with_command(inside, step, "care ireland", "care")
    ireland = next(c for c in PACK.care.country if c.code == "IE")
    assert ran.status == 0
    for line in ireland.line:
        assert ran.flat.count(f" {line.number} {line.name}") == 2
    assert PACK.care.words.no_country not in ran.flat


@everywhere
def test_slower_goes_on_in_the_full_form(inside: Inside, step: str) -> None:
    at = STEPS.index(step)
    ran = inside.session(typed=[*lines_of(BRIDGE[:at]), "slower", "slower"])
    assert ran.status == 3
    assert WORDS.plain.slower in ran.flat
    assert WORDS.plain.already_slow in ran.flat
    assert times_asked(ran, step) == 3
    (draft,) = inside.drafts()
    assert b'"event":"slowed"' in draft.read_bytes()


@spelt("leave", "quit", "Exit", steps=UNCOMMITTED)
def test_leave_keeps_what_was_given(inside: Inside, plainly: bytes, step: str, word: str) -> None:
    at = STEPS.index(step)
    ran = inside.session(typed=[*lines_of(BRIDGE[:at]), word, "never read"])
    assert (ran.status, ran.err) == (3, "")
    assert ran.flat.endswith(WORDS.plain.left)
    waits = [] if step == "insight" else ["1"]
    assert len(inside.drafts()) == len(waits), "where nothing was given, nothing waits"
    again = inside.session(typed=[*waits, *lines_of(BRIDGE[at:])])
    assert again.status == 0
    assert inside.journal() == plainly


def test_after_i_will_leaving_finishes_the_session(inside: Inside) -> None:
    ran = inside.session(typed=[*lines_of(BRIDGE[:-1]), "leave"])
    assert ran.status == 0
    assert WORDS.plain.left_committed in ran.flat
    assert inside.history()["sessions"][0]["ending"] == "finished"
    assert not inside.drafts()


@pytest.mark.parametrize("step", UNCOMMITTED)
def test_set_down_puts_it_away_for_good(inside: Inside, step: str) -> None:
    at = STEPS.index(step)
    ran = inside.session(typed=[*lines_of(BRIDGE[:at]), "set down"])
    assert (ran.status, ran.err) == (0, "")
    assert ran.flat.endswith(WORDS.plain.set_down)
    kept = inside.history()
    assert [s["ending"] for s in kept["sessions"]] == ["set_down"]
    assert kept["actions"] == []
    assert not inside.drafts()
    assert inside.run("now").status == 1


def test_after_i_will_nothing_is_set_down(inside: Inside, plainly: bytes) -> None:
    ran = with_command(inside, "start", "set it down")
    assert ran.status == 0
    assert WORDS.plain.set_down_not_now in ran.flat
    assert inside.journal() == plainly


@everywhere
def test_back_asks_what_came_before_and_takes_its_answer_back(
    inside: Inside, plainly: bytes, step: str
) -> None:
    at = STEPS.index(step)
    before = BRIDGE[at - 1]
    if step in {"insight", "start"}:
        ran = with_command(inside, step, "back")
        assert WORDS.plain.no_back in ran.flat
        assert times_asked(ran, step) == 2
    else:
        ran = with_command(inside, step, "back", *before[1].split("\n"))
        assert times_asked(ran, before[0]) == 2
        assert WORDS.plain.no_back not in ran.flat
    assert ran.status == 0, ran.out
    assert inside.journal() == plainly


def test_back_all_the_way_to_the_beginning_and_then_another_way(inside: Inside) -> None:
    ran = inside.session(
        typed=[
            *lines_of(BRIDGE[:9]),
            *["back"] * 12,
            "the second thing I saw",
            *lines_of(BRIDGE[1:]),
        ]
    )
    assert ran.status == 0, ran.out
    assert [i["text"] for i in inside.history()["insights"]] == ["the second thing I saw"]


@pytest.mark.parametrize("word", ["back", "repeat", "help", "care", "slower", "leave", "set down"])
def test_with_a_full_stop_a_word_is_an_answer(inside: Inside, word: str) -> None:
    ran = inside.session(typed=[f"{word}.", *lines_of(BRIDGE[1:])])
    assert ran.status == 0
    assert inside.history()["insights"][0]["text"] == f"{word}."


def test_a_word_inside_a_sentence_is_no_command(inside: Inside) -> None:
    line = "I want to leave, and I ask nobody for help or care"
    ran = inside.session(typed=[line, *lines_of(BRIDGE[1:])])
    assert ran.status == 0
    assert inside.history()["insights"][0]["text"] == line


@pytest.mark.parametrize(
    "line", ["", "11", "-1", "5.5", "five", "0x5", "5 of 10", "\u0665", "1" * 40]
)
def test_a_number_that_is_none_is_asked_for_again_with_its_range(
    inside: Inside, plainly: bytes, line: str
) -> None:
    ran = with_command(inside, "discomfort", line)
    assert ran.status == 0
    assert fill(WORDS.plain.not_a_number, {"top": 10}) in ran.flat
    assert inside.journal() == plainly


@pytest.mark.parametrize("line", ["0", "10", " 7 ", "07", "0" * 5000])
def test_any_whole_number_in_the_range_will_do(inside: Inside, line: str) -> None:
    assert isinstance(PACK.script("bridge").step("discomfort"), Rate)
    ran = inside.session(typed=[BRIDGE[0][1], line, "leave"])
    assert ran.status == 3
    taken = json.loads(inside.drafts()[0].read_bytes())["taken"]
    assert taken[1][1]["value"] == int(line[:9])


@pytest.mark.parametrize("line", ["0", "4", "-1", "three", "9" * 6000, "Hel\x1bp", ""])
def test_a_choice_that_is_none_is_asked_for_again_with_its_range(
    inside: Inside, plainly: bytes, line: str
) -> None:
    ran = with_command(inside, "breath_helps", line)
    assert ran.status == 0
    assert fill(WORDS.plain.not_a_choice, {"top": 3}) in ran.flat
    assert inside.journal() == plainly


@pytest.mark.parametrize("line", ["2", " 2. ", "2)", "it makes things worse", "It makes", "WORSE"])
def test_a_choice_is_made_by_its_number_its_words_or_their_beginning(
    inside: Inside, line: str
) -> None:
    ran = inside.session(typed=[*lines_of(BRIDGE[:2]), line, "leave"])
    assert ran.status == 3
    taken = json.loads(inside.drafts()[0].read_bytes())["taken"]
    assert taken[2][1]["option"] == "worse"


def test_where_words_are_needed_an_empty_line_is_asked_again(inside: Inside) -> None:
    for step in ("insight", "when"):
        ran = with_command(inside, step, "", "  \t ")
        assert ran.flat.count(WORDS.plain.not_empty) == 2
        assert ran.status == 0
        inside.folder = inside.folder.with_name(f"after-{step}")
        inside.environ["NOWWHAT_DATA"] = str(inside.folder)


@pytest.mark.parametrize("line", ["I will.", "  i WILL ", "I will"])
def test_i_will_is_said_in_any_case_and_with_a_full_stop(inside: Inside, line: str) -> None:
    at = STEPS.index("commit")
    assert inside.session(typed=[*lines_of(BRIDGE[:at]), line, "2"]).status == 0


@pytest.mark.parametrize("line", ["yes", "", "I will not", "will", "1", "I will call"])
def test_nothing_else_is_a_commitment(inside: Inside, line: str) -> None:
    at = STEPS.index("commit")
    ran = inside.session(typed=[*lines_of(BRIDGE[:at]), line])
    assert ran.status == 3
    assert ran.flat.count(WORDS.plain.say_i_will) == 2
    assert inside.history()["actions"] == []
