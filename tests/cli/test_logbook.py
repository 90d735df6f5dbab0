"""The log beside the journal: only when there is something, only for one's own eyes."""

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from nowwhat.cli.logbook import LOG, keep_log


@pytest.fixture(autouse=True)
def afterwards() -> Iterator[None]:
    yield
    logger = logging.getLogger("nowwhat")
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:], logger.propagate = [], True


def test_nothing_is_written_while_all_is_well(tmp_path: Path) -> None:
    keep_log(tmp_path / "data")
    logging.getLogger("nowwhat.wire").info("all is well")
    assert not (tmp_path / "data").exists()


def test_what_is_amiss_is_written_for_ones_own_eyes(tmp_path: Path) -> None:
    keep_log(tmp_path / "data")
    logging.getLogger("nowwhat.wire").warning("stock Textual paints: %s", "ValueError")
    written = tmp_path / "data" / LOG
    assert "nowwhat.wire: stock Textual paints: ValueError" in written.read_text()
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert stat.S_IMODE(written.parent.stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_stops_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("a file, no folder")
    keep_log(tmp_path / "data")
    logging.getLogger("nowwhat.wire").warning("stock Textual paints: %s", "ValueError")
    assert capsys.readouterr() == ("", "")
