"""However a session is cut off, what was given is there, and the next question is the next one."""

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.answers import BRIDGE, SESSIONS, depth_in, lines_of, script_in
from tests.end_to_end.conftest import Open, Start
from tests.end_to_end.inside import Inside
from tests.end_to_end.program import command, surroundings
from tests.end_to_end.questions import PACK, WORDS, question
from tests.plain.person import FrozenClock, Person

from nowwhat.plain.visit import Visit
from nowwhat.session.script import Choose

RESUME = "1"


def unbroken(folder: Path, *args: str, typed: list[str]) -> bytes:
    inside = Inside(folder, FrozenClock())
    assert inside.session(*args, typed=typed).status == 0
    return inside.journal()


@pytest.mark.parametrize("name", ["bridge-full"])
def test_killed_after_each_answer_it_goes_on_with_the_next_question(
    folder: Path, tmp_path: Path, start: Start, name: str
) -> None:
    args, answers = SESSIONS[name]
    script = script_in(args)
    asked = [question(script, step) for step, _ in answers]
    for number, (_, answer) in enumerate(answers):
        program = start("session", *args, "--plain", standing=True)
        if number:
            program.until(WORDS.visit.resume_yes)
            program.type(RESUME)
        program.until(asked[number])
        program.type(*answer.split("\n"))
        last = number + 1 == len(answers)
        program.until(WORDS.visit.done if last else asked[number + 1])
        assert program.signal(signal.SIGKILL) in (-signal.SIGKILL, 0)
        assert list((folder / "drafts").glob("*.json")) or last
    kept = (folder / "journal.json").read_bytes()
    assert kept == unbroken(tmp_path / "unbroken", *args, typed=lines_of(answers))
    assert not list(folder.rglob("*.tmp"))


class Killed(BaseException):
    """The program is gone."""


def kill() -> str:
    raise Killed


@pytest.mark.parametrize("name", ["bridge", "two-minutes", "rep", "stuck"])
def test_cut_off_after_each_answer_in_turn_it_ends_with_the_same_journal(
    tmp_path: Path, name: str
) -> None:
    args, answers = SESSIONS[name]
    script, depth = PACK.script(script_in(args)), depth_in(args)
    whole = unbroken(tmp_path / "whole", *args, typed=lines_of(answers))
    inside = Inside(tmp_path / "cut", FrozenClock())
    for number, (step, answer) in enumerate(answers):
        desk = inside.run("where").around.desk()
        typed: list[str | Callable[[], str]] = [RESUME] if number else []
        typed += [] if step == "do" else answer.split("\n")[:1]
        early = [(0.0, answer.strip())] if step in {"breathe", "do"} else []
        inside.clock.gone = 0.0
        visit = Visit(desk, Person(inside.clock, [*typed, kill], early=early))
        if number + 1 == len(answers):
            assert visit.run(script, depth) == "finished"
        else:
            with pytest.raises(Killed):
                visit.run(script, depth)
    assert inside.journal() == whole
    assert not inside.drafts()


def half_way(program_until: Callable[[str], str], program_type: Callable[..., None]) -> None:
    """Answer two questions and see the third."""
    program_until(question("bridge", "insight"))
    program_type(BRIDGE[0][1])
    program_until(question("bridge", "discomfort"))
    program_type(BRIDGE[1][1])
    program_until(question("bridge", "breath_helps"))


def it_goes_on(folder: Path) -> None:
    """Check that the draft stands where it was left, and that finishing it gives everything."""
    (draft,) = (folder / "drafts").glob("*.json")
    assert len(json.loads(draft.read_bytes())["taken"]) >= 2
    typed = [RESUME, *lines_of(BRIDGE[2:])]
    inside = Inside(folder, FrozenClock())
    ran = inside.session(typed=typed)
    assert ran.status == 0, ran.out
    kept = inside.history()
    assert kept["insights"][0]["text"] == BRIDGE[0][1]
    assert kept["sessions"][0]["before"] == int(BRIDGE[1][1])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_asked_to_end_by_a_signal_it_keeps_the_draft(
    folder: Path, start: Start, number: signal.Signals
) -> None:
    program = start("session", "--plain")
    half_way(program.until, program.type)
    assert program.signal(number) == 128 + number
    assert "Traceback" not in program.err
    assert not list((folder / "drafts").glob("*.lock"))
    it_goes_on(folder)


def test_at_the_end_of_input_it_keeps_the_draft_and_says_so(folder: Path, start: Start) -> None:
    program = start("session", "--plain")
    half_way(program.until, program.type)
    assert program.ended() == 3
    assert program.err == ""
    assert "".join(WORDS.plain.input_ended.split()) in "".join(program.read.decode().split())
    it_goes_on(folder)


def test_when_nobody_reads_any_more_it_keeps_the_draft_and_is_quiet(folder: Path) -> None:
    reads, writes = os.pipe()
    program = subprocess.Popen(
        command("session", "--plain"),
        stdin=subprocess.PIPE,
        stdout=writes,
        stderr=subprocess.PIPE,
        env=surroundings(folder),
    )
    os.close(writes)
    os.close(reads)
    _, err = program.communicate("".join(f"{a}\n" for _, a in BRIDGE[:2]).encode(), timeout=30)
    assert (program.returncode, err) == (128 + signal.SIGPIPE, b"")


def test_when_the_reader_goes_away_half_way_it_keeps_the_draft(folder: Path, start: Start) -> None:
    program = start("session", "--plain")
    half_way(program.until, program.type)
    asked = PACK.script("bridge").step("breath_helps")
    assert isinstance(asked, Choose)
    program.until(asked.options[-1].words)  # all of it is said
    assert program.process.stdout
    os.dup2(os.open(os.devnull, os.O_RDONLY), program.process.stdout.fileno())
    program.type("1")
    assert program.process.wait(30) == 128 + signal.SIGPIPE
    assert program.process.stderr
    assert program.process.stderr.read() == b""
    (draft,) = (folder / "drafts").glob("*.json")
    assert len(json.loads(draft.read_bytes())["taken"]) == 3


def test_when_the_terminal_hangs_up_it_keeps_the_draft(folder: Path, terminal: Open) -> None:
    program = terminal("session", "--plain")
    half_way(program.until, program.type)
    assert program.hang_up() == 128 + signal.SIGHUP
    it_goes_on(folder)
    assert not (folder / "trace.log").exists()


def test_control_c_at_a_terminal_leaves_with_a_word(folder: Path, terminal: Open) -> None:
    program = terminal("session", "--plain")
    half_way(program.until, program.type)
    program.press(b"\x03")
    program.until(WORDS.plain.left)
    assert program.ended() == 128 + signal.SIGINT
    it_goes_on(folder)


def test_control_d_at_a_terminal_is_the_end_of_input(folder: Path, terminal: Open) -> None:
    program = terminal("session", "--plain")
    half_way(program.until, program.type)
    program.press(b"\x04")
    program.until(WORDS.plain.input_ended)
    assert program.ended() == 3
    it_goes_on(folder)
