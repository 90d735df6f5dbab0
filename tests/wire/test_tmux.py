"""The program in a real tmux, and in a tmux inside it: what it shows is what it should."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.end_to_end.questions import WORDS

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")

_STILL = 40
"""Looks in a row, a few milliseconds each, that show the same."""

TYPED = "wide \u6f22\u5b57, joined e\u0301"


class Tmux:
    """A tmux server of the test's own."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, *arguments: str) -> str:
        command = ["tmux", "-u", "-L", self.name, "-f", "/dev/null", *arguments]
        environ = {**os.environ, "LC_ALL": "C.UTF-8"}
        found = subprocess.run(command, capture_output=True, text=True, check=False, env=environ)
        return found.stdout

    def until(self, text: str) -> str:
        """Wait until something is shown and nothing moves any more; the whole screen."""
        end, still = time.monotonic() + 60, 0
        shown = ""
        while time.monotonic() < end:
            before, shown = shown, self("capture-pane", "-p", "-t", "t")
            still = still + 1 if text in shown and same(before, shown) else 0
            if still > _STILL:
                return shown
        raise AssertionError(shown)

    def until_the_field_is_ready(self) -> None:
        """Wait until the cursor is where one writes."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if self("display-message", "-p", "-t", "t", "#{cursor_x} #{cursor_y}") != "0 0\n":
                return
        raise AssertionError("the cursor is in no field")


def same(one: str, other: str) -> bool:
    """Say whether two screens are the same, but for tmux's own lines with the time in them."""
    return one.splitlines()[:22] == other.splitlines()[:22]


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    tmux = Tmux(f"nowwhat-{os.getpid()}")
    yield tmux
    tmux("kill-server")


@pytest.mark.parametrize("inside", [1, 2], ids=["tmux", "tmux in tmux"])
def test_the_program_in_tmux_shows_what_it_should(tmux: Tmux, inside: int, tmp_path: Path) -> None:
    environ = (
        f"NOWWHAT_DATA={tmp_path / 'data'} TZ=Asia/Tokyo PYTHONPATH={os.pathsep.join(sys.path)}"
    )
    command = f"env {environ} {sys.executable} -m nowwhat session bridge"
    inner = Tmux(f"{tmux.name}-inner")
    if inside > 1:
        command = f"env -u TMUX tmux -u -L {inner.name} -f /dev/null new '{command}'"
    try:
        tmux("new", "-d", "-s", "t", "-x", "80", "-y", "26", command)
        tmux.until(WORDS.footing.leave_quickly)
        tmux.until_the_field_is_ready()
        tmux("send-keys", "-t", "t", "-l", TYPED)
        typed = tmux.until(TYPED)
        tmux("send-keys", "-t", "t", "F1")
        assert TYPED not in tmux.until(WORDS.keys.title)
        tmux("send-keys", "-t", "t", "Escape")
        assert same(tmux.until(TYPED), typed)
        tmux("send-keys", "-t", "t", "C-l")
        assert same(tmux.until(TYPED), typed)
    finally:
        if inside > 1:
            inner("kill-server")
