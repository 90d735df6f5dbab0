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
    Ready,
    Share,
    SpeakAfter,
    WantBuddy,
)
from nowwhat.group.pace import Forward
from nowwhat.group.refusing import Reason
from nowwhat.packs.filling import fill
from nowwhat.screens.group.console import Console
from nowwhat.screens.group.told import refusal, seen_of

__all__ = ["quick", "timers"]

SAID, ASKED, REFUSED = WORDS.console, WORDS.errand, WORDS.console_refused
SIX = ("Ada", "Ben", "Cleo", "Dov", "Eun", "Fay")
SIZES = ((60, 20), (80, 24), (120, 40))


def test_keys_lead_through_the_agenda_and_back(inside: Inside) -> None:
    gathered = Gathered(inside.clock)

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
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        await guest.press("space", "space")
        for step in ("rules", "between_us"):
            last = SCRIPT.step(step).notes.split("\n")[-1]
            assert guest.sees(last[:30])
        assert guest.sees("Next Writing in silence")

    at_console(inside, gathered, living, size=(120, 40))


def test_a_board_longer_than_the_screen_breaks_no_row_of_the_agenda(inside: Inside) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*SIX)

    async def living(guest: Guest) -> None:
        await guest.press("space", "s")
        for who in range(1, 7):
            gathered.ask(Share(f"call number {who} and say so, whoever answers", "action"), by=who)
        await guest.settle()
        head = next(row for row in guest.rows if SAID.agenda in row)
        assert head.split()[-3:] == [SAID.agenda, SAID.planned, SAID.actual]

    at_console(inside, gathered, living, size=(120, 40))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_code_and_what_is_open_are_always_in_view(
    inside: Inside, size: tuple[int, int]
) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*SIX)

    async def living(guest: Guest) -> None:
        await guest.press("space")
        for words in (CODE, "1 of 16", "6 here", "Next", SAID.next):
            assert guest.sees(words), words

    at_console(inside, gathered, living, size=size)


@pytest.mark.usefixtures("timers")
def test_the_time_runs_holds_and_is_extended(inside: Inside, timers: Timers) -> None:
    gathered = Gathered(inside.clock)

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
    gathered = Gathered(inside.clock)
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
    gathered = Gathered(inside.clock)
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
    gathered = Gathered(inside.clock)

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
    gathered = Gathered(inside.clock)
    gathered.come(*SIX[:4])

    async def living(guest: Guest) -> None:
        await guest.press("space")
        gathered.ask(Ready(), by=1)
        await guest.settle()
        assert guest.sees(SAID.few)
        assert not guest.sees(" ready")
        assert not guest.sees("●")
        gathered.come("Eun")
        await guest.settle()
        assert guest.sees("5 here · 1 ready · 1 at this part ●○○○○")

    at_console(inside, gathered, living)


def test_who_wants_a_word_and_who_wants_a_buddy(inside: Inside) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*SIX, "")

    async def living(guest: Guest) -> None:
        await guest.press("space", "u")
        assert guest.sees(REFUSED.too_few)
        for who in (2, 7):
            gathered.ask(SpeakAfter(), by=who)
        for who in (1, 2, 3):
            gathered.ask(WantBuddy(), by=who)
        await guest.press("plus")  # what was refused is said until the next key
        assert guest.sees(f"Ben, {SAID.unnamed}")
        assert guest.sees("buddies: 3 asked, 0 made")
        await guest.press("u")
        assert {number for group in gathered.room.buddies for number in group} == {1, 2, 3}

    at_console(inside, gathered, living)


def test_hands_are_typed_mended_and_refused_beyond_reason(inside: Inside) -> None:
    gathered = Gathered(inside.clock)

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
    gathered = Gathered(inside.clock)

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


def test_leaving_quickly_blanks_and_any_key_shows_it_again(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("space", "f8")
        assert "".join(guest.rows).strip() == ""
        await guest.press("space")
        assert guest.sees("1 of 16")

    at_console(inside, Gathered(inside.clock), living)


def test_a_room_that_is_gone_says_so_and_can_still_be_told_of(inside: Inside) -> None:
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        await guest.press("space")
        gathered.hub.close(CODE)
        await guest.press("space")
        assert guest.sees(SAID.gone)

    at_console(inside, gathered, living)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_each_refusal_has_words(reason: Reason) -> None:
    assert refusal(reason, REFUSED).strip()


def test_what_all_read_stands_before_the_notes_to_be_read_aloud(inside: Inside) -> None:
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        await guest.press(*["space"] * 5)
        assert guest.sees("All read: Which door would you open today?")
        assert guest.sees("Face what you avoid · Do a fraction of it · Think differently")
        for step in SCRIPT.steps:
            assert "{" not in seen_of(step)

    at_console(inside, gathered, living)


def test_nobody_is_said_to_be_here_before_somebody_is(inside: Inside) -> None:
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        assert guest.sees(SAID.nobody)
        gathered.come("Ada")
        await guest.settle()
        assert guest.sees(SAID.few)

    at_console(inside, gathered, living)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_line_to_join_by_is_in_view_whole_or_not_at_all(
    inside: Inside, size: tuple[int, int]
) -> None:
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        head = next(row for row in guest.rows if CODE in row)
        assert "…" not in head
        assert "192.168.1.20" in head or SAID.how_to_join in head
        assert guest.sees(f"ssh -p 2222 {CODE}@192.168.1.20"), "the lobby says it whole"
        await guest.press("space")
        assert not guest.sees("To join:") or guest.sees("@192.168.1.20")

    at_console(inside, gathered, living, size=size)


def test_where_many_are_changes_in_a_row_are_looked_at_once_and_none_is_lost(
    inside: Inside, timers: Timers
) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*(f"P{number}" for number in range(24)))

    async def living(guest: Guest) -> None:
        await guest.press("space")
        await timers.advance(1.0)
        await guest.settle()
        gathered.be_ready(3)
        await guest.settle()
        assert guest.sees(fill(SAID.ready, {"count": 3})), "the first is seen at once"
        gathered.ask(Ready(), by=4)
        await guest.settle()
        gathered.ask(Ready(), by=5)
        await guest.settle()
        assert guest.sees(fill(SAID.ready, {"count": 3}))
        await timers.advance(0.3)
        await guest.settle()
        assert guest.sees(fill(SAID.ready, {"count": 5}))
        await timers.advance(0.3)
        await guest.settle()
        gathered.ask(Ready(), by=6)
        await guest.settle()
        assert guest.sees(fill(SAID.ready, {"count": 6}))

    at_console(inside, gathered, living)
