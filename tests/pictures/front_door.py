"""Walks at the front door: the first run, home as it may be found, what lies around it."""

from tests.end_to_end.answers import BRIDGE, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.pictures.album import Walk
from tests.pictures.sitter import Sitter
from tests.plain.person import NIGHT

from nowwhat.app import Entrance

HOME = Entrance("home", "bridge")


def chosen(inside: Inside) -> None:
    """An action was chosen, and is open."""
    inside.session(typed=lines_of(BRIDGE))


def begun(inside: Inside) -> None:
    """A session was left before its plan."""
    steps = [name for name, _ in BRIDGE]
    inside.session(typed=lines_of(BRIDGE[: steps.index("when")]))


def lived(inside: Inside) -> None:
    """An action was done, another let go."""
    chosen(inside)
    inside.run("done")
    inside.clock.later(days=2)
    inside.session("two-minutes", typed=["the letter", "go_on", "Open the letter", "now", "I will"])
    inside.run("checkin", "letgo")


async def first_run(sitter: Sitter) -> None:
    await sitter.shot("first-run")
    await sitter.press("enter")
    await sitter.shot("home-empty")
    await sitter.press("f1")
    await sitter.shot("help")
    await sitter.press("escape", "f5")
    await sitter.shot("palette")
    await sitter.press("escape")
    await sitter.choose(WORDS.front.park)
    await sitter.shot("park")
    await sitter.write("I say yes before I know what was asked")
    await sitter.shot("parked")
    await sitter.choose(WORDS.front.ledger)
    await sitter.shot("ledger-begun")
    await sitter.press("escape")
    await sitter.choose(WORDS.front.breathe)
    await sitter.shot("patterns")
    await sitter.press("escape")
    await sitter.resize(30, 8)
    await sitter.shot("too-small")


async def open_action(sitter: Sitter) -> None:
    await sitter.shot("home-open")


async def waiting_session(sitter: Sitter) -> None:
    await sitter.shot("home-resume")
    await sitter.choose(WORDS.front.session)
    await sitter.shot("resume-asked")


async def night(sitter: Sitter) -> None:
    await sitter.shot("home-night")
    await sitter.press("enter")
    await sitter.shot("night-note")


async def ledger(sitter: Sitter) -> None:
    await sitter.choose(WORDS.front.ledger)
    await sitter.shot("ledger")


WALKS = {
    "first run": Walk(
        first_run,
        (
            *("first-run", "home-empty", "help", "palette", "park", "parked", "ledger-begun"),
            *("patterns", "too-small"),
        ),
        HOME,
        also={
            "60x20": ("first-run", "home-empty", "help", "palette"),
            "120x40": ("first-run", "home-empty"),
            "light": ("first-run",),
        },
        seen=False,
    ),
    "an open action": Walk(
        open_action,
        ("home-open",),
        HOME,
        chosen,
        also={"60x20": ("home-open",), "120x40": ("home-open",), "light": ("home-open",)},
    ),
    "a session that waits": Walk(waiting_session, ("home-resume", "resume-asked"), HOME, begun),
    "night": Walk(night, ("home-night", "night-note"), HOME, at=NIGHT),
    "ledger": Walk(ledger, ("ledger",), HOME, lived),
}
