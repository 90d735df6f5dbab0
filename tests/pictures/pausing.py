"""Walks through the ways to pause: with eyes open, like a wave, and with nothing that moves."""

from tests.pictures.album import Walk
from tests.pictures.crossing import INSIGHT
from tests.pictures.front_door import HOME
from tests.pictures.sitter import Sitter

from nowwhat.app import Entrance


async def to_the_pause(sitter: Sitter) -> None:
    await sitter.write(INSIGHT)
    await sitter.press("7", "enter")


async def grounding(sitter: Sitter) -> None:
    await to_the_pause(sitter)
    await sitter.press("2", "enter")
    await sitter.shot("grounding-offer")
    await sitter.press("enter")
    await sitter.at(12)
    await sitter.shot("grounding")


async def surfing(sitter: Sitter) -> None:
    await to_the_pause(sitter)
    await sitter.press("3", "enter", "enter")
    await sitter.at(30)
    await sitter.shot("urge-surfing")


async def cautions(sitter: Sitter) -> None:
    await to_the_pause(sitter)
    await sitter.press("1", "enter", "4", "enter")
    await sitter.shot("breathe-careful")
    await sitter.press("2", "enter")
    await sitter.shot("breathe-others")
    await sitter.press("4", "enter")
    await sitter.shot("breathe-box")


async def risen(sitter: Sitter) -> None:
    await to_the_pause(sitter)
    await sitter.press("1", "enter", "enter")
    await sitter.at(8)
    await sitter.press("escape")
    await sitter.shot("rate-left")
    await sitter.press("9", "enter")
    await sitter.shot("risen")


async def asked(sitter: Sitter) -> None:
    await sitter.press("enter")
    await sitter.choose("A session, about")
    await to_the_pause(sitter)
    await sitter.shot("breath-asked")


async def still(sitter: Sitter) -> None:
    await sitter.at(2.6)
    await sitter.shot("breathing-still")


async def alone(sitter: Sitter) -> None:
    await sitter.at(7.5)
    await sitter.shot("breathing-alone")


WALKS = {
    "grounding": Walk(grounding, ("grounding-offer", "grounding"), also={"60x20": ("grounding",)}),
    "urge surfing": Walk(surfing, ("urge-surfing",)),
    "cautions": Walk(
        cautions,
        ("breathe-careful", "breathe-others", "breathe-box"),
        also={"60x20": ("breathe-careful", "breathe-others")},
    ),
    "risen": Walk(risen, ("rate-left", "risen")),
    "asked": Walk(asked, ("breath-asked",), HOME, seen=False),
    "still": Walk(still, ("breathing-still",), Entrance("breathe", pattern="box"), still=True),
    "alone": Walk(
        alone,
        ("breathing-alone",),
        Entrance("breathe", pattern="coherent"),
        also={"60x20": ("breathing-alone",), "120x40": ("breathing-alone",)},
    ),
}
