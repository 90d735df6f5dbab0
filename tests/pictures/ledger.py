"""Walks through the ledger: both banks, one entry with its curve, a ladder, a week, deleting."""

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.pictures.album import Walk
from tests.pictures.sitter import Sitter
from tests.sitting.a_while import a_while, at, whole

from nowwhat.app import Entrance

LEDGER = Entrance("ledger", "bridge")
EVENING = at(9, 20).at
EVERY_SIZE = ("60x20", "120x40", "light")


def kept(inside: Inside) -> None:
    """There is a while in the journal."""
    inside.run("where").around.journal.record(whole(a_while()))


async def banks(sitter: Sitter) -> None:
    await sitter.shot("ledger-banks")
    await sitter.press(*"hello")
    await sitter.shot("ledger-searched")
    await sitter.press("escape", "5")
    await sitter.shot("ledger-filtered")
    await sitter.press("f7")
    await sitter.shot("ledger-more")


async def entry(sitter: Sitter) -> None:
    await sitter.press(*"hello", "space", *"back", "enter")
    await sitter.shot("ledger-entry")
    await sitter.press("pagedown", "pagedown")
    await sitter.shot("ledger-curve")
    await sitter.choose(WORDS.edit.mend)
    await sitter.shot("ledger-mend")
    await sitter.press("escape")
    await sitter.choose(WORDS.edit.delete)
    await sitter.choose(WORDS.edit.delete_insight)
    await sitter.shot("ledger-delete")


async def ladder(sitter: Sitter) -> None:
    await sitter.press("6", "enter")
    await sitter.shot("ledger-ladder")


async def week(sitter: Sitter) -> None:
    await sitter.press("f7", "enter")
    await sitter.shot("ledger-week")
    await sitter.press("pagedown")
    await sitter.shot("ledger-week-helped")


WALKS = {
    "banks": Walk(
        banks,
        ("ledger-banks", "ledger-searched", "ledger-filtered", "ledger-more"),
        LEDGER,
        kept,
        at=EVENING,
        also=dict.fromkeys(EVERY_SIZE, ("ledger-banks",)),
    ),
    "an entry": Walk(
        entry,
        ("ledger-entry", "ledger-curve", "ledger-mend", "ledger-delete"),
        LEDGER,
        kept,
        at=EVENING,
        also=dict.fromkeys(EVERY_SIZE, ("ledger-entry", "ledger-curve")),
    ),
    "a ladder": Walk(
        ladder, ("ledger-ladder",), LEDGER, kept, at=EVENING, also={"60x20": ("ledger-ladder",)}
    ),
    "a week": Walk(
        week,
        ("ledger-week", "ledger-week-helped"),
        LEDGER,
        kept,
        at=EVENING,
        also={"60x20": ("ledger-week",)},
    ),
}
