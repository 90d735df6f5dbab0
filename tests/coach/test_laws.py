"""What holds for every text: total, the same each time, deaf to case and decoration."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nowwhat.coach import Coach
from nowwhat.session.verdict import Verdict

DATA = Path(__file__).parent / "data" / "built_on"
NAUGHTY = [
    "\x00\x1b[31m",
    "\ud800 lone",
    "👩‍👩‍👧‍👦 call mum",
    "ring\u200b mum",
    "\u202eabc",
    "\ufb00 \u0149 \u0130 \u0131 \xdf \u03c2",
    "Ⅷ ½ ٣ 三 ①",
    "a." * 500,
    "- " * 500,
    "9" * 2000,
]


def lines() -> list[str]:
    return [
        json.loads(row)["text"]
        for name in ("actions", "unsafe_actions", "crisis")
        for row in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]


LINES = lines()
anything = st.text(max_size=300) | st.sampled_from(LINES) | st.sampled_from(NAUGHTY)


def quiet(verdict: Verdict) -> tuple[object, ...]:
    """A verdict without the case of the words that it quotes."""
    return (
        verdict.concrete,
        verdict.reasons,
        verdict.safety,
        verdict.concern,
        verdict.behaviour,
        bool(verdict.when),
        bool(verdict.where),
    )


@given(anything, anything)
@settings(deadline=None, max_examples=150)
def test_it_answers_any_text(coach: Coach, text: str, other: str) -> None:
    verdict = coach.judge(text)
    assert verdict.concrete is (not verdict.reasons)
    assert coach.question(text, verdict, 1, 0)
    assert len(coach.shrink(text)) in {0, 3}
    assert coach.acknowledge(text) in {"causal", "hard"}
    assert coach.hears(text) in {"", "suicide", "self_harm", "harm_others", "danger", "taken"}
    assert set(coach.recall(text, [other])) <= {0}
    assert isinstance(coach.readback(text, other, text, other), str)


@given(anything)
@settings(deadline=None, max_examples=100)
def test_the_same_line_has_the_same_verdict(coach: Coach, text: str) -> None:
    assert coach.judge(text) == coach.judge(text)


@given(anything, st.sampled_from(["upper", "lower", "title"]))
@settings(deadline=None, max_examples=200)
def test_case_does_not_matter(coach: Coach, text: str, case: str) -> None:
    if case == "title":
        text, other = text.lower(), text.lower().capitalize()
    else:
        other = getattr(text, case)()
    assert quiet(coach.judge(other)) == quiet(coach.judge(text))
    assert coach.hears(other) == coach.hears(text)


@given(anything, st.sampled_from(["", " ", "\n\t"]), st.sampled_from(["", ".", "!", "...", " ?!"]))
@settings(deadline=None, max_examples=200)
def test_surrounding_space_and_final_stops_do_not_matter(
    coach: Coach, text: str, space: str, stop: str
) -> None:
    other = f"{space}{text}{stop}{space}"
    assert quiet(coach.judge(other)) == quiet(coach.judge(text))
    assert coach.hears(other) == coach.hears(text)


CUES = ["today", "tomorrow at 9", "at 18:00", "on Friday", "this evening", "after lunch"]


@pytest.mark.parametrize("cue", CUES)
def test_a_one_off_time_never_turns_an_action_vague(coach: Coach, cue: str) -> None:
    concrete = [line for line in LINES if coach.judge(line).concrete and line[-1].isalnum()]
    assert len(concrete) > 500
    turned = [line for line in concrete if not coach.judge(f"{line} {cue}").concrete]
    assert turned == []


@pytest.mark.parametrize("piece", ["call ", "if ", "and, ", "not want to ", "take all my pills "])
def test_a_very_long_line_takes_no_longer_than_its_length(coach: Coach, piece: str) -> None:
    line = piece * (8000 // len(piece))
    begun = time.perf_counter()
    coach.judge(line)
    coach.hears(line)
    assert time.perf_counter() - begun < 2


def test_the_room_loads_nothing_that_it_must_not() -> None:
    code = "import sys, nowwhat.coach; print(','.join(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.strip().split(","))
    assert not loaded & {"textual", "tinydb", "asyncssh", "asyncio", "rapidfuzz", "tomllib"}
