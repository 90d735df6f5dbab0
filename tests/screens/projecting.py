"""Somebody at the screen of a walk, or at its notes."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.group.gathering import gathering
from tests.screens.living import Guest
from tests.screens.sitting_down import desk_of

from nowwhat.app import Entrance, NowWhat, Parting, Terminal
from nowwhat.group.walk import begin
from nowwhat.group.walking import Walking
from nowwhat.session.script import Script
from nowwhat.widgets.letters import Letters, draw, lines_of

WALK, NOTES = WORDS.walk, WORDS.walk_notes
Live = Callable[[Guest, Walking], Awaitable[None]]


def project(
    inside: Inside,
    living: Live,
    *,
    notes: bool = False,
    size: tuple[int, int] = (80, 24),
    terminal: Terminal | None = None,
    script: Script | None = None,
) -> Parting | None:
    """Show a walk, or its notes, and let somebody be there."""

    async def go() -> Parting | None:
        led = script or gathering()
        walking = Walking(led, begin(led), inside.clock.elapsed)
        entrance = Entrance("notes" if notes else "walk", script="group")
        app = NowWhat(
            desk_of(inside), entrance, terminal=terminal or Terminal(still=True), led=walking
        )
        async with app.run_test(size=size) as pilot:
            guest = Guest(app, pilot)
            await guest.settle()
            await living(guest, walking)
        assert not app.failed, app.sentence
        return app.return_value

    return asyncio.run(go())


def shown_large(guest: Guest) -> str:
    """What is drawn in large letters; empty where nothing is."""
    letters = guest.screen.query_one("#sheet-ask", Letters)
    return str(letters.content) if letters.has_class("-large") else ""


def drawn(text: str, width: int) -> set[str]:
    """The ways in which a text is drawn large."""
    found = set()
    for size in ("wide", "narrow"):
        lines = lines_of(text, width, size)
        if lines:
            found.add("\n\n".join("\n".join(draw(line, size)) for line in lines))
    return found
