"""Walks on which what was written is answered: insights, and lines that are not taken so."""

from tests.end_to_end.answers import AGAIN, BRIDGE, INSIGHT, lines_of
from tests.end_to_end.inside import Inside
from tests.pictures.album import Walk
from tests.pictures.sitter import Sitter

HARD = "My mother died in spring and I never told her the truth"
HEAVY = "I want to die"


def tried(inside: Inside) -> None:
    """An action was tried on an insight."""
    inside.session(typed=lines_of(BRIDGE))
    inside.run("done")
    inside.clock.later(days=9)


def nothing_tried(inside: Inside) -> None:
    """Two insights, and nothing tried on either."""
    inside.session(typed=lines_of(BRIDGE))
    inside.run("checkin", "letgo")
    inside.clock.later(days=9)
    inside.session(typed=["I wait until others decide", *lines_of(AGAIN)[1:]])
    inside.run("checkin", "letgo")
    inside.clock.later(days=9)


def parked(inside: Inside) -> None:
    """A thought was kept for later."""
    inside.run("park", "I say yes before I know what was asked")
    inside.run("park", "My shoulders go up when the phone rings")


async def hard(sitter: Sitter) -> None:
    await sitter.write(HARD)
    await sitter.shot("insight-hard")


async def known(sitter: Sitter) -> None:
    await sitter.write(INSIGHT)
    await sitter.shot("insight-known")


async def loop(sitter: Sitter) -> None:
    await sitter.write("I would rather be liked than say what I want")
    await sitter.shot("loop-named")


async def note_parked(sitter: Sitter) -> None:
    await sitter.shot("note-parked")


async def to_the_action(sitter: Sitter) -> None:
    await sitter.write(INSIGHT)
    await sitter.press("6", "enter", "4", "enter", "1", "enter")


async def gates(sitter: Sitter) -> None:
    await to_the_action(sitter)
    await sitter.write("clean the whole house after lunch")
    await sitter.shot("act-smaller")
    await sitter.press("down", "4")
    await sitter.shot("act-keep")
    await sitter.press("up", "up", "up", "up")
    await sitter.write("call my violent father at 18:00")
    await sitter.shot("act-ask")
    await sitter.write("hit my brother")
    await sitter.shot("act-stop")


async def hurt(sitter: Sitter) -> None:
    await to_the_action(sitter)
    await sitter.write("Say hello to one person on my street")
    await sitter.press("2", "enter")
    await sitter.shot("safer")


async def refused(sitter: Sitter) -> None:
    await sitter.press("enter")
    await sitter.shot("note-refused")
    await sitter.write(INSIGHT)
    await sitter.press("enter")
    await sitter.shot("rate-refused")


WALKS = {
    "hard": Walk(hard, ("insight-hard",)),
    "known": Walk(known, ("insight-known",), before=tried),
    "loop": Walk(loop, ("loop-named",), before=nothing_tried, also={"60x20": ("loop-named",)}),
    "parked": Walk(note_parked, ("note-parked",), before=parked),
    "gates": Walk(
        gates,
        ("act-smaller", "act-keep", "act-ask", "act-stop"),
        also={"60x20": ("act-keep", "act-ask", "act-stop")},
    ),
    "hurt": Walk(hurt, ("safer",)),
    "refused": Walk(refused, ("note-refused", "rate-refused")),
}
