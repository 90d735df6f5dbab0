"""A sound pack for each test, to be broken."""

import shutil
from pathlib import Path

import pytest
from tests.packs.folder import Folder, sample


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The sample, which nobody changes."""
    return sample(tmp_path_factory.mktemp("pack"))


@pytest.fixture
def folder(whole: Folder, tmp_path: Path) -> Folder:
    shutil.copytree(whole.path, tmp_path / "en")
    return Folder(tmp_path / "en")
