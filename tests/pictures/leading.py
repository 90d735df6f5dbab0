"""Walks of a group: the screen that a room shares, and the notes of who leads."""

from tests.group.gathering import gathering
from tests.pictures.album import Walk
from tests.pictures.sitter import Sitter
from tests.plain.person import FrozenClock

from nowwhat.app import Entrance
from nowwhat.group.walk import begin
from nowwhat.group.walking import Led, Walking


def led(clock: FrozenClock) -> Led:
    """Begin a walk."""
    return Walking(gathering(), begin(gathering()), clock.elapsed)


async def tick(sitter: Sitter, seconds: float) -> None:
    """Let some seconds go by, and have them seen."""
    sitter.clock.gone += seconds
    look = getattr(sitter.app.screen, "look", None)
    assert look is not None
    look()
    await sitter.rest()


async def on_the_projector(sitter: Sitter) -> None:
    await sitter.shot("walk-title")
    await sitter.press("space")
    await sitter.shot("walk-welcome")
    await sitter.press("pagedown")
    await tick(sitter, 47)
    await sitter.shot("walk-insight")
    await sitter.press("space")
    await sitter.shot("walk-rate")
    await sitter.press("space")
    await sitter.shot("walk-pause")
    await sitter.press("space")
    await sitter.shot("walk-ready")
    await sitter.press("space")
    await tick(sitter, 2.6)
    await sitter.shot("walk-breathing")
    await sitter.press("p")
    await sitter.shot("walk-paused")
    await sitter.press("p", "space")
    await sitter.press("h", "1", "2")
    await sitter.shot("walk-hands-typed")
    await sitter.press("enter")
    await sitter.shot("walk-doors")
    await sitter.press("b")
    await sitter.shot("walk-blank")
    await sitter.press("b", "space", "space", "space", "space", "space")
    await sitter.shot("walk-end")


async def in_the_notes(sitter: Sitter) -> None:
    await sitter.shot("walk-notes-before")
    await sitter.press("space")
    await tick(sitter, 200)
    await sitter.shot("walk-notes-welcome")
    await sitter.press("space", "space", "space", "space", "space", "space")
    await sitter.press("h", "7", "enter", "b", "p")
    await sitter.shot("walk-notes-doors")
    await sitter.press("space", "f1")
    await sitter.shot("walk-notes-keys")


PROJECTED = (
    *("walk-title", "walk-welcome", "walk-insight", "walk-rate", "walk-pause", "walk-ready"),
    *("walk-breathing", "walk-paused", "walk-hands-typed", "walk-doors", "walk-blank", "walk-end"),
)
NOTED = ("walk-notes-before", "walk-notes-welcome", "walk-notes-doors", "walk-notes-keys")

WALKS = {
    "on the projector": Walk(
        on_the_projector,
        PROJECTED,
        Entrance("walk", script="group"),
        led=led,
        also={
            "60x20": ("walk-welcome", "walk-doors", "walk-breathing"),
            "120x40": PROJECTED,
            "light": ("walk-insight", "walk-breathing"),
        },
    ),
    "in the notes": Walk(
        in_the_notes,
        NOTED,
        Entrance("notes"),
        led=led,
        also={
            "60x20": ("walk-notes-welcome",),
            "120x40": ("walk-notes-welcome", "walk-notes-doors"),
            "light": ("walk-notes-welcome",),
        },
    ),
}
