"""The English pack's coach, loaded straight from its file."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from nowwhat.coach import Coach, Lexicon

CONTENT = Path(__file__).resolve().parents[2] / "content" / "en" / "coach.toml"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    with CONTENT.open("rb") as file:
        return msgspec.convert(tomllib.load(file), Lexicon, strict=True)


@pytest.fixture(scope="session")
def coach(lexicon: Lexicon) -> Coach:
    return Coach(lexicon)
