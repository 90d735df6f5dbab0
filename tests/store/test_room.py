"""The room itself: what it may load, and that reading pays for nothing that only writing needs."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.store.samples import Clock

from nowwhat.store import Claim, Drafts, DraftStore, Journal, JournalStore, MemoryDrafts

READ = """
import sys
from pathlib import Path
from nowwhat.store import Drafts, Journal
Journal(Path(sys.argv[1]), clock=lambda: None).open_actions()
Drafts(Path(sys.argv[1]), clock=lambda: None).ids()
print(*sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[2:])))
"""


def test_reading_loads_neither_tinydb_nor_filelock(tmp_path: Path) -> None:
    heavy = ["tinydb", "filelock", "logging", "textual", "asyncio", "asyncssh", "json"]
    loaded = subprocess.run(
        [sys.executable, "-c", READ, tmp_path, *heavy], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not loaded, f"reading a journal imported {loaded}"


@pytest.mark.parametrize("kind", ["disk", "memory"])
def test_both_stores_keep_the_contract(tmp_path: Path, clock: Clock, kind: str) -> None:
    """The type checker is what fails here: these annotations are the claim."""
    journal: JournalStore = Journal(tmp_path, clock=clock)
    drafts: DraftStore = (
        Drafts(tmp_path, clock=clock) if kind == "disk" else MemoryDrafts(clock=clock)
    )
    claim: Claim = drafts.create("s1")
    with claim:
        assert claim.draft_id == "s1"
    assert journal.trouble is None
