"""How long commands take beside `python -c pass`, and the first paint beside a bare hello-world.

    python tests/bench/startup.py [--runs N] [--years N] [--only commands|paint]

Ten years' journal is present. Whole processes, in turn A B A B, so that a machine that slows down
slows both; medians, ratios. The first paint is from the start of the process until the words that
stand last on the screen have come through its terminal.
"""

import argparse
import fcntl
import os
import platform
import pty
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Outcome, Session
from nowwhat.settings.paths import find_paths
from nowwhat.settings.preferences import Preferences, save
from nowwhat.store import Journal, keep_file

BAR, MOONSHOT = 12.0, 5.0
NOWWHAT = Path(sys.executable).with_name("nowwhat")
COMMANDS = (["--version"], ["now"], ["care", "--country", "IE"])

PAINT_BAR, PAINT_MOONSHOT = 1.30, 1.10
PATIENCE = 20.0
"""Seconds after which a screen that was not painted counts as missing."""

HELLO = """\
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("hello, world")

Hello().run()
"""
BARE = ([sys.executable, "-c", HELLO], b"world")
SCREENS = {
    "home": ([str(NOWWHAT)], b"leave quickly"),
    "session, its check-in": ([str(NOWWHAT), "session"], b"leave quickly"),
    "breathe": ([str(NOWWHAT), "breathe"], b"leave quickly"),
}


def main() -> None:
    """Measure and print two tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--only", choices=("commands", "paint"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_years(Path(folder), asked.years)
        size = (Path(folder) / "journal.json").stat().st_size / 1e6
        print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {asked.runs} runs each")
        print(f"a journal of {asked.years} years of daily sessions, {size:.1f} MB")
        if asked.only != "paint":
            print(f"\n{'command':<24}{'ms':>8}{'x pass':>9}   bar {BAR:g}x, moonshot {MOONSHOT:g}x")
            for command in COMMANDS:
                report_command(command, folder, asked.runs)
        if asked.only != "commands":
            bars = f"bar {PAINT_BAR}x, moonshot {PAINT_MOONSHOT}x"
            print(f"\n{'first paint':<24}{'ms':>8}{'x bare':>9}   {bars}")
            environ = surroundings(Path(folder))
            for name, screen in SCREENS.items():
                report_paint(name, screen, environ, asked.runs)


def report_command(command: list[str], folder: str, runs: int) -> None:
    """Print the row of a command."""
    own = [str(NOWWHAT), *command]
    if command != ["--version"]:
        own += ["--data-dir", folder]
    bare = [sys.executable, "-c", "pass"]
    name = f"nowwhat {command[0]}"
    report(name, lambda: run(own), lambda: run(bare), runs, (BAR, MOONSHOT))


def report_paint(
    name: str, screen: tuple[list[str], bytes], environ: dict[str, str], runs: int
) -> None:
    """Print the row of a screen."""
    bars = (PAINT_BAR, PAINT_MOONSHOT)
    report(name, lambda: painted(*screen, environ), lambda: painted(*BARE, environ), runs, bars)


def report(
    name: str,
    mine: Callable[[], float],
    other: Callable[[], float],
    runs: int,
    bars: tuple[float, float],
) -> None:
    """Measure two things in turn, and print a row."""
    mine(), other()
    pairs = [(mine(), other()) for _ in range(runs)]
    ratio = statistics.median(one / two for one, two in pairs)
    took = statistics.median(one for one, _ in pairs)
    verdict = "moonshot" if ratio <= bars[1] else "bar met" if ratio <= bars[0] else "MISSED"
    print(f"{name:<24}{took * 1000:>8.1f}{ratio:>9.2f}   {verdict}")


def run(command: list[str]) -> float:
    """Run a command to its end; its wall time in seconds."""
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environ)
    return time.perf_counter() - began


def surroundings(folder: Path) -> dict[str, str]:
    """An environment in which it is day and the person has been here before."""
    choices = folder / "config" / "nowwhat" / "preferences.toml"
    choices.parent.mkdir(parents=True)
    hours = 12 - time.gmtime().tm_hour
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TZ": f"Etc/GMT{-hours:+d}",
        "NOWWHAT_DATA": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }
    save(Preferences(seen=True, breath="helps"), find_paths(None, environ).preferences, keep_file)
    return environ


def painted(command: list[str], last: bytes, environ: dict[str, str]) -> float:
    """Start a command on a terminal; seconds until its last words have come. Then it is ended."""
    began = time.perf_counter()
    pid, screen = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execvpe(command[0], command, environ)  # noqa: S606 - no shell is wanted
    read = b""
    try:
        while last not in read:
            read += os.read(screen, 65536)
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(command)
        return time.perf_counter() - began
    finally:
        os.kill(pid, signal.SIGKILL)
        os.close(screen)
        os.waitpid(pid, 0)


def write_years(folder: Path, years: int) -> None:
    """Write a journal of daily sessions, each action tried but the last."""
    first = datetime(2016, 1, 1, 18, tzinfo=UTC)
    days = years * 365
    words = "Something understood on this day, in a sentence of ordinary length, as people write."
    insights, actions, checkins, sessions = [], [], [], []
    for day in range(days):
        at = Moment(first + timedelta(days=day), "UTC")
        insights.append(Insight(f"i{day}", f"{words} {day}", at, session=f"s{day}"))
        actions.append(
            Action(f"a{day}", f"Ring the clinic, call {day}", at, f"s{day}", when="after lunch")
        )
        sessions.append(
            Session(f"s{day}", "bridge", "en", "short", at, at, "finished", f"i{day}", f"a{day}")
        )
        if day < days - 1:
            checkins.append(CheckIn(f"c{day}", f"a{day}", Outcome.DONE, at, noticed=words))
    batch = Batch(tuple(insights), tuple(actions), tuple(checkins), tuple(sessions))
    Journal(folder, clock=lambda: Moment(first, "UTC")).record(batch)


if __name__ == "__main__":
    main()
