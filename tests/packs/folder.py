"""A pack to break: the shipped one, with a coach that takes every line but a few."""

import json
import os
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from nowwhat.cli.running import run
from nowwhat.cli.surroundings import Surroundings
from nowwhat.packs.check import LEAST_STARTERS
from nowwhat.packs.sources import content_root

Table = dict[str, Any]  # Any: TOML holds anything

REFUSED, ASKED_ABOUT, HEARD = "grumble", "halve the tablets", "vanish"
"""Words that the sample's coach does not take, asks about, and hears as a call for help."""

COUNTRIES = ("AR", "DE", "GB")
"""Those that the sample keeps."""


class Checked(NamedTuple):
    """What a command answered."""

    status: int
    lines: list[str]
    errors: list[str]


class Folder:
    """The folder of one pack, to be edited."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def table(self, file: str) -> Iterator[Table]:
        """Give a file's table to be changed; it is written back."""
        path = self.path / file
        table = tomllib.loads(path.read_text())
        yield table
        path.write_text("".join(f"{json.dumps(k)} = {toml(v)}\n" for k, v in table.items()))

    def check(self, *arguments: str) -> Checked:
        """Run `nowwhat content check`, on this folder or with other arguments."""
        return self.run("content", "check", *(arguments or (str(self.path),)))

    def run(self, *arguments: str) -> Checked:
        """Run a command, with nothing to read and a data folder of its own."""
        out, err, data = StringIO(), StringIO(), self.path.parent / "data"
        with Path(os.devnull).open() as nothing:
            around = Surroundings(stdin=nothing.fileno(), stdout=out, environ={})
            status = run([*arguments, f"--data-dir={data}"], around, err)
        return Checked(status, out.getvalue().splitlines(), err.getvalue().splitlines())


def toml(value: object) -> str:
    """Write a value, tables and lists in one line; JSON's texts are TOML's."""
    match value:
        case dict():
            inner = ", ".join(f"{json.dumps(key)} = {toml(each)}" for key, each in value.items())
            return f"{{ {inner} }}"
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case date():
            return value.isoformat()
        case _:
            return json.dumps(value)


def sample(into: Path) -> Folder:
    """Copy the shipped pack, put the sample's coach into it, and leave less to read."""
    path = into / "en"
    shutil.copytree(content_root() / "en", path)
    folder = Folder(path)
    with folder.table("coach.toml") as coach:
        _loosen(coach)
    with folder.table("care.toml") as care:
        care["country"] = [each for each in care["country"] if each["code"] in COUNTRIES]
    with folder.table("actions.toml") as actions:
        for door in actions["door"]:
            door["starters"] = door["starters"][:LEAST_STARTERS]
    return folder


def _loosen(coach: Table) -> None:
    """Keep every key, so that the shape is the shipped one; take away nearly every rule."""
    coach.pop("learned", None)
    for rule in coach["reasons"].values():
        rule.update(phrases="", unless="")
    coach["reasons"]["no_behaviour"]["phrases"] = f"^ {REFUSED}"
    coach["acting"]["phrases"] = "^ *"
    coach["concerns"] = {
        "dose": {
            "level": "ask",
            "words": ["Who prescribes it?"],
            "right_person": "call the doctor",
            "phrases": ASKED_ABOUT,
        }
    }
    for key in {"unclear_ask", "unclear_stop"} & set(coach):
        coach[key] = "dose"
    for call in coach["care"].values():
        call.update(phrases="", unless="")
    coach["care"]["suicide"]["phrases"] = HEARD


def step(script: Table, step_id: str) -> Table:
    """Find a step of a script."""
    found = [each for each in script["step"] if each.get("id") == step_id]
    assert len(found) == 1, f"{step_id} is there once"
    step: Table = found[0]
    return step
