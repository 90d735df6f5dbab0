"""On the way out of a room: what one takes along, each thing by one's own choice."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from nowwhat.exports.card import card_as_markdown
from nowwhat.packs.room_stay_words import RoomEndWords
from nowwhat.packs.words import Words
from nowwhat.screens.stage import Stage
from nowwhat.session.state import Ending
from nowwhat.sitting.card import card_lines, card_of
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.taken_along import all_written, has_written
from nowwhat.store.errors import StoreError


class Along(msgspec.Struct, frozen=True):
    """What is taken along: the card, all that was written, both in the terminal; a kept journal."""

    card: bool = False
    whole: bool = False
    keep: bool = False


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
    words: RoomEndWords = desk.pack.words.room_end
    last = "leave"
    while True:
        ways = _ways(desk, sitting, along, may_keep=may_keep, stays=stays)
        ask = words.over if over or not stays else words.ask
        says = (words.memory,) if has_written(sitting.draft, sitting.state) else ()
        ways.sort(key=lambda way: way.id != last)  # what was changed just now is still marked
        last = await stage.ask(ask, ways, says, otherwise="stay" if stays else "leave")
        match last:
            case "card":
                along = replace(along, card=not along.card)
            case "whole":
                along = replace(along, whole=not along.whole)
            case "keep":
                along = replace(along, keep=not along.keep)
            case way:
                return way, along


def _ways(
    desk: Desk, sitting: Sitting, along: Along, *, may_keep: bool, stays: bool
) -> list[Choice]:
    words: Words = desk.pack.words
    said, menu = words.room_end, words.room_menu
    ways = [Choice("leave", said.leave)]
    if stays:
        ways.append(Choice("stay", said.stay))
    if sitting.state.paced and sitting.state.ending is Ending.OPEN:
        ways.append(Choice("alone", menu.alone, menu.alone_hint))
    if sitting.state.committed:
        ways.append(Choice("card", said.card_yes if along.card else said.card))
    if has_written(sitting.draft, sitting.state):
        ways.append(Choice("whole", said.whole_yes if along.whole else said.whole))
        if may_keep:
            ways.append(Choice("keep", said.keep_yes if along.keep else said.keep))
    return ways


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
    texts = _texts(desk, sitting, along)
    stays = tuple(line for text in texts if not stage.prints(text) for line in text.splitlines())
    if not along.keep or keep is None:
        return Took(stays)
    try:
        await stage.aside(keep)
    except StoreError as error:
        return Took(stays, (str(error),))
    return Took(stays, (desk.pack.words.room_end.kept,))


def _texts(desk: Desk, sitting: Sitting, along: Along) -> tuple[str, ...]:
    words, draft, state = desk.pack.words, sitting.draft, sitting.state
    texts: list[str] = []
    if along.card and state.committed:
        lines = card_lines(card_of(desk.journal, draft, state), words.card)
        texts.append(card_as_markdown(words.carry.heading, lines))
    if along.whole:
        texts.append(all_written(desk, draft, state, words.room_end))
    return tuple(texts)
