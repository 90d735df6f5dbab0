"""Several real programs at one journal, and programs that are really killed."""

import json
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.store.samples import Clock, batch_of

from nowwhat.store import Drafts, Journal, LockedError
from nowwhat.store.disk import REAL

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from nowwhat.session.moment import Moment
from nowwhat.session.records import Batch, Insight
from nowwhat.store import Drafts, Journal
from nowwhat.store.disk import RealDisk
at = Moment(datetime(2025, 1, 31, 9, tzinfo=UTC), "UTC")
folder, name = Path(sys.argv[1]), sys.argv[2]
journal = Journal(folder, clock=lambda: at)
def note(number):
    journal.record(Batch(insights=(Insight(f"i{name}-{number}", "x" * 40 * number, at),)))
"""
TWENTY = WRITER + "for number in range(20): note(number)"
ENDLESS = WRITER + "for number in range(10**6): note(number); print(number, flush=True)"
KILLED = """
import os, signal
class KilledDisk(RealDisk):
    def __getattribute__(self, name):
        if name == sys.argv[3]:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__getattribute__(name)
"""
KILLED_RECORD = (
    WRITER + KILLED + "journal = Journal(folder, clock=lambda: at, disk=KilledDisk())\nnote(2)"
)
KILLED_DRAFT = (
    WRITER
    + KILLED
    + "drafts = Drafts(folder, clock=lambda: at, disk=KilledDisk())\n"
    + "claim = drafts.claim(name); drafts.save(name, b'new')"
)
HOLDING = (
    WRITER
    + "claim = Drafts(folder, clock=lambda: at).claim(name)\n"
    + "print('held', flush=True)\n"
    + "sys.stdin.read()"
)


def start(program: str, *args: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, args)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("programs", [2, 5])
def test_programs_that_write_at_once_all_find_their_records_there(
    folder: Path, clock: Clock, programs: int
) -> None:
    running = [start(TWENTY, folder, name) for name in range(programs)]
    reader = Journal(folder, clock=clock)
    seen = 0
    while any(program.poll() is None for program in running):
        now = len(reader.insights())
        assert now >= seen
        seen = now
    for program in running:
        program.communicate()
        assert program.returncode == 0
    there = {insight.id for insight in reader.insights()}
    assert there == {f"i{name}-{number}" for name in range(programs) for number in range(20)}
    assert reader.trouble is None


def test_threads_that_share_a_journal_all_find_their_records_there(
    folder: Path, clock: Clock
) -> None:
    journal = Journal(folder, clock=clock)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: journal.record(batch_of(number)), range(24)))
    assert len(journal.sessions()) == 24


def test_a_lock_may_be_released_by_another_thread(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as threads:
        held = threads.submit(REAL.lock, tmp_path / "x.lock", 0).result()
    held.release()
    REAL.lock(tmp_path / "x.lock", 0).release()


def test_a_claim_may_be_released_by_another_thread(folder: Path, clock: Clock) -> None:
    drafts = Drafts(folder, clock=clock)
    with ThreadPoolExecutor(1) as threads:
        claim = threads.submit(drafts.create, "s1").result()
        threads.submit(drafts.save, "s1", b"x").result()
    claim.release()
    Drafts(folder, clock=clock).claim("s1").release()


def test_a_program_killed_while_it_writes_loses_nothing_it_had_acknowledged(
    folder: Path, clock: Clock
) -> None:
    for name in range(3):
        program = start(ENDLESS, folder, name)
        assert program.stdout
        for _ in range(7 + name):
            last = json.loads(program.stdout.readline())
        program.kill()
        program.communicate()
        journal = Journal(folder, clock=clock)
        there = {insight.id for insight in journal.insights()}
        assert {f"i{name}-{number}" for number in range(last + 1)} <= there
        assert journal.trouble is None
        journal.record(batch_of(name))


@pytest.mark.parametrize("call", ["create", "write", "fsync", "close", "replace", "fsync_folder"])
def test_a_save_killed_for_good_at_a_call_leaves_the_old_journal_or_the_new_one(
    folder: Path, clock: Clock, call: str
) -> None:
    Journal(folder, clock=clock).record(batch_of(1))
    program = start(KILLED_RECORD, folder, "x", call)
    program.communicate()
    assert program.returncode == -signal.SIGKILL
    journal = Journal(folder, clock=clock, lock_seconds=0)
    assert {insight.id for insight in journal.insights()} - {"ix-2"} == {"i0001"}
    journal.record(batch_of(2))
    assert journal.trouble is None
    assert not list(folder.rglob("*.tmp"))


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "fsync_folder"])
def test_a_draft_killed_for_good_at_a_call_can_be_claimed_and_saved(
    folder: Path, clock: Clock, call: str
) -> None:
    drafts = Drafts(folder, clock=clock)
    drafts.save("s1", b"old")
    program = start(KILLED_DRAFT, folder, "s1", call)
    program.communicate()
    assert program.returncode == -signal.SIGKILL
    assert drafts.load("s1") == (b"new" if call == "fsync_folder" else b"old")
    with drafts.claim("s1"):
        drafts.save("s1", b"newer")
    assert [path.name for path in (folder / "drafts").iterdir()] == ["s1.json"]


def test_a_draft_that_is_open_in_another_program_is_not_touched(folder: Path, clock: Clock) -> None:
    drafts = Drafts(folder, clock=clock)
    drafts.save("s1", b"theirs")
    program = start(HOLDING, folder, "s1")
    assert program.stdout
    assert program.stdout.readline() == "held\n"
    for attempt in (
        lambda: drafts.claim("s1"),
        lambda: drafts.save("s1", b"mine"),
        lambda: drafts.drop("s1"),
        lambda: drafts.set_aside("s1"),
    ):
        with pytest.raises(LockedError, match="another nowwhat"):
            attempt()
    assert drafts.load("s1") == b"theirs"
    program.kill()
    program.communicate()
    drafts.claim("s1").release()
