"""The script with which the built wheel is tried does what it says, and fails where it should."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "wheel_session.sh"
PYTHON = f'"{sys.executable}" -m nowwhat'


def program(folder: Path, body: str) -> Path:
    """A program that runs a line of shell."""
    path = folder / "nowwhat"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def tried(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", str(SCRIPT), *map(str, args)],
        capture_output=True,
        text=True,
        env={**os.environ, "NOWWHAT_DATA": "/nowhere"},
        check=False,
    )


def test_it_is_content_with_the_program_as_it_is(tmp_path: Path) -> None:
    done = tried(program(tmp_path, f'exec {PYTHON} "$@"'), tmp_path / "data")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("exit 0", "before the first session"),
        ("exit 70", "before the first session"),
        (f'[ "$1" = session ] && exit 3; exec {PYTHON} "$@"', "first session ended with 3"),
        (f'[ "$1" = now ] && set -- "$@" --show; exec {PYTHON} "$@"', "gives the words away"),
        (f'[ "$1" = history ] && echo "{{}}" && exit; exec {PYTHON} "$@"', "history --json"),
    ],
)
def test_it_finds_a_program_that_does_otherwise(tmp_path: Path, body: str, word: str) -> None:
    done = tried(program(tmp_path, body), tmp_path / "data")
    assert done.returncode == 1
    assert word in done.stderr


def test_it_wants_a_program_and_a_new_folder(tmp_path: Path) -> None:
    assert tried().returncode == 1
    assert "is no program" in tried(tmp_path / "none", tmp_path / "data").stderr
    there = program(tmp_path, "exit 0")
    assert "exists already" in tried(there, tmp_path).stderr
