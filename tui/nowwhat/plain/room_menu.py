"""What one may do in a room beside writing, in lines: each by its word, wherever one is asked."""

from collections.abc import Callable

from nowwhat.group.commands import AskBuddy, Command, Share, SpeakAfter, TakeBack, WantBuddy
from nowwhat.packs.words import Words
from nowwhat.plain.commands import is_word
from nowwhat.plain.lines import Lines
from nowwhat.plain.page import Page
from nowwhat.plain.together import breathe_together
from nowwhat.sitting.attending import Attending, asked_of
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.entry import Part
from nowwhat.sitting.prompt import Choice
from nowwhat.sitting.sharing import (
    action_to_share,
    buddies_said,
    item_said,
    mine_in,
    my_day_said,
    places_for,
    preview,
    unshareable,
)
from nowwhat.sitting.sitting import Sitting

_BACK = "back"


class RoomMenu:
    """The room's words, for one person."""

    def __init__(self, desk: Desk, lines: Lines, attending: Attending, sitting: Sitting) -> None:
        """Prepare.

        Args:
            desk: Words, and a clock that knows which day "Thursday" is.
            lines: Where it is spoken.
            attending: Tells how the room is.
            sitting: What might be shared of.
        """
        self._desk, self._lines, self._attending = desk, lines, attending
        self._sitting, self._page = sitting, Page(desk, lines)
        self._all: Words = desk.pack.words
        self._words = self._all.room_menu

    def heed(self, line: str) -> bool:
        """Do what a line asks for; say whether it asked for anything of the room.

        Raises:
            LeaveAsked: The person leaves.
        """
        said = self._all.room_command
        asked: tuple[tuple[tuple[str, ...], Callable[[], None]], ...] = (
            (said.share, self._share),
            (said.take_back, self._take_back),
            (said.board, self._say_board),
            (said.buddies, self._say_buddies),
            (said.buddy, self._wish_buddy),
            (said.speak, self._wish_word),
            (said.breathe, self._breathe),
        )
        found = next((do for words, do in asked if is_word(line, words)), None)
        if found is None:
            return False
        found()
        return True

    def _send(self, command: Command, said: str) -> None:
        """Ask the room; say what became of it."""
        self._lines.say(asked_of(self._attending.room, command, self._all.room_refused) or said)

    def _wish_buddy(self) -> None:
        wants, words = self._attending.view.wants_buddy, self._words
        self._send(WantBuddy(yes=not wants), words.said_buddy_no if wants else words.said_buddy)

    def _wish_word(self) -> None:
        wants, words = self._attending.view.wants_to_speak, self._words
        self._send(SpeakAfter(yes=not wants), words.said_speak_no if wants else words.said_speak)

    def _breathe(self) -> None:
        together = self._attending.view.breathing
        if together is None:
            self._lines.say(self._all.room_lines.breathe_none)
            return
        pattern = self._desk.pack.pattern(together.pattern)
        breathe_together(self._attending.room, pattern, self._lines, self._all)
        for said in self._attending.look().says:  # that the room has ended it is said at once
            self._lines.say(said)

    def _share(self) -> None:
        """Share one thing, after it was heard as others will see it."""
        words = self._words
        places = places_for(self._attending.view, words)
        if not places:
            self._lines.say(words.board_closed)
            return
        action = action_to_share(self._sitting.state)
        kind = self._choose(
            (Choice("action", words.share_action), Choice("sentence", words.share_sentence))
            if action
            else (Choice("sentence", words.share_sentence),)
        )
        if kind == _BACK:
            return
        line = action if kind == "action" else self._sentence()
        if not line:
            return
        if len(places) > 1:
            self._lines.say(words.place_ask)
        place = self._choose(places)
        named = self._named() if place != _BACK else _BACK
        if named == _BACK:
            return
        share = Share(
            line,
            "action" if kind == "action" else "sentence",
            named=named == "named",
            place="board" if place == "board" else "buddy",
        )
        self._share_if_sure(share)

    def _share_if_sure(self, share: Share) -> None:
        words = self._words
        if reason := unshareable(share.text, self._all.room_refused):
            self._lines.say(reason)
            return
        self._lines.say(words.preview if share.place == "board" else words.preview_buddy)
        self._lines.say(preview(share, self._attending.view, words))
        if self._choose((Choice("yes", words.yes), Choice("no", words.no))) == "yes":
            self._send(share, self._all.room_lines.shared)

    def _sentence(self) -> str:
        self._lines.say(self._words.sentence_ask)
        self._lines.say(self._words.sentence_hint)
        return self._page.line()

    def _named(self) -> str:
        words = self._words
        if not self._attending.view.name:
            return "unnamed"
        self._lines.say(words.name_ask)
        return self._choose(
            (Choice("unnamed", words.without_name), Choice("named", words.with_name))
        )

    def _choose(self, choices: tuple[Choice, ...]) -> str:
        return choices[0].id if len(choices) == 1 else self._page.choose(choices)

    def _take_back(self) -> None:
        mine = mine_in(self._attending.view)
        if not mine:
            self._lines.say(self._all.room_lines.nothing_mine)
            return
        if len(mine) > 1:
            self._lines.say(self._words.take_back_ask)
        chosen = self._choose(tuple(Choice(str(item.id), item.text) for item in mine))
        if chosen != _BACK:
            self._send(TakeBack(int(chosen)), self._words.taken_back)

    def _say_board(self) -> None:
        words = self._words
        items = [item_said(item, words) for item in self._attending.view.board]
        self._page.say_parts([Part(words.board_title, tuple(items) or (words.board_empty,))])

    def _say_buddies(self) -> None:
        view, words = self._attending.view, self._words
        if not view.buddies:
            self._lines.say(self._all.room_refused.no_buddy)
            return
        self._page.say_parts(Part(each.name, each.lines) for each in buddies_said(view, words))
        if mine := my_day_said(view, words):
            self._lines.say(mine)
        self._lines.say(words.ask_day_ask)
        self._lines.say(words.ask_day_hint)
        said = self._page.line()
        due = self._desk.understand(said, self._desk.clock.now()) if said else None
        if due is not None:
            self._send(AskBuddy(due.at.at.date()), words.asked_day)
        elif said:
            self._lines.say(words.ask_day_unclear)
