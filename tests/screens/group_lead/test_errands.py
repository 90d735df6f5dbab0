"""What whoever leads asks for on a screen of its own: people, board, joining, ending, saving."""

import pytest
from msgspec.structs import replace
from tests.end_to_end.inside import Inside
from tests.screens.group_lead.gathered import CODE, JOINING, SCRIPT, WORDS, Gathered, at_console
from tests.screens.living import Guest
from tests.screens.quick import quick, timers

from nowwhat.group.agenda import title_of
from nowwhat.group.commands import Hide, Share, TakeBack
from nowwhat.packs.filling import fill
from nowwhat.widgets.field import Field

__all__ = ["quick", "timers"]

SAID, ASKED, REFUSED = WORDS.console, WORDS.errand, WORDS.console_refused
SIX = ("Ada", "Ben", "Cleo", "Dov", "Eun", "Fay")
SIZES = ((60, 20), (80, 24), (120, 40))


def test_people_are_listed_on_request_and_taken_out_when_it_was_asked(inside: Inside) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*SIX)

    async def living(guest: Guest) -> None:
        await guest.press("space")
        assert not guest.sees("Cleo")
        await guest.press("w")
        await guest.choose("Cleo: here")
        await guest.choose(ASKED.remove)
        await guest.choose(ASKED.no)
        assert all(each.present for each in gathered.room.participants)
        await guest.choose("Cleo: here")
        await guest.choose(ASKED.remove)
        assert guest.sees("Take Cleo out of the room?")
        await guest.press("2", "enter")
        assert [each.name for each in gathered.room.participants if not each.present] == ["Cleo"]
        assert gathered.room.banned == frozenset()
        await guest.choose("Dov: here")
        await guest.choose(ASKED.ban)
        await guest.press("2", "enter")
        assert gathered.room.banned == {"t-3"}
        await guest.press("escape")
        assert guest.place == "Console"
        assert guest.sees(SAID.few)

    at_console(inside, gathered, living)


def test_the_board_is_opened_hidden_from_and_closed(inside: Inside) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*SIX)

    async def living(guest: Guest) -> None:
        await guest.press("space", "s")
        assert gathered.room.sharing
        gathered.ask(Share("call the clinic", "action", named=True), by=1)
        gathered.ask(Share("write to Ann", "action"), by=2)
        await guest.press("o")
        assert guest.sees("Ada: call the clinic")
        assert not guest.sees("Ben")
        await guest.choose("Ada: call the clinic")
        assert [each.hidden for each in gathered.room.shared] == [True, False]
        assert guest.sees(ASKED.hidden)
        await guest.choose("Ada: call the clinic")
        assert [each.hidden for each in gathered.room.shared] == [False, False]
        gathered.ask(TakeBack(gathered.room.shared[1].id), by=2)
        await guest.choose("write to Ann")
        await guest.press("escape")
        assert guest.sees(REFUSED.no_such_item)
        await guest.press("s")
        assert not gathered.room.sharing

    at_console(inside, gathered, living)


def test_it_is_locked_and_ended_once_that_was_asked(inside: Inside) -> None:
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        await guest.press("l")
        assert gathered.room.locked
        assert guest.sees(SAID.locked)
        await guest.press("l", "space", "e", "escape")
        assert guest.sees("1 of 16")
        await guest.press("e")
        await guest.choose(ASKED.end_yes)
        assert gathered.room.ended
        assert guest.sees(SAID.over)
        await guest.press("space")
        assert guest.sees(REFUSED.out_of_turn)

    at_console(inside, gathered, living)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_leaving_is_asked_once_and_ends_nothing(inside: Inside, key: str) -> None:
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        await guest.press("space", key)
        assert guest.sees("The room goes on.")
        await guest.press("escape", key)
        await guest.choose(ASKED.leave_yes)

    parting = at_console(inside, gathered, living)
    assert parting is not None
    assert parting.status == 0
    assert gathered.room.phase == "running"


def test_how_to_join_is_told_and_drawn(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("j")
        assert guest.sees(f"ssh -p 2222 {CODE}@192.168.1.20")
        assert sum("█" in row for row in guest.rows) > 12

    at_console(inside, Gathered(inside.clock), living)


def test_a_door_that_was_shut_by_wrong_codes_is_told_of_and_opened(inside: Inside) -> None:
    left = [610.0]

    async def living(guest: Guest) -> None:
        assert guest.sees(fill(SAID.shut, {"minutes": 11}))
        await guest.press("space", "j")
        assert guest.sees(ASKED.shut_says)
        await guest.press("escape")
        assert guest.place == "Console"
        await guest.press("h", "1", "2")
        assert guest.sees("Hands: 12"), "what is typed is seen"
        await guest.press("escape", "j")
        await guest.choose(ASKED.shut_show)
        assert guest.sees(f"ssh -p 2222 {CODE}@192.168.1.20")
        assert left[0]
        await guest.press("escape", "j")
        await guest.choose(ASKED.shut_open)
        assert guest.sees(f"ssh -p 2222 {CODE}@192.168.1.20")
        await guest.press("escape")
        assert not guest.sees(SAID.shut[:24])
        assert guest.sees("1 of 16")

    door = replace(JOINING, shut=lambda: left[0], reopen=lambda: left.__setitem__(0, 0.0))
    at_console(inside, Gathered(inside.clock), living, joining=door)


def test_what_was_shared_is_saved_where_it_was_said(inside: Inside) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*SIX)
    file = inside.folder.parent / "room.csv"

    async def living(guest: Guest) -> None:
        await guest.press("space", "s")
        gathered.ask(Share("call the clinic", "action", named=True), by=1)
        gathered.ask(Share("hidden words", "action"), by=2)
        gathered.ask(Hide(gathered.room.shared[1].id))
        gathered.passes(120)
        await guest.press("e")
        await guest.choose(ASKED.end_yes)
        gathered.passes(600)
        await guest.press("x")
        await guest.choose(ASKED.csv)
        assert isinstance(guest.focused, Field)
        guest.focused.clear()
        await guest.paste(str(file))
        await guest.press("enter")
        assert guest.sees(f"Saved: {file.parent}"[:30])
        assert " ".join(guest.rows).count("Saved:") == 1

    at_console(inside, gathered, living)
    text = file.read_text(encoding="utf-8-sig")
    assert '"action","Ada","call the clinic"' in text
    assert "hidden words" not in text
    welcome = title_of(SCRIPT.step("welcome"))
    assert f'"stop","","","{welcome}","",4.0,2.0' in text, "the clock stopped with the room"


def test_over_a_line_it_is_printed_on_leaving(inside: Inside) -> None:
    gathered = Gathered(inside.clock)
    printed: list[str] = []

    def prints(text: str) -> bool:
        printed.append(text)
        return True

    async def living(guest: Guest) -> None:
        await guest.press("space", "x")
        await guest.choose(ASKED.markdown)
        assert guest.sees(WORDS.serve.printed)

    at_console(inside, gathered, living, prepare=lambda app: setattr(app._places, "prints", prints))
    assert printed[0].startswith("# What the group shared")
