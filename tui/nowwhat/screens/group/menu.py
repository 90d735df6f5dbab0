"""What one may do in a room beside writing: on one key, over the page, which stays as it is."""

from collections.abc import Callable

from nowwhat.group.commands import AskBuddy, Command, Share, SpeakAfter, TakeBack, WantBuddy
from nowwhat.group.room import Breathing
from nowwhat.group.views import ParticipantView
from nowwhat.screens.group.together import BreatheTogether
from nowwhat.screens.places import Places
from nowwhat.session.state import Ending
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
    """The menu of one person in a room."""

    def __init__(
        self,
        desk: Desk,
        places: Places,
        attending: Attending,
        sitting: Sitting,
        say: Callable[[str], None],
        *,
        back: str = "",
    ) -> None:
        """Prepare.

        Args:
            desk: Words, and a clock that knows which day "Thursday" is.
            places: Where it is asked.
            attending: Tells how the room is.
            sitting: What might be shared of.
            say: Says a line on the page.
            back: Says how one comes back after a dropped line.
        """
        self._desk, self._places, self._attending = desk, places, attending
        self._sitting, self._say = sitting, say
        self._all = desk.pack.words
        self._words = self._all.room_menu
        self._back = back
        self._shown: Breathing | None = None

    async def run(self) -> str:
        """Do one thing; gives `alone` or `leave` where that was chosen."""
        breathing = self._attending.view.breathing
        if breathing and breathing != self._shown:
            await self._breathe(breathing)
            return ""
        chosen = await self._places.ask(self._words.ask, self._ways(), self._says, otherwise=_BACK)
        match chosen:
            case "breathe":
                if breathing:
                    await self._breathe(breathing)
            case "action":
                await self._share("action", action_to_share(self._sitting.state))
            case "sentence":
                await self._share_sentence()
            case "take_back":
                await self._take_back()
            case "board":
                await self._look_at_board()
            case "buddies":
                await self._look_at_buddies()
            case "alone" | "leave":
                return chosen
            case wish:
                self._wish(wish)
        return ""

    @property
    def _says(self) -> tuple[str, ...]:
        """How one comes back, while there is a room to come back to."""
        return (self._back,) if self._back and self._attending.here else ()

    def _ways(self) -> list[Choice]:
        view, words = self._attending.view, self._words
        ways: list[Choice] = []
        if self._attending.here:
            ways = [*self._of_sharing(view), *self._wishes(view)]
        if self._sitting.state.ending is Ending.OPEN and self._sitting.state.open_to:
            ways.append(Choice("alone", words.alone, words.alone_hint))
        return [*ways, Choice("leave", words.leave), Choice(_BACK, words.back)]

    def _of_sharing(self, view: ParticipantView) -> list[Choice]:
        words = self._words
        ways = [Choice("breathe", words.breathe)] if view.breathing else []
        if view.phase == "running" and action_to_share(self._sitting.state):
            ways.append(Choice("action", words.share_action))
        if view.phase == "running":
            ways.append(Choice("sentence", words.share_sentence))
        if mine_in(view):
            ways.append(Choice("take_back", words.take_back))
        if view.phase != "lobby":
            ways.append(Choice("board", words.board))
        return ways

    def _wishes(self, view: ParticipantView) -> list[Choice]:
        words = self._words
        ways = [Choice("buddies", words.buddies)] if view.buddies else []
        buddy = Choice("no_buddy", words.want_no_buddy)
        ways.append(buddy if view.wants_buddy else Choice("buddy", words.want_buddy))
        speak = Choice("no_speak", words.speak_no)
        ways.append(speak if view.wants_to_speak else Choice("speak", words.speak))
        return ways

    def _wish(self, wish: str) -> None:
        words = self._words
        match wish:
            case "buddy":
                self._send(WantBuddy(), words.said_buddy)
            case "no_buddy":
                self._send(WantBuddy(yes=False), words.said_buddy_no)
            case "speak":
                self._send(SpeakAfter(), words.said_speak)
            case "no_speak":
                self._send(SpeakAfter(yes=False), words.said_speak_no)

    def _send(self, command: Command, said: str) -> None:
        """Ask the room; say what became of it on the page."""
        self._say(asked_of(self._attending.room, command, self._all.room_refused) or said)

    async def _breathe(self, breathing: Breathing) -> None:
        self._shown = breathing
        place = BreatheTogether(
            self._all,
            self._desk.clock,
            self._attending,
            self._desk.pack.pattern(breathing.pattern),
            breathing,
            still=self._places.still,
        )
        await self._places.at(place)

    async def _share_sentence(self) -> None:
        words, refused = self._words, self._all.room_refused
        if not places_for(self._attending.view, words):
            self._say(words.board_closed)
            return
        line = await self._places.write(
            words.sentence_ask,
            hint=words.sentence_hint,
            wrong=lambda raw: unshareable(raw, refused),
        )
        if line:
            await self._share("sentence", line)

    async def _share(self, kind: str, line: str) -> None:
        """Share one thing, after it was seen as others will see it."""
        words, view = self._words, self._attending.view
        where = places_for(view, words)
        if not where:
            self._say(words.board_closed)
            return
        place = where[0].id
        if len(where) > 1:
            place = await self._places.ask(words.place_ask, where, otherwise=_BACK)
        named = place != _BACK and view.name and await self._named()
        if _BACK in (place, named):
            return
        share = Share(
            line,
            "action" if kind == "action" else "sentence",
            named=named == "named",
            place="board" if place == "board" else "buddy",
        )
        if reason := unshareable(line, self._all.room_refused):
            self._say(reason)
        elif await self._sure(share):
            self._send(share, words.shared)

    async def _named(self) -> str:
        words = self._words
        ways = (Choice("unnamed", words.without_name), Choice("named", words.with_name))
        return await self._places.ask(words.name_ask, ways, otherwise=_BACK)

    async def _sure(self, share: Share) -> bool:
        words = self._words
        seen = preview(share, self._attending.view, words)
        ways = (Choice("yes", words.yes), Choice("no", words.no))
        says = words.preview if share.place == "board" else words.preview_buddy
        return await self._places.ask(seen, ways, (says,), otherwise="no") == "yes"

    async def _take_back(self) -> None:
        words, mine = self._words, mine_in(self._attending.view)
        chosen = str(mine[0].id) if mine else _BACK
        if len(mine) > 1:
            ways = [Choice(str(item.id), item.text) for item in mine]
            chosen = await self._places.ask(words.take_back_ask, ways, otherwise=_BACK)
        if chosen != _BACK:
            self._send(TakeBack(int(chosen)), words.taken_back)

    async def _look_at_board(self) -> None:
        words = self._words
        lines = [item_said(item, words) for item in self._attending.view.board]
        parts = [Part("", (line,)) for line in lines or (words.board_empty,)]
        await self._places.show(parts, [Choice(_BACK, words.back)], title=words.board_title)

    async def _look_at_buddies(self) -> None:
        words, view = self._words, self._attending.view
        parts = [Part(buddy.name, buddy.lines) for buddy in buddies_said(view, words)]
        if mine := my_day_said(view, words):
            parts.append(Part("", (mine,)))
        ways = [Choice("day", words.ask_day), Choice(_BACK, words.back)]
        if await self._places.show(parts, ways, title=words.buddies) == "day":
            await self._name_day()

    async def _name_day(self) -> None:
        words, now = self._words, self._desk.clock.now()
        said = await self._places.write(words.ask_day_ask, hint=words.ask_day_hint)
        if not said:
            return
        due = await self._places.aside(lambda: self._desk.understand(said, now))
        if due is None:
            self._say(words.ask_day_unclear)
            return
        self._send(AskBuddy(due.at.at.date()), words.asked_day)
