"""A walk and its notes as two real processes, each on a terminal of its own."""

import os
import re
import shutil
import signal
import socket
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Look
from tests.end_to_end.glass import CTRL_Q, ENTER, F2, F8, LEFT, Glass, words_of
from tests.end_to_end.program import Program, surroundings
from tests.end_to_end.questions import WORDS
from tests.group.gathering import FILE, gathering
from tests.house.tree import WORDS as CONTENT

from nowwhat.cli.walking import LOCK, SOCKET
from nowwhat.group.lines import MOST_ASKED, line
from nowwhat.group.walk import Back, Next
from nowwhat.sitting.showing import line_of

WALK, NOTES = WORDS.walk, WORDS.walk_notes
PAGE_DOWN, PAGE_UP = "\x1b[6~", "\x1b[5~"
SENTINEL = "zebrafinch"
NEXT = words_of(f"Space {WALK.next}")
LEADS = "nowwhat walk --notes"

FOUR = "╷ ╷"
"""The top of a large 4."""

TURNS = 700
"""So often is gone on and back while somebody reads nothing of it: near a megabyte."""


@pytest.fixture
def runtime() -> Iterator[Path]:
    """A runtime folder with a short name; the names of sockets have an end."""
    folder = Path(tempfile.mkdtemp(prefix="nw"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The words that are shipped, with a group script whose notes hold a word of their own."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder / "en")
    read = FILE.read_text(encoding="utf-8")
    script = re.sub(r'^(notes = "|Say: )(?!"")', rf"\1{SENTINEL} ", read, flags=re.MULTILINE)
    assert script.count(SENTINEL) > 4
    (folder / "en" / "sessions" / "group.toml").write_text(script, encoding="utf-8")
    return folder


Begin = Callable[..., Glass]


@pytest.fixture
def walk(look: Look, runtime: Path, content: Path) -> Begin:
    """Begin a walk: `walk("--at", "door")`."""

    def begin(*args: str, **environ: str) -> Glass:
        environ = {"XDG_RUNTIME_DIR": str(runtime), **environ}
        return look("walk", *args, "--content", str(content), **environ)

    return begin


@pytest.fixture
def notes(look: Look, runtime: Path) -> Begin:
    """Open the notes of the walk that runs; they are told everything by it."""

    def attach(**environ: str) -> Glass:
        return look("walk", "--notes", **{"XDG_RUNTIME_DIR": str(runtime), **environ})

    return attach


def small(glass: Glass, step: str) -> None:
    """Wait until the projector shows a step, by what is not drawn large."""
    script = gathering().step(step)
    options = getattr(script, "options", ())
    sign = options[0].words if options else (script.hint or script.says[-1])
    glass.until(sign)


def lead(led: Glass, key: str, *steps: str) -> None:
    """Go on from the notes, one step after another."""
    for step in steps:
        led.calm()  # a key that comes while the last one is on its way counts for nothing
        led.press(key)
        led.until(f"{NOTES.on_screen} {line_of(gathering().step(step))}")


def test_either_side_leads_to_the_end_and_the_projector_never_shows_notes(
    walk: Begin, notes: Begin
) -> None:
    screen = walk()
    screen.until(WALK.ready)
    led = notes()
    led.until(NOTES.before, SENTINEL)
    led.press(" ")
    small(screen, "welcome")
    led.until("1 of 7", NOTES.left.replace("{minutes}", "3"))
    screen.press(PAGE_DOWN)
    small(screen, "insight")
    led.until("Writing in silence", SENTINEL)
    screen.press(LEFT)
    small(screen, "welcome")
    led.until("1 of 7")  # what is pressed at what the screen has left counts for nothing
    lead(led, PAGE_DOWN, "insight", "discomfort", "pause", "breathe")
    small(screen, "breathe")
    led.press(" ")
    led.until(NOTES.breathing.partition("{")[0])
    led.press("p")
    screen.until(WALK.paused)
    led.until(NOTES.held)
    screen.press("p", " ")
    small(screen, "door")
    led.press("h", "17", ENTER)
    screen.until("17 hands")
    led.until("Hands: 17")
    led.press("b")
    screen.wait(lambda: screen.shown == "", "a blank screen")
    led.until(NOTES.blank)
    screen.press("b")
    small(screen, "door")
    screen.press("+")
    led.wait(lambda: any(FOUR in row for row in led.rows), "four minutes, drawn large")
    for _ in range(5):
        screen.press(" ")
    led.until(NOTES.after)
    screen.press("q")
    assert screen.ended() == 0
    assert led.ended() == 0
    assert NOTES.walk_left in "\n".join(led.rows)
    summary = "\n".join(screen.rows)
    assert "20.0 minutes planned" in summary
    assert "17" in summary
    assert SENTINEL.encode() in led.written
    assert SENTINEL.encode() not in screen.written


def test_the_socket_is_this_users_alone_and_goes_with_the_walk(walk: Begin, runtime: Path) -> None:
    before = os.umask(0)
    try:
        screen = walk()
    finally:
        os.umask(before)
    screen.until(WALK.ready)
    folder = runtime / "nowwhat"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    found = (folder / SOCKET).lstat()
    assert stat.S_ISSOCK(found.st_mode)
    assert stat.S_IMODE(found.st_mode) == 0o600
    assert stat.S_IMODE((folder / LOCK).stat().st_mode) == 0o600
    screen.press(CTRL_Q)
    assert screen.ended() == 0
    assert not (folder / SOCKET).exists()


def run(runtime: Path, folder: Path, *args: str) -> Program:
    return Program(args, surroundings(folder, XDG_RUNTIME_DIR=str(runtime)))


def test_without_a_walk_there_are_no_notes(runtime: Path, folder: Path) -> None:
    program = run(runtime, folder, "walk", "--notes")
    assert program.ended() == 2
    assert program.err.count("\n") == 1
    assert "nowwhat walk" in program.err


def test_a_second_walk_says_that_one_runs_and_leaves_it_alone(walk: Begin, notes: Begin) -> None:
    screen = walk()
    screen.until(WALK.ready)
    second = walk()
    assert second.ended() == 2
    assert LEADS in "\n".join(second.rows)
    led = notes()
    led.until(NOTES.before)
    led.press(" ")
    small(screen, "welcome")


def test_after_a_walk_was_killed_its_notes_say_how_to_go_on_and_the_next_one_does(
    walk: Begin, notes: Begin, runtime: Path, folder: Path
) -> None:
    screen = walk()
    screen.until(WALK.ready)
    led = notes()
    led.until(NOTES.before)
    lead(led, " ", "welcome", "insight", "discomfort")
    screen.kill()
    assert led.ended() == 2
    assert words_of("nowwhat walk group --at discomfort") in words_of("".join(led.rows))
    assert (runtime / "nowwhat" / SOCKET).exists(), "a killed one leaves it behind"
    program = run(runtime, folder, "walk", "--notes")
    assert program.ended() == 2
    again = walk("--at", "discomfort")
    again.until("2 of 7")
    led = notes()
    led.until("2 of 7", "How uncomfortable")


def test_killed_notes_leave_the_walk_alone_and_others_can_be_opened(
    walk: Begin, notes: Begin
) -> None:
    screen = walk()
    screen.until(WALK.ready)
    for _ in range(2):
        led = notes()
        led.until(NOTES.before)
        led.kill()
    screen.press(" ")
    small(screen, "welcome")
    led = notes()
    led.until("1 of 7")


def test_notes_are_left_without_a_word_and_the_walk_goes_on(walk: Begin, notes: Begin) -> None:
    screen = walk()
    screen.until(WALK.ready)
    for key in ("q", CTRL_Q, F8):
        led = notes()
        led.until(NOTES.before)
        led.press(key)
        assert led.ended() == 0
    screen.press(" ")
    small(screen, "welcome")


def test_care_on_the_projector_names_nobody_of_this_person(walk: Begin, folder: Path) -> None:
    folder.mkdir()
    (folder / "preferences.json").write_text('{"country": "IE", "person": "Maeve, 01 555 0100"}')
    screen = walk()
    screen.until(WALK.ready)
    screen.press(F2)
    screen.until(WORDS.refuge.ground)
    assert b"Maeve" not in screen.written
    screen.press(F8)
    screen.wait(lambda: screen.shown == "", "a blank screen")
    screen.press("b")
    screen.until(WORDS.refuge.ground)


def test_a_term_signal_ends_it_and_takes_the_socket_away(walk: Begin, runtime: Path) -> None:
    screen = walk()
    screen.until(WALK.ready)
    screen.signal(signal.SIGTERM)
    assert screen.ended() == 128 + signal.SIGTERM
    assert not (runtime / "nowwhat" / SOCKET).exists()


def attach(runtime: Path) -> socket.socket:
    found = socket.socket(socket.AF_UNIX)
    found.settimeout(20)
    found.connect(str(runtime / "nowwhat" / SOCKET))
    return found


@pytest.mark.parametrize(
    "raw", [b"x" * (MOST_ASKED + 1), b"{}\n", b"\xff\n", b'{"type":"hands","count":"all"}\n']
)
def test_whoever_speaks_otherwise_is_let_go_of(walk: Begin, runtime: Path, raw: bytes) -> None:
    screen = walk()
    screen.until(WALK.ready)
    with attach(runtime) as other:
        other.sendall(raw)
        while other.recv(65536):
            pass  # it is closed by the walk: or this would wait until the test fails
    screen.press(" ")
    small(screen, "welcome")


def test_who_stops_reading_is_let_go_of_and_the_walk_goes_on(walk: Begin, runtime: Path) -> None:
    screen = walk()
    screen.until(WALK.ready)
    with attach(runtime) as deaf, attach(runtime) as other:
        reader = other.makefile("rb")
        reader.readline()
        other.sendall(line(Next()))
        said = len(reader.readline()) + len(reader.readline())
        for _ in range(TURNS):
            other.sendall(line(Next()) + line(Back()))
            said += len(reader.readline()) + len(reader.readline())
        heard = 0
        with suppress(ConnectionResetError):
            while read := deaf.recv(65536):
                heard += len(read)
        assert heard < said / 2
    screen.press(CTRL_Q)
    assert screen.ended() == 0


def test_more_than_a_few_notes_at_once_are_turned_away(walk: Begin, runtime: Path) -> None:
    screen = walk()
    screen.until(WALK.ready)
    several = [attach(runtime) for _ in range(9)]
    try:
        for one in several[:8]:
            assert one.recv(10)
        assert several[8].recv(10) == b""
    finally:
        for one in several:
            one.close()


def test_a_runtime_folder_of_somebody_else_is_not_used(walk: Begin, runtime: Path) -> None:
    (runtime / "nowwhat").symlink_to(runtime)
    screen = walk()
    assert screen.ended() == 2
    assert "XDG_RUNTIME_DIR" in "".join(screen.rows)


def test_a_name_that_is_too_long_for_a_socket_is_said(walk: Begin, tmp_path: Path) -> None:
    long = tmp_path / ("x" * 120)
    screen = walk(XDG_RUNTIME_DIR=str(long))
    assert screen.ended() == 2
    assert "XDG_RUNTIME_DIR" in "".join(screen.rows)
