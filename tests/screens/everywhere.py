"""A walk through every state of every screen, from the first run to the card."""

from collections.abc import Awaitable, Callable, Sequence

from tests.end_to_end.answers import ACTION, INSIGHT, WHEN
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import Guest

from nowwhat.session.typed import NOTE_LIMIT

See = Callable[[str], Awaitable[None]]
"""Looks at a state, which has a name."""

FRONT, WRITING = WORDS.front, WORDS.writing
DOUBTED = "after i have a drink to calm down before the talk"


def in_turn(guest: Guest, themes: Sequence[str]) -> list[str]:
    """Give the themes, the one that is worn first: putting one on takes long."""
    return sorted(themes, key=lambda theme: theme != guest.app.theme)


async def walk(guest: Guest, see: See) -> None:
    """Go everywhere, and have each state looked at."""
    await first_run(guest, see)
    await from_home(guest, see)
    await guest.choose(FRONT.session)
    await until_the_door(guest, see)
    await until_the_card(guest, see)


async def first_run(guest: Guest, see: See) -> None:
    await see("first run")
    await guest.press("up")
    await see("first run, person")
    await guest.type("Ann")
    await see("first run, person named")
    await guest.press("shift+tab", "right", "shift+tab")
    await see("first run, breath")
    await guest.choose(WORDS.first_run.begin)


async def from_home(guest: Guest, see: See) -> None:
    await see("home")
    await guest.press("f1")
    await see("help")
    await guest.press("escape", "f2")
    await see("care")
    await guest.choose(WORDS.refuge.country)
    await see("care, country")
    await guest.press("1", "enter")
    await see("care, with numbers")
    await guest.press("escape", "f5")
    await see("palette")
    await guest.type("dark")
    await see("palette, searched")
    await guest.press("escape")
    if guest.place == "Palette":
        await guest.press("escape")
    await guest.choose(FRONT.park)
    await see("park")
    await guest.press("enter")
    await see("park, nothing written")
    await guest.write(INSIGHT.lower())
    await see("home, parked")
    await guest.choose(FRONT.ledger)
    await see("ledger")
    await guest.press("escape")
    await guest.choose(FRONT.breathe)
    await see("breathe, which")
    await guest.choose(PACK.patterns[0].title)
    await see("breathe, running")
    await guest.press("space")
    await see("breathe, paused")
    await guest.press("escape")


async def until_the_door(guest: Guest, see: See) -> None:
    await see("note, parked ones")
    await guest.press("enter")
    await see("note, nothing written")
    await guest.type("I see")
    await see("note, typed")
    await guest.press("down")
    await see("note, at the parked ones")
    await guest.press("up")
    await guest.paste("a" * NOTE_LIMIT)
    await see("note, limit")
    await guest.write(INSIGHT.lower())
    await see("rate")
    await guest.press("enter")
    await see("rate, no number")
    await guest.press("1", "0")
    await see("rate, ten")
    await guest.press("3", "enter")
    if guest.step == "breath_helps":
        await see("choose")
        await guest.press("1", "enter")
    await see("pause")
    await guest.press("1", "enter")
    await see("breathe step")
    await guest.choose(WORDS.pace.other)
    await see("breathe step, others")
    await guest.press("1", "enter", "1", "enter")
    await see("breathe step, running")
    await guest.press("space")
    await see("breathe step, paused")
    await guest.press("escape")
    await see("rate again")
    await guest.press("8", "enter")
    while guest.step != "door":
        await see(guest.step)
        await guest.press("2", "enter")
    await see("door")
    await guest.press("escape")
    await see("leaving")
    await guest.press("escape")
    await guest.press("2", "enter")


async def until_the_card(guest: Guest, see: See) -> None:
    await see("act")
    await guest.press("down")
    await see("act, at the starters")
    await guest.choose(WRITING.more)
    await see("act, more starters")
    await guest.write("clean the whole house")
    await see("act, a question")
    await guest.write(ACTION)
    await see("hurt")
    await guest.press("1", "enter")
    await see("plan")
    await guest.write(DOUBTED)
    await see("plan, a doubt")
    await guest.press("down")
    await see("plan, at the ways")
    await guest.press("up")
    await guest.write(WHEN)
    await see("obstacle")
    await guest.write("i am tired")
    await see("response")
    await guest.write("i wash one fork")
    await see("commit")
    await guest.press("enter")
    await see("start")
    await guest.press("escape")
    await see("leaving, committed")
    await guest.press("escape", "1", "enter")
    await see("do")
    await guest.press("1", "enter")
    await see("card")
    await guest.press("2", "enter")
    await see("card, copied")
    await guest.press("3", "enter")
    await see("card, save")
    await guest.press("escape", "4", "enter")
    await see("card, stays")
    await guest.resize(50, 15)
    await see("too small")
