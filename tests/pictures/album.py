"""The album: walks through the program, the pictures taken on them, how they are compared."""

import asyncio
import difflib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from tests.end_to_end.inside import Inside
from tests.pictures.sitter import Live, Sitter
from tests.plain.person import DAY, FrozenClock
from tests.screens.group.company import Company
from tests.screens.sitting_down import desk_of

from nowwhat.app import Entrance, NowWhat, Terminal
from nowwhat.cli.surroundings import Surroundings
from nowwhat.group.walking import Led

FOLDER = Path(__file__).parent
HOW = "NOWWHAT_REWRITE=1 python -m pytest tests/pictures"
FOLDER_SHOWN = Path("~/.local/share/nowwhat")
"""Named at the first run; no folder of this machine."""


@dataclass(frozen=True)
class Look:
    """A size, in cells, and a theme."""

    columns: int = 80
    rows: int = 24
    light: bool = False


LOOKS: dict[str, Look] = {
    "": Look(),
    "60x20": Look(60, 20),
    "120x40": Look(120, 40),
    "light": Look(light=True),
}
"""By what a picture's name ends with; nothing: the size to design for, in the dark."""


def nothing(inside: Inside) -> None:
    """There is nothing before it."""


BRIDGE = Entrance("session", "bridge")


@dataclass(frozen=True)
class Walk:
    """One way through the program.

    Attributes:
        live: What is done on it.
        pictures: Names of the pictures taken on it, in order.
        entrance: Where it comes in.
        before: What was before it, in line mode.
        at: When it is.
        also: By look, other than the usual one: the pictures that are kept of it.
        seen: The first run is over.
        still: Nothing is to move.
        led: Begins the walk of a group that is shown, at a clock.
        company: Gathers the room that it is in.
        room: Opens a room at a clock, and says where one comes in.
    """

    live: Live
    pictures: tuple[str, ...]
    entrance: Entrance = BRIDGE
    before: Callable[[Inside], None] = nothing
    at: datetime = DAY
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seen: bool = True
    still: bool = False
    led: Callable[[FrozenClock], Led] | None = None
    company: Callable[[Inside], Company] | None = None
    room: Callable[[FrozenClock], tuple[object, Entrance]] | None = None

    def kept_in(self, look: str) -> tuple[str, ...]:
        """Name the pictures that are kept in this look."""
        return self.also.get(look, ()) if look else self.pictures


def take(walk: Walk, look: str, inside: Inside) -> dict[str, str]:
    """Go on a walk; give its pictures by the names of their files."""
    inside.clock.at = walk.at
    walk.before(inside)
    kept = walk.kept_in(look)

    async def go() -> dict[str, str]:
        seen = LOOKS[look]
        desk = desk_of(inside) if walk.seen else _fresh(inside).desk()
        terminal = Terminal(light=seen.light, still=walk.still, country=lambda: "IE")
        led = walk.led(inside.clock) if walk.led else None
        company = walk.company(inside) if walk.company else None
        gathered, entrance = walk.room(inside.clock) if walk.room else (None, walk.entrance)
        if company is not None:
            desk, entrance = company.desk, company.entrance
        app = NowWhat(desk, entrance, terminal=terminal, folder=FOLDER_SHOWN, led=led)
        async with app.run_test(size=(seen.columns, seen.rows)) as pilot:
            sitter = Sitter(app, pilot, inside.clock, kept, company=company, gathered=gathered)
            await sitter.rest()
            await walk.live(sitter)
        assert not app.failed, app.sentence
        assert tuple(sitter.made) == walk.pictures
        return sitter.made

    made = asyncio.run(go())
    return {file_of(name, look): made[name] for name in kept}


def _fresh(inside: Inside) -> Surroundings:
    return Surroundings(environ=inside.environ, clock=inside.clock)


def file_of(name: str, look: str) -> str:
    """Name the file of a picture."""
    return f"{name}-{look}.svg" if look else f"{name}.svg"


def compare(made: Mapping[str, str]) -> None:
    """Hold pictures against those that are kept; write them where that is asked for."""
    changed = {name: drawn for name, drawn in made.items() if _kept(name) != drawn}
    said = [f"{name}: {_difference(_kept(name), drawn)}" for name, drawn in changed.items()]
    if os.environ.get("NOWWHAT_REWRITE"):
        for name, drawn in changed.items():
            (FOLDER / name).write_text(drawn, encoding="utf-8")
    if changed:
        looked = "\n".join(said)
        pytest.fail(
            f"The screen looks different now. Run {HOW}, and look at each picture that changed.\n"
            f"{looked}",
            pytrace=False,
        )


def _kept(name: str) -> str:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _difference(kept: str, drawn: str) -> str:
    """Tell in words what changed; where no word did, that colours or places did."""
    if not kept:
        return "there is no such picture yet"
    lines = difflib.unified_diff(_said(kept), _said(drawn), lineterm="", n=0)
    told = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n  ".join(["", *told[:12]]) if told else "colours, shapes or places"


def _said(drawn: str) -> list[str]:
    return re.findall(r"<text[^>]*>(.*?)</text>", drawn)
