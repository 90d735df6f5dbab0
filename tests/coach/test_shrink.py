"""Fractions of a line, and reading a commitment back."""

import json
from pathlib import Path

import pytest

from nowwhat.coach import Coach

BUILT_ON = Path(__file__).parent / "data" / "built_on" / "actions.jsonl"


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


def test_nearly_every_fraction_is_itself_an_action_that_may_be_chosen(coach: Coach) -> None:
    rows = (json.loads(line) for line in BUILT_ON.read_text("utf-8").splitlines())
    lines = [row["text"] for row in rows if row["label"] == "concrete"]
    parts = [part for line in lines for part in coach.shrink(line)]
    accepted = [coach.judge(part).accepted for part in parts]
    assert len(parts) > 300
    assert sum(accepted) / len(accepted) > 0.97


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
