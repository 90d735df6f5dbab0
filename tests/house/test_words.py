"""Words: all of them come from the pack, each is used, and none of them hurts."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from tests.house.tree import WORDS, modules, name_of, parsed

from nowwhat.group.refusing import Reason
from nowwhat.packs.care import Care, CareWords
from nowwhat.packs.shapes import Shape
from nowwhat.packs.sheet_words import SheetWords
from nowwhat.packs.words import Words
from nowwhat.plain.commands import Command
from nowwhat.session.records import Outcome
from nowwhat.sitting.timeline import FILTERS

# Used

TABLES: dict[str, type[Shape]] = {
    **get_type_hints(Words),
    **get_type_hints(SheetWords),
    "care": CareWords,
}
KEYS = [(table, key) for table, shape in TABLES.items() for key in shape.__struct_fields__]
READERS = [path for path in modules() if path.name != "words.py"]
ASKED_BY_VALUE = {*map(str, Outcome), *map(str, Command), *FILTERS, *get_args(Reason)}
"""Keys that are looked up by the value of an outcome, a command, a filter, or why a room refused,
with `getattr`."""


def speaks_of(path: Path, table: str) -> bool:
    """Say whether a module has to do with a table: as an attribute, or by its type's name."""
    names = {TABLES[table].__name__, *({Care.__name__} if table == "care" else ())}
    return any(
        (isinstance(node, ast.Attribute) and node.attr == table)
        or (isinstance(node, ast.Name) and node.id in names)
        or (isinstance(node, ast.alias) and node.name in names)
        for node in ast.walk(parsed(path))
    )


def attributes(path: Path) -> Iterator[str]:
    """List the attributes that a module reads."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "getattr":
            yield from ASKED_BY_VALUE


@pytest.mark.parametrize("table", TABLES)
def test_every_word_of_a_table_is_used_by_a_module_that_speaks_of_it(table: str) -> None:
    used = {name for path in READERS if speaks_of(path, table) for name in attributes(path)}
    assert set(TABLES[table].__struct_fields__) - used == set()


def test_there_are_words_to_look_at() -> None:
    assert len(KEYS) > 120


# Not in the code


def spoken(path: Path) -> Iterator[str]:
    """List texts of a module that a person could be shown: no docstrings, no errors of a bug."""
    tree = parsed(path)
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        ):
            silent |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in silent
        ):
            yield node.value


@pytest.mark.parametrize("path", modules("plain", "sitting"), ids=name_of)
def test_no_sentence_stands_in_the_code(path: Path) -> None:
    sentences = [text for text in spoken(path) if re.search(r"[a-zA-Z]+ [a-zA-Z]+", text)]
    assert sentences == []


def test_a_sentence_in_the_code_would_be_found(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text('"""Not this."""\nsay("but this")\nraise ValueError("not this")\n')
    assert list(spoken(code)) == ["but this"]


# What they are like


FORBIDDEN = (
    "wrong", "invalid", "incorrect", "illegal", "error", "fail", "failed", "failure", "streak",
    "should have", "should not have", "must", "lazy", "excuse", "excuses", "shame on", "disorder",
    "symptom", "symptoms", "patient", "diagnosis", "congratulations", "amazing", "awesome",
    "well done", "great job", "good job", "proud of you", "keep it up", "perfect", "just do it",
)  # fmt: skip
FORBIDDEN_WORDS = re.compile(rf"\b({'|'.join(FORBIDDEN)})\b", re.IGNORECASE)

COACH_SAYS = {
    *("right_person", "plain", "quoting", "parts"),
    *("timed", "bare", "plan", "obstacle", "response"),
}
"""Keys of `coach.toml` under which stands what it says; by most of the others it listens."""


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """List every text of a table, with its place."""
    match value:
        case dict():
            for key, inner in value.items():
                yield from texts(inner, f"{place}.{key}" if place else key)
        case list():
            for number, inner in enumerate(value, 1):
                yield from texts(inner, f"{place}[{number}]")
        case str():
            yield place, value


def said_by_the_coach() -> Iterator[tuple[str, str]]:
    for place, text in texts(tomllib.loads((WORDS / "coach.toml").read_text())):
        key = re.sub(r"\[\d+\]$", "", place).rpartition(".")[2]
        if key in COACH_SAYS or (key == "words" and place.startswith("concerns.")):
            yield f"coach.toml: {place}", text


def said() -> list[tuple[str, str]]:
    """List everything that the program says, with its place."""
    found = list(said_by_the_coach())
    for path in sorted(WORDS.rglob("*.toml")):
        file = str(path.relative_to(WORDS))
        if file not in ("coach.toml", "times.toml", "pack.toml") and "coach" not in path.parts:
            table = tomllib.loads(path.read_text())
            found += [(f"{file}: {place}", text) for place, text in texts(table)]
    return found


SAID = said()


def test_there_is_something_said() -> None:
    files = {place.partition(":")[0] for place, _ in SAID}
    assert {"actions.toml", "care.toml", "coach.toml", "interface.toml"} < files
    assert {"sessions/bridge.toml", "sessions/checkin.toml"} < files
    assert len(SAID) > 1000
    keys = {re.sub(r"\[\d+\]$", "", place).rpartition(".")[2] for place, _ in said_by_the_coach()}
    assert keys == {*COACH_SAYS, "words"}


def test_nothing_is_said_with_an_exclamation_mark() -> None:
    assert [place for place, text in SAID if "!" in text] == []


def test_nothing_is_said_that_blames_diagnoses_or_flatters() -> None:
    found = [(place, match[0]) for place, text in SAID if (match := FORBIDDEN_WORDS.search(text))]
    assert found == []


@pytest.mark.parametrize("word", FORBIDDEN)
def test_a_word_that_hurts_would_be_found(word: str) -> None:
    assert FORBIDDEN_WORDS.search(f"That was {word.upper()}, again.")


def test_nothing_is_said_in_capitals() -> None:
    sessions = [(place, text) for place, text in SAID if place.startswith("sessions/")]
    shouted = [place for place, text in sessions if re.search(r"\b[A-Z]{4,}\b", text)]
    assert shouted == []


def test_no_text_that_is_said_has_space_at_its_edges_or_twice() -> None:
    odd = [
        place
        for place, text in SAID
        if (text != text.strip() or "  " in text.strip()) and not place.startswith("interface.toml")
    ]
    assert odd == []
