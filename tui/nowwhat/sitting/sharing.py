"""Sharing in a room, in words: what one might share, how others see it, what is on the board."""

from collections.abc import Iterable
from datetime import date

import msgspec

from nowwhat.group.board import Item
from nowwhat.group.commands import Share
from nowwhat.group.refusing import RefusedError
from nowwhat.group.sharing import as_seen
from nowwhat.group.views import Buddy, ParticipantView
from nowwhat.packs.filling import fill
from nowwhat.packs.room_stay_words import RoomMenuWords, RoomRefusedWords
from nowwhat.session.state import State
from nowwhat.sitting.prompt import Choice


class BuddySaid(msgspec.Struct, frozen=True):
    """A buddy, in words: who it is, and a line for each thing there is to know."""

    name: str
    lines: tuple[str, ...]


def action_to_share(state: State) -> str:
    """Give the action that one might share: the one that was promised; empty where none was."""
    return state.action_line if state.committed else ""


def places_for(view: ParticipantView, words: RoomMenuWords) -> tuple[Choice, ...]:
    """List who may be shown something now."""
    board = (Choice("board", words.to_board),) if view.sharing else ()
    return (*board, Choice("buddy", words.to_buddy)) if view.buddies else board


def preview(share: Share, view: ParticipantView, words: RoomMenuWords) -> str:
    """Give a line as others will see it.

    Raises:
        RefusedError: There are no words in it, or too many.
    """
    return _as_said(as_seen(share.text), view.name if share.named else "", words)


def unshareable(raw: str, refused: RoomRefusedWords) -> str:
    """Say why a line cannot be shared; empty where it can."""
    try:
        as_seen(raw)
    except RefusedError as error:
        said: str = getattr(refused, error.reason)
        return said
    return ""


def item_said(item: Item, words: RoomMenuWords) -> str:
    """Say what stands on the board."""
    said = _as_said(item.text, item.name or "", words)
    if item.hidden:
        return fill(words.item_hidden, {"text": said})
    return fill(words.item_mine, {"text": said}) if item.mine else said


def mine_in(view: ParticipantView) -> tuple[Item, ...]:
    """List what one shared, on the board and with one's buddies."""
    return (*(item for item in view.board if item.mine), *view.mine)


def buddies_said(view: ParticipantView, words: RoomMenuWords) -> Iterable[BuddySaid]:
    """Say who one's buddies are and what they want to be seen."""
    for buddy in view.buddies:
        yield BuddySaid(buddy.name or words.buddy_unnamed, tuple(_of_buddy(buddy, words)))


def my_day_said(view: ParticipantView, words: RoomMenuWords) -> str:
    """Say on which day one will ask; empty where one has said none."""
    return _on_day(words.buddy_mine, view.asks_on, words) if view.asks_on else ""


def _of_buddy(buddy: Buddy, words: RoomMenuWords) -> Iterable[str]:
    if not buddy.items:
        yield words.buddy_nothing
    yield from (item.text for item in buddy.items)
    if buddy.asks_on:
        yield _on_day(words.buddy_asks, buddy.asks_on, words)


def _on_day(said: str, day: date, words: RoomMenuWords) -> str:
    return fill(said, {"day": day.strftime(words.date)})


def _as_said(text: str, name: str, words: RoomMenuWords) -> str:
    return fill(words.item_named, {"name": name, "text": text}) if name else text
