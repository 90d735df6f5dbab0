"""Rooms that are led: the console of whoever leads, and the wall that all can read."""

from collections.abc import Callable

from tests.pictures.album import Walk
from tests.pictures.sitter import Sitter
from tests.plain.person import FrozenClock
from tests.screens.group_lead.gathered import CODE, JOINING, Gathered

from nowwhat.app import Entrance
from nowwhat.group.commands import (
    BreatheTogether,
    CloseSharing,
    Lock,
    OpenSharing,
    Share,
    SpeakAfter,
    WantBuddy,
)
from nowwhat.group.link import facilitators_link, walls_link
from nowwhat.group.pace import Forward
from nowwhat.screens.group.in_room import InRoom

NAMES = ("Ada", "Ben", "Cleo", "Dov", "Eun", "Fay", "Gil", "Hana", "", "Ida", "Jon", "Kim")


def led_room(clock: FrozenClock) -> tuple[Gathered, Entrance]:
    room = Gathered(clock)
    link = facilitators_link(room.hub, CODE, clock.elapsed)
    return room, Entrance("lead", room=link, joining=JOINING)


def seen_room(clock: FrozenClock) -> tuple[Gathered, Entrance]:
    room = Gathered(clock)
    return room, Entrance("wall", room=walls_link(room.hub, CODE, clock.elapsed), joining=JOINING)


async def tick(sitter: Sitter, seconds: float) -> None:
    """Let some seconds go by, and have them seen."""
    sitter.clock.gone += seconds
    assert isinstance(sitter.app.screen, InRoom)
    sitter.app.screen.look()
    await sitter.rest()


def room_of(sitter: Sitter) -> Gathered:
    assert isinstance(sitter.gathered, Gathered)
    return sitter.gathered


async def leading(sitter: Sitter) -> None:
    room = room_of(sitter)
    room.come(*NAMES[:3])
    await sitter.shot("console-lobby")
    room.come(*NAMES[3:])
    await sitter.press("space", "right", "right")
    room.reach(10)
    room.be_ready(7)
    await tick(sitter, 151)
    await sitter.shot("console-open")
    await sitter.press("space", "b")
    await sitter.shot("console-breathe-which")
    await sitter.press("1", "enter")
    await tick(sitter, 43)
    await sitter.shot("console-breathing")
    room.ask(*[Forward()] * 10)
    share(room)
    room.reach(12)
    await sitter.press("h", "9", "enter", "p")
    await tick(sitter, 20)
    await sitter.shot("console-sharing")
    await sitter.press("p", "o")
    await sitter.shot("console-board")
    await sitter.press("escape", "w")
    await sitter.shot("console-people")
    await sitter.press("5", "enter")
    await sitter.shot("console-person")
    await sitter.press("escape", "escape", "a")
    await sitter.shot("console-agenda")
    await sitter.press("escape", "j")
    await sitter.shot("console-join")
    await sitter.press("escape", "f1")
    await sitter.shot("console-keys")
    await sitter.press("escape", "u", "u")
    await tick(sitter, 400)
    await sitter.shot("console-refused")
    await sitter.press("e")
    await sitter.shot("console-end")
    await sitter.press("2", "enter")
    await sitter.shot("console-over")


def share(room: Gathered) -> None:
    """Let people share, ask for a buddy, ask for a word."""
    room.ask(OpenSharing(), Lock())
    said: tuple[tuple[int, str, bool], ...] = (
        (1, "Call the clinic, Tuesday at ten.", True),
        (4, "Ten minutes with the letter, after lunch.", False),
        (6, "Walk to the river with Eun.", True),
        (9, "Write two lines to my brother.", False),
        (11, "Ask for the form at the desk.", False),
    )
    for who, text, named in said:
        room.ask(Share(text, "action", named=named), by=who)
    for who in (2, 9):
        room.ask(SpeakAfter(), by=who)
    for who in (1, 3, 4, 8, 10):
        room.ask(WantBuddy(), by=who)


async def looking_on(sitter: Sitter) -> None:
    room = room_of(sitter)
    await sitter.shot("wall-lobby")
    room.come(*NAMES)
    room.ask(*[Forward()] * 3)
    room.reach(12)
    room.be_ready(5)
    await tick(sitter, 47)
    await sitter.shot("wall-open")
    room.ask(Forward(), BreatheTogether("extended-exhale"))
    await tick(sitter, 1002.6)
    await sitter.shot("wall-breathing")
    room.ask(Forward())
    await tick(sitter, 12)
    await sitter.shot("wall-doors")
    room.ask(*[Forward()] * 8)
    share(room)
    await tick(sitter, 30)
    await sitter.shot("wall-board")
    room.ask(CloseSharing(), *[Forward()] * 4)
    await tick(sitter, 1)
    await sitter.shot("wall-over")


LED = (
    *("console-lobby", "console-open", "console-breathe-which", "console-breathing"),
    *("console-sharing", "console-board", "console-people", "console-person", "console-agenda"),
    *("console-join", "console-keys", "console-refused", "console-end", "console-over"),
)
SEEN = ("wall-lobby", "wall-open", "wall-breathing", "wall-doors", "wall-board", "wall-over")

Opens = Callable[[FrozenClock], tuple[Gathered, Entrance]]

WALKS = {
    "leading a room": Walk(
        leading,
        LED,
        room=led_room,
        also={
            "60x20": ("console-open", "console-sharing"),
            "120x40": ("console-lobby", "console-open", "console-sharing", "console-over"),
            "light": ("console-open", "console-join"),
        },
    ),
    "at the wall of a room": Walk(
        looking_on,
        SEEN,
        room=seen_room,
        also={"60x20": ("wall-open",), "120x40": SEEN, "light": ("wall-lobby",)},
    ),
}
