"""Fixtures for real processes; whatever a test leaves running is ended."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.end_to_end.program import Program, Terminal, surroundings

Start = Callable[..., Program]
Open = Callable[..., Terminal]


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
