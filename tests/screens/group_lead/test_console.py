"""The console of whoever leads a room: keys, what is seen of them, what is refused."""

from typing import get_args

import pytest
from tests.end_to_end.inside import Inside
from tests.screens.group_lead.gathered import CODE, SCRIPT, WORDS, Gathered, at_console
from tests.screens.living import Guest
from tests.screens.quick import Timers, quick, timers
from textual.widgets import Digits

from nowwhat.group.commands import (
    Attend,
    Hide,
    Ready,
    Share,
    SpeakAfter,
    TakeBack,
    WantBuddy,
)
from nowwhat.group.pace import Forward
from nowwhat.group.refusing import Reason
from nowwhat.screens.group.console import Console
from nowwhat.screens.group.told import refusal
from nowwhat.widgets.field import Field

__all__ = ["quick", "timers"]

SAID, ASKED, REFUSED = WORDS.console, WORDS.errand, WORDS.console_refused
SIX = ("Ada", "Ben", "Cleo", "Dov", "Eun", "Fay")
SIZES = ((60, 20), (80, 24), (120, 40))


def test_keys_lead_through_the_agenda_and_back(inside: Inside) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        assert guest.sees(SAID.lobby)
        assert guest.sees(SAID.lobby_notes)
        for number in range(16):
            await guest.press("space")
            assert gathered.room.pace.at == number
            assert guest.sees(f"{number + 1} of 16")
        await guest.press("right")
        assert gathered.room.pace.over
        assert guest.sees(SAID.last_through)
        await guest.press("left", "left")
        assert gathered.room.pace.at == 14

    at_console(inside, gathered, living)


def test_notes_of_the_whole_block_and_what_follows_are_in_view(inside: Inside) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        await guest.press("space", "space")
        for step in ("rules", "between_us"):
            last = SCRIPT.step(step).notes.split("\n")[-1]
            assert guest.sees(last[:30])
        assert guest.sees("Next Writing in silence")

    at_console(inside, gathered, living, size=(120, 40))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_code_and_what_is_open_are_always_in_view(
    inside: Inside, size: tuple[int, int]
) -> None:
    gathered = Gathered(inside)
    gathered.come(*SIX)

    async def living(guest: Guest) -> None:
        await guest.press("space")
        for words in (CODE, "1 of 16", "6 here", "Next", SAID.next):
            assert guest.sees(words), words

    at_console(inside, gathered, living, size=size)


@pytest.mark.usefixtures("timers")
def test_the_time_runs_holds_and_is_extended(inside: Inside, timers: Timers) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        def left() -> str:
            return guest.screen.query_one("#console-left", Digits).value.strip()

        await guest.press("space")
        assert left() == "4:00"
        await timers.advance(61)
        assert left() == "2:59"
        await guest.press("plus")
        assert left() == "3:59"
        await guest.press("p")
        await timers.advance(30)
        assert left() == "3:59"
        assert guest.sees(SAID.paused)
        await guest.press("p", "minus")
        await timers.advance(3 * 60 + 5)
        assert left() == "+0:06"
        assert guest.sees("over the 4 min")
        assert gathered.room.pace.at == 0, "nothing goes on by itself"

    at_console(inside, gathered, living)


@pytest.mark.usefixtures("timers")
def test_a_second_that_goes_by_lays_nothing_out(inside: Inside, timers: Timers) -> None:
    gathered = Gathered(inside)
    gathered.come(*SIX)

    async def living(guest: Guest) -> None:
        await guest.press("space")
        await timers.advance(2)
        laid: list[int] = []
        reflow = guest.screen._refresh_layout

        def counted(*args: object, **kwargs: object) -> None:
            laid.append(1)
            reflow(*args, **kwargs)  # type: ignore[arg-type]

        guest.screen._refresh_layout = counted  # type: ignore[method-assign]
        await timers.advance(45)
        assert laid == []

    at_console(inside, gathered, living)


def test_many_changes_at_once_are_looked_at_once(inside: Inside) -> None:
    gathered = Gathered(inside)
    gathered.come(*SIX)

    async def living(guest: Guest) -> None:
        looks: list[int] = []
        console = guest.screen
        assert isinstance(console, Console)
        look = console.look

        def counted() -> None:
            looks.append(1)
            look()

        console.look = counted  # type: ignore[method-assign]
        gathered.come(*(f"Gil {n}" for n in range(50)))
        await guest.settle()
        assert len(looks) == 1
        assert guest.sees("56 here")

    at_console(inside, gathered, living)


def test_two_who_lead_at_once_go_one_stop_on(inside: Inside) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        await guest.press("space")
        console = guest.screen
        assert isinstance(console, Console)
        gathered.ask(Forward(console.view.pacing.at))
        console.action_forth()  # before it could look
        await guest.settle()
        assert gathered.room.pace.at == 1
        gathered.ask(Attend("another"))
        await guest.settle()
        assert guest.sees("2 lead")

    at_console(inside, gathered, living)


def test_under_five_it_says_some(inside: Inside) -> None:
    gathered = Gathered(inside)
    gathered.come(*SIX[:4])

    async def living(guest: Guest) -> None:
        await guest.press("space")
        gathered.ask(Ready(), by=1)
        await guest.settle()
        assert guest.sees("some here · some ready · some at this part")
        assert not guest.sees("●")
        gathered.come("Eun")
        await guest.settle()
        assert guest.sees("5 here · 1 ready · 0 at this part ●○○○○"), "\n".join(guest.rows)

    at_console(inside, gathered, living)


def test_who_wants_a_word_and_who_wants_a_buddy(inside: Inside) -> None:
    gathered = Gathered(inside)
    gathered.come(*SIX, "")

    async def living(guest: Guest) -> None:
        await guest.press("space", "u")
        assert guest.sees(REFUSED.too_few)
        for who in (2, 7):
            gathered.ask(SpeakAfter(), by=who)
        for who in (1, 2, 3):
            gathered.ask(WantBuddy(), by=who)
        await guest.settle()
        assert guest.sees(f"Ben, {SAID.unnamed}")
        assert guest.sees("3 would like one, 0 together")
        await guest.press("u")
        assert {number for group in gathered.room.buddies for number in group} == {1, 2, 3}

    at_console(inside, gathered, living)


def test_people_are_listed_on_request_and_taken_out_when_it_was_asked(inside: Inside) -> None:
    gathered = Gathered(inside)
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
        assert guest.sees("some here")

    at_console(inside, gathered, living)


def test_the_board_is_opened_hidden_from_and_closed(inside: Inside) -> None:
    gathered = Gathered(inside)
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


def test_hands_are_typed_mended_and_refused_beyond_reason(inside: Inside) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        await guest.press("space", "h", "1", "2", "3", "backspace", "enter")
        assert gathered.room.counted[0].hands == 12
        assert guest.sees("hands: 12")
        await guest.press("h", "9", "9", "9", "9", "enter")
        assert guest.sees(REFUSED.not_a_number)
        await guest.press("h", "4", "escape", "5")
        assert gathered.room.counted[0].hands == 12

    at_console(inside, gathered, living)


def test_the_room_breathes_together_until_it_is_ended(inside: Inside) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        await guest.press("b")
        await guest.choose("Longer out than in")
        assert guest.sees(REFUSED.out_of_turn), "not in the lobby"
        await guest.press("space", "b")
        await guest.choose("Longer out than in")
        assert gathered.room.breathing is not None
        assert guest.sees("breathing together: Longer out than in")
        await guest.press("b")
        assert gathered.room.breathing is None

    at_console(inside, gathered, living)


def test_it_is_locked_and_ended_once_that_was_asked(inside: Inside) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        await guest.press("l")
        assert gathered.room.locked
        assert guest.sees(SAID.locked)
        await guest.press("l", "space", "e", "escape")
        assert not gathered.room.ended
        await guest.press("e")
        await guest.choose(ASKED.end_yes)
        assert gathered.room.ended
        assert guest.sees(SAID.over)
        await guest.press("space")
        assert guest.sees(REFUSED.out_of_turn)

    at_console(inside, gathered, living)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_leaving_is_asked_once_and_ends_nothing(inside: Inside, key: str) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        await guest.press("space", key)
        assert guest.sees("The room goes on.")
        await guest.press("escape", key)
        await guest.choose(ASKED.leave_yes)

    parting = at_console(inside, gathered, living)
    assert parting is not None
    assert parting.status == 0
    assert gathered.room.phase == "running"


def test_leaving_quickly_blanks_and_any_key_shows_it_again(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("space", "f8")
        assert "".join(guest.rows).strip() == ""
        await guest.press("space")
        assert guest.sees("1 of 16")

    at_console(inside, Gathered(inside), living)


def test_how_to_join_is_told_and_drawn(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("j")
        assert guest.sees(f"ssh -p 2222 {CODE}@192.168.1.20")
        assert sum("█" in row for row in guest.rows) > 12

    at_console(inside, Gathered(inside), living)


def test_what_was_shared_is_saved_where_it_was_said(inside: Inside) -> None:
    gathered = Gathered(inside)
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
        assert guest.sees("Saved:")

    at_console(inside, gathered, living)
    text = file.read_text(encoding="utf-8-sig")
    assert '"action","Ada","call the clinic"' in text
    assert "hidden words" not in text
    assert '"stop","","","welcome","",4.0,2.0' in text, "the clock stopped with the room"


def test_over_a_line_it_is_printed_on_leaving(inside: Inside) -> None:
    gathered = Gathered(inside)
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


def test_a_room_that_is_gone_says_so_and_can_still_be_told_of(inside: Inside) -> None:
    gathered = Gathered(inside)

    async def living(guest: Guest) -> None:
        await guest.press("space")
        gathered.hub.close(CODE)
        await guest.press("space")
        assert guest.sees(SAID.gone)

    at_console(inside, gathered, living)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_each_refusal_has_words(reason: Reason) -> None:
    assert refusal(reason, REFUSED).strip()
