"""The README's part on a room that each joins at their own terminal: what it names is there."""

import re
import shlex
from pathlib import Path

import click
import pytest
from tests.readme.test_transcripts import README

from nowwhat.cli.lead import lead
from nowwhat.cli.serve import serve
from nowwhat.group.tries import BY_ONE, IN_ALL, SECONDS
from nowwhat.ssh.limits import Limits
from nowwhat.ssh.names import asked_by

PART = (
    README.read_text(encoding="utf-8")
    .partition("## Everyone at their own terminal\n")[2]
    .partition("\n## ")[0]
)
LINES = re.findall(r"^nowwhat lead[^#\n]*", PART, re.MULTILINE)


def test_there_are_commands_to_look_at() -> None:
    assert len(LINES) == 3


@pytest.mark.parametrize("line", LINES)
def test_the_commands_have_the_options_that_they_name(line: str) -> None:
    assert isinstance(lead, click.Command)
    lead.make_context("lead", shlex.split(line)[2:], resilient_parsing=False)


def test_serve_has_the_option_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "leaders.pub").touch()
    serve.make_context("serve", ["--facilitators", str(tmp_path / "leaders.pub")])


def test_the_names_that_are_told_ask_for_what_is_told() -> None:
    told = re.findall(r"`ssh -p 2222 ([\w+]+)@host`", PART)
    assert told == ["CODE", "CODE+plain", "CODE+screen", "LEADERCODE", "lead"]
    assert [asked_by(name).form for name in told] == ["", "plain", "screen", "", ""]


def test_the_limits_are_those_that_are_told() -> None:
    assert (BY_ONE, IN_ALL, SECONDS) == (20, 50, 15 * 60)
    assert Limits().room == 4 * 3600
    assert "twenty from one address, or fifty in all" in PART
    assert "four hours" in PART
