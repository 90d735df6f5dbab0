"""The README's examples for `nowwhat now`: run as they stand, by what they are written for."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.readme.test_transcripts import README

OPEN = WORDS.shell.open_one


def example(name: str) -> str:
    found = re.search(
        rf"<!-- example: {re.escape(name)} -->\n```\w+\n(.*?)```\n", README.read_text(), re.DOTALL
    )
    assert found, name
    return found[1]


class Machine:
    """A home with `nowwhat` on its path, and a `notify-send` that writes down what it is told."""

    def __init__(self, home: Path, inside: Inside) -> None:
        self.home, self.inside = home, inside
        programs = home / ".local" / "bin"
        programs.mkdir(parents=True)
        self._program(programs / "nowwhat", f'exec {shlex.quote(sys.executable)} -m nowwhat "$@"')
        self._program(programs / "notify-send", f'printf "%s|" "$@" >> {home}/told')
        self.environ = {
            "HOME": str(home),
            "PATH": f"{programs}:/usr/local/bin:/usr/bin:/bin",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "NOWWHAT_DATA": str(inside.folder),
            "LANG": "C.UTF-8",
        }

    def _program(self, path: Path, command: str) -> None:
        path.write_text(f"#!/bin/sh\n{command}\n")
        path.chmod(0o700)

    def run(self, *command: str) -> str:
        found = subprocess.run(
            command, env=self.environ, capture_output=True, text=True, check=False, timeout=60
        )
        assert found.stderr == ""
        return found.stdout

    @property
    def told(self) -> str:
        """What was told by notification since the last look."""
        path = self.home / "told"
        said = path.read_text() if path.exists() else ""
        path.unlink(missing_ok=True)
        return said


@pytest.fixture
def machine(tmp_path: Path, inside: Inside) -> Machine:
    return Machine(tmp_path / "home", inside)


def choose(machine: Machine) -> None:
    assert machine.inside.session(typed=lines_of(BRIDGE)).status == 0


def needs(program: str) -> str:
    found = shutil.which(program)
    if not found:
        pytest.skip(f"there is no {program} here")
    return found


def test_the_prompt_has_a_dot_while_something_is_open(machine: Machine) -> None:
    command = f'{example("prompt")}\ncd /; printf "%s" "${{PS1@P}}"'
    assert machine.run(needs("bash"), "--norc", "-c", command) in ("/ $ ", "/ # ")
    choose(machine)
    said = machine.run(needs("bash"), "--norc", "-c", command)
    assert said in ("· / $ ", "· / # ")


def test_the_message_of_the_day_says_so_and_else_nothing(machine: Machine) -> None:
    assert machine.run("/bin/sh", "-c", example("motd")) == ""
    choose(machine)
    assert machine.run("/bin/sh", "-c", example("motd")) == f"{OPEN}\n"


def test_tmux_takes_the_status_line_as_it_is_written(machine: Machine, tmp_path: Path) -> None:
    tmux = needs("tmux")
    (tmp_path / "conf").write_text(example("tmux"))
    server = [tmux, "-S", str(tmp_path / "socket"), "-f", str(tmp_path / "conf")]
    try:
        machine.run(*server, "new-session", "-d", "-x", "80", "-y", "24", "cat")
        said = machine.run(*server, "show-options", "-gv", "status-right").strip()
    finally:
        subprocess.run([*server, "kill-server"], check=False, capture_output=True)
    assert said in example("tmux")
    command = re.fullmatch(r"#\((.*)\)", said)
    assert command
    assert machine.run("/bin/sh", "-c", command[1]) == ""
    choose(machine)
    assert machine.run("/bin/sh", "-c", command[1]) == f"{OPEN}\n"


def test_cron_tells_without_the_words(machine: Machine) -> None:
    *when, command = example("cron").split(maxsplit=5)
    assert when == ["0", "18", "*", "*", "*"]
    assert "%" not in command, "cron would make a new line of it"
    machine.run("/bin/sh", "-c", command)
    assert machine.told == ""
    choose(machine)
    machine.run("/bin/sh", "-c", command)
    assert machine.told == f"nowwhat|{OPEN}|"
    assert ACTION not in machine.told


def test_the_unit_of_systemd_tells_without_the_words(machine: Machine) -> None:
    unit = RawConfigParser()
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # its keys have capitals
    unit.read_string(example("nowwhat.service"))
    assert unit["Service"]["Environment"].replace("%h", str(machine.home)).startswith("PATH=")
    command = shlex.split(unit["Service"]["ExecStart"].replace("$$", "$"))
    machine.run(*command)
    assert machine.told == ""
    choose(machine)
    machine.run(*command)
    assert machine.told == f"nowwhat|{OPEN}|"


def test_systemd_finds_no_fault_in_its_units(tmp_path: Path) -> None:
    analyze = needs("systemd-analyze")
    for name in ("nowwhat.service", "nowwhat.timer"):
        (tmp_path / name).write_text(example(name))
    found = subprocess.run(
        [analyze, "verify", "--man=no", str(tmp_path / "nowwhat.timer"),
         str(tmp_path / "nowwhat.service")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [line for line in found.stderr.splitlines() if "nowwhat" in line] == []
    when = re.search(r"OnCalendar=(.*)", example("nowwhat.timer"))
    assert when
    subprocess.run([analyze, "calendar", when[1]], check=True, capture_output=True)
