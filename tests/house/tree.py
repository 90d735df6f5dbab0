"""The tree of the source: every module of the program, and every file of words that it ships."""

import ast
from functools import cache
from pathlib import Path

import nowwhat
from nowwhat.packs.sources import content_root

SOURCE = Path(nowwhat.__file__).parent
ROOT = Path(__file__).parents[2]
WORDS = content_root() / "en"


def modules(*rooms: str) -> list[Path]:
    """List the modules of the program, or of some of its rooms."""
    places = [SOURCE / room for room in rooms] or [SOURCE]
    return sorted(path for place in places for path in place.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    """Parse a module."""
    return ast.parse(path.read_text())


def name_of(path: Path) -> str:
    """Name a module, from the package on."""
    return str(path.relative_to(SOURCE))
