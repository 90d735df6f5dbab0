"""Being in the ledger: one entry after another is looked at, mended, deleted; weeks and months."""

import asyncio
from collections.abc import Callable
from importlib import import_module

from nowwhat.packs.words import Words
from nowwhat.screens.caring import care
from nowwhat.screens.ledger import View
from nowwhat.screens.stage import Stage
from nowwhat.screens.taking import take_along
from nowwhat.sitting.climbing import next_rungs
from nowwhat.sitting.curve import ENOUGH
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.editing import (
    Deletable,
    Said,
    add_rung,
    all_that_goes,
    deletable,
    delete,
    delete_everything,
    mend,
    mendable,
    what_goes,
)
from nowwhat.sitting.entry import Entry, entry_of, parts_of
from nowwhat.sitting.looking_back import Span, look_back, look_parts, span_said
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.timeline import timeline
from nowwhat.store.errors import StoreError

_BACK = "back"


async def look(desk: Desk, stage: Stage) -> str:
    """Stay in the ledger until the person leaves it.

    Returns:
        The script that they would begin now; empty where none.
    """
    view, said = View(), Said()
    while True:
        rows = await asyncio.to_thread(lambda: timeline(desk.journal, next_rungs(desk.journal)))
        wanted = await stage.ledger(rows, view, said.says)
        view, said = wanted.view, Said()
        match wanted.what:
            case "leave":
                return ""
            case "entry":
                begin = await _entry(desk, stage, wanted.row)
            case _:
                begin, said = await _more(desk, stage)
        if begin:
            return begin


async def _entry(desk: Desk, stage: Stage, row_id: str) -> str:
    """Show one entry until the person goes back; gives a script that they would begin now."""
    said = Said()
    while True:
        entry = await asyncio.to_thread(lambda: entry_of(desk.journal, row_id))
        if entry is None:
            return ""
        if len(entry.done) >= ENOUGH:
            await asyncio.to_thread(import_module, "nowwhat.widgets.plot")
        parts = tuple(parts_of(entry, desk.pack))
        ways = _ways(entry, desk.pack.words)
        match await stage.show(parts, ways, said=said.says, done=entry.done):
            case "mend":
                said = await _mend(desk, stage, entry)
            case "add":
                said = await _add_rung(desk, stage, entry)
            case "delete":
                said, gone = await _delete(desk, stage, entry)
                if gone:
                    return ""
            case "rep":
                return "rep"
            case _:
                return ""


def _ways(entry: Entry, words: Words) -> list[Choice]:
    said = words.edit
    ladder = [Choice("rep", said.next_rung), Choice("add", said.add_rung)] if entry.ladder else []
    again = [Choice("rep", said.again)] if entry.done else []
    edit = [Choice("mend", said.mend), Choice("delete", said.delete)]
    return [*ladder, *again, *edit, Choice(_BACK, words.ledger.back)]


async def _mend(desk: Desk, stage: Stage, entry: Entry) -> Said:
    words: Words = desk.pack.words
    found = {str(number): word for number, word in enumerate(mendable(entry, words))}
    choices = [Choice(number, word.text, word.what) for number, word in found.items()]
    chosen = await stage.ask(words.edit.mend_ask, choices, otherwise=_BACK)
    if chosen == _BACK:
        return Said()
    word = found[chosen]
    raw = await stage.write(word.what, hint=words.edit.mend_hint, begun=word.text)
    if not raw:
        return Said()
    return await _heard(desk, stage, lambda: mend(desk, word, raw))


async def _add_rung(desk: Desk, stage: Stage, entry: Entry) -> Said:
    words: Words = desk.pack.words
    ladder = entry.ladder
    raw = await stage.write(words.edit.add_rung_ask)
    if not raw or ladder is None:
        return Said()
    rated = await stage.write(words.edit.add_rung_rate, wrong=lambda said: _not_rated(said, words))
    if not rated:
        return Said()
    return await _heard(desk, stage, lambda: add_rung(desk, ladder, raw, int(rated)))


def _not_rated(said: str, words: Words) -> str:
    rated = said.isascii() and said.isdigit() and int(said) <= 10  # noqa: PLR2004 - SUDS, 0-10
    return "" if rated else words.stage.number_needed


async def _delete(desk: Desk, stage: Stage, entry: Entry) -> tuple[Said, bool]:
    """Ask once, saying what goes; tell whether anything is gone of which the entry was made."""
    words: Words = desk.pack.words
    found = {gone.key: gone for gone in await asyncio.to_thread(lambda: [*deletable(entry, desk)])}
    chosen = next(iter(found))
    if len(found) > 1:
        choices = [Choice(key, gone.words) for key, gone in found.items()]
        chosen = await stage.ask(words.edit.delete_ask, choices, otherwise=_BACK)
    if chosen == _BACK:
        return Said(), False
    gone: Deletable = found[chosen]
    says = await asyncio.to_thread(what_goes, desk, gone)
    if not await _sure(desk, stage, says):
        return Said(), False
    said = await _done(lambda: Said(delete(desk, gone)))
    return said, said.says == (words.edit.deleted,)


async def _more(desk: Desk, stage: Stage) -> tuple[str, Said]:
    """Do what more can be done; gives a script that they would begin now, and what is to say."""
    words = desk.pack.words.ledger
    choices = (
        Choice("week", words.week),
        Choice("month", words.month),
        Choice("ladder", words.make_ladder),
        Choice("take", words.take),
        Choice("delete", words.delete_all),
    )
    match await stage.ask(words.more_ask, choices, otherwise=_BACK):
        case "week":
            await look_at_days(desk, stage, "week")
        case "month":
            await look_at_days(desk, stage, "month")
        case "ladder":
            return "ladder", Said()
        case "take":
            return "", Said(await take_along(desk, stage))
        case "delete":
            if await _sure(desk, stage, await asyncio.to_thread(all_that_goes, desk)):
                return "", await _done(lambda: Said(delete_everything(desk)))
    return "", Said()


async def look_at_days(desk: Desk, stage: Stage, span: Span) -> None:
    """Look back on a week or a month, and on those before."""
    words, back = desk.pack.words, 0
    while True:
        today, earlier = desk.clock.now().at.date(), back
        seen = await asyncio.to_thread(lambda: look_back(desk.journal, span, today, earlier))  # noqa: B023 - it is awaited here
        ways = [Choice("earlier", words.looking.earlier)]
        ways += [Choice("later", words.looking.later)] if back else []
        ways.append(Choice(_BACK, words.ledger.back))
        parts = tuple(look_parts(seen, desk.pack))
        match await stage.show(parts, ways, title=span_said(seen, words)):
            case "earlier":
                back += 1
            case "later":
                back -= 1
            case _:
                return


async def _sure(desk: Desk, stage: Stage, says: tuple[str, ...]) -> bool:
    words = desk.pack.words.edit
    choices = (Choice("no", words.sure_no), Choice("yes", words.sure_yes))
    return await stage.ask(words.sure_ask, choices, says, otherwise="no") == "yes"


async def _heard(desk: Desk, stage: Stage, change: Callable[[], Said]) -> Said:
    """Make a change, and show care where a call for help was heard in it."""
    said = await _done(change)
    if said.care:
        await care(desk, stage, said.care, in_sitting=False)
    return said


async def _done(change: Callable[[], Said]) -> Said:
    """Make a change beside the event loop; what the disk did not take is told of."""
    try:
        return await asyncio.to_thread(change)
    except StoreError as error:
        return Said((str(error),))
