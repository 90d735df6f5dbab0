"""A sound pack for each test, to be broken."""

from pathlib import Path

import pytest
from tests.packs.folder import Folder, sample


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return sample(tmp_path)
