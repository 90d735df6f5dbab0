"""What the store costs: a journal of 0 to 50 years, and a draft beside the bare system calls.

Run `python tests/bench/store.py [FOLDER]`; FOLDER should be on the disk that is asked about.
"""

import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Outcome, Pause, Session
from nowwhat.store import Drafts, Journal

BEGIN = datetime(2025, 1, 31, 18, 30, 12, 345678, UTC)
WORDS = (
    "I put off calling because I would rather not know than hear that it is true, and each day "
    "that I do not call makes the next one harder. I have known this for a long time."
)
DRAFT = b'{"event":"offered","line":"call the clinic today at 18:00 from the kitchen"}' * 54
YEARS = (0, 1, 10, 50)


def clock() -> Moment:
    """Say what time it is: always the same, so that a day's one backup is made once."""
    return Moment(BEGIN, "Europe/London")


def day(number: int) -> Batch:
    """Give what one daily session leaves behind, in the words of an ordinary person."""
    at = Moment(BEGIN + timedelta(days=number), "Europe/London")
    micros = int(at.at.timestamp() * 1_000_000)
    i, a, c, s = (f"{kind}{micros:x}-5f3a" for kind in "iacs")
    pause = Pause("longer-out", 120, "stayed")
    action = Action(
        a, WORDS[:60], at, s, i, "face", "today at 18:00", obstacle=WORDS[:40],
        response=WORDS[:60], confidence=7,
    )  # fmt: skip
    checkin = CheckIn(c, a, Outcome.DONE, at, note=WORDS[:80], before=6, most=7, after=3)
    session = Session(
        s, "bridge", "en", "short", at, at, "finished", i, a, 6, 4, (pause,), {"again": "yes"}
    )
    return Batch((Insight(i, WORDS, at, session=s),), (action,), (checkin,), (session,))


def years_of(years: int) -> Batch:
    """Give many days in one batch; the last action is open."""
    days = [day(number) for number in range(years * 365)]
    return Batch(
        tuple(batch.insights[0] for batch in days),
        tuple(batch.actions[0] for batch in days),
        tuple(batch.checkins[0] for batch in days[:-1]),
        tuple(batch.sessions[0] for batch in days),
    )


def milliseconds(work: Callable[[], object]) -> float:
    """Time one call."""
    begin = perf_counter()
    work()
    return (perf_counter() - begin) * 1000


def journal_row(folder: Path, years: int) -> str:
    """Measure one journal."""
    Journal(folder, clock=clock).record(years_of(years))
    Journal(folder, clock=clock).record(day(100_000))
    path = folder / "journal.json"
    size = path.stat().st_size / 1e6
    data = path.read_bytes()
    bare = median(milliseconds(lambda: bare_save(path.with_name("x"), data)) for _ in range(9))
    opened = median(
        milliseconds(lambda: Journal(folder, clock=clock).open_actions()) for _ in range(15)
    )
    everything = median(
        milliseconds(lambda: Journal(folder, clock=clock).sessions()) for _ in range(9)
    )
    saved = median(
        milliseconds(partial(Journal(folder, clock=clock).record, day(100_001 + n)))
        for n in range(9)
    )
    return (
        f"{years:>5} {size:>8.2f} {opened:>14.2f} {everything:>10.2f} {saved:>10.2f} {bare:>15.2f}"
    )


def bare_save(path: Path, data: bytes) -> None:
    """Save with nothing but the system calls that a safe save takes."""
    temporary = f"{path}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)
    os.replace(temporary, path)  # noqa: PTH105 - bare system calls are what is measured
    descriptor = os.open(path.parent, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def draft_row(folder: Path) -> str:
    """Measure a draft of 4 KB beside the bare calls, turn by turn, as the disk has its moods."""
    drafts = Drafts(folder, clock=clock)
    ours, bare = [], []
    with drafts.create("s1"):
        for turn in range(400):
            data = DRAFT + b"%4d" % turn
            ours.append(milliseconds(partial(drafts.save, "s1", data)))
            bare.append(milliseconds(partial(bare_save, folder / "bare.json", data)))
    ratio = median(ours) / median(bare)
    return f"{len(DRAFT)} bytes: {median(ours):.3f} ms, bare {median(bare):.3f} ms, {ratio:.2f}x"


def main() -> None:
    """Print the table."""
    where = sys.argv[1] if len(sys.argv) > 1 else None
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}")
    print("medians in ms; `bare` is write+fsync+replace+fsync of the same bytes\n")
    print("years       MB   open_actions   sessions     record   bare, its size")
    for years in YEARS:
        with TemporaryDirectory(dir=where) as folder:
            print(journal_row(Path(folder), years))
    with TemporaryDirectory(dir=where) as folder:
        print("\nsaving a draft,", draft_row(Path(folder)))


if __name__ == "__main__":
    main()
