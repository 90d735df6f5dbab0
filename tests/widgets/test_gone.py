"""A terminal that is gone: what is written to it is dropped, and nobody waits for it."""

from io import StringIO

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from nowwhat.widgets.hooks import Gone


class Dead(StringIO):
    """A stream whose terminal is gone."""

    def write(self, _: str) -> int:
        raise OSError(5, "Input/output error")

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def test_what_is_written_arrives() -> None:
    stream = StringIO()
    gone = Gone(stream)
    assert gone.write("a letter") == 8
    gone.flush()
    assert stream.getvalue() == "a letter"


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_many_frames_for_a_terminal_that_is_gone_hold_nobody_up() -> None:
    writer = WriterThread(Gone(Dead()))  # type: ignore[arg-type]  # it writes and flushes
    writer.start()
    for _ in range(MAX_QUEUED_WRITES * 3):
        writer.write("a frame")
    writer.stop()
    assert not writer.is_alive()
