"""Walks through the check-in: what became of it, and each way on from there."""

from tests.end_to_end.answers import BRIDGE_FULL, lines_of
from tests.end_to_end.inside import Inside
from tests.pictures.album import Walk
from tests.pictures.front_door import chosen
from tests.pictures.sitter import Sitter
from tests.plain.person import NIGHT

from nowwhat.app import Entrance

FULL = Entrance("session", "bridge", full=True)


def chosen_slowly(inside: Inside) -> None:
    """An action was chosen in the full form, and what is feared was said."""
    inside.session("--full", typed=lines_of(BRIDGE_FULL))


async def done(sitter: Sitter) -> None:
    await sitter.shot("checkin")
    await sitter.press("1", "enter")
    await sitter.shot("checkin-once-more")
    await sitter.press("2", "enter")
    await sitter.shot("checkin-complete")


async def not_yet(sitter: Sitter) -> None:
    await sitter.press("3", "enter")
    await sitter.shot("checkin-in-the-way")
    await sitter.write("I got tired")
    await sitter.shot("checkin-side")
    await sitter.press("1", "enter")
    await sitter.shot("checkin-next")
    await sitter.press("1", "enter")
    await sitter.shot("checkin-smaller")


async def committed(sitter: Sitter) -> None:
    await sitter.press("1", "enter", "1", "enter")
    await sitter.write("after lunch")
    await sitter.press("enter")
    await sitter.shot("checkin-enough")


async def look_back(sitter: Sitter) -> None:
    await sitter.press("1", "enter")
    await sitter.shot("checkin-look-back")
    await sitter.press("1", "enter")
    await sitter.shot("checkin-came-true")
    await sitter.press("3", "enter")
    await sitter.shot("checkin-happened")
    await sitter.press("enter")
    await sitter.shot("checkin-noticed")
    await sitter.press("enter")
    await sitter.shot("checkin-before")


async def late(sitter: Sitter) -> None:
    await sitter.shot("checkin-night")


WALKS = {
    "done": Walk(
        done,
        ("checkin", "checkin-once-more", "checkin-complete"),
        before=chosen,
        also={"60x20": ("checkin",), "120x40": ("checkin",)},
    ),
    "not yet": Walk(
        not_yet,
        ("checkin-in-the-way", "checkin-side", "checkin-next", "checkin-smaller"),
        before=chosen,
    ),
    "once more": Walk(committed, ("checkin-enough",), before=chosen),
    "looking back": Walk(
        look_back,
        (
            *("checkin-look-back", "checkin-came-true", "checkin-happened"),
            *("checkin-noticed", "checkin-before"),
        ),
        FULL,
        chosen_slowly,
    ),
    "late": Walk(late, ("checkin-night",), before=chosen, at=NIGHT),
}
