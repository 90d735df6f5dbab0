"""At the screen in a room: the lobby, the pace, half-written lines, what the room is told."""

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.group.company import Company

from nowwhat.group.pace import Backward, Extend, Forward, Pause, Proceed
from nowwhat.packs.filling import fill
from nowwhat.screens.group.room_line import RoomLine
from nowwhat.screens.group.session import RoomSession
from nowwhat.sitting.prompt import Reply
from nowwhat.sitting.sitting import Sitting
from nowwhat.widgets.choices import Choices

SAID = WORDS.room
INSIGHT = "I wait until others begin"


def test_the_lobby_says_who_can_know_what_and_waits_for_the_first_stop(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        assert guest.place == "RoomSession"
        assert all(words in guest.said for words in SAID.lobby)
        assert fill(SAID.named, {"name": "Ada"}) in guest.said
        assert company.line == fill(SAID.here, {"count": 6})
        await company.lead(Forward())
        assert guest.step == "welcome"
        assert SAID.lobby[0] not in guest.said
        assert company.line == f"{SAID.on} · 4:00 left"

    Company(inside).sit(living)


def test_of_fewer_than_five_no_number_is_said(inside: Inside) -> None:
    async def living(company: Company) -> None:
        assert company.line == SAID.here_few

    Company(inside, others=3).sit(living)


def test_one_waits_at_the_end_of_a_block_and_the_room_knows_no_more_than_that(
    inside: Inside,
) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("insight")
        await guest.write(INSIGHT)
        assert guest.step == "discomfort"
        assert (company.me.reached, company.me.ready) == (2, False)
        await guest.press("7", "enter")
        assert WORDS.waiting.ask in guest.said
        assert company.me.ready
        await guest.press("f3")
        assert guest.step == "discomfort"
        assert guest.sees(f"F6 {SAID.key_on}")
        await guest.press("f6")
        assert WORDS.waiting.ask in guest.said
        await company.lead(Forward())
        assert guest.step == "pause"
        assert not company.me.ready

    Company(inside).sit(living)


def test_who_comes_late_is_where_the_room_is_with_one_line_on_it(inside: Inside) -> None:
    company = Company(inside)
    company.open("pause")

    async def living(company: Company) -> None:
        assert company.guest.step == "pause"
        late = fill(SAID.late, {"number": 4, "all": company.link.view().pacing.stops})
        assert company.line == f"{late} · 4:00 left"
        await company.guest.press("f3")
        assert company.guest.step == "discomfort"

    company.sit(living)


def test_a_line_half_written_is_there_again_and_no_key_of_it_goes_elsewhere(
    inside: Inside,
) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("insight")
        await guest.type("I wait un")
        await company.lead(Forward())
        assert guest.step == "insight"  # fingers do not stop when a room goes on
        assert company.line.startswith(SAID.on_kept)
        await guest.type("til 5")
        assert guest.step == "insight"
        company.time += 5
        await company.page._rested()
        await guest.settle()
        assert guest.step == "pause"
        await company.lead(Backward())
        assert guest.step == "insight"
        assert company.field.text == "I wait until 5"

    Company(inside).sit(living)


def test_who_never_rests_is_waited_for_so_long_and_no_longer(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("insight")
        await guest.type("a")
        await company.lead(Forward())
        for count in range(5):
            assert guest.step == "insight", count
            await guest.type("b")
            await company.page._rested()
            await guest.settle()
        assert guest.step == "pause"
        await guest.press("f3", "f3")
        assert company.field.text == "abbbbb"

    Company(inside).sit(living)


def test_what_stands_at_the_coachs_gate_waits_there_too(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("action")
        await guest.write("figure out why I avoid her")
        assert guest.step == "action"
        company.time += 5
        await guest.type(" and more")
        company.time += 5
        await company.lead(Forward())
        assert guest.step == "when"
        await company.lead(Backward())
        assert company.field.text == "figure out why I avoid her and more"

    Company(inside).sit(living)


def test_a_line_that_the_coach_asks_about_waits_there_untouched(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await company.to("action")
        await company.guest.write("figure out why I avoid her")
        await company.lead(Forward(), Backward())
        assert company.field.text == "figure out why I avoid her"
        company.time += 5
        await company.lead(Forward())
        assert company.guest.step == "when"
        await company.lead(Backward())
        assert company.field.text == "figure out why I avoid her"

    Company(inside).sit(living)


def test_a_key_of_which_no_word_has_come_yet_is_kept_too(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await company.to("insight")
        await company.guest.type("I wa")
        company.field.insert("it")  # and the room goes on in the same turn
        await company.page.go(lambda sitting: sitting.paced("pause"))
        await company.page.go(lambda sitting: sitting.paced("insight"))
        await company.guest.settle()
        assert company.field.text == "I wait"

    Company(inside).sit(living)


def test_a_focus_that_was_asked_for_before_does_not_take_the_keys_from_the_next_step(
    inside: Inside,
) -> None:
    async def living(company: Company) -> None:
        await company.to("pause")  # so that its widget is there, and nothing is waited for
        await company.lead(Backward())
        field = company.field

        def going(sitting: Sitting) -> Reply:
            field.focus()  # is on its way through the application, as a click or a key asks for it
            return sitting.paced("pause")

        await company.page.go(going)
        await company.guest.settle()
        focused = company.guest.focused
        assert focused is not None
        assert focused.is_on_screen
        assert isinstance(focused, Choices)
        await company.guest.press("down")
        assert focused.at == 1

    Company(inside).sit(living)


def test_who_comes_at_the_first_stop_is_not_told_that_it_is_under_way(inside: Inside) -> None:
    company = Company(inside)
    company.open("welcome")

    async def living(company: Company) -> None:
        assert company.line == "4:00 left"

    company.sit(living)


def test_what_is_in_front_stays_in_front_and_nothing_is_lost_behind_it(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        for key, place in (("f1", "Help"), ("f2", "Care"), ("f5", "Palette"), ("f7", "Question")):
            company.time += 5
            if company.link.view().pacing.stop == "pause":
                await company.lead(Backward())
            await company.to("insight")
            await guest.type(key)
            company.time += 5
            await guest.press(key)
            assert guest.place == place
            await company.lead(Forward())
            assert guest.place == place
            await guest.press("escape")
            assert isinstance(guest.screen, RoomSession)
            assert guest.step == "pause"
        await company.lead(Backward())
        assert company.field.text == "f1f2f5f7"

    Company(inside).sit(living)


def test_the_time_that_remains_is_read_off_the_rooms_clock(inside: Inside) -> None:
    async def living(company: Company) -> None:
        line = company.page.query_one(RoomLine)
        await company.to("insight")
        company.time = 61
        line._be_silent()
        assert company.line == "3:59 left"
        await company.lead(Extend())
        assert company.line == f"{SAID.minute} · 4:59 left"
        await company.lead(Pause())
        assert company.line == SAID.held
        line._be_silent()
        assert company.line == SAID.paused
        company.time = 161
        await company.lead(Proceed())
        assert company.line == f"{SAID.proceeds} · 4:59 left"
        await company.lead(Extend(-30))
        assert company.line.startswith(SAID.less_time)
        company.time = 1000
        line._be_silent()
        assert company.line == SAID.longer

    Company(inside).sit(living)
