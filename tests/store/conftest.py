"""Fixtures of the store's tests: every test of behaviour runs on a disk and in memory."""

from pathlib import Path

import pytest
from tests.store.samples import Clock, Place


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "share" / "nowwhat"


@pytest.fixture(params=["disk", "memory"])
def place(request: pytest.FixtureRequest, folder: Path, clock: Clock) -> Place:
    return Place(folder if request.param == "disk" else None, clock)
