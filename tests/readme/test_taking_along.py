"""The README's commands about taking along and deleting, and what the program says to them.

NOWWHAT_REWRITE=1 python -m pytest tests/readme
"""

import os
import shlex
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.end_to_end.answers import lines_of
from tests.end_to_end.inside import Inside
from tests.plain.person import FrozenClock
from tests.readme.test_transcripts import README, put

ANSWERS = (
    ("insight", "I wait for her to call first"),
    ("discomfort", "6"),
    ("breath_helps", "helps"),
    ("pause", "go_on"),
    ("door", "fraction"),
    ("action", "write my sister one line: can we talk this week"),
    ("hurt", "uncomfortable"),
    ("when", "tomorrow at 18:00"),
    ("obstacle", "I start to explain myself"),
    ("response", "I send the one line"),
    ("commit", "I will"),
    ("start", "later"),
)


class Shell:
    """Writes down commands and what they say."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside
        self.said: list[str] = []

    def __call__(self, line: str, *, typed: str = "") -> None:
        ran = self._inside.run(*shlex.split(line)[1:], typed=[typed] if typed else b"")
        assert (ran.status, ran.err) == (0, "")
        said = ran.out.rstrip()
        if typed:  # a terminal shows it behind the question
            said = said.replace(f": {typed}\n", f": {typed}\n> {typed}\n", 1)
        self.said += [f"$ {line}", *said.splitlines()]

    def transcript(self) -> str:
        made = "\n".join(self.said)
        self.said = []
        return made


@pytest.fixture
def somebody(inside: Inside, still: FrozenClock) -> Inside:
    still.at = datetime(2026, 3, 3, 17, 30, tzinfo=ZoneInfo("Europe/Dublin"))
    inside.run("park", "I go quiet when someone is cross")
    still.later(minutes=10)
    assert inside.session(typed=lines_of(ANSWERS)).status == 0
    still.later(days=1)
    return inside


def test_the_commands_in_the_readme_say_what_it_shows(
    somebody: Inside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shell = Shell(somebody)
    shell("nowwhat now")
    shell('nowwhat done --before 7 --most 8 --after 4 --noticed "it took one minute"')
    shell("nowwhat export md")
    shell("nowwhat export json -o journal.json")
    shell("nowwhat import journal.json")
    along = shell.transcript()
    shell("nowwhat forget")
    shell("nowwhat forget 1", typed="delete")
    deleting = shell.transcript()
    text = README.read_text(encoding="utf-8")
    made = put(put(text, "taking along", along), "deleting", deleting)
    if os.environ.get("NOWWHAT_REWRITE"):
        README.write_text(made, encoding="utf-8")
    assert text == made, "run this test with NOWWHAT_REWRITE=1 and read what changed"
