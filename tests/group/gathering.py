"""A small group script for tests: stops, a block with a condition, a breathing, doors."""

import tomllib
from functools import cache
from pathlib import Path

from tests.end_to_end.questions import PACK

from nowwhat.packs.scripts import read_script
from nowwhat.session.script import Script

FILE = Path(__file__).with_name("gathering.toml")


@cache
def gathering() -> Script:
    """Read it, proven."""
    return read_script(tomllib.loads(FILE.read_text(encoding="utf-8")), "group.toml", PACK.names)
