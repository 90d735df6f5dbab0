"""Fixtures for whole sittings: a clock that stands still, and the program run in this process."""

from pathlib import Path

import pytest
from tests.end_to_end.inside import Inside, hurry
from tests.plain.person import FrozenClock


@pytest.fixture
def still() -> FrozenClock:
    """An afternoon; time goes by only while somebody waits."""
    return FrozenClock()


@pytest.fixture
def inside(tmp_path: Path, still: FrozenClock, monkeypatch: pytest.MonkeyPatch) -> Inside:
    """The command line in this process, with a data folder that does not exist yet."""
    hurry(still, monkeypatch)
    return Inside(tmp_path / "data", still)
