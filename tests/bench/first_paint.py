"""How long until the first screen is painted, beside a bare Textual hello-world, ten years' journal present.

    python tests/bench/first_paint.py [--runs N] [--years N]

Whole processes on a terminal of their own, in turn A B A B; from the start of the process until the
words that stand last on the screen have come through the terminal; medians, ratios.
"""

import argparse
import fcntl
import os
import platform
import pty
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from startup import write_years

from nowwhat.settings.preferences import Preferences, save
from nowwhat.store import keep_file

BAR, MOONSHOT = 1.30, 1.10
PATIENCE = 20.0
NOWWHAT = str(Path(sys.executable).with_name("nowwhat"))
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
    "home": ([NOWWHAT], b"leave quickly"),
    "session, its check-in": ([NOWWHAT, "session"], b"leave quickly"),
    "breathe": ([NOWWHAT, "breathe"], b"leave quickly"),
}


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--years", type=int, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_years(Path(folder), asked.years)
        environ = surroundings(Path(folder))
        print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {asked.runs} runs each")
        print(f"a journal of {asked.years} years of daily sessions\n")
        print(f"{'first paint':<24}{'ms':>8}{'x bare':>9}   bar {BAR}x, moonshot {MOONSHOT}x")
        for name, screen in SCREENS.items():
            report(name, screen, environ, asked.runs)


def report(name: str, screen: tuple[list[str], bytes], environ: dict[str, str], runs: int) -> None:
    """Print one row."""
    painted(*screen, environ), painted(*BARE, environ)
    pairs = [(painted(*screen, environ), painted(*BARE, environ)) for _ in range(runs)]
    ratio = statistics.median(one / other for one, other in pairs)
    mine = statistics.median(one for one, _ in pairs)
    verdict = "moonshot" if ratio <= MOONSHOT else "bar met" if ratio <= BAR else "MISSED"
    print(f"{name:<24}{mine * 1000:>8.1f}{ratio:>9.2f}   {verdict}")


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
    from nowwhat.settings.paths import find_paths  # noqa: PLC0415 - where they are looked for

    save(Preferences(seen=True, breath="helps"), find_paths(None, environ).preferences, keep_file)
    return environ


def painted(command: list[str], last: bytes, environ: dict[str, str]) -> float:
    """Start a command on a terminal; seconds until its last words have come. Then it is ended."""
    began = time.perf_counter()
    pid, screen = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execvpe(command[0], command, environ)
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


if __name__ == "__main__":
    main()
