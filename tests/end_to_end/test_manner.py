"""Line mode's manner on a real terminal and on real pipes: lines, and nothing but lines."""

import os
import subprocess
from pathlib import Path

import pytest
from tests.end_to_end.answers import BRIDGE, lines_of
from tests.end_to_end.conftest import Open, Start
from tests.end_to_end.program import Terminal, command, surroundings
from tests.end_to_end.questions import WORDS, question


def typed_through(program: Terminal) -> bytes:
    """Answer a whole bridge, question by question, and give the bytes that were written."""
    for step, answer in BRIDGE:
        program.until(question("bridge", step))
        if step == "breathe":
            program.until(WORDS.breath.keys.partition("{")[0])
            program.type("")
            program.until("In, 4")
            program.type("")
        else:
            program.type(answer)
    program.until(WORDS.visit.done)
    assert program.ended() == 0
    return program.read


def test_on_a_terminal_nothing_is_repainted_and_no_cursor_moves(terminal: Open) -> None:
    program = terminal("session", "--plain")
    program.as_written()
    raw = typed_through(program)
    assert not set(raw) - set(range(0x20, 0x7F)) - {ord("\n")}
    assert raw.count(b"\n> ") == len(lines_of(BRIDGE)) - 1
    assert max(len(row) for row in raw.splitlines()) <= 79


def test_a_narrow_terminal_gets_narrow_lines(terminal: Open) -> None:
    program = terminal("session", "--plain", columns=40, COLUMNS="40")
    program.as_written()
    program.until(question("bridge", "insight"))
    program.type("x", "5")
    program.until(question("bridge", "breath_helps"))
    program.type("quit")
    assert program.ended() == 3
    assert max(len(row) for row in program.read.splitlines()) <= 39


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "dumb"},
        {"ACCESSIBLE": "1"},
        {"NOWWHAT_PLAIN": "1"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_line_mode_comes_by_itself(terminal: Open, environ: dict[str, str]) -> None:
    program = terminal("session", **environ)
    program.as_written()
    program.until(question("bridge", "insight"))
    program.type("caf\u00e9 \u2603")
    program.until(question("bridge", "discomfort"))
    program.type("leave")
    assert program.ended() == 3
    assert b"\x1b" not in program.read


@pytest.mark.parametrize("name", ["ACCESSIBLE", "NOWWHAT_PLAIN"])
def test_asked_for_by_the_environment_answers_may_be_piped(start: Start, name: str) -> None:
    program = start("session", **{name: "1"})
    program.type(*lines_of(BRIDGE))
    assert program.ended() == 0
    assert not set(program.read) - set(range(0x20, 0x7F)) - {ord("\n")}


@pytest.mark.parametrize("args", [(), ("session",), ("breathe",)])
def test_piped_without_being_asked_it_names_the_option(
    start: Start, folder: Path, args: tuple[str, ...]
) -> None:
    program = start(*args)
    program.type("an answer")
    assert (program.ended(), program.read) == (2, b"")
    assert "--plain" in program.err
    assert program.err.count("\n") == 1
    assert not folder.exists()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437:strict", "utf-16"])
def test_an_output_that_lacks_characters_gets_a_whole_session(start: Start, encoding: str) -> None:
    given = {**dict(BRIDGE), "insight": "caf\u00e9 \u2603 \U0001f600", "obstacle": "\u00fcber"}
    program = start("session", "--plain", PYTHONIOENCODING=encoding)
    program.type(*(line for step in given for line in given[step].split("\n")))
    assert (program.ended(), program.err) == (0, "")


@pytest.mark.parametrize("args", [("session", "--plain"), ("history",), ("now",), ("care",)])
def test_without_any_output_at_all_it_ends_sensibly(folder: Path, args: tuple[str, ...]) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&- 2>&- <&-', "sh", *command(*args)],
        env=surroundings(folder),
        check=False,
    )
    assert done.returncode in (0, 1, 3)
    assert not (folder / "trace.log").exists()


def test_a_full_disk_behind_the_output_is_told_in_one_line(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("session", "--plain"),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=surroundings(folder),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert os.strerror(28).encode() in done.stderr
    assert not (folder / "trace.log").exists()
