"""However the screen is cut off, the next one goes on where it was, with what was half typed."""

from itertools import pairwise
from pathlib import Path

import pytest
from tests.end_to_end.answers import BRIDGE, SESSIONS, lines_of
from tests.end_to_end.conftest import Look
from tests.end_to_end.glass import Glass
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.end_to_end.walk import CARD, STOPPED, answer, is_typed, sign
from tests.plain.person import FrozenClock

PROMISED = 1.0
"""Seconds that half-typed text may be behind."""


def halves(line: str) -> tuple[str, str]:
    """Two parts of a line; the first one ends on no space, which would not be kept."""
    at = line.find(" ", len(line) // 2)
    return (line[:at], line[at:]) if at > 0 else (line[:2], line[2:])


def drafts_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in (folder / "drafts").glob("*.json"))


@pytest.mark.parametrize("name", ["bridge", "bridge-full"])
def test_killed_at_each_step_it_goes_on_there_and_ends_with_the_same_journal(
    look: Look, folder: Path, tmp_path: Path, name: str
) -> None:
    args, answers = SESSIONS[name]
    spared = dict(BRIDGE) if name == "bridge-full" else {}  # the short form was killed there
    behind, begun = [], ""
    glass = look("session", *args, script=STOPPED)
    steps = [*answers, CARD]
    for (step, line), (after, words) in pairwise(steps):
        glass.until(sign("bridge", step), begun)
        answer(glass, "bridge", step, line.removeprefix(begun))
        glass.until(sign("bridge", after))
        begun = ""
        if after not in spared:
            begun = halves(words)[0] if is_typed("bridge", after) else ""
            if begun:
                glass.press(begun)
                behind.append(kept_after(glass, folder, begun))
            glass.kill()
            glass = look("session", *args, script=STOPPED)
            glass.choose(WORDS.visit.resume_yes)
    answer(glass, "bridge", *CARD)
    assert glass.ended() == 0
    other = Inside(tmp_path / "other", FrozenClock())
    assert other.session(*args, typed=lines_of(answers)).status == 0
    assert (folder / "journal.json").read_bytes() == other.journal()
    assert not list(folder.rglob("*.tmp"))
    assert not drafts_of(folder)
    assert sorted(behind)[len(behind) // 2] < PROMISED, behind


def kept_after(glass: Glass, folder: Path, half: str) -> float:
    """How many seconds it takes until this is on disk."""
    wanted = f'"half":"{half}"'.encode()
    return glass.wait(lambda: wanted in drafts_of(folder), f"{half!r} on disk")
