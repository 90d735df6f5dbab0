"""Rehearsing at a real terminal: a facilitator practises alone, and takes the story along."""

import re
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Look, folder, look
from tests.end_to_end.glass import ENTER, Glass
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS

__all__ = ["folder", "look"]

SAID, ASKED = WORDS.console, WORDS.errand


def rehearse(look: Look, *args: str) -> Glass:
    return look("lead", "--rehearse", "12", "--seed", "4", "--speed", "20", *args)


def test_an_hour_is_practised_and_told_of(look: Look, tmp_path: Path) -> None:
    glass = rehearse(look)
    glass.until(SAID.lobby_notes[:20])
    glass.until("12 simulated")
    glass.wait(lambda: any(re.search(r"\d here$", r) for r in glass.rows), "five or more")
    for number in range(1, 17):
        glass.press(" ")
        glass.until(f"{number} of 16")
    glass.press("e")
    glass.choose(ASKED.end_yes)
    glass.until(SAID.over)
    glass.press("x")
    glass.choose(ASKED.markdown)
    glass.until("room-")
    glass.press("\x15", str(tmp_path / "room.md"))
    glass.press(ENTER)
    glass.until("Saved:")
    glass.press("q")
    glass.choose(ASKED.leave_yes)
    assert glass.ended() == 0
    text = (tmp_path / "room.md").read_text()
    assert "| Welcome, and whether it suits | 4 |" in text
    assert WORDS.room_export.joined in text


def test_a_signal_ends_it(look: Look) -> None:
    glass = rehearse(look)
    glass.until(SAID.lobby_notes[:20])
    glass.signal(15)
    assert glass.ended() == 128 + 15


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("lead", "--rehearse", "0"), "--rehearse"),
        (("lead", "--rehearse", "5", "--speed", "21"), "--speed"),
        (("lead", "bridge", "--rehearse", "5"), "bridge is gone through alone"),
        (("lead", "grup", "--rehearse", "5"), "group"),
        (("lead", "--rehearse", "5"), "lead needs a full screen"),
        (("lead", "--rehearse", "5", "--plain"), "lead needs a full screen"),
    ],
)
def test_what_cannot_be_is_one_line(inside: Inside, args: tuple[str, ...], said: str) -> None:
    ran = inside.run(*args)
    assert ran.status == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
