"""On the way out of a room, at the screen: it is asked until a way is chosen, then handed over."""

from collections.abc import Callable

import msgspec

from nowwhat.screens.stage import Stage
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.parting_ways import Along, changed, question_out, texts_along, ways_out
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.taken_along import has_written
from nowwhat.store.errors import StoreError


class Took(msgspec.Struct, frozen=True):
    """What is left in the terminal, and what is said on the way out."""

    stays: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


async def ask_along(
    desk: Desk,
    stage: Stage,
    sitting: Sitting,
    along: Along,
    *,
    over: bool,
    may_keep: bool,
    stays: bool,
) -> tuple[str, Along]:
    """Ask how to leave and what to take along.

    Args:
        desk: Words.
        stage: Where it is asked.
        sitting: What there is to take.
        along: What was chosen so far.
        over: The group has ended.
        may_keep: There is somewhere to keep it.
        stays: One may stay.

    Returns:
        `leave`, `stay` or `alone`, and what is taken along.
    """
    words = desk.pack.words
    written = has_written(sitting.draft, sitting.state)
    way = "stay" if stays and written else "leave"  # one key too many is to lose nobody's words
    ask, says = question_out(sitting, words, over=over or not stays)
    while True:
        ways = ways_out(sitting, along, words, may_keep=may_keep, stays=stays)
        at = next((number for number, each in enumerate(ways) if each.id == way), 0)
        otherwise = "stay" if stays else "leave"
        way = await stage.ask(ask, ways, says, otherwise=otherwise, at=at)
        now = changed(along, way)
        if now is None:
            return way, along
        along = now


async def carried(
    desk: Desk, stage: Stage, sitting: Sitting, along: Along, keep: Callable[[], None] | None
) -> Took:
    """Hand over what was chosen, once the sitting was left.

    Args:
        desk: Words, journal.
        stage: Prints a text on leaving, where it does.
        sitting: What there is to take.
        along: What was chosen.
        keep: Keeps the journal for good; waits for a disk.
    """
    texts = texts_along(desk, sitting, along)
    stays = tuple(line for text in texts if not stage.prints(text) for line in text.splitlines())
    if not along.keep or keep is None:
        return Took(stays)
    try:
        await stage.aside(keep)
    except StoreError as error:
        return Took(stays, (str(error),))
    return Took(stays, (desk.pack.words.room_end.kept,))
