"""`nowwhat doctor`: what it says of a terminal, and what it never says."""

import os
import pty
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

import pytest
from tests.end_to_end.answers import BRIDGE, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS

from nowwhat.cli.query import says_whole_frames
from nowwhat.packs.filling import fill
from nowwhat.wire.palette import Palette

DOCTOR = WORDS.doctor


def colours(number: Palette, reason: str) -> str:
    return fill(DOCTOR.colours, {"number": number.value, "reason": reason})


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"TERM": "xterm-256color"}, colours(Palette.MANY, "TERM")),
        (
            {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
            colours(Palette.TRUE, "COLORTERM"),
        ),
        ({"TERM": "linux"}, colours(Palette.FEW, "TERM")),
        ({"TERM": "vt100"}, colours(Palette.NONE, "TERM")),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, colours(Palette.NONE, "NO_COLOR")),
        (
            {"TERM": "screen", "COLORTERM": "truecolor", "STY": "1.pts-0.host"},
            colours(Palette.FEW, "STY"),
        ),
        ({"TERM": "xterm", "COLORFGBG": "0;15"}, DOCTOR.light),
        ({"TERM": "xterm"}, DOCTOR.dark),
        ({"TERM": "xterm"}, DOCTOR.motion_full),
        ({"TERM": "xterm", "TEXTUAL_ANIMATIONS": "none"}, DOCTOR.motion_less),
        ({"TERM": "xterm"}, DOCTOR.painting_wire),
        (
            {"TERM": "xterm", "NOWWHAT_WIRE": "stock"},
            fill(DOCTOR.painting_stock, {"reason": "NOWWHAT_WIRE"}),
        ),
        ({"TERM": "xterm"}, DOCTOR.erases),
        ({"TERM": "xterm-kitty"}, DOCTOR.repeats),
        (
            {"TERM": "xterm", "ACCESSIBLE": "1"},
            fill(DOCTOR.shown_lines, {"why": "ACCESSIBLE is set"}),
        ),
        ({"TERM": "xterm"}, fill(DOCTOR.output, {"encoding": "utf-8"})),
    ],
)
def test_it_says_what_was_chosen_and_why(
    environ: Mapping[str, str], said: str, inside: Inside
) -> None:
    ran = inside.run("doctor", environ=environ)
    assert (ran.status, ran.err) == (0, "")
    assert said in ran.out.splitlines()


def test_a_terminal_that_cannot_repeat_is_not_said_to(inside: Inside) -> None:
    out = inside.run("doctor", environ={"TERM": "linux"}).out.splitlines()
    assert DOCTOR.erases in out
    assert DOCTOR.repeats not in out


def test_a_terminal_that_is_too_small_is_told(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def size(_: int) -> os.terminal_size:
        return os.terminal_size((50, 10))

    monkeypatch.setattr(os, "get_terminal_size", size)
    small = {"columns": 50, "lines": 10, "width": 60, "height": 20}
    assert fill(DOCTOR.small, small) in inside.run("doctor").out


def test_nothing_private_is_said(inside: Inside) -> None:
    assert inside.session(typed=lines_of(BRIDGE)).status == 0
    secrets = {
        "TERM": "xterm\x1b]0;secretword\x07",
        "TMUX": "/tmp/tmux-1000/somebody,1,0",  # noqa: S108 - it is only said
        "STY": "12.pts-0.somebody",
        "SSH_CONNECTION": "10.1.2.3 1 10.4.5.6 22",
        "USER": "somebody",
        "HOME": "/home/somebody",
    }
    out = inside.run("doctor", environ=secrets).out
    for private in ("somebody", "10.1.2.3", "10.4.5.6", "/", "\x1b", "\x07", "1000"):
        assert private not in out.replace("x86/64", "")
    for _, answer in BRIDGE:
        assert len(answer) < 4 or answer not in out


@contextmanager
def terminal(answer: bytes) -> Iterator[TextIO]:
    """A terminal that answers whatever it is asked in these bytes."""
    master, slave = pty.openpty()

    def serve() -> None:
        asked = b""
        while not asked.endswith(b"c"):
            asked += os.read(master, 64)
        os.write(master, answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        with os.fdopen(slave) as stream:
            yield stream
            thread.join()
    finally:
        os.close(master)


@pytest.mark.parametrize(
    ("answer", "known"),
    [
        (b"\x1b[?2026;2$y\x1b[?62;c", True),
        (b"\x1b[?2026;1$y\x1b[?1;2c", True),
        (b"\x1b[?2026;0$y\x1b[?62;c", False),
        (b"\x1b[?6c", False),
    ],
)
def test_the_terminal_itself_is_asked_for_whole_frames(answer: bytes, known: bool) -> None:
    with terminal(answer) as stream:
        assert says_whole_frames(stream, stream) is known


def test_what_is_no_terminal_is_not_asked() -> None:
    reads, writes = os.pipe()
    with os.fdopen(reads) as keys, os.fdopen(writes, "w") as screen:
        assert says_whole_frames(keys, screen) is None
