"""How long the commands without a screen take, beside `python -c pass`, ten years' journal present.

    python tests/bench/startup.py [--runs N] [--years N]

Whole processes, in turn A B A B, so that a machine that slows down slows both; medians, ratios.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Outcome, Session
from nowwhat.store import Journal

BAR, MOONSHOT = 12.0, 5.0
NOWWHAT = Path(sys.executable).with_name("nowwhat")
COMMANDS = (["--version"], ["now"], ["care", "--country", "IE"])


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--years", type=int, default=10)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_years(Path(folder), asked.years)
        size = (Path(folder) / "journal.json").stat().st_size / 1e6
        print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {asked.runs} runs each")
        print(f"a journal of {asked.years} years of daily sessions, {size:.1f} MB\n")
        print(f"{'command':<22}{'ms':>8}{'x pass':>9}   bar {BAR:g}x, moonshot {MOONSHOT:g}x")
        for command in COMMANDS:
            report(command, folder, asked.runs)


def report(command: list[str], folder: str, runs: int) -> None:
    """Print one row."""
    own = [str(NOWWHAT), *command]
    if command != ["--version"]:
        own += ["--data-dir", folder]
    bare = [sys.executable, "-c", "pass"]
    run(own), run(bare)
    pairs = [(run(own), run(bare)) for _ in range(runs)]
    ratio = statistics.median(one / other for one, other in pairs)
    mine = statistics.median(one for one, _ in pairs)
    verdict = "moonshot" if ratio <= MOONSHOT else "bar met" if ratio <= BAR else "MISSED"
    print(f"{'nowwhat ' + command[0]:<22}{mine * 1000:>8.1f}{ratio:>9.2f}   {verdict}")


def run(command: list[str]) -> float:
    """Run a command to its end; its wall time in seconds."""
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environ)
    return time.perf_counter() - began


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
