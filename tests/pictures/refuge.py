"""Walks to people and numbers, and out of the door."""

from tests.end_to_end.inside import Inside
from tests.pictures.album import Walk
from tests.pictures.answering import HEAVY
from tests.pictures.sitter import Sitter
from tests.screens.sitting_down import desk_of

from nowwhat.settings.preferences import Preferences

ACTION = "Wash one plate"


def known(inside: Inside) -> None:
    """Country and person were told."""
    person = "Maeve, 01 555 0100"
    known = Preferences(seen=True, breath="helps", country="IE", person=person)
    desk_of(inside).prefer(known)


async def care(sitter: Sitter) -> None:
    await sitter.press("f2")
    await sitter.shot("care")
    await sitter.press("pagedown")
    await sitter.shot("care-more")
    await sitter.choose("Another country")
    await sitter.shot("care-countries")


async def nowhere(sitter: Sitter) -> None:
    await sitter.press("f2")
    await sitter.shot("care-no-country")


async def heard(sitter: Sitter) -> None:
    await sitter.write(HEAVY)
    await sitter.shot("care-heard")


async def leaving(sitter: Sitter) -> None:
    await sitter.press("escape")
    await sitter.shot("leaving")
    await sitter.press("escape", "f1")
    await sitter.shot("help-session")
    await sitter.press("escape")
    await sitter.write("I wait until others decide")
    await sitter.press("6", "enter", "4", "enter", "5", "enter")
    await sitter.write(ACTION)
    await sitter.write("after supper")
    await sitter.press("enter", "enter", "escape")
    await sitter.shot("leaving-committed")


async def saving(sitter: Sitter) -> None:
    await sitter.write("I wait until others decide")
    await sitter.press("6", "enter", "4", "enter", "5", "enter")
    await sitter.write(ACTION)
    await sitter.write("after supper")
    await sitter.press("enter", "enter", "2", "enter", "3", "enter")
    await sitter.shot("card-saving")


WALKS = {
    "care": Walk(
        care,
        ("care", "care-more", "care-countries"),
        before=known,
        also={"60x20": ("care",), "120x40": ("care",), "light": ("care",)},
    ),
    "care without a country": Walk(
        nowhere, ("care-no-country",), also={"60x20": ("care-no-country",)}
    ),
    "care that was heard": Walk(
        heard, ("care-heard",), before=known, also={"60x20": ("care-heard",)}
    ),
    "leaving": Walk(leaving, ("leaving", "help-session", "leaving-committed")),
    "saving": Walk(saving, ("card-saving",)),
}
