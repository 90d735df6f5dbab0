"""The same piped answers give the same journal every time."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.end_to_end.answers import (
    AGAIN,
    BRIDGE,
    BRIDGE_FULL,
    CHECKINS,
    LADDER,
    REP,
    SESSIONS,
    STUCK,
    TWO_MINUTES,
    later,
    lines_of,
)
from tests.end_to_end.inside import Inside
from tests.end_to_end.program import command, surroundings
from tests.plain.person import FrozenClock

_ID = re.compile(rb'"([iasclr])[0-9a-f]+-[0-9a-f]{4}(?:-\d+)?"')
_TIME = re.compile(rb'"(?:at|checked)":"[^"]*"')


def live_through(folder: Path) -> Inside:
    """Every kind of session, a day after another, in one journal."""
    inside = Inside(folder, FrozenClock())
    done_in_full = ["1", "2", "2"]
    for args, typed in (
        ((), lines_of(BRIDGE)),
        (("--full",), [*done_in_full, *lines_of(later(BRIDGE_FULL))]),
        (("two-minutes",), lines_of(later(TWO_MINUTES))),
        (("rep",), lines_of(later(REP))),
        (("stuck",), lines_of(later(STUCK))),
        (("ladder",), lines_of(LADDER)),
    ):
        ran = inside.session(*args, typed=typed)
        assert ran.status == 0, ran.out
        inside.clock.later(days=1)
    return inside


def test_the_same_answers_at_the_same_times_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = live_through(tmp_path / "first"), live_through(tmp_path / "second")
    assert first.journal() == second.journal()
    names = {path.relative_to(first.folder) for path in first.folder.rglob("*")}
    assert names == {path.relative_to(second.folder) for path in second.folder.rglob("*")}
    assert len(first.history()["sessions"]) == len(SESSIONS)


def normal(journal: bytes) -> bytes:
    """A journal without its times, and with its ids numbered as they come."""
    numbers: dict[bytes, bytes] = {}

    def number(found: re.Match[bytes]) -> bytes:
        return numbers.setdefault(found[0], b'"%s%d"' % (found[1], len(numbers) + 1))

    return _TIME.sub(b'"at":""', _ID.sub(number, journal))


@pytest.mark.parametrize("name", ["bridge", "rep", "ladder"])
def test_the_same_answers_on_another_day_give_the_same_journal_but_for_its_times(
    tmp_path: Path, name: str
) -> None:
    args, answers = SESSIONS[name]
    journals = []
    for number in range(2):
        folder = tmp_path / str(number)
        done = subprocess.run(
            command("session", *args, "--plain"),
            input="".join(f"{line}\n" for line in lines_of(answers)).encode(),
            env=surroundings(folder),
            capture_output=True,
            check=True,
        )
        assert done.stderr == b""
        journals.append((folder / "journal.json").read_bytes())
    assert journals[0] != journals[1]
    assert normal(journals[0]) == normal(journals[1])


def test_a_second_session_on_another_day_gives_the_same_journal_but_for_its_times(
    tmp_path: Path,
) -> None:
    journals = []
    for number in range(2):
        inside = Inside(tmp_path / str(number), FrozenClock())
        inside.clock.later(days=number)
        assert inside.session(typed=lines_of(BRIDGE)).status == 0
        inside.clock.later(hours=20 + number)
        assert inside.session(typed=lines_of(CHECKINS["done"] + AGAIN)).status == 0
        journals.append(inside.journal())
    assert normal(journals[0]) == normal(journals[1])
