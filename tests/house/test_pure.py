"""What is loaded and what is not: fresh interpreters are asked."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.house.tree import SOURCE, modules, name_of

WORLD = {"asyncio", "asyncssh", "click", "filelock", "platformdirs", "rich", "textual", "tinydb"}
SCREENS = {"asyncssh", "rich", "textual"}


def loaded_by(*arguments: str, expected: int = 0) -> set[str]:
    """Run a fresh interpreter with nothing to read; list every module that it imports."""
    found = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == expected, found.stderr[-2000:]
    return set(re.findall(r"^import time: .*\| +(\S+)$", found.stderr, re.MULTILINE))


def packages(names: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("room", ["session", "coach", "group"])
def test_a_pure_room_loads_nothing_of_the_world(room: str) -> None:
    names = [
        "nowwhat." + name_of(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for path in modules(room)
    ]
    assert len(names) > 5
    loaded = loaded_by("-c", "\n".join(f"import {name}" for name in names))
    assert set(names) <= loaded
    assert packages(loaded) & WORLD == set()


def test_the_engine_loads_no_other_room() -> None:
    names = [f"nowwhat.session.{path.stem}" for path in modules("session")]
    loaded = loaded_by("-c", "\n".join(f"import {name}" for name in names if "__" not in name))
    rooms = {name.split(".")[1] for name in loaded if name.startswith("nowwhat.")}
    assert rooms == {"session"}


def test_a_session_in_lines_loads_no_screen(tmp_path: Path) -> None:
    data = f"--data-dir={tmp_path / 'data'}"
    loaded = loaded_by("-m", "nowwhat", "session", "--plain", data, expected=3)
    assert "nowwhat.plain.asking" in loaded
    assert "nowwhat.store.journal" in loaded
    assert packages(loaded) & SCREENS == set()


@pytest.mark.parametrize("command", [["--help"], ["care"], ["where"], ["history"]])
def test_a_command_loads_no_screen(command: list[str], tmp_path: Path) -> None:
    loaded = loaded_by("-m", "nowwhat", *command, f"--data-dir={tmp_path / 'data'}")
    assert "nowwhat.cli.running" in loaded
    assert packages(loaded) & SCREENS == set()


def test_line_mode_can_be_loaded_whole_without_a_screen() -> None:
    rooms = ["plain", "sitting", "store", "packs", "settings"]
    names = [
        f"nowwhat.{room}.{path.stem}"
        for room in rooms
        for path in modules(room)
        if path.stem != "__init__" and path.parent == SOURCE / room
    ]
    loaded = loaded_by("-c", "\n".join(f"import {name}" for name in names))
    assert set(names) <= loaded
    assert packages(loaded) & SCREENS == set()


def test_the_version_is_said_without_loading_click() -> None:
    loaded = loaded_by("-m", "nowwhat", "--version")
    assert "nowwhat.cli.main" in loaded
    assert packages(loaded) & {"click", "msgspec", "tinydb", *SCREENS} == set()
