"""The words of a led script: few, for all at once, for paper and terminals alike."""

import re

import pytest
from tests.house.tree import WORDS

from nowwhat.group.agenda import agenda_of, notes_of, title_of
from nowwhat.packs.pack import Pack
from nowwhat.session.script import Choose, Commit, Fact, Rate, Script, Step
from nowwhat.session.typed import LINE_LIMIT

PACK = Pack(WORDS)
LED = [script for script in map(PACK.script, PACK.script_names) if script.setting == "group"]
EVERY = [(script, step) for script in LED for step in script.steps]
STEPS = [pytest.param(script, step, id=f"{script.id} {step.id}") for script, step in EVERY]
STOPS = [
    pytest.param(script, step, id=f"{script.id} {step.id}")
    for script, step in EVERY
    if step.minutes
]

OF_TERMINALS = re.compile(
    r"\b(type|types|typed|press|click|key|keys|enter|escape|screen|terminal|terminals|F\d+)\b",
    re.IGNORECASE,
)
"""What has no meaning for somebody with paper and a pen."""

WIDEST, TALLEST, ASKED = 90, 4, 64
"""Characters of a paragraph, paragraphs of a step, characters of a question: a projector's."""


def seen(step: Step) -> list[str]:
    """List all that participants see of a step."""
    options = step.options if isinstance(step, Choose) else ()
    ends = (step.low, step.high) if isinstance(step, Rate) else ()
    parts = (*step.says, *step.ask, step.hint, *ends)
    return [*filter(None, parts), *(f"{o.words}. {o.hint}" for o in options)]


def test_there_is_a_led_script() -> None:
    assert "group" in {script.id for script in LED}
    assert len(STOPS) >= 10


@pytest.mark.parametrize(("script", "step"), STEPS)
def test_what_all_see_can_be_read_from_the_back_of_a_room(script: Script, step: Step) -> None:
    assert len(step.says) + len(step.ask) <= TALLEST
    assert [words for words in (*step.says, step.hint) if len(words) > WIDEST] == []
    assert [words for words in step.ask if len(words) > ASKED] == []


@pytest.mark.parametrize(("script", "step"), STEPS)
def test_all_see_the_same_words_at_each_visit(script: Script, step: Step) -> None:
    assert len(step.ask) <= 1


@pytest.mark.parametrize(("script", "step"), STEPS)
def test_the_same_words_serve_paper(script: Script, step: Step) -> None:
    assert [words for words in seen(step) if OF_TERMINALS.search(words)] == []
    filled = [words for words in seen(step) if "{" in words]
    assert filled == (["{readback}"] if isinstance(step, Commit) else [])


@pytest.mark.parametrize("words", ["Type your name", "Press Enter", "Then F2", "on the screen"])
def test_words_of_terminals_would_be_found(words: str) -> None:
    assert OF_TERMINALS.search(words)


@pytest.mark.parametrize(("script", "step"), STOPS)
def test_somebody_who_never_led_finds_what_to_say_do_and_look_out_for(
    script: Script, step: Step
) -> None:
    lines = notes_of(step)
    assert 3 <= len(title_of(step)) <= 40, "a name on the agenda"
    assert title_of(step) not in lines
    assert any(line.startswith(("Say:", "Say, ")) for line in lines)
    assert any(line.startswith("Do:") for line in lines)
    if step.id != "card":
        assert any(line.startswith("Look out:") for line in lines)
    assert len(step.notes) <= 2 * LINE_LIMIT, "it is read while people wait"


@pytest.mark.parametrize("script", LED, ids=lambda script: script.id)
def test_no_two_stops_have_one_name(script: Script) -> None:
    titles = [title_of(script.step(stop.step)) for stop in agenda_of(script)]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("script", LED, ids=lambda script: script.id)
def test_the_stops_take_as_long_as_is_said(script: Script) -> None:
    seconds = sum(stop.seconds for stop in agenda_of(script))
    assert script.minutes == (seconds / 60, seconds / 60)


@pytest.mark.parametrize("script", LED, ids=lambda script: script.id)
def test_no_stop_waits_for_an_answer_and_nothing_waits_for_a_rating(script: Script) -> None:
    ratings = {step.id for step in script.steps if isinstance(step, Rate)}
    for step in script.steps:
        condition = step.only_if
        assert not (step.minutes and condition)
        if condition:
            assert not {condition.answer, condition.risen_from} & ratings


def test_distress_silence_and_much_talk_are_provided_for() -> None:
    notes = " ".join(step.notes for step in PACK.script("group").steps)
    for word in ("cries", "upset", "silent", "talks on", "talks for two", "in danger"):
        assert word in notes


def test_nothing_in_a_room_asks_whether_the_breath_does_harm() -> None:
    script = PACK.script("group")
    facts: set[Fact] = {s.only_if.fact for s in script.steps if s.only_if and s.only_if.fact}
    assert facts == set()
    assert [s.id for s in script.steps if isinstance(s, Choose) and s.keeps == "breath"] == []
