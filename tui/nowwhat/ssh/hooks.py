"""Every private hook that a server leans on, of Textual and of asyncssh; a test sees them move."""

import io
import sys
from typing import Any, Protocol

import asyncssh
from rich.console import Console
from textual._xterm_parser import XTermParser
from textual.app import App

HOOKS: tuple[tuple[type, str], ...] = (
    (App, "_print_error_renderables"),
    (XTermParser, "feed"),
    (XTermParser, "tick"),
)
"""Methods that must be there; attributes of objects are looked at by the test."""

__all__ = ["HOOKS", "Keys", "backlog", "leave_streams", "stand_apart"]


class Keys(XTermParser):
    """Turns what a terminal sends into messages."""

    def end(self) -> None:
        """Let go: a cache of Textual's holds on to a parser, and it to the whole application."""
        for _ in self.feed(""):
            pass


def stand_apart(app: "App[Any]") -> None:
    """Let an application share its process with others.

    Textual redirects `sys.stdout` to each application in turn, and prints a crash, with the
    values of its variables, on the standard error of the server; its colours follow the server's
    environment.
    """
    leave_streams(app)
    app.error_console = Console(file=io.StringIO())
    app.console = Console(
        color_system="truecolor",  # each driver reduces it to what its terminal has
        file=io.StringIO(),
        force_terminal=True,
        legacy_windows=False,
        markup=True,
        highlight=False,
        emoji=False,
        safe_box=False,
        _environ={},
    )


def leave_streams(app: "App[Any]") -> None:
    """Let an application leave the streams of its process as they are."""
    app._capture_stdout = sys.stdout  # type: ignore[assignment]  # noqa: SLF001
    app._capture_stderr = sys.stderr  # type: ignore[assignment]  # noqa: SLF001


class _Transport(Protocol):
    def get_write_buffer_size(self) -> int: ...


def backlog(channel: "asyncssh.SSHServerChannel[bytes]") -> int:
    """Count the bytes that wait for a client.

    What the channel counts is only what lies beyond the window that the client chose; what it has
    handed on waits in the transport, and asyncssh heeds no limit there.
    """
    transport: _Transport | None = getattr(channel.get_connection(), "_transport", None)
    waiting = transport.get_write_buffer_size() if transport else 0
    return channel.get_write_buffer_size() + waiting
