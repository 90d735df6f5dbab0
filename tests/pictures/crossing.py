"""Walks across the bridge: a session from its insight to its card."""

from tests.end_to_end.questions import WORDS
from tests.pictures.album import Walk
from tests.pictures.sitter import Sitter

INSIGHT = "I think it all goes back to how my mother went silent when I cried"
VAGUE = "figure out why I avoid her"
ACTION = "Write my sister one line: can we talk this week"
NEARLY = 1990
"""Characters: near to a note's limit of 2,000."""


async def session(sitter: Sitter) -> None:
    await sitter.shot("note-empty")
    await sitter.type(("a word or two " * NEARLY)[:NEARLY])
    await sitter.shot("note-limit")
    await sitter.type(INSIGHT)
    await sitter.shot("note-typed")
    await sitter.press("enter")
    await sitter.shot("rate")
    await sitter.press("7")
    await sitter.shot("rate-chosen")
    await sitter.press("enter")
    await sitter.shot("pause")
    await sitter.press("1", "enter")
    await sitter.shot("breathe-offer")
    await sitter.press("enter")
    await sitter.at(2.6)
    await sitter.shot("breathing-in")
    await sitter.at(7.5)
    await sitter.shot("breathing-out")
    await sitter.press("space")
    await sitter.shot("breathing-paused")
    await sitter.press("space")
    await sitter.at(58.2)
    await sitter.shot("breathing-ending")
    await sitter.at(60)
    await sitter.shot("rate-after")
    await sitter.press("5", "enter")
    await choosing(sitter)
    await acting(sitter)


async def choosing(sitter: Sitter) -> None:
    await sitter.shot("doors")
    await sitter.press("2", "enter")
    await sitter.shot("act-starters")
    await sitter.type(VAGUE)
    await sitter.shot("act-typed")
    await sitter.press("enter")
    await sitter.shot("act-question")
    await sitter.write(ACTION)
    await sitter.shot("hurt")
    await sitter.press("1", "enter")
    await sitter.shot("plan-when")
    await sitter.write("today after supper")
    await sitter.shot("plan-obstacle")
    await sitter.write("I start to explain myself")
    await sitter.shot("plan-response")
    await sitter.write("I delete the explanation and send the one line")


async def acting(sitter: Sitter) -> None:
    await sitter.shot("commit")
    await sitter.choose(WORDS.stage.i_will)
    await sitter.shot("start")
    await sitter.press("1", "enter")
    await sitter.at(42.5)
    await sitter.shot("do")
    await sitter.choose(WORDS.do.done)
    await sitter.shot("card")
    await sitter.choose(WORDS.carry.copy)
    await sitter.shot("card-copied")


PICTURES = (
    *("note-empty", "note-limit", "note-typed", "rate", "rate-chosen", "pause"),
    *("breathe-offer", "breathing-in", "breathing-out", "breathing-paused", "breathing-ending"),
    *("rate-after", "doors", "act-starters", "act-typed", "act-question", "hurt"),
    *("plan-when", "plan-obstacle", "plan-response", "commit", "start", "do"),
    *("card", "card-copied"),
)
MAIN = (
    *("note-typed", "rate-chosen", "pause", "breathe-offer", "breathing-in", "doors"),
    *("act-starters", "act-question", "plan-when", "commit", "do", "card"),
)

WALKS = {
    "session": Walk(
        session,
        PICTURES,
        also={
            "60x20": MAIN,
            "120x40": MAIN,
            "light": (
                "note-typed",
                "rate-chosen",
                "breathing-in",
                "act-question",
                "commit",
                "card",
            ),
        },
    ),
}
