"""Files: each says in its first line what lives there, none is long, none is called by no name."""

import ast
from pathlib import Path

import pytest
from tests.house.tree import ROOT, SOURCE, modules, name_of, parsed

LONGEST = 400
NAMELESS = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "base"}
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def test_there_are_files_to_look_at() -> None:
    assert len(modules()) > 80
    assert len(TESTS) > 40


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_the_first_line_of_a_module_says_what_lives_there(path: Path) -> None:
    said = ast.get_docstring(parsed(path))
    assert said, "it has a docstring"
    sentence = path.read_text().splitlines()[0].removeprefix('"""').removesuffix('"""')
    assert said.startswith(sentence)
    assert sentence[-1] in ".:;,?", "it is one sentence, on the first line"
    assert len(sentence.split()) >= 3


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_of_tests_says_what_it_is_about_too(path: Path) -> None:
    assert ast.get_docstring(parsed(path))


@pytest.mark.parametrize(
    "path", [*modules(), *TESTS], ids=lambda path: str(path.relative_to(path.parents[2]))
)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST


def test_half_of_the_modules_are_short() -> None:
    lengths = sorted(len(path.read_text().splitlines()) for path in modules())
    assert lengths[len(lengths) // 2] <= 100


@pytest.mark.parametrize("folder", [SOURCE, ROOT / "tests"], ids=["source", "tests"])
def test_nothing_is_named_after_nothing(folder: Path) -> None:
    paths = [path for path in folder.rglob("*") if "__pycache__" not in path.parts]
    names = {part for path in paths for part in path.stem.replace("test_", "").split("_")}
    assert names & NAMELESS == set()


def test_the_source_root_and_the_tests_are_no_packages() -> None:
    assert not (SOURCE.parent / "__init__.py").exists() or SOURCE.parent.name == "site-packages"
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_each_kind_of_step_has_tests_of_its_own() -> None:
    from nowwhat.packs.scripts import KINDS  # noqa: PLC0415 - only this test needs it

    names = {path.stem for path in (ROOT / "tests" / "session").glob("test_*.py")}
    assert {f"test_{kind}" for kind in KINDS} <= names
