"""When it is line mode, and why."""

import pytest

from nowwhat.cli.mode import NoTerminalError, Streams, why_plain

GOOD = {"TERM": "xterm-256color"}
TERMINAL = Streams(
    stdin_is_terminal=True, stderr_is_terminal=True, stdout_is_terminal=True, encoding="utf-8"
)
PIPED = Streams(
    stdin_is_terminal=False, stderr_is_terminal=True, stdout_is_terminal=True, encoding="utf-8"
)


def test_a_good_terminal_carries_the_full_screen() -> None:
    for encoding in ("utf-8", "UTF-8", "utf8"):
        streams = Streams(
            stdin_is_terminal=True,
            stderr_is_terminal=True,
            stdout_is_terminal=True,
            encoding=encoding,
        )
        assert why_plain(GOOD, streams, asked=False) == ""
    assert why_plain({**GOOD, "ACCESSIBLE": "0"}, TERMINAL, asked=False) == ""
    assert why_plain({**GOOD, "NOWWHAT_PLAIN": ""}, TERMINAL, asked=False) == ""


@pytest.mark.parametrize(
    ("environ", "streams", "word"),
    [
        ({"TERM": "dumb"}, TERMINAL, "terminal"),
        ({}, TERMINAL, "terminal"),
        ({**GOOD, "ACCESSIBLE": "1"}, TERMINAL, "ACCESSIBLE"),
        ({**GOOD, "NOWWHAT_PLAIN": "yes"}, TERMINAL, "NOWWHAT_PLAIN"),
        ({**GOOD, "NOWWHAT_PLAIN": "1"}, PIPED, "NOWWHAT_PLAIN"),
        ({**GOOD, "ACCESSIBLE": "1"}, PIPED, "ACCESSIBLE"),
        (
            GOOD,
            Streams(
                stdin_is_terminal=True,
                stderr_is_terminal=False,
                stdout_is_terminal=True,
                encoding="utf-8",
            ),
            "no terminal",
        ),
        (
            GOOD,
            Streams(
                stdin_is_terminal=True,
                stderr_is_terminal=True,
                stdout_is_terminal=False,
                encoding="utf-8",
            ),
            "no terminal",
        ),
        (
            GOOD,
            Streams(
                stdin_is_terminal=True,
                stderr_is_terminal=True,
                stdout_is_terminal=True,
                encoding="latin-1",
            ),
            "UTF-8",
        ),
    ],
)
def test_line_mode_comes_by_itself_where_a_screen_cannot(
    environ: dict[str, str], streams: Streams, word: str
) -> None:
    assert word in why_plain(environ, streams, asked=False)


def test_line_mode_may_be_asked_for() -> None:
    for streams in (TERMINAL, PIPED):
        assert why_plain(GOOD, streams, asked=True) == "--plain"


def test_without_keys_and_without_being_asked_it_names_the_option() -> None:
    with pytest.raises(NoTerminalError, match="--plain"):
        why_plain({"TERM": "dumb"}, PIPED, asked=False)
