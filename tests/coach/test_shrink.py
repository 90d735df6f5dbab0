"""Fractions of a line, and reading a commitment back."""

import json
from pathlib import Path

import pytest

from nowwhat.coach import Coach
from nowwhat.session.verdict import Safety

DATA = Path(__file__).parent / "data" / "built_on"
BUILT_ON = DATA / "actions.jsonl"
UNSAFE = [
    row
    for row in map(json.loads, (DATA / "unsafe_actions.jsonl").read_text("utf-8").splitlines())
    if row["safety"] != "ok"
][::4]


def test_a_call_becomes_a_number_a_sentence_and_a_hello(coach: Coach) -> None:
    parts = coach.shrink("I will call the clinic tomorrow and ask for an appointment")
    assert len(parts) == 3
    assert all("the clinic" in part for part in parts)
    assert not any("tomorrow" in part or "appointment" in part for part in parts)


def test_a_length_is_left_out_of_the_fraction(coach: Coach) -> None:
    parts = coach.shrink("Sit with her photo for ten minutes")
    assert "sit with her photo for two minutes, then stop" in parts


@pytest.mark.parametrize(
    "line", ["", "???", "be better", "my father never listened", "kill myself"]
)
def test_where_there_is_nothing_to_make_smaller_there_is_nothing(coach: Coach, line: str) -> None:
    assert coach.shrink(line) == ()


def concrete_lines() -> list[str]:
    rows = (json.loads(line) for line in BUILT_ON.read_text("utf-8").splitlines())
    return [row["text"] for row in rows if row["label"] == "concrete"]


def test_every_fraction_is_an_action_that_may_be_chosen_and_says_nothing_twice(
    coach: Coach,
) -> None:
    found = [(line, coach.shrink(line)) for line in concrete_lines()]
    assert sum(bool(parts) for _, parts in found) > 300
    for line, parts in found:
        for part in parts:
            assert coach.judge(part).accepted, part
            assert part.casefold() != line.casefold()
            words = part.casefold().replace(",", "").split()
            runs = [tuple(words[at : at + 3]) for at in range(len(words) - 2)]
            assert len(runs) == len(set(runs)), part
            assert "{" not in part
        assert len(set(parts)) == len(parts)


def test_a_fraction_is_not_made_smaller_again(coach: Coach) -> None:
    parts = [part for line in concrete_lines()[:800] for part in coach.shrink(line)]
    again = [part for part in parts if coach.shrink(part)]
    assert len(parts) > 300
    assert len(again) < len(parts) / 50


@pytest.mark.parametrize("text", [row["text"] for row in UNSAFE])
def test_what_is_not_safe_has_no_smaller_dose(coach: Coach, text: str) -> None:
    held = coach.judge(text).safety is not Safety.OK
    assert not (held and coach.shrink(text))


@pytest.mark.parametrize(
    "line", ["only read the first line of the letter", "look at the first line of the first line"]
)
def test_a_first_line_has_no_first_line(coach: Coach, line: str) -> None:
    assert coach.shrink(line) == ()


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            ("I will call the clinic.", "today at 18:00", "if I freeze", "then I will breathe out"),
            "Today at 18:00: call the clinic. If I freeze, then I breathe out.",
        ),
        (("Call the clinic", "", "", ""), "Call the clinic."),
        (
            ("I'm going to go out", "after lunch", "it rains,", "my sister brings an umbrella"),
            "After lunch: go out. If it rains, then my sister brings an umbrella.",
        ),
        (("", "", "if I get scared", ""), "What could get in the way: I get scared."),
        (("", "", "", "I'll ring Jo"), "If something gets in the way, then I ring Jo."),
        (("gp appt, ring", "8am mon", "", ""), "8am mon: gp appt, ring."),
        (("write {when}!", "at 6", "", ""), "At 6: write {when}."),
        (("", "at 6", "", ""), ""),
    ],
)
def test_a_commitment_is_read_back_in_the_persons_words(
    coach: Coach, parts: tuple[str, str, str, str], said: str
) -> None:
    assert coach.readback(*parts) == said
