"""Taking the journal along from the ledger: into a file, or into the person's own terminal."""

import asyncio

from nowwhat.exports.kinds import KINDS, written
from nowwhat.packs.words import Words
from nowwhat.screens.saving import save_text
from nowwhat.screens.stage import Stage
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.taking import everything_in, forms

_BACK = "back"


async def take_along(desk: Desk, stage: Stage) -> tuple[str, ...]:
    """Ask in which form, and hand it over; gives what there is to say."""
    words: Words = desk.pack.words
    chosen = await stage.ask(words.ledger.take_ask, forms(words.ledger), otherwise=_BACK)
    kind = next((kind for kind in KINDS if kind == chosen), None)
    if kind is None:
        return ()
    text = await asyncio.to_thread(lambda: written(kind, everything_in(desk.journal), words.export))
    said = await save_text(desk, stage, text, f"nowwhat-{{day}}.{kind}")
    return (said,) if said else ()
