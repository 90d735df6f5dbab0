"""An hour in a room: at each stop, what is answered there."""

from collections.abc import AsyncIterator

from tests.screens.group.company import Company

from nowwhat.group.commands import OpenSharing

INSIGHT = "I wait until others begin"
DO = "call the clinic today at 18:00"
HOUR: dict[str, tuple[tuple[str, str], ...]] = {
    "welcome": (("press", "enter"),),
    "rules": (("press", "enter"),),
    "insight": (("write", INSIGHT), ("press", "7 enter")),
    "pause": (("choose", "Just sit"), ("press", "4 enter")),
    "door": (("choose", "Do a fraction of it"),),
    "action": (("write", DO), ("choose", "Uncomfortable at most")),
    "when": (("write", "today at 18:00"),),
    "obstacle": (("write", "I freeze"), ("write", "I breathe out twice")),
    "alone": (("write", "that I call"),),
    "two": (("press", "enter"),),
    "four": (("press", "enter"),),
    "commit": (("choose", "I will"),),
    "aloud": (("press", "enter"),),
    "buddies": (("write", "did you ring"),),
    "close": (),
    "card": (),
}
"""By stop: how, and what."""


async def through(company: Company, last: str) -> AsyncIterator[str]:
    """Go through the hour, up to a stop and its answers; gives each stop once it is answered."""
    guest = company.guest
    for stop, answers in HOUR.items():
        await company.to(stop)
        if stop == "commit":
            await company.lead(OpenSharing())
        for how, what in answers:
            match how:
                case "press":
                    await guest.press(*what.split())
                case "write":
                    await guest.write(what)
                case _:
                    await guest.choose(what)
        yield stop
        if stop == last:
            return


async def live_to(company: Company, last: str) -> None:
    """Go through the hour, up to a stop and its answers."""
    async for _ in through(company, last):
        company.time += 60
