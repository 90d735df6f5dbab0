"""A walk through a room, as somebody who is led has it."""

from tests.end_to_end.questions import WORDS
from tests.pictures.album import Walk
from tests.pictures.sitter import Sitter
from tests.screens.group.company import Company
from tests.screens.group.hour import HOUR, INSIGHT

from nowwhat.group.commands import BreatheTogether, Command, End, OpenSharing, Share
from nowwhat.group.pace import Extend, Forward, Pause, Proceed
from nowwhat.screens.group.together import InPhase

MENU = WORDS.room_menu

SHARED = (
    (2, Share("Ring my sister after supper", "action", named=True)),
    (3, Share("Open the letter from the bank", "action")),
    (4, Share("I thought I was the only one", "sentence")),
)


async def led(sitter: Sitter, *commands: Command) -> None:
    """Let the room be led, and seen."""
    for command in commands:
        sitter.company.ask(command)
    await sitter.rest()


async def answered(sitter: Sitter, stop: str) -> None:
    """Answer all that a stop asks."""
    for how, what in HOUR[stop]:
        match how:
            case "press":
                await sitter.press(*what.split())
            case "write":
                await sitter.write(what)
            case _:
                await sitter.choose(what)


async def in_a_room(sitter: Sitter) -> None:
    company = sitter.company
    await sitter.shot("room-lobby")
    await led(sitter, Forward())
    await sitter.shot("room-welcome")
    await answered(sitter, "welcome")
    await led(sitter, Forward())
    await answered(sitter, "rules")
    await led(sitter, Forward())
    company.time = 83
    await sitter.type(INSIGHT)
    await led(sitter, Extend())
    await sitter.shot("room-writing")
    await sitter.write(INSIGHT)
    await sitter.press("7", "enter")
    await led(sitter, Pause())
    await sitter.shot("room-waiting")
    await sitter.press("f3")
    await sitter.shot("room-looking-back")
    await led(sitter, Proceed(), Forward(), BreatheTogether("extended-exhale"))
    await sitter.press("f7")
    company.time += 2.5
    sitter.app.screen.query_one(InPhase)._look()
    await sitter.shot("room-together")
    await sitter.press("escape")
    await answered(sitter, "pause")
    for stop in [*HOUR][4:12]:
        await led(sitter, Forward())
        await answered(sitter, stop)
    await led(sitter, OpenSharing())
    for who, share in SHARED:
        company.ask(share, who)
    await sitter.press("f7")
    await sitter.shot("room-menu")
    await sitter.choose(MENU.share_action)
    await sitter.choose(MENU.with_name)
    await sitter.shot("room-preview")
    await sitter.choose(MENU.yes)
    await sitter.press("f7")
    await sitter.choose(MENU.board)
    await sitter.shot("room-board")
    await sitter.press("escape", "escape")
    await sitter.shot("room-leaving")
    await sitter.press("escape")
    await led(sitter, End())
    await sitter.shot("room-over")


PICTURES = (
    *("room-lobby", "room-welcome", "room-writing", "room-waiting", "room-looking-back"),
    *("room-together", "room-menu", "room-preview", "room-board", "room-leaving", "room-over"),
)

WALKS = {
    "in a room": Walk(
        in_a_room,
        PICTURES,
        company=Company,
        also={
            "60x20": (
                *("room-lobby", "room-writing", "room-waiting", "room-looking-back"),
                *("room-together", "room-menu", "room-preview", "room-board", "room-leaving"),
            ),
            "120x40": ("room-lobby", "room-board"),
            "light": ("room-waiting",),
        },
    ),
}
