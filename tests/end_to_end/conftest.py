"""Fixtures for real processes; whatever a test leaves running is ended."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.end_to_end.glass import Glass
from tests.end_to_end.program import Program, Terminal, command, surroundings

Start = Callable[..., Program]
Open = Callable[..., Terminal]
Look = Callable[..., Glass]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Start the program on pipes: `start("session", "--plain")`."""
    started: list[Program] = []

    def begin(*args: str, standing: bool = False, **environ: str) -> Program:
        started.append(Program(args, surroundings(folder, **environ), standing=standing))
        return started[-1]

    yield begin
    for program in started:
        program.close()


@pytest.fixture
def terminal(folder: Path) -> Iterator[Open]:
    """Start the program at a terminal: `terminal("session", TERM="dumb")`."""
    opened: list[Terminal] = []

    def begin(*args: str, columns: int = 80, standing: bool = False, **environ: str) -> Terminal:
        around = surroundings(folder, **environ)
        opened.append(Terminal(args, around, columns=columns, standing=standing))
        return opened[-1]

    yield begin
    for one in opened:
        one.close()


@pytest.fixture
def look(folder: Path) -> Iterator[Look]:
    """Start the program on a screen: `look("session", script=STOPPED, TERM="linux")`."""
    opened: list[Glass] = []

    def begin(
        *args: str,
        script: Path | None = None,
        size: tuple[int, int] = (80, 24),
        only: dict[int, int] | None = None,
        controls: bool = True,
        **environ: str,
    ) -> Glass:
        line = [sys.executable, str(script), *args] if script else command(*args)
        at_least = {"TEXTUAL_DISABLE_KITTY_KEY": "1", "COLORTERM": "truecolor"}
        around = surroundings(folder, **{**at_least, **environ})
        where = str(folder.parent)
        opened.append(Glass(line, around, size=size, only=only, folder=where, controls=controls))
        return opened[-1]

    yield begin
    for one in opened:
        one.close()
