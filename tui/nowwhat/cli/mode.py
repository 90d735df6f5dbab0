"""Full screen or line mode, by what the streams and the environment can carry."""

from collections.abc import Mapping

import msgspec


class Streams(msgspec.Struct, frozen=True):
    """What is known of the streams.

    Attributes:
        stdin_is_terminal: Keys can come.
        stderr_is_terminal: A full screen can be drawn (Textual draws on stderr).
        stdout_is_terminal: Words go to a person, not to a file.
        encoding: Of what is written.
    """

    stdin_is_terminal: bool
    stderr_is_terminal: bool
    stdout_is_terminal: bool
    encoding: str


class NoTerminalError(Exception):
    """Keys cannot come, and line mode was not asked for."""


def why_plain(environ: Mapping[str, str], streams: Streams, *, asked: bool) -> str:
    """Say why line mode it is; empty where it is the full screen.

    Raises:
        NoTerminalError: stdin is no terminal, and nobody asked for line mode.
    """
    if asked:
        return "--plain"
    for name in ("ACCESSIBLE", "NOWWHAT_PLAIN"):
        if environ.get(name, "") not in ("", "0"):
            return f"{name} is set"
    if not streams.stdin_is_terminal:
        raise NoTerminalError("standard input is no terminal; with --plain, answers can be piped")
    if environ.get("TERM", "") in ("dumb", ""):
        return "this terminal moves no cursor"
    if not (streams.stderr_is_terminal and streams.stdout_is_terminal):
        return "the output is no terminal"
    if streams.encoding.lower().replace("-", "") != "utf8":
        return "the output is not UTF-8"
    return ""
