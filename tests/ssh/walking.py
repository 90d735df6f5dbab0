"""Walks through a first session, as a person would: reads what is asked, answers, looks again."""

from tests.ssh.caller import Caller
from tests.ssh.place import the_pack

NOTE = "I think it goes back to how my mother went silent"
ACTION = "write my sister one line: can we talk this week"
SERVE = the_pack().words.serve
HOME = the_pack().words.front.session
GO_ON = the_pack().words.front.resume.partition("{")[0]
BEGIN = the_pack().words.first_run.begin


def asks(step: str) -> str:
    """What a step asks on a first visit."""
    ask: tuple[str, ...] = the_pack().script("bridge").step(step).ask
    return ask[0]


async def come_in(caller: Caller) -> None:
    """Say that the clock is right; the first run, or home, is next."""
    await caller.until(SERVE.confirm)
    caller.type("\r")


async def to_home(caller: Caller) -> None:
    """For the first time: through the first run."""
    await come_in(caller)
    await caller.until(BEGIN)
    caller.type("\r")
    await caller.until(HOME)


async def to_the_note(caller: Caller) -> None:
    await to_home(caller)
    caller.type("\r")
    await caller.until(asks("insight"))


async def to_the_card(caller: Caller, note: str = NOTE, action: str = ACTION) -> None:
    """From the note on to the card."""
    answers = (
        (note, "discomfort"),
        ("6", "breath_helps"),
        ("1", "pause"),
        ("4", "door"),
        ("2", "action"),
        (action, "hurt"),
        ("1", "when"),
        ("today after supper", "obstacle"),
    )
    for answer, then in answers:
        caller.type(answer + "\r")
        await caller.until(asks(then))
    caller.type("\r")
    await caller.until(the_pack().words.command.i_will[0].capitalize())
    caller.type("\r")
    await caller.until(asks("start"))
    caller.type("2\r")
    await caller.until(asks("card"), action)
