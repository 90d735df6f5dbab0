"""What whoever leads a room asks for now and then: each on a screen of its own, and back."""

from typing import TYPE_CHECKING

from nowwhat.exports.room import room_as_csv, room_as_markdown
from nowwhat.group import commands as ask
from nowwhat.group.board import Item
from nowwhat.group.story import named, story_seen
from nowwhat.group.views import Person
from nowwhat.packs.filling import fill
from nowwhat.screens.entrance import Joining
from nowwhat.screens.group.side import agenda_rows
from nowwhat.screens.group.told import shut_for
from nowwhat.screens.saving import save_text
from nowwhat.screens.stage import Stage
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.entry import Part
from nowwhat.sitting.prompt import Choice

if TYPE_CHECKING:
    from nowwhat.screens.group.console import Console

_BACK = "back"
_ORDER = ("here", "away", "left", "removed")


class Errands:
    """The errands of one console; each is named as its key is."""

    def __init__(self, desk: Desk, stage: Stage, console: "Console", joining: Joining) -> None:
        """Prepare.

        Args:
            desk: Words, patterns.
            stage: Where it is asked.
            console: Whose errands they are.
            joining: What is known of the room from outside.
        """
        self._desk, self._stage, self._console = desk, stage, console
        self._joining = joining
        self._words = desk.pack.words.errand

    async def join(self) -> None:
        """Show how one joins, in words and to be scanned; where some cannot, ask of that first."""
        words = self._words
        shut = shut_for(self._joining.shut(), words.shut)
        if shut:
            ways = [
                Choice("show", words.shut_show),
                Choice("open", words.shut_open),
                Choice(_BACK, words.back),
            ]
            way = await self._stage.ask(shut, ways, (words.shut_says,), _BACK)
            if way == _BACK:
                return
            if way == "open":
                self._joining.reopen()
                self._console.look()
        from nowwhat.screens.group.join import Join  # noqa: PLC0415 - when it is asked for

        console = self._console
        join = Join(self._desk.pack.words, console.view.code, self._joining)
        await console.app.push_screen_wait(join)

    async def agenda(self) -> None:
        """Show the agenda with its minutes."""
        words, view = self._desk.pack.words.console, self._console.view
        script = self._desk.pack.script(view.script)
        rows = tuple(row for row, _ in agenda_rows(view, script, words))
        ways = [Choice(_BACK, self._words.back)]
        await self._stage.show([Part("", rows)], ways, title=view.code)

    async def people(self) -> None:
        """Show who is here; take somebody out, once it was asked."""
        words = self._words
        while True:
            people = sorted(
                self._console.view.people,
                key=lambda each: (_ORDER.index(each.presence), each.name.casefold()),
            )
            rows = [Choice(f"{each.id}", self._person(each)) for each in people]
            says = () if rows else (words.people_none,)
            choices = [Choice(_BACK, words.back), *rows]
            chosen = await self._stage.ask(words.people, choices, says, _BACK)
            found = next((each for each in people if f"{each.id}" == chosen), None)
            if found is None:
                return
            if found.presence in ("here", "away"):
                await self._take_out(found)

    def _person(self, person: Person) -> str:
        words, name = self._words, self._name(person)
        presence = {
            "here": words.here,
            "away": words.away,
            "left": words.left,
            "removed": words.removed,
        }[person.presence]
        return fill(words.person, {"name": name, "presence": presence})

    def _name(self, person: Person) -> str:
        return person.name or self._desk.pack.words.console.unnamed

    async def _take_out(self, person: Person) -> None:
        words = self._words
        ways = [
            Choice(_BACK, words.no),
            Choice("remove", words.remove, words.remove_hint),
            Choice("ban", words.ban, words.ban_hint),
        ]
        way = await self._stage.ask(self._person(person), ways, otherwise=_BACK)
        if way == _BACK:
            return
        sure = words.remove_sure if way == "remove" else words.ban_sure
        asked = fill(sure, {"name": self._name(person)})
        done = words.remove if way == "remove" else words.ban
        if await self._sure(asked, done):
            out = ask.Remove(person.id) if way == "remove" else ask.Ban(person.id)
            self._console.send(out)

    async def board(self) -> None:
        """Show what is on the board; hide it, show it again."""
        words = self._words
        while True:
            items = self._console.view.board
            rows = [Choice(f"{each.id}", self._item(each), self._hidden(each)) for each in items]
            says = (words.board_hint,) if rows else (self._desk.pack.words.console.board_empty,)
            choices = [Choice(_BACK, words.back), *rows]
            chosen = await self._stage.ask(words.board, choices, says, _BACK)
            found = next((each for each in items if f"{each.id}" == chosen), None)
            if found is None:
                return
            self._console.send(ask.Unhide(found.id) if found.hidden else ask.Hide(found.id))

    def _item(self, item: Item) -> str:
        told = {"name": item.name or "", "text": item.text}
        return fill(self._words.named, told) if item.name else item.text

    def _hidden(self, item: Item) -> str:
        return self._words.hidden if item.hidden else ""

    async def breathe(self) -> None:
        """Choose what the room breathes together."""
        words = self._words
        choices = [Choice(p.id, p.title, p.summary) for p in self._desk.pack.patterns]
        choices.append(Choice(_BACK, words.back))
        chosen = await self._stage.ask(words.breathe, choices, otherwise=_BACK)
        if chosen != _BACK:
            self._console.send(ask.BreatheTogether(chosen))

    async def end(self) -> None:
        """End the room for all, once it was asked."""
        words = self._words
        if await self._sure(words.end, words.end_yes, words.end_says):
            self._console.send(ask.End())

    async def leave(self) -> None:
        """Leave the console, once it was asked."""
        words = self._words
        if await self._sure(words.leave, words.leave_yes, self._joining.leaving):
            self._console.dismiss(None)

    async def export(self) -> None:
        """Save what may be told of the room."""
        words, table = self._words, self._desk.pack.words.room_export
        ways = [
            Choice("md", words.markdown),
            Choice("csv", words.csv),
            Choice(_BACK, words.back),
        ]
        way = await self._stage.ask(words.export, ways, otherwise=_BACK)
        if way == _BACK:
            return
        view = self._console.link.view()
        story = named(story_seen(view), self._desk.pack.script(view.script))
        if way == "md":
            text = room_as_markdown(story, table)
        else:
            text = room_as_csv(story, table, bom=True)
        if self._stage.prints(text):
            self._console.notice(self._desk.pack.words.serve.printed)
            return
        saved = await save_text(self._desk, self._stage, text, f"room-{{day}}.{way}")
        if saved:
            self._console.notice(saved)

    async def _sure(self, question: str, yes: str, says: str = "") -> bool:
        ways = [Choice("no", self._words.no), Choice("yes", yes)]
        before = (says,) if says else ()
        return await self._stage.ask(question, ways, before, "no") == "yes"
