"""One fault: a way to break a pack, and what is to be said of it; with the tools to break it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.packs.folder import Folder, Table, step

Breaking = Callable[[Table], object]

BRIDGE, CHECK_IN, REP = "sessions/bridge.toml", "sessions/checkin.toml", "sessions/rep.toml"
LADDER = "sessions/ladder.toml"


class Case(NamedTuple):
    """One fault.

    Attributes:
        name: What is broken.
        file: Where.
        breaking: Breaks it.
        expected: What its line begins with, behind the file: step, key, what was expected.
    """

    name: str
    file: str
    breaking: Breaking
    expected: str

    def __str__(self) -> str:
        """Give its name."""
        return self.name

    def is_reported(self, folder: Folder) -> None:
        """Break a sound pack, and assert that this is reported on one line, and nothing else."""
        with folder.table(self.file) as table:
            self.breaking(table)
        found = folder.check()
        assert (found.status, found.errors) == (2, [])
        assert len(found.lines) == 1, found.lines
        assert found.lines[0].startswith(f"{self.file}: {self.expected}"), found.lines[0]


def setting(key: str, value: Any) -> Breaking:
    return lambda table: table.__setitem__(key, value)


def without(key: str) -> Breaking:
    return lambda table: table.pop(key)


def at(step_id: str, breaking: Breaking) -> Breaking:
    return lambda script: breaking(step(script, step_id))


def of(key: str, breaking: Breaking, number: int | None = None) -> Breaking:
    """Break what stands under a key of a table, or the one of this number in a list there."""
    return lambda table: breaking(table[key] if number is None else table[key][number])


def named(key: str, name: str, breaking: Breaking, by: str = "id") -> Breaking:
    """Break the one of this name in a list of tables."""
    return lambda table: breaking(next(each for each in table[key] if each[by] == name))


def removing(*ids: str) -> Breaking:
    def remove(script: Table) -> None:
        assert set(ids) <= {each["id"] for each in script["step"]}
        script["step"] = [each for each in script["step"] if each["id"] not in ids]

    return remove


def adding(before: str, **new: Any) -> Breaking:
    """Put a step before another; before none: at the end."""

    def add(script: Table) -> None:
        ids = [each["id"] for each in script["step"]]
        script["step"].insert(ids.index(before) if before else len(ids), new)

    return add


def both(*breakings: Breaking) -> Breaking:
    return lambda table: [breaking(table) for breaking in breakings]


def door(name: str, breaking: Breaking) -> Breaking:
    return named("door", name, breaking)


def pattern(name: str, breaking: Breaking) -> Breaking:
    return named("pattern", name, breaking)


def country(code: str, breaking: Breaking) -> Breaking:
    return named("country", code, breaking, by="code")


def starters(change: Callable[[list[str]], list[str]]) -> Breaking:
    return lambda door: door.update(starters=change(door["starters"]))


def once(option: str) -> Table:
    return {"id": option, "words": option}
