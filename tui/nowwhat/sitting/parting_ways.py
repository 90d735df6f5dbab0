"""On the way out of a room: how one may go, and what one takes along, each by one's own choice."""

import msgspec
from msgspec.structs import replace

from nowwhat.exports.card import card_as_markdown
from nowwhat.packs.words import Words
from nowwhat.session.state import Ending
from nowwhat.sitting.card import card_lines, card_of
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.taken_along import all_written, has_written


class Along(msgspec.Struct, frozen=True):
    """What is taken along: the card, all that was written, both in the terminal; a kept journal."""

    card: bool = False
    whole: bool = False
    keep: bool = False


def changed(along: Along, way: str) -> Along | None:
    """Take one more thing along, or not after all; none: the way is none of these."""
    match way:
        case "card":
            return replace(along, card=not along.card)
        case "whole":
            return replace(along, whole=not along.whole)
        case "keep":
            return replace(along, keep=not along.keep)
        case _:
            return None


def ways_out(
    sitting: Sitting, along: Along, words: Words, *, may_keep: bool, stays: bool
) -> list[Choice]:
    """List `leave`, `stay`, `alone`, and what may be taken along.

    Args:
        sitting: What there is to take.
        along: What was chosen so far.
        words: The words.
        may_keep: There is somewhere to keep it.
        stays: One may stay.
    """
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


def question_out(sitting: Sitting, words: Words, *, over: bool) -> tuple[str, tuple[str, ...]]:
    """Give the question on the way out, and what is said before it."""
    said = words.room_end
    written = has_written(sitting.draft, sitting.state)
    return said.over if over else said.ask, (said.memory,) if written else ()


def texts_along(desk: Desk, sitting: Sitting, along: Along) -> tuple[str, ...]:
    """Give what is left in the terminal, a text each, as Markdown."""
    words: Words = desk.pack.words
    draft, state = sitting.draft, sitting.state
    texts: list[str] = []
    if along.card and state.committed:
        lines = card_lines(card_of(desk.journal, draft, state), words.card)
        texts.append(card_as_markdown(words.carry.heading, lines))
    if along.whole:
        texts.append(all_written(desk, draft, state, words.room_end))
    return tuple(texts)
