"""An hour in a room from its first minute to its last: one who leads, a wall, twelve people."""

import asyncio
import re
from contextlib import AsyncExitStack

from tests.ssh.gathering import SAID, WALK, Gathering
from tests.ssh.leader import CONSOLE, ERRAND
from tests.ssh.partaker import ANSWERS, END, ESCAPE, F3, F7, MENU, WAITING, WORDS, Partaker
from tests.ssh.rooming import pick
from tests.ssh.walking import SERVE

from nowwhat.packs.filling import fill


class Hour(Gathering):
    """The hour, stop by stop."""

    async def run(self) -> None:
        """Live it."""
        async with AsyncExitStack() as self.lines:
            await self.come_in()
            for stop in ANSWERS:
                await getattr(self, f"at_{stop}")()
                self.note_seats()
            await self.end()

    async def at_welcome(self) -> None:
        self.clock.ahead += 60
        await self.open("welcome")
        await self.live("welcome", self.but("kai"))
        await self.lead.caller.until(fill(CONSOLE.ready, {"count": 11}))

    async def at_rules(self) -> None:
        """Hands are counted."""
        self.spend()
        await self.open("rules")
        await self.live("rules", self.but("kai"))
        await self.lead.press("h7\r", fill(CONSOLE.hands, {"count": 7}))

    async def at_insight(self) -> None:
        """Ben's line drops in mid-sentence; words bring him back to it. Dov writes on and on."""
        self.spend()
        await self.open("insight")
        [ben, dov] = self.of("ben dov")
        await asyncio.gather(self.live("insight", self.but("kai ben dov")), self._ben_drops(ben))
        await dov.asked("insight")

    async def _ben_drops(self, ben: Partaker) -> None:
        await ben.asked("insight")
        begun = f"I have {ben.word('half')} and"
        ben.caller.type(begun)
        await ben.see(begun)
        ben.caller.cut()
        await ben.call(self.lines, self.held.code)
        await ben.see(SERVE.resume)
        ben.say(ben.way_back)
        await ben.see(begun)
        ben.say(f" {ben.word('insight')}")
        await ben.asked("discomfort")
        ben.say("8")
        await ben.see(WAITING)

    async def at_pause(self) -> None:
        """It goes on while Dov is in mid-word. Kai comes late, all breathe, Abe is taken out."""
        [dov, kai, abe] = self.of("dov kai abe")
        self.spend()
        dov.caller.type(f"I dread {dov.word('half')}")
        await dov.see(dov.word("half"))
        await self.open("pause")
        await self._dov_writes_on(dov)
        await kai.join(self.lines, self.held.code)
        await kai.see(fill(SAID.late, {"number": 4, "all": 16}))
        await self.live("pause", self.but("kai"))
        kai.say("2")
        await kai.asked("breathe")  # and there they are still when it goes on
        await self._breathe()
        await self.lead.remove("Abe")
        await abe.see(SAID.removed_ask)
        await abe.menu(MENU.leave, END.whole)
        await abe.see(END.whole_yes)
        await pick(abe.caller, END.leave)
        await abe.caller.ended()

    async def _dov_writes_on(self, dov: Partaker) -> None:
        dov.caller.type(" since then")
        line = f"I dread {dov.word('half')} since then"
        await dov.see(line, SAID.on_kept, self.script.step("insight").ask[0])
        self.clock.ahead += 1  # and now the fingers rest
        await dov.asked("pause")
        dov.caller.type(F3)
        await dov.asked("discomfort")
        dov.caller.type(F3)
        await dov.asked("insight")
        await dov.see(line)
        dov.say(f" and {dov.word('insight')}")
        await dov.asked("discomfort")
        dov.say("6")
        await dov.asked("pause")

    async def _breathe(self) -> None:
        pattern = self.place.house.pack.patterns[0]
        into, out = (phase.word for phase in pattern.phases)
        self.lead.caller.type("b")
        await pick(self.lead.caller, pattern.title)
        await self.lead.caller.until(fill(CONSOLE.breathing, {"title": pattern.title}))
        [ada, eun, hana] = self.of("ada eun hana")
        for each in (ada, eun):
            await each.see(SAID.breathing)
            each.caller.type(F7)
            await self._phase(each, pattern.title, into)
        self.clock.ahead += pattern.phases[0].seconds + 1
        for each in (ada, eun):
            await self._phase(each, pattern.title, out)
        hana.say("breathe")
        await hana.see(f"{out}, {pattern.phases[1].seconds:g}")
        hana.say("")
        await hana.see(WORDS.room_lines.breathe_left)
        eun.caller.type(ESCAPE)
        await eun.see(WAITING)
        self.lead.caller.type("b")
        await ada.see(SAID.breathed, WAITING)

    async def _phase(self, one: Partaker, title: str, word: str) -> None:
        there = re.compile(rf"^\W*{word}\W*$", re.MULTILINE)
        await one.caller.when(
            lambda: title in one.caller.seen and bool(there.search(one.caller.seen)), word
        )

    async def at_door(self) -> None:
        """One minute more; then a pause for all, which counts for nothing."""
        self.spend()
        await self.open("door")
        await self.live("door", self.but("abe"))
        [ada] = self.of("ada")
        self.lead.caller.type("+")
        await ada.see(SAID.minute)
        self.lead.caller.type("p")
        await ada.see(SAID.held)
        await self.wall.until(WALK.paused)
        self.clock.ahead += 120
        self.lead.caller.type("p")
        await ada.see(SAID.proceeds)

    async def at_action(self) -> None:
        """Cleo's line drops, and her key brings her back. Gil and Ivo write nothing."""
        self.spend()
        await self.open("action")
        [cleo, gil, ivo] = self.of("cleo gil ivo")
        await cleo.asked("action")
        cleo.caller.cut()
        await cleo.call(self.lines, self.held.code)
        await cleo.caller.when(lambda: SERVE.resumed in cleo.caller.heard.decode(), "her seat")
        await gil.asked("action")
        ivo.say("")
        await ivo.asked("action")
        await self.live("action", self.but("abe gil ivo"))

    async def at_when(self) -> None:
        """The line of whoever leads is cut; nobody else notices, and they are back where it is."""
        self.spend()
        await self.open("when")
        self.lead.caller.cut()
        await self.live("when", self.but("abe gil ivo"))
        await self.lead.come(self.lines)
        await self.lead.caller.until(self.lead.head("when"), self.held.code)

    async def at_obstacle(self) -> None:
        """Lea goes on alone, to the end, and takes the card along."""
        self.spend()
        await self.open("obstacle")
        [lea] = self.of("lea")
        await asyncio.gather(
            self.live("obstacle", self.but("abe gil ivo lea")), self._goes_on_alone(lea)
        )

    async def _goes_on_alone(self, lea: Partaker) -> None:
        await lea.asked("obstacle")
        await lea.menu(MENU.alone)
        await lea.caller.when(lambda: "F7" not in lea.caller.seen, "a page without a room")
        stops = list(ANSWERS)
        for stop in stops[stops.index("obstacle") :]:
            for step, answer in ANSWERS[stop]:
                await lea.asked(step)
                lea.answer(step, answer)
        await lea.choose(END.over, END.card)
        await lea.see(END.card_yes)
        await pick(lea.caller, END.leave)
        await lea.caller.ended()

    async def at_alone(self) -> None:
        self.spend()
        await self.open("alone")
        await self.live("alone", self.but("abe lea"))

    async def at_two(self) -> None:
        self.spend()
        await self.open("two")
        await self.live("two", self.but("abe lea"))

    async def at_four(self) -> None:
        """Three want a buddy, Gil a word afterwards."""
        self.spend()
        await self.open("four")
        await self.live("four", self.but("abe lea"))
        [cleo, dov, hana, gil] = self.of("cleo dov hana gil")
        for each in (cleo, dov):
            await each.menu(MENU.want_buddy)
            await each.see(MENU.said_buddy)
        hana.say(WORDS.room_command.buddy[0])
        await hana.see(MENU.said_buddy)
        await gil.menu(MENU.speak)
        await gil.see(MENU.said_speak)
        asked = fill(CONSOLE.buddies, {"wanting": 3, "groups": 0})
        await self.lead.caller.until(asked, fill(CONSOLE.speak, {"names": "Gil"}))

    async def at_commit(self) -> None:
        self.spend()
        await self.open("commit")
        await self.live("commit", self.but("abe lea gil ivo"))

    async def at_aloud(self) -> None:
        """Things are shared; one is taken back, one taken from view."""
        self.spend()
        await self.open("aloud")
        await self.live("aloud", self.but("abe lea"))
        await self.lead.press("s", CONSOLE.open)
        [ada, eun, fay, gil, hana] = self.of("ada eun fay gil hana")
        await ada.share_action(MENU.with_name)
        await eun.share_sentence(MENU.without_name)
        await fay.share_sentence(MENU.with_name)
        await gil.share_sentence(MENU.with_name)
        await self._hana_shares(hana)
        sentences = [each.word("sentence") for each in (eun, fay, gil)]
        shared = [ada.word("action"), hana.word("action"), *sentences]
        await self.wall.until(*shared)
        await self.lead.press("o", *shared)
        await self._hide_what_is_gils()
        await fay.menu(MENU.take_back)
        await fay.see(MENU.taken_back)
        for word in (fay.word("sentence"), gil.word("sentence")):
            await self._off_the_wall(word)
        await ada.menu(MENU.board)
        await ada.see(f"{ada.word('action')}", hana.word("action"), eun.word("sentence"))
        await pick(ada.caller, MENU.back)

    async def _off_the_wall(self, word: str) -> None:
        await self.wall.when(lambda: word not in self.wall.seen, f"{word} gone")

    async def _hana_shares(self, hana: Partaker) -> None:
        answers = (
            (WORDS.room_command.share[0], MENU.share_action),
            (MENU.share_action, MENU.name_ask),
            (MENU.without_name, MENU.preview),
            (MENU.yes, WORDS.room_lines.shared),
        )
        for answer, then in answers:
            hana.say(answer)
            await hana.see(then)

    async def _hide_what_is_gils(self) -> None:
        at = self.lead.caller
        await at.until(ERRAND.board_hint)
        await pick(at, "Gil: ")
        await at.until(ERRAND.hidden)
        await pick(at, ERRAND.back)
        await at.until(CONSOLE.following)

    async def at_buddies(self) -> None:
        """Three are buddies: what one shares with them, and on which day another asks."""
        self.spend()
        await self.open("buddies")
        await self.live("buddies", self.but("abe lea"))
        await self.lead.press("u", fill(CONSOLE.buddies, {"wanting": 3, "groups": 1}))
        [cleo, dov, hana] = self.of("cleo dov hana")
        await cleo.share_action(MENU.to_buddy, MENU.without_name)
        await dov.menu(MENU.buddies)
        await dov.see(cleo.word("action"))
        await pick(dov.caller, MENU.ask_day)
        await dov.see(MENU.ask_day_ask)
        dov.say("on Friday")
        await dov.see(MENU.asked_day)
        hana.say(WORDS.room_command.buddies[0])
        await hana.see(cleo.word("action"), fill(MENU.buddy_asks, {"day": "Friday, 06 March"}))
        hana.say(WORDS.command.back[0])
        self.lead.caller.type("s")
        await cleo.see(SAID.sharing_over)

    async def at_close(self) -> None:
        self.spend()
        await self.open("close")
        for each in self.but("abe lea"):
            if each.plain:
                each.say("")
            await each.see(self.script.step("close").says[0], WAITING)

    async def at_card(self) -> None:
        self.spend()
        await self.open("card")
        await self.live("card", self.but("abe lea"))

    async def end(self) -> None:
        """It is ended; each leaves as they like, and whoever leads takes the export along."""
        self.spend()
        self.lead.caller.type("e")
        await pick(self.lead.caller, ERRAND.end_yes)
        await self.lead.caller.until(CONSOLE.over)
        last = fill(WALK.number, {"number": 16, "all": 16})
        await self.wall.when(lambda: last not in self.wall.seen, "the end")
        along = {
            "ada": ((END.keep, END.keep_yes),),
            "cleo": ((END.card, END.card_yes),),
            "hana": ((END.whole, END.whole_yes),),
        }
        await asyncio.gather(*(p.part(*along.get(p.id, ())) for p in self.but("abe lea")))
        for form in (ERRAND.markdown, ERRAND.csv):
            self.lead.caller.type("x")
            await pick(self.lead.caller, form)
            await self.lead.caller.until(SERVE.printed)
        self.lead.caller.type("q")
        await pick(self.lead.caller, ERRAND.leave_yes)
        await self.lead.caller.ended()
        self.wall.type("q")
        await self.wall.ended()
